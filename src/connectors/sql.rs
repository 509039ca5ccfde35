//! Turns a dataset into statements: checks and quotes the names, and numbers the placeholders.

use super::{ConnectorError, Dataset, Erased, Erasure, How, Person, System, misconfigured};

/// The two dialects differ in how a parameter is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    /// A parameter of the type the statement expects there.
    fn any(self, number: usize) -> String {
        match self {
            Self::Sqlite => format!("?{number}"),
            Self::Postgres => format!("${number}"),
        }
    }

    /// A parameter that is text.
    fn text(self, number: usize) -> String {
        match self {
            Self::Sqlite => format!("?{number}"),
            Self::Postgres => format!("${number}::text"),
        }
    }

    fn differs(self) -> &'static str {
        match self {
            Self::Sqlite => "IS NOT",
            Self::Postgres => "IS DISTINCT FROM",
        }
    }
}

/// The person's rows of one table: a quoted table name, a condition, and the values of its parameters.
pub(super) struct Rows {
    pub table: String,
    condition: String,
    pub values: Vec<String>,
    dialect: Dialect,
}

/// A statement and the values of its parameters.
pub(super) struct Statement {
    pub sql: String,
    pub values: Vec<String>,
}

impl Rows {
    /// `None` when the condition asks for something the person does not have: then no row is theirs.
    pub(super) fn of(
        dialect: Dialect,
        system: &System,
        dataset: &Dataset,
        person: &Person,
    ) -> Result<Option<Self>, ConnectorError> {
        let fault = |what: &str| misconfigured(system, format!("dataset `{}`: {what}", dataset.id));
        let table = quoted_table(&dataset.table)
            .ok_or_else(|| fault("`table` must be a plain name or `schema.table`"))?;
        let mut rows = Self { table, condition: String::new(), values: Vec::new(), dialect };
        let mut used: Vec<&str> = Vec::new();
        let mut complete = true;
        for piece in pieces(&dataset.matches).map_err(&fault)? {
            let name = match piece {
                Piece::Sql(text) => {
                    rows.condition.push_str(text);
                    continue;
                }
                Piece::Placeholder(name) => name,
            };
            let value = match name {
                "account" => person.account.as_deref(),
                "email" => person.email.as_deref(),
                _ => return Err(fault("`matches` knows only `:account` and `:email`")),
            };
            let number = used.iter().position(|other| *other == name).unwrap_or_else(|| {
                used.push(name);
                used.len() - 1
            });
            rows.condition.push_str(&dialect.text(number + 1));
            // An empty identifier would match everybody whose column is empty; a NUL is in no column.
            match value.filter(|value| !value.trim().is_empty() && !value.contains('\0')) {
                Some(value) if number == rows.values.len() => rows.values.push(value.to_owned()),
                Some(_) => {}
                None => complete = false,
            }
        }
        if used.is_empty() {
            return Err(fault("`matches` names nobody; use `:account` or `:email` in it"));
        }
        Ok(complete.then_some(rows))
    }

    pub(super) fn select(&self, columns: &str, order: &str) -> Statement {
        self.statement(
            format!("SELECT {columns} FROM {} WHERE ({})", self.table, self.condition),
            order,
        )
    }

    pub(super) fn count(&self) -> Statement {
        self.select("count(*)", "")
    }

    pub(super) fn delete(&self) -> Statement {
        self.statement(format!("DELETE FROM {} WHERE ({})", self.table, self.condition), "")
    }

    /// Gives the columns, already quoted, their new values.
    pub(super) fn overwrite(&self, new: &[(String, String)]) -> Statement {
        let set = self.each(new, |column, parameter| format!("{column} = {parameter}")).join(", ");
        let sql = format!("UPDATE {} SET {set} WHERE ({})", self.table, self.condition);
        self.with(sql, new)
    }

    /// Counts the rows in which a column, already quoted, does not have its new value.
    pub(super) fn count_differing(&self, new: &[(String, String)]) -> Statement {
        let differs = self.dialect.differs();
        let any = self.each(new, |column, parameter| format!("{column} {differs} {parameter}"));
        let sql = format!(
            "SELECT count(*) FROM {} WHERE ({}) AND ({})",
            self.table,
            self.condition,
            any.join(" OR ")
        );
        self.with(sql, new)
    }

    fn each(&self, new: &[(String, String)], write: impl Fn(&str, &str) -> String) -> Vec<String> {
        let first = self.values.len() + 1;
        let numbered = new.iter().zip(first..);
        numbered.map(|((column, _), number)| write(column, &self.dialect.any(number))).collect()
    }

    fn with(&self, sql: String, new: &[(String, String)]) -> Statement {
        let mut statement = self.statement(sql, "");
        statement.values.extend(new.iter().map(|(_, value)| value.clone()));
        statement
    }

    fn statement(&self, sql: String, order: &str) -> Statement {
        let sql = if order.is_empty() { sql } else { format!("{sql} ORDER BY {order}") };
        Statement { sql, values: self.values.clone() }
    }
}

/// One step of an erasure, checked.
pub(super) struct Step<'a> {
    pub erasure: &'a Erasure,
    pub rows: Rows,
    new: Vec<(String, String)>,
}

impl Step<'_> {
    pub(super) fn deletes(&self) -> bool {
        matches!(self.erasure.how, How::Delete)
    }

    /// What the step does; nothing when it keeps.
    pub(super) fn action(&self) -> Option<Statement> {
        match self.erasure.how {
            How::Delete => Some(self.rows.delete()),
            How::Overwrite(_) => Some(self.rows.overwrite(&self.new)),
            How::Keep => None,
        }
    }

    /// Counts what must be gone afterwards; nothing when the step keeps.
    pub(super) fn rest(&self) -> Option<Statement> {
        match self.erasure.how {
            How::Delete => Some(self.rows.count()),
            How::Overwrite(_) => Some(self.rows.count_differing(&self.new)),
            How::Keep => None,
        }
    }

    /// The report of a step that concerned this many rows and left none of what was to go.
    pub(super) fn done(&self, rows: u64) -> Erased {
        let rows_left = if matches!(self.erasure.how, How::Keep) { rows } else { 0 };
        Erased { dataset: self.erasure.dataset.id.clone(), rows, rows_left }
    }

    /// An earlier step hid rows of this one: they would stay behind, and no condition would find them again.
    pub(super) fn out_of_order(&self, system: &System) -> ConnectorError {
        let id = &self.erasure.dataset.id;
        let what = format!(
            "an earlier dataset hides rows of `{id}`; list `{id}` before the tables its `matches` reads"
        );
        misconfigured(system, what)
    }
}

/// One entry for each erasure; `None` where the person can have no row.
pub(super) fn steps<'a>(
    dialect: Dialect,
    system: &System,
    person: &Person,
    erasures: &'a [Erasure],
) -> Result<Vec<Option<Step<'a>>>, ConnectorError> {
    let step = |erasure: &'a Erasure| {
        let new = new_values(system, erasure)?;
        let rows = Rows::of(dialect, system, &erasure.dataset, person)?;
        Ok(rows.map(|rows| Step { erasure, rows, new }))
    };
    erasures.iter().map(step).collect()
}

/// The reports in the order of the erasures; `rows` has an entry for each step there was.
pub(super) fn reports(erasures: &[Erasure], steps: &[Option<Step>], rows: Vec<u64>) -> Vec<Erased> {
    let mut rows = rows.into_iter();
    let report = |(erasure, step): (&Erasure, &Option<Step>)| match step {
        Some(step) => step.done(rows.next().unwrap_or_default()),
        None => Erased { dataset: erasure.dataset.id.clone(), rows: 0, rows_left: 0 },
    };
    erasures.iter().zip(steps).map(report).collect()
}

/// The columns to overwrite, quoted, with their new values; nothing for the other ways.
fn new_values(system: &System, erasure: &Erasure) -> Result<Vec<(String, String)>, ConnectorError> {
    let How::Overwrite(values) = &erasure.how else { return Ok(Vec::new()) };
    let id = &erasure.dataset.id;
    if values.is_empty() {
        let what = format!("dataset `{id}`: name at least one column to overwrite");
        return Err(misconfigured(system, what));
    }
    let quoted = values.iter().map(|(column, value)| Some((quoted_name(column)?, value.clone())));
    quoted.collect::<Option<_>>().ok_or_else(|| {
        let what = format!("dataset `{id}`: a column to overwrite must be a plain name");
        misconfigured(system, what)
    })
}

/// The columns a dataset names, checked; empty when it wants all of them.
pub(super) fn named_columns(
    system: &System,
    dataset: &Dataset,
) -> Result<Vec<String>, ConnectorError> {
    if dataset.columns.iter().all(|column| is_name(column)) {
        return Ok(dataset.columns.clone());
    }
    Err(misconfigured(system, format!("dataset `{}`: a column must be a plain name", dataset.id)))
}

/// `ORDER BY` of a dataset: what it asks for, then `all`, so that equal rows never swap.
pub(super) fn order(
    system: &System,
    dataset: &Dataset,
    all: &str,
) -> Result<String, ConnectorError> {
    let Some(wanted) = &dataset.order_by else { return Ok(all.to_owned()) };
    let terms: Option<Vec<String>> = wanted.split(',').map(order_term).collect();
    let terms = terms.ok_or_else(|| {
        let what = "`order_by` must list plain column names, each with `asc` or `desc` if wanted";
        misconfigured(system, format!("dataset `{}`: {what}", dataset.id))
    })?;
    Ok(format!("{}, {all}", terms.join(", ")))
}

fn order_term(term: &str) -> Option<String> {
    let mut words = term.split_whitespace();
    let column = quoted_name(words.next()?)?;
    let direction = match words.next() {
        None => "",
        Some(word) if word.eq_ignore_ascii_case("asc") => " ASC",
        Some(word) if word.eq_ignore_ascii_case("desc") => " DESC",
        Some(_) => return None,
    };
    words.next().is_none().then(|| format!("{column}{direction}"))
}

fn quoted_table(table: &str) -> Option<String> {
    match table.split_once('.') {
        Some((schema, name)) => Some(format!("{}.{}", quoted_name(schema)?, quoted_name(name)?)),
        None => quoted_name(table),
    }
}

fn quoted_name(name: &str) -> Option<String> {
    is_name(name).then(|| quoted(name))
}

/// Quotes a name that the database itself gave us.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn is_name(name: &str) -> bool {
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    // 63 bytes is where PostgreSQL cuts a name off.
    begins && name.len() <= 63 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

enum Piece<'a> {
    Sql(&'a str),
    Placeholder(&'a str),
}

/// Cuts a condition at its placeholders, leaving quoted text and `::` casts alone.
fn pieces(condition: &str) -> Result<Vec<Piece<'_>>, &'static str> {
    let mut pieces = Vec::new();
    let mut rest = condition;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' | '"' => {
                let inside = rest.get(1..).unwrap_or_default();
                inside.find(first).ok_or("`matches` has a quote that does not end")? + 2
            }
            ':' if rest.starts_with("::") => 2,
            ':' => {
                let name = word(rest.get(1..).unwrap_or_default());
                if name.is_empty() {
                    return Err("`matches` knows only `:account` and `:email`");
                }
                pieces.push(Piece::Placeholder(name));
                rest = rest.get(1 + name.len()..).unwrap_or_default();
                continue;
            }
            ';' | '$' => return Err("`matches` must be one condition without `;` or `$`"),
            _ if rest.starts_with("--") || rest.starts_with("/*") => {
                return Err("`matches` must not hold a comment");
            }
            _ => first.len_utf8(),
        };
        let (sql, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        pieces.push(Piece::Sql(sql));
        rest = after;
    }
    Ok(pieces)
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn system() -> System {
        System { id: "shop".into(), url: "sqlite://shop.db".into() }
    }

    fn dataset(matches: &str) -> Dataset {
        Dataset {
            id: "d".into(),
            title: "D".into(),
            table: "main.users".into(),
            columns: Vec::new(),
            matches: matches.into(),
            order_by: None,
        }
    }

    fn rows(dialect: Dialect, matches: &str) -> Result<Option<Rows>, ConnectorError> {
        let person = Person { account: Some("a1".into()), email: Some("a@x".into()) };
        Rows::of(dialect, &system(), &dataset(matches), &person)
    }

    #[test]
    fn a_placeholder_becomes_a_numbered_parameter_and_may_repeat() {
        let found = rows(Dialect::Postgres, "a = :email OR b = :account OR c = :email").unwrap();
        let count = found.unwrap().count();
        assert_eq!(
            count.sql,
            "SELECT count(*) FROM \"main\".\"users\" WHERE (a = $1::text OR b = $2::text OR c = $1::text)"
        );
        assert_eq!(count.values, ["a@x", "a1"]);
    }

    #[test]
    fn quoted_text_and_casts_are_left_alone() {
        let sql = "n = ':email' AND \"a:b\" = 'it''s' AND id::text = :account";
        let count = rows(Dialect::Sqlite, sql).unwrap().unwrap().count();
        assert!(count.sql.ends_with("(n = ':email' AND \"a:b\" = 'it''s' AND id::text = ?1)"));
        assert_eq!(count.values, ["a1"]);
    }

    #[test]
    fn a_condition_that_names_nobody_or_ends_the_statement_is_refused() {
        for bad in ["1 = 1", "a = ':account'", "a = :other", "a = :account; DROP TABLE x", "a = ?1"]
        {
            let refused = rows(Dialect::Sqlite, bad).err().unwrap();
            assert!(matches!(refused, ConnectorError::Misconfigured { .. }), "{bad}");
        }
        for bad in ["a = :account -- x", "a = :account /* x", "a = 'b OR c = :account"] {
            assert!(rows(Dialect::Postgres, bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_person_without_the_value_has_no_rows() {
        for account in [None, Some(String::new()), Some(" ".into()), Some("a\0b".into())] {
            let person = Person { account, email: Some("a@x".into()) };
            let d = dataset("email = :email OR id = :account");
            assert!(Rows::of(Dialect::Sqlite, &system(), &d, &person).unwrap().is_none());
        }
    }

    #[test]
    fn names_are_plain_or_refused() {
        for bad in ["", "a b", "a\"b", "a;b", "1a", "a.b.c", "é", ".a", "a."] {
            assert_eq!(quoted_table(bad), None, "{bad}");
        }
        assert_eq!(order_term(" sent_at DESC ").unwrap(), "\"sent_at\" DESC");
        assert_eq!(order_term("sent_at desc nulls"), None);
        assert_eq!(order_term("random()"), None);
    }
}
