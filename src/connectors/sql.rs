//! Turns a dataset into statements: checks and quotes the names, numbers the placeholders, and compares identifiers so that
//! two different ones never reach the same row.

use crate::domain::address;
use crate::domain::identity::LocalPart;
use crate::domain::matching::{Condition, Identifier, NewValue, Piece};

use super::{ConnectorError, Dataset, Lookup, Person, System, misconfigured};

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
    pub(super) fn overwrite(&self, new: &[(String, NewValue)]) -> Statement {
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
    pub(super) fn count_differing(&self, new: &[(String, NewValue)]) -> Statement {
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
                let form = address_form(operand, self.person.local_part);
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

/// `PostgreSQL`: an address of the company's in the form in which it is compared; an index on it must be on the same words.
pub(super) fn address_form(operand: &str, local_part: LocalPart) -> String {
    let text = format!("normalize(btrim(({operand})::text), NFC)");
    match local_part {
        LocalPart::Folded => format!("lower({text})"),
        // Patterns know no collation but a plain one; letters fold by the database's own.
        LocalPart::Exact => format!(
            "(substring({text} COLLATE \"C\" from '^(.*)@[^@]*$') || '@' || \
             lower(substring({text} COLLATE \"C\" from '@([^@]*)$') COLLATE \"default\") COLLATE \"C\")"
        ),
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
pub(super) fn unique(text: &str) -> String {
    match text.rsplit_once('@') {
        Some((local, domain)) => format!("{local}-{{}}@{domain}"),
        None => format!("{text}-{{}}"),
    }
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

pub(super) fn quoted_table(table: &str) -> Option<String> {
    match table.split_once('.') {
        Some((schema, name)) => Some(format!("{}.{}", quoted_name(schema)?, quoted_name(name)?)),
        None => quoted_name(table),
    }
}

pub(super) fn quoted_name(name: &str) -> Option<String> {
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
