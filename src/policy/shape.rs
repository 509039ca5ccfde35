//! The shape of a policy file, so that every mistake in it is told at once: each with its line, its lint and what to do.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{PolicyError, nearest};

/// What a key may hold.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Text.
    Text,
    /// A whole number from 0 on.
    Whole,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list of texts.
    Texts,
    /// A text, or a table of texts by language.
    Words,
    /// A list of texts, each perhaps a table of texts by language.
    ManyWords,
    /// A table.
    Table(Shape),
    /// Tables, each under `[[key]]`.
    Tables(Shape),
    /// Whatever the reader of the file says.
    Free,
}

/// One key of a table.
#[derive(Clone, Copy)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) needed: bool,
}

/// The keys of a table.
pub(super) type Shape = &'static [Key];

/// A key that must be there.
pub(super) const fn needed(name: &'static str, kind: Kind) -> Key {
    Key { name, kind, needed: true }
}

/// A key that may be left out.
pub(super) const fn may(name: &'static str, kind: Kind) -> Key {
    Key { name, kind, needed: false }
}

/// Words for a plan, a price, a cohort, an address or a person: no policy has a key for them (R-PAR-1, P10).
pub(super) const COHORT_WORDS: [&str; 17] = [
    "plan",
    "price",
    "pricing",
    "tier",
    "segment",
    "cohort",
    "subscription",
    "channel",
    "paying",
    "premium",
    "tenure",
    "country",
    "address",
    "device",
    "person",
    "customer",
    "user_agent",
];

/// What no rule can be about (P4).
pub(super) const NEVER: [&str; 6] = [
    "direct_marketing",
    "ai_training",
    "automated_signal",
    "consent_withdrawal",
    "restriction",
    "other",
];

/// Every mistake in the shape of a file.
pub(super) fn check(file: &str, text: &str, shape: Shape) -> Vec<PolicyError> {
    let (table, broken) = DeTable::parse_recoverable(text);
    let mut checker = Checker { file, text, found: Vec::new() };
    for error in &broken {
        let at = error.span().map_or(0, |span| span.start);
        let what = format!("{}; mend the line", error.message().trim_end_matches('.'));
        checker.say(at, "syntax", what);
    }
    if broken.is_empty() {
        checker.table("the file", table.get_ref(), 0, shape);
    }
    checker.found.sort_by_key(|error| error.line);
    checker.found
}

struct Checker<'t> {
    file: &'t str,
    text: &'t str,
    found: Vec<PolicyError>,
}

impl Checker<'_> {
    fn say(&mut self, at: usize, lint: &'static str, what: String) {
        let line = 1 + self.text.get(..at).unwrap_or_default().matches('\n').count();
        self.found.push(PolicyError { file: self.file.to_owned(), line, what, lint });
    }

    fn table(&mut self, name: &str, table: &DeTable<'_>, at: usize, shape: Shape) {
        for (key, value) in table {
            match shape.iter().find(|known| known.name == key.get_ref().as_ref()) {
                Some(known) => self.value(known.name, value, known.kind),
                None => self.unknown(key.get_ref(), key.span().start, shape),
            }
        }
        for key in shape.iter().filter(|key| key.needed && !table.contains_key(key.name)) {
            let what = format!("{name} has no `{}`; add it", key.name);
            self.say(at, "missing-key", what);
        }
    }

    fn unknown(&mut self, key: &str, at: usize, shape: Shape) {
        if COHORT_WORDS.iter().any(|word| key.contains(word)) {
            let what = format!(
                "unknown key `{key}`: a policy sees right, scope, time and data alone, never a plan, a price, a cohort, an \
                 address or a person; remove it"
            );
            return self.say(at, "plan-blind", what);
        }
        let known: Vec<String> = shape.iter().map(|key| key.name.to_owned()).collect();
        let what = match nearest(key, &known) {
            Some(near) => format!("unknown key `{key}`; did you mean `{near}`?"),
            None => format!("unknown key `{key}`; remove it, or use one of {}", known.join(", ")),
        };
        self.say(at, "unknown-key", what);
    }

    fn value(&mut self, key: &'static str, value: &Spanned<DeValue<'_>>, kind: Kind) {
        let at = value.span().start;
        let (inner, wanted) = (value.get_ref(), wanted(kind));
        match (kind, inner) {
            (Kind::Text | Kind::Words, DeValue::String(_))
            | (Kind::Flag, DeValue::Boolean(_))
            | (Kind::Free, _) => {}
            (Kind::Whole, DeValue::Integer(n)) if n.to_string().parse::<u32>().is_ok() => {}
            (Kind::OneOf(words), DeValue::String(word)) => self.word(key, word, at, words),
            (Kind::Texts, DeValue::Array(items)) => {
                for item in items.iter().filter(|item| !item.get_ref().is_str()) {
                    let what = format!("`{key}` holds something that is no text; text is needed");
                    self.say(item.span().start, "wrong-type", what);
                }
            }
            (Kind::Words, DeValue::Table(words)) => self.words(key, words),
            (Kind::ManyWords, DeValue::Array(items)) => {
                items.iter().for_each(|item| self.value(key, item, Kind::Words));
            }
            (Kind::Table(shape), DeValue::Table(table)) => {
                self.table(&format!("[{key}]"), table, at, shape);
            }
            (Kind::Tables(shape), DeValue::Array(items)) => {
                for item in items {
                    let at = item.span().start;
                    let Some(table) = item.get_ref().as_table() else {
                        let what = format!("`{key}` must be written as [[{key}]]");
                        self.say(at, "wrong-type", what);
                        continue;
                    };
                    self.table(&name_of(key, table), table, at, shape);
                }
            }
            (
                Kind::Text
                | Kind::Whole
                | Kind::Flag
                | Kind::OneOf(_)
                | Kind::Texts
                | Kind::Words
                | Kind::ManyWords
                | Kind::Table(_)
                | Kind::Tables(_),
                other,
            ) => {
                let what = format!("`{key}` is {}; {wanted}", article(other.type_str()));
                self.say(at, "wrong-type", what);
            }
        }
    }

    /// Texts by language: a key that slipped in behind them is not taken for a language.
    fn words(&mut self, key: &str, words: &DeTable<'_>) {
        for (language, words) in words {
            let (code, at) = (language.get_ref(), language.span().start);
            let is_code = code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase());
            if !is_code && COHORT_WORDS.iter().any(|word| code.contains(word)) {
                self.unknown(code, at, &[]);
            } else if !is_code {
                let what = format!(
                    "`{key}.{code}`: `{code}` is no language code such as `en`; remove it, or put it under its own table"
                );
                self.say(at, "unknown-key", what);
            } else if !words.get_ref().is_str() {
                let what = format!("`{key}.{code}` is no text; text is needed");
                self.say(words.span().start, "wrong-type", what);
            }
        }
    }

    fn word(&mut self, key: &str, word: &str, at: usize, words: &[&str]) {
        if words.contains(&word) {
            return;
        }
        let known: Vec<String> = words.iter().map(|&known| known.to_owned()).collect();
        if key == "effect" {
            let what = format!(
                "`{word}` is no effect that a policy can have; a policy asks a human to look and does nothing else, write \
                 `{}`",
                known.join("` or `")
            );
            return self.say(at, "action", what);
        }
        if key == "right" && (NEVER.contains(&word) || word == "objection") {
            let what = format!("there can be no rule on `{word}`; remove it");
            return self.say(at, "no-rule", what);
        }
        let what = match nearest(word, &known) {
            Some(near) => format!("`{key}` is `{word}`; did you mean `{near}`?"),
            None => format!("`{key}` is `{word}`; use one of {}", known.join(", ")),
        };
        self.say(at, "unknown-word", what);
    }
}

fn name_of(key: &str, table: &DeTable<'_>) -> String {
    let named = |name: &str| table.get(name).and_then(|value| value.get_ref().as_str());
    match named("id").or_else(|| named("name")) {
        Some(id) => format!("{key} `{id}`"),
        None => format!("[[{key}]]"),
    }
}

fn wanted(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::OneOf(_) => "text in quotation marks is needed",
        Kind::Whole => "a whole number is needed",
        Kind::Flag => "write true or false",
        Kind::Texts => "a list of texts is needed",
        Kind::Words => "text is needed, or a text for each language: { en = \"…\", fr = \"…\" }",
        Kind::ManyWords => "a list is needed, of texts or of texts by language",
        Kind::Table(_) => "a table is needed",
        Kind::Tables(_) => "write one table for each",
        Kind::Free => "see the comments at the head of the file",
    }
}

fn article(kind: &str) -> String {
    if kind.starts_with(['a', 'e', 'i', 'o', 'u']) {
        format!("an {kind}")
    } else {
        format!("a {kind}")
    }
}
