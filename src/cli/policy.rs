//! `habeas policy`.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::policy::thresholds::Thresholds;
use crate::policy::{PolicyError, cases, explain, hash, load};

use super::{Exit, note, say};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Checks folders of policies, or thresholds files, each with the golden cases beside it
    Check {
        /// Folders, or thresholds files
        #[arg(default_value = "policies")]
        paths: Vec<PathBuf>,
        /// The regime to check with a folder
        #[arg(long, default_value = "eu")]
        regime: String,
    },
    /// Says in plain words what a thresholds file means
    Explain {
        /// The file
        #[arg(default_value = "policies/thresholds.toml")]
        file: PathBuf,
    },
    /// Prints the content hash of a policy file; comments and order do not change it
    Hash {
        /// The file
        file: PathBuf,
    },
}

pub(super) fn run(action: &Action) -> anyhow::Result<Exit> {
    match action {
        Action::Check { paths, regime } => {
            let mut worst = Exit::Fine;
            for path in paths {
                if !matches!(check(path, regime)?, Exit::Fine) {
                    worst = Exit::Found;
                }
            }
            Ok(worst)
        }
        Action::Explain { file } => match Thresholds::parse(&read(file)?) {
            Ok(thresholds) => {
                say(&explain::thresholds(&thresholds));
                Ok(Exit::Fine)
            }
            Err(errors) => Ok(report(&errors)),
        },
        Action::Hash { file } => match hash::of(&read(file)?) {
            Ok(hash) => {
                say(&hash);
                Ok(Exit::Fine)
            }
            Err(error) => Ok(report(&[error])),
        },
    }
}

fn check(path: &Path, regime: &str) -> anyhow::Result<Exit> {
    let file = if path.is_dir() {
        if let Err(errors) = load::from_dir(path, regime) {
            return Ok(report(&errors));
        }
        path.join("thresholds.toml")
    } else {
        path.to_path_buf()
    };
    let thresholds = match Thresholds::checked(&file.display().to_string(), &read(&file)?) {
        Ok(thresholds) => thresholds,
        Err(errors) => return Ok(report(&errors)),
    };
    let golden = file.with_extension("cases.toml");
    let mut count = 0;
    if golden.exists() {
        let results = match cases::run(&thresholds, &golden.display().to_string(), &read(&golden)?) {
            Ok(results) => results,
            Err(errors) => return Ok(report(&errors)),
        };
        count = results.len();
        let failed: Vec<_> = results.iter().filter(|result| !result.passed).collect();
        for result in &failed {
            note(&format!(
                "{}: `{}` expected {}, got {}",
                golden.display(),
                result.name,
                result.expected,
                result.got
            ));
        }
        if !failed.is_empty() {
            return Ok(Exit::Found);
        }
    }
    say(&format!(
        "{}: fine: {} rules, {count} golden cases hold, hash {}",
        file.display(),
        thresholds.rules.len(),
        thresholds.hash
    ));
    Ok(Exit::Fine)
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))
}

fn report(errors: &[PolicyError]) -> Exit {
    for error in errors {
        note(&error.to_string());
    }
    Exit::Found
}
