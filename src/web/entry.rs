//! A request goes through the door: its turn, the desk, and for whoever finds no room a ticket that keeps the day.

use actix_web::HttpRequest;

use crate::casework::TicketRefused;
use crate::casework::case::opened::Opened;
use crate::casework::intake::ask::Ask;
use crate::casework::intake::tickets::{self, Ticket};
use crate::casework::{CaseworkError, StoreError};
use crate::domain::identity::Asker;
use crate::domain::right::Right;
use crate::domain::time::Instant;

use super::App;
use super::problem::{CLAIM_TICKET, Problem, Ticketed};

/// The ticket of an earlier attempt, if one was sent; the text is kept in case there is no room again.
pub(super) fn ticket(
    app: &App,
    request: &HttpRequest,
    asker: &Asker,
    right: Right,
) -> Result<Option<(Ticket, String)>, Problem> {
    let mut given = request.headers().get_all(CLAIM_TICKET);
    let Some(text) = given.next() else { return Ok(None) };
    let refused = |why: TicketRefused| Problem::from(CaseworkError::from(why));
    let text = text.to_str().map_err(|_| refused(TicketRefused::Unreadable))?;
    if given.next().is_some() {
        return Err(refused(TicketRefused::Unreadable));
    }
    redeemed(app, text, asker, right).map(Some)
}

/// A ticket as it was given.
pub(super) fn redeemed(
    app: &App,
    text: &str,
    asker: &Asker,
    right: Right,
) -> Result<(Ticket, String), Problem> {
    let now = app.office.clock.now();
    let read = tickets::read(&app.office, text, asker, right, now);
    Ok((read.map_err(CaseworkError::from)?, text.to_owned()))
}

/// Opens the case when it is its turn.
pub(super) async fn open(app: &App, ask: Ask, ticket: Option<String>) -> Result<Opened, Problem> {
    let tried_at = app.office.clock.now();
    let (asker, right) = (ask.asker.clone(), ask.right);
    let has_first_ticket = ask.ticket.is_some_and(|ticket| ticket.is_first);
    let again = ask.ticket;
    let keep = |why: Problem, is_first: bool| {
        let (text, at) = match (&ticket, again) {
            // The day of the first attempt stays the day, however often there was no room.
            (Some(text), Some(ticket)) => (text.clone(), ticket.at),
            _ => (tickets::issue(&app.office, &asker, right, tried_at, is_first), tried_at),
        };
        Problem::Ticketed(Box::new(Ticketed { why, ticket: text, dated: at, expires: expires(at) }))
    };
    let permit = app.door.enter(&ask.asker, has_first_ticket).await;
    let permit = permit.map_err(|shed| keep(Problem::Away(shed), shed.first))?;
    let opened = app.desk.open(ask).await;
    drop(permit);
    opened.map_err(|error| {
        // Nothing was stored, through no fault of the person.
        let ours = matches!(
            error,
            CaseworkError::Store(StoreError::Busy | StoreError::Unavailable(_) | StoreError::Full)
        );
        if ours { keep(error.into(), true) } else { error.into() }
    })
}

fn expires(at: Instant) -> Instant {
    at.plus_days(tickets::DAYS)
}
