//! Signals of a person's software that object for them (Art. 21(5), R-PAR-8): Global Privacy Control and ADPC, read
//! tolerantly. A signal that is missing never lifts anything.

use std::collections::BTreeSet;

/// Whether these values of `Sec-GPC` ask for it: one that is exactly `1` is enough, anything else is ignored.
pub fn is_gpc<'v>(mut values: impl Iterator<Item = &'v str>) -> bool {
    values.any(|value| value == "1")
}

/// What an `ADPC` header objects to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Adpc {
    /// `object=*`: everything. An extension; the draft defines it for withdrawals only.
    pub everything: bool,
    /// Identifiers: `direct-marketing`, and ids of purposes.
    pub ids: BTreeSet<String>,
}

impl Adpc {
    /// Reads the values of the header. What is not understood is left out.
    pub fn parse<'v>(values: impl Iterator<Item = &'v str>) -> Self {
        let mut adpc = Self::default();
        for (name, value) in values.flat_map(directives) {
            if !name.eq_ignore_ascii_case("object") {
                continue;
            }
            for id in value.split_ascii_whitespace() {
                match id {
                    "*" => adpc.everything = true,
                    id => {
                        adpc.ids.insert(id.to_owned());
                    }
                }
            }
        }
        adpc
    }
}

/// `name=value` or `name="several values"`, separated by commas that stand outside quotes.
fn directives(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut is_quoted = false;
    let parts = text.split(move |c| {
        is_quoted ^= c == '"';
        c == ',' && !is_quoted
    });
    parts.filter_map(|part| {
        let (name, value) = part.split_once('=')?;
        Some((name.trim(), value.trim().trim_matches('"')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_a_one_is_global_privacy_control() {
        for (values, asks) in [
            (&["1"][..], true),
            (&["0", "1"], true),
            (&["0"], false),
            (&[" 1"], false),
            (&["1,1"], false),
            (&["true"], false),
            (&[""], false),
            (&[], false),
        ] {
            assert_eq!(is_gpc(values.iter().copied()), asks, "{values:?}");
        }
    }

    #[test]
    fn adpc_objections_are_read_among_other_directives() {
        let parse = |values: &[&str]| Adpc::parse(values.iter().copied());
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>();
        let read = parse(&["withdraw=*, object=direct-marketing", "consent=\"q1, q2\""]);
        assert_eq!(read, Adpc { everything: false, ids: ids(&["direct-marketing"]) });
        assert_eq!(
            parse(&["object=\"direct-marketing ai_training\""]).ids,
            ids(&["direct-marketing", "ai_training"])
        );
        assert!(parse(&["object=*"]).everything);
        for nothing in ["", "object", "object=", "consent=\"a,object=*\"", "withdraw=*", ",,,=\""] {
            assert_eq!(parse(&[nothing]), Adpc::default(), "{nothing}");
        }
    }

    proptest! {
        #[test]
        fn no_header_panics(text in "\\PC{0,200}") {
            Adpc::parse(std::iter::once(text.as_str()));
        }
    }
}
