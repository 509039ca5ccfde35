//! Letters as an officer could have filled them in.

use super::{
    Because, Cost, Deed, Deeds, Head, Kind, Letter, Missing, Period, Remedies, To, Why, authority,
};
use crate::domain::asked::Means;
use crate::domain::due::Extension;
use crate::domain::ground::Ground;
use crate::domain::part::Done;
use crate::domain::review::Evidence;
use crate::domain::right::Right;
use crate::domain::time::Day;
use crate::words::Law;

/// A letter of each kind as it could look, for previews and tests.
pub fn sample(kind: Kind) -> (Head, Letter) {
    let head = head();
    let own = |text: &str| text.to_owned();
    let why = || Why {
        objective: own(
            "The copy asked for is the one of last week, and nothing has changed since.",
        ),
        subjective: own("The message says that the requests go on until money is paid."),
        milder_steps: own("We offered the copy again, and an answer limited to what is new."),
        evidence: vec![Evidence::IdenticalContent, Evidence::MoneyForSilence],
    };
    let remedies = || Remedies { home: authority::of("DE"), own: authority::or_first("FR") };
    let letter = match kind {
        Kind::ReviewOpened => Letter::ReviewOpened {
            rule: own("(the rule, in words)"),
            counted: vec![
                (own("HB-0000-0000"), Day::constant(2026, 10, 1)),
                (own("HB-1111-1111"), Day::constant(2026, 10, 20)),
            ],
            left_out: vec![(own("HB-2222-2222"), own("(the reason)"))],
            lapses_on: Day::constant(2026, 12, 8),
        },
        Kind::Referred => Letter::Referred {
            held: super::Held {
                objective: own("The account was made a day before, to ask for its data."),
                subjective: own("The message says that it is withdrawn for 500 euros."),
                evidence: own("The message of 20 November, in the file."),
            },
            lapses_on: Day::constant(2026, 12, 8),
        },
        Kind::FeeProposed => Letter::FeeProposed {
            why: why(),
            cents: 800,
            currency: own("EUR"),
            costs: vec![Cost { title: own("(the work)"), quantity: 20, cents_each: 40 }],
            remedies: remedies(),
        },
        Kind::Refused => Letter::Refused { why: why(), remedies: remedies() },
        Kind::RefusedInPart => in_part(why(), remedies()),
        Kind::Narrow => Letter::Narrow { suggestion: own("only the conversations since October") },
        Kind::BeforeLifting => Letter::BeforeLifting {
            purpose: own("Analysis of how the service is used"),
            because: Because::Overriding {
                grounds: own("Without counting failed sign-ins, attacks go unnoticed."),
                weighing: own(
                    "What is kept is a number without a name; the attacks harm all users.",
                ),
            },
            necessity: own("Attacks show only in the traffic of everybody."),
            person: own("You wrote that you do not want your use to be counted."),
            days: 7,
            remedies: remedies(),
        },
        Kind::RestrictionApplied => Letter::RestrictionApplied { titles: uses() },
        Kind::RestrictionEnds => restriction_ends(remedies()),
        Kind::IdentityAsked => identity(),
        Kind::ClarificationAsked => clarification(),
        Kind::Receipt
        | Kind::Completed
        | Kind::NotInFull
        | Kind::Declined
        | Kind::Unidentifiable
        | Kind::Extended => ordinary(kind, remedies()),
    };
    (head, letter)
}

fn head() -> Head {
    Head {
        law: Law::Union,
        controller: "Example SAS".into(),
        address: "12 rue de la Paix\n75002 Paris".into(),
        signatory: "Legal department".into(),
        to: To::Named(vec!["Ada Lovelace".into(), "4 rue des Lilas".into(), "69003 Lyon".into()]),
        written: Day::constant(2026, 11, 27),
        asked_in: None,
        contact: "dpo@example.org".into(),
        reference: "HB-7K3M-92QX".into(),
        received: Day::constant(2026, 11, 23),
    }
}

fn in_part(why: Why, remedies: Remedies) -> Letter {
    let what = "the log files of October, which you have received already".to_owned();
    Letter::RefusedInPart { what, why, remedies }
}

fn uses() -> Vec<String> {
    vec!["Training of our AI models".into(), "Advertising by e-mail".into()]
}

fn restriction_ends(remedies: Remedies) -> Letter {
    let reason = "The date of birth that you contested was checked and put right.".into();
    Letter::RestrictionEnds { titles: uses(), reason, days: 7, remedies }
}

fn identity() -> Letter {
    Letter::IdentityAsked {
        doubt: "The letter is signed with another name than the account has.".into(),
        means: Means::ConfirmAddress,
        period: Period::StandsStill(Day::constant(2026, 11, 25)),
    }
}

fn clarification() -> Letter {
    Letter::ClarificationAsked {
        question: "Is it about the repair of 2024, or about all orders since 2009?".into(),
        period: Period::RunsOn(Day::constant(2026, 12, 23)),
    }
}

fn deeds() -> Deeds {
    let deed = |what: &str, done, records| {
        let because = String::new();
        Deed { what: what.into(), done, records, because }
    };
    Deeds {
        parts: vec![
            deed("Messages", Done::Erased, 1204),
            deed("Account", Done::Overwritten, 1),
            deed("Photos", Done::Erased, 0),
            Deed {
                because: "Section 147 of the tax code, until 31 December 2034.".into(),
                ..deed("Invoices", Done::Kept, 2)
            },
        ],
        backups: Some(Day::constant(2027, 1, 22)),
        recipients: vec!["Hosting Ltd, Dublin".into()],
    }
}

/// What is told of an ordinary answer.
fn ordinary(kind: Kind, remedies: Remedies) -> Letter {
    match kind {
        Kind::NotInFull => Letter::NotInFull {
            missing: vec![
                Missing {
                    what: Some(String::from("Invoices")),
                    ground: Some(Ground::LegalObligation),
                    facts: String::from("Section 147 of the tax code, until 31 December 2034."),
                },
                Missing {
                    what: Some(String::from("Support mail")),
                    ground: None,
                    facts: String::new(),
                },
            ],
            done: deeds(),
            remedies,
        },
        Kind::Completed => Letter::Completed { done: deeds() },
        Kind::Receipt => Letter::Receipt {
            right: Right::Erasure,
            words: Some("Please erase my account. I have not used it since 2021.".into()),
            came: "23.11.2026".into(),
            due: Day::constant(2026, 12, 23),
            privacy: "https://example.org/privacy".into(),
        },
        Kind::Declined => Letter::Declined {
            missing: vec![Missing {
                what: None,
                ground: Some(Ground::AccuracyNotShown),
                facts: String::from("The register of births has the same date as we have."),
            }],
            remedies,
        },
        Kind::Unidentifiable => Letter::Unidentifiable {
            facts: String::from(
                "We searched all systems by the address you gave. A customer number would help.",
            ),
            remedies,
        },
        Kind::ReviewOpened
        | Kind::Referred
        | Kind::IdentityAsked
        | Kind::ClarificationAsked
        | Kind::FeeProposed
        | Kind::Refused
        | Kind::RefusedInPart
        | Kind::Narrow
        | Kind::BeforeLifting
        | Kind::RestrictionApplied
        | Kind::RestrictionEnds
        | Kind::Extended => Letter::Extended {
            why: Extension::Complexity,
            facts: String::from("Three paper archives must be searched, in two countries."),
            due: Day::constant(2027, 2, 23),
        },
    }
}
