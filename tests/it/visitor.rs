//! Somebody with a browser: pages, forms and cookies, and nothing else.

use std::collections::BTreeMap;
use std::sync::Mutex;

use reqwest::blocking::Response;

use super::harness::Gateway;
use super::wire::{Client, Order};

pub(crate) struct Visitor<'g> {
    pub(crate) gateway: &'g Gateway,
    pub(crate) http: Client,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl<'g> Visitor<'g> {
    pub(crate) fn to(gateway: &'g Gateway) -> Self {
        let http = Client::staying();
        Self { gateway, http, cookies: Mutex::default() }
    }

    /// The same browser, elsewhere: with a copy of what it holds.
    pub(crate) fn copied(&self) -> Self {
        let cookies = self.cookies.lock().unwrap().clone();
        Self { cookies: Mutex::new(cookies), ..Self::to(self.gateway) }
    }

    pub(crate) fn holds(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    fn goes(&self, request: Order) -> Response {
        let cookies = self.cookies.lock().unwrap().clone();
        let held: Vec<String> =
            cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request =
            if held.is_empty() { request } else { request.header("Cookie", held.join("; ")) };
        let answer = request.header("Accept", "text/html,*/*;q=0.8").send().unwrap();
        for set in answer.headers().get_all("set-cookie") {
            let set = set.to_str().unwrap();
            assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
            let (name, rest) = set.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            let mut held = self.cookies.lock().unwrap();
            if set.contains("Max-Age=0") {
                held.remove(name);
            } else {
                held.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    pub(crate) fn get(&self, path: &str) -> Response {
        self.goes(self.http.get(format!("{}{path}", self.gateway.url)))
    }

    pub(crate) fn reads(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status(), 200, "{path}");
        answer.text().unwrap()
    }

    pub(crate) fn form(&self, path: &str, form: &[(&str, &str)]) -> Order {
        self.gateway.passes_ms(1000);
        let post = self.http.post(format!("{}{path}", self.gateway.url));
        let post = post.header("Content-Type", "application/x-www-form-urlencoded");
        post.body(encoded(form))
    }

    pub(crate) fn sends(&self, path: &str, form: &[(&str, &str)]) -> Response {
        self.goes(self.form(path, form))
    }

    /// Sends what somebody put together, with what the browser holds.
    pub(crate) fn sends_as(&self, request: Order) -> Response {
        self.goes(request)
    }

    /// Sends a form, and gives the page that it leads to.
    pub(crate) fn is_led_by(&self, path: &str, form: &[(&str, &str)]) -> String {
        let answer = self.sends(path, form);
        assert_eq!(answer.status(), 303, "{path}: {}", answer.text().unwrap());
        answer.headers()["location"].to_str().unwrap().to_owned()
    }
}

/// The value of a hidden field of the form that goes to this path.
pub(crate) fn field(page: &str, action: &str, name: &str) -> String {
    let mut forms = page.split("<form ").skip(1);
    // A page that could not be had is in the language of the form all the same.
    let goes = ["\"", "?lang="].map(|end| format!("action=\"{action}{end}"));
    let form = forms.find(|form| goes.iter().any(|to| form.contains(to)));
    let form = form.unwrap_or_else(|| panic!("no form goes to {action}: {page}"));
    let mark = format!("name=\"{name}\" value=\"");
    let (_, rest) = form.split_once(&mark).unwrap_or_else(|| panic!("no {name} in {form}"));
    rest.split('"').next().unwrap().to_owned()
}

fn encoded(form: &[(&str, &str)]) -> String {
    let escaped =
        |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02x}")).collect() };
    let fields = form.iter().map(|(name, value)| format!("{name}={}", escaped(value)));
    fields.collect::<Vec<_>>().join("&")
}
