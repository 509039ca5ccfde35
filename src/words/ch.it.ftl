# Ciò che un titolare svizzero dice diversamente: la legge federale sulla protezione dei dati (LPD) e la sua ordinanza (OPDa).
# Ogni messaggio prende il posto di quello di it.ftl.

letters-review = Una persona del nostro ufficio sta esaminando se le sue richieste si ripetono in un modo che la legge definisce queruloso (art. 26 cpv. 1 lett. c LPD). Non è stato deciso nulla. Il lavoro sulla sua richiesta prosegue e la data entro la quale rispondiamo non cambia.
letters-fee = Riteniamo che questa richiesta comporti un onere sproporzionato (art. 19 OPDa) e proponiamo di rispondere a fronte di una partecipazione di { $amount } alle spese.
letters-refused = Non diamo seguito a questa richiesta, perché la riteniamo manifestamente infondata o querulosa (art. 26 cpv. 1 lett. c LPD).
letters-in_part = Rispondiamo alla sua richiesta, tranne che per questa parte, che riteniamo manifestamente infondata o querulosa (art. 26 cpv. 1 lett. c LPD):
letters-authority = Può anche proporre reclamo a un'autorità di controllo, in particolare nel luogo in cui risiede, in quello in cui lavora o in quello in cui è avvenuta la violazione:
letters-court = Può anche rivolgersi a un giudice nello Stato in cui abbiamo uno stabilimento o in quello in cui risiede.
letters-lifting = { $purpose }
    Ha esercitato il diritto di opposizione a questo uso dei suoi dati, e noi lo abbiamo interrotto. Abbiamo valutato la sua opposizione e riteniamo che i nostri interessi siano preponderanti (art. 30 cpv. 2 lett. b e art. 31 LPD):
letters-lifting_research = { $purpose }
    Ha esercitato il diritto di opposizione a questo uso dei suoi dati, e noi lo abbiamo interrotto. Lo abbiamo esaminato e riteniamo che sia necessario per un compito di interesse pubblico (art. 31 cpv. 1 LPD):
letters-days = La limitazione di questo uso non è revocata prima che { $days ->
    [one] sia trascorso un giorno
   *[other] siano trascorsi { $days } giorni
} dal ricevimento di questa lettera. Se prima di allora presenta una contestazione, la limitazione resta finché non abbiamo riesaminato la questione.
letters-unidentifiable = Non abbiamo potuto stabilire quali dei nostri dati sono i suoi (art. 16 cpv. 5 OPDa). Che cosa abbiamo cercato, e che cosa aiuterebbe:
letters-extended = La nostra risposta richiede più tempo: arriva entro il giorno { $day } (art. 18 cpv. 2 OPDa).
letters-referred = Una persona del nostro ufficio sta esaminando se questa richiesta è fatta per uno scopo diverso da quello per il quale la legge la prevede (art. 26 cpv. 1 lett. c LPD). Lo ha chiesto un'altra persona dell'ufficio; quante volte lei ha fatto richiesta non ha alcun peso. Non è stato deciso nulla. Il lavoro sulla sua richiesta prosegue e la data entro la quale rispondiamo non cambia. Ecco gli elementi a sfavore della richiesta:
letters-identity = Prima di rispondere dobbiamo sapere che la richiesta viene da lei (art. 16 cpv. 5 OPDa). Perché abbiamo un dubbio:
letters-restriction_applied = Da questo momento il trattamento dei suoi dati è limitato (art. 32 cpv. 2 lett. a LPD). Li conserviamo e non li usiamo per:
letters-restriction_except = Finché dura la limitazione, i dati sono usati soltanto con il suo consenso, per l'accertamento, l'esercizio o la difesa di un diritto in sede giudiziaria, per tutelare i diritti di un'altra persona o per motivi di interesse pubblico rilevante. Prima che finisca riceverà nostre notizie.
letters-restriction_ends = La limitazione che ha chiesto finisce. Dopo, i suoi dati sono usati di nuovo per:
letters-recipients = Questi destinatari avevano ricevuto i dati. Comunichiamo loro che cosa è stato fatto, salvo che sia impossibile o richieda uno sforzo sproporzionato:
letters-ground_rights_of_others = una copia lederebbe interessi preponderanti di altre persone (art. 26 cpv. 1 lett. b LPD).
letters-ground_accuracy_not_shown = non abbiamo trovato nulla che ne mostri l'inesattezza (art. 32 cpv. 1 LPD).
letters-ground_no_case_for_erasure = non ricorre nessuno dei casi in cui i dati devono essere cancellati (art. 30 e art. 32 cpv. 2 lett. c LPD).
letters-ground_expression = libertà di espressione e di informazione (art. 31 cpv. 2 lett. d LPD).
letters-ground_legal_obligation = la legge ci obbliga a conservare questi dati (art. 31 cpv. 1 LPD).
letters-ground_public_health = sanità pubblica (art. 31 cpv. 1 LPD).
letters-ground_research = ricerca, pianificazione o statistica (art. 31 cpv. 2 lett. e LPD).
letters-ground_legal_claims = questi dati servono per l'accertamento, l'esercizio o la difesa di un diritto in sede giudiziaria (art. 31 cpv. 1 LPD).
letters-ground_no_case_for_restriction = non ricorre nessuno dei casi di limitazione (art. 32 cpv. 2 lett. a LPD).
letters-ground_not_provided = questi dati non ci sono stati comunicati da lei (art. 28 cpv. 1 LPD).
letters-ground_not_by_consent_or_contract = non usiamo questi dati sulla base di un consenso o di un contratto (art. 28 cpv. 1 lett. b LPD).
letters-ground_rights_of_others_too = consegnarli lederebbe interessi preponderanti di altre persone (art. 29 cpv. 1 LPD).
letters-ground_no_such_decision = nessuna decisione è stata presa soltanto da una macchina, oppure la legge la consente (art. 21 LPD).
letters-ground_unidentifiable = non possiamo stabilire quali dati sono i suoi (art. 16 cpv. 5 OPDa).
packages-right_access = accesso ai suoi dati (art. 25 LPD)
packages-right_rectification = rettifica dei suoi dati (art. 32 cpv. 1 LPD)
packages-right_erasure = cancellazione dei suoi dati (art. 32 cpv. 2 lett. c LPD)
packages-right_restriction = limitazione del trattamento dei suoi dati (art. 32 cpv. 2 lett. a LPD)
packages-right_portability = i suoi dati in una forma che può portare altrove (art. 28 LPD)
packages-right_objection = opposizione a un uso dei suoi dati (art. 30 cpv. 2 lett. b LPD)
packages-right_automated_decision_review = riesame di una decisione automatizzata da parte di una persona (art. 21 cpv. 2 LPD)
packages-right_consent_withdrawal = revoca del suo consenso (art. 30 cpv. 2 lett. b LPD)
packages-told_basis = { $letter ->
    [a] il suo consenso (art. 31 cpv. 1 LPD)
    [b] un contratto con lei (art. 31 cpv. 2 lett. a LPD)
    [c] un obbligo di legge (art. 31 cpv. 1 LPD)
   *[other] un interesse preponderante (art. 31 cpv. 1 LPD)
}
packages-told_rights = Può far rettificare i suoi dati (art. 32 cpv. 1 LPD), farli cancellare o far vietare ciò che ne facciamo (art. 32 cpv. 2) e opporsi a un loro uso (art. 30 cpv. 2 lett. b). È gratuito.
packages-told_complaint = Può rivolgersi all'Incaricato federale della protezione dei dati e della trasparenza (art. 49 LPD) e, se risiede o lavora altrove, all'autorità di quel luogo:
packages-flag_open = È stata segnalata, per vedere se le sue richieste sono querulose (art. 26 cpv. 1 lett. c LPD); nessuno ha ancora deciso.
packages-flag_lapsed = È stata segnalata, per vedere se le sue richieste sono querulose (art. 26 cpv. 1 lett. c LPD); la segnalazione è finita da sé, e la richiesta non lo è.
packages-flag_not_excessive = È stata segnalata, per vedere se le sue richieste sono querulose (art. 26 cpv. 1 lett. c LPD); una persona l'ha esaminata, e la richiesta non lo è.
packages-flag_excessive = È stata segnalata, per vedere se le sue richieste sono querulose (art. 26 cpv. 1 lett. c LPD); due persone hanno deciso che la richiesta lo è.
cited-basis = { $letter ->
    [a] Fondiamo questo uso sul suo consenso (art. 31 cpv. 1 LPD).
    [b] Fondiamo questo uso su un contratto con lei (art. 31 cpv. 2 lett. a LPD).
    [c] Fondiamo questo uso su un obbligo di legge (art. 31 cpv. 1 LPD).
   *[other] Fondiamo questo uso su un interesse preponderante (art. 31 cpv. 1 LPD).
}
cited-privacy_why = La legge ci obbliga a risponderle, e dobbiamo poter dimostrare di averlo fatto (art. 21, 25–29 e 32 LPD).
