//! `habeas datamap check`.

use crate::casework::random_id;
use crate::config::Config;
use crate::connectors::inspect::{self, Mapped, Mapping};
use crate::connectors::{Dataset, How, Person, System};
use crate::domain::language::Language;
use crate::domain::matching::Identifier;
use crate::gateway;
use crate::gateway::people::{people, wrong_issuers};
use crate::policy::PolicySet;
use crate::policy::datamap::{DatasetEntry, Erase, SystemEntry};
use crate::policy::{lint, load};

use super::super::{Context, Exit, note, say};
use super::words::{Said, of_finding};

pub(super) fn run(context: &Context, connect: bool, json: bool) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    let dir = config.path(&config.policies.dir);
    let (policies, mut found) = match load::load_dir(&dir, &gateway::wanted(&config)) {
        Ok(policies) => (Some(policies), Vec::new()),
        Err(errors) => {
            let all = errors.iter().map(|error| Said::of_map("policy", error.to_string()));
            (None, all.collect())
        }
    };
    let mut away = Vec::new();
    if let Some(policies) = &policies {
        found.extend(written(&config, policies));
        for entry in policies.datamap.systems.iter().filter(|_| connect) {
            let asked = reached(&config, entry).and_then(|system| {
                let mapping = mapping(policies, entry);
                inspect::inspect(&system, &mapping, &nobody(policies)).map_err(|e| e.to_string())
            });
            match asked {
                Ok(findings) => found.extend(findings.iter().map(|f| of_finding(&entry.id, f))),
                Err(what) => away.push(what),
            }
        }
    }
    // The dry run says again what is wrong as it is written.
    let mut once: Vec<Said> = Vec::new();
    for said in found {
        if !once.contains(&said) {
            once.push(said);
        }
    }
    let wrong = once.iter().filter(|said| !said.is_remark).count();
    if json {
        let findings: Vec<_> = once.iter().map(Said::json).collect();
        say(&serde_json::json!({
            "version": policies.as_ref().map(|policies| policies.datamap.version.as_str()),
            "connected": connect, "findings": findings, "away": away,
        })
        .to_string());
    } else {
        for said in &once {
            say(&said.line());
        }
        say(&match (wrong, once.len() - wrong) {
            (0, 0) => "the data map is fine".to_owned(),
            (wrong, remarks) => format!("{wrong} to be mended, {remarks} to know"),
        });
    }
    if !away.is_empty() {
        for what in &away {
            note(what);
        }
        anyhow::bail!("not every system could be asked");
    }
    Ok(if wrong > 0 { Exit::Found } else { Exit::Fine })
}

/// What is wrong with the map without asking a system.
pub(in crate::cli) fn written(config: &Config, policies: &PolicySet) -> Vec<Said> {
    let map = &policies.datamap;
    let issuers = people(config);
    let mut found: Vec<Said> =
        wrong_issuers(&issuers, map).into_iter().map(|what| Said::of_map("issuer", what)).collect();
    for entry in &map.systems {
        let url = config.secrets.resolve(&entry.url);
        if let Err(what) = &url {
            // It may be known where the gateway runs and not here.
            let what = format!("the url of system `{}`: {what}", entry.id);
            found.push(Said { is_remark: true, ..Said::of_map("url", what) });
        }
        let system = system(entry, url.unwrap_or_default());
        let findings = inspect::written(&system, &mapping(policies, entry));
        found.extend(findings.iter().map(|finding| of_finding(&entry.id, finding)));
    }
    found.extend(not_led_to(policies, &issuers));
    found.extend(unstated(policies));
    let unspoken = lint::unspoken(load::DATAMAP, policies);
    found.extend(
        unspoken
            .iter()
            .map(|error| Said { is_remark: true, ..Said::of_map(error.lint, error.to_string()) }),
    );
    found
}

/// What people are to be told and the map does not state.
pub(in crate::cli) fn unstated(policies: &PolicySet) -> Vec<Said> {
    let found = lint::unstated(load::DATAMAP, policies);
    found.iter().map(|error| Said::of_map(error.lint, error.to_string())).collect()
}

/// Datasets in which nobody finds somebody who asks by address.
fn not_led_to(policies: &PolicySet, issuers: &[String]) -> Vec<Said> {
    let only = match issuers {
        [only] => Some(only.as_str()),
        _ => None,
    };
    let map = &policies.datamap;
    let is_led_to = |issuer: Option<&str>| {
        map.directories.iter().any(|directory| directory.issuer.as_deref().or(only) == issuer)
    };
    let lost = map.datasets().filter(|(system, dataset)| {
        let by_account = dataset.matches.iter().all(|one| one.needs(Identifier::Account));
        by_account && !is_led_to(dataset.issuer(system).or(only))
    });
    lost.map(|(system, dataset)| Said {
        system: Some(system.id.to_string()),
        dataset: Some(dataset.id.to_string()),
        is_remark: true,
        ..Said::of_map(
            "no_directory",
            "somebody who asks by address is not found here; a [[directory]] leads from an address to accounts".to_owned(),
        )
    })
    .collect()
}

fn reached(config: &Config, entry: &SystemEntry) -> Result<System, String> {
    let url = config.secrets.resolve(&entry.url);
    let url = url.map_err(|what| format!("`{}` cannot be asked; its url: {what}", entry.id))?;
    let url = match url.strip_prefix("sqlite://") {
        Some(path) => format!("sqlite://{}", config.base.join(path).display()),
        None => url,
    };
    Ok(system(entry, url))
}

fn system(entry: &SystemEntry, url: String) -> System {
    System { id: entry.id.clone(), url, side_effects: entry.side_effects.clone() }
}

fn mapping(policies: &PolicySet, entry: &SystemEntry) -> Mapping {
    let directories = policies.datamap.directories.iter().filter(|d| d.system == entry.id);
    Mapping {
        datasets: entry.datasets.iter().map(mapped).collect(),
        directories: directories.map(|directory| directory.accounts.clone()).collect(),
    }
}

fn mapped(entry: &DatasetEntry) -> Mapped {
    let how = match &entry.erase {
        Erase::Delete => How::Delete,
        Erase::Set(values) => How::Overwrite(values.clone()),
        Erase::Keep(_) => How::Keep,
    };
    let dataset = Dataset {
        id: entry.id.clone(),
        title: entry.title.in_language(Language::En).to_owned(),
        table: entry.table.clone(),
        columns: entry.columns.clone(),
        matches: entry.matches.clone(),
        order_by: entry.order_by.clone(),
    };
    let marks = entry.restrict.iter().flat_map(|marks| marks.set.keys().cloned()).collect();
    Mapped { dataset, how, marks }
}

/// Identifiers that exist nowhere.
fn nobody(policies: &PolicySet) -> Person {
    let chance: String = random_id().iter().map(|byte| format!("{byte:02x}")).collect();
    Person {
        accounts: vec![format!("habeas-dry-run-{chance}")],
        addresses: vec![format!("dry-run@{chance}.invalid")],
        local_part: policies.datamap.local_part,
    }
}
