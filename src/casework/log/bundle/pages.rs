//! The files of a bundle.

use askama::Template;
use serde_json::{Value, json};

use crate::packaging::{self, Table};

use crate::casework::CaseworkError;
use crate::casework::log::bundle::{Bundle, File, Line};

const GUIDE: &str = include_str!("VERIFY.md");
/// Checks what is handed out, with Python alone.
pub(crate) const VERIFIER: &str = include_str!("verify.py");

#[derive(Template)]
#[template(path = "casework/log/bundle/index.html")]
struct Page<'b> {
    bundle: &'b Bundle,
    rows: Vec<Row<'b>>,
}

struct Row<'b> {
    line: &'b Line,
    content: String,
}

pub(super) fn files(bundle: &Bundle) -> Result<Vec<File>, CaseworkError> {
    let failed = |_| CaseworkError::Unmade("export");
    let rows = bundle.lines.iter().map(|line| Row { line, content: content(line) }).collect();
    let page = Page { bundle, rows }.render().map_err(|_| CaseworkError::Unmade("export"))?;
    let log = json!({
        "origin": bundle.origin, "exported_at": bundle.made_at, "verifier_keys": bundle.vkeys,
        "head": bundle.head.note, "entries": bundle.lines,
    });
    let log = serde_json::to_vec_pretty(&log).map_err(failed)?;
    let mut files = vec![
        text("VERIFY.md", GUIDE.to_owned()),
        text("index.html", page),
        File { name: "log.json".into(), bytes: log },
        text("log.csv", packaging::csv(&table(bundle))),
        text("verifier-keys.txt", bundle.vkeys.iter().map(|key| format!("{key}\n")).collect()),
        text("checkpoint", bundle.head.note.clone()),
        text(
            "consistency.txt",
            bundle.consistency.iter().map(|hash| format!("{hash}\n")).collect(),
        ),
        text("verify.py", VERIFIER.to_owned()),
    ];
    for head in &bundle.heads {
        files.push(text(&format!("checkpoints/{}.note", head.size), head.note.clone()));
    }
    for (index, proof) in &bundle.proofs {
        files.push(text(&format!("proofs/{index}.tlog-proof"), proof.clone()));
    }
    Ok(files)
}

/// A file of text.
pub(crate) fn text(name: &str, text: String) -> File {
    File { name: name.to_owned(), bytes: text.into_bytes() }
}

/// What an entry opens to, as it is shown.
pub(crate) fn content(line: &Line) -> String {
    match &line.payload {
        Some(payload) => payload.to_string(),
        None => "erased".to_owned(),
    }
}

fn table(bundle: &Bundle) -> Table {
    let row = |line: &Line| {
        vec![
            Value::from(line.index),
            line.time.clone().into(),
            line.kind.clone().into(),
            line.payload.as_ref().and_then(|p| p.get("reference")).cloned().unwrap_or(Value::Null),
            content(line).into(),
            line.leaf_hash.clone().into(),
        ]
    };
    Table {
        dataset: "log".into(),
        title: "log".into(),
        headings: Vec::new(),
        columns: ["index", "time", "kind", "reference", "content", "leaf_hash"]
            .map(str::to_owned)
            .to_vec(),
        rows: bundle.lines.iter().map(row).collect(),
        not_text: Vec::new(),
    }
}
