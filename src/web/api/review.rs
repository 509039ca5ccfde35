//! The log of flagged requests, and their review: told to the person, advised by the DPO, decided by another officer.

use actix_web::http::header::ETAG;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::casework::review::deciding::{self, Choice, Decision};
use crate::casework::review::flags::{self, Flag};
use crate::casework::review::referral;
use crate::domain::case::FlagState;
use crate::domain::id::FlagId;
use crate::domain::identity::Personal;
use crate::domain::review::{Checklist, Evidence, Grounds, Reasons, View};
use crate::domain::role::Officer;
use crate::domain::time::Instant;
use crate::policy::explain;
use crate::web::answer::private;
use crate::web::problem::Problem;
use crate::web::view::Page;
use crate::web::view::flags::{Listed, Sheet};
use crate::web::who::{Advisor, Decider, Overseer, Sent, Signatory};
use crate::web::{App, answer, head, who};

/// The query of the list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    state: Option<String>,
    limit: Option<u16>,
    cursor: Option<String>,
}

/// `GET /v1/review/flags`
pub(in crate::web) async fn list(
    app: Data<App>,
    wanted: Query<Wanted>,
    _: Overseer,
) -> Result<HttpResponse, Problem> {
    let Wanted { state, limit, cursor } = wanted.into_inner();
    if state.as_deref().is_some_and(|state| FlagState::parse(state).is_none()) {
        let known = FlagState::ALL.map(FlagState::code).join(", ");
        return Err(Problem::BadRequest(format!("`state` must be one of {known}")));
    }
    let paging = super::Paging { limit, cursor };
    let page = flags::list(&app.office, state, paging.cursor()?, paging.limit()?).await?;
    let now = app.office.clock.now();
    let items = page.items.iter().map(|flag| Listed::of(flag, now));
    Ok(answer::shown(&Page::of(items, page.next.clone())))
}

/// `GET /v1/review/flags/{id}`
pub(in crate::web) async fn one(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    Overseer(officer): Overseer,
) -> Result<HttpResponse, Problem> {
    let id = flag_id(&path)?;
    if head::is_asked(&request) {
        return head::flag(&app, id).await;
    }
    sheet(&app, &officer, id).await
}

async fn sheet(app: &App, officer: &Officer, id: FlagId) -> Result<HttpResponse, Problem> {
    let flag = flags::one(&app.office, officer, id).await?;
    let explanation = match &flag.finding {
        // Under the policy that raised it, by its hash, whatever is in force now.
        Some(finding) => flags::thresholds(&app.office, finding.policy.clone())
            .await?
            .map(|thresholds| explain::finding(finding, &thresholds)),
        None => None,
    };
    let now = app.office.clock.now();
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, format!("\"{}\"", flag.version)));
    Ok(answer::told(&mut answer, &Sheet::of(&flag, now, explanation)))
}

fn flag_id(text: &str) -> Result<FlagId, Problem> {
    text.parse().map_err(|_| Problem::NotFound("there is no such flag"))
}

/// `POST /v1/review/flags/{id}/open`
pub(in crate::web) async fn open(
    app: Data<App>,
    path: Path<String>,
    Decider(officer): Decider,
) -> Result<HttpResponse, Problem> {
    let id = flag_id(&path)?;
    deciding::open(&app.office, officer.clone(), id).await?;
    sheet(&app, &officer, id).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct OpinionBody {
    view: View,
    reasons: Reasons,
}

/// `POST /v1/review/flags/{id}/opinion`
pub(in crate::web) async fn opinion(
    app: Data<App>,
    path: Path<String>,
    Sent { by: Advisor(officer), body, .. }: Sent<Advisor, OpinionBody>,
) -> Result<HttpResponse, Problem> {
    let id = flag_id(&path)?;
    deciding::advise(&app.office, officer.clone(), id, body.view, body.reasons).await?;
    sheet(&app, &officer, id).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct DecisionBody {
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
pub(in crate::web) struct FeeBody {
    items: Vec<FeeItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeeItem {
    item: String,
    quantity: u32,
}

/// `POST /v1/review/flags/{id}/decision`
pub(in crate::web) async fn decision(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    Sent { by: Signatory(officer), body, .. }: Sent<Signatory, DecisionBody>,
) -> Result<HttpResponse, Problem> {
    let id = flag_id(&path)?;
    let version = who::version(&request)?;
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
pub(in crate::web) struct ReasonBody {
    reason: String,
}

/// `POST /v1/review/flags/{id}/reopen`
pub(in crate::web) async fn reopen(
    app: Data<App>,
    path: Path<String>,
    Sent { by: Decider(officer), body, .. }: Sent<Decider, ReasonBody>,
) -> Result<HttpResponse, Problem> {
    let id = flag_id(&path)?;
    referral::reopen(&app.office, officer.clone(), id, body.reason).await?;
    sheet(&app, &officer, id).await
}

/// `POST /v1/cases/{ref}/refer`
pub(in crate::web) async fn refer(
    app: Data<App>,
    path: Path<String>,
    Sent { by: Decider(officer), body: checklist, .. }: Sent<Decider, Checklist>,
) -> Result<HttpResponse, Problem> {
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
pub(in crate::web) async fn log(
    app: Data<App>,
    request: HttpRequest,
    between: Query<Between>,
    Overseer(officer): Overseer,
) -> Result<HttpResponse, Problem> {
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
        let items = flags.iter().map(|flag| Listed::of(flag, now));
        return Ok(answer::told(&mut answer, &Page::whole(items)));
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
