//! One mail as bytes (RFC 5322): plain text, written by a machine and saying so (RFC 3834), so that no other machine answers.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::time::Instant;

use super::Mailbox;

/// Of a line, without its end (RFC 5322, 2.1.1).
const LINE_MAX: usize = 998;
/// Of an encoded word, with its frame of twelve characters. It may have 75 (RFC 2047, 2), and its line 76 with the header's name.
const WORD_MAX: usize = 64;
/// Of an encoded line, with the sign that it goes on (RFC 2045, 6.7).
const ENCODED_LINE_MAX: usize = 76;

/// One mail.
#[derive(Clone, Debug)]
pub struct Message<'m> {
    /// What tells it from every other; a second try bears the same.
    pub id: String,
    /// When it was written.
    pub at: Instant,
    /// From whom.
    pub from: &'m Mailbox,
    /// Where an answer goes, if not there.
    pub reply_to: Option<&'m Mailbox>,
    /// To whom: an address in its exact form.
    pub to: &'m str,
    /// The code of its language.
    pub language: &'static str,
    /// What it is about.
    pub subject: String,
    /// What it says, with `\n` at the end of each line.
    pub text: String,
}

impl Message<'_> {
    /// Its bytes, with CRLF at the end of each line.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = String::new();
        let mut line = |name: &str, value: &str| {
            let _ = write!(out, "{name}: {value}\r\n");
        };
        line("From", &mailbox(self.from));
        line("To", self.to);
        if let Some(reply_to) = self.reply_to {
            line("Reply-To", &mailbox(reply_to));
        }
        line("Subject", &words(&self.subject));
        line("Date", &date(self.at));
        line("Message-ID", &format!("<{}@{}>", self.id, self.from.domain()));
        line("Auto-Submitted", "auto-generated");
        line("X-Auto-Response-Suppress", "All");
        line("Content-Language", self.language);
        line("MIME-Version", "1.0");
        line("Content-Type", "text/plain; charset=utf-8");
        let is_plain = self.text.is_ascii() && self.text.lines().all(|line| line.len() <= LINE_MAX);
        let (encoding, body) = if is_plain {
            ("7bit", self.text.replace('\n', "\r\n"))
        } else {
            ("quoted-printable", quoted_printable(&self.text))
        };
        line("Content-Transfer-Encoding", encoding);
        out.push_str("\r\n");
        out.push_str(&body);
        out.into_bytes()
    }
}

fn date(at: Instant) -> String {
    let at = Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned_datetime(TimeZone::UTC);
    jiff::fmt::rfc2822::to_string(&at).unwrap_or_default()
}

fn mailbox(mailbox: &Mailbox) -> String {
    let Mailbox { name, address } = mailbox;
    if name.is_empty() {
        return address.clone();
    }
    let name = if name.is_ascii() { format!("\"{name}\"") } else { words(name) };
    format!("{name} <{address}>")
}

/// A text for a header: as it is, or as encoded words; a control character is a blank.
fn words(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.is_ascii() {
        return text;
    }
    // Base64 makes four characters of three bytes; the frame is `=?utf-8?B?` and `?=`.
    let bytes_max = (WORD_MAX - 12) / 4 * 3;
    let mut pieces = vec![String::new()];
    for c in text.chars() {
        if pieces.last().is_some_and(|piece| piece.len() + c.len_utf8() > bytes_max) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    let encoded = pieces.iter().map(|piece| format!("=?utf-8?B?{}?=", STANDARD.encode(piece)));
    encoded.collect::<Vec<_>>().join("\r\n ")
}

fn quoted_printable(text: &str) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let ends = line.ends_with('\n');
        let line = line.trim_end_matches('\n');
        let mut width = 0;
        for (at, byte) in line.bytes().enumerate() {
            let is_last = at + 1 == line.len();
            let is_plain = (byte.is_ascii_graphic() && byte != b'=')
                || (matches!(byte, b' ' | b'\t') && !is_last);
            let piece =
                if is_plain { char::from(byte).to_string() } else { format!("={byte:02X}") };
            // The sign that the line goes on takes a place too.
            if width + piece.len() + usize::from(!is_last) > ENCODED_LINE_MAX {
                out.push_str("=\r\n");
                width = 0;
            }
            width += piece.len();
            out.push_str(&piece);
        }
        if ends {
            out.push_str("\r\n");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(subject: &str, text: &str) -> String {
        let from = Mailbox::parse("Example SAS <privacy@example.org>").unwrap();
        let message = Message {
            id: "0123abcd".into(),
            at: Instant(1_795_503_600_000),
            from: &from,
            reply_to: None,
            to: "ada@example.org",
            language: "fr",
            subject: subject.into(),
            text: text.into(),
        };
        String::from_utf8(message.bytes()).unwrap()
    }

    #[test]
    fn a_mail_says_that_a_machine_wrote_it_and_when_and_is_known_again() {
        let text = written("Your request was received", "Hello.\n\nhttps://example.org/r\n");
        assert_eq!(
            text,
            "From: \"Example SAS\" <privacy@example.org>\r\nTo: ada@example.org\r\nSubject: Your request was received\r\n\
             Date: Tue, 24 Nov 2026 07:00:00 +0000\r\nMessage-ID: <0123abcd@example.org>\r\n\
             Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\nContent-Language: fr\r\n\
             MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n\
             Hello.\r\n\r\nhttps://example.org/r\r\n"
        );
    }

    #[test]
    fn no_text_makes_another_header() {
        let text = written("a\r\nBcc: bea@example.org\r\n\r\nbody", "x\n");
        assert!(text.contains("Subject: a  Bcc: bea@example.org    body\r\n"), "{text}");
        assert_eq!(text.matches("\r\n\r\n").count(), 1);
        let text = written("é\r\nBcc: bea@example.org", "x\n");
        assert!(!text.contains("\r\nBcc"), "{text}");
    }

    #[test]
    fn long_and_foreign_words_are_folded_within_what_a_line_may_hold() {
        let subject = "é".repeat(300);
        let link = format!("https://example.org/{}", "a".repeat(300));
        let text = written(&subject, &format!("Déjà vu = là \n{link}\n."));
        assert!(text.is_ascii());
        assert!(text.lines().all(|line| line.len() <= 78), "{text}");
        assert!(text.contains("D=C3=A9j=C3=A0 vu =3D l=C3=A0=20\r\n"), "{text}");
        let decoded: Vec<u8> = text
            .lines()
            .filter_map(|line| {
                line.trim_start_matches("Subject: ").trim().strip_prefix("=?utf-8?B?")
            })
            .flat_map(|word| STANDARD.decode(word.trim_end_matches("?=")).unwrap())
            .collect();
        assert_eq!(String::from_utf8(decoded).unwrap(), subject);
        let (_, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(body.replace("=\r\n", "").contains(&link));
    }
}
