//! `habeas audit check-export`: an export of the log, or of one case, checked without its author.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde_json::Value;

use crate::audit::canonical;
use crate::audit::checkpoint::Checkpoint;
use crate::audit::hex::hex;
use crate::audit::merkle::{Hash, leaf_hash, verify_consistency, verify_inclusion};
use crate::audit::note::VerifierKey;
use crate::audit::proof::{Proof, check_receipt};

use super::{Exit, note, say};

#[derive(clap::Args)]
pub(super) struct Options {
    /// The folder
    folder: PathBuf,
    /// The log's verifier key, as `habeas audit key` prints it; again for an earlier name
    #[arg(long, value_name = "VKEY", required = true)]
    key: Vec<String>,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Exit> {
    let keys = options.key.iter().map(|key| VerifierKey::parse(key.trim()));
    let keys = keys
        .collect::<Result<Vec<_>, _>>()
        .context("the key is not a verifier key; `habeas audit key` prints it")?;
    let export = Export { folder: &options.folder, keys: &keys };
    let log: Value = export.json("log.json")?;
    let wrong = export.wrong(&log)?;
    for what in &wrong {
        note(what);
    }
    let entries = log.get("entries").and_then(Value::as_array).map_or(0, Vec::len);
    let verdict = if wrong.is_empty() { "verified" } else { "NOT verified" };
    say(&format!("{verdict}: {entries} entries"));
    Ok(if wrong.is_empty() { Exit::Fine } else { Exit::Found })
}

struct Export<'e> {
    folder: &'e Path,
    keys: &'e [VerifierKey],
}

impl Export<'_> {
    fn text(&self, name: &str) -> anyhow::Result<String> {
        let path = self.folder.join(name);
        std::fs::read_to_string(&path)
            .with_context(|| format!("`{}` cannot be read", path.display()))
    }

    fn json(&self, name: &str) -> anyhow::Result<Value> {
        let text = self.text(name)?;
        serde_json::from_str(&text).with_context(|| format!("`{name}` is not JSON"))
    }

    fn wrong(&self, log: &Value) -> anyhow::Result<Vec<String>> {
        let head = match Checkpoint::open(&self.text("checkpoint")?, self.keys) {
            Ok(head) => head,
            Err(error) => {
                return Ok(vec![format!("the signed head is not to be trusted: {error}")]);
            }
        };
        let mut wrong = self.heads(&head)?;
        let mut payloads = BTreeMap::new();
        let mut before: Option<u64> = None;
        let is_one_case = log.get("of_case").is_some();
        let entries = log.get("entries").and_then(Value::as_array);
        for line in entries.context("`log.json` has no `entries`")? {
            let index = line.get("index").and_then(Value::as_u64);
            let index = index.context("an entry of `log.json` has no `index`")?;
            let follows = before.is_none_or(|b| index == b + 1 || (is_one_case && index > b));
            if !follows {
                wrong.push(format!("an entry is missing before {index}"));
            }
            before = Some(index);
            if let Err(why) = self.entry(index, line, &head) {
                wrong.push(format!("entry {index}: {why}"));
            }
            payloads.insert(index, line.get("payload").cloned().unwrap_or_default());
        }
        if is_one_case {
            self.case(&payloads, &mut wrong)?;
        }
        Ok(wrong)
    }

    /// Whether every head is signed, and the newest continues the oldest.
    fn heads(&self, newest: &Checkpoint) -> anyhow::Result<Vec<String>> {
        let folder = self.folder.join("checkpoints");
        let listed = std::fs::read_dir(&folder)
            .with_context(|| format!("`{}` cannot be read", folder.display()))?;
        let (mut wrong, mut heads) = (Vec::new(), Vec::new());
        for file in listed {
            let path = file?.path();
            match Checkpoint::open(&std::fs::read_to_string(&path)?, self.keys) {
                Ok(head) => heads.push(head),
                Err(error) => wrong.push(format!("`{}`: {error}", path.display())),
            }
        }
        heads.sort_by_key(|head| head.size);
        let is_last = |head: &Checkpoint| (head.size, head.root) == (newest.size, newest.root);
        let proof = self.text("consistency.txt")?;
        let proof = proof.split_whitespace().map(str::parse).collect::<Result<Vec<Hash>, _>>();
        let joined = match (heads.first(), heads.last(), proof) {
            (Some(oldest), Some(last), Ok(proof)) if is_last(last) => {
                let (old, new) = (oldest.root, newest.root);
                verify_consistency(old, oldest.size, new, newest.size, &proof).is_ok()
            }
            _ => false,
        };
        if !joined {
            wrong.push("the newest head does not continue the oldest".to_owned());
        }
        Ok(wrong)
    }

    /// Whether the entry stands under this head, and opens to what is told of it.
    fn entry(&self, index: u64, line: &Value, head: &Checkpoint) -> Result<(), String> {
        let text = self.text(&format!("proofs/{index}.tlog-proof")).map_err(|e| e.to_string())?;
        let proof = Proof::parse(&text).map_err(|error| error.to_string())?;
        let entry = line.get("entry").and_then(Value::as_str).unwrap_or_default();
        let payload = line.get("payload").filter(|payload| !payload.is_null());
        if proof.index != index {
            return Err("its proof is for another place".into());
        }
        if proof.extra.is_some() {
            let checked = check_receipt(&text, self.keys).map_err(|error| error.to_string())?;
            let same = |one: &Value, other: &Value| {
                canonical::of_value(one).ok() == canonical::of_value(other).ok()
            };
            if checked.entry.bytes() != entry.as_bytes() {
                return Err("it is not the one in the log".into());
            }
            if !payload.is_some_and(|payload| same(payload, &checked.payload)) {
                return Err("its content is not what was committed to".into());
            }
            if (checked.checkpoint.size, checked.checkpoint.root) != (head.size, head.root) {
                return Err("its proof is under another head".into());
            }
            return Ok(());
        }
        if payload.is_some() {
            return Err("its content has no proof".into());
        }
        let leaf = leaf_hash(entry.as_bytes());
        verify_inclusion(head.root, head.size, index, leaf, &proof.hashes)
            .map_err(|_| "it is not the one in the log".to_owned())
    }

    /// The files of a case, and what it says of objections, against the entries that bear them.
    fn case(&self, payloads: &BTreeMap<u64, Value>, wrong: &mut Vec<String>) -> anyhow::Result<()> {
        let case = self.json("case.json")?;
        let list = |name: &str| case.get(name).and_then(Value::as_array).cloned();
        for file in list("files").context("`case.json` has no `files`")? {
            let told = |member: &str| file.get(member).and_then(Value::as_str).unwrap_or_default();
            let bytes = std::fs::read(self.folder.join(told("name"))).unwrap_or_default();
            let digest = hex(&Hash::of(&bytes).0);
            if digest != told("sha256") {
                wrong.push(format!("`{}` was changed, or is missing", told("name")));
            } else if let Some(entry) = file.get("entry").and_then(Value::as_u64) {
                let proven = payloads.get(&entry).and_then(|payload| payload.get("sha256"));
                if proven.and_then(Value::as_str) != Some(&digest) {
                    wrong.push(format!("`{}`: entry {entry} tells another digest", told("name")));
                }
            }
        }
        for one in list("objections").context("`case.json` has no `objections`")? {
            let entry = one.get("entry").and_then(Value::as_u64).unwrap_or_default();
            let payload = payloads.get(&entry).cloned().unwrap_or_default();
            let said = payload.get("objection").cloned().unwrap_or_default();
            let agrees = ["purpose", "standing"].iter().all(|m| one.get(m) == said.get(m));
            if !agrees || one.get("epoch") != payload.get("epoch") {
                wrong.push(format!("entry {entry} tells another objection"));
            }
        }
        Ok(())
    }
}
