//! Members of a case's sheet that the office alone sees.

use serde_json::{Map, Value, json};

use crate::casework::Office;
use crate::casework::case::browse::Shown;
use crate::casework::case::entry::Entry;
use crate::domain::identity::Personal;
use crate::domain::time::Instant;

/// The dates of a case, for the office.
pub(super) fn dates(office: &Office, case: &Shown, members: &mut Map<String, Value>) {
    let state = &case.state;
    let standing =
        state.suspended.map(|(cause, since)| json!({ "for": cause, "since": since.rfc3339() }));
    members.insert("suspended".into(), json!(standing));
    let asked = json!({
        "identity": state.asked.identity.map(Instant::rfc3339),
        "clarification": state.asked.clarification.map(Instant::rfc3339),
    });
    members.insert("asked".into(), asked);
    let due = state.due.as_ref().filter(|_| state.stage.is_open());
    let target = due.map(|due| due.target(office.dates.target_days_before));
    members.insert("target".into(), json!(target.map(|day| day.to_string())));
    let is_over =
        due.is_some_and(|due| state.suspended.is_none() && office.clock.now() >= due.expires);
    members.insert("overdue".into(), is_over.into());
    members.insert("reminded_days".into(), json!(state.reminded.map(|said| said.days)));
}

/// How it came, for the office. Who only audits sees when and by whom, and nobody's name.
pub(super) fn entered(entry: Option<&Personal<Entry>>, works: bool) -> Value {
    let Some(entry) = entry.map(Personal::reveal) else { return Value::Null };
    let kind = entry.representative.as_ref().map(|one| one.kind);
    let mut shown = json!({
        "at": entry.at.rfc3339(), "by": entry.by, "came_by": entry.came_by, "represented_by": kind,
    });
    if let (true, Value::Object(members)) = (works, &mut shown) {
        members.insert("name".into(), json!(entry.name));
        members.insert("postal".into(), json!(entry.postal));
        members.insert("how".into(), json!(entry.how));
        members.insert("representative".into(), json!(entry.representative));
    }
    shown
}
