//! An answer, and the letter that says what was done and what is not given: one act (Art. 12(3), (4), invariant 13).

use crate::domain::decide::{Answerable, Answering, Command};
use crate::domain::ground::{Denial, Stated};
use crate::domain::id::NoticeId;
use crate::domain::name::{DatasetId, SystemId};
use crate::domain::right::Right;
use crate::notices::{Letter, Missing};
use crate::store::Tx;
use crate::words::Language;

use crate::casework::case::record::{Loaded, act};
use crate::casework::letters::{done, post};
use crate::casework::mail::{self, OBJECTION_RECORDED, Says};
use crate::casework::{CaseworkError, Office};

/// What an answer leaves out.
pub(crate) struct LeftOut {
    /// By which grounds.
    pub(crate) grounds: Vec<Stated>,
    /// What nobody could look at: system and dataset, which is empty for the whole system.
    pub(crate) not_searched: Vec<(SystemId, DatasetId)>,
}

impl LeftOut {
    /// Nothing when nothing is left out.
    pub(crate) fn denial(&self, letter: NoticeId) -> Option<Denial> {
        let place = |(system, dataset): &(SystemId, DatasetId)| match dataset.as_str() {
            "" => system.to_string(),
            dataset => format!("{system}.{dataset}"),
        };
        let not_searched = self.not_searched.iter().map(place).collect();
        Denial::told(self.grounds.clone(), not_searched, letter)
    }
}

/// Answers; what denies something is told in its letter, or not done.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    answering: Answering,
) -> Result<(), CaseworkError> {
    let answering = as_told(office, case, answering)?;
    let letter = letter(office, case, &answering)?;
    let parts = answering.parts.clone();
    act(tx, office, case, office.clock.now(), Command::Answer(answering))?;
    done::pass_on(tx, office, case, &parts)?;
    if let Some((id, letter)) = letter {
        return post::write(tx, office, case, id, &letter);
    }
    // What was stopped at once was said at once: no second mail repeats it.
    let is_stop = matches!(case.right, Right::Objection | Right::ConsentWithdrawal);
    if is_stop && mail::of_case(tx, &case.row.id)?.iter().any(|m| m.kind == OBJECTION_RECORDED) {
        return Ok(());
    }
    let reference = case.reference;
    post::announce(tx, office, case, Says::AnswerReady { reference })
}

/// P5: an answer to an access request that could not say everything of Art. 15(1) and (2) is not complete, whoever gives it.
fn as_told(
    office: &Office,
    case: &Loaded,
    mut answering: Answering,
) -> Result<Answering, CaseworkError> {
    if case.right == Right::Access && answering.outcome == Answerable::Fulfilled {
        let scope = case.row.scope()?;
        if !office.policies.datamap.states_everything_in(&scope) {
            answering.outcome = Answerable::FulfilledUnstated;
        }
    }
    Ok(answering)
}

fn letter(
    office: &Office,
    case: &Loaded,
    answering: &Answering,
) -> Result<Option<(NoticeId, Letter)>, CaseworkError> {
    let outcome = &answering.outcome;
    let language = post::language(office, case)?;
    let told = match outcome {
        // What is handed over speaks for itself.
        Answerable::Fulfilled if !done::is_told(case.right) => return Ok(None),
        Answerable::Fulfilled => {
            let done = done::deeds(office, &answering.parts, language);
            return Ok(Some((post::new_id(office), Letter::Completed { done })));
        }
        Answerable::FulfilledUnstated => return Ok(None),
        Answerable::Partial(denial)
        | Answerable::Declined(denial)
        | Answerable::Unidentifiable(denial) => denial,
    };
    let Some(id) = told.notice() else { return Ok(None) };
    let remedies = post::remedies(office, case)?;
    let missing = missing(office, told, language);
    let letter = match outcome {
        Answerable::Declined(_) => Letter::Declined { missing, remedies },
        Answerable::Unidentifiable(_) => {
            let facts = told.grounds().first().map(|ground| ground.facts().to_owned());
            Letter::Unidentifiable { facts: facts.unwrap_or_default(), remedies }
        }
        Answerable::Fulfilled | Answerable::FulfilledUnstated | Answerable::Partial(_) => {
            let parts = if done::is_told(case.right) { answering.parts.as_slice() } else { &[] };
            Letter::NotInFull { missing, done: done::deeds(office, parts, language), remedies }
        }
    };
    Ok(Some((id, letter)))
}

fn missing(office: &Office, denial: &Denial, language: Language) -> Vec<Missing> {
    let title = |place: &str| {
        let mut datasets = office.policies.datamap.datasets();
        let found = datasets.find(|(system, dataset)| {
            dataset.id == place || place == format!("{}.{}", system.id, dataset.id)
        });
        let whole = || office.policies.datamap.systems.iter().find(|system| system.id == place);
        found
            .map(|(_, dataset)| &dataset.title)
            .or_else(|| whole().map(|system| &system.title))
            .map_or_else(|| place.to_owned(), |title| title.in_language(language).to_owned())
    };
    let stated = denial.grounds().iter().map(|ground| Missing {
        what: ground.dataset().map(title),
        ground: Some(ground.ground()),
        facts: ground.facts().to_owned(),
    });
    let not_searched = denial.not_searched().iter().map(|place| Missing {
        what: Some(title(place)),
        ground: None,
        facts: String::new(),
    });
    stated.chain(not_searched).collect()
}
