//! The portal: what a person sees, without scripts, cookies, or an account.

use habeas::words::Language;
use serde_json::{Value, json};

use super::harness::{Gateway, Setup};
use super::visitor::Visitor;

fn is_objected(gateway: &Gateway, key: &str, email: &str) -> bool {
    let body = json!({ "subjects": [{ "email": email }] });
    let answer = gateway.post("/v1/check/ai_training", key, &body).send().unwrap();
    answer.json::<Value>().unwrap()["objected"] == json!([0])
}

fn cases(gateway: &Gateway) -> i64 {
    gateway.database().count("SELECT count(*) FROM cases")
}

#[test]
fn the_first_page_offers_every_use_and_every_right_and_stores_nothing() {
    let gateway = Gateway::start();
    let visitor = Visitor::to(&gateway);
    for (language, no) in [("en", "Say no"), ("fr", "Dire non"), ("de", "Nein sagen")] {
        let answer = visitor.get(&format!("/?lang={language}"));
        assert_eq!(answer.status(), 200);
        assert!(answer.headers().get("set-cookie").is_none());
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        let page = answer.text().unwrap();
        assert!(
            page.contains(&format!("<html lang=\"{language}\">")) && page.contains(no),
            "{page}"
        );
        for purpose in ["ai_training", "marketing_email", "product_analytics", "research_partners"]
        {
            assert!(page.contains(&format!("/object/{purpose}?lang={language}")), "{purpose}");
        }
        for right in [
            "access",
            "rectification",
            "erasure",
            "restriction",
            "portability",
            "automated_decision_review",
            "consent_withdrawal",
            "other",
        ] {
            assert!(page.contains(&format!("/request?right={right}")), "{right}");
        }
        let (now, country) = (gateway.clock.now().rfc3339(), &gateway.office.country);
        let order = ["deadline", &now, "--country", country, "--json"];
        let (code, found, said) = gateway.command(&order);
        assert_eq!(code, 0, "{said}");
        let found: Value = serde_json::from_str(&found).unwrap();
        let day: habeas::domain::time::Day = found["due"].as_str().unwrap().parse().unwrap();
        let wanted = Language::parse(language).unwrap();
        assert!(page.contains(&habeas::words::weekday_and_day(wanted, day)), "{day}");
        assert!(page.len() < 100_000);
    }
    assert_eq!(cases(&gateway), 0);
    // A browser that prefers German gets German.
    let url = format!("{}/", gateway.url);
    let answer = visitor.http.get(url).header("Accept-Language", "sv, de;q=0.8, en;q=0.5").send();
    assert!(answer.unwrap().text().unwrap().contains("Nein sagen"));
}

/// Words that press, doubt or blame, which no page has a use for.
fn pressing(language: &str) -> &'static [&'static str] {
    match language {
        "es" => {
            &["está segur", "última oportunidad", "lamentamos", "por desgracia", "precio", "tarifa"]
        }
        "it" => &["è sicur", "ultima occasione", "purtroppo", "ci dispiace", "prezzo", "tariff"],
        "nl" => &["weet u zeker", "laatste kans", "helaas", "het spijt ons", "prijs", "korting"],
        "pl" => &["czy na pewno", "ostatnia szansa", "niestety", "przykro nam", "cennik", "taryf"],
        "pt" => &["tem a certeza", "última oportunidade", "infelizmente", "lamentamos", "preço"],
        "fr" => &["êtes-vous sûr", "dernière chance", "malheureusement", "nous regrettons"],
        "de" => &["sind sie sicher", "letzte chance", "leider", "schade"],
        _ => &["last chance", "unfortunately", "we regret"],
    }
}

#[test]
fn no_page_knows_a_plan_or_a_price_or_presses_anybody() {
    let gateway = Gateway::start();
    let visitor = Visitor::to(&gateway);
    for language in Language::ALL.map(Language::code) {
        for path in ["/?", "/object/ai_training?", "/request?", "/request?right=erasure&"] {
            let page = visitor.reads(&format!("{path}lang={language}")).to_lowercase();
            for word in [
                " plan",
                "price",
                "prix",
                "preis",
                "tarif",
                "premium",
                "abo ",
                "checked",
                "are you sure",
                "sorry to see",
            ] {
                let is_meant = language == "es" && word == "abo ";
                assert!(is_meant || !page.contains(word), "{path} {language}: {word}");
            }
            for word in pressing(language) {
                assert!(!page.contains(word), "{path} {language}: {word}");
            }
        }
    }
}

#[test]
fn an_address_and_one_button_and_it_is_in_force_before_the_page_says_so() {
    let gateway = Gateway::start();
    let (visitor, key) = (Visitor::to(&gateway), gateway.pipeline());
    let form = visitor.reads("/object/ai_training");
    assert!(
        form.contains("name=\"email\"") && !form.contains("name=\"words\""),
        "no reasons asked"
    );
    let place =
        visitor.is_led_by("/object/ai_training", &[("email", "Eve@example.org"), ("lang", "en")]);
    assert!(is_objected(&gateway, &key, "eve@example.org"));
    assert!(!place.to_lowercase().contains("eve"), "{place}");
    let page = visitor.reads(&place);
    assert!(page.contains("Recorded, and in force now") && page.contains("HB-"), "{page}");
    assert!(page.contains("/object/marketing_email"), "the other uses are one click away");
    // Sent again it is the same.
    visitor.is_led_by("/object/ai_training", &[("email", "eve@example.org")]);
    assert!(is_objected(&gateway, &key, "eve@example.org"));
    // A slip of another case, none, or a case that is none: the same page for all of them.
    let (there, slip) = place.split_once("?t=").unwrap();
    let slip = slip.split('&').next().unwrap();
    let none = ["00000000000000000000000000000000", "", "x"];
    let mut seen: Vec<String> = none.iter().map(|slip| format!("{there}?t={slip}")).collect();
    seen.push(format!("/object/ai_training/HB-0000-0000?t={slip}"));
    let pages: Vec<String> = seen
        .iter()
        .map(|path| {
            let answer = visitor.get(path);
            assert_eq!(answer.status(), 404);
            answer.text().unwrap()
        })
        .collect();
    assert!(pages.iter().all(|page| *page == pages[0]));
    // Whoever entered it can undo it.
    let undone = visitor.sends(&place, &[("lang", "en")]);
    assert_eq!(undone.status(), 200);
    assert!(undone.text().unwrap().contains("Undone"));
    gateway.passes_ms(1000);
    // The second entry repeated the first and changed nothing; undoing the first leaves nothing.
    assert!(!is_objected(&gateway, &key, "eve@example.org"));
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn undoing_leaves_what_was_in_force_before_and_says_the_same() {
    let gateway = Gateway::start();
    let (visitor, key) = (Visitor::to(&gateway), gateway.pipeline());
    visitor.is_led_by("/object/ai_training", &[("email", "zoe@example.org")]);
    gateway.passes_days(1);
    let other = visitor.is_led_by("/object/ai_training", &[("email", "zoe@example.org")]);
    let undone = visitor.sends(&other, &[("lang", "en")]);
    assert!(undone.text().unwrap().contains("Undone"));
    assert!(is_objected(&gateway, &key, "zoe@example.org"), "the first one was somebody's own");
    let foreign = other.replace("t=", "t=0");
    assert_eq!(visitor.sends(&foreign, &[]).status(), 404);
}

#[test]
fn what_is_weighed_has_room_for_words_and_needs_none() {
    let gateway = Gateway::start();
    let visitor = Visitor::to(&gateway);
    let form = visitor.reads("/object/product_analytics");
    assert!(form.contains("name=\"words\""));
    let place = visitor
        .is_led_by("/object/product_analytics", &[("email", "a@example.org"), ("words", "")]);
    assert!(visitor.reads(&place).contains("Should we want to go on with this use"));
}

#[test]
fn a_wrong_address_keeps_what_was_typed_and_markup_stays_text() {
    let gateway = Gateway::start();
    let visitor = Visitor::to(&gateway);
    let typed = "\"><script>alert(1)</script>";
    for (path, more) in
        [("/object/product_analytics", ("lang", "en")), ("/request", ("right", "erasure"))]
    {
        let form = [("email", typed), ("words", "only <b>mine</b>"), more, ("step", "check")];
        let answer = visitor.sends(path, &form);
        assert_eq!(answer.status(), 422);
        let page = answer.text().unwrap();
        assert!(page.contains("<title>Error: ") && page.contains("href=\"#email\""), "{page}");
        assert!(
            page.contains("aria-invalid=\"true\"") && page.contains("only &#60;b&#62;mine"),
            "{page}"
        );
        assert!(!page.contains("<script>"), "{page}");
    }
    assert_eq!(cases(&gateway), 0);
    // A form is a form: too much is too much, and other purposes are none.
    let large = "x".repeat(70_000);
    assert_eq!(visitor.sends("/request", &[("words", &large)]).status(), 413);
    assert_eq!(visitor.get("/object/no_such_use").status(), 404);
    assert_eq!(visitor.get("/request?right=refund").status(), 404);
    assert_eq!(visitor.sends("/request", &[("right", "refund")]).status(), 404);
}

#[test]
fn a_request_is_looked_at_and_sent_and_sent_twice_it_is_one() {
    let gateway = Gateway::start();
    let visitor = Visitor::to(&gateway);
    let answers = [
        ("right", "erasure"),
        ("email", "noa@example.org"),
        ("words", "the letters of 2024"),
        ("lang", "de"),
    ];
    let check = visitor.sends("/request", &[&answers[..], &[("step", "check")]].concat());
    assert_eq!(check.status(), 200);
    let check = check.text().unwrap();
    assert!(
        check.contains("Prüfen Sie Ihre Angaben") && check.contains("the letters of 2024"),
        "{check}"
    );
    assert_eq!(cases(&gateway), 0, "nothing is stored before it is sent");
    let key = check.split("name=\"key\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let send = [&answers[..], &[("key", key), ("step", "send")]].concat();
    let place = visitor.is_led_by("/request", &send);
    assert_eq!(visitor.is_led_by("/request", &send), place);
    assert_eq!(cases(&gateway), 1);
    let page = visitor.reads(&place);
    assert!(page.contains("Ihr Antrag ist gesendet") && page.contains("HB-"), "{page}");
    let list: Value = gateway.get("/v1/cases", &gateway.officer("dpo")).json().unwrap();
    assert_eq!(list["items"][0]["right"], "erasure");
    // Changing goes back with what was typed.
    let back = visitor.sends("/request", &[&answers[..], &[("step", "change")]].concat());
    assert!(back.text().unwrap().contains("the letters of 2024"));
}

#[test]
fn programs_are_told_in_their_own_form_and_a_sheet_is_fetched_once() {
    let gateway = Gateway::start();
    let visitor = Visitor::to(&gateway);
    let nothing = gateway.http.get(format!("{}/nothing", gateway.url)).send().unwrap();
    assert_eq!(
        (nothing.status().as_u16(), nothing.json::<Value>().unwrap()["status"].clone()),
        (404, json!(404))
    );
    let page = visitor.get("/nothing");
    assert_eq!(page.status(), 404);
    let page = page.text().unwrap();
    let sheet = page.split("href=\"/portal-").nth(1).unwrap().split('"').next().unwrap();
    let sheet = visitor.get(&format!("/portal-{sheet}"));
    assert_eq!(sheet.headers()["cache-control"], "public, max-age=31536000, immutable");
    assert!(sheet.text().unwrap().len() < 15 * 1024);
    let put = gateway.http.put(format!("{}/", gateway.url)).send().unwrap();
    assert_eq!(
        (put.status().as_u16(), put.headers()["allow"].to_str().unwrap()),
        (405, "GET, HEAD")
    );
}

#[test]
fn behind_a_path_every_link_has_it() {
    let gateway = Gateway::start_with(super::harness::Setup {
        settings: "[server]\npublic_url = \"https://example.org/privacy/\"\n".to_owned(),
        ..super::harness::Setup::default()
    });
    let page = Visitor::to(&gateway).reads("/");
    let links = page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    for link in links.filter(|link| link.starts_with('/')) {
        assert!(link.starts_with("/privacy/"), "{link}");
    }
}

#[test]
fn the_thresholds_are_told_in_words_without_a_number_and_with_the_hash_that_decides() {
    let gateway = Gateway::start();
    let visitor = Visitor::to(&gateway);
    let machine: Value = visitor.get("/thresholds.json").json().unwrap();
    let hash = machine["hash"].as_str().unwrap();
    let own: Value = gateway.get("/v1/policy", &gateway.officer("auditor")).json().unwrap();
    assert_eq!(own["hash"], hash);
    for language in ["en", "fr", "de"] {
        let page = visitor.reads(&format!("/thresholds?lang={language}"));
        assert!(page.contains(hash), "{page}");
        let words = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        let words = words.replace(hash, "").replace(machine["version"].as_str().unwrap(), "");
        for quota in ["90", "180", "4th", "days", "Tage ", "jours"] {
            assert!(!words.contains(quota), "{quota}: {words}");
        }
    }
}

#[test]
fn every_authority_is_there_and_how_to_object_leads_to_every_use() {
    let gateway = Gateway::start();
    let visitor = Visitor::to(&gateway);
    let page = visitor.reads("/complaint?lang=de");
    for site in ["cnil.fr", "bfdi.bund.de", "dataprotection.ie", "edoeb.admin.ch", "ico.org.uk"] {
        assert!(page.contains(site), "{site}");
    }
    let page = visitor.reads("/how-to-object");
    assert!(page.contains("/object/ai_training") && page.contains("/object/research_partners"));
}

#[test]
fn whatever_goes_wrong_before_a_page_is_words_for_a_browser_and_a_problem_for_programs() {
    let gateway = Gateway::start();
    let visitor = Visitor::to(&gateway);
    let large = format!("right=access&words={}", "x".repeat(80_000));
    for (language, words) in [("en", "That did not work"), ("pl", "To się nie udało")] {
        let url = format!("{}/request?lang={language}", gateway.url);
        let send = |accept: &str| {
            let form = ("Content-Type", "application/x-www-form-urlencoded");
            let post = visitor.http.post(&url).header("Accept", accept).header(form.0, form.1);
            post.body(large.clone()).send().unwrap()
        };
        let page = send("text/html,*/*;q=0.8");
        assert_eq!(page.status(), 413);
        assert!(page.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
        assert!(page.headers()["content-security-policy"].to_str().unwrap().contains("style-src"));
        let text = page.text().unwrap();
        assert!(text.contains(words) && text.contains("dpo@example.org"), "{text}");
        let problem = send("application/json");
        assert_eq!(problem.status(), 413);
        assert_eq!(problem.headers()["content-type"], "application/problem+json");
    }
    // The form that was too large knew the language, and nobody has read it.
    for path in ["/request?right=erasure&lang=pl", "/object/ai_training?lang=pl"] {
        let form = visitor.reads(path);
        let (_, action) = form.split_once("<form method=\"post\" action=\"").unwrap();
        let action = action.split('"').next().unwrap();
        let url = format!("{}{action}", gateway.url);
        let post = visitor.http.post(&url).header("Accept", "text/html");
        let answer = post.body(large.clone()).send().unwrap();
        assert_eq!(answer.status(), 413, "{action}");
        assert!(answer.text().unwrap().contains("To się nie udało"), "{action}");
    }
    let url = format!("{}/request", gateway.url);
    let page = visitor.http.delete(url).header("Accept", "text/html").send().unwrap();
    assert_eq!(
        (page.status().as_u16(), page.headers()["allow"].to_str().unwrap()),
        (405, "GET, HEAD, POST")
    );
    assert!(page.text().unwrap().contains("<h1>"));
    assert_eq!(cases(&gateway), 0);
}

#[test]
fn the_rules_with_their_numbers_are_read_by_everybody_only_where_the_controller_says_so() {
    let numbers = ["in 90 days", "access.static"];
    for (settings, published) in [("", false), ("[portal]\npublish_thresholds = \"full\"\n", true)]
    {
        let gateway =
            Gateway::start_with(Setup { settings: settings.to_owned(), ..Setup::default() });
        let page = Visitor::to(&gateway).reads("/thresholds?lang=en");
        let json = gateway.http.get(format!("{}/thresholds.json", gateway.url)).send().unwrap();
        let json: Value = json.json().unwrap();
        for number in numbers {
            assert_eq!(page.contains(number), published, "{number}: {page}");
        }
        assert_eq!(json["text"].is_string(), published, "{json}");
        assert_eq!(json["effect"], "flag_for_review");
    }
}

#[test]
fn a_fault_of_ours_is_a_page_with_the_name_under_which_the_log_tells_of_it() {
    let mut gateway = Gateway::start();
    gateway.expects_damage = true;
    let visitor = Visitor::to(&gateway);
    let form = [("email", "eve@example.org"), ("right", "access"), ("step", "send")];
    let place = visitor.is_led_by("/request", &form);
    gateway.database().execute("UPDATE cases SET state = 'no state'");
    let answer = visitor.get(&place);
    assert_eq!(answer.status(), 500);
    assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    let page = answer.text().unwrap();
    assert!(page.contains("The mistake is ours") && page.contains("job_"), "{page}");
    assert!(!page.contains("no state") && !page.contains("cases"), "{page}");
}
