//! The form in which addresses are compared is its own form, and all spellings of an address have the same.

#![no_main]

use habeas::domain::address::{exact, normal, unicode_domain};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(kept) = exact(text) {
        assert_eq!(exact(&kept).as_ref(), Some(&kept));
        assert_eq!(normal(&kept), normal(text), "the case is all that is kept");
    }
    let Some(form) = normal(text) else { return };
    assert_eq!(normal(&form).as_ref(), Some(&form));
    if let Some(readable) = unicode_domain(&form) {
        assert_eq!(normal(&readable), Some(form), "what people read leads back");
    }
});
