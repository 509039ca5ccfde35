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
    let failed = |_| CaseworkError::Unmade("export");
    let log = &case.log;
    let said = |line: &Line| LeafKind::parse(&line.kind).map(said).unwrap_or_default();
    let rows = log.lines.iter().map(|line| Row { line, said: said(line), content: content(line) });
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
fn said(kind: LeafKind) -> &'static str {
    use LeafKind as K;
    match kind {
        K::Event(event) => of_event(event),
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

fn of_event(kind: EventKind) -> &'static str {
    use EventKind as E;
    match kind {
        E::Received => "the request was received",
        E::Registered => "it was registered, with its due date and what a threshold found",
        E::Merged => "it was merged into an open one",
        E::TakenOver => "it goes on by itself",
        E::IdentityAsked => "the person was asked who they are",
        E::ClarificationAsked => "the person was asked what they look for",
        E::Identified => "it is known who asks",
        E::Started => "work began",
        E::Suspended => "the period stands still",
        E::Resumed => "the period runs again",
        E::Extended => "two more months were taken, with reasons",
        E::TaskRaised => "something is left for a human to do",
        E::TaskDone => "a human did it",
        E::ScopeRead => "an officer read what was asked",
        E::TakenUp => "an officer had it tried again",
        E::ErasureBegun => "an erasure was about to be committed",
        E::ErasureSettled => "what became of the erasure",
        E::Marked => "the restriction was marked in a system's rows",
        E::Unmarked => "the marks were taken away again",
        E::Answered => "the request was answered",
        E::Refused => "it was refused under Art. 12(5)",
        E::RefusedInPart => "a part was refused under Art. 12(5)",
        E::FeeProposed => "a fee was proposed under Art. 12(5)",
        E::FeeAccepted => "the person accepted the fee",
        E::ReviewOpened => "the person was told of a review",
        E::ReviewAnswered => "the person answered the review",
        E::Opined => "the data protection officer advised",
        E::FlagCleared => "the controller decided to answer as always",
        E::Referred => "an officer referred it for review",
        E::Reopened => "a decision was looked at again",
        E::FlagLapsed => "a flag closed in the person's favour",
        E::FlagOvertaken => "the data had changed, so the flag closed",
        E::NoticeMade => "a letter was written",
        E::NoticeTold => "a letter reached the person",
        E::Balanced => "an objection was weighed",
        E::Notified => "the person was told the answer",
        E::Reminded => "the office was reminded of the date",
        E::Overdue => "the date passed without an answer",
        E::Closed => "the file was closed",
        E::Withdrawn => "the person took the request back",
        E::Messaged => "somebody wrote something",
        E::Contested => "the person contested the answer",
        E::Restricted => "the data were restricted",
        E::LiftingAnnounced => "the person was told that the restriction ends",
        E::RestrictionLifted => "the restriction ended",
    }
}
