//! `habeas case`.

mod acting;
mod entering;

use std::sync::Arc;

use crate::auth;
use crate::casework::case::browse::{self, Shown};
use crate::casework::case::forget;
use crate::casework::case::reading::Reader;
use crate::casework::review::flags::{self, Flag};
use crate::casework::{CaseworkError, Office};
use crate::clock::Clock;
use crate::domain::case::State;
use crate::domain::deadline::PauseCause;
use crate::domain::id::{Reference, TaskId};
use crate::domain::role::Role;
use crate::gateway;

use super::{Context, Exit, note, say};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Lists cases, newest first; nothing personal
    List {
        /// How many at most
        #[arg(long, default_value_t = 50)]
        limit: u16,
        /// Open cases alone: overdue, or due soon
        #[arg(long, value_name = "WHICH", value_parser = due)]
        due: Option<browse::Due>,
        /// Machine output
        #[arg(long)]
        json: bool,
    },
    /// Shows a case, its tasks and what waits; nothing personal. That it was read is logged
    Show {
        /// The reference, such as HB-7K3M-92QX
        reference: String,
    },
    /// Enters a request that came by letter, by phone or over the counter, dated by the day it came
    Enter(Box<entering::Enter>),
    #[command(flatten)]
    Act(acting::Act),
    /// Forgets the person behind a case in the gateway itself; proofs stay valid. There is no way back
    Forget {
        /// The reference
        reference: String,
        /// Yes, for ever
        #[arg(long, required = true)]
        yes: bool,
    },
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    match action {
        Action::List { limit, due, json } => {
            let rows = browse::newest(&office, *due, i64::from(*limit))?;
            for row in rows {
                let outcome = row.outcome.as_deref().unwrap_or("-");
                say(&if *json {
                    serde_json::json!({ "reference": row.reference, "right": row.right_asked, "state": row.stage, "outcome": row.outcome, "due": row.due_date, "identity": row.identity }).to_string()
                } else {
                    format!(
                        "{}  {:<26} {:<12} {:<14} due {}",
                        row.reference, row.right_asked, row.stage, outcome, row.due_date
                    )
                });
            }
            Ok(Exit::Fine)
        }
        Action::Show { reference } => {
            let Ok(parsed) = reference.parse::<Reference>() else { return Ok(none(reference)) };
            match show(&office, parsed)? {
                Ok(()) => Ok(Exit::Fine),
                Err(CaseworkError::NoSuchCase) => Ok(none(reference)),
                Err(error) => Err(error.into()),
            }
        }
        Action::Enter(order) => entering::run(&office, order),
        Action::Act(act) => acting::run(&office, act),
        Action::Forget { reference, yes: _ } => {
            let Ok(parsed) = reference.parse() else { return Ok(none(reference)) };
            match forget::forget(&office, parsed) {
                Ok(count) => {
                    say(&format!(
                        "forgotten; {count} openings of the log were erased, and every proof still verifies"
                    ));
                    Ok(Exit::Fine)
                }
                Err(CaseworkError::NoSuchCase) => Ok(none(reference)),
                Err(error) => Err(error.into()),
            }
        }
    }
}

fn due(text: &str) -> Result<browse::Due, String> {
    browse::Due::parse(text).ok_or_else(|| "use `overdue` or `soon`".to_owned())
}

fn none(reference: &str) -> Exit {
    note(&format!("there is no case `{reference}`, or its person was forgotten"));
    Exit::NotFound
}

/// A runtime for what is asynchronous.
pub(super) fn wait<T>(
    act: impl Future<Output = Result<T, CaseworkError>>,
) -> anyhow::Result<Result<T, CaseworkError>> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(act))
}

fn show(office: &Arc<Office>, reference: Reference) -> anyhow::Result<Result<(), CaseworkError>> {
    let reader = Reader::Officer(auth::at_the_command_line(None, Role::Auditor));
    let shown = match wait(browse::one(office, reader, reference))? {
        Ok(shown) => shown,
        Err(error) => return Ok(Err(error)),
    };
    let flag = match wait(flags::of_case(office, reference))? {
        Ok(flag) => flag,
        Err(error) => return Ok(Err(error)),
    };
    for line in lines(office, &shown, flag) {
        say(&line);
    }
    Ok(Ok(()))
}

/// What is particular about a date.
fn standing(office: &Office, state: &State) -> String {
    if let Some((cause, since)) = state.suspended {
        let what = match cause {
            PauseCause::Identity => "who it is",
            PauseCause::Clarification => "what is looked for",
        };
        return format!(" (stands still since {since}, until we know {what})");
    }
    match state.due.as_ref().filter(|_| state.stage.is_open()) {
        Some(due) if state.overdue == Some(due.date) || office.clock.now() >= due.expires => {
            " (overdue)".to_owned()
        }
        Some(due) => format!(" (aim at {})", due.target(office.dates.target_days_before)),
        None => String::new(),
    }
}

fn lines(office: &Office, shown: &Shown, flag: Option<Flag>) -> Vec<String> {
    let (opened, state) = (&shown.opened, &shown.state);
    let outcome = state.stage.outcome().map(|outcome| format!(" ({})", outcome.code()));
    let mut lines = vec![
        format!("reference  {}", opened.reference),
        format!("right      {}", opened.right.code()),
        format!("state      {}{}", state.stage.code(), outcome.unwrap_or_default()),
        format!("identity   {}", opened.identity),
        format!("received   {}", opened.received_at),
        format!("due        {}{}", opened.due.date, standing(office, state)),
        format!("log leaf   {}", shown.leaf),
    ];
    lines.extend(state.restricted.iter().map(|purpose| format!("restricted {purpose}")));
    lines.extend(flag.map(|f| format!("flag       {} by {} ({})", f.state, f.rule, f.policy)));
    lines.extend(shown.tasks.iter().map(|task| {
        let id = task.id.as_slice().try_into().map(|id| TaskId(id).to_string());
        let what = task.dataset.as_ref().map_or(String::new(), |dataset| format!(".{dataset}"));
        format!(
            "task       {} {} [{}{what}]: {}",
            id.unwrap_or_default(),
            task.state,
            task.system,
            task.reason
        )
    }));
    lines.extend(shown.notices.iter().map(|letter| {
        let told = letter.told.as_ref().map(|(at, _)| format!(", told {at}"));
        format!("letter     {} {}{}", letter.id, letter.kind, told.unwrap_or_default())
    }));
    lines.extend(shown.waiting.iter().map(|waiting| {
        let why = waiting.why.as_deref().unwrap_or("it was not done yet");
        let (tries, next) = (waiting.tries, waiting.next_try_at);
        format!("waiting    {why}; tried {tries} times, again at {next}")
    }));
    lines.extend(
        shown.holds.iter().map(|hold| format!("hold       by {} since {}", hold.by, hold.since)),
    );
    lines
}
