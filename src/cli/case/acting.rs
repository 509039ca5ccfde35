//! What the office does with a case, from the command line: the same acts as over HTTP, on the version of the moment.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, ensure};

use crate::auth;
use crate::casework::answer::acts::{self, Identified};
use crate::casework::answer::answering::{Claimed, Written};
use crate::casework::answer::tasks;
use crate::casework::case::actor::Actor;
use crate::casework::case::attachments::File;
use crate::casework::case::holds::{self, Hold};
use crate::casework::case::reading;
use crate::casework::letters::post::{self, Told, Way};
use crate::casework::{CaseworkError, Office};
use crate::cli::{Exit, note, say};
use crate::domain::arrival::Arrival;
use crate::domain::asked::Means;
use crate::domain::due::Extension;
use crate::domain::id::{NoticeId, Reference, TaskId};
use crate::domain::identity::Personal;
use crate::domain::right::Scope;
use crate::domain::role::{Officer, Role};
use crate::domain::time::Day;
use crate::store::rows::CaseRow;

use super::{none, wait};

#[derive(clap::Args)]
pub(in crate::cli) struct Case {
    /// The reference, such as HB-7K3M-92QX
    reference: String,
    /// Who you are; it stands in the log
    #[arg(long, value_name = "NAME")]
    officer: String,
}

#[derive(clap::Subcommand)]
pub(in crate::cli) enum Act {
    /// Says who asks and how that is known; the machine goes on with it
    Identify {
        #[command(flatten)]
        case: Case,
        /// How it was found out
        #[arg(long, value_name = "TEXT")]
        how: String,
        /// An account that is theirs; without it the address that they gave is theirs
        #[arg(long)]
        subject: Option<String>,
        /// Whose account it is, where there are several issuers
        #[arg(long, requires = "subject")]
        issuer: Option<String>,
        /// The address that they gave is theirs as well
        #[arg(long)]
        email: bool,
    },
    /// Has the machine try again now
    Retry {
        #[command(flatten)]
        case: Case,
    },
    /// Sets a legal hold on the person of a case, or lifts it; the controller's act
    #[command(group(clap::ArgGroup::new("what").required(true).args(["reason", "lift"])))]
    Hold {
        #[command(flatten)]
        case: Case,
        /// Sets it: why nothing of theirs may be erased
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        /// Lifts it; erasures that waited for it go on
        #[arg(long)]
        lift: bool,
    },
    /// Says that the person's words were read, and what the machine may do: all that was asked, or what is named
    Read {
        #[command(flatten)]
        case: Case,
        /// A data category; may be repeated
        #[arg(long = "category", value_name = "CATEGORY")]
        categories: Vec<String>,
        /// A system; may be repeated
        #[arg(long = "system", value_name = "SYSTEM")]
        systems: Vec<String>,
    },
    /// Answers a case by hand
    Answer(Answer),
    /// Asks who it is, with the letter: because of a doubt, by the least that settles it (Art. 12(6))
    AskIdentity {
        #[command(flatten)]
        case: Case,
        /// What makes you doubt that it is this person, in a sentence that they read
        #[arg(long, value_name = "TEXT")]
        doubt: String,
        /// sign_in, confirm_address, customer_number, known_detail, call_back or letter_code; a copy of an identity document is not among them
        #[arg(long, value_parser = means)]
        means: Means,
    },
    /// Asks what the person looks for, with the letter; they need not answer (recital 63)
    AskClarification {
        #[command(flatten)]
        case: Case,
        /// What you need to know, in a sentence that the person reads
        #[arg(long, value_name = "TEXT")]
        question: String,
    },
    /// Says that the answer to a question came; the period runs again
    Resume {
        #[command(flatten)]
        case: Case,
        /// The day or the moment when it came; without it, now
        #[arg(long, value_name = "DATE", value_parser = arrival)]
        answered: Option<Arrival>,
    },
    /// Says that the answer reached the person, and how that is known
    Notify {
        #[command(flatten)]
        case: Case,
        /// How: posted, handed over, read to them
        #[arg(long, value_name = "TEXT")]
        how: String,
    },
    /// Writes down how a letter went to the person; one by post counts as told some days after it was posted
    Told {
        #[command(flatten)]
        case: Case,
        /// The letter's id, as `habeas case show` prints it
        letter: String,
        /// Where, to whom, under which number
        #[arg(long, value_name = "TEXT")]
        how: String,
        /// The day on which it was posted
        #[arg(long, value_name = "DAY", required_unless_present = "in_hand")]
        posted: Option<Day>,
        /// You know that the person has it: handed over, read to them, signed for
        #[arg(long, conflicts_with = "posted")]
        in_hand: bool,
    },
    /// Closes the file of a case whose person has the answer
    Close {
        #[command(flatten)]
        case: Case,
    },
    /// Takes the longer period of Art. 12(3), with the letter that says why and until when
    Extend {
        #[command(flatten)]
        case: Case,
        /// complexity or number_of_requests
        #[arg(long, value_parser = extension)]
        why: Extension,
        /// What makes it take longer, in a sentence that the person reads
        #[arg(long, value_name = "TEXT")]
        facts: String,
    },
    /// Tells the person that the restriction they asked for ends, and why; it ends seven days after they were told
    Lift {
        #[command(flatten)]
        case: Case,
        /// Why it ends, in a sentence that the person reads
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Says how a task of a case was done
    Task {
        #[command(flatten)]
        case: Case,
        /// The task's id, as `habeas case show` prints it
        task: String,
        /// How it was done
        #[arg(long, value_name = "TEXT")]
        how: String,
    },
}

#[derive(clap::Args)]
pub(in crate::cli) struct Answer {
    #[command(flatten)]
    case: Case,
    /// fulfilled, partial, declined or unidentifiable
    #[arg(long)]
    outcome: String,
    /// What the person reads
    #[arg(long)]
    text: String,
    /// The ground of what is not given, what it is about if not everything, and what shows it; may be repeated
    #[arg(long = "ground", value_name = "CODE[@SYSTEM.DATASET]=FACTS", value_parser = ground)]
    grounds: Vec<Claimed>,
    /// A file that goes with the answer; may be repeated, at most 10
    #[arg(long = "attach", value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// A case with its version of the moment, and whoever acts on it.
struct Chosen {
    reference: Reference,
    row: CaseRow,
    officer: Officer,
}

impl Case {
    fn choose(&self, office: &Office, role: Role) -> anyhow::Result<Option<Chosen>> {
        let name = self.officer.trim();
        ensure!(!name.is_empty(), "`--officer` is empty; write who you are");
        let Ok(reference) = self.reference.parse::<Reference>() else { return Ok(None) };
        let row = reading::of_the_moment(office, reference)?;
        let officer = auth::at_the_command_line(Some(name), role);
        Ok(row.map(|row| Chosen { reference, row, officer }))
    }
}

pub(super) fn run(office: &Arc<Office>, act: &Act) -> anyhow::Result<Exit> {
    let (case, role) = match act {
        Act::Hold { case, .. } => (case, Role::Controller),
        Act::Answer(Answer { case, .. })
        | Act::Identify { case, .. }
        | Act::Retry { case }
        | Act::Read { case, .. }
        | Act::Extend { case, .. }
        | Act::AskIdentity { case, .. }
        | Act::AskClarification { case, .. }
        | Act::Resume { case, .. }
        | Act::Notify { case, .. }
        | Act::Told { case, .. }
        | Act::Close { case }
        | Act::Lift { case, .. }
        | Act::Task { case, .. } => (case, Role::Caseworker),
    };
    let Some(chosen) = case.choose(office, role)? else { return Ok(none(&case.reference)) };
    let deed = match act {
        Act::Identify { how, subject, issuer, email, .. } => {
            let account = subject.clone().map(|sub| (issuer.clone(), Personal::new(sub)));
            // Who says nothing else has confirmed the address that was given.
            let email = *email || account.is_none();
            acts::Act::Identify(Identified { how: how.clone(), account, email })
        }
        Act::Retry { .. } => acts::Act::Retry,
        Act::Read { categories, systems, .. } => {
            acts::Act::Read(scope(&chosen.row, categories, systems)?)
        }
        Act::AskIdentity { doubt, means, .. } => acts::Act::AskIdentity(doubt.clone(), *means),
        Act::AskClarification { question, .. } => acts::Act::AskClarification(question.clone()),
        Act::Resume { answered, .. } => acts::Act::Resume(*answered),
        Act::Notify { how, .. } => acts::Act::Notify(how.clone()),
        Act::Close { .. } => acts::Act::Close,
        Act::Extend { why, facts, .. } => acts::Act::Extend(*why, facts.clone()),
        Act::Lift { reason, .. } => acts::Act::Lift(reason.clone()),
        Act::Answer(answer) => match written(answer)? {
            Ok(written) => acts::Act::Answer(written),
            Err(wrong) => return Ok(found(&wrong.to_string())),
        },
        Act::Hold { reason, .. } => {
            let what = match reason {
                Some(reason) => Hold::Set(Personal::new(reason.clone())),
                None => Hold::Lift,
            };
            let Chosen { reference, row, officer } = chosen;
            let held = holds::hold(office, officer, row.version, reference, what);
            return told(wait(held)?, case);
        }
        Act::Told { letter, how, posted, .. } => {
            let way = posted.map_or(Way::InHand, |day| Way::Post { posted: Some(day) });
            return tell(office, chosen, case, letter, Told { how: how.clone(), way });
        }
        Act::Task { task, how, .. } => return finish(office, chosen, case, task, how),
    };
    let actor = Actor::Officer(chosen.officer, chosen.row.version);
    told(wait(acts::perform(office, actor, chosen.reference, deed))?, case)
}

/// What was asked, narrowed to what is named.
fn scope(row: &CaseRow, categories: &[String], systems: &[String]) -> anyhow::Result<Scope> {
    let asked: Scope = serde_json::from_str(&row.scope).context("the case's scope")?;
    Ok(Scope {
        categories: named(categories, asked.categories),
        systems: named(systems, asked.systems),
        detail: None,
        ..asked
    })
}

/// What is named, or what was asked where nothing is.
fn named<N>(names: &[String], asked: BTreeSet<N>) -> BTreeSet<N>
where
    N: for<'n> From<&'n str> + Ord,
{
    if names.is_empty() { asked } else { names.iter().map(|name| name.as_str().into()).collect() }
}

type Checked = Result<Written, crate::casework::case::attachments::Wrong>;

fn written(answer: &Answer) -> anyhow::Result<Checked> {
    let Answer { outcome, text, grounds, files, .. } = answer;
    let mut attached = Vec::new();
    for path in files {
        match file(path)? {
            Ok(file) => attached.push(file),
            Err(wrong) => return Ok(Err(wrong)),
        }
    }
    Ok(Written::new(outcome, text.clone(), grounds.clone(), attached))
}

fn means(text: &str) -> Result<Means, String> {
    Means::parse(text)
        .ok_or_else(|| format!("use one of {}", Means::ALL.map(Means::code).join(", ")))
}

pub(super) fn arrival(text: &str) -> Result<Arrival, String> {
    Arrival::parse(text).map_err(|wrong| wrong.to_string())
}

fn extension(text: &str) -> Result<Extension, String> {
    Extension::parse(text).ok_or_else(|| "use `complexity` or `number_of_requests`".to_owned())
}

/// `17(3)(b)@shop.invoices=section 147 of the tax code, until 2034`.
fn ground(text: &str) -> Result<Claimed, String> {
    let (what, facts) = text.split_once('=').ok_or("write CODE=FACTS, such as `15(4)=…`")?;
    let (code, dataset) = match what.split_once('@') {
        Some((code, dataset)) => (code, Some(dataset.to_owned())),
        None => (what, None),
    };
    Ok(Claimed { code: code.to_owned(), dataset, facts: facts.to_owned() })
}

pub(super) fn file(
    path: &Path,
) -> anyhow::Result<Result<File, crate::casework::case::attachments::Wrong>> {
    let content =
        std::fs::read(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.with_context(|| format!("`{}` has no name that is text", path.display()))?;
    Ok(File::new(name.to_owned(), media_type(path).to_owned(), content))
}

/// By the end of the name; what is not known is only bytes.
fn media_type(path: &Path) -> &'static str {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
    match end.to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "json" => "application/json",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt" => "application/vnd.oasis.opendocument.text",
        _ => "application/octet-stream",
    }
}

fn finish(
    office: &Arc<Office>,
    chosen: Chosen,
    case: &Case,
    task: &str,
    how: &str,
) -> anyhow::Result<Exit> {
    let missing = || {
        note(&format!(
            "the case `{}` has no task `{task}`; see `habeas case show`",
            case.reference
        ));
        Exit::NotFound
    };
    let Ok(id) = task.parse::<TaskId>() else { return Ok(missing()) };
    match wait(tasks::one(office, id))? {
        Ok(task) if task.case.as_ref() == Some(&chosen.row.reference) => {}
        Ok(_) | Err(CaseworkError::NoSuchTask) => return Ok(missing()),
        Err(error) => return Err(error.into()),
    }
    match wait(tasks::done(office, chosen.officer, id, Some(how.to_owned())))? {
        Ok(task) => {
            say(&format!("{}  {}", task.id, task.state));
            Ok(Exit::Fine)
        }
        Err(error) => refused(error, case),
    }
}

fn tell(
    office: &Arc<Office>,
    chosen: Chosen,
    case: &Case,
    letter: &str,
    told: Told,
) -> anyhow::Result<Exit> {
    let Chosen { reference, row, officer } = chosen;
    let Ok(id) = letter.parse::<NoticeId>() else {
        note(&format!("`{letter}` is no letter; see `habeas case show {}`", case.reference));
        return Ok(Exit::NotFound);
    };
    if let Err(error) = wait(post::tell(office, officer, row.version, reference, id, told))? {
        return refused(error, case);
    }
    let from = post::counts_from(office, id)?.unwrap_or_default();
    say(&format!("{reference}  {id} counts as told from {from}"));
    Ok(Exit::Fine)
}

fn told(done: Result<CaseRow, CaseworkError>, case: &Case) -> anyhow::Result<Exit> {
    match done {
        Ok(row) => {
            let outcome = row.outcome.map(|outcome| format!(" ({outcome})")).unwrap_or_default();
            say(&format!("{}  {}{outcome}, version {}", row.reference, row.stage, row.version));
            Ok(Exit::Fine)
        }
        Err(error) => refused(error, case),
    }
}

/// What the case or the law does not allow was found; the rest could not run.
fn refused(error: CaseworkError, case: &Case) -> anyhow::Result<Exit> {
    use CaseworkError as E;
    if matches!(error, E::NoSuchCase) {
        return Ok(none(&case.reference));
    }
    let is_refused = matches!(
        error,
        E::Refused(_)
            | E::Unfit(_)
            | E::Stale { .. }
            | E::NoSuchCategory(_)
            | E::NoSuchSystem(_)
            | E::NoSuchTask
    );
    if is_refused { Ok(found(&error.to_string())) } else { Err(error.into()) }
}

pub(super) fn found(what: &str) -> Exit {
    note(what);
    Exit::Found
}
