//! The reference as a judge: what is sent and what is answered, held against `src/web/openapi.json`.
//!
//! An answer must be one that the document knows, to the last member. A request that the document refuses must be refused
//! by the gateway too; the other way round is not asked, because a document cannot say everything.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use http::{HeaderMap, Method};
use jsonschema::{Registry, Validator};
use serde_json::Value;

const BASE: &str = "https://habeas.invalid/openapi.json";
const PROBLEM: &str = "/components/schemas/Problem";

pub(crate) static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../src/web/openapi.json")).unwrap());
static REGISTRY: LazyLock<Registry<'static>> =
    LazyLock::new(|| Registry::new().add(BASE, &*DOCUMENT).unwrap().prepare().unwrap());
/// By their place: each is compiled once.
static SCHEMAS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

/// What was sent.
pub(crate) struct Sent {
    pub method: Method,
    pub path: String,
    pub query: Option<String>,
    pub headers: HeaderMap,
    pub body: Option<Vec<u8>>,
}

/// What came back.
pub(crate) struct Answered<'a> {
    pub status: u16,
    pub headers: &'a HeaderMap,
    /// Of JSON alone, and not of a HEAD.
    pub body: Option<&'a [u8]>,
}

/// Stops the test when the document and the gateway are of two minds.
pub(crate) fn hold(sent: &Sent, answered: &Answered<'_>) {
    let found = differences(sent, answered);
    assert!(
        found.is_empty(),
        "{} {} answered {}, and the document says otherwise:\n{}",
        sent.method,
        sent.path,
        answered.status,
        found.join("\n")
    );
}

/// A place in the document, with what stands there.
#[derive(Clone)]
struct Place {
    pointer: String,
    value: &'static Value,
}

impl Place {
    /// A member, wherever it stands in truth.
    fn member(&self, name: &str) -> Option<Self> {
        let member = self.as_written(name)?;
        let Some(to) = member.value.get("$ref").and_then(Value::as_str) else {
            return Some(member);
        };
        let pointer = to.strip_prefix('#').unwrap().to_owned();
        let value = DOCUMENT.pointer(&pointer).unwrap_or_else(|| panic!("{to} leads nowhere"));
        Some(Self { pointer, value })
    }

    fn as_written(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name)?;
        let escaped = name.replace('~', "~0").replace('/', "~1");
        Some(Self { pointer: format!("{}/{escaped}", self.pointer), value })
    }

    fn items(&self, name: &str) -> Vec<Self> {
        let Some(list) = self.as_written(name) else { return Vec::new() };
        let length = list.value.as_array().unwrap().len();
        let item = |at: usize| {
            let place = format!("{}/{at}", list.pointer);
            let value = DOCUMENT.pointer(&place).unwrap();
            match value.get("$ref").and_then(Value::as_str) {
                Some(to) => {
                    let pointer = to.strip_prefix('#').unwrap().to_owned();
                    let value = DOCUMENT.pointer(&pointer).unwrap();
                    Self { pointer, value }
                }
                None => Self { pointer: place, value },
            }
        };
        (0..length).map(item).collect()
    }

    fn text(&self, name: &str) -> &'static str {
        self.value.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    fn is(&self, name: &str) -> bool {
        self.value.get(name).and_then(Value::as_bool) == Some(true)
    }
}

/// The schema at a place.
fn schema(pointer: &str) -> Arc<Validator> {
    let mut schemas = SCHEMAS.lock().unwrap();
    if let Some(known) = schemas.get(pointer) {
        return Arc::clone(known);
    }
    let fragment = pointer.replace('{', "%7B").replace('}', "%7D");
    let at = serde_json::json!({ "$ref": format!("{BASE}#{fragment}") });
    let options = jsonschema::options().with_registry(&REGISTRY).should_validate_formats(true);
    let made = options.build(&at).unwrap_or_else(|error| panic!("{pointer}: {error}"));
    let made = Arc::new(made);
    schemas.insert(pointer.to_owned(), Arc::clone(&made));
    made
}

/// What is wrong with a value by the schema at a place.
fn wrong(pointer: &str, value: &Value) -> Vec<String> {
    let schema = schema(pointer);
    let told = schema.iter_errors(value).map(|error| {
        let shown: String = error.to_string().chars().take(600).collect();
        format!("  at `{}`: {shown} (by {})", error.instance_path(), error.schema_path())
    });
    told.collect()
}

/// A text of a path, a query or a header, as the type that its schema names.
fn typed(parameter: &Place, text: &str) -> Value {
    let number = || text.parse::<i64>().map(Value::from).ok();
    let kind = parameter.value.pointer("/schema/type").and_then(Value::as_str);
    let read = if kind == Some("integer") { number() } else { None };
    read.unwrap_or_else(|| Value::from(text))
}

fn by_schema(place: &Place, value: &Value) -> Vec<String> {
    place.as_written("schema").map(|schema| wrong(&schema.pointer, value)).unwrap_or_default()
}

/// The operations of a path, and what stands in its braces. A path without braces goes before one with them.
fn route(path: &str) -> Option<(Place, HashMap<&'static str, String>)> {
    let paths = DOCUMENT["paths"].as_object().unwrap();
    let mut found: Option<(&'static str, HashMap<&'static str, String>)> = None;
    for template in paths.keys() {
        if let Some(names) = fits(template, path)
            && found.as_ref().is_none_or(|(_, others)| names.len() < others.len())
        {
            found = Some((template, names));
        }
    }
    let (template, names) = found?;
    let root = Place { pointer: String::new(), value: &DOCUMENT };
    Some((root.member("paths")?.member(template)?, names))
}

fn fits(template: &'static str, path: &str) -> Option<HashMap<&'static str, String>> {
    let mut names = HashMap::new();
    // The one path that may hold slashes.
    if let Some(start) = template.strip_suffix("{path}") {
        names.insert("path", path.strip_prefix(start)?.to_owned());
        return Some(names);
    }
    let (known, given) = (template.split('/').count(), path.split('/').count());
    for (wanted, piece) in template.split('/').zip(path.split('/')) {
        match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !piece.is_empty() => drop(names.insert(name, decoded(piece))),
            _ if wanted == piece => {}
            _ => return None,
        }
    }
    (known == given).then_some(names)
}

fn decoded(text: &str) -> String {
    let form = format!("x={}", text.replace('+', "%2B"));
    pairs(&form).into_iter().next().map(|(_, value)| value).unwrap_or_default()
}

fn pairs(query: &str) -> Vec<(String, String)> {
    let url = reqwest::Url::parse(&format!("http://x/?{query}")).unwrap();
    url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

fn kind(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get("content-type")?.to_str().ok()?;
    Some(kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
}

fn differences(sent: &Sent, answered: &Answered<'_>) -> Vec<String> {
    let Some((item, names)) = route(&sent.path) else {
        // Pages stand in no document; programs that ask for what is not there are told so.
        let is_ours = sent.path.starts_with("/v1/");
        return if is_ours { as_problem(answered, 404) } else { Vec::new() };
    };
    let method = if sent.method == Method::HEAD { &Method::GET } else { &sent.method };
    let Some(operation) = item.member(&method.as_str().to_lowercase()) else {
        return as_problem(answered, 405);
    };
    let mut found = answer_differs(&operation, answered);
    if answered.status < 400 {
        let refused = refused(&operation, sent, &names);
        found.extend(refused.into_iter().map(|why| format!("the request is refused: {why}")));
    }
    found
}

/// What every route answers that is not there in this way.
fn as_problem(answered: &Answered<'_>, status: u16) -> Vec<String> {
    let mut found = Vec::new();
    if answered.status != status {
        found.push(format!("it is not there, and the answer is not {status}"));
    }
    if kind(answered.headers).as_deref() != Some("application/problem+json") {
        found.push("it is not there, and the answer is no problem".into());
    }
    found.extend(answered.body.map(|body| read(PROBLEM, body)).unwrap_or_default());
    found
}

fn read(pointer: &str, body: &[u8]) -> Vec<String> {
    match serde_json::from_slice::<Value>(body) {
        Ok(value) => wrong(pointer, &value),
        Err(error) => vec![format!("not JSON: {error}")],
    }
}

/// Why the document does not take a request.
fn refused(operation: &Place, sent: &Sent, names: &HashMap<&'static str, String>) -> Vec<String> {
    let mut refused = Vec::new();
    let security = operation.value.get("security").unwrap_or(&DOCUMENT["security"]);
    let security = security.as_array().unwrap();
    let is_open = security.iter().any(|one| one.as_object().is_some_and(serde_json::Map::is_empty));
    if !security.is_empty() && !is_open && !sent.headers.contains_key("authorization") {
        refused.push("no credential".into());
    }
    let query = sent.query.as_deref().map(pairs).unwrap_or_default();
    let parameters = operation.items("parameters");
    for parameter in &parameters {
        let name = parameter.text("name");
        let given = match parameter.text("in") {
            "path" => names.get(name).cloned(),
            "query" => query.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone()),
            "header" => {
                let value = sent.headers.get(name);
                value.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
            }
            other => panic!("a parameter in `{other}`"),
        };
        match given {
            Some(text) => {
                let why = by_schema(parameter, &typed(parameter, &text));
                refused.extend(why.into_iter().map(|why| format!("`{name}`: {why}")));
            }
            None if parameter.is("required") => refused.push(format!("`{name}` is missing")),
            None => {}
        }
    }
    for (name, _) in &query {
        let known = |one: &Place| one.text("in") == "query" && one.text("name") == name;
        if !parameters.iter().any(known) {
            refused.push(format!("the query has `{name}`"));
        }
    }
    refused.extend(body_refused(operation, sent));
    refused
}

fn body_refused(operation: &Place, sent: &Sent) -> Vec<String> {
    let body = sent.body.as_deref().unwrap_or_default();
    let Some(wanted) = operation.member("requestBody") else {
        // Nobody reads it there.
        return Vec::new();
    };
    if body.is_empty() && !sent.headers.contains_key("content-type") {
        return if wanted.is("required") { vec!["it has no body".into()] } else { Vec::new() };
    }
    let kind = kind(&sent.headers).unwrap_or_default();
    let content = wanted.member("content").unwrap();
    let Some(media) = content.member(&kind).or_else(|| content.member("*/*")) else {
        return vec![format!("a body of `{kind}`")];
    };
    let Some(place) = media.as_written("schema") else { return Vec::new() };
    if kind == "application/x-www-form-urlencoded" {
        let form = String::from_utf8_lossy(body);
        let members = pairs(&form).into_iter().map(|(name, value)| (name, Value::from(value)));
        return wrong(&place.pointer, &Value::Object(members.collect()));
    }
    if kind.ends_with("json") { read(&place.pointer, body) } else { Vec::new() }
}

/// What an answer has that the document has not, or lacks.
fn answer_differs(operation: &Place, answered: &Answered<'_>) -> Vec<String> {
    let responses = operation.member("responses").unwrap();
    let Some(response) = responses.member(&answered.status.to_string()) else {
        return vec!["it has no such status".into()];
    };
    let mut found = Vec::new();
    if let Some(headers) = response.as_written("headers") {
        for name in headers.value.as_object().unwrap().keys() {
            let header = headers.member(name).unwrap();
            match answered.headers.get(name).and_then(|value| value.to_str().ok()) {
                Some(text) => {
                    let why = by_schema(&header, &typed(&header, text));
                    found.extend(why.into_iter().map(|why| format!("header `{name}`: {why}")));
                }
                None if header.is("required") => found.push(format!("no header `{name}`")),
                None => {}
            }
        }
    }
    let kind = kind(answered.headers);
    let (content, kind) = match (response.member("content"), kind) {
        (Some(content), Some(kind)) => (content, kind),
        (None, None) => return found,
        (None, Some(kind)) => {
            found.push(format!("it has no content, and `{kind}` came"));
            return found;
        }
        (Some(_), None) => {
            found.push("it has content, and none came".into());
            return found;
        }
    };
    let Some(media) = content.member(&kind).or_else(|| content.member("*/*")) else {
        found.push(format!("it has no content of `{kind}`"));
        return found;
    };
    if let (Some(body), Some(schema)) = (answered.body, media.as_written("schema"))
        && kind.ends_with("json")
    {
        found.extend(read(&schema.pointer, body));
    }
    found
}

/// What the judge says of a person who lists what they objected to; with a query, of one who fetches a receipt.
fn judged(
    query: Option<&str>,
    headers: &[(&'static str, &str)],
    status: u16,
    answered: &[(&'static str, &str)],
    body: &str,
) -> String {
    let map = |pairs: &[(&'static str, &str)]| -> HeaderMap {
        let pairs = pairs.iter();
        pairs.map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    };
    let receipt = query.map(|_| "/v1/objections/ai_training/receipt");
    let sent = Sent {
        method: Method::GET,
        path: receipt.unwrap_or("/v1/objections").to_owned(),
        query: query.map(str::to_owned),
        headers: map(headers),
        body: None,
    };
    let headers = map(answered);
    let answered = Answered { status, headers: &headers, body: Some(body.as_bytes()) };
    differences(&sent, &answered).join("\n")
}

#[test]
fn an_exchange_that_the_document_does_not_know_is_noticed() {
    let bearer = [("authorization", "Bearer x")];
    let json = [("content-type", "application/json")];
    let one =
        r#"{"purpose":"ai_training","objected":true,"since":"2026-11-24T09:00:00Z","epoch":1"#;
    let list = |more: &str| format!(r#"{{"items":[{one}{more}}}],"next":null}}"#);
    let of = |body: &str| judged(None, &bearer, 200, &json, body);
    assert_eq!(of(&list("")), "");
    for (body, what) in [
        (list(r#","flag":"open""#), "'flag' was unexpected"),
        (list(r#","standing":"undecided""#), "is not one of"),
        (r#"{"items":[]}"#.to_owned(), "\"next\" is a required property"),
        (list("").replace("2026-11-24T09:00:00Z", "yesterday"), "is not a \"date-time\""),
        ("{".to_owned(), "not JSON"),
    ] {
        let told = of(&body);
        assert!(told.contains(what), "{body}: {told}");
    }
    let problem = [("content-type", "application/problem+json")];
    let body = r#"{"type":"/docs#x","title":"x","status":401,"detail":"x"}"#;
    for (told, what) in [
        (judged(None, &[], 200, &json, &list("")), "the request is refused: no credential"),
        (judged(None, &bearer, 418, &json, "{}"), "it has no such status"),
        (judged(None, &bearer, 200, &problem, body), "it has no content of"),
        (judged(None, &[], 401, &problem, body), "no header `WWW-Authenticate`"),
        (
            judged(Some("epoch=soon&who=ada"), &bearer, 202, &[("retry-after", "1")], ""),
            "is not of type \"integer\"",
        ),
        (
            judged(Some("epoch=1&who=ada"), &bearer, 202, &[("retry-after", "1")], ""),
            "the query has `who`",
        ),
        (
            judged(Some("epoch=1"), &bearer, 202, &[("retry-after", "a while")], ""),
            "header `Retry-After`",
        ),
    ] {
        assert!(told.contains(what), "{what}: {told}");
    }
    assert_eq!(judged(None, &[], 401, &[problem[0], ("www-authenticate", "Bearer")], body), "");
}
