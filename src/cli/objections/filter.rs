//! `habeas objections filter`.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal as _, Read, Seek as _, Write};
use std::os::fd::AsFd as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context as _, bail};
use sha2::{Digest as _, Sha256};

use crate::audit::leaf::objections::FilterRun;
use crate::casework::objections::feed;
use crate::clock::Clock;
use crate::domain::time::Instant;
use crate::objections::base::Base;
use crate::objections::filter::{self, Counts, Field, Format, Judge, Known, OnError};
use crate::objections::mark::ADDRESSES;
use crate::objections::person::KeyKind;
use crate::objections::snapshot::{self, Expected};

use super::keyfile::KeyFile;
use super::server::{Server, Whose, runtime};
use super::{Context, Exit, loaded};
use crate::cli::note;
use crate::cli::whole::Whole;

const HOUR_MS: i64 = 3_600_000;

#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  habeas objections filter --purpose ai_training --key user_id < all.jsonl > allowed.jsonl
  habeas objections filter --purpose ai_training --key user_id --format csv --in all.csv --out allowed.csv
  habeas objections filter --purpose ai_training --key /meta/user --snapshot ai.snapshot --key-file ai.key < in > out
  habeas objections filter --purpose marketing_email --key email --key-kind email --format csv --in list.csv --out allowed.csv
  HABEAS_API_KEY=hbk_… habeas objections filter --purpose ai_training --key id --server https://privacy.example < in > out

A record that cannot be read without guessing is an error with its line: so is an id with a blank at an end, or 42.0 for 42. With --out the file appears when it is complete; on a
pipe only the exit code says so, and the record of the run.")]
pub(crate) struct Options {
    /// An id of purposes.toml
    #[arg(long)]
    purpose: String,
    /// The field that names the person: a member or a column, or a pointer into JSON or Parquet (/meta/user)
    #[arg(long, value_name = "FIELD")]
    key: String,
    /// What that field holds: the `sub` of an account, or a mail address
    #[arg(long, value_enum, default_value = "subject")]
    key_kind: Holds,
    /// How the input is written
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Kind,
    /// Ask this gateway; the API key is taken from HABEAS_API_KEY
    #[arg(long, value_name = "URL", conflicts_with = "snapshot")]
    server: Option<String>,
    /// Ask this snapshot; needs --key-file
    #[arg(long, value_name = "FILE", requires = "key_file")]
    snapshot: Option<PathBuf>,
    /// The key file of `habeas objections key`
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// The issuer of the ids, where several are configured; that of addresses is `mailto`
    #[arg(long)]
    issuer: Option<String>,
    /// Refuse what has not seen this epoch
    #[arg(long, default_value_t = 0, value_name = "EPOCH")]
    min_epoch: i64,
    /// Refuse a snapshot that is older, in hours
    #[arg(long, default_value_t = 24, value_name = "HOURS")]
    max_age: u32,
    /// What to do with a record that cannot be read: it is never written
    #[arg(long, value_enum, default_value = "fail")]
    on_error: Broken,
    /// Read this file instead of standard input
    #[arg(long = "in", value_name = "FILE")]
    input: Option<PathBuf>,
    /// Write this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Where to write the signed record of the run, with --snapshot [default: FILE.run beside --out]
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
    /// Threads [default: one per core]
    #[arg(long)]
    threads: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    Jsonl,
    Csv,
    Parquet,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Broken {
    Skip,
    Fail,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Holds {
    Subject,
    Email,
}

impl Options {
    fn kind(&self) -> anyhow::Result<KeyKind> {
        match (self.key_kind, self.issuer.as_deref()) {
            (Holds::Email, None) | (_, Some(ADDRESSES)) => Ok(KeyKind::Email),
            (Holds::Email, Some(_)) => {
                bail!("an address has no issuer; leave --issuer or --key-kind out")
            }
            (Holds::Subject, _) => Ok(KeyKind::Subject),
        }
    }
}

/// Who is asked, and where the run is written down.
enum Source {
    Snapshot { judge: Known<Base>, epoch: i64, keys: Box<KeyFile> },
    Server(Box<Server>),
    Database { judge: Known<Arc<Base>>, epoch: i64, office: Arc<crate::casework::Office> },
}

impl Source {
    fn open(context: &Context, options: &Options, kind: KeyKind) -> anyhow::Result<Self> {
        if let (Some(path), Some(keys)) = (&options.snapshot, &options.key_file) {
            return Self::snapshot(options, kind, path, KeyFile::read(keys)?);
        }
        if let Some(base) = &options.server {
            let key = std::env::var("HABEAS_API_KEY")
                .context("put the API key into the environment, as HABEAS_API_KEY")?;
            let whose = match kind {
                KeyKind::Subject => Whose::Accounts(options.issuer.clone()),
                KeyKind::Email => Whose::Addresses,
            };
            let server = Server::connect(base, &options.purpose, whose, key, options.min_epoch)?;
            return Ok(Self::Server(Box::new(server)));
        }
        let (config, office) = loaded(context)?;
        let issuer = match kind {
            KeyKind::Subject => super::issuer(&config, options.issuer.as_deref())?,
            KeyKind::Email => ADDRESSES.to_owned(),
        };
        let (Some(shelf), Some(base)) =
            (office.index.shelf(&options.purpose), office.index.everybody(&options.purpose))
        else {
            bail!("there is no purpose `{}` in purposes.toml", options.purpose);
        };
        let epoch = office.index.epoch();
        if epoch < options.min_epoch {
            bail!("the database is at epoch {epoch}, older than asked for");
        }
        let judge = Known::new(base, shelf.key(), &issuer);
        Ok(Self::Database { judge, epoch, office })
    }

    fn snapshot(
        options: &Options,
        kind: KeyKind,
        path: &std::path::Path,
        keys: KeyFile,
    ) -> anyhow::Result<Self> {
        if keys.purpose != options.purpose {
            bail!("the key file is for the purpose `{}`", keys.purpose);
        }
        let file = File::open(path)
            .with_context(|| format!("the snapshot `{}` cannot be read", path.display()))?;
        let oldest = Clock::System.now().0 - i64::from(options.max_age) * HOUR_MS;
        let expected = Expected {
            log: &keys.log,
            key: &keys.marks,
            purpose: &options.purpose,
            min_epoch: options.min_epoch,
            not_before: Instant(oldest),
        };
        let (head, base) = snapshot::read(io::BufReader::new(file), &expected)?;
        let issuer = match kind {
            KeyKind::Subject => options.issuer.as_deref().unwrap_or(&keys.issuer),
            KeyKind::Email => ADDRESSES,
        };
        let judge = Known::new(base, &keys.marks, issuer);
        Ok(Self::Snapshot { judge, epoch: head.epoch, keys: Box::new(keys) })
    }

    fn judge(&self) -> &dyn Judge {
        match self {
            Self::Snapshot { judge, .. } => judge,
            Self::Server(server) => server.as_ref(),
            Self::Database { judge, .. } => judge,
        }
    }

    fn epoch(&self) -> i64 {
        match self {
            Self::Snapshot { epoch, .. } | Self::Database { epoch, .. } => *epoch,
            Self::Server(server) => server.epoch.load(Ordering::Acquire),
        }
    }

    /// Writes the run down: in the audit log, or signed beside the output.
    fn write_down(&self, run: &FilterRun, record: Option<PathBuf>) -> anyhow::Result<()> {
        match self {
            Self::Database { office, .. } => {
                runtime()?.block_on(feed::log_run(office, run.clone()))?;
            }
            Self::Server(server) => server.log_run(run)?,
            Self::Snapshot { keys, .. } => {
                let text = format!("habeas-filter-run/v1\n{}\n", serde_json::to_string(run)?);
                let signed = keys.runs.sign(&text)?;
                match record {
                    Some(path) => {
                        let mut out = Whole::create(&path)?;
                        out.file.write_all(signed.as_bytes())?;
                        out.finish()?;
                    }
                    None => note(&signed),
                }
            }
        }
        Ok(())
    }
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<Exit> {
    let kind = options.kind()?;
    let source = Source::open(context, options, kind)?;
    let (input, length) = opened(options.input.as_deref())?;
    let input_sum = Sum::default();
    let mut input = Summed { inner: input, sum: &input_sum };
    let mut whole = options.out.as_deref().map(Whole::create).transpose()?;
    let mut standard = BufWriter::with_capacity(1 << 20, io::stdout());
    let output: &mut (dyn Write + Send) = match &mut whole {
        Some(whole) => &mut whole.file,
        None => &mut standard,
    };
    let output_sum = Sum::default();
    let mut output = Summed { inner: output, sum: &output_sum };
    let counts = copy(options, kind, &source, (&mut input, length), &mut output)?;
    let run = FilterRun {
        purpose: options.purpose.as_str().into(),
        epoch: source.epoch(),
        input_sha256: input_sum.hex(),
        input_bytes: input_sum.bytes(),
        output_sha256: output_sum.hex(),
        output_bytes: output_sum.bytes(),
        kept: counts.kept,
        dropped: counts.dropped,
        skipped: counts.skipped,
    };
    let beside = options.out.as_ref().map(|out| {
        let mut name = out.clone().into_os_string();
        name.push(".run");
        PathBuf::from(name)
    });
    source.write_down(&run, options.record.clone().or(beside))?;
    if let Some(whole) = whole {
        whole.finish()?;
    }
    let skipped =
        if run.skipped > 0 { format!(", skipped {}", run.skipped) } else { String::new() };
    note(&format!("kept {}, dropped {}{skipped}, epoch {}", run.kept, run.dropped, run.epoch));
    Ok(Exit::Fine)
}

/// The input, and how long it is when it is a file. One on standard input is a file too: Parquet is read from its end.
fn opened(path: Option<&std::path::Path>) -> anyhow::Result<(File, Option<u64>)> {
    let file = match path {
        Some(path) => {
            File::open(path).with_context(|| format!("`{}` cannot be read", path.display()))?
        }
        None => File::from(io::stdin().as_fd().try_clone_to_owned()?),
    };
    let length = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|m| m.len());
    Ok((file, length))
}

fn copy(
    options: &Options,
    kind: KeyKind,
    source: &Source,
    (input, length): (&mut Summed<'_, File>, Option<u64>),
    output: &mut Summed<'_, &mut (dyn Write + Send)>,
) -> anyhow::Result<Counts> {
    let on_error = match options.on_error {
        Broken::Skip => OnError::Skip,
        Broken::Fail => OnError::Fail,
    };
    let bar = io::stderr().is_terminal().then(|| progress(length));
    let advance = |bytes: u64| {
        if let Some(bar) = &bar {
            bar.inc(bytes);
        }
    };
    let threads = options
        .threads
        .or_else(|| std::thread::available_parallelism().ok().map(Into::into))
        .unwrap_or(1)
        .max(1);
    let how = filter::Options { on_error, threads, kind, progress: &advance };
    let format = match options.format {
        Kind::Jsonl => Format::Jsonl(Field::parse(&options.key)),
        Kind::Csv => Format::Csv(options.key.clone()),
        Kind::Parquet => {
            let counts = parquet(&options.key, source, (input, length), output, &how)?;
            bar.iter().for_each(indicatif::ProgressBar::finish_and_clear);
            return Ok(counts);
        }
    };
    let counts = filter::text(input, output, format, source.judge(), &how)?;
    bar.iter().for_each(indicatif::ProgressBar::finish_and_clear);
    Ok(counts)
}

/// A file is read twice, for its hash and for its rows; a pipe is kept in memory.
fn parquet(
    key: &str,
    source: &Source,
    (input, length): (&mut Summed<'_, File>, Option<u64>),
    output: &mut Summed<'_, &mut (dyn Write + Send)>,
    how: &filter::Options<'_>,
) -> anyhow::Result<Counts> {
    let judge = source.judge();
    if length.is_some() && input.inner.stream_position()? == 0 {
        io::copy(&mut BufReader::with_capacity(1 << 20, &mut *input), &mut io::sink())?;
        let file = input.inner.try_clone()?;
        return Ok(filter::parquet::rows(file, output, key, judge, how)?);
    }
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(filter::parquet::rows(bytes::Bytes::from(bytes), output, key, judge, how)?)
}

fn progress(length: Option<u64>) -> indicatif::ProgressBar {
    let (bar, template) = match length {
        Some(length) => (
            indicatif::ProgressBar::new(length),
            "{bytes} of {total_bytes} {wide_bar} {bytes_per_sec} {eta}",
        ),
        None => (indicatif::ProgressBar::no_length(), "{bytes} {bytes_per_sec}"),
    };
    match indicatif::ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// The hash and the length of what passed.
#[derive(Default)]
struct Sum {
    hash: std::sync::Mutex<Sha256>,
    bytes: AtomicU64,
}

impl Sum {
    fn add(&self, bytes: &[u8]) {
        if let Ok(mut hash) = self.hash.lock() {
            hash.update(bytes);
        }
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
    }

    fn hex(&self) -> String {
        let hash = self.hash.lock().map(|hash| hash.clone().finalize());
        hash.map(|hash| hash.iter().map(|byte| format!("{byte:02x}")).collect()).unwrap_or_default()
    }

    fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }
}

struct Summed<'s, T> {
    inner: T,
    sum: &'s Sum,
}

impl<T: Read> Read for Summed<'_, T> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.sum.add(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

impl<T: Write> Write for Summed<'_, T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.sum.add(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
