//! `habeas policy explain`, `hash`, `show`, `diff` and `lint`.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::casework::CaseworkError;
use crate::casework::policies::activation;
use crate::gateway;
use crate::policy::explain::rhythm::{Rhythm, first_looked_at};
use crate::policy::language::Language;
use crate::policy::lint::{self, LINTS};
use crate::policy::thresholds::Thresholds;
use crate::policy::{difference, explain, hash};
use crate::store::Store;

use super::super::{Context, Exit, note, say};
use super::{read, report, thresholds};

pub(super) fn explain(
    context: &Context,
    file: &Path,
    hash: Option<&str>,
    language: Language,
    as_json: bool,
) -> anyhow::Result<Exit> {
    let text = match hash {
        None => read(file)?,
        Some(hash) => match stored(context, hash)? {
            Some(text) => text,
            None => return Ok(unknown(hash)),
        },
    };
    let name = hash.map_or_else(|| file.display().to_string(), str::to_owned);
    match Thresholds::parse_in(&name, &text) {
        Ok(thresholds) if as_json => say(&serde_json::to_string_pretty(&described(&thresholds))?),
        Ok(thresholds) => say(&explain::page(&thresholds, language)),
        Err(errors) => return Ok(report(&errors)),
    }
    Ok(Exit::Fine)
}

fn described(thresholds: &Thresholds) -> Value {
    let rules: Vec<Value> = thresholds
        .rules
        .iter()
        .map(|rule| {
            let first = Rhythm::ALL
                .map(|rhythm| (rhythm.code().to_owned(), json!(first_looked_at(rule, rhythm))));
            let means: Map<String, Value> = first.into_iter().collect();
            json!({ "figures": rule, "record": thresholds.record(&rule.id), "first_looked_at": means })
        })
        .collect();
    json!({
        "id": thresholds.id,
        "version": thresholds.version,
        "hash": thresholds.hash,
        "effective_from": thresholds.effective_from,
        "owner": thresholds.owner,
        "rules": rules,
    })
}

pub(super) fn hash(file: &Path) -> anyhow::Result<Exit> {
    match hash::in_force(&file.display().to_string(), &read(file)?) {
        Ok(hash) => {
            say(&hash);
            Ok(Exit::Fine)
        }
        Err(error) => Ok(report(&[error])),
    }
}

pub(super) fn show(context: &Context, hash: &str) -> anyhow::Result<Exit> {
    match stored(context, hash)? {
        Some(text) => {
            say(text.trim_end());
            Ok(Exit::Fine)
        }
        None => Ok(unknown(hash)),
    }
}

fn stored(context: &Context, hash: &str) -> anyhow::Result<Option<String>> {
    let store = Store::open(&gateway::existing(&context.settings()?)?, 1)?;
    let hash = hash.to_owned();
    let read = move |tx: &mut crate::store::Tx<'_>| {
        Ok::<_, CaseworkError>(tx.policy(&hash)?.map(activation::readable))
    };
    Ok(store.read_blocking("policy", read)?)
}

fn unknown(hash: &str) -> Exit {
    note(&format!("no policy `{hash}` was ever in force; `GET /v1/policy` names those that are"));
    Exit::NotFound
}

pub(super) fn diff(before: &Path, after: &Path, as_json: bool) -> anyhow::Result<Exit> {
    match (thresholds(before)?, thresholds(after)?) {
        (Ok(before), Ok(after)) => {
            let difference = difference::compare(&before, &after);
            if as_json {
                say(&serde_json::to_string_pretty(&difference)?);
            } else {
                for line in difference.lines() {
                    say(&line);
                }
            }
            Ok(if difference.rules.is_empty() { Exit::Fine } else { Exit::Found })
        }
        (before, after) => {
            let errors: Vec<_> = before.err().into_iter().chain(after.err()).flatten().collect();
            Ok(report(&errors))
        }
    }
}

pub(super) fn lint(id: Option<&str>) -> Exit {
    let Some(id) = id else {
        for lint in LINTS {
            say(&format!("{:<16} {}", lint.id, lint.refuses));
        }
        return Exit::Fine;
    };
    if let Some(lint) = lint::lint(id) {
        say(lint.page.trim_end());
        return Exit::Fine;
    }
    note(&format!("there is no lint `{id}`; `habeas policy lint` lists all"));
    Exit::NotFound
}
