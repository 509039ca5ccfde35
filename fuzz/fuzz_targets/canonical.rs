//! Canonical JSON: each value has one text, and only that text is read.

#![no_main]

use habeas::audit::canonical::{of_value, parse_strict};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(value) = parse_strict(bytes) {
        assert_eq!(of_value(&value).as_deref(), Ok(bytes));
    }
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else { return };
    let Ok(text) = of_value(&value) else { return };
    assert_eq!(parse_strict(&text), Ok(value), "it reads as what was written");
});
