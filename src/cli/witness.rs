//! `habeas audit witness`: for a works council, a parent company, an association: sees that a log only grows.

use std::collections::HashMap;
use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use actix_web::http::StatusCode;
use actix_web::web::{self, Data};
use actix_web::{App, HttpResponse, HttpServer};
use anyhow::{Context as _, bail};

use crate::audit::merkle::Hash;
use crate::audit::note::VerifierKey;
use crate::audit::witness::{AddCheckpoint, Cosigner, Declined, Seen};
use crate::clock::Clock;
use crate::gateway::keys;

use super::{Exit, say};

const BODY_BYTES_MAX: usize = 64 * 1024;

#[derive(clap::Args)]
pub(super) struct Options {
    /// Where it listens
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
    /// Where its key and what it has seen are kept
    #[arg(long, value_name = "DIR", default_value = "witness")]
    dir: PathBuf,
    /// A log to watch, by its verifier key; can be given several times
    #[arg(long, value_name = "VKEY", required = true)]
    log: Vec<String>,
    /// The name it signs under
    #[arg(long, default_value = "witness.invalid/habeas")]
    name: String,
}

struct Desk {
    cosigner: Cosigner,
    logs: HashMap<String, VerifierKey>,
    dir: PathBuf,
    // One question at a time: what is remembered must be what was answered.
    turn: Mutex<()>,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Exit> {
    keys::make(&options.dir, "witness.key")?;
    let seed = keys::read(&options.dir, "witness.key")?;
    let cosigner = Cosigner::from_seed(&options.name, &seed)
        .with_context(|| format!("`{}` cannot name a witness", options.name))?;
    let mut logs = HashMap::new();
    for vkey in &options.log {
        let key = VerifierKey::parse(vkey.trim())
            .context("`--log` is not a verifier key; `habeas audit key` of the log prints it")?;
        if logs.insert(key.name().to_owned(), key).is_some() {
            bail!("two keys of `--log` have the same name; a witness watches one log of a name");
        }
    }
    let public = cosigner.public().to_string();
    let (dir, turn) = (options.dir.clone(), Mutex::new(()));
    let desk = Data::new(Desk { cosigner, logs, dir, turn });
    let listener = std::net::TcpListener::bind(options.listen)
        .with_context(|| format!("`{}` cannot be listened on", options.listen))?;
    say(&public);
    super::note(&format!("listening on http://{}", listener.local_addr()?));
    actix_web::rt::System::new().block_on(async move {
        let server = HttpServer::new(move || {
            App::new()
                .app_data(desk.clone())
                .app_data(web::PayloadConfig::new(BODY_BYTES_MAX))
                .route("/add-checkpoint", web::post().to(add_checkpoint))
        })
        .workers(1)
        .disable_signals()
        .listen(listener)?
        .run();
        super::serve::stop_on_signal(server.handle());
        server.await
    })?;
    Ok(Exit::Fine)
}

async fn add_checkpoint(desk: Data<Desk>, body: String) -> HttpResponse {
    let answered = web::block(move || desk.answer(&body)).await;
    answered.unwrap_or_else(|_| Answer(500, "it could not be answered\n".into())).into()
}

struct Answer(u16, String);

impl From<Answer> for HttpResponse {
    fn from(answer: Answer) -> Self {
        let status = StatusCode::from_u16(answer.0).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let kind = if answer.1.trim().parse::<u64>().is_ok() {
            "text/x.tlog.size"
        } else {
            "text/plain; charset=utf-8"
        };
        HttpResponse::build(status).content_type(kind).body(answer.1)
    }
}

impl Desk {
    fn answer(&self, body: &str) -> Answer {
        let Some(asked) = AddCheckpoint::parse(body) else {
            return Answer(400, "this is not a question to a witness\n".into());
        };
        let origin = asked.checkpoint.lines().next().unwrap_or_default();
        let Some(log) = self.logs.get(origin) else {
            return Answer(404, "this witness does not know the log\n".into());
        };
        let Ok(_turn) = self.turn.lock() else { return Answer(500, "stopped\n".into()) };
        let path = self.dir.join(format!("{}.seen", file_name(origin)));
        let taken = read(&path).and_then(|seen| match seen.take(&asked, log) {
            Ok(next) => {
                // tlog-witness: what is new is stored, whole, before it is answered.
                write(&path, &next)?;
                let seconds = u64::try_from(Clock::System.now().0 / 1000)?;
                let line = self.cosigner.cosign(&asked.checkpoint, seconds)?;
                Ok(Answer(200, line))
            }
            Err(declined) => Ok(status_of(&declined)),
        });
        taken.unwrap_or_else(|error| {
            super::note(&format!("habeas: {error:#}"));
            Answer(500, "what was seen cannot be kept\n".into())
        })
    }
}

fn status_of(declined: &Declined) -> Answer {
    let words = format!("{declined}\n");
    match declined {
        Declined::UnknownLog(_) => Answer(404, words),
        Declined::NotSigned => Answer(403, words),
        Declined::Older => Answer(400, words),
        Declined::OtherSize(size) => Answer(409, format!("{size}\n")),
        Declined::OtherRoot(_) => Answer(409, words),
        Declined::BadProof => Answer(422, words),
    }
}

fn file_name(origin: &str) -> String {
    Hash::of(origin.as_bytes()).0.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn read(path: &Path) -> anyhow::Result<Seen> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Seen::default()),
        Err(e) => return Err(e).with_context(|| format!("`{}` cannot be read", path.display())),
    };
    let seen = text.split_once('\n').and_then(|(size, root)| {
        Some(Seen { size: size.parse().ok()?, root: root.trim().parse().ok()? })
    });
    // Starting from nothing would cosign a second face.
    seen.with_context(|| format!("`{}` is damaged; restore it from its backup", path.display()))
}

fn write(path: &Path, seen: &Seen) -> anyhow::Result<()> {
    let beside = path.with_extension("new");
    let mut file = std::fs::File::create(&beside)?;
    write!(file, "{}\n{}\n", seen.size, seen.root)?;
    file.sync_all()?;
    std::fs::rename(&beside, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    std::fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    Ok(())
}
