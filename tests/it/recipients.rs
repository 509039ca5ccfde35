//! Systems are told of objections, and found out when they do not obey.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use habeas::auth::Scope;
use serde_json::{Value, json};

use super::harness::{Gateway, Setup};

/// How the system behaves.
#[derive(Clone, Copy, PartialEq)]
enum Behaviour {
    /// Keeps what it is told, and says so.
    Honest,
    /// Takes messages and says nothing about obeying.
    Silent,
    /// Says that all is well without having looked.
    Lying,
    /// Acknowledges what it never heard.
    Boasting,
    Failing,
    Gone,
    Redirecting,
}

struct Heard {
    headers: Vec<(String, String)>,
    body: String,
}

impl Heard {
    fn header(&self, name: &str) -> &str {
        &self.headers.iter().find(|(known, _)| known == name).unwrap().1
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

struct Inside {
    behaviour: Behaviour,
    holds: BTreeSet<String>,
    heard: Vec<Heard>,
}

/// A newsletter system with a list of its own.
#[derive(Clone)]
struct Newsletter {
    port: u16,
    inside: Arc<Mutex<Inside>>,
}

impl Newsletter {
    fn start(behaviour: Behaviour) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let inside = Inside { behaviour, holds: BTreeSet::new(), heard: Vec::new() };
        let system = Self { port, inside: Arc::new(Mutex::new(inside)) };
        let own = system.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                own.answer(stream.unwrap());
            }
        });
        system
    }

    fn answer(&self, mut stream: std::net::TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut headers = Vec::new();
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        loop {
            line.clear();
            reader.read_line(&mut line).unwrap();
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            headers.push((name.to_ascii_lowercase(), value.to_owned()));
        }
        let length =
            headers.iter().find(|(n, _)| n == "content-length").unwrap().1.parse().unwrap();
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let heard = Heard { headers, body: String::from_utf8(body).unwrap() };
        let (status, answer) = self.take(&heard.json());
        self.inside.lock().unwrap().heard.push(heard);
        let text = answer.to_string();
        let extra = if status == 302 { "Location: http://127.0.0.1:1/\r\n" } else { "" };
        write!(
            stream,
            "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{extra}Content-Length: {}\r\nConnection: close\r\n\r\n{text}",
            text.len()
        )
        .unwrap();
    }

    fn take(&self, message: &Value) -> (u16, Value) {
        let mut inside = self.inside.lock().unwrap();
        let epoch = message["data"]["epoch"].as_i64().unwrap();
        match inside.behaviour {
            Behaviour::Failing => return (500, Value::Null),
            Behaviour::Gone => return (410, Value::Null),
            Behaviour::Redirecting => return (302, Value::Null),
            Behaviour::Boasting => return (200, json!({ "obeyed_epoch": epoch + 7 })),
            Behaviour::Lying => return (200, json!({ "obeyed_epoch": epoch, "not_held": [] })),
            Behaviour::Silent => return (204, Value::Null),
            Behaviour::Honest => {}
        }
        if message["type"] == "objections.recheck" {
            let marks = message["data"]["marks"].as_array().unwrap();
            let missing: Vec<&Value> = marks
                .iter()
                .filter(|mark| !inside.holds.contains(mark.as_str().unwrap()))
                .collect();
            return (200, json!({ "not_held": missing }));
        }
        for change in message["data"]["changes"].as_array().unwrap() {
            let mark = change["mark"].as_str().unwrap().to_owned();
            if change["objected"] == true {
                inside.holds.insert(mark);
            } else {
                inside.holds.remove(&mark);
            }
        }
        (200, json!({ "obeyed_epoch": epoch }))
    }

    fn behaves(&self, behaviour: Behaviour) {
        self.inside.lock().unwrap().behaviour = behaviour;
    }

    fn holds(&self) -> usize {
        self.inside.lock().unwrap().holds.len()
    }

    fn heard(&self) -> usize {
        self.inside.lock().unwrap().heard.len()
    }

    fn settings(&self) -> String {
        format!(
            "[webhooks]\n[[webhooks.endpoint]]\nsystem = \"newsletter\"\nurl = \"http://127.0.0.1:{}/hook\"\nprivate = true\n",
            self.port
        )
    }
}

fn gateway(system: &Newsletter) -> Gateway {
    Gateway::start_with(Setup { settings: system.settings(), ..Setup::default() })
}

impl Gateway {
    fn recipient(&self) -> Value {
        let token = self.officer("dpo");
        let list: Value = self.get("/v1/objections/recipients", &token).json().unwrap();
        let items = list["items"].as_array().unwrap();
        items.iter().find(|item| item["system"] == "newsletter").unwrap().clone()
    }

    fn open_tasks(&self) -> Vec<Value> {
        let list: Value = self.get("/v1/tasks", &self.officer("caseworker")).json().unwrap();
        list["items"].as_array().unwrap().clone()
    }

    /// Waits until the newsletter has said that it obeys everything up to this epoch, and nothing is owed.
    fn obeyed(&self, epoch: i64) {
        self.until(&format!("epoch {epoch} is obeyed"), || {
            let now = self.recipient();
            now["acked_epoch"] == epoch && now["state"] == "obeying"
        });
    }

    fn reaches(&self, state: &str) {
        self.until(&format!("the newsletter is {state}"), || self.recipient()["state"] == state);
    }
}

#[test]
fn an_objection_is_told_with_a_signature_and_without_a_name() {
    let system = Newsletter::start(Behaviour::Honest);
    let gateway = gateway(&system);
    gateway.person("u-0001").objects_to("marketing_email");
    gateway.person("u-0001").objects_to("ai_training");
    gateway.until("the newsletter holds it", || system.holds() == 1);
    gateway.obeyed(1);
    let keys: Value = gateway
        .http
        .get(format!("{}/v1/objections/webhook-keys", gateway.url))
        .send()
        .unwrap()
        .json()
        .unwrap();
    let key =
        STANDARD.decode(keys["keys"][0].as_str().unwrap().strip_prefix("whpk_").unwrap()).unwrap();
    let inside = system.inside.lock().unwrap();
    assert_eq!(inside.heard.len(), 1, "another purpose is none of its business");
    let heard = &inside.heard[0];
    assert!(!heard.body.contains("u-0001"));
    let signed = format!(
        "{}.{}.{}",
        heard.header("webhook-id"),
        heard.header("webhook-timestamp"),
        heard.body
    );
    let signature = heard.header("webhook-signature").strip_prefix("v1a,").unwrap();
    let key = aws_lc_rs::signature::UnparsedPublicKey::new(&aws_lc_rs::signature::ED25519, key);
    key.verify(signed.as_bytes(), &STANDARD.decode(signature).unwrap()).unwrap();
    drop(inside);
    let take_back = format!("{}/v1/objections/marketing_email", gateway.url);
    gateway.http.delete(take_back).bearer_auth(gateway.person("u-0001").token()).send().unwrap();
    gateway.until("it hears that too", || system.holds() == 0);
    gateway.obeyed(3);
}

#[test]
fn a_system_that_was_away_hears_everything_in_order_when_it_is_back() {
    let system = Newsletter::start(Behaviour::Failing);
    let mut gateway = gateway(&system);
    for person in ["u-1", "u-2", "u-3"] {
        gateway.person(person).objects_to("marketing_email");
    }
    gateway.until("it was tried", || system.heard() > 0);
    gateway.until("the failure is noted", || {
        gateway.recipient()["note"].as_str().is_some_and(|note| note.contains("500"))
    });
    gateway.restart();
    system.behaves(Behaviour::Honest);
    gateway.passes_ms(301_000);
    gateway.until("it holds all", || system.holds() == 3);
    gateway.obeyed(3);
    assert_eq!(gateway.open_tasks().len(), 0);
}

#[test]
fn what_is_not_acknowledged_in_time_is_a_task_until_it_is() {
    let system = Newsletter::start(Behaviour::Silent);
    let gateway = gateway(&system);
    gateway.person("u-0001").objects_to("marketing_email");
    gateway.reaches("waiting");
    gateway.until("it was told", || gateway.recipient()["sent_epoch"] == 1);
    assert_eq!(gateway.open_tasks().len(), 0);
    gateway.passes_ms(24 * 3_600_000);
    gateway.reaches("overdue");
    gateway.until("there is a task", || gateway.open_tasks().len() == 1);
    assert_eq!(gateway.open_tasks()[0]["system"], "newsletter/marketing_email");
    let key = gateway.new_key(Scope::ObjectionsAcknowledge);
    let ack = |epoch: i64| {
        let body = json!({ "purpose": "marketing_email", "epoch": epoch });
        gateway.post("/v1/objections/acknowledgements", &key, &body).send().unwrap()
    };
    gateway.until("the key is known", || ack(0).status() != 401);
    assert_eq!(ack(0).status(), 404, "a key named `tests` speaks for no system");
    let own = gateway.new_named_key("newsletter", &[Scope::ObjectionsAcknowledge]);
    let ack = |epoch: i64| {
        let body = json!({ "purpose": "marketing_email", "epoch": epoch });
        gateway.post("/v1/objections/acknowledgements", &own, &body).send().unwrap()
    };
    gateway.until("the key is known", || ack(0).status() == 200);
    assert_eq!(ack(2).status(), 422, "nobody obeys what they were not told");
    assert_eq!(ack(1).json::<Value>().unwrap()["state"], "obeying");
    assert_eq!(gateway.open_tasks().len(), 0, "the task ends with its reason");
}

#[test]
fn a_recheck_finds_what_a_system_lost_and_tells_it_again() {
    let system = Newsletter::start(Behaviour::Honest);
    let gateway = gateway(&system);
    for person in ["u-1", "u-2", "u-3"] {
        gateway.person(person).objects_to("marketing_email");
    }
    gateway.until("it holds all", || system.holds() == 3);
    gateway.obeyed(3);
    let lost = {
        let mut inside = system.inside.lock().unwrap();
        inside.holds.pop_first().unwrap()
    };
    gateway.passes_days(7);
    gateway.until("it holds it again", || system.inside.lock().unwrap().holds.contains(&lost));
    gateway.until("it is counted", || gateway.recipient()["contradictions"] == 1);
    gateway.reaches("obeying");
    assert_eq!(gateway.recipient()["checked"], 3);
    assert_eq!(gateway.open_tasks().len(), 1);
    gateway.until("a whole true re-check ends the task", || {
        gateway.passes_ms(3_600_000);
        gateway.open_tasks().is_empty()
    });
}

#[test]
fn a_system_that_says_all_is_well_without_looking_is_found_out() {
    let system = Newsletter::start(Behaviour::Lying);
    let gateway = gateway(&system);
    gateway.person("u-0001").objects_to("marketing_email");
    gateway.obeyed(1);
    gateway.passes_days(7);
    gateway.until("it is found out", || gateway.open_tasks().len() == 1);
    let reason = gateway.open_tasks()[0]["reason"].to_string();
    assert!(reason.contains("nobody ever made"), "{reason}");
    assert_eq!(gateway.open_tasks()[0]["system"], "newsletter/marketing_email/recheck");
    gateway.person("u-0002").objects_to("marketing_email");
    gateway.until("it is told all the same", || gateway.recipient()["sent_epoch"] == 2);
    gateway.obeyed(2);
    assert_eq!(gateway.open_tasks().len(), 1, "its word ends nothing: it has not looked");
    let id = gateway.open_tasks()[0]["id"].as_str().unwrap().to_owned();
    let done = |role: &str| {
        gateway
            .post(&format!("/v1/tasks/{id}/done"), &gateway.officer(role), &json!({}))
            .send()
            .unwrap()
            .status()
    };
    assert_eq!(done("auditor"), 403);
    assert_eq!(done("caseworker"), 200);
    assert_eq!(gateway.open_tasks().len(), 0);
}

#[test]
fn boasts_redirects_and_ends_are_noted_and_nothing_is_lost() {
    let system = Newsletter::start(Behaviour::Boasting);
    let gateway = gateway(&system);
    gateway.person("u-0001").objects_to("marketing_email");
    let noted = |words: &str| {
        gateway.until(words, || {
            gateway.recipient()["note"].as_str().is_some_and(|note| note.contains(words))
        });
    };
    noted("never was");
    assert_eq!(gateway.recipient()["acked_epoch"], 0);
    system.behaves(Behaviour::Redirecting);
    gateway.person("u-0002").objects_to("marketing_email");
    gateway.passes_ms(6_000);
    noted("redirects");
    system.behaves(Behaviour::Gone);
    gateway.passes_ms(301_000);
    gateway.reaches("disabled");
    gateway.until("there is a task", || gateway.open_tasks().len() == 1);
    let (code, out, _) = gateway.command(&["webhook", "list"]);
    assert!(code == 1 && out.contains("disabled"), "{out}");
    system.behaves(Behaviour::Honest);
    let replay = ["webhook", "replay", "--system", "newsletter", "--purpose", "marketing_email"];
    assert_eq!(gateway.command(&replay).0, 0);
    gateway.until("it holds both", || system.holds() == 2);
    gateway.obeyed(2);
    assert_eq!(gateway.command(&["webhook", "replay", "--system", "x", "--purpose", "y"]).0, 3);
}

#[test]
fn an_endpoint_inside_the_network_is_never_called_unless_the_operator_says_so() {
    let system = Newsletter::start(Behaviour::Honest);
    let settings = format!(
        "[webhooks]\n[[webhooks.endpoint]]\nsystem = \"newsletter\"\nurl = \"https://localhost:{}/\"\n",
        system.port
    );
    let gateway = Gateway::start_with(Setup { settings, ..Setup::default() });
    gateway.person("u-0001").objects_to("marketing_email");
    gateway.until("the refusal is noted", || {
        gateway.recipient()["note"].as_str().is_some_and(|note| note.contains("inside a network"))
    });
}

#[test]
fn keys_rotate_with_both_signing_and_bad_settings_are_named() {
    let system = Newsletter::start(Behaviour::Honest);
    let mut gateway = gateway(&system);
    let first = gateway.command(&["webhook", "key"]).1;
    let (code, both, _) = gateway.command(&["webhook", "rotate"]);
    assert_eq!((code, both.lines().count()), (0, 2));
    assert_eq!(both.lines().nth(1), Some(first.trim()));
    assert_eq!(gateway.command(&["webhook", "rotate"]).0, 2, "one rotation at a time");
    gateway.restart();
    gateway.person("u-0001").objects_to("marketing_email");
    gateway.until("it holds it", || system.holds() == 1);
    gateway.obeyed(1);
    let signatures = system.inside.lock().unwrap().heard[0].header("webhook-signature").to_owned();
    assert_eq!(signatures.split(' ').count(), 2);
    assert_eq!(gateway.command(&["webhook", "retire"]).1.lines().count(), 1);
    let file = gateway.dir.join("habeas.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("newsletter", "nobody")).unwrap();
    let (code, _, told) = gateway.command(&["webhook", "list"]);
    assert!(code == 2 && told.contains("`nobody`, which no purpose"), "{told}");
}

#[test]
fn metrics_tell_how_systems_obey_and_nothing_about_anybody() {
    let system = Newsletter::start(Behaviour::Honest);
    let settings = format!("[server]\nmetrics_bind = \"127.0.0.1:0\"\n{}", system.settings());
    let gateway = Gateway::start_with(Setup { settings, ..Setup::default() });
    gateway.person("u-0001").objects_to("marketing_email");
    gateway.obeyed(1);
    let reply = gateway.http.get(&gateway.metrics).send().unwrap();
    let text = reply.text().unwrap();
    let line = "habeas_recipient_state{system=\"newsletter\",purpose=\"marketing_email\",state=\"obeying\"} 1";
    assert!(text.contains(line), "{text}");
    assert!(text.contains("habeas_objections_epoch 1"), "{text}");
    assert!(text.contains("http_route=\"/v1/objections/{purpose}\""), "{text}");
    assert!(!text.contains("u-0001"));
}

#[test]
fn an_account_that_is_merged_keeps_its_objections() {
    let gateway = Gateway::start();
    gateway.person("old").objects_to("ai_training");
    let key = gateway.new_key(Scope::ObjectionsLink);
    let body = json!({ "from": { "subject": "old" }, "into": { "subject": "new" } });
    let merge = || gateway.post("/v1/objections/merges", &key, &body).send().unwrap();
    gateway.until("the key is known", || merge().status() == 200);
    let pipeline = gateway.pipeline();
    let check: Value = gateway.get("/v1/check/ai_training?subject=new", &pipeline).json().unwrap();
    assert_eq!(check["objected"], true);
}
