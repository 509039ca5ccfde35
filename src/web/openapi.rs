//! The reference: the OpenAPI document, and a page that shows it without a script.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use askama::Template;
use serde_json::Value;

use super::problem;

const TEXT: &str = include_str!("openapi.json");

static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(TEXT).unwrap_or(Value::Null));

#[derive(Template)]
#[template(path = "web/templates/docs.html")]
struct Page {
    title: String,
    intro: String,
    routes: Vec<Route>,
    problems: Vec<problem::Kind>,
}

struct Route {
    method: String,
    path: String,
    summary: String,
    who: String,
    answers: Vec<(String, String)>,
}

/// `GET /openapi.json`
pub async fn document() -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(TEXT)
}

/// `GET /docs`
pub async fn page() -> HttpResponse {
    let text = |pointer: &str| {
        DOCUMENT.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let page = Page {
        title: text("/info/title"),
        intro: text("/info/description"),
        routes: routes(),
        problems: problem::KINDS.to_vec(),
    };
    match page.render() {
        Ok(html) => HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

fn routes() -> Vec<Route> {
    let paths = DOCUMENT.get("paths").and_then(Value::as_object);
    let each = paths.into_iter().flatten().flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flatten();
        methods.filter(|(method, _)| *method != "parameters").map(move |(method, operation)| {
            let text = |name: &str| {
                operation.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
            };
            let answers =
                operation.get("responses").and_then(Value::as_object).into_iter().flatten();
            Route {
                method: method.to_uppercase(),
                path: path.clone(),
                summary: text("summary"),
                who: text("x-who"),
                answers: answers
                    .map(|(status, answer)| {
                        let words = followed(answer).get("description");
                        let words = words.and_then(Value::as_str).unwrap_or_default();
                        (status.clone(), words.to_owned())
                    })
                    .collect(),
            }
        })
    });
    each.collect()
}

/// What stands where a reference leads; itself, where it is none.
fn followed(value: &'static Value) -> &'static Value {
    let to = value.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix('#'));
    to.and_then(|pointer| DOCUMENT.pointer(pointer)).unwrap_or(value)
}
