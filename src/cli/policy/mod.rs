//! `habeas policy`.

mod adopting;
mod changing;
mod checking;
mod reading;
mod simulating;

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::casework::CaseworkError;
use crate::domain::role::Role;
use crate::policy::PolicyError;
use crate::policy::language::Language;
use crate::policy::thresholds::Thresholds;

use super::{Context, Exit, note};

const EXAMPLES: &str = "\
A stricter version of the thresholds, from the file to its coming into force:
  habeas policy check policies --against             what it changes, and what is missing
  habeas policy simulate policies/thresholds.toml    who would have been looked at, by right and month
  habeas policy announce policies/thresholds.toml --officer dana
  habeas policy approve policies/thresholds.toml --officer dana --role dpo
  habeas policy approve policies/thresholds.toml --officer carl --role controller
Then start the gateway again on its day or later. Any other version comes into force with the next start.";

#[derive(clap::Subcommand)]
#[command(after_help = EXAMPLES)]
pub(super) enum Action {
    /// Checks folders of policies, or thresholds files, each with the golden cases beside it
    Check {
        /// Folders, or thresholds files
        #[arg(default_value = "policies")]
        paths: Vec<PathBuf>,
        /// The regime to check with a folder
        #[arg(long, default_value = "eu")]
        regime: String,
        /// Also compares with an earlier file, or without one with the version in force, and says what is missing
        #[arg(
            long,
            value_name = "FILE",
            num_args = 0..=1,
            require_equals = true,
            default_missing_value = "-"
        )]
        against: Option<PathBuf>,
    },
    /// Says in plain words what a thresholds file means, and for whom
    Explain {
        /// The file
        #[arg(default_value = "policies/thresholds.toml")]
        file: PathBuf,
        /// A version that was in force once, by its content hash, instead of the file
        #[arg(long)]
        hash: Option<String>,
        /// en, fr or de
        #[arg(long, default_value = "en", value_parser = language)]
        lang: Language,
        /// Machine output
        #[arg(long)]
        json: bool,
    },
    /// Prints the content hash of a policy file; comments and order do not change it
    Hash {
        /// The file
        file: PathBuf,
    },
    /// Prints a policy text that was ever in force
    Show {
        /// Its content hash
        hash: String,
    },
    /// What is different between two thresholds files, rule by rule, and whether it is stricter
    Diff {
        /// The earlier file
        before: PathBuf,
        /// The later file
        after: PathBuf,
        /// Machine output
        #[arg(long)]
        json: bool,
    },
    /// Tries a thresholds file on the stored history: how many would have been looked at, by right and month; never who
    Simulate {
        /// The file
        #[arg(default_value = "policies/thresholds.toml")]
        file: PathBuf,
        /// Another file to compare with, instead of the version in force
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
        /// Machine output
        #[arg(long)]
        json: bool,
    },
    /// Shows the page of a lint, or the list of all
    Lint {
        /// Its id, as errors end with it
        id: Option<String>,
    },
    /// Announces a version: from then on everybody can read it
    Announce {
        /// The thresholds file
        file: PathBuf,
        /// Who announces it
        #[arg(long)]
        officer: String,
    },
    /// Approves an announced version; a stricter one needs two people, a DPO and a controller
    Approve {
        /// The thresholds file
        file: PathBuf,
        /// Who approves it
        #[arg(long)]
        officer: String,
        /// dpo or controller
        #[arg(long, value_parser = role)]
        role: Role,
    },
    /// Material changes, since which earlier requests no longer count
    #[command(subcommand)]
    Change(changing::Action),
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    match action {
        Action::Check { paths, regime, against } => {
            let mut worst = Exit::Fine;
            for path in paths {
                if !matches!(
                    checking::check(context, path, regime, against.as_deref())?,
                    Exit::Fine
                ) {
                    worst = Exit::Found;
                }
            }
            Ok(worst)
        }
        Action::Explain { file, hash, lang, json } => {
            reading::explain(context, file, hash.as_deref(), *lang, *json)
        }
        Action::Hash { file } => reading::hash(file),
        Action::Show { hash } => reading::show(context, hash),
        Action::Diff { before, after, json } => reading::diff(before, after, *json),
        Action::Simulate { file, against, json } => {
            simulating::simulate(context, file, against.as_deref(), *json)
        }
        Action::Lint { id } => Ok(reading::lint(id.as_deref())),
        Action::Announce { file, officer } => adopting::announce(context, file, officer),
        Action::Approve { file, officer, role } => adopting::approve(context, file, officer, *role),
        Action::Change(action) => changing::run(context, action),
    }
}

fn language(code: &str) -> Result<Language, String> {
    Language::parse(code).ok_or_else(|| "use en, fr or de".to_owned())
}

fn role(code: &str) -> Result<Role, String> {
    Role::parse(code)
        .filter(|role| crate::policy::adoption::APPROVERS.contains(role))
        .ok_or_else(|| "use dpo or controller".to_owned())
}

/// Who acts on the command line. A name that was typed is worth less than a token: the log tells them apart.
fn typed(officer: &str) -> anyhow::Result<String> {
    let officer = officer.trim();
    anyhow::ensure!(!officer.is_empty(), "`--officer` is empty; write who you are");
    Ok(format!("command-line {officer}"))
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))
}

/// A thresholds file, or its mistakes.
fn thresholds(path: &Path) -> anyhow::Result<Result<Thresholds, Vec<PolicyError>>> {
    Ok(Thresholds::parse_in(&path.display().to_string(), &read(path)?))
}

fn report(errors: &[PolicyError]) -> Exit {
    for error in errors {
        note(&error.to_string());
    }
    if let Some(error) = errors.first() {
        note(&format!("`habeas policy lint {}` says more", error.lint));
    }
    Exit::Found
}

/// What makes no sense was found, what is not there was not found; the rest is a failure.
fn refused(error: CaseworkError) -> anyhow::Result<Exit> {
    let found = matches!(error, CaseworkError::Unfit(_) | CaseworkError::NoSuchCategory(_));
    if !found && !matches!(error, CaseworkError::NoSuchCase) {
        return Err(error.into());
    }
    note(&error.to_string());
    Ok(if found { Exit::Found } else { Exit::NotFound })
}
