# O que um responsável suíço diz de outro modo: a Lei Federal suíça de Proteção de Dados (LPD suíça) e a respetiva portaria.
# Cada mensagem toma o lugar da mensagem de pt.ftl.

letters-review = Uma pessoa da nossa equipa está a verificar se os seus pedidos se repetem de uma forma que a lei considera querulante (artigo 26.º, n.º 1, alínea c), da Lei Federal suíça de Proteção de Dados, LPD). Nada foi decidido. Continuamos a trabalhar no seu pedido, e a data até à qual respondemos não muda.
letters-fee = Consideramos que este pedido exige um esforço desproporcionado (artigo 19.º da Portaria suíça de Proteção de Dados) e propomos responder-lhe mediante uma comparticipação de { $amount } nos custos.
letters-refused = Não damos seguimento a este pedido, porque o consideramos manifestamente infundado ou querulante (artigo 26.º, n.º 1, alínea c), da Lei Federal suíça de Proteção de Dados, LPD).
letters-in_part = Respondemos ao seu pedido, exceto a esta parte, que consideramos manifestamente infundada ou querulante (artigo 26.º, n.º 1, alínea c), da Lei Federal suíça de Proteção de Dados, LPD):
letters-authority = Pode também apresentar uma reclamação a uma autoridade de controlo, em especial onde reside, onde trabalha ou onde ocorreu a infração:
letters-court = Pode também intentar uma ação judicial onde estamos estabelecidos ou onde reside.
letters-lifting = { $purpose }
    Opôs-se a esta utilização dos seus dados e nós suspendemo-la. Ponderámos a sua oposição e entendemos que os nossos interesses prevalecem (artigo 30.º, n.º 2, alínea b), e artigo 31.º da Lei Federal suíça de Proteção de Dados, LPD):
letters-lifting_research = { $purpose }
    Opôs-se a esta utilização dos seus dados e nós suspendemo-la. Analisámos a sua oposição e entendemos que a utilização é necessária para uma missão de interesse público (artigo 31.º, n.º 1, da Lei Federal suíça de Proteção de Dados, LPD):
letters-days = A limitação do tratamento não é levantada antes { $days ->
    [0] da receção
    [one] de passar um dia sobre a receção
   *[other] de passarem { $days } dias sobre a receção
} desta carta. Se até lá contestar o levantamento, a limitação mantém-se até voltarmos a analisar o caso.
letters-unidentifiable = Não conseguimos determinar quais dos nossos dados são seus (artigo 16.º, n.º 5, da Portaria suíça de Proteção de Dados). O que pesquisámos, e o que ajudaria:
letters-extended = A nossa resposta demora mais tempo: chega até { $day } (artigo 18.º, n.º 2, da Portaria suíça de Proteção de Dados).
letters-referred = Uma pessoa da nossa equipa está a verificar se este pedido foi feito com uma finalidade diferente daquela para a qual a lei o prevê (artigo 26.º, n.º 1, alínea c), da Lei Federal suíça de Proteção de Dados, LPD). Foi alguém da equipa que o solicitou; o número de vezes que fez pedidos não tem qualquer influência. Nada foi decidido. Continuamos a trabalhar no seu pedido, e a data até à qual respondemos não muda. Contra o pedido é invocado o seguinte:
letters-identity = Antes de responder, temos de saber que o pedido vem mesmo de si (artigo 16.º, n.º 5, da Portaria suíça de Proteção de Dados). Porque temos dúvidas:
letters-restriction_applied = A partir de agora, o tratamento dos seus dados está limitado (artigo 32.º, n.º 2, alínea a), da Lei Federal suíça de Proteção de Dados, LPD). Conservamos os dados e não os utilizamos para:
letters-restriction_except = Enquanto a limitação durar, os seus dados só são utilizados com o seu consentimento, para efeitos de declaração, exercício ou defesa de um direito num processo judicial, para proteger os direitos de outra pessoa ou por motivos ponderosos de interesse público. Terá notícias nossas antes de ela terminar.
letters-restriction_ends = A limitação que pediu termina. Os seus dados voltam então a ser utilizados para:
letters-recipients = Estes destinatários tinham recebido os dados. Comunicamos-lhes o que foi feito, salvo se for impossível ou exigir um esforço desproporcionado:
letters-ground_rights_of_others = uma cópia prejudicaria interesses preponderantes de outras pessoas (artigo 26.º, n.º 1, alínea b), da LPD suíça).
letters-ground_accuracy_not_shown = não encontrámos nada que mostre que estes dados são inexatos (artigo 32.º, n.º 1, da LPD suíça).
letters-ground_no_case_for_erasure = não se verifica nenhum dos casos em que os dados têm de ser apagados (artigo 30.º e artigo 32.º, n.º 2, alínea c), da LPD suíça).
letters-ground_expression = a liberdade de expressão e de informação (artigo 31.º, n.º 2, alínea d), da LPD suíça).
letters-ground_legal_obligation = a lei obriga-nos a conservar estes dados (artigo 31.º, n.º 1, da LPD suíça).
letters-ground_public_health = a saúde pública (artigo 31.º, n.º 1, da LPD suíça).
letters-ground_research = fins de investigação, planeamento ou estatística (artigo 31.º, n.º 2, alínea e), da LPD suíça).
letters-ground_legal_claims = estes dados são necessários para a declaração, o exercício ou a defesa de um direito num processo judicial (artigo 31.º, n.º 1, da LPD suíça).
letters-ground_no_case_for_restriction = não se verifica nenhum dos casos de limitação do tratamento (artigo 32.º, n.º 2, alínea a), da LPD suíça).
letters-ground_not_provided = estes dados não nos foram comunicados por si (artigo 28.º, n.º 1, da LPD suíça).
letters-ground_not_by_consent_or_contract = a utilização destes dados não se baseia no consentimento nem num contrato (artigo 28.º, n.º 1, alínea b), da LPD suíça).
letters-ground_rights_of_others_too = a entrega destes dados prejudicaria interesses preponderantes de outras pessoas (artigo 29.º, n.º 1, da LPD suíça).
letters-ground_no_such_decision = não houve nenhuma decisão tomada apenas por uma máquina, ou a lei permite-a (artigo 21.º da LPD suíça).
letters-ground_unidentifiable = não conseguimos determinar quais são os seus dados (artigo 16.º, n.º 5, da Portaria suíça de Proteção de Dados).
packages-right_access = acesso aos seus dados (artigo 25.º da LPD suíça)
packages-right_rectification = retificação dos seus dados (artigo 32.º, n.º 1, da LPD suíça)
packages-right_erasure = apagamento dos seus dados (artigo 32.º, n.º 2, alínea c), da LPD suíça)
packages-right_restriction = limitação do tratamento dos seus dados (artigo 32.º, n.º 2, alínea a), da LPD suíça)
packages-right_portability = os seus dados num formato que pode levar para outro lado (artigo 28.º da LPD suíça)
packages-right_objection = oposição a uma utilização dos seus dados (artigo 30.º, n.º 2, alínea b), da LPD suíça)
packages-right_automated_decision_review = análise de uma decisão automatizada por uma pessoa (artigo 21.º, n.º 2, da LPD suíça)
packages-right_consent_withdrawal = retirada do seu consentimento (artigo 30.º, n.º 2, alínea b), da LPD suíça)
packages-told_basis = { $letter ->
    [a] o seu consentimento (artigo 31.º, n.º 1, da LPD suíça)
    [b] um contrato consigo (artigo 31.º, n.º 2, alínea a), da LPD suíça)
    [c] uma obrigação legal (artigo 31.º, n.º 1, da LPD suíça)
   *[other] um interesse preponderante (artigo 31.º, n.º 1, da LPD suíça)
}
packages-told_rights = Pode obter a retificação dos seus dados (artigo 32.º, n.º 1, da LPD suíça), o seu apagamento ou a proibição do que fazemos com eles (artigo 32.º, n.º 2), e opor-se a uma utilização (artigo 30.º, n.º 2, alínea b)). É gratuito.
packages-told_complaint = Pode dirigir-se ao Comissário Federal para a Proteção de Dados e a Transparência (artigo 49.º da LPD suíça) e, se reside ou trabalha noutro lugar, à autoridade desse lugar:
packages-flag_open = Foi sinalizado, para verificar se os seus pedidos são querulantes (artigo 26.º, n.º 1, alínea c), da LPD suíça); ainda ninguém decidiu.
packages-flag_lapsed = Foi sinalizado, para verificar se os seus pedidos são querulantes (artigo 26.º, n.º 1, alínea c), da LPD suíça); a sinalização terminou automaticamente, e o pedido não o é.
packages-flag_not_excessive = Foi sinalizado, para verificar se os seus pedidos são querulantes (artigo 26.º, n.º 1, alínea c), da LPD suíça); uma pessoa fez a verificação, e o pedido não o é.
packages-flag_excessive = Foi sinalizado, para verificar se os seus pedidos são querulantes (artigo 26.º, n.º 1, alínea c), da LPD suíça); duas pessoas decidiram que o pedido o é.
cited-basis = { $letter ->
    [a] Baseamos esta utilização no seu consentimento (artigo 31.º, n.º 1, da LPD suíça).
    [b] Baseamos esta utilização num contrato consigo (artigo 31.º, n.º 2, alínea a), da LPD suíça).
    [c] Baseamos esta utilização numa obrigação legal (artigo 31.º, n.º 1, da LPD suíça).
   *[other] Baseamos esta utilização num interesse preponderante (artigo 31.º, n.º 1, da LPD suíça).
}
cited-privacy_why = A lei obriga-nos a responder-lhe, e temos de poder provar que o fizemos (artigos 21.º, 25.º a 29.º e 32.º da LPD suíça).
