//! What is told beside the data: Art. 15(1)(a) to (h) and (2), first, in the person's language, and never made up.

use std::io::Read as _;
use std::path::Path;

use serde_json::{Value, json};

use super::harness::{Gateway, Setup, reference};

/// Keys of a dataset that say what is told.
const FACTS: [&str; 7] = [
    "purposes",
    "legal_basis",
    "recipients",
    "source",
    "retention",
    "transfers",
    "automated_decisions",
];

/// A file of the archive that a request was answered with.
fn file(gateway: &Gateway, token: &str, answered: &Value, name: &str) -> String {
    let path = format!("/v1/requests/{}/package", reference(answered));
    let answer = gateway.get(&path, token);
    assert_eq!(answer.status(), 200);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(answer.bytes().unwrap())).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn data(gateway: &Gateway, token: &str, answered: &Value) -> Value {
    serde_json::from_str(&file(gateway, token, answered, "data.json")).unwrap()
}

fn told<'d>(data: &'d Value, dataset: &str) -> &'d Value {
    let datasets = data["information"]["datasets"].as_array().unwrap();
    datasets.iter().find(|told| told["dataset"] == dataset).unwrap()
}

fn open_flags(gateway: &Gateway) -> usize {
    let page = gateway.get("/v1/review/flags?state=open", &gateway.officer("dpo"));
    page.json::<Value>().unwrap()["items"].as_array().unwrap().len()
}

/// The sample company with a map from which these facts of every dataset are gone.
fn without(facts: &'static [&'static str]) -> Gateway {
    let policies = Box::new(move |dir: &Path| {
        let path = dir.join("datamap.toml");
        let mut map: toml::Table =
            toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let datasets = map["system"][0]["dataset"].as_array_mut().unwrap();
        for dataset in datasets.iter_mut().map(|one| one.as_table_mut().unwrap()) {
            dataset.retain(|key, _| !facts.contains(&key));
        }
        std::fs::write(&path, toml::to_string(&map).unwrap()).unwrap();
    });
    Gateway::start_with(Setup { policies, with_company: true, ..Setup::default() })
}

#[test]
fn the_archive_says_first_in_the_persons_language_how_the_data_are_used() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let answered =
        ada.is_answered(&json!({ "right": "access", "language": "fr", "country": "DE" }));
    let page = file(&gateway, &ada.token(), &answered, "index.html");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("`{text}` is not there"));
    for words in [
        "Entraînement de nos modèles d&#39;IA (article 6, paragraphe 1, point f), du RGPD)",
        "Cabinet Lenoir, Nancy (experts-comptables)",
        "Trois ans après le dernier message",
        "Clauses contractuelles types de la Commission, décision (UE) 2021/914",
        "De vous : vous nous les avez données",
        "Aucune : rien n&#39;est décidé",
        "Vous pouvez faire rectifier vos données",
        // The authority where she lives, and the company's.
        "Bundesbeauftragte",
        "Commission Nationale",
    ] {
        assert!(at(words) < at("<table>"), "{words}");
    }
    assert!(!page.contains("Non indiqué"), "the sample company states everything");
    let data = data(&gateway, &ada.token(), &answered);
    let tickets = told(&data, "support_tickets");
    assert_eq!(tickets["transfers"][0]["country"], "États-Unis d'Amérique");
    assert_eq!(told(&data, "invoices")["purposes"][0]["legal_basis"], "6(1)(c)");
    assert_eq!(told(&data, "messages")["purposes"][1]["legal_basis"], "6(1)(f)");
    assert_eq!(told(&data, "messages")["transfers"], json!([]));
    let portable = ada.is_answered(&json!({ "right": "portability" }));
    let portable = self::data(&gateway, &ada.token(), &portable);
    assert!(portable.get("information").is_none(), "Art. 20 asks for the data");
}

#[test]
fn the_archive_holds_earlier_requests_and_their_flags_and_nobody_elses() {
    let gateway = Gateway::with_company();
    let (ada, bob) = (gateway.person("u-0001"), gateway.person("u-0002"));
    let others = reference(&bob.is_answered(&json!({ "right": "access" })));
    let account = json!({ "right": "access", "scope": { "categories": ["account"] } });
    let answers: Vec<Value> = (0..4).map(|_| ada.is_answered(&account)).collect();
    assert_eq!(open_flags(&gateway), 1);
    let last = data(&gateway, &ada.token(), &answers[3]);
    let listed = last["requests"].as_array().unwrap();
    assert_eq!(listed.len(), 3, "what came before it");
    assert!(listed.iter().all(|one| one.get("flag").is_none() && one["outcome"] == "fulfilled"));
    let later =
        ada.is_answered(&json!({ "right": "access", "scope": { "categories": ["billing"] } }));
    let later = data(&gateway, &ada.token(), &later);
    let flagged = &later["requests"][3];
    assert_eq!(flagged["reference"], answers[3]["reference"]);
    assert_eq!(
        (&flagged["flag"]["state"], &flagged["flag"]["rule"]),
        (&json!("open"), &json!("access.normal"))
    );
    assert!(!later.to_string().contains(&others));
}

#[test]
fn what_the_map_does_not_state_is_said_to_be_and_such_an_answer_never_counts() {
    let gateway = without(&["recipients"]);
    let ada = gateway.person("u-0001");
    let account = json!({ "right": "access", "scope": { "categories": ["account"] } });
    let answers: Vec<Value> = (0..4).map(|_| ada.is_answered(&account)).collect();
    assert_eq!(answers[3]["outcome"], "fulfilled");
    assert_eq!(open_flags(&gateway), 0, "four answers, and none was complete");
    let page = file(&gateway, &ada.token(), &answers[0], "index.html");
    assert_eq!(page.matches("Not stated").count(), 1, "who receives the account");
    let data = data(&gateway, &ada.token(), &answers[0]);
    assert_eq!(told(&data, "users")["recipients"], Value::Null);
    assert!(told(&data, "users")["retention"].is_string());
}

#[test]
fn a_map_without_any_of_it_starts_and_is_none_for_production() {
    let mut gateway = without(&FACTS);
    let ada = gateway.person("u-0001");
    assert_eq!(ada.is_answered(&json!({ "right": "access" }))["outcome"], "fulfilled");
    let folder = gateway.dir.join("policies");
    for command in [
        &["policy", "check", folder.to_str().unwrap()][..],
        &["config", "check"],
        &["datamap", "check"],
    ] {
        let (code, said, wrong) = gateway.command(command);
        assert_eq!(code, 1, "{said}{wrong}");
        for fact in FACTS {
            let lint = format!("[fact-{}]", fact.replace('_', "-"));
            assert_eq!(format!("{said}{wrong}").matches(&lint).count(), 6, "{lint}: {said}{wrong}");
        }
    }
    gateway.stop();
    let (code, _, wrong) = gateway.command(&["serve", "--production"]);
    assert_eq!((code, wrong.matches("[fact-retention]").count()), (1, 6), "{wrong}");
}

#[test]
fn three_questions_are_three_scopes_answered_without_the_data() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    for questions in
        [json!(["recipients"]), json!(["retention"]), json!(["recipients", "transfers"])]
    {
        let body = json!({ "right": "access", "scope": { "information": questions } });
        let answered = ada.is_answered(&body);
        assert_eq!(answered["outcome"], "fulfilled");
        let data = data(&gateway, &ada.token(), &answered);
        assert_eq!((&data["systems"], &data["information"]["asked"]), (&json!([]), &questions));
        let keys: Vec<&String> = told(&data, "invoices").as_object().unwrap().keys().collect();
        assert_eq!(keys.len(), 3 + questions.as_array().unwrap().len(), "{keys:?}");
        assert!(data.get("requests").is_none());
        let page = file(&gateway, &ada.token(), &answered, "index.html");
        assert!(
            page.contains("they are not in this archive") && !page.contains("<table"),
            "{page}"
        );
    }
    // LAW 14.5: none of them repeats another, nor the request for the data.
    ada.is_answered(&json!({ "right": "access" }));
    assert_eq!(gateway.database().count("SELECT count(*) FROM flags"), 0);
    assert_eq!(gateway.database().count("SELECT count(DISTINCT scope) FROM cases"), 4);
    assert_eq!(gateway.database().count("SELECT count(*) FROM cases WHERE scope = '{}'"), 1);
}

#[test]
fn the_same_question_again_and_again_is_looked_at_like_any_other() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    for language in ["en", "fr", "en", "de"] {
        let scope = json!({ "information": ["recipients"], "categories": ["account"] });
        ada.is_answered(&json!({ "right": "access", "scope": scope, "language": language }));
    }
    assert_eq!(open_flags(&gateway), 1, "another language is no other answer");
}

#[test]
fn a_question_that_is_none_is_handed_back_with_those_there_are() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    for (right, question, expected) in
        [("access", "who", "automated_decisions"), ("erasure", "recipients", "right of access")]
    {
        let answer = ada.sends(&json!({ "right": right, "scope": { "information": [question] } }));
        assert_eq!(answer.status(), 422);
        let problem: Value = answer.json().unwrap();
        assert!(problem.to_string().contains(expected), "{problem}");
        assert!(problem.to_string().contains("#/scope/information"), "{problem}");
    }
}
