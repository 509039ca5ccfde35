//! The archive a person receives: readable by them, and by programs.
//!
//! Start with [`build`]. Equal contents give equal bytes.
//!
//! **Invariant:** nothing in it runs or loads anything; every value is shown as text, whatever it holds.

mod about;
mod csv;
mod html;
mod readme;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use aws_lc_rs::digest;
use serde::Serialize;
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::words::{Language, Law};

pub use about::{About, Automated, Flag, Kept, Request, Told, Transfer, Use};

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
    /// In which the words of the page are.
    pub language: Language,
    /// Whose provisions they cite.
    pub law: Law,
    /// The IANA zone of the times that people read.
    pub zone: String,
    pub systems: Vec<SystemPart>,
    /// Remarks to the person.
    pub notes: Vec<String>,
    /// Objections in force: purpose, and since when.
    pub objections: Vec<(String, String)>,
    /// What is told before the data; none where Art. 15 was not asked.
    pub about: Option<About>,
    /// What the gateway keeps of the person; none where it was not asked.
    pub kept: Option<Kept>,
}

/// One system's part.
#[derive(Serialize)]
pub struct SystemPart {
    /// Its id in the data map.
    pub id: String,
    /// What people read.
    pub title: String,
    /// What was found, empty tables included.
    pub tables: Vec<Table>,
}

/// Rows as they were found.
#[derive(Serialize)]
pub struct Table {
    /// Its id in the data map.
    pub dataset: String,
    /// What people read.
    pub title: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// What people read in their place, one for each.
    #[serde(skip)]
    pub headings: Vec<String>,
    /// One value a column.
    pub rows: Vec<Vec<Value>>,
    /// Columns with values that are no text in the database and are given as base64 for that.
    #[serde(skip)]
    pub not_text: Vec<String>,
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

/// A file of the archive.
struct File {
    name: String,
    bytes: Vec<u8>,
}

/// The ZIP archive.
///
/// # Errors
/// [`PackagingError`]; none of them depends on what the rows hold.
pub fn build(contents: &Contents) -> Result<Vec<u8>, PackagingError> {
    let tables = tables(contents);
    let page = html::page(contents, &tables)?;
    let mut files = vec![
        File { name: "index.html".into(), bytes: page.into_bytes() },
        File { name: "data.json".into(), bytes: json(&data(contents))? },
    ];
    files.extend(tables);
    files.push(File { name: "README.txt".into(), bytes: readme::text(contents).into_bytes() });
    let manifest = json(&manifest(&files))?;
    files.push(File { name: "manifest.json".into(), bytes: manifest });
    zipped(&files)
}

/// A table as CSV, in which no cell is taken for a formula.
pub fn csv(table: &Table) -> String {
    csv::table(table)
}

/// Files as one archive, by path.
///
/// # Errors
/// When it cannot be put together.
pub fn zip(files: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>, PackagingError> {
    let files: Vec<File> = files.into_iter().map(|(name, bytes)| File { name, bytes }).collect();
    zipped(&files)
}

fn zipped(files: &[File]) -> Result<Vec<u8>, PackagingError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for file in files {
        archive.start_file(file.name.as_str(), options)?;
        archive.write_all(&file.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The tables as CSV, under names of which no two are the same.
fn tables(contents: &Contents) -> Vec<File> {
    let mut taken = BTreeSet::new();
    let mut files = Vec::new();
    for system in &contents.systems {
        for table in &system.tables {
            let plain = format!("{}-{}", safe(&system.id), safe(&table.dataset));
            let mut name = plain.clone();
            let mut nth = 1;
            while !taken.insert(name.to_ascii_lowercase()) {
                nth += 1;
                name = format!("{plain}-{nth}");
            }
            let bytes = csv::table(table).into_bytes();
            files.push(File { name: format!("csv/{name}.csv"), bytes });
        }
    }
    files
}

/// `data.json`; README.txt describes it.
#[derive(Serialize)]
struct Data<'a> {
    format: u32,
    reference: &'a str,
    right: &'a str,
    controller: &'a str,
    received_at: &'a str,
    prepared_at: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    information: Option<Value>,
    notes: &'a [String],
    objections: Vec<Objection<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    restrictions: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    requests: Option<&'a [Request]>,
    systems: &'a [SystemPart],
}

#[derive(Serialize)]
struct Objection<'a> {
    purpose: &'a str,
    since: &'a str,
}

fn data(contents: &Contents) -> Data<'_> {
    let objections = contents.objections.iter();
    Data {
        format: 1,
        reference: &contents.reference,
        right: &contents.right,
        controller: &contents.controller,
        received_at: &contents.received_at,
        prepared_at: &contents.prepared_at,
        language: contents.language.code(),
        information: contents
            .about
            .as_ref()
            .map(|about| about.json(contents.language, contents.law)),
        notes: &contents.notes,
        objections: objections.map(|(purpose, since)| Objection { purpose, since }).collect(),
        restrictions: contents.kept.as_ref().map(|kept| kept.restrictions.as_slice()),
        requests: contents.kept.as_ref().map(|kept| kept.requests.as_slice()),
        systems: &contents.systems,
    }
}

/// `manifest.json`.
#[derive(Serialize)]
struct Manifest<'a> {
    files: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    file: &'a str,
    sha256: String,
    size: usize,
}

fn manifest(files: &[File]) -> Manifest<'_> {
    let entries = files.iter().map(|file| Entry {
        file: &file.name,
        sha256: sha256(&file.bytes),
        size: file.bytes.len(),
    });
    Manifest { files: entries.collect() }
}

/// In hex.
fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::new();
    for byte in digest::digest(&digest::SHA256, bytes).as_ref() {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

fn json<T: Serialize>(what: &T) -> Result<Vec<u8>, PackagingError> {
    let mut bytes = serde_json::to_vec_pretty(what).map_err(std::io::Error::from)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A name that is a name on every system.
fn safe(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    name.chars().take(60).map(plain).collect()
}

/// `sent_at` as `sent at`.
fn heading(column: &str) -> String {
    column.replace('_', " ")
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
    use std::collections::BTreeMap;
    use std::io::Read as _;

    use serde_json::json;

    use crate::domain::information::Information;

    use super::*;

    fn table(dataset: &str) -> Table {
        let rows = vec![
            vec![json!(1), json!("<script>alert(1)</script>")],
            vec![json!(-2), json!("=HYPERLINK(\"https://example.org\")")],
            vec![Value::Null, json!("a \"quoted\",\r\nline")],
            vec![json!(4), json!("</td></tr></table><img src=x onerror='alert(1)'> 🦉 مرحبا \0")],
        ];
        let columns = vec!["id".to_owned(), "<b>\" onfocus=\"x".to_owned()];
        Table {
            dataset: dataset.into(),
            title: "Your <i>messages</i>".into(),
            headings: columns.clone(),
            columns,
            rows,
            not_text: Vec::new(),
        }
    }

    fn contents() -> Contents {
        let tables = vec![table("messages")];
        Contents {
            reference: "HB-0000-0000".into(),
            right: "access".into(),
            controller: "Example & Sons".into(),
            received_at: "2026-11-23T10:32:00Z".into(),
            prepared_at: "2026-11-23T10:33:00Z".into(),
            language: Language::En,
            law: Law::Union,
            zone: "Europe/Paris".into(),
            systems: vec![SystemPart { id: "chat".into(), title: "Chat".into(), tables }],
            notes: vec!["A <note>.".into()],
            objections: vec![("ai_training".into(), "2026-11-23T10:00:00Z".into())],
            about: Some(about()),
            kept: Some(kept()),
        }
    }

    /// A dataset with everything, one that states that there is nothing, and one whose map states nothing.
    fn about() -> About {
        let told = |dataset: &str, is_stated: bool| Told {
            system: "Chat".into(),
            dataset: dataset.into(),
            title: format!("Your {dataset}"),
            category: "payment_data".into(),
            category_title: None,
            purposes: is_stated
                .then(|| vec![Use { purpose: "To bill".into(), legal_basis: "6(1)(b)".into() }]),
            recipients: is_stated.then(Vec::new),
            retention: is_stated.then(|| "Ten years".into()),
            source: is_stated.then(|| "The <bank>".into()),
            automated_decisions: is_stated.then(Vec::new),
            transfers: is_stated.then(Vec::new),
        };
        let whole = Told {
            recipients: Some(vec!["Host SAS".into(), "Bank AG".into()]),
            automated_decisions: Some(vec![Automated {
                logic: "A score over 80 blocks".into(),
                significance: "The account stops".into(),
                consequences: "No payment until a human has looked".into(),
            }]),
            transfers: Some(vec![Transfer {
                country: "India".into(),
                safeguard: "Clauses 2021/914".into(),
            }]),
            ..told("payments", true)
        };
        About {
            asked: BTreeSet::new(),
            datasets: vec![whole, told("invoices", true), told("logs", false)],
            authorities: vec![("Example Authority".into(), "https://authority.example".into())],
        }
    }

    fn kept() -> Kept {
        let request = |outcome: &str, flag: Option<&str>| Request {
            reference: "HB-0000-0001".into(),
            right: "erasure".into(),
            received_at: "2026-10-01T10:00:00Z".into(),
            outcome: outcome.into(),
            flag: flag.map(|state| Flag {
                state: state.into(),
                rule: "access.normal".into(),
                raised_at: "2026-10-01T10:00:00Z".into(),
                closed_at: None,
            }),
        };
        Kept {
            requests: vec![request("fulfilled", None), request("open", Some("lapsed"))],
            restrictions: vec!["product_analytics".into()],
        }
    }

    fn opened(archive: Vec<u8>) -> zip::ZipArchive<Cursor<Vec<u8>>> {
        zip::ZipArchive::new(Cursor::new(archive)).unwrap()
    }

    fn files(archive: Vec<u8>) -> BTreeMap<String, String> {
        let mut zip = opened(archive);
        let mut files = BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            files.insert(file.name().unwrap().into_owned(), text);
        }
        files
    }

    #[test]
    fn the_archive_opens_and_the_manifest_fits_every_other_file() {
        let files = files(build(&contents()).unwrap());
        let names: Vec<_> = files.keys().map(String::as_str).collect();
        let expected =
            ["README.txt", "csv/chat-messages.csv", "data.json", "index.html", "manifest.json"];
        assert_eq!(names, expected);
        let manifest: Value = serde_json::from_str(&files["manifest.json"]).unwrap();
        let entries = manifest["files"].as_array().unwrap();
        assert_eq!(entries.len(), files.len() - 1);
        for entry in entries {
            let text = &files[entry["file"].as_str().unwrap()];
            assert_eq!(entry["sha256"], sha256(text.as_bytes()));
            assert_eq!(entry["size"], text.len());
        }
    }

    #[test]
    fn hashes_are_sha_256() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256(b""), empty);
    }

    #[test]
    fn equal_contents_give_equal_bytes() {
        assert_eq!(build(&contents()).unwrap(), build(&contents()).unwrap());
    }

    #[test]
    fn nothing_in_the_page_runs_or_loads_anything() {
        let page = &files(build(&contents()).unwrap())["index.html"];
        for markup in ["<script", "<img", "<i>", "<b>", "<note>", "\" onfocus", "src=\"", "http:"] {
            assert!(!page.contains(markup), "`{markup}` stands in the page as markup");
        }
        assert!(!page.contains('\0'));
        assert!(page.contains("&#60;script&#62;alert(1)&#60;/script&#62;"));
        assert!(page.contains("Example &#38; Sons"));
        assert_eq!(page.matches("<table>").count(), 1);
        assert_eq!(page.matches("</table>").count(), 1);
        assert_eq!(page.matches("scope=\"col\"").count(), 2);
        assert!(page.contains("<html lang=\"en\">") && page.contains("<caption>"));
    }

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay_numbers() {
        let csv = &files(build(&contents()).unwrap())["csv/chat-messages.csv"];
        assert!(csv.contains("\"'=HYPERLINK(\"\"https://example.org\"\")\""), "{csv}");
        assert!(csv.contains("\r\n-2,"), "{csv}");
    }

    #[test]
    fn the_data_hold_every_value_as_it_was() {
        let files = files(build(&contents()).unwrap());
        let data: Value = serde_json::from_str(&files["data.json"]).unwrap();
        let found = &data["systems"][0]["tables"][0];
        assert_eq!(found["rows"], json!(table("messages").rows));
        assert_eq!(found["columns"], json!(table("messages").columns));
        assert_eq!(data["objections"][0]["purpose"], "ai_training");
        for key in data.as_object().unwrap().keys() {
            assert!(files["README.txt"].contains(&format!("\n  {key} ")), "README lacks `{key}`");
        }
    }

    #[test]
    fn names_from_a_data_map_never_leave_their_folder_or_meet() {
        let mut contents = contents();
        let names = ["../../etc", "a b", "a_b", "A_B", "é", "ü", ""];
        contents.systems[0].tables = names.iter().map(|name| table(name)).collect();
        let files = files(build(&contents).unwrap());
        let csv: Vec<_> = files.keys().filter(|name| name.starts_with("csv/")).collect();
        assert_eq!(csv.len(), names.len());
        for name in csv {
            let safe = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
            let stem = name.strip_prefix("csv/").unwrap().strip_suffix(".csv").unwrap();
            assert!(stem.chars().all(safe), "{name}");
            assert!(files["index.html"].contains(&format!("<code>{name}</code>")));
        }
    }

    #[test]
    fn portability_names_the_data_before_the_page() {
        let before = |right: &str, one: &str, other: &str| {
            let text = readme::text(&Contents { right: right.into(), ..contents() });
            text.find(one).unwrap() < text.find(other).unwrap()
        };
        assert!(before("access", "\nindex.html", "\ndata.json"));
        assert!(before("portability", "\ndata.json", "\nindex.html"));
        assert!(before("portability", "\ncsv/", "\nindex.html"));
    }

    #[test]
    fn what_is_told_stands_before_the_data_and_what_is_not_stated_is_said_to_be() {
        let page = &files(build(&contents()).unwrap())["index.html"];
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("`{text}` is not there"));
        for told in [
            "To bill",
            "Host SAS",
            "Ten years",
            "Clauses 2021/914",
            "Example Authority",
            "HB-0000-0001",
        ] {
            assert!(at(told) < at("<table>"), "{told}");
        }
        assert_eq!(
            page.matches("Not stated").count(),
            6,
            "each fact of one dataset but its category"
        );
        assert!(page.contains("Nobody") && page.contains("The &#60;bank&#62;"));
    }

    #[test]
    fn what_is_told_is_there_for_programs_too() {
        let files = files(build(&contents()).unwrap());
        let data: Value = serde_json::from_str(&files["data.json"]).unwrap();
        let [whole, none, unstated] = [0, 1, 2].map(|at| &data["information"]["datasets"][at]);
        assert_eq!(whole["purposes"], json!([{"purpose": "To bill", "legal_basis": "6(1)(b)"}]));
        assert_eq!(whole["transfers"][0]["country"], "India");
        assert_eq!((&none["recipients"], &unstated["recipients"]), (&json!([]), &Value::Null));
        assert!(unstated.as_object().unwrap().contains_key("recipients"));
        assert_eq!(data["information"]["authorities"][0]["name"], "Example Authority");
        assert_eq!(data["requests"][1]["flag"]["state"], "lapsed");
        assert_eq!(data["restrictions"], json!(["product_analytics"]));
    }

    #[test]
    fn a_question_alone_is_answered_alone() {
        let mut contents = contents();
        contents.systems.clear();
        contents.kept = None;
        contents.about.as_mut().unwrap().asked = [Information::Recipients].into();
        let files = files(build(&contents).unwrap());
        let data: Value = serde_json::from_str(&files["data.json"]).unwrap();
        let keys: Vec<&String> =
            data["information"]["datasets"][0].as_object().unwrap().keys().collect();
        assert_eq!(keys, ["dataset", "recipients", "system", "title"]);
        let page = &files["index.html"];
        assert!(
            page.contains("Host SAS") && !page.contains("To bill") && !page.contains("Ten years")
        );
        assert!(!page.contains("<table>") && !page.contains("<nav"));
    }

    #[test]
    fn an_empty_table_says_that_nothing_was_found() {
        let mut contents = contents();
        contents.systems[0].tables[0].rows.clear();
        let files = files(build(&contents).unwrap());
        assert!(files["index.html"].contains("found nothing about you"));
        assert!(!files["index.html"].contains("<table>"));
        assert_eq!(files["csv/chat-messages.csv"].lines().count(), 1);
    }

    #[test]
    fn what_people_read_in_an_archive() {
        for (right, language) in [("access", Language::En), ("portability", Language::En)]
            .into_iter()
            .chain(Language::ALL.map(|language| ("access", language)))
        {
            let mut contents = contents();
            (contents.right, contents.language) = (right.into(), language);
            if right == "portability" {
                (contents.about, contents.kept) = (None, None);
            }
            contents.systems[0].tables.push(Table { rows: Vec::new(), ..table("likes") });
            let files = files(build(&contents).unwrap());
            let name = format!("{right}.{}", language.code());
            insta::assert_snapshot!(format!("page.{name}"), files["index.html"]);
            insta::assert_snapshot!(format!("readme.{name}"), files["README.txt"]);
        }
    }
}
