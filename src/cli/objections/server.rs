//! A gateway as the judge of a filter: people are asked about in bulk over HTTP.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use anyhow::{anyhow, bail};
use serde::Deserialize;
use serde_json::json;

use crate::audit::leaf::objections::FilterRun;
use crate::objections::filter::Judge;

const TOGETHER: usize = 10_000;

/// A runtime for what is asynchronous.
pub(super) fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()
}

/// Whom the filter asks about.
pub(super) enum Whose {
    /// Accounts of this issuer, or of the only one.
    Accounts(Option<String>),
    /// Mail addresses.
    Addresses,
}

/// A gateway that is asked.
pub(super) struct Server {
    runtime: tokio::runtime::Runtime,
    client: reqwest::Client,
    base: String,
    purpose: String,
    whose: Whose,
    key: String,
    /// What every answer must have obeyed: the epoch of the first.
    pub(super) epoch: AtomicI64,
}

#[derive(Deserialize)]
struct Answer {
    objected: Vec<usize>,
    epoch: i64,
    #[serde(default)]
    stale: bool,
}

impl Server {
    /// Asks once, so that a wrong key or purpose is told before anything is read.
    pub(super) fn connect(
        base: &str,
        purpose: &str,
        whose: Whose,
        key: String,
        min_epoch: i64,
    ) -> anyhow::Result<Self> {
        let server = Self {
            runtime: runtime()?,
            client: reqwest::Client::builder()
                .no_proxy()
                .timeout(Duration::from_secs(30))
                .build()?,
            base: base.trim_end_matches('/').to_owned(),
            purpose: purpose.to_owned(),
            whose,
            key,
            epoch: AtomicI64::new(min_epoch),
        };
        let first = server.ask(&[]).map_err(|why| anyhow!(why))?;
        server.epoch.fetch_max(first.epoch, Ordering::AcqRel);
        Ok(server)
    }

    fn ask(&self, people: &[&str]) -> Result<Answer, String> {
        let url = format!("{}/v1/check/{}", self.base, self.purpose);
        let min_epoch = self.epoch.load(Ordering::Acquire);
        let body = match &self.whose {
            Whose::Accounts(None) => json!({ "subjects": people, "min_epoch": min_epoch }),
            Whose::Accounts(Some(issuer)) => {
                json!({ "subjects": people, "min_epoch": min_epoch, "issuer": issuer })
            }
            Whose::Addresses => {
                let named: Vec<_> =
                    people.iter().map(|address| json!({ "email": address })).collect();
                json!({ "subjects": named, "min_epoch": min_epoch })
            }
        };
        let asked = self.client.post(&url).bearer_auth(&self.key).json(&body);
        let answer: Answer = self.send(asked)?;
        if answer.stale {
            return Err(format!(
                "the gateway at {} has not seen epoch {min_epoch} or lost its database; try again in a moment",
                self.base
            ));
        }
        Ok(answer)
    }

    fn send<T: serde::de::DeserializeOwned>(
        &self,
        asked: reqwest::RequestBuilder,
    ) -> Result<T, String> {
        self.runtime.block_on(async {
            let silent = |_| format!("the gateway at {} does not answer", self.base);
            let answer = asked.send().await.map_err(silent)?;
            let status = answer.status();
            if !status.is_success() {
                let problem: serde_json::Value = answer.json().await.unwrap_or_default();
                let detail = problem.get("detail").and_then(serde_json::Value::as_str);
                return Err(format!("the gateway refused ({status}): {}", detail.unwrap_or("")));
            }
            answer.json().await.map_err(|_| "the gateway's answer cannot be read".to_owned())
        })
    }

    /// Has the run logged.
    pub(super) fn log_run(&self, run: &FilterRun) -> anyhow::Result<()> {
        let url = format!("{}/v1/objections/runs", self.base);
        let asked = self.client.post(&url).bearer_auth(&self.key).json(run);
        match self.send::<serde_json::Value>(asked) {
            Ok(_) => Ok(()),
            Err(why) => bail!("the run is not in the audit log: {why}"),
        }
    }
}

impl Judge for Server {
    fn objected(&self, people: &[&str]) -> Result<Vec<bool>, String> {
        let mut objected = vec![false; people.len()];
        for (some, marks) in people.chunks(TOGETHER).zip(objected.chunks_mut(TOGETHER)) {
            for at in self.ask(some)?.objected {
                *marks
                    .get_mut(at)
                    .ok_or("the gateway's answer names people who were not asked about")? = true;
            }
        }
        Ok(objected)
    }
}
