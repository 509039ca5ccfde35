//! What would be read or erased for somebody, without doing it: an operator tries the data map on a person.
//!
//! **Invariant:** nothing changes, no value of a row comes out, and the log knows that somebody looked; not at whom.

use std::sync::Arc;

use crate::audit::leaf::office::DatamapShown;
use crate::connectors::{self, ConnectorError, Lookup};
use crate::domain::address;
use crate::domain::identity::Identifiers;
use crate::domain::identity::KnownAddress;
use crate::domain::name::{DatasetId, SystemId};
use crate::domain::right::{Right, Scope};
use crate::policy::datamap::{DatasetEntry, Erase};
use crate::store::Tx;

use crate::casework::answer::fulfil::lookup::{SystemPlan, plan_for, reach};
use crate::casework::case::identifiers;
use crate::casework::{CaseworkError, Office, log, people};
use crate::words::Language;

/// By whom the log says that it was looked: a command has no officer.
const BY: &str = "command";
/// How the identifiers became known.
const HOW: &str = "command";

/// Whose data.
#[derive(Clone, Default)]
pub struct Who {
    /// An account, and its issuer where there are several.
    pub account: Option<(Option<String>, String)>,
    /// An address.
    pub address: Option<String>,
}

/// What there is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// Every dataset, system by system in the order of the map.
    pub datasets: Vec<Previewed>,
    /// Systems that did not answer, with why; what they hold is not in the list.
    pub away: Vec<(SystemId, String)>,
    /// A legal hold: as long as it stands, no machine erases anything.
    pub is_held: bool,
}

/// One dataset.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Previewed {
    /// The system.
    pub system: SystemId,
    /// The dataset.
    pub dataset: DatasetId,
    /// What would become of it.
    pub would: Would,
}

/// What would become of a dataset.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Would {
    /// So many rows would be read for an answer, and deleted by an erasure.
    Delete(u64),
    /// The same, and overwritten.
    Overwrite(u64),
    /// The same, and kept.
    Keep {
        /// How many.
        rows: u64,
        /// Of Art. 17(3).
        ground: String,
        /// The rule that demands it.
        law: String,
    },
    /// It would not be searched.
    NotSearched(&'static str),
}

impl Would {
    /// The rows that were found.
    pub fn rows(&self) -> u64 {
        match self {
            Self::Delete(rows) | Self::Overwrite(rows) | Self::Keep { rows, .. } => *rows,
            Self::NotSearched(_) => 0,
        }
    }
}

/// Looks somebody up in every system of the map.
///
/// # Errors
/// When an identifier is none, or the database does not answer. A system that does not is in the answer.
pub fn preview(office: &Arc<Office>, who: &Who) -> Result<Preview, CaseworkError> {
    let identifiers = identifiers(office, who)?;
    let is_held = log(office, &identifiers)?;
    let everything = Scope::default();
    let plan = plan_for(office, &everything, Right::Erasure, &identifiers);
    let mut away: Vec<(SystemId, String)> =
        plan.failures.iter().map(|gone| (gone.system.clone(), gone.error.to_string())).collect();
    let mut datasets = Vec::new();
    for asked in &plan.systems {
        match look(office, asked) {
            Ok(found) => datasets.extend(found),
            Err(error) => away.push((asked.system.id.clone(), error.to_string())),
        }
    }
    datasets.extend(plan.lost.iter().map(|lost| Previewed {
        system: lost.system.clone(),
        dataset: lost.dataset.clone(),
        would: Would::NotSearched(lost.why),
    }));
    let order: Vec<(&SystemId, &DatasetId)> = office
        .policies
        .datamap
        .datasets()
        .map(|(system, dataset)| (&system.id, &dataset.id))
        .collect();
    datasets
        .sort_by_key(|one| order.iter().position(|known| *known == (&one.system, &one.dataset)));
    Ok(Preview { datasets, away, is_held })
}

fn identifiers(office: &Office, who: &Who) -> Result<Identifiers, CaseworkError> {
    let now = office.clock.now();
    let mut identifiers = Identifiers::default();
    if let Some((issuer, sub)) = &who.account {
        let known = office.issuers.join("`, `");
        let issuer = match issuer {
            Some(issuer) if office.issuers.contains(issuer) => issuer.as_str(),
            Some(_) => {
                let what = format!("this is no issuer of people; use one of `{known}`");
                return Err(CaseworkError::Unfit(what));
            }
            None => office.only_issuer().ok_or_else(|| {
                let what = match office.issuers.len() {
                    0 => "there is no issuer of people; configure one in `[[auth.issuer]]`".into(),
                    _ => {
                        format!("there are several issuers; say with `--issuer` which of `{known}`")
                    }
                };
                CaseworkError::Unfit(what)
            })?,
        };
        identifiers.add_account(issuer.to_owned(), sub.clone(), HOW, now);
    }
    if let Some(written) = &who.address {
        let address = address::exact(written).ok_or_else(|| {
            CaseworkError::Unfit(
                "this is no e-mail address; the form is `somebody@example.org`".into(),
            )
        })?;
        identifiers.addresses.push(KnownAddress { address, how: HOW.to_owned(), at: now });
    }
    Ok(identifiers)
}

/// Tells the log before anybody looks; says whether a legal hold keeps these data.
fn log(office: &Arc<Office>, identifiers: &Identifiers) -> Result<bool, CaseworkError> {
    let (inside, askers) = (Arc::clone(office), identifiers::askers(identifiers));
    office.store.write_blocking("show data map", move |tx: &mut Tx<'_>| {
        let now = inside.clock.now();
        let key = people::controller_key(tx, &inside.vault, now)?;
        let map = inside.policies.texts.get("datamap.toml");
        let map = map.map(|text| text.hash.clone()).unwrap_or_default();
        let told = DatamapShown { by: BY.to_owned(), map };
        log::leaf(tx, now, (&people::CONTROLLER, &key), None, &told)?;
        let blinds: Vec<_> =
            askers.iter().map(|asker| people::blind(&inside.vault, asker).to_vec()).collect();
        Ok::<_, CaseworkError>(!tx.holds_on(&blinds)?.is_empty())
    })
}

fn look(office: &Office, asked: &SystemPlan<'_>) -> Result<Vec<Previewed>, ConnectorError> {
    let lookups: Vec<Lookup> = asked.lookups.iter().map(|(_, lookup)| lookup.clone()).collect();
    let tables = connectors::collect(&reach(office, asked.system)?, &lookups)?;
    let found = asked.lookups.iter().zip(&tables).map(|((entry, _), table)| Previewed {
        system: asked.system.id.clone(),
        dataset: entry.id.clone(),
        would: would(entry, table.rows.len() as u64),
    });
    Ok(found.collect())
}

fn would(entry: &DatasetEntry, rows: u64) -> Would {
    match &entry.erase {
        Erase::Delete => Would::Delete(rows),
        Erase::Set(_) => Would::Overwrite(rows),
        Erase::Keep(keep) => Would::Keep {
            rows,
            ground: keep.ground.clone(),
            law: keep.law.in_language(Language::En).to_owned(),
        },
    }
}
