//! The letters of a case, as a list.

use crate::domain::id::NoticeId;
use crate::domain::time::Instant;
use crate::notices::Kind;
use crate::store::Tx;
use crate::store::rows::NoticeRow;

use crate::words::Language;

use crate::casework::CaseworkError;

/// A letter as its reader sees it.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// What it is about.
    pub kind: String,
    /// In which language.
    pub language: String,
    /// When it was written.
    pub made_at: Instant,
    /// When it reached the person, and how we know.
    pub told: Option<(Instant, String)>,
}

impl Notice {
    /// What it is about, for a list.
    pub fn heading(&self, language: Language) -> String {
        Kind::parse(&self.kind).map_or_else(String::new, |kind| kind.heading(language))
    }

    /// Whether it says that it takes longer.
    pub fn is_extension(&self) -> bool {
        self.kind == Kind::Extended.code()
    }
}

/// The letters of a case, oldest first.
pub(crate) fn of_case(tx: &mut Tx<'_>, case: &[u8]) -> Result<Vec<Notice>, CaseworkError> {
    tx.notices_of(case)?.into_iter().map(notice).collect()
}

pub(crate) fn notice(row: NoticeRow) -> Result<Notice, CaseworkError> {
    Ok(Notice {
        id: row.id()?,
        kind: row.kind,
        language: row.language,
        made_at: Instant(row.made_at),
        told: row.told_at.map(Instant).zip(row.told_how),
    })
}
