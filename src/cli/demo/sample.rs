//! Papotin SAS, a chat service that does not exist: some 500 people on four plans, from a fixed seed.

use std::fmt::Write as _;
use std::path::Path;

use super::words::{BODIES, CITIES, GIVEN, HOSTILE, SURNAMES, TITLES};

const PEOPLE: u64 = 500;

/// The tables, in SQL that both databases take.
pub fn schema_sql() -> &'static [&'static str] {
    &[
        "CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, plan TEXT NOT NULL, country TEXT NOT NULL, language TEXT NOT NULL, created_at TEXT NOT NULL)",
        "CREATE TABLE conversations (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, title TEXT NOT NULL, started_at TEXT NOT NULL)",
        "CREATE TABLE messages (id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, author TEXT NOT NULL, sent_at TEXT NOT NULL, body TEXT)",
        "CREATE TABLE invoices (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, billing_name TEXT NOT NULL, amount_cents BIGINT NOT NULL, issued_at TEXT NOT NULL)",
        "CREATE TABLE newsletter_settings (user_id TEXT PRIMARY KEY, email TEXT NOT NULL, subscribed BIGINT NOT NULL, changed_at TEXT NOT NULL)",
        "CREATE TABLE support_tickets (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, opened_at TEXT NOT NULL, subject TEXT NOT NULL, body TEXT, closed_at TEXT)",
        "CREATE INDEX conversations_by_user ON conversations (user_id)",
        "CREATE INDEX messages_by_conversation ON messages (conversation_id)",
    ]
}

/// Everything, as statements.
pub fn statements(seed: u64) -> Vec<String> {
    let mut sample = Sample { chance: seed, messages: 0, rows: Vec::new() };
    for n in 1..=PEOPLE {
        sample.person(n);
    }
    schema_sql().iter().map(|sql| (*sql).to_owned()).chain(sample.rows).collect()
}

/// Writes the company into a new SQLite file.
///
/// # Errors
/// When the file exists already or cannot be written.
pub fn load_sqlite(path: &Path, seed: u64) -> Result<(), rusqlite::Error> {
    let mut conn = rusqlite::Connection::open(path)?;
    let tx = conn.transaction()?;
    for statement in statements(seed) {
        tx.execute_batch(&statement)?;
    }
    tx.commit()
}

struct Sample {
    chance: u64,
    messages: u64,
    rows: Vec<String>,
}

impl Sample {
    /// splitmix64: small, and the same everywhere.
    fn next(&mut self, below: u64) -> u64 {
        self.chance = self.chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.chance;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % below.max(1)
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        let at = usize::try_from(self.next(from.len() as u64)).unwrap_or(0);
        from.get(at).copied().unwrap_or_default()
    }

    fn instant(&mut self) -> String {
        let (year, month, day) = (2025 + self.next(2), 1 + self.next(10), 1 + self.next(28));
        let (hour, minute, second) = (self.next(24), self.next(60), self.next(60));
        format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }

    fn insert(&mut self, table: &str, values: &[Value<'_>]) {
        let mut sql = format!("INSERT INTO {table} VALUES (");
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                sql.push_str(", ");
            }
            match value {
                Value::Text(text) => {
                    let _ = write!(sql, "'{}'", text.replace('\'', "''"));
                }
                Value::Number(n) => {
                    let _ = write!(sql, "{n}");
                }
                Value::Null => sql.push_str("NULL"),
            }
        }
        sql.push(')');
        self.rows.push(sql);
    }

    fn person(&mut self, n: u64) {
        let id = format!("u-{n:04}");
        let plan = match n {
            1 | 2 => "free",
            3 => "pro",
            4 => "team",
            5 => "enterprise",
            _ => match self.next(10) {
                0 | 1 => "pro",
                2 => "team",
                3 => "enterprise",
                _ => "free",
            },
        };
        let name = format!("{} {}", self.pick(&GIVEN), self.pick(&SURNAMES));
        let handle = name.to_lowercase().replace([' ', '\''], ".");
        let email = format!("{handle}.{n}@example.org");
        let (country, language) = match self.next(4) {
            0 => ("FR", "fr"),
            1 => ("DE", "de"),
            2 => ("IE", "en"),
            _ => ("BE", "fr"),
        };
        let created = self.instant();
        let text = Value::Text;
        self.insert(
            "users",
            &[
                text(&id),
                text(&name),
                text(&email),
                text(plan),
                text(country),
                text(language),
                text(&created),
            ],
        );
        self.conversations(n, &id);
        if plan != "free" || n == 1 || self.next(12) == 0 {
            self.invoices(&id, &name);
        }
        let changed = self.instant();
        let subscribed = Value::Number(self.next(2));
        self.insert("newsletter_settings", &[text(&id), text(&email), subscribed, text(&changed)]);
        if n <= 5 || self.next(5) == 0 {
            self.ticket(n, &id);
        }
    }

    fn conversations(&mut self, n: u64, user: &str) {
        let count = if n <= 5 { 3 } else { self.next(4) };
        for c in 0..count {
            let id = format!("c-{n:04}-{c}");
            let (title, started) = (self.pick(&TITLES), self.instant());
            self.insert(
                "conversations",
                &[Value::Text(&id), Value::Text(user), Value::Text(title), Value::Text(&started)],
            );
            for m in 0..2 + self.next(6) {
                self.messages += 1;
                let message = format!("m-{:06}", self.messages);
                let author = if m % 2 == 0 { "person" } else { "assistant" };
                // Every fortieth message tries to break whatever shows it.
                let odd = self.messages % 40 == 1;
                let body = if odd { self.pick(&HOSTILE) } else { self.pick(&BODIES) };
                let sent = self.instant();
                let body = if self.next(200) == 0 { Value::Null } else { Value::Text(body) };
                self.insert(
                    "messages",
                    &[
                        Value::Text(&message),
                        Value::Text(&id),
                        Value::Text(author),
                        Value::Text(&sent),
                        body,
                    ],
                );
            }
        }
    }

    fn invoices(&mut self, user: &str, name: &str) {
        for i in 0..=self.next(4) {
            let id = format!("i-{user}-{i}");
            let billing = format!("{name}, {}", self.pick(&CITIES));
            let (amount, issued) = (Value::Number(900 + 100 * self.next(60)), self.instant());
            self.insert(
                "invoices",
                &[
                    Value::Text(&id),
                    Value::Text(user),
                    Value::Text(&billing),
                    amount,
                    Value::Text(&issued),
                ],
            );
        }
    }

    fn ticket(&mut self, n: u64, user: &str) {
        let id = format!("t-{n:04}");
        let (opened, subject, body) = (self.instant(), self.pick(&TITLES), self.pick(&BODIES));
        let text = Value::Text;
        self.insert(
            "support_tickets",
            &[text(&id), text(user), text(&opened), text(subject), text(body), Value::Null],
        );
    }
}

enum Value<'a> {
    Text(&'a str),
    Number(u64),
    Null,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_company_and_it_loads() {
        assert_eq!(statements(7), statements(7));
        assert_ne!(statements(7), statements(8));
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("company.db");
        load_sqlite(&path, 7).unwrap();
        let conn = rusqlite::Connection::open(&path).unwrap();
        let count = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(count("SELECT count(*) FROM users"), 500);
        assert_eq!(count("SELECT count(DISTINCT plan) FROM users"), 4);
        assert!(count("SELECT count(*) FROM messages") > 2000);
        assert!(count("SELECT count(*) FROM invoices WHERE user_id = 'u-0001'") > 0);
    }
}
