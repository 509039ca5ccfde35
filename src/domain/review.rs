//! From a finding to a refusal or a fee there is one door, and it is here (invariant 4, P19, Art. 12(5)).
//!
//! [`enact`] needs a person who was heard, the DPO's opinion, another officer with the controller's role, reasons for the
//! objective and the subjective element, evidence beyond the mere number, and the milder steps considered. Its result cannot
//! be made in any other way; [`Recorded`] is what a log can tell of one, and carries no authority (SETTLED 14).
//!
//! What has no such maker cannot be written down. A decision has no constructor but [`enact`]:
//!
//! ```compile_fail,E0451
//! use habeas::domain::review::{Adverse, Enacted};
//! fn forge(real: Enacted) -> Enacted {
//!     Enacted { outcome: Adverse::Refuse, ..real }
//! }
//! ```
//!
//! It cannot be read from a file:
//!
//! ```compile_fail,E0277
//! use habeas::domain::review::Enacted;
//! let forged: Enacted = serde_json::from_str("{}").unwrap();
//! ```
//!
//! A record of one is not one:
//!
//! ```compile_fail,E0308
//! use habeas::domain::{case::Event, review::Recorded};
//! fn forge(by: Box<Recorded>) -> Event {
//!     Event::Refused { by }
//! }
//! ```
//!
//! Nobody is heard who was not told, and no opinion comes from anybody but the DPO:
//!
//! ```compile_fail,E0451
//! use habeas::domain::{id::FlagId, review::Heard};
//! let heard = Heard { flag: FlagId([0; 16]), counted: 3 };
//! ```
//!
//! ```compile_fail,E0451
//! use habeas::domain::review::{Opinion, View};
//! fn turn(real: Opinion) -> Opinion {
//!     Opinion { view: View::Excessive, ..real }
//! }
//! ```

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::deadline::Calendar;
use super::ground::{is_same_text, says_something};
use super::id::{FlagId, NoticeId, OpinionId};
use super::role::{Officer, Role};
use super::time::Instant;

pub use super::evidence::Evidence;
pub use super::not_enacted::{HEARING_DAYS, NotEnacted};
pub use super::referral::{Checklist, Referral, refer};

/// What the DPO advised.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Opinion {
    id: OpinionId,
    view: View,
    by: String,
    at: Instant,
    reasons: Reasons,
}

impl Opinion {
    /// Its id.
    pub fn id(&self) -> OpinionId {
        self.id
    }

    /// What it says.
    pub fn view(&self) -> View {
        self.view
    }

    /// The officer.
    pub fn by(&self) -> &str {
        &self.by
    }

    /// When it was given.
    pub fn at(&self) -> Instant {
        self.at
    }

    /// Why.
    pub fn reasons(&self) -> &Reasons {
        &self.reasons
    }
}

/// The two possible opinions.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Answer as always.
    NotExcessive,
    /// The controller may consider Art. 12(5).
    Excessive,
}

impl View {
    /// The word of the API and of the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotExcessive => "not_excessive",
            Self::Excessive => "excessive",
        }
    }
}

/// Reasons for both elements of C-526/24, in the officer's own words; sealed beside the log, never inside it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reasons {
    /// What purpose of the right the request does not serve.
    #[serde(default)]
    pub objective: String,
    /// What shows the intention.
    #[serde(default)]
    pub subjective: String,
    /// Which milder steps were considered, and why they did not do (C-416/23, paras 67-70).
    #[serde(default)]
    pub milder_steps: String,
}

/// What is decided against the person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Adverse {
    /// Nothing is given.
    Refuse,
    /// A part is not given; the rest is.
    Partial {
        /// Which part, in words.
        what: String,
    },
    /// The marginal cost of this request, shown beforehand.
    Fee {
        /// How much.
        cents: u32,
        /// What it is made of.
        lines: Vec<CostLine>,
    },
}

/// One line of a fee: documented, direct, and caused by this request (LAW 3.4).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CostLine {
    /// The item of the cost list.
    pub item: String,
    /// How many.
    pub quantity: u32,
    /// What one costs.
    pub cents_each: u32,
}

/// Everything that a decision against the person rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Grounds {
    /// Both elements and the milder steps.
    pub reasons: Reasons,
    /// What shows them.
    pub evidence: BTreeSet<Evidence>,
    /// Why the controller does not follow the DPO, when it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against_advice: Option<String>,
}

/// That the person was told that a review may end in something other than a free answer, and could speak.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Heard {
    flag: FlagId,
    counted: usize,
}

/// When the review of a flag was opened towards the person.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Opened {
    /// The letter that said so.
    pub notice: NoticeId,
    /// When.
    pub at: Instant,
    /// When it reached the person, with evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<Instant>,
    /// Whether the person has answered.
    pub is_answered: bool,
}

/// A refusal or a fee that was decided as the law demands. Fields are private: [`enact`] is the only maker.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Enacted {
    flag: FlagId,
    outcome: Adverse,
    opinion: OpinionId,
    opinion_by: String,
    decided_by: String,
    at: Instant,
    grounds: Grounds,
    notice: NoticeId,
}

impl Enacted {
    /// When it was signed.
    pub fn at(&self) -> Instant {
        self.at
    }

    /// About which flag.
    pub fn flag(&self) -> FlagId {
        self.flag
    }

    /// What was decided.
    pub fn outcome(&self) -> &Adverse {
        &self.outcome
    }

    /// The opinion that it took into account, and whose it was.
    pub fn opinion(&self) -> (OpinionId, &str) {
        (self.opinion, &self.opinion_by)
    }

    /// Who signed.
    pub fn decided_by(&self) -> &str {
        &self.decided_by
    }

    /// What it rests on.
    pub fn grounds(&self) -> &Grounds {
        &self.grounds
    }

    /// The letter with authority and court.
    pub fn notice(&self) -> NoticeId {
        self.notice
    }
}

/// What a log tells of a decision. It can be folded and compared; nothing can be decided with it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[expect(missing_docs, reason = "as in Enacted")]
pub struct Recorded {
    pub flag: FlagId,
    pub outcome: Adverse,
    pub opinion: OpinionId,
    pub opinion_by: String,
    pub decided_by: String,
    pub at: Instant,
    pub grounds: Grounds,
    pub notice: NoticeId,
}

/// The DPO's opinion on a flag.
///
/// # Errors
/// When the officer is not a DPO or a reason is missing: all three for "excessive", one for the other view.
pub fn opine(
    id: OpinionId,
    dpo: &Officer,
    view: View,
    reasons: Reasons,
    now: Instant,
) -> Result<Opinion, NotEnacted> {
    if !dpo.is(Role::Dpo) {
        return Err(NotEnacted::NotTheDpo);
    }
    match view {
        View::Excessive => complete(&reasons)?,
        View::NotExcessive if parts(&reasons).iter().all(|(_, text)| text.trim().is_empty()) => {
            return Err(NotEnacted::NoReasons("objective"));
        }
        View::NotExcessive => {}
    }
    Ok(Opinion { id, view, by: dpo.id().to_owned(), at: now, reasons })
}

/// An opinion as it was given and stored: what [`opine`] checked then.
pub(crate) fn given(
    id: OpinionId,
    by: String,
    view: View,
    reasons: Reasons,
    at: Instant,
) -> Opinion {
    Opinion { id, view, by, at, reasons }
}

/// That the person could speak: they have answered, or had the time to. `counted` says how many requests the finding
/// counted that they were told of; none where somebody referred it by hand.
///
/// # Errors
/// When the review was not opened towards them, or too recently.
pub fn hear(
    flag: FlagId,
    opened: Option<Opened>,
    counted: usize,
    now: Instant,
    calendar: &Calendar,
) -> Result<Heard, NotEnacted> {
    let opened = opened.ok_or(NotEnacted::NotOpened)?;
    if !opened.is_answered {
        let told_at = opened.told_at.ok_or(NotEnacted::NotTold)?;
        let from = told_at.plus_days(HEARING_DAYS);
        if now < from {
            return Err(NotEnacted::NotHeard(calendar.civil(from)));
        }
    }
    Ok(Heard { flag, counted })
}

/// The controller's signature under a refusal or a fee, with the letter that tells the person.
///
/// # Errors
/// When the officer lacks the role, gave the opinion, or left out anything that such a decision needs.
pub fn enact(
    heard: Heard,
    opinion: &Opinion,
    controller: &Officer,
    outcome: Adverse,
    grounds: Grounds,
    letter: NoticeId,
    now: Instant,
) -> Result<Enacted, NotEnacted> {
    if !controller.is(Role::Controller) {
        return Err(NotEnacted::NotTheController);
    }
    if controller.id() == opinion.by {
        return Err(NotEnacted::SamePerson);
    }
    complete(&grounds.reasons)?;
    if grounds.evidence.iter().all(|evidence| *evidence == Evidence::Frequency) {
        return Err(NotEnacted::FrequencyAlone);
    }
    // C-416/23, para 57: what nobody counted is no repetition, and a first request has nothing that it repeats.
    let repeats =
        |evidence: &&Evidence| matches!(evidence, Evidence::Frequency | Evidence::IdenticalContent);
    if let Some(claimed) = grounds.evidence.iter().find(repeats).filter(|_| heard.counted == 0) {
        return Err(NotEnacted::NothingCounted(claimed.code()));
    }
    let explained = grounds.against_advice.as_ref().is_some_and(|why| !why.trim().is_empty());
    if opinion.view == View::NotExcessive && !explained {
        return Err(NotEnacted::AgainstAdvice);
    }
    match &outcome {
        Adverse::Refuse => {}
        Adverse::Partial { what } if what.trim().is_empty() => return Err(NotEnacted::NoPart),
        Adverse::Partial { .. } => {}
        Adverse::Fee { cents, lines } if *cents == 0 || lines.is_empty() => {
            return Err(NotEnacted::NoFee);
        }
        Adverse::Fee { .. } => {}
    }
    Ok(Enacted {
        flag: heard.flag,
        outcome,
        opinion: opinion.id,
        opinion_by: opinion.by.clone(),
        decided_by: controller.id().to_owned(),
        at: now,
        grounds,
        notice: letter,
    })
}

/// The controller decides to answer as always, or to answer and suggest to the person how to narrow. Nobody else is needed
/// for what helps the person, and no opinion.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cleared {
    by: String,
    reasons: Reasons,
}

impl Cleared {
    /// Who decided.
    pub fn by(&self) -> &str {
        &self.by
    }

    /// Why.
    pub fn reasons(&self) -> &Reasons {
        &self.reasons
    }
}

/// A decision in the person's favour.
///
/// # Errors
/// When the officer lacks the controller's role.
pub fn clear(controller: &Officer, reasons: Reasons) -> Result<Cleared, NotEnacted> {
    if !controller.is(Role::Controller) {
        return Err(NotEnacted::NotTheController);
    }
    Ok(Cleared { by: controller.id().to_owned(), reasons })
}

fn parts(reasons: &Reasons) -> [(&'static str, &String); 3] {
    [
        ("objective", &reasons.objective),
        ("subjective", &reasons.subjective),
        ("milder_steps", &reasons.milder_steps),
    ]
}

/// Both elements of C-526/24 and the milder steps, each in words of its own.
fn complete(reasons: &Reasons) -> Result<(), NotEnacted> {
    if let Some((name, _)) = parts(reasons).into_iter().find(|(_, text)| !says_something(text)) {
        return Err(NotEnacted::NoReasons(name));
    }
    let [one, two, three] = parts(reasons);
    for ((this, text), (that, other)) in [(one, two), (one, three), (two, three)] {
        if is_same_text(text, other) {
            return Err(NotEnacted::SameText(this, that));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn officer(id: &str, role: Role) -> Officer {
        Officer::attested(id.into(), [role].into())
    }

    fn reasons() -> Reasons {
        Reasons {
            objective: "the copy of last week is asked for again".into(),
            subjective: "he wrote that it goes on until he is paid".into(),
            milder_steps: "we offered what is new since then".into(),
        }
    }

    fn grounds(evidence: &[Evidence]) -> Grounds {
        let evidence = evidence.iter().copied().collect();
        Grounds { reasons: reasons(), evidence, against_advice: None }
    }

    fn calendar() -> Calendar {
        Calendar::new(crate::domain::holidays::Country::parse("FR").unwrap(), "Europe/Paris")
            .unwrap()
    }

    const FLAG: FlagId = FlagId([0; 16]);
    const LETTER: NoticeId = NoticeId([1; 16]);
    const OPINION: OpinionId = OpinionId([2; 16]);
    const BOTH: [Evidence; 2] = [Evidence::Frequency, Evidence::IdenticalContent];

    #[test]
    fn a_refusal_needs_two_people_both_elements_the_controller_and_more_than_a_number() {
        let now = Instant(0).plus_days(HEARING_DAYS);
        let told_at = Some(Instant(0));
        let opened = Opened { notice: LETTER, at: Instant(0), told_at, is_answered: false };
        let heard = hear(FLAG, Some(opened), 3, now, &calendar()).unwrap();
        let dpo = officer("d", Role::Dpo);
        let opinion = opine(OPINION, &dpo, View::Excessive, reasons(), now).unwrap();
        let tried = |who: &Officer, opinion: &Opinion, grounds| {
            enact(heard, opinion, who, Adverse::Refuse, grounds, LETTER, now)
        };
        let both = Officer::attested("d".into(), [Role::Dpo, Role::Controller].into());
        assert_eq!(tried(&both, &opinion, grounds(&BOTH)), Err(NotEnacted::SamePerson));
        let worker = officer("w", Role::Caseworker);
        assert_eq!(tried(&worker, &opinion, grounds(&BOTH)), Err(NotEnacted::NotTheController));
        let signer = officer("c", Role::Controller);
        let mut mute = grounds(&BOTH);
        mute.reasons.subjective = "  ".into();
        assert_eq!(tried(&signer, &opinion, mute), Err(NotEnacted::NoReasons("subjective")));
        for number in [&[][..], &[Evidence::Frequency]] {
            let only = tried(&signer, &opinion, grounds(number));
            assert_eq!(only, Err(NotEnacted::FrequencyAlone));
        }
        let kind = opine(OPINION, &dpo, View::NotExcessive, reasons(), now).unwrap();
        assert_eq!(tried(&signer, &kind, grounds(&BOTH)), Err(NotEnacted::AgainstAdvice));
        assert!(tried(&signer, &opinion, grounds(&BOTH)).is_ok());
        let mut empty = grounds(&BOTH);
        empty.reasons.objective = "x".into();
        assert_eq!(tried(&signer, &opinion, empty), Err(NotEnacted::NoReasons("objective")));
        let mut same = grounds(&BOTH);
        same.reasons.subjective.clone_from(&same.reasons.objective);
        assert_eq!(
            tried(&signer, &opinion, same),
            Err(NotEnacted::SameText("objective", "subjective"))
        );
        let mut again = grounds(&BOTH);
        again.reasons.milder_steps = " He wrote, that it goes on  until HE is paid! ".into();
        let twice = NotEnacted::SameText("subjective", "milder_steps");
        assert_eq!(tried(&signer, &opinion, again), Err(twice));
        // Nothing was counted: then nothing repeats.
        let first = hear(FLAG, Some(opened), 0, now, &calendar()).unwrap();
        for claimed in BOTH {
            let evidence = [claimed, Evidence::MoneyForSilence];
            let refuse =
                enact(first, &opinion, &signer, Adverse::Refuse, grounds(&evidence), LETTER, now);
            assert_eq!(refuse, Err(NotEnacted::NothingCounted(claimed.code())));
        }
        let own = grounds(&[Evidence::MoneyForSilence]);
        assert!(enact(first, &opinion, &signer, Adverse::Refuse, own, LETTER, now).is_ok());
        let advice = opine(OPINION, &signer, View::Excessive, reasons(), now);
        assert_eq!(advice, Err(NotEnacted::NotTheDpo), "the controller cannot advise");
    }

    #[test]
    fn nobody_is_decided_against_unheard() {
        let at = Instant(0);
        let calendar = calendar();
        let opened =
            |told_at, is_answered| Some(Opened { notice: LETTER, at, told_at, is_answered });
        let hear = |opened, now| hear(FLAG, opened, 1, now, &calendar);
        assert_eq!(hear(None, at), Err(NotEnacted::NotOpened));
        let from = jiff::civil::date(1970, 1, 4).at(1, 0, 0, 0);
        let early = hear(opened(Some(at), false), Instant(1)).unwrap_err();
        assert_eq!(early, NotEnacted::NotHeard(from));
        assert!(early.to_string().contains("possible from 1970-01-04 01:00 on"), "{early}");
        assert!(hear(opened(None, true), Instant(1)).is_ok());
        let later = at.plus_days(HEARING_DAYS);
        assert!(hear(opened(Some(at), false), later).is_ok());
        assert_eq!(hear(opened(None, false), later), Err(NotEnacted::NotTold), "never told");
    }
}
