//! Objections: in force when recorded, as easy to take back, never counted (LAW 1.4, R-OBJ-1 to R-OBJ-4).

use std::sync::Arc;

use crate::audit::leaf::objections::ObjectionRecorded;
use crate::domain::history::Identity;
use crate::domain::id::{JobId, Reference};
use crate::domain::identity::Asker;
use crate::domain::name::PurposeId;
use crate::domain::objection::{Act, Assurance, Objection, Standing, apply};
use crate::domain::time::Instant;
use crate::objections::{Entry, Mark, Stop};
use crate::store::rows::{JobRow, ObjectionRow};
use crate::store::vault::{Vault, random};
use crate::store::{Tx, columns};

use crate::casework::case::labels::Beside;
use crate::casework::log::{self, rows};
use crate::casework::objections::ways;
use crate::casework::people::{self, Known};
use crate::casework::{CaseworkError, Office};

/// What an act led to.
pub struct Change {
    /// The entry as it is now; none when there never was one.
    pub objection: Option<Objection>,
    /// For the index, what changed.
    pub entries: Vec<Entry>,
}

/// One objection, for lists.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The entry.
    pub objection: Objection,
    /// From which epoch pipelines obey it.
    pub epoch: i64,
}

/// Objects, or takes it back; answers after the index knows.
///
/// # Errors
/// When there is no such purpose or the database does not answer.
pub async fn act(
    office: &Arc<Office>,
    asker: Asker,
    purpose: PurposeId,
    act: Act,
    beside: Option<Beside>,
) -> Result<(Option<Objection>, i64), CaseworkError> {
    let mark = mark(office, &purpose, &asker)?;
    let inside = Arc::clone(office);
    let (change, epoch) = office
        .store
        .write("objection", move |tx| {
            let now = inside.clock.now();
            let met = people::meet(tx, &inside.vault, std::iter::once(&asker), now)?;
            let person = columns::subjects::blind.there(met.into_values().next())?;
            let who = Who { person: &person, mark, vault: &inside.vault, beside: beside.as_ref() };
            let mut done = change(tx, &who, &purpose, act, now, None)?;
            let is_said = !done.entries.is_empty();
            // Whoever takes it back takes back what their own address says too.
            if let (Act::TakeBack, Some(address)) = (act, own_address(&asker)) {
                let other = self::mark(&inside, &purpose, &address)?;
                done.entries.extend(follow(tx, &inside.vault, other, &purpose, act, now)?);
            }
            // Who says nothing new is not written down: every person in the database has a leaf.
            if is_said {
                people::save_new(tx, std::iter::once(&person))?;
                let is_by_address = matches!(asker, Asker::Address(_) | Asker::Confirmed(_));
                if is_by_address && has_directory(&inside) {
                    tx.insert_jobs(&[carrying(now, &person)])?;
                }
            }
            if matches!(act, Act::Object(_)) {
                crate::casework::objections::again::heard_again(tx, &inside, &person, &purpose)?;
            }
            let epoch = tx.epoch()?;
            Ok::<_, CaseworkError>((done, epoch))
        })
        .await?;
    publish(office, &change.entries);
    office.bell.ring();
    let epoch = change.entries.first().map_or(epoch, |entry| entry.epoch);
    Ok((change.objection, epoch))
}

/// Puts changes into force on this node, and lets systems be told.
pub(crate) fn publish(office: &Office, entries: &[Entry]) {
    if !entries.is_empty() {
        office.index.publish(entries);
        office.errands.ring();
    }
}

fn carrying(now: Instant, person: &Known) -> JobRow {
    JobRow {
        id: JobId::new(now, random()).0.to_vec(),
        kind: "carry".into(),
        case_id: None,
        state: "ready".into(),
        run_at: now.0,
        attempts: 0,
        note: None,
        subject_id: Some(person.id.0.to_vec()),
    }
}

/// The address that is the same person's, if their issuer has verified one.
pub(crate) fn own_address(asker: &Asker) -> Option<Asker> {
    match asker {
        Asker::Account { email: Some(email), .. } => Some(Asker::Address(email.clone())),
        Asker::Account { email: None, .. } | Asker::Address(_) | Asker::Confirmed(_) => None,
    }
}

/// A token shows that an account and an address are one person: what they objected to as the one holds for the other
/// (SETTLED 21). It is looked up in memory first: nearly always there is nothing to do.
///
/// # Errors
/// When the database does not answer.
pub async fn unite(office: &Arc<Office>, asker: &Asker) -> Result<(), CaseworkError> {
    let Some(address) = own_address(asker) else { return Ok(()) };
    let differs = office.policies.purposes.all().any(|purpose| {
        is_stopped(office, &purpose.id, asker) != is_stopped(office, &purpose.id, &address)
    });
    if !differs {
        return Ok(());
    }
    let (inside, one, other) = (Arc::clone(office), asker.clone(), address.clone());
    let look = move |tx: &mut Tx<'_>| {
        let mut rows = rows_to_carry(tx, &inside, &other, &one)?;
        rows.extend(rows_to_carry(tx, &inside, &one, &other)?);
        Ok::<_, CaseworkError>(!rows.is_empty())
    };
    if !office.store.read("objections of one person", look).await? {
        return Ok(());
    }
    let (inside, one, other) = (Arc::clone(office), asker.clone(), address);
    let entries = office
        .store
        .write("unite objections", move |tx| {
            let mut entries = carry(tx, &inside, &other, &one)?;
            entries.extend(carry(tx, &inside, &one, &other)?);
            Ok::<_, CaseworkError>(entries)
        })
        .await?;
    publish(office, &entries);
    Ok(())
}

/// What a pipeline is told that asks for this person.
pub fn is_stopped(office: &Office, purpose: &str, asker: &Asker) -> bool {
    let now = office.clock.now();
    office.index.shelf(purpose).is_none_or(|shelf| {
        office.index.ask(shelf, people::mark(shelf.key(), asker), 0, now).is_stopped()
    })
}

/// What somebody objected to under one name is in force under the other, unless they said otherwise there later.
pub(crate) fn carry(
    tx: &mut Tx<'_>,
    office: &Office,
    from: &Asker,
    to: &Asker,
) -> Result<Vec<Entry>, CaseworkError> {
    let now = office.clock.now();
    let rows = rows_to_carry(tx, office, from, to)?;
    rows.into_iter().map(|row| put(tx, &office.vault, row, now)).collect()
}

fn rows_to_carry(
    tx: &mut Tx<'_>,
    office: &Office,
    from: &Asker,
    to: &Asker,
) -> Result<Vec<ObjectionRow>, CaseworkError> {
    let mut carried = Vec::new();
    for purpose in office.policies.purposes.all() {
        let (source, target) = (mark(office, &purpose.id, from)?, mark(office, &purpose.id, to)?);
        let Some(said) = row_of(tx, source, &purpose.id)? else { continue };
        if said.standing()? != Standing::InForce {
            continue;
        }
        let known = row_of(tx, target, &purpose.id)?;
        let is_said = known.as_ref().is_some_and(|known| {
            known.standing == Standing::InForce.code()
                || (known.standing != Standing::None.code() && known.since >= said.since)
        });
        if !is_said {
            let (mark, via) = (target.bytes().to_vec(), Some(source.bytes().to_vec()));
            let restricted_at = known.and_then(|known| known.restricted_at);
            carried.push(ObjectionRow { mark, via, restricted_at, ..said });
        }
    }
    Ok(carried)
}

pub(crate) fn row_of(
    tx: &mut Tx<'_>,
    mark: Mark,
    purpose: &PurposeId,
) -> Result<Option<ObjectionRow>, CaseworkError> {
    let rows = tx.objections_of(&[mark.bytes().to_vec()])?;
    Ok(rows.into_iter().find(|row| row.purpose == *purpose))
}

/// Writes a row under the next epoch, and tells the log.
pub(crate) fn put(
    tx: &mut Tx<'_>,
    vault: &Vault,
    row: ObjectionRow,
    now: Instant,
) -> Result<Entry, CaseworkError> {
    let row = ObjectionRow { epoch: tx.next_epoch()?, ..row };
    tx.put_objection(&row)?;
    rows::tell_objection(tx, vault, now, &row)?;
    entry(&row)
}

/// The same act on an entry that has no leaf of a person's own.
fn follow(
    tx: &mut Tx<'_>,
    vault: &Vault,
    mark: Mark,
    purpose: &PurposeId,
    act: Act,
    now: Instant,
) -> Result<Vec<Entry>, CaseworkError> {
    let Some(row) = row_of(tx, mark, purpose)? else { return Ok(Vec::new()) };
    let known = objection_of(&row)?;
    let Some(then) = apply(Some(&known), act, purpose, now) else { return Ok(Vec::new()) };
    let mut entries = vec![put(tx, vault, changed(row, &then), now)?];
    entries.extend(follow_all(tx, vault, mark, purpose, act, now)?);
    Ok(entries)
}

fn changed(row: ObjectionRow, to: &Objection) -> ObjectionRow {
    ObjectionRow {
        standing: to.standing.code().into(),
        since: to.since.0,
        assurance: to.assurance.code().into(),
        ..row
    }
}

/// What was carried over from an entry shares its fate, unless it was said there as well.
fn follow_all(
    tx: &mut Tx<'_>,
    vault: &Vault,
    from: Mark,
    purpose: &PurposeId,
    act: Act,
    now: Instant,
) -> Result<Vec<Entry>, CaseworkError> {
    let mut entries = Vec::new();
    if matches!(act, Act::Object(_)) {
        return Ok(entries);
    }
    for row in tx.objections_via(&from.bytes())? {
        if row.purpose == *purpose && row.standing == Standing::InForce.code() {
            let known = objection_of(&row)?;
            let Some(then) = apply(Some(&known), act, purpose, now) else { continue };
            entries.push(put(tx, vault, changed(row, &then), now)?);
        }
    }
    Ok(entries)
}

/// How a person is marked for this purpose.
pub(crate) fn mark(office: &Office, purpose: &str, asker: &Asker) -> Result<Mark, CaseworkError> {
    let shelf = office.index.shelf(purpose);
    let shelf = shelf.ok_or_else(|| CaseworkError::NoSuchPurpose(purpose.to_string()))?;
    Ok(people::mark(shelf.key(), asker))
}

/// Whose objection it is.
pub struct Who<'p> {
    /// The person.
    pub person: &'p Known,
    /// Their mark for the purpose.
    pub mark: Mark,
    /// The keys.
    pub vault: &'p Vault,
    /// By which way they came, for `fairness` alone.
    pub beside: Option<&'p Beside>,
}

/// The change inside a transaction: row, leaf and epoch, or nothing when it changes nothing.
pub fn change(
    tx: &mut Tx<'_>,
    who: &Who<'_>,
    purpose: &PurposeId,
    act: Act,
    now: Instant,
    case: Option<Reference>,
) -> Result<Change, CaseworkError> {
    let known = row_of(tx, who.mark, purpose)?;
    let current = known.as_ref().map(objection_of).transpose()?;
    let Some(objection) = apply(current.as_ref(), act, purpose, now) else {
        return Ok(Change { objection: current, entries: Vec::new() });
    };
    let row = ObjectionRow {
        mark: who.mark.bytes().to_vec(),
        purpose: purpose.clone(),
        standing: objection.standing.code().into(),
        since: objection.since.0,
        epoch: tx.next_epoch()?,
        assurance: objection.assurance.code().into(),
        restricted_at: known.as_ref().and_then(|row| row.restricted_at),
        // Whoever says so themselves needs nobody else's word.
        via: known.and_then(|row| row.via).filter(|_| !matches!(act, Act::Object(_))),
    };
    tx.put_objection(&row)?;
    // What only makes an objection surer is the same objection.
    let is_new = current.is_none_or(|known| known.standing != Standing::InForce);
    let beside = match (act, who.beside) {
        (Act::Object(_), Some(beside)) if is_new => {
            Some(ways::keep(tx, who.person, row.epoch, beside, now)?)
        }
        _ => None,
    };
    let payload =
        ObjectionRecorded { objection: objection.clone(), epoch: row.epoch, case, beside };
    let holder = (who.person.id.0.as_slice(), &who.person.key);
    log::leaf(tx, now, holder, None, &payload)?;
    // The row outlives the person's key (LAW 6): what it must be is told once more, to be read without that key.
    rows::tell_objection(tx, who.vault, now, &row)?;
    let mut entries = vec![entry(&row)?];
    entries.extend(follow_all(tx, who.vault, who.mark, purpose, act, now)?);
    Ok(Change { objection: Some(objection), entries })
}

/// One entry for each purpose: the one in force, if the person said different things under different names.
pub(crate) fn once_for_each(listed: Vec<Listed>) -> Vec<Listed> {
    let mut once: Vec<Listed> = Vec::new();
    for item in listed {
        match once.iter_mut().find(|known| known.objection.purpose == item.objection.purpose) {
            Some(known) if known.objection.standing != Standing::InForce => *known = item,
            Some(_) => {}
            None => once.push(item),
        }
    }
    once
}

/// Everything that one person objected to or took back.
pub fn listed(tx: &mut Tx<'_>, marks: &[Mark]) -> Result<Vec<Listed>, CaseworkError> {
    let marks: Vec<Vec<u8>> = marks.iter().map(|mark| mark.bytes().to_vec()).collect();
    let rows = tx.objections_of(&marks)?;
    let said = rows.iter().filter(|row| row.standing != Standing::None.code());
    said.map(|row| Ok(Listed { objection: objection_of(row)?, epoch: row.epoch })).collect()
}

pub(crate) fn objection_of(row: &ObjectionRow) -> Result<Objection, CaseworkError> {
    Ok(Objection {
        purpose: row.purpose.clone(),
        standing: row.standing()?,
        assurance: row.assurance()?,
        since: Instant(row.since),
    })
}

/// A person's own list.
///
/// # Errors
/// When the database does not answer.
pub async fn own(office: &Arc<Office>, asker: Asker) -> Result<Vec<Listed>, CaseworkError> {
    let mut marks = people::marks(&office.vault, &asker);
    if let Some(address) = own_address(&asker) {
        marks.extend(people::marks(&office.vault, &address));
    }
    let read = move |tx: &mut Tx<'_>| Ok(once_for_each(listed(tx, &marks)?));
    office.store.read("own objections", read).await
}

/// How sure we are of what this asker says.
pub fn assurance_of(asker: &Asker) -> Assurance {
    match asker.identity() {
        Identity::Verified => Assurance::Verified,
        Identity::Unverified => Assurance::Unverified,
    }
}

/// Reads what changed since the index last looked. Called a few times a second on every node.
///
/// # Errors
/// When the database does not answer; the index then turns stale by itself.
pub fn sync(office: &Office) -> Result<(), CaseworkError> {
    const PAGE: i64 = 10_000;
    loop {
        let now = office.clock.now();
        let from = office.index.epoch();
        let rows = office.store.read_blocking("objections feed", move |tx| {
            tx.objections_after(from, PAGE).map_err(CaseworkError::from)
        })?;
        let full = rows.len() >= usize::try_from(PAGE).unwrap_or(usize::MAX);
        let entries = rows.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
        let last = entries.last().map(|entry| entry.epoch);
        office.index.publish(&entries);
        if let Some(last) = last {
            office.index.reached(last);
            office.errands.ring();
        }
        if full {
            office.index.settle();
        } else {
            office.index.settle();
            office.index.synced(now);
            return Ok(());
        }
    }
}

pub(crate) fn entry(row: &ObjectionRow) -> Result<Entry, CaseworkError> {
    let objected = (row.standing()? == Standing::InForce).then_some(row.since);
    let since = objected.into_iter().chain(row.restricted_at).min();
    let is_restricted = row.restricted_at.is_some();
    Ok(Entry {
        mark: Mark::from_bytes(row.mark()?),
        purpose: row.purpose.clone(),
        stop: since.map(|since| Stop { since: Instant(since), is_restricted }),
        epoch: row.epoch,
        assurance: row.assurance()?,
    })
}

/// Whether anything leads from an address to accounts.
pub(crate) fn has_directory(office: &Office) -> bool {
    !office.policies.datamap.directories.is_empty()
}
