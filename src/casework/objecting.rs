//! Objections: in force when recorded, as easy to take back, never counted (LAW 1.4, R-OBJ-1 to R-OBJ-4).

use std::sync::Arc;

use crate::domain::case::ObjectionRecorded;
use crate::domain::history::Identity;
use crate::domain::id::Reference;
use crate::domain::identity::Asker;
use crate::domain::objection::{Act, Assurance, Objection, Standing, apply};
use crate::domain::time::Instant;
use crate::objections::{Entry, Mark};
use crate::store::Tx;
use crate::store::rows::ObjectionRow;

use super::people::{self, Known};
use super::{CaseworkError, Office, record};

/// What an act led to.
pub struct Change {
    /// The entry as it is now; none when there never was one.
    pub objection: Option<Objection>,
    /// For the index, when something changed.
    pub entry: Option<Entry>,
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
    purpose: String,
    act: Act,
) -> Result<(Option<Objection>, i64), CaseworkError> {
    let mark = mark(office, &purpose, &asker)?;
    let inside = Arc::clone(office);
    let (change, epoch) = office
        .store
        .write("objection", move |tx| {
            let now = inside.clock.now();
            let met = people::meet(tx, &inside.vault, std::iter::once(&asker), now)?;
            let person = met.into_values().next().ok_or(CaseworkError::Damaged("subject"))?;
            people::save_new(tx, std::iter::once(&person))?;
            let who = Who { person: &person, mark };
            let change = change(tx, &who, &purpose, act, now, None)?;
            if matches!(act, Act::Object(_)) {
                super::weighing::heard_again(tx, &inside, &person, &purpose)?;
            }
            let epoch = tx.epoch()?;
            Ok::<_, CaseworkError>((change, epoch))
        })
        .await?;
    if let Some(entry) = &change.entry {
        office.index.publish(std::slice::from_ref(entry));
        office.errands.ring();
    }
    let epoch = change.entry.as_ref().map_or(epoch, |entry| entry.epoch);
    Ok((change.objection, epoch))
}

/// How a person is marked for this purpose.
pub(super) fn mark(office: &Office, purpose: &str, asker: &Asker) -> Result<Mark, CaseworkError> {
    let shelf = office.index.shelf(purpose);
    let shelf = shelf.ok_or_else(|| CaseworkError::NoSuchPurpose(purpose.to_owned()))?;
    Ok(people::mark(shelf.key(), asker))
}

/// Whose objection it is.
pub struct Who<'p> {
    /// The person.
    pub person: &'p Known,
    /// Their mark for the purpose.
    pub mark: Mark,
}

/// The change inside a transaction: row, leaf and epoch, or nothing when it changes nothing.
pub fn change(
    tx: &mut Tx<'_>,
    who: &Who<'_>,
    purpose: &str,
    act: Act,
    now: Instant,
    case: Option<Reference>,
) -> Result<Change, CaseworkError> {
    let current = listed(tx, &[who.mark])?.into_iter().find(|o| o.objection.purpose == purpose);
    let current = current.map(|listed| listed.objection);
    let Some(objection) = apply(current.as_ref(), act, purpose, now) else {
        return Ok(Change { objection: current, entry: None });
    };
    let epoch = tx.next_epoch()?;
    tx.put_objection(&ObjectionRow {
        mark: who.mark.bytes().to_vec(),
        purpose: purpose.to_owned(),
        standing: objection.standing.code().into(),
        since: objection.since.0,
        epoch,
        assurance: objection.assurance.code().into(),
    })?;
    let payload = ObjectionRecorded { objection: objection.clone(), epoch, case };
    let holder = (who.person.id.0.as_slice(), &who.person.key);
    record::leaf(tx, now, "objection.recorded", holder, None, &payload)?;
    let in_force_since = (objection.standing == Standing::InForce).then_some(objection.since);
    let (mark, purpose, assurance) = (who.mark, purpose.to_owned(), objection.assurance);
    let entry = Entry { mark, purpose, in_force_since, epoch, assurance };
    Ok(Change { objection: Some(objection), entry: Some(entry) })
}

/// Everything that one person objected to or took back.
pub fn listed(tx: &mut Tx<'_>, marks: &[Mark]) -> Result<Vec<Listed>, CaseworkError> {
    let marks: Vec<Vec<u8>> = marks.iter().map(|mark| mark.bytes().to_vec()).collect();
    tx.objections_of(&marks)?
        .into_iter()
        .map(|row| {
            let (standing, assurance) = (standing(&row)?, assurance(&row)?);
            let since = Instant(row.since);
            let objection = Objection { purpose: row.purpose, standing, assurance, since };
            Ok(Listed { objection, epoch: row.epoch })
        })
        .collect()
}

/// A person's own list.
///
/// # Errors
/// When the database does not answer.
pub async fn own(office: &Arc<Office>, asker: Asker) -> Result<Vec<Listed>, CaseworkError> {
    let marks = people::marks(&office.vault, &asker);
    office.store.read("own objections", move |tx| listed(tx, &marks)).await
}

pub(super) fn standing(row: &ObjectionRow) -> Result<Standing, CaseworkError> {
    Standing::parse(&row.standing).ok_or(CaseworkError::Damaged("standing"))
}

fn assurance(row: &ObjectionRow) -> Result<Assurance, CaseworkError> {
    Assurance::parse(&row.assurance).ok_or(CaseworkError::Damaged("assurance"))
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

pub(super) fn entry(row: &ObjectionRow) -> Result<Entry, CaseworkError> {
    let mark = row.mark.as_slice().try_into().map_err(|_| CaseworkError::Damaged("mark"))?;
    let in_force = standing(row)? == Standing::InForce;
    Ok(Entry {
        mark: Mark::from_bytes(mark),
        purpose: row.purpose.clone(),
        in_force_since: in_force.then_some(Instant(row.since)),
        epoch: row.epoch,
        assurance: assurance(row)?,
    })
}
