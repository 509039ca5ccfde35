//! Golden cases: what a thresholds file must say, in a file beside it that any operator can run.

use serde::Deserialize;

use crate::domain::case::Outcome;
use crate::domain::excess::{
    Asked, ChangeClass, Detriment, Reset, ResetKind, Reviewable, Sensitivity, assess,
};
use crate::domain::history::{
    Answer, Earlier, Fate, Grounds, Identity, Service, Standing, Timeliness,
};
use crate::domain::id::Reference;
use crate::domain::right::Scope;
use crate::domain::time::Instant;

use super::shape::{Kind, Shape, may, needed};
use super::thresholds::{CLASSES, RIGHTS, Thresholds};
use super::{PolicyError, shape, text};

const EARLIER: Shape = &[
    needed("received_at", Kind::Text),
    may("answered_at", Kind::Text),
    may("fate", Kind::OneOf(&["open", "merged", "withdrawn"])),
    may(
        "outcome",
        Kind::OneOf(&["fulfilled", "partial", "refused", "fee_proposed", "unidentifiable"]),
    ),
    may("identity", Kind::OneOf(&["verified", "unverified"])),
    may("late", Kind::Flag),
    may("own_grounds", Kind::Flag),
    may("disputed", Kind::Flag),
    may("self_service", Kind::Flag),
    may("other_scope", Kind::Flag),
];

const CASE: Shape = &[
    needed("name", Kind::Text),
    needed("right", Kind::OneOf(RIGHTS)),
    needed("class", Kind::OneOf(CLASSES)),
    may("sensitive", Kind::Flag),
    may("detriment", Kind::OneOf(&["scoring", "blocking", "training"])),
    needed("asked_at", Kind::Text),
    may("changed_at", Kind::Text),
    may("earlier", Kind::Tables(EARLIER)),
    needed("expect", Kind::OneOf(&["ordinary", "review"])),
    needed("counted", Kind::Whole),
];

const SHAPE: Shape = &[needed("case", Kind::Tables(CASE))];

/// How one case came out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseResult {
    /// Its name.
    pub name: String,
    /// Where it stands in the file.
    pub line: usize,
    /// What the file says.
    pub expected: String,
    /// What the thresholds say.
    pub got: String,
    /// Whether they agree.
    pub passed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    right: Reviewable,
    class: ChangeClass,
    #[serde(default)]
    sensitive: bool,
    #[serde(default)]
    detriment: Detriment,
    asked_at: String,
    changed_at: Option<String>,
    #[serde(default)]
    earlier: Vec<EarlierFile>,
    expect: Expect,
    counted: usize,
}

#[derive(Deserialize, PartialEq, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum Expect {
    Ordinary,
    Review,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "the file is read by people: `late = true`")]
struct EarlierFile {
    received_at: String,
    answered_at: Option<String>,
    fate: Option<FateFile>,
    outcome: Option<Outcome>,
    identity: Option<Identity>,
    #[serde(default)]
    late: bool,
    #[serde(default)]
    own_grounds: bool,
    #[serde(default)]
    disputed: bool,
    #[serde(default)]
    self_service: bool,
    #[serde(default)]
    other_scope: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum FateFile {
    Open,
    Merged,
    Withdrawn,
}

/// Runs the golden cases of a file.
///
/// # Errors
/// When the file of cases is broken.
pub fn run(
    thresholds: &Thresholds,
    file: &str,
    text: &str,
) -> Result<Vec<CaseResult>, Vec<PolicyError>> {
    let wrong = shape::check(file, text, SHAPE);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let read: File = text::read(file, text)?;
    let place = Place { file, text };
    read.case.iter().map(|case| one(thresholds, case, place)).collect()
}

#[derive(Clone, Copy)]
struct Place<'p> {
    file: &'p str,
    text: &'p str,
}

fn one(
    thresholds: &Thresholds,
    case: &Case,
    text: Place<'_>,
) -> Result<CaseResult, Vec<PolicyError>> {
    let scope = Scope::default();
    let history = (1..)
        .zip(&case.earlier)
        .map(|(n, earlier)| read(case.right, n, earlier, text))
        .collect::<Result<Vec<_>, _>>()?;
    let declared = match &case.changed_at {
        Some(at) => vec![Reset { at: instant(at, text)?, why: ResetKind::NewData }],
        None => Vec::new(),
    };
    let asked = Asked {
        right: case.right,
        scope: &scope,
        received_at: instant(&case.asked_at, text)?,
        class: case.class,
        sensitivity: if case.sensitive { Sensitivity::Sensitive } else { Sensitivity::Ordinary },
        detriment: case.detriment,
        service: Service::OnRequest,
    };
    let rule = thresholds.rule_for(case.right, case.class);
    let finding = assess(&asked, &history, &declared, rule, &thresholds.hash);
    let words = |expect: Expect, counted: usize| {
        let verdict = if expect == Expect::Review { "review" } else { "ordinary" };
        format!("{verdict} with {counted} counted")
    };
    let got = if finding.asks_for_review() { Expect::Review } else { Expect::Ordinary };
    let (expected, got) = (words(case.expect, case.counted), words(got, finding.counted.len()));
    let line = text::line_of(text.text, &format!("name = \"{}\"", case.name));
    Ok(CaseResult { name: case.name.clone(), line, passed: expected == got, expected, got })
}

fn read(
    right: Reviewable,
    n: u64,
    file: &EarlierFile,
    text: Place<'_>,
) -> Result<Earlier, Vec<PolicyError>> {
    let received_at = instant(&file.received_at, text)?;
    let fate = match file.fate {
        Some(FateFile::Open) => Fate::Open,
        Some(FateFile::Merged) => Fate::Merged,
        Some(FateFile::Withdrawn) => Fate::Withdrawn,
        None => Fate::Answered(Answer {
            at: match &file.answered_at {
                Some(at) => instant(at, text)?,
                None => received_at,
            },
            outcome: file.outcome.unwrap_or(Outcome::Fulfilled),
            timeliness: if file.late { Timeliness::Late } else { Timeliness::OnTime },
            grounds: if file.own_grounds { Grounds::Own } else { Grounds::None },
            service: if file.self_service { Service::SelfService } else { Service::OnRequest },
            delivered: None,
            standing: if file.disputed { Standing::Disputed } else { Standing::Undisputed },
        }),
    };
    let other = Scope { categories: ["another".to_owned()].into(), ..Scope::default() };
    Ok(Earlier {
        case: Reference::new(n),
        right: right.right(),
        scope: if file.other_scope { other } else { Scope::default() },
        received_at,
        identity: file.identity.unwrap_or(Identity::Verified),
        fate,
    })
}

fn instant(text: &str, place: Place<'_>) -> Result<Instant, Vec<PolicyError>> {
    Instant::parse(text).map_err(|_| {
        let what = format!("`{text}` is not an instant; write it as 2026-06-01T10:00:00Z");
        let line = text::line_of(place.text, text);
        vec![PolicyError { file: place.file.to_owned(), line, what, lint: "golden" }]
    })
}
