//! A mail server on loopback, with moods.

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How it treats one connection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mood {
    /// It takes everything.
    Kind,
    /// It takes no recipient now (451).
    Busy,
    /// It never takes that recipient (550).
    Stern,
    /// It takes no sender (550).
    Proud,
    /// It connects and says nothing.
    Silent,
    /// It takes the mail, and hangs up before it says so.
    Forgetful,
}

/// What it offers of TLS. Its certificate is for 127.0.0.1, by `tests/vectors/tls/authority.pem`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Offer {
    #[default]
    Nothing,
    /// By STARTTLS.
    Later,
    /// From the first byte.
    AtOnce,
    /// By STARTTLS; somebody in between says more than the server does.
    Meddled,
}

/// What is spoken over.
enum Wire {
    Open(TcpStream),
    Hidden(Box<rustls::StreamOwned<rustls::ServerConnection, TcpStream>>),
}

impl Wire {
    fn hide(self) -> Self {
        let Self::Open(stream) = self else { return self };
        let vectors = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/tls");
        let read = |name: &str| std::fs::read(vectors.join(name)).unwrap();
        let provider = rustls::crypto::aws_lc_rs::default_provider();
        let config = rustls::ServerConfig::builder_with_provider(provider.into())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![read("server.der").into()],
                rustls::pki_types::PrivateKeyDer::try_from(read("server.key.der")).unwrap(),
            )
            .unwrap();
        let server = rustls::ServerConnection::new(Arc::new(config)).unwrap();
        Self::Hidden(Box::new(rustls::StreamOwned::new(server, stream)))
    }

    /// A line with its end; nothing once the other side has gone.
    fn line(&mut self) -> Option<String> {
        let mut line = Vec::new();
        while !line.ends_with(b"\n") {
            let mut byte = [0];
            self.read_exact(&mut byte).ok()?;
            line.push(byte[0]);
        }
        String::from_utf8(line).ok()
    }

    fn say(&mut self, text: &str) -> Option<()> {
        self.write_all(text.as_bytes()).ok()?;
        self.flush().ok()
    }
}

impl Read for Wire {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Open(stream) => stream.read(into),
            Self::Hidden(stream) => stream.read(into),
        }
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Open(stream) => stream.write(bytes),
            Self::Hidden(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Open(stream) => stream.flush(),
            Self::Hidden(stream) => stream.flush(),
        }
    }
}

/// A mail as it was handed over.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub from: String,
    pub to: String,
    pub text: String,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> String {
        header(&self.text, name)
    }
}

/// One header of a mail, unfolded.
pub(crate) fn header(mail: &str, name: &str) -> String {
    let (head, _) = mail.split_once("\r\n\r\n").unwrap();
    let head = head.replace("\r\n ", " ");
    let prefix = format!("{name}: ");
    let found: Vec<&str> = head.lines().filter_map(|line| line.strip_prefix(&prefix)).collect();
    assert_eq!(found.len(), 1, "{name}: {head}");
    found[0].to_owned()
}

/// What a mail says, as its reader sees it.
pub(crate) fn body(mail: &str) -> String {
    let (_, body) = mail.split_once("\r\n\r\n").unwrap();
    if header(mail, "Content-Transfer-Encoding") == "7bit" {
        return body.to_owned();
    }
    let joined = body.replace("=\r\n", "");
    let (mut bytes, mut rest) = (Vec::new(), joined.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'=' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[derive(Default)]
struct Seen {
    moods: VecDeque<Mood>,
    received: Vec<Received>,
    said: Vec<String>,
    password: Option<String>,
    speaks_utf8: bool,
    offer: Offer,
    connections: usize,
}

#[derive(Clone)]
pub(crate) struct Postman {
    pub port: u16,
    seen: Arc<Mutex<Seen>>,
}

impl Postman {
    /// Treats connections in these moods, and kindly after that. A thread waits for connections until the tests end.
    pub(crate) fn start(moods: &[Mood]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Seen { moods: moods.iter().copied().collect(), ..Seen::default() };
        let postman = Self { port, seen: Arc::new(Mutex::new(seen)) };
        let own = postman.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let own = own.clone();
                std::thread::spawn(move || own.talk(Wire::Open(stream)));
            }
        });
        postman
    }

    /// Asks for this password from now on.
    pub(crate) fn asks_for(&self, password: &str) {
        self.seen.lock().unwrap().password = Some(password.to_owned());
    }

    pub(crate) fn offers(&self, offer: Offer) {
        self.seen.lock().unwrap().offer = offer;
    }

    pub(crate) fn takes_every_letter(&self) {
        self.seen.lock().unwrap().speaks_utf8 = true;
    }

    pub(crate) fn settings(&self, tls: &str) -> String {
        format!(
            "[mail]\nsmtp_url = \"smtp://127.0.0.1:{}?tls={tls}\"\nfrom = \"Example SAS <privacy@company.test>\"\ntimeout_seconds = 2\n",
            self.port
        )
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.seen.lock().unwrap().received.clone()
    }

    /// Every line that a client said.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.seen.lock().unwrap().said.clone()
    }

    pub(crate) fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }

    fn talk(&self, mut wire: Wire) -> Option<()> {
        let (mood, password, speaks_utf8, offer) = {
            let mut seen = self.seen.lock().unwrap();
            seen.connections += 1;
            let mood = seen.moods.pop_front().unwrap_or(Mood::Kind);
            (mood, seen.password.clone(), seen.speaks_utf8, seen.offer)
        };
        if mood == Mood::Silent {
            std::thread::sleep(Duration::from_secs(20));
            return None;
        }
        if offer == Offer::AtOnce {
            wire = wire.hide();
        }
        wire.say("220 post.company.test ESMTP\r\n")?;
        let (mut from, mut to, mut knows) = (String::new(), String::new(), password.is_none());
        loop {
            let line = wire.line()?;
            let line = line.trim_end();
            self.seen.lock().unwrap().said.push(line.to_owned());
            let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
            match verb.to_ascii_uppercase().as_str() {
                "EHLO" => {
                    let is_open = matches!(wire, Wire::Open(_));
                    wire.say("250-post.company.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n")?;
                    wire.say(if speaks_utf8 { "250-SMTPUTF8\r\n" } else { "" })?;
                    let hides = is_open && matches!(offer, Offer::Later | Offer::Meddled);
                    wire.say(if hides { "250-STARTTLS\r\n" } else { "" })?;
                    wire.say("250 AUTH PLAIN\r\n")?;
                }
                "STARTTLS" => {
                    let more = if offer == Offer::Meddled { "250 AUTH PLAIN\r\n" } else { "" };
                    wire.say(&format!("220 2.0.0 go on\r\n{more}"))?;
                    wire = wire.hide();
                }
                "AUTH" => {
                    use base64::Engine as _;
                    let given = rest.split(' ').next_back().unwrap();
                    let given = base64::engine::general_purpose::STANDARD.decode(given).unwrap();
                    let given = String::from_utf8(given).unwrap();
                    knows = password.as_ref().is_none_or(|own| given.ends_with(own.as_str()));
                    wire.say(if knows { "235 welcome\r\n" } else { "535 5.7.8 who are you\r\n" })?;
                }
                "MAIL" if !knows => wire.say("530 5.7.0 sign in first\r\n")?,
                "MAIL" if mood == Mood::Proud => wire.say("550 5.7.1 not from you\r\n")?,
                "MAIL" => {
                    from = rest.to_owned();
                    wire.say("250 2.1.0 go on\r\n")?;
                }
                // As servers do, it quotes the address.
                "RCPT" if mood == Mood::Busy => wire.say(&format!("451 4.7.1 {rest} later\r\n"))?,
                "RCPT" if mood == Mood::Stern => {
                    wire.say(&format!("550 5.1.1 {rest} unknown\r\n"))?;
                }
                "RCPT" => {
                    to = rest.to_owned();
                    wire.say("250 2.1.5 go on\r\n")?;
                }
                "DATA" => {
                    wire.say("354 speak\r\n")?;
                    let text = message(&mut wire)?;
                    let mail = Received { from: from.clone(), to: to.clone(), text };
                    self.seen.lock().unwrap().received.push(mail);
                    if mood == Mood::Forgetful {
                        return None;
                    }
                    wire.say("250 2.0.0 taken\r\n")?;
                }
                "QUIT" => {
                    wire.say("221 2.0.0 bye\r\n")?;
                    return None;
                }
                _ => wire.say("502 5.5.1 what\r\n")?,
            }
        }
    }
}

fn message(wire: &mut Wire) -> Option<String> {
    let mut text = String::new();
    loop {
        let line = wire.line()?;
        if line == ".\r\n" {
            return Some(text);
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
