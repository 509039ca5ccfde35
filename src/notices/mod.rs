//! Letters that we owe somebody: what each must say, in the languages we speak.
//!
//! Start with [`Letter::write`]. A [`Written`] letter has everything that the law asks of it (LAW 1.6); one that lacks a part
//! cannot be written, and so cannot be sent. Every kind has a [`sample`].
//!
//! **Invariant:** pure; imports `domain` and `words` alone. A language chooses words, and nothing else.

pub mod authority;
mod heading;
mod page;
mod sample;

use crate::domain::asked::Means;
use crate::domain::due::Extension;
use crate::domain::ground::Ground;
use crate::domain::part::Done;
use crate::domain::review::Evidence;
use crate::domain::right::Right;
use crate::domain::time::Day;
use crate::words::{Language, Law, Letters};

use authority::Authority;

pub use sample::sample;

/// What a letter is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A review was opened that may end in something other than a free answer.
    ReviewOpened,
    /// The same, where somebody referred it: nothing was counted (LAW 10.3).
    Referred,
    /// A fee is proposed (Art. 12(5)).
    FeeProposed,
    /// Nothing is given (Art. 12(4) and (5)).
    Refused,
    /// A part is not given (Art. 12(4) and (5)).
    RefusedInPart,
    /// It is answered as always, with a suggestion how to ask more narrowly.
    Narrow,
    /// An objection is overridden, and the stop will be lifted (Art. 12(4), 18(3)).
    BeforeLifting,
    /// A part is not given, on a ground of the right itself, or could not be looked at (Art. 12(4)).
    NotInFull,
    /// Nothing is given, on a ground of the right itself (Art. 12(4)).
    Declined,
    /// Nobody can tell whose data they are (Art. 11(2)).
    Unidentifiable,
    /// It takes longer (Art. 12(3)).
    Extended,
    /// We have to know who asks (Art. 12(6)).
    IdentityAsked,
    /// We would like to know what is looked for (recital 63).
    ClarificationAsked,
    /// A restriction that was asked for is in force (Art. 18).
    RestrictionApplied,
    /// It ends (Art. 18(3)).
    RestrictionEnds,
    /// A request that came by letter, by phone or over the counter is there.
    Receipt,
    /// What was asked for was done (Art. 12(3), 19).
    Completed,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::ReviewOpened,
        Self::Referred,
        Self::FeeProposed,
        Self::Refused,
        Self::RefusedInPart,
        Self::Narrow,
        Self::BeforeLifting,
        Self::NotInFull,
        Self::Declined,
        Self::Unidentifiable,
        Self::Extended,
        Self::IdentityAsked,
        Self::ClarificationAsked,
        Self::RestrictionApplied,
        Self::RestrictionEnds,
        Self::Receipt,
        Self::Completed,
    ];

    /// The word of the API, the command line and the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::ReviewOpened => "review_opened",
            Self::Referred => "referral_opened",
            Self::FeeProposed => "fee_proposed",
            Self::Refused => "refused",
            Self::RefusedInPart => "refused_in_part",
            Self::Narrow => "narrow",
            Self::BeforeLifting => "before_lifting",
            Self::NotInFull => "not_in_full",
            Self::Declined => "declined",
            Self::Unidentifiable => "unidentifiable",
            Self::Extended => "extended",
            Self::IdentityAsked => "identity_asked",
            Self::ClarificationAsked => "clarification_asked",
            Self::RestrictionApplied => "restriction_applied",
            Self::RestrictionEnds => "restriction_ends",
            Self::Receipt => "receipt",
            Self::Completed => "completed",
        }
    }

    /// Reads the word back.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What every letter needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// Who answers.
    pub controller: String,
    /// Whose provisions it cites.
    pub law: Law,
    /// Where that is: a postal address, a line each. Empty when nobody wrote one down.
    pub address: String,
    /// Who signs, as a role. Empty when it is the controller alone.
    pub signatory: String,
    /// To whom it goes.
    pub to: To,
    /// The day on which it is written, where the controller is.
    pub written: Day,
    /// The tag of the language that the person asked in, when it is none of ours.
    pub asked_in: Option<String>,
    /// Where the data protection officer is reached.
    pub contact: String,
    /// The case.
    pub reference: String,
    /// When the request came, where the controller is.
    pub received: Day,
}

/// To whom a letter goes, as far as that is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum To {
    /// Name, postal address or e-mail address, a line each.
    Named(Vec<String>),
    /// Whoever holds the account that the request came from.
    Account,
}

/// Why a use that was objected to goes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Because {
    /// Compelling grounds that override (Art. 21(1)).
    Overriding {
        /// Which.
        grounds: String,
        /// Why they outweigh.
        weighing: String,
    },
    /// A task in the public interest that needs it (Art. 21(6)).
    PublicTask {
        /// Which.
        task: String,
    },
}

/// Where the person can turn (Art. 12(4), 77, 79). It has no empty form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remedies {
    /// The authority where the person lives, when they told the country.
    pub home: Option<Authority>,
    /// The controller's.
    pub own: Authority,
}

/// Why it was decided so; what an officer wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Why {
    /// What purpose of the right is not served.
    pub objective: String,
    /// What shows the intention.
    pub subjective: String,
    /// What was considered instead.
    pub milder_steps: String,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// What is held against a person whose request somebody referred: both elements of C-526/24, and where the evidence stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// What purpose of the right is not served.
    pub objective: String,
    /// What shows the intention.
    pub subjective: String,
    /// Where it stands.
    pub evidence: String,
}

/// Something that is not given, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    /// What, if not everything.
    pub what: Option<String>,
    /// By which ground; none when nobody could look at it yet.
    pub ground: Option<Ground>,
    /// What shows it.
    pub facts: String,
}

/// What was done, for whoever asked for it (LAW 1.6: completion).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Deeds {
    /// What machines did. Nothing where it was done by hand.
    pub parts: Vec<Deed>,
    /// By when copies in backups are gone, where there are any.
    pub backups: Option<Day>,
    /// Who had received the data (Art. 19), by name.
    pub recipients: Vec<String>,
}

/// What was done with some data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deed {
    /// With which.
    pub what: String,
    /// What.
    pub done: Done,
    /// How many records.
    pub records: u64,
    /// Why it stays, where it does.
    pub because: String,
}

/// A line of a fee.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cost {
    /// What, in the language of the letter.
    pub title: String,
    /// How many of it.
    pub quantity: u32,
    /// In hundredths of the currency.
    pub cents_each: u32,
}

/// What a question does to the period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Period {
    /// It stands still from this day on.
    StandsStill(Day),
    /// It runs on, and ends then.
    RunsOn(Day),
}

/// A letter with what is particular about it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each variant says what its fields are")]
pub enum Letter {
    /// The rule, the requests that counted, each with its day, and those that did not, each with the reason, all in the
    /// language of the letter.
    ReviewOpened {
        rule: String,
        counted: Vec<(String, Day)>,
        left_out: Vec<(String, String)>,
        lapses_on: Day,
    },
    /// What is held against the person, so that they can answer it.
    Referred { held: Held, lapses_on: Day },
    /// What it costs, and why so much.
    FeeProposed { why: Why, cents: u32, currency: String, costs: Vec<Cost>, remedies: Remedies },
    /// Why, and where to turn.
    Refused { why: Why, remedies: Remedies },
    /// Which part.
    RefusedInPart { what: String, why: Why, remedies: Remedies },
    /// What could be left out.
    Narrow { suggestion: String },
    /// Which use, why, and from when. For research the question is whether a task in the public interest needs it (Art. 21(6)).
    BeforeLifting {
        purpose: String,
        because: Because,
        necessity: String,
        person: String,
        days: i64,
        remedies: Remedies,
    },
    /// What is left out, each with its ground, and what was done with the rest.
    NotInFull { missing: Vec<Missing>, done: Deeds, remedies: Remedies },
    /// Why nothing is given.
    Declined { missing: Vec<Missing>, remedies: Remedies },
    /// What was searched, and what would help.
    Unidentifiable { facts: String, remedies: Remedies },
    /// Why, and the new date.
    Extended { why: Extension, facts: String, due: Day },
    /// Why we are in doubt, what is enough, and what becomes of the period.
    IdentityAsked { doubt: String, means: Means, period: Period },
    /// What we would like to know, and what becomes of the period.
    ClarificationAsked { question: String, period: Period },
    /// Which uses are stopped.
    RestrictionApplied { titles: Vec<String> },
    /// Which uses go on, why, and from when.
    RestrictionEnds { titles: Vec<String>, reason: String, days: i64, remedies: Remedies },
    /// What we understood, when it came, by when we answer, and where it stands what we do with it.
    Receipt { right: Right, words: Option<String>, came: String, due: Day, privacy: String },
    /// What was done.
    Completed { done: Deeds },
}

/// A letter that has everything. Only [`Letter::write`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    kind: Kind,
    language: Language,
    text: String,
}

impl Written {
    /// What it is about.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// In which language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A letter that cannot be sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the letter lacks `{0}`; it cannot be sent without")]
pub struct Incomplete(pub &'static str);

impl Letter {
    /// What it is about.
    pub fn kind(&self) -> Kind {
        match self {
            Self::ReviewOpened { .. } => Kind::ReviewOpened,
            Self::Referred { .. } => Kind::Referred,
            Self::FeeProposed { .. } => Kind::FeeProposed,
            Self::Refused { .. } => Kind::Refused,
            Self::RefusedInPart { .. } => Kind::RefusedInPart,
            Self::Narrow { .. } => Kind::Narrow,
            Self::BeforeLifting { .. } => Kind::BeforeLifting,
            Self::NotInFull { .. } => Kind::NotInFull,
            Self::Declined { .. } => Kind::Declined,
            Self::Unidentifiable { .. } => Kind::Unidentifiable,
            Self::Extended { .. } => Kind::Extended,
            Self::IdentityAsked { .. } => Kind::IdentityAsked,
            Self::ClarificationAsked { .. } => Kind::ClarificationAsked,
            Self::RestrictionApplied { .. } => Kind::RestrictionApplied,
            Self::RestrictionEnds { .. } => Kind::RestrictionEnds,
            Self::Receipt { .. } => Kind::Receipt,
            Self::Completed { .. } => Kind::Completed,
        }
    }

    /// The letter in words.
    ///
    /// # Errors
    /// [`Incomplete`] names the first part that is missing.
    pub fn write(&self, head: &Head, language: Language) -> Result<Written, Incomplete> {
        self.complete(head)?;
        let text = page::letter(self, head, language);
        Ok(Written { kind: self.kind(), language, text })
    }

    fn complete(&self, head: &Head) -> Result<(), Incomplete> {
        let mut parts: Vec<(&'static str, &str)> = vec![
            ("controller", &head.controller),
            ("contact", &head.contact),
            ("reference", &head.reference),
        ];
        match self {
            Self::ReviewOpened { rule, .. } => parts.push(("rule", rule)),
            Self::Referred { held, .. } => {
                parts.extend([
                    ("objective", held.objective.as_str()),
                    ("subjective", held.subjective.as_str()),
                    ("evidence", held.evidence.as_str()),
                ]);
            }
            Self::FeeProposed { why, currency, costs, remedies, .. } => {
                parts.push(("currency", currency));
                parts.push(("costs", costs.first().map_or("", |cost| &cost.title)));
                because(&mut parts, why, remedies);
            }
            Self::Refused { why, remedies } => because(&mut parts, why, remedies),
            Self::RefusedInPart { what, why, remedies } => {
                parts.push(("part", what));
                because(&mut parts, why, remedies);
            }
            Self::Narrow { suggestion } => parts.push(("suggestion", suggestion)),
            Self::BeforeLifting { purpose, because, necessity, person, remedies, .. } => {
                parts.extend([
                    ("purpose", purpose.as_str()),
                    ("necessity", necessity.as_str()),
                    ("person", person.as_str()),
                    ("authority", remedies.own.name),
                ]);
                match because {
                    Because::Overriding { grounds, weighing } => {
                        parts.extend([("grounds", grounds.as_str()), ("weighing", weighing)]);
                    }
                    Because::PublicTask { task } => parts.push(("public_task", task)),
                }
            }
            Self::NotInFull { missing, remedies, .. } | Self::Declined { missing, remedies } => {
                lacks(&mut parts, missing, remedies);
            }
            Self::Unidentifiable { facts, remedies } => {
                parts.extend([("facts", facts.as_str()), ("authority", remedies.own.name)]);
            }
            Self::Receipt { came, privacy, .. } => {
                parts.extend([("came", came.as_str()), ("privacy", privacy)]);
            }
            Self::Completed { .. } => {}
            Self::Extended { facts, .. } => parts.push(("facts", facts)),
            Self::IdentityAsked { doubt, .. } => parts.push(("doubt", doubt)),
            Self::ClarificationAsked { question, .. } => parts.push(("question", question)),
            Self::RestrictionApplied { titles } => {
                parts.push(("uses", titles.first().map_or("", String::as_str)));
            }
            Self::RestrictionEnds { titles, reason, remedies, .. } => {
                parts.extend([
                    ("uses", titles.first().map_or("", String::as_str)),
                    ("reason", reason.as_str()),
                    ("authority", remedies.own.name),
                ]);
            }
        }
        match parts.into_iter().find(|(_, text)| text.trim().is_empty()) {
            Some((name, _)) => Err(Incomplete(name)),
            None => Ok(()),
        }
    }
}

fn lacks<'l>(
    parts: &mut Vec<(&'static str, &'l str)>,
    missing: &'l [Missing],
    remedies: &Remedies,
) {
    parts.push(("missing", if missing.is_empty() { "" } else { "there is some" }));
    let unsaid = |one: &&Missing| one.ground.is_some() && one.facts.trim().is_empty();
    let unsaid = missing.iter().find(unsaid);
    parts.push(("facts", unsaid.map_or("they are there", |one| one.facts.as_str())));
    parts.push(("authority", remedies.own.name));
}

fn because<'l>(parts: &mut Vec<(&'static str, &'l str)>, why: &'l Why, remedies: &Remedies) {
    parts.extend([
        ("objective", why.objective.as_str()),
        ("subjective", why.subjective.as_str()),
        ("milder_steps", why.milder_steps.as_str()),
        ("evidence", if why.evidence.is_empty() { "" } else { "there is some" }),
        ("authority", remedies.own.name),
    ]);
}

/// What a person is told of after an erasure: that their objections stay, and as what (R-RET-1).
pub fn kept_objections(titles: &[String], language: Language) -> String {
    // It cites nothing.
    Letters(language, Law::default()).kept_objections(&titles.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_written_in_every_language_with_what_it_must_say() {
        for kind in Kind::ALL {
            for language in Language::ALL {
                let (head, letter) = sample(kind);
                let text = letter.write(&head, language).unwrap().text().to_owned();
                assert!(
                    text.contains("HB-7K3M-92QX") && text.contains("dpo@example.org"),
                    "{text}"
                );
                let adverse = !matches!(
                    kind,
                    Kind::ReviewOpened
                        | Kind::Referred
                        | Kind::Narrow
                        | Kind::Extended
                        | Kind::IdentityAsked
                        | Kind::ClarificationAsked
                        | Kind::RestrictionApplied
                        | Kind::Receipt
                        | Kind::Completed
                );
                if adverse {
                    // Art. 12(4): authority and court; the home country's and the controller's.
                    assert!(text.contains("CNIL") && text.contains("bfdi.bund.de"), "{text}");
                    let court = match language {
                        Language::En => "court",
                        Language::Fr | Language::Es => "tribunal",
                        Language::De => "Gericht",
                        Language::It => "giuri",
                        Language::Pt => "judicial",
                        Language::Nl => "rechter",
                        Language::Pl => "sąd",
                    };
                    assert!(text.contains(court), "{text}");
                }
            }
        }
    }

    #[test]
    fn whoever_is_asked_who_they_are_reads_all_that_the_checklist_wants() {
        // LAW 1.6: why, the exact minimum, alternatives, what is deleted when, the period, no cost.
        let (head, letter) = sample(Kind::IdentityAsked);
        let Letter::IdentityAsked { doubt, .. } = &letter else { unreachable!() };
        for language in Language::ALL {
            let say = Letters(language, head.law);
            for means in Means::ALL {
                let since = Day::constant(2026, 11, 25);
                let due = Day::constant(2026, 12, 23);
                for period in [Period::StandsStill(since), Period::RunsOn(due)] {
                    let letter = Letter::IdentityAsked { doubt: doubt.clone(), means, period };
                    let text = letter.write(&head, language).unwrap().text().to_owned();
                    let day = |day| crate::words::day(language, day);
                    let told = match period {
                        Period::StandsStill(from) => say.period_stands_still(&day(from)),
                        Period::RunsOn(until) => say.period_runs_on(&day(until)),
                    };
                    let wanted = [
                        doubt.clone(),
                        page::enough(say, means),
                        say.identity_otherwise(),
                        say.identity_deleted(),
                        told,
                        say.free(),
                    ];
                    for part in wanted {
                        assert!(text.contains(&part), "{part} is missing: {text}");
                    }
                }
            }
        }
        let letter = Letter::IdentityAsked {
            doubt: " ".into(),
            means: Means::SignIn,
            period: Period::RunsOn(Day::constant(2026, 12, 23)),
        };
        assert_eq!(letter.write(&head, Language::En), Err(Incomplete("doubt")));
    }

    /// LAW 1.6, a kind after the other: what must stand in it, in the words of the language.
    fn checklist(letter: &Letter, say: Letters) -> Vec<String> {
        let day = |day: Day| crate::words::day(say.0, day);
        match letter {
            Letter::Receipt { words, came, due, privacy, .. } => vec![
                say.receipt(came),
                words.clone().unwrap(),
                say.receipt_due(&crate::words::weekday_and_day(say.0, *due)),
                say.receipt_add(),
                say.free(),
                say.receipt_privacy(privacy),
            ],
            Letter::Completed { done } => vec![
                say.completed(),
                say.done_nothing("Photos"),
                say.done_kept("Invoices", &done.parts[3].because),
                say.backups(&day(done.backups.unwrap())),
                say.recipients(),
                done.recipients[0].clone(),
                say.again(),
            ],
            Letter::NotInFull { missing, .. } => {
                vec![missing[0].facts.clone(), say.recipients(), say.again(), say.court()]
            }
            Letter::Declined { missing, .. } => {
                vec![say.declined(), missing[0].facts.clone(), say.again(), say.court()]
            }
            Letter::Unidentifiable { facts, .. } => {
                vec![say.unidentifiable(), facts.clone(), say.unidentifiable_help(), say.court()]
            }
            Letter::Extended { facts, due, .. } => {
                vec![say.extended(&day(*due)), facts.clone(), say.extended_sooner(), say.free()]
            }
            Letter::ClarificationAsked { question, .. } => {
                vec![question.clone(), say.clarification_optional(), say.free()]
            }
            Letter::FeeProposed { why, .. } => {
                vec![say.choices(), why.objective.clone(), say.again(), say.court()]
            }
            Letter::Refused { why, .. } | Letter::RefusedInPart { why, .. } => {
                vec![why.objective.clone(), why.subjective.clone(), say.evidence(), say.court()]
            }
            Letter::ReviewOpened { rule, .. } => {
                vec![say.review(), rule.clone(), say.left_out(), say.speak(), say.free()]
            }
            Letter::Referred { held, .. } => {
                vec![say.referred(), held.evidence.clone(), say.referred_speak(), say.free()]
            }
            Letter::Narrow { suggestion } => vec![suggestion.clone()],
            Letter::BeforeLifting { person, days, .. } => {
                vec![say.person(person), say.days(*days), say.again(), say.court()]
            }
            Letter::IdentityAsked { doubt, .. } => {
                vec![doubt.clone(), say.identity_otherwise(), say.identity_deleted(), say.free()]
            }
            Letter::RestrictionApplied { titles } => {
                vec![say.restriction_applied(), titles[1].clone(), say.restriction_except()]
            }
            Letter::RestrictionEnds { reason, days, .. } => {
                vec![say.restriction_reason(reason), say.days(*days), say.again(), say.court()]
            }
        }
    }

    #[test]
    fn each_kind_says_what_the_checklist_of_the_law_wants() {
        for kind in Kind::ALL {
            for language in Language::ALL {
                let (head, letter) = sample(kind);
                let text = letter.write(&head, language).unwrap().text().to_owned();
                for wanted in checklist(&letter, Letters(language, head.law)) {
                    assert!(text.contains(&wanted), "{}: {wanted} is missing: {text}", kind.code());
                }
            }
        }
    }

    #[test]
    fn british_and_swiss_letters_name_the_remedies_of_their_own_law() {
        for language in Language::ALL {
            let (head, letter) = sample(Kind::Declined);
            let Letter::Declined { missing, .. } = letter else { unreachable!() };
            for (country, law, site) in
                [("GB", "164A", "ico.org.uk"), ("CH", "49", "edoeb.admin.ch")]
            {
                let remedies = Remedies { home: None, own: authority::or_first(country) };
                let letter = Letter::Declined { missing: missing.clone(), remedies };
                let text = letter.write(&head, language).unwrap().text().to_owned();
                assert!(text.contains(law) && text.contains(site), "{text}");
                assert!(!text.contains("77") && !text.contains("79"), "{text}");
            }
        }
    }

    #[test]
    fn a_letter_cites_the_law_that_its_controller_is_under() {
        for kind in Kind::ALL {
            for language in Language::ALL {
                let (head, letter) = sample(kind);
                let under = |law| {
                    let head = Head { law, ..head.clone() };
                    letter.write(&head, language).unwrap().text().to_owned()
                };
                let (union, united_kingdom) = crate::words::regulation(language);
                let british = under(Law::UnitedKingdom);
                assert!(!british.replace(united_kingdom, "").contains(union), "{british}");
                let swiss = under(Law::Switzerland);
                assert!(!swiss.contains(union), "{swiss}");
                assert_eq!(under(Law::Other), under(Law::Union));
                assert_eq!(british != under(Law::Union), swiss != under(Law::Union));
            }
        }
    }

    #[test]
    fn a_german_controllers_own_authority_is_not_the_persons() {
        for (language, yours, ours) in [
            (Language::En, "your German state", "our German state"),
            (Language::Fr, "votre Land", "notre Land"),
            (Language::De, "Ihres Bundeslandes", "unseres Bundeslandes"),
        ] {
            let (head, letter) = sample(Kind::Declined);
            let Letter::Declined { missing, .. } = letter else { unreachable!() };
            let own = authority::or_first("DE");
            for home in [None, authority::of("DE")] {
                let remedies = Remedies { home, own };
                let letter = Letter::Declined { missing: missing.clone(), remedies };
                let text = letter.write(&head, language).unwrap().text().to_owned();
                assert!(text.contains(ours), "{text}");
                assert_eq!(text.contains(yours), home.is_some(), "{text}");
            }
        }
    }

    #[test]
    fn a_letter_in_another_language_says_so_and_one_to_nobody_named_says_to_whom() {
        for language in Language::ALL {
            let (head, letter) = sample(Kind::Extended);
            let say = Letters(language, head.law);
            let asked = Head { asked_in: Some("sv".into()), to: To::Account, ..head.clone() };
            let text = letter.write(&asked, language).unwrap().text().to_owned();
            assert!(text.contains("Vi har inte det här brevet på ditt språk.\n"), "{text}");
            assert!(text.contains(&say.other_language()) && text.contains(&say.to_account()));
            let usual = letter.write(&head, language).unwrap().text().to_owned();
            assert!(!usual.contains(&say.other_language()), "{usual}");
            assert!(usual.contains("Ada Lovelace\n4 rue des Lilas\n69003 Lyon"), "{usual}");
            let bare = Head { address: String::new(), signatory: String::new(), ..head };
            let text = letter.write(&bare, language).unwrap().text().to_owned();
            assert!(text.starts_with("Example SAS\n\nAda Lovelace"), "{text}");
            assert!(text.contains(&format!("{}\n\nExample SAS\n\n", say.closing())), "{text}");
        }
    }

    #[test]
    fn what_is_told_of_research_is_a_task_in_the_public_interest_and_no_compelling_ground() {
        for (language, task, ground) in [
            (Language::En, "task", "compelling"),
            (Language::Fr, "mission d'intérêt public", "impérieux"),
            (Language::De, "Aufgabe", "zwingend"),
        ] {
            let (head, letter) = sample(Kind::BeforeLifting);
            let usual = letter.write(&head, language).unwrap().text().to_owned();
            assert!(usual.contains(ground) && !usual.contains(task), "{usual}");
            let Letter::BeforeLifting { purpose, necessity, person, days, remedies, .. } = letter
            else {
                unreachable!()
            };
            let because = Because::PublicTask { task: "A register of accidents, by law.".into() };
            let letter =
                Letter::BeforeLifting { purpose, because, necessity, person, days, remedies };
            let text = letter.write(&head, language).unwrap().text().to_owned();
            assert!(text.contains(task) && !text.contains(ground), "{text}");
            let overriding = ["outweighs", "l'emportent", "überwiegen"];
            assert!(!overriding.iter().any(|word| text.contains(word)), "{text}");
        }
    }

    #[test]
    fn an_incomplete_letter_cannot_be_written() {
        let (head, letter) = sample(Kind::Refused);
        let Letter::Refused { why, remedies } = letter else { unreachable!() };
        for (part, broken) in [
            ("objective", Why { objective: " ".into(), ..why.clone() }),
            ("subjective", Why { subjective: String::new(), ..why.clone() }),
            ("milder_steps", Why { milder_steps: String::new(), ..why.clone() }),
            ("evidence", Why { evidence: Vec::new(), ..why.clone() }),
        ] {
            let letter = Letter::Refused { why: broken, remedies: remedies.clone() };
            assert_eq!(letter.write(&head, Language::En), Err(Incomplete(part)));
        }
        let nobody = Head { contact: String::new(), ..head };
        let letter = Letter::Refused { why, remedies };
        assert_eq!(letter.write(&nobody, Language::En), Err(Incomplete("contact")));
    }

    #[test]
    fn letters_in_every_language() {
        for kind in Kind::ALL {
            for language in Language::ALL {
                let (head, letter) = sample(kind);
                let name = format!("{}.{}", kind.code(), language.code());
                insta::assert_snapshot!(name, letter.write(&head, language).unwrap().text());
            }
        }
        let titles = ["AI training".to_owned(), "Direct marketing".to_owned()];
        for language in Language::ALL {
            let name = format!("kept_objections.{}", language.code());
            insta::assert_snapshot!(name, kept_objections(&titles, language));
        }
    }
}
