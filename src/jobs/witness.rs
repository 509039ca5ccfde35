//! Asks witnesses to cosign the newest head (C2SP tlog-witness). One that does not answer never stops the log.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use crate::casework::log::cosigning::{self, Question, Witness};
use crate::casework::{CaseworkError, Office};

const PAUSE: Duration = Duration::from_millis(500);
const PAUSE_ROUNDS_MAX: u32 = 120;
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// A witness and where it is asked.
#[derive(Clone, Debug)]
pub struct At {
    /// `/add-checkpoint` lies below it.
    pub url: String,
    /// Its key.
    pub witness: Witness,
}

/// How it went.
enum Told {
    /// Nothing to ask, or answered.
    Fine,
    /// To be asked again; what it said or did.
    Failed(String),
}

/// Asks until told to stop. Who fails is asked less and less often, at last once a minute.
pub(super) fn watch(office: &Arc<Office>, stop: &AtomicBool, witnesses: &[At]) {
    let Some((runtime, client)) = outfit() else {
        tracing::error!("no witness can be asked: the network could not be set up");
        return;
    };
    let mut waits: Vec<(u32, u32)> = vec![(0, 1); witnesses.len()];
    super::every(stop, PAUSE, || {
        for (at, (wait, pause)) in witnesses.iter().zip(&mut waits) {
            if *wait > 0 {
                *wait -= 1;
                continue;
            }
            let name = at.witness.name();
            match ask(office, at, |url, body| runtime.block_on(post(&client, url, body))) {
                Ok(Told::Fine) => *pause = 1,
                Ok(Told::Failed(why)) => {
                    tracing::warn!("the witness `{name}` has not cosigned, will ask again: {why}");
                    *wait = *pause;
                    *pause = (*pause * 2).min(PAUSE_ROUNDS_MAX);
                }
                Err(error) => super::report("witness", Err(error)),
            }
        }
    });
}

fn outfit() -> Option<(tokio::runtime::Runtime, reqwest::Client)> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
    let client = reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(10))
        .build()
        .ok()?;
    Some((runtime, client))
}

fn ask(
    office: &Arc<Office>,
    at: &At,
    post: impl Fn(&str, String) -> Result<(u16, String), String>,
) -> Result<Told, CaseworkError> {
    let url = format!("{}/add-checkpoint", at.url.trim_end_matches('/'));
    let mut old = None;
    // Twice at most: the first answer may be how much it has seen.
    for _ in 0..2 {
        let Some(question) = cosigning::question(office, &at.witness, old)? else {
            return Ok(Told::Fine);
        };
        let (status, answer) = match post(&url, question.body.clone()) {
            Ok(answered) => answered,
            Err(why) => return Ok(Told::Failed(why)),
        };
        match status {
            200 if cosigning::keep(office, &at.witness, &question, &answer)? => {
                return Ok(Told::Fine);
            }
            200 => return Ok(Told::Failed("its cosignature does not match its key".into())),
            409 => match seen(&question, &answer) {
                Ok(size) => old = Some(size),
                Err(why) => return Ok(Told::Failed(why)),
            },
            _ => return Ok(Told::Failed(format!("it answered {status}"))),
        }
    }
    Ok(Told::Failed("it says twice that it has seen another size".into()))
}

fn seen(question: &Question, answer: &str) -> Result<u64, String> {
    let size = answer.trim().parse::<u64>().map_err(|_| {
        "it has seen another root at this size: THE LOG HAS TWO FACES; run `habeas audit verify`"
    })?;
    if size > question.size {
        return Err(format!(
            "it has seen the log at size {size}, this database has signed {}: IT WAS ROLLED BACK",
            question.size
        ));
    }
    Ok(size)
}

async fn post(client: &reqwest::Client, url: &str, body: String) -> Result<(u16, String), String> {
    let failed = |e: reqwest::Error| e.without_url().to_string();
    let mut answer = client.post(url).body(body).send().await.map_err(failed)?;
    let status = answer.status().as_u16();
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(failed)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > ANSWER_BYTES_MAX {
            return Err("its answer is too long".into());
        }
    }
    String::from_utf8(bytes).map(|text| (status, text)).map_err(|_| "it answered no text".into())
}
