//! Who is told by post has been told when the post has come, and nothing that waits for it happens before (LAW 14.5).

use habeas::domain::deadline::Calendar;
use habeas::domain::holidays::Country;
use habeas::domain::time::Instant;
use serde_json::{Value, json};

use crate::harness::Gateway;
use crate::reviewing::{reasons, refusal};

impl Gateway {
    /// The letter that a flag's review was opened with, after the posting of which the person can still speak.
    fn opened(&self, flag: &str) -> String {
        let open = format!("/v1/review/flags/{flag}/open");
        assert_eq!(self.acts(&open, "dpo", &json!({})).status(), 200);
        self.flag(flag)["opened"]["notice"].as_str().unwrap().to_owned()
    }

    fn tells(&self, case: &str, letter: &str, body: &Value) -> (u16, Value) {
        let answer = self.works(case, &format!("notices/{letter}/told"), "caseworker", body);
        (answer.status().as_u16(), answer.json().unwrap())
    }

    /// The local day, so many days from now.
    fn day_in(&self, days: i64) -> String {
        let now = self.clock.now().plus_days(days);
        now.utc().date().to_string()
    }
}

#[test]
fn a_letter_that_was_posted_gives_time_from_the_day_it_counts_as_delivered() {
    let gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    let letter = gateway.opened(&flag);
    let opinion = || {
        let body = json!({ "view": "excessive", "reasons": reasons() });
        let answer = gateway.acts(&format!("/v1/review/flags/{flag}/opinion"), "dpo", &body);
        (answer.status().as_u16(), answer.text().unwrap())
    };
    let (status, said) = opinion();
    assert_eq!(status, 409, "{said}");
    assert!(said.contains("has not read the letter"), "{said}");
    for (body, pointer) in [
        (json!({ "how": "posted" }), "cannot be read"),
        (json!({ "how": "posted", "by": "pigeon" }), "cannot be read"),
        (json!({ "how": "given", "by": "hand", "posted": gateway.day_in(0) }), "posted"),
        (json!({ "how": "posted", "by": "post", "posted": gateway.day_in(-9) }), "posted"),
        (json!({ "how": "posted", "by": "post", "posted": gateway.day_in(2) }), "posted"),
        (json!({ "how": " ", "by": "post" }), "reason"),
    ] {
        let (status, problem) = gateway.tells(&case, &letter, &body);
        assert!((400..=422).contains(&status), "{status} {body}");
        assert!(problem.to_string().contains(pointer), "{problem}");
    }
    let posted = json!({ "how": "to the address of the account", "by": "post" });
    let (status, sheet) = gateway.tells(&case, &letter, &posted);
    assert_eq!(status, 200);
    let told_at = sheet["notices"][0]["told_at"].as_str().unwrap().to_owned();
    // At least four days, and two more where a weekend is in between.
    let from = Instant::parse(&told_at).unwrap().0;
    let now = gateway.clock.now();
    assert!(from > now.plus_days(3).0 && from <= now.plus_days(8).0, "{told_at}");
    let (status, said) = opinion();
    assert_eq!(status, 409, "{said}");
    // The day is said: three days after it counts as told.
    let calendar = Calendar::new(Country::parse("FR").unwrap(), "Europe/Paris").unwrap();
    let possible = calendar.civil(Instant(possible_ms(from)));
    let possible = possible.strftime("%Y-%m-%d %H:%M").to_string();
    assert!(said.contains(&format!("possible from {possible} on")), "{possible}: {said}");
    gateway.passes_days(4);
    assert_eq!(opinion().0, 409, "printed and posted four days ago is not heard");
    let (status, said) = {
        let refused = gateway.decides(&flag, &refusal());
        (refused.status().as_u16(), refused.text().unwrap())
    };
    assert!(status == 409 && said.contains(&possible), "{status} {said}");
    let left = possible_ms(from) - gateway.clock.now().0;
    gateway.passes_ms(left - 1);
    assert_eq!(opinion().0, 409, "not a moment before");
    gateway.passes_ms(1);
    assert_eq!(opinion().0, 200);
    assert_eq!(gateway.decides(&flag, &refusal()).status(), 200);
}

fn possible_ms(from: i64) -> i64 {
    Instant(from).plus_days(3).0
}

#[test]
fn whoever_reads_a_letter_before_the_post_would_have_brought_it_was_told_then() {
    let gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    let letter = gateway.opened(&flag);
    let posted = json!({ "how": "to the address of the account", "by": "post" });
    assert_eq!(gateway.tells(&case, &letter, &posted).0, 200);
    gateway.passes_days(1);
    let read_at = gateway.clock.now();
    gateway.letter("u-0001", &case, "review_opened").unwrap();
    let told = || {
        let sheet: Value =
            gateway.get(&format!("/v1/cases/{case}"), &gateway.officer("dpo")).json().unwrap();
        sheet["notices"][0]["told_at"].as_str().unwrap().to_owned()
    };
    assert_eq!(told(), read_at.rfc3339());
    // And what is written down later takes nothing back.
    assert_eq!(gateway.tells(&case, &letter, &posted).0, 200);
    assert_eq!(told(), read_at.rfc3339());
    gateway.passes_days(3);
    let body = json!({ "view": "excessive", "reasons": reasons() });
    let path = format!("/v1/review/flags/{flag}/opinion");
    assert_eq!(gateway.acts(&path, "dpo", &body).status(), 200);
}

#[test]
fn an_opinion_in_the_persons_favour_waits_for_nobody() {
    let gateway = Gateway::start();
    let (_, flag) = gateway.flagged("u-0001");
    let kind = json!({ "view": "not_excessive", "reasons": { "objective": "it is wrong still" } });
    let path = format!("/v1/review/flags/{flag}/opinion");
    assert_eq!(gateway.acts(&path, "dpo", &kind).status(), 200);
}

#[test]
fn an_answer_by_post_has_reached_its_person_when_the_post_has_come() {
    let gateway = Gateway::start();
    let case = gateway.asks_to_correct("u-0001");
    let body = json!({
        "outcome": "declined", "text": "nothing shows that it is wrong",
        "grounds": [{ "code": "16", "facts": "the register of births has the same date" }]
    });
    let answered = gateway.works(&case, "answer", "caseworker", &body);
    assert_eq!(answered.status(), 200, "{}", answered.text().unwrap());
    let state = || {
        let sheet: Value =
            gateway.get(&format!("/v1/cases/{case}"), &gateway.officer("dpo")).json().unwrap();
        (sheet["state"].as_str().unwrap().to_owned(), sheet["notices"][0]["id"].clone())
    };
    let (decided, letter) = state();
    assert_eq!(decided, "decided");
    let posted = json!({ "how": "to the address of the account", "by": "post" });
    assert_eq!(gateway.tells(&case, letter.as_str().unwrap(), &posted).0, 200);
    std::thread::park_timeout(std::time::Duration::from_secs(2));
    assert_eq!(state().0, "decided", "it is on its way");
    gateway.passes_days(8);
    gateway.until("the letter has come", || state().0 == "notified");
}

#[test]
fn the_command_line_tells_of_letters_too() {
    let gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    let letter = gateway.opened(&flag);
    let (code, out, _) = gateway.command(&["case", "show", &case]);
    assert_eq!(code, 0);
    assert!(out.contains(&format!("letter     {letter} review_opened")), "{out}");
    let tell = |letter: &str, more: &[&str]| {
        let how = "to the address of the account";
        let mut all = vec!["case", "told", &case, letter, "--officer", "clerk", "--how", how];
        all.extend(more);
        gateway.command(&all)
    };
    assert_eq!(tell(&letter, &[]).0, 2, "by post or in hand: it must be said");
    assert_eq!(tell("notice_nothing", &["--in-hand"]).0, 3);
    let (code, _, err) = tell(&letter, &["--posted", "2001-01-01"]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("the letter was posted between"), "{err}");
    let (code, out, err) = tell(&letter, &["--posted", &gateway.day_in(0)]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("counts as told from"), "{out}");
    let body = json!({ "view": "excessive", "reasons": reasons() });
    let path = format!("/v1/review/flags/{flag}/opinion");
    let early = gateway.acts(&path, "dpo", &body);
    assert_eq!(early.status(), 409);
    assert!(early.text().unwrap().contains("this is possible from"));
}
