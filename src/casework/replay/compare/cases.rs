//! Cases, and the rows that hang on them: flags, tasks, messages, packages, labels.

use std::collections::{BTreeSet, HashMap};

use crate::audit::leaf::case::AttachmentKept;
use crate::audit::merkle::Hash;
use crate::domain::case::{FlagState, Outcome, Writer};
use crate::domain::id::Reference;
use crate::store::Tx;
use crate::store::rows::{CaseRow, CohortRow, FlagRow, MessageRow};
use crate::store::vault::{Dek, Place, Vault};

use crate::audit::hex::hex;

use crate::casework::CaseworkError;
use crate::casework::case::dossier::{self, Dossier};
use crate::casework::case::private::Private;
use crate::casework::case::record::{self, flag_id};
use crate::casework::case::{attachments, entry};
use crate::casework::case::{forget, identifiers};
use crate::casework::people::{self, Known};
use crate::casework::replay::retold::{Retold, Told};

const PAGE: i64 = 2_000;

/// The rows that hang on a page of cases, by case.
#[derive(Default)]
struct Page {
    hanging: HashMap<Vec<u8>, Dossier>,
    messages: HashMap<Vec<u8>, Vec<MessageRow>>,
    cohorts: HashMap<Vec<u8>, Vec<CohortRow>>,
    attachments: BTreeSet<Vec<u8>>,
    packages: BTreeSet<Vec<u8>>,
}

fn by_case<T>(rows: Vec<T>, case: impl Fn(&T) -> &Vec<u8>) -> HashMap<Vec<u8>, Vec<T>> {
    let mut map: HashMap<Vec<u8>, Vec<T>> = HashMap::new();
    for row in rows {
        map.entry(case(&row).clone()).or_default().push(row);
    }
    map
}

impl Page {
    fn load(tx: &mut Tx<'_>, cases: &[Vec<u8>], seen: &mut Seen) -> Result<Self, CaseworkError> {
        let mut hanging: HashMap<Vec<u8>, Dossier> = HashMap::new();
        for flag in tx.flags_in(cases)? {
            let case = hanging.entry(flag.case_id.clone()).or_default();
            case.opinions.extend(tx.opinions_of(&flag.id)?);
            case.decisions.extend(tx.decisions_of(&flag.id)?);
            case.flags.push(flag);
        }
        for task in tx.tasks_in(cases)? {
            let case = task.case_id.clone().unwrap_or_default();
            hanging.entry(case).or_default().tasks.push(task);
        }
        for notice in tx.notices_in(cases)? {
            hanging.entry(notice.case_id.clone()).or_default().notices.push(notice);
        }
        for restriction in tx.restrictions_in(cases)? {
            let case = hanging.entry(restriction.case_id.clone()).or_default();
            case.restrictions.push(restriction);
        }
        for hold in tx.holds_in(cases)? {
            hanging.entry(hold.case_id.clone()).or_default().holds.push(hold);
        }
        for balancing in tx.balancings_in(cases)? {
            hanging.entry(balancing.case_id.clone()).or_default().balancings.push(balancing);
        }
        let (messages, cohorts) = (tx.messages_in(cases)?, tx.cohorts_in(cases)?);
        let (attachments, packages) = (tx.attachments_in(cases)?, tx.packages_in(cases)?);
        let counts = hanging.values().flat_map(Dossier::counts).chain([
            ("messages", messages.len()),
            ("attachments", attachments.len()),
            ("packages", packages.len()),
            ("cohorts", cohorts.len()),
        ]);
        for (name, count) in counts {
            *seen.entry(name).or_default() += i64::try_from(count).unwrap_or(i64::MAX);
        }
        Ok(Self {
            hanging,
            messages: by_case(messages, |row| &row.case_id),
            cohorts: by_case(cohorts, |row| &row.case_id),
            attachments: attachments.into_iter().collect(),
            packages: packages.into_iter().collect(),
        })
    }
}

type Seen = HashMap<&'static str, i64>;

/// Every stored case must be what the log tells, and the log must tell of no other.
pub(super) fn compare(
    tx: &mut Tx<'_>,
    vault: &Vault,
    fold: &mut Retold,
) -> Result<(), CaseworkError> {
    let told = std::mem::take(&mut fold.cases);
    let (mut stored, mut seen, mut blanked) = (BTreeSet::new(), Seen::new(), 0);
    let mut after = Vec::new();
    loop {
        let page = tx.cases_after(&after, PAGE)?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.id);
        let ids: Vec<Vec<u8>> = page.iter().map(|row| row.id.clone()).collect();
        let rows = Page::load(tx, &ids, &mut seen)?;
        for row in &page {
            let told_rows = fold.ledger.rows.remove(&row.reference);
            let known: Option<(Reference, &Told)> = row
                .reference
                .parse()
                .ok()
                .and_then(|name| told.get_key_value(&name).map(|(name, told)| (*name, told)));
            let wrong = match known {
                Some((name, told)) => {
                    stored.insert(name);
                    of_case(tx, vault, told, row, &rows, told_rows, &fold.ledger.dropped)?
                }
                None if is_blanked(vault, row, &rows, told_rows) => {
                    blanked += 1;
                    Vec::new()
                }
                None => vec!["the log does not tell of it"],
            };
            let name = &row.reference;
            fold.differences.extend(wrong.iter().map(|what| format!("case {name}: {what}")));
        }
    }
    for name in told.keys().filter(|name| !stored.contains(name)) {
        fold.differences.push(format!("case {name}: told by the log, not stored"));
    }
    if blanked != fold.ledger.cases_blanked {
        fold.differences.push(format!(
            "{blanked} cases are left of people who were forgotten, the log tells of {}",
            fold.ledger.cases_blanked
        ));
    }
    for (table, count) in tx.hanging()? {
        let lost = count - seen.get(table).copied().unwrap_or_default();
        if lost != 0 {
            fold.differences.push(format!("table `{table}`: {lost} rows belong to no case"));
        }
    }
    let office = tx.tasks_of_no_case()?;
    let told_office = fold.ledger.office_tasks.take();
    let same = match told_office {
        Some(told) => told == dossier::office_digest(office),
        None => office.is_empty(),
    };
    if !same {
        fold.differences.push("the tasks of no case are not what the log tells".into());
    }
    fold.cases = told;
    Ok(())
}

// Nothing private is left, and the rest is as it was when the person was forgotten.
fn is_blanked(vault: &Vault, row: &CaseRow, page: &Page, told: Option<String>) -> bool {
    let none = Dossier::default();
    let hanging = page.hanging.get(&row.id).unwrap_or(&none);
    let private = page.messages.contains_key(&row.id)
        || page.cohorts.contains_key(&row.id)
        || page.attachments.contains(&row.id)
        || page.packages.contains(&row.id);
    !private
        && row.sealed == forget::blank_mark(vault, row)
        && told == Some(hanging.digest(row.decision_id.as_ref()))
}

fn of_case(
    tx: &mut Tx<'_>,
    vault: &Vault,
    told: &Told,
    row: &CaseRow,
    page: &Page,
    told_rows: Option<String>,
    dropped: &BTreeSet<String>,
) -> Result<Vec<&'static str>, CaseworkError> {
    let mut wrong = columns(told, row);
    let none = Vec::new();
    let nothing = Dossier::default();
    let hanging = page.hanging.get(&row.id).unwrap_or(&nothing);
    let same = match told_rows {
        Some(told) => told == hanging.digest(row.decision_id.as_ref()),
        // Nothing was told of them since the door: there is at most the flag that was raised there.
        None => {
            row.decision_id.is_none()
                && hanging.is_plain()
                && flag_is_told(told, row, &hanging.flags)
        }
    };
    if !same {
        wrong.push("its flags, tasks, letters, weighings, opinions or decisions are not as told");
    }
    let state = told.state.flag.map(FlagState::code);
    if hanging.flags.first().map(|flag| flag.state.as_str()) != state {
        wrong.push("its flag is not what the log tells");
    }
    let Ok(Some(person)) = people::by_id(tx, vault, &told.subject) else {
        wrong.push("its person's key does not open");
        return Ok(wrong);
    };
    let messages = page.messages.get(&row.id).unwrap_or(&none);
    if !messages_are_told(told, messages, &person.key) {
        wrong.push("its messages are not what the log tells");
    }
    if !attachments_are_told(tx, told, row, page.attachments.contains(&row.id), &person.key)? {
        wrong.push("its attachments are not what the log tells");
    }
    let labels = page.cohorts.get(&row.id);
    if !private_is_told(told, row, labels, &person) {
        wrong.push("its sealed fields, its labels or its idempotency key were changed");
    }
    if !package_is_told(tx, told, row, page.packages.contains(&row.id), dropped, &person.key)? {
        wrong.push("its package is not what the log tells");
    }
    Ok(wrong)
}

fn columns(told: &Told, row: &CaseRow) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    let mut must = |holds: bool, what| {
        if !holds {
            wrong.push(what);
        }
    };
    must(row.state().ok().as_ref() == Some(&told.state), "its state is not what the log tells");
    let text = serde_json::to_string(&told.state).ok();
    must(text.as_ref() == Some(&row.state), "its state is not written as the gateway writes it");
    let outcome = told.state.stage.outcome();
    must(
        (row.stage.as_str(), row.outcome.as_deref())
            == (told.state.stage.code(), outcome.map(Outcome::code)),
        "its stage is not what the log tells",
    );
    let due = told.state.due.as_ref().map(|due| (due.date.to_string(), due.expires.0));
    must(
        due == Some((row.due_date.clone(), row.due_expires)),
        "its due date is not what the log tells",
    );
    must(
        told.received_at.0 == row.received_at && told.right.code() == row.right_asked,
        "its right or time of receipt is not what the log tells",
    );
    must(told.subject == row.subject_id, "its person is not who the log tells");
    let scope = told.registration.as_ref().map(|known| serde_json::to_string(&known.scope).ok());
    must(scope == Some(Some(row.scope.clone())), "its scope is not what the log tells");
    must(
        row.identity == record::identity_code(&told.state),
        "its identity is not what the log tells",
    );
    must(
        row.id == told.id && row.leaf == told.leaf && row.version == 1 + told.events,
        "its id, leaf or version is not what the log tells",
    );
    wrong
}

fn flag_is_told(told: &Told, row: &CaseRow, stored: &[FlagRow]) -> bool {
    let Some(state) = told.state.flag else { return stored.is_empty() };
    let [flag] = stored else { return false };
    let Some(known) = &told.registration else { return false };
    let Some(finding) = &known.finding else { return false };
    flag.id == flag_id(told.opened_at, &row.id).0
        && flag.rule == finding.rule.clone().unwrap_or_default()
        && flag.policy == finding.policy
        && flag.state == state.code()
        && flag.raised_at == told.opened_at.0
        && Some(flag.lapses_at) == known.lapses_at.map(|at| at.0)
        && flag.closed_at.is_none()
}

fn messages_are_told(told: &Told, stored: &[MessageRow], key: &Dek) -> bool {
    stored.len() == told.messages.len()
        && told.messages.iter().all(|kept| {
            let row = stored.iter().find(|row| hex(&row.id) == kept.message);
            row.is_some_and(|row| {
                let place = Place { table: "messages", column: "sealed", row: &row.id };
                row.written_at == kept.written_at
                    && row.writer.as_deref() == kept.writer.map(Writer::code)
                    && row.subject_id == told.subject
                    && hex(&Hash::of(&row.sealed).0) == kept.sha256
                    && key.open(&place, &row.sealed).is_ok()
            })
        })
}

fn attachments_are_told(
    tx: &mut Tx<'_>,
    told: &Told,
    row: &CaseRow,
    stored: bool,
    key: &Dek,
) -> Result<bool, CaseworkError> {
    if !stored {
        return Ok(told.attachments.is_empty());
    }
    let stored = tx.attachments_of(&row.id)?;
    let is_told = |kept: &AttachmentKept| {
        let row = stored.iter().find(|row| hex(&row.id) == kept.attachment);
        row.is_some_and(|row| {
            attachments::is_told(kept, row)
                && row.subject_id == told.subject
                && attachments::opens(key, row)
        })
    };
    Ok(stored.len() == told.attachments.len() && told.attachments.iter().all(is_told))
}

// The sealed part opens, and says the same as the columns that are not sealed.
fn private_is_told(
    told: &Told,
    row: &CaseRow,
    labels: Option<&Vec<CohortRow>>,
    person: &Known,
) -> bool {
    let key = &person.key;
    let place = Place { table: "cases", column: "sealed", row: &row.id };
    let Ok(plain) = key.open(&place, &row.sealed) else { return false };
    let Ok(private) = serde_json::from_slice::<Private>(&plain) else { return false };
    let columns = row.idem_key.as_deref().map(hex).zip(row.idem_body.as_deref().map(hex));
    let both = row.idem_key.is_some() == row.idem_body.is_some();
    let labels = match labels.map(Vec::as_slice) {
        None | Some([]) => None,
        Some([labels]) => {
            let place = Place { table: "cohorts", column: "sealed", row: &row.id };
            match key.open(&place, &labels.sealed) {
                Ok(plain) => Some(hex(&Hash::of(&plain).0)),
                Err(_) => return false,
            }
        }
        Some(_) => return false,
    };
    let known = identifiers::digest(person, &private.identifiers);
    let entry_is_told = match (&told.entered, &private.entry) {
        (Some(told), Some(written)) => entry::is_told(told, written, person),
        (told, entry) => told.is_none() && entry.is_none(),
    };
    both && entry_is_told
        && columns == private.idempotency
        && labels == private.labels
        && told.state.known.as_ref() == Some(&known)
}

fn package_is_told(
    tx: &mut Tx<'_>,
    told: &Told,
    row: &CaseRow,
    stored: bool,
    dropped: &BTreeSet<String>,
    key: &Dek,
) -> Result<bool, CaseworkError> {
    let kept = told.package.as_ref().filter(|_| !dropped.contains(&row.reference));
    let Some(kept) = kept else { return Ok(!stored) };
    let Some(package) = tx.package_of(&row.id)? else { return Ok(false) };
    let place = Place { table: "packages", column: "sealed", row: &row.id };
    let Ok(archive) = key.open(&place, &package.sealed) else { return Ok(false) };
    Ok(package.subject_id == told.subject
        && hex(&Hash::of(&archive).0) == kept.sha256
        && hex(&package.sha256) == kept.sha256
        && (package.size, package.made_at, package.expires_at)
            == (kept.size, kept.made_at, kept.expires_at))
}
