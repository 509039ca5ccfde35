# Italiano. Una parola per ogni cosa: richiesta, segnalazione (mai sospetto), opporsi (art. 21), revocare (il consenso), ritirare (una richiesta), contestare (il resto). Date senza articolo: «il giorno { $day }».

## How days, times, numbers and money are written

local-day = { $day ->
    [1] 1°
   *[other] { $day }
} { $month } { $year }
local-weekday_and_day = { $weekday } { $day ->
    [1] 1°
   *[other] { $day }
} { $month } { $year }
local-moment = { $day } alle ore { $hour }:{ $minute } ({ $zone })
local-month = { $n ->
    [1] gennaio
    [2] febbraio
    [3] marzo
    [4] aprile
    [5] maggio
    [6] giugno
    [7] luglio
    [8] agosto
    [9] settembre
    [10] ottobre
    [11] novembre
   *[12] dicembre
}
local-weekday = { $n ->
    [1] lunedì
    [2] martedì
    [3] mercoledì
    [4] giovedì
    [5] venerdì
    [6] sabato
   *[7] domenica
}
local-thousands = .
local-decimals = ,
local-money = { $currency ->
    [EUR] { $amount } €
   *[other] { $amount } { $currency }
}
local-ordinal = { $n }ª

## Letters

letters-about = La sua richiesta { $reference }, ricevuta il giorno { $received }
letters-date = { $day }
letters-to_account = Alla persona titolare dell'account dal quale è stata fatta la richiesta
letters-other_language = Ci ha scritto in una lingua nella quale non abbiamo lettere. Questa è in italiano; se desidera che gliela spieghiamo, ce lo chieda.
letters-greeting = Buongiorno,
letters-closing = Cordiali saluti
letters-task_necessity = Perché per questo compito servono i suoi dati: { $text }
letters-free = La sua richiesta è gratuita.
letters-questions = Domande, aggiunte, correzioni: il nostro responsabile della protezione dei dati, { $contact }. La preghiamo di indicare il riferimento { $reference }.
letters-review = Una persona del nostro ufficio sta esaminando se le sue richieste si ripetono in un modo che la legge definisce eccessivo (art. 12, par. 5, GDPR). Non è stato deciso nulla. Il lavoro sulla sua richiesta prosegue e la data entro la quale rispondiamo non cambia.
letters-rule = La regola che ha portato a questo esame:
letters-counted = Richieste che sono state contate:
letters-counted_line = { $reference }, { $day }
letters-left_out = Richieste che non sono state contate:
letters-left_out_line = { $reference }: { $reason }
letters-lapses = Se nessuno decide diversamente, l'esame si conclude a suo favore il giorno { $day }.
letters-speak = Può presentare osservazioni e indicare quali di queste richieste non dovrebbero contare. Non occorre motivare le richieste.
letters-fee = Riteniamo questa richiesta manifestamente eccessiva (art. 12, par. 5, GDPR) e proponiamo di rispondere a fronte di un contributo spese ragionevole di { $amount }.
letters-cost = { $title }: { $quantity } × { $each }
letters-choices = La scelta è sua: accettare il contributo spese, ritirare la richiesta, chiedere di meno gratuitamente oppure far riesaminare questa decisione. Finché non ci comunica una scelta, non viene addebitato nulla e a questa richiesta non viene data risposta.
letters-refused = Non diamo seguito a questa richiesta, perché la riteniamo manifestamente eccessiva (art. 12, par. 5, GDPR).
letters-in_part = Rispondiamo alla sua richiesta, tranne che per questa parte, che riteniamo manifestamente eccessiva (art. 12, par. 5, GDPR):
letters-why = I nostri motivi
letters-objective = Quale scopo del diritto la richiesta non persegue: { $text }
letters-subjective = Che cosa mostra l'intenzione: { $text }
letters-milder = Che cosa abbiamo valutato in alternativa: { $text }
letters-evidence = Su che cosa ci basiamo:
letters-shows_frequency = quante volte è stata chiesta la stessa cosa
letters-shows_identical_content = il contenuto è lo stesso e da allora non è cambiato nulla
letters-shows_data_volunteered = sono stati forniti dati senza necessità, per poi poterli chiedere
letters-shows_aim = a che cosa serve evidentemente la richiesta
letters-shows_time_until_request = quanto poco tempo è passato tra la comunicazione dei dati e la richiesta
letters-shows_conduct = il comportamento nei nostri confronti
letters-shows_public_pattern = uno schema pubblicamente noto, che concorda con il resto
letters-shows_money_for_silence = è stato chiesto denaro per ritirarla
letters-shows_intent_to_disrupt = è stata dichiarata l'intenzione di creare disturbo
letters-again = Può chiederci di riesaminare questa decisione.
letters-authority = Può proporre reclamo a un'autorità di controllo, in particolare nel luogo in cui risiede, in quello in cui lavora o in quello in cui è avvenuta la violazione (art. 77 GDPR):
letters-court = Può anche proporre ricorso giurisdizionale nello Stato in cui abbiamo uno stabilimento o in quello in cui risiede (art. 79 GDPR).
letters-narrow = Alla sua richiesta rispondiamo per intero e gratuitamente, senza che lei debba fare nulla. Se un'altra volta le bastasse meno, potrebbe chiedere:
letters-lifting = { $purpose }
    Ha esercitato il diritto di opposizione a questo uso dei suoi dati, e noi lo abbiamo interrotto. Abbiamo valutato la sua opposizione e riteniamo che i nostri siano motivi legittimi cogenti e che prevalgano (art. 21, par. 1, GDPR):
letters-lifting_research = { $purpose }
    Ha esercitato il diritto di opposizione a questo uso dei suoi dati, e noi lo abbiamo interrotto. Lo abbiamo esaminato e riteniamo che sia necessario per l'esecuzione di un compito di interesse pubblico (art. 21, par. 6, GDPR):
letters-public_task = Il compito di interesse pubblico: { $text }
letters-grounds = I nostri motivi: { $text }
letters-necessity = Perché non è possibile senza i suoi dati: { $text }
letters-person = Che cosa abbiamo compreso della sua situazione: { $text }
letters-weighing = Perché i nostri motivi prevalgono: { $text }
letters-days = La limitazione di questo uso non è revocata prima che { $days ->
    [one] sia trascorso un giorno
   *[other] siano trascorsi { $days } giorni
} dal ricevimento di questa lettera (art. 18, par. 3, GDPR). Se prima di allora presenta una contestazione, la limitazione resta finché non abbiamo riesaminato la questione.
letters-kept_objections = Le sue opposizioni restano in vigore: { $titles }. Per rispettarle conserviamo un hash con chiave del suo account o del suo indirizzo, senza il suo nome, e nient'altro; se le ritira, lì viene annotato.
letters-authority_home_de = l'autorità di protezione dei dati del suo Land tedesco (Bundesland), reperibile tramite il Commissario federale
letters-authority_own_de = l'autorità di protezione dei dati del nostro Land tedesco (Bundesland), reperibile tramite il Commissario federale
letters-authority_unknown = la nostra autorità di controllo, reperibile nell'elenco del comitato europeo per la protezione dei dati
letters-authority_gb = Può presentare reclamo a noi; ne confermiamo il ricevimento entro 30 giorni (section 164A del Data Protection Act 2018). Può presentare reclamo anche all'autorità di controllo:
letters-court_gb = Può anche rivolgersi a un giudice.
letters-authority_ch = Può rivolgersi all'Incaricato federale della protezione dei dati e della trasparenza (art. 49 LPD):
letters-court_ch = Può rivolgersi a un giudice civile (art. 32 LPD).
letters-receipt = Abbiamo ricevuto la sua richiesta. È arrivata in data { $came }.
letters-receipt_right = Che cosa abbiamo capito: { $right }.
letters-receipt_words = Che cosa ha scritto:
letters-receipt_due = Rispondiamo al più tardi { $day }. Se servirà più tempo, glielo diremo prima di quel giorno, con il motivo.
letters-receipt_stopped = Ciò a cui dice no è fermo da quando la sua richiesta è stata registrata.
letters-receipt_add = Può completare, correggere o ritirare la sua richiesta in qualsiasi momento.
letters-receipt_privacy = Che cosa succede a ciò che ci invia: { $address }
letters-completed = Ecco che cosa è stato fatto:
letters-completed_by_hand = Abbiamo fatto a mano ciò che ha chiesto. Il nostro messaggio dice che cosa.
letters-done_collected = { $what }: consegnato ({ $n ->
    [one] una registrazione
   *[other] { $count } registrazioni
})
letters-done_erased = { $what }: cancellato ({ $n ->
    [one] una registrazione
   *[other] { $count } registrazioni
})
letters-done_overwritten = { $what }: reso anonimo ({ $n ->
    [one] una registrazione
   *[other] { $count } registrazioni
})
letters-done_restricted = { $what }: contrassegnato come limitato ({ $n ->
    [one] una registrazione
   *[other] { $count } registrazioni
})
letters-done_restriction_lifted = { $what }: contrassegno di limitazione tolto ({ $n ->
    [one] una registrazione
   *[other] { $count } registrazioni
})
letters-done_kept = { $what }: conservato. { $because }
letters-done_nothing = { $what }: abbiamo cercato e non c’è nulla che la riguardi.
letters-backups = Le copie nei nostri backup spariscono al più tardi il giorno { $day }.
letters-recipients = Questi destinatari avevano ricevuto i dati. Comunichiamo loro che cosa è stato fatto, salvo che sia impossibile o richieda uno sforzo sproporzionato (art. 19 GDPR):
letters-not_in_full = Ha ricevuto la nostra risposta, ma non su tutto ciò che ha chiesto. Ecco che cosa manca:
letters-declined = Non diamo seguito a ciò che ha chiesto, ed ecco perché:
letters-all_of_it = Tutto
letters-not_searched = { $what }: qui non è possibile una ricerca automatica. Una persona cerca a mano, e riceverà nostre notizie.
letters-left_out_because = { $what }: { $ground } { $facts }
letters-unidentifiable = Non abbiamo potuto stabilire quali dei nostri dati sono i suoi (art. 11, par. 2, GDPR). Che cosa abbiamo cercato, e che cosa aiuterebbe:
letters-unidentifiable_help = Non occorre che ci dica altro. Se lo fa, cerchiamo di nuovo, gratuitamente, e usiamo quelle informazioni soltanto per questo.
letters-extended = La nostra risposta richiede più tempo: arriva entro il giorno { $day } (art. 12, par. 3, GDPR).
letters-extended_complexity = Il motivo è che la sua richiesta è complessa:
letters-extended_number = Il motivo è il numero delle sue richieste:
letters-extended_sooner = Ciò che è pronto prima le arriva prima.
letters-referred = Una persona del nostro ufficio sta esaminando se questa richiesta è fatta per uno scopo diverso da quello per il quale la legge la prevede (art. 12, par. 5, GDPR). Lo ha chiesto un'altra persona dell'ufficio; quante volte lei ha fatto richiesta non ha alcun peso. Non è stato deciso nulla. Il lavoro sulla sua richiesta prosegue e la data entro la quale rispondiamo non cambia. Ecco gli elementi a sfavore della richiesta:
letters-held_evidence = Dove si trovano le prove: { $text }
letters-referred_speak = Può rispondere a ciascuno di questi punti. Non occorre motivare la richiesta.
letters-identity = Prima di rispondere dobbiamo sapere che la richiesta viene da lei (art. 12, par. 6, GDPR). Perché abbiamo un dubbio:
letters-enough_sign_in = Basta questo, e nient'altro: acceda al suo account e confermi lì la richiesta.
letters-enough_confirm_address = Basta questo, e nient'altro: ci risponda dall'indirizzo e-mail che già abbiamo.
letters-enough_customer_number = Basta questo, e nient'altro: ci indichi il suo codice cliente o il numero di un contratto con noi.
letters-enough_known_detail = Basta questo, e nient'altro: ci indichi una cosa che solo lei e noi sappiamo, come il giorno del suo ultimo ordine.
letters-enough_call_back = Basta questo, e nient'altro: risponda alla nostra chiamata al numero di telefono che già abbiamo.
letters-enough_letter_code = Basta questo, e nient'altro: ci invii il codice che riceve per lettera all'indirizzo che già abbiamo.
letters-identity_otherwise = Se non può farlo, o preferisce non farlo, ci scriva: troviamo insieme un altro modo. Non chiediamo copie di documenti d'identità.
letters-identity_deleted = Usiamo ciò che ci comunica soltanto per questo. Lo cancelliamo non appena lo abbiamo esaminato, e annotiamo solo come si è risolto il dubbio.
letters-clarification = Abbiamo molti dati su di lei. Perché possa trovare ciò che cerca, le chiediamo:
letters-clarification_optional = Rispondere non è obbligatorio. Senza una sua risposta, trattiamo la richiesta così com'è.
letters-period_stands_still = Il termine per la nostra risposta è sospeso dal giorno { $day }, finché non riceviamo la sua.
letters-period_runs_on = Nel frattempo il termine per la nostra risposta continua a decorrere. Scade il giorno { $day }.
letters-restriction_applied = Da questo momento il trattamento dei suoi dati è limitato (art. 18 GDPR). Li conserviamo e non li usiamo per:
letters-restriction_except = Finché dura la limitazione, i dati sono usati soltanto con il suo consenso, per l'accertamento, l'esercizio o la difesa di un diritto in sede giudiziaria, per tutelare un'altra persona o per motivi di interesse pubblico rilevante (art. 18, par. 2, GDPR). Prima che finisca riceverà nostre notizie.
letters-restriction_ends = La limitazione che ha chiesto finisce (art. 18, par. 3, GDPR). Dopo, i suoi dati sono usati di nuovo per:
letters-restriction_reason = Perché finisce: { $text }
letters-restriction_object = Può opporsi a questi usi in qualsiasi momento, gratuitamente.
letters-ground_rights_of_others = una copia lederebbe i diritti di altre persone (art. 15, par. 4, GDPR).
letters-ground_accuracy_not_shown = non abbiamo trovato nulla che ne mostri l'inesattezza (art. 16 GDPR).
letters-ground_no_case_for_erasure = non ricorre nessuno dei casi in cui i dati devono essere cancellati (art. 17, par. 1, GDPR).
letters-ground_expression = libertà di espressione e di informazione (art. 17, par. 3, lett. a), GDPR).
letters-ground_legal_obligation = la legge ci obbliga a conservare questi dati (art. 17, par. 3, lett. b), GDPR).
letters-ground_public_health = sanità pubblica (art. 17, par. 3, lett. c), GDPR).
letters-ground_research = archiviazione nel pubblico interesse, ricerca o statistica (art. 17, par. 3, lett. d), GDPR).
letters-ground_legal_claims = questi dati servono per l'accertamento, l'esercizio o la difesa di un diritto in sede giudiziaria (art. 17, par. 3, lett. e), GDPR).
letters-ground_no_case_for_restriction = non ricorre nessuno dei casi di limitazione (art. 18, par. 1, GDPR).
letters-ground_not_provided = questi dati non ci sono stati forniti da lei (art. 20, par. 1, GDPR).
letters-ground_not_by_consent_or_contract = non usiamo questi dati sulla base di un consenso o di un contratto (art. 20, par. 1, lett. a), GDPR).
letters-ground_rights_of_others_too = consegnarli lederebbe i diritti di altre persone (art. 20, par. 4, GDPR).
letters-ground_no_such_decision = nessuna decisione è stata presa soltanto da una macchina, oppure la legge la consente (art. 22 GDPR).
letters-ground_unidentifiable = non possiamo stabilire quali dati sono i suoi (art. 11, par. 2, GDPR).
letters-ground_no_right = la normativa sulla protezione dei dati non prevede un diritto a questo.

## What somebody reads who asks

requests-merged = Ha chiesto la stessa cosa con la richiesta { $first }, che è ancora aperta. A entrambe rispondiamo insieme, entro il giorno { $due }. Non perde nulla: questa richiesta è registrata, ha una ricevuta propria e non viene contata da nessuna parte.

## How a due date came about

due-received = ricevuta { $day } ({ $zone }); questo giorno non si conta
due-pause_counted = { $cause } è stata chiesta { $from } ed è arrivata { $to }; { $days ->
    [one] un giorno non è contato
   *[other] { $days } giorni non sono contati
}
due-pause_not_counted = { $cause } è stata chiesta { $from } ed è arrivata { $to }, ma il termine ha continuato a decorrere: { $why }
due-identity = una prova dell'identità
due-clarification = una precisazione
due-asked_late = chiesta dopo { $after_days ->
    [one] un giorno
   *[other] { $after_days } giorni
}, e non entro { $within_days ->
    [one] un giorno
   *[other] { $within_days } giorni
}
due-regime_runs_on = questo regime non sospende il termine per questo
due-no_whole_day = è passato meno di un giorno
due-already_excluded = questi giorni sono già esclusi dal conteggio
due-after_the_end = il termine era già scaduto quando è stata chiesta
due-months = { $months ->
    [one] un mese a partire da { $from } termina
   *[other] { $months } mesi a partire da { $from } terminano
} { $to }
due-days = { $days ->
    [one] un giorno a partire da { $from } termina { $to }
   *[other] { $days } giorni a partire da { $from } terminano { $to }
}
due-months_clamped = { $months ->
    [one] un mese a partire da { $from } termina
   *[other] { $months } mesi a partire da { $from } terminano
} { $to }, perché quel mese non ha il giorno { $missing }
due-days_already_run = { $days ->
    [one] un giorno era già trascorso
   *[other] { $days } giorni erano già trascorsi
} prima della sospensione: si arriva a { $last }
due-never_shorter = una sospensione non abbrevia mai il termine, che quindi scade { $last }
due-days_not_counted = { $days ->
    [one] si aggiunge un giorno non contato
   *[other] si aggiungono { $days } giorni non contati
}: si arriva a { $last }
due-holiday = { $day } è un giorno festivo, { $name }; il termine continua
due-not_a_working_day = { $day } non è un giorno lavorativo; il termine continua
due-due = scadenza { $day }, fino alle ore 24:00, ora locale
due-extension = in caso di proroga { $months ->
    [one] si conta un mese
   *[other] si contano { $months } mesi
} in tutto, e non dalla prima scadenza
due-extension_days = in caso di proroga { $days ->
    [one] si conta un giorno
   *[other] si contano { $days } giorni
} in tutto, e non dalla prima scadenza
due-extended_due = in caso di proroga, scadenza { $day }, fino alle ore 24:00, ora locale
due-targets = per sicurezza, rispondere entro { $target }; in caso di proroga, entro { $extended_target }

## The thresholds, and a finding, in plain words

explain-head = Soglie «{ $id }», versione { $version }, hash del contenuto { $hash }.
explain-not_before = Non in vigore prima del giorno { $day }.
explain-owner = Chi ne risponde: { $owner }.
explain-flag_does = Che cosa fa una segnalazione: chiede a una persona di guardare. Non rifiuta nulla, non fa pagare nulla, non ritarda nulla e non cambia nemmeno una parola di una risposta. Una segnalazione che nessuno esamina in tempo si chiude come non eccessiva.
explain-never_looked_at = Che cosa non si esamina mai: una prima richiesta; le opposizioni al marketing diretto e all'addestramento dell'IA; i segnali di un browser; la revoca del consenso; la limitazione di trattamento; e ogni diritto per il quale non c'è una regola.
explain-never_counts = Che cosa non conta mai: le richieste unite a un'altra, ritirate, con risposta tardiva o parziale, contestate, ancora senza risposta, inviate da qualcuno la cui identità nessuno ha confermato, relative a un altro diritto o a un altro ambito (finalità, sistema, categoria o periodo), o fatte prima che i dati o le circostanze cambiassero. Ogni persona è contata per sé, chiunque altro condivida il suo indirizzo, il suo avvocato o le sue parole.
explain-kinder = Che cosa rende una regola più favorevole: i dati sensibili, secondo le cifre qui sotto; un trattamento che può danneggiare la persona (addestramento, attribuzione di punteggi, blocco) aggiunge una richiesta e dimezza i giorni; dove ci sono entrambi, l'uno dopo l'altro.
explain-rule = [{ $id }] { $right } relativa a { $class } viene esaminata quando è almeno { $nth } tra quelle dello stesso tipo in { $window_days } giorni{ $gap_days ->
    [0] {""}
   *[other] , a meno che siano passati { $gap_days } giorni dall'ultima risposta completa
}.
explain-sensitive = { $days ->
    [0] Per i dati sensibili, quando è almeno { $nth }.
   *[other] Per i dati sensibili, quando è almeno { $nth }, e i giorni sono { $days }.
}
explain-meaning = Che cosa significa, quando a tutte si risponde per intero e in tempo: richieste quotidiane: { $daily }; settimanali: { $weekly }; mensili: { $monthly }; trimestrali: { $quarterly }.
explain-from_nth = { $n ->
    [1] dalla prima
    [2] dalla seconda
    [3] dalla terza
    [4] dalla quarta
    [5] dalla quinta
    [6] dalla sesta
    [7] dalla settima
    [8] dall'ottava
    [9] dalla nona
    [10] dalla decima
    [11] dall'undicesima
   *[other] dalla { $nth }
}
explain-never = mai
explain-superseded = [{ $id }] non si applica più a nulla: «{ $by }» ne ha preso il posto.
explain-sources = Fonti: { $sources }
explain-conclusion = Questa richiesta è { $seen } tra quelle dello stesso tipo in { $window_days } giorni; quando è almeno { $nth }, la esamina una persona. Il numero da solo non dimostra nulla: occorrerebbe dimostrare un'intenzione.
explain-ordinary_no_rule = Ordinaria: per questo diritto e questi dati non c'è una regola.
explain-ordinary_self_service = Ordinaria: la persona può ottenere questi dati da sola in qualsiasi momento.
explain-ordinary_few = Ordinaria: meno del numero della regola.
explain-ordinary_spaced = Ordinaria: è passato abbastanza tempo dall'ultima risposta completa.
explain-the_rule = La regola: { $rule }
explain-counted = { $case }, del giorno { $day }, è stata contata.
explain-excluded = { $case } non è stata contata: { $reason }.
explain-not_other_right = riguardava un altro diritto
explain-not_other_scope = riguardava altri dati
explain-not_outside_window = è fuori dalla finestra di tempo
explain-not_unverified = nessuno aveva confermato chi la faceva
explain-not_merged = ha avuto risposta insieme a una richiesta aperta
explain-not_withdrawn = è stata ritirata
explain-not_unanswered = non ha ancora una risposta
explain-not_answered_late = la risposta è arrivata in ritardo
explain-not_incomplete = la risposta non era completa
explain-not_unstated = la risposta non diceva tutto ciò che va detto insieme ai dati, come chi li riceve
explain-not_unidentifiable = non è stato possibile identificare la persona
explain-not_disputed = la persona ha contestato la risposta
explain-not_past_finding = è stata rifiutata o subordinata a un contributo spese: un esito passato non entra in uno nuovo
explain-not_self_service = la persona aveva ottenuto i dati da sola
explain-not_before_change = da allora i dati o le circostanze sono cambiati
explain-reset_new_data = Il giorno { $day } i dati erano cambiati: ciò che è stato chiesto prima non conta.
explain-reset_new_purpose = Il giorno { $day } c'era una nuova finalità: ciò che è stato chiesto prima non conta.
explain-reset_new_recipient = Il giorno { $day } c'era un nuovo destinatario: ciò che è stato chiesto prima non conta.
explain-reset_breach = Il giorno { $day } c'è stata una violazione dei dati: ciò che è stato chiesto prima non conta.
explain-reset_terms_change = Il giorno { $day } sono cambiate le condizioni: ciò che è stato chiesto prima non conta.
explain-reset_objection_outcome = Il giorno { $day } è stata decisa un'opposizione: ciò che è stato chiesto prima non conta.
explain-reset_legal_proceedings = Il giorno { $day } è iniziato un procedimento: ciò che è stato chiesto prima non conta.
explain-fewer = Con { $fewer ->
    [one] una richiesta precedente
   *[other] { $fewer } richieste precedenti
} in meno sarebbe stata ordinaria.
explain-hint = Indicazione «{ $id }»: questa richiesta è { $seen } in { $window_days } giorni. L'indicazione non cambia nulla; se c'è una causa legittima lo accerta chi esamina, senza chiederlo alla persona.
explain-right_access = Una richiesta di accesso
explain-right_rectification = Una richiesta di rettifica della stessa cosa
explain-right_erasure = Una richiesta di cancellazione degli stessi dati
explain-right_portability = Una richiesta di portabilità degli stessi dati
explain-right_other_objection = Un'opposizione, già respinta con motivazione,
explain-right_automated_decision_review = Una richiesta di riesame della stessa decisione
explain-class_static = dati che non cambiano più
explain-class_normal = dati che cambiano di tanto in tanto
explain-class_dynamic = dati che cambiano spesso

## The pages behind a link, and the component for a company's own pages

choices-heading = la sua scelta
choices-objected = La sua opposizione è in vigore. I suoi dati non sono usati per questo.
choices-not_objected = Non c'è una sua opposizione.
choices-object = Mi oppongo
choices-take_back = Ritiro la mia opposizione
choices-doubt = Qualcuno si è opposto a suo nome senza accedere. L'opposizione vale già. È stata fatta da lei?
choices-confirm = Sì, la mantengo
choices-disown = No, la annullo
choices-promise = È gratuito, non richiede una motivazione e non cambia nient'altro per lei.
choices-then = Se si oppone: { $already_used }
choices-signal = Il suo browser invia un segnale di privacy (GPC). Qui è stato applicato.
choices-answerable = Chi ne risponde: { $controller }.
choices-lost_title = Questo link non funziona
choices-lost = Non è completo, oppure ciò a cui serviva non esiste più. Lo copi per intero, o scriva a { $contact }

## The same where a use rests on consent

consents-objected = Ha revocato il suo consenso. I suoi dati non sono usati per questo.
consents-not_objected = Qui non ha revocato il suo consenso.
consents-object = Revoco il mio consenso
consents-take_back = Ritiro la mia revoca
consents-doubt = Qualcuno ha revocato il consenso a suo nome senza accedere. La revoca vale già. È stata fatta da lei?
consents-then = Se revoca il suo consenso: { $already_used }

## The archive that a person receives

packages-title = I suoi dati presso { $controller }
packages-reference = Riferimento
packages-asked_for = La sua richiesta
packages-right_access = accesso ai suoi dati (art. 15 GDPR)
packages-right_rectification = rettifica dei suoi dati (art. 16 GDPR)
packages-right_erasure = cancellazione dei suoi dati (art. 17 GDPR)
packages-right_restriction = limitazione del trattamento dei suoi dati (art. 18 GDPR)
packages-right_portability = i suoi dati in una forma che può portare altrove (art. 20 GDPR)
packages-right_objection = opposizione a un uso dei suoi dati (art. 21 GDPR)
packages-right_automated_decision_review = riesame di una decisione automatizzata da parte di una persona (art. 22 GDPR)
packages-right_consent_withdrawal = revoca del suo consenso (art. 7 GDPR)
packages-right_other = un'altra questione
packages-received = Data di ricevimento
packages-prepared = Data di preparazione
packages-holds = Contenuto
packages-records = { $count ->
    [0] nessuna voce
    [one] 1 voce
   *[other] { $shown } voci
}
packages-contents = Che cosa contiene
packages-objections = A che cosa si oppone
packages-objection_since = { $purpose }, dal giorno
packages-nothing_here = Abbiamo cercato qui e non abbiamo trovato nulla su di lei.
packages-caption = { $title }: { $records }, anche in
packages-no_value = nessun valore
packages-told_title = Come sono usati i suoi dati
packages-told_purposes = Per che cosa
packages-told_categories = Tipo di dati
packages-told_recipients = Chi li riceve
packages-told_retention = Per quanto tempo
packages-told_source = Da dove vengono
packages-told_automated = Decisioni senza l'intervento di una persona
packages-told_transfers = Verso paesi al di fuori dello Spazio economico europeo
packages-told_use = { $purpose } ({ $basis })
packages-told_basis = art. 6, par. 1, lett. { $letter }), GDPR
packages-told_you = Da lei: ce li ha dati, oppure sono nati dall'uso del nostro servizio.
packages-told_nobody = Nessuno
packages-told_nowhere = Da nessuna parte: non vi sono trasferiti.
packages-told_transfer = { $country }. Che cosa li protegge lì: { $safeguard }
packages-told_no_decisions = Nessuna: con questi dati non si decide nulla su di lei senza l'intervento di una persona.
packages-told_logic = Come si decide: { $text }
packages-told_significance = Che peso ha: { $text }
packages-told_consequences = Che cosa ne consegue per lei: { $text }
packages-told_not_stated = Non indicato. Questa informazione le è dovuta: la chieda, e una persona risponde, gratuitamente.
packages-told_rights_title = I suoi diritti
packages-told_rights = Può far rettificare i suoi dati (art. 16 GDPR), farli cancellare (art. 17), far limitare ciò che ne facciamo (art. 18) e opporsi a un loro uso (art. 21). È gratuito.
packages-told_complaint = Può proporre reclamo a un'autorità di controllo (art. 77 GDPR), in particolare nel luogo in cui risiede, in quello in cui lavora o in quello in cui è avvenuta la violazione:
packages-told_only = Ha chiesto come sono usati i suoi dati, e non i dati stessi: non sono in questo archivio. Può chiederli in qualsiasi momento, gratuitamente.
packages-kept_title = Le sue richieste precedenti
packages-kept_none = Non abbiamo sue richieste precedenti.
packages-restrictions = Usi dei suoi dati possibili solo entro certi limiti, mentre si valuta un'opposizione
packages-outcome_open = Ancora senza risposta.
packages-outcome_merged = Ha avuto risposta insieme a un'altra.
packages-outcome_withdrawn = Ritirata da lei.
packages-outcome_fulfilled = Ha avuto risposta.
packages-outcome_partial = Ha avuto risposta in parte.
packages-outcome_declined = Non accolta; la lettera diceva perché.
packages-outcome_refused = Senza risposta, perché l'abbiamo ritenuta eccessiva.
packages-outcome_fee_proposed = È stato proposto un contributo spese, perché l'abbiamo ritenuta eccessiva.
packages-outcome_unidentifiable = Senza risposta, perché non abbiamo potuto stabilire quali dati sono i suoi.
packages-flag_open = È stata segnalata, per vedere se le sue richieste si ripetono in modo eccessivo (art. 12, par. 5, GDPR); nessuno ha ancora deciso.
packages-flag_lapsed = È stata segnalata, per vedere se le sue richieste si ripetono in modo eccessivo (art. 12, par. 5, GDPR); la segnalazione è finita da sé, e la richiesta non è eccessiva.
packages-flag_not_excessive = È stata segnalata, per vedere se le sue richieste si ripetono in modo eccessivo (art. 12, par. 5, GDPR); una persona l'ha esaminata, e la richiesta non è eccessiva.
packages-flag_excessive = È stata segnalata, per vedere se le sue richieste si ripetono in modo eccessivo (art. 12, par. 5, GDPR); due persone hanno deciso che la richiesta è eccessiva.
packages-wrong_title = Se qualcosa è sbagliato o manca
packages-wrong = Indichi { $reference } e ce lo dica: riesaminiamo, gratuitamente. Può anche proporre reclamo a un'autorità di controllo e rivolgersi a un giudice.
packages-note_period = La sua richiesta riguardava un periodo. Questo archivio contiene tutto ciò che c'è nelle categorie che ha indicato, di qualunque data.
packages-note_not_searched = Non abbiamo potuto cercare i suoi dati in: { $systems }. Non sappiamo con quale nome o codice vi figura; una persona del nostro ufficio guarderà, e può scriverci.
packages-note_away = Questi sistemi non hanno risposto e qui mancano: { $systems }.
packages-note_not_text = In «{ $table }» alcuni valori di { $columns } non sono testo valido nella nostra banca dati; sono riportati in base64, byte per byte.
packages-note_nothing = Abbiamo cercato in tutti i sistemi elencati qui e non abbiamo trovato dati su di lei.
packages-readme = Questo archivio contiene i dati su di lei. Nulla di ciò che contiene esegue o carica qualcosa da una rete.
packages-readme_index = da aprire in un browser: tutto, da leggere e da stampare
packages-readme_data = tutto, per i programmi; la sua forma è descritta sotto
packages-readme_csv =
    un file per ogni tabella, per un foglio di calcolo: UTF-8, virgole, prima i nomi delle colonne. Dove = + - @
    sono all'inizio di un testo, o seguono al suo interno un punto e virgola, una tabulazione o una fine di riga,
    li precede un apostrofo, che precede anche un testo che inizia con una tabulazione o una fine di riga: nessun
    foglio di calcolo lo prende per una formula. data.json contiene tutto così com'è
packages-readme_manifest = lo SHA-256 e la dimensione di ogni altro file: {"{"}"files": [{"{"}"file", "sha256", "size"{"}"}]{"}"}
packages-readme_format = data.json, formato 1. Possono aggiungersi chiavi; una chiave che c'è mantiene il suo significato.
packages-readme_reference = da indicare quando ci scrive
packages-readme_right = che cosa è stato chiesto, come "access" (accesso) o "portability" (portabilità)
packages-readme_controller = chi risponde
packages-readme_received_at = quando abbiamo ricevuto la richiesta (RFC 3339)
packages-readme_prepared_at = quando è stato preparato questo archivio (RFC 3339)
packages-readme_language = la lingua delle parole che contiene, come "it"
packages-readme_information = come sono usati i dati, prima dei dati (art. 15, par. 1 e 2): {"{"}"asked", "datasets", "rights",
    "authorities"{"}"}; null dove la nostra mappa dei dati non lo indica
packages-readme_notes = note per lei: un elenco di testi
packages-readme_objections = quelle in vigore: un elenco di {"{"}"purpose", "since"{"}"}
packages-readme_restrictions = finalità per le quali l'uso dei suoi dati è limitato: un elenco di testi
packages-readme_requests = le sue richieste precedenti: un elenco di {"{"}"reference", "right", "received_at", "outcome", "flag"{"}"}
packages-readme_systems = un elenco di {"{"}"id", "title", "tables"{"}"}
packages-readme_tables = un elenco di {"{"}"dataset", "title", "columns", "rows"{"}"}
packages-readme_columns = i nomi delle colonne
packages-readme_rows = un elenco di righe; una riga è un elenco con un valore per ogni colonna, null dove non c'è
packages-readme_wrong = Se qualcosa è sbagliato o manca, ce lo dica: la risposta si può contestare, gratuitamente.

## The portal

portal-own_name = Italiano
portal-skip = Vai al contenuto
portal-site = { $controller }: i diritti sui dati personali
portal-languages = Lingue
portal-free = È gratuito.
portal-contact = Protezione dei dati: { $contact }
portal-back = Torna all'inizio
portal-error = Errore:
portal-problem = C'è un problema
portal-say_no = Dire di no a un uso dei suoi dati
portal-no_account = È gratuito. Non servono né un account né una motivazione.
portal-object = Mi oppongo
portal-withdraw = Revoco il consenso
portal-other = Chiedere qualcos'altro
portal-access = Avere una copia dei miei dati
portal-rectification = Correggere i miei dati
portal-erasure = Cancellare i miei dati
portal-restriction = Limitare l'uso dei miei dati
portal-portability = Portare con me i miei dati
portal-automated = Far esaminare una decisione da una persona
portal-consent = Revocare il mio consenso
portal-unsure = Altro, oppure non lo so di preciso
portal-access_means = Che cosa abbiamo su di lei, da dove viene, per che cosa è usato e chi lo riceve.
portal-rectification_means = Qualcosa che abbiamo su di lei è sbagliato o incompleto.
portal-erasure_means = Ciò che non occorre conservare viene cancellato. Ciò che la legge ci impone di conservare resta, e le diciamo che cosa e fino a quando.
portal-restriction_means = Conserviamo i suoi dati ma smettiamo di usarli, per esempio mentre ne contesta l'esattezza.
portal-portability_means = Ciò che ci ha dato, in un formato leggibile da una macchina.
portal-automated_means = Una macchina da sola ha deciso qualcosa che per lei è importante.
portal-consent_means = Ogni consenso che ci ha dato, da adesso in poi. La revoca è subito in vigore.
portal-unsure_means = Lo dica con parole sue. Una persona lo legge.
portal-due_today = A una richiesta inviata oggi rispondiamo al più tardi { $due }.
portal-due_how = Come si arriva a questa data
portal-ways = Altri modi
portal-ways_write = Scriva a { $contact }, oppure per posta. Vale allo stesso modo, dal giorno in cui ci arriva.
portal-object_this = Non usate più i miei dati per questo
portal-withdraw_this = Revoco il mio consenso a questo
portal-address = Il suo indirizzo e-mail
portal-address_why = Quello che usa con noi. Ci serve per trovarla e per rispettare la sua scelta, e per nient'altro.
portal-address_find = Quello che usa con noi. Ci serve per trovare i suoi dati e per risponderle. Non chiediamo documenti d'identità.
portal-address_wrong = Scriva un indirizzo e-mail come nome@example.org
portal-situation = Qualcosa sulla sua situazione (facoltativo)
portal-situation_why = Non occorre una motivazione. Se vogliamo continuare questo uso, lo mettiamo a confronto con ciò che scrive qui.
portal-already = Che cosa succede ai dati già usati
portal-recorded = Registrato, e già in vigore
portal-recorded_now = Da adesso i suoi dati non sono usati per questo. Vale prima ancora che qualcuno abbia confermato il suo indirizzo.
portal-reference = Il suo riferimento:
portal-recorded_keep = Lo conservi: le permette di chiedere a che punto siamo.
portal-recorded_weighed = Una persona del nostro ufficio esamina la sua opposizione. Se vogliamo continuare questo uso, prima le diciamo perché, e ha il tempo di contestarlo.
portal-recorded_address = Usiamo il suo indirizzo soltanto per questo: rispettare la sua scelta, e poter dimostrare di averlo fatto.
portal-undo = Annulla questa scelta
portal-undone_title = Scelta annullata
portal-undone = Ciò che è stato inserito qui è annullato. Ciò che era in vigore prima resta in vigore.
portal-others = Altri usi dei suoi dati
portal-ask = Che cosa vuole chiedere?
portal-choose = Scegli
portal-own_words = Con parole sue (facoltativo)
portal-own_words_why = Che cosa di preciso, da quando, o qualunque cosa aiuti a trovarlo.
portal-go_on = Continua
portal-check = Controlli le sue risposte
portal-check_right = Che cosa chiede
portal-check_words = Con parole sue
portal-check_no_words = Nient'altro
portal-check_from = Da parte di
portal-check_who = A chi arriva
portal-check_due = Risposta al più tardi
portal-send = Invia la mia richiesta
portal-change = Modifica
portal-sent = La sua richiesta è stata inviata
portal-sent_due = Avrà la nostra risposta al più tardi { $due }.
portal-next = Che cosa succede adesso
portal-next_confirm = Le sta arrivando un'e-mail. La usi per seguire la sua richiesta, dica che è sua, e il lavoro comincia. Se l'e-mail non arriva, una persona del nostro ufficio lo verifica nel modo più semplice. Può anche scrivere a { $contact } indicando il suo riferimento.
portal-next_free = È gratuito, qualunque sia la risposta.
portal-fault = Non ha funzionato
portal-fault_unread = Qualcosa di ciò che è stato inviato non si può leggere. Non è cambiato nulla. Torni indietro e riprovi, oppure scriva a { $contact }.
portal-fault_large = Ciò che ha inviato è troppo grande. Non è cambiato nulla. Invii meno alla volta, oppure scriva a { $contact }.
portal-fault_busy = In questo momento non possiamo riceverlo. Non è cambiato nulla. Riprovi tra qualche minuto.
portal-fault_ours = L’errore è nostro e non suo. Se scrive a { $contact } per questo, indichi: { $incident }
portal-nothing = Qui non c'è nulla
portal-nothing_why = L'indirizzo non è completo, oppure ciò a cui portava è finito. Ricominci dall'inizio, o scriva a { $contact }.
portal-full = In questo momento non abbiamo potuto registrarlo
portal-full_why = Non è stato memorizzato nulla, e non si perde nessun giorno: ciò che invia di nuovo da questa pagina vale da oggi.
portal-send_again = Invia di nuovo
portal-how = Come opporsi
portal-how_choose = Scelga l'uso che non vuole. Non servono né un account né una motivazione.
portal-how_then = Scriva il suo indirizzo e-mail e prema il pulsante. È subito in vigore, gratuitamente, e può tornare indietro con la stessa facilità.
portal-how_other = Può anche scrivere a { $contact }, oppure per posta; vale allo stesso modo.
portal-thresholds = Come esaminiamo le richieste ripetute
portal-thresholds_why = Una persona del nostro ufficio può esaminare le richieste che si ripetono. Questo non ritarda mai una richiesta, di per sé non costa mai nulla e di per sé non rifiuta mai nulla.
portal-privacy = Che cosa succede a ciò che invia qui
portal-privacy_who = Di queste pagine risponde { $controller }. Per domande: { $contact }.
portal-privacy_what = Finché non invia qualcosa, non si memorizza nulla su di lei e non si imposta nessun cookie. Ciò che invia (il suo indirizzo o il suo account, le sue parole, il giorno) è conservato in forma sigillata, per poterle rispondere e dimostrare di averlo fatto. Non ci serve altro da lei.
portal-privacy_who_gets = Lo leggono le persone del nostro ufficio che le rispondono e i sistemi in cui cerchiamo i suoi dati. Non è usato per nient'altro, e non fa differenza quale abbonamento abbia, o che non ne abbia nessuno.
portal-privacy_rights = Ha su questi dati tutti i diritti che ha sugli altri: chieda qui una copia, una rettifica o una cancellazione, gratuitamente. Può proporre reclamo a un'autorità di controllo.
portal-retention = Per quanto tempo conserviamo ciò che invia
portal-retention_requests = Le sue richieste, le nostre lettere e i messaggi restano per il tempo in cui potremmo dover dimostrare di averle risposto. Se li vuole cancellati prima, scriva a { $contact }; ciò che resta dopo non dice a nessuno chi era lei.
portal-retention_archive = L'archivio dei suoi dati si può scaricare per { $days ->
    [one] un giorno
   *[other] { $days } giorni
}; poi viene cancellato.
portal-retention_choices = Il suo no a un uso resta per tutto il tempo in cui vale: senza, nessuno potrebbe rispettarlo. È conservato come un numero che solo noi e i sistemi che lo rispettano possiamo confrontare.
portal-retention_session = Un link per accedere vale quindici minuti. La sessione si chiude dopo mezz'ora senza attività.
portal-accessibility = Accessibilità
portal-accessibility_what = Queste pagine sono fatte per soddisfare le WCAG 2.2, livello AA: funzionano con la tastiera, con un lettore di schermo, ingrandite, senza colori, senza script e stampate.
portal-accessibility_how = Controlliamo ogni pagina con un programma a ogni modifica, e la guardiamo. Nessun ente esterno le ha esaminate.
portal-accessibility_help = Se qualcosa non funziona per lei, scriva a { $contact }, oppure invii la sua richiesta per e-mail o per posta: vale allo stesso modo.
portal-complaint = Proporre reclamo a un'autorità di controllo
portal-complaint_where = Può proporre reclamo dove risiede, dove lavora o dove ritiene che la legge sia stata violata. È gratuito, e non occorre essersi rivolti prima a noi.
portal-complaint_free = La prima è quella del luogo in cui siamo stabiliti. Può anche rivolgersi a un giudice.

## What a page says with an article of the law

cited-basis = Fondiamo questo uso sull'art. 6, par. 1, lett. { $letter }), GDPR.
cited-basis_otherwise = Fondiamo questo uso su: { $basis }.
cited-privacy_why = La legge ci obbliga a risponderle e a poterlo dimostrare (art. 6, par. 1, lett. c), GDPR, con l'art. 5, par. 2, l'art. 12 e gli artt. da 15 a 22).

## A person's own pages

own-follow = Seguire una richiesta
own-sign_in = Vedere le sue richieste
own-sign_in_why = Scriva l'indirizzo che ha usato. Vi inviamo un link e un codice, che dimostrano che è suo. Non serve una password.
own-sign_in_send = Inviami un link
own-with_account = Oppure acceda con il suo account
own-at_issuer = Accedi con { $name }
own-not_in = Accesso non riuscito
own-not_in_why = Non è stato possibile accedere con il suo account. Non è cambiato nulla. Riprovi, oppure si faccia inviare un link al suo indirizzo.
own-asked = Guardi nella sua casella di posta
own-asked_why = È in arrivo un'e-mail all'indirizzo che ha scritto. Apra il link in questo browser, oppure digiti qui il codice. Valgono entrambi quindici minuti.
own-code = Codice dell'e-mail
own-code_hint = Otto lettere e cifre
own-code_wrong = Digiti le otto lettere e cifre dell'e-mail più recente
own-enter = Accedi
own-enter_why = Un clic, e vede le sue richieste e le sue scelte.
own-enter_code = Questo non è il browser dal quale è stato chiesto il link. Perché nessun altro lo usi, digiti il codice che si trova accanto al link.
own-over = Questo link non vale più
own-over_why = Un link vale una volta sola, e per poco tempo. Per le sue richieste non cambia nulla.
own-again = Inviami un nuovo link
own-ended = Acceda di nuovo, per favore
own-ended_why = La sessione si è chiusa, oppure questa pagina è troppo vecchia per essere inviata. Non è cambiato nulla.
own-sign_out = Esci
own-requests = Le sue richieste
own-requests_none = Con questo indirizzo o account non è stato inviato nulla.
own-more = Meno recenti
own-open_it = Apri
own-sent_on = Ricevuta il giorno { $day }
own-due_on = Rispondiamo al più tardi { $day }.
own-is_received = L'abbiamo, e ci stiamo lavorando. Non occorre fare nulla.
own-is_unconfirmed = L'abbiamo. Dica che è sua, e il lavoro comincia.
own-is_identity = Le abbiamo chiesto qualcosa che dica chi è. La lettera qui sotto spiega che cosa basta.
own-is_merged = Ha chiesto la stessa cosa con la richiesta { $reference }, che è ancora aperta. A entrambe rispondiamo insieme.
own-is_withdrawn = L'ha ritirata. Può chiedere di nuovo in qualsiasi momento, gratuitamente.
own-is_fulfilled = Ha avuto risposta.
own-is_partial = Ha avuto risposta in parte. La lettera qui sotto dice che cosa manca, perché, e che cosa può fare.
own-is_declined = Non diamo ciò che ha chiesto. La lettera qui sotto dice perché, e che cosa può fare.
own-is_unidentifiable = Non abbiamo potuto stabilire quali dati sono i suoi. La lettera qui sotto dice che cosa aiuterebbe.
own-is_fee = Proponiamo un contributo spese di { $amount }. La lettera qui sotto dice perché. Senza il suo consenso non si addebita nulla; finché non sceglie, questa richiesta resta senza risposta.
own-is_overdue = La data è passata senza una risposta. È un nostro errore. Può proporre reclamo a un'autorità di controllo già adesso.
own-was_this_you = Ha inviato lei questa richiesta?
own-was_this_you_why = Chiunque può scrivere un indirizzo. Lei ha dimostrato che questo è suo, quindi solo lei può dirlo.
own-confirm = Sì, è mia
own-disown = No, non è mia
own-steps = Che cosa è successo
own-step_received = Richiesta ricevuta
own-step_work = In lavorazione
own-step_extended = Serve più tempo; la lettera dice perché
own-step_answered = Risposta data
own-step_due = Termine per la risposta
own-words = Che cosa ha scritto
own-parts = Che cosa è stato fatto
own-part_where = Dove
own-part_done = Fatto
own-part_rows = Voci
own-done_collected = dati copiati per lei
own-done_erased = dati cancellati
own-done_overwritten = dati resi anonimi
own-done_kept = dati conservati
own-done_restricted = dati contrassegnati come limitati
own-done_restriction_lifted = contrassegno di limitazione tolto
own-done_not_searched = non ancora esaminato
own-done_nothing = esaminato, nulla su di lei
own-files = Da scaricare
own-package = I suoi dati, in un archivio
own-receipt = Ricevuta, come file per programmi
own-calendar = Data per il suo calendario
own-letters = Lettere
own-letter_of = { $kind }, { $day }
own-letter_review = Una persona esamina le sue richieste
own-letter_fee = È proposto un contributo spese
own-letter_refused = Senza risposta, e perché
own-letter_narrow = Come chiedere di meno
own-letter_objection = Come è stata valutata la sua opposizione
own-letter_partial = Che cosa manca, e perché
own-letter_extended = Serve più tempo
own-letter_identity = Chi ci scrive?
own-letter_clarification = Che cosa cerca?
own-letter_restricted = La limitazione è in vigore
own-letter_restriction_ends = La limitazione finisce
own-letter_receipt = Abbiamo ricevuto la sua richiesta
own-letter_completed = Che cosa è stato fatto
own-messages = Messaggi
own-from_you = Lei
own-from_us = Noi
own-from_nobody = Messaggio
own-write = Scriverci su questa richiesta
own-write_why = Aggiunga o corregga qualcosa, oppure chieda. Arriva alle persone che ci lavorano.
own-write_send = Invia
own-write_empty = Prima scriva qualcosa
own-contest = Chiedere un riesame
own-contest_why = Non occorre dire perché. Una persona esamina di nuovo la risposta, gratuitamente. Può comunque proporre reclamo e rivolgersi a un giudice.
own-contest_words = Che cosa non va (facoltativo)
own-withdraw = Ritirare la richiesta
own-withdraw_why = Allora smettiamo di lavorarci. Può chiedere di nuovo in qualsiasi momento, gratuitamente.
own-review = Il suo punto di vista nell'esame
own-review_why = Non è stato deciso nulla. Ecco che cosa è stato contato. Può presentare osservazioni e dire che cosa non dovrebbe contare. Non occorre motivare le richieste.
own-review_counted = Contate: selezioni quelle che non dovrebbero contare
own-review_left_out = Non contate
own-review_words = Le sue osservazioni
own-fee = La sua scelta sul contributo spese
own-fee_accept = Accettare il contributo spese
own-fee_less = Chiedere di meno, gratuitamente
own-done = Fatto.
own-choices = Le sue scelte
own-choices_why = Per che cosa non si possono usare i suoi dati, perché lo ha detto lei. Ogni scelta vale subito.
own-choice_since = Ha detto di no, dal giorno { $day }.
own-choice_none = Non ha detto di no.
own-choice_doubt = Qualcuno ha fatto questa scelta con il suo indirizzo. Vale finché lei non dice che non era sua.
own-choice_restricted = Mentre valutiamo la sua opposizione, i suoi dati non sono usati per questo.
own-object = Interrompi questo uso
own-take_back = Permetti di nuovo
own-known_as = Ha effettuato l'accesso: rispondiamo al suo account o indirizzo, e non ci serve altro.
own-recorded = Da adesso i suoi dati non sono usati per questo.
own-account = Il suo account presso di noi
own-your_own = Le sue pagine

## Mails

mails-receipt_subject = La sua richiesta è stata ricevuta
mails-receipt = Abbiamo ricevuto la sua richiesta { $reference }. Avrà la nostra risposta al più tardi { $due }. È gratuito.
mails-follow = Può seguirla qui:
mails-follow_it = La sua richiesta ha il riferimento { $reference }. Può seguirla qui:
mails-stopped_subject = Ciò che ci ha chiesto di interrompere è interrotto
mails-stopped = Ciò che ci ha chiesto di interrompere è registrato, e in vigore da allora. È gratuito.
mails-stopped_by_you = Vale già, anche se nessuno ha dimostrato che la richiesta viene da lei. La confermi qui, oppure la annulli:
mails-sign_in_subject = Il suo link per accedere
mails-way_in = Con questo link accede alle sue richieste e alle sue scelte. Vale una volta sola, per quindici minuti:
mails-code = Nel browser in cui ha chiesto il link può digitare invece questo codice. In un altro browser servono entrambi:
mails-not_you = Se non l'ha chiesto lei, non occorre fare nulla: senza questo messaggio nessuno accede al suo posto.
mails-letter_subject = C'è una lettera per lei
mails-letter = Una lettera sulla sua richiesta { $reference } è pronta da leggere:
mails-answer_subject = La sua risposta è pronta
mails-answer = La risposta alla sua richiesta { $reference } è pronta per lei:
mails-foot = Questo messaggio è stato scritto da una macchina per { $controller }. Ciò che scrive a { $contact } lo legge una persona.
