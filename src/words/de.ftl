# Deutsch. Ein Wort für jede Sache: Antrag, nie Ersuchen; Hinweis, nie Verdacht; Widerspruch (Art. 21), Widerruf (Einwilligung), Einwand (alles andere).

## Tage, Zeiten, Zahlen und Geld

local-day = { $day }. { $month } { $year }
local-weekday_and_day = { $weekday }, { $day }. { $month } { $year }
local-moment = { $day }, { $hour }:{ $minute } Uhr ({ $zone })
local-month = { $n ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
local-weekday = { $n ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
local-thousands = .
local-decimals = ,
local-money = { $currency ->
    [EUR] { $amount } €
   *[other] { $amount } { $currency }
}
local-ordinal = { $n }.

## Briefe

letters-about = Ihr Antrag { $reference }, eingegangen am { $received }
letters-date = { $day }
letters-to_account = An die Inhaberin oder den Inhaber des Kontos, aus dem der Antrag kam
letters-other_language = Sie haben uns in einer Sprache geschrieben, in der wir keine Briefe haben. Dieser ist auf Deutsch; wenn Sie möchten, erklären wir ihn Ihnen.
letters-greeting = Guten Tag,
letters-closing = Mit freundlichen Grüßen
letters-task_necessity = Warum die Aufgabe Ihre Daten erfordert: { $text }
letters-free = Die Bearbeitung Ihres Antrags ist unentgeltlich.
letters-questions = Fragen, Ergänzungen, Berichtigungen: unsere Datenschutzbeauftragte oder unser Datenschutzbeauftragter, { $contact }. Bitte geben Sie das Zeichen { $reference } an.
letters-review = Eine Person in unserem Haus prüft, ob sich Ihre Anträge in einer Weise wiederholen, die das Gesetz exzessiv nennt (Art. 12 Abs. 5 DSGVO). Entschieden ist nichts. Ihr Antrag wird weiter bearbeitet, und die Frist ändert sich nicht.
letters-rule = Die Regel, die zu dieser Prüfung geführt hat:
letters-counted = Diese Anträge wurden gezählt:
letters-counted_line = { $reference } vom { $day }
letters-left_out = Diese Anträge wurden nicht gezählt:
letters-left_out_line = { $reference }: { $reason }
letters-lapses = Wenn niemand anders entscheidet, endet die Prüfung am { $day } zu Ihren Gunsten.
letters-speak = Sie können dazu Stellung nehmen und uns sagen, welche dieser Anträge nicht zählen sollten. Begründen müssen Sie Ihre Anträge nicht.
letters-fee = Wir halten diesen Antrag für offenkundig exzessiv (Art. 12 Abs. 5 DSGVO) und schlagen vor, ihn gegen ein angemessenes Entgelt von { $amount } zu beantworten.
letters-cost = { $title }: { $quantity } × { $each }
letters-choices = Sie haben die Wahl: Sie können das Entgelt annehmen, den Antrag zurücknehmen, unentgeltlich um weniger bitten oder diese Entscheidung überprüfen lassen. Solange Sie sich nicht äußern, wird nichts berechnet, und dieser Antrag wird nicht beantwortet.
letters-refused = Wir beantworten diesen Antrag nicht, weil wir ihn für offenkundig exzessiv halten (Art. 12 Abs. 5 DSGVO).
letters-in_part = Wir beantworten Ihren Antrag, außer in diesem Teil, den wir für offenkundig exzessiv halten (Art. 12 Abs. 5 DSGVO):
letters-why = Begründung
letters-objective = Welchem Zweck des Rechts der Antrag nicht dient: { $text }
letters-subjective = Was die Absicht zeigt: { $text }
letters-milder = Was wir stattdessen erwogen haben: { $text }
letters-evidence = Worauf das beruht:
letters-shows_frequency = wie oft dasselbe beantragt wurde
letters-shows_identical_content = der Inhalt ist derselbe, und seither hat sich nichts geändert
letters-shows_data_volunteered = Daten wurden ohne Not mitgeteilt, um sie danach anfragen zu können
letters-shows_aim = wozu der Antrag offensichtlich dient
letters-shows_time_until_request = wie bald der Antrag auf die Mitteilung der Daten folgte
letters-shows_conduct = das Verhalten uns gegenüber
letters-shows_public_pattern = ein öffentlich bekanntes Muster, das zum Übrigen passt
letters-shows_money_for_silence = für die Rücknahme wurde Geld verlangt
letters-shows_intent_to_disrupt = die Absicht zu stören wurde angekündigt
letters-again = Sie können uns bitten, diese Entscheidung zu überprüfen.
letters-authority = Sie können bei einer Aufsichtsbehörde Beschwerde einlegen, insbesondere dort, wo Sie wohnen, wo Sie arbeiten oder wo der Verstoß geschah (Art. 77 DSGVO):
letters-court = Außerdem können Sie einen gerichtlichen Rechtsbehelf einlegen, vor einem Gericht des Landes, in dem wir niedergelassen sind oder in dem Sie wohnen (Art. 79 DSGVO).
letters-narrow = Ihr Antrag wird vollständig und unentgeltlich beantwortet, ohne dass Sie etwas tun müssen. Wenn Ihnen ein andermal weniger genügt, könnten Sie nur um Folgendes bitten:
letters-lifting = { $purpose }
    Sie haben dieser Nutzung Ihrer Daten widersprochen, und wir haben sie ausgesetzt. Wir haben Ihren Widerspruch gegen unsere Gründe abgewogen und halten unsere Gründe für zwingend, schutzwürdig und überwiegend (Art. 21 Abs. 1 DSGVO):
letters-lifting_research = { $purpose }
    Sie haben dieser Nutzung Ihrer Daten widersprochen, und wir haben sie angehalten. Nach Prüfung halten wir sie für erforderlich, um eine im öffentlichen Interesse liegende Aufgabe zu erfüllen (Art. 21 Abs. 6 DSGVO):
letters-public_task = Die Aufgabe im öffentlichen Interesse: { $text }
letters-grounds = Unsere Gründe: { $text }
letters-necessity = Warum es ohne Ihre Daten nicht geht: { $text }
letters-person = Was wir von Ihrer Lage verstanden haben: { $text }
letters-weighing = Warum unsere Gründe überwiegen: { $text }
letters-days = Die Einschränkung der Verarbeitung wird frühestens { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} nach dem Zugang dieses Briefes aufgehoben (Art. 18 Abs. 3 DSGVO). Wenn Sie vorher einen Einwand erheben, bleibt sie bestehen, bis wir es noch einmal geprüft haben.
letters-kept_objections = Ihre Widersprüche gelten weiter: { $titles }. Damit wir sie beachten können, behalten wir einen mit einem Schlüssel gebildeten Hashwert Ihres Kontos oder Ihrer Adresse, ohne Ihren Namen, und sonst nichts; nehmen Sie die Widersprüche zurück, wird das dort vermerkt.
letters-authority_home_de = die Datenschutz-Aufsichtsbehörde Ihres Bundeslandes (Übersicht bei der Bundesbeauftragten für den Datenschutz)
letters-authority_own_de = die Datenschutz-Aufsichtsbehörde unseres Bundeslandes (Übersicht bei der Bundesbeauftragten für den Datenschutz)
letters-authority_unknown = unsere Aufsichtsbehörde (Liste des Europäischen Datenschutzausschusses)
letters-authority_gb = Sie können sich bei uns beschweren; wir bestätigen das innerhalb von 30 Tagen (section 164A Data Protection Act 2018). Sie können sich auch bei der Aufsichtsbehörde beschweren:
letters-court_gb = Außerdem können Sie vor Gericht gehen.
letters-authority_ch = Sie können sich an den Eidgenössischen Datenschutz- und Öffentlichkeitsbeauftragten wenden (Art. 49 DSG):
letters-court_ch = Außerdem können Sie ein Zivilgericht anrufen (Art. 32 DSG).
letters-receipt = Ihr Antrag ist bei uns. Er ist am { $came } eingegangen.
letters-receipt_right = So haben wir ihn verstanden: { $right }.
letters-receipt_words = Was Sie geschrieben haben:
letters-receipt_due = Wir antworten bis { $day }. Sollte es länger dauern, hören Sie vorher von uns, mit dem Grund.
letters-receipt_stopped = Wozu Sie Nein sagen, ist gestoppt, seit Ihr Antrag erfasst wurde.
letters-receipt_add = Sie können Ihren Antrag jederzeit ergänzen, berichtigen oder zurücknehmen.
letters-receipt_privacy = Was mit dem geschieht, was Sie uns senden: { $address }
letters-completed = Das wurde getan:
letters-completed_by_hand = Wir haben getan, was Sie verlangt haben, von Hand. Unsere Nachricht an Sie sagt, was.
letters-done_collected = { $what }: übergeben ({ $n ->
    [one] ein Datensatz
   *[other] { $count } Datensätze
})
letters-done_erased = { $what }: gelöscht ({ $n ->
    [one] ein Datensatz
   *[other] { $count } Datensätze
})
letters-done_overwritten = { $what }: anonymisiert ({ $n ->
    [one] ein Datensatz
   *[other] { $count } Datensätze
})
letters-done_restricted = { $what }: als eingeschränkt gekennzeichnet ({ $n ->
    [one] ein Datensatz
   *[other] { $count } Datensätze
})
letters-done_restriction_lifted = { $what }: Kennzeichnung der Einschränkung entfernt ({ $n ->
    [one] ein Datensatz
   *[other] { $count } Datensätze
})
letters-done_kept = { $what }: aufbewahrt. { $because }
letters-done_nothing = { $what }: Wir haben gesucht und dort nichts über Sie gefunden.
letters-backups = Kopien in unseren Sicherungen sind spätestens am { $day } weg.
letters-recipients = Diese Empfänger hatten die Daten erhalten. Wir teilen ihnen mit, was getan wurde, außer wenn das unmöglich ist oder einen unverhältnismäßigen Aufwand bedeutet (Art. 19 DSGVO):
letters-not_in_full = Sie haben unsere Antwort, aber nicht auf alles, worum Sie gebeten haben. Das ist nicht dabei:
letters-declined = Wir kommen Ihrem Antrag nicht nach, und zwar aus diesem Grund:
letters-all_of_it = Alles
letters-not_searched = { $what }: Eine automatische Suche ist dort nicht möglich. Ein Mensch sieht nach, und Sie hören von uns.
letters-left_out_because = { $what }: { $ground } { $facts }
letters-unidentifiable = Wir konnten nicht feststellen, welche unserer Daten Ihre sind (Art. 11 Abs. 2 DSGVO). Was wir durchsucht haben und was helfen würde:
letters-unidentifiable_help = Sie müssen uns nicht mehr mitteilen. Wenn Sie es tun, suchen wir noch einmal, kostenlos, und verwenden es für nichts anderes.
letters-extended = Unsere Antwort dauert länger: Sie kommt bis zum { $day } (Art. 12 Abs. 3 DSGVO).
letters-extended_complexity = Der Grund ist, dass Ihr Antrag komplex ist:
letters-extended_number = Der Grund ist die Anzahl Ihrer Anträge:
letters-extended_sooner = Was früher fertig ist, bekommen Sie früher.
letters-referred = Eine Person in unserem Haus prüft, ob dieser Antrag einem anderen Zweck dient als dem, für den das Gesetz ihn vorsieht (Art. 12 Abs. 5 DSGVO). Jemand aus unserem Haus hat darum gebeten; wie oft Sie Anträge gestellt haben, spielt keine Rolle. Entschieden ist nichts. Ihr Antrag wird weiter bearbeitet, und die Frist ändert sich nicht. Dies wird ihm entgegengehalten:
letters-held_evidence = Wo die Belege stehen: { $text }
letters-referred_speak = Sie können zu jedem dieser Punkte Stellung nehmen. Begründen müssen Sie Ihren Antrag nicht.
letters-identity = Bevor wir antworten, müssen wir wissen, dass der Antrag von Ihnen kommt (Art. 12 Abs. 6 DSGVO). Warum wir daran zweifeln:
letters-enough_sign_in = Das genügt, und mehr nicht: Melden Sie sich in Ihrem Konto an und bestätigen Sie den Antrag dort.
letters-enough_confirm_address = Das genügt, und mehr nicht: Antworten Sie uns von der E-Mail-Adresse, die wir von Ihnen haben.
letters-enough_customer_number = Das genügt, und mehr nicht: Nennen Sie uns Ihre Kundennummer oder die Nummer eines Vertrags mit uns.
letters-enough_known_detail = Das genügt, und mehr nicht: Nennen Sie uns eine Sache, die nur Sie und wir wissen, etwa den Tag Ihrer letzten Bestellung.
letters-enough_call_back = Das genügt, und mehr nicht: Nehmen Sie unseren Anruf unter der Telefonnummer an, die wir von Ihnen haben.
letters-enough_letter_code = Das genügt, und mehr nicht: Senden Sie uns den Code zurück, den Sie mit einem Brief an die Anschrift erhalten, die wir von Ihnen haben.
letters-identity_otherwise = Wenn Sie das nicht können oder nicht möchten, schreiben Sie uns: Wir finden mit Ihnen einen anderen Weg. Eine Kopie eines Ausweises verlangen wir nicht.
letters-identity_deleted = Was Sie uns mitteilen, verwenden wir nur dafür. Wir löschen es, sobald wir es geprüft haben, und vermerken nur, wie sich der Zweifel geklärt hat.
letters-clarification = Wir haben viele Daten über Sie. Damit Sie finden, was Sie suchen, fragen wir Sie:
letters-clarification_optional = Sie müssen nicht antworten. Wenn Sie es nicht tun, beantworten wir Ihren Antrag so, wie er ist.
letters-period_stands_still = Die Frist für unsere Antwort steht ab dem { $day } still, bis wir Ihre Antwort haben.
letters-period_runs_on = Die Frist für unsere Antwort läuft inzwischen weiter. Sie endet am { $day }.
letters-restriction_applied = Die Verarbeitung Ihrer Daten ist ab jetzt eingeschränkt (Art. 18 DSGVO). Wir bewahren sie auf und nutzen sie nicht für:
letters-restriction_except = Solange das gilt, werden sie nur mit Ihrer Einwilligung, für Rechtsansprüche, zum Schutz einer anderen Person oder aus einem wichtigen öffentlichen Interesse genutzt (Art. 18 Abs. 2 DSGVO). Bevor es endet, hören Sie von uns.
letters-restriction_ends = Die Einschränkung, die Sie verlangt haben, endet (Art. 18 Abs. 3 DSGVO). Danach werden Ihre Daten wieder genutzt für:
letters-restriction_reason = Warum sie endet: { $text }
letters-restriction_object = Sie können diesen Nutzungen jederzeit unentgeltlich widersprechen.
letters-ground_rights_of_others = Eine Kopie würde die Rechte anderer beeinträchtigen (Art. 15 Abs. 4 DSGVO).
letters-ground_accuracy_not_shown = Wir haben nichts gefunden, was zeigt, dass diese Angaben falsch sind (Art. 16 DSGVO).
letters-ground_no_case_for_erasure = Keiner der Fälle, in denen Daten gelöscht werden müssen, liegt vor (Art. 17 Abs. 1 DSGVO).
letters-ground_expression = Freiheit der Meinungsäußerung und Information (Art. 17 Abs. 3 Buchst. a DSGVO).
letters-ground_legal_obligation = Ein Gesetz verpflichtet uns, diese Daten aufzubewahren (Art. 17 Abs. 3 Buchst. b DSGVO).
letters-ground_public_health = Öffentliche Gesundheit (Art. 17 Abs. 3 Buchst. c DSGVO).
letters-ground_research = Archive im öffentlichen Interesse, Forschung oder Statistik (Art. 17 Abs. 3 Buchst. d DSGVO).
letters-ground_legal_claims = Diese Daten werden für Rechtsansprüche gebraucht (Art. 17 Abs. 3 Buchst. e DSGVO).
letters-ground_no_case_for_restriction = Keiner der Fälle für eine Einschränkung liegt vor (Art. 18 Abs. 1 DSGVO).
letters-ground_not_provided = Diese Daten haben Sie nicht selbst bereitgestellt (Art. 20 Abs. 1 DSGVO).
letters-ground_not_by_consent_or_contract = Wir verarbeiten diese Daten weder mit Ihrer Einwilligung noch für einen Vertrag (Art. 20 Abs. 1 Buchst. a DSGVO).
letters-ground_rights_of_others_too = Die Herausgabe würde die Rechte anderer beeinträchtigen (Art. 20 Abs. 4 DSGVO).
letters-ground_no_such_decision = Es gab keine Entscheidung allein durch eine Maschine, oder das Gesetz erlaubt sie (Art. 22 DSGVO).
letters-ground_unidentifiable = Wir können nicht feststellen, welche Daten Ihre sind (Art. 11 Abs. 2 DSGVO).
letters-ground_no_right = Das Datenschutzrecht gibt darauf kein Recht.

## Was liest, wer einen Antrag stellt

requests-merged = Sie haben dasselbe schon mit dem Antrag { $first } beantragt, der noch offen ist. Beide werden zusammen beantwortet, spätestens am { $due }. Sie verlieren nichts: Dieser Antrag ist aufgezeichnet, hat seine eigene Empfangsbestätigung und wird nirgends gezählt.

## Wie eine Frist zustande kam

due-received = eingegangen am { $day } ({ $zone }); dieser Tag zählt nicht mit
due-pause_counted = { $cause } am { $from } erbeten und ist am { $to } eingegangen; { $days ->
    [one] ein Tag zählt
   *[other] { $days } Tage zählen
} nicht mit
due-pause_not_counted = { $cause } am { $from } erbeten und ist am { $to } eingegangen, die Frist lief aber weiter: { $why }
due-identity = ein Nachweis der Identität wurde
due-clarification = eine Klarstellung wurde
due-asked_late = erbeten nach { $after_days ->
    [one] einem Tag
   *[other] { $after_days } Tagen
}, nicht binnen { $within_days } Tagen
due-regime_runs_on = dieses Recht hält die Frist dafür nicht an
due-no_whole_day = es dauerte weniger als einen Tag
due-already_excluded = diese Tage zählen schon nicht mit
due-after_the_end = die Frist war abgelaufen, bevor danach gefragt wurde
due-months = { $months ->
    [one] ein Monat ab { $from } endet
   *[other] { $months } Monate ab { $from } enden
} am { $to }
due-days = { $days ->
    [one] ein Tag ab { $from } endet am { $to }
   *[other] { $days } Tage ab { $from } enden am { $to }
}
due-months_clamped = { $months ->
    [one] ein Monat ab { $from } endet
   *[other] { $months } Monate ab { $from } enden
} am { $to }, weil jener Monat keinen { $missing }. hat
due-days_already_run = { $days ->
    [one] ein Tag war
   *[other] { $days } Tage waren
} vor der Unterbrechung schon vergangen, damit endet die Frist am { $last }
due-never_shorter = eine Unterbrechung verkürzt die Frist nie, sie endet also am { $last }
due-days_not_counted = { $days ->
    [one] ein nicht gezählter Tag kommt
   *[other] { $days } nicht gezählte Tage kommen
} hinzu, damit endet die Frist am { $last }
due-holiday = { $day } ist ein Feiertag, { $name }; die Frist läuft weiter
due-not_a_working_day = { $day } ist kein Arbeitstag; die Frist läuft weiter
due-due = fällig am { $day }, bis 24:00 Uhr Ortszeit
due-extension = bei einer Verlängerung { $months ->
    [one] zählt insgesamt ein Monat
   *[other] zählen insgesamt { $months } Monate
}, und nicht erst ab der ersten Frist
due-extension_days = bei einer Verlängerung { $days ->
    [one] zählt insgesamt ein Tag
   *[other] zählen insgesamt { $days } Tage
}, und nicht erst ab der ersten Frist
due-extended_due = bei einer Verlängerung fällig am { $day }, bis 24:00 Uhr Ortszeit
due-targets = um sicherzugehen: Antwort bis { $target }, bei einer Verlängerung bis { $extended_target }

## Die Schwellen und ein Ergebnis in einfachen Worten

explain-head = Schwellen „{ $id }“, Fassung { $version }, Inhaltshash { $hash }.
explain-not_before = Nicht in Kraft vor dem { $day }.
explain-owner = Verantwortlich: { $owner }.
explain-flag_does = Was ein Hinweis bewirkt: Er bittet einen Menschen, hinzusehen. Er lehnt nichts ab, kostet nichts, verzögert nichts und ändert kein Wort einer Antwort. Ein Hinweis, den niemand rechtzeitig prüft, schließt sich als nicht exzessiv.
explain-never_looked_at = Was nie angesehen wird: ein erster Antrag; Widersprüche gegen Direktwerbung und gegen KI-Training; Signale eines Browsers; der Widerruf einer Einwilligung; die Einschränkung der Verarbeitung; und jedes Recht, für das es keine Regel gibt.
explain-never_counts = Was nie zählt: Anträge, die mit einem anderen verbunden, zurückgenommen, spät oder teilweise beantwortet, beanstandet oder noch nicht beantwortet wurden, die von jemandem kommen, dessen Identität niemand bestätigt hat, die ein anderes Recht oder einen anderen Umfang (Zweck, System, Kategorie oder Zeitraum) betreffen oder die gestellt wurden, bevor sich Daten oder Umstände geändert haben. Jede Person wird für sich gezählt, gleich wer ihre Adresse, ihre Anwältin oder ihre Worte teilt.
explain-kinder = Was eine Regel großzügiger macht: sensible Daten, nach den Zahlen unten; eine Verarbeitung, die der Person schaden kann (Training, Bewertung, Sperre), erhöht die Zahl um eins und halbiert die Tage; kommt beides zusammen, eins nach dem anderen.
explain-rule = [{ $id }] { $right } { $class } wird angesehen, wenn er mindestens der { $nth } seiner Art in { $window_days } Tagen ist{ $gap_days ->
    [0] {""}
   *[other] , es sei denn, seit der letzten vollständigen Antwort sind { $gap_days } Tage vergangen
}.
explain-sensitive = { $days ->
    [0] Bei sensiblen Daten ist es der { $nth } Antrag.
   *[other] Bei sensiblen Daten ist es der { $nth } Antrag, und es sind { $days } Tage.
}
explain-meaning = Was das heißt, wenn alle vollständig und rechtzeitig beantwortet werden: tägliche Anträge: { $daily }; wöchentliche: { $weekly }; monatliche: { $monthly }; vierteljährliche: { $quarterly }.
explain-from_nth = { $n ->
    [1] ab dem ersten
    [2] ab dem zweiten
    [3] ab dem dritten
    [4] ab dem vierten
    [5] ab dem fünften
    [6] ab dem sechsten
    [7] ab dem siebten
    [8] ab dem achten
    [9] ab dem neunten
    [10] ab dem zehnten
   *[other] ab dem { $nth }
}
explain-never = nie
explain-superseded = [{ $id }] gilt für nichts mehr: „{ $by }“ ist an ihre Stelle getreten.
explain-sources = Quellen: { $sources }
explain-conclusion = Dies ist der { $seen } Antrag seiner Art in { $window_days } Tagen; ab dem { $nth } sieht ein Mensch hin. Die Zahl allein beweist nichts: Eine Absicht müsste nachgewiesen werden.
explain-ordinary_no_rule = Gewöhnlich: Für dieses Recht und diese Daten gibt es keine Regel.
explain-ordinary_self_service = Gewöhnlich: Die Person kann diese Daten jederzeit selbst abrufen.
explain-ordinary_few = Gewöhnlich: weniger als die Zahl der Regel.
explain-ordinary_spaced = Gewöhnlich: lange genug nach der letzten vollständigen Antwort.
explain-the_rule = Die Regel: { $rule }
explain-counted = { $case } vom { $day } hat gezählt.
explain-excluded = { $case } hat nicht gezählt: { $reason }.
explain-not_other_right = er betraf ein anderes Recht
explain-not_other_scope = er betraf andere Daten
explain-not_outside_window = er liegt außerhalb des Zeitfensters
explain-not_unverified = niemand hatte bestätigt, wer fragt
explain-not_merged = er wurde zusammen mit einem offenen Antrag beantwortet
explain-not_withdrawn = er wurde zurückgenommen
explain-not_unanswered = er ist noch nicht beantwortet
explain-not_answered_late = er wurde zu spät beantwortet
explain-not_incomplete = die Antwort war nicht vollständig
explain-not_unstated = die Antwort sagte nicht alles, was neben den Daten mitzuteilen ist, etwa wer sie erhält
explain-not_unidentifiable = die Person konnte nicht identifiziert werden
explain-not_disputed = die Person hat die Antwort beanstandet
explain-not_past_finding = er wurde abgelehnt oder kostete etwas: Ein früheres Ergebnis geht in kein neues ein
explain-not_self_service = die Person hatte die Daten selbst abgerufen
explain-not_before_change = die Daten oder die Umstände haben sich seitdem geändert
explain-reset_new_data = Am { $day } hatten sich die Daten geändert: Was davor beantragt wurde, zählt nicht.
explain-reset_new_purpose = Am { $day } kam ein neuer Zweck hinzu: Was davor beantragt wurde, zählt nicht.
explain-reset_new_recipient = Am { $day } kam ein neuer Empfänger hinzu: Was davor beantragt wurde, zählt nicht.
explain-reset_breach = Am { $day } gab es eine Datenpanne: Was davor beantragt wurde, zählt nicht.
explain-reset_terms_change = Am { $day } änderten sich die Bedingungen: Was davor beantragt wurde, zählt nicht.
explain-reset_objection_outcome = Am { $day } wurde über einen Widerspruch entschieden: Was davor beantragt wurde, zählt nicht.
explain-reset_legal_proceedings = Am { $day } begann ein Verfahren: Was davor beantragt wurde, zählt nicht.
explain-fewer = Mit { $fewer ->
    [one] einem früheren Antrag
   *[other] { $fewer } früheren Anträgen
} weniger wäre es ein gewöhnlicher gewesen.
explain-hint = Anhaltspunkt „{ $id }“: Dies ist der { $seen } Antrag in { $window_days } Tagen. Daraus folgt nichts; ob es einen berechtigten Grund gibt, klärt die prüfende Person, ohne bei der Person nachzufragen.
explain-right_access = Ein Antrag auf Auskunft
explain-right_rectification = Ein Antrag auf dieselbe Berichtigung
explain-right_erasure = Ein Antrag auf Löschung derselben Daten
explain-right_portability = Ein Antrag auf Übertragung derselben Daten
explain-right_other_objection = Ein mit Gründen zurückgewiesener Widerspruch
explain-right_automated_decision_review = Ein Antrag auf Prüfung derselben Entscheidung
explain-class_static = zu Daten, die sich nicht mehr ändern,
explain-class_normal = zu Daten, die sich ab und zu ändern,
explain-class_dynamic = zu Daten, die sich oft ändern,

## Die Seiten hinter einem Link und der Baustein für eigene Seiten

choices-heading = Ihre Wahl
choices-objected = Ihr Widerspruch gilt. Ihre Daten werden dafür nicht genutzt.
choices-not_objected = Sie haben nicht widersprochen.
choices-object = Widersprechen
choices-take_back = Widerspruch zurücknehmen
choices-doubt = Jemand hat ohne Anmeldung in Ihrem Namen widersprochen. Der Widerspruch gilt bereits. Waren Sie das?
choices-confirm = Ja, Widerspruch behalten
choices-disown = Nein, rückgängig machen
choices-promise = Das ist unentgeltlich, verlangt keine Begründung und ändert sonst nichts für Sie.
choices-then = Wenn Sie widersprechen: { $already_used }
choices-signal = Ihr Browser sendet ein Datenschutzsignal (GPC). Es wurde hier angewendet.
choices-answerable = Verantwortlich: { $controller }.
choices-lost_title = Dieser Link funktioniert nicht
choices-lost = Er ist unvollständig, oder das, wofür er bestimmt war, gibt es nicht mehr. Kopieren Sie ihn ganz, oder schreiben Sie an { $contact }

## Dasselbe, wo die Nutzung auf einer Einwilligung beruht

consents-objected = Sie haben Ihre Einwilligung widerrufen. Ihre Daten werden dafür nicht genutzt.
consents-not_objected = Sie haben hier keine Einwilligung widerrufen.
consents-object = Einwilligung widerrufen
consents-take_back = Widerruf zurücknehmen
consents-doubt = Jemand hat ohne Anmeldung in Ihrem Namen eine Einwilligung widerrufen. Der Widerruf gilt bereits. Waren Sie das?
consents-then = Wenn Sie die Einwilligung widerrufen: { $already_used }

## Das Archiv, das jemand erhält

packages-title = Ihre Daten bei { $controller }
packages-reference = Aktenzeichen
packages-asked_for = Ihr Antrag
packages-right_access = Auskunft über Ihre Daten (Art. 15 DSGVO)
packages-right_rectification = Berichtigung Ihrer Daten (Art. 16 DSGVO)
packages-right_erasure = Löschung Ihrer Daten (Art. 17 DSGVO)
packages-right_restriction = Einschränkung der Verarbeitung Ihrer Daten (Art. 18 DSGVO)
packages-right_portability = Ihre Daten in einer Form, die Sie anderswohin mitnehmen können (Art. 20 DSGVO)
packages-right_objection = Widerspruch gegen eine Nutzung Ihrer Daten (Art. 21 DSGVO)
packages-right_automated_decision_review = Prüfung einer automatisierten Entscheidung durch einen Menschen (Art. 22 DSGVO)
packages-right_consent_withdrawal = Widerruf Ihrer Einwilligung (Art. 7 DSGVO)
packages-right_other = ein anderes Anliegen
packages-received = Eingegangen
packages-prepared = Zusammengestellt
packages-holds = Umfang
packages-records = { $count ->
    [one] 1 Datensatz
   *[other] { $shown } Datensätze
}
packages-contents = Was darin ist
packages-objections = Wogegen Sie Widerspruch eingelegt haben
packages-objection_since = { $purpose }, seit
packages-nothing_here = Hier haben wir gesucht und nichts über Sie gefunden.
packages-caption = { $title }: { $records }, auch in
packages-no_value = kein Wert
packages-told_title = Wie Ihre Daten genutzt werden
packages-told_purposes = Wofür
packages-told_categories = Kategorie der Daten
packages-told_recipients = Wer sie erhält
packages-told_retention = Wie lange
packages-told_source = Woher sie stammen
packages-told_automated = Entscheidungen ohne einen Menschen
packages-told_transfers = In Länder außerhalb des Europäischen Wirtschaftsraums
packages-told_use = { $purpose } ({ $basis })
packages-told_basis = Art. 6 Abs. 1 Buchst. { $letter } DSGVO
packages-told_you = Von Ihnen: Sie haben sie uns gegeben, oder sie sind entstanden, als Sie unseren Dienst genutzt haben.
packages-told_nobody = Niemand
packages-told_nowhere = Nirgendwohin: Sie werden nicht dorthin übermittelt.
packages-told_transfer = { $country }. Was sie dort schützt: { $safeguard }
packages-told_no_decisions = Keine: Mit diesen Daten wird nichts über Sie ohne einen Menschen entschieden.
packages-told_logic = Wie entschieden wird: { $text }
packages-told_significance = Welches Gewicht es hat: { $text }
packages-told_consequences = Was für Sie daraus folgt: { $text }
packages-told_not_stated = Nicht angegeben. Diese Auskunft steht Ihnen zu: Fragen Sie, und ein Mensch antwortet Ihnen, unentgeltlich.
packages-told_rights_title = Ihre Rechte
packages-told_rights = Sie können Ihre Daten berichtigen (Art. 16 DSGVO) oder löschen lassen (Art. 17), ihre Verarbeitung einschränken lassen (Art. 18) und einer Nutzung widersprechen (Art. 21). Das ist unentgeltlich.
packages-told_complaint = Sie können bei einer Aufsichtsbehörde Beschwerde einlegen (Art. 77 DSGVO), insbesondere dort, wo Sie wohnen, wo Sie arbeiten oder wo der Verstoß geschah:
packages-told_only = Sie haben nach der Nutzung Ihrer Daten gefragt und nicht nach den Daten selbst: Sie sind nicht in diesem Archiv. Sie können sie jederzeit verlangen, unentgeltlich.
packages-kept_title = Ihre früheren Anträge
packages-kept_none = Wir haben keinen früheren Antrag von Ihnen.
packages-restrictions = Nutzungen, die eingeschränkt sind, solange ein Widerspruch geprüft wird
packages-outcome_open = Noch nicht beantwortet.
packages-outcome_merged = Zusammen mit einem anderen beantwortet.
packages-outcome_withdrawn = Sie haben ihn zurückgenommen.
packages-outcome_fulfilled = Beantwortet.
packages-outcome_partial = Zum Teil beantwortet.
packages-outcome_declined = Nicht erfüllt; der Brief sagte, warum.
packages-outcome_refused = Nicht beantwortet, weil wir ihn für exzessiv hielten.
packages-outcome_fee_proposed = Ein Entgelt wurde vorgeschlagen, weil wir ihn für exzessiv hielten.
packages-outcome_unidentifiable = Nicht beantwortet, weil wir nicht feststellen konnten, welche Daten Ihre sind.
packages-flag_open = Er wurde markiert, um zu prüfen, ob sich Ihre Anträge exzessiv wiederholen (Art. 12 Abs. 5 DSGVO); entschieden ist noch nichts.
packages-flag_lapsed = Er wurde markiert, um zu prüfen, ob sich Ihre Anträge exzessiv wiederholen (Art. 12 Abs. 5 DSGVO); die Markierung ist von selbst erloschen, er ist nicht exzessiv.
packages-flag_not_excessive = Er wurde markiert, um zu prüfen, ob sich Ihre Anträge exzessiv wiederholen (Art. 12 Abs. 5 DSGVO); ein Mensch hat ihn geprüft, er ist nicht exzessiv.
packages-flag_excessive = Er wurde markiert, um zu prüfen, ob sich Ihre Anträge exzessiv wiederholen (Art. 12 Abs. 5 DSGVO); zwei Personen haben entschieden, dass er es ist.
packages-wrong_title = Wenn etwas falsch ist oder fehlt
packages-wrong = Nennen Sie { $reference } und schreiben Sie uns; wir prüfen es noch einmal, unentgeltlich. Sie können auch bei einer Aufsichtsbehörde Beschwerde einlegen und vor Gericht gehen.
packages-note_period = Sie haben einen Zeitraum genannt. Dieses Archiv enthält alles aus den Kategorien, die Sie genannt haben, gleich von wann.
packages-note_not_searched = Hier konnten wir nicht nach Ihnen suchen: { $systems }. Wir wissen nicht, unter welchem Namen oder welcher Kennung Sie dort geführt werden; jemand von uns sieht nach, und Sie können uns schreiben.
packages-note_away = Diese Systeme haben nicht geantwortet und fehlen hier: { $systems }.
packages-note_not_text = In „{ $table }“ sind manche Werte von { $columns } in unserer Datenbank kein gültiger Text; sie stehen hier Byte für Byte als Base64.
packages-note_nothing = Wir haben in jedem der genannten Systeme gesucht und keine Daten über Sie gefunden.
packages-readme = Dieses Archiv enthält die Daten über Sie. Nichts darin führt etwas aus oder lädt etwas aus einem Netz.
packages-readme_index = im Browser öffnen: alles, zum Lesen und zum Drucken
packages-readme_data = alles, für Programme; der Aufbau steht unten
packages-readme_csv =
    eine Datei für jede Tabelle, für ein Tabellenprogramm: UTF-8, Kommas, die Namen der Spalten zuerst. Wo = + - @
    am Anfang eines Textes stehen oder darin auf ein Semikolon, einen Tabulator oder ein Zeilenende folgen, steht
    ein Apostroph davor, ebenso vor einem Text, der mit einem Tabulator oder einem Zeilenende beginnt: Kein
    Tabellenprogramm hält ihn dann für eine Formel. In data.json steht alles, wie es ist
packages-readme_manifest = SHA-256 und Größe jeder anderen Datei: {"{"}"files": [{"{"}"file", "sha256", "size"{"}"}]{"}"}
packages-readme_format = data.json, Format 1. Schlüssel können hinzukommen; was ein Schlüssel bedeutet, bleibt.
packages-readme_reference = das Aktenzeichen; nennen Sie es, wenn Sie uns schreiben
packages-readme_right = was beantragt wurde, etwa "access" (Auskunft) oder "portability" (Datenübertragbarkeit)
packages-readme_controller = wer antwortet
packages-readme_received_at = wann der Antrag bei uns einging (RFC 3339)
packages-readme_prepared_at = wann dieses Archiv zusammengestellt wurde (RFC 3339)
packages-readme_language = die Sprache der Wörter darin, etwa "de"
packages-readme_information = wie die Daten genutzt werden, vor den Daten (Art. 15 Abs. 1 und 2): {"{"}"asked", "datasets", "rights",
    "authorities"{"}"}; null, wo unser Verzeichnis es nicht angibt
packages-readme_notes = Anmerkungen für Sie: eine Liste von Texten
packages-readme_objections = was in Kraft ist: eine Liste von {"{"}"purpose", "since"{"}"}
packages-readme_restrictions = Zwecke, für die die Nutzung Ihrer Daten eingeschränkt ist: eine Liste von Texten
packages-readme_requests = Ihre früheren Anträge: eine Liste von {"{"}"reference", "right", "received_at", "outcome", "flag"{"}"}
packages-readme_systems = eine Liste von {"{"}"id", "title", "tables"{"}"}
packages-readme_tables = eine Liste von {"{"}"dataset", "title", "columns", "rows"{"}"}
packages-readme_columns = die Namen der Spalten
packages-readme_rows = eine Liste von Zeilen; eine Zeile ist eine Liste mit einem Wert für jede Spalte, null, wo keiner ist
packages-readme_wrong = Wenn etwas falsch ist oder fehlt, sagen Sie es: Die Antwort kann beanstandet werden, unentgeltlich.

## Das Portal

portal-own_name = Deutsch
portal-skip = Zum Inhalt
portal-site = { $controller }: Ihre Rechte an Ihren Daten
portal-languages = Sprachen
portal-free = Unentgeltlich.
portal-contact = Datenschutz: { $contact }
portal-back = Zurück zum Anfang
portal-error = Fehler:
portal-problem = Etwas stimmt nicht
portal-say_no = Nein sagen zu einer Nutzung Ihrer Daten
portal-no_account = Unentgeltlich, ohne Konto und ohne Begründung.
portal-object = Widersprechen
portal-withdraw = Einwilligung widerrufen
portal-other = Etwas anderes verlangen
portal-access = Eine Kopie meiner Daten erhalten
portal-rectification = Meine Daten berichtigen
portal-erasure = Meine Daten löschen
portal-restriction = Die Nutzung meiner Daten einschränken
portal-portability = Meine Daten mitnehmen
portal-automated = Eine Entscheidung von einem Menschen prüfen lassen
portal-consent = Meine Einwilligung widerrufen
portal-unsure = Etwas anderes, oder ich weiß es nicht genau
portal-access_means = Was wir über Sie haben, woher es kommt, wozu es dient und wer es bekommt.
portal-rectification_means = Etwas, das wir über Sie haben, ist falsch oder unvollständig.
portal-erasure_means = Was nicht aufbewahrt werden muss, wird gelöscht. Was uns das Gesetz aufbewahren lässt, bleibt, und wir sagen Ihnen, was und bis wann.
portal-restriction_means = Wir bewahren Ihre Daten auf, ohne sie zu nutzen, etwa solange Sie ihre Richtigkeit bestreiten.
portal-portability_means = Was Sie uns gegeben haben, in einem Format, das Maschinen lesen.
portal-automated_means = Eine Maschine allein hat etwas entschieden, das für Sie wichtig ist.
portal-consent_means = Jede Einwilligung, die Sie uns gegeben haben, ab jetzt. Das gilt sofort.
portal-unsure_means = Sagen Sie es in Ihren Worten. Jemand liest es.
portal-due_today = Ein heute gesendeter Antrag wird spätestens am { $due } beantwortet.
portal-due_how = Wie dieses Datum entsteht
portal-ways = Andere Wege
portal-ways_write = Schreiben Sie an { $contact } oder mit der Post. Das zählt genauso, ab dem Tag, an dem es bei uns ist.
portal-object_this = Meine Daten nicht mehr dafür nutzen
portal-withdraw_this = Meine Einwilligung dazu widerrufen
portal-address = Ihre E-Mail-Adresse
portal-address_why = Die, die Sie bei uns verwenden. Wir finden Sie damit und beachten damit Ihre Wahl, und nutzen sie für nichts anderes.
portal-address_find = Die, die Sie bei uns verwenden. Wir finden damit Ihre Daten und antworten dorthin. Einen Ausweis verlangen wir nicht.
portal-address_wrong = Schreiben Sie eine E-Mail-Adresse wie name@example.org
portal-situation = Etwas zu Ihrer Lage (freiwillig)
portal-situation_why = Sie müssen nichts begründen. Wollen wir diese Nutzung fortsetzen, wägen wir sie gegen das ab, was Sie hier schreiben.
portal-already = Was mit schon genutzten Daten geschieht
portal-recorded = Eingetragen, und es gilt ab jetzt
portal-recorded_now = Ab jetzt werden Ihre Daten dafür nicht genutzt. Das gilt, bevor jemand Ihre Adresse bestätigt hat.
portal-reference = Ihr Zeichen:
portal-recorded_keep = Bewahren Sie es auf: Damit können Sie fragen, was daraus geworden ist.
portal-recorded_weighed = Jemand von uns sieht es sich an. Wollen wir diese Nutzung fortsetzen, erfahren Sie zuerst warum und haben Zeit für einen Einwand.
portal-recorded_address = Ihre Adresse dient nur hierzu: Ihre Wahl zu beachten und zeigen zu können, dass wir es getan haben.
portal-undo = Rückgängig machen
portal-undone_title = Rückgängig gemacht
portal-undone = Was hier eingegeben wurde, ist rückgängig gemacht. Was vorher galt, gilt weiter.
portal-others = Andere Nutzungen Ihrer Daten
portal-ask = Was möchten Sie verlangen?
portal-choose = Wählen
portal-own_words = In Ihren Worten (freiwillig)
portal-own_words_why = Was genau, seit wann, oder was beim Finden hilft.
portal-go_on = Weiter
portal-check = Prüfen Sie Ihre Angaben
portal-check_right = Sie verlangen
portal-check_words = In Ihren Worten
portal-check_no_words = Nichts weiter
portal-check_from = Von
portal-check_who = Es geht an
portal-check_due = Beantwortet spätestens am
portal-send = Meinen Antrag senden
portal-change = Ändern
portal-sent = Ihr Antrag ist gesendet
portal-sent_due = Sie haben unsere Antwort spätestens am { $due }.
portal-next = Wie es weitergeht
portal-next_confirm = Eine E-Mail ist an Sie unterwegs. Verfolgen Sie Ihren Antrag mit ihr, sagen Sie, dass er von Ihnen ist, dann beginnt die Bearbeitung. Kommt keine E-Mail, vergewissert sich jemand von uns auf dem einfachsten Weg. Sie können auch unter Angabe Ihres Zeichens an { $contact } schreiben.
portal-next_free = Das ist unentgeltlich, wie die Antwort auch ausfällt.
portal-fault = Das hat nicht geklappt
portal-fault_unread = Etwas von dem, was gesendet wurde, ist nicht lesbar. Es wurde nichts geändert. Gehen Sie zurück und versuchen Sie es noch einmal, oder schreiben Sie an { $contact }.
portal-fault_large = Was Sie gesendet haben, ist zu groß. Es wurde nichts geändert. Senden Sie weniger auf einmal, oder schreiben Sie an { $contact }.
portal-fault_busy = Wir können es gerade nicht annehmen. Es wurde nichts geändert. Versuchen Sie es in ein paar Minuten noch einmal.
portal-fault_ours = Der Fehler liegt bei uns und nicht bei Ihnen. Wenn Sie deswegen an { $contact } schreiben, nennen Sie dies: { $incident }
portal-nothing = Hier ist nichts
portal-nothing_why = Die Adresse ist unvollständig, oder das, wohin sie führte, ist vorbei. Beginnen Sie von vorn, oder schreiben Sie an { $contact }.
portal-full = Wir konnten es gerade nicht aufnehmen
portal-full_why = Es wurde nichts gespeichert, und kein Tag ist verloren: Was Sie von dieser Seite noch einmal senden, zählt ab heute.
portal-send_again = Noch einmal senden
portal-how = So widersprechen Sie
portal-how_choose = Wählen Sie die Nutzung, die Sie nicht wollen. Sie brauchen kein Konto und keine Begründung.
portal-how_then = Schreiben Sie Ihre E-Mail-Adresse und drücken Sie auf die Schaltfläche. Das gilt sofort, ist unentgeltlich, und Sie können es ebenso leicht zurücknehmen.
portal-how_other = Sie können auch an { $contact } oder mit der Post schreiben; das zählt genauso.
portal-thresholds = Wie wir uns wiederholte Anträge ansehen
portal-thresholds_why = Jemand von uns kann sich Anträge ansehen, die sich wiederholen. Das verzögert keinen Antrag, kostet von sich aus nichts und lehnt von sich aus nichts ab.
portal-privacy = Was mit dem geschieht, was Sie hier senden
portal-privacy_who = Für diese Seiten ist { $controller } verantwortlich. Fragen gehen an { $contact }.
portal-privacy_what = Solange Sie nichts senden, wird nichts über Sie gespeichert und kein Cookie gesetzt. Was Sie senden (Ihre Adresse oder Ihr Konto, Ihre Worte, der Tag), wird versiegelt gespeichert, damit wir Ihnen antworten und das zeigen können. Mehr brauchen wir nicht von Ihnen.
portal-privacy_who_gets = Es lesen die Menschen, die Ihnen antworten, und die Systeme, in denen wir nach Ihren Daten suchen. Für nichts anderes wird es genutzt, und ob Sie einen Vertrag haben und welchen, macht keinen Unterschied.
portal-privacy_rights = Sie haben daran dieselben Rechte wie an Ihren anderen Daten: Verlangen Sie hier eine Kopie, eine Berichtigung oder Löschung, unentgeltlich. Sie können sich bei einer Aufsichtsbehörde beschweren.
portal-retention = Wie lange wir aufbewahren, was Sie senden
portal-retention_requests = Ihre Anträge, unsere Schreiben und die Nachrichten bleiben, solange wir zeigen können müssen, dass wir Ihnen geantwortet haben. Wer sie früher gelöscht haben möchte, schreibt an { $contact }; was dann bleibt, verrät niemandem, wer Sie waren.
portal-retention_archive = Das Archiv Ihrer Daten kann { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} lang heruntergeladen werden; dann wird es gelöscht.
portal-retention_choices = Dass Sie zu einer Nutzung Nein gesagt haben, bleibt, solange es gilt: Sonst könnte es niemand beachten. Aufbewahrt wird es als eine Zahl, die nur wir und die Systeme vergleichen können, die sie beachten.
portal-retention_session = Ein Link zum Anmelden gilt fünfzehn Minuten. Nach einer halben Stunde ohne Nutzung sind Sie abgemeldet.
portal-accessibility = Barrierefreiheit
portal-accessibility_what = Diese Seiten sollen WCAG 2.2, Stufe AA, erfüllen: Sie lassen sich mit der Tastatur, mit einem Bildschirmleser, vergrößert, ohne Farben, ohne Skripte und gedruckt nutzen.
portal-accessibility_how = Wir prüfen jede Seite bei jeder Änderung maschinell und sehen sie uns an. Eine Stelle von außen hat sie nicht geprüft.
portal-accessibility_help = Wenn für Sie etwas nicht geht, schreiben Sie an { $contact }, oder senden Sie Ihren Antrag per E-Mail oder mit der Post: Er zählt genauso.
portal-complaint = Sich bei einer Aufsichtsbehörde beschweren
portal-complaint_where = Sie können sich dort beschweren, wo Sie wohnen, wo Sie arbeiten oder wo Sie den Verstoß sehen. Das ist unentgeltlich, und Sie müssen uns nicht vorher gefragt haben.
portal-complaint_free = Die erste ist die an unserem Sitz. Auch ein Gericht steht Ihnen offen.

## What a page says with an article of the law

cited-basis = Wir stützen diese Nutzung auf Art. 6 Abs. 1 Buchst. { $letter } DSGVO.
cited-basis_otherwise = Wir stützen diese Nutzung auf: { $basis }.
cited-privacy_why = Das Gesetz verpflichtet uns, Ihnen zu antworten und das nachweisen zu können (Art. 6 Abs. 1 Buchst. c DSGVO, mit Art. 5 Abs. 2, Art. 12 und Art. 15 bis 22).

## A person's own pages

own-follow = Einen Antrag verfolgen
own-sign_in = Ihre Anträge ansehen
own-sign_in_why = Schreiben Sie die Adresse, die Sie verwendet haben. Wir senden einen Link und einen Code dorthin; damit zeigen Sie, dass sie Ihnen gehört. Ein Passwort brauchen Sie nicht.
own-sign_in_send = Link zusenden
own-with_account = Oder mit Ihrem Konto anmelden
own-at_issuer = Anmelden bei { $name }
own-not_in = Sie sind nicht angemeldet
own-not_in_why = Die Anmeldung mit Ihrem Konto hat nicht geklappt. Es wurde nichts geändert. Versuchen Sie es noch einmal, oder lassen Sie sich einen Link an Ihre Adresse senden.
own-asked = Sehen Sie in Ihr Postfach
own-asked_why = Eine E-Mail ist unterwegs an die Adresse, die Sie geschrieben haben. Öffnen Sie ihren Link in diesem Browser, oder tippen Sie ihren Code hier ein. Beides gilt fünfzehn Minuten.
own-code = Code aus der E-Mail
own-code_hint = Acht Buchstaben und Ziffern
own-code_wrong = Tippen Sie die acht Buchstaben und Ziffern der neuesten E-Mail ein
own-enter = Anmelden
own-enter_why = Ein Klick, und Sie sehen Ihre Anträge und Ihre Entscheidungen.
own-enter_code = Dies ist nicht der Browser, in dem der Link verlangt wurde. Damit niemand anderes ihn benutzt, tippen Sie den Code ein, der neben dem Link steht.
own-over = Dieser Link gilt nicht mehr
own-over_why = Ein Link gilt einmal und nur kurze Zeit. Ihre Anträge berührt das nicht.
own-again = Neuen Link zusenden
own-ended = Bitte melden Sie sich erneut an
own-ended_why = Sie waren abgemeldet, oder diese Seite ist zu alt, um gesendet zu werden. Es wurde nichts geändert.
own-sign_out = Abmelden
own-requests = Ihre Anträge
own-requests_none = Mit dieser Adresse oder diesem Konto wurde nichts gesendet.
own-more = Ältere
own-open_it = Öffnen
own-sent_on = Eingegangen am { $day }
own-due_on = Wir antworten spätestens am { $day }.
own-is_received = Er ist bei uns und wird bearbeitet. Sie müssen nichts tun.
own-is_unconfirmed = Er ist bei uns. Sagen Sie, dass er von Ihnen ist, dann beginnt die Bearbeitung.
own-is_identity = Wir haben Sie um etwas gebeten, das zeigt, wer Sie sind. Das Schreiben unten sagt, was genügt.
own-is_merged = Dasselbe verlangen Sie schon in { $reference }; dieser Antrag ist noch offen. Beide werden zusammen beantwortet.
own-is_withdrawn = Sie haben ihn zurückgenommen. Sie können jederzeit erneut fragen, unentgeltlich.
own-is_fulfilled = Er ist beantwortet.
own-is_partial = Er ist zum Teil beantwortet. Das Schreiben unten sagt, was fehlt, warum, und was Sie tun können.
own-is_declined = Wir geben nicht, was Sie verlangen. Das Schreiben unten sagt, warum, und was Sie tun können.
own-is_unidentifiable = Wir konnten nicht erkennen, welche Daten Ihre sind. Das Schreiben unten sagt, was helfen würde.
own-is_fee = Wir schlagen ein Entgelt von { $amount } vor. Das Schreiben unten sagt, warum. Ohne Ihre Zustimmung wird nichts berechnet; solange Sie nicht wählen, bleibt dieser Antrag unbeantwortet.
own-is_overdue = Der Tag ist ohne Antwort verstrichen. Das ist unser Fehler. Sie können sich jetzt bei einer Aufsichtsbehörde beschweren.
own-was_this_you = Haben Sie das gesendet?
own-was_this_you_why = Eine Adresse kann jeder hinschreiben. Sie haben gezeigt, dass diese Ihnen gehört; nur Sie können es sagen.
own-confirm = Ja, das war ich
own-disown = Nein, das war ich nicht
own-steps = Was geschehen ist
own-step_received = Eingegangen
own-step_work = In Bearbeitung
own-step_extended = Frist verlängert; das Schreiben sagt, warum
own-step_answered = Beantwortet
own-step_due = Antwort fällig
own-words = Was Sie geschrieben haben
own-parts = Was getan wurde
own-part_where = Wo
own-part_done = Getan
own-part_rows = Datensätze
own-done_collected = für Sie kopiert
own-done_erased = gelöscht
own-done_overwritten = anonymisiert
own-done_kept = aufbewahrt
own-done_restricted = als eingeschränkt gekennzeichnet
own-done_restriction_lifted = Kennzeichnung der Einschränkung entfernt
own-done_not_searched = noch nicht durchsucht
own-done_nothing = gesucht, nichts über Sie
own-files = Zum Herunterladen
own-package = Ihre Daten, als Archiv
own-receipt = Beleg, als Datei für Programme
own-calendar = Termin für Ihren Kalender
own-letters = Schreiben
own-letter_of = { $kind }, { $day }
own-letter_review = Ein Mensch sieht sich Ihre Anträge an
own-letter_fee = Ein Entgelt wird vorgeschlagen
own-letter_refused = Nicht beantwortet, und warum
own-letter_narrow = Wie Sie weniger verlangen können
own-letter_objection = Wie Ihr Widerspruch abgewogen wurde
own-letter_partial = Was fehlt, und warum
own-letter_extended = Es dauert länger
own-letter_identity = Wer sind Sie?
own-letter_clarification = Was suchen Sie?
own-letter_restricted = Die Einschränkung gilt
own-letter_restriction_ends = Die Einschränkung endet
own-letter_receipt = Ihr Antrag ist bei uns
own-letter_completed = Was getan wurde
own-messages = Nachrichten
own-from_you = Sie
own-from_us = Wir
own-from_nobody = Nachricht
own-write = Uns dazu schreiben
own-write_why = Ergänzen, berichtigen oder fragen Sie. Es geht an die Menschen, die daran arbeiten.
own-write_send = Senden
own-write_empty = Schreiben Sie zuerst etwas
own-contest = Noch einmal prüfen lassen
own-contest_why = Sie müssen nicht sagen, warum. Jemand prüft die Antwort noch einmal, unentgeltlich. Beschwerde und Klage stehen Ihnen trotzdem offen.
own-contest_words = Was nicht stimmt (freiwillig)
own-withdraw = Zurücknehmen
own-withdraw_why = Dann hören wir auf, daran zu arbeiten. Sie können jederzeit erneut fragen, unentgeltlich.
own-review = Ihr Wort zur Prüfung
own-review_why = Es ist nichts entschieden. Das wurde gezählt. Sie können Stellung nehmen und sagen, was nicht zählen soll. Gründe für Ihre Anträge brauchen Sie nicht zu nennen.
own-review_counted = Gezählt: kreuzen Sie an, was nicht zählen soll
own-review_left_out = Nicht gezählt
own-review_words = Ihre Stellungnahme
own-fee = Ihre Wahl zum Entgelt
own-fee_accept = Entgelt annehmen
own-fee_less = Weniger verlangen, unentgeltlich
own-done = Erledigt.
own-choices = Ihre Entscheidungen
own-choices_why = Wofür Ihre Daten nicht genutzt werden dürfen, weil Sie es gesagt haben. Jede Entscheidung gilt sofort.
own-choice_since = Sie haben Nein gesagt, seit { $day }.
own-choice_none = Sie haben nicht Nein gesagt.
own-choice_doubt = Jemand hat es mit Ihrer Adresse geschrieben. Es gilt, bis Sie sagen, dass Sie es nicht waren.
own-choice_restricted = Solange Ihr Widerspruch geprüft wird, werden Ihre Daten dafür nicht genutzt.
own-object = Diese Nutzung beenden
own-take_back = Wieder erlauben
own-known_as = Sie sind angemeldet: Wir antworten an Ihr Konto oder Ihre Adresse und brauchen nichts weiter.
own-recorded = Ab jetzt werden Ihre Daten dafür nicht mehr genutzt.
own-account = Ihr Konto bei uns
own-your_own = Ihre Seiten

## Mails

mails-receipt_subject = Ihr Antrag ist angekommen
mails-receipt = Wir haben Ihren Antrag { $reference } erhalten. Sie haben unsere Antwort spätestens am { $due }. Das ist kostenlos.
mails-follow = Hier sehen Sie, wie es damit steht:
mails-follow_it = Ihr Antrag hat das Zeichen { $reference }. Hier sehen Sie, wie es damit steht:
mails-stopped_subject = Was Sie beenden wollten, ist beendet
mails-stopped = Was wir auf Ihren Wunsch beenden sollten, ist vermerkt und gilt seither. Das ist kostenlos.
mails-stopped_by_you = Es zählt schon, obwohl niemand gezeigt hat, dass es von Ihnen kam. Bestätigen Sie es hier, oder machen Sie es rückgängig:
mails-sign_in_subject = Ihr Link zur Anmeldung
mails-way_in = Dieser Link führt Sie zu Ihren Anträgen und Ihren Entscheidungen. Er gilt einmal, fünfzehn Minuten lang:
mails-code = Dort, wo Sie ihn angefordert haben, können Sie stattdessen diesen Code eingeben. In einem anderen Browser brauchen Sie beides:
mails-not_you = Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ohne diese Nachricht meldet sich niemand an Ihrer Stelle an.
mails-letter_subject = Ein Brief für Sie liegt bereit
mails-letter = Ein Brief zu Ihrem Antrag { $reference } liegt für Sie bereit:
mails-answer_subject = Ihre Antwort liegt bereit
mails-answer = Die Antwort auf Ihren Antrag { $reference } liegt für Sie bereit:
mails-foot = Das hat eine Maschine für { $controller } geschrieben. Was Sie an { $contact } schreiben, liest ein Mensch.
