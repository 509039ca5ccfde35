//! Turns a dataset into statements: checks and quotes the names, numbers the placeholders, and compares identifiers so that
//! two different ones never reach the same row.

use std::collections::BTreeMap;

use crate::domain::address;
use crate::domain::identity::LocalPart;
use crate::domain::matching::{Condition, Identifier, NewValue, Piece};

use super::{ConnectorError, Dataset, Erased, Erasure, How, Lookup, Person, System, misconfigured};

/// The two dialects.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Sqlite,
    Postgres,
}

/// The function that gives a SQLite value as the text that an identifier is compared with.
pub(super) const TEXT: &str = "habeas_text";
/// The function that gives an address in the form in which addresses are compared.
pub(super) const ADDRESS: &str = "habeas_address";

/// A bound value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Value {
    /// Text.
    Text(String),
    /// A list of texts; PostgreSQL alone has such a type.
    Texts(Vec<String>),
    /// A whole number, for columns that hold numbers.
    Whole(i64),
}

/// The person's rows of one table: a quoted table name, a condition, and the values of its parameters.
#[derive(Clone)]
pub(super) struct Rows {
    pub table: String,
    condition: String,
    /// PostgreSQL: the same, without the comparison that an index can serve. It fits columns of every type.
    plain: Option<String>,
    pub values: Vec<Value>,
    dialect: Dialect,
}

/// A statement and the values of its parameters.
pub(super) struct Statement {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Rows {
    /// `None` when there is no identifier that any alternative asks for: then no row is theirs.
    pub(super) fn of(
        dialect: Dialect,
        system: &System,
        lookup: &Lookup,
    ) -> Result<Option<Self>, ConnectorError> {
        let Lookup { dataset, person } = lookup;
        let table = quoted_table(&dataset.table).ok_or_else(|| {
            let what = "`table` must be a plain name or `schema.table`";
            misconfigured(system, format!("dataset `{}`: {what}", dataset.id))
        })?;
        let mut writer = Writer { dialect, person, values: Vec::new(), is_quick: true };
        let usable: Vec<&Condition> =
            dataset.matches.iter().filter(|condition| writer.can_bind(condition)).collect();
        if usable.is_empty() {
            return Ok(None);
        }
        let condition = writer.alternatives(&usable);
        let plain = (dialect == Dialect::Postgres).then(|| {
            let mut plain = Writer { values: Vec::new(), is_quick: false, ..writer.clone() };
            plain.alternatives(&usable)
        });
        Ok(Some(Self { table, condition, plain, values: writer.values, dialect }))
    }

    /// The same rows, found without the help of an index.
    pub(super) fn plain(mut self) -> Self {
        if let Some(plain) = self.plain.take() {
            self.condition = plain;
        }
        self
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
    fn overwrite(&self, new: &[(String, NewValue)]) -> Statement {
        let mut statement = self.statement(String::new(), "");
        let set: Vec<String> = new
            .iter()
            .map(|(column, value)| {
                format!("{column} = {}", written(self.dialect, value, &mut statement.values))
            })
            .collect();
        statement.sql =
            format!("UPDATE {} SET {} WHERE ({})", self.table, set.join(", "), self.condition);
        statement
    }

    /// Counts the rows in which a column, already quoted, does not have its new value.
    fn count_differing(&self, new: &[(String, NewValue)]) -> Statement {
        let mut statement = self.statement(String::new(), "");
        let any: Vec<String> = new
            .iter()
            .map(|(column, value)| differs(self.dialect, column, value, &mut statement.values))
            .collect();
        statement.sql = format!(
            "SELECT count(*) FROM {} WHERE ({}) AND ({})",
            self.table,
            self.condition,
            any.join(" OR ")
        );
        statement
    }

    fn statement(&self, sql: String, order: &str) -> Statement {
        let sql = if order.is_empty() { sql } else { format!("{sql} ORDER BY {order}") };
        Statement { sql, values: self.values.clone() }
    }
}

/// Counts the rows of one table that any of these lookups finds: each row once.
pub(super) fn count_any(dialect: Dialect, table: &str, lookups: &[&Lookup]) -> Statement {
    let mut values = Vec::new();
    let mut any = Vec::new();
    for lookup in lookups {
        let mut writer = Writer { dialect, person: &lookup.person, values, is_quick: false };
        let conditions = lookup.dataset.matches.iter();
        let usable: Vec<&Condition> = conditions.filter(|one| writer.can_bind(one)).collect();
        any.push(format!("({})", writer.alternatives(&usable)));
        values = writer.values;
    }
    Statement { sql: format!("SELECT count(*) FROM {table} WHERE {}", any.join(" OR ")), values }
}

/// What counts the rows that a step changes, and what of these an earlier step has told already. A row goes once, however many
/// datasets know it; one that has its new values is not overwritten again.
pub(super) fn concerned(
    dialect: Dialect,
    steps: &[&Step<'_>],
    at: usize,
) -> Option<(Statement, Option<Statement>)> {
    let step = steps.get(at)?;
    if !step.deletes() {
        return step.rest().map(|rest| (rest, None));
    }
    let table = &step.rows.table;
    let same = steps.iter().take(at).filter(|s| s.deletes() && s.rows.table == *table);
    let mut lookups: Vec<&Lookup> = same.map(|s| &s.erasure.lookup).collect();
    if lookups.is_empty() {
        return None;
    }
    let earlier = count_any(dialect, table, &lookups);
    lookups.push(&step.erasure.lookup);
    Some((count_any(dialect, table, &lookups), Some(earlier)))
}

/// A query of a directory, with the address bound.
pub(super) fn directory(
    dialect: Dialect,
    query: &Condition,
    address: &str,
    local_part: LocalPart,
) -> Option<Statement> {
    let person = Person { accounts: Vec::new(), addresses: vec![address.to_owned()], local_part };
    let mut writer = Writer { dialect, person: &person, values: Vec::new(), is_quick: false };
    writer.can_bind(query).then(|| {
        let sql = writer.condition(query);
        Statement { sql, values: writer.values }
    })
}

#[derive(Clone)]
struct Writer<'p> {
    dialect: Dialect,
    person: &'p Person,
    values: Vec<Value>,
    is_quick: bool,
}

impl Writer<'_> {
    fn can_bind(&self, condition: &Condition) -> bool {
        (!condition.needs(Identifier::Account) || !self.accounts().is_empty())
            && (!condition.needs(Identifier::Email) || !self.addresses().is_empty())
    }

    // An empty identifier would match everybody whose column is empty; a NUL is in no column.
    fn accounts(&self) -> Vec<String> {
        let is_one = |value: &&String| !value.trim().is_empty() && !value.contains('\0');
        self.person.accounts.iter().filter(is_one).cloned().collect()
    }

    /// Every form in which a database may hold the addresses, but for what the comparison itself folds.
    fn addresses(&self) -> Vec<String> {
        let form = match self.person.local_part {
            LocalPart::Folded => address::normal,
            LocalPart::Exact => address::exact,
        };
        let known = self.person.addresses.iter().filter_map(|written| form(written));
        let mut all: Vec<String> = known
            .flat_map(|form| {
                // SQLite's function knows both forms of a domain; PostgreSQL compares with each.
                let other = (self.dialect == Dialect::Postgres)
                    .then(|| address::unicode_domain(&form))
                    .flatten();
                std::iter::once(form).chain(other)
            })
            .collect();
        all.sort();
        all.dedup();
        all
    }

    fn alternatives(&mut self, usable: &[&Condition]) -> String {
        let each: Vec<String> =
            usable.iter().map(|condition| format!("({})", self.condition(condition))).collect();
        each.join(" OR ")
    }

    fn condition(&mut self, condition: &Condition) -> String {
        let mut sql = String::new();
        for piece in condition.pieces() {
            match piece {
                Piece::Sql(text) => sql.push_str(text),
                Piece::Equals { operand, with: Identifier::Account } => {
                    sql.push_str(&self.account(operand));
                }
                Piece::Equals { operand, with: Identifier::Email } => {
                    sql.push_str(&self.address(operand));
                }
            }
        }
        sql
    }

    fn account(&mut self, operand: &str) -> String {
        let accounts = self.accounts();
        match self.dialect {
            // The first part can use an index, and finds too much where a column has a number's or another text's notion of
            // equal; the second is exact.
            Dialect::Sqlite => {
                let mut quick = Vec::new();
                let mut exact = Vec::new();
                for account in accounts {
                    if let Some(whole) = whole(&account) {
                        quick.push(format!("{operand} = {}", self.bind(Value::Whole(whole))));
                    }
                    let text = self.bind(Value::Text(account));
                    quick.push(format!("{operand} = {text} COLLATE BINARY"));
                    exact.push(text);
                }
                let (quick, exact) = (quick.join(" OR "), exact.join(", "));
                format!("(({quick}) AND {TEXT}({operand}) IN ({exact}))")
            }
            Dialect::Postgres => {
                let list = format!("{}::text[]", self.bind(Value::Texts(accounts)));
                let exact = format!("({operand})::text COLLATE \"C\" = ANY({list})");
                if self.is_quick {
                    format!("({operand} = ANY({list}) AND {exact})")
                } else {
                    format!("({exact})")
                }
            }
        }
    }

    fn address(&mut self, operand: &str) -> String {
        let addresses = self.addresses();
        match self.dialect {
            Dialect::Sqlite => {
                let exact = u8::from(self.person.local_part == LocalPart::Exact);
                let bound = addresses.into_iter().map(|form| self.bind(Value::Text(form)));
                let list = bound.collect::<Vec<_>>().join(", ");
                format!("({ADDRESS}({operand}, {exact}) IN ({list}))")
            }
            Dialect::Postgres => {
                let list = format!("{}::text[]", self.bind(Value::Texts(addresses)));
                let text = format!("normalize(btrim(({operand})::text), NFC)");
                let form = match self.person.local_part {
                    LocalPart::Folded => format!("lower({text})"),
                    LocalPart::Exact => format!(
                        "(substring({text} from '^(.*)@[^@]*$') || '@' || lower(substring({text} from '@([^@]*)$')))"
                    ),
                };
                format!("({form} COLLATE \"C\" = ANY({list}))")
            }
        }
    }

    fn bind(&mut self, value: Value) -> String {
        let at = self.values.iter().position(|known| *known == value).unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        });
        parameter(self.dialect, at + 1)
    }
}

fn parameter(dialect: Dialect, number: usize) -> String {
    match dialect {
        Dialect::Sqlite => format!("?{number}"),
        Dialect::Postgres => format!("${number}"),
    }
}

/// The number that this text is, if it is the one way to write it.
fn whole(text: &str) -> Option<i64> {
    text.parse::<i64>().ok().filter(|number| number.to_string() == text)
}

/// The SQL of a new value.
fn written(dialect: Dialect, value: &NewValue, values: &mut Vec<Value>) -> String {
    let mut bind = |text: &str| {
        values.push(Value::Text(text.to_owned()));
        parameter(dialect, values.len())
    };
    match (value, dialect) {
        (NewValue::Null, _) => "NULL".into(),
        (NewValue::Same(text), _) => bind(text),
        (NewValue::Each(text), Dialect::Sqlite) => {
            format!("replace({}, '{{}}', lower(hex(randomblob(16))))", bind(text))
        }
        (NewValue::Each(text), Dialect::Postgres) => {
            let chance = "replace(gen_random_uuid()::text, '-', '')";
            format!("replace({}::text, '{{}}', {chance})", bind(text))
        }
    }
}

/// The SQL that is true where a column does not have its new value.
fn differs(dialect: Dialect, column: &str, value: &NewValue, values: &mut Vec<Value>) -> String {
    let mut bind = |text: &str| {
        values.push(Value::Text(text.to_owned()));
        parameter(dialect, values.len())
    };
    match value {
        NewValue::Null => format!("{column} IS NOT NULL"),
        NewValue::Same(text) => {
            let same = bind(text);
            let same = match dialect {
                Dialect::Sqlite => format!("{column} IS NOT {same}"),
                Dialect::Postgres => format!("{column} IS DISTINCT FROM {same}"),
            };
            let each = differs(dialect, column, &NewValue::Each(unique(text)), values);
            format!("({same} AND ({each}))")
        }
        NewValue::Each(text) => {
            let (begin, end) = text.split_once("{}").unwrap_or((text, ""));
            let mut any = vec![format!("{column} IS NULL")];
            for (part, from_left) in [(begin, true), (end, false)] {
                if part.is_empty() {
                    continue;
                }
                let length = part.chars().count();
                let part = bind(part);
                any.push(match (dialect, from_left) {
                    (Dialect::Sqlite, true) => format!("substr({column}, 1, {length}) <> {part}"),
                    (Dialect::Sqlite, false) => format!("substr({column}, -{length}) <> {part}"),
                    (Dialect::Postgres, true) => {
                        format!("left({column}::text, {length}) <> {part}::text")
                    }
                    (Dialect::Postgres, false) => {
                        format!("right({column}::text, {length}) <> {part}::text")
                    }
                });
            }
            any.join(" OR ")
        }
    }
}

/// A constant, made another one for each row: before the `@`, or at its end.
fn unique(text: &str) -> String {
    match text.rsplit_once('@') {
        Some((local, domain)) => format!("{local}-{{}}@{domain}"),
        None => format!("{text}-{{}}"),
    }
}

/// One step of an erasure, checked.
pub(super) struct Step<'a> {
    pub erasure: &'a Erasure,
    pub rows: Rows,
    new: Vec<(String, NewValue)>,
}

impl Step<'_> {
    pub(super) fn deletes(&self) -> bool {
        matches!(self.erasure.how, How::Delete)
    }

    pub(super) fn keeps(&self) -> bool {
        matches!(self.erasure.how, How::Keep)
    }

    pub(super) fn overwrites(&self) -> bool {
        matches!(self.erasure.how, How::Overwrite(_))
    }

    /// What the step does; nothing when it keeps.
    pub(super) fn action(&self) -> Option<Statement> {
        match self.erasure.how {
            How::Delete => Some(self.rows.delete()),
            How::Overwrite(_) => Some(self.rows.overwrite(&self.new)),
            How::Keep => None,
        }
    }

    /// The same for columns that must be unique, in which one constant stands once.
    pub(super) fn action_for_unique_columns(&self) -> Statement {
        let new = self.new.iter().map(|(column, value)| match value {
            NewValue::Same(text) => (column.clone(), NewValue::Each(unique(text))),
            other => (column.clone(), other.clone()),
        });
        self.rows.overwrite(&new.collect::<Vec<_>>())
    }

    /// Counts what must be gone afterwards; nothing when the step keeps.
    pub(super) fn rest(&self) -> Option<Statement> {
        self.rest_of(&self.rows)
    }

    /// The same, of rows that are found in another way.
    pub(super) fn rest_of(&self, rows: &Rows) -> Option<Statement> {
        match self.erasure.how {
            How::Delete => Some(rows.count()),
            How::Overwrite(_) => Some(rows.count_differing(&self.new)),
            How::Keep => None,
        }
    }

    /// An earlier step hid rows of this one: they would stay behind, and no condition would find them again.
    pub(super) fn out_of_order(&self, system: &System) -> ConnectorError {
        let id = &self.erasure.lookup.dataset.id;
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
    erasures: &'a [Erasure],
) -> Result<Vec<Option<Step<'a>>>, ConnectorError> {
    let step = |erasure: &'a Erasure| {
        let new = new_values(system, erasure)?;
        let rows = Rows::of(dialect, system, &erasure.lookup)?;
        Ok(rows.map(|rows| Step { erasure, rows, new }))
    };
    erasures.iter().map(step).collect()
}

/// The person's rows that go, by table, each with what finds them there.
pub(super) fn deletions<'s>(steps: &[&'s Step<'_>]) -> BTreeMap<&'s str, Vec<&'s Lookup>> {
    let mut tables: BTreeMap<&str, Vec<&Lookup>> = BTreeMap::new();
    for step in steps.iter().filter(|step| step.deletes()) {
        tables.entry(&step.rows.table).or_default().push(&step.erasure.lookup);
    }
    tables
}

/// What will be left when the steps are done: nothing but what is kept.
pub(super) fn left_if_done(steps: &[Option<Step<'_>>], rows: &[u64]) -> Vec<u64> {
    let left = |(step, rows): (&Step<'_>, &u64)| if step.keeps() { *rows } else { 0 };
    steps.iter().flatten().zip(rows).map(left).collect()
}

/// The reports in the order of the erasures; `rows` and `left` have an entry for each step there was.
pub(super) fn reports(
    erasures: &[Erasure],
    steps: &[Option<Step<'_>>],
    rows: &[u64],
    left: &[u64],
) -> Vec<Erased> {
    let mut counted = rows.iter().zip(left);
    let report = |(erasure, step): (&Erasure, &Option<Step<'_>>)| {
        let (rows, rows_left) = match step {
            Some(_) => counted.next().map_or((0, 0), |(rows, left)| (*rows, *left)),
            None => (0, 0),
        };
        Erased { dataset: erasure.lookup.dataset.id.clone(), rows, rows_left }
    };
    erasures.iter().zip(steps).map(report).collect()
}

/// The columns to overwrite, quoted, with their new values; nothing for the other ways.
fn new_values(
    system: &System,
    erasure: &Erasure,
) -> Result<Vec<(String, NewValue)>, ConnectorError> {
    let How::Overwrite(values) = &erasure.how else { return Ok(Vec::new()) };
    let id = &erasure.lookup.dataset.id;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn system() -> System {
        System { id: "shop".into(), url: "sqlite://shop.db".into(), side_effects: Vec::new() }
    }

    fn lookup(matches: &[&str], accounts: &[&str], addresses: &[&str]) -> Lookup {
        let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
        Lookup {
            dataset: Dataset {
                id: "d".into(),
                title: "D".into(),
                table: "main.users".into(),
                columns: Vec::new(),
                matches: matches.iter().map(|text| Condition::parse(text).unwrap()).collect(),
                order_by: None,
            },
            person: Person {
                accounts: texts(accounts),
                addresses: texts(addresses),
                local_part: LocalPart::Folded,
            },
        }
    }

    fn rows(dialect: Dialect, lookup: &Lookup) -> Option<Rows> {
        Rows::of(dialect, &system(), lookup).unwrap()
    }

    #[test]
    fn values_are_bound_as_text_and_compared_as_text() {
        let one = lookup(&["a = :account", "lower(e) = :email"], &["42"], &["Ada@X.org"]);
        let count = rows(Dialect::Postgres, &one).unwrap().count();
        assert_eq!(
            count.sql,
            "SELECT count(*) FROM \"main\".\"users\" WHERE (((a = ANY($1::text[]) AND (a)::text COLLATE \"C\" = ANY($1::text[]))) \
             OR ((lower(normalize(btrim((lower(e))::text), NFC)) COLLATE \"C\" = ANY($2::text[]))))"
        );
        assert_eq!(
            count.values,
            [Value::Texts(vec!["42".into()]), Value::Texts(vec!["ada@x.org".into()])]
        );
        let count = rows(Dialect::Sqlite, &one).unwrap().count();
        assert!(
            count.sql.contains("((a = ?1 OR a = ?2 COLLATE BINARY) AND habeas_text(a) IN (?2)))")
        );
        assert_eq!(
            count.values,
            [Value::Whole(42), Value::Text("42".into()), Value::Text("ada@x.org".into())]
        );
    }

    #[test]
    fn an_alternative_is_used_when_all_that_it_needs_is_known() {
        let alternatives = ["a = :account", "e = :email", "a = :account OR e = :email"];
        let sql = |accounts: &[&str], addresses: &[&str]| {
            rows(Dialect::Sqlite, &lookup(&alternatives, accounts, addresses))
                .map(|rows| rows.count().sql.matches(") OR ((").count() + 1)
        };
        assert_eq!(sql(&["u"], &["a@x.org"]), Some(3));
        assert_eq!(sql(&["u"], &[]), Some(1));
        assert_eq!(sql(&[], &["a@x.org"]), Some(1));
        assert_eq!(sql(&[], &[]), None);
    }

    #[test]
    fn nothing_is_no_identifier() {
        for account in ["", " ", "a\0b"] {
            assert!(rows(Dialect::Sqlite, &lookup(&["id = :account"], &[account], &[])).is_none());
        }
        assert!(rows(Dialect::Sqlite, &lookup(&["e = :email"], &[], &["no address"])).is_none());
    }

    #[test]
    fn parameters_of_several_conditions_are_counted_on() {
        let one = lookup(&["a = :account"], &["u"], &[]);
        let two = lookup(&["b = :account"], &["v"], &[]);
        let both = count_any(Dialect::Postgres, "t", &[&one, &two]);
        assert_eq!(
            both.sql,
            "SELECT count(*) FROM t WHERE ((((a)::text COLLATE \"C\" = ANY($1::text[])))) \
             OR ((((b)::text COLLATE \"C\" = ANY($2::text[]))))"
        );
        assert_eq!(both.values.len(), 2);
    }

    #[test]
    fn a_constant_becomes_another_one_for_each_row_before_the_at_sign() {
        assert_eq!(unique("erased@invalid"), "erased-{}@invalid");
        assert_eq!(unique("erased"), "erased-{}");
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
