# Ce qu'un responsable suisse dit autrement : la loi fédérale sur la protection des données (LPD) et son ordonnance (OPDo).
# Chaque message prend la place de celui de fr.ftl.

letters-review = Une personne de notre service examine si vos demandes se répètent au point d'être procédurières au sens de la loi (art. 26, al. 1, let. c, LPD). Rien n'est décidé. Le traitement de votre demande se poursuit et son échéance ne change pas.
letters-fee = Nous considérons que cette demande exige des efforts disproportionnés (art. 19 OPDo) et proposons d'y répondre moyennant une participation aux frais de { $amount }.
letters-refused = Nous ne donnons pas suite à cette demande, car nous la considérons comme manifestement infondée ou procédurière (art. 26, al. 1, let. c, LPD).
letters-in_part = Nous répondons à votre demande, sauf pour la partie suivante, que nous considérons comme manifestement infondée ou procédurière (art. 26, al. 1, let. c, LPD) :
letters-authority = Vous pouvez aussi introduire une réclamation auprès d'une autorité de contrôle, notamment là où vous résidez, là où vous travaillez ou là où la violation a eu lieu :
letters-court = Vous pouvez aussi saisir un tribunal du pays où nous sommes établis ou de celui où vous résidez.
letters-lifting = { $purpose }
    Vous avez exercé votre droit d'opposition à cette utilisation de vos données et nous l'avons suspendue. Après mise en balance, nous considérons que nos intérêts prévalent (art. 30, al. 2, let. b, et art. 31 LPD) :
letters-lifting_research = { $purpose }
    Vous avez exercé votre droit d'opposition à cette utilisation de vos données et nous l'avons suspendue. Après examen, nous considérons que cette utilisation est nécessaire à une tâche d'intérêt public (art. 31, al. 1, LPD) :
letters-days = La limitation du traitement est levée au plus tôt { $days ->
    [one] un jour
   *[other] { $days } jours
} après la réception de cette lettre. Si vous contestez avant, elle est maintenue jusqu'à notre nouvel examen.
letters-unidentifiable = Nous n'avons pas pu établir lesquelles de nos données sont les vôtres (art. 16, al. 5, OPDo). Ce que nous avons cherché, et ce qui aiderait :
letters-extended = Notre réponse demande plus de temps : vous l'aurez au plus tard le { $day } (art. 18, al. 2, OPDo).
letters-referred = Une personne de notre service examine si cette demande poursuit un autre but que celui pour lequel la loi la prévoit (art. 26, al. 1, let. c, LPD). Un membre de notre service l'a demandé ; le nombre de vos demandes ne joue aucun rôle. Rien n'est décidé. Le traitement de votre demande se poursuit et son échéance ne change pas. Voici ce qui est opposé à cette demande :
letters-identity = Avant de répondre, nous devons savoir que la demande vient bien de vous (art. 16, al. 5, OPDo). Pourquoi nous en doutons :
letters-restriction_applied = Le traitement de vos données est limité à partir de maintenant (art. 32, al. 2, let. a, LPD). Nous les conservons, sans les utiliser pour :
letters-restriction_except = Tant que cela dure, elles ne sont utilisées qu'avec votre consentement, pour des actions en justice, pour protéger les droits d'une autre personne ou pour un intérêt public important. Nous vous prévenons avant que cela prenne fin.
letters-restriction_ends = La limitation que vous avez demandée prend fin. Vos données sont ensuite de nouveau utilisées pour :
letters-recipients = Ces destinataires avaient reçu les données. Nous leur disons ce qui a été fait, sauf si cela est impossible ou exige des efforts disproportionnés :
letters-ground_rights_of_others = une copie porterait atteinte aux intérêts prépondérants d'autres personnes (art. 26, al. 1, let. b, LPD).
letters-ground_accuracy_not_shown = nous n'avons rien trouvé qui en montre l'inexactitude (art. 32, al. 1, LPD).
letters-ground_no_case_for_erasure = aucun des cas où des données doivent être effacées n'est réuni (art. 30 et art. 32, al. 2, let. c, LPD).
letters-ground_expression = la liberté d'expression et d'information (art. 31, al. 2, let. d, LPD).
letters-ground_legal_obligation = la loi nous oblige à les conserver (art. 31, al. 1, LPD).
letters-ground_public_health = la santé publique (art. 31, al. 1, LPD).
letters-ground_research = la recherche, la planification ou des statistiques (art. 31, al. 2, let. e, LPD).
letters-ground_legal_claims = ces données sont nécessaires à la constatation, à l'exercice ou à la défense de droits en justice (art. 31, al. 1, LPD).
letters-ground_no_case_for_restriction = aucun des cas de limitation n'est réuni (art. 32, al. 2, let. a, LPD).
letters-ground_not_provided = vous ne nous avez pas communiqué ces données (art. 28, al. 1, LPD).
letters-ground_not_by_consent_or_contract = nous ne traitons ces données ni sur votre consentement ni pour un contrat (art. 28, al. 1, let. b, LPD).
letters-ground_rights_of_others_too = leur remise porterait atteinte aux intérêts prépondérants d'autres personnes (art. 29, al. 1, LPD).
letters-ground_no_such_decision = aucune décision n'a été prise par une machine seule, ou la loi le permet (art. 21 LPD).
letters-ground_unidentifiable = nous ne pouvons pas établir quelles données sont les vôtres (art. 16, al. 5, OPDo).
packages-right_access = accès à vos données (LPD, art. 25)
packages-right_rectification = rectification de vos données (LPD, art. 32, al. 1)
packages-right_erasure = effacement de vos données (LPD, art. 32, al. 2, let. c)
packages-right_restriction = limitation du traitement de vos données (LPD, art. 32, al. 2, let. a)
packages-right_portability = vos données sous une forme que vous pouvez emporter ailleurs (LPD, art. 28)
packages-right_objection = opposition à une utilisation de vos données (LPD, art. 30, al. 2, let. b)
packages-right_automated_decision_review = réexamen d'une décision automatisée par une personne (LPD, art. 21, al. 2)
packages-right_consent_withdrawal = retrait de votre consentement (LPD, art. 30, al. 2, let. b)
packages-told_basis = { $letter ->
    [a] votre consentement (LPD, art. 31, al. 1)
    [b] un contrat avec vous (LPD, art. 31, al. 2, let. a)
    [c] une obligation légale (LPD, art. 31, al. 1)
   *[other] un intérêt prépondérant (LPD, art. 31, al. 1)
}
packages-told_rights = Vous pouvez faire rectifier vos données (LPD, art. 32, al. 1), les faire effacer ou faire interdire ce que nous en faisons (art. 32, al. 2) et vous opposer à une utilisation (art. 30, al. 2, let. b). C'est gratuit.
packages-told_complaint = Vous pouvez vous adresser au Préposé fédéral à la protection des données et à la transparence (LPD, art. 49) et, si vous résidez ou travaillez ailleurs, à l'autorité de ce lieu :
packages-flag_open = Elle a été signalée, pour voir si vos demandes sont procédurières (LPD, art. 26, al. 1, let. c) ; personne n'a encore décidé.
packages-flag_lapsed = Elle a été signalée, pour voir si vos demandes sont procédurières (LPD, art. 26, al. 1, let. c) ; le signalement a pris fin de lui-même, et elle ne l'est pas.
packages-flag_not_excessive = Elle a été signalée, pour voir si vos demandes sont procédurières (LPD, art. 26, al. 1, let. c) ; une personne l'a examinée, et elle ne l'est pas.
packages-flag_excessive = Elle a été signalée, pour voir si vos demandes sont procédurières (LPD, art. 26, al. 1, let. c) ; deux personnes ont décidé qu'elle l'est.
cited-basis = { $letter ->
    [a] Nous fondons cette utilisation sur votre consentement (art. 31, al. 1, LPD).
    [b] Nous fondons cette utilisation sur un contrat avec vous (art. 31, al. 2, let. a, LPD).
    [c] Nous fondons cette utilisation sur une obligation légale (art. 31, al. 1, LPD).
   *[other] Nous fondons cette utilisation sur un intérêt prépondérant (art. 31, al. 1, LPD).
}
cited-privacy_why = La loi nous oblige à vous répondre, et nous devons pouvoir prouver que nous l'avons fait (LPD, art. 21, 25 à 29 et 32).
