//! Who sends a form: somebody who is signed in, or somebody who writes down an address.

use actix_web::HttpRequest;

use crate::casework::intake::ask::Labels;
use crate::domain::identity::{Asker, Personal};
use crate::web::App;
use crate::web::session::Signed;

use super::frame::Form;

/// In whose name.
pub(super) struct Sender {
    pub(super) asker: Asker,
    pub(super) labels: Labels,
    pub(super) is_signed: bool,
}

/// Why a form is in nobody's name.
pub(super) enum NotSent {
    /// It was made for somebody who is signed in, and not for this session.
    Elsewhere,
    /// There is no address in it.
    NoAddress,
}

impl Sender {
    /// The form says whether it was made for somebody who is signed in: what they wrote then is sent in nobody else's name.
    pub(super) fn of(
        app: &App,
        request: &HttpRequest,
        signed: Option<&Signed>,
        filled: &Form,
        form: &str,
    ) -> Result<Self, NotSent> {
        let mark = filled.text("mark");
        match signed {
            Some(signed) if signed.sent(app, request, form, &mark) => {
                let session = signed.session.clone();
                Ok(Self { asker: session.asker, labels: session.labels, is_signed: true })
            }
            Some(_) => Err(NotSent::Elsewhere),
            None if !mark.is_empty() => Err(NotSent::Elsewhere),
            None => {
                let address = filled.address().ok_or(NotSent::NoAddress)?;
                let asker = Asker::Address(Personal::new(address));
                Ok(Self { asker, labels: Labels::default(), is_signed: false })
            }
        }
    }
}
