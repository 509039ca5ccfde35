//! A note opens to what was signed, whatever is done to it; a checkpoint has one spelling.

#![no_main]

use std::sync::LazyLock;

use habeas::audit::checkpoint::Checkpoint;
use habeas::audit::note::{SigningKey, open};
use libfuzzer_sys::fuzz_target;

static KEY: LazyLock<SigningKey> =
    LazyLock::new(|| SigningKey::from_seed("log.example/fuzz", &[7; 32]).unwrap());

fuzz_target!(|input: (&str, Vec<(u16, u8)>)| {
    let (text, changes) = input;
    let keys = [KEY.verifier().clone()];
    assert!(open(text, &keys).is_err(), "nobody signed this");
    if let Ok(checkpoint) = Checkpoint::parse(text) {
        assert_eq!(checkpoint.to_string(), text);
    }
    let Ok(note) = KEY.sign(text) else { return };
    let opened = open(&note, &keys).expect("what was signed opens");
    assert_eq!(opened.text, text);
    let mut bytes = note.clone().into_bytes();
    for (at, byte) in changes {
        let at = usize::from(at) % bytes.len();
        bytes[at] = byte;
    }
    let Ok(changed) = String::from_utf8(bytes) else { return };
    if let Ok(opened) = open(&changed, &keys) {
        assert_eq!(opened.text, text, "only what was signed");
    }
});
