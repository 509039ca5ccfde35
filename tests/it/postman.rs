//! A mail server on loopback, with moods.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Write as _};
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
                std::thread::spawn(move || own.talk(&stream));
            }
        });
        postman
    }

    /// Asks for this password from now on.
    pub(crate) fn asks_for(&self, password: &str) {
        self.seen.lock().unwrap().password = Some(password.to_owned());
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

    fn talk(&self, stream: &TcpStream) -> Option<()> {
        let (mood, password, speaks_utf8) = {
            let mut seen = self.seen.lock().unwrap();
            seen.connections += 1;
            let mood = seen.moods.pop_front().unwrap_or(Mood::Kind);
            (mood, seen.password.clone(), seen.speaks_utf8)
        };
        let mut lines = BufReader::new(stream);
        if mood == Mood::Silent {
            std::thread::sleep(Duration::from_secs(20));
            return None;
        }
        let mut stream = stream;
        let mut say = |text: &str| stream.write_all(text.as_bytes()).ok();
        say("220 post.company.test ESMTP\r\n")?;
        let (mut from, mut to, mut knows) = (String::new(), String::new(), password.is_none());
        loop {
            let mut line = String::new();
            if lines.read_line(&mut line).ok()? == 0 {
                return None;
            }
            let line = line.trim_end();
            self.seen.lock().unwrap().said.push(line.to_owned());
            let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
            match verb.to_ascii_uppercase().as_str() {
                "EHLO" => {
                    say("250-post.company.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n")?;
                    say(if speaks_utf8 { "250-SMTPUTF8\r\n" } else { "" })?;
                    say("250 AUTH PLAIN\r\n")?;
                }
                "AUTH" => {
                    use base64::Engine as _;
                    let given = rest.split(' ').next_back().unwrap();
                    let given = base64::engine::general_purpose::STANDARD.decode(given).unwrap();
                    let given = String::from_utf8(given).unwrap();
                    knows = password.as_ref().is_none_or(|own| given.ends_with(own.as_str()));
                    say(if knows { "235 welcome\r\n" } else { "535 5.7.8 who are you\r\n" })?;
                }
                "MAIL" if !knows => say("530 5.7.0 sign in first\r\n")?,
                "MAIL" if mood == Mood::Proud => say("550 5.7.1 not from you\r\n")?,
                "MAIL" => {
                    from = rest.to_owned();
                    say("250 2.1.0 go on\r\n")?;
                }
                // As servers do, it quotes the address.
                "RCPT" if mood == Mood::Busy => say(&format!("451 4.7.1 {rest} later\r\n"))?,
                "RCPT" if mood == Mood::Stern => say(&format!("550 5.1.1 {rest} unknown\r\n"))?,
                "RCPT" => {
                    to = rest.to_owned();
                    say("250 2.1.5 go on\r\n")?;
                }
                "DATA" => {
                    say("354 speak\r\n")?;
                    let text = message(&mut lines)?;
                    let mail = Received { from: from.clone(), to: to.clone(), text };
                    self.seen.lock().unwrap().received.push(mail);
                    if mood == Mood::Forgetful {
                        return None;
                    }
                    say("250 2.0.0 taken\r\n")?;
                }
                "QUIT" => {
                    say("221 2.0.0 bye\r\n")?;
                    return None;
                }
                _ => say("502 5.5.1 what\r\n")?,
            }
        }
    }
}

fn message(lines: &mut BufReader<&TcpStream>) -> Option<String> {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == ".\r\n" {
            return Some(text);
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
