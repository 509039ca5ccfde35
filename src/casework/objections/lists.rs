//! Whole lists of objections: bringing an existing suppression list in, handing all of them out, and handing them on to a
//! later purpose of the same kind. Nobody is stored by name for it: an entry is a mark.

use std::collections::HashMap;
use std::sync::Arc;

use crate::audit::leaf::Payload;
use crate::audit::leaf::objections::{Imported, ObjectionsImported, ObjectionsInherited, Row};
use crate::domain::name::PurposeId;
use crate::domain::objection::{Assurance, Standing};
use crate::domain::time::Instant;
use crate::objections::{Entry, Mark};
use crate::policy::purposes::{Purpose, Purposes};
use crate::store::Tx;
use crate::store::rows::ObjectionRow;

use crate::casework::log::rows;
use crate::casework::{CaseworkError, Office, log, people};

/// Entries that are written in one transaction.
pub const TOGETHER: usize = 2_000;

/// One line of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The person.
    pub mark: Mark,
    /// The purpose.
    pub purpose: PurposeId,
    /// Since when, if the list says so.
    pub since: Option<Instant>,
    /// The address that led to this account: it shares the fate of what holds for that.
    pub via: Option<Mark>,
}

/// Puts these objections into force, at most [`TOGETHER`] at once. A repeat changes nothing (R-OBJ-4).
///
/// # Errors
/// When the database does not answer; nothing of these lines is stored then.
pub fn import(office: &Arc<Office>, lines: Vec<Line>) -> Result<Imported, CaseworkError> {
    let inside = Arc::clone(office);
    let (done, entries) = office.store.write_blocking("import objections", move |tx| {
        let now = inside.clock.now();
        let marks: Vec<Vec<u8>> = lines.iter().map(|line| line.mark.bytes().to_vec()).collect();
        let mut known = standing_of(tx, &marks)?;
        let (mut done, mut entries, mut rows) = (Imported::default(), Vec::new(), Vec::new());
        for line in lines {
            let since = line.since.unwrap_or(now).min(now);
            let place = (line.mark, line.purpose);
            let before = known.get(&place);
            match before {
                Some((Standing::InForce, ..)) => done.known += 1,
                Some((Standing::TakenBack, at, _)) if line.since.is_some_and(|s| s <= *at) => {
                    done.taken_back += 1;
                }
                _ => {
                    done.added += 1;
                    let restricted_at = before.and_then(|(.., restricted_at)| *restricted_at);
                    let row = ObjectionRow {
                        mark: place.0.bytes().to_vec(),
                        purpose: place.1.clone(),
                        standing: Standing::InForce.code().into(),
                        since: since.0,
                        epoch: 0,
                        assurance: Assurance::Imported.code().into(),
                        via: line.via.map(|mark| mark.bytes().to_vec()),
                        restricted_at,
                    };
                    let (entry, row) = put(tx, row)?;
                    known.insert(place, (Standing::InForce, since, restricted_at));
                    entries.push(entry);
                    rows.push(row);
                }
            }
        }
        if !rows.is_empty() {
            tell(tx, &inside, &ObjectionsImported { done, rows })?;
        }
        Ok::<_, CaseworkError>((done, entries))
    })?;
    office.index.publish(&entries);
    Ok(done)
}

/// What is known of somebody for a purpose: what they said, since when, and since when they are under a restriction.
type Standings = HashMap<(Mark, PurposeId), (Standing, Instant, Option<i64>)>;

fn standing_of(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Standings, CaseworkError> {
    let rows = tx.objections_of(marks)?;
    rows.iter()
        .map(|row| {
            let standing = row.standing()?;
            let known = (standing, Instant(row.since), row.restricted_at);
            Ok(((Mark::from_bytes(row.mark()?), row.purpose.clone()), known))
        })
        .collect()
}

/// Writes a row under the next epoch.
fn put(tx: &mut Tx<'_>, row: ObjectionRow) -> Result<(Entry, Row), CaseworkError> {
    let row = ObjectionRow { epoch: tx.next_epoch()?, ..row };
    tx.put_objection(&row)?;
    Ok((crate::casework::objections::objecting::entry(&row)?, rows::objection(&row)))
}

fn tell(tx: &mut Tx<'_>, office: &Office, told: &impl Payload) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let key = people::controller_key(tx, &office.vault, now)?;
    log::leaf(tx, now, (&people::CONTROLLER, &key), None, told)?;
    Ok(())
}

/// A page of everybody who ever objected to this purpose, by mark, after the last one of the page before.
///
/// # Errors
/// When the database does not answer.
pub fn page(
    office: &Office,
    purpose: &str,
    after: Option<Mark>,
) -> Result<Vec<Entry>, CaseworkError> {
    let after = after.map(|mark| mark.bytes().to_vec()).unwrap_or_default();
    rows_after(office, purpose, &after)?
        .iter()
        .map(crate::casework::objections::objecting::entry)
        .collect()
}

fn rows_after(
    office: &Office,
    purpose: &str,
    after: &[u8],
) -> Result<Vec<ObjectionRow>, CaseworkError> {
    const PAGE: i64 = 10_000;
    let (purpose, after) = (PurposeId::from(purpose), after.to_vec());
    office.store.read_blocking("objections page", move |tx| {
        Ok(tx.objections_after_mark(&purpose, &after, PAGE)?)
    })
}

/// Lets later purposes inherit: whoever objects to a purpose of the same kind objects to a new one too, unless they say
/// otherwise (R-PAR-7). `before` are the purposes as they were until now.
///
/// # Errors
/// When the database does not answer. It can be done again.
pub fn inherit(office: &Arc<Office>, before: &[Purposes]) -> Result<(), CaseworkError> {
    let known = |id: &str| before.iter().any(|purposes| purposes.get(id).is_some());
    if before.is_empty() {
        return Ok(());
    }
    let heirs = office.policies.purposes.all().filter(|purpose| purpose.kind.is_inherited());
    for new in heirs.filter(|purpose| !known(&purpose.id)) {
        let mut elders: Vec<&str> = before
            .iter()
            .flat_map(Purposes::all)
            .filter(|purpose| purpose.kind == new.kind)
            .map(|purpose| purpose.id.as_str())
            .collect();
        elders.sort_unstable();
        elders.dedup();
        for elder in elders {
            inherit_from(office, new, elder)?;
        }
    }
    Ok(())
}

fn inherit_from(office: &Arc<Office>, new: &Purpose, elder: &str) -> Result<(), CaseworkError> {
    let mut after = Vec::new();
    loop {
        let page = rows_after(office, elder, &after)?;
        let Some(last) = page.last() else { return Ok(()) };
        after.clone_from(&last.mark);
        for some in page.chunks(TOGETHER) {
            let (inside, purpose, from) = (Arc::clone(office), new.id.clone(), elder.to_owned());
            let some = some.to_vec();
            office.store.write_blocking("inherit objections", move |tx| {
                let in_force = |row: &ObjectionRow| row.standing == Standing::InForce.code();
                let heirs: Vec<ObjectionRow> = some
                    .into_iter()
                    .filter(in_force)
                    .map(|row| ObjectionRow { purpose: purpose.clone(), via: None, ..row })
                    .collect();
                let marks: Vec<Vec<u8>> = heirs.iter().map(|row| row.mark.clone()).collect();
                let known = standing_of(tx, &marks)?;
                let mut rows = Vec::new();
                for row in heirs {
                    let before = known.get(&(Mark::from_bytes(row.mark()?), purpose.clone()));
                    // Whoever has said something about the new purpose has said it.
                    if before.is_none_or(|(standing, ..)| *standing == Standing::None) {
                        let restricted_at = before.and_then(|(.., restricted_at)| *restricted_at);
                        rows.push(put(tx, ObjectionRow { restricted_at, ..row })?.1);
                    }
                }
                if rows.is_empty() {
                    return Ok(());
                }
                let count = rows.len() as u64;
                tell(tx, &inside, &ObjectionsInherited { purpose, from, count, rows })
            })?;
        }
    }
}
