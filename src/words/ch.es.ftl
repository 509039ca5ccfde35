# Lo que un responsable suizo dice de otro modo: la Ley Federal suiza de Protección de Datos (LPD suiza) y su ordenanza.
# Cada mensaje ocupa el lugar del mensaje de es.ftl.

letters-review = Una persona de nuestro equipo está examinando si sus solicitudes se repiten de un modo que la ley califica de querulante (artículo 26.1.c) de la Ley Federal suiza de Protección de Datos). No se ha decidido nada. Seguimos tramitando su solicitud y la fecha límite de nuestra respuesta no cambia.
letters-fee = Consideramos que esta solicitud exige un esfuerzo desproporcionado (artículo 19 de la Ordenanza suiza de Protección de Datos) y proponemos responderla a cambio de una participación de { $amount } en los costes.
letters-refused = No damos curso a esta solicitud porque consideramos que es manifiestamente infundada o querulante (artículo 26.1.c) de la Ley Federal suiza de Protección de Datos).
letters-in_part = Respondemos a su solicitud, salvo en esta parte, que consideramos manifiestamente infundada o querulante (artículo 26.1.c) de la Ley Federal suiza de Protección de Datos):
letters-authority = También puede presentar una reclamación ante una autoridad de control, en particular donde vive, donde trabaja o donde se cometió la infracción:
letters-court = También puede acudir a los tribunales del Estado en el que estamos establecidos o de aquel en el que usted vive.
letters-lifting = { $purpose }
    Usted se opuso a este uso de sus datos y lo detuvimos. Hemos ponderado su oposición y consideramos que nuestros intereses prevalecen (artículos 30.2.b) y 31 de la Ley Federal suiza de Protección de Datos):
letters-lifting_research = { $purpose }
    Usted se opuso a este uso de sus datos y lo detuvimos. Lo hemos examinado y consideramos que el uso es necesario para cumplir una misión de interés público (artículo 31.1 de la Ley Federal suiza de Protección de Datos):
letters-days = La limitación de este uso se levantará, como muy pronto, { $days ->
    [one] un día
   *[other] { $days } días
} después de que usted reciba esta carta. Si lo impugna antes, la limitación se mantiene hasta que lo hayamos examinado de nuevo.
letters-unidentifiable = No hemos podido determinar cuáles de nuestros datos son los suyos (artículo 16.5 de la Ordenanza suiza de Protección de Datos). Dónde hemos buscado y qué ayudaría:
letters-extended = Tardaremos más en responder: tendrá nuestra respuesta a más tardar el { $day } (artículo 18.2 de la Ordenanza suiza de Protección de Datos).
letters-referred = Una persona de nuestro equipo está examinando si esta solicitud se ha presentado con un fin distinto de aquel para el que la ley la prevé (artículo 26.1.c) de la Ley Federal suiza de Protección de Datos). Lo ha pedido otra persona del equipo; el número de sus solicitudes no influye. No se ha decidido nada. Seguimos tramitando su solicitud y la fecha límite de nuestra respuesta no cambia. Esto es lo que se alega frente a la solicitud:
letters-identity = Antes de responder debemos saber que es usted quien presenta la solicitud (artículo 16.5 de la Ordenanza suiza de Protección de Datos). Por qué tenemos dudas:
letters-restriction_applied = El tratamiento de sus datos queda limitado desde ahora (artículo 32.2.a) de la Ley Federal suiza de Protección de Datos). Los conservamos y no los usamos para:
letters-restriction_except = Mientras dure la limitación, solo se usarán con su consentimiento, para formular, ejercer o defender reclamaciones, para proteger los derechos de otra persona o por razones de interés público importante. Le avisaremos antes de que termine.
letters-restriction_ends = La limitación que usted pidió termina. Después, sus datos volverán a usarse para:
letters-recipients = Estos destinatarios habían recibido los datos. Les comunicamos lo que se ha hecho, salvo que sea imposible o exija un esfuerzo desproporcionado:
letters-ground_rights_of_others = una copia perjudicaría intereses preponderantes de otras personas (artículo 26.1.b) de la LPD suiza).
letters-ground_accuracy_not_shown = no hemos encontrado nada que muestre una inexactitud (artículo 32.1 de la LPD suiza).
letters-ground_no_case_for_erasure = no se da ninguno de los casos en los que los datos deben suprimirse (artículos 30 y 32.2.c) de la LPD suiza).
letters-ground_expression = la libertad de expresión e información (artículo 31.2.d) de la LPD suiza).
letters-ground_legal_obligation = la ley nos obliga a conservarlo (artículo 31.1 de la LPD suiza).
letters-ground_public_health = la salud pública (artículo 31.1 de la LPD suiza).
letters-ground_research = fines de investigación, de planificación o estadísticos (artículo 31.2.e) de la LPD suiza).
letters-ground_legal_claims = es necesario para formular, ejercer o defender reclamaciones (artículo 31.1 de la LPD suiza).
letters-ground_no_case_for_restriction = no se da ninguno de los casos de limitación (artículo 32.2.a) de la LPD suiza).
letters-ground_not_provided = estos datos no nos los comunicó usted (artículo 28.1 de la LPD suiza).
letters-ground_not_by_consent_or_contract = no usamos estos datos por un consentimiento ni por un contrato (artículo 28.1.b) de la LPD suiza).
letters-ground_rights_of_others_too = entregarlos perjudicaría intereses preponderantes de otras personas (artículo 29.1 de la LPD suiza).
letters-ground_no_such_decision = no hubo ninguna decisión tomada únicamente por una máquina, o la ley la permite (artículo 21 de la LPD suiza).
letters-ground_unidentifiable = no podemos determinar qué datos son los suyos (artículo 16.5 de la Ordenanza suiza de Protección de Datos).
packages-right_access = acceso a sus datos (art. 25 de la LPD suiza)
packages-right_rectification = rectificación de sus datos (art. 32.1 de la LPD suiza)
packages-right_erasure = supresión de sus datos (art. 32.2.c) de la LPD suiza)
packages-right_restriction = limitación del tratamiento de sus datos (art. 32.2.a) de la LPD suiza)
packages-right_portability = sus datos en un formato que pueda llevarse a otro sitio (art. 28 de la LPD suiza)
packages-right_objection = oposición a un uso de sus datos (art. 30.2.b) de la LPD suiza)
packages-right_automated_decision_review = revisión de una decisión automatizada por una persona (art. 21.2 de la LPD suiza)
packages-right_consent_withdrawal = retirada de su consentimiento (art. 30.2.b) de la LPD suiza)
packages-told_basis = { $letter ->
    [a] su consentimiento (art. 31.1 de la LPD suiza)
    [b] un contrato con usted (art. 31.2.a) de la LPD suiza)
    [c] una obligación legal (art. 31.1 de la LPD suiza)
   *[other] un interés preponderante (art. 31.1 de la LPD suiza)
}
packages-told_rights = Puede hacer que se rectifiquen sus datos (art. 32.1 de la LPD suiza), que se supriman o que se prohíba lo que hacemos con ellos (art. 32.2), y puede oponerse a un uso de ellos (art. 30.2.b)). Es gratuito.
packages-told_complaint = Puede dirigirse al Comisionado Federal de Protección de Datos y Transparencia (art. 49 de la Ley Federal suiza de Protección de Datos) y, si vive o trabaja en otro lugar, a la autoridad de ese lugar:
packages-flag_open = Se marcó con un aviso para ver si sus solicitudes son querulantes (art. 26.1.c) de la LPD suiza); nadie ha decidido nada todavía.
packages-flag_lapsed = Se marcó con un aviso para ver si sus solicitudes son querulantes (art. 26.1.c) de la LPD suiza); el aviso terminó por sí solo, y esta no lo es.
packages-flag_not_excessive = Se marcó con un aviso para ver si sus solicitudes son querulantes (art. 26.1.c) de la LPD suiza); la examinó una persona, y no lo es.
packages-flag_excessive = Se marcó con un aviso para ver si sus solicitudes son querulantes (art. 26.1.c) de la LPD suiza); dos personas decidieron que lo es.
cited-basis = { $letter ->
    [a] Basamos este uso en su consentimiento (artículo 31.1 de la LPD suiza).
    [b] Basamos este uso en un contrato con usted (artículo 31.2.a) de la LPD suiza).
    [c] Basamos este uso en una obligación legal (artículo 31.1 de la LPD suiza).
   *[other] Basamos este uso en un interés preponderante (artículo 31.1 de la LPD suiza).
}
cited-privacy_why = La ley nos obliga a responderle, y debemos poder demostrar que lo hemos hecho (arts. 21, 25 a 29 y 32 de la LPD suiza).
