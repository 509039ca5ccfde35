//! README.txt: what is in the archive, and what `data.json` looks like.

use crate::words::Packages;

use super::Contents;

/// Where the descriptions of the files begin, and of the keys.
const FILES_AT: usize = 15;
const KEYS_AT: usize = 17;

/// Art. 20(1) gives the data in a machine-readable format: there, it comes first.
pub(super) fn text(contents: &Contents) -> String {
    let say = Packages(contents.language, contents.law);
    let to_read = line("", "index.html", FILES_AT, &say.readme_index());
    let for_programs = line("", "data.json", FILES_AT, &say.readme_data())
        + &line("", "csv/", FILES_AT, &say.readme_csv());
    let (first, second) = if contents.right == "portability" {
        (for_programs, to_read)
    } else {
        (to_read, for_programs)
    };
    let manifest = line("", "manifest.json", FILES_AT, &say.readme_manifest());
    let is_there = |key: &str| match key {
        "information" => contents.about.is_some(),
        "restrictions" | "requests" => contents.kept.is_some(),
        _ => true,
    };
    let keys: String = [
        ("", "format", "1".to_owned()),
        ("", "reference", say.readme_reference()),
        ("", "right", say.readme_right()),
        ("", "controller", say.readme_controller()),
        ("", "received_at", say.readme_received_at()),
        ("", "prepared_at", say.readme_prepared_at()),
        ("", "language", say.readme_language()),
        ("", "information", say.readme_information()),
        ("", "notes", say.readme_notes()),
        ("", "objections", say.readme_objections()),
        ("", "restrictions", say.readme_restrictions()),
        ("", "requests", say.readme_requests()),
        ("", "systems", say.readme_systems()),
        ("  ", "tables", say.readme_tables()),
        ("    ", "columns", say.readme_columns()),
        ("    ", "rows", say.readme_rows()),
    ]
    .iter()
    .filter(|(_, key, _)| is_there(key))
    .map(|(indent, key, text)| line(&format!("  {indent}"), key, KEYS_AT, text))
    .collect();
    let (introduction, format, wrong) = (say.readme(), say.readme_format(), say.readme_wrong());
    format!("{introduction}\n\n{first}{second}{manifest}\n{format}\n\n{keys}\n{wrong}\n")
}

/// A name, and what it is, from this column on; further lines begin there too.
fn line(indent: &str, name: &str, column: usize, text: &str) -> String {
    let start = format!("{indent}{name}");
    let further = format!("\n{}", " ".repeat(column));
    format!("{start:<column$}{}\n", text.replace('\n', &further))
}
