//! Canonical JSON (RFC 8785): one text for each value, so that a value can be hashed.
//!
//! Start with [`to_vec`], which writes any `Serialize` type in one pass, and [`parse_strict`], which reads only what
//! [`to_vec`] writes. Payloads hold whole numbers only; anything else is refused, not rounded.

use std::fmt::Display;

use serde::{Serialize, ser};
use serde_json::Value;

use self::writer::Writer;

mod serializer;
mod writer;

/// Whole numbers between minus this and this survive every JSON reader (RFC 7493, section 2.2): 2^53.
pub const WHOLE_MAX: u64 = 1 << 53;

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

/// The canonical text of a value.
pub fn to_vec(value: &impl Serialize) -> Result<Vec<u8>, CanonicalError> {
    let mut writer = Writer { out: Vec::with_capacity(256) };
    value.serialize(&mut writer)?;
    Ok(writer.out)
}

/// The canonical text of a JSON value.
pub fn of_value(value: &Value) -> Result<Vec<u8>, CanonicalError> {
    to_vec(value)
}

/// Reads canonical text. Refuses other spellings of the same value, and with them keys that occur twice.
pub fn parse_strict(bytes: &[u8]) -> Result<Value, CanonicalError> {
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|error| CanonicalError::Json { line: error.line(), column: error.column() })?;
    if to_vec(&value)? == bytes { Ok(value) } else { Err(CanonicalError::NotCanonical) }
}

impl ser::Error for CanonicalError {
    fn custom<T: Display>(message: T) -> Self {
        Self::Value(message.to_string())
    }
}

#[cfg(test)]
mod tests;
