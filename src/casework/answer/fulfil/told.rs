//! What is told before the data: how they are used (Art. 15(1) and (2)), and what the gateway itself keeps of the person.

use std::collections::BTreeSet;

use crate::domain::case::{Stage, State};
use crate::domain::information::Information;
use crate::domain::language::Language;
use crate::domain::right::{Right, Scope};
use crate::domain::time::Instant;
use crate::packaging::{About, Automated, Flag, Kept, Request, Told, Transfer, Use};
use crate::policy::PolicySet;
use crate::policy::datamap::{DatasetEntry, SystemEntry};
use crate::policy::language::Words;
use crate::store::Tx;
use crate::store::rows::FlagRow;
use crate::words::Packages;

use crate::casework::case::record::Loaded;
use crate::casework::letters::post;
use crate::casework::{CaseworkError, Office};

/// Whether somebody asks about the use of their data, and not for the data.
pub(super) fn asks_without_data(right: Right, scope: &Scope) -> bool {
    right == Right::Access && !scope.information.is_empty()
}

/// How the data in scope are used; nothing where Art. 15 was not asked.
pub(super) fn about(
    office: &Office,
    case: &Loaded,
    scope: &Scope,
    language: Language,
) -> Result<Option<About>, CaseworkError> {
    if case.right != Right::Access {
        return Ok(None);
    }
    let policies = &office.policies;
    let datasets = policies.datamap.datasets_in(scope, case.right).into_iter();
    let remedies = post::remedies(office, case)?;
    let mut authorities: Vec<(String, String)> = Vec::new();
    for authority in remedies.home.into_iter().chain([remedies.own]) {
        let known = (authority.name.to_owned(), authority.website.to_owned());
        if !authorities.contains(&known) {
            authorities.push(known);
        }
    }
    Ok(Some(About {
        asked: scope.information.clone(),
        datasets: datasets.map(|(s, d)| told(policies, s, d, language)).collect(),
        authorities,
    }))
}

fn told(
    policies: &PolicySet,
    system: &SystemEntry,
    dataset: &DatasetEntry,
    language: Language,
) -> Told {
    let facts = &dataset.facts;
    let say = Packages(language, policies.regime.law());
    let text = |words: &Words| words.in_language(language).to_owned();
    let is_stated = |what| facts.states(what);
    let source = facts.source.as_ref().filter(|_| is_stated(Information::Source));
    let purposes = facts.purposes.as_ref().filter(|_| is_stated(Information::Purposes));
    let recipients = facts.recipients.as_ref().filter(|_| is_stated(Information::Recipients));
    let retention = facts.retention.as_ref().filter(|_| is_stated(Information::Retention));
    let transfers = facts.transfers.as_ref().filter(|_| is_stated(Information::Transfers));
    let decisions = facts.automated_decisions.as_ref();
    let decisions = decisions.filter(|_| is_stated(Information::AutomatedDecisions));
    let transfer = |one: &crate::policy::datamap::facts::Transfer| Transfer {
        country: text(&one.country),
        safeguard: text(&one.safeguard),
    };
    let decision = |one: &crate::policy::datamap::facts::Automated| Automated {
        logic: text(&one.logic),
        significance: text(&one.significance),
        consequences: text(&one.consequences),
    };
    Told {
        system: text(&system.title),
        dataset: dataset.id.to_string(),
        title: text(&dataset.title),
        category: dataset.category.clone(),
        category_title: policies
            .datamap
            .title_of_category(&dataset.category, language)
            .map(str::to_owned),
        purposes: purposes
            .map(|all| all.iter().map(|one| used(policies, dataset, one, language)).collect()),
        recipients: recipients.map(|all| all.iter().map(text).collect()),
        retention: retention.map(text),
        source: source
            .map(|words| if facts.is_from_the_person() { say.told_you() } else { text(words) }),
        automated_decisions: decisions.map(|all| all.iter().map(decision).collect()),
        transfers: transfers.map(|all| all.iter().map(transfer).collect()),
    }
}

/// A purpose that people can object to has its own title and ground.
fn used(policies: &PolicySet, dataset: &DatasetEntry, words: &Words, language: Language) -> Use {
    match words.get("en").and_then(|id| policies.purposes.get(id)) {
        Some(purpose) => Use {
            purpose: policies.purposes.title_of(&purpose.id, language),
            legal_basis: purpose.legal_basis.clone(),
        },
        None => Use {
            purpose: words.in_language(language).to_owned(),
            legal_basis: dataset.facts.legal_basis.clone().unwrap_or_default(),
        },
    }
}

/// What is kept of the person of this case: what came before it. Its own flag is no part of its answer (invariant 3).
pub(super) fn kept(tx: &mut Tx<'_>, case: &Loaded) -> Result<Kept, CaseworkError> {
    let mut rows = tx.cases_of_subjects(std::slice::from_ref(&case.row.subject_id), 0)?;
    rows.retain(|row| row.id != case.row.id && row.received_at <= case.row.received_at);
    rows.sort_by(|a, b| (a.received_at, &a.reference).cmp(&(b.received_at, &b.reference)));
    let ids: Vec<Vec<u8>> = rows.iter().map(|row| row.id.clone()).collect();
    let flags = tx.flags_in(&ids)?;
    let mut kept = Kept::default();
    let mut restricted = BTreeSet::new();
    for row in rows {
        let state = row.state()?;
        let flag = flags.iter().find(|flag| flag.case_id == row.id).map(flagged);
        restricted.extend(state.restricted.iter().cloned());
        kept.requests.push(Request {
            outcome: became(&state).to_owned(),
            reference: row.reference,
            right: row.right_asked,
            received_at: Instant(row.received_at).rfc3339(),
            flag,
        });
    }
    kept.restrictions = restricted.into_iter().map(String::from).collect();
    Ok(kept)
}

fn flagged(row: &FlagRow) -> Flag {
    Flag {
        state: row.state.clone(),
        rule: row.rule.clone(),
        raised_at: Instant(row.raised_at).rfc3339(),
        closed_at: row.closed_at.map(|at| Instant(at).rfc3339()),
    }
}

fn became(state: &State) -> &'static str {
    match (state.stage, state.stage.outcome()) {
        (Stage::Merged, _) => "merged",
        (Stage::Withdrawn, _) => "withdrawn",
        (_, Some(outcome)) => outcome.code(),
        (_, None) => "open",
    }
}
