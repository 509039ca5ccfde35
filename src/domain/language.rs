//! The languages that letters and explanations are written in. A language chooses words, and nothing else (SETTLED 8).

/// One of them.
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

    /// Its code: `fr`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::De => "de",
        }
    }

    /// The language of a tag such as `fr-BE`, if it is one of ours.
    pub fn parse(tag: &str) -> Option<Self> {
        let first = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(first))
    }

    /// The same, in English when it is none of ours.
    pub fn or_english(tag: Option<&str>) -> Self {
        tag.and_then(Self::parse).unwrap_or_default()
    }
}
