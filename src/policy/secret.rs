//! Secrets in texts: where a value may say that it lies elsewhere, and what is shown, stored and hashed in the place of
//! one that stands in clear.
//!
//! Start with [`hidden`] for a URL and [`without`] for a whole file.
//!
//! **Invariant:** what has gone through here holds no password of a URL, and going through twice changes nothing more.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What stands in the place of a secret.
pub const HIDDEN: &str = "…";

/// Parts of names that say that a value is a secret.
const NAMES: [&str; 6] = ["password", "passwd", "secret", "token", "api_key", "apikey"];

/// A value that lies elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Elsewhere<'t> {
    /// `env:NAME`: in the environment.
    Variable(&'t str),
    /// `file:PATH`: in a file.
    File(&'t str),
}

impl<'t> Elsewhere<'t> {
    /// Reads `env:NAME` or `file:PATH`; anything else is the value itself.
    pub fn parse(text: &'t str) -> Option<Self> {
        text.strip_prefix("env:")
            .map(Self::Variable)
            .or_else(|| text.strip_prefix("file:").map(Self::File))
    }
}

impl fmt::Display for Elsewhere<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Variable(name) => write!(f, "env:{name}"),
            Self::File(path) => write!(f, "file:{path}"),
        }
    }
}

/// A URL without its password, its user kept. A text that has none is the same afterwards.
pub fn hidden(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (credentials, rest) = rest.split_at(credentials_end(scheme, rest));
    let credentials = match credentials.split_once(':') {
        Some((user, password)) if !password.is_empty() => format!("{user}:{HIDDEN}"),
        _ => credentials.to_owned(),
    };
    let Some((place, query)) = rest.split_once('?') else {
        return format!("{scheme}://{credentials}{rest}");
    };
    let query: Vec<String> = query.split('&').map(hidden_parameter).collect();
    format!("{scheme}://{credentials}{place}?{}", query.join("&"))
}

/// Where the `@` after user and password stands; 0 when there is none.
fn credentials_end(scheme: &str, rest: &str) -> usize {
    // The driver of PostgreSQL takes everything up to the first `@`, whatever it is.
    let first = if scheme.starts_with("postgres") { rest.find('@') } else { Some(0) };
    let Some(first) = first else { return 0 };
    let tail = rest.get(first..).unwrap_or_default();
    let authority = tail.split(['/', '?', '#']).next().unwrap_or_default();
    authority.rfind('@').map_or(0, |at| first + at)
}

fn hidden_parameter(parameter: &str) -> String {
    match parameter.split_once('=') {
        Some((name, value)) if !value.starts_with(HIDDEN) && !value.is_empty() => {
            // A name that is written with escapes is not worth reading: better one too many.
            let is_secret = name.contains('%') || is_secret_name(name);
            format!("{name}={}", if is_secret { HIDDEN } else { value })
        }
        _ => parameter.to_owned(),
    }
}

fn is_secret_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('-', "_");
    name == "key" || name == "pwd" || NAMES.iter().any(|part| name.contains(part))
}

/// Whether something was left out of a URL.
pub fn is_hidden(url: &str) -> bool {
    url.contains(HIDDEN)
}

/// Words that may quote URLs, without their passwords.
pub fn scrubbed(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut last = 0;
    for place in urls(words) {
        out.push_str(words.get(last..place.start).unwrap_or_default());
        out.push_str(&hidden(words.get(place.clone()).unwrap_or_default()));
        last = place.end;
    }
    out.push_str(words.get(last..).unwrap_or_default());
    out
}

/// Where URLs stand in a text: from their scheme on, up to a blank or a quotation mark. A blank before the `@` is part of
/// a password of PostgreSQL.
fn urls(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices("://") {
        let before = text.get(..at).unwrap_or_default();
        let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
        let start = before.trim_end_matches(is_scheme).len();
        let rest = text.get(at..).unwrap_or_default();
        let line = rest.split(['\n', '"', '`']).next().unwrap_or_default();
        let is_postgres = before.ends_with("postgres") || before.ends_with("postgresql");
        let from = if is_postgres { line.find('@').unwrap_or(0) } else { 0 };
        let blank = line.get(from..).unwrap_or_default().find(char::is_whitespace);
        let length = blank.map_or(line.len(), |blank| from + blank);
        // A password may hold `://`: what lies inside the one before belongs to it.
        if found.last().is_none_or(|before| before.end <= start) {
            found.push(start..at + length);
        }
    }
    found
}

/// The URLs of a text that hold a password, by what is stored in their place. The text need not be whole.
pub fn in_clear_by_hidden(text: &str) -> BTreeMap<String, String> {
    let urls = urls(text).into_iter().filter_map(|place| text.get(place)).map(str::to_owned);
    urls.map(|url| (hidden(&url), url)).filter(|(hidden, url)| hidden != url).collect()
}

/// A secret that stands in clear in a policy file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InClear {
    /// The line, from 1.
    pub line: usize,
    /// The system whose it is, or nothing.
    pub system: Option<String>,
    /// The key under which it stands.
    pub key: String,
    place: Range<usize>,
    stored: String,
}

impl fmt::Display for InClear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: a secret stands in clear in `{}`", self.line, self.key)?;
        if let Some(system) = &self.system {
            write!(f, " of system `{system}`")?;
        }
        write!(
            f,
            "; write `env:NAME` or `file:PATH` instead (it is left out of what is stored and hashed)"
        )
    }
}

/// Every secret that stands in clear in a policy file; none when it is no TOML.
pub fn in_clear(text: &str) -> Vec<InClear> {
    let Ok(table) = DeTable::parse(text) else { return Vec::new() };
    let mut search = Search { text, found: Vec::new() };
    for (key, value) in table.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("system", DeValue::Array(systems)) => {
                systems.iter().for_each(|system| search.system(system));
            }
            (key, _) => search.value(None, key, value, Named::Otherwise),
        }
    }
    search.found.sort_by_key(|found| found.place.start);
    search.found
}

/// Whether a key of a system says by its name that its value is a secret.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Secret,
    Otherwise,
}

struct Search<'t> {
    text: &'t str,
    found: Vec<InClear>,
}

impl Search<'_> {
    fn system(&mut self, system: &Spanned<DeValue<'_>>) {
        let Some(table) = system.get_ref().as_table() else { return };
        let id = table.get("id").and_then(|id| id.get_ref().as_str());
        for (key, value) in table {
            let key = key.get_ref().as_ref();
            let named = if is_secret_name(key) { Named::Secret } else { Named::Otherwise };
            self.value(id, key, value, named);
        }
    }

    fn value(
        &mut self,
        system: Option<&str>,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        named: Named,
    ) {
        match value.get_ref() {
            DeValue::String(text) => {
                let stored = match named {
                    Named::Secret if Elsewhere::parse(text).is_none() => HIDDEN.to_owned(),
                    Named::Secret | Named::Otherwise => hidden(text),
                };
                if stored != text.as_ref() {
                    let place = value.span();
                    let before = self.text.get(..place.start).unwrap_or_default();
                    self.found.push(InClear {
                        line: 1 + before.matches('\n').count(),
                        system: system.map(str::to_owned),
                        key: key.to_owned(),
                        place,
                        stored,
                    });
                }
            }
            DeValue::Array(items) => {
                items.iter().for_each(|item| self.value(system, key, item, Named::Otherwise));
            }
            DeValue::Table(table) => {
                for (key, value) in table {
                    self.value(system, key.get_ref(), value, Named::Otherwise);
                }
            }
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
    }
}

/// A policy file as it is stored and hashed: what stands in clear is left out, in comments too.
pub fn without(text: &str) -> String {
    let mut out = text.to_owned();
    for found in in_clear(text).into_iter().rev() {
        out.replace_range(found.place, &toml::Value::String(found.stored).to_string());
    }
    scrubbed(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_keeps_its_user_and_loses_its_password() {
        for (url, shown) in [
            ("postgres://ada:s3cret@db/x?sslmode=disable", "postgres://ada:…@db/x?sslmode=disable"),
            ("postgres://ada:a/b?c@db/x", "postgres://ada:…@db/x"),
            ("postgres://ada:p@ss@db/x", "postgres://ada:…@db/x"),
            ("postgresql://db/x?user=ada&password=s3cret", "postgresql://db/x?user=ada&password=…"),
            ("postgres://db/x?pass%77ord=s3cret", "postgres://db/x?pass%77ord=…"),
            ("https://ada:s3cret@h:8443/hook", "https://ada:…@h:8443/hook"),
            ("https://h/hook?Access-Token=abc&a=b", "https://h/hook?Access-Token=…&a=b"),
        ] {
            assert_eq!(hidden(url), shown);
            assert_eq!(hidden(shown), shown, "twice is as good as once");
        }
        for plain in [
            "sqlite://shop.db",
            "postgres://ada@db/x",
            "postgres://ada:@db/x",
            "https://h:8443/@ada",
            "env:SHOP_URL",
            "no url: at@all",
        ] {
            assert_eq!(hidden(plain), plain);
        }
    }

    #[test]
    fn words_that_quote_urls_lose_only_the_passwords() {
        let words = "`postgres://a:b@c/d` is not https://e:f@g, see (http://h/i)";
        let shown = "`postgres://a:…@c/d` is not https://e:…@g, see (http://h/i)";
        assert_eq!(scrubbed(words), shown);
        assert_eq!(scrubbed("postgres://u:a://b@c/d"), "postgres://u:…@c/d");
    }

    #[test]
    fn a_policy_file_is_left_without_secrets_and_with_everything_else() {
        let text = "# was: url = \"postgres://u:old one@h/d\"\nversion = \"1\" # kept\n\n[[system]]\nid = \"shop\"\n\
                    url = 'postgres://u:\\u0020\"p@h/d'\ntoken = \"abc\"\n[[system]]\nid = \"crm\"\n\
                    url = \"postgres://u\\u003asecret@h/d\"\ntoken = \"env:CRM\"\n\
                    [[system.dataset]]\nerase = { set = { token = \"gone\" } }\n";
        let stored = without(text);
        assert_eq!(
            stored,
            "# was: url = \"postgres://u:…@h/d\"\nversion = \"1\" # kept\n\n[[system]]\nid = \"shop\"\n\
             url = \"postgres://u:…@h/d\"\ntoken = \"…\"\n[[system]]\nid = \"crm\"\n\
             url = \"postgres://u:…@h/d\"\ntoken = \"env:CRM\"\n\
             [[system.dataset]]\nerase = { set = { token = \"gone\" } }\n"
        );
        assert_eq!(without(&stored), stored);
        let found: Vec<String> = in_clear(text).iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].starts_with("6: a secret stands in clear in `url` of system `shop`"));
    }

    #[test]
    fn what_was_left_out_is_found_again_even_in_a_broken_file() {
        let text = "version = \n[[system]]\nurl = \"postgres://u:s3cret@h/d\"";
        let known = in_clear_by_hidden(text);
        assert_eq!(known["postgres://u:…@h/d"], "postgres://u:s3cret@h/d");
    }
}
