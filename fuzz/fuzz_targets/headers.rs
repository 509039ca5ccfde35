//! What people's software says in headers: more of it never takes an objection back, and never chooses what is refused.

#![no_main]

use habeas::domain::language::{Language, normal_tag};
use habeas::domain::signal::{Adpc, is_gpc};
use libfuzzer_sys::fuzz_target;

fn one(value: &str) -> std::iter::Once<&str> {
    std::iter::once(value)
}

fuzz_target!(|input: (&str, &str)| {
    let (first, second) = input;
    let (alone, both) = (Adpc::parse(one(first)), Adpc::parse([first, second].into_iter()));
    assert!(both.ids.is_superset(&alone.ids) && both.everything >= alone.everything);
    assert!(alone.ids.iter().all(|id| first.contains(id.as_str()) && id != "*"));
    assert_eq!(is_gpc([first, second].into_iter()), first == "1" || second == "1");

    let liked = Language::preferred(one(first));
    assert_eq!(liked, Language::preferred(one(&first.to_ascii_uppercase())), "tags have no case");
    assert_eq!(liked, Language::preferred([first, "tlh;q=0"].into_iter()));
    if let Some(language) = liked {
        let refused = format!("{};q=0", language.code());
        let rather = Language::preferred([first, &refused].into_iter());
        assert_ne!(rather, Some(language), "a quality of 0 is a no");
    }
    if let Ok(Some(tag)) = normal_tag(first) {
        assert_eq!(normal_tag(&tag), Ok(Some(tag.clone())));
        assert_eq!(Language::parse(&tag), Language::parse(first.trim()));
    }
});
