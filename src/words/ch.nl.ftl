# Wat een Zwitserse verwerkingsverantwoordelijke anders zegt: de Zwitserse wet op de gegevensbescherming (DSG) en de verordening daarbij (DSV).
# Elk bericht komt in de plaats van dat in nl.ftl.

letters-review = Een van onze medewerkers bekijkt of uw verzoeken zich herhalen op een manier die de wet querulerend noemt (artikel 26, lid 1, onder c), van de Zwitserse wet op de gegevensbescherming, DSG). Er is niets besloten. Wij werken verder aan uw verzoek, en de datum waarop u uiterlijk antwoord krijgt, verandert niet.
letters-fee = Wij beschouwen de inspanning die dit verzoek vraagt als onevenredig (artikel 19 van de Zwitserse verordening gegevensbescherming, DSV) en stellen voor het te beantwoorden tegen een bijdrage van { $amount } in de kosten.
letters-refused = Wij geven geen gevolg aan dit verzoek, omdat wij het als kennelijk ongegrond of querulerend beschouwen (artikel 26, lid 1, onder c), van de Zwitserse wet op de gegevensbescherming, DSG).
letters-in_part = Wij beantwoorden uw verzoek, behalve het volgende deel, dat wij als kennelijk ongegrond of querulerend beschouwen (artikel 26, lid 1, onder c), van de Zwitserse wet op de gegevensbescherming, DSG):
letters-authority = U kunt ook een klacht indienen bij een toezichthoudende autoriteit, met name waar u woont, waar u werkt of waar de inbreuk is begaan:
letters-court = U kunt ook naar de rechter gaan, waar wij gevestigd zijn of waar u woont.
letters-lifting = { $purpose }
    U hebt bezwaar gemaakt tegen dit gebruik van uw gegevens, en wij zijn ermee gestopt. Wij hebben uw bezwaar afgewogen en zijn van oordeel dat onze belangen zwaarder wegen (artikel 30, lid 2, onder b), en artikel 31 van de Zwitserse wet op de gegevensbescherming, DSG):
letters-lifting_research = { $purpose }
    U hebt bezwaar gemaakt tegen dit gebruik van uw gegevens, en wij zijn ermee gestopt. Wij hebben het bekeken en zijn van oordeel dat dit gebruik noodzakelijk is voor een taak van algemeen belang (artikel 31, lid 1, van de Zwitserse wet op de gegevensbescherming, DSG):
letters-days = De beperking van dit gebruik wordt niet eerder opgeheven dan { $days ->
    [one] één dag
   *[other] { $days } dagen
} nadat u deze brief hebt ontvangen. Betwist u dit vóór die tijd, dan blijft de beperking gelden tot wij opnieuw hebben gekeken.
letters-unidentifiable = Wij konden niet vaststellen welke van onze gegevens over u gaan (artikel 16, lid 5, van de Zwitserse verordening gegevensbescherming, DSV). Wat wij hebben doorzocht, en wat zou helpen:
letters-extended = Ons antwoord heeft meer tijd nodig: het komt uiterlijk op { $day } (artikel 18, lid 2, van de Zwitserse verordening gegevensbescherming, DSV).
letters-referred = Een van onze medewerkers bekijkt of dit verzoek voor een ander doel is gedaan dan het doel waarvoor de wet dit recht geeft (artikel 26, lid 1, onder c), van de Zwitserse wet op de gegevensbescherming, DSG). Een collega heeft daarom gevraagd; hoe vaak u iets hebt gevraagd, speelt geen rol. Er is niets besloten. Wij werken verder aan uw verzoek, en de datum waarop u uiterlijk antwoord krijgt, verandert niet. Dit wordt tegen het verzoek ingebracht:
letters-identity = Voordat wij antwoorden, moeten wij weten dat het verzoek van u komt (artikel 16, lid 5, van de Zwitserse verordening gegevensbescherming, DSV). Waarom wij daarover twijfelen:
letters-restriction_applied = De verwerking van uw gegevens is vanaf nu beperkt (artikel 32, lid 2, onder a), van de Zwitserse wet op de gegevensbescherming, DSG). Wij bewaren ze, en gebruiken ze niet voor:
letters-restriction_except = Zolang dit duurt, worden uw gegevens alleen gebruikt met uw toestemming, voor een rechtsvordering, om de rechten van iemand anders te beschermen of om een gewichtige reden van algemeen belang. U hoort van ons voordat de beperking eindigt.
letters-restriction_ends = De beperking waarom u hebt gevraagd, eindigt. Uw gegevens worden dan weer gebruikt voor:
letters-recipients = Deze ontvangers hadden de gegevens gekregen. Wij laten hun weten wat er is gedaan, tenzij dat onmogelijk is of onevenredig veel inspanning vergt:
letters-ground_rights_of_others = een kopie zou afbreuk doen aan zwaarder wegende belangen van anderen (artikel 26, lid 1, onder b), DSG).
letters-ground_accuracy_not_shown = wij hebben niets gevonden waaruit blijkt dat dit onjuist is (artikel 32, lid 1, DSG).
letters-ground_no_case_for_erasure = geen van de gevallen waarin gegevens moeten worden gewist, doet zich voor (artikel 30 en artikel 32, lid 2, onder c), DSG).
letters-ground_expression = de vrijheid van meningsuiting en informatie (artikel 31, lid 2, onder d), DSG).
letters-ground_legal_obligation = de wet verplicht ons dit te bewaren (artikel 31, lid 1, DSG).
letters-ground_public_health = de volksgezondheid (artikel 31, lid 1, DSG).
letters-ground_research = onderzoek, planning of statistiek (artikel 31, lid 2, onder e), DSG).
letters-ground_legal_claims = dit is nodig voor een rechtsvordering (artikel 31, lid 1, DSG).
letters-ground_no_case_for_restriction = geen van de gevallen voor een beperking doet zich voor (artikel 32, lid 2, onder a), DSG).
letters-ground_not_provided = u hebt deze gegevens niet zelf aan ons bekendgemaakt (artikel 28, lid 1, DSG).
letters-ground_not_by_consent_or_contract = wij gebruiken deze gegevens niet op grond van toestemming of een overeenkomst (artikel 28, lid 1, onder b), DSG).
letters-ground_rights_of_others_too = het overdragen zou afbreuk doen aan zwaarder wegende belangen van anderen (artikel 29, lid 1, DSG).
letters-ground_no_such_decision = er was geen besluit dat alleen door een machine is genomen, of de wet staat het toe (artikel 21 DSG).
letters-ground_unidentifiable = wij kunnen niet vaststellen welke gegevens over u gaan (artikel 16, lid 5, van de Zwitserse verordening gegevensbescherming, DSV).
packages-right_access = inzage in uw gegevens (artikel 25 DSG)
packages-right_rectification = rectificatie van uw gegevens (artikel 32, lid 1, DSG)
packages-right_erasure = wissing van uw gegevens (artikel 32, lid 2, onder c), DSG)
packages-right_restriction = beperking van de verwerking van uw gegevens (artikel 32, lid 2, onder a), DSG)
packages-right_portability = uw gegevens in een vorm die u kunt meenemen (artikel 28 DSG)
packages-right_objection = bezwaar tegen bepaald gebruik van uw gegevens (artikel 30, lid 2, onder b), DSG)
packages-right_automated_decision_review = een geautomatiseerd besluit laten bekijken door een mens (artikel 21, lid 2, DSG)
packages-right_consent_withdrawal = intrekking van uw toestemming (artikel 30, lid 2, onder b), DSG)
packages-told_basis = { $letter ->
    [a] uw toestemming (artikel 31, lid 1, DSG)
    [b] een overeenkomst met u (artikel 31, lid 2, onder a), DSG)
    [c] een wettelijke verplichting (artikel 31, lid 1, DSG)
   *[other] een zwaarder wegend belang (artikel 31, lid 1, DSG)
}
packages-told_rights = U kunt uw gegevens laten rectificeren (artikel 32, lid 1, DSG) of laten wissen, laten verbieden wat wij ermee doen (artikel 32, lid 2), en bezwaar maken tegen bepaald gebruik ervan (artikel 30, lid 2, onder b)). Dat is kosteloos.
packages-told_complaint = U kunt zich wenden tot de Zwitserse federale commissaris voor gegevensbescherming en transparantie (artikel 49 van de Zwitserse wet op de gegevensbescherming, DSG) en, als u ergens anders woont of werkt, tot de autoriteit daar:
packages-flag_open = Het kreeg een signaal, om te bekijken of uw verzoeken querulerend zijn (artikel 26, lid 1, onder c), DSG); er heeft nog niemand iets besloten.
packages-flag_lapsed = Het kreeg een signaal, om te bekijken of uw verzoeken querulerend zijn (artikel 26, lid 1, onder c), DSG); het signaal is vanzelf vervallen, en het verzoek is dat niet.
packages-flag_not_excessive = Het kreeg een signaal, om te bekijken of uw verzoeken querulerend zijn (artikel 26, lid 1, onder c), DSG); een mens heeft gekeken, en het verzoek is dat niet.
packages-flag_excessive = Het kreeg een signaal, om te bekijken of uw verzoeken querulerend zijn (artikel 26, lid 1, onder c), DSG); twee mensen hebben besloten dat het dat is.
cited-basis = { $letter ->
    [a] Wij baseren dit gebruik op uw toestemming (artikel 31, lid 1, DSG).
    [b] Wij baseren dit gebruik op een overeenkomst met u (artikel 31, lid 2, onder a), DSG).
    [c] Wij baseren dit gebruik op een wettelijke verplichting (artikel 31, lid 1, DSG).
   *[other] Wij baseren dit gebruik op een zwaarder wegend belang (artikel 31, lid 1, DSG).
}
cited-privacy_why = De wet verplicht ons u te antwoorden, en wij moeten kunnen aantonen dat wij dat hebben gedaan (artikel 21, de artikelen 25 tot en met 29 en artikel 32 DSG).
