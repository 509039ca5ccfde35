//! `habeas demo`: a gateway, a sample company with a database of its own, a desk to click at, and a tour to paste.

pub mod sample;
mod words;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde_json::json;

use crate::auth::Scope;
use crate::auth::development::{Order, PEOPLE};
use crate::auth::pipeline;
use crate::casework::intake::ask::Labels;
use crate::casework::objections::pipelines::{StoredKey, create};
use crate::casework::sessions::{Session, ways_in};
use crate::cli::gateway::{self, Gateway};
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::id::KeyId;
use crate::domain::role::Role;
use crate::store::vault::random;
use crate::web::demo::{Demo, Person};

use super::{Exit, configure, note, say, serve};

const SEED: u64 = 2026;
/// The ways in of `demo.json` serve for a day.
const DAY_MS: i64 = 86_400_000;

#[derive(clap::Args)]
pub(super) struct Options {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Where to keep everything [default: a temporary folder]
    #[arg(long)]
    dir: Option<PathBuf>,
    /// Keeps the folder at the end
    #[arg(long)]
    keep: bool,
    /// Prints the tour: lines to paste into another shell
    #[arg(long)]
    tour: bool,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Exit> {
    let dir = folder(options)?;
    let port = if options.port == 0 { free_port()? } else { options.port };
    let settings = settings(port);
    configure::write_all(&dir, &settings)?;
    let company = dir.join("sample-company.db");
    if !company.exists() {
        sample::load_sqlite(&company, SEED).context("the sample company cannot be written")?;
    }
    let config = Config::load(
        Some(&dir.join("habeas.toml")),
        std::iter::empty(),
        &[("server.bind", format!("127.0.0.1:{port}").into())],
    )?;
    serve::start_log(&config);
    let mut gateway = Gateway::open(&config, Clock::movable())?;
    let key = pipeline_key(&gateway)?;
    let desk = Demo {
        people: people(),
        issuer: PEOPLE.to_owned(),
        outbox: config.path(&config.mail.outbox),
    };
    for_programs(&config, &dir, &gateway, &desk, &key)?;
    gateway.show(desk);
    let tour = tour(&config, &dir, &gateway, &key)?;
    std::fs::write(dir.join("tour.sh"), &tour)?;
    say(&format!("http://{}/demo", gateway.address));
    if options.tour {
        say(&tour);
    }
    note(&format!(
        "# open that in a browser; everything lies in {}, the curl tour in tour.sh; stop with Ctrl-C",
        dir.display()
    ));
    gateway.serve(serve::stop_on_signal)?;
    if options.keep || options.dir.is_some() {
        note(&format!("# kept: {}", dir.display()));
    } else {
        std::fs::remove_dir_all(&dir).context("the demo's folder cannot be removed")?;
    }
    Ok(Exit::Fine)
}

fn folder(options: &Options) -> anyhow::Result<PathBuf> {
    let dir = if let Some(dir) = &options.dir {
        dir.clone()
    } else {
        let name: u64 = u64::from_be_bytes(random());
        std::env::temp_dir().join(format!("habeas-demo-{name:016x}"))
    };
    std::fs::create_dir_all(&dir).with_context(|| format!("`{}` cannot be made", dir.display()))?;
    if options.dir.is_some()
        && dir.join("habeas.db").exists()
        && !dir.join("sample-company.db").exists()
    {
        bail!("`{}` holds another gateway; choose an empty folder", dir.display());
    }
    Ok(dir.canonicalize()?)
}

/// A port that nobody has: the links in mails name it.
fn free_port() -> anyhow::Result<u16> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0));
    Ok(listener.context("no port of 127.0.0.1 is free")?.local_addr()?.port())
}

/// Those whom one can be: the first of the sample company, on every plan.
fn people() -> Vec<Person> {
    let sample = sample::rows(SEED);
    let all = (1..=5).filter_map(|n| sample.person(n));
    let person = |(subject, email, plan): (&str, &str, &str)| {
        let name = email.split('.').next().unwrap_or(subject);
        let mut letters = name.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string());
        Person {
            name: format!("{}{}", first.unwrap_or_default(), letters.as_str()),
            subject: subject.to_owned(),
            email: email.to_owned(),
            plan: plan.to_owned(),
        }
    };
    all.map(person).collect()
}

/// `demo.json`: the same for programs.
fn for_programs(
    config: &Config,
    dir: &Path,
    gateway: &Gateway,
    desk: &Demo,
    key: &str,
) -> anyhow::Result<()> {
    let office = &gateway.office;
    let base = format!("http://{}", gateway.address);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let way_in = |person: &Person| -> anyhow::Result<String> {
        let session = Session { asker: desk.asker(person), labels: Labels::default() };
        let (token, _) = runtime.block_on(ways_in::by_company(office, session, DAY_MS))?;
        Ok(format!("{base}/sign-in/{token}"))
    };
    let mut people = Vec::new();
    for person in &desk.people {
        people.push(json!({
            "name": person.name,
            "subject": person.subject,
            "plan": person.plan,
            "email": person.email,
            "token": token(config, &person.subject, Some(&person.plan), &[])?,
            "sign_in": [way_in(person)?, way_in(person)?],
        }));
    }
    let mut tokens = serde_json::Map::new();
    for role in Role::ALL {
        tokens.insert(
            role.code().to_owned(),
            token(config, role.code(), None, &[role.code()])?.into(),
        );
    }
    let all = json!({
        "url": base,
        "pipeline_key": key,
        "people": people,
        "officer_tokens": tokens,
        "outbox": desk.outbox,
    });
    let text = serde_json::to_string_pretty(&all)? + "\n";
    Ok(std::fs::write(dir.join("demo.json"), text)?)
}

fn settings(port: u16) -> String {
    format!(
        "# Written by `habeas demo`. Not for production.\n\
         [server]\nbind = \"127.0.0.1:{port}\"\npublic_url = \"http://127.0.0.1:{port}\"\n\n\
         [audit]\norigin = \"demo.invalid/habeas\"\n\n\
         [controller]\nname = \"Papotin SAS\"\naddress = \"14 rue des Tiercelins\\n54000 Nancy\"\n\n\
         [auth]\ndevelopment_issuer = true\nmax_lifetime_seconds = 86400\n\n\
         [log]\nlevel = \"warn\"\n"
    )
}

fn pipeline_key(gateway: &Gateway) -> anyhow::Result<String> {
    let text = pipeline::text(&random());
    let stored = StoredKey {
        name: "demo pipeline".into(),
        hash: pipeline::hash(&text).to_vec(),
        scopes: Scope::ALL.map(|scope| scope.code().to_owned()).to_vec(),
        expires_at: None,
    };
    create(&gateway.office, KeyId::new(gateway.office.clock.now(), random()), stored)?;
    Ok(text)
}

fn token(config: &Config, sub: &str, plan: Option<&str>, roles: &[&str]) -> anyhow::Result<String> {
    let order = Order {
        sub: sub.to_owned(),
        email: None,
        labels: plan.iter().map(|plan| ("plan".to_owned(), (*plan).to_owned())).collect(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        ttl_seconds: 8 * 3600,
    };
    Ok(gateway::mint(config)?.token(&order, Clock::System.now())?)
}

/// The tour: a shell script that can be pasted line by line, or run whole with `sh`.
fn tour(config: &Config, dir: &Path, gateway: &Gateway, key: &str) -> anyhow::Result<String> {
    let program = std::env::current_exe()?;
    let people = [
        ("ADA", "u-0001", "free"),
        ("NOOR", "u-0002", "free"),
        ("PRO", "u-0003", "pro"),
        ("TEAM", "u-0004", "team"),
        ("ENTERPRISE", "u-0005", "enterprise"),
    ];
    let mut tokens = String::new();
    for (name, sub, plan) in people {
        tokens.push_str(&format!(
            "{name}='{}'   # {sub}, on the plan {plan}\n",
            token(config, sub, Some(plan), &[])?
        ));
    }
    tokens.push_str(&format!("DPO='{}'\n", token(config, "dana", None, &["dpo"])?));
    tokens.push_str(&format!("AUDITOR='{}'\n", token(config, "axel", None, &["auditor"])?));
    Ok(TOUR
        .replace("@TOKENS@", tokens.trim_end())
        .replace("@BASE@", &format!("http://{}", gateway.address))
        .replace("@KEY@", key)
        .replace(
            "@HABEAS@",
            &format!("'{}' --config '{}'", program.display(), dir.join("habeas.toml").display()),
        )
        .replace("@DIR@", &dir.display().to_string()))
}

const TOUR: &str = r#"# Habeas is running. Paste what follows into another shell, line by line or all at once.
# --- who is who
BASE='@BASE@'
PIPELINE='@KEY@'
@TOKENS@
habeas() { @HABEAS@ "$@"; }
cd '@DIR@'
ask() { curl -sS -X POST "$BASE/v1/requests" -H "Authorization: Bearer $1" -H 'Content-Type: application/json' -d "$2"; }
reference() { sed -n 's/.*"reference":"\([^"]*\)".*/\1/p'; }
answered() { until curl -sS "$BASE/v1/requests/$2" -H "Authorization: Bearer $1" | grep -q '"state":"decided"'; do sleep 0.2; done; }

echo '--- 1. somebody on the free plan objects to AI training; the pipeline is told at once'
curl -sS -X PUT "$BASE/v1/objections/ai_training" -H "Authorization: Bearer $ADA"; echo
curl -sS "$BASE/v1/check/ai_training?subject=u-0001" -H "Authorization: Bearer $PIPELINE"; echo
curl -sS "$BASE/v1/check/ai_training" -H "Authorization: Bearer $PIPELINE" -H 'Content-Type: application/json' -d '{"subjects":["u-0001","u-0002","u-0003"]}'; echo
echo 'the same without signing in, for u-0002: open this in a browser'
curl -sS "$BASE/v1/objections/choices" -H "Authorization: Bearer $PIPELINE" -H 'Content-Type: application/json' -d '{"subject":"u-0002"}' | sed -n 's/.*"link":"\([^"]*\)".*"purpose":"ai_training".*/\1/p'; echo
printf '%s\n' '{"user":"u-0001","text":"mine"}' '{"user":"u-0003","text":"theirs"}' | habeas objections filter --purpose ai_training --key user

echo '--- 2. access: a package with exactly their rows'
ACCESS=$(ask "$ADA" '{"right":"access"}' | reference); echo "$ACCESS"
answered "$ADA" "$ACCESS"
curl -sS -o package.zip "$BASE/v1/requests/$ACCESS/package" -H "Authorization: Bearer $ADA"
python3 -m zipfile -l package.zip 2>/dev/null || unzip -l package.zip

echo '--- 3. erasure: the rows are gone, the invoices stay, with their ground'
ERASURE=$(ask "$ADA" '{"right":"erasure"}' | reference); echo "$ERASURE"
answered "$ADA" "$ERASURE"
curl -sS "$BASE/v1/requests/$ERASURE" -H "Authorization: Bearer $ADA"; echo

echo '--- 4. the same request again and again: the answer stays the same, and a human is asked to look'
for n in 1 2 3 4 5; do
  AGAIN=$(ask "$NOOR" '{"right":"access","scope":{"categories":["account"]}}' | tee again.json | reference)
  cat again.json; echo
  answered "$NOOR" "$AGAIN"
done
curl -sS "$BASE/v1/review/flags?state=open" -H "Authorization: Bearer $DPO"; echo

echo '--- 5. the proof'
until curl -sS -o receipt.tlog-proof -w '%{http_code}' "$BASE/v1/requests/$ACCESS/receipt" -H "Authorization: Bearer $ADA" | grep -q 200; do sleep 0.3; done
habeas audit check-receipt receipt.tlog-proof --key "$(habeas audit key)"
habeas audit verify
habeas audit replay
echo '--- that was the tour; all plans get the same: try $PRO, $TEAM and $ENTERPRISE'
"#;
