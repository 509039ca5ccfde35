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
        Value::Null | Value::Bool(_) | Value::Number(_) => text(value),
        Value::String(_) | Value::Array(_) | Value::Object(_) => guarded(&text(value)),
    }
}

/// Spreadsheets run a text that begins like a formula, quoted or not; an apostrophe makes it text again. Where the comma is
/// for decimals they cut lines at `;`, with no regard for quotes inside a line: what follows a `;`, a tab or a line end may
/// become the beginning of a cell as well.
fn guarded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    if text.starts_with(['\t', '\r', '\n']) {
        out.push('\'');
    }
    let mut may_begin = true;
    for c in text.chars() {
        if may_begin
            && matches!(
                c,
                '=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}'
            )
        {
            out.push('\'');
        }
        out.push(c);
        let cuts = matches!(c, ';' | '\t' | '\r' | '\n');
        // Blanks and quotes are dropped from the beginning of a cell.
        may_begin = cuts || may_begin && (c == '"' || c.is_whitespace());
    }
    out
}

// RFC 4180, 2(6) and (7); and whatever else a program may take for the end of a cell.
fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', ';', '\t', '\r', '\n']) {
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
            headings: vec!["c".into()],
            rows: vec![vec![value]],
            not_text: Vec::new(),
        };
        let text = super::table(&table);
        text.strip_prefix("c\r\n").unwrap().strip_suffix("\r\n").unwrap().to_owned()
    }

    #[test]
    fn text_that_looks_like_a_formula_gets_an_apostrophe() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\u{ff1d}1+1"] {
            assert_eq!(one(json!(text)), format!("'{text}"));
        }
        assert_eq!(one(json!("\tx")), "\"'\tx\"");
        assert_eq!(one(json!(" =1+1")), " '=1+1");
        assert_eq!(one(json!("\rx")), "\"'\rx\"");
        assert_eq!(one(json!("=HYPERLINK(\"a\",\"b\")")), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
    }

    #[test]
    fn a_formula_behind_anything_that_may_cut_a_line_gets_one_too() {
        for (text, cell) in [
            ("hello;=1+1", "\"hello;'=1+1\""),
            ("hello; -1", "\"hello; '-1\""),
            ("a\t=1+1", "\"a\t'=1+1\""),
            ("x\n=1+1", "\"x\n'=1+1\""),
            ("\n=1+1", "\"'\n'=1+1\""),
            ("a;\"=1+1", "\"a;\"\"'=1+1\""),
            ("a;b=1", "\"a;b=1\""),
            ("1+1=2", "1+1=2"),
        ] {
            assert_eq!(one(json!(text)), cell);
        }
        assert_eq!(one(json!(["a;=1"])), "\"[\"\"a;'=1\"\"]\"");
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
