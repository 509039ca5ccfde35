//! Papotin SAS, a chat service that does not exist: 500 people on four plans, the same for the same seed.
//!
//! Start with [`rows`].

use std::path::Path;

use super::words::{
    CITIES, COUNTRIES, DIALOGUES, Dialogue, GIVEN, HOSTILE, HOSTILE_NAMES, SURNAMES, TICKETS, TOUR,
    handle,
};

const PEOPLE: u64 = 500;
/// Days from 1 January 2021, the founding: the first message that is still there, and the last day.
const MESSAGES_FROM: u64 = 1461;
const LAST: u64 = 2140;
const DAY: u64 = 86_400;

/// The tables, in SQL that SQLite and PostgreSQL take.
pub fn schema_sql() -> &'static [&'static str] {
    &[
        "CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, plan TEXT NOT NULL, country TEXT NOT NULL, language TEXT NOT NULL, created_at TEXT NOT NULL, is_restricted BIGINT NOT NULL DEFAULT 0)",
        "CREATE TABLE conversations (id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), title TEXT, started_at TEXT NOT NULL)",
        "CREATE TABLE messages (id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL REFERENCES conversations (id), author TEXT NOT NULL, sent_at TEXT NOT NULL, body TEXT)",
        // It refers to nobody: accounting records outlive an account.
        "CREATE TABLE invoices (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, billing_name TEXT NOT NULL, amount_cents BIGINT NOT NULL, issued_at TEXT NOT NULL)",
        "CREATE TABLE newsletter_settings (user_id TEXT PRIMARY KEY REFERENCES users (id), email TEXT NOT NULL, subscribed BIGINT NOT NULL, changed_at TEXT)",
        "CREATE TABLE support_tickets (id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), opened_at TEXT NOT NULL, subject TEXT NOT NULL, body TEXT, closed_at TEXT)",
        "CREATE INDEX conversations_by_user ON conversations (user_id)",
        "CREATE INDEX messages_by_conversation ON messages (conversation_id)",
        "CREATE INDEX support_tickets_by_user ON support_tickets (user_id)",
    ]
}

/// All rows of the company. Equal seeds give equal rows.
pub fn rows(seed: u64) -> Sample {
    let mut writer = Writer { chance: seed, sample: Sample::default() };
    for n in 1..=PEOPLE {
        writer.person(n);
    }
    writer.sample
}

/// Everything as statements, without the semicolons: the tables, then many rows at once.
pub fn statements(seed: u64) -> Vec<String> {
    let sample = rows(seed);
    let inserts = sample.tables().into_iter().flat_map(|(table, columns, rows)| {
        rows.chunks(200).map(move |chunk| {
            let rows: Vec<_> = chunk.iter().map(|row| literals(row)).collect();
            format!("INSERT INTO {table} ({columns}) VALUES\n{}", rows.join(",\n"))
        })
    });
    schema_sql().iter().map(|sql| (*sql).to_owned()).chain(inserts).collect()
}

/// Writes the company into a new SQLite file, in one transaction.
///
/// # Errors
/// When the file holds the company already or cannot be written.
pub fn load_sqlite(path: &Path, seed: u64) -> Result<(), rusqlite::Error> {
    let mut connection = rusqlite::Connection::open(path)?;
    let transaction = connection.transaction()?;
    for statement in statements(seed) {
        transaction.execute_batch(&statement)?;
    }
    transaction.commit()
}

/// The rows, table by table.
#[derive(Default, PartialEq, Eq)]
pub struct Sample {
    users: Vec<Vec<Cell>>,
    conversations: Vec<Vec<Cell>>,
    messages: Vec<Vec<Cell>>,
    invoices: Vec<Vec<Cell>>,
    newsletter_settings: Vec<Vec<Cell>>,
    support_tickets: Vec<Vec<Cell>>,
}

/// One value of a row.
#[derive(Clone, PartialEq, Eq)]
pub enum Cell {
    /// `TEXT`.
    Text(String),
    /// `BIGINT`.
    Number(i64),
    /// Nothing there.
    Null,
}

impl Sample {
    /// Name, columns and rows, parents before children.
    pub fn tables(&self) -> [(&'static str, &'static str, &[Vec<Cell>]); 6] {
        [
            ("users", "id, name, email, plan, country, language, created_at", &self.users),
            ("conversations", "id, user_id, title, started_at", &self.conversations),
            ("messages", "id, conversation_id, author, sent_at, body", &self.messages),
            ("invoices", "id, user_id, billing_name, amount_cents, issued_at", &self.invoices),
            (
                "newsletter_settings",
                "user_id, email, subscribed, changed_at",
                &self.newsletter_settings,
            ),
            (
                "support_tickets",
                "id, user_id, opened_at, subject, body, closed_at",
                &self.support_tickets,
            ),
        ]
    }

    /// Id, email and plan of the `n`-th person, counted from 1. The first five are those of the tour.
    pub fn person(&self, n: usize) -> Option<(&str, &str, &str)> {
        match self.users.get(n.checked_sub(1)?)?.as_slice() {
            [Cell::Text(id), _, Cell::Text(email), Cell::Text(plan), ..] => Some((id, email, plan)),
            _ => None,
        }
    }
}

impl<T: AsRef<str>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.as_ref().to_owned())
    }
}

/// SQL's standard quoting, which PostgreSQL takes as SQLite does: a backslash means nothing.
fn literals(row: &[Cell]) -> String {
    let cells = row.iter().map(|cell| match cell {
        Cell::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Cell::Number(n) => n.to_string(),
        Cell::Null => "NULL".to_owned(),
    });
    format!("({})", cells.collect::<Vec<_>>().join(", "))
}

struct Writer {
    chance: u64,
    sample: Sample,
}

/// Who the rows of one person are about.
struct Person {
    n: u64,
    id: String,
    name: String,
    email: String,
    plan: &'static str,
    language: &'static str,
    joined: u64,
}

impl Writer {
    /// splitmix64: small, and the same everywhere.
    fn next(&mut self, below: u64) -> u64 {
        self.chance = self.chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.chance;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % below.max(1)
    }

    fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        let at = usize::try_from(self.next(from.len() as u64)).unwrap_or(0);
        from.get(at).copied().unwrap_or_default()
    }

    /// A second of a day between `from` and the end.
    fn moment(&mut self, from: u64, to: u64) -> u64 {
        (from + self.next(to.saturating_sub(from))) * DAY + self.next(DAY)
    }

    fn person(&mut self, n: u64) {
        let person = self.somebody(n);
        self.conversations(&person);
        self.invoices(&person);
        let changed = stamp(self.moment(person.joined, LAST));
        let changed = if self.next(3) == 0 { changed.into() } else { Cell::Null };
        let subscribed = Cell::Number(i64::from(n == 1 || self.next(2) == 0));
        let row = vec![(&person.id).into(), (&person.email).into(), subscribed, changed];
        self.sample.newsletter_settings.push(row);
        if n <= 5 || self.next(5) == 0 {
            self.ticket(&person);
        }
    }

    fn somebody(&mut self, n: u64) -> Person {
        let (mut country, mut language) = self.pick(&COUNTRIES);
        let mut name = format!("{} {}", self.pick(&GIVEN), self.pick(&SURNAMES));
        let mut plan = match self.next(20) {
            0..=12 => "free",
            13..=16 => "pro",
            17 | 18 => "team",
            _ => "enterprise",
        };
        if n.is_multiple_of(40) {
            self.pick(&HOSTILE_NAMES).clone_into(&mut name);
        }
        let place = usize::try_from(n - 1).unwrap_or(usize::MAX);
        if let Some([known, its_plan, its_country, its_language]) = TOUR.get(place) {
            (*known).clone_into(&mut name);
            (plan, country, language) = (its_plan, its_country, its_language);
        }
        let domain = self.pick(&["example.org", "example.net"]);
        let email = format!("{}.{n}@{domain}", handle(&name));
        let latest = if n <= 5 { 365 } else { LAST - 60 };
        let created = self.moment(0, latest);
        let id = format!("u-{n:04}");
        self.sample.users.push(vec![
            (&id).into(),
            (&name).into(),
            (&email).into(),
            plan.into(),
            country.into(),
            language.into(),
            stamp(created).into(),
        ]);
        Person { n, id, name, email, plan, language, joined: created / DAY + 1 }
    }

    fn conversations(&mut self, person: &Person) {
        let count = if person.n <= 5 { 3 } else { self.next(4) };
        for at in 0..count {
            let id = format!("c-{:04}-{at}", person.n);
            let mut sent = self.moment(person.joined.max(MESSAGES_FROM), LAST);
            // The first person has one that tries to break whatever shows it, and so do some others.
            let odd = (person.n == 1 && at == 2) || self.next(60) == 0;
            let (title, lines, kept) = if odd {
                (Cell::from("Testing your app with \"odd\" <input>"), &HOSTILE[..], HOSTILE.len())
            } else {
                let spoken = self.dialogue(person.language);
                let kept = 2 + self.next(spoken.lines.len() as u64);
                let title = if self.next(25) == 0 { Cell::Null } else { spoken.title.into() };
                (title, spoken.lines, usize::try_from(kept).unwrap_or(usize::MAX))
            };
            let (owner, started) = ((&person.id).into(), stamp(sent).into());
            self.sample.conversations.push(vec![(&id).into(), owner, title, started]);
            for (turn, line) in lines.iter().take(kept).enumerate() {
                let author = if turn % 2 == 0 { "person" } else { "assistant" };
                let body = if self.next(100) == 0 { Cell::Null } else { (*line).into() };
                let message = format!("m-{:06}", self.sample.messages.len() + 1).into();
                let row = vec![message, (&id).into(), author.into(), stamp(sent).into(), body];
                self.sample.messages.push(row);
                sent += 5 + self.next(240);
            }
        }
    }

    fn dialogue(&mut self, language: &str) -> &'static Dialogue {
        let known = || DIALOGUES.iter().filter(|dialogue| dialogue.language == language);
        let at = usize::try_from(self.next(known().count() as u64)).unwrap_or(0);
        known().nth(at).unwrap_or(&DIALOGUES[0])
    }

    fn invoices(&mut self, person: &Person) {
        let paid = 1 + self.next(6);
        let (count, amount, latest) = match person.plan {
            "pro" => (paid, 1200, LAST - 40),
            "team" => (paid, 4800, LAST - 40),
            "enterprise" => (paid, 24_000, LAST - 40),
            // Who is on the free plan now may have paid earlier.
            _ => (u64::from(person.n == 1 || self.next(12) == 0), 1200, MESSAGES_FROM),
        };
        let (city, first) = (self.pick(&CITIES), self.moment(person.joined, latest) / DAY);
        let name = if self.next(50) == 0 { "=cmd|'/c calc'!A1" } else { person.name.as_str() };
        for month in (0..count).filter(|month| first + 30 * month <= LAST) {
            self.sample.invoices.push(vec![
                format!("i-{:04}-{month}", person.n).into(),
                (&person.id).into(),
                format!("{name}, {city}").into(),
                Cell::Number(amount),
                stamp((first + 30 * month) * DAY).into(),
            ]);
        }
    }

    fn ticket(&mut self, person: &Person) {
        let opened = self.moment(person.joined, LAST - 10);
        let (subject, body) = self.pick(&TICKETS);
        let body = if self.next(10) == 0 { Cell::Null } else { body.into() };
        let closed = stamp(opened + 1800 + self.next(9 * DAY));
        let closed = if self.next(3) == 0 { Cell::Null } else { closed.into() };
        self.sample.support_tickets.push(vec![
            format!("t-{:04}", person.n).into(),
            (&person.id).into(),
            stamp(opened).into(),
            subject.into(),
            body,
            closed,
        ]);
    }
}

/// Seconds from 1 January 2021 as RFC 3339. There is one leap day between then and the last day, in 2024.
fn stamp(seconds: u64) -> String {
    const MONTHS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (mut day, second) = (seconds / DAY, seconds % DAY);
    let mut year = 2021_u64;
    while day >= 365 + u64::from(year.is_multiple_of(4)) {
        day -= 365 + u64::from(year.is_multiple_of(4));
        year += 1;
    }
    let mut month = 1;
    for days in MONTHS {
        let days = days + u64::from(month == 2 && year.is_multiple_of(4));
        if day < days {
            break;
        }
        day -= days;
        month += 1;
    }
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", day + 1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_company() {
        assert!(rows(7) == rows(7) && rows(7) != rows(8));
        assert_eq!(statements(7), statements(7));
    }

    fn company(dir: &tempfile::TempDir) -> rusqlite::Connection {
        let path = dir.path().join("company.db");
        load_sqlite(&path, 7).unwrap();
        rusqlite::Connection::open(&path).unwrap()
    }

    #[test]
    fn it_loads_and_every_row_arrives() {
        let dir = tempfile::tempdir().unwrap();
        let company = company(&dir);
        let count = |what: &str| {
            let sql = format!("SELECT count(*) FROM {what}");
            company.query_row(&sql, [], |row| row.get::<_, u32>(0)).unwrap()
        };
        for (table, _, rows) in rows(7).tables() {
            assert_eq!(count(table) as usize, rows.len(), "{table}");
        }
        assert_eq!((count("users"), count("newsletter_settings")), (500, 500));
        assert!(count("messages") > 2000);
        assert!(count("messages WHERE body IS NULL") > 0);
        assert!(count("messages WHERE body LIKE '<script>%'") > 0);
        assert_eq!(count("messages WHERE sent_at < '2025' OR sent_at > '2026-11-24'"), 0);
        assert_eq!(count("invoices WHERE user_id = 'u-0001' AND issued_at < '2025'"), 1);
        assert_eq!(count("pragma_foreign_key_check"), 0);
    }

    #[test]
    fn everybody_has_an_address_of_their_own_and_most_pay_nothing() {
        let sample = rows(7);
        let people: Vec<_> = (1..=500).map(|n| sample.person(n).unwrap()).collect();
        let addresses: BTreeSet<_> = people.iter().map(|(_, email, _)| email).collect();
        assert_eq!(addresses.len(), 500);
        assert!(
            addresses.iter().all(|e| e.ends_with("@example.org") || e.ends_with("@example.net"))
        );
        assert!(people.iter().filter(|(_, _, plan)| *plan == "free").count() > 280);
    }

    #[test]
    fn the_people_of_the_tour_are_there() {
        let sample = rows(7);
        for (n, plan) in (1..).zip(["free", "free", "pro", "team", "enterprise"]) {
            let (id, _, found) = sample.person(n).unwrap();
            assert_eq!((id, found), (format!("u-{n:04}").as_str(), plan));
        }
        assert!(sample.person(0).is_none() && sample.person(501).is_none());
    }

    #[test]
    fn the_data_map_finds_every_table_of_the_first_person() {
        let dir = tempfile::tempdir().unwrap();
        let company = company(&dir);
        let map = include_str!("../../policies/datamap.toml");
        let map: toml::Table = toml::from_str(map).unwrap();
        let datasets = map["system"][0]["dataset"].as_array().unwrap();
        assert_eq!(datasets.len(), rows(7).tables().len());
        for dataset in datasets {
            let word = |key: &str| dataset[key].as_str().unwrap();
            let columns = dataset["columns"].as_array().unwrap().iter();
            let columns = columns.map(|c| c.as_str().unwrap()).collect::<Vec<_>>().join(", ");
            let (table, matches, order) = (word("table"), word("matches"), word("order_by"));
            let sql = format!("SELECT {columns} FROM {table} WHERE {matches} ORDER BY {order}");
            let mut statement = company.prepare(&sql).unwrap();
            assert!(statement.exists(&[(":account", "u-0001")]).unwrap(), "{sql}");
        }
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(stamp(MESSAGES_FROM * DAY), "2025-01-01T00:00:00Z");
        assert_eq!(stamp((MESSAGES_FROM - 306) * DAY - 1), "2024-02-29T23:59:59Z");
        assert_eq!(stamp(LAST * DAY), "2026-11-11T00:00:00Z");
    }
}
