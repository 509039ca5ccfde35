//! The letters in English, French and German.

use crate::domain::language::Language;
use crate::domain::review::Evidence;

use super::authority::Authority;
use super::{Head, Letter, Remedies, Why};

/// The fixed sentences of one language.
struct Said {
    about: &'static str,
    from: &'static str,
    free: &'static str,
    questions: &'static str,
    review: &'static str,
    rule: &'static str,
    counted: &'static str,
    left_out: &'static str,
    lapses: &'static str,
    speak: &'static str,
    fee: &'static str,
    choices: &'static str,
    refused: &'static str,
    in_part: &'static str,
    why: &'static str,
    objective: &'static str,
    subjective: &'static str,
    milder: &'static str,
    evidence: &'static str,
    shows: fn(Evidence) -> &'static str,
    again: &'static str,
    authority: &'static str,
    court: &'static str,
    narrow: &'static str,
    lifting: &'static str,
    grounds: &'static str,
    necessity: &'static str,
    person: &'static str,
    weighing: &'static str,
    days: &'static str,
}

const EN: Said = Said {
    about: "Your request",
    from: "received",
    free: "Your request is free of charge.",
    questions: "Questions, additions, corrections:",
    review: "A person of our office is looking at whether your requests repeat each other in a way that the law calls excessive (Art. 12(5) GDPR). Nothing has been decided. The work on your request goes on, and its date does not change.",
    rule: "The rule that asked us to look:",
    counted: "Requests that were counted:",
    left_out: "Requests that were not counted:",
    lapses: "If nobody decides otherwise, this ends in your favour on",
    speak: "You can comment, and say which of these should not count. You need not give reasons for asking.",
    fee: "We hold this request to be manifestly excessive (Art. 12(5) GDPR) and propose to answer it for a fee of",
    choices: "You choose: accept the fee, take the request back, ask for less free of charge, or have this decision looked at again. If you say nothing, nothing is charged.",
    refused: "We do not answer this request, because we hold it to be manifestly excessive (Art. 12(5) GDPR).",
    in_part: "We answer your request, but for this part, which we hold to be manifestly excessive (Art. 12(5) GDPR):",
    why: "Why",
    objective: "Which purpose of the right it does not serve:",
    subjective: "What shows the intention:",
    milder: "What we considered instead:",
    evidence: "What this rests on:",
    shows: shows_en,
    again: "You can ask us to look at it again.",
    authority: "You can complain to a supervisory authority, in particular where you live, where you work, or where the infringement took place (Art. 77 GDPR):",
    court: "You can go to court, where we are established or where you live (Art. 79 GDPR).",
    narrow: "Your request is answered in full and free of charge. If less would do, you would have the answer sooner by asking for:",
    lifting: "You objected to this use of your data, and we stopped it. We have weighed your objection and hold our grounds to be compelling and overriding (Art. 21(1) GDPR):",
    grounds: "Our grounds:",
    necessity: "Why it cannot be done without your data:",
    person: "What we understood of your situation:",
    weighing: "Why the one outweighs the other:",
    days: "The stop is lifted no sooner than so many days after this letter reached you (Art. 18(3) GDPR). If you contest this before, it stays until we have looked again. Days:",
};

const FR: Said = Said {
    about: "Votre demande",
    from: "reçue le",
    free: "Votre demande est gratuite.",
    questions: "Questions, compléments, corrections :",
    review: "Une personne de notre service examine si vos demandes se répètent d'une façon que la loi appelle excessive (art. 12(5) RGPD). Rien n'est décidé. Le travail sur votre demande continue et son échéance ne change pas.",
    rule: "La règle qui nous a fait regarder :",
    counted: "Demandes comptées :",
    left_out: "Demandes non comptées :",
    lapses: "Si personne n'en décide autrement, cela se termine en votre faveur le",
    speak: "Vous pouvez commenter et dire lesquelles ne devraient pas compter. Vous n'avez pas à dire pourquoi vous demandez.",
    fee: "Nous tenons cette demande pour manifestement excessive (art. 12(5) RGPD) et proposons d'y répondre contre des frais de",
    choices: "Vous choisissez : accepter les frais, retirer la demande, demander moins gratuitement, ou faire réexaminer cette décision. Si vous ne dites rien, rien n'est facturé.",
    refused: "Nous ne répondons pas à cette demande, car nous la tenons pour manifestement excessive (art. 12(5) RGPD).",
    in_part: "Nous répondons à votre demande, sauf pour cette partie, que nous tenons pour manifestement excessive (art. 12(5) RGPD) :",
    why: "Pourquoi",
    objective: "Le but du droit qu'elle ne sert pas :",
    subjective: "Ce qui montre l'intention :",
    milder: "Ce que nous avons envisagé à la place :",
    evidence: "Sur quoi cela repose :",
    shows: shows_fr,
    again: "Vous pouvez nous demander de réexaminer.",
    authority: "Vous pouvez introduire une réclamation auprès d'une autorité de contrôle, notamment là où vous résidez, là où vous travaillez ou là où la violation a eu lieu (art. 77 RGPD) :",
    court: "Vous pouvez saisir un tribunal, là où nous sommes établis ou là où vous résidez (art. 79 RGPD).",
    narrow: "Votre demande reçoit une réponse complète et gratuite. Si moins suffit, la réponse viendrait plus tôt en demandant :",
    lifting: "Vous vous êtes opposé à cet usage de vos données et nous l'avons arrêté. Nous avons mis en balance votre opposition et tenons nos motifs pour impérieux et prépondérants (art. 21(1) RGPD) :",
    grounds: "Nos motifs :",
    necessity: "Pourquoi cela ne peut se faire sans vos données :",
    person: "Ce que nous avons compris de votre situation :",
    weighing: "Pourquoi l'un l'emporte sur l'autre :",
    days: "L'arrêt n'est levé qu'autant de jours après que cette lettre vous est parvenue (art. 18(3) RGPD). Si vous contestez avant, il reste jusqu'à notre nouvel examen. Jours :",
};

const DE: Said = Said {
    about: "Ihr Antrag",
    from: "eingegangen am",
    free: "Ihr Antrag ist kostenlos.",
    questions: "Fragen, Ergänzungen, Berichtigungen:",
    review: "Jemand in unserem Haus sieht sich an, ob Ihre Anträge sich so wiederholen, dass das Gesetz sie exzessiv nennt (Art. 12 Abs. 5 DSGVO). Entschieden ist nichts. Die Arbeit an Ihrem Antrag geht weiter, und seine Frist ändert sich nicht.",
    rule: "Die Regel, die uns hinsehen lässt:",
    counted: "Gezählte Anträge:",
    left_out: "Nicht gezählte Anträge:",
    lapses: "Wenn niemand anders entscheidet, endet das zu Ihren Gunsten am",
    speak: "Sie können sich äußern und sagen, welche davon nicht zählen sollten. Warum Sie fragen, müssen Sie nicht sagen.",
    fee: "Wir halten diesen Antrag für offenkundig exzessiv (Art. 12 Abs. 5 DSGVO) und schlagen vor, ihn gegen ein Entgelt zu beantworten von",
    choices: "Sie haben die Wahl: das Entgelt annehmen, den Antrag zurücknehmen, kostenlos um weniger bitten oder die Entscheidung überprüfen lassen. Wenn Sie nichts sagen, wird nichts berechnet.",
    refused: "Wir beantworten diesen Antrag nicht, weil wir ihn für offenkundig exzessiv halten (Art. 12 Abs. 5 DSGVO).",
    in_part: "Wir beantworten Ihren Antrag, außer in diesem Teil, den wir für offenkundig exzessiv halten (Art. 12 Abs. 5 DSGVO):",
    why: "Warum",
    objective: "Welchem Zweck des Rechts er nicht dient:",
    subjective: "Was die Absicht zeigt:",
    milder: "Was wir stattdessen erwogen haben:",
    evidence: "Worauf das beruht:",
    shows: shows_de,
    again: "Sie können uns bitten, es noch einmal anzusehen.",
    authority: "Sie können sich bei einer Aufsichtsbehörde beschweren, besonders dort, wo Sie wohnen, wo Sie arbeiten oder wo der Verstoß geschah (Art. 77 DSGVO):",
    court: "Sie können vor Gericht gehen, dort, wo wir niedergelassen sind, oder dort, wo Sie wohnen (Art. 79 DSGVO).",
    narrow: "Ihr Antrag wird vollständig und kostenlos beantwortet. Wenn weniger genügt, käme die Antwort früher, wenn Sie bitten um:",
    lifting: "Sie haben dieser Nutzung Ihrer Daten widersprochen, und wir haben sie beendet. Wir haben Ihren Widerspruch abgewogen und halten unsere Gründe für zwingend und überwiegend (Art. 21 Abs. 1 DSGVO):",
    grounds: "Unsere Gründe:",
    necessity: "Warum es ohne Ihre Daten nicht geht:",
    person: "Was wir von Ihrer Lage verstanden haben:",
    weighing: "Warum das eine das andere überwiegt:",
    days: "Der Stopp wird frühestens so viele Tage, nachdem Sie diesen Brief erhalten haben, aufgehoben (Art. 18 Abs. 3 DSGVO). Wenn Sie vorher widersprechen, bleibt er, bis wir es noch einmal angesehen haben. Tage:",
};

fn said(language: Language) -> &'static Said {
    match language {
        Language::En => &EN,
        Language::Fr => &FR,
        Language::De => &DE,
    }
}

fn shows_en(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Frequency => "how often the same was asked",
        Evidence::IdenticalContent => "the content is the same, and nothing has changed since",
        Evidence::DataVolunteered => "data were supplied without need, to be asked about",
        Evidence::Aim => "what the request is evidently for",
        Evidence::TimeUntilRequest => "how soon after the data were supplied it came",
        Evidence::Conduct => "the conduct towards us",
        Evidence::PublicPattern => "a publicly known pattern that fits with the rest",
        Evidence::MoneyForSilence => "money was demanded for withdrawing it",
        Evidence::IntentToDisrupt => "it was said to be meant to disrupt",
    }
}

fn shows_fr(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Frequency => "la fréquence de la même demande",
        Evidence::IdenticalContent => "le contenu est le même et rien n'a changé depuis",
        Evidence::DataVolunteered => {
            "des données fournies sans nécessité, pour les demander ensuite"
        }
        Evidence::Aim => "ce à quoi la demande sert manifestement",
        Evidence::TimeUntilRequest => "le peu de temps entre les données et la demande",
        Evidence::Conduct => "le comportement à notre égard",
        Evidence::PublicPattern => "une pratique publiquement connue qui concorde avec le reste",
        Evidence::MoneyForSilence => "de l'argent a été demandé pour la retirer",
        Evidence::IntentToDisrupt => "l'intention de perturber a été annoncée",
    }
}

fn shows_de(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Frequency => "wie oft dasselbe verlangt wurde",
        Evidence::IdenticalContent => {
            "der Inhalt ist derselbe, und seither hat sich nichts geändert"
        }
        Evidence::DataVolunteered => "Daten wurden ohne Not mitgeteilt, um danach fragen zu können",
        Evidence::Aim => "wozu der Antrag offensichtlich dient",
        Evidence::TimeUntilRequest => "wie bald nach der Mitteilung der Daten er kam",
        Evidence::Conduct => "das Verhalten uns gegenüber",
        Evidence::PublicPattern => "ein öffentlich bekanntes Muster, das zum Übrigen passt",
        Evidence::MoneyForSilence => "für die Rücknahme wurde Geld verlangt",
        Evidence::IntentToDisrupt => "die Absicht zu stören wurde angekündigt",
    }
}

/// The whole letter.
pub(super) fn letter(letter: &Letter, head: &Head, language: Language) -> String {
    let said = said(language);
    let mut page = vec![
        head.controller.clone(),
        format!("{} {}, {} {}", said.about, head.reference, said.from, head.received_at),
    ];
    match letter {
        Letter::ReviewOpened { rule, counted, left_out, lapses_on } => {
            page.push(said.review.into());
            page.push(format!("{}\n{rule}", said.rule));
            page.push(list(said.counted, counted));
            page.push(list(said.left_out, left_out));
            page.push(format!("{} {lapses_on}.", said.lapses));
            page.push(said.speak.into());
            page.push(said.free.into());
        }
        Letter::FeeProposed { why, amount, lines, remedies } => {
            page.push(format!("{} {amount}.", said.fee));
            page.push(list("", lines));
            page.push(said.choices.into());
            because(&mut page, said, why);
            turn_to(&mut page, said, remedies);
        }
        Letter::Refused { why, remedies } => {
            page.push(said.refused.into());
            because(&mut page, said, why);
            turn_to(&mut page, said, remedies);
        }
        Letter::RefusedInPart { what, why, remedies } => {
            page.push(format!("{}\n{what}", said.in_part));
            because(&mut page, said, why);
            turn_to(&mut page, said, remedies);
        }
        Letter::Narrow { suggestion } => page.push(format!("{}\n{suggestion}", said.narrow)),
        Letter::BeforeLifting { purpose, grounds, necessity, person, weighing, days, remedies } => {
            page.push(format!("{purpose}\n{}", said.lifting));
            page.push(format!("{} {grounds}", said.grounds));
            page.push(format!("{} {necessity}", said.necessity));
            page.push(format!("{} {person}", said.person));
            page.push(format!("{} {weighing}", said.weighing));
            page.push(format!("{} {days}.", said.days));
            turn_to(&mut page, said, remedies);
        }
    }
    page.push(format!("{} {}", said.questions, head.contact));
    page.retain(|part| !part.is_empty());
    page.join("\n\n") + "\n"
}

pub(super) fn kept_objections(titles: &str, language: Language) -> String {
    match language {
        Language::En => format!(
            "Your objections stay in force: {titles}. To honour them we keep a keyed hash of your account or address, without your name, and nothing else; take them back and it says so."
        ),
        Language::Fr => format!(
            "Vos oppositions restent en vigueur : {titles}. Pour les respecter, nous gardons une empreinte à clé de votre compte ou adresse, sans votre nom, et rien d'autre ; si vous les retirez, elle le dit."
        ),
        Language::De => format!(
            "Ihre Widersprüche gelten weiter: {titles}. Um sie zu beachten, behalten wir einen mit Schlüssel gebildeten Hash Ihres Kontos oder Ihrer Adresse, ohne Ihren Namen, und sonst nichts; wenn Sie sie zurücknehmen, steht das dort."
        ),
    }
}

fn list(title: &str, lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
    match (title.is_empty(), lines.is_empty()) {
        (_, true) => String::new(),
        (true, false) => lines.join("\n"),
        (false, false) => format!("{title}\n{}", lines.join("\n")),
    }
}

fn because(page: &mut Vec<String>, said: &Said, why: &Why) {
    page.push(said.why.into());
    page.push(format!("{} {}", said.objective, why.objective));
    page.push(format!("{} {}", said.subjective, why.subjective));
    page.push(format!("{} {}", said.milder, why.milder_steps));
    let evidence: Vec<String> =
        why.evidence.iter().map(|one| (said.shows)(*one).to_owned()).collect();
    page.push(list(said.evidence, &evidence));
}

fn turn_to(page: &mut Vec<String>, said: &Said, remedies: &Remedies) {
    let line = |authority: &Authority| format!("{}, {}", authority.name, authority.website);
    let mut lines: Vec<String> = remedies.home.iter().map(line).collect();
    let own = line(&remedies.own);
    if !lines.contains(&own) {
        lines.push(own);
    }
    page.push(said.again.into());
    page.push(list(said.authority, &lines));
    page.push(said.court.into());
}
