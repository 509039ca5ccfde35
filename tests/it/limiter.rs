//! Whoever finds no room loses no day: claim tickets, headers, and where a call came from.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::harness::{Gateway, Setup, reference};

const DAY_MS: i64 = 86_400_000;

/// A gateway whose door is closed by `inside` others: one place, four seats, a hundredth of a second of patience.
fn narrow() -> Gateway {
    Gateway::start_with(Setup {
        settings: "[admission]\ninside = 1\nwaiting = 4\nwait_ms_max = 10\n".into(),
        ..Setup::default()
    })
}

/// Sends so many at once, each by a person of their own; gives the answers of those who were sent away.
fn crowd(gateway: &Gateway, people: usize) -> HashMap<String, (Value, String)> {
    let answers = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..people)
            .map(|n| {
                scope.spawn(move || {
                    let sub = format!("crowd-{n}");
                    let answer = gateway.person(&sub).sends(&json!({ "right": "access" }));
                    (sub, answer)
                })
            })
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect::<Vec<_>>()
    });
    let mut away = HashMap::new();
    for (sub, answer) in answers {
        if answer.status() == 201 {
            continue;
        }
        assert_eq!(answer.status(), 503);
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        let (ticket, policy, limit) =
            (header("claim-ticket"), header("ratelimit-policy"), header("ratelimit"));
        let wait: u64 = header("retry-after").parse().unwrap();
        assert!(wait >= 1);
        assert_eq!(limit, format!("\"capacity\";r=0;t={wait}"));
        assert!(policy.starts_with("\"capacity\";q="), "{policy}");
        let problem: Value = answer.json().unwrap();
        assert_eq!(problem["type"], "/docs#temporary-reduced-capacity");
        assert_eq!(problem["claim_ticket"]["value"], ticket.as_str());
        away.insert(sub, (problem, ticket));
    }
    away
}

fn redeem(gateway: &Gateway, sub: &str, right: &str, ticket: &str) -> reqwest::blocking::Response {
    gateway
        .post("/v1/requests", &gateway.person(sub).token(), &json!({ "right": right }))
        .header("Claim-Ticket", ticket)
        .send()
        .unwrap()
}

fn refused(answer: reqwest::blocking::Response, reason: &str) {
    assert_eq!(answer.status(), 422);
    let problem: Value = answer.json().unwrap();
    assert_eq!(problem["type"], "/docs#ticket-refused");
    assert!(problem["detail"].as_str().unwrap().contains(reason), "{problem}");
}

#[test]
fn everybody_who_finds_no_room_keeps_the_day_of_the_first_attempt() {
    let mut gateway = narrow();
    let mut away = HashMap::new();
    for _ in 0..20 {
        away = crowd(&gateway, 64);
        if away.len() > 3 {
            break;
        }
    }
    assert!(away.len() > 3, "64 at once went through a door of one");
    gateway.passes_days(9);
    gateway.restart();
    for (sub, (_, ticket)) in &away {
        let answer = redeem(&gateway, sub, "access", ticket);
        assert_eq!(answer.status(), 201);
        let body: Value = answer.json().unwrap();
        assert_eq!(body["received_at"], "2026-11-24T07:00:00Z", "the day of the first attempt");
        assert_eq!(body["due"]["date"], "2026-12-24");
        let seen = gateway.person(sub).sees(&reference(&body));
        assert_eq!(seen["received_at"], body["received_at"]);
        refused(redeem(&gateway, sub, "access", ticket), "redeemed before");
    }
}

#[test]
fn a_ticket_counts_only_for_its_person_its_right_and_its_month() {
    let gateway = narrow();
    let ticket = loop {
        if let Some((sub, (_, ticket))) = crowd(&gateway, 64).into_iter().next() {
            break (sub, ticket);
        }
    };
    let (sub, ticket) = ticket;
    refused(redeem(&gateway, "u-0002", "access", &ticket), "somebody else");
    refused(redeem(&gateway, &sub, "erasure", &ticket), "another right");
    refused(redeem(&gateway, &sub, "access", "nonsense"), "not a claim ticket");
    for at in [3, ticket.len() / 2, ticket.len() - 2] {
        let mut forged = ticket.clone().into_bytes();
        forged[at] = if forged[at] == b'A' { b'B' } else { b'A' };
        let forged = String::from_utf8(forged).unwrap();
        let answer = redeem(&gateway, &sub, "access", &forged);
        refused(answer, "not made by this gateway, or was changed");
    }
    // A ticket in a header of a route that knows none changes nothing.
    let listed = gateway.get("/v1/requests", &gateway.person(&sub).token());
    assert_eq!(listed.status(), 200);
    gateway.passes_ms(30 * DAY_MS);
    refused(redeem(&gateway, &sub, "access", &ticket), "older than 30 days");
    // Without it the request is taken, with today's date.
    let body = gateway.person(&sub).asks_for("access");
    assert_eq!(body["received_at"], "2026-12-24T07:00:00Z");
}

#[test]
fn a_new_key_voids_old_tickets_and_says_so() {
    let mut gateway = narrow();
    let (sub, ticket) = loop {
        if let Some((sub, (_, ticket))) = crowd(&gateway, 64).into_iter().next() {
            break (sub, ticket);
        }
    };
    gateway.stop();
    let file = gateway.dir.join("habeas.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("[admission]\n", "[admission]\nticket_generation = 2\n"))
        .unwrap();
    gateway.restart();
    refused(redeem(&gateway, &sub, "access", &ticket), "no longer in use");
}

#[test]
fn a_retry_with_the_same_key_and_ticket_is_one_case_and_the_ticket_stays_redeemed() {
    let gateway = narrow();
    let (sub, ticket) = loop {
        if let Some((sub, (_, ticket))) = crowd(&gateway, 64).into_iter().next() {
            break (sub, ticket);
        }
    };
    let before = gateway.database().count("SELECT count(*) FROM cases");
    let send = || {
        gateway
            .post("/v1/requests", &gateway.person(&sub).token(), &json!({ "right": "access" }))
            .header("Claim-Ticket", &ticket)
            .header("Idempotency-Key", "again")
            .send()
            .unwrap()
    };
    let first = send();
    assert_eq!(first.status(), 201);
    let first: Value = first.json().unwrap();
    let again = send();
    assert_eq!(again.status(), 200);
    assert_eq!(reference(&again.json().unwrap()), reference(&first));
    assert_eq!(gateway.database().count("SELECT count(*) FROM cases"), before + 1);
    assert_eq!(gateway.database().count("SELECT count(*) FROM tickets"), 1);
}

#[test]
fn only_a_named_proxy_says_where_a_call_came_from() {
    let behind = |proxies: &str| {
        Gateway::start_with(Setup {
            settings: format!(
                "[server]\ntrusted_proxies = [{proxies}]\n[guard]\nrequests_per_second = 1\nburst = 3\n"
            ),
            ..Setup::default()
        })
    };
    let refused = |gateway: &Gateway| {
        (0..24)
            .filter(|n| {
                let from = format!("203.0.113.{n}");
                let url = format!("{}/v1/requests", gateway.url);
                let answer = gateway.http.get(url).header("X-Forwarded-For", from).send().unwrap();
                answer.status() == 503
            })
            .count()
    };
    assert!(refused(&behind("")) > 10, "nobody is believed by default: all came from one address");
    assert_eq!(refused(&behind("\"127.0.0.1\"")), 0, "each came from an address of its own");
}
