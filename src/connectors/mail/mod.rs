//! The company's mail server, and the folder that stands in for it.
//!
//! Start with [`Message`]: the bytes of one mail, the same each time it is tried. Then [`smtp`], which hands it over, and
//! [`outbox`], where mails lie when there is no server.
//!
//! **Invariant:** nothing that comes from a person reaches a header but an address that has passed
//! [`address::exact`](crate::domain::address::exact).

pub mod message;
pub mod outbox;
pub mod relay;
pub mod smtp;

use std::path::PathBuf;

use crate::domain::address;

pub use message::Message;
pub use relay::Relay;

/// Where mails go.
#[derive(Clone, Debug)]
pub enum Route {
    /// To the company's mail server.
    Server(Relay),
    /// Into this folder, each as a file.
    Outbox(PathBuf),
}

/// An address, with the name that stands before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mailbox {
    /// The name; may be empty.
    pub name: String,
    /// The address, in its exact form.
    pub address: String,
}

impl Mailbox {
    /// Reads `name@example.org` or `Name <name@example.org>`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (name, inside) = match text.strip_suffix('>').and_then(|rest| rest.split_once('<')) {
            Some((name, inside)) => (name.trim().trim_matches('"'), inside),
            None => ("", text),
        };
        let is_plain = !name.chars().any(|c| c.is_control() || "\"\\<>".contains(c));
        let address = address::exact(inside).filter(|_| is_plain)?;
        Some(Self { name: name.to_owned(), address })
    }

    /// The domain of the address.
    pub fn domain(&self) -> &str {
        self.address.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_is_an_address_with_or_without_a_name() {
        let plain = Mailbox::parse("privacy@example.org").unwrap();
        assert_eq!((plain.name.as_str(), plain.domain()), ("", "example.org"));
        let named = Mailbox::parse("Müller & Söhne, Datenschutz <privacy@Bücher.example>").unwrap();
        assert_eq!(named.name, "Müller & Söhne, Datenschutz");
        assert_eq!(named.address, "privacy@xn--bcher-kva.example");
        assert_eq!(Mailbox::parse("\"Privacy\" <p@example.org>").unwrap().name, "Privacy");
        for wrong in [
            "",
            "privacy",
            "A\r\nBcc: b@example.org <a@example.org>",
            "A <a@example.org>, b@example.org",
            "a@example.org\nBcc: b@example.org",
            "a \" b <a@example.org>",
        ] {
            assert_eq!(Mailbox::parse(wrong), None, "{wrong:?}");
        }
    }
}
