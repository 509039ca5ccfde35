//! `habeas policy check`.

use std::path::Path;

use crate::casework::policies::announcing;
use crate::clock::Clock;
use crate::gateway;
use crate::policy::load::{self, Wanted};
use crate::policy::thresholds::Thresholds;
use crate::policy::{cases, difference, lint, packs};

use super::super::{Context, Exit, configure, note, say};
use super::{read, report, thresholds};

pub(super) fn check(
    context: &Context,
    path: &Path,
    regime: &str,
    against: Option<&Path>,
) -> anyhow::Result<Exit> {
    let mut sides = Vec::new();
    let mut unstated = Vec::new();
    let file = if path.is_dir() {
        let wanted = Wanted { regime: regime.to_owned(), packs: packs_in(path)? };
        match load::load_dir(path, &wanted) {
            Ok(set) => {
                let map = path.join(load::DATAMAP).display().to_string();
                unstated = lint::unstated(&map, &set);
                sides.extend(set.packs.iter().map(said));
            }
            Err(errors) => return Ok(report(&errors)),
        }
        for what in configure::in_clear(&path.join(load::DATAMAP)) {
            note(&what);
        }
        path.join("thresholds.toml")
    } else {
        path.to_path_buf()
    };
    let checked = match Thresholds::checked(&file.display().to_string(), &read(&file)?) {
        Ok(thresholds) => thresholds,
        Err(errors) => return Ok(report(&errors)),
    };
    let Some(count) = golden(&file, &checked)? else { return Ok(Exit::Found) };
    say(&format!(
        "{}: fine: {} rules, {count} golden cases hold, hash {}",
        file.display(),
        checked.rules.len(),
        checked.hash
    ));
    for side in sides {
        say(&side);
    }
    let compared = match against {
        None => Exit::Fine,
        Some(none) if none == Path::new("-") => outlook(context, &checked)?,
        Some(earlier) => compare(earlier, &checked)?,
    };
    Ok(if unstated.is_empty() { compared } else { report(&unstated) })
}

/// Every pack of the folder: one that is not in force yet is checked too.
fn packs_in(dir: &Path) -> anyhow::Result<Vec<String>> {
    let folder = dir.join("packs");
    let mut names = Vec::new();
    if folder.is_dir() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
            }
        }
    }
    names.sort();
    Ok(names)
}

fn said(pack: &packs::Pack) -> String {
    format!("pack {}: fine: {} hints, hash {}", pack.id, pack.hints.len(), pack.hash)
}

/// Runs the golden cases beside a file; tells how many hold, and nothing when one does not.
fn golden(file: &Path, thresholds: &Thresholds) -> anyhow::Result<Option<usize>> {
    let golden = file.with_extension("cases.toml");
    if !golden.exists() {
        return Ok(Some(0));
    }
    let place = golden.display().to_string();
    let results = match cases::run(thresholds, &place, &read(&golden)?) {
        Ok(results) => results,
        Err(errors) => {
            report(&errors);
            return Ok(None);
        }
    };
    for result in results.iter().filter(|result| !result.passed) {
        note(&format!(
            "{place}:{}: `{}` expected {}, got {}; change the rule back, or the case with a reason [golden]",
            result.line, result.name, result.expected, result.got
        ));
    }
    Ok(results.iter().all(|result| result.passed).then_some(results.len()))
}

fn compare(earlier: &Path, next: &Thresholds) -> anyhow::Result<Exit> {
    match thresholds(earlier)? {
        Ok(before) => {
            for line in difference::compare(&before, next).lines() {
                say(&line);
            }
            Ok(Exit::Fine)
        }
        Err(errors) => Ok(report(&errors)),
    }
}

fn outlook(context: &Context, next: &Thresholds) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    let Some((difference, missing)) = announcing::outlook(&office, next)? else {
        say("no version is in force yet: this one comes into force with the first start");
        return Ok(Exit::Fine);
    };
    for line in difference.lines() {
        say(&line);
    }
    if missing.is_empty() {
        say("nothing is missing: it comes into force with the next start");
        return Ok(Exit::Fine);
    }
    for missing in &missing {
        note(&format!("missing: {missing}"));
    }
    Ok(Exit::Found)
}
