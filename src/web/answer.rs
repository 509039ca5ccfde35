//! How an answer leaves.

use actix_web::{HttpResponse, HttpResponseBuilder};
use serde::ser::{Error as _, Serialize, Serializer};

/// What belongs to one person is cached nowhere.
pub(super) fn private(answer: &mut HttpResponseBuilder) -> &mut HttpResponseBuilder {
    answer.insert_header(("Cache-Control", "no-store"))
}

/// A view, for whoever asked alone.
pub(super) fn shown(view: &impl Serialize) -> HttpResponse {
    told(&mut HttpResponse::Ok(), view)
}

/// The same, with a status and headers of its own.
pub(super) fn told(answer: &mut HttpResponseBuilder, view: &impl Serialize) -> HttpResponse {
    json(private(answer), view)
}

/// A view, as JSON.
pub(super) fn json(answer: &mut HttpResponseBuilder, view: &impl Serialize) -> HttpResponse {
    answer.json(ByName(view))
}

/// The same JSON as a text, for a stream.
pub(super) fn text(view: &impl Serialize) -> String {
    serde_json::to_string(&ByName(view)).unwrap_or_default()
}

/// Members in the order of their names, from whatever parts a view is put together.
struct ByName<'v, V>(&'v V);

impl<V: Serialize> Serialize for ByName<'_, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        serde_json::to_value(self.0).map_err(S::Error::custom)?.serialize(to)
    }
}
