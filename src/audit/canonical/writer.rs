//! How the text is put together: escapes, numbers, lists, and objects whose members end up sorted.

use std::cmp::Ordering;
use std::io::Write as _;

use serde::{Serialize, ser};

use super::error::CanonicalError;

/// Whole numbers between minus this and this survive every JSON reader (RFC 7493, section 2.2): 2^53.
pub const WHOLE_MAX: u64 = 1 << 53;

pub(super) type Written = Result<(), CanonicalError>;

/// Collects the text of one value.
pub(super) struct Writer {
    pub(super) out: Vec<u8>,
}

impl Writer {
    #[expect(clippy::unnecessary_wraps, reason = "the last step of functions that can fail")]
    pub(super) fn raw(&mut self, text: &str) -> Written {
        self.out.extend_from_slice(text.as_bytes());
        Ok(())
    }

    pub(super) fn whole(&mut self, size: u64, sign: &str) -> Written {
        if size > WHOLE_MAX {
            return Err(CanonicalError::TooLarge);
        }
        self.raw(sign)?;
        // Writing to a vector does not fail.
        write!(self.out, "{size}").map_err(ser::Error::custom)
    }

    // Stretches that need no escape are copied whole. RFC 8785, section 3.2.2.2 lists the escapes.
    #[expect(clippy::unnecessary_wraps, reason = "the last step of functions that can fail")]
    pub(super) fn string(&mut self, text: &str) -> Written {
        self.out.push(b'"');
        let mut rest = text.as_bytes();
        while let Some(plain) = rest.iter().position(|byte| matches!(byte, 0..0x20 | b'"' | b'\\'))
        {
            let (before, from) = rest.split_at(plain);
            self.out.extend_from_slice(before);
            let Some((special, after)) = from.split_first() else { break };
            self.escape(*special);
            rest = after;
        }
        self.out.extend_from_slice(rest);
        self.out.push(b'"');
        Ok(())
    }

    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' | b'\\' => byte,
            0x08 => b'b',
            b'\t' => b't',
            b'\n' => b'n',
            0x0C => b'f',
            b'\r' => b'r',
            _ => {
                let hex = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 };
                self.out.extend_from_slice(&[
                    b'\\',
                    b'u',
                    b'0',
                    b'0',
                    hex(byte >> 4),
                    hex(byte & 15),
                ]);
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }

    pub(super) fn list(&mut self, end: &'static str) -> List<'_> {
        self.out.push(b'[');
        List { writer: self, is_first: true, end }
    }

    pub(super) fn object(&mut self, end: &'static str, members: usize) -> Object<'_> {
        self.out.push(b'{');
        let start = self.out.len();
        Object { writer: self, start, members: Vec::with_capacity(members), end }
    }

    pub(super) fn variant(&mut self, name: &str) -> Written {
        self.out.push(b'{');
        self.string(name)?;
        self.raw(":")
    }
}

/// Items are written as they come.
pub(super) struct List<'w> {
    writer: &'w mut Writer,
    is_first: bool,
    end: &'static str,
}

impl List<'_> {
    pub(super) fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        if !std::mem::take(&mut self.is_first) {
            self.writer.out.push(b',');
        }
        value.serialize(&mut *self.writer)
    }

    pub(super) fn close(self) -> Written {
        self.writer.raw(self.end)
    }
}

/// Members are written in the order they come and put into the right one at the end, if need be.
pub(super) struct Object<'w> {
    writer: &'w mut Writer,
    start: usize,
    members: Vec<Member>,
    end: &'static str,
}

/// Where `"key":value` stands in the output, without the comma.
struct Member {
    start: usize,
    key_end: usize,
    end: usize,
}

impl Object<'_> {
    pub(super) fn key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        if !self.members.is_empty() {
            self.writer.out.push(b',');
        }
        let start = self.writer.out.len();
        key.serialize(&mut *self.writer)?;
        if self.writer.out.get(start) != Some(&b'"') {
            return Err(CanonicalError::Key);
        }
        let key_end = self.writer.out.len();
        self.writer.out.push(b':');
        self.members.push(Member { start, key_end, end: key_end });
        Ok(())
    }

    pub(super) fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut *self.writer)?;
        let member = self.members.last_mut().ok_or(CanonicalError::Key)?;
        member.end = self.writer.out.len();
        Ok(())
    }

    pub(super) fn close(mut self) -> Written {
        if !self.is_sorted() {
            self.sort();
            if !self.is_sorted() {
                return Err(CanonicalError::DuplicateKey);
            }
            let unsorted = self.writer.out.split_off(self.start);
            for (place, member) in self.members.iter().enumerate() {
                if place > 0 {
                    self.writer.out.push(b',');
                }
                let text = unsorted.get(member.start - self.start..member.end - self.start);
                self.writer.out.extend_from_slice(text.unwrap_or_default());
            }
        }
        self.writer.raw(self.end)
    }

    fn is_sorted(&self) -> bool {
        self.members.is_sorted_by(|a, b| order(self.key_text(a), self.key_text(b)).is_lt())
    }

    fn sort(&mut self) {
        let mut members = std::mem::take(&mut self.members);
        members.sort_by(|a, b| order(self.key_text(a), self.key_text(b)));
        self.members = members;
    }

    fn key_text(&self, member: &Member) -> &[u8] {
        self.writer.out.get(member.start..member.key_end).unwrap_or_default()
    }
}

/// Compares two keys as written, with their quotes: by UTF-16 code units (RFC 8785, section 3.2.3), so that U+1F600
/// (D83D DE00) comes before U+FB33.
fn order(a: &[u8], b: &[u8]) -> Ordering {
    let is_plain = |key: &[u8]| key.is_ascii() && !key.contains(&b'\\');
    if is_plain(a) && is_plain(b) {
        // Without the closing quote: it would sort a key after its own continuation with `!` or a space.
        return a.strip_suffix(b"\"").cmp(&b.strip_suffix(b"\""));
    }
    let units = |key: &[u8]| -> Vec<u16> {
        let key: String = serde_json::from_slice(key).unwrap_or_default();
        key.encode_utf16().collect()
    };
    units(a).cmp(&units(b))
}
