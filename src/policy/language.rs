//! Words in the languages that a policy can be explained in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use crate::domain::language::Language;

/// Words in one language or several. A plain text is English.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
#[serde(from = "Written")]
pub struct Words(BTreeMap<String, String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Plain(String),
    Each(BTreeMap<String, String>),
}

impl From<Written> for Words {
    fn from(written: Written) -> Self {
        match written {
            Written::Plain(text) => Self([("en".to_owned(), text)].into()),
            Written::Each(words) => Self(words),
        }
    }
}

impl Words {
    /// The words in this language, or in English.
    pub fn in_language(&self, language: Language) -> &str {
        self.get(language.code()).or_else(|| self.get("en")).unwrap_or_default()
    }

    /// The words of exactly this language; nothing but spaces is nothing.
    pub fn get(&self, code: &str) -> Option<&str> {
        self.0.get(code).map(String::as_str).filter(|text| !text.trim().is_empty())
    }

    /// By code of the language.
    pub fn all(&self) -> &BTreeMap<String, String> {
        &self.0
    }
}
