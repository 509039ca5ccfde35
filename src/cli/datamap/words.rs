//! What was found, in words: where, what, and what to do.

use crate::connectors::inspect::{Does, Finding, What};

/// Something found, ready to be said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::cli) struct Said {
    pub system: Option<String>,
    pub dataset: Option<String>,
    pub table: Option<String>,
    pub column: Option<String>,
    /// For programs.
    pub code: &'static str,
    /// Worth knowing, and nothing to be done.
    pub is_remark: bool,
    pub what: String,
}

impl Said {
    /// About the map as a whole.
    pub(in crate::cli) fn of_map(code: &'static str, what: String) -> Self {
        Self {
            system: None,
            dataset: None,
            table: None,
            column: None,
            code,
            is_remark: false,
            what,
        }
    }

    /// One line.
    pub(in crate::cli) fn line(&self) -> String {
        let place: Vec<&str> =
            self.system.iter().chain(&self.dataset).map(String::as_str).collect();
        let place = if place.is_empty() { String::new() } else { format!("{}: ", place.join(".")) };
        let kind = if self.is_remark { "to know" } else { "to mend" };
        format!("{kind}: {place}{}", self.what)
    }

    /// The same for programs.
    pub(in crate::cli) fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "system": self.system, "dataset": self.dataset, "table": self.table, "column": self.column,
            "code": self.code, "remark": self.is_remark, "what": self.what,
        })
    }
}

/// A finding of a connector.
pub(super) fn of_finding(system: &str, finding: &Finding) -> Said {
    let table = finding.table.as_deref().unwrap_or("a directory");
    let place = match &finding.column {
        Some(column) => format!("`{table}.{column}`"),
        None => format!("`{table}`"),
    };
    Said {
        system: Some(system.to_owned()),
        dataset: finding.dataset.clone().map(String::from),
        table: finding.table.clone(),
        column: finding.column.clone(),
        code: code(&finding.what),
        is_remark: finding.what.is_remark(),
        what: sentence(&finding.what, &place),
    }
}

/// What programs call it.
fn code(what: &What) -> &'static str {
    match what {
        What::Unfit(_) => "unfit",
        What::NoTable => "no_table",
        What::NoColumn => "no_column",
        What::OutOfOrder { .. } => "order",
        What::Juggles { .. } => "type",
        What::Folds { .. } => "collation",
        What::Slow { .. } => "index",
        What::RowByRow => "row_by_row",
        What::Beside { .. } => "beside",
        What::Blocked { .. } => "blocked",
        What::Opaque { .. } => "opaque",
        What::NotNull => "not_null",
        What::OneForAll => "unique",
        What::Personal => "personal",
        What::MaybePersonal => "perhaps_personal",
        What::Stays => "stays",
        What::FindsNobodys { .. } => "finds_nobodys",
    }
}

fn sentence(what: &What, place: &str) -> String {
    match what {
        What::Unfit(said) => said.clone(),
        What::NoTable => format!("there is no {place}; correct `table`, or the login's rights"),
        What::NoColumn => format!("there is no {place}; correct the data map"),
        What::OutOfOrder { earlier } => format!(
            "`{earlier}` is erased before it, and {place} is found by its rows; list it before `{earlier}`"
        ),
        What::Juggles { kind } => format!(
            "{place} is {kind}, which turns what is written into another value: such an account is not found; keep accounts as text or whole numbers"
        ),
        What::Folds { by } => format!(
            "{place} takes several writings for one ({by}); an account is compared as it is written, so another writing of it is not found"
        ),
        What::Slow { index } => slow(index, place),
        What::RowByRow => format!(
            "every row of {place} is read for one person: SQLite has no index on how addresses are compared; where that takes too long, match by `:account`"
        ),
        What::Beside { by, does, reaches, kept } => {
            let (does, then) = (did(*does), instead(kept.as_deref()));
            format!("erasing in {place} would also {does} rows of `{reaches}` by {by}, {then}")
        }
        What::Blocked { by } => format!(
            "rows of `{by}` refer to those of {place} and stay, so the database refuses to erase these; map `{by}` before it, or empty the column that refers"
        ),
        What::Opaque { trigger } => format!(
            "what the trigger `{trigger}` of {place} does cannot be read; if it changes other rows, an erasure is taken back"
        ),
        What::NotNull => {
            format!("{place} must not be empty; write a value instead of `null = true`")
        }
        What::OneForAll => format!(
            "{place} must be unique, so its constant is made another one for each row; `{{ each = \"erased-{{}}\" }}` says how"
        ),
        What::Personal => format!(
            "{place} looks personal and is in no dataset; map it, or name its table in `side_effects` if it only follows another one"
        ),
        What::MaybePersonal => format!("{place} may be personal and is in no dataset"),
        What::Stays => format!(
            "{place} looks personal and stays when its row is overwritten; name it in `set`"
        ),
        What::FindsNobodys { rows } => format!(
            "an identifier that exists nowhere finds {rows} rows; the condition must find one person's alone"
        ),
    }
}

fn slow(index: &[String], place: &str) -> String {
    let all = format!("every row of {place} is read for one person");
    match index {
        [] => format!("{all}; give it an index on what `matches` compares"),
        index => format!("{all}; this would help: {}", index.join("; ")),
    }
}

fn did(does: Does) -> &'static str {
    match does {
        Does::Add => "add",
        Does::Change => "change",
        Does::Delete => "delete",
    }
}

fn instead(kept: Option<&str>) -> String {
    match kept {
        Some(dataset) => format!("which `{dataset}` keeps; change the cascade or the trigger"),
        None => "and is taken back for that; map these rows, change the cascade or the trigger, or name the table in `side_effects`".to_owned(),
    }
}
