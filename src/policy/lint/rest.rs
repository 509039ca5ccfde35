//! Lints of the purposes and of the data map.

use std::collections::BTreeSet;

use crate::domain::right::PurposeKind;
use crate::policy::PolicyError;
use crate::policy::datamap::{Datamap, Erase};
use crate::policy::language::Words;
use crate::policy::purposes::Purposes;
use crate::policy::text::line_of;

use super::Findings;

pub(in crate::policy) fn purposes(file: &str, purposes: &Purposes, text: &str) -> Vec<PolicyError> {
    let mut found = Findings { file, text, list: Vec::new() };
    let mut ids = BTreeSet::new();
    for purpose in purposes.all() {
        let line = line_of(found.text, &format!("\"{}\"", purpose.id));
        let id = &purpose.id;
        found.require(
            plain_id(id),
            line,
            "ids",
            format!("purpose `{id}`: use lower-case letters, digits and `_`"),
        );
        found.require(
            ids.insert(id),
            line,
            "ids",
            format!("purpose `{id}` stands twice; choose another id"),
        );
        let (kind, basis) = (purpose.kind, &purpose.legal_basis);
        let wanted = if kind == PurposeKind::Consent {
            "consent is Art. 6(1)(a); write that"
        } else if PurposeKind::Consent.fits(basis) {
            "consent is withdrawn and not objected to (Art. 7(3)); give it `kind = \"consent\"`"
        } else {
            "Art. 21 is about 6(1)(e) and 6(1)(f)"
        };
        found.require(
            kind.fits(basis),
            line,
            "purpose-basis",
            format!("purpose `{id}` rests on `{basis}`; {wanted}"),
        );
        let worded = [&purpose.title, &purpose.words, &purpose.already_used]
            .iter()
            .all(|words| words.get("en").is_some());
        found.require(worded, line, "purpose-words", format!("purpose `{id}` lacks `title.en`, `words.en` or `already_used.en`; say it in plain words"));
    }
    found.list
}

pub(in crate::policy) fn datamap(file: &str, map: &Datamap, text: &str) -> Vec<PolicyError> {
    let mut found = Findings { file, text, list: Vec::new() };
    let mut systems = BTreeSet::new();
    for system in &map.systems {
        let line = line_of(found.text, &format!("\"{}\"", system.id));
        found.require(
            plain_id(&system.id),
            line,
            "ids",
            format!("system `{}`: use lower-case letters, digits and `_`", system.id),
        );
        found.require(
            systems.insert(&system.id),
            line,
            "ids",
            format!("system `{}` stands twice; choose another id", system.id),
        );
        worded(&mut found, &system.title, line, &format!("system `{}`: `title`", system.id));
        let mut datasets = BTreeSet::new();
        for dataset in &system.datasets {
            let line = line_of(found.text, &format!("\"{}\"", dataset.id));
            let id = &dataset.id;
            found.require(
                plain_id(id) && plain_id(&dataset.category),
                line,
                "ids",
                format!("dataset `{id}`: id and category are lower-case letters, digits and `_`"),
            );
            found.require(
                datasets.insert(id),
                line,
                "ids",
                format!("dataset `{id}` stands twice in its system; choose another id"),
            );
            worded(&mut found, &dataset.title, line, &format!("dataset `{id}`: `title`"));
            for (column, title) in &dataset.column_titles {
                let name = format!("dataset `{id}`: the title of `{column}`");
                worded(&mut found, title, line, &name);
            }
            if let Erase::Keep(keep) = &dataset.erase {
                for (key, words) in [("reason", &keep.reason), ("law", &keep.law)] {
                    worded(&mut found, words, line, &format!("dataset `{id}`: `{key}`"));
                }
                let named = matches!(
                    keep.ground.as_str(),
                    "17(3)(a)" | "17(3)(b)" | "17(3)(c)" | "17(3)(d)" | "17(3)(e)"
                );
                found.require(
                    named,
                    line,
                    "keep-ground",
                    format!(
                        "dataset `{id}` is kept on `{}`; Art. 17(3) knows (a) to (e)",
                        keep.ground
                    ),
                );
            }
        }
    }
    found.list
}

/// English is what everybody falls back to.
fn worded(found: &mut Findings<'_>, words: &Words, line: usize, name: &str) {
    let what = format!("{name} has no words in English; write `en`");
    found.require(words.get("en").is_some(), line, "map-words", what);
}

fn plain_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
