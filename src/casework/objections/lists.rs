//! Whole lists of objections: bringing an existing suppression list in, handing all of them out, and handing them on to a
//! later purpose of the same kind. Nobody is stored by name for it: an entry is a mark.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::objection::{Assurance, Standing};
use crate::domain::time::Instant;
use crate::objections::{Entry, Mark};
use crate::policy::purposes::{Purpose, Purposes};
use crate::store::Tx;
use crate::store::rows::ObjectionRow;

use crate::casework::log::payloads::Row;
use crate::casework::{CaseworkError, Office, log, people};

/// Entries that are written in one transaction.
pub const TOGETHER: usize = 2_000;

/// One line of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The person.
    pub mark: Mark,
    /// The purpose.
    pub purpose: String,
    /// Since when, if the list says so.
    pub since: Option<Instant>,
    /// The address that led to this account: it shares the fate of what holds for that.
    pub via: Option<Mark>,
}

/// What an import did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub struct Imported {
    /// Objections that are in force now and were not before.
    pub added: u64,
    /// That were in force already.
    pub known: u64,
    /// That the person took back later than the list says.
    pub taken_back: u64,
}

/// Puts these objections into force, at most [`TOGETHER`] at once. A repeat changes nothing (R-OBJ-4).
///
/// # Errors
/// When the database does not answer; nothing of these lines is stored then.
pub fn import(office: &Arc<Office>, lines: Vec<Line>) -> Result<Imported, CaseworkError> {
    let inside = Arc::clone(office);
    let (done, entries) = office.store.write_blocking("import objections", move |tx| {
        let now = inside.clock.now();
        let marks: Vec<Mark> = lines.iter().map(|line| line.mark).collect();
        let mut known = standing_of(tx, &marks)?;
        let (mut done, mut entries, mut rows) = (Imported::default(), Vec::new(), Vec::new());
        for line in lines {
            let since = line.since.unwrap_or(now).min(now);
            match known.get(&(line.mark, line.purpose.clone())) {
                Some((Standing::InForce, _)) => done.known += 1,
                Some((Standing::TakenBack, at)) if line.since.is_some_and(|s| s <= *at) => {
                    done.taken_back += 1;
                }
                _ => {
                    done.added += 1;
                    known.insert((line.mark, line.purpose.clone()), (Standing::InForce, since));
                    let (mark, purpose) = (line.mark, line.purpose);
                    let assurance = Assurance::Imported;
                    let entry =
                        Entry { mark, purpose, in_force_since: Some(since), epoch: 0, assurance };
                    let (entry, row) = put(tx, entry, line.via)?;
                    entries.push(entry);
                    rows.push(row);
                }
            }
        }
        tell(tx, &inside, "objections.imported", rows, &done)?;
        Ok::<_, CaseworkError>((done, entries))
    })?;
    office.index.publish(&entries);
    Ok(done)
}

type Standings = HashMap<(Mark, String), (Standing, Instant)>;

fn standing_of(tx: &mut Tx<'_>, marks: &[Mark]) -> Result<Standings, CaseworkError> {
    let marks: Vec<Vec<u8>> = marks.iter().map(|mark| mark.bytes().to_vec()).collect();
    let rows = tx.objections_of(&marks)?;
    rows.iter()
        .map(|row| {
            let entry = crate::casework::objections::objecting::entry(row)?;
            let standing = crate::casework::objections::objecting::standing(row)?;
            Ok(((entry.mark, entry.purpose), (standing, Instant(row.since))))
        })
        .collect()
}

/// Writes an entry under the next epoch.
fn put(tx: &mut Tx<'_>, entry: Entry, via: Option<Mark>) -> Result<(Entry, Row), CaseworkError> {
    let entry = Entry { epoch: tx.next_epoch()?, ..entry };
    let since = entry.in_force_since.ok_or(CaseworkError::Damaged("standing"))?;
    let row = ObjectionRow {
        mark: entry.mark.bytes().to_vec(),
        purpose: entry.purpose.clone(),
        standing: Standing::InForce.code().into(),
        since: since.0,
        epoch: entry.epoch,
        assurance: entry.assurance.code().into(),
        via: via.map(|mark| mark.bytes().to_vec()),
    };
    tx.put_objection(&row)?;
    Ok((entry, Row::of(&row)))
}

#[derive(serde::Serialize)]
struct Told<'t, T: serde::Serialize> {
    #[serde(flatten)]
    what: &'t T,
    rows: Vec<Row>,
}

fn tell(
    tx: &mut Tx<'_>,
    office: &Office,
    kind: &str,
    rows: Vec<Row>,
    what: &impl serde::Serialize,
) -> Result<(), CaseworkError> {
    if rows.is_empty() {
        return Ok(());
    }
    let now = office.clock.now();
    let key = people::controller_key(tx, &office.vault, now)?;
    let told = Told { what, rows };
    log::leaf(tx, now, kind, (&people::CONTROLLER, &key), None, &told)?;
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
    const PAGE: i64 = 10_000;
    let purpose = purpose.to_owned();
    let after = after.map(|mark| mark.bytes().to_vec()).unwrap_or_default();
    office.store.read_blocking("objections page", move |tx| {
        tx.objections_after_mark(&purpose, &after, PAGE)?
            .iter()
            .map(crate::casework::objections::objecting::entry)
            .collect()
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
    #[derive(serde::Serialize)]
    struct Inherited {
        purpose: String,
        from: String,
        count: usize,
    }
    let mut after = None;
    loop {
        let page = page(office, elder, after)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.mark);
        for some in page.chunks(TOGETHER) {
            let (inside, purpose, from) = (Arc::clone(office), new.id.clone(), elder.to_owned());
            let some = some.to_vec();
            office.store.write_blocking("inherit objections", move |tx| {
                let heirs: Vec<Entry> = some
                    .into_iter()
                    .filter(|entry| entry.in_force_since.is_some())
                    .map(|entry| Entry { purpose: purpose.clone(), ..entry })
                    .collect();
                let marks: Vec<Mark> = heirs.iter().map(|entry| entry.mark).collect();
                let known = standing_of(tx, &marks)?;
                let mut rows = Vec::new();
                for entry in heirs {
                    // Whoever has said something about the new purpose has said it.
                    if !known.contains_key(&(entry.mark, purpose.clone())) {
                        rows.push(put(tx, entry, None)?.1);
                    }
                }
                let what = Inherited { purpose, from, count: rows.len() };
                tell(tx, &inside, "objections.inherited", rows, &what)
            })?;
        }
    }
}
