# Co szwajcarski administrator mówi inaczej: szwajcarska ustawa o ochronie danych i szwajcarskie rozporządzenie o ochronie danych.
# Każdy komunikat zastępuje ten sam komunikat z pl.ftl.

letters-review = Osoba z naszego biura sprawdza, czy Państwa wnioski powtarzają się w sposób, który prawo nazywa kwerulanckim (art. 26 ust. 1 lit. c szwajcarskiej ustawy o ochronie danych). Nie podjęto żadnej decyzji. Praca nad wnioskiem trwa, a termin naszej odpowiedzi się nie zmienia.
letters-fee = Uznajemy, że ten wniosek wymaga niewspółmiernego nakładu pracy (art. 19 szwajcarskiego rozporządzenia o ochronie danych), i proponujemy odpowiedź za udziałem w kosztach w wysokości { $amount }.
letters-refused = Nie podejmujemy działań w związku z tym wnioskiem, ponieważ uznajemy go za oczywiście bezzasadny lub kwerulancki (art. 26 ust. 1 lit. c szwajcarskiej ustawy o ochronie danych).
letters-in_part = Odpowiadamy na Państwa wniosek z wyjątkiem tej części, którą uznajemy za oczywiście bezzasadną lub kwerulancką (art. 26 ust. 1 lit. c szwajcarskiej ustawy o ochronie danych):
letters-authority = Mogą Państwo także wnieść skargę do organu nadzorczego, w szczególności tam, gdzie Państwo mieszkają, gdzie pracują albo gdzie doszło do naruszenia:
letters-court = Mogą Państwo także wystąpić do sądu państwa, w którym mamy jednostkę organizacyjną albo w którym Państwo mieszkają.
letters-lifting = { $purpose }
    Wnieśli Państwo sprzeciw wobec takiego wykorzystania swoich danych, a my je wstrzymaliśmy. Rozważyliśmy Państwa sprzeciw i uznajemy nasze interesy za nadrzędne (art. 30 ust. 2 lit. b i art. 31 szwajcarskiej ustawy o ochronie danych):
letters-lifting_research = { $purpose }
    Wnieśli Państwo sprzeciw wobec takiego wykorzystania swoich danych, a my je wstrzymaliśmy. Po sprawdzeniu uznajemy je za niezbędne do wykonania zadania w interesie publicznym (art. 31 ust. 1 szwajcarskiej ustawy o ochronie danych):
letters-days = Ograniczenie tego wykorzystania zostanie uchylone nie wcześniej niż { $days ->
    [one] jeden dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
} po tym, jak to pismo do Państwa dotrze. Jeżeli wcześniej Państwo to zakwestionują, ograniczenie pozostanie w mocy do czasu, aż ponownie to sprawdzimy.
letters-unidentifiable = Nie udało nam się ustalić, które z naszych danych są Państwa danymi (art. 16 ust. 5 szwajcarskiego rozporządzenia o ochronie danych). Co przeszukaliśmy i co by pomogło:
letters-extended = Nasza odpowiedź zajmie więcej czasu: otrzymają ją Państwo do { $day } (art. 18 ust. 2 szwajcarskiego rozporządzenia o ochronie danych).
letters-referred = Osoba z naszego biura sprawdza, czy ten wniosek złożono w innym celu niż ten, dla którego przewiduje go prawo (art. 26 ust. 1 lit. c szwajcarskiej ustawy o ochronie danych). Poprosił o to ktoś z naszego biura; nie ma znaczenia, jak często składali Państwo wnioski. Nie podjęto żadnej decyzji. Praca nad wnioskiem trwa, a termin naszej odpowiedzi się nie zmienia. Oto, co przemawia przeciwko wnioskowi:
letters-identity = Zanim odpowiemy, musimy wiedzieć, że wniosek pochodzi od Państwa (art. 16 ust. 5 szwajcarskiego rozporządzenia o ochronie danych). Skąd nasze wątpliwości:
letters-restriction_applied = Od teraz przetwarzanie Państwa danych jest ograniczone (art. 32 ust. 2 lit. a szwajcarskiej ustawy o ochronie danych). Przechowujemy je i nie wykorzystujemy ich do następujących celów:
letters-restriction_except = Dopóki to trwa, dane są wykorzystywane tylko za Państwa zgodą, w celu ustalenia, dochodzenia lub obrony roszczeń, w celu ochrony praw innej osoby albo z uwagi na ważne względy interesu publicznego. Zanim ograniczenie się skończy, poinformujemy o tym Państwa.
letters-restriction_ends = Ograniczenie, o które Państwo prosili, kończy się. Potem Państwa dane będą znowu wykorzystywane do następujących celów:
letters-recipients = Ci odbiorcy otrzymali wcześniej dane. Informujemy ich o tym, co zrobiono, chyba że jest to niemożliwe lub wymaga niewspółmiernie dużego wysiłku:
letters-ground_rights_of_others = kopia niekorzystnie wpłynęłaby na nadrzędne interesy innych osób (art. 26 ust. 1 lit. b szwajcarskiej ustawy o ochronie danych).
letters-ground_accuracy_not_shown = nie znaleźliśmy niczego, co by wskazywało, że te dane są nieprawidłowe (art. 32 ust. 1 szwajcarskiej ustawy o ochronie danych).
letters-ground_no_case_for_erasure = nie zachodzi żaden z przypadków, w których dane trzeba usunąć (art. 30 i art. 32 ust. 2 lit. c szwajcarskiej ustawy o ochronie danych).
letters-ground_expression = wolność wypowiedzi i informacji (art. 31 ust. 2 lit. d szwajcarskiej ustawy o ochronie danych).
letters-ground_legal_obligation = prawo zobowiązuje nas do przechowywania tych danych (art. 31 ust. 1 szwajcarskiej ustawy o ochronie danych).
letters-ground_public_health = zdrowie publiczne (art. 31 ust. 1 szwajcarskiej ustawy o ochronie danych).
letters-ground_research = badania, planowanie lub statystyka (art. 31 ust. 2 lit. e szwajcarskiej ustawy o ochronie danych).
letters-ground_legal_claims = te dane są potrzebne do ustalenia, dochodzenia lub obrony roszczeń (art. 31 ust. 1 szwajcarskiej ustawy o ochronie danych).
letters-ground_no_case_for_restriction = nie zachodzi żaden z przypadków, w których przetwarzanie się ogranicza (art. 32 ust. 2 lit. a szwajcarskiej ustawy o ochronie danych).
letters-ground_not_provided = to nie Państwo ujawnili nam te dane (art. 28 ust. 1 szwajcarskiej ustawy o ochronie danych).
letters-ground_not_by_consent_or_contract = nie wykorzystujemy tych danych na podstawie zgody ani umowy (art. 28 ust. 1 lit. b szwajcarskiej ustawy o ochronie danych).
letters-ground_rights_of_others_too = przekazanie tych danych niekorzystnie wpłynęłoby na nadrzędne interesy innych osób (art. 29 ust. 1 szwajcarskiej ustawy o ochronie danych).
letters-ground_no_such_decision = nie było decyzji podjętej wyłącznie przez maszynę albo prawo na nią pozwala (art. 21 szwajcarskiej ustawy o ochronie danych).
letters-ground_unidentifiable = nie możemy ustalić, które dane są Państwa danymi (art. 16 ust. 5 szwajcarskiego rozporządzenia o ochronie danych).
packages-right_access = dostęp do Państwa danych (art. 25 szwajcarskiej ustawy o ochronie danych)
packages-right_rectification = sprostowanie Państwa danych (art. 32 ust. 1 szwajcarskiej ustawy o ochronie danych)
packages-right_erasure = usunięcie Państwa danych (art. 32 ust. 2 lit. c szwajcarskiej ustawy o ochronie danych)
packages-right_restriction = ograniczenie przetwarzania Państwa danych (art. 32 ust. 2 lit. a szwajcarskiej ustawy o ochronie danych)
packages-right_portability = Państwa dane w postaci, którą można zabrać gdzie indziej (art. 28 szwajcarskiej ustawy o ochronie danych)
packages-right_objection = sprzeciw wobec wykorzystania Państwa danych (art. 30 ust. 2 lit. b szwajcarskiej ustawy o ochronie danych)
packages-right_automated_decision_review = sprawdzenie zautomatyzowanej decyzji przez człowieka (art. 21 ust. 2 szwajcarskiej ustawy o ochronie danych)
packages-right_consent_withdrawal = wycofanie Państwa zgody (art. 30 ust. 2 lit. b szwajcarskiej ustawy o ochronie danych)
packages-told_basis = { $letter ->
    [a] Państwa zgoda (art. 31 ust. 1 szwajcarskiej ustawy o ochronie danych)
    [b] umowa z Państwem (art. 31 ust. 2 lit. a szwajcarskiej ustawy o ochronie danych)
    [c] obowiązek prawny (art. 31 ust. 1 szwajcarskiej ustawy o ochronie danych)
   *[other] nadrzędny interes (art. 31 ust. 1 szwajcarskiej ustawy o ochronie danych)
}
packages-told_rights = Mogą Państwo uzyskać sprostowanie danych (art. 32 ust. 1 szwajcarskiej ustawy o ochronie danych), ich usunięcie lub zakaz tego, co z nimi robimy (art. 32 ust. 2), a także wnieść sprzeciw wobec ich wykorzystania (art. 30 ust. 2 lit. b). Jest to bezpłatne.
packages-told_complaint = Mogą Państwo zwrócić się do Federalnego Pełnomocnika ds. Ochrony Danych i Informacji (art. 49 szwajcarskiej ustawy o ochronie danych), a jeżeli mieszkają lub pracują Państwo gdzie indziej, także do tamtejszego organu:
packages-flag_open = Wniosek oznaczono, aby sprawdzić, czy Państwa wnioski są kwerulanckie (art. 26 ust. 1 lit. c szwajcarskiej ustawy o ochronie danych); nikt jeszcze nie podjął decyzji.
packages-flag_lapsed = Wniosek oznaczono, aby sprawdzić, czy Państwa wnioski są kwerulanckie (art. 26 ust. 1 lit. c szwajcarskiej ustawy o ochronie danych); oznaczenie samo wygasło, a wniosek taki nie jest.
packages-flag_not_excessive = Wniosek oznaczono, aby sprawdzić, czy Państwa wnioski są kwerulanckie (art. 26 ust. 1 lit. c szwajcarskiej ustawy o ochronie danych); sprawdził to człowiek i wniosek taki nie jest.
packages-flag_excessive = Wniosek oznaczono, aby sprawdzić, czy Państwa wnioski są kwerulanckie (art. 26 ust. 1 lit. c szwajcarskiej ustawy o ochronie danych); dwie osoby zdecydowały, że taki jest.
cited-basis = { $letter ->
    [a] Podstawą prawną tego wykorzystania jest Państwa zgoda (art. 31 ust. 1 szwajcarskiej ustawy o ochronie danych).
    [b] Podstawą prawną tego wykorzystania jest umowa z Państwem (art. 31 ust. 2 lit. a szwajcarskiej ustawy o ochronie danych).
    [c] Podstawą prawną tego wykorzystania jest obowiązek prawny (art. 31 ust. 1 szwajcarskiej ustawy o ochronie danych).
   *[other] Podstawą prawną tego wykorzystania jest nadrzędny interes (art. 31 ust. 1 szwajcarskiej ustawy o ochronie danych).
}
cited-privacy_why = Prawo zobowiązuje nas do tego, abyśmy Państwu odpowiedzieli, i musimy móc wykazać, że to zrobiliśmy (art. 21, art. 25–29 i art. 32 szwajcarskiej ustawy o ochronie danych).
