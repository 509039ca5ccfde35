//! A person's own requests, for whoever is signed in: the list, and one with everything that can be done about it. Somebody
//! else's reference looks exactly like one that does not exist.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::casework::CaseworkError;
use crate::casework::case::browse::{self, Shown};
use crate::casework::case::reading::Reader;
use crate::casework::letters::post;
use crate::casework::review::flags;
use crate::casework::sessions::ways_in::Goal;
use crate::domain::case::{Done, Outcome, Stage, State, Writer};
use crate::domain::history::Identity;
use crate::domain::id::{CaseId, NoticeId, Reference};
use crate::domain::identity::Asker;
use crate::domain::time::Instant;
use crate::policy::explain;
use crate::web::problem::Problem;
use crate::web::session::{self, Signed};
use crate::web::{App, head};
use crate::words::{Language, Own, day, moment, money, weekday_and_day};

use super::frame::{Frame, nothing, see_other, shown, value};
use super::start;

/// Requests on one page of the list.
const PAGE: u16 = 20;

/// One line of the list.
struct Item {
    title: String,
    reference: String,
    received: String,
    situation: String,
    href: String,
}

#[derive(Template)]
#[template(path = "web/templates/portal_requests.html")]
struct List<'p> {
    frame: Frame<'p>,
    own: Own,
    items: Vec<Item>,
    more: Option<String>,
}

/// Whoever is signed in, or the way to the page where one signs in.
pub(super) async fn person(
    app: &App,
    request: &HttpRequest,
    goal: Goal,
) -> Result<Result<Signed, HttpResponse>, Problem> {
    if let Some(signed) = session::signed(app, request).await? {
        return Ok(Ok(signed));
    }
    let language = value(request.query_string(), "lang");
    let frame = Frame::new(app, request, String::new(), language.as_deref());
    Ok(Err(see_other(frame.href(&format!("/sign-in?to={}", goal.path())))))
}

/// A form that came after its session had ended, or not from the page that it belongs to: nothing is done.
pub(super) fn ended(
    app: &App,
    request: &HttpRequest,
    goal: Goal,
    language: &str,
) -> Result<HttpResponse, Problem> {
    let frame = Frame::new(app, request, goal.path(), Some(language));
    let href = frame.href(&format!("/sign-in?to={}", goal.path()));
    shown(StatusCode::FORBIDDEN, &Ended { own: frame.own(), href, frame })
}

#[derive(Template)]
#[template(path = "web/templates/portal_ended.html")]
struct Ended<'p> {
    frame: Frame<'p>,
    own: Own,
    href: String,
}

/// `GET /requests`
pub(in crate::web) async fn list(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let signed = match person(&app, &request, Goal::Requests).await? {
        Ok(signed) => signed,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let query = request.query_string();
    let before = value(query, "before").and_then(|text| text.parse::<CaseId>().ok());
    let reader = Reader::Person(signed.session.asker.clone());
    let page = browse::list(&app.office, reader, before.map(|id| id.0), PAGE).await?;
    let chosen = value(query, "lang");
    let frame = Frame::new(&app, &request, "/requests".into(), chosen.as_deref());
    let frame = frame.of(&app, &signed);
    let language = frame.language;
    let items = page.items.iter().map(|(opened, state, _)| Item {
        title: start::title(frame.say, opened.right),
        reference: opened.reference.to_string(),
        received: Own(language).sent_on(&day_of(&app, language, opened.received_at)),
        situation: situation(&app, language, state, None),
        href: frame.href(&format!("/requests/{}", opened.reference)),
    });
    let items = items.collect();
    let more = page.next.map(|next| frame.href(&format!("/requests?before={next}")));
    shown(StatusCode::OK, &List { own: Own(language), items, more, frame })
}

fn day_of(app: &App, language: Language, at: Instant) -> String {
    day(language, app.office.calendar.day_of(at))
}

/// What a person most wants to know of a request, in a sentence.
fn situation(app: &App, language: Language, state: &State, fee_cents: Option<i64>) -> String {
    let own = Own(language);
    let is_late = state.due.as_ref().is_some_and(|due| due.expires <= app.office.clock.now());
    match state.stage {
        Stage::IdentityPending => own.is_identity(),
        Stage::New | Stage::Received | Stage::InProgress
            if is_late && state.suspended.is_none() =>
        {
            own.is_overdue()
        }
        Stage::New | Stage::Received | Stage::InProgress => {
            if state.identity == Some(Identity::Verified) {
                own.is_received()
            } else {
                own.is_unconfirmed()
            }
        }
        Stage::Merged => {
            let into = state.merged_into.map(|into| into.to_string()).unwrap_or_default();
            own.is_merged(&into)
        }
        Stage::Withdrawn => own.is_withdrawn(),
        Stage::Decided(outcome) | Stage::Notified(outcome) | Stage::Closed(outcome) => {
            match outcome {
                Outcome::Fulfilled => own.is_fulfilled(),
                Outcome::Partial => own.is_partial(),
                Outcome::Declined | Outcome::Refused => own.is_declined(),
                Outcome::Unidentifiable => own.is_unidentifiable(),
                Outcome::FeeProposed => match fee_cents.and_then(|cents| u64::try_from(cents).ok())
                {
                    Some(cents) => own.is_fee(&money(language, cents, currency(app))),
                    None => own.is_declined(),
                },
            }
        }
    }
}

fn currency(app: &App) -> &str {
    &app.office.costs.currency
}

/// One of the steps that a request went through, or will.
struct Step {
    what: String,
    when: String,
    machine: String,
    is_past: bool,
}

/// What was done with a part of the data.
struct Part {
    place: String,
    done: String,
    rows: u64,
    reason: String,
}

struct Message {
    from: String,
    when: String,
    text: String,
}

/// What was counted in a review, for the person to answer.
struct Review {
    rule: String,
    counted: Vec<(String, String)>,
    left_out: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "web/templates/portal_request.html")]
#[expect(clippy::struct_excessive_bools, reason = "each shows or hides one part of the page")]
struct Page<'p> {
    frame: Frame<'p>,
    own: Own,
    title: String,
    reference: String,
    action: String,
    mark: String,
    situation: String,
    due: String,
    is_open: bool,
    was_this_you: bool,
    can_contest: bool,
    can_write: bool,
    fee: bool,
    is_done: bool,
    is_wrong: bool,
    message: String,
    steps: Vec<Step>,
    derivation: Vec<String>,
    parts: Vec<Part>,
    files: Vec<(String, String)>,
    letters: Vec<(String, String)>,
    messages: Vec<Message>,
    review: Option<Review>,
}

/// `GET /requests/{ref}`
pub(in crate::web) async fn one(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let Ok(reference) = path.parse::<Reference>() else { return nothing(&app, &request) };
    let signed = match person(&app, &request, Goal::Request(reference)).await? {
        Ok(signed) => signed,
        Err(elsewhere) => return Ok(elsewhere),
    };
    show(&app, &request, &signed, reference, false).await
}

/// The page of a request; `is_wrong` when nothing was written where something must be.
pub(super) async fn show(
    app: &App,
    request: &HttpRequest,
    signed: &Signed,
    reference: Reference,
    is_wrong: bool,
) -> Result<HttpResponse, Problem> {
    let reader = Reader::Person(signed.session.asker.clone());
    let case = match browse::one(&app.office, reader, reference).await {
        Err(CaseworkError::NoSuchCase) => return nothing(app, request),
        case => case?,
    };
    let review = flags::own(&app.office, signed.session.asker.clone(), reference).await?;
    let query = request.query_string();
    let chosen = value(query, "lang");
    let here = format!("/requests/{reference}");
    let frame = Frame::new(app, request, here.clone(), chosen.as_deref()).of(app, signed);
    let language = frame.language;
    let state = &case.state;
    let is_open = matches!(
        state.stage,
        Stage::New | Stage::Received | Stage::IdentityPending | Stage::InProgress
    );
    let is_answered = matches!(state.stage, Stage::Decided(_) | Stage::Notified(_));
    let due = state.due.as_ref().map(|due| weekday_and_day(language, due.date));
    let page = Page {
        own: Own(language),
        title: start::title(frame.say, case.opened.right),
        reference: reference.to_string(),
        action: frame.href(&here),
        mark: signed.mark(app, &here),
        situation: situation(app, language, state, case.fee_cents),
        due: due.filter(|_| is_open).unwrap_or_default(),
        is_open,
        was_this_you: is_open
            && state.identity != Some(Identity::Verified)
            && matches!(signed.session.asker, Asker::Confirmed(_)),
        can_contest: is_answered && case.fee_cents.is_none(),
        can_write: is_open || is_answered,
        fee: case.fee_cents.is_some(),
        is_done: value(query, "done").is_some(),
        is_wrong,
        message: case.message.as_ref().map(|text| text.reveal().clone()).unwrap_or_default(),
        steps: steps(app, language, &case),
        derivation: case
            .steps
            .iter()
            .map(|step| step.told(language, app.office.policies.regime.law()))
            .collect(),
        parts: case.parts.iter().map(|part| told_part(app, language, part)).collect(),
        files: files(&frame, &here, &case),
        letters: letters(app, &frame, &here, &case),
        messages: messages(app, language, &case),
        review: review.filter(|_| is_open).map(|flag| told_review(app, language, &flag)),
        frame,
    };
    shown(if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

fn steps(app: &App, language: Language, case: &Shown) -> Vec<Step> {
    let (own, state) = (Own(language), &case.state);
    let past = |what: String, at: Instant| Step {
        what,
        when: day_of(app, language, at),
        machine: app.office.calendar.day_of(at).to_string(),
        is_past: true,
    };
    let mut steps = vec![past(own.step_received(), case.opened.received_at)];
    let is_known = state.identity == Some(Identity::Verified);
    if is_known
        && state.answer.is_none()
        && matches!(state.stage, Stage::Received | Stage::InProgress)
    {
        let nowhere = String::new;
        steps.push(Step {
            what: own.step_work(),
            when: nowhere(),
            machine: nowhere(),
            is_past: false,
        });
    }
    if let Some(letter) = case.notices.iter().find(|letter| letter.is_extension()) {
        steps.push(past(own.step_extended(), letter.made_at));
    }
    match (&state.answer, &state.due) {
        (Some(answer), _) => steps.push(past(own.step_answered(), answer.at)),
        (None, Some(due)) if !matches!(state.stage, Stage::Withdrawn | Stage::Merged) => {
            steps.push(Step {
                what: own.step_due(),
                when: day(language, due.date),
                machine: due.date.to_string(),
                is_past: false,
            });
        }
        (None, _) => {}
    }
    steps
}

fn told_part(app: &App, language: Language, part: &crate::domain::case::Part) -> Part {
    let own = Own(language);
    let done = match part.done {
        Done::Collected | Done::Erased | Done::Overwritten if part.rows == 0 => own.done_nothing(),
        Done::Collected => own.done_collected(),
        Done::Erased => own.done_erased(),
        Done::Overwritten => own.done_overwritten(),
        Done::Kept => own.done_kept(),
        Done::Restricted => own.done_restricted(),
        Done::RestrictionLifted => own.done_restriction_lifted(),
        Done::NotSearched => own.done_not_searched(),
    };
    let map = &app.office.policies.datamap;
    Part {
        place: map.title_of(&part.system, &part.dataset, own.0),
        done,
        rows: part.rows,
        reason: part.reason.clone().unwrap_or_default(),
    }
}

fn files(frame: &Frame<'_>, here: &str, case: &Shown) -> Vec<(String, String)> {
    let own = Own(frame.language);
    let mut files = Vec::new();
    if case.has_package {
        files.push((own.package(), format!("{}{here}/package", frame.base)));
    }
    for file in &case.attachments {
        let href = format!("{}{here}/attachments/{}", frame.base, file.id);
        files.push((file.title.reveal().name.clone(), href));
    }
    files.push((own.receipt(), format!("{}{here}/receipt", frame.base)));
    if case.state.answer.is_none() {
        files.push((own.calendar(), format!("{}{here}/calendar.ics", frame.base)));
    }
    files
}

fn letters(app: &App, frame: &Frame<'_>, here: &str, case: &Shown) -> Vec<(String, String)> {
    let own = Own(frame.language);
    let each = case.notices.iter().map(|letter| {
        let day = day_of(app, frame.language, letter.made_at);
        (
            own.letter_of(&letter.heading(frame.language), &day),
            frame.href(&format!("{here}/letters/{}", letter.id)),
        )
    });
    each.collect()
}

fn messages(app: &App, language: Language, case: &Shown) -> Vec<Message> {
    let own = Own(language);
    let each = case.messages.iter().map(|message| Message {
        from: match message.from {
            Some(Writer::Person) => own.from_you(),
            Some(Writer::Office) => own.from_us(),
            None => own.from_nobody(),
        },
        when: at(app, language, message.at),
        text: message.text.reveal().clone(),
    });
    each.collect()
}

/// A moment, as it was where the controller is.
fn at(app: &App, language: Language, at: Instant) -> String {
    let calendar = &app.office.calendar;
    moment(language, calendar.civil(at), calendar.zone())
}

fn told_review(app: &App, language: Language, flag: &flags::Flag) -> Review {
    let thresholds = &app.office.policies.thresholds;
    let rule = thresholds.rules.iter().find(|rule| rule.id == flag.rule);
    let finding = flag.finding.as_ref();
    let counted = finding.into_iter().flat_map(|finding| &finding.counted);
    let left_out = finding.into_iter().flat_map(|finding| &finding.excluded);
    Review {
        rule: rule.map(|rule| explain::rule_in_words(rule, language)).unwrap_or_default(),
        counted: counted
            .map(|c| (c.case.to_string(), day_of(app, language, c.received_at)))
            .collect(),
        left_out: left_out
            .map(|e| (e.case.to_string(), explain::reason(e.reason, language)))
            .collect(),
    }
}

#[derive(Template)]
#[template(path = "web/templates/portal_letter.html")]
struct Letter<'p> {
    frame: Frame<'p>,
    own: Own,
    heading: String,
    back: String,
    language: String,
    text: String,
}

/// `GET /requests/{ref}/letters/{id}`: read, and so it has reached the person.
pub(in crate::web) async fn letter(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let (Ok(reference), Ok(id)) = (path.0.parse::<Reference>(), path.1.parse::<NoticeId>()) else {
        return nothing(&app, &request);
    };
    let signed = match person(&app, &request, Goal::Request(reference)).await? {
        Ok(signed) => signed,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let reader = Reader::Person(signed.session.asker.clone());
    if head::is_asked(&request) {
        return head::letter(&app, reader, reference, id).await;
    }
    let (notice, text) = match post::read(&app.office, reader, reference, id).await {
        Err(CaseworkError::NoSuchCase) => return nothing(&app, &request),
        read => read?,
    };
    let chosen = value(request.query_string(), "lang");
    let here = format!("/requests/{reference}/letters/{id}");
    let frame = Frame::new(&app, &request, here, chosen.as_deref()).of(&app, &signed);
    let own = Own(frame.language);
    let page = Letter {
        heading: notice.heading(frame.language),
        back: frame.href(&format!("/requests/{reference}")),
        language: notice.language,
        text,
        own,
        frame,
    };
    shown(StatusCode::OK, &page)
}
