//! Reading the files: every mistake of every file at once, each with its file, line, lint and remedy.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::domain::deadline::Regime;

use super::datamap::{self, Datamap};
use super::packs::Pack;
use super::purposes::{self, Purposes};
use super::shape::{Kind, Shape, may, needed};
use super::text::{Read, read};
use super::thresholds::Thresholds;
use super::{PolicyError, PolicySet, PolicyText, hash, lint, secret, shape};

/// The file whose systems may need secrets.
pub const DATAMAP: &str = "datamap.toml";

/// The files of one set, by name.
pub type Texts = BTreeMap<String, String>;

/// Which files a set consists of, beside those that every set has.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wanted {
    /// A file of `regimes/`, without its ending.
    pub regime: String,
    /// Files of `packs/`, without their ending.
    pub packs: Vec<String>,
}

impl Wanted {
    /// A regime, and no packs.
    pub fn regime(regime: &str) -> Self {
        Self { regime: regime.to_owned(), packs: Vec::new() }
    }

    /// The names of all files.
    pub fn files(&self) -> Vec<String> {
        let mut files: Vec<String> =
            ["thresholds.toml", "purposes.toml", DATAMAP].map(str::to_owned).to_vec();
        files.push(self.regime_file());
        files.extend(self.packs.iter().map(|pack| pack_file(pack)));
        files
    }

    fn regime_file(&self) -> String {
        format!("regimes/{}.toml", self.regime)
    }
}

fn pack_file(pack: &str) -> String {
    format!("packs/{pack}.toml")
}

const REGIME: Shape = &[
    needed("id", Kind::Text),
    may("months", Kind::Whole),
    may("extension_months", Kind::Whole),
    may("days", Kind::Whole),
    may("extension_days", Kind::Whole),
    needed("pauses_for_identity", Kind::Flag),
    needed("pauses_for_clarification", Kind::Flag),
    needed("identity_asked_within_days", Kind::Whole),
    may("suspension", Kind::OneOf(&["remaining", "excluded"])),
];

/// Loads a folder. `regime` is a file of `regimes/`.
///
/// # Errors
/// Every mistake.
pub fn from_dir(dir: &Path, regime: &str) -> Result<PolicySet, Vec<PolicyError>> {
    load_dir(dir, &Wanted::regime(regime))
}

/// Loads a folder.
///
/// # Errors
/// Every mistake.
pub fn load_dir(dir: &Path, wanted: &Wanted) -> Result<PolicySet, Vec<PolicyError>> {
    let (texts, missing) = texts(dir, wanted);
    match from(dir, &texts, &BTreeSet::new(), wanted) {
        Ok(set) if missing.is_empty() => Ok(set),
        Ok(_) => Err(missing),
        Err(mut wrong) => {
            wrong.extend(missing);
            Err(wrong)
        }
    }
}

/// The texts of a folder, and what could not be read.
pub fn texts(dir: &Path, wanted: &Wanted) -> (Texts, Vec<PolicyError>) {
    let mut texts = Texts::new();
    let mut missing = Vec::new();
    for name in wanted.files() {
        match std::fs::read_to_string(dir.join(&name)) {
            Ok(text) => {
                texts.insert(name, text);
            }
            Err(error) => missing.push(PolicyError {
                file: dir.join(&name).display().to_string(),
                line: 0,
                what: format!("it cannot be read ({error}); `habeas init` writes the policies that a gateway begins with"),
                lint: "unreadable",
            }),
        }
    }
    (texts, missing)
}

/// Loads texts.
///
/// # Errors
/// Every mistake.
pub fn from_texts(texts: &Texts, regime_file: &str) -> Result<PolicySet, Vec<PolicyError>> {
    let regime = regime_file.trim_start_matches("regimes/").trim_end_matches(".toml");
    from(Path::new(""), texts, &BTreeSet::new(), &Wanted::regime(regime))
}

/// Loads texts that lie, or would lie, in a folder. Those `kept` were in force before and are not linted again. A file
/// that is not there is passed over in the list of mistakes: whoever read the folder has named it.
///
/// # Errors
/// Every mistake.
pub fn from(
    dir: &Path,
    texts: &Texts,
    kept: &BTreeSet<String>,
    wanted: &Wanted,
) -> Result<PolicySet, Vec<PolicyError>> {
    let reader = Reader { dir, texts, kept };
    let mut wrong = Vec::new();
    // A mistake may quote what stands there.
    let hide = |error: PolicyError| PolicyError { what: secret::scrubbed(&error.what), ..error };
    let mut keep = |errors: Vec<PolicyError>| wrong.extend(errors.into_iter().map(hide));
    let thresholds = reader.file("thresholds.toml", Thresholds::parse_in, Thresholds::checked);
    let thresholds = thresholds.map_err(&mut keep).ok();
    let purposes = reader.file("purposes.toml", read::<Purposes>, |file, text| {
        shaped(file, text, purposes::SHAPE, lint::purposes)
    });
    let purposes = purposes.map_err(&mut keep).ok();
    let datamap = reader.file(DATAMAP, read::<Datamap>, |file, text| {
        shaped(file, text, datamap::SHAPE, lint::datamap)
    });
    let datamap = datamap.map_err(&mut keep).ok();
    let regime = reader.file(&wanted.regime_file(), read::<Regime>, |file, text| {
        shaped(file, text, REGIME, |_, _: &Regime, _| Vec::new())
    });
    let regime = regime.map_err(&mut keep).ok();
    let mut packs = Vec::new();
    for pack in &wanted.packs {
        let read = reader.file(&pack_file(pack), Pack::parse, Pack::checked);
        packs.extend(read.map_err(&mut keep));
    }
    let (Some(thresholds), Some(purposes), Some(datamap), Some(regime)) =
        (thresholds, purposes, datamap, regime)
    else {
        return Err(wrong);
    };
    if !wrong.is_empty() || packs.len() < wanted.packs.len() {
        return Err(wrong);
    }
    let mut named = BTreeMap::new();
    for (name, text) in texts {
        // Every officer can read what is stored, for ever: no password gets there.
        let text = if name == DATAMAP { secret::without(text) } else { text.clone() };
        let hash = hash::of(&text).map_err(|error| vec![error])?;
        named.insert(name.clone(), PolicyText { hash, text });
    }
    let hints = packs.iter().map(Pack::rules).collect();
    Ok(PolicySet { thresholds, purposes, datamap, regime, packs, hints, texts: named })
}

struct Reader<'r> {
    dir: &'r Path,
    texts: &'r Texts,
    kept: &'r BTreeSet<String>,
}

impl Reader<'_> {
    fn file<T>(
        &self,
        name: &str,
        again: impl FnOnce(&str, &str) -> Read<T>,
        anew: impl FnOnce(&str, &str) -> Read<T>,
    ) -> Read<T> {
        let Some(text) = self.texts.get(name) else { return Err(Vec::new()) };
        let file = self.dir.join(name).display().to_string();
        if self.kept.contains(name) { again(&file, text) } else { anew(&file, text) }
    }
}

/// Checks the shape of a text, reads it and lints it.
fn shaped<T: DeserializeOwned>(
    file: &str,
    text: &str,
    shape: Shape,
    lints: impl FnOnce(&str, &T, &str) -> Vec<PolicyError>,
) -> Read<T> {
    let wrong = shape::check(file, text, shape);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let value: T = read(file, text)?;
    let wrong = lints(file, &value, text);
    if wrong.is_empty() { Ok(value) } else { Err(wrong) }
}
