//! Is anybody treated worse? The check turns on the gateway and on itself; the report says what it can and what it cannot.

use serde_json::{Value, json};

use super::harness::{Gateway, Setup};

fn check(gateway: &Gateway, arguments: &[&str]) -> (i32, Value) {
    let mut all = vec!["fairness", "check", "--json", "--years", "1"];
    all.extend(arguments);
    let (code, out, err) = gateway.command(&all);
    let told = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{code} {out} {err}"));
    (code, told)
}

#[test]
fn the_check_finds_no_difference_and_catches_what_is_planted() {
    let gateway = Gateway::start();
    for (sub, plan) in [("u-0001", "free"), ("u-0002", "enterprise")] {
        let person = gateway.person_on(sub, plan, "FR", "fr");
        for right in ["access", "erasure", "rectification"] {
            person.asks_for(right);
        }
    }
    let (code, told) = check(&gateway, &["--flips", "3000", "--http-flips", "1600"]);
    assert_eq!(told["made_up"]["different"], 0);
    assert!(told["made_up"]["flagged"].as_u64().unwrap() > 10, "{}", told["made_up"]);
    assert_eq!(told["stored"]["lives"], 6, "the stored requests were flipped too");
    assert_eq!(told["stored"]["different"], 0);
    assert_eq!(told["http"]["different"], 0, "{}", told["http"]["differences"]);
    assert!(told["http"]["flagged"].as_u64().unwrap() > 0);
    let flips = told["made_up"]["flips"].as_f64().unwrap();
    let bound = told["made_up"]["bound_95"].as_f64().unwrap();
    assert!((bound * flips - 3.0).abs() < 0.01, "the bound is three over the flips");
    let planted = told["planted"].as_array().unwrap();
    assert_eq!(planted.len(), 32);
    let missed: Vec<&Value> = planted.iter().filter(|p| p["caught_by"].is_null()).collect();
    assert!(missed.len() <= 1, "{missed:?}");
    assert_eq!((code, &told["fair"]), (0, &json!(true)));
}

#[test]
fn a_gateway_that_treats_a_plan_otherwise_would_fail_the_check() {
    // Each planted bias by itself, through the library: the machine with it is not fair, the machine without it is.
    use habeas::domain::deadline::Calendar;
    use habeas::domain::holidays::Country;
    use habeas::fairness::flip::planted::{ALL, Kind};
    use habeas::fairness::flip::{World, honest, run};
    let gateway = Gateway::start();
    let calendar = Calendar::new(Country::parse("FR").unwrap(), "Europe/Paris").unwrap();
    let world = World { policies: &gateway.office.policies, calendar: &calendar };
    assert_eq!(run(&world, 0..100, 7, &honest).different, 0);
    for bias in ALL {
        if let Kind::Decision(biased) = bias.kind {
            let found = run(&world, 0..500, 7, &|w, who, life, dice| biased(w, who, life, dice));
            assert!(found.different > 0, "{}", bias.name);
        }
    }
}

/// A gateway that answers nobody by itself: what is stored stays as it is.
fn quiet() -> Gateway {
    Gateway::start_with(Setup { settings: "[jobs]\nworkers = 0\n".into(), ..Setup::default() })
}

/// Thirty people on two plans, each with one request.
fn a_crowd(gateway: &Gateway) {
    for n in 0..30 {
        let plan = if n % 2 == 0 { "free" } else { "pro" };
        gateway.person_on(&format!("crowd-{n}"), plan, "FR", "fr").asks_for("access");
    }
    gateway.person_on("u-0001", "alone", "FR", "fr").asks_for("access");
}

#[test]
fn the_report_is_the_same_by_every_door_and_says_what_it_cannot_say() {
    let gateway = quiet();
    a_crowd(&gateway);
    let year = ["--from", "2026-01-01", "--to", "2026-12-31"];
    let report = |format: &str| {
        let mut all = vec!["fairness", "report", "--format", format];
        all.extend(year);
        let (code, out, err) = gateway.command(&all);
        assert_eq!(code, 0, "{err}");
        out
    };
    let html = report("html");
    assert!(html == report("html"), "byte for byte");
    assert!(html.contains("not enough data") && html.contains("<title id="));
    assert!(!html.contains("alone"), "a cohort of one person");
    let told: Value = serde_json::from_str(&report("json")).unwrap();
    assert_eq!(told["cases"], 31);
    let ages =
        ["fairness", "report", "--format", "json", "--from", "1900-01-01", "--to", "2999-12-31"];
    let ages: Value = serde_json::from_str(&gateway.command(&ages).1).unwrap();
    assert_eq!(ages["cases"], 31, "however long the period");
    assert!(html.contains(told["data_hash"].as_str().unwrap()));
    assert_eq!(told["policy_in_force"], gateway.office.policies.thresholds.hash.as_str());
    assert!(told["comparisons"].as_array().unwrap().iter().all(|c| c["verdict"] != "unequal"));
    // The route gives the same bytes, to those who answer for it and to nobody else.
    let path = "/v1/fairness/report?from=2026-01-01&to=2026-12-31";
    for role in ["dpo", "auditor"] {
        let answer = gateway.get(path, &gateway.officer(role));
        assert_eq!(answer.status(), 200);
        assert!(answer.text().unwrap() == report("json"), "byte for byte");
        let page = gateway.get(&format!("{path}&format=html"), &gateway.officer(role));
        assert!(page.text().unwrap() == html, "byte for byte");
    }
    for token in [gateway.officer("caseworker"), gateway.person("u-0001").token()] {
        assert_eq!(gateway.get(path, &token).status(), 403);
    }
    for wrong in ["?from=2026-02-01&to=2026-01-01", "?from=yesterday", "?format=pdf", "?plan=free"]
    {
        let answer = gateway.get(&format!("/v1/fairness/report{wrong}"), &gateway.officer("dpo"));
        assert_eq!(answer.status(), 400, "{wrong}");
    }
    let file = gateway.dir.join("report.csv");
    let named = file.to_str().unwrap();
    let (code, _, err) =
        gateway.command(&["fairness", "report", "--format", "csv", "--out", named]);
    assert_eq!(code, 0, "{err}");
    let lines = std::fs::read_to_string(&file).unwrap();
    assert!(lines.starts_with("attribute,outcome,group,reference,"), "{lines}");
    let swapped =
        gateway.command(&["fairness", "report", "--from", "2026-02-01", "--to", "2026-01-01"]);
    assert_eq!(swapped.0, 2);
}

#[test]
fn whoever_was_sent_away_or_forgotten_is_counted_as_that() {
    let gateway = quiet();
    a_crowd(&gateway);
    let reference = super::harness::reference(
        &gateway.person_on("u-0002", "free", "FR", "fr").asks_for("erasure"),
    );
    habeas::casework::case::forget::forget(&gateway.office, reference.parse().unwrap()).unwrap();
    let (code, out, err) = gateway.command(&[
        "fairness",
        "report",
        "--format",
        "json",
        "--from",
        "2026-01-01",
        "--to",
        "2026-12-31",
    ]);
    assert_eq!(code, 0, "{err}");
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told["cases"], 32);
    let limits = told["limits"].to_string();
    assert!(limits.contains("the person was forgotten"), "{limits}");
}

#[test]
fn parity_by_plan_stands_among_the_metrics_without_counts_under_ten() {
    let settings = "[server]\nmetrics_bind = \"127.0.0.1:0\"\n[jobs]\nworkers = 0\n".into();
    let gateway = Gateway::start_with(Setup { settings, ..Setup::default() });
    a_crowd(&gateway);
    let url = &gateway.metrics;
    let text = gateway.http.get(url).send().unwrap().text().unwrap();
    assert!(
        text.contains("habeas_parity_rate{plan=\"free\",outcome=\"extension\"} 0.000000"),
        "{text}"
    );
    assert!(text.contains("habeas_parity_unequal 0"), "{text}");
    assert!(!text.contains("alone"), "a cohort of one person");
    assert!(text.trim_end().ends_with("# EOF"), "{text}");
}

/// The report as JSON, over the year of the tests.
fn told(gateway: &Gateway) -> Value {
    let year = ["--from", "2026-01-01", "--to", "2026-12-31"];
    let all: Vec<&str> =
        ["fairness", "report", "--format", "json"].into_iter().chain(year).collect();
    let (code, out, err) = gateway.command(&all);
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn a_button_for_those_who_pay_and_an_e_mail_for_the_rest_shows() {
    let gateway = quiet();
    let clerk = gateway.officer("caseworker");
    for n in 0..24 {
        // The plan is what a token of theirs said before; the letter itself says none.
        let free = gateway.person_on(&format!("free-{n}"), "free", "FR", "fr");
        free.asks_for("access");
        let account = json!({ "subject": format!("free-{n}") });
        let body = json!({
            "right": "objection", "scope": { "purposes": ["ai_training"] }, "received_at": "2026-11-23",
            "came_by": "email", "people": [{ "account": account, "how": "the address is the account's" }],
        });
        assert_eq!(gateway.post("/v1/cases", &clerk, &body).send().unwrap().status(), 201);
        gateway.person_on(&format!("pro-{n}"), "pro", "FR", "fr").objects_to("ai_training");
    }
    // A repeat is the same objection, and nobody who is alone on a plan is shown.
    gateway.person_on("pro-0", "pro", "FR", "fr").objects_to("ai_training");
    gateway.person_on("u-0001", "alone", "FR", "fr").objects_to("ai_training");
    let report = told(&gateway);
    let counted = &report["objections"];
    let plans = counted["plans"].as_array().unwrap();
    let plan = |name: &str| plans.iter().find(|plan| plan["plan"] == name).unwrap();
    assert_eq!(
        (&plan("free")["objections"], &plan("free")["ways"]["email"]),
        (&json!(24), &json!(24))
    );
    assert_eq!(
        (&plan("pro")["ways"]["program"], &plan("pro")["ways"]["email"]),
        (&json!(24), &json!(0))
    );
    assert_eq!((plans.len(), &counted["plans_not_shown"]), (2, &json!(1)));
    let compared = counted["comparisons"].as_array().unwrap();
    for outcome in ["objected_by_email", "objected_by_program"] {
        let one = compared.iter().find(|one| one["outcome"] == outcome).unwrap();
        assert_eq!(one["verdict"], "unequal", "{one}");
    }
    let summary = report["summary"].to_string();
    assert!(summary.contains("Objecting by e-mail, entered by the office: plan"), "{summary}");
    let path = "/v1/fairness/report?from=2026-01-01&to=2026-12-31&format=";
    let csv = gateway.get(&format!("{path}csv"), &gateway.officer("dpo")).text().unwrap();
    assert!(csv.contains("plan,objected_by_email,pro,free,0,24,24,24,-1.000000,"), "{csv}");
    let html = gateway.get(&format!("{path}html"), &gateway.officer("dpo")).text().unwrap();
    assert!(html.contains("Whether the way differs by plan") && !html.contains("alone"), "{html}");
}

#[test]
fn every_way_of_objecting_is_told_apart_and_goes_with_its_person() {
    let gateway = quiet();
    let company = gateway.company_key();
    let mut last = String::new();
    for n in 0..12 {
        let by_program = gateway.person_on(&format!("p-{n}"), "free", "FR", "fr");
        by_program.objects_to("ai_training");
        let by_request = gateway.person_on(&format!("r-{n}"), "free", "FR", "fr");
        let body = json!({ "right": "objection", "scope": { "purposes": ["ai_training"] } });
        last = super::harness::reference(&by_request.asks(&body));
        // By a link: the plan is known from another token of the same account.
        gateway.person_on(&format!("l-{n}"), "free", "FR", "fr").asks_for("access");
        let link = gateway.link(&company, &json!({ "subject": format!("l-{n}") }), "ai_training");
        assert_eq!(gateway.sends_form(&link, "act=object").status(), 303);
    }
    let counted = told(&gateway)["objections"].clone();
    let ways = &counted["plans"][0]["ways"];
    assert_eq!(
        (&ways["program"], &ways["link"], &ways["page"]),
        (&json!(24), &json!(12), &json!(0))
    );
    habeas::casework::case::forget::forget(&gateway.office, last.parse().unwrap()).unwrap();
    assert_eq!(told(&gateway)["objections"]["plans"][0]["ways"]["program"], 23);
    let kept = gateway.database().count("SELECT count(*) FROM objection_ways");
    assert_eq!(kept, 35, "what was sealed with a person's key goes with it");
}
