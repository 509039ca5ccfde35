//! What is put together, in one view of the database.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use crate::audit::entry::Entry;
use crate::audit::hex::hex;
use crate::audit::leaf::case::{CaseRead, CaseRows};
use crate::audit::leaf::event::{self, Told};
use crate::audit::leaf::policy::PolicyActivated;
use crate::audit::leaf::{self, LeafKind, Unreadable};
use crate::audit::merkle::Hash;
use crate::domain::case::{Event, Writer};
use crate::domain::id::NoticeId;
use crate::domain::identity::Personal;
use crate::domain::name::{PurposeId, SystemId};
use crate::domain::part::Part;
use crate::domain::time::Instant;
use crate::policy::purposes::{Purpose, Purposes};
use crate::store::rows::{CaseRow, CheckpointRow};
use crate::store::vault::Place;
use crate::store::{Tx, columns};

use crate::casework::case::browse::{self, Shown};
use crate::casework::case::notices::Notice;
use crate::casework::log::bundle::{self, Line};
use crate::casework::log::{self, cosigning};
use crate::casework::objections::{objecting, receipts};
use crate::casework::people::{self, Known};
use crate::casework::policies::activation;
use crate::casework::{CaseworkError, Office};

use super::Taker;

const PURPOSES: &str = "purposes.toml";
/// Leaves that are looked through at once.
const PAGE: i64 = 10_000;
/// Parameters of one statement.
const AT_ONCE: usize = 500;

/// Everything that the files are made of.
#[derive(Serialize)]
pub(super) struct Handout {
    pub(super) reference: String,
    pub(super) controller: String,
    pub(super) contact: String,
    pub(super) exported_at: String,
    pub(super) right: &'static str,
    pub(super) state: &'static str,
    pub(super) outcome: Option<&'static str>,
    pub(super) received_at: String,
    pub(super) answered_at: Option<String>,
    pub(super) due: String,
    pub(super) due_explained: Vec<String>,
    pub(super) identity: &'static str,
    /// What was held of the person was erased; only the entries are left.
    pub(super) is_forgotten: bool,
    /// By what the person is known; nothing for whoever only audits.
    pub(super) asker: Option<Value>,
    /// How it was entered, when an officer did.
    pub(super) entered: Option<Value>,
    pub(super) words: Option<String>,
    pub(super) messages: Vec<Said>,
    pub(super) letters: Vec<Letter>,
    /// What was found or done, dataset by dataset.
    pub(super) parts: Vec<Part>,
    /// Files that went with the answer: named, and not handed on, for they may tell of others.
    pub(super) attachments: Vec<Attached>,
    pub(super) choices: Vec<Choice>,
    pub(super) objections: Vec<Objection>,
    pub(super) policies: Vec<Policy>,
    /// Entries of the case that no signed head covers yet.
    pub(super) not_signed_yet: usize,
    #[serde(skip)]
    pub(super) log: Log,
}

/// The part of the log that the case rests on.
pub(super) struct Log {
    pub(super) origin: String,
    pub(super) head: CheckpointRow,
    pub(super) lines: Vec<Line>,
    pub(super) proofs: Vec<(i64, String)>,
}

/// A message of the case.
#[derive(Serialize)]
pub(super) struct Said {
    pub(super) at: String,
    pub(super) from: Option<&'static str>,
    pub(super) text: String,
}

/// A letter, in full.
#[derive(Serialize)]
pub(super) struct Letter {
    pub(super) file: String,
    pub(super) kind: String,
    pub(super) language: String,
    pub(super) made_at: String,
    pub(super) told_at: Option<String>,
    pub(super) told_how: Option<String>,
    /// Of its text.
    pub(super) sha256: String,
    /// The entry that tells this digest.
    pub(super) entry: Option<i64>,
    #[serde(skip)]
    pub(super) text: String,
}

/// A file, as it is called.
#[derive(Serialize)]
pub(super) struct Attached {
    pub(super) name: String,
    pub(super) media_type: String,
    pub(super) bytes: i64,
}

/// A use that anybody can say no to, and how.
#[derive(Serialize)]
pub(super) struct Choice {
    pub(super) purpose: PurposeId,
    pub(super) title: String,
    pub(super) words: String,
    pub(super) legal_basis: String,
    pub(super) obeyed_by: Vec<SystemId>,
    /// The page on which it is offered.
    pub(super) page: String,
    /// A browser that says Global Privacy Control says no to it.
    pub(super) by_signal: bool,
    /// Since when some version of the purposes offers it.
    pub(super) offered_since: Option<String>,
    /// The version that was in force when the case was received, if it offers it.
    pub(super) version_at_receipt: Option<String>,
    /// How it stands for this person now, and from which epoch on pipelines obey it.
    pub(super) standing: Option<(&'static str, i64)>,
}

/// What the person said, and until when it held.
#[derive(Serialize)]
pub(super) struct Objection {
    pub(super) purpose: PurposeId,
    pub(super) standing: &'static str,
    pub(super) since: String,
    pub(super) until: Option<String>,
    pub(super) epoch: i64,
    pub(super) case: Option<String>,
    pub(super) entry: i64,
}

/// A version of a policy that was in force in the time of the case.
#[derive(Serialize)]
pub(super) struct Policy {
    pub(super) file: String,
    pub(super) name: String,
    pub(super) hash: String,
    pub(super) in_force_from: String,
    pub(super) in_force_until: Option<String>,
    /// Of its text.
    pub(super) sha256: String,
    /// The entry that tells this digest.
    pub(super) entry: Option<i64>,
    #[serde(skip)]
    pub(super) text: String,
}

/// What the controller's own entries say of this case and of the policies.
#[derive(Default)]
struct Controllers {
    at: Vec<i64>,
    activated: Vec<(i64, PolicyActivated)>,
}

/// What the controller's entries say of the case, or of policies.
const NAMING: [LeafKind; 3] = [LeafKind::CaseRead, LeafKind::CaseRows, LeafKind::PolicyActivated];

impl Controllers {
    fn take(
        &mut self,
        index: i64,
        kind: Option<LeafKind>,
        payload: &[u8],
        reference: &str,
    ) -> Result<(), Unreadable> {
        let names = match kind {
            Some(LeafKind::CaseRead) => {
                leaf::read::<CaseRead>(payload)?.reference.to_string() == reference
            }
            Some(LeafKind::CaseRows) => {
                leaf::read::<CaseRows>(payload)?.case.as_deref() == Some(reference)
            }
            _ => {
                self.activated.push((index, leaf::read(payload)?));
                false
            }
        };
        if names {
            self.at.push(index);
        }
        Ok(())
    }
}

pub(super) fn gather(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &CaseRow,
    taker: Taker,
) -> Result<Handout, CaseworkError> {
    let shown = browse::show(tx, office, row)?;
    let person = people::by_id(tx, &office.vault, &row.subject_id)?;
    let head = tx.last_checkpoint()?.ok_or(CaseworkError::NotSignedYet)?;
    let head = cosigning::with_cosignatures(tx, head)?;
    let controllers = controllers(tx, office, &row.reference, head.size)?;
    let policies = policies(tx, row, &controllers.activated, office.clock.now())?;
    let said = person.as_ref().map(|person| receipts::said(tx, person)).transpose()?;
    let said = said.unwrap_or_default();
    let mut at: BTreeSet<i64> = controllers.at.into_iter().collect();
    at.extend(said.iter().map(|said| said.leaf));
    at.extend(policies.iter().filter_map(|policy| policy.entry));
    at.extend([row.leaf, row.leaf + 1]);
    if person.is_some() {
        let own = tx.openings_of(&row.subject_id)?;
        at.extend(own.iter().filter(|o| o.case_id.as_ref() == Some(&row.id)).map(|o| o.idx));
    }
    let not_signed_yet = at.iter().filter(|index| **index >= head.size).count();
    let log = log_of(tx, office, head, at)?;
    let letters = match &person {
        Some(person) => letters(tx, row, person, &log.lines)?,
        None => Vec::new(),
    };
    let choices = choices(tx, office, row, person.as_ref())?;
    Ok(Handout {
        reference: row.reference.clone(),
        controller: office.controller.clone(),
        contact: office.signals.contact.clone(),
        exported_at: office.clock.now().rfc3339(),
        right: shown.opened.right.code(),
        state: shown.state.stage.code(),
        outcome: shown.state.stage.outcome().map(crate::domain::case::Outcome::code),
        received_at: shown.opened.received_at.rfc3339(),
        answered_at: shown.state.answer.as_ref().map(|answer| answer.at.rfc3339()),
        due: shown.opened.due.date.to_string(),
        identity: shown.opened.identity,
        is_forgotten: person.is_none(),
        asker: who(&shown, taker),
        entered: shown.entry.as_ref().filter(|_| taker == Taker::Works).map(as_json),
        messages: messages(&shown),
        letters,
        attachments: shown.attachments.iter().map(attached).collect(),
        choices,
        objections: objections(&said),
        policies,
        not_signed_yet,
        log,
        words: shown.message.map(|words| words.reveal().clone()),
        parts: shown.parts,
        due_explained: shown.opened.explanation,
    })
}

fn who(shown: &Shown, taker: Taker) -> Option<Value> {
    shown.asker.as_ref().filter(|_| taker == Taker::Works).map(as_json)
}

fn as_json<T: Serialize>(personal: &Personal<T>) -> Value {
    serde_json::to_value(personal.reveal()).unwrap_or_default()
}

fn messages(shown: &Shown) -> Vec<Said> {
    let each = shown.messages.iter().map(|message| Said {
        at: message.at.rfc3339(),
        from: message.from.map(Writer::code),
        text: message.text.reveal().clone(),
    });
    each.collect()
}

fn attached(file: &crate::casework::case::attachments::Attached) -> Attached {
    let title = file.title.reveal();
    Attached { name: title.name.clone(), media_type: title.media_type.clone(), bytes: file.size }
}

/// Looks through the controller's entries for those that name the case, and for policies that came into force.
fn controllers(
    tx: &mut Tx<'_>,
    office: &Office,
    reference: &str,
    size: i64,
) -> Result<Controllers, CaseworkError> {
    let mut found = Controllers::default();
    let Some(key) = people::by_id(tx, &office.vault, &people::CONTROLLER)?.map(|known| known.key)
    else {
        return Ok(found);
    };
    let mut first = 0;
    while first < size {
        let end = (first + PAGE).min(size);
        let mut wanted = Vec::new();
        for leaf in tx.leaves(first, end)? {
            let entry = columns::log_leaves::entry.read(Entry::parse(&leaf.entry))?;
            let kind = LeafKind::parse(entry.kind()).filter(|kind| NAMING.contains(kind));
            if let Some(kind) = kind {
                wanted.push((leaf.idx, kind));
            }
        }
        for some in wanted.chunks(AT_ONCE) {
            let at: Vec<i64> = some.iter().map(|(idx, _)| *idx).collect();
            for opening in tx.openings_at(&at)? {
                let payload = log::open_payload(&key, &opening)?;
                let kind = some.iter().find(|(idx, _)| *idx == opening.idx).map(|(_, kind)| *kind);
                let read = found.take(opening.idx, kind, &payload, reference);
                columns::openings::payload.read(read)?;
            }
        }
        first = end;
    }
    Ok(found)
}

/// The versions that were in force at some time between the receipt and now.
fn policies(
    tx: &mut Tx<'_>,
    row: &CaseRow,
    activated: &[(i64, PolicyActivated)],
    now: Instant,
) -> Result<Vec<Policy>, CaseworkError> {
    let files: BTreeSet<&str> = activated.iter().map(|(_, told)| told.file.as_str()).collect();
    let mut policies = Vec::new();
    for file in files {
        let terms = tx.policy_terms(file)?;
        for (nth, term) in terms.iter().enumerate() {
            let until = terms.get(nth + 1).map(|next| next.since);
            if term.since > now.0 || until.is_some_and(|until| until <= row.received_at) {
                continue;
            }
            let Some(kept) = tx.policy(&term.hash)? else { continue };
            let text = activation::readable(kept);
            let sha256 = hex(&Hash::of(text.as_bytes()).0);
            let told = activated.iter().find(|(_, told)| {
                told.file == file && told.policy == term.hash && told.sha256 == sha256
            });
            policies.push(Policy {
                file: format!("policies/{}-{}", term.hash, file.replace('/', "-")),
                name: file.to_owned(),
                hash: term.hash.clone(),
                in_force_from: Instant(term.since).rfc3339(),
                in_force_until: until.map(|until| Instant(until).rfc3339()),
                sha256,
                entry: told.map(|(index, _)| *index),
                text,
            });
        }
    }
    Ok(policies)
}

fn log_of(
    tx: &mut Tx<'_>,
    office: &Office,
    head: CheckpointRow,
    at: BTreeSet<i64>,
) -> Result<Log, CaseworkError> {
    let (mut lines, mut proofs) = (Vec::new(), Vec::new());
    for index in at.into_iter().filter(|index| *index < head.size) {
        let leaf =
            columns::log_leaves::idx.there(tx.leaves(index, index + 1)?.into_iter().next())?;
        let opening = tx.openings_at(&[index])?.into_iter().next();
        let line = bundle::line(tx, office, &leaf, opening.as_ref())?;
        proofs.push((index, bundle::prove(tx, &line, &head)?));
        lines.push(line);
    }
    Ok(Log { origin: office.log_key.name().to_owned(), head, lines, proofs })
}

fn letters(
    tx: &mut Tx<'_>,
    row: &CaseRow,
    person: &Known,
    lines: &[Line],
) -> Result<Vec<Letter>, CaseworkError> {
    let mut letters = Vec::new();
    for (nth, kept) in tx.notices_of(&row.id)?.into_iter().enumerate() {
        let place = Place { table: "notices", column: "sealed", row: &kept.id };
        let text = place.column().text(person.key.open(&place, &kept.sealed)?)?;
        let Notice { id, kind, language, made_at, told } =
            crate::casework::case::notices::notice(kept)?;
        let sha256 = hex(&Hash::of(text.as_bytes()).0);
        letters.push(Letter {
            file: format!("letters/{:02}-{kind}-{language}.txt", nth + 1),
            entry: lines.iter().find(|line| tells(line, id, &sha256)).map(|line| line.index),
            kind,
            language,
            made_at: made_at.rfc3339(),
            told_at: told.as_ref().map(|(at, _)| at.rfc3339()),
            told_how: told.map(|(_, how)| how),
            sha256,
            text,
        });
    }
    Ok(letters)
}

/// Whether an entry tells that this letter was written.
fn tells(line: &Line, id: NoticeId, digest: &str) -> bool {
    let Some(payload) = line.payload.clone() else { return false };
    let told = event::read_value(payload);
    matches!(
        told,
        Ok((_, Told::Event(Event::NoticeMade { notice, sha256: Some(sha256), .. })))
            if notice == id && sha256 == digest
    )
}

fn objections(said: &[receipts::Said]) -> Vec<Objection> {
    let mut list = Vec::new();
    for (nth, one) in said.iter().enumerate() {
        let told = &one.told.objection;
        let later = said.iter().skip(nth + 1).map(|later| &later.told.objection);
        let next = later
            .clone()
            .find(|later| later.purpose == told.purpose && later.standing != told.standing);
        list.push(Objection {
            purpose: told.purpose.clone(),
            standing: told.standing.code(),
            since: told.since.rfc3339(),
            until: next.map(|next| next.since.rfc3339()),
            epoch: one.told.epoch,
            case: one.told.case.map(|case| case.to_string()),
            entry: one.leaf,
        });
    }
    list
}

/// Every use that one can say no to: nobody is shown fewer, so none is left out here.
fn choices(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &CaseRow,
    person: Option<&Known>,
) -> Result<Vec<Choice>, CaseworkError> {
    let terms = tx.policy_terms(PURPOSES)?;
    let mut versions: Vec<(i64, String, Purposes)> = Vec::new();
    for term in terms {
        let Some(kept) = tx.policy(&term.hash)? else { continue };
        let read = columns::policies::text.read(toml::from_str(&kept.text))?;
        versions.push((term.since, term.hash, read));
    }
    let at_receipt = versions.iter().rfind(|(since, _, _)| *since <= row.received_at);
    let standing = match person {
        Some(person) => {
            let marks = people::marks(&office.vault, &people::asker(tx, person)?);
            objecting::once_for_each(objecting::listed(tx, &marks)?)
        }
        None => Vec::new(),
    };
    let choice = |purpose: &Purpose| {
        let offers = |read: &Purposes| read.get(&purpose.id).is_some();
        let now = standing.iter().find(|listed| listed.objection.purpose == purpose.id);
        let english = |words: &crate::policy::purposes::Words| {
            let first = || words.all().values().next().map(String::as_str);
            words.get("en").or_else(first).unwrap_or_default().to_owned()
        };
        Choice {
            purpose: purpose.id.clone(),
            title: english(&purpose.title),
            words: english(&purpose.words),
            legal_basis: purpose.legal_basis.clone(),
            obeyed_by: purpose.obeyed_by.clone(),
            page: format!("{}/object/{}", office.signals.public_url, purpose.id),
            by_signal: office.signals.gpc.iter().any(|id| *id == purpose.id),
            offered_since: versions
                .iter()
                .find(|(_, _, read)| offers(read))
                .map(|(since, _, _)| Instant(*since).rfc3339()),
            version_at_receipt: at_receipt
                .filter(|(_, _, read)| offers(read))
                .map(|(_, hash, _)| hash.clone()),
            standing: now.map(|listed| (listed.objection.standing.code(), listed.epoch)),
        }
    };
    Ok(office.policies.purposes.all().map(choice).collect())
}
