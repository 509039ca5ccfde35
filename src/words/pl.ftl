# Polski. Jedno słowo na jedną rzecz: wniosek (nigdy żądanie), oznaczenie (nigdy podejrzenie), sprzeciw (art. 21), wycofać (wniosek, zgodę, sprzeciw), pismo (nigdy list, chyba że poczta).

## How days, times, numbers and money are written

local-day = { $day } { $month } { $year }
local-weekday_and_day = { $day } { $month } { $year } ({ $weekday })
local-moment = { $day }, godz. { $hour }:{ $minute } ({ $zone })
local-month = { $n ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
}
local-weekday = { $n ->
    [1] poniedziałek
    [2] wtorek
    [3] środa
    [4] czwartek
    [5] piątek
    [6] sobota
   *[7] niedziela
}
local-thousands = {"\u00A0"}
local-decimals = ,
local-money = { $currency ->
    [EUR] { $amount }{"\u00A0"}€
    [PLN] { $amount }{"\u00A0"}zł
   *[other] { $amount }{"\u00A0"}{ $currency }
}
local-ordinal = { $n }.

## Letters

letters-about = Państwa wniosek { $reference }, otrzymany { $received }
letters-date = { $day }
letters-to_account = Do osoby, do której należy konto, z którego złożono wniosek
letters-other_language = Napisali Państwo do nas w języku, w którym nie mamy pism. To pismo jest po polsku; jeżeli chcą Państwo, abyśmy je wyjaśnili, prosimy o wiadomość.
letters-greeting = Dzień dobry,
letters-closing = Z poważaniem
letters-task_necessity = Dlaczego to zadanie wymaga Państwa danych: { $text }
letters-free = Rozpatrzenie wniosku jest bezpłatne.
letters-questions = Pytania, uzupełnienia, sprostowania: nasz inspektor ochrony danych, { $contact }. Prosimy podać przy tym numer sprawy { $reference }.
letters-review = Osoba z naszego biura sprawdza, czy Państwa wnioski powtarzają się w sposób, który prawo nazywa nadmiernym (art. 12 ust. 5 RODO). Nie podjęto żadnej decyzji. Praca nad wnioskiem trwa, a termin naszej odpowiedzi się nie zmienia.
letters-rule = Reguła, która skłoniła nas do sprawdzenia:
letters-counted = Wnioski, które wliczono:
letters-counted_line = { $reference } z { $day }
letters-left_out = Wnioski, których nie wliczono:
letters-left_out_line = { $reference }: { $reason }
letters-lapses = Jeżeli nikt nie zdecyduje inaczej, sprawdzanie zakończy się { $day } na Państwa korzyść.
letters-speak = Mogą Państwo przedstawić uwagi i wskazać, których z tych wniosków nie należy wliczać. Nie trzeba podawać powodów złożenia wniosków.
letters-fee = Uznajemy ten wniosek za ewidentnie nadmierny (art. 12 ust. 5 RODO) i proponujemy odpowiedź za rozsądną opłatą w wysokości { $amount }.
letters-cost = { $title }: { $quantity } × { $each }
letters-choices = Wybór należy do Państwa: można zgodzić się na opłatę, wycofać wniosek, bezpłatnie poprosić o mniej albo poprosić o ponowne rozpatrzenie tej decyzji. Dopóki nie dadzą nam Państwo znać, nie pobieramy żadnej opłaty, a na ten wniosek nie odpowiadamy.
letters-refused = Nie podejmujemy działań w związku z tym wnioskiem, ponieważ uznajemy go za ewidentnie nadmierny (art. 12 ust. 5 RODO).
letters-in_part = Odpowiadamy na Państwa wniosek z wyjątkiem tej części, którą uznajemy za ewidentnie nadmierną (art. 12 ust. 5 RODO):
letters-why = Uzasadnienie
letters-objective = Jakiemu celowi tego prawa wniosek nie służy: { $text }
letters-subjective = Co świadczy o zamiarze: { $text }
letters-milder = Co rozważyliśmy zamiast tego: { $text }
letters-evidence = Na czym się to opiera:
letters-shows_frequency = jak często wnioskowano o to samo
letters-shows_identical_content = treść jest ta sama i od tego czasu nic się nie zmieniło
letters-shows_data_volunteered = dane podano bez potrzeby, po to, aby o nie wnioskować
letters-shows_aim = do czego wniosek w oczywisty sposób służy
letters-shows_time_until_request = jak szybko po podaniu danych złożono wniosek
letters-shows_conduct = zachowanie wobec nas
letters-shows_public_pattern = publicznie znany schemat, który pasuje do reszty
letters-shows_money_for_silence = za wycofanie wniosku żądano pieniędzy
letters-shows_intent_to_disrupt = zapowiedziano, że wniosek ma powodować zakłócenia
letters-again = Mogą Państwo poprosić nas o ponowne rozpatrzenie tej decyzji.
letters-authority = Mogą Państwo wnieść skargę do organu nadzorczego, w szczególności tam, gdzie Państwo mieszkają, gdzie pracują albo gdzie doszło do naruszenia (art. 77 RODO):
letters-court = Mogą Państwo także skorzystać ze środka ochrony prawnej przed sądem państwa, w którym mamy jednostkę organizacyjną albo w którym Państwo mieszkają (art. 79 RODO).
letters-narrow = Na Państwa wniosek odpowiemy w całości i bezpłatnie; nie trzeba nic robić. Gdyby innym razem wystarczyło mniej, można poprosić o to:
letters-lifting = { $purpose }
    Wnieśli Państwo sprzeciw wobec takiego wykorzystania swoich danych, a my je wstrzymaliśmy. Rozważyliśmy Państwa sprzeciw i uznajemy nasze podstawy za ważne, prawnie uzasadnione i nadrzędne (art. 21 ust. 1 RODO):
letters-lifting_research = { $purpose }
    Wnieśli Państwo sprzeciw wobec takiego wykorzystania swoich danych, a my je wstrzymaliśmy. Po sprawdzeniu uznajemy je za niezbędne do wykonania zadania realizowanego w interesie publicznym (art. 21 ust. 6 RODO):
letters-public_task = Zadanie realizowane w interesie publicznym: { $text }
letters-grounds = Nasze podstawy: { $text }
letters-necessity = Dlaczego nie da się tego zrobić bez Państwa danych: { $text }
letters-person = Jak rozumiemy Państwa sytuację: { $text }
letters-weighing = Dlaczego nasze podstawy przeważają: { $text }
letters-days = Ograniczenie tego wykorzystania zostanie uchylone nie wcześniej niż { $days ->
    [one] jeden dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
} po tym, jak to pismo do Państwa dotrze (art. 18 ust. 3 RODO). Jeżeli wcześniej Państwo to zakwestionują, ograniczenie pozostanie w mocy do czasu, aż ponownie to sprawdzimy.
letters-kept_objections = Państwa sprzeciwy pozostają w mocy: { $titles }. Aby móc ich przestrzegać, przechowujemy utworzony za pomocą klucza skrót (hash) Państwa konta lub adresu, bez imienia i nazwiska, i nic więcej; jeżeli wycofają Państwo sprzeciwy, zostanie to tam odnotowane.
letters-authority_home_de = organ ochrony danych Państwa niemieckiego kraju związkowego (Bundesland), do znalezienia za pośrednictwem federalnego organu ochrony danych
letters-authority_own_de = organ ochrony danych naszego niemieckiego kraju związkowego (Bundesland), do znalezienia za pośrednictwem federalnego organu ochrony danych
letters-authority_unknown = nasz organ nadzorczy, do znalezienia w wykazie Europejskiej Rady Ochrony Danych
letters-authority_gb = Mogą Państwo złożyć skargę do nas; jej otrzymanie potwierdzimy w ciągu 30 dni (section 164A Data Protection Act 2018). Mogą Państwo także złożyć skargę do organu nadzorczego:
letters-court_gb = Mogą Państwo także wystąpić do sądu.
letters-authority_ch = Mogą Państwo zwrócić się do Federalnego Pełnomocnika ds. Ochrony Danych i Informacji (art. 49 szwajcarskiej ustawy o ochronie danych):
letters-court_ch = Mogą Państwo wystąpić do sądu cywilnego (art. 32 szwajcarskiej ustawy o ochronie danych).
letters-receipt = Otrzymaliśmy Państwa wniosek. Data wpływu: { $came }.
letters-receipt_right = Tak go zrozumieliśmy: { $right }.
letters-receipt_words = Treść pisma:
letters-receipt_due = Odpowiemy najpóźniej do { $day }. Jeżeli potrwa to dłużej, poinformujemy o tym przed tym dniem i podamy powód.
letters-receipt_stopped = To, czego dotyczy sprzeciw, jest wstrzymane od chwili wprowadzenia wniosku.
letters-receipt_add = Wniosek można w każdej chwili uzupełnić, poprawić lub wycofać.
letters-receipt_privacy = Co dzieje się z tym, co Państwo do nas wysyłają: { $address }
letters-completed = Oto, co zrobiono:
letters-completed_by_hand = Zrobiliśmy ręcznie to, o co Państwo prosili. Nasza wiadomość mówi, co dokładnie.
letters-done_collected = { $what }: przekazano ({ $n ->
    [one] jeden rekord
    [few] { $count } rekordy
    [many] { $count } rekordów
   *[other] { $count } rekordu
})
letters-done_erased = { $what }: usunięto ({ $n ->
    [one] jeden rekord
    [few] { $count } rekordy
    [many] { $count } rekordów
   *[other] { $count } rekordu
})
letters-done_overwritten = { $what }: zanonimizowano ({ $n ->
    [one] jeden rekord
    [few] { $count } rekordy
    [many] { $count } rekordów
   *[other] { $count } rekordu
})
letters-done_restricted = { $what }: oznaczono jako ograniczone ({ $n ->
    [one] jeden rekord
    [few] { $count } rekordy
    [many] { $count } rekordów
   *[other] { $count } rekordu
})
letters-done_restriction_lifted = { $what }: usunięto oznaczenie ograniczenia ({ $n ->
    [one] jeden rekord
    [few] { $count } rekordy
    [many] { $count } rekordów
   *[other] { $count } rekordu
})
letters-done_kept = { $what }: zachowano. { $because }
letters-done_nothing = { $what }: szukaliśmy i nie ma tam nic o Państwu.
letters-backups = Kopie w naszych kopiach zapasowych znikną najpóźniej { $day }.
letters-recipients = Ci odbiorcy otrzymali wcześniej dane. Informujemy ich o tym, co zrobiono, chyba że jest to niemożliwe lub wymaga niewspółmiernie dużego wysiłku (art. 19 RODO):
letters-not_in_full = Otrzymali Państwo naszą odpowiedź, ale nie na wszystko, o co Państwo prosili. Oto, czego w niej brakuje:
letters-declined = Nie uwzględniamy Państwa wniosku. Oto dlaczego:
letters-all_of_it = Całość
letters-not_searched = { $what }: tu nie da się szukać automatycznie. Ktoś z nas sprawdzi to ręcznie i odezwiemy się do Państwa.
letters-left_out_because = { $what }: { $ground } { $facts }
letters-unidentifiable = Nie udało nam się ustalić, które z naszych danych są Państwa danymi (art. 11 ust. 2 RODO). Co przeszukaliśmy i co by pomogło:
letters-unidentifiable_help = Nie trzeba podawać nam niczego więcej. Jeżeli jednak podadzą Państwo coś więcej, poszukamy jeszcze raz, bezpłatnie, i nie wykorzystamy tego do niczego innego.
letters-extended = Nasza odpowiedź zajmie więcej czasu: otrzymają ją Państwo do { $day } (art. 12 ust. 3 RODO).
letters-extended_complexity = Powodem jest skomplikowany charakter Państwa wniosku:
letters-extended_number = Powodem jest liczba Państwa wniosków:
letters-extended_sooner = To, co będzie gotowe wcześniej, otrzymają Państwo wcześniej.
letters-referred = Osoba z naszego biura sprawdza, czy ten wniosek złożono w innym celu niż ten, dla którego przewiduje go prawo (art. 12 ust. 5 RODO). Poprosił o to ktoś z naszego biura; nie ma znaczenia, jak często składali Państwo wnioski. Nie podjęto żadnej decyzji. Praca nad wnioskiem trwa, a termin naszej odpowiedzi się nie zmienia. Oto, co przemawia przeciwko wnioskowi:
letters-held_evidence = Gdzie są dowody: { $text }
letters-referred_speak = Mogą Państwo odnieść się do każdego z tych punktów. Nie trzeba podawać powodów złożenia wniosku.
letters-identity = Zanim odpowiemy, musimy wiedzieć, że wniosek pochodzi od Państwa (art. 12 ust. 6 RODO). Skąd nasze wątpliwości:
letters-enough_sign_in = Wystarczy to i nic więcej: prosimy zalogować się na swoje konto i tam potwierdzić wniosek.
letters-enough_confirm_address = Wystarczy to i nic więcej: prosimy odpowiedzieć nam z tego adresu e-mail, który mamy zapisany.
letters-enough_customer_number = Wystarczy to i nic więcej: prosimy podać swój numer klienta albo numer umowy z nami.
letters-enough_known_detail = Wystarczy to i nic więcej: prosimy podać jedną rzecz, którą znają tylko Państwo i my, na przykład dzień ostatniego zamówienia.
letters-enough_call_back = Wystarczy to i nic więcej: prosimy odebrać nasz telefon pod numerem, który mamy zapisany.
letters-enough_letter_code = Wystarczy to i nic więcej: prosimy przesłać nam kod, który otrzymają Państwo pocztą na adres, który mamy zapisany.
letters-identity_otherwise = Jeżeli nie mogą Państwo tego zrobić albo nie chcą, prosimy do nas napisać: wspólnie znajdziemy inny sposób. Nie prosimy o kopię dokumentu tożsamości.
letters-identity_deleted = To, co nam Państwo podadzą, wykorzystamy wyłącznie w tym celu. Usuniemy to zaraz po sprawdzeniu i odnotujemy tylko, jak sprawa została wyjaśniona.
letters-clarification = Mamy wiele Państwa danych. Aby mogli Państwo znaleźć to, czego szukają, pytamy:
letters-clarification_optional = Nie trzeba odpowiadać. Jeżeli Państwo tego nie zrobią, odpowiemy na wniosek w jego obecnym brzmieniu.
letters-period_stands_still = Bieg terminu naszej odpowiedzi jest wstrzymany od { $day } do czasu, aż otrzymamy odpowiedź od Państwa.
letters-period_runs_on = Termin naszej odpowiedzi w tym czasie biegnie dalej. Upływa { $day }.
letters-restriction_applied = Od teraz przetwarzanie Państwa danych jest ograniczone (art. 18 RODO). Przechowujemy je i nie wykorzystujemy ich do następujących celów:
letters-restriction_except = Dopóki to trwa, dane są wykorzystywane tylko za Państwa zgodą, w celu ustalenia, dochodzenia lub obrony roszczeń, w celu ochrony innej osoby albo z uwagi na ważne względy interesu publicznego (art. 18 ust. 2 RODO). Zanim ograniczenie się skończy, poinformujemy o tym Państwa.
letters-restriction_ends = Ograniczenie, o które Państwo prosili, kończy się (art. 18 ust. 3 RODO). Potem Państwa dane będą znowu wykorzystywane do następujących celów:
letters-restriction_reason = Dlaczego się kończy: { $text }
letters-restriction_object = Wobec takiego wykorzystania mogą Państwo w każdej chwili bezpłatnie wnieść sprzeciw.
letters-ground_rights_of_others = kopia niekorzystnie wpłynęłaby na prawa innych osób (art. 15 ust. 4 RODO).
letters-ground_accuracy_not_shown = nie znaleźliśmy niczego, co by wskazywało, że te dane są nieprawidłowe (art. 16 RODO).
letters-ground_no_case_for_erasure = nie zachodzi żaden z przypadków, w których dane trzeba usunąć (art. 17 ust. 1 RODO).
letters-ground_expression = wolność wypowiedzi i informacji (art. 17 ust. 3 lit. a RODO).
letters-ground_legal_obligation = prawo zobowiązuje nas do przechowywania tych danych (art. 17 ust. 3 lit. b RODO).
letters-ground_public_health = zdrowie publiczne (art. 17 ust. 3 lit. c RODO).
letters-ground_research = archiwa w interesie publicznym, badania lub statystyka (art. 17 ust. 3 lit. d RODO).
letters-ground_legal_claims = te dane są potrzebne do ustalenia, dochodzenia lub obrony roszczeń (art. 17 ust. 3 lit. e RODO).
letters-ground_no_case_for_restriction = nie zachodzi żaden z przypadków, w których przetwarzanie się ogranicza (art. 18 ust. 1 RODO).
letters-ground_not_provided = to nie Państwo dostarczyli nam te dane (art. 20 ust. 1 RODO).
letters-ground_not_by_consent_or_contract = nie wykorzystujemy tych danych na podstawie zgody ani umowy (art. 20 ust. 1 lit. a RODO).
letters-ground_rights_of_others_too = przekazanie tych danych niekorzystnie wpłynęłoby na prawa innych osób (art. 20 ust. 4 RODO).
letters-ground_no_such_decision = nie było decyzji podjętej wyłącznie przez maszynę albo prawo na nią pozwala (art. 22 RODO).
letters-ground_unidentifiable = nie możemy ustalić, które dane są Państwa danymi (art. 11 ust. 2 RODO).
letters-ground_no_right = przepisy o ochronie danych nie dają do tego prawa.

## What somebody reads who asks

requests-merged = O to samo poprosili Państwo już we wniosku { $first }, który jest jeszcze otwarty. Na oba odpowiemy razem, najpóźniej { $due }. Nic Państwo nie tracą: ten wniosek jest zarejestrowany, ma własne potwierdzenie otrzymania i nigdzie nie jest wliczany.

## How a due date came about

due-received = otrzymano { $day }, strefa czasowa { $zone }; tego dnia się nie wlicza
due-pause_counted = o { $cause } poproszono { $from }, otrzymano je { $to }; nie wlicza się { $days ->
    [one] jednego dnia
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}
due-pause_not_counted = o { $cause } poproszono { $from }, otrzymano je { $to }, ale termin biegł dalej: { $why }
due-identity = potwierdzenie tożsamości
due-clarification = doprecyzowanie
due-asked_late = poproszono po upływie { $after_days ->
    [one] jednego dnia
    [few] { $after_days } dni
    [many] { $after_days } dni
   *[other] { $after_days } dnia
}, a nie w ciągu { $within_days ->
    [one] jednego dnia
    [few] { $within_days } dni
    [many] { $within_days } dni
   *[other] { $within_days } dnia
}
due-regime_runs_on = te przepisy nie przewidują z tego powodu wstrzymania terminu
due-no_whole_day = trwało to krócej niż jeden dzień
due-already_excluded = tych dni i tak się nie wlicza
due-after_the_end = termin upłynął, zanim o to poproszono
due-months = { $months ->
    [one] jeden miesiąc, licząc od { $from }, upływa
    [few] { $months } miesiące, licząc od { $from }, upływają
    [many] { $months } miesięcy, licząc od { $from }, upływa
   *[other] { $months } miesiąca, licząc od { $from }, upływa
} { $to }
due-days = { $days ->
    [one] jeden dzień, licząc od { $from }, upływa { $to }
    [few] { $days } dni, licząc od { $from }, upływają { $to }
    [many] { $days } dni, licząc od { $from }, upływa { $to }
   *[other] { $days } dnia, licząc od { $from }, upływa { $to }
}
due-months_clamped = { $months ->
    [one] jeden miesiąc, licząc od { $from }, upływa
    [few] { $months } miesiące, licząc od { $from }, upływają
    [many] { $months } miesięcy, licząc od { $from }, upływa
   *[other] { $months } miesiąca, licząc od { $from }, upływa
} { $to }, bo tamten miesiąc nie ma { $missing }. dnia
due-days_already_run = { $days ->
    [one] przed wstrzymaniem upłynął jeden dzień
    [few] przed wstrzymaniem upłynęły { $days } dni
    [many] przed wstrzymaniem upłynęło { $days } dni
   *[other] przed wstrzymaniem upłynęło { $days } dnia
}, więc termin kończy się { $last }
due-never_shorter = wstrzymanie nigdy nie skraca terminu, więc kończy się on { $last }
due-days_not_counted = { $days ->
    [one] dolicza się jeden dzień, którego nie wliczono
    [few] dolicza się { $days } dni, których nie wliczono
    [many] dolicza się { $days } dni, których nie wliczono
   *[other] dolicza się { $days } dnia, którego nie wliczono
}, więc termin kończy się { $last }
due-holiday = { $day } to dzień ustawowo wolny od pracy ({ $name }); termin biegnie dalej
due-not_a_working_day = { $day } nie jest dniem roboczym; termin biegnie dalej
due-due = termin: { $day }, do godz. 24:00 czasu lokalnego
due-extension = w razie przedłużenia termin wynosi łącznie { $months ->
    [one] jeden miesiąc
    [few] { $months } miesiące
    [many] { $months } miesięcy
   *[other] { $months } miesiąca
} i nie jest liczony od upływu pierwszego terminu
due-extension_days = w razie przedłużenia termin wynosi łącznie { $days ->
    [one] jeden dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
} i nie jest liczony od upływu pierwszego terminu
due-extended_due = termin w razie przedłużenia: { $day }, do godz. 24:00 czasu lokalnego
due-targets = dla pewności odpowiedź do { $target }; w razie przedłużenia do { $extended_target }

## The thresholds, and a finding, in plain words

explain-head = Progi „{ $id }”, wersja { $version }, skrót (hash) treści { $hash }.
explain-not_before = Nie obowiązują przed { $day }.
explain-owner = Kto za nie odpowiada: { $owner }.
explain-flag_does = Co robi oznaczenie: prosi człowieka, aby spojrzał. Niczego nie odrzuca, za nic nie nalicza opłaty, niczego nie opóźnia i nie zmienia ani słowa w żadnej odpowiedzi. Oznaczenie, którego nikt nie sprawdzi na czas, zamyka się z wynikiem: wniosek nie jest nadmierny.
explain-never_looked_at = Czego nigdy się nie sprawdza: pierwszego wniosku; sprzeciwów wobec marketingu bezpośredniego i wobec trenowania AI; sygnałów przeglądarki; wycofania zgody; ograniczenia przetwarzania; a także wniosków dotyczących praw, dla których nie ma reguły.
explain-never_counts = Czego nigdy się nie wlicza: wniosków, które połączono z innym, wycofano albo zakwestionowano, na które odpowiedziano późno lub częściowo albo jeszcze nie odpowiedziano, które złożyła osoba, której tożsamości nikt nie potwierdził, które dotyczą innego prawa lub innego zakresu (celu, systemu, kategorii lub okresu) albo które złożono, zanim zmieniły się dane lub okoliczności. Każda osoba jest liczona osobno, bez względu na to, kto ma ten sam adres, tego samego prawnika lub pisze tymi samymi słowami.
explain-kinder = Co łagodzi regułę: dane wrażliwe, zgodnie z liczbami poniżej; przetwarzanie, które może zaszkodzić osobie (trenowanie, ocena punktowa, blokowanie), dodaje jeden wniosek i zmniejsza liczbę dni o połowę; gdy zachodzi jedno i drugie, stosuje się je kolejno.
explain-rule = [{ $id }] { $right } ({ $class }) jest sprawdzany, gdy jest co najmniej { $nth } tego rodzaju w ciągu { $window_days ->
    [one] { $window_days } dnia
   *[other] { $window_days } dni
}{ $gap_days ->
    [0] {""}
    [one] , chyba że od ostatniej pełnej odpowiedzi upłynął { $gap_days } dzień
    [few] , chyba że od ostatniej pełnej odpowiedzi upłynęły { $gap_days } dni
    [many] , chyba że od ostatniej pełnej odpowiedzi upłynęło { $gap_days } dni
   *[other] , chyba że od ostatniej pełnej odpowiedzi upłynęło { $gap_days } dnia
}.
explain-sensitive = { $days ->
    [0] Przy danych wrażliwych: { $nth } wniosek.
    [one] Przy danych wrażliwych: { $nth } wniosek i { $days } dzień.
   *[other] Przy danych wrażliwych: { $nth } wniosek i { $days } dni.
}
explain-meaning = Co to oznacza, gdy na wszystkie odpowiada się w pełni i na czas: wnioski codzienne: { $daily }; cotygodniowe: { $weekly }; comiesięczne: { $monthly }; kwartalne: { $quarterly }.
explain-from_nth = { $n ->
    [1] od pierwszego
    [2] od drugiego
    [3] od trzeciego
    [4] od czwartego
    [5] od piątego
    [6] od szóstego
    [7] od siódmego
    [8] od ósmego
    [9] od dziewiątego
    [10] od dziesiątego
   *[other] od { $nth } wniosku
}
explain-never = nigdy
explain-superseded = [{ $id }] nie ma już do niczego zastosowania: zastąpiła ją reguła „{ $by }”.
explain-sources = Źródła: { $sources }
explain-conclusion = To { $seen } wniosek tego rodzaju w ciągu { $window_days ->
    [one] { $window_days } dnia
   *[other] { $window_days } dni
}; od { $nth } wniosku przygląda się temu człowiek. Sama liczba niczego nie dowodzi: trzeba by wykazać zamiar.
explain-ordinary_no_rule = Zwykły: dla tego prawa i tych danych nie ma reguły.
explain-ordinary_self_service = Zwykły: osoba może w każdej chwili sama pobrać te dane.
explain-ordinary_few = Zwykły: mniej niż liczba podana w regule.
explain-ordinary_spaced = Zwykły: wystarczająco długo po ostatniej pełnej odpowiedzi.
explain-the_rule = Reguła: { $rule }
explain-counted = { $case } z { $day }: wliczono.
explain-excluded = { $case }: nie wliczono, ponieważ { $reason }.
explain-not_other_right = dotyczył innego prawa
explain-not_other_scope = dotyczył innych danych
explain-not_outside_window = nie mieści się w okresie objętym regułą
explain-not_unverified = nikt nie potwierdził, kto go złożył
explain-not_merged = odpowiedziano na niego razem z otwartym wnioskiem
explain-not_withdrawn = został wycofany
explain-not_unanswered = nie ma jeszcze na niego odpowiedzi
explain-not_answered_late = odpowiedziano na niego z opóźnieniem
explain-not_incomplete = odpowiedź na niego nie była pełna
explain-not_unstated = odpowiedź na niego nie zawierała wszystkiego, co trzeba podać obok danych, na przykład kto je otrzymuje
explain-not_unidentifiable = nie udało się zidentyfikować osoby
explain-not_disputed = osoba zakwestionowała odpowiedź
explain-not_past_finding = odmówiono na niego odpowiedzi albo naliczono opłatę; dawne ustalenie nie jest podstawą nowego
explain-not_self_service = osoba sama pobrała te dane
explain-not_before_change = od tego czasu zmieniły się dane lub okoliczności
explain-reset_new_data = { $day }: zmieniły się dane. Wcześniejszych wniosków się nie wlicza.
explain-reset_new_purpose = { $day }: pojawił się nowy cel. Wcześniejszych wniosków się nie wlicza.
explain-reset_new_recipient = { $day }: pojawił się nowy odbiorca. Wcześniejszych wniosków się nie wlicza.
explain-reset_breach = { $day }: doszło do naruszenia ochrony danych. Wcześniejszych wniosków się nie wlicza.
explain-reset_terms_change = { $day }: zmieniły się warunki. Wcześniejszych wniosków się nie wlicza.
explain-reset_objection_outcome = { $day }: rozstrzygnięto sprzeciw. Wcześniejszych wniosków się nie wlicza.
explain-reset_legal_proceedings = { $day }: wszczęto postępowanie. Wcześniejszych wniosków się nie wlicza.
explain-fewer = Gdyby wcześniejszych wniosków było o { $fewer ->
    [one] jeden
    [few] { $fewer }
    [many] { $fewer }
   *[other] { $fewer }
} mniej, ten byłby zwykły.
explain-hint = Wskazówka „{ $id }”: to { $seen } wniosek w ciągu { $window_days ->
    [one] { $window_days } dnia
   *[other] { $window_days } dni
}. Niczego to nie zmienia; czy jest uzasadniony powód, ustala osoba sprawdzająca, nie pytając o to osoby, która złożyła wniosek.
explain-right_access = Wniosek o dostęp
explain-right_rectification = Wniosek o sprostowanie tego samego
explain-right_erasure = Wniosek o usunięcie tych samych danych
explain-right_portability = Wniosek o przekazanie tych samych danych
explain-right_other_objection = Sprzeciw, którego nie uwzględniono z podaniem powodów
explain-right_automated_decision_review = Wniosek o sprawdzenie tej samej decyzji
explain-class_static = dane, które już się nie zmieniają
explain-class_normal = dane, które zmieniają się od czasu do czasu
explain-class_dynamic = dane, które zmieniają się często

## The pages behind a link, and the component for a company's own pages

choices-heading = Państwa wybór
choices-objected = Państwa sprzeciw obowiązuje. Państwa dane nie są wykorzystywane w tym celu.
choices-not_objected = Nie wnieśli Państwo sprzeciwu.
choices-object = Wnoszę sprzeciw
choices-take_back = Wycofuję sprzeciw
choices-doubt = Ktoś wniósł sprzeciw w Państwa imieniu bez logowania. Sprzeciw już obowiązuje. Czy to byli Państwo?
choices-confirm = Tak, pozostawiam sprzeciw
choices-disown = Nie, proszę to cofnąć
choices-promise = Jest to bezpłatne, nie wymaga podania powodu i niczego innego dla Państwa nie zmienia.
choices-then = Gdy wniosą Państwo sprzeciw: { $already_used }
choices-signal = Państwa przeglądarka wysyła sygnał ochrony prywatności (GPC). Został tu zastosowany.
choices-answerable = Administrator: { $controller }.
choices-lost_title = Ten link nie działa
choices-lost = Jest niepełny albo to, czego dotyczył, już nie istnieje. Prosimy skopiować go w całości albo napisać na adres { $contact }

## The same where a use rests on consent

consents-objected = Wycofali Państwo zgodę. Państwa dane nie są wykorzystywane w tym celu.
consents-not_objected = Nie wycofali tu Państwo zgody.
consents-object = Wycofuję zgodę
consents-take_back = Cofam wycofanie zgody
consents-doubt = Ktoś wycofał zgodę w Państwa imieniu bez logowania. Wycofanie już obowiązuje. Czy to byli Państwo?
consents-then = Gdy wycofają Państwo zgodę: { $already_used }

## The archive that a person receives

packages-title = Państwa dane u administratora { $controller }
packages-reference = Numer sprawy
packages-asked_for = Państwa wniosek
packages-right_access = dostęp do Państwa danych (art. 15 RODO)
packages-right_rectification = sprostowanie Państwa danych (art. 16 RODO)
packages-right_erasure = usunięcie Państwa danych (art. 17 RODO)
packages-right_restriction = ograniczenie przetwarzania Państwa danych (art. 18 RODO)
packages-right_portability = Państwa dane w postaci, którą można zabrać gdzie indziej (art. 20 RODO)
packages-right_objection = sprzeciw wobec wykorzystania Państwa danych (art. 21 RODO)
packages-right_automated_decision_review = sprawdzenie zautomatyzowanej decyzji przez człowieka (art. 22 RODO)
packages-right_consent_withdrawal = wycofanie Państwa zgody (art. 7 RODO)
packages-right_other = inna sprawa
packages-received = Otrzymaliśmy
packages-prepared = Przygotowano
packages-holds = Zawartość
packages-records = { $count ->
    [one] 1 rekord
    [few] { $shown } rekordy
    [many] { $shown } rekordów
   *[other] { $shown } rekordu
}
packages-contents = Co zawiera archiwum
packages-objections = Wobec czego wnieśli Państwo sprzeciw
packages-objection_since = { $purpose }, od
packages-nothing_here = Szukaliśmy tutaj i nic o Państwu nie znaleźliśmy.
packages-caption = { $title }: { $records }, także w pliku
packages-no_value = brak wartości
packages-told_title = Jak wykorzystywane są Państwa dane
packages-told_purposes = W jakim celu
packages-told_categories = Rodzaj danych
packages-told_recipients = Kto je otrzymuje
packages-told_retention = Jak długo
packages-told_source = Skąd pochodzą
packages-told_automated = Decyzje bez udziału człowieka
packages-told_transfers = Do państw spoza Europejskiego Obszaru Gospodarczego
packages-told_use = { $purpose } ({ $basis })
packages-told_basis = art. 6 ust. 1 lit. { $letter } RODO
packages-told_you = Od Państwa: przekazali je nam Państwo albo powstały podczas korzystania z naszej usługi.
packages-told_nobody = Nikt
packages-told_nowhere = Nigdzie: nie są tam przekazywane.
packages-told_transfer = { $country }. Co je tam chroni: { $safeguard }
packages-told_no_decisions = Brak: na podstawie tych danych nie zapada bez udziału człowieka żadna decyzja, która Państwa dotyczy.
packages-told_logic = Jak zapada decyzja: { $text }
packages-told_significance = Jakie ma znaczenie: { $text }
packages-told_consequences = Co z tego dla Państwa wynika: { $text }
packages-told_not_stated = Nie podano. Ta informacja się Państwu należy: prosimy zapytać, a odpowie człowiek, bezpłatnie.
packages-told_rights_title = Państwa prawa
packages-told_rights = Mogą Państwo uzyskać sprostowanie danych (art. 16 RODO), ich usunięcie (art. 17) i ograniczenie tego, co z nimi robimy (art. 18), a także wnieść sprzeciw wobec ich wykorzystania (art. 21). Jest to bezpłatne.
packages-told_complaint = Mogą Państwo wnieść skargę do organu nadzorczego (art. 77 RODO), w szczególności tam, gdzie Państwo mieszkają, gdzie pracują albo gdzie doszło do naruszenia:
packages-told_only = Wniosek dotyczył wykorzystania danych, a nie samych danych: w tym archiwum ich nie ma. Można o nie poprosić w każdej chwili, bezpłatnie.
packages-kept_title = Państwa wcześniejsze wnioski
packages-kept_none = Nie mamy żadnego wcześniejszego wniosku od Państwa.
packages-restrictions = Co wolno nam robić z Państwa danymi tylko w ograniczonym zakresie, dopóki rozważany jest sprzeciw
packages-outcome_open = Jeszcze bez odpowiedzi.
packages-outcome_merged = Odpowiedziano razem z innym wnioskiem.
packages-outcome_withdrawn = Wycofali Państwo wniosek.
packages-outcome_fulfilled = Odpowiedziano.
packages-outcome_partial = Odpowiedziano w części.
packages-outcome_declined = Nie uwzględniono; w piśmie podano powód.
packages-outcome_refused = Nie odpowiedziano, ponieważ uznaliśmy wniosek za nadmierny.
packages-outcome_fee_proposed = Zaproponowano opłatę, ponieważ uznaliśmy wniosek za nadmierny.
packages-outcome_unidentifiable = Nie odpowiedziano, ponieważ nie udało nam się ustalić, które dane są Państwa danymi.
packages-flag_open = Wniosek oznaczono, aby sprawdzić, czy Państwa wnioski powtarzają się w sposób nadmierny (art. 12 ust. 5 RODO); nikt jeszcze nie podjął decyzji.
packages-flag_lapsed = Wniosek oznaczono, aby sprawdzić, czy Państwa wnioski powtarzają się w sposób nadmierny (art. 12 ust. 5 RODO); oznaczenie samo wygasło, a wniosek nie jest nadmierny.
packages-flag_not_excessive = Wniosek oznaczono, aby sprawdzić, czy Państwa wnioski powtarzają się w sposób nadmierny (art. 12 ust. 5 RODO); sprawdził to człowiek i wniosek nie jest nadmierny.
packages-flag_excessive = Wniosek oznaczono, aby sprawdzić, czy Państwa wnioski powtarzają się w sposób nadmierny (art. 12 ust. 5 RODO); dwie osoby zdecydowały, że jest nadmierny.
packages-wrong_title = Jeżeli coś jest nieprawidłowe albo czegoś brakuje
packages-wrong = Prosimy podać { $reference } i napisać nam o tym; sprawdzimy to jeszcze raz, bezpłatnie. Mogą Państwo także wnieść skargę do organu nadzorczego i wystąpić do sądu.
packages-note_period = Wniosek dotyczył określonego okresu. To archiwum zawiera wszystko z wymienionych przez Państwa kategorii, bez względu na datę.
packages-note_not_searched = W tych systemach nie mogliśmy szukać Państwa danych: { $systems }. Nie wiemy, po czym można tam Państwa rozpoznać; ktoś z nas to sprawdzi, a Państwo mogą do nas napisać.
packages-note_away = Te systemy nie odpowiedziały i tutaj ich brakuje: { $systems }.
packages-note_not_text = W tabeli „{ $table }” niektóre wartości w kolumnach ({ $columns }) nie są w naszej bazie danych poprawnym tekstem; podano je jako base64, bajt po bajcie.
packages-note_nothing = Szukaliśmy we wszystkich wymienionych tu systemach i nie znaleźliśmy żadnych danych o Państwu.
packages-readme = To archiwum zawiera dane o Państwu. Nic w nim się nie uruchamia ani niczego nie pobiera z sieci.
packages-readme_index = do otwarcia w przeglądarce: wszystko, do czytania i drukowania
packages-readme_data = wszystko, dla programów; budowę opisano poniżej
packages-readme_csv =
    jeden plik na każdą tabelę, do arkusza kalkulacyjnego: UTF-8, przecinki, najpierw nazwy kolumn. Jeżeli
    tekst zaczyna się od = + - @ albo znaki te stoją w nim po średniku, tabulatorze lub końcu wiersza, jest przed
    nimi apostrof; tak samo przed tekstem, który zaczyna się od tabulatora lub końca wiersza: żaden arkusz nie
    weźmie go wtedy za formułę. W data.json wszystko jest w postaci niezmienionej
packages-readme_manifest = SHA-256 i rozmiar każdego innego pliku: {"{"}"files": [{"{"}"file", "sha256", "size"{"}"}]{"}"}
packages-readme_format = data.json, format 1. Klucze mogą dochodzić; klucz, który już jest, zachowuje swoje znaczenie.
packages-readme_reference = numer sprawy; prosimy go podawać, pisząc do nas
packages-readme_right = czego dotyczył wniosek, na przykład "access" (dostęp) lub "portability" (przenoszenie danych)
packages-readme_controller = kto odpowiada
packages-readme_received_at = kiedy otrzymaliśmy wniosek (RFC 3339)
packages-readme_prepared_at = kiedy utworzono to archiwum (RFC 3339)
packages-readme_language = język słów w archiwum, na przykład "pl"
packages-readme_information = jak wykorzystywane są dane, przed samymi danymi (art. 15 ust. 1 i 2): {"{"}"asked", "datasets", "rights",
    "authorities"{"}"}; null tam, gdzie nasza mapa danych tego nie podaje
packages-readme_notes = uwagi dla Państwa: lista tekstów
packages-readme_objections = sprzeciwy, które obowiązują: lista {"{"}"purpose", "since"{"}"}
packages-readme_restrictions = cele, do których wykorzystanie Państwa danych jest ograniczone: lista tekstów
packages-readme_requests = Państwa wcześniejsze wnioski: lista {"{"}"reference", "right", "received_at", "outcome", "flag"{"}"}
packages-readme_systems = lista {"{"}"id", "title", "tables"{"}"}
packages-readme_tables = lista {"{"}"dataset", "title", "columns", "rows"{"}"}
packages-readme_columns = nazwy kolumn
packages-readme_rows = lista wierszy; wiersz to lista z jedną wartością dla każdej kolumny, null tam, gdzie wartości nie ma
packages-readme_wrong = Jeżeli coś jest nieprawidłowe albo czegoś brakuje, prosimy dać nam znać: odpowiedź można zakwestionować, bezpłatnie.

## The portal

portal-own_name = Polski
portal-skip = Przejdź do treści
portal-site = { $controller }: Państwa prawa dotyczące danych
portal-languages = Języki
portal-free = Bezpłatnie.
portal-contact = Ochrona danych: { $contact }
portal-back = Wróć na początek
portal-error = Błąd:
portal-problem = Wystąpił problem
portal-say_no = Powiedz „nie” wykorzystaniu swoich danych
portal-no_account = Bezpłatnie. Nie trzeba mieć konta ani podawać powodu.
portal-object = Wnieś sprzeciw
portal-withdraw = Wycofaj zgodę
portal-other = Poproś o coś innego
portal-access = Chcę otrzymać kopię swoich danych
portal-rectification = Chcę sprostować swoje dane
portal-erasure = Chcę usunąć swoje dane
portal-restriction = Chcę ograniczyć wykorzystywanie swoich danych
portal-portability = Chcę przenieść swoje dane
portal-automated = Chcę, aby decyzję sprawdził człowiek
portal-consent = Chcę wycofać swoją zgodę
portal-unsure = Coś innego albo nie mam pewności
portal-access_means = Co o Państwu mamy, skąd to pochodzi, do czego jest wykorzystywane i kto to otrzymuje.
portal-rectification_means = Coś, co o Państwu mamy, jest nieprawidłowe albo niepełne.
portal-erasure_means = Usuwamy to, czego nie trzeba przechowywać. To, co musimy przechowywać na mocy prawa, pozostaje; powiemy Państwu, co to jest i do kiedy.
portal-restriction_means = Przechowujemy Państwa dane, ale przestajemy je wykorzystywać, na przykład dopóki kwestionują Państwo ich prawidłowość.
portal-portability_means = To, co nam Państwo przekazali, w formacie, który odczytują maszyny.
portal-automated_means = O czymś dla Państwa ważnym zdecydowała sama maszyna.
portal-consent_means = Dotyczy każdej zgody, której nam Państwo udzielili, od teraz. Obowiązuje to od razu.
portal-unsure_means = Prosimy napisać to własnymi słowami. Ktoś to przeczyta.
portal-due_today = Na wniosek wysłany dzisiaj odpowiemy najpóźniej { $due }.
portal-due_how = Skąd ta data
portal-ways = Inne sposoby
portal-ways_write = Można napisać na adres { $contact } albo wysłać list. Liczy się to tak samo, od dnia, w którym do nas dotrze.
portal-object_this = Proszę nie wykorzystywać moich danych w tym celu
portal-withdraw_this = Wycofuję zgodę na to wykorzystanie
portal-address = Państwa adres e-mail
portal-address_why = Ten, którego używają Państwo u nas. Po nim Państwa znajdziemy i uszanujemy Państwa wybór; nie wykorzystujemy go do niczego innego.
portal-address_find = Ten, którego używają Państwo u nas. Po nim znajdziemy Państwa dane i na niego odpowiemy. Nie prosimy o dowód osobisty.
portal-address_wrong = Prosimy wpisać adres e-mail, na przykład name@example.org
portal-situation = Informacje o Państwa sytuacji (nieobowiązkowo)
portal-situation_why = Nie trzeba podawać powodów. Jeżeli będziemy chcieli kontynuować to wykorzystanie, zestawimy je z tym, co Państwo tu napiszą.
portal-already = Co dzieje się z danymi już wykorzystanymi
portal-recorded = Zapisano; obowiązuje od teraz
portal-recorded_now = Od teraz Państwa dane nie są wykorzystywane w tym celu. Obowiązuje to, jeszcze zanim ktokolwiek potwierdzi Państwa adres.
portal-reference = Numer sprawy:
portal-recorded_keep = Prosimy go zachować: dzięki niemu mogą Państwo zapytać, co się w tej sprawie dzieje.
portal-recorded_weighed = Ktoś z naszego biura się temu przyjrzy. Jeżeli będziemy chcieli kontynuować to wykorzystanie, najpierw podamy Państwu powody i będzie czas, aby je zakwestionować.
portal-recorded_address = Państwa adres wykorzystujemy tylko po to, aby uszanować ten wybór i móc wykazać, że to zrobiliśmy.
portal-undo = Cofnij to
portal-undone_title = Cofnięto
portal-undone = To, co tu wpisano, zostało cofnięte. To, co obowiązywało wcześniej, obowiązuje nadal.
portal-others = Inne sposoby wykorzystania Państwa danych
portal-ask = O co chcą Państwo poprosić?
portal-choose = Wybierz
portal-own_words = Własnymi słowami (nieobowiązkowo)
portal-own_words_why = O co dokładnie chodzi, od kiedy, albo cokolwiek, co pomoże to znaleźć.
portal-go_on = Dalej
portal-check = Prosimy sprawdzić odpowiedzi
portal-check_right = Państwa wniosek
portal-check_words = Własnymi słowami
portal-check_no_words = Nic więcej
portal-check_from = Skąd
portal-check_who = Adresat
portal-check_due = Odpowiedź najpóźniej
portal-send = Wyślij wniosek
portal-change = Zmień
portal-sent = Wniosek został wysłany
portal-sent_due = Odpowiedź otrzymają Państwo najpóźniej { $due }.
portal-next = Co dalej
portal-next_confirm = Wysłaliśmy do Państwa e-mail. Za jego pomocą można śledzić wniosek i potwierdzić, że pochodzi od Państwa; wtedy zaczniemy nad nim pracować. Jeżeli e-mail nie dotrze, ktoś z naszego biura upewni się co do tego w najprostszy sposób. Mogą też Państwo napisać na adres { $contact }, podając numer sprawy.
portal-next_free = Jest to bezpłatne, bez względu na to, jaka będzie odpowiedź.
portal-fault = To się nie udało
portal-fault_unread = Części tego, co wysłano, nie da się odczytać. Nic nie zostało zmienione. Proszę wrócić i spróbować ponownie albo napisać na adres { $contact }.
portal-fault_large = To, co Państwo wysłali, jest zbyt duże. Nic nie zostało zmienione. Proszę wysłać mniej naraz albo napisać na adres { $contact }.
portal-fault_busy = W tej chwili nie możemy tego przyjąć. Nic nie zostało zmienione. Proszę spróbować ponownie za kilka minut.
portal-fault_ours = Błąd jest po naszej stronie. Pisząc w tej sprawie na adres { $contact }, proszę podać: { $incident }
portal-nothing = Tu nic nie ma
portal-nothing_why = Adres jest niepełny albo to, do czego prowadził, już się skończyło. Prosimy zacząć od nowa albo napisać na adres { $contact }.
portal-full = Nie mogliśmy tego teraz przyjąć
portal-full_why = Niczego nie zapisano i żaden dzień nie przepada: to, co ponownie wyślą Państwo z tej strony, liczy się od dzisiaj.
portal-send_again = Wyślij ponownie
portal-how = Jak wnieść sprzeciw
portal-how_choose = Prosimy wybrać wykorzystanie danych, którego Państwo nie chcą. Nie trzeba mieć konta ani podawać powodu.
portal-how_then = Wystarczy wpisać adres e-mail i nacisnąć przycisk. Sprzeciw obowiązuje od razu, jest bezpłatny i równie łatwo można go wycofać.
portal-how_other = Można także napisać na adres { $contact } albo wysłać list; liczy się to tak samo.
portal-thresholds = Jak podchodzimy do powtarzających się wniosków
portal-thresholds_why = Ktoś z naszego biura może przyjrzeć się wnioskom, które się powtarzają. Nigdy nie opóźnia to wniosku, samo w sobie nigdy nic nie kosztuje i samo w sobie nigdy nie oznacza odmowy.
portal-privacy = Co dzieje się z tym, co Państwo tu wyślą
portal-privacy_who = Za te strony odpowiada { $controller }. Pytania prosimy kierować na adres { $contact }.
portal-privacy_what = Dopóki nic Państwo nie wyślą, niczego o Państwu nie zapisujemy i nie ustawiamy plików cookie. To, co Państwo wyślą (adres lub konto, Państwa słowa, dzień), przechowujemy w postaci zaszyfrowanej, aby móc odpowiedzieć i wykazać, że to zrobiliśmy. Niczego więcej od Państwa nie potrzebujemy.
portal-privacy_who_gets = Czytają to osoby z naszego biura, które Państwu odpowiadają, oraz systemy, w których szukamy Państwa danych. Nie wykorzystujemy tego do niczego innego, a to, czy i jaki mają Państwo abonament, nie robi żadnej różnicy.
portal-privacy_rights = Mają Państwo do tego takie same prawa jak do innych swoich danych: tutaj można bezpłatnie poprosić o kopię, sprostowanie lub usunięcie. Mogą Państwo wnieść skargę do organu nadzorczego.
portal-retention = Jak długo przechowujemy to, co Państwo wyślą
portal-retention_requests = Państwa wnioski, nasze pisma i wiadomości pozostają tak długo, jak długo możemy być zobowiązani wykazać, że Państwu odpowiedzieliśmy. Kto chce, aby zniknęły wcześniej, może napisać na adres { $contact }; to, co wtedy zostanie, nikomu nie zdradzi, o kogo chodziło.
portal-retention_archive = Archiwum z Państwa danymi można pobierać przez { $days ->
    [one] jeden dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}; potem jest usuwane.
portal-retention_choices = To, że powiedzieli Państwo „nie” jakiemuś wykorzystaniu, pozostaje zapisane, dopóki obowiązuje: inaczej nikt nie mógłby tego przestrzegać. Przechowujemy to jako liczbę, którą mogą porównać tylko my i systemy, które tego przestrzegają.
portal-retention_session = Link do logowania działa przez piętnaście minut. Po pół godziny bez aktywności następuje wylogowanie.
portal-accessibility = Dostępność
portal-accessibility_what = Te strony mają spełniać wymagania WCAG 2.2 na poziomie AA: działają z klawiaturą, z czytnikiem ekranu, w powiększeniu, bez kolorów, bez skryptów i po wydrukowaniu.
portal-accessibility_how = Przy każdej zmianie sprawdzamy każdą stronę automatycznie i sami ją oglądamy. Nie badała ich żadna instytucja zewnętrzna.
portal-accessibility_help = Jeżeli coś u Państwa nie działa, prosimy napisać na adres { $contact } albo wysłać wniosek e-mailem lub pocztą: liczy się to tak samo.
portal-complaint = Wnieś skargę do organu nadzorczego
portal-complaint_where = Skargę można wnieść tam, gdzie Państwo mieszkają, gdzie pracują albo gdzie Państwa zdaniem złamano prawo. Jest to bezpłatne i nie trzeba wcześniej pytać nas.
portal-complaint_free = Na pierwszym miejscu jest organ właściwy dla naszej siedziby. Mogą Państwo zwrócić się także do sądu.

## What a page says with an article of the law

cited-basis = Podstawą prawną tego wykorzystania jest art. 6 ust. 1 lit. { $letter } RODO.
cited-basis_otherwise = Podstawa prawna tego wykorzystania: { $basis }.
cited-privacy_why = Prawo zobowiązuje nas do tego, abyśmy Państwu odpowiedzieli i potrafili to wykazać (art. 6 ust. 1 lit. c RODO w związku z art. 5 ust. 2, art. 12 i art. 15–22).

## A person's own pages

own-follow = Śledź wniosek
own-sign_in = Zobacz swoje wnioski
own-sign_in_why = Prosimy wpisać adres, z którego Państwo korzystali. Wyślemy tam link i kod; pokazują one, że adres należy do Państwa. Hasło nie jest potrzebne.
own-sign_in_send = Wyślij mi link
own-with_account = Albo zaloguj się na swoje konto
own-at_issuer = Zaloguj się przez { $name }
own-not_in = Nie są Państwo zalogowani
own-not_in_why = Logowanie na konto się nie powiodło. Niczego nie zmieniono. Prosimy spróbować jeszcze raz albo poprosić o link na swój adres.
own-asked = Prosimy zajrzeć do skrzynki e-mail
own-asked_why = Na wpisany adres wysłaliśmy e-mail. Prosimy otworzyć link z tego e-maila w tej przeglądarce albo wpisać tutaj kod. Link i kod działają przez piętnaście minut.
own-code = Kod z e-maila
own-code_hint = Osiem liter i cyfr
own-code_wrong = Prosimy wpisać osiem liter i cyfr z najnowszego e-maila
own-enter = Zaloguj się
own-enter_why = Jedno kliknięcie i widzą Państwo swoje wnioski i wybory.
own-enter_code = To nie jest przeglądarka, w której poproszono o link. Aby nie skorzystał z niego nikt inny, prosimy wpisać kod podany obok linku.
own-over = Ten link już nie działa
own-over_why = Link działa tylko raz i tylko przez krótki czas. Nie ma to wpływu na Państwa wnioski.
own-again = Wyślij mi nowy link
own-ended = Prosimy zalogować się ponownie
own-ended_why = Nastąpiło wylogowanie albo ta strona jest zbyt stara, aby ją wysłać. Niczego nie zmieniono.
own-sign_out = Wyloguj się
own-requests = Państwa wnioski
own-requests_none = Z tego adresu lub konta niczego nie wysłano.
own-more = Starsze
own-open_it = Otwórz
own-sent_on = Otrzymano { $day }
own-due_on = Odpowiemy najpóźniej { $day }.
own-is_received = Mamy Państwa wniosek i pracujemy nad nim. Nie trzeba nic robić.
own-is_unconfirmed = Mamy wniosek. Prosimy potwierdzić, że pochodzi od Państwa, a zaczniemy nad nim pracować.
own-is_identity = Poprosiliśmy o coś, co pokaże, kim Państwo są. Pismo poniżej mówi, co wystarczy.
own-is_merged = O to samo poprosili Państwo we wniosku { $reference }, który jest jeszcze otwarty. Na oba odpowiemy razem.
own-is_withdrawn = Wycofali Państwo wniosek. W każdej chwili można złożyć go ponownie, bezpłatnie.
own-is_fulfilled = Odpowiedzieliśmy na wniosek.
own-is_partial = Odpowiedzieliśmy na część wniosku. Pismo poniżej mówi, czego brakuje, dlaczego i co mogą Państwo zrobić.
own-is_declined = Nie uwzględniliśmy wniosku. Pismo poniżej mówi, dlaczego i co mogą Państwo zrobić.
own-is_unidentifiable = Nie udało nam się ustalić, które dane są Państwa danymi. Pismo poniżej mówi, co by pomogło.
own-is_fee = Proponujemy opłatę w wysokości { $amount }. Pismo poniżej mówi, dlaczego. Bez Państwa zgody nie pobierzemy żadnej opłaty; dopóki Państwo nie wybiorą, ten wniosek pozostaje bez odpowiedzi.
own-is_overdue = Termin minął bez odpowiedzi. To nasz błąd. Mogą Państwo już teraz wnieść skargę do organu nadzorczego.
own-was_this_you = Czy wysłali to Państwo?
own-was_this_you_why = Adres może wpisać każdy. Wykazali Państwo, że ten należy do Państwa, dlatego tylko Państwo mogą to powiedzieć.
own-confirm = Tak, to ode mnie
own-disown = Nie, to nie ode mnie
own-steps = Co się wydarzyło
own-step_received = Otrzymano
own-step_work = W toku
own-step_extended = Potrzeba więcej czasu; pismo mówi, dlaczego
own-step_answered = Odpowiedziano
own-step_due = Termin odpowiedzi
own-words = Co Państwo napisali
own-parts = Co zrobiono
own-part_where = Gdzie
own-part_done = Zrobiono
own-part_rows = Rekordy
own-done_collected = skopiowano dla Państwa
own-done_erased = usunięto
own-done_overwritten = zanonimizowano
own-done_kept = zachowano
own-done_restricted = oznaczono jako ograniczone
own-done_restriction_lifted = usunięto oznaczenie ograniczenia
own-done_not_searched = jeszcze nie sprawdzono
own-done_nothing = sprawdzono, nic o Państwu
own-files = Do pobrania
own-package = Państwa dane jako archiwum
own-receipt = Potwierdzenie otrzymania jako plik dla programów
own-calendar = Termin do kalendarza
own-letters = Pisma
own-letter_of = { $kind }, { $day }
own-letter_review = Człowiek sprawdza Państwa wnioski
own-letter_fee = Propozycja opłaty
own-letter_refused = Brak odpowiedzi i jego powody
own-letter_narrow = Jak poprosić o mniej
own-letter_objection = Jak rozważono Państwa sprzeciw
own-letter_partial = Czego brakuje i dlaczego
own-letter_extended = Potrwa to dłużej
own-letter_identity = Prośba o potwierdzenie tożsamości
own-letter_clarification = Czego Państwo szukają?
own-letter_restricted = Ograniczenie obowiązuje
own-letter_restriction_ends = Ograniczenie się kończy
own-letter_receipt = Otrzymaliśmy Państwa wniosek
own-letter_completed = Co zrobiono
own-messages = Wiadomości
own-from_you = Państwo
own-from_us = My
own-from_nobody = Wiadomość
own-write = Napisz do nas w tej sprawie
own-write_why = Można coś dodać, sprostować albo o coś zapytać. Wiadomość trafi do osób, które nad tym pracują.
own-write_send = Wyślij
own-write_empty = Prosimy najpierw coś napisać
own-contest = Poproś o ponowne rozpatrzenie
own-contest_why = Nie trzeba podawać powodu. Ktoś jeszcze raz sprawdzi odpowiedź, bezpłatnie. Niezależnie od tego mogą Państwo wnieść skargę i wystąpić do sądu.
own-contest_words = Co jest nie tak (nieobowiązkowo)
own-withdraw = Wycofaj wniosek
own-withdraw_why = Przestaniemy wtedy nad nim pracować. W każdej chwili można złożyć go ponownie, bezpłatnie.
own-review = Państwa głos w toku sprawdzania
own-review_why = Nie podjęto żadnej decyzji. Oto, co wliczono. Mogą Państwo przedstawić uwagi i wskazać, czego nie należy wliczać. Nie trzeba podawać powodów złożenia wniosków.
own-review_counted = Wliczono; prosimy zaznaczyć, czego nie należy wliczać
own-review_left_out = Nie wliczono
own-review_words = Państwa uwagi
own-fee = Państwa wybór w sprawie opłaty
own-fee_accept = Zgadzam się na opłatę
own-fee_less = Proszę o mniej, bezpłatnie
own-done = Gotowe.
own-choices = Państwa wybory
own-choices_why = Do czego nie wolno wykorzystywać Państwa danych, ponieważ tak Państwo powiedzieli. Każdy wybór obowiązuje od razu.
own-choice_since = Powiedzieli Państwo „nie”; obowiązuje to od { $day }.
own-choice_none = Nie powiedzieli Państwo „nie”.
own-choice_doubt = Ktoś wpisał to, podając Państwa adres. Obowiązuje, dopóki nie powiedzą Państwo, że to nie od Państwa.
own-choice_restricted = Dopóki rozważamy Państwa sprzeciw, dane nie są wykorzystywane w tym celu.
own-object = Zatrzymaj to wykorzystanie
own-take_back = Zezwól ponownie
own-known_as = Są Państwo zalogowani: odpowiemy na Państwa konto lub adres i niczego więcej nie potrzebujemy.
own-recorded = Od teraz Państwa dane nie są wykorzystywane w tym celu.
own-account = Państwa konto u nas
own-your_own = Państwa strony

## Mails

mails-receipt_subject = Otrzymaliśmy Państwa wniosek
mails-receipt = Otrzymaliśmy Państwa wniosek { $reference }. Odpowiedź otrzymają Państwo najpóźniej { $due }. Jest to bezpłatne.
mails-follow = Tutaj można śledzić sprawę:
mails-follow_it = Państwa wniosek ma numer sprawy { $reference }. Tutaj można śledzić sprawę:
mails-stopped_subject = To, co chcieli Państwo zatrzymać, jest zatrzymane
mails-stopped = Zapisaliśmy, co chcieli Państwo zatrzymać; zatrzymanie obowiązuje od chwili zapisania. Jest to bezpłatne.
mails-stopped_by_you = Zatrzymanie już obowiązuje, choć nikt nie wykazał, że prośba pochodzi od Państwa. Tutaj można ją potwierdzić albo cofnąć:
mails-sign_in_subject = Państwa link do logowania
mails-way_in = Za pomocą tego linku zalogują się Państwo do swoich wniosków i wyborów. Działa on tylko raz, przez piętnaście minut:
mails-code = Tam, gdzie poproszono o link, można zamiast niego wpisać ten kod. W innej przeglądarce potrzebne są link i kod:
mails-not_you = Jeżeli to nie Państwo prosili o ten link, nie trzeba nic robić: bez tej wiadomości nikt nie zaloguje się jako Państwo.
mails-letter_subject = Czeka na Państwa pismo
mails-letter = Pismo w sprawie Państwa wniosku { $reference } czeka na Państwa:
mails-answer_subject = Odpowiedź dla Państwa jest gotowa
mails-answer = Odpowiedź na Państwa wniosek { $reference } czeka na Państwa:
mails-foot = Tę wiadomość napisał automat; nadawca: { $controller }. To, co napiszą Państwo na adres { $contact }, czyta człowiek.
