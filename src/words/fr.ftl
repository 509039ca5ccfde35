# Français. Un mot pour chaque chose : demande, signalement (jamais soupçon), s'opposer (art. 21), retirer (une demande, un consentement).

## Jours, heures, nombres et sommes

local-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
local-weekday_and_day = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
local-moment = { $day } à { $hour } h { $minute } ({ $zone })
local-month = { $n ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
local-weekday = { $n ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
}
local-thousands = {"\u202F"}
local-decimals = ,
local-money = { $currency ->
    [EUR] { $amount } €
   *[other] { $amount } { $currency }
}
local-ordinal = { $n ->
    [1] 1re
   *[other] { $n }e
}

## Lettres

letters-about = Votre demande { $reference }, reçue le { $received }
letters-date = Le { $day }
letters-to_account = À la personne titulaire du compte depuis lequel la demande a été faite
letters-other_language = Vous nous avez écrit dans une langue dans laquelle nous n'avons pas de lettres. Celle-ci est en français ; demandez-nous de vous l'expliquer si vous le souhaitez.
letters-greeting = Bonjour,
letters-closing = Avec nos salutations distinguées,
letters-task_necessity = Pourquoi cette mission ne peut se passer de vos données : { $text }
letters-free = Votre demande est traitée gratuitement.
letters-questions = Questions, compléments, corrections : notre délégué à la protection des données, { $contact }. Merci de rappeler la référence { $reference }.
letters-review = Une personne de notre service examine si vos demandes se répètent au point d'être excessives au sens de la loi (article 12, paragraphe 5, du RGPD). Rien n'est décidé. Le traitement de votre demande se poursuit et son échéance ne change pas.
letters-rule = La règle qui a conduit à cet examen :
letters-counted = Demandes qui ont été comptées :
letters-counted_line = { $reference }, du { $day }
letters-left_out = Demandes qui n'ont pas été comptées :
letters-left_out_line = { $reference } : { $reason }
letters-lapses = Si personne n'en décide autrement, cet examen se termine en votre faveur le { $day }.
letters-speak = Vous pouvez présenter vos observations et indiquer lesquelles de ces demandes ne devraient pas compter. Vous n'avez pas à motiver vos demandes.
letters-fee = Nous considérons cette demande comme manifestement excessive (article 12, paragraphe 5, du RGPD) et proposons d'y répondre moyennant des frais raisonnables de { $amount }.
letters-cost = { $title } : { $quantity } × { $each }
letters-choices = Vous avez le choix : accepter les frais, retirer la demande, demander moins, gratuitement, ou faire réexaminer cette décision. Tant que vous ne répondez pas, rien n'est facturé et il n'est pas répondu à cette demande.
letters-refused = Nous ne donnons pas suite à cette demande, car nous la considérons comme manifestement excessive (article 12, paragraphe 5, du RGPD).
letters-in_part = Nous répondons à votre demande, sauf pour la partie suivante, que nous considérons comme manifestement excessive (article 12, paragraphe 5, du RGPD) :
letters-why = Motifs de la décision
letters-objective = Le but du droit que la demande ne sert pas : { $text }
letters-subjective = Ce qui montre l'intention : { $text }
letters-milder = Ce que nous avons envisagé à la place : { $text }
letters-evidence = Sur quoi cela repose :
letters-shows_frequency = la fréquence de la même demande
letters-shows_identical_content = le contenu est le même et rien n'a changé depuis
letters-shows_data_volunteered = des données ont été fournies sans nécessité, pour pouvoir les demander ensuite
letters-shows_aim = ce à quoi la demande sert manifestement
letters-shows_time_until_request = le peu de temps écoulé entre la fourniture des données et la demande
letters-shows_conduct = le comportement à notre égard
letters-shows_public_pattern = une pratique publiquement connue qui concorde avec le reste
letters-shows_money_for_silence = de l'argent a été demandé pour la retirer
letters-shows_intent_to_disrupt = l'intention de perturber a été annoncée
letters-again = Vous pouvez nous demander de réexaminer cette décision.
letters-authority = Vous pouvez introduire une réclamation auprès d'une autorité de contrôle, notamment là où vous résidez, là où vous travaillez ou là où la violation a eu lieu (article 77 du RGPD) :
letters-court = Vous pouvez aussi saisir un tribunal de l'État où nous sommes établis ou de celui où vous résidez (article 79 du RGPD).
letters-narrow = Votre demande reçoit une réponse complète et gratuite, sans démarche de votre part. Si une autre fois moins vous suffit, vous pourriez demander :
letters-lifting = { $purpose }
    Vous avez exercé votre droit d'opposition à cette utilisation de vos données et nous l'avons suspendue. Après mise en balance, nous considérons que nos motifs sont légitimes et impérieux et qu'ils prévalent (article 21, paragraphe 1, du RGPD) :
letters-lifting_research = { $purpose }
    Vous avez exercé votre droit d'opposition à cette utilisation de vos données et nous l'avons suspendue. Après examen, nous considérons que cette utilisation est nécessaire à l'exécution d'une mission d'intérêt public (article 21, paragraphe 6, du RGPD) :
letters-public_task = La mission d'intérêt public : { $text }
letters-grounds = Nos motifs : { $text }
letters-necessity = Pourquoi cela ne peut se faire sans vos données : { $text }
letters-person = Ce que nous avons compris de votre situation : { $text }
letters-weighing = Pourquoi nos motifs l'emportent : { $text }
letters-days = La limitation du traitement est levée au plus tôt { $days ->
    [one] un jour
   *[other] { $days } jours
} après la réception de cette lettre (article 18, paragraphe 3, du RGPD). Si vous contestez avant, elle est maintenue jusqu'à notre nouvel examen.
letters-kept_objections = Vos oppositions restent en vigueur : { $titles }. Pour les respecter, nous conservons une empreinte à clé de votre compte ou de votre adresse, sans votre nom ni autre donnée ; si vous retirez ces oppositions, cela y est noté.
letters-authority_home_de = l'autorité de protection des données de votre Land allemand (Bundesland), dont la liste se trouve auprès de la commissaire fédérale
letters-authority_own_de = l'autorité de protection des données de notre Land allemand (Bundesland), dont la liste se trouve auprès de la commissaire fédérale
letters-authority_unknown = notre autorité de contrôle, à trouver dans la liste du Comité européen de la protection des données
letters-authority_gb = Vous pouvez nous adresser une réclamation, dont nous accusons réception sous 30 jours (section 164A du Data Protection Act 2018). Vous pouvez aussi saisir l'autorité de contrôle :
letters-court_gb = Vous pouvez aussi saisir un tribunal.
letters-authority_ch = Vous pouvez vous adresser au Préposé fédéral à la protection des données et à la transparence (article 49 LPD) :
letters-court_ch = Vous pouvez aussi saisir un tribunal civil (article 32 LPD).
letters-receipt = Nous avons votre demande. Elle est arrivée le { $came }.
letters-receipt_right = Ce que nous avons compris : { $right }.
letters-receipt_words = Ce que vous avez écrit :
letters-receipt_due = Nous répondons au plus tard le { $day }. S'il faut plus de temps, vous l'apprenez avant ce jour, avec la raison.
letters-receipt_stopped = Ce à quoi vous dites non est arrêté depuis que votre demande a été enregistrée.
letters-receipt_add = Vous pouvez compléter, corriger ou retirer votre demande à tout moment.
letters-receipt_privacy = Ce que devient ce que vous nous envoyez : { $address }
letters-completed = Voici ce qui a été fait :
letters-completed_by_hand = Nous avons fait ce que vous demandiez, à la main. Notre message vous dit ce qui a été fait.
letters-done_collected = { $what } : remis ({ $n ->
    [one] un enregistrement
   *[other] { $count } enregistrements
})
letters-done_erased = { $what } : effacé ({ $n ->
    [one] un enregistrement
   *[other] { $count } enregistrements
})
letters-done_overwritten = { $what } : rendu anonyme ({ $n ->
    [one] un enregistrement
   *[other] { $count } enregistrements
})
letters-done_restricted = { $what } : marqué comme limité ({ $n ->
    [one] un enregistrement
   *[other] { $count } enregistrements
})
letters-done_restriction_lifted = { $what } : marque de limitation retirée ({ $n ->
    [one] un enregistrement
   *[other] { $count } enregistrements
})
letters-done_kept = { $what } : conservé. { $because }
letters-done_nothing = { $what } : nous avons cherché, et rien ne s'y trouve à votre sujet.
letters-backups = Les copies dans nos sauvegardes auront disparu au plus tard le { $day }.
letters-recipients = Ces destinataires avaient reçu les données. Nous leur disons ce qui a été fait, sauf si cela est impossible ou exige des efforts disproportionnés (article 19 du RGPD) :
letters-not_in_full = Voici notre réponse, mais elle ne couvre pas tout ce que vous avez demandé. Il y manque :
letters-declined = Nous ne donnons pas suite à votre demande, pour la raison suivante :
letters-all_of_it = Tout
letters-not_searched = { $what } : aucune recherche automatique n'y est possible. Une personne fait cette recherche, et nous vous en communiquerons le résultat.
letters-left_out_because = { $what } : { $ground } { $facts }
letters-unidentifiable = Nous n'avons pas pu établir lesquelles de nos données sont les vôtres (article 11, paragraphe 2, du RGPD). Ce que nous avons cherché, et ce qui aiderait :
letters-unidentifiable_help = Rien ne vous oblige à nous en dire plus. Si vous le faites, nous cherchons encore, gratuitement, et ne nous en servons pour rien d'autre.
letters-extended = Notre réponse demande plus de temps : vous l'aurez au plus tard le { $day } (article 12, paragraphe 3, du RGPD).
letters-extended_complexity = La raison en est que votre demande est complexe :
letters-extended_number = La raison en est le nombre de vos demandes :
letters-extended_sooner = Ce qui sera prêt plus tôt vous parviendra plus tôt.
letters-referred = Une personne de notre service examine si cette demande poursuit un autre but que celui pour lequel la loi la prévoit (article 12, paragraphe 5, du RGPD). Un membre de notre service l'a demandé ; le nombre de vos demandes ne joue aucun rôle. Rien n'est décidé. Le traitement de votre demande se poursuit et son échéance ne change pas. Voici ce qui est opposé à cette demande :
letters-held_evidence = Où se trouvent les éléments : { $text }
letters-referred_speak = Vous pouvez répondre à chacun de ces points. Vous n'avez pas à motiver votre demande.
letters-identity = Avant de répondre, nous devons savoir que la demande vient bien de vous (article 12, paragraphe 6, du RGPD). Pourquoi nous en doutons :
letters-enough_sign_in = Ceci suffit, et rien de plus : connectez-vous à votre compte et confirmez-y la demande.
letters-enough_confirm_address = Ceci suffit, et rien de plus : répondez-nous depuis l'adresse électronique que nous avons de vous.
letters-enough_customer_number = Ceci suffit, et rien de plus : indiquez-nous votre numéro de client ou le numéro d'un contrat avec nous.
letters-enough_known_detail = Ceci suffit, et rien de plus : indiquez-nous une chose que vous et nous sommes seuls à savoir, comme le jour de votre dernière commande.
letters-enough_call_back = Ceci suffit, et rien de plus : répondez à notre appel au numéro de téléphone que nous avons de vous.
letters-enough_letter_code = Ceci suffit, et rien de plus : renvoyez-nous le code que vous recevrez par lettre, à l'adresse que nous avons de vous.
letters-identity_otherwise = Si vous ne le pouvez pas, ou ne le souhaitez pas, écrivez-nous : nous trouverons un autre moyen avec vous. Nous ne demandons pas de copie d'une pièce d'identité.
letters-identity_deleted = Ce que vous nous indiquez ne sert qu'à cela. Nous l'effaçons dès que nous l'avons vérifié et notons seulement comment le doute a été levé.
letters-clarification = Nous avons beaucoup de données à votre sujet. Pour que vous trouviez ce que vous cherchez, nous vous demandons :
letters-clarification_optional = Aucune réponse n'est exigée. Sans elle, nous traitons votre demande telle quelle.
letters-period_stands_still = Le délai de notre réponse est suspendu à partir du { $day }, jusqu'à ce que nous ayons la vôtre.
letters-period_runs_on = Entre-temps, le délai de notre réponse continue de courir. Il prend fin le { $day }.
letters-restriction_applied = Le traitement de vos données est limité à partir de maintenant (article 18 du RGPD). Nous les conservons, sans les utiliser pour :
letters-restriction_except = Tant que cela dure, elles ne sont utilisées qu'avec votre consentement, pour des actions en justice, pour protéger une autre personne ou pour un intérêt public important (article 18, paragraphe 2, du RGPD). Nous vous prévenons avant la fin.
letters-restriction_ends = La limitation que vous avez demandée prend fin (article 18, paragraphe 3, du RGPD). Vos données sont ensuite de nouveau utilisées pour :
letters-restriction_reason = Pourquoi elle prend fin : { $text }
letters-restriction_object = Vous pouvez vous opposer à ces utilisations à tout moment, gratuitement.
letters-ground_rights_of_others = une copie porterait atteinte aux droits d'autres personnes (article 15, paragraphe 4, du RGPD).
letters-ground_accuracy_not_shown = nous n'avons rien trouvé qui en montre l'inexactitude (article 16 du RGPD).
letters-ground_no_case_for_erasure = aucun des cas où des données doivent être effacées n'est réuni (article 17, paragraphe 1, du RGPD).
letters-ground_expression = la liberté d'expression et d'information (article 17, paragraphe 3, point a), du RGPD).
letters-ground_legal_obligation = la loi nous oblige à les conserver (article 17, paragraphe 3, point b), du RGPD).
letters-ground_public_health = la santé publique (article 17, paragraphe 3, point c), du RGPD).
letters-ground_research = des archives dans l'intérêt public, la recherche ou des statistiques (article 17, paragraphe 3, point d), du RGPD).
letters-ground_legal_claims = ces données sont nécessaires à la constatation, à l'exercice ou à la défense de droits en justice (article 17, paragraphe 3, point e), du RGPD).
letters-ground_no_case_for_restriction = aucun des cas de limitation n'est réuni (article 18, paragraphe 1, du RGPD).
letters-ground_not_provided = ces données ne viennent pas de vous (article 20, paragraphe 1, du RGPD).
letters-ground_not_by_consent_or_contract = nous ne traitons ces données ni sur votre consentement ni pour un contrat (article 20, paragraphe 1, point a), du RGPD).
letters-ground_rights_of_others_too = leur remise porterait atteinte aux droits d'autres personnes (article 20, paragraphe 4, du RGPD).
letters-ground_no_such_decision = aucune décision n'a été prise par une machine seule, ou la loi le permet (article 22 du RGPD).
letters-ground_unidentifiable = nous ne pouvons pas établir quelles données sont les vôtres (article 11, paragraphe 2, du RGPD).
letters-ground_no_right = le droit de la protection des données n'en donne aucun.

## Ce que lit qui fait une demande

requests-merged = Vous avez demandé la même chose sous la référence { $first } ; cette première demande est encore ouverte. Les deux demandes reçoivent une seule réponse, au plus tard le { $due }. Vous ne perdez rien : cette demande est enregistrée, a son propre accusé de réception et n'est comptée nulle part.

## Comment une échéance est calculée

due-received = reçue le { $day } ({ $zone }) ; ce jour ne compte pas
due-pause_counted = { $cause } le { $from } et reçue le { $to } ; { $days ->
    [0] aucun jour n'est décompté
    [one] un jour n'est pas compté
   *[other] { $days } jours ne sont pas comptés
}
due-pause_not_counted = { $cause } le { $from } et reçue le { $to }, mais le délai a continué de courir : { $why }
due-identity = une preuve d'identité a été demandée
due-clarification = une précision a été demandée
due-asked_late = demandée après { $after_days ->
    [one] un jour
   *[other] { $after_days } jours
}, et non dans les { $within_days } jours
due-regime_runs_on = ce régime ne suspend pas le délai pour cela
due-no_whole_day = cela a pris moins d'un jour
due-already_excluded = ces jours ne comptent déjà pas
due-after_the_end = le délai avait expiré avant qu'on la demande
due-months = { $months ->
    [one] un mois à partir du { $from } se termine
   *[other] { $months } mois à partir du { $from } se terminent
} le { $to }
due-days = { $days ->
    [one] un jour à partir du { $from } se termine le { $to }
   *[other] { $days } jours à partir du { $from } se terminent le { $to }
}
due-months_clamped = { $months ->
    [one] un mois à partir du { $from } se termine
   *[other] { $months } mois à partir du { $from } se terminent
} le { $to }, car ce mois n'a pas de { $missing }
due-days_already_run = { $days ->
    [one] un jour avait couru
   *[other] { $days } jours avaient couru
} avant la suspension, ce qui mène au { $last }
due-never_shorter = une suspension ne raccourcit jamais le délai, qui se termine donc le { $last }
due-days_not_counted = { $days ->
    [one] un jour non compté s'ajoute
   *[other] { $days } jours non comptés s'ajoutent
}, ce qui mène au { $last }
due-holiday = le { $day } est un jour férié, { $name } ; le délai continue
due-not_a_working_day = le { $day } n'est pas un jour ouvrable ; le délai continue
due-due = échéance le { $day }, jusqu'à 24 h, heure locale
due-extension = en cas de prolongation, { $months ->
    [one] un mois compte
   *[other] { $months } mois comptent
} en tout, et non à partir de la première échéance
due-extension_days = en cas de prolongation, { $days ->
    [one] un jour compte
   *[other] { $days } jours comptent
} en tout, et non à partir de la première échéance
due-extended_due = en cas de prolongation, échéance le { $day }, jusqu'à 24 h, heure locale
due-targets = par prudence, répondre au plus tard le { $target } ; en cas de prolongation, le { $extended_target }

## Les seuils et une constatation, en mots simples

explain-head = Seuils « { $id } », version { $version }, empreinte du contenu { $hash }.
explain-not_before = Pas en vigueur avant le { $day }.
explain-owner = Qui en répond : { $owner }.
explain-flag_does = Ce que fait un signalement : il demande à un humain de regarder. Il ne refuse rien, ne facture rien, ne retarde rien et ne change aucun mot d'aucune réponse. Un signalement que personne n'examine à temps se ferme comme non excessif.
explain-never_looked_at = Ce qui n'est jamais regardé : une première demande ; les oppositions à la prospection et à l'entraînement d'IA ; les signaux d'un navigateur ; le retrait d'un consentement ; la limitation ; et tout droit pour lequel il n'y a pas de règle.
explain-never_counts = Ce qui ne compte jamais : les demandes jointes à une autre, retirées, auxquelles on a répondu tard ou en partie, contestées, encore sans réponse, envoyées par quelqu'un dont personne n'a confirmé l'identité, portant sur un autre droit ou un autre périmètre (finalité, système, catégorie ou période), ou faites avant que les données ou les circonstances aient changé. Chaque personne est comptée seule, peu importe qui partage son adresse, son avocat ou ses mots.
explain-kinder = Ce qui rend une règle plus généreuse : les données sensibles, selon les chiffres ci-dessous ; un traitement qui peut nuire à la personne (entraînement, notation, blocage) ajoute une demande et divise les jours par deux ; quand les deux sont réunis, l'un après l'autre.
explain-rule = [{ $id }] { $right } portant sur { $class } est regardée à partir de la { $nth } du même genre en { $window_days } jours{ $gap_days ->
    [0] {""}
   *[other] , sauf si { $gap_days } jours ont passé depuis la dernière réponse complète
}.
explain-sensitive = { $days ->
    [0] Pour des données sensibles, à partir de la { $nth }.
   *[other] Pour des données sensibles, à partir de la { $nth }, et { $days } jours.
}
explain-meaning = Ce que cela signifie, quand toutes reçoivent une réponse complète et à temps : demandes quotidiennes : { $daily } ; hebdomadaires : { $weekly } ; mensuelles : { $monthly } ; trimestrielles : { $quarterly }.
explain-from_nth = { $n ->
    [1] à partir de la première
    [2] à partir de la deuxième
    [3] à partir de la troisième
    [4] à partir de la quatrième
    [5] à partir de la cinquième
    [6] à partir de la sixième
    [7] à partir de la septième
    [8] à partir de la huitième
    [9] à partir de la neuvième
    [10] à partir de la dixième
   *[other] à partir de la { $nth }
}
explain-never = jamais
explain-superseded = [{ $id }] ne s'applique plus à rien : « { $by } » a pris sa place.
explain-sources = Sources : { $sources }
explain-conclusion = C'est la { $seen } demande du même genre en { $window_days } jours ; à partir de la { $nth }, un humain regarde. Le nombre seul ne montre rien : il faudrait montrer une intention.
explain-ordinary_no_rule = Ordinaire : il n'y a pas de règle pour ce droit et ces données.
explain-ordinary_self_service = Ordinaire : la personne peut obtenir ces données seule à tout moment.
explain-ordinary_few = Ordinaire : moins que le nombre de la règle.
explain-ordinary_spaced = Ordinaire : assez longtemps après la dernière réponse complète.
explain-the_rule = La règle : { $rule }
explain-counted = { $case } du { $day } a compté.
explain-excluded = { $case } n'a pas compté : { $reason }.
explain-not_other_right = elle portait sur un autre droit
explain-not_other_scope = elle portait sur d'autres données
explain-not_outside_window = elle se trouve hors de la fenêtre
explain-not_unverified = personne n'avait confirmé qui demandait
explain-not_merged = elle a été traitée avec une demande encore ouverte
explain-not_withdrawn = elle a été retirée
explain-not_unanswered = elle n'a pas encore de réponse
explain-not_answered_late = la réponse est venue en retard
explain-not_incomplete = la réponse n'était pas complète
explain-not_unstated = la réponse ne disait pas tout ce qui doit être dit avec les données, comme les destinataires
explain-not_unidentifiable = la personne n'a pas pu être identifiée
explain-not_disputed = la personne a contesté la réponse
explain-not_past_finding = elle a été refusée ou facturée : une constatation passée n'entre pas dans une nouvelle
explain-not_self_service = la personne avait obtenu les données seule
explain-not_before_change = les données ou les circonstances ont changé depuis
explain-reset_new_data = Le { $day }, les données avaient changé : ce qui a été demandé avant ne compte pas.
explain-reset_new_purpose = Le { $day }, une nouvelle finalité a été ajoutée : ce qui a été demandé avant ne compte pas.
explain-reset_new_recipient = Le { $day }, un nouveau destinataire a été ajouté : ce qui a été demandé avant ne compte pas.
explain-reset_breach = Le { $day }, une violation de données a eu lieu : ce qui a été demandé avant ne compte pas.
explain-reset_terms_change = Le { $day }, les conditions ont changé : ce qui a été demandé avant ne compte pas.
explain-reset_objection_outcome = Le { $day }, une opposition a été tranchée : ce qui a été demandé avant ne compte pas.
explain-reset_legal_proceedings = Le { $day }, une procédure a commencé : ce qui a été demandé avant ne compte pas.
explain-fewer = Avec { $fewer ->
    [one] { $fewer } demande antérieure
   *[other] { $fewer } demandes antérieures
} de moins, elle aurait été ordinaire.
explain-hint = Indication « { $id } » : c'est la { $seen } en { $window_days } jours. Elle ne change rien ; c'est à l'examinateur de chercher s'il y a une cause légitime, sans interroger la personne.
explain-right_access = Une demande d'accès
explain-right_rectification = Une demande de rectification de la même chose
explain-right_erasure = Une demande d'effacement des mêmes données
explain-right_portability = Une demande de portabilité des mêmes données
explain-right_other_objection = Une opposition écartée avec des motifs
explain-right_automated_decision_review = Une demande de réexamen de la même décision
explain-class_static = des données qui ne changent plus
explain-class_normal = des données qui changent de temps en temps
explain-class_dynamic = des données qui changent souvent

## Les pages derrière un lien, et le composant pour les pages d'une entreprise

choices-heading = votre choix
choices-objected = Votre opposition est en vigueur. Vos données ne sont pas utilisées pour cela.
choices-not_objected = Vous n'avez pas exprimé d'opposition.
choices-object = M'opposer
choices-take_back = Retirer mon opposition
choices-doubt = Quelqu'un s'est opposé en votre nom sans se connecter. Cela compte déjà. Était-ce vous ?
choices-confirm = Oui, la garder
choices-disown = Non, l'annuler
choices-promise = C'est gratuit, sans motif à donner, et rien d'autre ne change pour vous.
choices-then = Si vous vous opposez : { $already_used }
choices-signal = Votre navigateur envoie un signal de confidentialité (GPC). Il a été appliqué ici.
choices-answerable = Responsable : { $controller }.
choices-lost_title = Ce lien ne fonctionne pas
choices-lost = Il est incomplet, ou ce qu'il concernait n'existe plus. Copiez-le en entier, ou écrivez à { $contact }

## De même quand l'utilisation repose sur le consentement

consents-objected = Vous avez retiré votre consentement. Vos données ne sont pas utilisées pour cela.
consents-not_objected = Vous n'avez pas retiré de consentement ici.
consents-object = Retirer mon consentement
consents-take_back = Annuler ce retrait
consents-doubt = Quelqu'un a retiré votre consentement en votre nom sans se connecter. Cela compte déjà. Était-ce vous ?
consents-then = Si vous retirez votre consentement : { $already_used }

## L'archive que reçoit une personne

packages-title = Vos données chez { $controller }
packages-reference = Référence
packages-asked_for = Votre demande
packages-right_access = accès à vos données (RGPD, art. 15)
packages-right_rectification = rectification de vos données (RGPD, art. 16)
packages-right_erasure = effacement de vos données (RGPD, art. 17)
packages-right_restriction = limitation du traitement de vos données (RGPD, art. 18)
packages-right_portability = vos données sous une forme que vous pouvez emporter ailleurs (RGPD, art. 20)
packages-right_objection = opposition à une utilisation de vos données (RGPD, art. 21)
packages-right_automated_decision_review = réexamen d'une décision automatisée par une personne (RGPD, art. 22)
packages-right_consent_withdrawal = retrait de votre consentement (RGPD, art. 7)
packages-right_other = autre sujet
packages-received = Reçue
packages-prepared = Préparée
packages-holds = Contenu
packages-records = { $count ->
    [0] aucun enregistrement
    [one] 1 enregistrement
   *[other] { $shown } enregistrements
}
packages-contents = Ce qu'elle contient
packages-objections = Vos oppositions
packages-objection_since = { $purpose }, depuis le
packages-nothing_here = Nous avons cherché ici et n'avons rien trouvé sur vous.
packages-caption = { $title } : { $records }, aussi dans
packages-no_value = pas de valeur
packages-told_title = Comment vos données sont utilisées
packages-told_purposes = Pour quoi faire
packages-told_categories = Catégorie de données
packages-told_recipients = Qui les reçoit
packages-told_retention = Pendant combien de temps
packages-told_source = D'où elles viennent
packages-told_automated = Décisions sans intervention humaine
packages-told_transfers = Vers des pays hors de l'Espace économique européen
packages-told_use = { $purpose } ({ $basis })
packages-told_basis = article 6, paragraphe 1, point { $letter }), du RGPD
packages-told_you = De vous : vous nous les avez données, ou elles sont nées de votre usage de notre service.
packages-told_nobody = Personne
packages-told_nowhere = Nulle part : elles n'y sont pas transférées.
packages-told_transfer = { $country }. Ce qui les y protège : { $safeguard }
packages-told_no_decisions = Aucune : rien n'est décidé à votre sujet avec ces données sans intervention humaine.
packages-told_logic = Comment la décision est prise : { $text }
packages-told_significance = Quelle est son importance : { $text }
packages-told_consequences = Ce qui en découle pour vous : { $text }
packages-told_not_stated = Non indiqué. Cette information vous est due : demandez-la, une personne vous répondra, gratuitement.
packages-told_rights_title = Vos droits
packages-told_rights = Vous pouvez faire rectifier vos données (RGPD, art. 16), les faire effacer (art. 17), faire limiter ce que nous en faisons (art. 18) et vous opposer à une utilisation (art. 21). C'est gratuit.
packages-told_complaint = Vous pouvez introduire une réclamation auprès d'une autorité de contrôle (RGPD, art. 77), notamment là où vous résidez, là où vous travaillez ou là où la violation a eu lieu :
packages-told_only = Votre demande portait sur l'utilisation de vos données, et non sur les données elles-mêmes : elles ne sont pas dans cette archive. Vous pouvez les demander à tout moment, gratuitement.
packages-kept_title = Vos demandes précédentes
packages-kept_none = Nous n'avons aucune demande précédente de vous.
packages-restrictions = Utilisations limitées pendant qu'une opposition est examinée
packages-outcome_open = Pas encore de réponse.
packages-outcome_merged = Réponse donnée avec celle à une autre demande.
packages-outcome_withdrawn = Vous l'avez retirée.
packages-outcome_fulfilled = Réponse donnée.
packages-outcome_partial = Réponse donnée en partie.
packages-outcome_declined = Sans suite ; la lettre disait pourquoi.
packages-outcome_refused = Sans suite, car nous l'avons considérée comme excessive.
packages-outcome_fee_proposed = Des frais ont été proposés, car nous l'avons considérée comme excessive.
packages-outcome_unidentifiable = Sans suite, car nous n'avons pas pu savoir quelles données sont les vôtres.
packages-flag_open = Elle a été signalée, pour voir si vos demandes se répètent de façon excessive (RGPD, art. 12, par. 5) ; personne n'a encore décidé.
packages-flag_lapsed = Elle a été signalée, pour voir si vos demandes se répètent de façon excessive (RGPD, art. 12, par. 5) ; le signalement a pris fin de lui-même, et elle n'est pas excessive.
packages-flag_not_excessive = Elle a été signalée, pour voir si vos demandes se répètent de façon excessive (RGPD, art. 12, par. 5) ; une personne l'a examinée, et elle n'est pas excessive.
packages-flag_excessive = Elle a été signalée, pour voir si vos demandes se répètent de façon excessive (RGPD, art. 12, par. 5) ; deux personnes ont décidé qu'elle l'est.
packages-wrong_title = Si quelque chose est faux ou manque
packages-wrong = Indiquez { $reference } et dites-le-nous ; nous réexaminons, gratuitement. Vous pouvez aussi introduire une réclamation auprès d'une autorité de contrôle et saisir un tribunal.
packages-note_period = Vous avez indiqué une période. Cette archive contient tout ce qui se trouve dans les catégories que vous avez nommées, quelle qu'en soit la date.
packages-note_not_searched = Nous n'avons pas pu vous chercher dans : { $systems }. Nous ignorons sous quel nom ou identifiant vous y figurez ; l'un de nous va regarder, et vous pouvez nous écrire.
packages-note_away = Ces systèmes n'ont pas répondu et manquent ici : { $systems }.
packages-note_not_text = Dans « { $table } », certaines valeurs de { $columns } ne sont pas du texte valide dans notre base de données ; elles sont données en base64, octet par octet.
packages-note_nothing = Nous avons cherché dans tous les systèmes indiqués ici et n'avons trouvé aucune donnée sur vous.
packages-readme = Cette archive contient les données qui vous concernent. Rien n'y exécute ni ne charge quoi que ce soit depuis un réseau.
packages-readme_index = à ouvrir dans un navigateur : tout, à lire et à imprimer
packages-readme_data = tout, pour des programmes ; sa forme est décrite plus bas
packages-readme_csv =
    un fichier par table, pour un tableur : UTF-8, virgules, les noms des colonnes d'abord. Là où = + - @
    commencent un texte, ou y suivent un point-virgule, une tabulation ou une fin de ligne, une apostrophe les
    précède, de même qu'un texte qui commence par une tabulation ou une fin de ligne : aucun tableur ne le prend
    pour une formule. data.json contient tout tel quel
packages-readme_manifest = le SHA-256 et la taille de chaque autre fichier : {"{"}"files": [{"{"}"file", "sha256", "size"{"}"}]{"}"}
packages-readme_format = data.json, format 1. Des clés peuvent s'ajouter ; une clé qui existe garde son sens.
packages-readme_reference = à citer quand vous nous écrivez
packages-readme_right = ce qui a été demandé, comme "access" (accès) ou "portability" (portabilité)
packages-readme_controller = qui répond
packages-readme_received_at = quand nous avons reçu la demande (RFC 3339)
packages-readme_prepared_at = quand cette archive a été faite (RFC 3339)
packages-readme_language = la langue des mots qu'elle contient, comme "fr"
packages-readme_information = comment les données sont utilisées, avant les données (art. 15, par. 1 et 2) : {"{"}"asked", "datasets", "rights",
    "authorities"{"}"} ; null là où notre registre ne l'indique pas
packages-readme_notes = remarques pour vous : une liste de textes
packages-readme_objections = celles en vigueur : une liste de {"{"}"purpose", "since"{"}"}
packages-readme_restrictions = finalités pour lesquelles l'utilisation de vos données est limitée : une liste de textes
packages-readme_requests = vos demandes précédentes : une liste de {"{"}"reference", "right", "received_at", "outcome", "flag"{"}"}
packages-readme_systems = une liste de {"{"}"id", "title", "tables"{"}"}
packages-readme_tables = une liste de {"{"}"dataset", "title", "columns", "rows"{"}"}
packages-readme_columns = les noms des colonnes
packages-readme_rows = une liste de lignes ; une ligne est une liste d'une valeur par colonne, null là où il n'y en a pas
packages-readme_wrong = Si quelque chose est faux ou manque, dites-le : la réponse peut être contestée, gratuitement.

## Le portail

portal-own_name = Français
portal-skip = Aller au contenu
portal-site = { $controller } : vos droits sur vos données
portal-languages = Langues
portal-free = Gratuit.
portal-contact = Protection des données : { $contact }
portal-back = Retour à l'accueil
portal-error = Erreur :
portal-problem = Il y a un problème
portal-say_no = Dire non à une utilisation de vos données
portal-no_account = Gratuit, sans compte et sans motif.
portal-object = S'opposer
portal-withdraw = Retirer le consentement
portal-other = Demander autre chose
portal-access = Obtenir une copie de mes données
portal-rectification = Corriger mes données
portal-erasure = Supprimer mes données
portal-restriction = Limiter l'utilisation de mes données
portal-portability = Emporter mes données
portal-automated = Faire réexaminer une décision par une personne
portal-consent = Retirer mon consentement
portal-unsure = Autre chose, ou je ne sais pas
portal-access_means = Ce que nous avons sur vous, d'où cela vient, à quoi cela sert et qui le reçoit.
portal-rectification_means = Une information que nous avons sur vous est fausse ou incomplète.
portal-erasure_means = Ce qui ne doit pas être conservé est supprimé. Ce que la loi nous oblige à garder reste, et nous vous disons quoi et jusqu'à quand.
portal-restriction_means = Nous conservons vos données sans les utiliser, par exemple tant que vous en contestez l'exactitude.
portal-portability_means = Ce que vous nous avez fourni, dans un format lisible par une machine.
portal-automated_means = Une machine seule a décidé de quelque chose d'important pour vous.
portal-consent_means = Tous les consentements que vous nous avez donnés, dès maintenant. Cela vaut immédiatement.
portal-unsure_means = Dites-le avec vos mots. Quelqu'un le lit.
portal-due_today = Une demande envoyée aujourd'hui reçoit une réponse au plus tard le { $due }.
portal-due_how = Comment cette date est calculée
portal-ways = Autres moyens
portal-ways_write = Écrivez à { $contact }, ou par courrier. Cela compte autant, à partir du jour où nous le recevons.
portal-object_this = Ne plus utiliser mes données pour cela
portal-withdraw_this = Retirer mon consentement pour cela
portal-address = Votre adresse électronique
portal-address_why = Celle que vous utilisez avec nous. Elle nous sert à vous retrouver et à respecter votre choix, et à rien d'autre.
portal-address_find = Celle que vous utilisez avec nous. Elle nous sert à trouver vos données et à vous répondre. Aucune pièce d'identité n'est demandée.
portal-address_wrong = Écrivez une adresse comme nom@example.org
portal-situation = Votre situation (facultatif)
portal-situation_why = Aucun motif n'est demandé. Si nous voulons poursuivre cette utilisation, nous la mettrons en balance avec ce que vous écrivez ici.
portal-already = Les données déjà utilisées
portal-recorded = Enregistré, et déjà en vigueur
portal-recorded_now = À partir de maintenant, vos données ne sont plus utilisées pour cela. Cela compte avant même que l'adresse soit confirmée.
portal-reference = Votre référence :
portal-recorded_keep = Gardez-la : elle permet de demander où en est votre demande.
portal-recorded_weighed = Une personne de notre service l'examine. Si nous voulons poursuivre cette utilisation, nous vous disons d'abord pourquoi, et vous avez le temps de le contester.
portal-recorded_address = Votre adresse ne sert qu'à cela : respecter votre choix, et pouvoir montrer que nous l'avons fait.
portal-undo = Annuler
portal-undone_title = Annulé
portal-undone = Ce qui a été saisi ici est annulé. Ce qui était en vigueur avant le reste.
portal-others = Autres utilisations de vos données
portal-ask = Que voulez-vous demander ?
portal-choose = Choisir
portal-own_words = Avec vos mots (facultatif)
portal-own_words_why = Quoi exactement, depuis quand, ou tout ce qui aide à le trouver.
portal-go_on = Continuer
portal-check = Vérifiez vos réponses
portal-check_right = Vous demandez
portal-check_words = Avec vos mots
portal-check_no_words = Rien de plus
portal-check_from = De la part de
portal-check_who = Destinataire
portal-check_due = Réponse au plus tard le
portal-send = Envoyer ma demande
portal-change = Modifier
portal-sent = Votre demande est envoyée
portal-sent_due = Vous aurez notre réponse au plus tard le { $due }.
portal-next = La suite
portal-next_confirm = Un message est en route vers vous. Suivez votre demande grâce à lui, dites qu’elle vient de vous, et le traitement commence. Si aucun message n’arrive, quelqu’un de notre équipe s’en assure par le moyen le plus simple. Vous pouvez aussi écrire à { $contact } en indiquant votre référence.
portal-next_free = C'est gratuit, quelle que soit la réponse.
portal-fault = Cela n'a pas abouti
portal-fault_unread = Quelque chose de ce qui a été envoyé est illisible. Rien n'a été modifié. Revenez en arrière et réessayez, ou écrivez à { $contact }.
portal-fault_large = Ce que vous avez envoyé est trop volumineux. Rien n'a été modifié. Envoyez moins à la fois, ou écrivez à { $contact }.
portal-fault_busy = Nous ne pouvons pas le prendre en ce moment. Rien n'a été modifié. Réessayez dans quelques minutes.
portal-fault_ours = L'erreur vient de nous, et non de vous. Si vous écrivez à { $contact } à ce sujet, indiquez ceci : { $incident }
portal-nothing = Il n'y a rien ici
portal-nothing_why = L'adresse est incomplète, ou ce à quoi elle menait est terminé. Recommencez, ou écrivez à { $contact }.
portal-full = Nous n'avons pas pu l'enregistrer à l'instant
portal-full_why = Rien n'a été enregistré, et aucun jour n'est perdu : ce que vous renvoyez depuis cette page compte à partir d'aujourd'hui.
portal-send_again = Envoyer de nouveau
portal-how = Comment s'opposer
portal-how_choose = Choisissez l'utilisation que vous ne voulez pas. Ni compte ni motif ne sont nécessaires.
portal-how_then = Écrivez votre adresse électronique et appuyez sur le bouton. C'est en vigueur aussitôt, gratuitement, et vous pouvez y revenir aussi facilement.
portal-how_other = Vous pouvez aussi écrire à { $contact }, ou par courrier ; cela compte autant.
portal-thresholds = Comment nous regardons les demandes répétées
portal-thresholds_why = Une personne de notre service peut regarder des demandes qui se répètent. Cela ne retarde jamais une demande, ne coûte rien par soi-même et ne refuse rien par soi-même.
portal-privacy = Ce que devient ce que vous envoyez ici
portal-privacy_who = { $controller } est responsable de ces pages. Questions : { $contact }.
portal-privacy_what = Tant que vous n’envoyez rien, rien n’est enregistré sur vous et aucun cookie n’est déposé. Ce que vous envoyez (votre adresse ou votre compte, vos mots, le jour) est conservé sous scellé, pour vous répondre et pouvoir le montrer. Nous n’avons besoin de rien d’autre.
portal-privacy_who_gets = Cela est lu par les personnes qui vous répondent, et par les systèmes où nous cherchons vos données. Rien d’autre n’en est fait ; que vous ayez ou non un abonnement ne change rien.
portal-privacy_rights = Vous avez sur ces données les mêmes droits que sur les autres : demandez ici une copie, une rectification ou un effacement, gratuitement. Vous pouvez saisir une autorité de contrôle.
portal-retention = Combien de temps nous gardons ce que vous envoyez
portal-retention_requests = Vos demandes, nos lettres et les messages restent tant que nous pouvons avoir à montrer que nous vous avons répondu. Pour leur suppression plus tôt, écrivez à { $contact } ; ce qui reste alors ne dit à personne qui vous étiez.
portal-retention_archive = L’archive de vos données peut être téléchargée pendant { $days ->
    [one] un jour
   *[other] { $days } jours
} ; elle est ensuite supprimée.
portal-retention_choices = Le fait que vous avez dit non à un usage reste tant que cela compte : sans cela, personne ne pourrait le respecter. Il est conservé comme un nombre que seuls nous et les systèmes qui le respectent pouvons comparer.
portal-retention_session = Un lien de connexion est valable quinze minutes. La connexion prend fin après une demi-heure sans activité.
portal-accessibility = Accessibilité
portal-accessibility_what = Ces pages sont conçues pour respecter WCAG 2.2, niveau AA : elles s’utilisent au clavier, avec un lecteur d’écran, agrandies, sans couleurs, sans scripts et imprimées.
portal-accessibility_how = Nous vérifions chaque page par machine à chaque modification, et nous la regardons. Aucun organisme extérieur ne les a examinées.
portal-accessibility_help = Si quelque chose ne fonctionne pas pour vous, écrivez à { $contact }, ou envoyez votre demande par courriel ou par courrier : elle compte de la même façon.
portal-complaint = Saisir une autorité de contrôle
portal-complaint_where = Vous pouvez saisir l'autorité du lieu où vous vivez, où vous travaillez, ou du lieu de l'infraction supposée. C'est gratuit, et il n'est pas nécessaire de nous avoir écrit avant.
portal-complaint_free = La première est celle du lieu où nous sommes établis. Un tribunal vous est ouvert aussi.

## What a page says with an article of the law

cited-basis = Nous fondons cette utilisation sur l'article 6, paragraphe 1, point { $letter }), du RGPD.
cited-basis_otherwise = Nous fondons cette utilisation sur : { $basis }.
cited-privacy_why = La loi nous oblige à vous répondre et à pouvoir le prouver (RGPD, article 6, paragraphe 1, point c), avec les articles 5, paragraphe 2, 12 et 15 à 22).

## A person's own pages

own-follow = Suivre une demande
own-sign_in = Voir vos demandes
own-sign_in_why = Indiquez l’adresse que vous avez utilisée. Nous y envoyons un lien et un code, qui montrent qu’elle est à vous. Aucun mot de passe n’est nécessaire.
own-sign_in_send = M’envoyer un lien
own-with_account = Ou vous connecter avec votre compte
own-at_issuer = Se connecter auprès de { $name }
own-not_in = La connexion n’a pas abouti
own-not_in_why = La connexion avec votre compte n’a pas fonctionné. Rien n’a été modifié. Réessayez, ou faites-vous envoyer un lien à votre adresse.
own-asked = Consultez votre boîte de réception
own-asked_why = Un message est en route vers l’adresse indiquée. Ouvrez son lien dans ce navigateur, ou tapez son code ici. Les deux sont valables quinze minutes.
own-code = Code du message
own-code_hint = Huit lettres et chiffres
own-code_wrong = Tapez les huit lettres et chiffres du message le plus récent
own-enter = Se connecter
own-enter_why = Un clic, et vous voyez vos demandes et vos choix.
own-enter_code = Ce navigateur n’est pas celui qui a demandé le lien. Pour que personne d’autre ne l’utilise, tapez le code qui figure à côté du lien.
own-over = Ce lien n’est plus valable
own-over_why = Un lien sert une fois, et peu de temps. Vos demandes n’en sont pas affectées.
own-again = M’envoyer un nouveau lien
own-ended = Veuillez vous reconnecter
own-ended_why = La connexion avait pris fin, ou cette page est trop ancienne pour être envoyée. Rien n’a été modifié.
own-sign_out = Se déconnecter
own-requests = Vos demandes
own-requests_none = Rien n’a été envoyé avec cette adresse ou ce compte.
own-more = Plus anciennes
own-open_it = Ouvrir
own-sent_on = Reçue le { $day }
own-due_on = Nous répondons au plus tard le { $day }.
own-is_received = Nous l’avons, et elle est en cours de traitement. Vous n’avez rien à faire.
own-is_unconfirmed = Nous l’avons. Dites qu’elle vient de vous, et le traitement commence.
own-is_identity = Nous vous avons demandé un élément qui montre qui vous êtes. La lettre ci-dessous dit ce qui suffit.
own-is_merged = Vous avez demandé la même chose dans { $reference }, encore en cours. Les deux reçoivent une seule réponse.
own-is_withdrawn = Vous l’avez retirée. Vous pouvez redemander à tout moment, gratuitement.
own-is_fulfilled = Elle a reçu sa réponse.
own-is_partial = Elle a reçu une réponse partielle. La lettre ci-dessous dit ce qui manque, pourquoi, et ce que vous pouvez faire.
own-is_declined = Nous ne donnons pas ce que vous demandez. La lettre ci-dessous dit pourquoi, et ce que vous pouvez faire.
own-is_unidentifiable = Nous n’avons pas pu savoir quelles données sont les vôtres. La lettre ci-dessous dit ce qui aiderait.
own-is_fee = Nous proposons des frais de { $amount }. La lettre ci-dessous dit pourquoi. Rien n’est facturé sans votre accord ; tant que vous n’avez pas choisi, cette demande reste sans réponse.
own-is_overdue = La date est passée sans réponse. C’est notre faute. Vous pouvez saisir une autorité de contrôle dès maintenant.
own-was_this_you = Avez-vous envoyé ceci ?
own-was_this_you_why = N’importe qui peut écrire une adresse. Vous avez montré que celle-ci est à vous : il n’y a que vous pour le dire.
own-confirm = Oui, c’est moi
own-disown = Non, ce n’est pas moi
own-steps = Ce qui s’est passé
own-step_received = Reçue
own-step_work = En cours de traitement
own-step_extended = Délai prolongé ; la lettre dit pourquoi
own-step_answered = Réponse donnée
own-step_due = Réponse due
own-words = Ce que vous avez écrit
own-parts = Ce qui a été fait
own-part_where = Où
own-part_done = Fait
own-part_rows = Enregistrements
own-done_collected = copié pour vous
own-done_erased = effacé
own-done_overwritten = rendu anonyme
own-done_kept = conservé
own-done_restricted = marqué comme limité
own-done_restriction_lifted = marque de limitation retirée
own-done_not_searched = pas encore examiné
own-done_nothing = cherché, rien sur vous
own-files = À télécharger
own-package = Vos données, dans une archive
own-receipt = Récépissé, sous forme de fichier
own-calendar = Date pour votre agenda
own-letters = Lettres
own-letter_of = { $kind }, { $day }
own-letter_review = Une personne examine vos demandes
own-letter_fee = Des frais sont proposés
own-letter_refused = Pas de réponse, et pourquoi
own-letter_narrow = Comment demander moins
own-letter_objection = Comment votre opposition a été pesée
own-letter_partial = Ce qui manque, et pourquoi
own-letter_extended = Cela prend plus de temps
own-letter_identity = Qui êtes-vous ?
own-letter_clarification = Que cherchez-vous ?
own-letter_restricted = La limitation est en vigueur
own-letter_restriction_ends = La limitation prend fin
own-letter_receipt = Nous avons votre demande
own-letter_completed = Ce qui a été fait
own-messages = Messages
own-from_you = Vous
own-from_us = Nous
own-from_nobody = Message
own-write = Nous écrire à ce sujet
own-write_why = Ajoutez, corrigez ou demandez quelque chose. Cela parvient aux personnes qui s’en occupent.
own-write_send = Envoyer
own-write_empty = Écrivez d’abord quelque chose
own-contest = Demander un nouvel examen
own-contest_why = Vous n’avez pas à dire pourquoi. Quelqu’un réexamine la réponse, gratuitement. Vous pouvez quand même saisir l’autorité ou un tribunal.
own-contest_words = Ce qui ne va pas (facultatif)
own-withdraw = La retirer
own-withdraw_why = Nous cessons alors d’y travailler. Vous pouvez redemander à tout moment, gratuitement.
own-review = Votre avis dans l’examen
own-review_why = Rien n’est décidé. Voici ce qui a été compté. Vous pouvez donner votre avis et dire ce qui ne devrait pas compter. Vous n’avez pas à motiver vos demandes.
own-review_counted = Comptées : cochez ce qui ne devrait pas compter
own-review_left_out = Non comptées
own-review_words = Votre avis
own-fee = Votre choix sur les frais
own-fee_accept = Accepter les frais
own-fee_less = Demander moins, gratuitement
own-done = C’est fait.
own-choices = Vos choix
own-choices_why = Ce pour quoi vos données ne peuvent pas être utilisées, parce que vous l’avez dit. Chaque choix compte aussitôt.
own-choice_since = Vous avez dit non, depuis le { $day }.
own-choice_none = Vous n’avez pas dit non.
own-choice_doubt = Quelqu’un l’a écrit avec votre adresse. Cela compte tant que vous ne dites pas que ce n’était pas vous.
own-choice_restricted = Tant que votre opposition est examinée, vos données ne sont pas utilisées pour cela.
own-object = Faire cesser cet usage
own-take_back = L’autoriser à nouveau
own-known_as = Vous avez ouvert une connexion : nous répondons à votre compte ou à votre adresse, sans rien demander de plus.
own-recorded = À partir de maintenant, vos données ne sont plus utilisées pour cela.
own-account = Votre compte chez nous
own-your_own = Vos pages

## Mails

mails-receipt_subject = Votre demande est arrivée
mails-receipt = Nous avons reçu votre demande { $reference }. Vous avez notre réponse au plus tard le { $due }. C'est gratuit.
mails-follow = Vous pouvez la suivre ici :
mails-follow_it = Votre demande porte la référence { $reference }. Vous pouvez la suivre ici :
mails-stopped_subject = Ce que vous vouliez arrêter est arrêté
mails-stopped = Ce que vous nous avez demandé d'arrêter est enregistré, et en vigueur depuis ce moment. C'est gratuit.
mails-stopped_by_you = Cela compte déjà, même si personne n'a montré que la demande venait de vous. Confirmez-la ici, ou annulez-la :
mails-sign_in_subject = Votre lien de connexion
mails-way_in = Ce lien vous ouvre vos demandes et vos choix. Il sert une fois, pendant quinze minutes :
mails-code = Là où vous l'avez demandé, vous pouvez saisir ce code à la place. Dans un autre navigateur, il faut les deux :
mails-not_you = Si vous n'avez rien demandé, vous n'avez rien à faire : personne ne se connecte à votre place sans ce message.
mails-letter_subject = Une lettre vous attend
mails-letter = Une lettre au sujet de votre demande { $reference } vous attend ici :
mails-answer_subject = Votre réponse est prête
mails-answer = La réponse à votre demande { $reference } vous attend ici :
mails-foot = Une machine a écrit ce message pour { $controller }. Une personne lit ce que vous écrivez à { $contact }.
