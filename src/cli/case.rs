//! `habeas case`.

use crate::casework::{CaseworkError, forget};
use crate::clock::Clock;
use crate::domain::id::Reference;
use crate::store::Tx;

use super::{Context, Exit, gateway, note, say};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Lists cases, newest first; nothing personal
    List {
        /// How many at most
        #[arg(long, default_value_t = 50)]
        limit: u16,
        /// Machine output
        #[arg(long)]
        json: bool,
    },
    /// Shows a case, its tasks and its jobs' state; nothing personal
    Show {
        /// The reference, such as HB-7K3M-92QX
        reference: String,
    },
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
        Action::List { limit, json } => {
            let limit = i64::from(*limit);
            let rows = office.store.read_blocking("list cases", move |tx| {
                tx.cases_page(&[0xff; 16], limit).map_err(CaseworkError::from)
            })?;
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
            let name = parsed.to_string();
            let shown = office.store.read_blocking("show case", move |tx| show(tx, &name))?;
            match shown {
                Some(lines) => {
                    for line in &lines {
                        say(line);
                    }
                    Ok(Exit::Fine)
                }
                None => Ok(none(reference)),
            }
        }
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

fn none(reference: &str) -> Exit {
    note(&format!("there is no case `{reference}`, or its person was forgotten"));
    Exit::NotFound
}

fn show(tx: &mut Tx<'_>, reference: &str) -> Result<Option<Vec<String>>, CaseworkError> {
    let Some(row) = tx.case_by_reference(reference)? else { return Ok(None) };
    let mut lines = vec![
        format!("reference  {}", row.reference),
        format!("right      {}", row.right_asked),
        format!(
            "state      {}{}",
            row.stage,
            row.outcome.map(|o| format!(" ({o})")).unwrap_or_default()
        ),
        format!("identity   {}", row.identity),
        format!("received   {}", crate::domain::time::Instant(row.received_at)),
        format!("due        {}", row.due_date),
        format!("log leaf   {}", row.leaf),
    ];
    if let Some(flag) = tx.flag_of(&row.id)? {
        lines.push(format!("flag       {} by {} ({})", flag.state, flag.rule, flag.policy));
    }
    for task in tx.tasks_of(&row.id)? {
        lines.push(format!("task       {} [{}]: {}", task.state, task.system, task.reason));
    }
    Ok(Some(lines))
}
