//! The name of a policy: SHA-256 over its content as canonical JSON. Comments and the order of keys do not change it, and
//! the secrets of a data map, which are left out of it before.

use aws_lc_rs::digest;
use serde_json::Value;

use super::{PolicyError, secret};

/// The content hash, hex.
///
/// # Errors
/// When the text is not TOML.
pub fn of(text: &str) -> Result<String, PolicyError> {
    of_file("policy", text)
}

/// The hash that a file has once it is in force.
///
/// # Errors
/// When the text is not TOML.
pub fn in_force(file: &str, text: &str) -> Result<String, PolicyError> {
    // Only a data map has systems, whatever its file is called.
    let has_systems = toml::from_str::<toml::Table>(text).is_ok_and(|t| t.contains_key("system"));
    if has_systems { of_file(file, &secret::without(text)) } else { of_file(file, text) }
}

/// The hash of a text as it is, with the name of its file for the mistake.
///
/// # Errors
/// When the text is not TOML.
pub fn of_file(file: &str, text: &str) -> Result<String, PolicyError> {
    let value: toml::Value = toml::from_str::<toml::Table>(text)
        .map(toml::Value::Table)
        .map_err(|error| super::text::toml_error(file, text, &error))?;
    // `serde_json::Map` is sorted by key, so that equal content has equal bytes.
    let json = canonical(&value).to_string();
    let hash = digest::digest(&digest::SHA256, json.as_bytes());
    Ok(hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn canonical(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text.clone()),
        toml::Value::Integer(n) => Value::from(*n),
        toml::Value::Float(x) => Value::String(format!("float {x}")),
        toml::Value::Boolean(b) => Value::Bool(*b),
        toml::Value::Datetime(at) => Value::String(format!("datetime {at}")),
        toml::Value::Array(items) => Value::Array(items.iter().map(canonical).collect()),
        toml::Value::Table(table) => {
            Value::Object(table.iter().map(|(k, v)| (k.clone(), canonical(v))).collect())
        }
    }
}
