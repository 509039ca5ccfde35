//! The languages that a policy can be explained in.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
    /// German.
    De,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::De];

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::De => "de",
        }
    }

    /// Reads a code; a region after it is fine.
    pub fn parse(code: &str) -> Option<Self> {
        let language = code.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|known| known.code().eq_ignore_ascii_case(language))
    }
}

/// Words in one language or several. A plain text is English.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
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
