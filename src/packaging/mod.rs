//! The archive a person receives: readable by them, and by programs.
//!
//! Start with [`build`]. Equal contents give equal bytes.
//!
//! **Invariant:** nothing in it runs or loads anything; every value is shown as text, whatever it holds.

mod csv;
mod html;

use std::io::{Cursor, Write as _};

use aws_lc_rs::digest;
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What goes into an archive.
#[expect(missing_docs, reason = "the names say it")]
pub struct Contents {
    pub reference: String,
    pub right: String,
    pub controller: String,
    /// RFC 3339.
    pub received_at: String,
    /// RFC 3339.
    pub prepared_at: String,
    pub language: String,
    pub systems: Vec<SystemPart>,
    /// Remarks to the person.
    pub notes: Vec<String>,
    /// Objections in force: purpose, and since when.
    pub objections: Vec<(String, String)>,
}

/// One system's part.
pub struct SystemPart {
    /// Its id in the data map.
    pub id: String,
    /// What people read.
    pub title: String,
    /// What was found, empty tables included.
    pub tables: Vec<Table>,
}

/// Rows as they were found.
pub struct Table {
    /// Its id in the data map.
    pub dataset: String,
    /// What people read.
    pub title: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// One value a column.
    pub rows: Vec<Vec<Value>>,
}

/// The archive could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum PackagingError {
    /// Writing the archive.
    #[error("the archive cannot be written: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// Writing a file into it.
    #[error("a file of the archive cannot be written: {0}")]
    Io(#[from] std::io::Error),
    /// Rendering the page.
    #[error("the page of the archive cannot be rendered: {0}")]
    Page(#[from] askama::Error),
}

const README: &str = "\
This archive holds the data about you.

index.html     open it in a browser: everything, to read. It works without a network and runs no scripts.
data.json      everything, for programs: `systems` > `tables` > `columns` and `rows`
csv/           one file for each table, for a spreadsheet. A text that begins with = + - @ carries an apostrophe in
               front, so that no spreadsheet takes it for a formula; data.json has it as it is
manifest.json  the SHA-256 and the size of every other file

If something is wrong or missing, say so: the request can be contested, free of charge.
";

/// The ZIP archive.
///
/// # Errors
/// [`PackagingError`]; none of them depends on what the rows hold.
pub fn build(contents: &Contents) -> Result<Vec<u8>, PackagingError> {
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("index.html".into(), html::page(contents)?.into_bytes()),
        ("data.json".into(), format!("{:#}\n", data(contents)).into_bytes()),
        ("README.txt".into(), README.into()),
    ];
    for system in &contents.systems {
        for table in &system.tables {
            let name = format!("csv/{}-{}.csv", safe(&system.id), safe(&table.dataset));
            files.push((name, csv::table(table).into_bytes()));
        }
    }
    files.sort();
    let manifest = manifest(&files);
    files.push(("manifest.json".into(), format!("{manifest:#}\n").into_bytes()));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn data(contents: &Contents) -> Value {
    let systems = contents.systems.iter().map(|system| {
        let tables = system.tables.iter().map(|table| {
            json!({ "dataset": table.dataset, "title": table.title, "columns": table.columns, "rows": table.rows })
        });
        json!({ "id": system.id, "title": system.title, "tables": tables.collect::<Vec<_>>() })
    });
    let objections = contents
        .objections
        .iter()
        .map(|(purpose, since)| json!({ "purpose": purpose, "since": since }));
    json!({
        "reference": contents.reference,
        "right": contents.right,
        "controller": contents.controller,
        "received_at": contents.received_at,
        "prepared_at": contents.prepared_at,
        "notes": contents.notes,
        "objections": objections.collect::<Vec<_>>(),
        "systems": systems.collect::<Vec<_>>(),
    })
}

fn manifest(files: &[(String, Vec<u8>)]) -> Value {
    let entries = files.iter().map(|(name, bytes)| {
        let hash = digest::digest(&digest::SHA256, bytes);
        let hex: String = hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        json!({ "file": name, "sha256": hex, "size": bytes.len() })
    });
    json!({ "files": entries.collect::<Vec<_>>() })
}

/// A name that is a name on every system.
fn safe(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' }).collect()
}

/// A value as people read it.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn contents() -> Contents {
        let rows = vec![
            vec![json!(1), json!("<script>alert(1)</script>")],
            vec![json!(-2), json!("=HYPERLINK(\"https://example.org\")")],
            vec![Value::Null, json!("a \"quoted\",\r\nline")],
        ];
        let columns = vec!["id".to_owned(), "body".to_owned()];
        let table =
            Table { dataset: "messages".into(), title: "Your messages".into(), columns, rows };
        Contents {
            reference: "HB-0000-0000".into(),
            right: "access".into(),
            controller: "Example & Sons".into(),
            received_at: "2026-11-23T10:32:00Z".into(),
            prepared_at: "2026-11-23T10:33:00Z".into(),
            language: "en".into(),
            systems: vec![SystemPart {
                id: "chat".into(),
                title: "Chat".into(),
                tables: vec![table],
            }],
            notes: vec!["A note.".into()],
            objections: vec![("ai_training".into(), "2026-11-23T10:00:00Z".into())],
        }
    }

    fn files(archive: Vec<u8>) -> std::collections::BTreeMap<String, String> {
        let mut zip = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
        let mut files = std::collections::BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            files.insert(file.name().unwrap().into_owned(), text);
        }
        files
    }

    #[test]
    fn the_archive_opens_and_the_manifest_fits_every_file() {
        let files = files(build(&contents()).unwrap());
        let manifest: Value = serde_json::from_str(&files["manifest.json"]).unwrap();
        let entries = manifest["files"].as_array().unwrap();
        assert_eq!(entries.len(), files.len() - 1);
        for entry in entries {
            let text = &files[entry["file"].as_str().unwrap()];
            let hash = digest::digest(&digest::SHA256, text.as_bytes());
            let hex: String = hash.as_ref().iter().map(|b| format!("{b:02x}")).collect();
            assert_eq!(entry["sha256"], hex);
            assert_eq!(entry["size"], text.len());
        }
    }

    #[test]
    fn equal_contents_give_equal_bytes() {
        assert_eq!(build(&contents()).unwrap(), build(&contents()).unwrap());
    }

    #[test]
    fn nothing_in_the_page_runs_and_no_cell_is_a_formula() {
        let files = files(build(&contents()).unwrap());
        let page = &files["index.html"];
        assert!(!page.contains("<script"), "markup must be shown, not run");
        assert!(page.contains("&#60;script&#62;") || page.contains("&lt;script&gt;"));
        assert!(page.contains("lang=\"en\""));
        let csv = &files["csv/chat-messages.csv"];
        assert!(csv.contains("\"'=HYPERLINK(\"\"https://example.org\"\")\""), "{csv}");
        assert!(csv.contains("\r\n-2,"), "numbers stay numbers: {csv}");
        let data: Value = serde_json::from_str(&files["data.json"]).unwrap();
        assert_eq!(data["systems"][0]["tables"][0]["rows"][0][1], "<script>alert(1)</script>");
    }
}
