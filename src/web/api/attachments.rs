//! Files that go with an answer: taken from an officer, handed to the person.

use actix_web::HttpResponse;
use actix_web::http::header::{
    Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};
use actix_web::web::{Data, Path};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use crate::casework::case::attachments::{self, File, Wrong};
use crate::casework::case::reading::Reader;
use crate::domain::id::{AttachmentId, Reference};
use crate::web::App;
use crate::web::answer::private;
use crate::web::problem::Problem;

use super::reference;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct FileBody {
    name: String,
    media_type: String,
    content: String,
}

/// A file out of the body of an answer.
pub(super) fn file(body: FileBody) -> Result<File, Problem> {
    let content = STANDARD.decode(body.content).map_err(|_| Problem::Unprocessable {
        pointer: "#/attachments",
        detail: "the `content` of a file is not base64; encode its bytes with the standard alphabet and padding".into(),
    })?;
    Ok(File::new(body.name, body.media_type, content)?)
}

impl From<Wrong> for Problem {
    fn from(Wrong { pointer, what }: Wrong) -> Self {
        Self::Unprocessable { pointer, detail: what }
    }
}

/// `GET /v1/requests/{ref}/attachments/{id}`: to be saved, never shown. Whatever is inside does not run in our name.
pub(in crate::web) async fn one(
    app: Data<App>,
    path: Path<(String, String)>,
    reader: Reader,
) -> Result<HttpResponse, Problem> {
    let (case, id) = path.into_inner();
    let id: AttachmentId = id.parse().map_err(|_| Problem::NotFound("there is no such file"))?;
    file_for(&app, reader, reference(&case)?, id).await
}

/// A file, for whoever may have it.
pub(in crate::web) async fn file_for(
    app: &App,
    reader: Reader,
    reference: Reference,
    id: AttachmentId,
) -> Result<HttpResponse, Problem> {
    let (file, content) = attachments::read(&app.office, reader, reference, id).await?;
    let title = file.title.reveal();
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header(saved_as(&title.name))
        .insert_header(("X-Content-Type-Options", "nosniff"))
        .insert_header(("Content-Type", title.media_type.as_str()));
    Ok(private(&mut answer).body(content))
}

/// RFC 6266: the name as it is, and a plain one for programs that cannot read it.
fn saved_as(name: &str) -> ContentDisposition {
    let plain = |c: char| if c.is_ascii() && !matches!(c, '"' | '%') { c } else { '_' };
    let exact = ExtendedValue {
        charset: Charset::Ext("UTF-8".to_owned()),
        language_tag: None,
        value: name.as_bytes().to_vec(),
    };
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![
            DispositionParam::Filename(name.chars().map(plain).collect()),
            DispositionParam::FilenameExt(exact),
        ],
    }
}
