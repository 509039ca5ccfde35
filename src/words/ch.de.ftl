# Was ein Schweizer Verantwortlicher anders sagt: das Datenschutzgesetz (DSG) und die Datenschutzverordnung (DSV).
# Jede Meldung tritt an die Stelle der in de.ftl.

letters-review = Eine Person in unserem Haus prüft, ob sich Ihre Anträge in einer Weise wiederholen, die das Gesetz querulatorisch nennt (Art. 26 Abs. 1 Bst. c DSG). Entschieden ist nichts. Ihr Antrag wird weiter bearbeitet, und die Frist ändert sich nicht.
letters-fee = Wir halten den Aufwand für diesen Antrag für unverhältnismäßig (Art. 19 DSV) und schlagen vor, ihn gegen eine Beteiligung an den Kosten von { $amount } zu beantworten.
letters-refused = Wir beantworten diesen Antrag nicht, weil wir ihn für offensichtlich unbegründet oder querulatorisch halten (Art. 26 Abs. 1 Bst. c DSG).
letters-in_part = Wir beantworten Ihren Antrag, außer in diesem Teil, den wir für offensichtlich unbegründet oder querulatorisch halten (Art. 26 Abs. 1 Bst. c DSG):
letters-authority = Sie können auch bei einer Aufsichtsbehörde Beschwerde einlegen, insbesondere dort, wo Sie wohnen, wo Sie arbeiten oder wo der Verstoß geschah:
letters-court = Außerdem können Sie vor einem Gericht des Landes klagen, in dem wir niedergelassen sind oder in dem Sie wohnen.
letters-lifting = { $purpose }
    Sie haben dieser Nutzung Ihrer Daten widersprochen, und wir haben sie ausgesetzt. Wir haben Ihren Widerspruch gegen unsere Interessen abgewogen und halten unsere für überwiegend (Art. 30 Abs. 2 Bst. b und Art. 31 DSG):
letters-lifting_research = { $purpose }
    Sie haben dieser Nutzung Ihrer Daten widersprochen, und wir haben sie angehalten. Nach Prüfung halten wir sie für eine Aufgabe im öffentlichen Interesse für erforderlich (Art. 31 Abs. 1 DSG):
letters-days = Die Einschränkung der Verarbeitung wird frühestens { $days ->
    [one] einen Tag
   *[other] { $days } Tage
} nach dem Zugang dieses Briefes aufgehoben. Wenn Sie vorher einen Einwand erheben, bleibt sie bestehen, bis wir es noch einmal geprüft haben.
letters-unidentifiable = Wir konnten nicht feststellen, welche unserer Daten Ihre sind (Art. 16 Abs. 5 DSV). Was wir durchsucht haben und was helfen würde:
letters-extended = Unsere Antwort dauert länger: Sie kommt bis zum { $day } (Art. 18 Abs. 2 DSV).
letters-referred = Eine Person in unserem Haus prüft, ob dieser Antrag einem anderen Zweck dient als dem, für den das Gesetz ihn vorsieht (Art. 26 Abs. 1 Bst. c DSG). Jemand aus unserem Haus hat darum gebeten; wie oft Sie Anträge gestellt haben, spielt keine Rolle. Entschieden ist nichts. Ihr Antrag wird weiter bearbeitet, und die Frist ändert sich nicht. Dies wird ihm entgegengehalten:
letters-identity = Bevor wir antworten, müssen wir wissen, dass der Antrag von Ihnen kommt (Art. 16 Abs. 5 DSV). Warum wir daran zweifeln:
letters-restriction_applied = Die Verarbeitung Ihrer Daten ist ab jetzt eingeschränkt (Art. 32 Abs. 2 Bst. a DSG). Wir bewahren sie auf und nutzen sie nicht für:
letters-restriction_except = Solange das gilt, werden sie nur mit Ihrer Einwilligung, für Rechtsansprüche, zum Schutz der Rechte einer anderen Person oder aus einem wichtigen öffentlichen Interesse genutzt. Bevor es endet, hören Sie von uns.
letters-restriction_ends = Die Einschränkung, die Sie verlangt haben, endet. Danach werden Ihre Daten wieder genutzt für:
letters-recipients = Diese Empfänger hatten die Daten erhalten. Wir teilen ihnen mit, was getan wurde, außer wenn das unmöglich ist oder einen unverhältnismäßigen Aufwand bedeutet:
letters-ground_rights_of_others = Eine Kopie würde überwiegende Interessen anderer beeinträchtigen (Art. 26 Abs. 1 Bst. b DSG).
letters-ground_accuracy_not_shown = Wir haben nichts gefunden, was zeigt, dass diese Angaben falsch sind (Art. 32 Abs. 1 DSG).
letters-ground_no_case_for_erasure = Keiner der Fälle, in denen Daten gelöscht werden müssen, liegt vor (Art. 30 und Art. 32 Abs. 2 Bst. c DSG).
letters-ground_expression = Freiheit der Meinungsäußerung und Information (Art. 31 Abs. 2 Bst. d DSG).
letters-ground_legal_obligation = Ein Gesetz verpflichtet uns, diese Daten aufzubewahren (Art. 31 Abs. 1 DSG).
letters-ground_public_health = Öffentliche Gesundheit (Art. 31 Abs. 1 DSG).
letters-ground_research = Forschung, Planung oder Statistik (Art. 31 Abs. 2 Bst. e DSG).
letters-ground_legal_claims = Diese Daten werden für Rechtsansprüche gebraucht (Art. 31 Abs. 1 DSG).
letters-ground_no_case_for_restriction = Keiner der Fälle für eine Einschränkung liegt vor (Art. 32 Abs. 2 Bst. a DSG).
letters-ground_not_provided = Diese Daten haben Sie uns nicht selbst bekanntgegeben (Art. 28 Abs. 1 DSG).
letters-ground_not_by_consent_or_contract = Wir verarbeiten diese Daten weder mit Ihrer Einwilligung noch für einen Vertrag (Art. 28 Abs. 1 Bst. b DSG).
letters-ground_rights_of_others_too = Die Herausgabe würde überwiegende Interessen anderer beeinträchtigen (Art. 29 Abs. 1 DSG).
letters-ground_no_such_decision = Es gab keine Entscheidung allein durch eine Maschine, oder das Gesetz erlaubt sie (Art. 21 DSG).
letters-ground_unidentifiable = Wir können nicht feststellen, welche Daten Ihre sind (Art. 16 Abs. 5 DSV).
packages-right_access = Auskunft über Ihre Daten (Art. 25 DSG)
packages-right_rectification = Berichtigung Ihrer Daten (Art. 32 Abs. 1 DSG)
packages-right_erasure = Löschung Ihrer Daten (Art. 32 Abs. 2 Bst. c DSG)
packages-right_restriction = Einschränkung der Verarbeitung Ihrer Daten (Art. 32 Abs. 2 Bst. a DSG)
packages-right_portability = Ihre Daten in einer Form, die Sie anderswohin mitnehmen können (Art. 28 DSG)
packages-right_objection = Widerspruch gegen eine Nutzung Ihrer Daten (Art. 30 Abs. 2 Bst. b DSG)
packages-right_automated_decision_review = Prüfung einer automatisierten Entscheidung durch einen Menschen (Art. 21 Abs. 2 DSG)
packages-right_consent_withdrawal = Widerruf Ihrer Einwilligung (Art. 30 Abs. 2 Bst. b DSG)
packages-told_basis = { $letter ->
    [a] Ihre Einwilligung (Art. 31 Abs. 1 DSG)
    [b] ein Vertrag mit Ihnen (Art. 31 Abs. 2 Bst. a DSG)
    [c] eine gesetzliche Pflicht (Art. 31 Abs. 1 DSG)
   *[other] ein überwiegendes Interesse (Art. 31 Abs. 1 DSG)
}
packages-told_rights = Sie können Ihre Daten berichtigen (Art. 32 Abs. 1 DSG) oder löschen lassen, ihre Verarbeitung verbieten lassen (Art. 32 Abs. 2) und einer Nutzung widersprechen (Art. 30 Abs. 2 Bst. b). Das ist unentgeltlich.
packages-told_complaint = Sie können sich an den Eidgenössischen Datenschutz- und Öffentlichkeitsbeauftragten wenden (Art. 49 DSG) und, wenn Sie anderswo wohnen oder arbeiten, an die Behörde dort:
packages-flag_open = Er wurde markiert, um zu prüfen, ob Ihre Anträge querulatorisch sind (Art. 26 Abs. 1 Bst. c DSG); entschieden ist noch nichts.
packages-flag_lapsed = Er wurde markiert, um zu prüfen, ob Ihre Anträge querulatorisch sind (Art. 26 Abs. 1 Bst. c DSG); die Markierung ist von selbst erloschen, er ist es nicht.
packages-flag_not_excessive = Er wurde markiert, um zu prüfen, ob Ihre Anträge querulatorisch sind (Art. 26 Abs. 1 Bst. c DSG); ein Mensch hat ihn geprüft, er ist es nicht.
packages-flag_excessive = Er wurde markiert, um zu prüfen, ob Ihre Anträge querulatorisch sind (Art. 26 Abs. 1 Bst. c DSG); zwei Personen haben entschieden, dass er es ist.
cited-basis = { $letter ->
    [a] Wir stützen diese Nutzung auf Ihre Einwilligung (Art. 31 Abs. 1 DSG).
    [b] Wir stützen diese Nutzung auf einen Vertrag mit Ihnen (Art. 31 Abs. 2 Bst. a DSG).
    [c] Wir stützen diese Nutzung auf eine gesetzliche Pflicht (Art. 31 Abs. 1 DSG).
   *[other] Wir stützen diese Nutzung auf ein überwiegendes Interesse (Art. 31 Abs. 1 DSG).
}
cited-privacy_why = Das Gesetz verpflichtet uns, Ihnen zu antworten, und wir müssen nachweisen können, dass wir es getan haben (Art. 21, 25 bis 29 und 32 DSG).
