//! The files.

use askama::Template;
use serde_json::{Value, json};

use crate::audit::hex::hex;
use crate::audit::merkle::Hash;
use crate::casework::CaseworkError;
use crate::casework::log::bundle::pages::{VERIFIER, content, text};
use crate::casework::log::bundle::{File, Line};

use super::Fairness;
use super::gather::Handout;

const GUIDE: &str = include_str!("VERIFY.md");

#[derive(Template)]
#[template(path = "casework/authority/index.html")]
struct Page<'h> {
    case: &'h Handout,
    rows: Vec<Row<'h>>,
    /// The first sentences of the fairness report; none without one.
    fairness: Vec<String>,
}

struct Row<'h> {
    line: &'h Line,
    said: &'static str,
    content: String,
}

pub(super) fn files(
    case: &Handout,
    vkeys: Vec<String>,
    fairness: Option<&Fairness>,
) -> Result<Vec<File>, CaseworkError> {
    let failed = |_| CaseworkError::Unmade("export");
    let log = &case.log;
    let rows =
        log.lines.iter().map(|line| Row { line, said: said(&line.kind), content: content(line) });
    let page = Page { case, rows: rows.collect(), fairness: summary(fairness) };
    let page = page.render().map_err(|_| CaseworkError::Unmade("export"))?;
    let told = json!({
        "of_case": case.reference, "origin": log.origin, "exported_at": case.exported_at,
        "verifier_keys": vkeys, "head": log.head.note, "entries": log.lines,
    });
    let mut files = vec![
        text("VERIFY.md", GUIDE.to_owned()),
        text("index.html", page),
        File { name: "log.json".into(), bytes: serde_json::to_vec_pretty(&told).map_err(failed)? },
        text("verifier-keys.txt", vkeys.iter().map(|key| format!("{key}\n")).collect()),
        text("checkpoint", log.head.note.clone()),
        text(&format!("checkpoints/{}.note", log.head.size), log.head.note.clone()),
        text("consistency.txt", String::new()),
        text("verify.py", VERIFIER.to_owned()),
    ];
    for (index, proof) in &log.proofs {
        files.push(text(&format!("proofs/{index}.tlog-proof"), proof.clone()));
    }
    files.extend(case.letters.iter().map(|letter| text(&letter.file, letter.text.clone())));
    // A version that came back is in force twice, and is one file.
    for policy in &case.policies {
        if !files.iter().any(|file| file.name == policy.file) {
            files.push(text(&policy.file, policy.text.clone()));
        }
    }
    if let Some(report) = fairness {
        files.push(text("fairness.html", report.html.clone()));
        files.push(text("fairness.json", report.json.clone()));
    }
    let mut whole = serde_json::to_value(case).map_err(failed)?;
    if let Value::Object(members) = &mut whole {
        let told = files.iter().map(|file| {
            let sha256 = hex(&Hash::of(&file.bytes).0);
            json!({ "name": file.name, "sha256": sha256, "entry": proven_by(case, &file.name) })
        });
        members.insert("files".into(), told.collect());
    }
    let whole = serde_json::to_vec_pretty(&whole).map_err(failed)?;
    files.push(File { name: "case.json".into(), bytes: whole });
    Ok(files)
}

/// The entry that tells the digest of a file, if one does.
fn proven_by(case: &Handout, name: &str) -> Option<i64> {
    let letter = case.letters.iter().find(|letter| letter.file == name);
    let policy = case.policies.iter().find(|policy| policy.file == name);
    letter.and_then(|letter| letter.entry).or(policy.and_then(|policy| policy.entry))
}

fn summary(fairness: Option<&Fairness>) -> Vec<String> {
    let told: Option<Value> = fairness.and_then(|report| serde_json::from_str(&report.json).ok());
    let sentences = told.as_ref().and_then(|told| told.get("summary")?.as_array());
    let sentences = sentences.into_iter().flatten().filter_map(Value::as_str);
    sentences.map(str::to_owned).collect()
}

/// What an entry tells of, in plain words; its own kind says the rest.
fn said(kind: &str) -> &'static str {
    match kind {
        "case.received" => "the request was received",
        "case.registered" => "it was registered, with its due date and what a threshold found",
        "case.merged" => "it was merged into an open one",
        "case.taken_over" => "it goes on by itself",
        "case.identity_asked" => "the person was asked who they are",
        "case.clarification_asked" => "the person was asked what they look for",
        "case.identified" => "it is known who asks",
        "case.started" => "work began",
        "case.suspended" => "the period stands still",
        "case.resumed" => "the period runs again",
        "case.extended" => "two more months were taken, with reasons",
        "case.task_raised" => "something is left for a human to do",
        "case.task_done" => "a human did it",
        "case.scope_read" => "an officer read what was asked",
        "case.taken_up" => "an officer had it tried again",
        "case.erasure_begun" => "an erasure was about to be committed",
        "case.erasure_settled" => "what became of the erasure",
        "case.answered" => "the request was answered",
        "case.refused" => "it was refused under Art. 12(5)",
        "case.refused_in_part" => "a part was refused under Art. 12(5)",
        "case.fee_proposed" => "a fee was proposed under Art. 12(5)",
        "case.fee_accepted" => "the person accepted the fee",
        "review.opened" => "the person was told of a review",
        "review.answered" => "the person answered the review",
        "review.opinion" => "the data protection officer advised",
        "flag.cleared" => "the controller decided to answer as always",
        "flag.referred" => "an officer referred it for review",
        "flag.reopened" => "a decision was looked at again",
        "flag.lapsed" => "a flag closed in the person's favour",
        "flag.overtaken" => "the data had changed, so the flag closed",
        "notice.made" => "a letter was written",
        "notice.told" => "a letter reached the person",
        "case.balanced" => "an objection was weighed",
        "case.notified" => "the person was told the answer",
        "case.reminded" => "the office was reminded of the date",
        "case.overdue" => "the date passed without an answer",
        "case.closed" => "the file was closed",
        "case.withdrawn" => "the person took the request back",
        "case.messaged" => "somebody wrote something",
        "case.contested" => "the person contested the answer",
        "case.restricted" => "the data were restricted",
        "case.lifting_announced" => "the person was told that the restriction ends",
        "case.restriction_lifted" => "the restriction ended",
        "objection.recorded" => "an objection, or its taking back, was recorded",
        "request.entered" => "an officer entered what came by another way",
        "message.kept" => "the words of a message were sealed",
        "attachment.kept" => "a file was sealed",
        "package.kept" => "the archive for the person was sealed",
        "case.rows" => "a digest over everything that hangs on the case",
        "case.read" => "an officer read of it",
        "policy.activated" => "a policy came into force",
        "ticket.redeemed" => "a claim ticket dated the request",
        _ => "",
    }
}
