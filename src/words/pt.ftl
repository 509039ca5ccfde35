# Português (de Portugal). Uma palavra para cada coisa: pedido, sinalização (nunca suspeita), opor-se (artigo 21.º), retirar (um pedido, um consentimento). Sem «você» e sem género de quem lê.

## How days, times, numbers and money are written

local-day = { $day } de { $month } de { $year }
local-weekday_and_day = { $day } de { $month } de { $year } ({ $weekday })
local-moment = { $day }, { $hour }:{ $minute } ({ $zone })
local-month = { $n ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
}
local-weekday = { $n ->
    [1] segunda-feira
    [2] terça-feira
    [3] quarta-feira
    [4] quinta-feira
    [5] sexta-feira
    [6] sábado
   *[7] domingo
}
local-thousands = {"\u00A0"}
local-decimals = ,
local-money = { $currency ->
    [EUR] { $amount }{"\u00A0"}€
   *[other] { $amount }{"\u00A0"}{ $currency }
}
local-ordinal = { $n }.º

## Letters

letters-about = O seu pedido { $reference }, recebido em { $received }
letters-date = { $day }
letters-to_account = À pessoa titular da conta a partir da qual o pedido foi feito
letters-other_language = Escreveu-nos numa língua em que não temos cartas. Esta está em português; se quiser que a expliquemos, peça-nos.
letters-greeting = Bom dia,
letters-closing = Com os melhores cumprimentos,
letters-task_necessity = Porque é que estas atribuições exigem os seus dados: { $text }
letters-free = O seu pedido é gratuito.
letters-questions = Perguntas, aditamentos, correções: o nosso encarregado da proteção de dados, { $contact }. Indique, por favor, a referência { $reference }.
letters-review = Uma pessoa da nossa equipa está a verificar se os seus pedidos se repetem de uma forma que a lei considera excessiva (artigo 12.º, n.º 5, do RGPD). Nada foi decidido. Continuamos a trabalhar no seu pedido, e a data até à qual respondemos não muda.
letters-rule = A regra que levou a esta verificação:
letters-counted = Pedidos que foram contados:
letters-counted_line = { $reference }, { $day }
letters-left_out = Pedidos que não foram contados:
letters-left_out_line = { $reference }: { $reason }
letters-lapses = Se ninguém decidir de outra forma, esta verificação termina a seu favor em { $day }.
letters-speak = Pode pronunciar-se e indicar quais destes pedidos não devem contar. Não precisa de explicar porque fez os pedidos.
letters-fee = Consideramos este pedido manifestamente excessivo (artigo 12.º, n.º 5, do RGPD) e propomos responder-lhe mediante uma taxa razoável de { $amount }.
letters-cost = { $title }: { $quantity } × { $each }
letters-choices = A escolha é sua: aceitar a taxa, retirar o pedido, pedir menos, gratuitamente, ou pedir que esta decisão volte a ser analisada. Enquanto não disser nada, nada é cobrado e este pedido não tem resposta.
letters-refused = Não damos seguimento a este pedido, porque o consideramos manifestamente excessivo (artigo 12.º, n.º 5, do RGPD).
letters-in_part = Respondemos ao seu pedido, exceto a esta parte, que consideramos manifestamente excessiva (artigo 12.º, n.º 5, do RGPD):
letters-why = As nossas razões
letters-objective = A finalidade do direito que o pedido não serve: { $text }
letters-subjective = O que mostra a intenção: { $text }
letters-milder = O que ponderámos em alternativa: { $text }
letters-evidence = Em que isto se baseia:
letters-shows_frequency = a frequência com que foi pedido o mesmo
letters-shows_identical_content = o conteúdo é o mesmo e nada mudou desde então
letters-shows_data_volunteered = foram fornecidos dados sem necessidade, para depois serem objeto de um pedido
letters-shows_aim = aquilo a que o pedido evidentemente se destina
letters-shows_time_until_request = o pouco tempo que passou entre o fornecimento dos dados e o pedido
letters-shows_conduct = a conduta para connosco
letters-shows_public_pattern = um padrão conhecido publicamente, que condiz com o resto
letters-shows_money_for_silence = foi exigido dinheiro para retirar o pedido
letters-shows_intent_to_disrupt = foi dito que o pedido se destinava a perturbar
letters-again = Pode pedir-nos que voltemos a analisar esta decisão.
letters-authority = Pode apresentar uma reclamação a uma autoridade de controlo, em especial onde reside, onde trabalha ou onde ocorreu a infração (artigo 77.º do RGPD):
letters-court = Pode também intentar uma ação judicial onde estamos estabelecidos ou onde reside (artigo 79.º do RGPD).
letters-narrow = O seu pedido recebe uma resposta completa e gratuita, e não precisa de fazer nada. Se noutra ocasião lhe bastar menos, pode pedir:
letters-lifting = { $purpose }
    Opôs-se a esta utilização dos seus dados e nós suspendemo-la. Ponderámos a sua oposição e entendemos que as nossas razões são imperiosas e legítimas e que prevalecem (artigo 21.º, n.º 1, do RGPD):
letters-lifting_research = { $purpose }
    Opôs-se a esta utilização dos seus dados e nós suspendemo-la. Analisámos a sua oposição e entendemos que a utilização é necessária para a prossecução de atribuições de interesse público (artigo 21.º, n.º 6, do RGPD):
letters-public_task = As atribuições de interesse público: { $text }
letters-grounds = As nossas razões: { $text }
letters-necessity = Porque é que não é possível sem os seus dados: { $text }
letters-person = O que compreendemos da sua situação: { $text }
letters-weighing = Porque é que as nossas razões prevalecem: { $text }
letters-days = A limitação do tratamento não é levantada antes { $days ->
    [0] da receção
    [one] de passar um dia sobre a receção
   *[other] de passarem { $days } dias sobre a receção
} desta carta (artigo 18.º, n.º 3, do RGPD). Se até lá contestar o levantamento, a limitação mantém-se até voltarmos a analisar o caso.
letters-kept_objections = As suas oposições continuam em vigor: { $titles }. Para as respeitar, conservamos um valor de hash com chave da sua conta ou do seu endereço, sem o seu nome, e nada mais; se retirar as oposições, isso fica aí anotado.
letters-authority_home_de = a autoridade de proteção de dados do seu estado federado alemão (Bundesland), que pode encontrar através do comissariado federal
letters-authority_own_de = a autoridade de proteção de dados do nosso estado federado alemão (Bundesland), que pode encontrar através do comissariado federal
letters-authority_unknown = a nossa autoridade de controlo, que pode encontrar na lista do Comité Europeu para a Proteção de Dados
letters-authority_gb = Pode apresentar-nos uma reclamação, e nós acusamos a sua receção no prazo de 30 dias (secção 164A do Data Protection Act 2018). Pode também apresentar uma reclamação à autoridade de controlo:
letters-court_gb = Pode também recorrer aos tribunais.
letters-authority_ch = Pode dirigir-se ao Comissário Federal para a Proteção de Dados e a Transparência (artigo 49.º da LPD):
letters-court_ch = Pode recorrer a um tribunal civil (artigo 32.º da LPD).
letters-receipt = Recebemos o seu pedido. Chegou em { $came }.
letters-receipt_right = O que entendemos: { $right }.
letters-receipt_words = O que escreveu:
letters-receipt_due = Respondemos até { $day }. Se for preciso mais tempo, saberá antes desse dia, com o motivo.
letters-receipt_stopped = Aquilo a que diz não está parado desde que o seu pedido foi registado.
letters-receipt_add = Pode completar, corrigir ou retirar o seu pedido a qualquer momento.
letters-receipt_privacy = O que acontece ao que nos envia: { $address }
letters-completed = Isto foi feito:
letters-completed_by_hand = Fizemos à mão o que pediu. A nossa mensagem diz o quê.
letters-done_collected = { $what }: entregue ({ $n ->
    [0] nenhum registo
    [one] um registo
   *[other] { $count } registos
})
letters-done_erased = { $what }: apagado ({ $n ->
    [0] nenhum registo
    [one] um registo
   *[other] { $count } registos
})
letters-done_overwritten = { $what }: tornado anónimo ({ $n ->
    [0] nenhum registo
    [one] um registo
   *[other] { $count } registos
})
letters-done_restricted = { $what }: marcado como limitado ({ $n ->
    [0] nenhum registo
    [one] um registo
   *[other] { $count } registos
})
letters-done_restriction_lifted = { $what }: marca de limitação retirada ({ $n ->
    [0] nenhum registo
    [one] um registo
   *[other] { $count } registos
})
letters-done_kept = { $what }: conservado. { $because }
letters-done_nothing = { $what }: procurámos e não há nada a seu respeito.
letters-backups = As cópias nas nossas cópias de segurança desaparecem o mais tardar em { $day }.
letters-recipients = Estes destinatários tinham recebido os dados. Comunicamos-lhes o que foi feito, salvo se for impossível ou exigir um esforço desproporcionado (artigo 19.º do RGPD):
letters-not_in_full = Tem aqui a nossa resposta, mas não a tudo o que pediu. Falta o seguinte:
letters-declined = Não satisfazemos o seu pedido, pelo seguinte:
letters-all_of_it = Tudo
letters-not_searched = { $what }: não é possível pesquisar aqui de forma automática. Uma pessoa procura manualmente, e terá notícias nossas.
letters-left_out_because = { $what }: { $ground } { $facts }
letters-unidentifiable = Não conseguimos determinar quais dos nossos dados são seus (artigo 11.º, n.º 2, do RGPD). O que pesquisámos, e o que ajudaria:
letters-unidentifiable_help = Não precisa de nos dizer mais nada. Se o fizer, voltamos a procurar, gratuitamente, e não usamos o que nos disser para mais nada.
letters-extended = A nossa resposta demora mais tempo: chega até { $day } (artigo 12.º, n.º 3, do RGPD).
letters-extended_complexity = A razão é a complexidade do seu pedido:
letters-extended_number = A razão é o número dos seus pedidos:
letters-extended_sooner = O que estiver pronto mais cedo, receberá mais cedo.
letters-referred = Uma pessoa da nossa equipa está a verificar se este pedido foi feito com uma finalidade diferente daquela para a qual a lei o prevê (artigo 12.º, n.º 5, do RGPD). Foi alguém da equipa que o solicitou; o número de vezes que fez pedidos não tem qualquer influência. Nada foi decidido. Continuamos a trabalhar no seu pedido, e a data até à qual respondemos não muda. Contra o pedido é invocado o seguinte:
letters-held_evidence = Onde se encontram os elementos de prova: { $text }
letters-referred_speak = Pode responder a cada um destes pontos. Não precisa de explicar porque fez o pedido.
letters-identity = Antes de responder, temos de saber que o pedido vem mesmo de si (artigo 12.º, n.º 6, do RGPD). Porque temos dúvidas:
letters-enough_sign_in = Basta isto, e nada mais: inicie sessão na sua conta e confirme aí o pedido.
letters-enough_confirm_address = Basta isto, e nada mais: responda-nos a partir do endereço de e-mail que temos nos nossos registos.
letters-enough_customer_number = Basta isto, e nada mais: indique-nos o seu número de cliente ou o número de um contrato connosco.
letters-enough_known_detail = Basta isto, e nada mais: indique-nos uma coisa que só é conhecida por si e por nós, como o dia da sua última encomenda.
letters-enough_call_back = Basta isto, e nada mais: atenda a nossa chamada para o número de telefone que temos nos nossos registos.
letters-enough_letter_code = Basta isto, e nada mais: envie-nos o código que vai receber por carta, na morada que temos nos nossos registos.
letters-identity_otherwise = Se não puder fazê-lo, ou preferir não o fazer, escreva-nos: encontraremos outra forma em conjunto. Não pedimos cópia de nenhum documento de identificação.
letters-identity_deleted = O que nos indicar serve apenas para isto. Apagamo-lo assim que o tivermos verificado e anotamos apenas como a dúvida ficou resolvida.
letters-clarification = Temos muitos dados sobre si. Para que encontre o que procura, perguntamos:
letters-clarification_optional = Não precisa de responder. Se não o fizer, respondemos ao seu pedido tal como está.
letters-period_stands_still = O prazo da nossa resposta fica suspenso a partir de { $day }, até termos a sua resposta.
letters-period_runs_on = Entretanto, o prazo da nossa resposta continua a correr. Termina em { $day }.
letters-restriction_applied = A partir de agora, o tratamento dos seus dados está limitado (artigo 18.º do RGPD). Conservamos os dados e não os utilizamos para:
letters-restriction_except = Enquanto a limitação durar, os seus dados só são utilizados com o seu consentimento, para efeitos de declaração, exercício ou defesa de um direito num processo judicial, para proteger outra pessoa ou por motivos ponderosos de interesse público (artigo 18.º, n.º 2, do RGPD). Terá notícias nossas antes de ela terminar.
letters-restriction_ends = A limitação que pediu termina (artigo 18.º, n.º 3, do RGPD). Os seus dados voltam então a ser utilizados para:
letters-restriction_reason = Porque termina: { $text }
letters-restriction_object = Pode opor-se a estas utilizações a qualquer momento, gratuitamente.
letters-ground_rights_of_others = uma cópia prejudicaria os direitos de outras pessoas (artigo 15.º, n.º 4, do RGPD).
letters-ground_accuracy_not_shown = não encontrámos nada que mostre que estes dados são inexatos (artigo 16.º do RGPD).
letters-ground_no_case_for_erasure = não se verifica nenhum dos casos em que os dados têm de ser apagados (artigo 17.º, n.º 1, do RGPD).
letters-ground_expression = a liberdade de expressão e de informação (artigo 17.º, n.º 3, alínea a), do RGPD).
letters-ground_legal_obligation = a lei obriga-nos a conservar estes dados (artigo 17.º, n.º 3, alínea b), do RGPD).
letters-ground_public_health = a saúde pública (artigo 17.º, n.º 3, alínea c), do RGPD).
letters-ground_research = fins de arquivo de interesse público, investigação ou estatística (artigo 17.º, n.º 3, alínea d), do RGPD).
letters-ground_legal_claims = estes dados são necessários para a declaração, o exercício ou a defesa de um direito num processo judicial (artigo 17.º, n.º 3, alínea e), do RGPD).
letters-ground_no_case_for_restriction = não se verifica nenhum dos casos de limitação do tratamento (artigo 18.º, n.º 1, do RGPD).
letters-ground_not_provided = estes dados não nos foram fornecidos por si (artigo 20.º, n.º 1, do RGPD).
letters-ground_not_by_consent_or_contract = a utilização destes dados não se baseia no consentimento nem num contrato (artigo 20.º, n.º 1, alínea a), do RGPD).
letters-ground_rights_of_others_too = a entrega destes dados prejudicaria os direitos de outras pessoas (artigo 20.º, n.º 4, do RGPD).
letters-ground_no_such_decision = não houve nenhuma decisão tomada apenas por uma máquina, ou a lei permite-a (artigo 22.º do RGPD).
letters-ground_unidentifiable = não conseguimos determinar quais são os seus dados (artigo 11.º, n.º 2, do RGPD).
letters-ground_no_right = a legislação de proteção de dados não dá direito a isto.

## What somebody reads who asks

requests-merged = Já pediu o mesmo em { $first }, que ainda está em aberto. Respondemos aos dois em conjunto, até { $due }. Não perde nada: este pedido fica registado, tem um aviso de receção próprio e não é contado em lado nenhum.

## How a due date came about

due-received = recebido em { $day }, fuso horário { $zone }; este dia não é contado
due-pause_counted = { $cause } em { $from } e a resposta chegou em { $to }; { $days ->
    [0] nenhum dia é descontado
    [one] um dia não é contado
   *[other] { $days } dias não são contados
}
due-pause_not_counted = { $cause } em { $from } e a resposta chegou em { $to }, mas o prazo continuou a correr: { $why }
due-identity = foi solicitada uma prova de identidade
due-clarification = foi solicitado um esclarecimento
due-asked_late = a solicitação foi feita { $after_days ->
    [0] no próprio dia
    [one] passado um dia
   *[other] passados { $after_days } dias
}, e não no prazo de { $within_days ->
    [0] 0 dias
    [one] um dia
   *[other] { $within_days } dias
}
due-regime_runs_on = este regime não suspende o prazo por esse motivo
due-no_whole_day = demorou menos de um dia
due-already_excluded = estes dias já estão excluídos da contagem
due-after_the_end = o prazo já tinha terminado quando a solicitação foi feita
due-months = { $months ->
    [one] um mês a contar de { $from } termina
   *[other] { $months } meses a contar de { $from } terminam
} em { $to }
due-days = { $days ->
    [one] um dia a contar de { $from } termina em { $to }
   *[other] { $days } dias a contar de { $from } terminam em { $to }
}
due-months_clamped = { $months ->
    [one] um mês a contar de { $from } termina
   *[other] { $months } meses a contar de { $from } terminam
} em { $to }, porque esse mês não tem dia { $missing }
due-days_already_run = { $days ->
    [0] nenhum dia tinha decorrido
    [one] já tinha decorrido um dia
   *[other] já tinham decorrido { $days } dias
} antes da suspensão, pelo que o prazo termina em { $last }
due-never_shorter = uma suspensão nunca encurta o prazo, que por isso termina em { $last }
due-days_not_counted = { $days ->
    [0] nenhum dia não contado é acrescentado
    [one] é acrescentado um dia não contado
   *[other] são acrescentados { $days } dias não contados
}, pelo que o prazo termina em { $last }
due-holiday = { $day } é feriado, { $name }; o prazo continua a correr
due-not_a_working_day = { $day } não é dia útil; o prazo continua a correr
due-due = o prazo termina em { $day }, às 24:00, hora local
due-extension = em caso de prorrogação, { $months ->
    [one] conta-se um mês
   *[other] contam-se { $months } meses
} no total, e não a partir da primeira data-limite
due-extension_days = em caso de prorrogação, { $days ->
    [one] conta-se um dia
   *[other] contam-se { $days } dias
} no total, e não a partir da primeira data-limite
due-extended_due = em caso de prorrogação, o prazo termina em { $day }, às 24:00, hora local
due-targets = por segurança, responder até { $target }; em caso de prorrogação, até { $extended_target }

## The thresholds, and a finding, in plain words

explain-head = Limiares «{ $id }», versão { $version }, hash do conteúdo { $hash }.
explain-not_before = Não estão em vigor antes de { $day }.
explain-owner = Quem responde por eles: { $owner }.
explain-flag_does = O que faz uma sinalização: pede a uma pessoa que verifique. Não recusa nada, não cobra nada, não atrasa nada e não muda uma palavra de nenhuma resposta. Uma sinalização que ninguém verifique a tempo fecha-se com o resultado «não excessivo».
explain-never_looked_at = O que nunca dá lugar a verificação: um primeiro pedido; as oposições à comercialização direta e ao treino de IA; os sinais de um navegador; o consentimento retirado; a limitação do tratamento; e qualquer direito para o qual não haja regra.
explain-never_counts = O que nunca conta: os pedidos que foram juntos a outro, retirados, respondidos com atraso ou em parte, contestados, que ainda não têm resposta, enviados por alguém cuja identidade ninguém confirmou, relativos a outro direito ou a outro âmbito (finalidade, sistema, categoria ou período), ou feitos antes de os dados ou as circunstâncias mudarem. Cada pessoa é contada separadamente, seja quem for que partilhe o seu endereço, a sua representação jurídica ou as suas palavras.
explain-kinder = O que torna uma regra mais favorável: os dados sensíveis, segundo os números abaixo; um tratamento que possa prejudicar a pessoa (treino, pontuação, bloqueio) acrescenta mais um pedido e reduz os dias a metade; se houver ambos, um a seguir ao outro.
explain-rule = [{ $id }] { $right }, no caso de { $class }, dá lugar a verificação quando for, pelo menos, o { $nth } do mesmo tipo em { $window_days } dias{ $gap_days ->
    [0] {""}
    [one] , salvo se tiver passado um dia desde a última resposta completa
   *[other] , salvo se tiverem passado { $gap_days } dias desde a última resposta completa
}.
explain-sensitive = { $days ->
    [0] No caso de dados sensíveis, é o { $nth }.
    [one] No caso de dados sensíveis, é o { $nth }, e o intervalo desde a última resposta completa é de um dia.
   *[other] No caso de dados sensíveis, é o { $nth }, e o intervalo desde a última resposta completa é de { $days } dias.
}
explain-meaning = O que isto significa, se todos receberem uma resposta completa e a tempo: pedidos diários: { $daily }; semanais: { $weekly }; mensais: { $monthly }; trimestrais: { $quarterly }.
explain-from_nth = { $n ->
    [1] a partir do primeiro
    [2] a partir do segundo
    [3] a partir do terceiro
    [4] a partir do quarto
    [5] a partir do quinto
    [6] a partir do sexto
    [7] a partir do sétimo
    [8] a partir do oitavo
    [9] a partir do nono
    [10] a partir do décimo
   *[other] a partir do { $nth }
}
explain-never = nunca
explain-superseded = [{ $id }] já não se aplica a nada: «{ $by }» tomou o seu lugar.
explain-sources = Fontes: { $sources }
explain-conclusion = Este é o { $seen } pedido do mesmo tipo em { $window_days } dias; a partir do { $nth }, uma pessoa verifica. O número, por si só, não mostra nada: seria preciso mostrar a intenção.
explain-ordinary_no_rule = Normal: não há regra para este direito e estes dados.
explain-ordinary_self_service = Normal: a pessoa pode obter estes dados por si própria a qualquer momento.
explain-ordinary_few = Normal: menos pedidos do que o número da regra.
explain-ordinary_spaced = Normal: passou tempo suficiente desde a última resposta completa.
explain-the_rule = A regra: { $rule }
explain-counted = { $case }, de { $day }, foi contado.
explain-excluded = { $case } não foi contado: { $reason }.
explain-not_other_right = era relativo a outro direito
explain-not_other_scope = era relativo a outros dados
explain-not_outside_window = está fora do período considerado
explain-not_unverified = ninguém tinha confirmado quem fez o pedido
explain-not_merged = foi respondido em conjunto com um pedido em aberto
explain-not_withdrawn = foi retirado
explain-not_unanswered = ainda não tem resposta
explain-not_answered_late = foi respondido com atraso
explain-not_incomplete = a resposta não era completa
explain-not_unstated = a resposta não dizia tudo o que tem de ser dito além dos dados, por exemplo quem os recebe
explain-not_unidentifiable = não foi possível identificar a pessoa
explain-not_disputed = a pessoa contestou a resposta
explain-not_past_finding = foi recusado ou cobrado: uma conclusão anterior não conta para uma nova
explain-not_self_service = a pessoa tinha obtido os dados por si própria
explain-not_before_change = os dados ou as circunstâncias mudaram desde então
explain-reset_new_data = Em { $day }, os dados tinham mudado: o que foi pedido antes disso não conta.
explain-reset_new_purpose = Em { $day }, passou a haver uma nova finalidade: o que foi pedido antes disso não conta.
explain-reset_new_recipient = Em { $day }, passou a haver um novo destinatário: o que foi pedido antes disso não conta.
explain-reset_breach = Em { $day }, houve uma violação de dados pessoais: o que foi pedido antes disso não conta.
explain-reset_terms_change = Em { $day }, as condições mudaram: o que foi pedido antes disso não conta.
explain-reset_objection_outcome = Em { $day }, foi decidida uma oposição: o que foi pedido antes disso não conta.
explain-reset_legal_proceedings = Em { $day }, teve início um processo: o que foi pedido antes disso não conta.
explain-fewer = Com menos { $fewer ->
    [0] 0 pedidos anteriores
    [one] um pedido anterior
   *[other] { $fewer } pedidos anteriores
}, teria sido normal.
explain-hint = Indicação «{ $id }»: este é o { $seen } pedido em { $window_days } dias. Não muda nada; cabe a quem faz a verificação apurar se há uma causa legítima, sem perguntar à pessoa.
explain-right_access = Um pedido de acesso
explain-right_rectification = Um pedido de retificação da mesma coisa
explain-right_erasure = Um pedido de apagamento dos mesmos dados
explain-right_portability = Um pedido de portabilidade dos mesmos dados
explain-right_other_objection = Um pedido de oposição afastado com fundamentação
explain-right_automated_decision_review = Um pedido de nova análise da mesma decisão
explain-class_static = dados que já não mudam
explain-class_normal = dados que mudam de vez em quando
explain-class_dynamic = dados que mudam com frequência

## The pages behind a link, and the component for a company's own pages

choices-heading = a sua escolha
choices-objected = A sua oposição está em vigor. Os seus dados não são utilizados para isto.
choices-not_objected = Não se opôs.
choices-object = Opor-me
choices-take_back = Retirar a minha oposição
choices-doubt = Alguém se opôs em seu nome sem iniciar sessão. A oposição já conta. Partiu de si?
choices-confirm = Sim, manter
choices-disown = Não, anular
choices-promise = É gratuito, não exige motivo e não muda mais nada para si.
choices-then = Se se opuser: { $already_used }
choices-signal = O seu navegador envia um sinal de privacidade (GPC). Esse sinal foi aplicado aqui.
choices-answerable = Responsável: { $controller }.
choices-lost_title = Este link não funciona
choices-lost = Está incompleto, ou aquilo a que se destinava já não existe. Copie-o na totalidade, ou escreva para { $contact }

## The same where a use rests on consent

consents-objected = Retirou o seu consentimento. Os seus dados não são utilizados para isto.
consents-not_objected = Não retirou aqui o seu consentimento.
consents-object = Retirar o meu consentimento
consents-take_back = Anular esta retirada
consents-doubt = Alguém retirou o consentimento em seu nome sem iniciar sessão. A retirada já conta. Partiu de si?
consents-then = Se retirar o consentimento: { $already_used }

## The archive that a person receives

packages-title = Os seus dados junto de { $controller }
packages-reference = Referência
packages-asked_for = O seu pedido
packages-right_access = acesso aos seus dados (RGPD, artigo 15.º)
packages-right_rectification = retificação dos seus dados (RGPD, artigo 16.º)
packages-right_erasure = apagamento dos seus dados (RGPD, artigo 17.º)
packages-right_restriction = limitação do tratamento dos seus dados (RGPD, artigo 18.º)
packages-right_portability = os seus dados num formato que pode levar para outro lado (RGPD, artigo 20.º)
packages-right_objection = oposição a uma utilização dos seus dados (RGPD, artigo 21.º)
packages-right_automated_decision_review = análise de uma decisão automatizada por uma pessoa (RGPD, artigo 22.º)
packages-right_consent_withdrawal = retirada do seu consentimento (RGPD, artigo 7.º)
packages-right_other = outro assunto
packages-received = Recebido em
packages-prepared = Preparado em
packages-holds = Contém
packages-records = { $count ->
    [0] nenhum registo
    [one] 1 registo
   *[other] { $shown } registos
}
packages-contents = O que está no arquivo
packages-objections = Aquilo a que se opôs
packages-objection_since = { $purpose }, desde
packages-nothing_here = Procurámos aqui e não encontrámos nada sobre si.
packages-caption = { $title }: { $records }, também em
packages-no_value = sem valor
packages-told_title = Como são utilizados os seus dados
packages-told_purposes = Para quê
packages-told_categories = Tipo de dados
packages-told_recipients = Quem os recebe
packages-told_retention = Durante quanto tempo
packages-told_source = De onde vêm
packages-told_automated = Decisões sem intervenção humana
packages-told_transfers = Para países fora do Espaço Económico Europeu
packages-told_use = { $purpose } ({ $basis })
packages-told_basis = artigo 6.º, n.º 1, alínea { $letter }), do RGPD
packages-told_you = De si: deu-nos os dados, ou eles surgiram quando utilizou o nosso serviço.
packages-told_nobody = Ninguém
packages-told_nowhere = Para nenhum: os dados não são enviados para esses países.
packages-told_transfer = { $country }. O que protege os dados nesse país: { $safeguard }
packages-told_no_decisions = Nenhuma: com estes dados, nada é decidido sobre si sem uma pessoa.
packages-told_logic = Como se decide: { $text }
packages-told_significance = Que peso tem: { $text }
packages-told_consequences = O que daí resulta para si: { $text }
packages-told_not_stated = Não indicado. Tem direito a esta informação: peça-a, e uma pessoa responde, gratuitamente.
packages-told_rights_title = Os seus direitos
packages-told_rights = Pode obter a retificação dos seus dados (RGPD, artigo 16.º), o seu apagamento (artigo 17.º) e a limitação do que fazemos com eles (artigo 18.º), e opor-se a uma utilização (artigo 21.º). É gratuito.
packages-told_complaint = Pode apresentar uma reclamação a uma autoridade de controlo (RGPD, artigo 77.º), em especial onde reside, onde trabalha ou onde ocorreu a infração:
packages-told_only = Perguntou pela utilização dos seus dados, e não pelos próprios dados: estes não estão no arquivo. Pode pedi-los a qualquer momento, gratuitamente.
packages-kept_title = Os seus pedidos anteriores
packages-kept_none = Não temos nenhum pedido anterior seu.
packages-restrictions = O que só podemos fazer com os seus dados dentro de certos limites, enquanto uma oposição é ponderada
packages-outcome_open = Ainda sem resposta.
packages-outcome_merged = Respondido em conjunto com outro.
packages-outcome_withdrawn = Retirado por si.
packages-outcome_fulfilled = Respondido.
packages-outcome_partial = Respondido em parte.
packages-outcome_declined = Não satisfeito; a carta dizia porquê.
packages-outcome_refused = Não respondido, porque o considerámos excessivo.
packages-outcome_fee_proposed = Foi proposta uma taxa, porque o considerámos excessivo.
packages-outcome_unidentifiable = Não respondido, porque não conseguimos determinar quais são os seus dados.
packages-flag_open = Foi sinalizado, para verificar se os seus pedidos se repetem de forma excessiva (RGPD, artigo 12.º, n.º 5); ainda ninguém decidiu.
packages-flag_lapsed = Foi sinalizado, para verificar se os seus pedidos se repetem de forma excessiva (RGPD, artigo 12.º, n.º 5); a sinalização terminou automaticamente, e o pedido não é excessivo.
packages-flag_not_excessive = Foi sinalizado, para verificar se os seus pedidos se repetem de forma excessiva (RGPD, artigo 12.º, n.º 5); uma pessoa fez a verificação, e o pedido não é excessivo.
packages-flag_excessive = Foi sinalizado, para verificar se os seus pedidos se repetem de forma excessiva (RGPD, artigo 12.º, n.º 5); duas pessoas decidiram que o pedido é excessivo.
packages-wrong_title = Se algo estiver errado ou em falta
packages-wrong = Indique { $reference } e diga-nos o que é; voltamos a analisar, gratuitamente. Pode também apresentar uma reclamação a uma autoridade de controlo e recorrer aos tribunais.
packages-note_period = O seu pedido dizia respeito a um período. Este arquivo contém tudo o que há nas categorias que indicou, seja qual for a data.
packages-note_not_searched = Não pudemos procurar os seus dados em: { $systems }. Não sabemos com que nome ou identificador consta aí; alguém da nossa equipa vai procurar, e pode escrever-nos.
packages-note_away = Estes sistemas não responderam e faltam aqui: { $systems }.
packages-note_not_text = Em «{ $table }», alguns valores de { $columns } não são texto válido na nossa base de dados; são apresentados em base64, byte a byte.
packages-note_nothing = Procurámos em todos os sistemas aqui indicados e não encontrámos dados sobre si.
packages-readme = Este arquivo contém os dados sobre si. Nada nele executa ou carrega seja o que for a partir de uma rede.
packages-readme_index = para abrir num navegador: tudo, para ler e para imprimir
packages-readme_data = tudo, para programas; a sua estrutura é descrita abaixo
packages-readme_csv =
    um ficheiro por tabela, para uma folha de cálculo: UTF-8, vírgulas, primeiro os nomes das colunas. Onde = + - @
    iniciam um texto, ou nele se seguem a um ponto e vírgula, a uma tabulação ou a um fim de linha, há um apóstrofo
    antes, tal como antes de um texto que comece por uma tabulação ou um fim de linha: assim, nenhuma folha de
    cálculo o toma por uma fórmula. Em data.json está tudo tal como é
packages-readme_manifest = o SHA-256 e o tamanho de cada um dos outros ficheiros: {"{"}"files": [{"{"}"file", "sha256", "size"{"}"}]{"}"}
packages-readme_format = data.json, formato 1. Podem ser acrescentadas chaves; uma chave que existe mantém o seu significado.
packages-readme_reference = a indicar quando nos escrever
packages-readme_right = o que foi pedido, como "access" (acesso) ou "portability" (portabilidade)
packages-readme_controller = quem responde
packages-readme_received_at = quando recebemos o pedido (RFC 3339)
packages-readme_prepared_at = quando este arquivo foi preparado (RFC 3339)
packages-readme_language = a língua das palavras que contém, como "pt"
packages-readme_information = como são utilizados os dados, antes dos dados (artigo 15.º, n.os 1 e 2): {"{"}"asked", "datasets", "rights",
    "authorities"{"}"}; null onde o nosso mapa de dados não o indica
packages-readme_notes = observações para si: uma lista de textos
packages-readme_objections = as que estão em vigor: uma lista de {"{"}"purpose", "since"{"}"}
packages-readme_restrictions = finalidades para as quais a utilização dos seus dados está limitada: uma lista de textos
packages-readme_requests = os seus pedidos anteriores: uma lista de {"{"}"reference", "right", "received_at", "outcome", "flag"{"}"}
packages-readme_systems = uma lista de {"{"}"id", "title", "tables"{"}"}
packages-readme_tables = uma lista de {"{"}"dataset", "title", "columns", "rows"{"}"}
packages-readme_columns = os nomes das colunas
packages-readme_rows = uma lista de linhas; uma linha é uma lista com um valor por coluna, null onde não há nenhum
packages-readme_wrong = Se algo estiver errado ou em falta, diga-nos: o pedido pode ser contestado, gratuitamente.

## The portal

portal-own_name = Português
portal-skip = Saltar para o conteúdo
portal-site = { $controller }: os seus direitos sobre os seus dados
portal-languages = Línguas
portal-free = Gratuito.
portal-contact = Proteção de dados: { $contact }
portal-back = Voltar ao início
portal-error = Erro:
portal-problem = Há um problema
portal-say_no = Dizer não a uma utilização dos seus dados
portal-no_account = Gratuito. Não precisa de conta nem de motivo.
portal-object = Opor-me
portal-withdraw = Retirar o consentimento
portal-other = Pedir outra coisa
portal-access = Obter uma cópia dos meus dados
portal-rectification = Corrigir os meus dados
portal-erasure = Apagar os meus dados
portal-restriction = Limitar a utilização dos meus dados
portal-portability = Levar os meus dados comigo
portal-automated = Pedir que uma pessoa analise uma decisão
portal-consent = Retirar o meu consentimento
portal-unsure = Outra coisa, ou não sei bem
portal-access_means = O que temos sobre si, de onde vem, para que é utilizado e quem o recebe.
portal-rectification_means = Algo do que temos sobre si está errado ou incompleto.
portal-erasure_means = O que não tem de ser conservado é apagado. O que a lei nos obriga a conservar fica, e dizemos-lhe o que é e até quando.
portal-restriction_means = Conservamos os seus dados, mas deixamos de os utilizar, por exemplo enquanto contesta a sua exatidão.
portal-portability_means = O que nos forneceu, num formato de leitura automática.
portal-automated_means = Uma máquina decidiu sozinha algo que é importante para si.
portal-consent_means = Todos os consentimentos que nos deu, a partir de agora. Tem efeito imediato.
portal-unsure_means = Diga-o por palavras suas. Uma pessoa lê.
portal-due_today = Um pedido enviado hoje tem resposta até { $due }, o mais tardar.
portal-due_how = Como se chega a esta data
portal-ways = Outras formas
portal-ways_write = Escreva para { $contact }, ou por correio. Conta da mesma forma, a partir do dia em que nos chega.
portal-object_this = Deixar de utilizar os meus dados para isto
portal-withdraw_this = Retirar o meu consentimento para isto
portal-address = O seu endereço de e-mail
portal-address_why = Aquele que utiliza connosco. Serve para encontrar os seus dados e respeitar a sua escolha, e para mais nada.
portal-address_find = Aquele que utiliza connosco. Serve para encontrar os seus dados e para lhe responder. Não pedimos documento de identificação.
portal-address_wrong = Escreva um endereço de e-mail, como nome@example.org
portal-situation = Algo sobre a sua situação (opcional)
portal-situation_why = Não precisa de indicar motivos. Se quisermos continuar com esta utilização, ponderamo-la face ao que escrever aqui.
portal-already = O que acontece aos dados já utilizados
portal-recorded = Registado, e já em vigor
portal-recorded_now = A partir de agora, os seus dados não são utilizados para isto. Conta antes mesmo de alguém confirmar o seu endereço.
portal-reference = A sua referência:
portal-recorded_keep = Guarde-a: com ela, pode perguntar em que ponto está o assunto.
portal-recorded_weighed = Uma pessoa da nossa equipa analisa o assunto. Se quisermos continuar com esta utilização, dizemos-lhe primeiro porquê, e terá tempo para contestar.
portal-recorded_address = Utilizamos o seu endereço só para isto: respeitar a sua escolha e poder mostrar que o fizemos.
portal-undo = Anular isto
portal-undone_title = Anulado
portal-undone = O que foi aqui introduzido está anulado. O que estava em vigor antes continua em vigor.
portal-others = Outras utilizações dos seus dados
portal-ask = O que quer pedir?
portal-choose = Escolher
portal-own_words = Por palavras suas (opcional)
portal-own_words_why = O que é ao certo, desde quando, ou algo que ajude a encontrá-lo.
portal-go_on = Continuar
portal-check = Verifique as suas respostas
portal-check_right = O que pede
portal-check_words = Por palavras suas
portal-check_no_words = Nada mais
portal-check_from = A partir de
portal-check_who = É enviado a
portal-check_due = Resposta, o mais tardar, até
portal-send = Enviar o meu pedido
portal-change = Alterar
portal-sent = O seu pedido foi enviado
portal-sent_due = Terá a nossa resposta até { $due }, o mais tardar.
portal-next = O que acontece a seguir
portal-next_confirm = Há um e-mail a caminho. Com ele, acompanhe o seu pedido e diga que é seu: o trabalho começa então. Se não chegar nenhum e-mail, alguém da nossa equipa certifica-se pelo meio mais simples. Pode também escrever para { $contact }, com a sua referência.
portal-next_free = É gratuito, seja qual for a resposta.
portal-fault = Não foi possível
portal-fault_unread = Algo do que foi enviado não se consegue ler. Nada foi alterado. Volte atrás e tente de novo, ou escreva para { $contact }.
portal-fault_large = O que enviou é demasiado grande. Nada foi alterado. Envie menos de cada vez, ou escreva para { $contact }.
portal-fault_busy = Não o podemos receber neste momento. Nada foi alterado. Tente de novo dentro de alguns minutos.
portal-fault_ours = O erro é nosso e não seu. Se escrever para { $contact } sobre isto, indique: { $incident }
portal-nothing = Não há nada aqui
portal-nothing_why = O endereço está incompleto, ou aquilo a que levava já terminou. Comece de novo, ou escreva para { $contact }.
portal-full = Neste momento, não conseguimos receber o que enviou
portal-full_why = Nada foi guardado, e não se perde nenhum dia: o que voltar a enviar a partir desta página conta desde hoje.
portal-send_again = Enviar de novo
portal-how = Como se opor
portal-how_choose = Escolha a utilização que não quer. Não precisa de conta nem de motivo.
portal-how_then = Escreva o seu endereço de e-mail e prima o botão. Tem efeito imediato, é gratuito, e pode voltar atrás com a mesma facilidade.
portal-how_other = Pode também escrever para { $contact }, ou por correio; conta da mesma forma.
portal-thresholds = Como verificamos os pedidos repetidos
portal-thresholds_why = Uma pessoa da nossa equipa pode verificar pedidos que se repetem. Isso nunca atrasa um pedido, nunca custa nada por si só e nunca recusa nada por si só.
portal-privacy = O que acontece ao que envia aqui
portal-privacy_who = { $controller } responde por estas páginas. Para perguntas: { $contact }.
portal-privacy_what = Enquanto não enviar nada, nada sobre si é guardado e não é colocado nenhum cookie. O que enviar (o seu endereço ou a sua conta, as suas palavras, o dia) é guardado de forma selada, para que possamos responder-lhe e mostrar que o fizemos. Não precisamos de mais nada da sua parte.
portal-privacy_who_gets = É lido pelas pessoas da nossa equipa que lhe respondem e pelos sistemas em que procuramos os seus dados. Não é utilizado para mais nada, e ter um plano ou outro, ou nenhum, não faz diferença.
portal-privacy_rights = Tem sobre isto todos os direitos que tem sobre os seus outros dados: peça aqui uma cópia, uma correção ou o apagamento, gratuitamente. Pode apresentar uma reclamação a uma autoridade de controlo.
portal-retention = Durante quanto tempo guardamos o que envia
portal-retention_requests = Os seus pedidos, as nossas cartas e as mensagens ficam guardados enquanto pudermos ter de mostrar que lhe respondemos. Quem quiser que sejam apagados mais cedo escreve para { $contact }; o que então resta não diz a ninguém de quem se tratava.
portal-retention_archive = O arquivo dos seus dados pode ser descarregado durante { $days ->
    [one] um dia
   *[other] { $days } dias
}; depois é apagado.
portal-retention_choices = O facto de ter dito não a uma utilização fica guardado enquanto contar: sem ele, ninguém poderia respeitá-lo. É conservado como um número que só nós e os sistemas que o respeitam podemos comparar.
portal-retention_session = Um link para iniciar sessão serve durante quinze minutos. A sessão termina após meia hora sem utilização.
portal-accessibility = Acessibilidade
portal-accessibility_what = Estas páginas são feitas para cumprir as WCAG 2.2, nível AA: funcionam com o teclado, com um leitor de ecrã, ampliadas, sem cores, sem scripts e impressas.
portal-accessibility_how = A cada alteração, verificamos por máquina todas as páginas e olhamos para elas. Nenhuma entidade externa as examinou.
portal-accessibility_help = Se algo não funcionar para si, escreva para { $contact }, ou envie o seu pedido por e-mail ou por correio: conta da mesma forma.
portal-complaint = Apresentar uma reclamação a uma autoridade de controlo
portal-complaint_where = Pode apresentar uma reclamação onde reside, onde trabalha ou onde entende que a lei foi violada. É gratuito, e não precisa de se ter dirigido a nós antes.
portal-complaint_free = A primeira é a do lugar onde estamos estabelecidos. Pode também recorrer aos tribunais.

## What a page says with an article of the law

cited-basis = Baseamos esta utilização no artigo 6.º, n.º 1, alínea { $letter }), do RGPD.
cited-basis_otherwise = Fundamento desta utilização: { $basis }.
cited-privacy_why = A lei obriga-nos a responder-lhe e a poder prová-lo (RGPD, artigo 6.º, n.º 1, alínea c), em conjugação com os artigos 5.º, n.º 2, 12.º e 15.º a 22.º).

## A person's own pages

own-follow = Acompanhar um pedido
own-sign_in = Ver os seus pedidos
own-sign_in_why = Escreva o endereço que utilizou. Enviamos para lá um link e um código, que mostram que é seu. Não precisa de palavra-passe.
own-sign_in_send = Enviar-me um link
own-with_account = Ou inicie sessão com a sua conta
own-at_issuer = Iniciar sessão em { $name }
own-not_in = Não tem sessão iniciada
own-not_in_why = Não foi possível iniciar sessão com a sua conta. Nada foi alterado. Tente de novo, ou peça que enviemos um link para o seu endereço.
own-asked = Veja o seu e-mail
own-asked_why = Há um e-mail a caminho do endereço que escreveu. Abra o link neste navegador, ou introduza aqui o código. Ambos servem durante quinze minutos.
own-code = Código do e-mail
own-code_hint = Oito letras e algarismos
own-code_wrong = Introduza as oito letras e algarismos do e-mail mais recente
own-enter = Iniciar sessão
own-enter_why = Um clique, e vê os seus pedidos e as suas escolhas.
own-enter_code = Este não é o navegador em que o link foi pedido. Para que mais ninguém o utilize, introduza o código que está ao lado do link.
own-over = Este link já não serve
own-over_why = Um link serve uma vez, e só por pouco tempo. Os seus pedidos não são afetados.
own-again = Enviar-me um novo link
own-ended = Volte a iniciar sessão
own-ended_why = A sua sessão terminou, ou esta página é demasiado antiga para ser enviada. Nada foi alterado.
own-sign_out = Terminar sessão
own-requests = Os seus pedidos
own-requests_none = Nada foi enviado com este endereço ou esta conta.
own-more = Mais antigos
own-open_it = Abrir
own-sent_on = Recebido em { $day }
own-due_on = Respondemos até { $day }, o mais tardar.
own-is_received = Já o temos, e estamos a trabalhar nele. Não precisa de fazer nada.
own-is_unconfirmed = Já o temos. Diga que é seu, e o trabalho começa.
own-is_identity = Pedimos-lhe algo que mostre quem é. A carta abaixo diz o que basta.
own-is_merged = Pediu o mesmo em { $reference }, que ainda está em aberto. Respondemos aos dois em conjunto.
own-is_withdrawn = Foi retirado por si. Pode voltar a pedir a qualquer momento, gratuitamente.
own-is_fulfilled = Já tem resposta.
own-is_partial = Tem resposta em parte. A carta abaixo diz o que falta, porquê, e o que pode fazer.
own-is_declined = Não satisfazemos o seu pedido. A carta abaixo diz porquê, e o que pode fazer.
own-is_unidentifiable = Não conseguimos determinar quais são os seus dados. A carta abaixo diz o que ajudaria.
own-is_fee = Propomos uma taxa de { $amount }. A carta abaixo diz porquê. Nada é cobrado sem a sua aceitação; enquanto não escolher, este pedido fica sem resposta.
own-is_overdue = A data passou sem resposta. O erro é nosso. Pode desde já apresentar uma reclamação a uma autoridade de controlo.
own-was_this_you = Este pedido é seu?
own-was_this_you_why = Qualquer pessoa pode escrever um endereço. Já mostrou que este é seu, e por isso só cabe a si dizê-lo.
own-confirm = Sim, é meu
own-disown = Não, não é meu
own-steps = O que já aconteceu
own-step_received = Recebido
own-step_work = Em curso
own-step_extended = Mais tempo para responder; a carta diz porquê
own-step_answered = Respondido
own-step_due = Data-limite da resposta
own-words = O que escreveu
own-parts = O que foi feito
own-part_where = Onde
own-part_done = Feito
own-part_rows = Registos
own-done_collected = copiado para si
own-done_erased = apagado
own-done_overwritten = tornado anónimo
own-done_kept = conservado
own-done_restricted = marcado como limitado
own-done_restriction_lifted = marca de limitação retirada
own-done_not_searched = ainda não procurado
own-done_nothing = procurado, e nada sobre si
own-files = Para descarregar
own-package = Os seus dados, num arquivo
own-receipt = Aviso de receção, num ficheiro para programas
own-calendar = Data para a sua agenda
own-letters = Cartas
own-letter_of = { $kind }, { $day }
own-letter_review = Uma pessoa está a verificar os seus pedidos
own-letter_fee = É proposta uma taxa
own-letter_refused = Não respondido, e porquê
own-letter_narrow = Como pedir menos
own-letter_objection = Como foi ponderada a sua oposição
own-letter_partial = O que falta, e porquê
own-letter_extended = Demora mais tempo
own-letter_identity = Quem faz o pedido?
own-letter_clarification = O que procura?
own-letter_restricted = A limitação está em vigor
own-letter_restriction_ends = A limitação termina
own-letter_receipt = Recebemos o seu pedido
own-letter_completed = O que foi feito
own-messages = Mensagens
own-from_you = De si
own-from_us = De nós
own-from_nobody = Mensagem
own-write = Escrever-nos sobre o pedido
own-write_why = Acrescente algo, corrija algo ou pergunte. Chega às pessoas que trabalham no pedido.
own-write_send = Enviar
own-write_empty = Escreva primeiro alguma coisa
own-contest = Pedir nova análise
own-contest_why = Não precisa de dizer porquê. Uma pessoa volta a analisar a resposta, gratuitamente. Pode, ainda assim, apresentar uma reclamação e recorrer aos tribunais.
own-contest_words = O que está errado (opcional)
own-withdraw = Retirar o pedido
own-withdraw_why = Deixamos então de trabalhar nele. Pode voltar a pedir a qualquer momento, gratuitamente.
own-review = A sua palavra na verificação
own-review_why = Nada foi decidido. Aqui está o que foi contado. Pode pronunciar-se e dizer o que não deve contar. Não precisa de explicar porque fez os pedidos.
own-review_counted = Contados: assinale o que não deve contar
own-review_left_out = Não contados
own-review_words = O seu comentário
own-fee = A sua escolha sobre a taxa
own-fee_accept = Aceitar a taxa
own-fee_less = Pedir menos, gratuitamente
own-done = Feito.
own-choices = As suas escolhas
own-choices_why = Aquilo para que os seus dados não podem ser utilizados, por sua indicação. Cada escolha conta de imediato.
own-choice_since = Disse que não, desde { $day }.
own-choice_none = Não disse que não.
own-choice_doubt = Alguém o escreveu com o seu endereço. Conta enquanto não disser que não partiu de si.
own-choice_restricted = Enquanto a sua oposição é ponderada, os seus dados não são utilizados para isto.
own-object = Parar esta utilização
own-take_back = Permitir de novo
own-known_as = Tem sessão iniciada: respondemos para a sua conta ou o seu endereço, e não precisamos de mais nada.
own-recorded = A partir de agora, os seus dados não são utilizados para isto.
own-account = A sua conta connosco
own-your_own = As suas páginas

## Mails

mails-receipt_subject = O seu pedido foi recebido
mails-receipt = Recebemos o seu pedido { $reference }. Terá a nossa resposta até { $due }, o mais tardar. É gratuito.
mails-follow = Pode acompanhá-lo aqui:
mails-follow_it = O seu pedido tem a referência { $reference }. Pode acompanhá-lo aqui:
mails-stopped_subject = Parámos o que nos pediu
mails-stopped = O que nos pediu para parar ficou registado, e está em vigor desde esse momento. É gratuito.
mails-stopped_by_you = Já conta, embora ninguém tenha mostrado que foi um pedido seu. Confirme-o aqui, ou anule-o:
mails-sign_in_subject = O seu link para iniciar sessão
mails-way_in = Este link dá-lhe acesso aos seus pedidos e às suas escolhas. Funciona uma vez, durante quinze minutos:
mails-code = No local onde o pediu, pode introduzir este código em vez do link. Noutro navegador, precisa de ambos:
mails-not_you = Se não fez este pedido, não precisa de fazer nada: ninguém inicia sessão em seu nome sem esta mensagem.
mails-letter_subject = Há uma carta para si
mails-letter = Uma carta sobre o seu pedido { $reference } está à sua disposição aqui:
mails-answer_subject = A sua resposta está pronta
mails-answer = A resposta ao seu pedido { $reference } está à sua disposição aqui:
mails-foot = Esta mensagem foi escrita por uma máquina para { $controller }. Uma pessoa lê o que escrever para { $contact }.
