//! Choosing where the person is: links, the component's forms, one click, and what browsers say.

use habeas::auth::Scope;
use habeas::auth::development::Order;
use reqwest::blocking::Response;
use serde_json::{Value, json};

use super::harness::{Gateway, Setup};
use super::wire::Client;

impl Gateway {
    pub(crate) fn company_key(&self) -> String {
        let text = self.new_key(Scope::ObjectionsLink);
        let body = json!({ "subject": "x" });
        self.until("the key is known", || {
            self.post("/v1/objections/choices", &text, &body).send().unwrap().status() == 200
        });
        text
    }

    /// The link of this person for a purpose, on the address where the test's server listens.
    pub(crate) fn link(&self, key: &str, whose: &Value, purpose: &str) -> String {
        let answer: Value =
            self.post("/v1/objections/choices", key, whose).send().unwrap().json().unwrap();
        let items = answer["items"].as_array().unwrap();
        let item = items.iter().find(|item| item["purpose"] == purpose).unwrap();
        let link = item["link"].as_str().unwrap();
        format!("{}/o/{}", self.url, link.rsplit('/').next().unwrap())
    }

    pub(crate) fn sends_form(&self, link: &str, form: &'static str) -> Response {
        let client = Client::staying();
        let kind = "application/x-www-form-urlencoded";
        client.post(link).header("Content-Type", kind).body(form).send().unwrap()
    }

    fn is_objected(&self, key: &str, purpose: &str, person: &Value) -> bool {
        let body = json!({ "subjects": [person] });
        let path = format!("/v1/check/{purpose}");
        let answer: Value = self.post(&path, key, &body).send().unwrap().json().unwrap();
        answer["objected"] == json!([0])
    }
}

#[test]
fn a_link_objects_and_takes_back_in_one_step_each_and_reading_it_changes_nothing() {
    let gateway = Gateway::start();
    let (company, pipeline) = (gateway.company_key(), gateway.pipeline());
    let ada = json!({ "subject": "u-0001" });
    let link = gateway.link(&company, &ada, "ai_training");
    assert!(!link.contains("u-0001") && !link.contains("ai_training"));
    let objected = || gateway.is_objected(&pipeline, "ai_training", &json!("u-0001"));
    let page = gateway.http.get(&link).header("Accept-Language", "fr-FR").send().unwrap();
    let text = page.text().unwrap();
    assert!(text.contains("<html lang=\"fr\">") && text.contains("Entraînement"), "{text}");
    assert!(!objected(), "a mail scanner that follows the link objects for nobody");
    let answer = gateway.sends_form(&link, "act=object");
    assert_eq!((answer.status().as_u16(), objected()), (303, true));
    assert!(link.ends_with(answer.headers()["location"].to_str().unwrap()));
    assert!(gateway.http.get(&link).send().unwrap().text().unwrap().contains("You object."));
    assert_eq!(gateway.sends_form(&link, "act=object").status(), 303, "a repeat is no error");
    assert_eq!(gateway.sends_form(&link, "act=take_back").status(), 303);
    assert!(!objected());
    let list: Value =
        gateway.get("/v1/objections", &gateway.person("u-0001").token()).json().unwrap();
    assert_eq!(list["items"][0]["purpose"], "ai_training", "the person sees it signed in too");
}

#[test]
fn a_mail_program_unsubscribes_with_one_click_also_for_an_address_without_account() {
    let gateway = Gateway::start();
    let (company, pipeline) = (gateway.company_key(), gateway.pipeline());
    let link = gateway.link(&company, &json!({ "email": "Ada@example.org" }), "marketing_email");
    let answer = gateway.sends_form(&link, "List-Unsubscribe=One-Click");
    assert_eq!(answer.status(), 200);
    let person = json!({ "email": "ada@example.org" });
    assert!(gateway.is_objected(&pipeline, "marketing_email", &person));
    assert!(!gateway.is_objected(&pipeline, "ai_training", &person));
    for nonsense in ["", "hello", "act=", "act=destroy", "List-Unsubscribe=maybe"] {
        assert_eq!(gateway.sends_form(&link, nonsense).status(), 400, "{nonsense}");
    }
}

#[test]
fn a_link_that_was_changed_or_is_not_ours_opens_nothing() {
    let gateway = Gateway::start();
    let company = gateway.company_key();
    let link = gateway.link(&company, &json!({ "subject": "u-0001" }), "ai_training");
    let (start, last) = link.split_at(link.len() - 1);
    let other = if last == "A" { "B" } else { "A" };
    for wrong in [format!("{start}{other}"), start.into(), format!("{}/o/x", gateway.url)] {
        let answer = gateway.sends_form(&wrong, "act=object");
        assert_eq!(answer.status(), 404, "{wrong}");
        let problem: Value = answer.json().unwrap();
        assert!(problem["detail"].as_str().unwrap().contains("ask for a new one"));
        let seen = gateway
            .http
            .get(&wrong)
            .header("Accept", "text/html,*/*")
            .header("Accept-Language", "de")
            .send()
            .unwrap();
        assert_eq!(seen.status(), 404);
        assert!(seen.text().unwrap().contains("<h1>Dieser Link funktioniert nicht</h1>"));
    }
    let mint = |token: &str, body: &Value| {
        gateway.post("/v1/objections/choices", token, body).send().unwrap().status().as_u16()
    };
    let ada = json!({ "subject": "u-0001" });
    assert_eq!(mint(&gateway.pipeline(), &ada), 403, "a key that only asks makes no links");
    assert_eq!(mint(&gateway.person("u-0001").token(), &ada), 403);
    assert_eq!(mint(&company, &json!({})), 422);
    assert_eq!(mint(&company, &json!({ "email": "nobody" })), 422);
    assert_eq!(mint(&company, &json!({ "subject": "x".repeat(513) })), 422);
    assert_eq!(mint(&company, &json!({ "subject": "a", "email": "a@b.example" })), 422);
}

#[test]
fn signals_of_the_browser_object_for_mapped_purposes_and_their_absence_lifts_nothing() {
    let gateway = Gateway::start_with(Setup {
        settings: "[signals]\ngpc = [\"product_analytics\"]\n".into(),
        ..Setup::default()
    });
    let gpc: Value = gateway
        .http
        .get(format!("{}/.well-known/gpc.json", gateway.url))
        .send()
        .unwrap()
        .json()
        .unwrap();
    assert_eq!(gpc, json!({ "gpc": true, "lastUpdate": "2026-11-24" }));
    let token = gateway.person("u-0002").token();
    let send = |headers: &[(&str, &str)]| -> Value {
        let mut asked =
            gateway.http.post(format!("{}/v1/objections/signals", gateway.url)).bearer_auth(&token);
        for (name, value) in headers {
            asked = asked.header(*name, *value);
        }
        asked.send().unwrap().json::<Value>().unwrap()["applied"].clone()
    };
    assert_eq!(send(&[]), json!([]));
    for nothing in ["0", "1, 1", "yes"] {
        assert_eq!(send(&[("Sec-GPC", nothing)]), json!([]), "{nothing}");
    }
    assert_eq!(send(&[("Sec-GPC", "0"), ("Sec-GPC", "1")]), json!(["product_analytics"]));
    assert_eq!(
        send(&[("ADPC", "withdraw=*, object=direct-marketing")]),
        json!(["marketing_email"])
    );
    assert_eq!(send(&[("ADPC", "object=\"ai_training nothing\"")]), json!(["ai_training"]));
    assert_eq!(send(&[]), json!([]));
    let list: Value = gateway.get("/v1/objections", &token).json().unwrap();
    let in_force: Vec<&str> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["objected"] == true)
        .map(|item| item["purpose"].as_str().unwrap())
        .collect();
    assert_eq!(in_force, ["ai_training", "marketing_email", "product_analytics"]);
    let company = gateway.company_key();
    let link = gateway.link(&company, &json!({ "subject": "u-7" }), "product_analytics");
    let page = gateway.http.get(&link).header("Sec-GPC", "1").send().unwrap().text().unwrap();
    assert!(page.contains("privacy signal (GPC). It was applied"), "{page}");
}

// R-PAR-2, R-PAR-3: four plans and nobody's plan: the same steps, fields, default and time to effect.
#[test]
fn every_plan_and_no_plan_has_the_same_way_to_object() {
    let gateway = Gateway::start();
    let (company, pipeline) = (gateway.company_key(), gateway.pipeline());
    let mut seen: Vec<(String, Vec<u16>)> = Vec::new();
    for (n, plan) in ["free", "pro", "team", "enterprise", ""].iter().enumerate() {
        let sub = format!("plan-{n}");
        let order = Order {
            sub: sub.clone(),
            labels: if plan.is_empty() { vec![] } else { vec![("plan".into(), (*plan).into())] },
            ttl_seconds: 900,
            ..Order::default()
        };
        let token = gateway.token(&order);
        // Signed in: one call, in force when answered. Logged out: one link, one click.
        let url = format!("{}/v1/objections/ai_training", gateway.url);
        let direct = gateway.http.put(url).bearer_auth(&token).send().unwrap();
        let mut steps = vec![direct.status().as_u16()];
        assert!(gateway.is_objected(&pipeline, "ai_training", &json!(sub)));
        let choices: Value = gateway
            .post("/v1/objections/choices", &company, &json!({ "subject": sub }))
            .send()
            .unwrap()
            .json()
            .unwrap();
        let html = choices["html"].as_str().unwrap();
        let fields = html.lines().map(|line| {
            let is_form = line.starts_with("<form");
            if is_form { "<form>" } else { line }.to_owned()
        });
        let link = gateway.link(&company, &json!({ "subject": sub }), "marketing_email");
        steps.push(gateway.http.get(&link).send().unwrap().status().as_u16());
        steps.push(gateway.sends_form(&link, "act=object").status().as_u16());
        assert!(gateway.is_objected(&pipeline, "marketing_email", &json!(sub)));
        seen.push((fields.collect::<Vec<_>>().join("\n"), steps));
    }
    let (first, rest) = seen.split_first().unwrap();
    assert!(rest.iter().all(|other| other == first), "{seen:#?}");
    for word in ["plan", "free", "pro", "upgrade", "€"] {
        assert!(!first.0.split(|c: char| !c.is_alphanumeric()).any(|w| w == word), "{word}");
    }
}

#[test]
fn the_selftest_sends_an_objection_through_and_says_so() {
    let gateway = Gateway::start();
    let text = gateway.new_key_with(&[Scope::ObjectionsCheck, Scope::ObjectionsLink]);
    let run = |key: &str, url: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_habeas"))
            .args(["objections", "selftest", "--server", url])
            .env("HABEAS_API_KEY", key)
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(said).unwrap())
    };
    gateway.until("the key is known", || run(&text, &gateway.url).0 == 0);
    let (code, said) = run(&text, &gateway.url);
    assert_eq!((code, said.as_str()), (0, "4 purposes: every route obeyed at once\n"));
    let list = "SELECT count(*) FROM objections WHERE standing = 'in_force'";
    assert_eq!(gateway.database().count(list), 0, "nothing of it stays in force");
    assert_eq!(run("hbk_wrong", &gateway.url).0, 2);
    assert_eq!(run(&text, "http://127.0.0.1:9").0, 2);
}
