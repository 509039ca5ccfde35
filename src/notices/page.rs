//! How a letter is put together; its words are those of [`Letters`].

use crate::domain::asked::Means;
use crate::domain::due::Extension;
use crate::domain::ground::Ground;
use crate::domain::part::Done;
use crate::domain::review::Evidence;
use crate::domain::right::Right;
use crate::words::{Language, Letters, Packages, day, money, number, unspoken, weekday_and_day};

use super::authority::Authority;
use super::{Because, Deed, Deeds, Head, Letter, Missing, Period, Remedies, To, Why};

fn shows(say: Letters, evidence: Evidence) -> String {
    match evidence {
        Evidence::Frequency => say.shows_frequency(),
        Evidence::IdenticalContent => say.shows_identical_content(),
        Evidence::DataVolunteered => say.shows_data_volunteered(),
        Evidence::Aim => say.shows_aim(),
        Evidence::TimeUntilRequest => say.shows_time_until_request(),
        Evidence::Conduct => say.shows_conduct(),
        Evidence::PublicPattern => say.shows_public_pattern(),
        Evidence::MoneyForSilence => say.shows_money_for_silence(),
        Evidence::IntentToDisrupt => say.shows_intent_to_disrupt(),
    }
}

/// The whole letter.
pub(super) fn letter(letter: &Letter, head: &Head, language: Language) -> String {
    let say = Letters(language, head.law);
    let mut page = opening(head, say);
    match letter {
        Letter::ReviewOpened { rule, counted, left_out, lapses_on } => {
            page.push(say.review());
            page.push(format!("{}\n{rule}", say.rule()));
            let counted =
                counted.iter().map(|(case, on)| say.counted_line(case, &day(language, *on)));
            page.push(list(&say.counted(), counted));
            let left_out = left_out.iter().map(|(case, reason)| say.left_out_line(case, reason));
            page.push(list(&say.left_out(), left_out));
            page.push(say.lapses(&day(language, *lapses_on)));
            page.push(say.speak());
            page.push(say.free());
        }
        Letter::Referred { held, lapses_on } => {
            page.push(say.referred());
            page.push(say.objective(&held.objective));
            page.push(say.subjective(&held.subjective));
            page.push(say.held_evidence(&held.evidence));
            page.push(say.lapses(&day(language, *lapses_on)));
            page.push(say.referred_speak());
            page.push(say.free());
        }
        Letter::FeeProposed { why, cents, currency, costs, remedies } => {
            let money = |cents: u32| money(language, cents.into(), currency);
            page.push(say.fee(&money(*cents)));
            let costs = costs.iter().map(|cost| {
                let quantity = number(language, cost.quantity.into());
                say.cost(&cost.title, &quantity, &money(cost.cents_each))
            });
            page.push(list("", costs));
            page.push(say.choices());
            because(&mut page, say, why);
            turn_to(&mut page, say, remedies);
        }
        Letter::Refused { why, remedies } => {
            page.push(say.refused());
            because(&mut page, say, why);
            turn_to(&mut page, say, remedies);
        }
        Letter::RefusedInPart { what, why, remedies } => {
            page.push(format!("{}\n{what}", say.in_part()));
            because(&mut page, say, why);
            turn_to(&mut page, say, remedies);
        }
        Letter::Narrow { suggestion } => page.push(format!("{}\n{suggestion}", say.narrow())),
        Letter::BeforeLifting { .. } => before_lifting(&mut page, say, letter),
        Letter::NotInFull { .. }
        | Letter::Declined { .. }
        | Letter::Unidentifiable { .. }
        | Letter::Extended { .. }
        | Letter::Completed { .. } => ordinary(&mut page, say, letter),
        Letter::Receipt { .. } => receipt(&mut page, say, letter),
        Letter::IdentityAsked { doubt, means, period } => {
            identity(&mut page, say, doubt, (*means, *period));
        }
        Letter::ClarificationAsked { question, period } => {
            page.push(format!("{}\n{question}", say.clarification()));
            page.push(say.clarification_optional());
            page.extend([of_period(say, *period), say.free()]);
        }
        Letter::RestrictionApplied { .. } | Letter::RestrictionEnds { .. } => {
            restriction(&mut page, say, letter);
        }
    }
    page.extend(ending(head, say));
    page.retain(|part| !part.is_empty());
    page.join("\n\n") + "\n"
}

/// Who signs, and whom to ask.
fn ending(head: &Head, say: Letters) -> [String; 3] {
    let signed = [head.signatory.as_str(), &head.controller].map(str::trim).join("\n");
    let signed = signed.trim().to_owned();
    [say.closing(), signed, say.questions(&head.contact, &head.reference)]
}

/// Sender, addressee, date, what it is about, and in which language.
fn opening(head: &Head, say: Letters) -> Vec<String> {
    let sender = [head.controller.as_str(), &head.address].map(str::trim).join("\n");
    let mut page = vec![
        sender.trim_end().to_owned(),
        addressee(&head.to, say),
        say.date(&day(say.0, head.written)),
        say.about(&head.reference, &day(say.0, head.received)),
    ];
    if let Some(tag) = &head.asked_in {
        // LAW 14.4: never silently in another language.
        let own = unspoken(tag).map(|sentence| format!("{sentence}\n")).unwrap_or_default();
        page.push(own + &say.other_language());
    }
    page.push(say.greeting());
    page
}

fn addressee(to: &To, say: Letters) -> String {
    match to {
        To::Named(lines) => lines.join("\n"),
        To::Account => say.to_account(),
    }
}

/// Why an objection does not hold (Art. 21(1); for research 21(6)).
fn before_lifting(page: &mut Vec<String>, say: Letters, letter: &Letter) {
    if let Letter::BeforeLifting { purpose, because, necessity, person, days, remedies } = letter {
        match because {
            Because::PublicTask { task } => {
                page.push(say.lifting_research(purpose));
                page.push(say.public_task(task));
                page.push(say.task_necessity(necessity));
                page.push(say.person(person));
            }
            Because::Overriding { grounds, weighing } => {
                page.push(say.lifting(purpose));
                page.push(say.grounds(grounds));
                page.push(say.necessity(necessity));
                page.push(say.person(person));
                page.push(say.weighing(weighing));
            }
        }
        page.push(say.days(*days));
        turn_to(page, say, remedies);
    }
}

/// What is told of an ordinary answer.
fn ordinary(page: &mut Vec<String>, say: Letters, letter: &Letter) {
    match letter {
        Letter::Completed { done } if done.parts.is_empty() => {
            page.push(say.completed_by_hand());
            deeds(page, say, done);
            page.extend([say.again(), say.free()]);
        }
        Letter::Completed { done } => {
            deeds(page, say, done);
            page.extend([say.again(), say.free()]);
        }
        Letter::NotInFull { missing, done, remedies } => {
            page.push(list(&say.not_in_full(), missing.iter().map(|one| left_out(say, one))));
            deeds(page, say, done);
            turn_to(page, say, remedies);
        }
        Letter::Declined { missing, remedies } => {
            page.push(list(&say.declined(), missing.iter().map(|one| left_out(say, one))));
            turn_to(page, say, remedies);
        }
        Letter::Unidentifiable { facts, remedies } => {
            page.push(say.unidentifiable());
            page.push(facts.clone());
            page.push(say.unidentifiable_help());
            turn_to(page, say, remedies);
        }
        Letter::Extended { why, facts, due } => {
            page.push(say.extended(&day(say.0, *due)));
            let why = match why {
                Extension::Complexity => say.extended_complexity(),
                Extension::NumberOfRequests => say.extended_number(),
            };
            page.push(format!("{why}\n{facts}"));
            page.push(say.extended_sooner());
            page.push(say.free());
        }
        Letter::ReviewOpened { .. }
        | Letter::Referred { .. }
        | Letter::IdentityAsked { .. }
        | Letter::ClarificationAsked { .. }
        | Letter::FeeProposed { .. }
        | Letter::Refused { .. }
        | Letter::RefusedInPart { .. }
        | Letter::Narrow { .. }
        | Letter::BeforeLifting { .. }
        | Letter::RestrictionApplied { .. }
        | Letter::RestrictionEnds { .. }
        | Letter::Receipt { .. } => {}
    }
}

/// What was done in which system, until when copies may lie in backups, and who had received the data (LAW 1.6: completion).
fn deeds(page: &mut Vec<String>, say: Letters, done: &Deeds) {
    page.push(list(&say.completed(), done.parts.iter().map(|deed| line_of(say, deed))));
    page.extend(done.backups.map(|gone| say.backups(&day(say.0, gone))));
    page.push(list(&say.recipients(), done.recipients.iter().cloned()));
}

fn line_of(say: Letters, deed: &Deed) -> String {
    let what = &deed.what;
    let (n, count) = (i64::try_from(deed.records).unwrap_or(i64::MAX), number(say.0, deed.records));
    match deed.done {
        Done::NotSearched => say.not_searched(what),
        Done::Kept => say.done_kept(what, &deed.because),
        Done::Collected
        | Done::Erased
        | Done::Overwritten
        | Done::Restricted
        | Done::RestrictionLifted
            if n == 0 =>
        {
            say.done_nothing(what)
        }
        Done::Collected => say.done_collected(what, n, &count),
        Done::Erased => say.done_erased(what, n, &count),
        Done::Overwritten => say.done_overwritten(what, n, &count),
        Done::Restricted => say.done_restricted(what, n, &count),
        Done::RestrictionLifted => say.done_restriction_lifted(what, n, &count),
    }
}

/// What a receipt says (LAW 1.6).
fn receipt(page: &mut Vec<String>, say: Letters, letter: &Letter) {
    let Letter::Receipt { right, words, came, due, privacy } = letter else { return };
    page.push(say.receipt(came));
    page.push(say.receipt_right(&asked(*right, Packages(say.0, say.1))));
    page.extend(words.as_ref().map(|words| format!("{}\n{words}", say.receipt_words())));
    page.push(say.receipt_due(&weekday_and_day(say.0, *due)));
    if matches!(right, Right::Objection | Right::ConsentWithdrawal) {
        page.push(say.receipt_stopped());
    }
    page.extend([say.receipt_add(), say.free(), say.receipt_privacy(privacy)]);
}

fn asked(right: Right, say: Packages) -> String {
    match right {
        Right::Access => say.right_access(),
        Right::Rectification => say.right_rectification(),
        Right::Erasure => say.right_erasure(),
        Right::Restriction => say.right_restriction(),
        Right::Portability => say.right_portability(),
        Right::Objection => say.right_objection(),
        Right::AutomatedDecisionReview => say.right_automated_decision_review(),
        Right::ConsentWithdrawal => say.right_consent_withdrawal(),
        Right::Other => say.right_other(),
    }
}

/// What is told of a restriction that was asked for (Art. 18).
fn restriction(page: &mut Vec<String>, say: Letters, letter: &Letter) {
    if let Letter::RestrictionApplied { titles } = letter {
        page.push(list(&say.restriction_applied(), titles.iter().cloned()));
        page.push(say.restriction_except());
    }
    if let Letter::RestrictionEnds { titles, reason, days, remedies } = letter {
        page.push(list(&say.restriction_ends(), titles.iter().cloned()));
        page.push(say.restriction_reason(reason));
        page.push(say.days(*days));
        page.push(say.restriction_object());
        turn_to(page, say, remedies);
    }
}

/// All that LAW 1.6 wants of whoever is asked who they are.
fn identity(page: &mut Vec<String>, say: Letters, doubt: &str, (means, period): (Means, Period)) {
    page.push(format!("{}\n{doubt}", say.identity()));
    page.extend([enough(say, means), say.identity_otherwise(), say.identity_deleted()]);
    page.extend([of_period(say, period), say.free()]);
}

/// What is enough to know who asks, and nothing more.
pub(super) fn enough(say: Letters, means: Means) -> String {
    match means {
        Means::SignIn => say.enough_sign_in(),
        Means::ConfirmAddress => say.enough_confirm_address(),
        Means::CustomerNumber => say.enough_customer_number(),
        Means::KnownDetail => say.enough_known_detail(),
        Means::CallBack => say.enough_call_back(),
        Means::LetterCode => say.enough_letter_code(),
    }
}

fn of_period(say: Letters, period: Period) -> String {
    match period {
        Period::StandsStill(since) => say.period_stands_still(&day(say.0, since)),
        Period::RunsOn(until) => say.period_runs_on(&day(say.0, until)),
    }
}

/// A line: what is left out, by which ground, and what shows it.
fn left_out(say: Letters, one: &Missing) -> String {
    let what = one.what.clone().unwrap_or_else(|| say.all_of_it());
    match one.ground {
        None => say.not_searched(&what),
        Some(ground) => say.left_out_because(&what, &by(say, ground), &one.facts),
    }
}

fn by(say: Letters, ground: Ground) -> String {
    match ground {
        Ground::RightsOfOthers => say.ground_rights_of_others(),
        Ground::AccuracyNotShown => say.ground_accuracy_not_shown(),
        Ground::NoCaseForErasure => say.ground_no_case_for_erasure(),
        Ground::Expression => say.ground_expression(),
        Ground::LegalObligation => say.ground_legal_obligation(),
        Ground::PublicHealth => say.ground_public_health(),
        Ground::Research => say.ground_research(),
        Ground::LegalClaims => say.ground_legal_claims(),
        Ground::NoCaseForRestriction => say.ground_no_case_for_restriction(),
        Ground::NotProvided => say.ground_not_provided(),
        Ground::NotByConsentOrContract => say.ground_not_by_consent_or_contract(),
        Ground::RightsOfOthersToo => say.ground_rights_of_others_too(),
        Ground::NoSuchDecision => say.ground_no_such_decision(),
        Ground::Unidentifiable => say.ground_unidentifiable(),
        Ground::NoRight => say.ground_no_right(),
    }
}

fn list(title: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.map(|line| format!("- {line}")).collect();
    match (title.is_empty(), lines.is_empty()) {
        (_, true) => String::new(),
        (true, false) => lines.join("\n"),
        (false, false) => format!("{title}\n{}", lines.join("\n")),
    }
}

fn because(page: &mut Vec<String>, say: Letters, why: &Why) {
    page.push(say.why());
    page.push(say.objective(&why.objective));
    page.push(say.subjective(&why.subjective));
    page.push(say.milder(&why.milder_steps));
    page.push(list(&say.evidence(), why.evidence.iter().map(|one| shows(say, *one))));
}

fn turn_to(page: &mut Vec<String>, say: Letters, remedies: &Remedies) {
    let line = |name: String, authority: &Authority| format!("{name}, {}", authority.website);
    let theirs = |authority: &Authority| match authority.country {
        // Each state of Germany has its own, and theirs need not be ours (LAW 14.4).
        "DE" => say.authority_home_de(),
        _ => authority.name.to_owned(),
    };
    let ours = match remedies.own.country {
        "DE" => say.authority_own_de(),
        "EU" => say.authority_unknown(),
        _ => remedies.own.name.to_owned(),
    };
    let mut lines: Vec<String> =
        remedies.home.iter().map(|home| line(theirs(home), home)).collect();
    let own = line(ours, &remedies.own);
    if !lines.contains(&own) {
        lines.push(own);
    }
    page.push(say.again());
    // Each law has its own remedies (LAW 14.1, 14.2): the one that the controller is under says which.
    let (authority, court) = match remedies.own.country {
        "GB" => (say.authority_gb(), say.court_gb()),
        "CH" => (say.authority_ch(), say.court_ch()),
        _ => (say.authority(), say.court()),
    };
    page.push(list(&authority, lines.into_iter()));
    page.push(court);
}
