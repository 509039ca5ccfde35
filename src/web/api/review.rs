//! The log of flagged requests, and their review: told to the person, advised by the DPO, decided by another officer.

use actix_web::http::header::ETAG;
use actix_web::web::{Data, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::casework::review::deciding::{self, Choice, Decision};
use crate::casework::review::flags::{self, Flag, Signed};
use crate::casework::review::referral;
use crate::domain::case::FlagState;
use crate::domain::id::FlagId;
use crate::domain::identity::Personal;
use crate::domain::review::{Checklist, Evidence, Grounds, Reasons, View};
use crate::domain::role::{Officer, Role};
use crate::domain::time::Instant;
use crate::policy::explain;
use crate::web::problem::Problem;
use crate::web::{App, body, head, who};

use super::requests::private;

const ROLES: [Role; 3] = [Role::Dpo, Role::Controller, Role::Auditor];
const DAY_MS: i64 = 86_400_000;

/// The query of the list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    state: Option<String>,
    limit: Option<u16>,
    cursor: Option<String>,
}

/// `GET /v1/review/flags`
pub async fn list(
    app: Data<App>,
    request: HttpRequest,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &ROLES).await?;
    let Wanted { state, limit, cursor } = wanted.into_inner();
    if state.as_deref().is_some_and(|state| FlagState::parse(state).is_none()) {
        let known = FlagState::ALL.map(FlagState::code).join(", ");
        return Err(Problem::BadRequest(format!("`state` must be one of {known}")));
    }
    let paging = super::Paging { limit, cursor };
    let page = flags::list(&app.office, state, paging.cursor()?, paging.limit()?).await?;
    let now = app.office.clock.now();
    let items: Vec<Value> = page.items.iter().map(|flag| rendered(flag, now)).collect();
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "items": items, "next": page.next })))
}

/// `GET /v1/review/flags/{id}`
pub async fn one(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &ROLES).await?;
    let id = flag_id(&path)?;
    if head::is_asked(&request) {
        return head::flag(&app, id).await;
    }
    sheet(&app, &officer, id).await
}

async fn sheet(app: &App, officer: &Officer, id: FlagId) -> Result<HttpResponse, Problem> {
    let flag = flags::one(&app.office, officer, id).await?;
    let mut body = rendered(&flag, app.office.clock.now());
    if let (Some(finding), Value::Object(members)) = (&flag.finding, &mut body) {
        // Under the policy that raised it, by its hash, whatever is in force now.
        let thresholds = flags::thresholds(&app.office, finding.policy.clone()).await?;
        if let Some(thresholds) = thresholds {
            members.insert("explanation".into(), json!(explain::finding(finding, &thresholds)));
        }
        members.insert("finding".into(), json!(finding));
    }
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, format!("\"{}\"", flag.version)));
    Ok(private(&mut answer).json(body))
}

fn flag_id(text: &str) -> Result<FlagId, Problem> {
    text.parse().map_err(|_| Problem::NotFound("there is no such flag"))
}

/// `POST /v1/review/flags/{id}/open`
pub async fn open(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &[Role::Dpo, Role::Controller]).await?;
    let id = flag_id(&path)?;
    deciding::open(&app.office, officer.clone(), id).await?;
    sheet(&app, &officer, id).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OpinionBody {
    view: View,
    reasons: Reasons,
}

/// `POST /v1/review/flags/{id}/opinion`
pub async fn opinion(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &[Role::Dpo]).await?;
    let (body, _) = body::json::<OpinionBody>(&request, payload, app.limits).await?;
    let id = flag_id(&path)?;
    deciding::advise(&app.office, officer.clone(), id, body.view, body.reasons).await?;
    sheet(&app, &officer, id).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DecisionBody {
    outcome: String,
    #[serde(default)]
    reasons: Reasons,
    #[serde(default)]
    evidence: Vec<String>,
    against_advice: Option<String>,
    part: Option<String>,
    text: Option<String>,
    suggestion: Option<String>,
    fee: Option<FeeBody>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeeBody {
    items: Vec<FeeItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeeItem {
    item: String,
    quantity: u32,
}

/// `POST /v1/review/flags/{id}/decision`
pub async fn decision(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &[Role::Controller]).await?;
    let (body, _) = body::json::<DecisionBody>(&request, payload, app.limits).await?;
    let id = flag_id(&path)?;
    let version = super::letters::version(&request)?;
    let decision = understood(body)?;
    deciding::decide(&app.office, officer.clone(), version, id, decision).await?;
    sheet(&app, &officer, id).await
}

fn understood(body: DecisionBody) -> Result<Decision, Problem> {
    let wrong = |pointer, detail: &str| Problem::Unprocessable { pointer, detail: detail.into() };
    let needed = |text: Option<String>, pointer, detail: &str| {
        text.filter(|text| !text.trim().is_empty()).ok_or_else(|| wrong(pointer, detail))
    };
    let choice = match body.outcome.as_str() {
        "answer" => Choice::Answer,
        "narrow" => Choice::Narrow(needed(
            body.suggestion,
            "#/suggestion",
            "say what would do, so that the person can ask for less",
        )?),
        "partial" => Choice::Partial {
            what: needed(body.part, "#/part", "say which part is refused")?,
            rest: Personal::new(needed(body.text, "#/text", "answer the rest")?),
        },
        "fee" => {
            let items = body.fee.map(|fee| fee.items).unwrap_or_default();
            Choice::Fee(items.into_iter().map(|item| (item.item, item.quantity)).collect())
        }
        "refuse" => Choice::Refuse,
        _ => {
            return Err(wrong("#/outcome", "use `answer`, `narrow`, `partial`, `fee` or `refuse`"));
        }
    };
    let known = || {
        let known = Evidence::ALL.map(Evidence::code).join(", ");
        wrong("#/evidence", &format!("name what shows it, among {known}"))
    };
    let evidence = body.evidence.iter().map(|code| Evidence::parse(code).ok_or_else(known));
    let grounds = Grounds {
        reasons: body.reasons,
        evidence: evidence.collect::<Result<_, _>>()?,
        against_advice: body.against_advice,
    };
    Ok(Decision { choice, grounds })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReasonBody {
    reason: String,
}

/// `POST /v1/review/flags/{id}/reopen`
pub async fn reopen(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &[Role::Dpo, Role::Controller]).await?;
    let (body, _) = body::json::<ReasonBody>(&request, payload, app.limits).await?;
    let id = flag_id(&path)?;
    referral::reopen(&app.office, officer.clone(), id, body.reason).await?;
    sheet(&app, &officer, id).await
}

/// `POST /v1/cases/{ref}/refer`
pub async fn refer(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &[Role::Dpo, Role::Controller]).await?;
    let (checklist, _) = body::json::<Checklist>(&request, payload, app.limits).await?;
    let reference = super::reference(&path)?;
    let id = referral::refer_by_hand(&app.office, officer.clone(), reference, checklist).await?;
    sheet(&app, &officer, id).await
}

/// The query of the export.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Between {
    format: Option<String>,
    from: Option<String>,
    to: Option<String>,
}

/// `GET /v1/review/log`
pub async fn log(
    app: Data<App>,
    request: HttpRequest,
    between: Query<Between>,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &ROLES).await?;
    let moment = |text: &Option<String>, usual: Instant| match text {
        None => Ok(usual),
        Some(text) => Instant::parse(text)
            .or_else(|_| Instant::parse(&format!("{text}T00:00:00Z")))
            .map_err(|_| {
                Problem::BadRequest(
                    "`from` and `to` are days or moments, such as 2026-01-31".into(),
                )
            }),
    };
    let from = moment(&between.from, Instant(0))?;
    let to = moment(&between.to, Instant(i64::MAX))?;
    let format = between.format.as_deref().unwrap_or("json");
    if !matches!(format, "json" | "csv") {
        return Err(Problem::BadRequest("`format` must be json or csv".into()));
    }
    let mut answer = HttpResponse::Ok();
    let kind = if format == "csv" { "text/csv; charset=utf-8" } else { "application/json" };
    if format == "csv" {
        answer.insert_header(("Content-Disposition", "attachment; filename=\"flags.csv\""));
    }
    if head::is_asked(&request) {
        return Ok(head::alone(&mut answer, kind));
    }
    let flags = flags::export(&app.office, &officer, from, to).await?;
    let now = app.office.clock.now();
    if format == "json" {
        let items: Vec<Value> = flags.iter().map(|flag| rendered(flag, now)).collect();
        return Ok(private(&mut answer).json(json!({ "items": items, "next": null })));
    }
    Ok(private(&mut answer).content_type(kind).body(csv(&flags)))
}

// Every cell is one of ours (ids, codes, times, issuer and sub of officers): quoted, and never a formula.
fn csv(flags: &[Flag]) -> String {
    let cell = |text: &str| {
        let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    };
    let mut out = String::from(
        "id,case,rule,policy,state,raised_at,lapses_at,counted,excluded,opinions,decisions\r\n",
    );
    for flag in flags {
        let finding = flag.finding.as_ref();
        let row = [
            flag.id.to_string(),
            flag.case.clone(),
            flag.rule.clone(),
            flag.policy.clone(),
            flag.state.clone(),
            flag.raised_at.rfc3339(),
            flag.lapses_at.rfc3339(),
            finding.map_or(0, |finding| finding.counted.len()).to_string(),
            finding.map_or(0, |finding| finding.excluded.len()).to_string(),
            flag.opinions
                .iter()
                .map(|o| format!("{} by {}", o.view, o.by))
                .collect::<Vec<_>>()
                .join("; "),
            flag.decisions
                .iter()
                .map(|d| format!("{} by {}", d.outcome, d.by))
                .collect::<Vec<_>>()
                .join("; "),
        ];
        out.push_str(&row.iter().map(|text| cell(text)).collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out
}

/// What a person sees of a review that concerns them: the rule, and the requests counted and left out.
pub(super) fn own(flag: &Flag, now: Instant) -> Value {
    let mut body = rendered(flag, now);
    if let Value::Object(members) = &mut body {
        for name in ["opinions", "decisions", "days_left"] {
            members.remove(name);
        }
    }
    body
}

fn rendered(flag: &Flag, now: Instant) -> Value {
    let finding = flag.finding.as_ref();
    let counted = finding.map(|finding| {
        let counted = finding.counted.iter();
        let each = |c: &crate::domain::excess::Counted| json!({ "case": c.case.to_string(), "received_at": c.received_at.rfc3339() });
        counted.map(each).collect::<Vec<_>>()
    });
    let opinions: Vec<Value> = flag
        .opinions
        .iter()
        .map(|o| json!({ "view": o.view, "by": o.by, "at": o.at.rfc3339(), "reasons": o.reasons }))
        .collect();
    let opened = flag.opened.map(|opened| {
        json!({ "notice": opened.notice, "at": opened.at.rfc3339(), "is_answered": opened.is_answered })
    });
    json!({
        "id": flag.id,
        "case": flag.case,
        "version": flag.version,
        "rule": flag.rule,
        "policy": flag.policy,
        "state": flag.state,
        "raised_at": flag.raised_at.rfc3339(),
        "lapses_at": flag.lapses_at.rfc3339(),
        "due": flag.due.rfc3339(),
        "days_left": (flag.due.0 - now.0).div_euclid(DAY_MS),
        "case_is_answered": flag.is_answered,
        "counted": counted.unwrap_or_default(),
        "excluded": finding.map(|finding| &finding.excluded),
        "opened": opened,
        "opinions": opinions,
        "decisions": flag.decisions.iter().map(decided).collect::<Vec<_>>(),
    })
}

fn decided(signed: &Signed) -> Value {
    json!({
        "outcome": signed.outcome,
        "by": signed.by,
        "at": signed.at.rfc3339(),
        "evidence": signed.evidence,
        "reasons": signed.reasons,
        "fee_cents": signed.fee_cents,
        "notice": signed.notice,
        "reopened_at": signed.reopened_at.map(Instant::rfc3339),
    })
}
