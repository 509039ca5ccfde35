//! A case, as the office sees it.

use serde::Serialize;

use crate::casework::Office;
use crate::casework::case::browse::{Shown, Waiting};
use crate::casework::case::entry::{Capacity, Entry, Representative, Way};
use crate::casework::case::holds::InForce;
use crate::casework::case::opened::Opened;
use crate::casework::mail::Fared;
use crate::domain::case::{FlagState, State};
use crate::domain::deadline::PauseCause;
use crate::domain::hint::Hint;
use crate::domain::id::TaskId;
use crate::domain::identity::{Identifiers, Personal};
use crate::domain::time::Day;

use super::Moment;
use super::requests;

/// A case in the queue.
#[derive(Serialize)]
pub(in crate::web) struct Listed<'c> {
    #[serde(flatten)]
    listed: requests::Listed<'c>,
    version: i64,
}

impl<'c> Listed<'c> {
    pub(in crate::web) fn of(opened: &'c Opened, state: &'c State, version: i64) -> Self {
        Self { listed: requests::Listed::of(opened, state), version }
    }
}

/// Who reads a sheet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Eyes {
    /// Somebody who works on it, and must know who asks.
    Works,
    /// Somebody who only audits it, and must not.
    Audits,
}

/// The sheet of a case.
#[derive(Serialize)]
pub(in crate::web) struct Sheet<'c> {
    #[serde(flatten)]
    whole: requests::Whole<'c>,
    version: i64,
    tasks: Vec<Task<'c>>,
    #[serde(flatten)]
    dates: Dates,
    flag: Option<FlagState>,
    hints: &'c [Hint],
    waiting: Vec<Tried<'c>>,
    holds: Vec<Held<'c>>,
    mails: Vec<Mailed<'c>>,
    draft: bool,
    entered: Option<Entered<'c>>,
    /// Not there at all for whoever only audits it.
    #[serde(skip_serializing_if = "Option::is_none")]
    asker: Option<Asker<'c>>,
}

impl<'c> Sheet<'c> {
    pub(in crate::web) fn of(office: &Office, case: &'c Shown, eyes: Eyes) -> Self {
        let tasks = case.tasks.iter().map(|task| Task {
            id: task.id.as_slice().try_into().ok().map(TaskId),
            system: &task.system,
            dataset: task.dataset.as_deref(),
            reason: &task.reason,
            state: &task.state,
        });
        let works = eyes == Eyes::Works;
        Self {
            whole: requests::Whole::of(case),
            version: case.version,
            tasks: tasks.collect(),
            dates: Dates::of(office, &case.state),
            flag: case.state.flag,
            hints: &case.hints,
            waiting: case.waiting.iter().map(Tried::of).collect(),
            holds: case.holds.iter().map(Held::of).collect(),
            mails: case.mails.iter().map(Mailed::of).collect(),
            draft: case.has_draft,
            entered: case.entry.as_ref().map(|entry| Entered::of(entry.reveal(), eyes)),
            asker: works.then(|| Asker::of(case)),
        }
    }
}

/// By what the person is known; `null` once they were forgotten.
#[derive(Serialize)]
#[serde(untagged)]
enum Asker<'c> {
    Known(&'c Identifiers),
    Forgotten,
}

impl<'c> Asker<'c> {
    fn of(case: &'c Shown) -> Self {
        let known = case.asker.as_ref().map(Personal::reveal);
        known.map_or(Self::Forgotten, Self::Known)
    }
}

#[derive(Serialize)]
struct Task<'c> {
    id: Option<TaskId>,
    system: &'c str,
    dataset: Option<&'c str>,
    reason: &'c str,
    state: &'c str,
}

#[derive(Serialize)]
struct Dates {
    suspended: Option<Suspended>,
    asked: Asked,
    /// The date that the office works towards.
    target: Option<Day>,
    overdue: bool,
    reminded_days: Option<i64>,
}

#[derive(Serialize)]
struct Suspended {
    r#for: PauseCause,
    since: Moment,
}

#[derive(Serialize)]
struct Asked {
    identity: Option<Moment>,
    clarification: Option<Moment>,
}

impl Dates {
    fn of(office: &Office, state: &State) -> Self {
        let due = state.due.as_ref().filter(|_| state.stage.is_open());
        let is_over =
            due.is_some_and(|due| state.suspended.is_none() && office.clock.now() >= due.expires);
        Self {
            suspended: state
                .suspended
                .map(|(cause, since)| Suspended { r#for: cause, since: Moment(since) }),
            asked: Asked {
                identity: Moment::maybe(state.asked.identity),
                clarification: Moment::maybe(state.asked.clarification),
            },
            target: due.map(|due| due.target(office.dates.target_days_before)),
            overdue: is_over,
            reminded_days: state.reminded.map(|said| said.days),
        }
    }
}

#[derive(Serialize)]
struct Tried<'c> {
    why: Option<&'c str>,
    tries: i64,
    next_try_at: Moment,
}

impl<'c> Tried<'c> {
    fn of(waiting: &'c Waiting) -> Self {
        let Waiting { why, tries, next_try_at } = waiting;
        Self { why: why.as_deref(), tries: *tries, next_try_at: Moment(*next_try_at) }
    }
}

#[derive(Serialize)]
struct Held<'c> {
    by: &'c str,
    since: Moment,
}

impl<'c> Held<'c> {
    fn of(hold: &'c InForce) -> Self {
        Self { by: &hold.by, since: Moment(hold.since) }
    }
}

#[derive(Serialize)]
struct Mailed<'c> {
    kind: &'c str,
    language: &'c str,
    written_at: Moment,
    state: &'c str,
    tries: i64,
    why: Option<&'c str>,
    settled_at: Option<Moment>,
}

impl<'c> Mailed<'c> {
    fn of(mail: &'c Fared) -> Self {
        Self {
            kind: &mail.kind,
            language: &mail.language,
            written_at: Moment(mail.made_at),
            state: &mail.state,
            tries: mail.tries,
            why: mail.note.as_deref(),
            settled_at: Moment::maybe(mail.settled_at),
        }
    }
}

/// How it came. Who only audits sees when and by whom, and nobody's name.
#[derive(Serialize)]
struct Entered<'c> {
    at: Moment,
    by: &'c str,
    came_by: Way,
    represented_by: Option<Capacity>,
    #[serde(flatten)]
    names: Option<Names<'c>>,
}

#[derive(Serialize)]
struct Names<'c> {
    name: Option<&'c str>,
    postal: Option<&'c str>,
    how: Option<&'c str>,
    representative: Option<&'c Representative>,
}

impl<'c> Entered<'c> {
    fn of(entry: &'c Entry, eyes: Eyes) -> Self {
        let names = || Names {
            name: entry.name.as_deref(),
            postal: entry.postal.as_deref(),
            how: entry.how.as_deref(),
            representative: entry.representative.as_ref(),
        };
        Self {
            at: Moment(entry.at),
            by: &entry.by,
            came_by: entry.came_by,
            represented_by: entry.representative.as_ref().map(|one| one.kind),
            names: (eyes == Eyes::Works).then(names),
        }
    }
}
