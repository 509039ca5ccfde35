//! How the company's mail server is reached, as one URL of the settings.

use std::net::IpAddr;
use std::time::Duration;

use reqwest::Url;

/// A mail server that takes our mails.
#[derive(Clone)]
pub struct Relay {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How what is said is hidden from others.
    pub tls: Tls,
    /// As whom we sign in, with the password.
    pub login: Option<(String, String)>,
    /// For each step.
    pub timeout: Duration,
}

impl std::fmt::Debug for Relay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// How what is said is hidden from others (RFC 8314, RFC 3207).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tls {
    /// From the first byte.
    Wrapped,
    /// By STARTTLS; without it nothing is said.
    Required,
    /// By STARTTLS where the server offers it. Whoever sits between can take the offer away.
    Opportunistic,
    /// Not at all.
    Never,
}

impl Relay {
    /// Reads `smtps://user@host` or `smtp://host:port?tls=required`; nothing for an empty text. The password is added; one in
    /// the URL counts where there is none.
    ///
    /// # Errors
    /// What is wrong, without the URL: it may hold a password.
    pub fn parse(url: &str, password: &str, timeout: Duration) -> Result<Option<Self>, String> {
        const FORM: &str = "write `smtps://user@host` or `smtp://user@host:587?tls=required`";
        if url.trim().is_empty() {
            return Ok(None);
        }
        let url = Url::parse(url.trim()).map_err(|_| format!("it is not a URL; {FORM}"))?;
        let host = url.host_str().filter(|host| !host.is_empty());
        let host = host.ok_or_else(|| format!("it names no host; {FORM}"))?;
        let asked = asked(&url)?;
        let (tls, port) = match (url.scheme(), asked.as_deref()) {
            ("smtps", None) => (Tls::Wrapped, 465),
            ("smtps", Some(_)) => {
                return Err("`smtps` is TLS from the first byte; leave `tls` out".into());
            }
            ("smtp", None | Some("required")) => (Tls::Required, 587),
            ("smtp", Some("opportunistic")) => (Tls::Opportunistic, 25),
            ("smtp", Some("none")) => (Tls::Never, 25),
            ("smtp", Some(_)) => {
                return Err("`tls` is one of `required`, `opportunistic` and `none`".into());
            }
            (_, _) => return Err(format!("it is no mail server; {FORM}")),
        };
        if !matches!(url.path(), "" | "/") {
            return Err(format!("nothing stands behind the host; {FORM}"));
        }
        let user = decoded(url.username()).ok_or("its user cannot be read")?;
        let own =
            decoded(url.password().unwrap_or_default()).ok_or("its password cannot be read")?;
        let password = if password.is_empty() { own } else { password.to_owned() };
        let login = match (user.is_empty(), password.is_empty()) {
            (true, true) => None,
            (false, false) => Some((user, password)),
            (true, false) => {
                return Err("there is a password and no user; write `smtps://user@host`".into());
            }
            (false, true) => {
                return Err("it names a user; give the password in `mail.password`".into());
            }
        };
        let host = host.trim_matches(['[', ']']).to_owned();
        Ok(Some(Self { host, port: url.port().unwrap_or(port), tls, login, timeout }))
    }

    /// Whether what is said could be read on the way: the addresses, and that somebody sent a request.
    pub fn is_in_clear(&self) -> bool {
        matches!(self.tls, Tls::Opportunistic | Tls::Never) && !self.is_here()
    }

    /// Whether it runs on this machine.
    pub fn is_here(&self) -> bool {
        let address = self.host.parse::<IpAddr>();
        self.host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|ip| ip.is_loopback())
    }
}

fn asked(url: &Url) -> Result<Option<String>, String> {
    let mut asked = None;
    for (key, value) in url.query_pairs() {
        if key != "tls" || asked.is_some() {
            return Err("`tls` is all that can be said behind the `?`, once".into());
        }
        asked = Some(value.into_owned());
    }
    Ok(asked)
}

/// A part of a URL as it is meant: `%40` is `@`.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let (digits, after) = after.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
        rest = after;
    }
    String::from_utf8(bytes).ok().filter(|text| !text.chars().any(char::is_control))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relay(url: &str, password: &str) -> Result<Option<Relay>, String> {
        Relay::parse(url, password, Duration::from_secs(1))
    }

    #[test]
    fn a_url_says_where_how_and_as_whom() {
        let read = |url: &str, password: &str| {
            let relay = relay(url, password).unwrap().unwrap();
            let login = relay.login.clone().map(|(user, password)| format!("{user}/{password}"));
            (format!("{relay:?}"), relay.tls, login.unwrap_or_default(), relay.is_in_clear())
        };
        let none = String::new;
        for (url, password, at, tls, login, in_clear) in [
            ("smtps://mail.example.org", "", "mail.example.org:465", Tls::Wrapped, none(), false),
            ("smtp://mail.example.org", "", "mail.example.org:587", Tls::Required, none(), false),
            ("smtp://m.example/?tls=required", "", "m.example:587", Tls::Required, none(), false),
            (
                "smtp://m.example?tls=opportunistic",
                "",
                "m.example:25",
                Tls::Opportunistic,
                none(),
                true,
            ),
            ("smtp://m.example:2525?tls=none", "", "m.example:2525", Tls::Never, none(), true),
            ("smtp://127.0.0.1:1025?tls=none", "", "127.0.0.1:1025", Tls::Never, none(), false),
            ("smtp://[::1]:25?tls=none", "", "::1:25", Tls::Never, none(), false),
            (
                "smtps://ada%40x.org@m.example",
                "s3cret",
                "m.example:465",
                Tls::Wrapped,
                "ada@x.org/s3cret".into(),
                false,
            ),
            (
                "smtps://ada:in%3Aurl@m.example",
                "",
                "m.example:465",
                Tls::Wrapped,
                "ada/in:url".into(),
                false,
            ),
        ] {
            assert_eq!(read(url, password), (at.to_owned(), tls, login, in_clear), "{url}");
        }
        assert!(relay(" ", "").unwrap().is_none());
    }

    #[test]
    fn what_is_wrong_is_said_without_the_url() {
        for (url, password, said) in [
            ("mail.example.org", "", "not a URL"),
            ("https://u:s3cret@m.example", "", "no mail server"),
            ("smtp://u:s3cret@m.example?tls=maybe", "", "`tls` is one of"),
            ("smtp://u:s3cret@m.example?starttls=1", "", "`tls` is all"),
            ("smtps://u:s3cret@m.example?tls=none", "", "leave `tls` out"),
            ("smtps://user@m.example", "", "`mail.password`"),
            ("smtps://m.example", "s3cret", "no user"),
            ("smtps://u:s3cret@m.example/path", "", "behind the host"),
            ("smtps://%0a:s3cret@m.example", "", "cannot be read"),
        ] {
            let wrong = relay(url, password).unwrap_err();
            assert!(wrong.contains(said), "{url}: {wrong}");
            assert!(!wrong.contains("s3cret"), "{wrong}");
        }
    }
}
