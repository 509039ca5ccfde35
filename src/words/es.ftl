# Español (de España). Una palabra para cada cosa: solicitud; aviso, nunca sospecha; oponerse (art. 21); retirar (una solicitud, un consentimiento, una oposición); reclamación (art. 77); impugnar (una respuesta, un dato).

## How days, times, numbers and money are written

local-day = { $day } de { $month } de { $year }
local-weekday_and_day = { $weekday } { $day } de { $month } de { $year }
local-moment = { $day }, { $hour }:{ $minute } h ({ $zone })
local-month = { $n ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
local-weekday = { $n ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
}
local-thousands = .
local-decimals = ,
local-money = { $currency ->
    [EUR] { $amount } €
   *[other] { $amount } { $currency }
}
local-ordinal = { $n }.ª

## Letters

letters-about = Su solicitud { $reference }, recibida el { $received }
letters-date = { $day }
letters-to_account = A la persona titular de la cuenta desde la que se presentó la solicitud
letters-other_language = Nos escribió en un idioma en el que no tenemos cartas. Esta está en español; si quiere que se la expliquemos, díganoslo.
letters-greeting = Buenos días:
letters-closing = Un cordial saludo,
letters-task_necessity = Por qué esa misión necesita sus datos: { $text }
letters-free = Su solicitud se tramita gratuitamente.
letters-questions = Si tiene preguntas o quiere añadir o corregir algo, diríjase a nuestro delegado de protección de datos: { $contact }. Le rogamos que indique la referencia { $reference }.
letters-review = Una persona de nuestro equipo está examinando si sus solicitudes se repiten de un modo que la ley califica de excesivo (artículo 12.5 del RGPD). No se ha decidido nada. Seguimos tramitando su solicitud y la fecha límite de nuestra respuesta no cambia.
letters-rule = La regla que ha dado lugar a este examen:
letters-counted = Solicitudes que se han contado:
letters-counted_line = { $reference }, { $day }
letters-left_out = Solicitudes que no se han contado:
letters-left_out_line = { $reference }: { $reason }
letters-lapses = Si nadie decide otra cosa, este examen terminará a su favor el { $day }.
letters-speak = Puede presentar observaciones e indicar cuáles de estas solicitudes no deberían contarse. No tiene que explicar por qué las presentó.
letters-fee = Consideramos que esta solicitud es manifiestamente excesiva (artículo 12.5 del RGPD) y proponemos responderla a cambio de un canon razonable de { $amount }.
letters-cost = { $title }: { $quantity } × { $each }
letters-choices = Usted elige: aceptar el canon, retirar la solicitud, pedir menos gratuitamente o hacer que se revise esta decisión. Mientras no nos diga nada, no se le cobrará nada y esta solicitud quedará sin respuesta.
letters-refused = No damos curso a esta solicitud porque consideramos que es manifiestamente excesiva (artículo 12.5 del RGPD).
letters-in_part = Respondemos a su solicitud, salvo en esta parte, que consideramos manifiestamente excesiva (artículo 12.5 del RGPD):
letters-why = Nuestros motivos
letters-objective = A qué finalidad del derecho no responde la solicitud: { $text }
letters-subjective = En qué se aprecia la intención: { $text }
letters-milder = Qué otras opciones hemos valorado: { $text }
letters-evidence = En qué se basa esto:
letters-shows_frequency = la frecuencia con la que se ha pedido lo mismo
letters-shows_identical_content = el contenido es el mismo y nada ha cambiado desde entonces
letters-shows_data_volunteered = se facilitaron datos sin necesidad, para preguntar después por ellos
letters-shows_aim = el fin evidente de la solicitud
letters-shows_time_until_request = el poco tiempo transcurrido entre la entrega de los datos y la solicitud
letters-shows_conduct = la conducta hacia nosotros
letters-shows_public_pattern = un modo de actuar públicamente conocido que concuerda con lo demás
letters-shows_money_for_silence = se pidió dinero a cambio de retirarla
letters-shows_intent_to_disrupt = se dijo que su propósito era causar trastornos
letters-again = Puede pedirnos que revisemos esta decisión.
letters-authority = Puede presentar una reclamación ante una autoridad de control, en particular donde vive, donde trabaja o donde se cometió la infracción (artículo 77 del RGPD):
letters-court = También puede acudir a los tribunales del Estado en el que estamos establecidos o de aquel en el que usted vive (artículo 79 del RGPD).
letters-narrow = Respondemos a su solicitud por completo y gratuitamente, y no tiene que hacer nada. Si en otra ocasión le basta con menos, podría pedir:
letters-lifting = { $purpose }
    Usted se opuso a este uso de sus datos y lo detuvimos. Hemos ponderado su oposición y consideramos que nuestros motivos son imperiosos y prevalecen (artículo 21.1 del RGPD):
letters-lifting_research = { $purpose }
    Usted se opuso a este uso de sus datos y lo detuvimos. Lo hemos examinado y consideramos que el uso es necesario para cumplir una misión realizada por razones de interés público (artículo 21.6 del RGPD):
letters-public_task = La misión de interés público: { $text }
letters-grounds = Nuestros motivos: { $text }
letters-necessity = Por qué no puede hacerse sin sus datos: { $text }
letters-person = Qué hemos entendido de su situación: { $text }
letters-weighing = Por qué prevalecen nuestros motivos: { $text }
letters-days = La limitación de este uso se levantará, como muy pronto, { $days ->
    [one] un día
   *[other] { $days } días
} después de que usted reciba esta carta (artículo 18.3 del RGPD). Si lo impugna antes, la limitación se mantiene hasta que lo hayamos examinado de nuevo.
letters-kept_objections = Sus oposiciones siguen en vigor: { $titles }. Para respetarlas conservamos un código calculado con una clave (hash con clave) a partir de su cuenta o de su dirección, sin su nombre, y nada más; si las retira, quedará anotado junto a él.
letters-authority_home_de = la autoridad de protección de datos de su estado federado alemán (Bundesland), que puede localizar a través del Comisionado Federal
letters-authority_own_de = la autoridad de protección de datos de nuestro estado federado alemán (Bundesland), que puede localizar a través del Comisionado Federal
letters-authority_unknown = nuestra autoridad de control, que puede localizar en la lista del Comité Europeo de Protección de Datos
letters-authority_gb = Puede presentarnos una reclamación, de la que acusaremos recibo en un plazo de 30 días (sección 164A de la Data Protection Act 2018). También puede presentar una reclamación ante la autoridad de control:
letters-court_gb = También puede acudir a los tribunales.
letters-authority_ch = Puede dirigirse al Comisionado Federal de Protección de Datos y Transparencia (artículo 49 de la Ley Federal suiza de Protección de Datos):
letters-court_ch = Puede acudir a un tribunal civil (artículo 32 de la Ley Federal suiza de Protección de Datos).
letters-receipt = Hemos recibido su solicitud. Llegó el { $came }.
letters-receipt_right = Lo que hemos entendido: { $right }.
letters-receipt_words = Lo que usted escribió:
letters-receipt_due = Respondemos a más tardar el { $day }. Si hiciera falta más tiempo, se lo diremos antes de ese día, con el motivo.
letters-receipt_stopped = Aquello a lo que dice no está detenido desde que se registró su solicitud.
letters-receipt_add = Puede completar, corregir o retirar su solicitud en cualquier momento.
letters-receipt_privacy = Qué pasa con lo que nos envía: { $address }
letters-completed = Esto es lo que se ha hecho:
letters-completed_by_hand = Hemos hecho lo que pedía, a mano. Nuestro mensaje le dice qué se ha hecho.
letters-done_collected = { $what }: entregado ({ $n ->
    [one] un registro
   *[other] { $count } registros
})
letters-done_erased = { $what }: suprimido ({ $n ->
    [one] un registro
   *[other] { $count } registros
})
letters-done_overwritten = { $what }: anonimizado ({ $n ->
    [one] un registro
   *[other] { $count } registros
})
letters-done_restricted = { $what }: marcado como limitado ({ $n ->
    [one] un registro
   *[other] { $count } registros
})
letters-done_restriction_lifted = { $what }: marca de limitación retirada ({ $n ->
    [one] un registro
   *[other] { $count } registros
})
letters-done_kept = { $what }: conservado. { $because }
letters-done_nothing = { $what }: hemos buscado y no hay nada sobre usted.
letters-backups = Las copias en nuestras copias de seguridad habrán desaparecido a más tardar el { $day }.
letters-recipients = Estos destinatarios habían recibido los datos. Les comunicamos lo que se ha hecho, salvo que sea imposible o exija un esfuerzo desproporcionado (artículo 19 del RGPD):
letters-not_in_full = Ya tiene nuestra respuesta, pero no abarca todo lo que pidió. Falta lo siguiente:
letters-declined = No accedemos a lo que pidió, por lo siguiente:
letters-all_of_it = Todo
letters-not_searched = { $what }: no es posible buscar allí de forma automática. Una persona lo mira a mano y tendrá noticias nuestras.
letters-left_out_because = { $what }: { $ground } { $facts }
letters-unidentifiable = No hemos podido determinar cuáles de nuestros datos son los suyos (artículo 11.2 del RGPD). Dónde hemos buscado y qué ayudaría:
letters-unidentifiable_help = No tiene que decirnos nada más. Si lo hace, buscaremos de nuevo, gratuitamente, y no lo usaremos para ninguna otra cosa.
letters-extended = Tardaremos más en responder: tendrá nuestra respuesta a más tardar el { $day } (artículo 12.3 del RGPD).
letters-extended_complexity = El motivo es que su solicitud es compleja:
letters-extended_number = El motivo es el número de sus solicitudes:
letters-extended_sooner = Lo que esté listo antes, lo recibirá antes.
letters-referred = Una persona de nuestro equipo está examinando si esta solicitud se ha presentado con un fin distinto de aquel para el que la ley la prevé (artículo 12.5 del RGPD). Lo ha pedido otra persona del equipo; el número de sus solicitudes no influye. No se ha decidido nada. Seguimos tramitando su solicitud y la fecha límite de nuestra respuesta no cambia. Esto es lo que se alega frente a la solicitud:
letters-held_evidence = Dónde constan los elementos en que se basa: { $text }
letters-referred_speak = Puede responder a cada uno de estos puntos. No tiene que explicar por qué presentó la solicitud.
letters-identity = Antes de responder debemos saber que es usted quien presenta la solicitud (artículo 12.6 del RGPD). Por qué tenemos dudas:
letters-enough_sign_in = Con esto basta, no hace falta nada más: inicie sesión en su cuenta y confirme allí la solicitud.
letters-enough_confirm_address = Con esto basta, no hace falta nada más: respóndanos desde la dirección de correo electrónico que tenemos de usted.
letters-enough_customer_number = Con esto basta, no hace falta nada más: indíquenos su número de cliente o el número de un contrato con nosotros.
letters-enough_known_detail = Con esto basta, no hace falta nada más: díganos una sola cosa que únicamente sepamos usted y nosotros, como el día de su último pedido.
letters-enough_call_back = Con esto basta, no hace falta nada más: atienda nuestra llamada en el número de teléfono que tenemos de usted.
letters-enough_letter_code = Con esto basta, no hace falta nada más: envíenos el código que le llegará por carta a la dirección que tenemos de usted.
letters-identity_otherwise = Si no puede hacerlo, o prefiere no hacerlo, escríbanos: buscaremos con usted otra manera. No pedimos copia de ningún documento de identidad.
letters-identity_deleted = Lo que nos diga lo usaremos solo para esto. Lo suprimiremos en cuanto lo hayamos comprobado y anotaremos únicamente cómo se resolvió la duda.
letters-clarification = Tenemos muchos datos sobre usted. Para que encuentre lo que busca, le preguntamos:
letters-clarification_optional = No tiene que contestar. Si no lo hace, responderemos a su solicitud tal como está.
letters-period_stands_still = El plazo de nuestra respuesta queda suspendido desde el { $day } hasta que tengamos la suya.
letters-period_runs_on = Mientras tanto, el plazo de nuestra respuesta sigue corriendo. Termina el { $day }.
letters-restriction_applied = El tratamiento de sus datos queda limitado desde ahora (artículo 18 del RGPD). Los conservamos y no los usamos para:
letters-restriction_except = Mientras dure la limitación, solo se usarán con su consentimiento, para formular, ejercer o defender reclamaciones, para proteger a otra persona o por razones de interés público importante (artículo 18.2 del RGPD). Le avisaremos antes de que termine.
letters-restriction_ends = La limitación que usted pidió termina (artículo 18.3 del RGPD). Después, sus datos volverán a usarse para:
letters-restriction_reason = Por qué termina: { $text }
letters-restriction_object = Puede oponerse a estos usos en cualquier momento, gratuitamente.
letters-ground_rights_of_others = una copia perjudicaría los derechos de otras personas (artículo 15.4 del RGPD).
letters-ground_accuracy_not_shown = no hemos encontrado nada que muestre una inexactitud (artículo 16 del RGPD).
letters-ground_no_case_for_erasure = no se da ninguno de los casos en los que los datos deben suprimirse (artículo 17.1 del RGPD).
letters-ground_expression = la libertad de expresión e información (artículo 17.3.a) del RGPD).
letters-ground_legal_obligation = la ley nos obliga a conservarlo (artículo 17.3.b) del RGPD).
letters-ground_public_health = la salud pública (artículo 17.3.c) del RGPD).
letters-ground_research = fines de archivo en interés público, de investigación o estadísticos (artículo 17.3.d) del RGPD).
letters-ground_legal_claims = es necesario para formular, ejercer o defender reclamaciones (artículo 17.3.e) del RGPD).
letters-ground_no_case_for_restriction = no se da ninguno de los casos de limitación (artículo 18.1 del RGPD).
letters-ground_not_provided = estos datos no los facilitó usted (artículo 20.1 del RGPD).
letters-ground_not_by_consent_or_contract = no usamos estos datos por un consentimiento ni por un contrato (artículo 20.1.a) del RGPD).
letters-ground_rights_of_others_too = entregarlos perjudicaría los derechos de otras personas (artículo 20.4 del RGPD).
letters-ground_no_such_decision = no hubo ninguna decisión tomada únicamente por una máquina, o la ley la permite (artículo 22 del RGPD).
letters-ground_unidentifiable = no podemos determinar qué datos son los suyos (artículo 11.2 del RGPD).
letters-ground_no_right = la normativa de protección de datos no reconoce un derecho a ello.

## What somebody reads who asks

requests-merged = Ya pidió lo mismo en la solicitud { $first }, que sigue abierta. Responderemos a las dos juntas, a más tardar el { $due }. No pierde nada: esta solicitud queda registrada, tiene su propio acuse de recibo y no se cuenta en ningún sitio.

## How a due date came about

due-received = recibida el { $day } ({ $zone }); ese día no se cuenta
due-pause_counted = { $cause } se pidió el { $from } y llegó el { $to }; { $days ->
    [0] no se excluye ningún día
    [one] un día no se cuenta
   *[other] { $days } días no se cuentan
}
due-pause_not_counted = { $cause } se pidió el { $from } y llegó el { $to }, pero el plazo siguió corriendo: { $why }
due-identity = la prueba de identidad
due-clarification = la aclaración
due-asked_late = se pidió después de { $after_days ->
    [one] un día
   *[other] { $after_days } días
}, y no en el plazo de { $within_days ->
    [one] un día
   *[other] { $within_days } días
}
due-regime_runs_on = este régimen no suspende el plazo por ello
due-no_whole_day = duró menos de un día
due-already_excluded = esos días ya no se cuentan
due-after_the_end = el plazo había terminado antes de que se pidiera
due-months = { $months ->
    [one] un mes a partir del { $from } termina
   *[other] { $months } meses a partir del { $from } terminan
} el { $to }
due-days = { $days ->
    [one] un día a partir del { $from } termina el { $to }
   *[other] { $days } días a partir del { $from } terminan el { $to }
}
due-months_clamped = { $months ->
    [one] un mes a partir del { $from } termina
   *[other] { $months } meses a partir del { $from } terminan
} el { $to }, porque ese mes no tiene día { $missing }
due-days_already_run = { $days ->
    [one] antes de la suspensión ya había corrido un día
   *[other] antes de la suspensión ya habían corrido { $days } días
}, de modo que el plazo llega hasta el { $last }
due-never_shorter = una suspensión nunca acorta el plazo, así que termina el { $last }
due-days_not_counted = { $days ->
    [one] se añade el día no contado
   *[other] se añaden los { $days } días no contados
}, de modo que el plazo llega hasta el { $last }
due-holiday = el { $day } es festivo ({ $name }); el plazo sigue corriendo
due-not_a_working_day = el { $day } no es día hábil; el plazo sigue corriendo
due-due = vence el { $day }, a las 24:00, hora local
due-extension = si se prorroga, { $months ->
    [one] se cuenta un mes
   *[other] se cuentan { $months } meses
} en total, y no desde el primer vencimiento
due-extension_days = si se prorroga, { $days ->
    [one] se cuenta un día
   *[other] se cuentan { $days } días
} en total, y no desde el primer vencimiento
due-extended_due = si se prorroga, vence el { $day }, a las 24:00, hora local
due-targets = para mayor seguridad, responder a más tardar el { $target }; si se prorroga, el { $extended_target }

## The thresholds, and a finding, in plain words

explain-head = Umbrales «{ $id }», versión { $version }, hash del contenido { $hash }.
explain-not_before = No entran en vigor antes del { $day }.
explain-owner = { $owner } responde de ellos.
explain-flag_does = Qué hace un aviso: pide a una persona que examine la solicitud. No deniega nada, no cobra nada, no retrasa nada y no cambia ni una palabra de ninguna respuesta. Un aviso que nadie examina a tiempo se cierra como no excesivo.
explain-never_looked_at = Qué no se examina nunca: una primera solicitud; las oposiciones a la mercadotecnia directa y al entrenamiento de IA; las señales de un navegador; la retirada del consentimiento; la limitación; y todo derecho para el que no haya una regla.
explain-never_counts = Qué no se cuenta nunca: las solicitudes que se unieron a otra, se retiraron, se respondieron tarde o en parte, se impugnaron o aún no tienen respuesta; las enviadas por alguien cuya identidad nadie ha confirmado; las relativas a otro derecho o a otro alcance (finalidad, sistema, categoría o período); y las presentadas antes de que cambiaran los datos o las circunstancias. Cada persona se cuenta por separado, sin importar con quién comparta la dirección, la asistencia letrada o las palabras.
explain-kinder = Qué hace más favorable una regla: los datos sensibles, según las cifras de abajo; un tratamiento que pueda perjudicar a la persona (entrenamiento, puntuación, bloqueo) añade una solicitud y reduce los días a la mitad; cuando se dan ambas cosas, una después de la otra.
explain-rule = [{ $id }] { $right }, tratándose de { $class }, se examina cuando es al menos la { $nth } de su tipo en { $window_days ->
    [one] un día
   *[other] { $window_days } días
}{ $gap_days ->
    [0] {""}
    [one] , salvo que haya pasado un día desde la última respuesta completa
   *[other] , salvo que hayan pasado { $gap_days } días desde la última respuesta completa
}.
explain-sensitive = { $days ->
    [0] Si se trata de datos sensibles, a partir de la { $nth }.
    [one] Si se trata de datos sensibles, a partir de la { $nth }, con un intervalo de un día.
   *[other] Si se trata de datos sensibles, a partir de la { $nth }, con un intervalo de { $days } días.
}
explain-meaning = Qué significa, si todas se responden por completo y a tiempo: solicitudes diarias: { $daily }; semanales: { $weekly }; mensuales: { $monthly }; trimestrales: { $quarterly }.
explain-from_nth = { $n ->
    [1] a partir de la primera
    [2] a partir de la segunda
    [3] a partir de la tercera
    [4] a partir de la cuarta
    [5] a partir de la quinta
    [6] a partir de la sexta
    [7] a partir de la séptima
    [8] a partir de la octava
    [9] a partir de la novena
    [10] a partir de la décima
   *[other] a partir de la { $nth }
}
explain-never = nunca
explain-superseded = [{ $id }] ya no se aplica a nada: «{ $by }» ha ocupado su lugar.
explain-sources = Fuentes: { $sources }
explain-conclusion = Esta es la { $seen } solicitud de su tipo en { $window_days ->
    [one] un día
   *[other] { $window_days } días
}; a partir de la { $nth }, las examina una persona. El número por sí solo no demuestra nada: habría que demostrar la intención.
explain-ordinary_no_rule = Ordinaria: no hay ninguna regla para este derecho y estos datos.
explain-ordinary_self_service = Ordinaria: la persona puede obtener estos datos por sí misma en cualquier momento.
explain-ordinary_few = Ordinaria: menos que el número de la regla.
explain-ordinary_spaced = Ordinaria: ha pasado tiempo suficiente desde la última respuesta completa.
explain-the_rule = La regla: { $rule }
explain-counted = { $case }, del { $day }, se contó.
explain-excluded = { $case } no se contó: { $reason }.
explain-not_other_right = se refería a otro derecho
explain-not_other_scope = se refería a otros datos
explain-not_outside_window = queda fuera del período que se examina
explain-not_unverified = nadie había confirmado quién la presentaba
explain-not_merged = se respondió junto con otra que estaba abierta
explain-not_withdrawn = se retiró
explain-not_unanswered = aún no tiene respuesta
explain-not_answered_late = se respondió tarde
explain-not_incomplete = su respuesta no fue completa
explain-not_unstated = su respuesta no decía todo lo que debe decirse además de los datos, como quién los recibe
explain-not_unidentifiable = no se pudo identificar a la persona
explain-not_disputed = la persona impugnó la respuesta
explain-not_past_finding = se denegó o se cobró por ella: una conclusión anterior no sirve de base para otra nueva
explain-not_self_service = la persona había obtenido los datos por sí misma
explain-not_before_change = los datos o las circunstancias han cambiado desde entonces
explain-reset_new_data = El { $day } los datos habían cambiado: lo que se pidió antes no se cuenta.
explain-reset_new_purpose = El { $day } había una nueva finalidad: lo que se pidió antes no se cuenta.
explain-reset_new_recipient = El { $day } había un nuevo destinatario: lo que se pidió antes no se cuenta.
explain-reset_breach = El { $day } hubo una violación de la seguridad de los datos: lo que se pidió antes no se cuenta.
explain-reset_terms_change = El { $day } cambiaron las condiciones: lo que se pidió antes no se cuenta.
explain-reset_objection_outcome = El { $day } se resolvió una oposición: lo que se pidió antes no se cuenta.
explain-reset_legal_proceedings = El { $day } se inició un procedimiento: lo que se pidió antes no se cuenta.
explain-fewer = Con { $fewer ->
    [one] una solicitud anterior
   *[other] { $fewer } solicitudes anteriores
} menos, habría sido ordinaria.
explain-hint = Indicación «{ $id }»: esta es la { $seen } en { $window_days ->
    [one] un día
   *[other] { $window_days } días
}. No cambia nada; corresponde a quien la examina averiguar si hay una causa legítima, sin preguntar a la persona.
explain-right_access = Una solicitud de acceso
explain-right_rectification = Una solicitud de rectificación de lo mismo
explain-right_erasure = Una solicitud de supresión de los mismos datos
explain-right_portability = Una solicitud de portabilidad de los mismos datos
explain-right_other_objection = Una oposición que se desestimó con motivos
explain-right_automated_decision_review = Una solicitud de revisión de la misma decisión
explain-class_static = datos que ya no cambian
explain-class_normal = datos que cambian de vez en cuando
explain-class_dynamic = datos que cambian a menudo

## The pages behind a link, and the component for a company's own pages

choices-heading = su elección
choices-objected = Su oposición está en vigor. Sus datos no se usan para esto.
choices-not_objected = No se ha opuesto.
choices-object = Oponerme
choices-take_back = Retirar mi oposición
choices-doubt = Alguien se opuso en su nombre sin iniciar sesión. La oposición ya está en vigor. ¿Fue usted?
choices-confirm = Sí, mantenerla
choices-disown = No, deshacerla
choices-promise = Es gratuito, no hay que dar motivos y no cambia nada más para usted.
choices-then = Si se opone: { $already_used }
choices-signal = Su navegador envía una señal de privacidad (GPC). Se ha aplicado aquí.
choices-answerable = { $controller } responde de este uso.
choices-lost_title = Este enlace no funciona
choices-lost = No está completo, o aquello a lo que se refería ya no existe. Cópielo entero o escriba a { $contact }

## The same where a use rests on consent

consents-objected = Ha retirado su consentimiento. Sus datos no se usan para esto.
consents-not_objected = Aquí no ha retirado su consentimiento.
consents-object = Retirar mi consentimiento
consents-take_back = Deshacer la retirada
consents-doubt = Alguien retiró su consentimiento en su nombre sin iniciar sesión. La retirada ya está en vigor. ¿Fue usted?
consents-then = Si retira su consentimiento: { $already_used }

## The archive that a person receives

packages-title = Sus datos en { $controller }
packages-reference = Referencia
packages-asked_for = Usted pidió
packages-right_access = acceso a sus datos (RGPD, art. 15)
packages-right_rectification = rectificación de sus datos (RGPD, art. 16)
packages-right_erasure = supresión de sus datos (RGPD, art. 17)
packages-right_restriction = limitación del tratamiento de sus datos (RGPD, art. 18)
packages-right_portability = sus datos en un formato que pueda llevarse a otro sitio (RGPD, art. 20)
packages-right_objection = oposición a un uso de sus datos (RGPD, art. 21)
packages-right_automated_decision_review = revisión de una decisión automatizada por una persona (RGPD, art. 22)
packages-right_consent_withdrawal = retirada de su consentimiento (RGPD, art. 7)
packages-right_other = otro asunto
packages-received = Solicitud recibida
packages-prepared = Archivo preparado
packages-holds = Contiene
packages-records = { $count ->
    [one] 1 registro
   *[other] { $shown } registros
}
packages-contents = Qué contiene
packages-objections = A qué se ha opuesto
packages-objection_since = { $purpose }, desde el
packages-nothing_here = Hemos buscado aquí y no hemos encontrado nada sobre usted.
packages-caption = { $title }: { $records }, también en
packages-no_value = sin valor
packages-told_title = Cómo se usan sus datos
packages-told_purposes = Para qué
packages-told_categories = Tipo de datos
packages-told_recipients = Quién los recibe
packages-told_retention = Durante cuánto tiempo
packages-told_source = De dónde proceden
packages-told_automated = Decisiones sin intervención humana
packages-told_transfers = A países fuera del Espacio Económico Europeo
packages-told_use = { $purpose } ({ $basis })
packages-told_basis = art. 6.1.{ $letter }) del RGPD
packages-told_you = De usted: nos los dio, o se generaron cuando utilizó nuestro servicio.
packages-told_nobody = Nadie
packages-told_nowhere = A ninguno: no se envían a esos países.
packages-told_transfer = { $country }; qué los protege allí: { $safeguard }
packages-told_no_decisions = Ninguna: con estos datos no se decide nada sobre usted sin intervención humana.
packages-told_logic = Cómo se decide: { $text }
packages-told_significance = Qué importancia tiene: { $text }
packages-told_consequences = Qué consecuencias tiene para usted: { $text }
packages-told_not_stated = No consta. Tiene derecho a esta información: pídala y le responderá una persona, gratuitamente.
packages-told_rights_title = Sus derechos
packages-told_rights = Puede hacer que se rectifiquen sus datos (RGPD, art. 16), que se supriman (art. 17) o que se limite lo que hacemos con ellos (art. 18), y puede oponerse a un uso de ellos (art. 21). Es gratuito.
packages-told_complaint = Puede presentar una reclamación ante una autoridad de control (RGPD, art. 77), en particular donde vive, donde trabaja o donde se cometió la infracción:
packages-told_only = Usted preguntó por el uso de sus datos y no por los datos mismos: estos no están en el archivo. Puede pedirlos en cualquier momento, gratuitamente.
packages-kept_title = Sus solicitudes anteriores
packages-kept_none = No tenemos ninguna solicitud anterior suya.
packages-restrictions = Qué podemos hacer con sus datos solo de forma limitada, mientras se pondera una oposición
packages-outcome_open = Aún sin respuesta.
packages-outcome_merged = Respondida junto con otra.
packages-outcome_withdrawn = Usted la retiró.
packages-outcome_fulfilled = Respondida.
packages-outcome_partial = Respondida en parte.
packages-outcome_declined = No se concedió; la carta decía por qué.
packages-outcome_refused = Sin respuesta, porque consideramos que era excesiva.
packages-outcome_fee_proposed = Se propuso un canon, porque consideramos que era excesiva.
packages-outcome_unidentifiable = Sin respuesta, porque no pudimos determinar qué datos son los suyos.
packages-flag_open = Se marcó con un aviso para ver si sus solicitudes se repiten de forma excesiva (RGPD, art. 12.5); nadie ha decidido nada todavía.
packages-flag_lapsed = Se marcó con un aviso para ver si sus solicitudes se repiten de forma excesiva (RGPD, art. 12.5); el aviso terminó por sí solo, y no es excesiva.
packages-flag_not_excessive = Se marcó con un aviso para ver si sus solicitudes se repiten de forma excesiva (RGPD, art. 12.5); la examinó una persona, y no es excesiva.
packages-flag_excessive = Se marcó con un aviso para ver si sus solicitudes se repiten de forma excesiva (RGPD, art. 12.5); dos personas decidieron que lo es.
packages-wrong_title = Si algo está mal o falta
packages-wrong = Indique { $reference } y díganoslo; se examinará de nuevo, gratuitamente. También puede presentar una reclamación ante una autoridad de control y acudir a los tribunales.
packages-note_period = Usted indicó un período. Este archivo contiene todo lo que hay en las categorías que mencionó, sea cual sea su fecha.
packages-note_not_searched = No hemos podido buscar sus datos en: { $systems }. No sabemos con qué nombre o identificador figura usted allí; una persona de nuestro equipo lo mirará, y puede escribirnos.
packages-note_away = Estos sistemas no respondieron y faltan aquí: { $systems }.
packages-note_not_text = En «{ $table }», algunos valores de { $columns } no son texto válido en nuestra base de datos; se entregan en base64, byte a byte.
packages-note_nothing = Hemos buscado en todos los sistemas que aquí se enumeran y no hemos encontrado ningún dato sobre usted.
packages-readme = Este archivo contiene los datos sobre usted. Nada de lo que hay en él se ejecuta ni carga nada de una red.
packages-readme_index = ábralo en un navegador: todo, para leer e imprimir
packages-readme_data = todo, para programas; su estructura se describe más abajo
packages-readme_csv =
    un fichero por tabla, para una hoja de cálculo: UTF-8, comas, primero los nombres de las columnas. Si = + - @
    inician un texto, o siguen en él a un punto y coma, una tabulación o un fin de línea, llevan delante un
    apóstrofo, y también lo lleva un texto que empieza por una tabulación o un fin de línea: así ninguna hoja de
    cálculo lo toma por una fórmula. data.json lo tiene todo tal cual
packages-readme_manifest = el SHA-256 y el tamaño de todos los demás ficheros: {"{"}"files": [{"{"}"file", "sha256", "size"{"}"}]{"}"}
packages-readme_format = data.json, formato 1. Pueden añadirse claves; una clave que ya existe conserva su significado.
packages-readme_reference = indíquela cuando nos escriba
packages-readme_right = qué se pidió, como "access" (acceso) o "portability" (portabilidad)
packages-readme_controller = quién responde
packages-readme_received_at = cuándo recibimos la solicitud (RFC 3339)
packages-readme_prepared_at = cuándo se creó este archivo (RFC 3339)
packages-readme_language = el idioma de las palabras que contiene, como "es"
packages-readme_information = cómo se usan los datos, antes de los datos (art. 15.1 y 15.2): {"{"}"asked", "datasets", "rights", "authorities"{"}"};
    null donde nuestro mapa de datos no lo indica
packages-readme_notes = observaciones para usted: una lista de textos
packages-readme_objections = las que están en vigor: una lista de {"{"}"purpose", "since"{"}"}
packages-readme_restrictions = finalidades para las que está limitado el uso de sus datos: una lista de textos
packages-readme_requests = sus solicitudes anteriores: una lista de {"{"}"reference", "right", "received_at", "outcome", "flag"{"}"}
packages-readme_systems = una lista de {"{"}"id", "title", "tables"{"}"}
packages-readme_tables = una lista de {"{"}"dataset", "title", "columns", "rows"{"}"}
packages-readme_columns = los nombres de las columnas
packages-readme_rows = una lista de filas; una fila es una lista con un valor por columna, null donde no lo hay
packages-readme_wrong = Si algo está mal o falta, díganoslo: puede impugnar la respuesta, gratuitamente.

## The portal

portal-own_name = Español
portal-skip = Ir al contenido
portal-site = { $controller }: sus derechos sobre sus datos
portal-languages = Idiomas
portal-free = Gratuito.
portal-contact = Protección de datos: { $contact }
portal-back = Volver al inicio
portal-error = Error:
portal-problem = Hay un problema
portal-say_no = Decir no a un uso de sus datos
portal-no_account = Es gratuito. No necesita cuenta ni motivo.
portal-object = Oponerme
portal-withdraw = Retirar el consentimiento
portal-other = Pedir otra cosa
portal-access = Obtener una copia de mis datos
portal-rectification = Rectificar mis datos
portal-erasure = Suprimir mis datos
portal-restriction = Limitar el uso de mis datos
portal-portability = Llevarme mis datos
portal-automated = Pedir que una persona revise una decisión
portal-consent = Retirar mi consentimiento
portal-unsure = Otra cosa, o no lo sé con certeza
portal-access_means = Qué tenemos sobre usted, de dónde procede, para qué se usa y quién lo recibe.
portal-rectification_means = Algo que tenemos sobre usted es incorrecto o está incompleto.
portal-erasure_means = Lo que no hay que conservar se suprime. Lo que la ley nos obliga a conservar se queda, y le decimos qué es y hasta cuándo.
portal-restriction_means = Conservamos sus datos pero dejamos de usarlos, por ejemplo mientras usted impugna su exactitud.
portal-portability_means = Lo que usted nos dio, en un formato que puede leer una máquina.
portal-automated_means = Una máquina por sí sola decidió algo importante para usted.
portal-consent_means = Todos los consentimientos que nos dio, desde ahora. La retirada entra en vigor de inmediato.
portal-unsure_means = Dígalo con sus propias palabras. Lo lee una persona.
portal-due_today = Una solicitud enviada hoy recibe respuesta a más tardar el { $due }.
portal-due_how = Cómo se calcula esta fecha
portal-ways = Otras vías
portal-ways_write = Escriba a { $contact } o envíenos una carta por correo postal. Vale lo mismo, desde el día en que nos llega.
portal-object_this = Dejar de usar mis datos para esto
portal-withdraw_this = Retirar mi consentimiento para esto
portal-address = Su dirección de correo electrónico
portal-address_why = La que utiliza con nosotros. Con ella le encontramos y respetamos su elección, y no la usamos para nada más.
portal-address_find = La que utiliza con nosotros. Con ella encontramos sus datos, y a ella respondemos. No pedimos ningún documento de identidad.
portal-address_wrong = Escriba una dirección de correo electrónico como nombre@example.org
portal-situation = Algo sobre su situación (opcional)
portal-situation_why = No tiene que dar motivos. Si queremos continuar con este uso, lo ponderamos frente a lo que escriba aquí.
portal-already = Qué pasa con los datos ya usados
portal-recorded = Registrado y en vigor desde ahora
portal-recorded_now = Desde ahora sus datos no se usan para esto. Está en vigor aunque nadie haya confirmado todavía su dirección.
portal-reference = Su referencia:
portal-recorded_keep = Guárdela: con ella puede preguntarnos cómo ha quedado.
portal-recorded_weighed = Lo examina una persona de nuestro equipo. Si queremos continuar con este uso, primero le diremos por qué, y tendrá tiempo para impugnarlo.
portal-recorded_address = Usamos su dirección solo para esto: para respetar su elección y poder demostrar que lo hicimos.
portal-undo = Deshacer
portal-undone_title = Deshecho
portal-undone = Lo que se introdujo aquí queda deshecho. Lo que estaba en vigor antes sigue en vigor.
portal-others = Otros usos de sus datos
portal-ask = ¿Qué quiere pedir?
portal-choose = Elegir
portal-own_words = Con sus propias palabras (opcional)
portal-own_words_why = Qué exactamente, desde cuándo o cualquier cosa que ayude a encontrarlo.
portal-go_on = Continuar
portal-check = Compruebe sus respuestas
portal-check_right = Usted pide
portal-check_words = Con sus propias palabras
portal-check_no_words = Nada más
portal-check_from = Se envía desde
portal-check_who = Se envía a
portal-check_due = Respuesta a más tardar el
portal-send = Enviar mi solicitud
portal-change = Modificar
portal-sent = Su solicitud se ha enviado
portal-sent_due = Tendrá nuestra respuesta a más tardar el { $due }.
portal-next = Qué pasa ahora
portal-next_confirm = Le estamos enviando un correo electrónico. Siga con él su solicitud y diga que es suya; entonces empezamos a trabajar. Si no le llega ninguno, una persona de nuestro equipo se asegurará de que es suya por el medio más sencillo. También puede escribir a { $contact } con su referencia.
portal-next_free = Es gratuito, sea cual sea la respuesta.
portal-fault = No ha funcionado
portal-fault_unread = Algo de lo enviado no se puede leer. No se ha cambiado nada. Vuelva atrás e inténtelo de nuevo, o escriba a { $contact }
portal-fault_large = Lo que ha enviado es demasiado grande. No se ha cambiado nada. Envíe menos de una vez, o escriba a { $contact }
portal-fault_busy = No podemos recibirlo en este momento. No se ha cambiado nada. Inténtelo de nuevo dentro de unos minutos.
portal-fault_ours = El error es nuestro y no de usted. Si escribe a { $contact } por esto, indique: { $incident }
portal-nothing = Aquí no hay nada
portal-nothing_why = La dirección no está completa, o aquello a lo que llevaba ya ha terminado. Empiece de nuevo o escriba a { $contact }.
portal-full = No hemos podido recibirlo en este momento
portal-full_why = No se ha guardado nada y no se pierde ningún día: lo que vuelva a enviar desde esta página cuenta desde hoy.
portal-send_again = Enviar de nuevo
portal-how = Cómo oponerse
portal-how_choose = Elija el uso que no quiere. No necesita cuenta ni motivo.
portal-how_then = Escriba su dirección de correo electrónico y pulse el botón. Entra en vigor de inmediato, es gratuito y puede retirar su oposición con la misma facilidad.
portal-how_other = También puede escribir a { $contact } o enviarnos una carta por correo postal; vale lo mismo.
portal-thresholds = Cómo examinamos las solicitudes repetidas
portal-thresholds_why = Una persona de nuestro equipo puede examinar las solicitudes que se repiten. Eso nunca retrasa una solicitud, nunca cuesta nada por sí mismo y nunca deniega nada por sí mismo.
portal-privacy = Qué pasa con lo que envía aquí
portal-privacy_who = { $controller } es responsable de estas páginas. Las preguntas se dirigen a { $contact }.
portal-privacy_what = Mientras no envíe nada, no se guarda nada sobre usted ni se instala ninguna cookie. Lo que envía (su dirección o su cuenta, sus palabras, el día) se guarda cifrado, para que podamos responderle y demostrar que lo hicimos. No necesitamos nada más de usted.
portal-privacy_who_gets = Lo leen las personas de nuestro equipo que le responden y los sistemas en los que buscamos sus datos. No se usa para nada más, y da igual qué suscripción tenga o que no tenga ninguna.
portal-privacy_rights = Tiene sobre ello los mismos derechos que sobre sus demás datos: pida aquí una copia, una rectificación o la supresión, gratuitamente. Puede presentar una reclamación ante una autoridad de control.
portal-retention = Cuánto tiempo conservamos lo que envía
portal-retention_requests = Sus solicitudes, nuestras cartas y los mensajes se conservan mientras pueda ser necesario demostrar que le respondimos. Si quiere que se supriman antes, escriba a { $contact }; lo que quede entonces no dice a nadie quién era usted.
portal-retention_archive = El archivo de sus datos puede descargarse durante { $days ->
    [one] un día
   *[other] { $days } días
}; después se suprime.
portal-retention_choices = Su «no» a un uso se conserva mientras siga en vigor: sin él, nadie podría respetarlo. Se guarda como un número que solo podemos comparar nosotros y los sistemas que lo respetan.
portal-retention_session = Un enlace para iniciar sesión sirve durante quince minutos. Su sesión se cierra tras media hora sin uso.
portal-accessibility = Accesibilidad
portal-accessibility_what = Estas páginas están hechas para cumplir las WCAG 2.2, nivel AA: funcionan con el teclado, con un lector de pantalla, ampliadas, sin colores, sin scripts e impresas.
portal-accessibility_how = Comprobamos cada página de forma automática con cada cambio, y la miramos. Ningún organismo externo las ha examinado.
portal-accessibility_help = Si algo no le funciona, escriba a { $contact }, o envíe su solicitud por correo electrónico o por correo postal: vale lo mismo.
portal-complaint = Reclamar ante una autoridad de control
portal-complaint_where = Puede presentar una reclamación donde vive, donde trabaja o donde crea que se infringió la ley. Es gratuito, y no hace falta que nos haya preguntado antes.
portal-complaint_free = La primera es la del lugar donde estamos establecidos. También puede acudir a los tribunales.

## What a page says with an article of the law

cited-basis = Basamos este uso en el artículo 6.1.{ $letter }) del RGPD.
cited-basis_otherwise = Basamos este uso en: { $basis }.
cited-privacy_why = La ley nos obliga a responderle y a poder demostrarlo (RGPD, art. 6.1.c), en relación con los arts. 5.2, 12 y 15 a 22).

## A person's own pages

own-follow = Seguir una solicitud
own-sign_in = Ver sus solicitudes
own-sign_in_why = Escriba la dirección que utilizó. Le enviaremos allí un enlace y un código, que muestran que es suya. No necesita contraseña.
own-sign_in_send = Enviarme un enlace
own-with_account = O inicie sesión con su cuenta
own-at_issuer = Iniciar sesión en { $name }
own-not_in = No ha iniciado sesión
own-not_in_why = No se pudo iniciar sesión con su cuenta. No se ha cambiado nada. Inténtelo de nuevo o pida que le enviemos un enlace a su dirección.
own-asked = Consulte su correo
own-asked_why = Estamos enviando un correo a la dirección que escribió. Abra su enlace en este navegador o escriba aquí su código. Ambos sirven durante quince minutos.
own-code = Código del correo
own-code_hint = Ocho letras y cifras
own-code_wrong = Escriba las ocho letras y cifras del correo más reciente
own-enter = Iniciar sesión
own-enter_why = Un clic, y verá sus solicitudes y sus elecciones.
own-enter_code = Este no es el navegador en el que se pidió el enlace. Para que nadie más lo utilice, escriba el código que aparece junto al enlace.
own-over = Este enlace ya no sirve
own-over_why = Un enlace sirve una sola vez y durante poco tiempo. Sus solicitudes no se ven afectadas.
own-again = Enviarme un nuevo enlace
own-ended = Inicie sesión de nuevo
own-ended_why = Su sesión se cerró, o esta página es demasiado antigua para enviarla. No se ha cambiado nada.
own-sign_out = Cerrar sesión
own-requests = Sus solicitudes
own-requests_none = No se ha enviado nada con esta dirección o cuenta.
own-more = Más antiguas
own-open_it = Abrir
own-sent_on = Recibida el { $day }
own-due_on = Respondemos a más tardar el { $day }.
own-is_received = La tenemos y estamos trabajando en ella. No tiene que hacer nada.
own-is_unconfirmed = La tenemos. Diga que es suya y empezamos a trabajar.
own-is_identity = Le hemos pedido algo que muestre quién es. La carta de abajo dice qué es suficiente.
own-is_merged = Ya pidió lo mismo en la solicitud { $reference }, que sigue abierta. Las dos se responden juntas.
own-is_withdrawn = Usted la retiró. Puede volver a pedirlo en cualquier momento, gratuitamente.
own-is_fulfilled = Está respondida.
own-is_partial = Está respondida en parte. La carta de abajo dice qué falta, por qué y qué puede hacer.
own-is_declined = No accedemos a lo que pidió. La carta de abajo dice por qué y qué puede hacer.
own-is_unidentifiable = No hemos podido determinar qué datos son los suyos. La carta de abajo dice qué ayudaría.
own-is_fee = Proponemos un canon de { $amount }. La carta de abajo dice por qué. Si no hace nada, no se le cobra nada y esta solicitud queda sin respuesta.
own-is_overdue = La fecha ha pasado sin respuesta. Es un error nuestro. Ya puede presentar una reclamación ante una autoridad de control.
own-was_this_you = ¿La envió usted?
own-was_this_you_why = Cualquiera puede escribir una dirección. Ha mostrado que esta es suya, así que solo usted puede decirlo.
own-confirm = Sí, es mía
own-disown = No, no es mía
own-steps = Qué ha pasado
own-step_received = Recibida
own-step_work = En curso
own-step_extended = Plazo prorrogado; la carta dice por qué
own-step_answered = Respondida
own-step_due = Fecha límite de la respuesta
own-words = Qué escribió usted
own-parts = Qué se ha hecho
own-part_where = Dónde
own-part_done = Hecho
own-part_rows = Registros
own-done_collected = copiados para usted
own-done_erased = suprimidos
own-done_overwritten = anonimizados
own-done_kept = conservados
own-done_restricted = marcados como limitados
own-done_restriction_lifted = marca de limitación retirada
own-done_not_searched = aún sin buscar
own-done_nothing = se buscó y no hay nada sobre usted
own-files = Para descargar
own-package = Sus datos, en un archivo
own-receipt = Acuse de recibo, en un fichero para programas
own-calendar = Fecha para su calendario
own-letters = Cartas
own-letter_of = { $kind }, { $day }
own-letter_review = Una persona examina sus solicitudes
own-letter_fee = Se propone un canon
own-letter_refused = Sin respuesta, y por qué
own-letter_narrow = Cómo pedir menos
own-letter_objection = Cómo se ponderó su oposición
own-letter_partial = Qué falta, y por qué
own-letter_extended = Necesita más tiempo
own-letter_identity = Cómo confirmar que es usted
own-letter_clarification = ¿Qué busca?
own-letter_restricted = La limitación está en vigor
own-letter_restriction_ends = La limitación termina
own-letter_receipt = Hemos recibido su solicitud
own-letter_completed = Lo que se ha hecho
own-messages = Mensajes
own-from_you = Usted
own-from_us = Nuestro equipo
own-from_nobody = Mensaje
own-write = Escribirnos sobre esta solicitud
own-write_why = Añada algo, corrija algo o pregunte. Llega a las personas que se ocupan de su solicitud.
own-write_send = Enviar
own-write_empty = Escriba algo primero
own-contest = Pedir que se revise
own-contest_why = No tiene que decir por qué. Una persona revisa la respuesta, gratuitamente. Aun así, puede presentar una reclamación y acudir a los tribunales.
own-contest_words = Qué está mal (opcional)
own-withdraw = Retirar la solicitud
own-withdraw_why = Entonces dejaremos de trabajar en ella. Puede volver a pedirlo en cualquier momento, gratuitamente.
own-review = Sus observaciones sobre el examen
own-review_why = No se ha decidido nada. Esto es lo que se ha contado. Puede presentar observaciones y decir qué no debería contarse. No tiene que explicar por qué presentó las solicitudes.
own-review_counted = Contadas: marque las que no deberían contarse
own-review_left_out = No contadas
own-review_words = Sus observaciones
own-fee = Su elección sobre el canon
own-fee_accept = Aceptar el canon
own-fee_less = Pedir menos, gratuitamente
own-done = Hecho.
own-choices = Sus elecciones
own-choices_why = Aquí ve para qué no pueden usarse sus datos, porque usted lo ha dicho. Cada elección entra en vigor de inmediato.
own-choice_since = Ha dicho que no, desde el { $day }.
own-choice_none = No ha dicho que no.
own-choice_doubt = Alguien lo indicó con su dirección. Está en vigor hasta que diga que no fue usted.
own-choice_restricted = Mientras se pondera su oposición, sus datos no se usan para esto.
own-object = Detener este uso
own-take_back = Volver a permitirlo
own-known_as = Ha iniciado sesión: respondemos a su cuenta o dirección y no necesitamos nada más.
own-recorded = Desde ahora sus datos no se usan para esto.
own-account = Su cuenta con nosotros
own-your_own = Sus páginas

## Mails

mails-receipt_subject = Hemos recibido su solicitud
mails-receipt = Hemos recibido su solicitud { $reference }. Tendrá nuestra respuesta a más tardar el { $due }. Es gratuito.
mails-follow = Puede seguirla aquí:
mails-follow_it = Su solicitud tiene la referencia { $reference }. Puede seguirla aquí:
mails-stopped_subject = Hemos detenido lo que nos pidió
mails-stopped = Hemos registrado lo que nos pidió detener, y está en vigor desde ese momento. Es gratuito.
mails-stopped_by_you = Ya está en vigor, aunque nadie haya mostrado que lo pidió usted. Confírmelo aquí o deshágalo:
mails-sign_in_subject = Su enlace para iniciar sesión
mails-way_in = Con este enlace entra en sus solicitudes y sus elecciones. Funciona una sola vez, durante quince minutos:
mails-code = En la página donde pidió el enlace, puede escribir este código en su lugar. En otro navegador necesita los dos:
mails-not_you = Si no lo pidió, no tiene que hacer nada: nadie inicia sesión en su nombre sin este mensaje.
mails-letter_subject = Hay una carta para usted
mails-letter = Hay una carta sobre su solicitud { $reference } lista para que la lea:
mails-answer_subject = Su respuesta está lista
mails-answer = La respuesta a su solicitud { $reference } está lista para usted:
mails-foot = En nombre de { $controller }, una máquina ha escrito este mensaje. Lo que usted escriba a { $contact } lo lee una persona.
