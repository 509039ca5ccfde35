//! `habeas datamap`: does the map fit the systems, and what would it find of a person?

mod check;
mod words;

use crate::casework::answer::preview::{self, Preview, Who, Would};
use crate::clock::Clock;
use crate::gateway;

use super::{Context, Exit, note, say};

pub(super) use check::{unstated, written};
pub(super) use words::Said;

const EXAMPLES: &str = "\
A map of your own, before anybody asks:
  habeas datamap check                        the map as it is written
  habeas datamap check --connect              and the systems as they are
  habeas datamap show u-0001                  what would be read or erased; nothing is";

#[derive(clap::Subcommand)]
#[command(after_help = EXAMPLES)]
pub(super) enum Action {
    /// Checks policies/datamap.toml; exits with 1 if something is to be done
    Check {
        /// Also asks every system: tables, columns, types, indexes, cascades and triggers, what is in no dataset, and one dry
        /// run for each dataset with an identifier that exists nowhere
        #[arg(long)]
        connect: bool,
        /// Machine output
        #[arg(long)]
        json: bool,
    },
    /// Says how many rows would be read or erased for somebody; changes nothing, shows no value, and is an entry of the log
    Show {
        /// The account, the `sub` of its tokens
        #[arg(required_unless_present = "email")]
        subject: Option<String>,
        /// The issuer of the account, where there are several
        #[arg(long, requires = "subject")]
        issuer: Option<String>,
        /// An e-mail address of the same person
        #[arg(long, value_name = "ADDRESS")]
        email: Option<String>,
        /// Machine output
        #[arg(long)]
        json: bool,
    },
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    match action {
        Action::Check { connect, json } => check::run(context, *connect, *json),
        Action::Show { subject, issuer, email, json } => {
            let account = subject.as_ref().map(|sub| (issuer.clone(), sub.clone()));
            show(context, &Who { account, address: email.clone() }, *json)
        }
    }
}

fn show(context: &Context, who: &Who, json: bool) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    let preview = preview::preview(&office, who)?;
    if json {
        say(&as_json(&preview).to_string());
    } else {
        tell(&preview);
    }
    if !preview.away.is_empty() {
        for (_, why) in &preview.away {
            note(why);
        }
        anyhow::bail!("not every system answered; what they hold is not in the list");
    }
    let is_anybody = preview.datasets.iter().any(|one| one.would.rows() > 0);
    let is_all = preview.datasets.iter().all(|one| !matches!(one.would, Would::NotSearched(_)));
    if !is_anybody && is_all {
        note("no system holds anything of them");
    }
    Ok(if is_anybody || !is_all { Exit::Fine } else { Exit::NotFound })
}

fn tell(preview: &Preview) {
    let rows = |rows: u64| if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
    for one in &preview.datasets {
        let place = format!("{}.{}", one.system, one.dataset);
        let read = rows(one.would.rows());
        say(&match &one.would {
            Would::Delete(_) => format!("{place:<32} {read:>10} read; erasure deletes them"),
            Would::Overwrite(_) => format!("{place:<32} {read:>10} read; erasure overwrites them"),
            Would::Keep { ground, law, .. } => {
                format!("{place:<32} {read:>10} read; erasure keeps them, {ground} ({law})")
            }
            Would::NotSearched(why) => format!("{place:<32} not searched: {why}"),
        });
    }
    if preview.is_held {
        say("a legal hold keeps this person's data: no machine erases anything until it is lifted");
    }
}

fn as_json(preview: &Preview) -> serde_json::Value {
    let datasets = preview.datasets.iter().map(|one| {
        let (erasure, ground, law, why) = match &one.would {
            Would::Delete(_) => ("delete", None, None, None),
            Would::Overwrite(_) => ("overwrite", None, None, None),
            Would::Keep { ground, law, .. } => ("keep", Some(ground), Some(law), None),
            Would::NotSearched(why) => ("not_searched", None, None, Some(*why)),
        };
        let rows = (!matches!(one.would, Would::NotSearched(_))).then(|| one.would.rows());
        serde_json::json!({
            "system": one.system, "dataset": one.dataset, "rows": rows, "erasure": erasure,
            "ground": ground, "law": law, "why": why,
        })
    });
    let datasets: Vec<_> = datasets.collect();
    let away = preview.away.iter();
    let away: Vec<_> =
        away.map(|(system, why)| serde_json::json!({ "system": system, "why": why })).collect();
    serde_json::json!({ "datasets": datasets, "away": away, "held": preview.is_held })
}
