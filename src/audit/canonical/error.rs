//! Why something is not canonical.

use std::fmt::Display;

use serde::ser;

/// Why a value has no canonical text, or a text is not canonical. Never quotes the value: payloads are personal.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CanonicalError {
    /// A floating point number, even a whole one.
    #[error("canonical JSON holds whole numbers only here; write a fraction as a string")]
    Fraction,
    /// Beyond what every reader keeps.
    #[error(
        "a number in canonical JSON lies between -2^53 and 2^53; write a larger one as a string"
    )]
    TooLarge,
    /// A map whose keys are neither strings nor numbers.
    #[error("the keys of a JSON object are strings")]
    Key,
    /// The same key twice in one object.
    #[error("a JSON object names a key twice")]
    DuplicateKey,
    /// What the value's own `Serialize` complained of.
    #[error("the value cannot be written as JSON: {0}")]
    Value(String),
    /// Not JSON.
    #[error("this is not JSON, from line {line}, column {column} on")]
    Json {
        /// Counted from 1.
        line: usize,
        /// Counted from 1; 0 at the start of a line.
        column: usize,
    },
    /// JSON, but spelled in another way.
    #[error("this JSON is not in its canonical form (RFC 8785)")]
    NotCanonical,
}

impl ser::Error for CanonicalError {
    fn custom<T: Display>(message: T) -> Self {
        Self::Value(message.to_string())
    }
}
