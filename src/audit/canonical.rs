//! Canonical JSON (RFC 8785): one text for each value, so that a value can be hashed.
//!
//! Start with [`to_vec`], which writes any `Serialize` type in one pass, and [`parse_strict`], which reads only what
//! [`to_vec`] writes. Payloads hold whole numbers only; anything else is refused, not rounded.

use serde::Serialize;
use serde_json::Value;

use self::writer::Writer;

mod error;
mod serializer;
mod writer;

pub use error::CanonicalError;
pub use writer::WHOLE_MAX;

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

#[cfg(test)]
mod tests;
