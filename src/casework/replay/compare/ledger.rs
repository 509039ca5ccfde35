//! What belongs to no case: people, the objection list, API keys, policies, counters, the seals of signed heads.

use std::collections::HashSet;

use crate::domain::identity::Asker;
use crate::domain::name::PurposeId;
use crate::store::Tx;
use crate::store::rows::{CheckpointRow, SubjectRow};
use crate::store::vault::Vault;

use crate::audit::hex::hex;
use crate::audit::leaf::objections::Row;

use crate::casework::log::rows;
use crate::casework::log::signing;
use crate::casework::replay::retold::Retold;
use crate::casework::{CaseworkError, people};

const PAGE: i64 = 8_192;

/// The check value is the one that the master key makes.
pub(super) fn key_check(
    tx: &mut Tx<'_>,
    vault: &Vault,
    fold: &mut Retold,
) -> Result<(), CaseworkError> {
    if tx.key_checks()? != [(1, vault.check_value().to_vec())] {
        fold.differences.push("the check value of the master key was changed".into());
    }
    Ok(())
}

/// Everybody has a leaf, a key that opens, and the hash and kind that follow from who they are.
pub(super) fn people(
    tx: &mut Tx<'_>,
    vault: &Vault,
    fold: &mut Retold,
) -> Result<(), CaseworkError> {
    let mut after = Vec::new();
    // The id of the controller is all zeros, and nothing is smaller than nothing.
    loop {
        let page = tx.subjects_after(&after, PAGE)?;
        let Some(last) = page.last() else { return Ok(()) };
        after.clone_from(&last.id);
        for row in &page {
            let since = fold.holders.get(&row.id).copied();
            if let Some(what) = wrong_person(tx, vault, row, since, fold) {
                let person = crate::audit::hex::hex(&row.id);
                fold.differences.push(format!("person {person}: {what}"));
            }
        }
    }
}

fn wrong_person(
    tx: &mut Tx<'_>,
    vault: &Vault,
    row: &SubjectRow,
    since: Option<i64>,
    fold: &Retold,
) -> Option<&'static str> {
    let Some(since) = since else { return Some("no leaf tells of them") };
    if row.id == people::CONTROLLER {
        let blind = vault.blind(&["controller"]);
        let right = row.blind == blind
            && row.kind == "controller"
            && row.sealed.is_empty()
            && row.made_at == since
            && vault.unwrap_key(&row.id, &row.key_wrapped).is_ok();
        return (!right).then_some("the controller's own row was changed");
    }
    let Some(asker) = people::by_id(tx, vault, &row.id)
        .and_then(|person| person.map(|person| people::asker(tx, &person)).transpose())
        .ok()
        .flatten()
    else {
        return Some("the key or the sealed name does not open");
    };
    let kind = match &asker {
        Asker::Account { .. } => "account",
        Asker::Address(_) | Asker::Confirmed(_) => "email",
    };
    // The first six bytes of an id are the time at which it was made.
    let made_at = row.id.iter().take(6).fold(0i64, |time, byte| (time << 8) | i64::from(*byte));
    if row.blind != people::blind(vault, &asker) || row.kind != kind || row.made_at != made_at {
        return Some("the keyed hash, the kind or the time does not fit who they are");
    }
    wrong_objection(vault, row, &asker, fold)
}

// What the person's own leaves tell must be what the controller's tell, unless a later list changed it.
fn wrong_objection(
    vault: &Vault,
    row: &SubjectRow,
    asker: &Asker,
    fold: &Retold,
) -> Option<&'static str> {
    let marks = people::marks(vault, asker);
    let first = (row.id.clone(), PurposeId::default());
    let own = fold.objections.range(first..).take_while(|((subject, _), _)| *subject == row.id);
    for ((_, purpose), told) in own {
        let standing = told.objection.standing.code();
        let rows = marks
            .iter()
            .filter_map(|mark| fold.ledger.objections.get(&(mark.to_string(), purpose.clone())));
        let same = |row: &Row| {
            row.epoch > told.epoch
                || (row.epoch == told.epoch
                    && (row.standing.as_str(), row.since) == (standing, told.objection.since.0))
        };
        if !rows.into_iter().any(same) {
            return Some("an objection is not what the log tells");
        }
    }
    None
}

/// By which way objections came: sealed as the log tells, none missing and none too many.
pub(super) fn ways(tx: &mut Tx<'_>, fold: &mut Retold) -> Result<(), CaseworkError> {
    let mut told = std::mem::take(&mut fold.ways);
    let mut after = i64::MIN;
    loop {
        let page = tx.objection_ways_between((i64::MIN, i64::MAX), after, PAGE)?;
        let Some(last) = page.last() else { break };
        after = last.epoch;
        for row in &page {
            let known = told.remove(&row.epoch);
            if known
                != Some((row.subject_id.clone(), crate::casework::objections::ways::digest(row)))
            {
                fold.differences.push(format!(
                    "objection with epoch {}: its way is not what the log tells",
                    row.epoch
                ));
            }
        }
    }
    for epoch in told.keys() {
        fold.differences.push(format!("objection with epoch {epoch}: its way is not stored"));
    }
    Ok(())
}

/// Row for row, whoever they belong to.
pub(super) fn objections(tx: &mut Tx<'_>, fold: &mut Retold) -> Result<(), CaseworkError> {
    let mut told = std::mem::take(&mut fold.ledger.objections);
    let (mut mark, mut purpose) = (Vec::new(), PurposeId::default());
    loop {
        let page = tx.objections_page(&mark, &purpose, PAGE)?;
        let Some(last) = page.last() else { break };
        mark.clone_from(&last.mark);
        purpose.clone_from(&last.purpose);
        for row in &page {
            let stored = rows::objection(row);
            if told.remove(&(stored.mark.clone(), stored.purpose.clone())).as_ref() != Some(&stored)
            {
                fold.differences.push(format!(
                    "objection with epoch {} to `{}`: the row is not what the log tells",
                    row.epoch, row.purpose
                ));
            }
        }
    }
    for row in told.values() {
        fold.differences
            .push(format!("objection with epoch {}: told by the log, not stored", row.epoch));
    }
    Ok(())
}

/// API keys: none added, none taken away, none that can do more or longer.
pub(super) fn keys(tx: &mut Tx<'_>, fold: &mut Retold) -> Result<(), CaseworkError> {
    let mut told = std::mem::take(&mut fold.ledger.keys);
    for row in tx.keys()? {
        let stored = rows::key(&row);
        let known = stored.as_ref().and_then(|stored| told.remove(&stored.key));
        if known.is_none() || known != stored || row.revoked_at.is_some() {
            fold.differences.push(format!(
                "API key `{}`: the row is not what the log tells",
                crate::audit::hex::hex(&row.id)
            ));
        }
    }
    for key in told.keys() {
        fold.differences.push(format!("API key {key}: told by the log, not stored"));
    }
    Ok(())
}

/// Policies: the text is the one that came into force, to the byte.
pub(super) fn policies(tx: &mut Tx<'_>, fold: &mut Retold) -> Result<(), CaseworkError> {
    let mut told = std::mem::take(&mut fold.ledger.policies);
    for row in tx.policies_all()? {
        let stored = rows::policy(&row);
        let rehashed = crate::policy::hash::of(&row.text).ok();
        if told.remove(&row.hash).as_ref() != Some(&stored) || rehashed.as_ref() != Some(&row.hash)
        {
            fold.differences.push(format!("policy `{}`: not the text that was in force", row.hash));
        }
    }
    for hash in told.keys() {
        fold.differences.push(format!("policy `{hash}`: told by the log, not stored"));
    }
    Ok(())
}

/// What was declared to have changed.
pub(super) fn changes(tx: &mut Tx<'_>, fold: &mut Retold) -> Result<(), CaseworkError> {
    let mut told = std::mem::take(&mut fold.ledger.changes);
    for row in tx.changes_all()? {
        let known = fold.changes.iter().find(|(_, change)| change.seq == row.seq);
        let same = known.is_some_and(|(subject, change)| {
            let categories = serde_json::to_string(&change.categories).ok();
            let whom = row.subject_id.as_deref().unwrap_or(people::CONTROLLER.as_slice());
            change.why.code() == row.why
                && change.at.0 == row.happened_at
                && categories.as_ref() == Some(&row.categories)
                && subject == whom
        });
        let by = (row.leaf, row.declared_by, row.declared_at);
        if told.remove(&row.seq) != Some(by) || !same {
            fold.differences.push(format!("declared change {}: not what the log tells", row.seq));
        }
    }
    for seq in told.keys() {
        fold.differences.push(format!("declared change {seq}: told by the log, not stored"));
    }
    Ok(())
}

/// The counters stand at the last number told.
pub(super) fn counters(tx: &mut Tx<'_>, fold: &mut Retold) -> Result<(), CaseworkError> {
    let changes = fold.changes.iter().map(|(_, change)| change.seq).max().unwrap_or(0);
    let told = [
        ("objection_epoch", fold.ledger.epoch),
        (rows::CHANGES, changes.max(fold.ledger.last_change)),
        ("policy_terms", fold.ledger.terms.keys().next_back().copied().unwrap_or(0)),
    ];
    let stored = tx.counters()?;
    for (name, value) in told {
        if !stored.contains(&(name.to_owned(), value)) {
            fold.differences.push(format!("the counter `{name}` is not where the log tells"));
        }
    }
    if stored.len() != told.len() {
        fold.differences.push("there are other counters than the gateway has".into());
    }
    Ok(())
}

/// Redeemed claim tickets are those that the log tells of, until they expire.
pub(super) fn tickets(tx: &mut Tx<'_>, fold: &mut Retold) -> Result<(), CaseworkError> {
    let stored = tx.tickets()?.into_iter();
    let stored = stored.map(|row| (hex(&row.nonce), (hex(&row.case_id), row.expires_at)));
    if stored.collect::<std::collections::BTreeMap<_, _>>() != fold.ledger.tickets {
        fold.differences.push("redeemed claim tickets are not those that the log tells".into());
    }
    Ok(())
}

/// Signed heads and cosignatures are chained by keyed hashes, so that none can be taken from their middle.
pub(super) fn signed_heads(
    tx: &mut Tx<'_>,
    vault: &Vault,
    fold: &mut Retold,
) -> Result<(), CaseworkError> {
    let mut before: Option<CheckpointRow> = None;
    for row in tx.checkpoints_after(-1, i64::MAX)? {
        if row.seal != signing::seal_of(vault, before.as_ref(), &row) {
            fold.differences.push(format!(
                "the signed head over {} leaves was changed, or the one before it taken away",
                row.size
            ));
        }
        before = Some(row);
    }
    let mut last: std::collections::HashMap<String, Vec<u8>> = std::collections::HashMap::new();
    let mut broken = HashSet::new();
    for row in tx.cosignatures()? {
        let previous = last.get(&row.witness).map(Vec::as_slice).unwrap_or_default();
        let sealed = signing::cosignature_seal(vault, previous, &row);
        if row.seal != sealed && broken.insert(row.witness.clone()) {
            fold.differences.push(format!(
                "the cosignature over {} leaves was changed, or the one before it taken away",
                row.size
            ));
        }
        last.insert(row.witness, row.seal);
    }
    Ok(())
}
