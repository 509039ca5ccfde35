//! Texts of policies: read into a type, with the line of every mistake.

use serde::de::DeserializeOwned;

use super::PolicyError;

/// What was read, or every mistake.
pub(super) type Read<T> = Result<T, Vec<PolicyError>>;

/// Reads one file into its type.
pub(super) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Read<T> {
    toml::from_str(text).map_err(|error| vec![toml_error(file, text, &error)])
}

/// Where a parser stumbled, and what to do about it. The shape was checked before; what is left is rare.
pub(super) fn toml_error(file: &str, text: &str, error: &toml::de::Error) -> PolicyError {
    let start = error.span().map_or(0, |span| span.start);
    let message = error.message();
    // A dataset is read as a whole: its id says where it stands.
    let dataset = message.split_once("dataset `").and_then(|(_, rest)| rest.split_once('`'));
    let line = match dataset {
        Some((id, _)) => line_of(text, &format!("\"{id}\"")),
        None => 1 + text.get(..start).unwrap_or_default().matches('\n').count(),
    };
    let lint = match message {
        ground if ground.contains("ground") => "keep-ground",
        matches if matches.contains("`matches`") => "matches",
        _ => "wrong-type",
    };
    let what = format!("{message}; see the comments at the head of the file");
    PolicyError { file: file.to_owned(), line, what, lint }
}

/// The line on which a piece of text first stands, from 1; 0 when it does not. Comments do not count.
pub(super) fn line_of(text: &str, piece: &str) -> usize {
    let stands = |line: &str| !line.trim_start().starts_with('#') && line.contains(piece);
    text.lines().position(stands).map_or(0, |at| at + 1)
}
