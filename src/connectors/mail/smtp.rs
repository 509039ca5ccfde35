//! Handing one mail to a mail server (RFC 5321), step by step, so that it can be said at which one it failed.
//!
//! Up to TLS we speak ourselves: what somebody in between sent before the handshake is never taken for an answer after it
//! (the library reads ahead). From there on the library speaks.
//!
//! **Invariant:** what the server says is for the operator who asked (`mail test`), never for the log: it may quote an address.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::relay::{Relay, Tls};

/// Of an answer before TLS; longer ones are no answers.
const ANSWER_BYTES_MAX: usize = 16 * 1024;

/// How far it came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The name of the server has an address.
    Name,
    /// Something listens there.
    Connection,
    /// It says who it is.
    Greeting,
    /// What is said is hidden from others, and it is the server that it says it is.
    Tls,
    /// It knows us.
    Login,
    /// It takes mails from our address.
    Sender,
    /// It takes mails for theirs.
    Recipient,
    /// It has taken the mail.
    Content,
}

impl Step {
    /// Its word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Connection => "connection",
            Self::Greeting => "greeting",
            Self::Tls => "tls",
            Self::Login => "login",
            Self::Sender => "sender",
            Self::Recipient => "recipient",
            Self::Content => "content",
        }
    }
}

/// Why the server did not take it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Where it ended.
    pub step: Step,
    /// The server's code, if it answered.
    pub code: Option<u16>,
    /// Whether the same mail may be taken later.
    pub is_lasting: bool,
    /// What it said, or what is wrong, for the operator's eyes alone.
    pub said: String,
}

impl Fault {
    /// Its class, for the log and the office: never what the server said.
    pub fn class(&self) -> String {
        match self.code {
            Some(code) => format!("{}: {code}", self.step.code()),
            None => self.step.code().to_owned(),
        }
    }
}

fn fault(step: Step, said: impl Into<String>) -> Fault {
    Fault { step, code: None, is_lasting: false, said: said.into() }
}

/// What the library says. Only what the server says of this mail is its last word: a password or a sender that it does not take
/// is ours to mend, and the mails wait for that.
fn answered(step: Step, error: &Error) -> Fault {
    let code = error.status().and_then(|code| code.to_string().parse().ok());
    let is_of_this_mail = matches!(step, Step::Recipient | Step::Content) && code != Some(530);
    let is_lasting = error.is_permanent() && is_of_this_mail;
    let source = std::error::Error::source(error);
    let said = source.map_or_else(|| error.to_string(), ToString::to_string);
    Fault { step, code, is_lasting, said }
}

/// Hands one mail over; `passed` hears of each step that was taken. Both addresses are in their exact form.
///
/// # Errors
/// Where and why it ended.
pub async fn hand_over(
    relay: &Relay,
    (from, to): (&str, &str),
    bytes: &[u8],
    mut passed: impl FnMut(Step, &str) + Send,
) -> Result<(), Fault> {
    let domain = from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    let wire = reach(relay, domain, &mut passed).await?;
    let is_hidden = matches!(wire.line, Line::Hidden(_));
    let us = ClientId::Domain(domain.to_owned());
    let opened = AsyncSmtpConnection::connect_with_transport(Box::new(wire), &us);
    let mut server = timed(relay, Step::Greeting, opened).await?;
    if let Some((user, password)) = &relay.login {
        if !is_hidden && !relay.is_here() {
            return Err(fault(
                Step::Login,
                "a password is not sent in clear; write `tls=required`",
            ));
        }
        let login = Credentials::new(user.clone(), password.clone());
        let said = server.auth(&[Mechanism::Plain, Mechanism::Login], &login);
        timed(relay, Step::Login, said).await?;
        passed(Step::Login, "");
    }
    let is_taken = talk(relay, &mut server, (from, to), bytes, &mut passed).await;
    // It has the mail, or it has not: how it says good-bye changes nothing.
    let _ = tokio::time::timeout(std::time::Duration::from_secs(1), server.abort()).await;
    is_taken
}

async fn talk(
    relay: &Relay,
    server: &mut AsyncSmtpConnection,
    (from, to): (&str, &str),
    bytes: &[u8],
    passed: &mut (impl FnMut(Step, &str) + Send),
) -> Result<(), Fault> {
    let address = |text: &str, step| text.parse::<Address>().map_err(|_| unfit(step));
    let (sender, recipient) = (address(from, Step::Sender)?, address(to, Step::Recipient)?);
    let mut options = Vec::new();
    if !bytes.is_ascii() {
        let takes = |extension| server.server_info().supports_feature(extension);
        if !takes(Extension::SmtpUtfEight) || !takes(Extension::EightBitMime) {
            return Err(unfit(Step::Recipient));
        }
        options.push(MailParameter::SmtpUtfEight);
        options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    let said = server.command(Mail::new(Some(sender), options));
    timed(relay, Step::Sender, said).await?;
    passed(Step::Sender, "");
    timed(relay, Step::Recipient, server.command(Rcpt::new(recipient, Vec::new()))).await?;
    passed(Step::Recipient, "");
    timed(relay, Step::Content, server.command(Data)).await?;
    let taken = timed(relay, Step::Content, server.message(bytes)).await?;
    let words: Vec<&str> = taken.message().collect();
    passed(Step::Content, &words.join(" "));
    Ok(())
}

fn unfit(step: Step) -> Fault {
    let said = "the server does not take an address with letters like these (SMTPUTF8)";
    Fault { is_lasting: step == Step::Recipient, ..fault(step, said) }
}

async fn timed<T>(
    relay: &Relay,
    step: Step,
    said: impl Future<Output = Result<T, Error>>,
) -> Result<T, Fault> {
    in_time(relay, step, async { said.await.map_err(|error| answered(step, &error)) }).await
}

/// The library's own patience covers the connection alone.
async fn in_time<T>(
    relay: &Relay,
    step: Step,
    done: impl Future<Output = Result<T, Fault>>,
) -> Result<T, Fault> {
    let done = tokio::time::timeout(relay.timeout, done).await;
    done.unwrap_or_else(|_| {
        Err(fault(step, format!("no answer within {} seconds", relay.timeout.as_secs())))
    })
}

/// Connects, and hides what follows where it can or must.
async fn reach(
    relay: &Relay,
    domain: &str,
    passed: &mut (impl FnMut(Step, &str) + Send),
) -> Result<Wire, Fault> {
    let found = in_time(relay, Step::Name, async {
        let found = tokio::net::lookup_host((relay.host.as_str(), relay.port)).await;
        let found: Vec<SocketAddr> = found.map(Iterator::collect).unwrap_or_default();
        if found.is_empty() {
            return Err(fault(Step::Name, "the host has no address; check the name and the DNS"));
        }
        Ok(found)
    });
    let found = found.await?;
    let addresses: Vec<String> = found.iter().map(ToString::to_string).collect();
    passed(Step::Name, &addresses.join(", "));
    let connected = in_time(relay, Step::Connection, async {
        let stream = TcpStream::connect(found.as_slice()).await;
        stream.map_err(|e| fault(Step::Connection, format!("nothing can be reached there: {e}")))
    });
    let mut stream = connected.await?;
    passed(Step::Connection, "");
    if relay.tls == Tls::Wrapped {
        let hidden = hide(relay, stream).await?;
        passed(Step::Tls, "");
        return Ok(Wire { greeting: b"", line: Line::Hidden(Box::new(hidden)) });
    }
    let offers_tls = in_time(relay, Step::Greeting, async {
        let greeting = answer(&mut stream).await?;
        is(Step::Greeting, &greeting, 220)?;
        let offers = ask(&mut stream, &format!("EHLO {domain}\r\n")).await?;
        is(Step::Greeting, &offers, 250)?;
        let lines = offers.lines.iter();
        Ok(lines.skip(1).any(|line| line.trim().eq_ignore_ascii_case("STARTTLS")))
    });
    let offers_tls = offers_tls.await?;
    passed(Step::Greeting, "");
    let line = match (relay.tls, offers_tls) {
        (Tls::Required, false) => {
            let what = "the server offers no TLS; use one that does, or `tls=none` for one on this machine";
            return Err(fault(Step::Tls, what));
        }
        (Tls::Required | Tls::Opportunistic, true) => {
            let begun = in_time(relay, Step::Tls, async {
                is(Step::Tls, &ask(&mut stream, "STARTTLS\r\n").await?, 220)
            });
            begun.await?;
            let hidden = hide(relay, stream).await?;
            passed(Step::Tls, "");
            Line::Hidden(Box::new(hidden))
        }
        (Tls::Opportunistic | Tls::Never | Tls::Wrapped, _) => Line::Open(stream),
    };
    // The library waits for a greeting, which was heard already; then it introduces itself anew.
    Ok(Wire { greeting: b"220 heard\r\n", line })
}

async fn hide(relay: &Relay, stream: TcpStream) -> Result<TlsStream<TcpStream>, Fault> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = rustls::crypto::aws_lc_rs::default_provider();
    let config = rustls::ClientConfig::builder_with_provider(provider.into())
        .with_safe_default_protocol_versions()
        .map_err(|_| fault(Step::Tls, "this build has no TLS version"))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(relay.host.clone())
        .map_err(|_| fault(Step::Tls, "no certificate can be for this host"))?;
    let shaken = TlsConnector::from(Arc::new(config)).connect(name, stream);
    in_time(relay, Step::Tls, async {
        shaken.await.map_err(|error| {
            let what = "add the issuer of its certificate to the system's certificates, or name it in SSL_CERT_FILE";
            let is_untrusted = error.kind() == io::ErrorKind::InvalidData;
            let advice = if is_untrusted { format!("; {what}") } else { String::new() };
            fault(Step::Tls, format!("{error}{advice}"))
        })
    })
    .await
}

/// What a server says at once: a code, and lines.
struct Answer {
    code: u16,
    lines: Vec<String>,
}

fn is(step: Step, answer: &Answer, code: u16) -> Result<(), Fault> {
    if answer.code == code {
        return Ok(());
    }
    Err(Fault { code: Some(answer.code), ..fault(step, answer.lines.join(" ")) })
}

async fn ask(stream: &mut TcpStream, line: &str) -> Result<Answer, Fault> {
    let sent = stream.write_all(line.as_bytes()).await;
    sent.map_err(|_| fault(Step::Greeting, "the server hung up"))?;
    answer(stream).await
}

/// Reads one answer, byte by byte: nothing of what follows it is read.
async fn answer(stream: &mut TcpStream) -> Result<Answer, Fault> {
    let odd = || fault(Step::Greeting, "what answers there is no mail server");
    let (mut lines, mut read) = (Vec::new(), 0);
    loop {
        let mut line = Vec::new();
        while !line.ends_with(b"\n") {
            let byte = stream.read_u8().await;
            line.push(byte.map_err(|_| fault(Step::Greeting, "the server hung up"))?);
            read += 1;
            if read > ANSWER_BYTES_MAX {
                return Err(odd());
            }
        }
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        let (code, rest) = line.split_at_checked(3).ok_or_else(odd)?;
        let code: u16 = code.parse().map_err(|_| odd())?;
        lines.push(rest.get(1..).unwrap_or_default().to_owned());
        match rest.chars().next() {
            Some('-') => {}
            Some(' ') | None => return Ok(Answer { code, lines }),
            Some(_) => return Err(odd()),
        }
    }
}

/// What the library speaks over; it reads a greeting of ours first, where the server's was heard before.
#[derive(Debug)]
struct Wire {
    greeting: &'static [u8],
    line: Line,
}

#[derive(Debug)]
enum Line {
    Open(TcpStream),
    Hidden(Box<TlsStream<TcpStream>>),
}

impl AsyncTokioStream for Wire {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        match &self.line {
            Line::Open(stream) => stream.peer_addr(),
            Line::Hidden(stream) => stream.get_ref().0.peer_addr(),
        }
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.greeting.is_empty() {
            let length = self.greeting.len().min(into.remaining());
            let (now, later) = self.greeting.split_at(length);
            into.put_slice(now);
            self.greeting = later;
            return Poll::Ready(Ok(()));
        }
        match &mut self.line {
            Line::Open(stream) => Pin::new(stream).poll_read(context, into),
            Line::Hidden(stream) => Pin::new(stream).poll_read(context, into),
        }
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match &mut self.line {
            Line::Open(stream) => Pin::new(stream).poll_write(context, bytes),
            Line::Hidden(stream) => Pin::new(stream).poll_write(context, bytes),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.line {
            Line::Open(stream) => Pin::new(stream).poll_flush(context),
            Line::Hidden(stream) => Pin::new(stream).poll_flush(context),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.line {
            Line::Open(stream) => Pin::new(stream).poll_shutdown(context),
            Line::Hidden(stream) => Pin::new(stream).poll_shutdown(context),
        }
    }
}
