//! `habeas audit`: offline and read-only.

use crate::casework::log::proofs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::json;

use crate::audit::note::VerifierKey;
use crate::audit::proof::{Proof, check_receipt};
use crate::audit::witness::Witness;
use crate::casework::CaseworkError;
use crate::casework::log::cosigning;
use crate::casework::replay::verify;
use crate::domain::id::Reference;
use crate::gateway;
use crate::store::Store;

use super::{Context, Exit, checking, export, note, recover, say, witness};

const STORED_WITHIN_TRIES: usize = 20;
const PAUSE: Duration = Duration::from_millis(100);

const EXAMPLES: &str = "\
Examples:
  habeas audit verify                                       exit 1 names what was changed
  habeas audit replay --json
  habeas audit check-receipt receipt.tlog-proof --key \"$(habeas audit key)\"
  habeas audit export --case HB-7K3M-92QX --out case        everything about one case, for an authority
  habeas audit check-export case --key \"$(habeas audit key)\"";

#[derive(clap::Subcommand)]
#[command(after_help = EXAMPLES)]
pub(super) enum Action {
    /// Checks the tree, every signed head and every tile
    Verify {
        /// Machine output
        #[arg(long)]
        json: bool,
        /// A witness who must have cosigned the newest head, besides the configured ones
        #[arg(long, value_name = "VKEY")]
        witness: Vec<String>,
    },
    /// Tells the log again and compares it with every case, flag and objection; assesses every finding again
    Replay {
        /// Machine output
        #[arg(long)]
        json: bool,
    },
    /// Prints the last signed head
    Checkpoint,
    /// Prints the proof that a request stands in the log
    Prove {
        /// The reference
        reference: String,
    },
    /// Checks a person's receipt; needs no database and no server
    CheckReceipt {
        /// The receipt
        file: PathBuf,
        /// The log's verifier key, as `habeas audit key` prints it
        #[arg(long, value_name = "VKEY")]
        key: String,
        /// A witness who must have cosigned it
        #[arg(long, value_name = "VKEY")]
        witness: Vec<String>,
    },
    /// Puts a part of the log, or one case, together for an authority, with proofs and a guide
    Export(export::Options),
    /// Checks an export, of the log or of one case; needs no database and no server
    CheckExport(checking::Options),
    /// Goes on under a new name after the log was rolled back and no newer backup exists
    Recover(recover::Options),
    /// Runs a witness: sees that logs only grow, and says so under its own key
    Witness(witness::Options),
    /// Prints the log's verifier key
    Key,
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    match action {
        Action::CheckReceipt { file, key, witness } => receipt(file, key, witness),
        Action::Export(options) => export::run(context, options),
        Action::CheckExport(options) => checking::run(options),
        Action::Witness(options) => witness::run(options),
        Action::Recover(options) => recover::run(context, options),
        Action::Key => {
            say(&gateway::log_key(&context.settings()?)?.vkey());
            Ok(Exit::Fine)
        }
        Action::Verify { json, witness } => verify(context, *json, witness),
        Action::Replay { json } => replayed(context, *json),
        Action::Checkpoint => {
            let store = open(context)?;
            let row = store.read_blocking("checkpoint", cosigning::head)?;
            if let Some(row) = row {
                say(row.note.trim_end_matches('\n'));
                Ok(Exit::Fine)
            } else {
                note("nothing is signed yet");
                Ok(Exit::NotFound)
            }
        }
        Action::Prove { reference } => {
            let store = open(context)?;
            // As people write it; what cannot be one names nothing.
            let name =
                reference.parse().map_or(reference.clone(), |read: Reference| read.to_string());
            let proof = store.read_blocking("prove", move |tx| {
                let row = tx.case_by_reference(&name)?.ok_or(CaseworkError::NoSuchCase)?;
                proofs::prove(tx, row.leaf, None)
            });
            match proof {
                Ok(text) => {
                    say(text.trim_end_matches('\n'));
                    Ok(Exit::Fine)
                }
                Err(CaseworkError::NoSuchCase) => {
                    note(&format!("there is no case `{reference}`"));
                    Ok(Exit::NotFound)
                }
                Err(error) => Err(error.into()),
            }
        }
    }
}

fn open(context: &Context) -> anyhow::Result<Store> {
    let config = context.settings()?;
    Ok(Store::open(&gateway::existing(&config)?, 1)?)
}

fn verify(context: &Context, machine: bool, more: &[String]) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    let trust = gateway::trust(&config, more)?;
    let keys: Vec<VerifierKey> = trust.earlier.iter().chain([&trust.key]).cloned().collect();
    let store = open(context)?;
    let report = verify::verify_trusting(&store, trust)?;
    let mut findings: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    // The head kept outside the database: a log that is shorter was rolled back, one that differs was written anew.
    if let Ok(head) = std::fs::read_to_string(config.path(&config.audit.head_file)) {
        let mut differs = verify::against_head(&store, &head, &keys)?;
        // A running gateway keeps its head outside first, and stores it a moment later.
        for _ in 0..STORED_WITHIN_TRIES {
            if differs.is_none() {
                break;
            }
            std::thread::sleep(PAUSE);
            differs = verify::against_head(&store, &head, &keys)?;
        }
        findings.extend(differs);
    }
    if machine {
        let answer = json!({
            "leaves": report.leaves, "root": report.root.to_string(), "checkpoints": report.checkpoints,
            "findings": findings, "verified": findings.is_empty(),
        });
        say(&answer.to_string());
    } else {
        for finding in &findings {
            note(finding);
        }
        let verdict = if findings.is_empty() { "verified" } else { "NOT verified" };
        say(&format!(
            "{verdict}: {} leaves, {} signed heads, root {}",
            report.leaves, report.checkpoints, report.root
        ));
    }
    Ok(if findings.is_empty() { Exit::Fine } else { Exit::Found })
}

fn replayed(context: &Context, machine: bool) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    let store = open(context)?;
    let told = verify::replay(&store, &gateway::vault(&config, &store)?)?;
    if machine {
        let answer = json!({
            "leaves": told.leaves, "cases": told.cases, "findings": told.findings, "erased": told.erased,
            "differences": told.differences, "identical": told.differences.is_empty(),
        });
        say(&answer.to_string());
    } else {
        for difference in &told.differences {
            note(difference);
        }
        let verdict = if told.differences.is_empty() { "identical" } else { "NOT identical" };
        say(&format!(
            "{verdict}: {} leaves told again, {} cases, {} findings assessed again, {} openings erased on purpose",
            told.leaves, told.cases, told.findings, told.erased
        ));
    }
    Ok(if told.differences.is_empty() { Exit::Fine } else { Exit::Found })
}

fn receipt(file: &std::path::Path, key: &str, witnesses: &[String]) -> anyhow::Result<Exit> {
    let key = VerifierKey::parse(key.trim())
        .context("the key is not a verifier key; `habeas audit key` prints it")?;
    let bytes =
        std::fs::read(file).with_context(|| format!("`{}` cannot be read", file.display()))?;
    let Ok(text) = String::from_utf8(bytes) else {
        note("NOT genuine: the file is not UTF-8; an editor changed it, fetch the receipt again");
        return Ok(Exit::Found);
    };
    let witnesses: Vec<Witness> = witnesses
        .iter()
        .map(|vkey| Witness::parse(vkey.trim()))
        .collect::<Result<_, _>>()
        .context("`--witness` is not the verifier key of a witness")?;
    match check_receipt(&text, &[key]) {
        Ok(checked) => {
            let head = Proof::parse(&text).map(|proof| proof.checkpoint).unwrap_or_default();
            for witness in &witnesses {
                if let Err(error) = witness.cosigned(&head, &head) {
                    note(&format!("NOT genuine for `{}`: {error}", witness.name()));
                    return Ok(Exit::Found);
                }
            }
            say(&format!(
                "genuine: leaf {} of the log `{}`, under a signed head over {} leaves",
                checked.index, checked.checkpoint.origin, checked.checkpoint.size
            ));
            say(&checked.payload.to_string());
            Ok(Exit::Fine)
        }
        Err(error) => {
            note(&format!("NOT genuine: {error}"));
            Ok(Exit::Found)
        }
    }
}
