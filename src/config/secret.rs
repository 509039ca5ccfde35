//! Values that lie elsewhere: `env:NAME` in the environment, `file:PATH` in a file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::{Table, Value};

use crate::policy::secret::{Elsewhere, HIDDEN, hidden, scrubbed};

/// Settings that are nothing but a secret.
const SECRETS: [&str; 1] = ["mail.password"];

/// The environment as it was at the start, and the folder that relative paths start from. Files are read when they are
/// asked for, so that a secret can change while the gateway runs.
#[derive(Clone, Default)]
pub struct Secrets {
    base: PathBuf,
    environment: Arc<BTreeMap<String, String>>,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets")
    }
}

impl Secrets {
    /// From a folder and an environment.
    pub fn new(base: &Path, environment: BTreeMap<String, String>) -> Self {
        Self { base: base.to_path_buf(), environment: Arc::new(environment) }
    }

    /// The value that a text names, or the text itself.
    ///
    /// # Errors
    /// When it names a variable or a file that is not there, with what to do.
    pub fn resolve(&self, text: &str) -> Result<String, String> {
        Elsewhere::parse(text).map_or_else(|| Ok(text.to_owned()), |at| self.fetch(at))
    }

    fn fetch(&self, at: Elsewhere<'_>) -> Result<String, String> {
        match at {
            Elsewhere::Variable(name) => self.environment.get(name).cloned().ok_or_else(|| {
                format!(
                    "it names the environment variable `{name}`, which is not set; set it where the gateway is started"
                )
            }),
            Elsewhere::File(path) => {
                let path = self.base.join(path);
                let text = std::fs::read_to_string(&path).map_err(|e| {
                    format!(
                        "it names the file `{}`, which cannot be read ({e}); write the value into it, and nothing else",
                        path.display()
                    )
                })?;
                let text = text.strip_suffix('\n').unwrap_or(&text);
                Ok(text.strip_suffix('\r').unwrap_or(text).to_owned())
            }
        }
    }
}

/// Settings with every value in its place, and what may be told of them.
pub(super) struct Fetched {
    /// The settings to work with.
    pub(super) settings: Table,
    /// The settings to show.
    pub(super) shown: Table,
    /// What could not be had.
    pub(super) wrong: Vec<String>,
    /// Settings in whose URL a password stands in clear.
    pub(super) in_clear: BTreeSet<String>,
    values: Vec<String>,
}

/// Puts values in the place of the texts that name where they lie. `known` tells of which kind each must be.
pub(super) fn fetch(named: Table, known: &Table, secrets: &Secrets) -> Fetched {
    let mut fetched = Fetched {
        settings: named.clone(),
        shown: named,
        wrong: Vec::new(),
        in_clear: BTreeSet::new(),
        values: Vec::new(),
    };
    let mut settings = std::mem::take(&mut fetched.settings);
    let mut shown = std::mem::take(&mut fetched.shown);
    for (section, keys) in &mut settings {
        let Some(keys) = keys.as_table_mut() else { continue };
        for (key, value) in keys {
            let path = format!("{section}.{key}");
            let kind = known.get(section).and_then(|s| s.get(key));
            if let Some(shown) = shown.get_mut(section).and_then(|s| s.get_mut(key)) {
                fetched.place(&path, value, shown, kind, secrets);
            }
        }
    }
    Fetched { settings, shown, ..fetched }
}

impl Fetched {
    fn place(
        &mut self,
        path: &str,
        value: &mut Value,
        shown: &mut Value,
        kind: Option<&Value>,
        secrets: &Secrets,
    ) {
        match (value, shown) {
            (Value::Array(values), Value::Array(shown)) => {
                for (value, shown) in values.iter_mut().zip(shown) {
                    self.place(path, value, shown, None, secrets);
                }
            }
            (Value::Table(values), Value::Table(shown)) => {
                for ((key, value), (_, shown)) in values.iter_mut().zip(shown.iter_mut()) {
                    self.place(&format!("{path}.{key}"), value, shown, None, secrets);
                }
            }
            (value, shown) => {
                let Some(text) = value.as_str().map(str::to_owned) else { return };
                let Some(at) = Elsewhere::parse(&text) else {
                    let is_secret = SECRETS.contains(&path) && !text.is_empty();
                    let without = if is_secret { HIDDEN.to_owned() } else { hidden(&text) };
                    if without != text {
                        self.in_clear.insert(path.to_owned());
                        if is_secret {
                            self.values.push(text);
                        }
                        *shown = without.into();
                    }
                    return;
                };
                match secrets.fetch(at) {
                    Ok(text) => {
                        *shown = HIDDEN.into();
                        *value = self.typed(path, at, text, kind);
                    }
                    Err(what) => self.wrong.push(format!("`{path}`: {what}")),
                }
            }
        }
    }

    fn typed(
        &mut self,
        path: &str,
        at: Elsewhere<'_>,
        text: String,
        kind: Option<&Value>,
    ) -> Value {
        let typed = match kind {
            Some(Value::Integer(_)) => text.trim().parse().map(Value::Integer).ok(),
            Some(Value::Boolean(_)) => text.trim().parse().map(Value::Boolean).ok(),
            _ => {
                self.values.push(text.clone());
                return Value::String(text);
            }
        };
        typed.unwrap_or_else(|| {
            self.wrong.push(format!("`{path}`: what `{at}` holds is not of the right kind"));
            kind.cloned().unwrap_or(Value::Boolean(false))
        })
    }

    /// Words that may quote settings, without what lies elsewhere and without passwords.
    pub(super) fn conceal(&self, words: &str) -> String {
        let mut words = scrubbed(words);
        for value in self.values.iter().filter(|value| !value.is_empty()) {
            // Quoted by the parser, it may be written with escapes.
            let quoted = format!("{value:?}");
            let escaped = quoted.trim_matches('"');
            words = words.replace(value.as_str(), HIDDEN).replace(escaped, HIDDEN);
        }
        words
    }
}
