//! Leaves out of a file what belongs to people who object: records are copied byte for byte and in order, or not at all.
//!
//! Start with [`text`]. One thread reads, some judge, one writes. What cannot be read without guessing is an error.

mod csv;
mod jsonl;
pub mod parquet;

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};

use super::base::Base;
use super::mark::{ADDRESSES, MarkKey, People};
use super::person::KeyKind;

const CHUNK_BYTES: u64 = 1 << 20;

/// Who says which people object.
pub trait Judge: Sync {
    /// For each of these people, named as [`KeyKind::named`] returns them, whether they object; or why it cannot be said.
    ///
    /// # Errors
    /// What to tell the user.
    fn objected(&self, people: &[&str]) -> Result<Vec<bool>, String>;
}

/// A judge with a snapshot in memory.
#[derive(Debug)]
pub struct Known<B> {
    base: B,
    people: People,
}

impl<B: AsRef<Base> + Sync> Known<B> {
    /// For people of this issuer.
    pub fn new(base: B, key: &MarkKey, issuer: &str) -> Self {
        Self { base, people: key.people_of(issuer) }
    }

    /// For people named by an address.
    pub fn by_address(base: B, key: &MarkKey) -> Self {
        Self::new(base, key, ADDRESSES)
    }
}

impl<B: AsRef<Base> + Sync> Judge for Known<B> {
    fn objected(&self, people: &[&str]) -> Result<Vec<bool>, String> {
        let base = self.base.as_ref();
        Ok(people.iter().map(|sub| base.has(self.people.mark(sub))).collect())
    }
}

/// What to do with a record that cannot be read. It is never written: nobody knows whose it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OnError {
    /// Stop.
    Fail,
    /// Leave it out and count it.
    Skip,
}

/// A format whose records are text.
#[derive(Clone, Debug)]
pub enum Format {
    /// One JSON object a line.
    Jsonl(jsonl::Field),
    /// RFC 4180 with a header line.
    Csv(String),
}

pub use jsonl::Field;

/// What was done.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Records copied.
    pub kept: u64,
    /// Records of people who object.
    pub dropped: u64,
    /// Records that could not be read, with [`OnError::Skip`].
    pub skipped: u64,
}

/// Why it stopped.
#[derive(Debug, thiserror::Error)]
pub enum FilterError {
    /// A record.
    #[error("line {line}: {what}; mend it, or leave such records out with --on-error skip")]
    Record {
        /// Counted from 1.
        line: u64,
        /// What is wrong with it.
        what: &'static str,
    },
    /// A row of a file that has no lines.
    #[error("row {row}: {what}; mend it, or leave such rows out with --on-error skip")]
    Row {
        /// Counted from 1.
        row: u64,
        /// What is wrong with it.
        what: &'static str,
    },
    /// The header or the schema.
    #[error("{0}")]
    Layout(String),
    /// The judge.
    #[error("{0}")]
    Judge(String),
    /// Reading.
    #[error("the input cannot be read: {0}")]
    Read(io::Error),
    /// Writing.
    #[error("the output cannot be written: {0}")]
    Write(io::Error),
}

/// Where the bytes of one record lie, and whose they are.
struct Found<'c> {
    range: Range<usize>,
    line: u64,
    whose: Whose<'c>,
}

enum Whose<'c> {
    /// Nobody's: an empty line, the header.
    Nobody,
    /// This person's.
    Person(std::borrow::Cow<'c, str>),
    /// It cannot be read.
    Unreadable(&'static str),
    /// It cannot even be told where it ends: that is never skipped.
    Lost(&'static str),
}

/// A piece of the input that ends where a record ends, with what is to be written of it.
struct Piece {
    bytes: Vec<u8>,
    keep: Vec<Range<usize>>,
    counts: Counts,
    lines: u64,
}

/// How text is cut and read, when its header is known.
enum Layout {
    Jsonl(jsonl::Field),
    Csv(csv::Header),
}

/// Filters text.
///
/// # Errors
/// See [`FilterError`]; what was written until then is not complete.
pub fn text(
    input: impl Read + Send,
    output: &mut impl Write,
    format: Format,
    judge: &dyn Judge,
    options: &Options<'_>,
) -> Result<Counts, FilterError> {
    let mut cutter = Cutter { input, rest: Vec::new(), quoted: matches!(format, Format::Csv(_)) };
    let first = cutter.next().map_err(FilterError::Read)?;
    let layout = match format {
        Format::Jsonl(field) => Layout::Jsonl(field),
        Format::Csv(field) => {
            let header = csv::header(first.as_deref().unwrap_or_default(), &field);
            Layout::Csv(header.map_err(FilterError::Layout)?)
        }
    };
    let waiting = options.threads * 2;
    let (work, pieces) = sync_channel::<(u64, Vec<u8>)>(waiting);
    let (done, results) = sync_channel(waiting);
    // Owned by the judges alone: when they have gone, the reader notices.
    let pieces = Arc::new(Mutex::new(pieces));
    std::thread::scope(|scope| {
        let reader = scope.spawn(move || read(&mut cutter, first, &work));
        for _ in 0..options.threads {
            let (pieces, layout, done) = (Arc::clone(&pieces), &layout, done.clone());
            let (on_error, kind) = (options.on_error, options.kind);
            scope.spawn(move || judge_pieces(&pieces, layout, judge, (on_error, kind), &done));
        }
        drop((done, pieces));
        let counts = write(results, output, options);
        // Only now can nobody be waiting for room any more.
        let read = reader.join().unwrap_or_else(|_| Err(io::Error::other("the reader panicked")));
        match counts {
            Ok(counts) => read.map_err(FilterError::Read).map(|()| counts),
            Err(error) => Err(error),
        }
    })
}

/// How to filter.
pub struct Options<'o> {
    /// What to do with what cannot be read.
    pub on_error: OnError,
    /// Threads that judge.
    pub threads: usize,
    /// What the key holds.
    pub kind: KeyKind,
    /// Told how many bytes were read since the last time.
    pub progress: &'o dyn Fn(u64),
}

struct Cutter<R> {
    input: R,
    rest: Vec<u8>,
    /// A line break between quotes ends no record.
    quoted: bool,
}

impl<R: Read> Cutter<R> {
    /// The next bytes up to the end of a record, or all that is left.
    fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut seen = 0;
        let mut is_open = false;
        loop {
            let read = self.input.by_ref().take(CHUNK_BYTES).read_to_end(&mut bytes)?;
            let fresh = bytes.get(seen..).unwrap_or_default();
            if self.quoted {
                is_open ^= memchr::memchr_iter(b'"', fresh).count() % 2 == 1;
            }
            let end = match (self.quoted, is_open) {
                (true, open) => last_break(fresh, open),
                (false, _) => memchr::memrchr(b'\n', fresh),
            };
            match end {
                Some(at) => {
                    self.rest = bytes.split_off(seen + at + 1);
                    return Ok(Some(bytes));
                }
                None if read == 0 => return Ok((!bytes.is_empty()).then_some(bytes)),
                None => seen = bytes.len(),
            }
        }
    }
}

/// The last line break outside quotes, when it is known whether the end is inside.
fn last_break(bytes: &[u8], mut is_open: bool) -> Option<usize> {
    let mut end = bytes.len();
    loop {
        let at = memchr::memrchr2(b'"', b'\n', bytes.get(..end)?)?;
        match bytes.get(at) {
            Some(b'\n') if !is_open => return Some(at),
            Some(b'"') => is_open = !is_open,
            _ => {}
        }
        end = at;
    }
}

fn read<R: Read>(
    cutter: &mut Cutter<R>,
    first: Option<Vec<u8>>,
    work: &SyncSender<(u64, Vec<u8>)>,
) -> io::Result<()> {
    let mut next = first;
    let mut number = 0;
    while let Some(bytes) = next {
        // Nobody listens any more after an error elsewhere.
        if work.send((number, bytes)).is_err() {
            return Ok(());
        }
        number += 1;
        next = cutter.next()?;
    }
    Ok(())
}

/// The part of the options that a judge needs; the other is not for threads.
type How = (OnError, KeyKind);

type Judged = (u64, Result<Piece, FilterError>);

fn judge_pieces(
    pieces: &Mutex<Receiver<(u64, Vec<u8>)>>,
    layout: &Layout,
    judge: &dyn Judge,
    how: How,
    done: &SyncSender<Judged>,
) {
    loop {
        let piece = match pieces.lock() {
            Ok(pieces) => pieces.recv(),
            Err(_) => return,
        };
        let Ok((number, bytes)) = piece else { return };
        if done.send((number, judge_piece(number, bytes, layout, judge, how))).is_err() {
            return;
        }
    }
}

fn judge_piece(
    number: u64,
    bytes: Vec<u8>,
    layout: &Layout,
    judge: &dyn Judge,
    (on_error, kind): How,
) -> Result<Piece, FilterError> {
    let (mut found, lines) = match layout {
        Layout::Jsonl(field) => jsonl::records(&bytes, field),
        Layout::Csv(header) => csv::records(&bytes, header, number == 0),
    };
    for record in &mut found {
        if let Whose::Person(text) = &mut record.whose {
            record.whose = match kind.named(std::mem::take(text)) {
                Ok(person) => Whose::Person(person),
                Err(unclear) => Whose::Unreadable(unclear.words()),
            };
        }
    }
    let mut counts = Counts::default();
    let people: Vec<&str> = found
        .iter()
        .filter_map(|record| match &record.whose {
            Whose::Person(person) => Some(person.as_ref()),
            Whose::Nobody | Whose::Unreadable(_) | Whose::Lost(_) => None,
        })
        .collect();
    let mut objected = judge.objected(&people).map_err(FilterError::Judge)?.into_iter();
    let mut keep: Vec<Range<usize>> = Vec::new();
    for record in &found {
        let is_kept = match &record.whose {
            Whose::Nobody => true,
            Whose::Person(_) => match objected.next() {
                Some(false) => {
                    counts.kept += 1;
                    true
                }
                Some(true) => {
                    counts.dropped += 1;
                    false
                }
                None => return Err(FilterError::Judge("an answer is missing".into())),
            },
            Whose::Unreadable(what) if on_error == OnError::Fail => {
                return Err(FilterError::Record { line: record.line, what });
            }
            Whose::Lost(what) => {
                return Err(FilterError::Record { line: record.line, what });
            }
            Whose::Unreadable(_) => {
                counts.skipped += 1;
                false
            }
        };
        match keep.last_mut() {
            Some(last) if is_kept && last.end == record.range.start => last.end = record.range.end,
            _ if is_kept => keep.push(record.range.clone()),
            _ => {}
        }
    }
    drop(found);
    Ok(Piece { bytes, keep, counts, lines })
}

fn write(
    results: Receiver<Judged>,
    output: &mut impl Write,
    options: &Options<'_>,
) -> Result<Counts, FilterError> {
    let mut early: BTreeMap<u64, Result<Piece, FilterError>> = BTreeMap::new();
    let (mut number, mut line) = (0, 0);
    let mut counts = Counts::default();
    for (at, result) in results {
        early.insert(at, result);
        while let Some(result) = early.remove(&number) {
            let piece = result.map_err(|error| match error {
                FilterError::Record { line: inside, what } => {
                    FilterError::Record { line: line + inside, what }
                }
                FilterError::Row { .. }
                | FilterError::Layout(_)
                | FilterError::Judge(_)
                | FilterError::Read(_)
                | FilterError::Write(_) => error,
            })?;
            for range in &piece.keep {
                let bytes = piece.bytes.get(range.clone()).unwrap_or_default();
                output.write_all(bytes).map_err(FilterError::Write)?;
            }
            counts.kept += piece.counts.kept;
            counts.dropped += piece.counts.dropped;
            counts.skipped += piece.counts.skipped;
            line += piece.lines;
            number += 1;
            (options.progress)(piece.bytes.len() as u64);
        }
    }
    output.flush().map_err(FilterError::Write)?;
    Ok(counts)
}

#[cfg(test)]
mod tests;
