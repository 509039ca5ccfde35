//! The filter copies byte for byte what it lets through, in order, and lets nobody through who objects.

#![no_main]

use habeas::objections::filter::{Field, FilterError, Format, Judge, OnError, Options, text};
use habeas::objections::person::KeyKind;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// Only this one objects, if anybody.
struct Only(Option<&'static str>);

impl Judge for Only {
    fn objected(&self, people: &[&str]) -> Result<Vec<bool>, String> {
        Ok(people.iter().map(|person| Some(*person) == self.0).collect())
    }
}

fn run(
    bytes: &[u8],
    format: Format,
    who: Option<&'static str>,
    on_error: OnError,
) -> Result<Vec<u8>, FilterError> {
    let options = Options { on_error, threads: 1, kind: KeyKind::Subject, progress: &|_| {} };
    let mut out = Vec::new();
    text(bytes, &mut out, format, &Only(who), &options).map(|_| out)
}

fuzz_target!(|bytes: &[u8]| {
    for format in [Format::Jsonl(Field::parse("id")), Format::Csv("id".into())] {
        if let Ok(out) = run(bytes, format, None, OnError::Fail) {
            assert_eq!(out, bytes, "nobody objects, so all of it is let through");
        }
    }
    let jsonl = Format::Jsonl(Field::parse("id"));
    let out = run(bytes, jsonl, Some("a"), OnError::Skip).expect("lines are skipped");
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    for kept in out.split_inclusive(|byte| *byte == b'\n') {
        assert!(lines.any(|line| line == kept), "each line is one of the input's, in its order");
        if let Ok(Value::Object(record)) = serde_json::from_slice(kept) {
            assert_ne!(record.get("id").and_then(Value::as_str), Some("a"));
        }
    }
});
