//! What people are told by mail: to whom, in which words, and through every mood of a mail server.

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::harness::{Gateway, Setup, reference};
use super::postman::{Mood, Offer, Postman, body, header};

const ADA: &str = "ada@example.org";
const MINUTE_MS: i64 = 60_000;

fn with(settings: String) -> Gateway {
    Gateway::start_with(Setup { settings, ..Setup::default() })
}

/// Asks without an account.
fn asks(gateway: &Gateway, body: &Value) -> Value {
    let answer = gateway.http.post(format!("{}/v1/requests", gateway.url)).json(body).send();
    let answer = answer.unwrap();
    assert_eq!(answer.status(), 201, "{}", answer.text().unwrap());
    answer.json().unwrap()
}

fn asks_for_access(gateway: &Gateway, address: &str) -> String {
    reference(&asks(gateway, &json!({ "right": "access", "email": address, "language": "fr" })))
}

fn outbox(gateway: &Gateway) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(gateway.dir.join("outbox")) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "eml"));
    paths.sort();
    paths
}

fn filed(gateway: &Gateway, count: usize) -> Vec<String> {
    gateway.until("the mails are in the outbox", || outbox(gateway).len() >= count);
    let paths = outbox(gateway);
    assert_eq!(paths.len(), count);
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

fn mails(gateway: &Gateway, case: &str) -> Vec<Value> {
    let sheet: Value =
        gateway.get(&format!("/v1/cases/{case}"), &gateway.officer("caseworker")).json().unwrap();
    sheet["mails"].as_array().unwrap().clone()
}

/// Waits until the last mail of a case has fared like this.
fn fares(gateway: &Gateway, case: &str, state: &str, tries: i64) -> Value {
    let is_so = |mail: &Value| mail["state"] == state && mail["tries"] == tries;
    gateway.until(&format!("a mail of {case} is {state} after {tries}"), || {
        mails(gateway, case).last().is_some_and(|mail| {
            // While it is being tried, it waits with nothing said of this try.
            is_so(mail) && (state != "waiting" || !mail["why"].is_null())
        })
    });
    mails(gateway, case).last().unwrap().clone()
}

fn links(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| word.starts_with("http")).collect()
}

#[test]
fn without_a_mail_server_a_request_is_confirmed_into_the_outbox_in_the_persons_language() {
    let gateway = Gateway::start();
    let said = json!({
        "right": "access", "email": ADA, "language": "fr", "message": "my back hurts, says Lovelace",
    });
    let opened = asks(&gateway, &said);
    let case = reference(&opened);
    let mail = filed(&gateway, 1).remove(0);
    assert_eq!(header(&mail, "To"), ADA);
    assert_eq!(header(&mail, "From"), "privacy@example.org");
    assert_eq!(header(&mail, "Auto-Submitted"), "auto-generated");
    assert_eq!(header(&mail, "X-Auto-Response-Suppress"), "All");
    assert_eq!(header(&mail, "Content-Language"), "fr");
    assert_eq!(header(&mail, "Date"), "Tue, 24 Nov 2026 07:00:00 +0000");
    assert!(header(&mail, "Message-ID").ends_with("@example.org>"));
    assert!(header(&mail, "Subject").starts_with("=?utf-8?B?"));
    let text = body(&mail);
    assert!(text.contains(&case) && text.contains("24 décembre 2026"), "{text}");
    assert_eq!(links(&text), [format!("http://127.0.0.1:8080/requests/{case}")]);
    for personal in ["back", "Lovelace", ADA, "accès"] {
        assert!(!text.contains(personal), "{text}");
    }
    let path = outbox(&gateway).remove(0);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let folder = std::fs::metadata(path.parent().unwrap()).unwrap();
    assert_eq!(folder.permissions().mode() & 0o777, 0o700);
    let fared = fares(&gateway, &case, "filed", 1);
    assert_eq!(fared["kind"], "receipt");
    assert!(!fared.to_string().contains("ada"), "{fared}");
    let auditor = gateway.get(&format!("/v1/cases/{case}"), &gateway.officer("auditor"));
    assert!(!auditor.text().unwrap().contains(ADA));
    // Once it has left, the row holds neither the address nor the words.
    let left = "SELECT count(*) FROM mails WHERE length(sealed) > 0";
    assert_eq!(gateway.database().count(left), 0);
}

#[test]
fn who_is_known_by_an_account_without_an_address_is_sent_nothing() {
    let gateway = Gateway::start();
    let opened = gateway.person("u-0001").asks_for("access");
    assert_eq!(mails(&gateway, &reference(&opened)), Vec::<Value>::new());
    assert_eq!(gateway.database().count("SELECT count(*) FROM mails"), 0);
}

#[test]
fn an_objection_by_address_is_in_force_and_its_mail_leads_to_where_it_is_undone() {
    let postman = Postman::start(&[]);
    let gateway = with(postman.settings("none"));
    let said = json!({
        "right": "objection", "scope": { "purposes": ["ai_training"] }, "email": ADA, "language": "de",
    });
    asks(&gateway, &said);
    gateway.until("a mail has come", || !postman.received().is_empty());
    let mail = postman.received().remove(0);
    assert_eq!(mail.header("Content-Language"), "de");
    let text = body(&mail.text);
    let links = links(&text);
    let [_, choice] = links.as_slice() else { panic!("{text}") };
    assert!(!text.contains("ai_training"), "{text}");
    let key = gateway.pipeline();
    let is_objected = || {
        let asked = json!({ "subjects": [{ "email": ADA }] });
        let answer: Value =
            gateway.post("/v1/check/ai_training", &key, &asked).send().unwrap().json().unwrap();
        answer["objected"] == json!([0])
    };
    assert!(is_objected(), "before anybody confirmed it");
    let url = choice.replace("http://127.0.0.1:8080", &gateway.url);
    let looked = gateway.http.get(&url).header("Accept", "text/html").send().unwrap();
    assert_eq!(looked.status(), 200);
    assert!(is_objected(), "looking changes nothing");
    let undone = gateway.http.post(&url).body("act=disown").header("Accept", "application/json");
    assert_eq!(undone.send().unwrap().status(), 200);
    assert!(!is_objected());
    assert_eq!(postman.received().len(), 1, "one mail says it");
}

#[test]
fn a_busy_server_is_tried_again_with_the_same_mail() {
    let postman = Postman::start(&[Mood::Busy]);
    let gateway = with(postman.settings("none"));
    let case = asks_for_access(&gateway, ADA);
    let fared = fares(&gateway, &case, "waiting", 1);
    assert_eq!(fared["why"], "recipient: 451");
    assert!(postman.received().is_empty());
    gateway.passes_ms(MINUTE_MS);
    let fared = fares(&gateway, &case, "sent", 2);
    assert!(fared["why"].is_null(), "{fared}");
    let mail = postman.received().remove(0);
    assert_eq!(mail.from, "FROM:<privacy@company.test>");
    assert_eq!(mail.to, format!("TO:<{ADA}>"));
    assert_eq!(mail.header("From"), "\"Example SAS\" <privacy@company.test>");
    assert!(mail.header("Message-ID").ends_with("@company.test>"));
}

#[test]
fn a_mail_that_was_taken_without_a_word_comes_again_and_is_known_as_the_same() {
    let postman = Postman::start(&[Mood::Forgetful]);
    let gateway = with(postman.settings("none"));
    let case = asks_for_access(&gateway, ADA);
    fares(&gateway, &case, "waiting", 1);
    gateway.passes_ms(MINUTE_MS);
    fares(&gateway, &case, "sent", 2);
    let received = postman.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[0].text, received[1].text, "to the byte, its Message-ID and date included");
}

#[test]
fn a_node_that_dies_between_sending_and_writing_it_down_sends_the_same_mail_again() {
    let postman = Postman::start(&[Mood::Busy]);
    let mut gateway = with(postman.settings("none"));
    let case = asks_for_access(&gateway, ADA);
    fares(&gateway, &case, "waiting", 1);
    gateway.stop();
    gateway.database().execute("CREATE TABLE before AS SELECT * FROM mails");
    gateway.restart();
    gateway.passes_ms(MINUTE_MS);
    fares(&gateway, &case, "sent", 2);
    gateway.stop();
    // As such a node leaves it: claimed for some minutes, and nothing said of how it went.
    let until = gateway.clock.now().0 + 5 * MINUTE_MS;
    gateway.database().execute(&format!(
        "UPDATE mails SET state = 'waiting', settled_at = NULL, run_at = {until}, sealed = (SELECT sealed FROM before); \
         DROP TABLE before"
    ));
    gateway.restart();
    assert_eq!(postman.received().len(), 1);
    gateway.passes_ms(5 * MINUTE_MS);
    fares(&gateway, &case, "sent", 3);
    let received = postman.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[0].text, received[1].text);
}

#[test]
fn what_a_server_never_takes_is_not_tried_again_and_where_somebody_is_owed_a_letter_a_human_is_told()
 {
    let postman = Postman::start(&[Mood::Stern, Mood::Stern]);
    let gateway = with(postman.settings("none"));
    let case = asks_for_access(&gateway, ADA);
    let fared = fares(&gateway, &case, "refused", 1);
    assert_eq!(
        (fared["kind"].as_str(), fared["why"].as_str()),
        (Some("receipt"), Some("recipient: 550"))
    );
    let tasks = |name: &str| {
        let tasks: Value =
            gateway.get("/v1/tasks?state=open", &gateway.officer("caseworker")).json().unwrap();
        tasks.to_string().contains(name)
    };
    assert!(!tasks("mail about"), "a receipt that is lost leaves nobody without an answer");
    gateway.passes_ms(1000);
    let asked = json!({ "question": "Which of your orders do you mean?" });
    let done = gateway.works(&case, "ask-clarification", "caseworker", &asked);
    assert!(done.status().is_success(), "{}", done.text().unwrap());
    gateway.until("the second mail was tried", || mails(&gateway, &case).len() == 2);
    let fared = fares(&gateway, &case, "refused", 1);
    assert_eq!(fared["kind"], "letter_waits");
    assert!(tasks(&format!("mail about {case}")));
}

#[test]
fn a_server_that_says_nothing_is_in_nobodys_way() {
    let postman = Postman::start(&[Mood::Silent; 8]);
    let mut gateway = with(postman.settings("none"));
    let began = Instant::now();
    let case = asks_for_access(&gateway, ADA);
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    let fared = fares(&gateway, &case, "waiting", 1);
    assert_eq!(fared["why"], "greeting");
    gateway.passes_ms(MINUTE_MS);
    gateway.until("it is tried again", || postman.connections() == 2);
    let began = Instant::now();
    gateway.stop();
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
}

#[test]
fn after_a_day_of_pauses_it_is_given_up() {
    let postman = Postman::start(&[Mood::Proud; 20]);
    let gateway = with(postman.settings("none"));
    let case = asks_for_access(&gateway, ADA);
    for tries in 1..=11 {
        let fared = fares(&gateway, &case, "waiting", tries);
        assert_eq!(fared["why"], "sender: 550", "a sender that it does not take is ours to mend");
        gateway.passes_ms(MINUTE_MS << (tries - 1));
    }
    let fared = fares(&gateway, &case, "late", 12);
    assert_eq!(fared["why"], "sender: 550");
    assert_eq!(postman.connections(), 12);
    let kept = "SELECT count(*) FROM mails WHERE length(sealed) > 0";
    assert_eq!(gateway.database().count(kept), 0);
}

#[test]
fn where_tls_is_required_nothing_is_said_without_it() {
    let postman = Postman::start(&[]);
    let gateway = with(postman.settings("required"));
    let case = asks_for_access(&gateway, ADA);
    let fared = fares(&gateway, &case, "waiting", 1);
    assert_eq!(fared["why"], "tls");
    assert_eq!(postman.heard(), ["EHLO company.test"], "neither an address nor a password");
}

#[test]
fn who_is_forgotten_is_sent_nothing_any_more() {
    let postman = Postman::start(&[Mood::Busy, Mood::Busy]);
    let gateway = with(postman.settings("none"));
    let case = asks_for_access(&gateway, ADA);
    fares(&gateway, &case, "waiting", 1);
    let (code, said, wrong) = gateway.command(&["case", "forget", &case, "--yes"]);
    assert_eq!(code, 0, "{said}{wrong}");
    assert_eq!(gateway.database().count("SELECT count(*) FROM mails"), 0);
    gateway.passes_ms(10 * MINUTE_MS);
    let other = asks_for_access(&gateway, "bea@example.org");
    fares(&gateway, &other, "waiting", 1);
    gateway.passes_ms(10 * MINUTE_MS);
    fares(&gateway, &other, "sent", 2);
    assert!(postman.received().iter().all(|mail| !mail.to.contains("ada")));
}

#[test]
fn a_row_that_does_not_open_is_dropped() {
    let postman = Postman::start(&[Mood::Busy]);
    let gateway = with(postman.settings("none"));
    let case = asks_for_access(&gateway, ADA);
    fares(&gateway, &case, "waiting", 1);
    gateway.database().execute(
        "UPDATE mails SET sealed = key_wrapped FROM subjects WHERE subjects.id = mails.subject_id",
    );
    gateway.passes_ms(MINUTE_MS);
    let fared = fares(&gateway, &case, "shut", 2);
    assert_eq!(fared["why"], "it does not open");
    assert!(postman.received().is_empty());
}

#[test]
fn nobodys_mailbox_is_filled_and_the_answer_is_the_same() {
    let gateway = Gateway::start();
    let shape = |answer: &Value| {
        let mut keys: Vec<String> = answer.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    let ask = |n: usize| {
        let said =
            json!({ "right": "rectification", "email": ADA, "message": format!("wheelchair {n}") });
        asks(&gateway, &said)
    };
    let first = ask(0);
    for n in 1..30 {
        ask(n);
    }
    let over = ask(30);
    assert_eq!(shape(&first), shape(&over));
    fares(&gateway, &reference(&over), "held", 0);
    filed(&gateway, 30);
    // Another address is another mailbox, and after a day there is room again.
    asks_for_access(&gateway, "bea@example.org");
    gateway.passes_days(2);
    ask(31);
    filed(&gateway, 32);
    let count = "SELECT count(*) FROM mails WHERE state = 'held'";
    assert_eq!(gateway.database().count(count), 1);
}

#[test]
fn the_metrics_count_mails_and_name_nobody() {
    let gateway = with("[server]\nmetrics_bind = \"127.0.0.1:0\"\n".into());
    let case = asks_for_access(&gateway, ADA);
    fares(&gateway, &case, "filed", 1);
    let text = gateway.http.get(&gateway.metrics).send().unwrap().text().unwrap();
    assert!(text.contains("habeas_mails{state=\"filed\"} 1"), "{text}");
    assert!(!text.contains("ada"), "{text}");
}

#[test]
fn an_address_with_other_letters_goes_where_they_are_taken_and_is_refused_plainly_elsewhere() {
    for takes in [false, true] {
        let postman = Postman::start(&[]);
        if takes {
            postman.takes_every_letter();
        }
        let gateway = with(postman.settings("none"));
        let case = asks_for_access(&gateway, "zo\u{eb}@b\u{fc}cher.example");
        if takes {
            fares(&gateway, &case, "sent", 1);
            let mail = postman.received().remove(0);
            assert_eq!(mail.to, "TO:<zo\u{eb}@xn--bcher-kva.example>");
            assert!(mail.from.contains("SMTPUTF8"), "{}", mail.from);
        } else {
            let fared = fares(&gateway, &case, "refused", 1);
            assert_eq!(fared["why"], "recipient");
        }
        // A domain alone needs nothing from the server.
        let case = asks_for_access(&gateway, "ada.b@b\u{fc}cher.example");
        fares(&gateway, &case, "sent", 1);
    }
}

#[test]
fn no_address_makes_another_header_or_another_recipient() {
    let gateway = Gateway::start();
    for address in [
        "ada@example.org\r\nBcc: bea@example.org",
        "ada@example.org\nBcc: bea@example.org",
        "ada@example.org, bea@example.org",
        "<ada@example.org> SIZE=1",
        "ada@example.org\0",
    ] {
        let said = json!({ "right": "access", "email": address });
        let url = format!("{}/v1/requests", gateway.url);
        let answer = gateway.http.post(url).json(&said).send().unwrap();
        assert!(answer.status().is_client_error(), "{address:?}: {}", answer.status());
    }
    assert_eq!(gateway.database().count("SELECT count(*) FROM mails"), 0);
}

#[test]
fn a_test_mail_says_how_far_it_came() {
    let postman = Postman::start(&[Mood::Kind, Mood::Stern, Mood::Proud]);
    let gateway = with(postman.settings("none"));
    let (code, said, wrong) = gateway.command(&["mail", "test", ADA]);
    assert_eq!(code, 0, "{said}{wrong}");
    for step in [
        "has an address: 127.0.0.1",
        "can be reached",
        "is a mail server",
        "has taken the mail: 2.0.0 taken",
    ] {
        assert!(said.contains(step), "{step}: {said}");
    }
    let (code, said, _) = gateway.command(&["mail", "test", ADA]);
    assert_eq!(code, 1);
    assert!(said.contains("no mails for this address: 550 5.1.1"), "{said}");
    let (code, said, _) = gateway.command(&["mail", "test", ADA]);
    assert_eq!(code, 1);
    assert!(said.contains("no mails from `mail.from`: 550 5.7.1"), "{said}");
    let (code, _, wrong) = gateway.command(&["mail", "test", "ada"]);
    assert_eq!(code, 2);
    assert!(wrong.contains("no address"), "{wrong}");
}

#[test]
fn a_test_mail_names_the_step_that_fails() {
    let postman = Postman::start(&[]);
    postman.asks_for("right");
    let at = |settings: &str| {
        let gateway = with(format!(
            "[mail]\n{settings}\nfrom = \"privacy@company.test\"\ntimeout_seconds = 2\n"
        ));
        let (code, said, wrong) = gateway.command(&["mail", "test", ADA]);
        (code, format!("{said}{wrong}"))
    };
    let url = |user: &str, tls: &str| {
        format!("smtp_url = \"smtp://{user}127.0.0.1:{}?tls={tls}\"", postman.port)
    };
    let (code, said) = at(&format!("{}\npassword = \"right\"", url("post@", "none")));
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("it knows the user"), "{said}");
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    for (settings, step) in [
        ("smtp_url = \"smtp://nowhere.invalid?tls=none\"".to_owned(), "the server is not found"),
        (format!("smtp_url = \"smtp://127.0.0.1:{free}?tls=none\""), "cannot be reached"),
        (
            format!("smtp_url = \"smtps://127.0.0.1:{}\"", postman.port),
            "nothing can be said in secret",
        ),
        (url("", "required"), "offers no TLS"),
        (format!("{}\npassword = \"wrong\"", url("post@", "none")), "does not know the user: 535"),
        (url("", "none"), "no mails from `mail.from`: 530"),
    ] {
        let (code, said) = at(&settings);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains(step), "{step}: {said}");
        assert!(!said.contains("wrong"), "{said}");
    }
}

#[test]
fn in_production_no_mail_leaves_the_machine_in_clear() {
    let check = |settings: &str| {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("policies")).unwrap();
        let habeas = |arguments: &[&str]| {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_habeas"));
            let output = command.current_dir(folder.path()).args(arguments).output().unwrap();
            let text = [output.stdout, output.stderr].concat();
            (output.status.code().unwrap(), String::from_utf8(text).unwrap())
        };
        assert_eq!(habeas(&["init", "."]).0, 0);
        let path = folder.path().join("habeas.toml");
        let defaults = std::fs::read_to_string(&path).unwrap();
        let (before, after) = defaults.split_once("[mail]").unwrap();
        let (_, after) = after.split_once("\n[log]").unwrap();
        std::fs::write(&path, format!("{before}[mail]\n{settings}\n\n[log]{after}")).unwrap();
        let (_, checked) = habeas(&["config", "check"]);
        let (code, served) = habeas(&["serve", "--production"]);
        assert_ne!(code, 0);
        (checked, served)
    };
    let clear = "leave this machine in clear";
    for (settings, said) in [
        ("smtp_url = \"smtp://mail.company.test?tls=none\"\nfrom = \"p@company.test\"", true),
        (
            "smtp_url = \"smtp://mail.company.test?tls=opportunistic\"\nfrom = \"p@company.test\"",
            true,
        ),
        ("smtp_url = \"smtp://127.0.0.1:25?tls=none\"\nfrom = \"p@company.test\"", false),
        ("smtp_url = \"smtps://mail.company.test\"\nfrom = \"p@company.test\"", false),
    ] {
        let (checked, served) = check(settings);
        assert_eq!(checked.contains(clear), said, "{settings}: {checked}");
        assert_eq!(served.contains(clear), said, "{settings}: {served}");
    }
    let (checked, served) = check("smtp_url = \"\"");
    assert!(checked.contains("nobody is told anything by mail"), "{checked}");
    assert!(!served.contains("smtp_url"), "no mail at all is no danger: {served}");
    let (checked, _) = check("smtp_url = \"smtps://user@mail.company.test\"");
    assert!(checked.contains("`mail.smtp_url`: it names a user; give the password"), "{checked}");
    let (checked, _) = check("smtp_url = \"\"\nfrom = \"nobody\"");
    assert!(checked.contains("`mail.from` is no address"), "{checked}");
}

#[test]
fn a_server_is_believed_by_its_certificate_alone_and_a_password_is_said_in_secret() {
    let folder = tempfile::tempdir().unwrap();
    let test = |offer: Offer, scheme: &str, authority: Option<&str>| {
        let postman = Postman::start(&[]);
        postman.asks_for("s3cret");
        postman.offers(offer);
        let url = format!("{scheme}://post@127.0.0.1:{}", postman.port);
        let settings = format!(
            "[mail]\nsmtp_url = \"{url}\"\npassword = \"s3cret\"\nfrom = \"privacy@company.test\"\ntimeout_seconds = 5\n"
        );
        let path = folder.path().join("habeas.toml");
        std::fs::write(&path, settings).unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_habeas"));
        command.arg("--config").arg(&path).args(["mail", "test", ADA]);
        let vectors = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/tls");
        let none = folder.path().join("none.pem");
        std::fs::write(&none, "").unwrap();
        command.env("SSL_CERT_FILE", authority.map_or(none, |name| vectors.join(name)));
        command.env_remove("SSL_CERT_DIR");
        let output = command.output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.code().unwrap(), said, postman)
    };
    let own = Some("authority.pem");
    for (offer, scheme) in [(Offer::Later, "smtp"), (Offer::AtOnce, "smtps")] {
        let (code, said, postman) = test(offer, scheme, own);
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("its certificate is good"), "{said}");
        assert_eq!(postman.received().len(), 1);
        let (code, said, postman) = test(offer, scheme, None);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains("nothing can be said in secret"), "{said}");
        assert!(postman.received().is_empty());
        let heard = postman.heard();
        assert!(!heard.iter().any(|line| line.starts_with("AUTH")), "{heard:?}");
    }
    // What somebody in between says before the handshake is no answer after it.
    let (code, said, postman) = test(Offer::Meddled, "smtp", own);
    assert_eq!(code, 1, "{said}");
    let heard = postman.heard();
    assert_eq!(heard, ["EHLO company.test", "STARTTLS"], "{said}");
}
