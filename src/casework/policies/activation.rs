//! Policies come into force: their texts are kept for ever by content hash, and the log says since when. What does not
//! load never replaces what did (decision 0020), and a stricter version waits until everything that it needs is there
//! (decision 0021).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use crate::audit::leaf::policy::PolicyActivated;
use crate::domain::role::Role;
use crate::domain::time::Instant;
use crate::policy::adoption;
use crate::policy::adoption::{Announced, Approval};
use crate::policy::costs;
use crate::policy::costs::Costs;
use crate::policy::load;
use crate::policy::load::{DATAMAP, Texts, Wanted};
use crate::policy::purposes::Purposes;
use crate::policy::thresholds::Thresholds;
use crate::policy::{PolicyError, PolicySet, secret};
use crate::store::rows::{PolicyRow, TermRow};
use crate::store::{Store, Tx, columns};

use crate::casework::log::rows;
use crate::casework::{CaseworkError, Office, Standing, Waiting, log, people};

/// The file that waits and is approved.
pub const THRESHOLDS: &str = "thresholds.toml";
const COUNTER: &str = "policy_terms";

/// The policies to work with, and what could not come into force.
#[derive(Clone, Debug)]
pub struct Adopted {
    /// What is in force.
    pub set: PolicySet,
    /// What a fee may be made of; nothing without a list.
    pub costs: Costs,
    /// What is not.
    pub standing: Standing,
}

/// Why there are no policies to work with.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Unusable {
    /// Files are broken, and no earlier version of them was ever in force.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Broken(Vec<PolicyError>),
    /// The database.
    #[error(transparent)]
    Casework(#[from] CaseworkError),
}

impl From<crate::store::StoreError> for Unusable {
    fn from(error: crate::store::StoreError) -> Self {
        Self::Casework(error.into())
    }
}

/// Chooses, file by file, between what lies in the folder and what was in force before.
///
/// # Errors
/// See [`Unusable`].
pub fn adopt(
    store: &Store,
    dir: &Path,
    wanted: &Wanted,
    now: Instant,
) -> Result<Adopted, Unusable> {
    let (texts, missing) = load::texts(dir, wanted);
    let (dir, wanted) = (dir.to_path_buf(), wanted.clone());
    store.read_blocking("adopt policies", move |tx| {
        let mut choice = Choice {
            before: in_force_until_now(tx, &wanted)?,
            texts,
            kept: BTreeSet::new(),
            left_out: BTreeMap::new(),
            standing: Standing::default(),
        };
        let mut set = match load::from(&dir, &choice.texts, &choice.kept, &wanted) {
            Ok(set) if missing.is_empty() => set,
            Ok(_) => choice.without(missing, &dir, &wanted)?,
            Err(mut wrong) => {
                wrong.extend(missing);
                choice.without(wrong, &dir, &wanted)?
            }
        };
        if let Some(waiting) = choice.must_wait(tx, &set.thresholds, now)? {
            choice.keep(THRESHOLDS);
            choice.standing.waiting = Some(waiting);
            set =
                load::from(&dir, &choice.texts, &choice.kept, &wanted).map_err(Unusable::Broken)?;
        }
        choice.put_back(&mut set);
        let costs = choice.costs(tx, &dir, &mut set)?;
        Ok(Adopted { set, costs, standing: choice.standing })
    })
}

struct Choice {
    before: BTreeMap<String, PolicyRow>,
    texts: Texts,
    kept: BTreeSet<String>,
    left_out: BTreeMap<String, String>,
    standing: Standing,
}

impl Choice {
    fn keep(&mut self, name: &str) -> bool {
        let Some(row) = self.before.get(name) else { return false };
        let passed_over = self.texts.insert(name.to_owned(), row.text.clone());
        if let Some(text) = passed_over.filter(|_| name == DATAMAP) {
            self.left_out = secret::in_clear_by_hidden(&text);
        }
        self.kept.insert(name.to_owned());
        true
    }

    /// The version before was stored without its passwords; the file that is passed over may still hold them.
    fn put_back(&self, set: &mut PolicySet) {
        for system in &mut set.datamap.systems {
            if let Some(url) = self.left_out.get(&system.url) {
                system.url.clone_from(url);
            }
        }
    }

    /// The set without the files that are wrong.
    fn without(
        &mut self,
        wrong: Vec<PolicyError>,
        dir: &Path,
        wanted: &Wanted,
    ) -> Result<PolicySet, Unusable> {
        for name in wanted.files() {
            let file = dir.join(&name).display().to_string();
            if wrong.iter().any(|error| error.file == file) && !self.keep(&name) {
                return Err(Unusable::Broken(wrong));
            }
        }
        let Ok(set) = load::from(dir, &self.texts, &self.kept, wanted) else {
            return Err(Unusable::Broken(wrong));
        };
        self.standing.broken = wrong;
        Ok(set)
    }

    /// The cost list is no part of every set: without the file there is none.
    fn costs(
        &mut self,
        tx: &mut Tx<'_>,
        dir: &Path,
        set: &mut PolicySet,
    ) -> Result<Costs, Unusable> {
        match Costs::from_dir(dir) {
            Ok((costs, text)) => {
                set.texts.extend(text.map(|text| (costs::FILE.to_owned(), text)));
                Ok(costs)
            }
            Err(wrong) => {
                let Some(term) = tx.policy_in_force(costs::FILE)? else {
                    return Err(Unusable::Broken(wrong));
                };
                let row = columns::policy_terms::hash.there(tx.policy(&term.hash)?);
                let row = row.map_err(CaseworkError::from)?;
                self.standing.broken.extend(wrong);
                Costs::parse(&row.text).map_err(Unusable::Broken)
            }
        }
    }

    fn must_wait(
        &self,
        tx: &mut Tx<'_>,
        next: &Thresholds,
        now: Instant,
    ) -> Result<Option<Waiting>, CaseworkError> {
        let Some(row) = self.before.get(THRESHOLDS).filter(|row| row.hash != next.hash) else {
            return Ok(None);
        };
        let in_force = columns::policies::text.read(Thresholds::parse(&row.text))?;
        let announced = announced(tx, &next.hash)?;
        let missing = adoption::missing(&in_force, next, announced.as_ref(), now);
        let (version, hash) = (next.version.clone(), next.hash.clone());
        Ok((!missing.is_empty()).then_some(Waiting { version, hash, missing }))
    }
}

fn in_force_until_now(
    tx: &mut Tx<'_>,
    wanted: &Wanted,
) -> Result<BTreeMap<String, PolicyRow>, CaseworkError> {
    let mut before = BTreeMap::new();
    for name in wanted.files() {
        if let Some(term) = tx.policy_in_force(&name)?
            && let Some(row) = tx.policy(&term.hash)?
        {
            before.insert(name, row);
        }
    }
    Ok(before)
}

/// A version's announcement and approvals.
pub(crate) fn announced(tx: &mut Tx<'_>, hash: &str) -> Result<Option<Announced>, CaseworkError> {
    let Some(row) = tx.announcement(hash)? else { return Ok(None) };
    let approvals = tx
        .approvals_of(hash)?
        .into_iter()
        .filter_map(|row| Some(Approval { role: Role::parse(&row.role)?, officer: row.officer }))
        .collect();
    Ok(Some(Announced { at: Instant(row.announced_at), approvals }))
}

/// The thresholds in force, from the database; none before the first start.
///
/// # Errors
/// When the database does not answer.
pub fn thresholds_in_force(store: &Store) -> Result<Option<Thresholds>, CaseworkError> {
    store.read_blocking("thresholds in force", |tx| {
        let Some(term) = tx.policy_in_force(THRESHOLDS)? else { return Ok(None) };
        let row = columns::policy_terms::hash.there(tx.policy(&term.hash)?)?;
        Ok(Some(columns::policies::text.read(Thresholds::parse(&row.text))?))
    })
}

/// Stores the policies in force, and logs those that were not in force until now.
///
/// # Errors
/// When the database does not answer.
pub fn activate(office: &Arc<Office>) -> Result<(), CaseworkError> {
    // First: were it done afterwards and broke off, nobody would know that it is still owed.
    let before = office.store.read_blocking("purposes until now", purposes_until_now)?;
    crate::casework::objections::lists::inherit(office, &before)?;
    crate::casework::objections::restricting::renew(office)?;
    let inside = Arc::clone(office);
    office.store.write_blocking("activate policies", move |tx| {
        let now = inside.clock.now();
        for (file, policy) in &inside.policies.texts {
            if is_in_force(tx, file, &policy.hash)? {
                continue;
            }
            // The counter's row is held until the end: of two nodes that start together, one waits for the other here.
            let seq = tx.next_of(COUNTER)?;
            if is_in_force(tx, file, &policy.hash)? {
                continue;
            }
            let (kind, hash) = (file.clone(), policy.hash.clone());
            let text = policy.text.clone();
            let row =
                PolicyRow { hash: hash.clone(), kind: kind.clone(), text, activated_at: now.0 };
            tx.put_policy(&row)?;
            tx.insert_term(&TermRow { seq, kind, hash, since: now.0 })?;
            let key = people::controller_key(tx, &inside.vault, now)?;
            // A text that comes back keeps the row of its first time.
            let stored = columns::policies::hash.there(tx.policy(&policy.hash)?)?;
            let payload = PolicyActivated { since: now.0, seq, ..rows::policy(&stored) };
            let holder = (people::CONTROLLER.as_slice(), &key);
            log::leaf(tx, now, holder, None, &payload)?;
        }
        Ok(())
    })
}

fn is_in_force(tx: &mut Tx<'_>, file: &str, hash: &str) -> Result<bool, CaseworkError> {
    Ok(tx.policy_in_force(file)?.is_some_and(|term| term.hash == hash))
}

fn purposes_until_now(tx: &mut Tx<'_>) -> Result<Vec<Purposes>, CaseworkError> {
    let rows = tx.policies_of("purposes.toml")?;
    rows.iter().map(|row| Ok(columns::policies::text.read(toml::from_str(&row.text))?)).collect()
}

/// A text that was in force once, and when.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The file's name.
    pub file: String,
    /// Its text.
    pub text: String,
    /// When it was in force: from, and until another took its place.
    pub terms: Vec<(Instant, Option<Instant>)>,
    /// The content hash of the version that took its place last.
    pub superseded_by: Option<String>,
}

/// A stored text as it is shown. Earlier releases stored data maps with the passwords in their URLs.
pub fn readable(row: PolicyRow) -> String {
    if row.kind == DATAMAP { secret::without(&row.text) } else { row.text }
}

/// A policy text by its hash.
///
/// # Errors
/// When the database does not answer.
pub async fn text(office: &Arc<Office>, hash: String) -> Result<Option<Kept>, CaseworkError> {
    let read = move |tx: &mut Tx<'_>| {
        let Some(row) = tx.policy(&hash)? else { return Ok(None) };
        let all = tx.policy_terms(&row.kind)?;
        let mut terms = Vec::new();
        let mut superseded_by = None;
        for (at, term) in all.iter().enumerate().filter(|(_, term)| term.hash == hash) {
            let next = all.get(at + 1);
            terms.push((Instant(term.since), next.map(|next| Instant(next.since))));
            superseded_by = next.map(|next| next.hash.clone());
        }
        let file = row.kind.clone();
        Ok(Some(Kept { file, text: readable(row), terms, superseded_by }))
    };
    office.store.read("policy", read).await
}
