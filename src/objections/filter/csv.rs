//! RFC 4180, strictly: a quote may stand only around a field or doubled inside one. What is looser could be read in two ways,
//! and one of them would write somebody's record as part of another's. That is why no lenient reader is used here.

use std::borrow::Cow;
use std::ops::Range;

use super::{Found, Whose};

const QUOTE: &str = "a quote stands inside an unquoted field; put the field in quotes";
const AFTER: &str = "text stands after a closing quote";
const OPEN: &str = "a quote is never closed";
const RETURN: &str = "a carriage return stands outside quotes";
const FIELDS: &str = "it has more or fewer fields than the header";
const UTF8: &str = "the line is not UTF-8";
const BOM: &[u8] = b"\xef\xbb\xbf";

/// What the first line says.
pub(super) struct Header {
    column: usize,
    columns: usize,
    length: usize,
    lines: u64,
}

/// Reads the header line.
pub(super) fn header(bytes: &[u8], field: &str) -> Result<Header, String> {
    let bom = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
    let text = bytes.get(bom..).unwrap_or_default();
    let record = record(text, 0).map_err(|what| format!("the header: {what}"))?;
    if std::str::from_utf8(text.get(..record.end).unwrap_or_default()).is_err() {
        return Err(format!("the header: {UTF8}"));
    }
    let names: Vec<Cow<'_, [u8]>> =
        record.fields.iter().map(|range| plain(text, range.clone())).collect();
    let mut places = names.iter().enumerate().filter(|(_, name)| name.as_ref() == field.as_bytes());
    match (places.next(), places.next()) {
        (Some((column, _)), None) => Ok(Header {
            column,
            columns: names.len(),
            length: bom + record.end,
            lines: breaks(bytes.get(..bom + record.end).unwrap_or_default()),
        }),
        (Some(_), Some(_)) => Err(format!("the header names `{field}` twice")),
        (None, _) => Err(format!("the header does not name `{field}`; see --key")),
    }
}

/// The records of a piece, and how many line breaks it holds.
pub(super) fn records<'c>(
    bytes: &'c [u8],
    header: &Header,
    is_first: bool,
) -> (Vec<Found<'c>>, u64) {
    let mut found = Vec::with_capacity(bytes.len() / 128);
    let (mut start, mut line) = (0, 1);
    if is_first {
        found.push(Found { range: 0..header.length, line, whose: Whose::Nobody });
        (start, line) = (header.length, line + header.lines);
    }
    while start < bytes.len() {
        let (end, whose) = match record(bytes, start) {
            Ok(record) => (record.end, whose(bytes, &record, header)),
            // Where such a record ends nobody knows.
            Err(what) => (bytes.len(), Whose::Lost(what)),
        };
        found.push(Found { range: start..end, line, whose });
        line += breaks(bytes.get(start..end).unwrap_or_default());
        start = end;
    }
    (found, breaks(bytes))
}

fn breaks(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

struct Record {
    fields: Vec<Range<usize>>,
    end: usize,
}

fn record(bytes: &[u8], start: usize) -> Result<Record, &'static str> {
    let mut fields = Vec::with_capacity(8);
    let mut at = start;
    loop {
        let close = if bytes.get(at) == Some(&b'"') {
            closing(bytes, at)?
        } else {
            let rest = bytes.get(at..).unwrap_or_default();
            let length = memchr::memchr3(b',', b'\n', b'"', rest).unwrap_or(rest.len());
            at + length
        };
        let tail = bytes.get(close..).unwrap_or_default();
        let was_quoted = bytes.get(at) == Some(&b'"');
        let before = close.checked_sub(1).and_then(|last| bytes.get(last));
        // Outside quotes the return of a CRLF was taken for the field's last byte.
        let is_crlf = !was_quoted && close > at && before == Some(&b'\r');
        let field = at..if is_crlf { close - 1 } else { close };
        if !was_quoted && bytes.get(field.clone()).is_some_and(|text| text.contains(&b'\r')) {
            return Err(RETURN);
        }
        fields.push(field);
        match tail {
            [b',', ..] if !is_crlf => at = close + 1,
            [b'\n', ..] => return Ok(Record { fields, end: close + 1 }),
            [b'\r', b'\n', ..] if was_quoted => return Ok(Record { fields, end: close + 2 }),
            [] if !is_crlf => return Ok(Record { fields, end: close }),
            [b'"', ..] => return Err(QUOTE),
            _ if was_quoted => return Err(AFTER),
            _ => return Err(RETURN),
        }
    }
}

/// Where the quoted field that begins here ends, behind its closing quote.
fn closing(bytes: &[u8], open: usize) -> Result<usize, &'static str> {
    let mut at = open + 1;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let quote = at + memchr::memchr(b'"', rest).ok_or(OPEN)?;
        if bytes.get(quote + 1) != Some(&b'"') {
            return Ok(quote + 1);
        }
        at = quote + 2;
    }
}

fn whose<'c>(bytes: &'c [u8], record: &Record, header: &Header) -> Whose<'c> {
    if let [only] = record.fields.as_slice()
        && only.is_empty()
    {
        return Whose::Nobody;
    }
    let start = record.fields.first().map_or(record.end, |first| first.start);
    if std::str::from_utf8(bytes.get(start..record.end).unwrap_or_default()).is_err() {
        return Whose::Unreadable(UTF8);
    }
    if record.fields.len() != header.columns {
        return Whose::Unreadable(FIELDS);
    }
    let Some(range) = record.fields.get(header.column) else { return Whose::Unreadable(FIELDS) };
    let text = match plain(bytes, range.clone()) {
        Cow::Borrowed(text) => std::str::from_utf8(text).map(Cow::Borrowed).ok(),
        Cow::Owned(text) => String::from_utf8(text).map(Cow::Owned).ok(),
    };
    text.map_or(Whose::Unreadable(UTF8), Whose::Person)
}

/// A field without its quotes.
fn plain(bytes: &[u8], range: Range<usize>) -> Cow<'_, [u8]> {
    let text = bytes.get(range).unwrap_or_default();
    let Some(inside) = text.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")) else {
        return Cow::Borrowed(text);
    };
    if memchr::memchr(b'"', inside).is_none() {
        return Cow::Borrowed(inside);
    }
    let mut out = Vec::with_capacity(inside.len());
    let mut quote_before = false;
    for byte in inside {
        quote_before = *byte == b'"' && !quote_before;
        if !quote_before {
            out.push(*byte);
        }
    }
    Cow::Owned(out)
}
