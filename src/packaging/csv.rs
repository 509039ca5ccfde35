//! One table for a spreadsheet: RFC 4180, UTF-8, and no cell that is taken for a formula.

use serde_json::Value;

use super::{Table, text};

/// The names of the columns, then the rows; every line ends with CR LF.
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

/// Only text is guarded: `-2` as a number stays a number.
fn cell(value: &Value) -> String {
    match value {
        Value::String(text) => guarded(text),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            text(value)
        }
    }
}

/// Spreadsheets run a text that begins like this, quoted or not; the apostrophe makes it text again.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

// RFC 4180, 2(6) and (7).
fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn one(value: Value) -> String {
        let table = Table {
            dataset: "d".into(),
            title: "D".into(),
            columns: vec!["c".into()],
            rows: vec![vec![value]],
            not_text: Vec::new(),
        };
        let text = super::table(&table);
        text.strip_prefix("c\r\n").unwrap().strip_suffix("\r\n").unwrap().to_owned()
    }

    #[test]
    fn text_that_looks_like_a_formula_gets_an_apostrophe() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"] {
            assert_eq!(one(json!(text)), format!("'{text}"));
        }
        assert_eq!(one(json!("\rx")), "\"'\rx\"");
        assert_eq!(one(json!("=HYPERLINK(\"a\",\"b\")")), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
    }

    #[test]
    fn numbers_stay_as_they_are() {
        assert_eq!(one(json!(-2)), "-2");
        assert_eq!(one(json!(-0.5)), "-0.5");
        assert_eq!(one(json!(true)), "true");
        assert_eq!(one(Value::Null), "");
    }

    #[test]
    fn commas_quotes_and_line_ends_are_quoted() {
        assert_eq!(one(json!("a,b")), "\"a,b\"");
        assert_eq!(one(json!("say \"x\"")), "\"say \"\"x\"\"\"");
        assert_eq!(one(json!("one\ntwo")), "\"one\ntwo\"");
        assert_eq!(one(json!("plain é")), "plain é");
    }
}
