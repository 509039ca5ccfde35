//! Files that an officer attaches to an answer: sealed with the person's key, told to the log by digest, and handed to the
//! person and to the office alone.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::audit::hex::hex;
use crate::audit::leaf::case::{AttachmentKept, What};
use crate::audit::merkle::Hash;
use crate::domain::id::{AttachmentId, Reference};
use crate::domain::identity::Personal;
use crate::store::Tx;
use crate::store::columns::attachments;
use crate::store::rows::{AttachmentRow, CaseRow};
use crate::store::vault::{Dek, Place, random};

use crate::casework::case::reading::{self, Reader};
use crate::casework::case::record::{Loaded, kept_leaf};
use crate::casework::people::{self, Known};
use crate::casework::{CaseworkError, Office};

const NAME_CHARS_MAX: usize = 120;
const MEDIA_TYPE_BYTES_MAX: usize = 100;
/// A row of the database holds it, and is opened at once.
const CONTENT_BYTES_MAX: usize = 10 << 20;

/// A file that is to go with an answer.
#[derive(Clone, Debug)]
pub struct File {
    title: Personal<Title>,
    content: Personal<Vec<u8>>,
}

/// What a file is called, and what it is. Names tell about people, so it is sealed like the content.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Title {
    /// As its reader saves it.
    pub name: String,
    /// Such as `application/pdf`.
    pub media_type: String,
}

/// A file as its reader sees it before opening it.
#[derive(Clone, Debug)]
pub struct Attached {
    /// Its id.
    pub id: AttachmentId,
    /// Its name and kind.
    pub title: Personal<Title>,
    /// Of the content, in bytes.
    pub size: i64,
}

impl File {
    /// A file with a name that can be saved everywhere.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(name: String, media_type: String, content: Vec<u8>) -> Result<Self, Wrong> {
        let wrong = |what: &str| Err(Wrong { pointer: "#/attachments", what: what.to_owned() });
        let length = name.chars().count();
        let is_path = |c: char| c.is_control() || matches!(c, '/' | '\\');
        if !(1..=NAME_CHARS_MAX).contains(&length) || name.contains(is_path) {
            return wrong(
                "a file's `name` has 1 to 120 characters, no path and no control characters",
            );
        }
        if name.trim_matches(['.', ' ']).is_empty() {
            return wrong("a file's `name` is more than dots and blanks");
        }
        if !is_media_type(&media_type) {
            return wrong("a file's `media_type` is written like `application/pdf`");
        }
        if content.is_empty() {
            return wrong("a file is empty; leave it out");
        }
        if content.len() > CONTENT_BYTES_MAX {
            return wrong("a file is larger than 10 MiB; make two of it");
        }
        let title = Title { name, media_type };
        Ok(Self { title: Personal::new(title), content: Personal::new(content) })
    }
}

/// RFC 9110, 8.3.1, without parameters.
fn is_media_type(text: &str) -> bool {
    let is_token = |text: &str| {
        let other = b"!#$%&'*+-.^_`|~";
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || other.contains(&b))
    };
    text.len() <= MEDIA_TYPE_BYTES_MAX
        && text.split_once('/').is_some_and(|(kind, sub)| is_token(kind) && is_token(sub))
}

fn title_of(id: &[u8]) -> Place<'_> {
    Place { table: "attachments", column: "title", row: id }
}

fn content_of(id: &[u8]) -> Place<'_> {
    Place { table: "attachments", column: "sealed", row: id }
}

fn told(reference: Reference, row: &AttachmentRow) -> AttachmentKept {
    AttachmentKept {
        reference,
        attachment: hex(&row.id),
        made_at: row.made_at,
        size: row.size,
        title: hex(&Hash::of(&row.title).0),
        sha256: hex(&Hash::of(&row.sealed).0),
    }
}

/// Whether this is what the log was told.
pub(crate) fn is_told(kept: &AttachmentKept, row: &AttachmentRow) -> bool {
    (kept.made_at, kept.size) == (row.made_at, row.size)
        && kept.title == hex(&Hash::of(&row.title).0)
        && kept.sha256 == hex(&Hash::of(&row.sealed).0)
}

/// Whether both sealed parts open.
pub(crate) fn opens(key: &Dek, row: &AttachmentRow) -> bool {
    key.open(&title_of(&row.id), &row.title).is_ok()
        && key.open(&content_of(&row.id), &row.sealed).is_ok()
}

/// Stores a file with a case, and tells the log of it.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    file: &File,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let id = AttachmentId::new(now, random()).0;
    let title = attachments::title.to_json(file.title.reveal())?;
    let content = file.content.reveal();
    let key = &case.person.key;
    let row = AttachmentRow {
        id: id.to_vec(),
        case_id: case.row.id.clone(),
        subject_id: case.row.subject_id.clone(),
        made_at: now.0,
        size: attachments::size.read(i64::try_from(content.len()))?,
        title: key.seal(&title_of(&id), &title)?,
        sealed: key.seal(&content_of(&id), content)?,
    };
    let kept = told(case.reference, &row);
    kept_leaf(tx, now, case, &kept)?;
    tx.insert_attachment(&row)?;
    Ok(())
}

/// The files of a case, in the order in which they were attached.
pub(crate) fn of_case(
    tx: &mut Tx<'_>,
    person: &Known,
    row: &CaseRow,
) -> Result<Vec<Attached>, CaseworkError> {
    let stored = tx.attachment_titles_of(&row.id)?.into_iter();
    stored.map(|(id, title, size)| attached(&person.key, &id, &title, size)).collect()
}

fn attached(key: &Dek, id: &[u8], title: &[u8], size: i64) -> Result<Attached, CaseworkError> {
    let title = attachments::title.json(key.open(&title_of(id), title)?)?;
    let id = AttachmentId(attachments::id.bytes(id)?);
    Ok(Attached { id, title: Personal::new(title), size })
}

/// One file with its content.
///
/// # Errors
/// [`CaseworkError::NoSuchAttachment`], or the case is somebody else's.
pub async fn read(
    office: &Arc<Office>,
    reader: Reader,
    reference: Reference,
    id: AttachmentId,
) -> Result<(Attached, Vec<u8>), CaseworkError> {
    let (inside, own) = (Arc::clone(office), reader.clone());
    let look = move |tx: &mut Tx<'_>| {
        let row = reading::find(tx, &inside, &own, reference)?;
        let stored = tx.attachment(&id.0)?.filter(|stored| stored.case_id == row.id);
        let stored = stored.ok_or(CaseworkError::NoSuchAttachment)?;
        let person = people::by_id(tx, &inside.vault, &row.subject_id)?;
        let key = person.ok_or(CaseworkError::NoSuchAttachment)?.key;
        let content = key.open(&content_of(&id.0), &stored.sealed)?;
        Ok::<_, CaseworkError>((attached(&key, &id.0, &stored.title, stored.size)?, content))
    };
    let file = office.store.read("attachment", look).await?;
    reading::leave_trace(office, reader, reference, What::Attachment).await?;
    Ok(file)
}

/// What is wrong with an answer, and at which member of it.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{what}")]
pub struct Wrong {
    /// The member, as a JSON pointer.
    pub pointer: &'static str,
    /// What would do.
    pub what: String,
}
