//! The files.

use askama::Template;
use serde_json::{Value, json};

use crate::audit::hex::hex;
use crate::audit::leaf::{EventKind, LeafKind};
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
    let failed = |_| CaseworkError::Damaged("export");
    let log = &case.log;
    let said = |line: &Line| LeafKind::parse(&line.kind).map(said).unwrap_or_default();
    let rows = log.lines.iter().map(|line| Row { line, said: said(line), content: content(line) });
    let page = Page { case, rows: rows.collect(), fairness: summary(fairness) };
    let page = page.render().map_err(|_| CaseworkError::Damaged("export"))?;
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
fn said(kind: LeafKind) -> &'static str {
    use EventKind as E;
    use LeafKind as K;
    match kind {
        K::Event(E::Received) => "the request was received",
        K::Event(E::Registered) => {
            "it was registered, with its due date and what a threshold found"
        }
        K::Event(E::Merged) => "it was merged into an open one",
        K::Event(E::TakenOver) => "it goes on by itself",
        K::Event(E::IdentityAsked) => "the person was asked who they are",
        K::Event(E::ClarificationAsked) => "the person was asked what they look for",
        K::Event(E::Identified) => "it is known who asks",
        K::Event(E::Started) => "work began",
        K::Event(E::Suspended) => "the period stands still",
        K::Event(E::Resumed) => "the period runs again",
        K::Event(E::Extended) => "two more months were taken, with reasons",
        K::Event(E::TaskRaised) => "something is left for a human to do",
        K::Event(E::TaskDone) => "a human did it",
        K::Event(E::ScopeRead) => "an officer read what was asked",
        K::Event(E::TakenUp) => "an officer had it tried again",
        K::Event(E::ErasureBegun) => "an erasure was about to be committed",
        K::Event(E::ErasureSettled) => "what became of the erasure",
        K::Event(E::Marked) => "the restriction was marked in a system's rows",
        K::Event(E::Unmarked) => "the marks were taken away again",
        K::Event(E::Answered) => "the request was answered",
        K::Event(E::Refused) => "it was refused under Art. 12(5)",
        K::Event(E::RefusedInPart) => "a part was refused under Art. 12(5)",
        K::Event(E::FeeProposed) => "a fee was proposed under Art. 12(5)",
        K::Event(E::FeeAccepted) => "the person accepted the fee",
        K::Event(E::ReviewOpened) => "the person was told of a review",
        K::Event(E::ReviewAnswered) => "the person answered the review",
        K::Event(E::Opined) => "the data protection officer advised",
        K::Event(E::FlagCleared) => "the controller decided to answer as always",
        K::Event(E::Referred) => "an officer referred it for review",
        K::Event(E::Reopened) => "a decision was looked at again",
        K::Event(E::FlagLapsed) => "a flag closed in the person's favour",
        K::Event(E::FlagOvertaken) => "the data had changed, so the flag closed",
        K::Event(E::NoticeMade) => "a letter was written",
        K::Event(E::NoticeTold) => "a letter reached the person",
        K::Event(E::Balanced) => "an objection was weighed",
        K::Event(E::Notified) => "the person was told the answer",
        K::Event(E::Reminded) => "the office was reminded of the date",
        K::Event(E::Overdue) => "the date passed without an answer",
        K::Event(E::Closed) => "the file was closed",
        K::Event(E::Withdrawn) => "the person took the request back",
        K::Event(E::Messaged) => "somebody wrote something",
        K::Event(E::Contested) => "the person contested the answer",
        K::Event(E::Restricted) => "the data were restricted",
        K::Event(E::LiftingAnnounced) => "the person was told that the restriction ends",
        K::Event(E::RestrictionLifted) => "the restriction ended",
        K::ObjectionRecorded => "an objection, or its taking back, was recorded",
        K::RequestEntered => "an officer entered what came by another way",
        K::MessageKept => "the words of a message were sealed",
        K::AttachmentKept => "a file was sealed",
        K::PackageKept => "the archive for the person was sealed",
        K::CaseRows => "a digest over everything that hangs on the case",
        K::CaseRead => "an officer read of it",
        K::PolicyActivated => "a policy came into force",
        K::TicketRedeemed => "a claim ticket dated the request",
        // They belong to no case.
        K::TicketSpent
        | K::PackagesDropped
        | K::OpeningsErased
        | K::ObjectionsChanged
        | K::ObjectionsImported
        | K::ObjectionsInherited
        | K::ObjectionsKey
        | K::FilterRun
        | K::RecipientObeys
        | K::RecipientTask
        | K::KeyCreated
        | K::PolicyAnnounced
        | K::PolicyApproved
        | K::ChangeDeclared
        | K::TaskDone
        | K::DatamapShown
        | K::AuditExported
        | K::ReviewExported
        | K::LogRecovered => "",
    }
}
