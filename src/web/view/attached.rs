//! Files and letters of a request, before anybody opens them.

use serde::Serialize;

use crate::casework::case::attachments::Attached;
use crate::casework::case::notices::Notice;
use crate::domain::id::{AttachmentId, NoticeId};

use super::Moment;

/// A file that goes with the answer.
#[derive(Serialize)]
pub(in crate::web) struct File<'c> {
    id: AttachmentId,
    name: &'c str,
    media_type: &'c str,
    size: i64,
    link: String,
}

impl<'c> File<'c> {
    /// `path` is that of the request.
    pub(in crate::web) fn of(path: &str, file: &'c Attached) -> Self {
        let title = file.title.reveal();
        Self {
            id: file.id,
            name: &title.name,
            media_type: &title.media_type,
            size: file.size,
            link: format!("{path}/attachments/{}", file.id),
        }
    }
}

/// A letter.
#[derive(Serialize)]
pub(in crate::web) struct Letter<'c> {
    id: NoticeId,
    kind: &'c str,
    language: &'c str,
    made_at: Moment,
    told_at: Option<Moment>,
    link: String,
}

impl<'c> Letter<'c> {
    /// `path` is that of the request.
    pub(in crate::web) fn of(path: &str, letter: &'c Notice) -> Self {
        Self {
            id: letter.id,
            kind: &letter.kind,
            language: &letter.language,
            made_at: Moment(letter.made_at),
            told_at: Moment::maybe(letter.told.as_ref().map(|(at, _)| *at)),
            link: format!("{path}/notices/{}", letter.id),
        }
    }
}
