//! Identifiers: sixteen bytes inside, and a reference that people can read out over the telephone.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Makes the identifier types: `CaseId` prints as `case_01J…`.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// A UUIDv7: 48 bits of time, the rest chance. Orders by time of creation.
            pub fn new(now: super::time::Instant, chance: [u8; 16]) -> Self {
                Self(time_ordered(now, chance))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($prefix)?;
                f.write_str(&base32(self.0).to_ascii_lowercase())
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                text.strip_prefix($prefix).and_then(unbase32).map(Self).ok_or(NotAnId)
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

ids! {
    /// One case: a request and everything we did about it.
    CaseId = "case_";
    /// One person, as the gateway knows them; erased together with their key.
    SubjectId = "subj_";
    /// One finding that asks for review.
    FlagId = "flag_";
    /// One unit of work that must happen.
    JobId = "job_";
    /// One thing that a case worker has to do by hand.
    TaskId = "task_";
    /// One API key of a pipeline.
    KeyId = "key_";
    /// One letter that we owe somebody.
    NoticeId = "note_";
    /// One file that goes with an answer.
    AttachmentId = "file_";
    /// One opinion of the DPO.
    OpinionId = "opin_";
    /// One decision of the controller.
    DecisionId = "deci_";
    /// One mail on its way out.
    MailId = "mail_";
    /// One record of weighing an objection.
    BalancingId = "bal_";
}

/// The text is not an identifier of this kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not an identifier of this kind")]
pub struct NotAnId;

fn time_ordered(now: super::time::Instant, chance: [u8; 16]) -> [u8; 16] {
    let [_, _, a, b, c, d, e, f] = now.0.to_be_bytes();
    let [_, _, _, _, _, _, g, h, i, j, k, l, m, n, o, p] = chance;
    [a, b, c, d, e, f, 0x70 | (g & 0x0f), h, 0x80 | (i & 0x3f), j, k, l, m, n, o, p]
}

fn base32(bytes: [u8; 16]) -> String {
    let mut value = u128::from_be_bytes(bytes);
    let mut out = [b'0'; 26];
    for slot in out.iter_mut().rev() {
        *slot = symbol(u8::try_from(value & 31).unwrap_or(0));
        value >>= 5;
    }
    out.iter().map(|b| char::from(*b)).collect()
}

fn unbase32(text: &str) -> Option<[u8; 16]> {
    if text.len() != 26 {
        return None;
    }
    let mut value: u128 = 0;
    for (at, byte) in text.bytes().enumerate() {
        let digit = digit(byte)?;
        if at == 0 && digit > 7 {
            return None;
        }
        value = (value << 5) | u128::from(digit);
    }
    Some(value.to_be_bytes())
}

fn symbol(value: u8) -> u8 {
    CROCKFORD.get(usize::from(value & 31)).copied().unwrap_or(b'0')
}

fn digit(byte: u8) -> Option<u8> {
    let upper = match byte.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    CROCKFORD.iter().position(|c| *c == upper).and_then(|at| u8::try_from(at).ok())
}

/// What a person sees and quotes: `HB-7K3M-92QX`. Seven random symbols of Crockford's base 32 and a check symbol
/// (Luhn modulo 32), so that a slip of the pen is noticed before it reaches somebody else's case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference([u8; 8]);

impl Reference {
    /// From 35 random bits; the rest of `chance` is ignored.
    pub fn new(chance: u64) -> Self {
        let mut values = [0u8; 8];
        for (at, value) in values.iter_mut().take(7).enumerate() {
            *value = u8::try_from((chance >> (5 * at)) & 31).unwrap_or(0);
        }
        let check = luhn(values);
        let mut out = values.map(symbol);
        if let Some(last) = out.last_mut() {
            *last = symbol(check);
        }
        Self(out)
    }
}

/// The check value that makes the weighted sum of all eight divisible by 32; the last value is ignored.
fn luhn(values: [u8; 8]) -> u8 {
    let mut sum: u32 = 0;
    for (at, value) in values.iter().take(7).rev().enumerate() {
        let mut addend = u32::from(*value) * if at % 2 == 0 { 2 } else { 1 };
        addend = addend / 32 + addend % 32;
        sum += addend;
    }
    u8::try_from((32 - sum % 32) % 32).unwrap_or(0)
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, e, g, h, i] = self.0.map(char::from);
        write!(f, "HB-{a}{b}{c}{d}-{e}{g}{h}{i}")
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Reference {
    type Err = NotAnId;
    /// Forgiving as Crockford meant it: lower case, `O` for `0`, `I` and `L` for `1`, with or without hyphens; and as it is
    /// copied from a letter, with blanks and the dashes of print.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let is_between =
            |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
        let symbols: String = text.chars().filter(|c| !is_between(*c)).collect();
        let symbols = symbols.to_ascii_uppercase();
        let body = symbols.strip_prefix("HB").ok_or(NotAnId)?;
        let values: Vec<u8> =
            body.bytes().map(|b| digit(b).ok_or(NotAnId)).collect::<Result<_, _>>()?;
        let values: [u8; 8] = values.try_into().map_err(|_| NotAnId)?;
        if values.last().copied() != Some(luhn(values)) {
            return Err(NotAnId);
        }
        Ok(Self(values.map(symbol)))
    }
}

impl Serialize for Reference {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Instant;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_reference_reads_back_as_written(chance in any::<u64>()) {
            let reference = Reference::new(chance);
            prop_assert_eq!(reference.to_string().parse::<Reference>(), Ok(reference));
            prop_assert_eq!(reference.to_string().to_lowercase().replace('-', "").parse::<Reference>(), Ok(reference));
        }

        #[test]
        fn a_reference_is_read_as_people_write_it(chance in any::<u64>(), dash in "[- \u{2011}\u{2013}]{0,2}") {
            let reference = Reference::new(chance);
            let (oh, eye, ell) = (['0', 'O'], ['1', 'i'], ['1', 'L']);
            for [from, to] in [oh, eye, ell] {
                let text = reference.to_string();
                let written = text.replace(from, &to.to_string()).replace('-', &dash);
                prop_assert_eq!(written.parse::<Reference>(), Ok(reference), "{}", written);
            }
        }

        #[test]
        fn one_wrong_symbol_is_noticed(chance in any::<u64>(), at in 0usize..7, other in 0u8..32) {
            let mut wrong = Reference::new(chance);
            prop_assume!(wrong.0[at] != symbol(other));
            wrong.0[at] = symbol(other);
            prop_assert_eq!(wrong.to_string().parse::<Reference>(), Err(NotAnId));
        }

        #[test]
        fn ids_read_back_and_order_by_time(a in 0i64..4_000_000_000_000, b in 0i64..4_000_000_000_000, chance in any::<[u8; 16]>()) {
            let (x, y) = (CaseId::new(Instant(a), chance), CaseId::new(Instant(b), chance));
            prop_assert_eq!(x.to_string().parse::<CaseId>(), Ok(x));
            if a < b { prop_assert!(x < y); }
        }
    }
}
