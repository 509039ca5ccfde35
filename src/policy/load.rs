//! Reading the files: every mistake of every file at once, each with its line.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::domain::deadline::Regime;

use super::datamap::Datamap;
use super::purposes::Purposes;
use super::thresholds::Thresholds;
use super::{PolicyError, PolicySet, PolicyText, hash, lint};

/// The files of one set, by name.
pub type Texts = BTreeMap<String, String>;

/// Loads a folder. `regime` is a file of `regimes/`.
///
/// # Errors
/// Every mistake.
pub fn from_dir(dir: &Path, regime: &str) -> Result<PolicySet, Vec<PolicyError>> {
    let mut texts = Texts::new();
    let mut missing = Vec::new();
    let regime_file = format!("regimes/{regime}.toml");
    for name in ["thresholds.toml", "purposes.toml", "datamap.toml", &regime_file] {
        match std::fs::read_to_string(dir.join(name)) {
            Ok(text) => {
                texts.insert(name.to_owned(), text);
            }
            Err(error) => missing.push(PolicyError {
                file: dir.join(name).display().to_string(),
                line: 0,
                what: format!("it cannot be read ({error}); `habeas init` writes the policies that a gateway begins with"),
            }),
        }
    }
    if missing.is_empty() { from_texts(&texts, &regime_file) } else { Err(missing) }
}

/// Loads texts.
///
/// # Errors
/// Every mistake.
pub fn from_texts(texts: &Texts, regime_file: &str) -> Result<PolicySet, Vec<PolicyError>> {
    let text = |name: &str| texts.get(name).map(String::as_str).unwrap_or_default();
    let mut wrong = Vec::new();
    let mut keep = |errors: Vec<PolicyError>| wrong.extend(errors);
    let thresholds = Thresholds::checked(text("thresholds.toml")).map_err(&mut keep).ok();
    let purposes = read::<Purposes>("purposes.toml", text("purposes.toml")).map_err(&mut keep).ok();
    let datamap = read::<Datamap>("datamap.toml", text("datamap.toml")).map_err(&mut keep).ok();
    let regime = read::<Regime>(regime_file, text(regime_file)).map_err(&mut keep).ok();
    if let Some(purposes) = &purposes {
        keep(lint::purposes(purposes, text("purposes.toml")));
    }
    if let Some(datamap) = &datamap {
        keep(lint::datamap(datamap, text("datamap.toml")));
    }
    let (Some(thresholds), Some(purposes), Some(datamap), Some(regime)) =
        (thresholds, purposes, datamap, regime)
    else {
        return Err(wrong);
    };
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut named = BTreeMap::new();
    for (name, text) in texts {
        let hash = hash::of(text).map_err(|error| vec![error])?;
        named.insert(name.clone(), PolicyText { hash, text: text.clone() });
    }
    Ok(PolicySet { thresholds, purposes, datamap, regime, texts: named })
}

/// Reads one file into its type.
pub(super) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Vec<PolicyError>> {
    toml::from_str(text).map_err(|error| vec![toml_error(file, text, &error)])
}

/// Where a parser stumbled, and what to do about it.
pub(super) fn toml_error(file: &str, text: &str, error: &toml::de::Error) -> PolicyError {
    let start = error.span().map_or(0, |span| span.start);
    let line = 1 + text.get(..start).unwrap_or_default().matches('\n').count();
    let message = &error
        .message()
        .replace("expected u32", "a whole number is needed")
        .replace("expected a borrowed string", "text is needed");
    let what = match nearest_expected(message) {
        Some(near) => format!("{message}; did you mean `{near}`?"),
        None if message.starts_with("missing field") => {
            format!("{}; add it", message.replace("field", "key"))
        }
        None => format!("{message}; see the comments at the head of the file"),
    };
    PolicyError { file: file.to_owned(), line, what }
}

// `unknown field `widow_days`, expected one of `id`, `window_days`…`
fn nearest_expected(message: &str) -> Option<String> {
    let rest = message
        .strip_prefix("unknown field `")
        .or_else(|| message.strip_prefix("unknown variant `"))?;
    let (wrong, rest) = rest.split_once('`')?;
    let known: Vec<String> = rest.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    super::nearest(wrong, &known)
}

/// The line on which a piece of text first stands, from 1; 0 when it does not.
pub(super) fn line_of(text: &str, piece: &str) -> usize {
    text.lines().position(|line| line.contains(piece)).map_or(0, |at| at + 1)
}
