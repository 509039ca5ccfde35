//! Objections, what one can object to, and choices.

use serde::Serialize;

use crate::domain::objection::{Assurance, Objection, Standing};
use crate::domain::right::PurposeKind;
use crate::objections::Entry;
use crate::policy::language::Words;
use crate::policy::purposes::Purpose;

use super::Moment;

/// What somebody said about one use, and from which epoch on pipelines know it.
#[derive(Serialize)]
pub(in crate::web) struct Said<'o> {
    purpose: &'o str,
    objected: bool,
    since: Option<Moment>,
    epoch: i64,
    #[serde(flatten)]
    record: Option<Record>,
}

/// Whoever never said anything has none.
#[derive(Serialize)]
struct Record {
    standing: Standing,
    assurance: Assurance,
    receipt: String,
}

impl<'o> Said<'o> {
    pub(in crate::web) fn of(objection: &'o Objection, epoch: i64) -> Self {
        Self {
            purpose: &objection.purpose,
            objected: objection.standing == Standing::InForce,
            since: Some(Moment(objection.since)),
            epoch,
            record: Some(Record {
                standing: objection.standing,
                assurance: objection.assurance,
                receipt: format!("/v1/objections/{}/receipt", objection.purpose),
            }),
        }
    }

    pub(in crate::web) fn nothing(purpose: &'o str, epoch: i64) -> Self {
        Self { purpose, objected: false, since: None, epoch, record: None }
    }
}

/// A use of the data that one can object to, or withdraw a consent to.
#[derive(Serialize)]
pub(in crate::web) struct Use<'p> {
    id: &'p str,
    kind: PurposeKind,
    legal_basis: &'p str,
    title: &'p Words,
    words: &'p Words,
    already_used: &'p Words,
}

impl<'p> Use<'p> {
    pub(in crate::web) fn of(purpose: &'p Purpose) -> Self {
        Self {
            id: &purpose.id,
            kind: purpose.kind,
            legal_basis: &purpose.legal_basis,
            title: &purpose.title,
            words: &purpose.words,
            already_used: &purpose.already_used,
        }
    }
}

/// One use on a company's own page, with the person's link.
#[derive(Serialize)]
pub(in crate::web) struct Choice<'p> {
    pub(in crate::web) purpose: &'p str,
    pub(in crate::web) kind: PurposeKind,
    pub(in crate::web) title: &'p str,
    pub(in crate::web) objected: bool,
    pub(in crate::web) since: Option<Moment>,
    pub(in crate::web) assurance: Option<Assurance>,
    pub(in crate::web) link: String,
}

/// All of them, and the same as HTML.
#[derive(Serialize)]
pub(in crate::web) struct Choices<'p> {
    pub(in crate::web) items: Vec<Choice<'p>>,
    pub(in crate::web) html: String,
}

/// Whether somebody objects, for a program that holds their link.
#[derive(Serialize)]
pub(in crate::web) struct State<'p> {
    pub(in crate::web) purpose: &'p str,
    pub(in crate::web) objected: bool,
    pub(in crate::web) since: Option<Moment>,
}

/// One change of the feed.
#[derive(Serialize)]
pub(in crate::web) struct Changed {
    mark: String,
    objected: bool,
    restricted: bool,
    since: Option<Moment>,
    epoch: i64,
}

impl Changed {
    pub(in crate::web) fn of(entry: &Entry) -> Self {
        Self {
            mark: entry.mark.to_string(),
            objected: entry.stop.is_some(),
            restricted: entry.stop.is_some_and(|stop| stop.is_restricted),
            since: entry.stop.map(|stop| Moment(stop.since)),
            epoch: entry.epoch,
        }
    }
}

/// A page of the feed.
#[derive(Serialize)]
pub(in crate::web) struct Changes {
    pub(in crate::web) items: Vec<Changed>,
    /// After which epoch to go on.
    pub(in crate::web) next: i64,
    pub(in crate::web) more: bool,
}
