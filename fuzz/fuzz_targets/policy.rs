//! A set of policies that loads is stored in a form that loads again, as the same set; and a mistake is named where it is.

#![no_main]

use habeas::policy::load::{Texts, from_texts};
use libfuzzer_sys::fuzz_target;

const REGIME: &str = "regimes/eu.toml";
const SHIPPED: [(&str, &str); 4] = [
    ("datamap.toml", include_str!("../../policies/datamap.toml")),
    ("thresholds.toml", include_str!("../../policies/thresholds.toml")),
    ("purposes.toml", include_str!("../../policies/purposes.toml")),
    (REGIME, include_str!("../../policies/regimes/eu.toml")),
];

fn edited(text: &str, edits: &[(u16, u8, &str)]) -> String {
    let mut text = text.to_owned();
    for (at, length, by) in edits {
        let from = text.floor_char_boundary(usize::from(*at) % (text.len() + 1));
        let to = text.ceil_char_boundary((from + usize::from(*length)).min(text.len()));
        text.replace_range(from..to, by);
    }
    text
}

// What ships, with a few places written over: text that begins with nothing hardly ever becomes a policy.
fuzz_target!(|input: (u8, Vec<(u16, u8, &str)>)| {
    let (which, edits) = input;
    let which = usize::from(which) % SHIPPED.len();
    let shipped = SHIPPED.iter().enumerate().map(|(at, (name, text))| {
        let text = if at == which { edited(text, &edits) } else { (*text).to_owned() };
        ((*name).to_owned(), text)
    });
    let texts: Texts = shipped.collect();
    match from_texts(&texts, REGIME) {
        Ok(set) => {
            let stored: Texts =
                set.texts.iter().map(|(name, kept)| (name.clone(), kept.text.clone())).collect();
            let again = from_texts(&stored, REGIME).expect("what is stored loads");
            for (name, kept) in &set.texts {
                assert_eq!(again.texts[name].hash, kept.hash, "{name}");
                assert_eq!(again.texts[name].text, kept.text, "{name}");
            }
        }
        Err(mistakes) => {
            assert!(!mistakes.is_empty(), "whoever is refused is told why");
            for mistake in mistakes {
                assert!(!mistake.what.is_empty());
                let lines = texts.get(&mistake.file).map_or(0, |text| text.lines().count());
                assert!(mistake.line <= lines.max(1) + 1, "{mistake}");
            }
        }
    }
});
