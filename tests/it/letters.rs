//! What stands around a letter and in it: who writes to whom, when, in which language, and under which names for the data.

use serde_json::{Value, json};

use super::harness::{Gateway, Setup, reference};

const SENDER: &str = "[controller]\nname = \"Papotin SAS\"\naddress = \"12 rue de la Paix\\n75002 Paris\"\n\
    signatory = \"Service juridique\"\nlanguage = \"fr\"\n";

fn gateway() -> Gateway {
    Gateway::start_with(Setup { settings: SENDER.to_owned(), ..Setup::default() })
}

/// A declined correction, in the language asked for.
fn declined(gateway: &Gateway, sub: &str, language: &str) -> String {
    let asked = json!({ "right": "rectification", "language": language });
    let case = reference(&gateway.person(sub).asks(&asked));
    let path = format!("/v1/cases/{case}");
    gateway.until("a case worker has it", || {
        let sheet: Value = gateway.get(&path, &gateway.officer("caseworker")).json().unwrap();
        !sheet["tasks"].as_array().unwrap().is_empty()
    });
    let facts = "the register of births has the same date as we have";
    let body = json!({
        "outcome": "declined", "text": "…", "grounds": [{ "code": "16", "facts": facts }]
    });
    assert_eq!(gateway.works(&case, "answer", "caseworker", &body).status(), 200);
    gateway.letter(sub, &case, "declined").unwrap()
}

#[test]
fn a_letter_says_who_writes_to_whom_when_and_who_signs() {
    let gateway = gateway();
    let letter = declined(&gateway, "u-0001", "de");
    let head = "Papotin SAS\n12 rue de la Paix\n75002 Paris\n\n";
    assert!(letter.starts_with(head), "{letter}");
    for part in [
        "\n24. November 2026\n",
        "eingegangen am 24. November 2026",
        "Mit freundlichen Grüßen\n\nService juridique\nPapotin SAS\n",
        "Datenschutzbeauftragte",
        "Zeichen HB-",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    assert!(!letter.contains("in der wir keine Briefe haben"), "{letter}");
}

#[test]
fn a_letter_in_another_language_than_the_one_asked_for_says_so_in_that_one() {
    let gateway = gateway();
    let letter = declined(&gateway, "u-0001", "sv-SE");
    for part in [
        "Vi har inte det här brevet på ditt språk.\n",
        "Celle-ci est en français",
        "Nous ne donnons pas suite à votre demande",
    ] {
        assert!(letter.contains(part), "the controller's language, and said: {letter}");
    }
    let unknown = declined(&gateway, "u-0002", "tlh");
    assert!(unknown.contains("une langue dans laquelle nous n'avons pas de lettres"), "{unknown}");
}

#[test]
fn a_letter_to_somebody_who_wrote_on_paper_has_their_postal_address() {
    let gateway = gateway();
    let body = json!({
        "right": "rectification", "received_at": "2026-11-23", "came_by": "letter", "language": "fr",
        "people": [{ "name": "Ada Byron", "postal": "4 rue des Lilas\n69003 Lyon" }]
    });
    let entered = gateway.post("/v1/cases", &gateway.officer("caseworker"), &body).send().unwrap();
    assert_eq!(entered.status(), 201);
    let entered: Value = entered.json().unwrap();
    let case = entered["items"][0]["reference"].as_str().unwrap().to_owned();
    let ask = json!({
        "doubt": "the letter is signed with another name", "means": "customer_number"
    });
    let asked = gateway.works(&case, "ask-identity", "caseworker", &ask);
    assert_eq!(asked.status(), 200, "{}", asked.text().unwrap());
    let sheet: Value = asked.json().unwrap();
    let link = sheet["notices"][0]["link"].as_str().unwrap();
    let letter = gateway.get(link, &gateway.officer("caseworker")).text().unwrap();
    assert!(letter.contains("\nAda Byron\n4 rue des Lilas\n69003 Lyon\n"), "{letter}");
    // An officer who prints it has told nobody.
    let path = format!("/v1/cases/{case}");
    let sheet: Value = gateway.get(&path, &gateway.officer("caseworker")).json().unwrap();
    assert_eq!(sheet["notices"][0]["told_at"], Value::Null);
}

#[test]
fn the_archive_names_systems_tables_and_columns_in_the_persons_language() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let case = reference(&ada.asks(&json!({ "right": "access", "language": "fr" })));
    let path = format!("/v1/requests/{case}/package");
    gateway.until("the archive is there", || gateway.get(&path, &ada.token()).status() == 200);
    let bytes = gateway.get(&path, &ada.token()).bytes().unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut read = |name: &str| {
        use std::io::Read as _;
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let page = read("index.html");
    for words in ["Service de chat", "Vos messages", "Envoyé le", "Montant en centimes"] {
        assert!(page.contains(words), "{words}");
    }
    for words in ["Chat service", "Your messages", "amount_cents"] {
        assert!(!page.contains(words), "{words}");
    }
    // Programs find the names of the database.
    let data: Value = serde_json::from_str(&read("data.json")).unwrap();
    assert!(data.to_string().contains("amount_cents"));
}

/// The sample company without invoices that must stay.
fn company(erases_invoices: bool) -> Gateway {
    Gateway::start_with(Setup {
        with_company: true,
        settings: SENDER.to_owned(),
        policies: Box::new(move |policies| {
            let path = policies.join("datamap.toml");
            let map = std::fs::read_to_string(&path).unwrap();
            let map = if erases_invoices {
                let (before, rest) = map.split_once("[system.dataset.keep]").unwrap();
                let (_, after) = rest.split_once("[[system.dataset]]").unwrap();
                let before = before.replace("erase = \"keep\"", "erase = \"delete\"");
                format!("{before}[[system.dataset]]{after}")
            } else {
                map
            };
            std::fs::write(path, map).unwrap();
        }),
    })
}

#[test]
fn whoever_asked_for_erasure_reads_what_was_done_until_when_backups_hold_it_and_who_had_it() {
    for (erases_invoices, kind) in [(true, "completed"), (false, "not_in_full")] {
        let gateway = company(erases_invoices);
        let person = gateway.person("u-0001");
        let asked = json!({ "right": "erasure", "language": "de" });
        let answered = person.is_answered(&asked);
        let case = answered["reference"].as_str().unwrap();
        let letter = gateway.letter("u-0001", case, kind).unwrap();
        for part in [
            "Das wurde getan:\n",
            "Ihre Nachrichten: gelöscht (",
            "Ihr Konto: gelöscht (ein Datensatz)",
            "spätestens am 24. Dezember 2026 weg",
            "(Art. 19 DSGVO):\n- ",
            "Université de Lorraine (Forschung, Auszüge ohne Namen)",
        ] {
            assert!(letter.contains(part), "{part}: {letter}");
        }
        assert_eq!(letter.contains("aufbewahrt"), !erases_invoices, "{letter}");
        // Whom no system tells by itself is told by the office.
        let tasks: Value =
            gateway.get("/v1/tasks?state=open", &gateway.officer("caseworker")).json().unwrap();
        let task = &tasks["items"][0];
        assert_eq!(task["system"], format!("recipients of {case}"), "{tasks}");
        let reason = task["reason"].as_str().unwrap();
        assert!(
            reason.contains("Université de Lorraine") && reason.contains("Art. 19"),
            "{reason}"
        );
        assert!(!reason.contains("Courrier Clair"), "the newsletter's system tells it: {reason}");
        assert_eq!(gateway.differences(), Vec::<String>::new());
    }
}

#[test]
fn what_an_officer_did_by_hand_is_told_as_that() {
    let gateway = gateway();
    let asked = json!({ "right": "rectification", "language": "en" });
    let case = reference(&gateway.person("u-0001").asks(&asked));
    gateway.until("a case worker has it", || {
        let path = format!("/v1/cases/{case}");
        let sheet: Value = gateway.get(&path, &gateway.officer("caseworker")).json().unwrap();
        !sheet["tasks"].as_array().unwrap().is_empty()
    });
    let body = json!({ "outcome": "fulfilled", "text": "Your date of birth is right now." });
    assert_eq!(gateway.works(&case, "answer", "caseworker", &body).status(), 200);
    let letter = gateway.letter("u-0001", &case, "completed").unwrap();
    assert!(letter.contains("We did what you asked for, by hand."), "{letter}");
    assert_eq!(gateway.person("u-0001").sees(&case)["state"], "notified", "they read it");
}
