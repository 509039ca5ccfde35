# Nederlands. Eén woord voor elke zaak: verzoek, signaal (nooit verdenking), bezwaar (artikel 21), intrekken (verzoek, toestemming), betwisten (een antwoord of een besluit van ons).

## How days, times, numbers and money are written

local-day = { $day } { $month } { $year }
local-weekday_and_day = { $weekday } { $day } { $month } { $year }
local-moment = { $day } om { $hour }.{ $minute } uur ({ $zone })
local-month = { $n ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
local-weekday = { $n ->
    [1] maandag
    [2] dinsdag
    [3] woensdag
    [4] donderdag
    [5] vrijdag
    [6] zaterdag
   *[7] zondag
}
local-thousands = .
local-decimals = ,
local-money = { $currency ->
    [EUR] €{"\u00A0"}{ $amount }
   *[other] { $amount }{"\u00A0"}{ $currency }
}
local-ordinal = { $n }e

## Letters

letters-about = Uw verzoek { $reference }, ontvangen op { $received }
letters-date = { $day }
letters-to_account = Aan de houder van het account waarmee het verzoek is gedaan
letters-other_language = U hebt ons geschreven in een taal waarin wij geen brieven hebben. Deze brief is in het Nederlands; vraag het ons gerust als u er uitleg bij wilt.
letters-greeting = Goedendag,
letters-closing = Met vriendelijke groet,
letters-task_necessity = Waarom voor die taak uw gegevens nodig zijn: { $text }
letters-free = Uw verzoek is kosteloos.
letters-questions = Vragen, aanvullingen, correcties: onze functionaris voor gegevensbescherming, { $contact }. Vermeld daarbij het kenmerk { $reference }.
letters-review = Een van onze medewerkers bekijkt of uw verzoeken zich herhalen op een manier die de wet buitensporig noemt (artikel 12, lid 5, AVG). Er is niets besloten. Wij werken verder aan uw verzoek, en de datum waarop u uiterlijk antwoord krijgt, verandert niet.
letters-rule = De regel waardoor wij dit bekijken:
letters-counted = Deze verzoeken zijn meegeteld:
letters-counted_line = { $reference }, { $day }
letters-left_out = Deze verzoeken zijn niet meegeteld:
letters-left_out_line = { $reference }: { $reason }
letters-lapses = Als niemand iets anders besluit, eindigt dit op { $day } in uw voordeel.
letters-speak = U kunt hierop reageren en aangeven welke van deze verzoeken niet zouden moeten meetellen. U hoeft niet te zeggen waarom u een verzoek doet.
letters-fee = Wij beschouwen dit verzoek als kennelijk buitensporig (artikel 12, lid 5, AVG) en stellen voor het te beantwoorden tegen een redelijke vergoeding van { $amount }.
letters-cost = { $title }: { $quantity } × { $each }
letters-choices = De keuze is aan u: u kunt de vergoeding aanvaarden, het verzoek intrekken, kosteloos om minder vragen of dit besluit opnieuw laten bekijken. Zolang u niets laat weten, wordt er niets in rekening gebracht en wordt dit verzoek niet beantwoord.
letters-refused = Wij geven geen gevolg aan dit verzoek, omdat wij het als kennelijk buitensporig beschouwen (artikel 12, lid 5, AVG).
letters-in_part = Wij beantwoorden uw verzoek, behalve het volgende deel, dat wij als kennelijk buitensporig beschouwen (artikel 12, lid 5, AVG):
letters-why = Onze redenen
letters-objective = Welk doel van het recht met het verzoek niet wordt gediend: { $text }
letters-subjective = Waaruit de bedoeling blijkt: { $text }
letters-milder = Wat wij in plaats hiervan hebben overwogen: { $text }
letters-evidence = Waarop dit berust:
letters-shows_frequency = hoe vaak hetzelfde is gevraagd
letters-shows_identical_content = de inhoud is dezelfde, en sindsdien is er niets veranderd
letters-shows_data_volunteered = er zijn zonder noodzaak gegevens verstrekt, om er daarna naar te kunnen vragen
letters-shows_aim = waar het verzoek duidelijk voor dient
letters-shows_time_until_request = hoe snel het verzoek volgde op het verstrekken van de gegevens
letters-shows_conduct = het gedrag tegenover ons
letters-shows_public_pattern = een publiekelijk bekend patroon dat bij de rest past
letters-shows_money_for_silence = er is geld geëist om het verzoek in te trekken
letters-shows_intent_to_disrupt = er is gezegd dat het verzoek bedoeld is om te ontregelen
letters-again = U kunt ons vragen dit besluit opnieuw te bekijken.
letters-authority = U kunt een klacht indienen bij een toezichthoudende autoriteit, met name waar u woont, waar u werkt of waar de inbreuk is begaan (artikel 77 AVG):
letters-court = U kunt ook naar de rechter gaan, waar wij gevestigd zijn of waar u woont (voorziening in rechte, artikel 79 AVG).
letters-narrow = Uw verzoek wordt volledig en kosteloos beantwoord, en u hoeft daarvoor niets te doen. Mocht een andere keer minder voor u genoeg zijn, dan kunt u hierom vragen:
letters-lifting = { $purpose }
    U hebt bezwaar gemaakt tegen dit gebruik van uw gegevens, en wij zijn ermee gestopt. Wij hebben uw bezwaar afgewogen en zijn van oordeel dat onze gronden dwingend en gerechtvaardigd zijn en zwaarder wegen (artikel 21, lid 1, AVG):
letters-lifting_research = { $purpose }
    U hebt bezwaar gemaakt tegen dit gebruik van uw gegevens, en wij zijn ermee gestopt. Wij hebben het bekeken en zijn van oordeel dat dit gebruik noodzakelijk is voor de uitvoering van een taak van algemeen belang (artikel 21, lid 6, AVG):
letters-public_task = De taak van algemeen belang: { $text }
letters-grounds = Onze gronden: { $text }
letters-necessity = Waarom het niet zonder uw gegevens kan: { $text }
letters-person = Wat wij van uw situatie hebben begrepen: { $text }
letters-weighing = Waarom het ene zwaarder weegt dan het andere: { $text }
letters-days = De beperking van dit gebruik wordt niet eerder opgeheven dan { $days ->
    [one] één dag
   *[other] { $days } dagen
} nadat u deze brief hebt ontvangen (artikel 18, lid 3, AVG). Betwist u dit vóór die tijd, dan blijft de beperking gelden tot wij opnieuw hebben gekeken.
letters-kept_objections = Uw bezwaren blijven gelden: { $titles }. Om ze te respecteren, bewaren wij een met een sleutel berekende hash van uw account of adres, zonder uw naam, en verder niets; trekt u ze in, dan wordt dat daar vermeld.
letters-authority_home_de = de gegevensbeschermingsautoriteit van uw Duitse deelstaat (Bundesland), te vinden via de Duitse federale commissaris
letters-authority_own_de = de gegevensbeschermingsautoriteit van onze Duitse deelstaat (Bundesland), te vinden via de Duitse federale commissaris
letters-authority_unknown = onze toezichthoudende autoriteit, te vinden in de lijst van het Europees Comité voor gegevensbescherming
letters-authority_gb = U kunt bij ons een klacht indienen; wij bevestigen de ontvangst binnen 30 dagen (section 164A van de Data Protection Act 2018). U kunt ook een klacht indienen bij de Information Commissioner:
letters-court_gb = U kunt ook naar de rechter gaan.
letters-authority_ch = U kunt zich wenden tot de Zwitserse federale commissaris voor gegevensbescherming en transparantie (artikel 49 van de Zwitserse wet op de gegevensbescherming, DSG):
letters-court_ch = U kunt naar de burgerlijke rechter gaan (artikel 32 DSG).
letters-receipt = Wij hebben uw verzoek. Het is gekomen op { $came }.
letters-receipt_right = Zo hebben wij het begrepen: { $right }.
letters-receipt_words = Wat u hebt geschreven:
letters-receipt_due = Wij antwoorden uiterlijk { $day }. Duurt het langer, dan hoort u dat vóór die dag, met de reden.
letters-receipt_stopped = Waar u nee tegen zegt, is gestopt sinds uw verzoek is ingevoerd.
letters-receipt_add = U kunt uw verzoek altijd aanvullen, verbeteren of intrekken.
letters-receipt_privacy = Wat er gebeurt met wat u ons stuurt: { $address }
letters-completed = Dit is gedaan:
letters-completed_by_hand = Wij hebben met de hand gedaan wat u vroeg. In ons bericht aan u staat wat.
letters-done_collected = { $what }: overhandigd ({ $n ->
    [one] één gegeven
   *[other] { $count } gegevens
})
letters-done_erased = { $what }: gewist ({ $n ->
    [one] één gegeven
   *[other] { $count } gegevens
})
letters-done_overwritten = { $what }: anoniem gemaakt ({ $n ->
    [one] één gegeven
   *[other] { $count } gegevens
})
letters-done_restricted = { $what }: gemarkeerd als beperkt ({ $n ->
    [one] één gegeven
   *[other] { $count } gegevens
})
letters-done_restriction_lifted = { $what }: markering van de beperking weggehaald ({ $n ->
    [one] één gegeven
   *[other] { $count } gegevens
})
letters-done_kept = { $what }: bewaard. { $because }
letters-done_nothing = { $what }: wij hebben gezocht en daar niets over u gevonden.
letters-backups = Kopieën in onze back-ups zijn uiterlijk op { $day } verdwenen.
letters-recipients = Deze ontvangers hadden de gegevens gekregen. Wij laten hun weten wat er is gedaan, tenzij dat onmogelijk is of onevenredig veel inspanning vergt (artikel 19 AVG):
letters-not_in_full = U hebt ons antwoord, maar niet op alles wat u hebt gevraagd. Dit zit er niet bij:
letters-declined = Wij geven geen gevolg aan uw verzoek, om deze reden:
letters-all_of_it = Alles
letters-not_searched = { $what }: hier kan niet automatisch worden gezocht. Een medewerker zoekt er handmatig, en u hoort van ons.
letters-left_out_because = { $what }: { $ground } { $facts }
letters-unidentifiable = Wij konden niet vaststellen welke van onze gegevens over u gaan (artikel 11, lid 2, AVG). Wat wij hebben doorzocht, en wat zou helpen:
letters-unidentifiable_help = U hoeft ons niet meer te vertellen. Doet u dat wel, dan zoeken wij opnieuw, kosteloos, en gebruiken wij het nergens anders voor.
letters-extended = Ons antwoord heeft meer tijd nodig: het komt uiterlijk op { $day } (artikel 12, lid 3, AVG).
letters-extended_complexity = De reden is dat uw verzoek complex is:
letters-extended_number = De reden is het aantal verzoeken dat u hebt gedaan:
letters-extended_sooner = Wat eerder klaar is, krijgt u eerder.
letters-referred = Een van onze medewerkers bekijkt of dit verzoek voor een ander doel is gedaan dan het doel waarvoor de wet dit recht geeft (artikel 12, lid 5, AVG). Een collega heeft daarom gevraagd; hoe vaak u iets hebt gevraagd, speelt geen rol. Er is niets besloten. Wij werken verder aan uw verzoek, en de datum waarop u uiterlijk antwoord krijgt, verandert niet. Dit wordt tegen het verzoek ingebracht:
letters-held_evidence = Waar het bewijs te vinden is: { $text }
letters-referred_speak = U kunt op elk van deze punten antwoorden. U hoeft niet te zeggen waarom u het verzoek doet.
letters-identity = Voordat wij antwoorden, moeten wij weten dat het verzoek van u komt (artikel 12, lid 6, AVG). Waarom wij daarover twijfelen:
letters-enough_sign_in = Dit is genoeg, meer hoeft niet: log in op uw account en bevestig het verzoek daar.
letters-enough_confirm_address = Dit is genoeg, meer hoeft niet: antwoord ons vanaf het e-mailadres dat wij van u hebben.
letters-enough_customer_number = Dit is genoeg, meer hoeft niet: geef ons uw klantnummer of het nummer van een overeenkomst met ons.
letters-enough_known_detail = Dit is genoeg, meer hoeft niet: noem ons één ding dat alleen u en wij weten, zoals de dag van uw laatste bestelling.
letters-enough_call_back = Dit is genoeg, meer hoeft niet: neem op wanneer wij u bellen op het telefoonnummer dat wij van u hebben.
letters-enough_letter_code = Dit is genoeg, meer hoeft niet: stuur ons de code die u per brief ontvangt op het adres dat wij van u hebben.
letters-identity_otherwise = Kunt u dat niet, of doet u het liever niet? Schrijf ons: dan vinden wij samen met u een andere manier. Wij vragen geen kopie van een identiteitsbewijs.
letters-identity_deleted = Wat u ons vertelt, gebruiken wij alleen hiervoor. Wij wissen het zodra wij het hebben bekeken, en noteren alleen hoe de twijfel is opgelost.
letters-clarification = Wij hebben veel gegevens over u. Om ervoor te zorgen dat u vindt wat u zoekt, vragen wij u:
letters-clarification_optional = U hoeft niet te antwoorden. Doet u dat niet, dan beantwoorden wij uw verzoek zoals het is.
letters-period_stands_still = De termijn voor ons antwoord staat vanaf { $day } stil, tot wij uw antwoord hebben.
letters-period_runs_on = De termijn voor ons antwoord loopt ondertussen door. Die eindigt op { $day }.
letters-restriction_applied = De verwerking van uw gegevens is vanaf nu beperkt (artikel 18 AVG). Wij bewaren ze, en gebruiken ze niet voor:
letters-restriction_except = Zolang dit duurt, worden uw gegevens alleen gebruikt met uw toestemming, voor een rechtsvordering, om de rechten van iemand anders te beschermen of om een gewichtige reden van algemeen belang (artikel 18, lid 2, AVG). U hoort van ons voordat de beperking eindigt.
letters-restriction_ends = De beperking waarom u hebt gevraagd, eindigt (artikel 18, lid 3, AVG). Uw gegevens worden dan weer gebruikt voor:
letters-restriction_reason = Waarom de beperking eindigt: { $text }
letters-restriction_object = U kunt op elk moment kosteloos bezwaar maken tegen deze vormen van gebruik.
letters-ground_rights_of_others = een kopie zou afbreuk doen aan de rechten van anderen (artikel 15, lid 4, AVG).
letters-ground_accuracy_not_shown = wij hebben niets gevonden waaruit blijkt dat dit onjuist is (artikel 16 AVG).
letters-ground_no_case_for_erasure = geen van de gevallen waarin gegevens moeten worden gewist, doet zich voor (artikel 17, lid 1, AVG).
letters-ground_expression = de vrijheid van meningsuiting en informatie (artikel 17, lid 3, onder a), AVG).
letters-ground_legal_obligation = de wet verplicht ons dit te bewaren (artikel 17, lid 3, onder b), AVG).
letters-ground_public_health = de volksgezondheid (artikel 17, lid 3, onder c), AVG).
letters-ground_research = archivering in het algemeen belang, onderzoek of statistiek (artikel 17, lid 3, onder d), AVG).
letters-ground_legal_claims = dit is nodig voor een rechtsvordering (artikel 17, lid 3, onder e), AVG).
letters-ground_no_case_for_restriction = geen van de gevallen voor een beperking doet zich voor (artikel 18, lid 1, AVG).
letters-ground_not_provided = u hebt deze gegevens niet zelf verstrekt (artikel 20, lid 1, AVG).
letters-ground_not_by_consent_or_contract = wij gebruiken deze gegevens niet op grond van toestemming of een overeenkomst (artikel 20, lid 1, onder a), AVG).
letters-ground_rights_of_others_too = het overdragen zou afbreuk doen aan de rechten van anderen (artikel 20, lid 4, AVG).
letters-ground_no_such_decision = er was geen besluit dat alleen door een machine is genomen, of de wet staat het toe (artikel 22 AVG).
letters-ground_unidentifiable = wij kunnen niet vaststellen welke gegevens over u gaan (artikel 11, lid 2, AVG).
letters-ground_no_right = het gegevensbeschermingsrecht geeft hier geen recht op.

## What somebody reads who asks

requests-merged = U hebt hetzelfde gevraagd in verzoek { $first }, dat nog openstaat. Beide worden samen beantwoord, uiterlijk op { $due }. U verliest niets: dit verzoek is vastgelegd, heeft een eigen ontvangstbevestiging en telt nergens mee.

## How a due date came about

due-received = ontvangen op { $day } ({ $zone }); deze dag telt niet mee
due-pause_counted = { $cause }: gevraagd op { $from } en ontvangen op { $to }; { $days ->
    [one] één dag telt
   *[other] { $days } dagen tellen
} niet mee
due-pause_not_counted = { $cause }: gevraagd op { $from } en ontvangen op { $to }, maar de termijn liep door ({ $why })
due-identity = bewijs van identiteit
due-clarification = verduidelijking
due-asked_late = gevraagd na { $after_days ->
    [one] één dag
   *[other] { $after_days } dagen
}, niet binnen { $within_days ->
    [one] één dag
   *[other] { $within_days } dagen
}
due-regime_runs_on = deze wet zet de termijn daarvoor niet stil
due-no_whole_day = het duurde minder dan een dag
due-already_excluded = deze dagen telden al niet mee
due-after_the_end = de termijn was al afgelopen toen erom werd gevraagd
due-months = { $months ->
    [one] één maand vanaf { $from } eindigt
   *[other] { $months } maanden vanaf { $from } eindigen
} op { $to }
due-days = { $days ->
    [one] één dag vanaf { $from } eindigt op { $to }
   *[other] { $days } dagen vanaf { $from } eindigen op { $to }
}
due-months_clamped = { $months ->
    [one] één maand vanaf { $from } eindigt
   *[other] { $months } maanden vanaf { $from } eindigen
} op { $to }, omdat die maand geen { $missing }e heeft
due-days_already_run = { $days ->
    [one] één dag was
   *[other] { $days } dagen waren
} al verstreken vóór de onderbreking; daarmee eindigt de termijn op { $last }
due-never_shorter = een onderbreking maakt de termijn nooit korter; die eindigt dus op { $last }
due-days_not_counted = { $days ->
    [one] één dag die niet meetelt, komt
   *[other] { $days } dagen die niet meetellen, komen
} erbij; daarmee eindigt de termijn op { $last }
due-holiday = { $day } is een feestdag, { $name }; de termijn loopt door
due-not_a_working_day = { $day } is geen werkdag; de termijn loopt door
due-due = uiterlijk op { $day }, tot 24.00 uur plaatselijke tijd
due-extension = bij een verlenging is de termijn in totaal { $months ->
    [one] één maand
   *[other] { $months } maanden
}, niet gerekend vanaf de eerste uiterste datum
due-extension_days = bij een verlenging is de termijn in totaal { $days ->
    [one] één dag
   *[other] { $days } dagen
}, niet gerekend vanaf de eerste uiterste datum
due-extended_due = bij een verlenging uiterlijk op { $day }, tot 24.00 uur plaatselijke tijd
due-targets = voor de zekerheid: antwoord uiterlijk op { $target }; bij een verlenging uiterlijk op { $extended_target }

## The thresholds, and a finding, in plain words

explain-head = Drempels ‘{ $id }’, versie { $version }, hash van de inhoud { $hash }.
explain-not_before = Niet van kracht vóór { $day }.
explain-owner = Wie ervoor verantwoordelijk is: { $owner }.
explain-flag_does = Wat een signaal doet: het vraagt een mens om te kijken. Het weigert niets, brengt niets in rekening, vertraagt niets en verandert geen woord van een antwoord. Een signaal dat niemand op tijd bekijkt, wordt gesloten als niet buitensporig.
explain-never_looked_at = Waar nooit naar wordt gekeken: een eerste verzoek; bezwaren tegen direct marketing en tegen AI-training; privacysignalen van een browser; ingetrokken toestemming; beperking van de verwerking; en elk recht waarvoor er geen regel is.
explain-never_counts = Wat nooit meetelt: verzoeken die zijn samengevoegd, ingetrokken, te laat of voor een deel beantwoord, betwist of nog niet beantwoord; verzoeken van iemand van wie niemand heeft bevestigd wie het is; verzoeken over een ander recht of een andere omvang (doeleinde, systeem, categorie of periode); en verzoeken van voordat de gegevens of de omstandigheden veranderden. Iedereen wordt apart geteld, ook wie een adres, een advocaat of dezelfde woorden met anderen deelt.
explain-kinder = Wat een regel soepeler maakt: gevoelige gegevens, volgens de cijfers hieronder; een verwerking die de persoon kan schaden (trainen, scoren, blokkeren) telt er één verzoek bij op en halveert de dagen; is beide het geval, dan het ene na het andere.
explain-rule = [{ $id }] { $right } ({ $class }) wordt bekeken als het minstens het { $nth } van die soort is in { $window_days ->
    [one] één dag
   *[other] { $window_days } dagen
}{ $gap_days ->
    [0] {""}
    [one] , tenzij er één dag is verstreken sinds het laatste volledige antwoord
   *[other] , tenzij er { $gap_days } dagen zijn verstreken sinds het laatste volledige antwoord
}.
explain-sensitive = { $days ->
    [0] Bij gevoelige gegevens gaat het om het { $nth }.
    [one] Bij gevoelige gegevens gaat het om het { $nth }, en om één dag.
   *[other] Bij gevoelige gegevens gaat het om het { $nth }, en om { $days } dagen.
}
explain-meaning = Wat dat betekent als alle verzoeken volledig en op tijd worden beantwoord: dagelijkse verzoeken: { $daily }; wekelijkse: { $weekly }; maandelijkse: { $monthly }; driemaandelijkse: { $quarterly }.
explain-from_nth = { $n ->
    [1] vanaf het eerste
    [2] vanaf het tweede
    [3] vanaf het derde
    [4] vanaf het vierde
    [5] vanaf het vijfde
    [6] vanaf het zesde
    [7] vanaf het zevende
    [8] vanaf het achtste
    [9] vanaf het negende
    [10] vanaf het tiende
   *[other] vanaf het { $nth }
}
explain-never = nooit
explain-superseded = [{ $id }] geldt nergens meer voor: ‘{ $by }’ is ervoor in de plaats gekomen.
explain-sources = Bronnen: { $sources }
explain-conclusion = Dit is het { $seen } verzoek van die soort in { $window_days ->
    [one] één dag
   *[other] { $window_days } dagen
}; vanaf het { $nth } kijkt een mens ernaar. Het aantal alleen toont niets aan: de bedoeling zou moeten worden aangetoond.
explain-ordinary_no_rule = Gewoon verzoek: voor dit recht en deze gegevens is er geen regel.
explain-ordinary_self_service = Gewoon verzoek: de persoon kan deze gegevens op elk moment zelf ophalen.
explain-ordinary_few = Gewoon verzoek: minder dan het aantal van de regel.
explain-ordinary_spaced = Gewoon verzoek: lang genoeg na het laatste volledige antwoord.
explain-the_rule = De regel: { $rule }
explain-counted = { $case } van { $day } telde mee.
explain-excluded = { $case } telde niet mee: { $reason }.
explain-not_other_right = het ging over een ander recht
explain-not_other_scope = het ging over andere gegevens
explain-not_outside_window = het valt buiten de periode
explain-not_unverified = niemand had bevestigd wie het verzoek deed
explain-not_merged = het is samen met een openstaand verzoek beantwoord
explain-not_withdrawn = het is ingetrokken
explain-not_unanswered = het heeft nog geen antwoord
explain-not_answered_late = het is te laat beantwoord
explain-not_incomplete = het antwoord was niet volledig
explain-not_unstated = in het antwoord stond niet alles wat naast de gegevens moet worden verteld, zoals wie ze ontvangt
explain-not_unidentifiable = de persoon kon niet worden geïdentificeerd
explain-not_disputed = de persoon heeft het antwoord betwist
explain-not_past_finding = het is geweigerd of in rekening gebracht: een eerdere bevinding telt niet mee voor een nieuwe
explain-not_self_service = de persoon had het zelf opgehaald
explain-not_before_change = de gegevens of de omstandigheden zijn sindsdien veranderd
explain-reset_new_data = Op { $day } waren de gegevens veranderd: wat daarvóór is gevraagd, telt niet mee.
explain-reset_new_purpose = Op { $day } was er een nieuw doeleinde: wat daarvóór is gevraagd, telt niet mee.
explain-reset_new_recipient = Op { $day } was er een nieuwe ontvanger: wat daarvóór is gevraagd, telt niet mee.
explain-reset_breach = Op { $day } was er een datalek: wat daarvóór is gevraagd, telt niet mee.
explain-reset_terms_change = Op { $day } zijn de voorwaarden veranderd: wat daarvóór is gevraagd, telt niet mee.
explain-reset_objection_outcome = Op { $day } is over een bezwaar besloten: wat daarvóór is gevraagd, telt niet mee.
explain-reset_legal_proceedings = Op { $day } begon een juridische procedure: wat daarvóór is gevraagd, telt niet mee.
explain-fewer = Met { $fewer ->
    [one] één eerder verzoek
   *[other] { $fewer } eerdere verzoeken
} minder zou het een gewoon verzoek zijn geweest.
explain-hint = Aandachtspunt ‘{ $id }’: dit is het { $seen } verzoek in { $window_days ->
    [one] één dag
   *[other] { $window_days } dagen
}. Het verandert niets; of er een goede reden voor is, gaat de beoordelaar na zonder het aan de persoon te vragen.
explain-right_access = Een verzoek om inzage
explain-right_rectification = Een verzoek om rectificatie van hetzelfde
explain-right_erasure = Een verzoek om wissing van dezelfde gegevens
explain-right_portability = Een verzoek om overdracht van dezelfde gegevens
explain-right_other_objection = Een bezwaar dat met redenen is afgewezen
explain-right_automated_decision_review = Een verzoek om hetzelfde besluit opnieuw te bekijken
explain-class_static = gegevens die niet meer veranderen
explain-class_normal = gegevens die af en toe veranderen
explain-class_dynamic = gegevens die vaak veranderen

## The pages behind a link, and the component for a company's own pages

choices-heading = uw keuze
choices-objected = U hebt bezwaar gemaakt. Uw gegevens worden hiervoor niet gebruikt.
choices-not_objected = U hebt geen bezwaar gemaakt.
choices-object = Bezwaar maken
choices-take_back = Mijn bezwaar intrekken
choices-doubt = Iemand heeft in uw naam bezwaar gemaakt zonder in te loggen. Het bezwaar geldt al. Was u dat?
choices-confirm = Ja, zo laten
choices-disown = Nee, ongedaan maken
choices-promise = Het is kosteloos, u hoeft geen reden te geven, en verder verandert er voor u niets.
choices-then = Als u bezwaar maakt: { $already_used }
choices-signal = Uw browser stuurt een privacysignaal (GPC). Dat is hier toegepast.
choices-answerable = Verantwoordelijk: { $controller }.
choices-lost_title = Deze link werkt niet
choices-lost = De link is niet volledig, of datgene waarvoor de link bedoeld was, bestaat niet meer. Kopieer de hele link, of schrijf naar { $contact }

## The same where a use rests on consent

consents-objected = U hebt uw toestemming ingetrokken. Uw gegevens worden hiervoor niet gebruikt.
consents-not_objected = U hebt uw toestemming hier niet ingetrokken.
consents-object = Mijn toestemming intrekken
consents-take_back = Mijn intrekking ongedaan maken
consents-doubt = Iemand heeft in uw naam uw toestemming ingetrokken zonder in te loggen. De intrekking geldt al. Was u dat?
consents-then = Als u uw toestemming intrekt: { $already_used }

## The archive that a person receives

packages-title = Uw gegevens bij { $controller }
packages-reference = Kenmerk
packages-asked_for = Uw verzoek
packages-right_access = inzage in uw gegevens (artikel 15 AVG)
packages-right_rectification = rectificatie van uw gegevens (artikel 16 AVG)
packages-right_erasure = wissing van uw gegevens (artikel 17 AVG)
packages-right_restriction = beperking van de verwerking van uw gegevens (artikel 18 AVG)
packages-right_portability = uw gegevens in een vorm die u kunt meenemen (artikel 20 AVG)
packages-right_objection = bezwaar tegen bepaald gebruik van uw gegevens (artikel 21 AVG)
packages-right_automated_decision_review = een geautomatiseerd besluit laten bekijken door een mens (artikel 22 AVG)
packages-right_consent_withdrawal = intrekking van uw toestemming (artikel 7 AVG)
packages-right_other = iets anders
packages-received = Door ons ontvangen
packages-prepared = Samengesteld
packages-holds = Omvang
packages-records = { $count ->
    [one] 1 record
   *[other] { $shown } records
}
packages-contents = Wat erin zit
packages-objections = Waartegen u bezwaar hebt gemaakt
packages-objection_since = { $purpose }, sinds
packages-nothing_here = Wij hebben hier gezocht en niets over u gevonden.
packages-caption = { $title }: { $records }, ook in
packages-no_value = geen waarde
packages-told_title = Hoe uw gegevens worden gebruikt
packages-told_purposes = Waarvoor
packages-told_categories = Soort gegevens
packages-told_recipients = Wie ze ontvangt
packages-told_retention = Hoelang
packages-told_source = Waar ze vandaan komen
packages-told_automated = Besluiten zonder mens
packages-told_transfers = Naar landen buiten de Europese Economische Ruimte
packages-told_use = { $purpose } ({ $basis })
packages-told_basis = artikel 6, lid 1, onder { $letter }), AVG
packages-told_you = Van u: u hebt ze ons gegeven, of ze zijn ontstaan toen u onze dienst gebruikte.
packages-told_nobody = Niemand
packages-told_nowhere = Nergens heen: ze worden niet naar zulke landen gestuurd.
packages-told_transfer = { $country }. Wat ze daar beschermt: { $safeguard }
packages-told_no_decisions = Geen: met deze gegevens wordt niets over u besloten zonder dat er een mens aan te pas komt.
packages-told_logic = Hoe er wordt besloten: { $text }
packages-told_significance = Welk belang het heeft: { $text }
packages-told_consequences = Welke gevolgen het voor u heeft: { $text }
packages-told_not_stated = Niet vermeld. U hebt recht op deze informatie: vraag erom, dan antwoordt een mens u, kosteloos.
packages-told_rights_title = Uw rechten
packages-told_rights = U kunt uw gegevens laten rectificeren (artikel 16 AVG) of laten wissen (artikel 17), laten beperken wat wij ermee doen (artikel 18), en bezwaar maken tegen bepaald gebruik ervan (artikel 21). Dat is kosteloos.
packages-told_complaint = U kunt een klacht indienen bij een toezichthoudende autoriteit (artikel 77 AVG), met name waar u woont, waar u werkt of waar de inbreuk is begaan:
packages-told_only = U hebt gevraagd naar het gebruik van uw gegevens, en niet naar de gegevens zelf: die zitten niet in dit archief. U kunt ze op elk moment opvragen, kosteloos.
packages-kept_title = Uw eerdere verzoeken
packages-kept_none = Wij hebben geen eerder verzoek van u.
packages-restrictions = Wat wij maar beperkt met uw gegevens mogen doen zolang een bezwaar wordt afgewogen
packages-outcome_open = Nog niet beantwoord.
packages-outcome_merged = Samen met een ander verzoek beantwoord.
packages-outcome_withdrawn = U hebt het ingetrokken.
packages-outcome_fulfilled = Beantwoord.
packages-outcome_partial = Voor een deel beantwoord.
packages-outcome_declined = Niet gegeven; in de brief stond waarom.
packages-outcome_refused = Niet beantwoord, omdat wij het als buitensporig beschouwden.
packages-outcome_fee_proposed = Er is een vergoeding voorgesteld, omdat wij het als buitensporig beschouwden.
packages-outcome_unidentifiable = Niet beantwoord, omdat wij niet konden vaststellen welke gegevens over u gaan.
packages-flag_open = Het kreeg een signaal, om te bekijken of uw verzoeken zich buitensporig herhalen (artikel 12, lid 5, AVG); er heeft nog niemand iets besloten.
packages-flag_lapsed = Het kreeg een signaal, om te bekijken of uw verzoeken zich buitensporig herhalen (artikel 12, lid 5, AVG); het signaal is vanzelf vervallen, en het verzoek is niet buitensporig.
packages-flag_not_excessive = Het kreeg een signaal, om te bekijken of uw verzoeken zich buitensporig herhalen (artikel 12, lid 5, AVG); een mens heeft gekeken, en het verzoek is niet buitensporig.
packages-flag_excessive = Het kreeg een signaal, om te bekijken of uw verzoeken zich buitensporig herhalen (artikel 12, lid 5, AVG); twee mensen hebben besloten dat het buitensporig is.
packages-wrong_title = Als er iets niet klopt of ontbreekt
packages-wrong = Vermeld { $reference } en laat het ons weten; het wordt opnieuw bekeken, kosteloos. U kunt ook een klacht indienen bij een toezichthoudende autoriteit en naar de rechter gaan.
packages-note_period = U hebt naar een periode gevraagd. Dit archief bevat alles in de categorieën die u hebt genoemd, van welke datum ook.
packages-note_not_searched = Hier konden wij niet naar u zoeken: { $systems }. Wij weten niet onder welke naam of welk nummer u daar bekend bent; een van onze medewerkers kijkt het na, en u kunt ons schrijven.
packages-note_away = Deze systemen antwoordden niet en ontbreken hier: { $systems }.
packages-note_not_text = In ‘{ $table }’ zijn sommige waarden van { $columns } in onze database geen geldige tekst; ze staan hier als base64, byte voor byte.
packages-note_nothing = Wij hebben in elk systeem gekeken dat hier staat, en geen gegevens over u gevonden.
packages-readme = Dit archief bevat de gegevens over u. Niets daarin wordt uitgevoerd of laadt iets vanaf een netwerk.
packages-readme_index = open dit in een browser: alles, om te lezen en af te drukken
packages-readme_data = alles, voor programma's; de opbouw staat hieronder
packages-readme_csv =
    één bestand per tabel, voor een spreadsheet: UTF-8, komma's, eerst de namen van de kolommen. Staat = + - @
    aan het begin van een tekst, of in een tekst na een puntkomma, een tab of een regeleinde, dan staat er een
    apostrof voor, en ook voor een tekst die met een tab of een regeleinde begint: zo ziet geen enkele
    spreadsheet de tekst aan voor een formule. In data.json staat alles zoals het is
packages-readme_manifest = de SHA-256 en de grootte van elk ander bestand: {"{"}"files": [{"{"}"file", "sha256", "size"{"}"}]{"}"}
packages-readme_format = data.json, formaat 1. Er kunnen sleutels bij komen; een sleutel die er is, houdt zijn betekenis.
packages-readme_reference = vermeld dit kenmerk als u ons schrijft
packages-readme_right = wat er is gevraagd, zoals "access" (inzage) of "portability" (overdraagbaarheid van gegevens)
packages-readme_controller = wie antwoordt
packages-readme_received_at = wanneer wij het verzoek hebben ontvangen (RFC 3339)
packages-readme_prepared_at = wanneer dit archief is gemaakt (RFC 3339)
packages-readme_language = van de woorden erin, zoals "nl"
packages-readme_information = hoe de gegevens worden gebruikt, vóór de gegevens (artikel 15, leden 1 en 2): {"{"}"asked", "datasets", "rights",
    "authorities"{"}"}; null waar ons gegevensoverzicht het niet vermeldt
packages-readme_notes = opmerkingen voor u: een lijst van teksten
packages-readme_objections = de bezwaren die gelden: een lijst van {"{"}"purpose", "since"{"}"}
packages-readme_restrictions = doeleinden waarvoor het gebruik van uw gegevens is beperkt: een lijst van teksten
packages-readme_requests = uw eerdere verzoeken: een lijst van {"{"}"reference", "right", "received_at", "outcome", "flag"{"}"}
packages-readme_systems = een lijst van {"{"}"id", "title", "tables"{"}"}
packages-readme_tables = een lijst van {"{"}"dataset", "title", "columns", "rows"{"}"}
packages-readme_columns = de namen van de kolommen
packages-readme_rows = een lijst van rijen; een rij is een lijst met één waarde per kolom, null waar er geen is
packages-readme_wrong = Als er iets niet klopt of ontbreekt, laat het ons weten: u kunt het verzoek betwisten, kosteloos.

## The portal

portal-own_name = Nederlands
portal-skip = Naar de inhoud
portal-site = { $controller }: uw privacyrechten
portal-languages = Talen
portal-free = Kosteloos.
portal-contact = Gegevensbescherming: { $contact }
portal-back = Terug naar het begin
portal-error = Fout:
portal-problem = Er is een probleem
portal-say_no = Nee zeggen tegen bepaald gebruik van uw gegevens
portal-no_account = Kosteloos. U hebt geen account en geen reden nodig.
portal-object = Bezwaar maken
portal-withdraw = Toestemming intrekken
portal-other = Iets anders vragen
portal-access = Een kopie van mijn gegevens krijgen
portal-rectification = Mijn gegevens laten rectificeren
portal-erasure = Mijn gegevens laten wissen
portal-restriction = Het gebruik van mijn gegevens laten beperken
portal-portability = Mijn gegevens meenemen
portal-automated = Een besluit door een mens laten bekijken
portal-consent = Mijn toestemming intrekken
portal-unsure = Iets anders, of ik weet het niet zeker
portal-access_means = Wat wij over u hebben, waar het vandaan komt, waarvoor het wordt gebruikt en wie het ontvangt.
portal-rectification_means = Iets wat wij over u hebben, is onjuist of onvolledig.
portal-erasure_means = Wat niet hoeft te worden bewaard, wordt gewist. Wat wij volgens de wet moeten bewaren, blijft, en wij vertellen u wat dat is en tot wanneer.
portal-restriction_means = Wij bewaren uw gegevens maar gebruiken ze niet meer, bijvoorbeeld zolang u betwist dat ze juist zijn.
portal-portability_means = Wat u ons hebt gegeven, in een vorm die machines kunnen lezen.
portal-automated_means = Een machine heeft zonder mens iets besloten wat voor u belangrijk is.
portal-consent_means = Elke toestemming die u ons hebt gegeven, vanaf nu. Het geldt meteen.
portal-unsure_means = Zeg het in uw eigen woorden. Iemand leest het.
portal-due_today = Een verzoek dat vandaag wordt verstuurd, wordt uiterlijk op { $due } beantwoord.
portal-due_how = Hoe deze datum tot stand komt
portal-ways = Andere manieren
portal-ways_write = Schrijf ons via { $contact } of per post. Dat telt even goed, vanaf de dag waarop het bij ons aankomt.
portal-object_this = Mijn gegevens hier niet meer voor gebruiken
portal-withdraw_this = Mijn toestemming hiervoor intrekken
portal-address = Uw e-mailadres
portal-address_why = Het adres dat u bij ons gebruikt. Daarmee vinden wij u en volgen wij uw keuze op, en wij gebruiken het nergens anders voor.
portal-address_find = Het adres dat u bij ons gebruikt. Daarmee vinden wij uw gegevens, en daar sturen wij ons antwoord naartoe. Wij vragen geen identiteitsbewijs.
portal-address_wrong = Vul een e-mailadres in zoals name@example.org
portal-situation = Iets over uw situatie (niet verplicht)
portal-situation_why = U hoeft geen redenen te geven. Willen wij met dit gebruik doorgaan, dan wegen wij het af tegen wat u hier schrijft.
portal-already = Wat er gebeurt met gegevens die al zijn gebruikt
portal-recorded = Vastgelegd, en vanaf nu van kracht
portal-recorded_now = Vanaf nu worden uw gegevens hiervoor niet gebruikt. Dat geldt al voordat iemand uw adres heeft bevestigd.
portal-reference = Uw kenmerk:
portal-recorded_keep = Bewaar het: daarmee kunt u vragen wat ervan is geworden.
portal-recorded_weighed = Een van onze medewerkers bekijkt het. Mochten wij met dit gebruik willen doorgaan, dan hoort u eerst waarom en hebt u de tijd om dat te betwisten.
portal-recorded_address = Wij gebruiken uw adres alleen hiervoor: om uw keuze op te volgen, en om te kunnen aantonen dat wij dat hebben gedaan.
portal-undo = Dit ongedaan maken
portal-undone_title = Ongedaan gemaakt
portal-undone = Wat hier is ingevoerd, is ongedaan gemaakt. Wat daarvóór gold, blijft gelden.
portal-others = Waar uw gegevens nog meer voor worden gebruikt
portal-ask = Wat wilt u vragen?
portal-choose = Kiezen
portal-own_words = In uw eigen woorden (niet verplicht)
portal-own_words_why = Wat precies, van wanneer, of alles wat helpt om het te vinden.
portal-go_on = Doorgaan
portal-check = Controleer uw antwoorden
portal-check_right = Uw verzoek
portal-check_words = In uw eigen woorden
portal-check_no_words = Verder niets
portal-check_from = Van
portal-check_who = Het gaat naar
portal-check_due = U hebt antwoord uiterlijk op
portal-send = Mijn verzoek versturen
portal-change = Wijzigen
portal-sent = Uw verzoek is verstuurd
portal-sent_due = U hebt ons antwoord uiterlijk op { $due }.
portal-next = Hoe het verdergaat
portal-next_confirm = Er is een e-mail naar u onderweg. Volg daarmee uw verzoek en zeg dat het van u is; dan beginnen wij eraan te werken. Komt er geen e-mail, dan gaat een van onze medewerkers het op de eenvoudigste manier na. U kunt ook met uw kenmerk naar { $contact } schrijven.
portal-next_free = Het is kosteloos, wat het antwoord ook is.
portal-fault = Dat is niet gelukt
portal-fault_unread = Iets van wat is verzonden, is niet leesbaar. Er is niets veranderd. Ga terug en probeer het opnieuw, of schrijf naar { $contact }.
portal-fault_large = Wat u hebt verzonden, is te groot. Er is niets veranderd. Verstuur minder tegelijk, of schrijf naar { $contact }.
portal-fault_busy = Wij kunnen het op dit moment niet aannemen. Er is niets veranderd. Probeer het over een paar minuten opnieuw.
portal-fault_ours = De fout ligt bij ons en niet bij u. Als u hierover naar { $contact } schrijft, noem dan dit: { $incident }
portal-nothing = Hier is niets
portal-nothing_why = Het adres is niet volledig, of waar het naartoe leidde, is voorbij. Begin opnieuw, of schrijf naar { $contact }.
portal-full = Wij konden het zojuist niet aannemen
portal-full_why = Er is niets opgeslagen, en er gaat geen dag verloren: wat u vanaf deze pagina opnieuw verstuurt, telt vanaf vandaag.
portal-send_again = Opnieuw versturen
portal-how = Hoe u bezwaar maakt
portal-how_choose = Kies het gebruik dat u niet wilt. U hebt geen account en geen reden nodig.
portal-how_then = Vul uw e-mailadres in en druk op de knop. Het geldt meteen, is kosteloos, en u kunt het even gemakkelijk weer intrekken.
portal-how_other = U kunt ons ook schrijven via { $contact } of per post; dat telt even goed.
portal-thresholds = Hoe wij naar herhaalde verzoeken kijken
portal-thresholds_why = Een van onze medewerkers kan verzoeken bekijken die zich herhalen. Dat vertraagt nooit een verzoek, kost op zichzelf nooit iets en leidt op zichzelf nooit tot een weigering.
portal-privacy = Wat er gebeurt met wat u hier verstuurt
portal-privacy_who = { $controller } is verantwoordelijk voor deze pagina's. Vragen kunt u stellen aan { $contact }.
portal-privacy_what = Zolang u niets verstuurt, wordt er niets over u opgeslagen en geen cookie geplaatst. Wat u verstuurt (uw adres of uw account, uw woorden, de dag), wordt verzegeld opgeslagen, zodat wij u kunnen antwoorden en kunnen aantonen dat wij dat hebben gedaan. Verder hebben wij niets van u nodig.
portal-privacy_who_gets = Het wordt gelezen door de medewerkers die u antwoorden, en door de systemen waarin wij uw gegevens zoeken. Het wordt nergens anders voor gebruikt, en of u een abonnement hebt en welk, maakt geen verschil.
portal-privacy_rights = U hebt daarop alle rechten die u op uw andere gegevens hebt: vraag hier om een kopie, rectificatie of wissing, kosteloos. U kunt een klacht indienen bij een toezichthoudende autoriteit.
portal-retention = Hoelang wij bewaren wat u verstuurt
portal-retention_requests = Uw verzoeken, onze brieven en de berichten blijven bewaard zolang wij mogelijk moeten aantonen dat wij u hebben geantwoord. Wilt u ze eerder weg hebben, schrijf dan naar { $contact }; aan wat er dan overblijft, kan niemand zien wie u was.
portal-retention_archive = Het archief met uw gegevens kan { $days ->
    [one] één dag
   *[other] { $days } dagen
} lang worden gedownload; daarna wordt het gewist.
portal-retention_choices = Dat u nee hebt gezegd tegen bepaald gebruik, blijft bewaard zolang het geldt: anders zou niemand zich eraan kunnen houden. Het wordt bewaard als een getal dat alleen wij, en de systemen die zich eraan houden, kunnen vergelijken.
portal-retention_session = Een link om in te loggen werkt vijftien minuten. Na een half uur zonder gebruik wordt u uitgelogd.
portal-accessibility = Toegankelijkheid
portal-accessibility_what = Deze pagina's zijn gemaakt om te voldoen aan WCAG 2.2, niveau AA: ze werken met het toetsenbord, met een schermlezer, vergroot, zonder kleuren, zonder scripts en afgedrukt.
portal-accessibility_how = Wij controleren elke pagina automatisch bij elke wijziging, en bekijken de pagina. Geen externe instantie heeft de pagina's onderzocht.
portal-accessibility_help = Werkt er iets niet voor u, schrijf dan naar { $contact }, of stuur uw verzoek per e-mail of per post: het telt even goed.
portal-complaint = Een klacht indienen bij een toezichthoudende autoriteit
portal-complaint_where = U kunt een klacht indienen waar u woont, waar u werkt of waar volgens u de wet is overtreden. Dat is kosteloos, en u hoeft ons niet eerst iets te hebben gevraagd.
portal-complaint_free = De eerste is die van de plaats waar wij gevestigd zijn. U kunt ook naar de rechter gaan.

## What a page says with an article of the law

cited-basis = Wij baseren dit gebruik op artikel 6, lid 1, onder { $letter }), AVG.
cited-basis_otherwise = Wij baseren dit gebruik op: { $basis }.
cited-privacy_why = De wet verplicht ons u te antwoorden en dat te kunnen aantonen (artikel 6, lid 1, onder c), AVG, samen met artikel 5, lid 2, artikel 12 en de artikelen 15 tot en met 22).

## A person's own pages

own-follow = Een verzoek volgen
own-sign_in = Uw verzoeken bekijken
own-sign_in_why = Vul het adres in dat u hebt gebruikt. Wij sturen daar een link en een code naartoe, waarmee u laat zien dat het van u is. U hebt geen wachtwoord nodig.
own-sign_in_send = Stuur mij een link
own-with_account = Of log in met uw account
own-at_issuer = Inloggen bij { $name }
own-not_in = U bent niet ingelogd
own-not_in_why = Inloggen met uw account is niet gelukt. Er is niets veranderd. Probeer het opnieuw, of laat een link naar uw adres sturen.
own-asked = Kijk in uw mailbox
own-asked_why = Er is een e-mail onderweg naar het adres dat u hebt ingevuld. Open de link daarin in deze browser, of typ hier de code. Beide werken vijftien minuten.
own-code = Code uit de e-mail
own-code_hint = Acht letters en cijfers
own-code_wrong = Typ de acht letters en cijfers uit de nieuwste e-mail
own-enter = Inloggen
own-enter_why = Eén klik, en u ziet uw verzoeken en uw keuzes.
own-enter_code = Dit is niet de browser waarin om de link is gevraagd. Typ de code die bij de link staat, zodat niemand anders de link gebruikt.
own-over = Deze link is verlopen
own-over_why = Een link werkt één keer, en maar korte tijd. Voor uw verzoeken heeft dat geen gevolgen.
own-again = Stuur mij een nieuwe link
own-ended = Log opnieuw in
own-ended_why = U was uitgelogd, of deze pagina is te oud om nog te versturen. Er is niets veranderd.
own-sign_out = Uitloggen
own-requests = Uw verzoeken
own-requests_none = Met dit adres of account is er niets verstuurd.
own-more = Oudere
own-open_it = Openen
own-sent_on = Ontvangen op { $day }
own-due_on = Wij antwoorden uiterlijk op { $day }.
own-is_received = Wij hebben het ontvangen en werken eraan. U hoeft niets te doen.
own-is_unconfirmed = Wij hebben het ontvangen. Zeg dat het van u is; dan beginnen wij eraan te werken.
own-is_identity = Wij hebben u gevraagd om iets waaruit blijkt wie u bent. In de brief hieronder staat wat genoeg is.
own-is_merged = U hebt hetzelfde gevraagd in verzoek { $reference }, dat nog openstaat. Beide worden samen beantwoord.
own-is_withdrawn = U hebt het ingetrokken. U kunt het op elk moment opnieuw vragen, kosteloos.
own-is_fulfilled = Het is beantwoord.
own-is_partial = Het is voor een deel beantwoord. In de brief hieronder staat wat er ontbreekt, waarom, en wat u kunt doen.
own-is_declined = Wij geven niet wat u hebt gevraagd. In de brief hieronder staat waarom, en wat u kunt doen.
own-is_unidentifiable = Wij konden niet vaststellen welke gegevens over u gaan. In de brief hieronder staat wat zou helpen.
own-is_fee = Wij stellen een vergoeding van { $amount } voor. In de brief hieronder staat waarom. Zonder uw instemming wordt er niets in rekening gebracht; zolang u niet kiest, wordt dit verzoek niet beantwoord.
own-is_overdue = De datum is verstreken zonder antwoord. Dat is onze fout. U kunt nu een klacht indienen bij een toezichthoudende autoriteit.
own-was_this_you = Hebt u dit verstuurd?
own-was_this_you_why = Iedereen kan een adres opschrijven. U hebt laten zien dat dit adres van u is, dus alleen u kunt het zeggen.
own-confirm = Ja, dit is van mij
own-disown = Nee, dit is niet van mij
own-steps = Wat er is gebeurd
own-step_received = Ontvangen
own-step_work = In behandeling
own-step_extended = Meer tijd genomen; in de brief staat waarom
own-step_answered = Beantwoord
own-step_due = Uiterste datum voor het antwoord
own-words = Wat u hebt geschreven
own-parts = Wat er is gedaan
own-part_where = Waar
own-part_done = Gedaan
own-part_rows = Records
own-done_collected = voor u gekopieerd
own-done_erased = gewist
own-done_overwritten = anoniem gemaakt
own-done_kept = bewaard
own-done_restricted = gemarkeerd als beperkt
own-done_restriction_lifted = markering van de beperking weggehaald
own-done_not_searched = nog niet doorzocht
own-done_nothing = doorzocht, en niets over u gevonden
own-files = Om te downloaden
own-package = Uw gegevens, als archief
own-receipt = Ontvangstbevestiging, als bestand voor programma's
own-calendar = Datum voor uw agenda
own-letters = Brieven
own-letter_of = { $kind }, { $day }
own-letter_review = Een mens bekijkt uw verzoeken
own-letter_fee = Er is een vergoeding voorgesteld
own-letter_refused = Niet beantwoord, en waarom
own-letter_narrow = Hoe u om minder kunt vragen
own-letter_objection = Hoe uw bezwaar is afgewogen
own-letter_partial = Wat er ontbreekt, en waarom
own-letter_extended = Het duurt langer
own-letter_identity = Wie bent u?
own-letter_clarification = Wat zoekt u?
own-letter_restricted = De beperking is van kracht
own-letter_restriction_ends = De beperking eindigt
own-letter_receipt = Wij hebben uw verzoek
own-letter_completed = Wat er is gedaan
own-messages = Berichten
own-from_you = U
own-from_us = Wij
own-from_nobody = Bericht
own-write = Ons hierover schrijven
own-write_why = Vul iets aan, verbeter iets of stel een vraag. Het gaat naar de mensen die eraan werken.
own-write_send = Versturen
own-write_empty = Schrijf eerst iets
own-contest = Opnieuw laten bekijken
own-contest_why = U hoeft niet te zeggen waarom. Iemand bekijkt het antwoord opnieuw, kosteloos. Een klacht indienen en naar de rechter gaan kunt u evengoed.
own-contest_words = Wat er niet klopt (niet verplicht)
own-withdraw = Het verzoek intrekken
own-withdraw_why = Dan werken wij er niet verder aan. U kunt het op elk moment opnieuw vragen, kosteloos.
own-review = Uw reactie bij deze beoordeling
own-review_why = Er is niets besloten. Hier ziet u wat er is meegeteld. U kunt reageren en aangeven wat niet zou moeten meetellen. U hoeft niet te zeggen waarom u een verzoek doet.
own-review_counted = Meegeteld: vink aan wat niet zou moeten meetellen
own-review_left_out = Niet meegeteld
own-review_words = Uw reactie
own-fee = Uw keuze over de vergoeding
own-fee_accept = De vergoeding aanvaarden
own-fee_less = Om minder vragen, kosteloos
own-done = Klaar.
own-choices = Uw keuzes
own-choices_why = Waarvoor uw gegevens niet mogen worden gebruikt, omdat u dat hebt gezegd. Elke keuze geldt meteen.
own-choice_since = U zegt nee, sinds { $day }.
own-choice_none = U hebt geen nee gezegd.
own-choice_doubt = Iemand heeft dit met uw adres ingevuld. Het geldt tot u zegt dat u het niet was.
own-choice_restricted = Zolang uw bezwaar wordt afgewogen, worden uw gegevens hiervoor niet gebruikt.
own-object = Dit gebruik stoppen
own-take_back = Weer toestaan
own-known_as = U bent ingelogd: wij antwoorden via uw account of adres, en hebben verder niets nodig.
own-recorded = Vanaf nu worden uw gegevens hiervoor niet gebruikt.
own-account = Uw account bij ons
own-your_own = Uw eigen pagina's

## Mails

mails-receipt_subject = Uw verzoek is ontvangen
mails-receipt = Wij hebben uw verzoek { $reference } ontvangen. U hebt ons antwoord uiterlijk op { $due }. Het is kosteloos.
mails-follow = Hier kunt u het volgen:
mails-follow_it = Uw verzoek heeft het kenmerk { $reference }. Hier kunt u het volgen:
mails-stopped_subject = Wat u ons vroeg te stoppen, is gestopt
mails-stopped = Wat u ons vroeg te stoppen, is vastgelegd en sindsdien van kracht. Het is kosteloos.
mails-stopped_by_you = Het geldt al, ook al is niet aangetoond dat u het was die erom vroeg. Bevestig het hier, of maak het ongedaan:
mails-sign_in_subject = Uw link om in te loggen
mails-way_in = Met deze link logt u in en ziet u uw verzoeken en uw keuzes. De link werkt één keer, vijftien minuten lang:
mails-code = Waar u erom hebt gevraagd, kunt u in plaats daarvan deze code typen. In een andere browser hebt u beide nodig:
mails-not_you = Hebt u hier niet om gevraagd, dan hoeft u niets te doen: zonder dit bericht logt niemand in uw naam in.
mails-letter_subject = Er is een brief voor u
mails-letter = Er staat een brief over uw verzoek { $reference } voor u klaar:
mails-answer_subject = Uw antwoord is klaar
mails-answer = Het antwoord op uw verzoek { $reference } staat voor u klaar:
mails-foot = Een machine heeft dit namens { $controller } geschreven. Wat u naar { $contact } schrijft, wordt door een mens gelezen.
