//! The page that people read.

use askama::Template;
use jiff::Timestamp;
use serde_json::Value;

use crate::words::{self, Packages, number};

use super::about::{flag, outcome};
use super::{Contents, File, PackagingError, SystemPart, Table, heading, text};

#[derive(Template)]
#[template(path = "packaging/templates/index.html")]
struct Page<'a> {
    contents: &'a Contents,
    parts: Vec<Part<'a>>,
    say: Packages,
    right: String,
    records: usize,
}

/// A system with its tables.
struct Part<'a> {
    system: &'a SystemPart,
    sections: Vec<Section<'a>>,
}

/// A table, where it stands in the page, and its file.
struct Section<'a> {
    anchor: String,
    file: &'a str,
    table: &'a Table,
}

/// `files` are those of the tables, in their order.
pub(super) fn page(contents: &Contents, files: &[File]) -> Result<String, PackagingError> {
    let mut files = files.iter().zip(1..);
    let parts: Vec<Part<'_>> = contents
        .systems
        .iter()
        .map(|system| Part {
            system,
            sections: system.tables.iter().zip(&mut files).map(section).collect(),
        })
        .collect();
    let records =
        parts.iter().flat_map(|part| &part.sections).map(|section| section.table.rows.len()).sum();
    let say = Packages(contents.language, contents.law);
    Ok(Page { contents, parts, say, right: right(&contents.right, say), records }.render()?)
}

fn section<'a>((table, (file, nth)): (&'a Table, (&'a File, i32))) -> Section<'a> {
    Section { anchor: format!("table-{nth}"), file: &file.name, table }
}

fn right(code: &str, say: Packages) -> String {
    match code {
        "access" => say.right_access(),
        "rectification" => say.right_rectification(),
        "erasure" => say.right_erasure(),
        "restriction" => say.right_restriction(),
        "portability" => say.right_portability(),
        "objection" => say.right_objection(),
        "automated_decision_review" => say.right_automated_decision_review(),
        "consent_withdrawal" => say.right_consent_withdrawal(),
        "other" => say.right_other(),
        other => other.to_owned(),
    }
}

/// `2026-11-23T10:32:00.5Z` as people write it where the controller is; whatever else as it is.
fn moment(at: &str, contents: &Contents) -> String {
    let local = |at: Timestamp| at.in_tz(&contents.zone).map(|at| at.datetime());
    match at.parse().and_then(local) {
        Ok(local) => words::moment(contents.language, local, &contents.zone),
        Err(_) => at.to_owned(),
    }
}

fn counted(records: usize, say: Packages) -> String {
    let shown = number(say.0, u64::try_from(records).unwrap_or(u64::MAX));
    say.records(records, &shown)
}

/// Browsers drop U+0000 or take it for an error; the person sees that something stood there.
fn shown(value: &Value) -> String {
    text(value).replace('\0', "\u{fffd}")
}

/// Long texts need room and short words stay whole: a narrow screen scrolls instead of breaking everything.
fn width(value: &Value) -> &'static str {
    let text = text(value);
    if text.chars().count() > 32 {
        "long"
    } else if text.contains(char::is_whitespace) {
        "words"
    } else {
        "short"
    }
}
