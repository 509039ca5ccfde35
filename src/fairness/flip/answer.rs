//! What a flip over HTTP compares: status, headers, body, due date, place in the queue, finding, steps. Ids, times of the
//! day and what belongs to one of the two lives by name are taken out first.

use serde_json::Value;

/// Headers that differ between any two answers, and why that is nobody's disadvantage.
const OWN_HEADERS: [&str; 7] = [
    "date",
    "location",
    "content-length",
    "etag",
    "repr-digest",
    "content-disposition",
    "connection",
];
/// Members that name one case or one moment.
const OWN_MEMBERS: [&str; 7] =
    ["received_at", "answered_at", "since", "epoch", "at", "merged_into", "next"];

/// One answer, with what is its own taken out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answer {
    /// The call.
    pub call: &'static str,
    /// The status.
    pub status: u16,
    /// Headers, sorted.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
    /// How long it took; compared by [`super::timing`], never by equality.
    pub took_us: Took,
}

/// A time that makes no difference by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Took(pub u64);

impl PartialEq for Took {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Took {}

/// Everything that a life looked like from outside.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The answers, in the order of the calls.
    pub answers: Vec<Answer>,
    /// Its cases, by the names that only this life has.
    pub cases: Vec<String>,
    /// Places of its cases in the queue, counted among those of the two lives.
    pub ranks: Vec<u32>,
    /// What the threshold found for each case.
    pub findings: Vec<String>,
    /// Whether pipelines are stopped for this person, once they have objected in their own way.
    pub is_stopped: bool,
}

impl Answer {
    /// Takes out what is its own. `own` are texts that name this life, such as its references.
    pub fn new(
        call: &'static str,
        status: u16,
        headers: impl Iterator<Item = (String, String)>,
        body: &[u8],
        own: &[String],
        took_us: u64,
    ) -> Self {
        let mut headers: Vec<(String, String)> =
            headers.filter(|(name, _)| !OWN_HEADERS.contains(&name.as_str())).collect();
        headers.sort();
        let body = match serde_json::from_slice::<Value>(body) {
            Ok(mut value) => {
                blank(&mut value);
                value.to_string()
            }
            Err(_) => String::from_utf8_lossy(body).into_owned(),
        };
        let body = own.iter().fold(body, |body, own| body.replace(own.as_str(), "REF"));
        Self { call, status, headers, body, took_us: Took(took_us) }
    }
}

// The due date stays: it must be the same for everybody who asks on the same day.
fn blank(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                if OWN_MEMBERS.contains(&name.as_str()) && !member.is_null() {
                    *member = Value::String("…".into());
                } else {
                    blank(member);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(blank),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Names everything that differs between two lives: the call, and what.
pub fn differences(first: &Seen, second: &Seen) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    if first.answers.len() != second.answers.len() {
        found.push(("all", "steps"));
    }
    for (a, b) in first.answers.iter().zip(&second.answers) {
        let what = if a.status != b.status {
            "status"
        } else if a.headers != b.headers {
            "headers"
        } else if a.body != b.body {
            "body"
        } else {
            continue;
        };
        found.push((a.call, what));
    }
    if first.findings != second.findings {
        found.push(("all", "finding"));
    }
    if first.is_stopped != second.is_stopped {
        found.push(("object", "force"));
    }
    found
}

/// Two lives that went in turn, `first` before `second`: between them nobody may be earlier in the queue than they came.
pub fn is_in_turn(first: &Seen, second: &Seen) -> bool {
    first.ranks.len() == second.ranks.len()
        && first.ranks.iter().zip(&second.ranks).all(|(a, b)| a < b)
}
