//! RFC 4180, UTF-8, and no cell that a spreadsheet takes for a formula.

use serde_json::Value;

use super::Table;

pub(super) fn table(table: &Table) -> String {
    let mut out = line(table.columns.iter().map(|name| guarded(name)));
    for row in &table.rows {
        out.push_str(&line(row.iter().map(cell)));
    }
    out
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let mut line = cells.map(|cell| quoted(&cell)).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

fn cell(value: &Value) -> String {
    match value {
        Value::String(text) => guarded(text),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            super::text(value)
        }
    }
}

fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
