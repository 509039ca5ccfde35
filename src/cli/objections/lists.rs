//! `habeas objections import` and `export`.

use std::io::{BufRead as _, Write};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};

use crate::audit::leaf::objections::Imported;
use crate::casework::Office;
use crate::casework::answer::fulfil;
use crate::casework::objections::lists::{self, Line, TOGETHER};
use crate::config::Config;
use crate::domain::name::PurposeId;
use crate::domain::time::{Instant, NotAnInstant};
use crate::objections::filter::{FilterError, parquet};
use crate::objections::person::{self, KeyKind};
use crate::objections::{Entry, Mark};

use super::{Context, Exit, loaded, say};
use crate::cli::note;
use crate::cli::whole::Whole;

const TOLD_MAX: usize = 100;
const BOM: &[u8] = b"\xef\xbb\xbf";

#[derive(clap::Args)]
#[command(after_help = "\
One entry a line: {\"subject\":\"u-1\",\"purpose\":\"ai_training\",\"issuer\":\"…\",\"since\":\"2026-01-31T10:00:00Z\"}, or CSV with such a
header. `subject` is a `sub`; `email` instead of it is an address, `mark` an entry of `objections export`. `issuer` is needed where
several are configured; `since` may be a day, and without it, or if it lies ahead, an entry holds from now on. Nobody is stored by name. Accounts that the data map's directories know behind an address get the same entry. A line that is wrong is reported, and
nothing at all is imported until every line is right.")]
pub(crate) struct Import {
    /// The list; - or nothing for standard input
    file: Option<PathBuf>,
    /// How it is written [default: csv for *.csv, else jsonl]
    #[arg(long, value_enum)]
    format: Option<Text>,
    /// Only says what would be done and what is wrong
    #[arg(long)]
    dry_run: bool,
}

#[derive(clap::Args)]
pub(crate) struct Export {
    /// An id of purposes.toml [default: every purpose]
    #[arg(long)]
    purpose: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Kind,
    /// Where to write it; it appears when it is complete
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Text {
    Jsonl,
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    Jsonl,
    Csv,
    Parquet,
}

/// A line of a list. CSV knows text alone; in JSON a subject may be a whole number.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given<S> {
    subject: Option<S>,
    email: Option<String>,
    mark: Option<String>,
    purpose: String,
    issuer: Option<String>,
    since: Option<String>,
    /// What an export says; another database counts its own.
    #[serde(rename = "epoch")]
    _epoch: Option<i64>,
    #[serde(rename = "assurance")]
    _assurance: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Sub {
    Text(String),
    Whole(i64),
    Large(u64),
}

impl From<Sub> for String {
    fn from(sub: Sub) -> Self {
        match sub {
            Sub::Text(text) => text,
            Sub::Whole(number) => number.to_string(),
            Sub::Large(number) => number.to_string(),
        }
    }
}

pub(super) fn import(context: &Context, order: &Import) -> anyhow::Result<Exit> {
    let (config, office) = loaded(context)?;
    let given = read(order)?;
    let mut lines = Vec::with_capacity(given.len());
    let (mut wrong, mut addresses) = (0, Vec::new());
    for (number, given) in given {
        match given.and_then(|given| understood(&config, &office, given)) {
            Ok((line, address)) => {
                addresses.extend(address.map(|address| (line.clone(), address)));
                lines.push(line);
            }
            Err(what) => {
                wrong += 1;
                if wrong <= TOLD_MAX {
                    note(&format!("line {number}: {what}"));
                }
            }
        }
    }
    if wrong > 0 {
        note(&format!("{wrong} lines are wrong, {} are right; nothing was imported", lines.len()));
        return Ok(Exit::Found);
    }
    let accounts = accounts(&office, addresses);
    if order.dry_run {
        let (right, accounts) = (lines.len(), accounts.len());
        say(&format!(
            "{right} entries are right, {accounts} accounts are behind their addresses; nothing was imported"
        ));
        return Ok(Exit::Fine);
    }
    lines.extend(accounts);
    let mut done = Imported::default();
    while !lines.is_empty() {
        let some = lines.split_off(lines.len().saturating_sub(TOGETHER));
        let more = lists::import(&office, some)?;
        done.added += more.added;
        done.known += more.known;
        done.taken_back += more.taken_back;
    }
    say(&format!(
        "{} objections are newly in force, {} were already, {} were taken back later than the list says and stay so",
        done.added, done.known, done.taken_back
    ));
    Ok(Exit::Fine)
}

/// The same for the accounts that the data map's directories know behind the addresses: pipelines know people by those. A
/// directory that does not answer holds nothing up; the same list can be imported again.
fn accounts(office: &Office, addresses: Vec<(Line, String)>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (line, address) in addresses {
        let Some(shelf) = office.index.shelf(&line.purpose) else { continue };
        let found = match fulfil::accounts_of(office, &address) {
            Ok(found) => found,
            Err((_, error)) => {
                note(&format!(
                    "{error}; it is a directory of accounts: the list holds for its addresses, import it again when the directory answers"
                ));
                return lines;
            }
        };
        lines.extend(found.into_iter().map(|(issuer, sub)| {
            let mark = shelf.key().people_of(&issuer).mark(&sub);
            Line { mark, via: Some(line.mark), ..line.clone() }
        }));
    }
    lines
}

type Numbered = Vec<(u64, Result<Given<String>, String>)>;

fn read(order: &Import) -> anyhow::Result<Numbered> {
    let file = order.file.as_ref().filter(|path| path.as_os_str() != "-");
    let is_csv = order.format.map_or_else(
        || file.and_then(|path| path.extension()).is_some_and(|e| e.eq_ignore_ascii_case("csv")),
        |format| format == Text::Csv,
    );
    let input: Box<dyn std::io::Read> = match file {
        Some(path) => Box::new(
            std::fs::File::open(path)
                .with_context(|| format!("`{}` cannot be read", path.display()))?,
        ),
        None => Box::new(std::io::stdin()),
    };
    if !is_csv {
        return read_jsonl(input);
    }
    let mut reader = csv::Reader::from_reader(input);
    let headers = reader.headers().context("the header line cannot be read")?.clone();
    let mut numbered = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(0, csv::Position::line);
            anyhow::anyhow!("line {line}: it is not CSV in UTF-8 with as many fields as the header")
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        // The library's words would quote the record.
        let given = record.deserialize(Some(&headers)).map_err(|_| {
            "its columns are not subject|email|mark, purpose, issuer, since".to_owned()
        });
        numbered.push((line, given));
    }
    Ok(numbered)
}

fn read_jsonl(input: impl std::io::Read) -> anyhow::Result<Numbered> {
    let mut numbered = Vec::new();
    for (number, line) in (1..).zip(std::io::BufReader::new(input).split(b'\n')) {
        let line = line.context("the list cannot be read")?;
        let text = line.strip_prefix(BOM).filter(|_| number == 1).unwrap_or(&line);
        if text.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let given = serde_json::from_slice(text).map_err(|_| {
            "it is not an object with subject|email|mark, purpose, issuer?, since?".to_owned()
        });
        numbered.push((number, given.map(plain)));
    }
    Ok(numbered)
}

fn plain(given: Given<Sub>) -> Given<String> {
    let Given { subject, email, mark, purpose, issuer, since, .. } = given;
    let subject = subject.map(String::from);
    Given { subject, email, mark, purpose, issuer, since, _epoch: None, _assurance: None }
}

/// The entry, and the address if it is one's.
fn understood(
    config: &Config,
    office: &Office,
    given: Given<String>,
) -> Result<(Line, Option<String>), String> {
    let shelf = office.index.shelf(&given.purpose);
    let shelf = shelf.ok_or("there is no such purpose in purposes.toml")?;
    // A column of a table that has others is empty where it says nothing.
    let some = |text: Option<String>| text.filter(|text| !text.is_empty());
    let (mark, address) = match (some(given.subject), some(given.email), some(given.mark)) {
        (Some(sub), None, None) => {
            person::subject(&sub).map_err(|why| why.to_string())?;
            let issuer = super::issuer(config, some(given.issuer).as_deref());
            let issuer = issuer.map_err(|error| error.to_string())?;
            (shelf.key().people_of(&issuer).mark(&sub), None)
        }
        (None, Some(email), None) => {
            let normal = KeyKind::Email.named(email.into()).map_err(|why| why.to_string())?;
            (shelf.key().address(&normal), Some(normal.into_owned()))
        }
        (None, None, Some(mark)) if mark.len() == 32 => {
            let number = u128::from_str_radix(&mark, 16);
            (Mark(number.map_err(|_| "the mark is not 32 hex digits")?), None)
        }
        (None, None, Some(_)) => return Err("the mark is not 32 hex digits".into()),
        _ => return Err("it needs one of subject, email, mark".into()),
    };
    let since = some(given.since)
        .map(|text| moment(&text))
        .transpose()
        .map_err(|_| "`since` is not a time such as 2026-01-31T10:00:00Z, or a day")?;
    Ok((Line { mark, purpose: given.purpose.into(), since, via: None }, address))
}

/// A moment, or the first one of a day.
fn moment(text: &str) -> Result<Instant, NotAnInstant> {
    let text = text.trim();
    let is_day = text.len() == "2026-01-31".len();
    Instant::parse(text).or_else(|wrong| {
        if is_day { Instant::parse(&format!("{text}T00:00:00Z")) } else { Err(wrong) }
    })
}

#[derive(Serialize)]
struct Out<'e> {
    mark: String,
    purpose: &'e str,
    since: String,
    epoch: i64,
    assurance: &'static str,
}

pub(super) fn export(context: &Context, order: &Export) -> anyhow::Result<Exit> {
    let (_, office) = loaded(context)?;
    let purposes: Vec<PurposeId> = match &order.purpose {
        Some(purpose) if office.index.shelf(purpose).is_none() => {
            bail!("there is no purpose `{purpose}` in purposes.toml")
        }
        Some(purpose) => vec![purpose.as_str().into()],
        None => office.policies.purposes.all().map(|purpose| purpose.id.clone()).collect(),
    };
    let mut whole = order.out.as_deref().map(Whole::create).transpose()?;
    let mut standard = std::io::BufWriter::new(std::io::stdout());
    let output: &mut (dyn Write + Send) = match &mut whole {
        Some(whole) => &mut whole.file,
        None => &mut standard,
    };
    let pages = purposes.iter().flat_map(|purpose| Pages::of(&office, purpose));
    let count = match order.format {
        Kind::Parquet => parquet::export(pages, &mut *output)?,
        Kind::Jsonl => write_text(pages, |out| {
            serde_json::to_writer(&mut *output, &out)?;
            Ok(output.write_all(b"\n")?)
        })?,
        Kind::Csv => {
            let mut writer = csv::Writer::from_writer(&mut *output);
            let count = write_text(pages, |out| Ok(writer.serialize(out)?))?;
            writer.flush()?;
            count
        }
    };
    output.flush()?;
    if let Some(whole) = whole {
        whole.finish()?;
    }
    note(&format!("{count} objections, epoch {}", office.index.epoch()));
    Ok(Exit::Fine)
}

fn write_text(
    pages: impl Iterator<Item = Result<Vec<Entry>, FilterError>>,
    mut write: impl FnMut(Out<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<u64> {
    let mut count = 0;
    for page in pages {
        for entry in page? {
            let Some(stop) = entry.stop else { continue };
            let (mark, since) = (entry.mark.to_string(), stop.since.rfc3339());
            let (epoch, assurance) = (entry.epoch, entry.assurance.code());
            write(Out { mark, purpose: &entry.purpose, since, epoch, assurance })?;
            count += 1;
        }
    }
    Ok(count)
}

/// Page after page of one purpose.
struct Pages<'o> {
    office: &'o Office,
    purpose: &'o str,
    after: Option<Mark>,
    is_over: bool,
}

impl<'o> Pages<'o> {
    fn of(office: &'o Office, purpose: &'o str) -> Self {
        Self { office, purpose, after: None, is_over: false }
    }
}

impl Iterator for Pages<'_> {
    type Item = Result<Vec<Entry>, FilterError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        match lists::page(self.office, self.purpose, self.after) {
            Ok(page) => {
                self.after = page.last().map(|entry| entry.mark);
                (!page.is_empty()).then_some(Ok(page))
            }
            Err(error) => {
                self.is_over = true;
                Some(Err(FilterError::Read(std::io::Error::other(error.to_string()))))
            }
        }
    }
}
