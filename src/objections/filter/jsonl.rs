//! One JSON object a line. The whole line is read, so that a field that stands twice cannot hide.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::{Found, Whose};

const TWICE: &str = "the field stands twice";
const MISSING: &str = "the field is missing";
const TYPE: &str = "the field is neither text nor a whole number";
const OBJECT: &str = "it is not an object where the field should be";
const JSON: &str = "it is not valid JSON";
const UTF8: &str = "the line is not UTF-8";

/// Where a record names its person: a member's name, or a JSON pointer (RFC 6901) when it begins with `/`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field(Vec<String>);

impl Field {
    /// The names on the way, from the outside in.
    pub(super) fn names(&self) -> &[String] {
        &self.0
    }

    /// Reads a name or a pointer.
    pub fn parse(text: &str) -> Self {
        let unescape = |part: &str| part.replace("~1", "/").replace("~0", "~");
        match text.strip_prefix('/') {
            Some(pointer) => Self(pointer.split('/').map(unescape).collect()),
            None => Self(vec![text.to_owned()]),
        }
    }
}

/// The lines of a piece, and how many there are.
pub(super) fn records<'c>(bytes: &'c [u8], field: &Field) -> (Vec<Found<'c>>, u64) {
    let mut found = Vec::with_capacity(bytes.len() / 256);
    let (mut start, mut line) = (0, 0);
    while start < bytes.len() {
        let rest = bytes.get(start..).unwrap_or_default();
        let length = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
        line += 1;
        let text = rest.get(..length).unwrap_or_default();
        let is_blank = text.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
        let whose = if is_blank { Whose::Nobody } else { whose(text, &field.0) };
        found.push(Found { range: start..start + length, line, whose });
        start += length;
    }
    (found, line)
}

fn whose<'c>(line: &'c [u8], path: &[String]) -> Whose<'c> {
    let Ok(line) = std::str::from_utf8(line) else { return Whose::Unreadable(UTF8) };
    let mut reader = serde_json::Deserializer::from_str(line);
    let read = reader.deserialize_map(Members { path });
    match read.and_then(|person| reader.end().map(|()| person)) {
        Ok(person) => Whose::Person(person),
        Err(error) => {
            // Serde's own words can quote the record.
            let said = error.to_string();
            let own = [TWICE, MISSING, TYPE].into_iter().find(|own| said.starts_with(own));
            let by_kind = if error.is_data() { OBJECT } else { JSON };
            Whose::Unreadable(own.unwrap_or(by_kind))
        }
    }
}

struct Members<'p> {
    path: &'p [String],
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let Some((name, deeper)) = self.path.split_first() else {
            return Err(A::Error::custom(MISSING));
        };
        let mut found = None;
        while let Some(is_it) = members.next_key_seed(Is(name))? {
            if !is_it {
                members.next_value::<IgnoredAny>()?;
                continue;
            }
            if found.is_some() {
                return Err(A::Error::custom(TWICE));
            }
            found = Some(if deeper.is_empty() {
                members.next_value_seed(Person)?
            } else {
                members.next_value_seed(Members { path: deeper })?
            });
        }
        found.ok_or_else(|| A::Error::custom(MISSING))
    }
}

impl<'de> DeserializeSeed<'de> for Members<'_> {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

/// Whether a name is this one, escapes resolved.
struct Is<'n>(&'n str);

impl<'de> DeserializeSeed<'de> for Is<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Is<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}

/// Text, or a whole number in its decimal digits.
struct Person;

impl<'de> DeserializeSeed<'de> for Person {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Person {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text or a whole number")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(number.to_string()))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Err(E::custom(TYPE))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Err(E::custom(TYPE))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Err(E::custom(TYPE))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
        Err(A::Error::custom(TYPE))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
        Err(A::Error::custom(TYPE))
    }
}
