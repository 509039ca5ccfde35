//! A person's own pages: signing in, following, acting, and what nobody else reaches.

use habeas::auth::Scope;
use serde_json::{Value, json};

use super::harness::{Gateway, reference};
use super::visitor::{Visitor, field};

/// A link that the company's application has made for somebody.
fn link(gateway: &Gateway, key: &str, whose: &Value) -> String {
    // The server sees a new key within a second.
    gateway.until("the key", || {
        gateway.post("/v1/portal/sessions", key, &json!({})).send().unwrap().status() != 401
    });
    let answer = gateway.post("/v1/portal/sessions", key, whose).send().unwrap();
    assert_eq!(answer.status(), 201, "{}", answer.text().unwrap());
    let url = answer.json::<Value>().unwrap()["url"].as_str().unwrap().to_owned();
    url[url.find("/sign-in/").unwrap()..].to_owned()
}

/// Somebody who came over from the company's application.
fn signed_in<'g>(gateway: &'g Gateway, sub: &str) -> Visitor<'g> {
    let key = gateway.new_key(Scope::PortalLink);
    let visitor = Visitor::to(gateway);
    let way = link(gateway, &key, &json!({ "subject": sub }));
    let page = visitor.reads(&way);
    assert!(page.contains("<button>Sign in</button>"), "{page}");
    assert!(visitor.is_led_by(&way, &[("lang", "en")]).starts_with("/requests?"));
    visitor
}

fn mark(visitor: &Visitor<'_>, page: &str) -> String {
    field(&visitor.reads(page), page.split('?').next().unwrap(), "mark")
}

#[test]
fn a_link_serves_once_and_looking_at_it_spends_nothing() {
    let gateway = Gateway::start();
    let key = gateway.new_key(Scope::PortalLink);
    let way = link(&gateway, &key, &json!({ "subject": "u-0001", "language": "fr" }));
    for _ in 0..3 {
        // What looks at links before people do.
        let page = Visitor::to(&gateway).reads(&way);
        assert!(page.contains("Se connecter"), "{page}");
    }
    let visitor = Visitor::to(&gateway);
    assert_eq!(visitor.get("/requests").status(), 303);
    assert!(visitor.holds("habeas").is_none());
    visitor.is_led_by(&way, &[("lang", "fr")]);
    assert!(visitor.holds("habeas").is_some());
    assert!(visitor.reads("/requests?lang=fr").contains("Vos demandes"));
    let second = Visitor::to(&gateway);
    assert_eq!(second.sends(&way, &[("lang", "fr")]).status(), 410);
    assert_eq!(second.get(&way).status(), 410);
    assert!(second.holds("habeas").is_none());
    // A minute, and not longer.
    let late = link(&gateway, &key, &json!({ "subject": "u-0001" }));
    gateway.passes_ms(61_000);
    assert_eq!(second.sends(&late, &[]).status(), 410);
    // Nothing of it opens anything that is stored.
    for table in ["sessions", "sign_ins"] {
        let found =
            format!("SELECT count(*) FROM {table} WHERE CAST(sealed AS TEXT) LIKE '%u-0001%'");
        if !gateway.database().is_postgres() {
            assert_eq!(gateway.database().count(&found), 0);
        }
    }
}

#[test]
fn only_a_key_with_that_scope_signs_people_in_and_an_unverified_address_is_nobodys() {
    let gateway = Gateway::start();
    let body = json!({ "subject": "u-0001" });
    for scope in Scope::ALL.into_iter().filter(|scope| *scope != Scope::PortalLink) {
        let key = gateway.new_key(scope);
        let status = || gateway.post("/v1/portal/sessions", &key, &body).send().unwrap().status();
        gateway.until("the key", || status() != 401);
        assert_eq!(status(), 403);
    }
    let key = gateway.new_key(Scope::PortalLink);
    link(&gateway, &key, &body);
    for (wrong, pointer) in [
        (json!({ "subject": "" }), "#/subject"),
        (json!({ "subject": " u-1" }), "#/subject"),
        (
            json!({ "subject": "u", "email": { "address": "no", "verified": true } }),
            "#/email/address",
        ),
    ] {
        let answer = gateway.post("/v1/portal/sessions", &key, &wrong).send().unwrap();
        assert_eq!(answer.status(), 422);
        let problem: Value = answer.json().unwrap();
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
    }
    // Somebody else wrote with an address that the company has not verified: it stays theirs.
    let person = Visitor::to(&gateway);
    person.is_led_by("/object/ai_training", &[("lang", "en"), ("email", "victim@example.org")]);
    let claimed = json!({ "subject": "u-9", "email": { "address": "victim@example.org", "verified": false } });
    let visitor = Visitor::to(&gateway);
    visitor.is_led_by(&link(&gateway, &key, &claimed), &[]);
    assert!(!visitor.reads("/choices").contains("You said no"), "an address that nobody verified");
    let verified =
        json!({ "subject": "u-9", "email": { "address": "victim@example.org", "verified": true } });
    let owner = Visitor::to(&gateway);
    owner.is_led_by(&link(&gateway, &key, &verified), &[]);
    assert!(owner.reads("/choices").contains("You said no"));
}

#[test]
fn a_session_ends_after_half_an_hour_without_use_after_twelve_hours_and_by_signing_out() {
    let gateway = Gateway::start();
    let visitor = signed_in(&gateway, "u-0001");
    for _ in 0..23 {
        gateway.passes_ms(29 * 60_000);
        visitor.reads("/requests");
    }
    gateway.passes_ms(60 * 60_000);
    assert_eq!(visitor.get("/requests").status(), 303, "twelve hours are over");
    let visitor = signed_in(&gateway, "u-0001");
    gateway.passes_ms(31 * 60_000);
    assert_eq!(visitor.get("/requests").status(), 303, "half an hour without use");
    let visitor = signed_in(&gateway, "u-0001");
    let stolen = visitor.copied();
    let out = field(&visitor.reads("/requests"), "/sign-out", "mark");
    assert_eq!(visitor.is_led_by("/sign-out", &[("lang", "en"), ("mark", &out)]), "/?lang=en");
    assert!(visitor.holds("habeas").is_none());
    assert_eq!(stolen.get("/requests").status(), 303, "signed out is signed out everywhere");
}

#[test]
fn a_person_follows_adds_contests_and_takes_back_and_nobody_else_sees_it() {
    let gateway = Gateway::with_company();
    let ada = signed_in(&gateway, "u-0001");
    let form = ada.reads("/request?right=access");
    assert!(!form.contains("name=\"email\""), "whoever is signed in writes no address");
    let mark_of_form = field(&form, "/request", "mark");
    let fields = [("lang", "en"), ("right", "access"), ("words", ""), ("mark", &mark_of_form)];
    let check =
        ada.sends("/request", &[&fields[..], &[("step", "check")]].concat()).text().unwrap();
    let key = field(&check, "/request", "key");
    let send = [&fields[..], &[("step", "send"), ("key", &key)]].concat();
    let page = ada.is_led_by("/request", &send);
    assert_eq!(ada.is_led_by("/request", &send), page, "sent twice is one request");
    let page = page.split('?').next().unwrap().to_owned();
    let case = page.rsplit('/').next().unwrap().to_owned();
    assert!(ada.reads("/requests").contains(&case));
    gateway.until("answered", || ada.reads(&page).contains("It is answered"));
    let shown = ada.reads(&page);
    assert!(
        shown.contains(&format!("{page}/package")) && shown.contains("copied for you"),
        "{shown}"
    );
    let archive = ada.get(&format!("{page}/package"));
    assert_eq!(archive.headers()["content-type"], "application/zip");
    let ics = ada.get(&format!("{page}/calendar.ics")).text().unwrap();
    assert!(ics.contains("BEGIN:VEVENT\r\n") && ics.contains(&case), "{ics}");
    gateway.until("receipt", || ada.get(&format!("{page}/receipt")).status() == 200);
    // Somebody else: not there, whatever they try.
    let noor = signed_in(&gateway, "u-0002");
    for below in ["", "/package", "/receipt", "/calendar.ics"] {
        assert_eq!(noor.get(&format!("{page}{below}")).status(), 404, "{below}");
    }
    let foreign = mark(&noor, "/choices");
    let theirs = field(&shown, &page, "mark");
    for mark in [&foreign, &theirs] {
        let act = noor.sends(&page, &[("lang", "en"), ("mark", mark), ("act", "contest")]);
        assert_ne!(act.status(), 303, "not another's case, and not with another's mark");
    }
    // Words for the people who work on it, and the answer looked at again.
    let wrong =
        ada.sends(&page, &[("lang", "en"), ("mark", &theirs), ("act", "message"), ("words", "  ")]);
    assert_eq!(wrong.status(), 422);
    assert!(wrong.text().unwrap().contains("Write something first"));
    ada.is_led_by(
        &page,
        &[("lang", "en"), ("mark", &theirs), ("act", "message"), ("words", "<b>2019 & before</b>")],
    );
    assert!(ada.reads(&page).contains("&#60;b&#62;2019 &#38; before&#60;/b&#62;"));
    ada.is_led_by(
        &page,
        &[("lang", "en"), ("mark", &theirs), ("act", "contest"), ("words", "2019 is missing")],
    );
    let sheet = gateway.get(&format!("/v1/cases/{case}"), &gateway.officer("caseworker"));
    let sheet: Value = sheet.json().unwrap();
    assert!(sheet.to_string().contains("the person contests the answer"), "{sheet}");
    assert_eq!(sheet["messages"][0]["from"], "person");
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn a_form_that_another_site_sends_does_nothing() {
    let gateway = Gateway::start();
    let ada = signed_in(&gateway, "u-0001");
    let own = mark(&ada, "/choices");
    let object = [("lang", "en"), ("purpose", "ai_training"), ("act", "object")];
    // Without the mark, with another form's, and from another site though the browser would send its cookie.
    assert_eq!(ada.sends("/choices", &object).status(), 403);
    let other = field(&ada.reads("/choices"), "/sign-out", "mark");
    assert_eq!(ada.sends("/choices", &[&object[..], &[("mark", &other)]].concat()).status(), 403);
    let form = ada.form("/choices", &[&object[..], &[("mark", &own)]].concat());
    assert_eq!(ada.sends_as(form.header("Sec-Fetch-Site", "cross-site")).status(), 403);
    assert!(!ada.reads("/choices").contains("You said no"));
    let form = ada.form("/choices", &[&object[..], &[("mark", &own)]].concat());
    assert_eq!(ada.sends_as(form.header("Sec-Fetch-Site", "same-origin")).status(), 303);
    assert!(ada.reads("/choices").contains("You said no"));
    // Nor does it sign anybody in as somebody else.
    let key = gateway.new_key(Scope::PortalLink);
    let way = link(&gateway, &key, &json!({ "subject": "u-0666" }));
    let other = Visitor::to(&gateway);
    let form = other.form(&way, &[("lang", "en")]).header("Sec-Fetch-Site", "cross-site");
    assert_eq!(other.sends_as(form).status(), 403);
    assert!(other.holds("habeas").is_none());
    // Nothing is lost that was typed in a session that ended meanwhile: it says so, and nothing is sent in anybody's name.
    gateway.passes_ms(31 * 60_000);
    assert_eq!(ada.sends("/choices", &[&object[..], &[("mark", &own)]].concat()).status(), 403);
}

#[test]
fn a_cookie_that_somebody_else_chose_signs_nobody_in() {
    let gateway = Gateway::start();
    let key = gateway.new_key(Scope::PortalLink);
    let victim = Visitor::to(&gateway);
    let planted = victim.form(&link(&gateway, &key, &json!({ "subject": "u-0001" })), &[]);
    let answer = victim.sends_as(planted.header("Cookie", "habeas=planted"));
    assert_eq!(answer.status(), 303);
    assert_ne!(victim.holds("habeas").unwrap(), "planted");
    let attacker = Visitor::to(&gateway);
    let request = attacker.http.get(format!("{}/requests", gateway.url));
    assert_eq!(attacker.sends_as(request.header("Cookie", "habeas=planted")).status(), 303);
}

#[test]
fn choices_are_in_force_before_the_page_says_so_and_taken_back_as_easily() {
    let gateway = Gateway::start();
    let ada = signed_in(&gateway, "u-0001");
    let pipeline = gateway.pipeline();
    let objected = || {
        let answer = gateway.get("/v1/check/ai_training?subject=u-0001", &pipeline);
        answer.json::<Value>().unwrap()["objected"] == json!(true)
    };
    for language in ["en", "fr", "de"] {
        let page = format!("/choices?lang={language}");
        let own = mark(&ada, &page);
        let choose = |act| {
            ada.is_led_by(
                "/choices",
                &[("lang", language), ("mark", &own), ("purpose", "ai_training"), ("act", act)],
            )
        };
        assert_eq!(choose("object"), format!("/choices?done=1&lang={language}#ai_training"));
        assert!(objected());
        assert!(ada.reads(&page).contains("value=\"take_back\""));
        choose("take_back");
        assert!(!objected());
    }
    // Two clicks from the first page, signed in: no address is asked for.
    let form = ada.reads("/object/marketing_email");
    assert!(!form.contains("name=\"email\""));
    let own = field(&form, "/object/marketing_email", "mark");
    let page = ada.is_led_by("/object/marketing_email", &[("lang", "en"), ("mark", &own)]);
    let page = ada.reads(&page);
    assert!(
        page.contains("From now on your data are not used for this.") && page.contains("/choices")
    );
    assert!(!page.contains("Undo this"));
}

#[test]
fn what_a_request_was_about_is_gone_from_the_pages_once_its_person_is_forgotten() {
    let gateway = Gateway::start();
    let case = reference(&gateway.person("u-0001").asks_for("other"));
    let ada = signed_in(&gateway, "u-0001");
    assert!(ada.reads(&format!("/requests/{case}")).contains(&case));
    let (code, _, said) = gateway.command(&["case", "forget", &case, "--yes"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(ada.get("/requests").status(), 303, "signed out");
}

/// The newest mail to an address, once there are so many.
fn mail(gateway: &Gateway, to: &str, count: usize) -> String {
    let all = || -> Vec<String> {
        let folder = std::fs::read_dir(gateway.outbox()).into_iter().flatten();
        let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|kind| kind == "eml"));
        files.sort_by_key(|path| std::fs::metadata(path).unwrap().modified().unwrap());
        let texts = files.iter().map(|path| std::fs::read_to_string(path).unwrap());
        texts.filter(|text| text.contains(to) && text.contains("/sign-in/")).collect()
    };
    gateway.until("the mail", || all().len() >= count);
    all().pop().unwrap()
}

/// The link and the code of a mail.
fn way_in(mail: &str) -> (String, String) {
    let plain = mail.replace("=\r\n", "").replace("=\n", "");
    let link = plain.split_whitespace().find(|word| word.contains("/sign-in/")).unwrap();
    let is_code = |line: &&str| {
        line.len() == 9
            && line.as_bytes()[4] == b' '
            && line.replace(' ', "").chars().all(|c| c.is_ascii_alphanumeric())
    };
    let code = plain.lines().map(str::trim).find(is_code).unwrap();
    (link[link.find("/sign-in/").unwrap()..].to_owned(), code.to_owned())
}

#[test]
fn a_mailed_link_needs_its_browser_or_its_code_and_a_code_can_be_guessed_five_times() {
    let gateway = Gateway::start();
    let ada = Visitor::to(&gateway);
    let asked = |to: &str| {
        let fields = [("lang", "en"), ("email", "ada@example.org"), ("to", to)];
        assert_eq!(ada.is_led_by("/sign-in", &fields), "/sign-in/code?lang=en");
    };
    asked("/choices");
    let (link, code) = way_in(&mail(&gateway, "ada@example.org", 1));
    // A scanner opens it, and presses its button.
    let scanner = Visitor::to(&gateway);
    assert!(scanner.reads(&link).contains("type the code"));
    assert_eq!(scanner.sends(&link, &[("lang", "en")]).status(), 422);
    // The browser that asked needs the button alone.
    let page = ada.reads(&link);
    assert!(!page.contains("name=\"code\""), "{page}");
    assert_eq!(ada.is_led_by(&link, &[("lang", "en")]), "/choices?lang=en");
    assert!(ada.holds("habeas-asking").is_none());
    assert_eq!(scanner.sends(&link, &[("lang", "en"), ("code", &code)]).status(), 410, "spent");
    // Another browser, with the code.
    asked("//evil.test/");
    let (link, code) = way_in(&mail(&gateway, "ada@example.org", 2));
    let telephone = Visitor::to(&gateway);
    let typed = format!(" {}-{} ", code[..4].to_lowercase(), &code[5..]);
    let led = telephone.is_led_by(&link, &[("lang", "de"), ("code", &typed)]);
    assert_eq!(led, "/requests?lang=de", "to their own pages and nowhere else");
    // The code, in the browser that asked.
    asked("/requests");
    let (_, code) = way_in(&mail(&gateway, "ada@example.org", 3));
    let wrong = ada.sends("/sign-in/code", &[("lang", "en"), ("code", "0000-0000")]);
    assert_eq!(wrong.status(), 422);
    assert!(wrong.text().unwrap().contains("There is a problem"));
    ada.is_led_by("/sign-in/code", &[("lang", "en"), ("code", &code)]);
    // Five guesses, and it is void even for the right one.
    asked("/requests");
    let (link, code) = way_in(&mail(&gateway, "ada@example.org", 4));
    let guesser = Visitor::to(&gateway);
    for n in 0..5 {
        let status = guesser.sends(&link, &[("code", "AAAA AAAA")]).status();
        assert_eq!(status, if n == 4 { 410 } else { 422 });
    }
    assert_eq!(guesser.sends(&link, &[("code", &code)]).status(), 410);
    // One click, and a new one is on its way.
    let led = ada.is_led_by(&link, &[("lang", "en"), ("act", "again")]);
    assert_eq!(led, "/sign-in/code?lang=en");
    let (link, _) = way_in(&mail(&gateway, "ada@example.org", 5));
    gateway.passes_ms(16 * 60_000);
    assert_eq!(ada.get(&link).status(), 410, "fifteen minutes");
}

#[test]
fn an_address_that_nobody_knows_is_told_the_same_and_filled_with_no_more_than_a_few_mails() {
    let gateway = Gateway::with_company();
    let answers = ["mara@example.org", "nobody@example.org"].map(|email| {
        let visitor = Visitor::to(&gateway);
        let answer = visitor.sends("/sign-in", &[("lang", "en"), ("email", email)]);
        (answer.status(), answer.headers()["location"].clone(), answer.text().unwrap())
    });
    assert_eq!(answers[0], answers[1]);
    for _ in 0..30 {
        let visitor = Visitor::to(&gateway);
        visitor.is_led_by("/sign-in", &[("lang", "en"), ("email", "victim@example.org")]);
    }
    mail(&gateway, "victim@example.org", 6);
    let waiting = "SELECT count(*) FROM mails WHERE state = 'waiting'";
    gateway.until("nothing waits", || gateway.database().count(waiting) == 0);
    let folder = std::fs::read_dir(gateway.outbox()).unwrap();
    let texts =
        folder.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap_or_default());
    assert_eq!(texts.filter(|text| text.contains("victim@example.org")).count(), 6);
}

#[test]
fn an_address_is_its_owners_and_what_others_sent_in_their_name_they_confirm_or_disown() {
    let gateway = Gateway::with_company();
    let visitor = Visitor::to(&gateway);
    let opened = |right: &str| -> String {
        let body = json!({ "right": right, "email": "mara@example.org" });
        let post = visitor.http.post(format!("{}/v1/requests", gateway.url)).json(&body);
        reference(&post.send().unwrap().json::<Value>().unwrap())
    };
    let (own, strangers) = (opened("access"), opened("erasure"));
    visitor.is_led_by("/sign-in", &[("lang", "en"), ("email", "mara@example.org")]);
    let (link, _) = way_in(&mail(&gateway, "mara@example.org", 1));
    visitor.is_led_by(&link, &[("lang", "en")]);
    let list = visitor.reads("/requests");
    assert!(list.contains(&own) && list.contains(&strangers));
    // Signing in has said of neither that it is theirs.
    for case in [&own, &strangers] {
        let page = visitor.reads(&format!("/requests/{case}"));
        assert!(page.contains("Did you send this?"), "{page}");
    }
    let act = |case: &str, act: &str| {
        let page = format!("/requests/{case}");
        let mark = field(&visitor.reads(&page), &page, "mark");
        visitor.is_led_by(&page, &[("lang", "en"), ("mark", &mark), ("act", act)]);
    };
    act(&strangers, "disown");
    act(&own, "confirm");
    gateway.until("answered", || {
        visitor.reads(&format!("/requests/{own}")).contains("It is answered")
    });
    assert!(visitor.reads(&format!("/requests/{strangers}")).contains("You took it back"));
    let archive = visitor.get(&format!("/requests/{own}/package"));
    assert_eq!(archive.status(), 200);
    assert_eq!(gateway.differences(), Vec::<String>::new());
}
