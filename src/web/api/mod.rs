//! The JSON routes under `/v1`.

pub mod announcements;
pub mod attachments;
pub mod audit;
pub mod cases;
pub mod changes;
pub mod check;
pub mod choices;
pub mod clock;
pub mod entering;
pub mod fairness;
pub mod feed;
pub mod health;
pub mod letters;
pub mod objections;
pub mod policy;
pub mod portal;
pub(super) mod query;
pub mod recipients;
pub mod requests;
pub mod review;
pub mod taken;

use serde::Deserialize;

use crate::domain::id::{CaseId, Reference};

use super::problem::Problem;

const LIMIT_MAX: u16 = 200;

/// `?limit=` and `?cursor=` of a list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paging {
    limit: Option<u16>,
    cursor: Option<String>,
}

impl Paging {
    fn limit(&self) -> Result<u16, Problem> {
        match self.limit.unwrap_or(50) {
            limit @ 1..=LIMIT_MAX => Ok(limit),
            _ => Err(Problem::BadRequest("`limit` must be from 1 to 200".into())),
        }
    }

    fn cursor(&self) -> Result<Option<CaseId>, Problem> {
        let read = |cursor: &String| {
            cursor.parse().map_err(|_| {
                Problem::BadRequest(
                    "`cursor` is not one that a list gave; leave it out to begin".into(),
                )
            })
        };
        self.cursor.as_ref().map(read).transpose()
    }
}

/// A reference in a path. One that cannot be read names nothing, like one that does not exist.
fn reference(text: &str) -> Result<Reference, Problem> {
    text.parse().map_err(|_| Problem::Casework(crate::casework::CaseworkError::NoSuchCase))
}
