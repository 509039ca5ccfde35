//! What was done for whoever asked for erasure, correction or restriction, and who else has to hear of it (Arts. 12(3) and 19).

use std::collections::BTreeSet;

use crate::casework::case::record::Loaded;
use crate::casework::case::work;
use crate::casework::{CaseworkError, Office};
use crate::domain::case::{Done, Part};
use crate::domain::right::Right;
use crate::notices::{Deed, Deeds};
use crate::policy::datamap::{DatasetEntry, SystemEntry};
use crate::store::Tx;
use crate::words::Language;

/// The rights whose answer is that something was done, and not what is handed over.
pub(super) fn is_told(right: Right) -> bool {
    matches!(right, Right::Erasure | Right::Rectification | Right::Restriction)
}

/// What a letter says of these parts. What could not be searched stands among what is left out.
pub(super) fn deeds(office: &Office, parts: &[Part], language: Language) -> Deeds {
    let map = &office.policies.datamap;
    let deed = |part: &Part| Deed {
        what: map.title_of(&part.system, &part.dataset, language),
        done: part.done,
        records: part.rows,
        because: part.reason.clone().unwrap_or_default(),
    };
    let searched = parts.iter().filter(|part| part.done != Done::NotSearched);
    let gone = |part: &&Part| matches!(part.done, Done::Erased | Done::Overwritten);
    let days = changed(office, parts, gone).filter_map(|(system, _)| system.backups_days).max();
    let today = office.calendar.day_of(office.clock.now());
    let backups =
        days.and_then(|days| today.checked_add(jiff::Span::new().days(i64::from(days))).ok());
    let mut met = BTreeSet::new();
    let recipients = changed(office, parts, |_| true)
        .flat_map(|(_, entry)| entry.facts.recipients.iter().flatten())
        .map(|name| name.in_language(language).to_owned())
        .filter(|name| met.insert(name.clone()))
        .collect();
    Deeds { parts: searched.map(deed).collect(), backups, recipients }
}

/// The datasets in which something of the person's changed.
fn changed<'o>(
    office: &'o Office,
    parts: &'o [Part],
    is_meant: impl Fn(&&Part) -> bool + 'o,
) -> impl Iterator<Item = (&'o SystemEntry, &'o DatasetEntry)> {
    let did = |part: &&Part| {
        part.rows > 0 && matches!(part.done, Done::Erased | Done::Overwritten | Done::Restricted)
    };
    let entry = |part: &Part| {
        let system = office.policies.datamap.system(&part.system)?;
        Some((system, system.datasets.iter().find(|entry| entry.id == part.dataset)?))
    };
    parts.iter().filter(did).filter(is_meant).filter_map(entry)
}

/// Art. 19: recipients hear of it. Where no system passes it on by itself, the office is asked to.
pub(super) fn pass_on(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    parts: &[Part],
) -> Result<(), CaseworkError> {
    if !is_told(case.right) {
        return Ok(());
    }
    let by_hand = changed(office, parts, |_| true).filter(|(_, entry)| !entry.facts.passes_on);
    let names: BTreeSet<&str> = by_hand
        .flat_map(|(_, entry)| entry.facts.recipients.iter().flatten())
        .map(|name| name.in_language(Language::En))
        .collect();
    if names.is_empty() {
        return Ok(());
    }
    let reference = case.reference;
    let names = names.into_iter().collect::<Vec<_>>().join("; ");
    let reason = format!(
        "tell these recipients what was done in {reference} (Art. 19), or note why that is impossible: {names}"
    );
    work::tell_the_office(tx, office, &format!("recipients of {reference}"), reason)
}
