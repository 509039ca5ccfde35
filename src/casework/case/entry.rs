//! A request that an officer entered: the way it came, who typed it in, who is meant and who acts for them. What tells about people
//! lies sealed with the case; the log keeps its digest. Nothing that decides looks at any of it (invariant 6).

use serde::{Deserialize, Serialize};

use crate::audit::leaf::case::RequestEntered;
use crate::audit::merkle::Hash;
use crate::domain::id::{CaseId, Reference};
use crate::domain::time::Instant;
use crate::store::Tx;

use crate::casework::CaseworkError;
use crate::casework::log;
use crate::casework::people::Known;

/// The way by which it came.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// On paper.
    Letter,
    /// By a call.
    Phone,
    /// Said at the counter.
    Counter,
    /// To a mailbox.
    Email,
    /// By anything else (Art. 12(2): any way will do).
    Other,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Letter, Self::Phone, Self::Counter, Self::Email, Self::Other];

    /// The word of the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Phone => "phone",
            Self::Counter => "counter",
            Self::Email => "email",
            Self::Other => "other",
        }
    }

    /// Reads the word of the API.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// In what capacity somebody acts for another (LAW section 5).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// By a mandate of the profession.
    Lawyer,
    /// For a child.
    Parent,
    /// By appointment.
    Guardian,
    /// Art. 80(1), or another body.
    Organisation,
    /// Anybody else with a mandate.
    Other,
}

impl Capacity {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Lawyer, Self::Parent, Self::Guardian, Self::Organisation, Self::Other];

    /// The word of the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lawyer => "lawyer",
            Self::Parent => "parent",
            Self::Guardian => "guardian",
            Self::Organisation => "organisation",
            Self::Other => "other",
        }
    }

    /// Reads the word of the API.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|capacity| capacity.code() == code)
    }
}

/// Who acts for the person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    /// As what.
    pub kind: Capacity,
    /// Their name.
    pub name: String,
    /// How they are reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// What shows that they may, in words; a paper is a file of the case. No form is asked for (LAW section 5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<String>,
}

/// What an officer wrote down.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The way it came.
    pub came_by: Way,
    /// Who typed it in.
    pub by: String,
    /// When.
    pub at: Instant,
    /// The person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where a letter reaches them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal: Option<String>,
    /// An address of theirs that nobody has confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// How it is known whose account it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// Who acts for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<Representative>,
}

impl Entry {
    fn digest(&self, person: &Known) -> Result<String, CaseworkError> {
        let bytes = serde_json::to_vec(self).map_err(|_| CaseworkError::Unmade("entry"))?;
        Ok(Hash(person.key.digest("entry", &bytes)).to_string())
    }
}

/// Tells the log of it.
pub(crate) fn tell(
    tx: &mut Tx<'_>,
    entry: &Entry,
    person: &Known,
    case: CaseId,
    (reference, received_at): (Reference, Instant),
) -> Result<(), CaseworkError> {
    let told = RequestEntered {
        reference,
        received_at,
        at: entry.at,
        by: entry.by.clone(),
        came_by: entry.came_by.code().to_owned(),
        digest: entry.digest(person)?,
    };
    let holder = (person.id.0.as_slice(), &person.key);
    log::leaf(tx, entry.at, holder, Some(case), &told)?;
    Ok(())
}

/// Whether this is what the log was told.
pub(crate) fn is_told(told: &RequestEntered, entry: &Entry, person: &Known) -> bool {
    (told.at, &told.by, told.came_by.as_str()) == (entry.at, &entry.by, entry.came_by.code())
        && entry.digest(person).is_ok_and(|digest| digest == told.digest)
}
