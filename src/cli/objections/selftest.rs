//! `habeas objections selftest`: an objection goes through a running gateway, and every way of asking must obey it.

use anyhow::{Context as _, anyhow, bail};
use reqwest::{Client, Method};
use serde_json::{Value, json};

use crate::store::vault::random;

use super::server::runtime;
use super::{Context, Exit, say};

#[derive(clap::Args)]
#[command(after_help = "\
A made-up person objects by link, is asked about by every route, and takes it back. Exits with 1 and names the route if any
of them would still use the person's data, or a system that is told by webhooks does not say in time that it obeys. The API key is taken from HABEAS_API_KEY; it needs the scopes objections:check and
objections:link. Nothing of it stays but an entry that says \"taken back\" under a keyed hash.")]
pub(crate) struct Options {
    /// The gateway [default: the configured address]
    #[arg(long, value_name = "URL")]
    server: Option<String>,
    /// The issuer of the made-up person, where several are configured
    #[arg(long)]
    issuer: Option<String>,
    /// How long systems that are told by webhooks may take to say that they obey, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    wait: u16,
}

struct Gateway {
    client: Client,
    base: String,
    key: String,
    issuer: Option<String>,
    person: String,
    wait_seconds: u16,
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<Exit> {
    let base = match &options.server {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None => format!("http://{}", context.settings()?.server.bind),
    };
    let key = std::env::var("HABEAS_API_KEY")
        .context("put the API key into the environment, as HABEAS_API_KEY")?;
    let chance = u64::from_be_bytes(random());
    let gateway = Gateway {
        client: Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(std::time::Duration::from_secs(10))
            .build()?,
        base,
        key,
        issuer: options.issuer.clone(),
        person: format!("habeas-selftest-{chance:016x}"),
        wait_seconds: options.wait,
    };
    runtime()?.block_on(gateway.test())
}

impl Gateway {
    async fn test(&self) -> anyhow::Result<Exit> {
        let choices =
            self.send(Method::POST, "/v1/objections/choices", Some(&self.whose())).await?;
        let items = choices.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
        if items.is_empty() {
            bail!("the gateway has no purpose that one could object to");
        }
        let mut wrong = Vec::new();
        for item in &items {
            let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default();
            let (purpose, link) = (text("purpose"), text("link"));
            // The link names the public address; the test goes where it was told to go.
            let token = link.rsplit('/').next().unwrap_or_default();
            let before = self.asked(purpose).await?;
            self.choose(token, "object").await?;
            let during = self.asked(purpose).await?;
            wrong.extend(self.opted_in(purpose).await?);
            self.choose(token, "take_back").await?;
            let after = self.asked(purpose).await?;
            let ignoring = during.iter().filter(|(_, objected)| !objected);
            wrong.extend(
                ignoring.map(|(route, _)| format!("{purpose}: {route} says \"not objected\"")),
            );
            let stuck = before.iter().chain(&after).filter(|(_, objected)| *objected);
            wrong.extend(stuck.map(|(route, _)| {
                format!("{purpose}: {route} says \"objected\" without an objection")
            }));
        }
        if wrong.is_empty() {
            say(&format!("{} purposes: every route obeyed at once", items.len()));
            return Ok(Exit::Fine);
        }
        for what in &wrong {
            say(what);
        }
        Ok(Exit::Found)
    }

    /// Systems that are told of this purpose and do not say in time that they obey: with them the person comes out opted in.
    async fn opted_in(&self, purpose: &str) -> anyhow::Result<Vec<String>> {
        let mut missing = Vec::new();
        for _ in 0..=u32::from(self.wait_seconds) * 4 {
            missing = self.not_obeying(purpose).await?;
            if missing.is_empty() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(250)).await;
        }
        Ok(missing)
    }

    async fn not_obeying(&self, purpose: &str) -> anyhow::Result<Vec<String>> {
        let list = self.send(Method::GET, "/v1/objections/recipients", None).await?;
        let items = list.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
        let text = |item: &Value, name: &str| {
            item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let told = items.iter().filter(|item| text(item, "purpose") == purpose);
        // What asks by itself was asked about already.
        let told = told.filter(|item| !matches!(text(item, "state").as_str(), "asks" | "obeying"));
        Ok(told
            .map(|item| {
                let (system, state) = (text(item, "system"), text(item, "state"));
                format!("{purpose}: `{system}` does not say that it obeys ({state}): the person comes out opted in")
            })
            .collect())
    }

    fn whose(&self) -> Value {
        let mut whose = json!({ "subject": self.person });
        if let (Some(issuer), Some(members)) = (&self.issuer, whose.as_object_mut()) {
            members.insert("issuer".into(), issuer.clone().into());
        }
        whose
    }

    /// Every way of asking, and whether it says "objected".
    async fn asked(&self, purpose: &str) -> anyhow::Result<[(&'static str, bool); 3]> {
        let issuer = self.issuer.as_ref().map(|name| format!("&issuer={name}")).unwrap_or_default();
        let single = format!("/v1/check/{purpose}?subject={}{issuer}", self.person);
        let single = self.send(Method::GET, &single, None).await?;
        let bulk = json!({ "subjects": [self.whose()] });
        let bulk = self.send(Method::POST, &format!("/v1/check/{purpose}"), Some(&bulk)).await?;
        let choices =
            self.send(Method::POST, "/v1/objections/choices", Some(&self.whose())).await?;
        let items = choices.get("items").and_then(Value::as_array).into_iter().flatten();
        let mut own =
            items.filter(|item| item.get("purpose").and_then(Value::as_str) == Some(purpose));
        let says = |answer: &Value| answer.get("objected") == Some(&true.into());
        Ok([
            ("the single check", says(&single)),
            ("the bulk check", bulk.get("objected") == Some(&json!([0]))),
            ("the person's own page", own.any(says)),
        ])
    }

    async fn choose(&self, token: &str, act: &str) -> anyhow::Result<()> {
        let answer = self
            .client
            .post(format!("{}/o/{token}", self.base))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .body(format!("act={act}"))
            .send()
            .await;
        let answer = answer.map_err(|_| anyhow!("the gateway at {} does not answer", self.base))?;
        if !answer.status().is_success() {
            bail!("the gateway did not take the choice: {}", answer.status());
        }
        Ok(())
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> anyhow::Result<Value> {
        let mut asked =
            self.client.request(method, format!("{}{path}", self.base)).bearer_auth(&self.key);
        if let Some(body) = body {
            asked = asked.json(body);
        }
        let answer = asked.send().await;
        let answer = answer.map_err(|_| anyhow!("the gateway at {} does not answer", self.base))?;
        let status = answer.status();
        let told: Value = answer.json().await.unwrap_or_default();
        if !status.is_success() {
            let detail = told.get("detail").and_then(Value::as_str).unwrap_or_default();
            bail!("the gateway refused ({status}): {detail}");
        }
        Ok(told)
    }
}
