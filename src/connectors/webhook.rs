//! Tells a system something over HTTPS, as Standard Webhooks 1.0 has it: `webhook-id`, `webhook-timestamp`, and
//! `webhook-signature` over `id.timestamp.body` with Ed25519 (`v1a`), and with a shared secret (`v1`) where one is agreed.
//!
//! Start with [`Caller::send`]. The address is resolved once, every address of it is checked, and one of those that were
//! checked is connected to: nobody's DNS makes the gateway talk to its own network. Redirects are not followed.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::domain::name::SystemId;
use std::time::Duration;

use aws_lc_rs::hmac;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::{Client, Url};
use serde_json::Value;

const ANSWER_BYTES_MAX: usize = 256 * 1024;
const PORTS: [u16; 2] = [443, 8443];

/// Where a system listens.
#[derive(Clone)]
pub struct Endpoint {
    /// Its name.
    pub system: SystemId,
    /// Its URL.
    pub url: String,
    /// Whether its address may lie in a private network, and be plain HTTP.
    pub network: Network,
    /// A secret that both sides know, for libraries without Ed25519.
    pub secret: Option<Vec<u8>>,
}

/// Where an endpoint may lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Network {
    /// On public addresses, over TLS.
    Public,
    /// The operator says that it lies inside.
    Private,
}

/// What is sent.
#[derive(Clone, Debug)]
pub struct Message {
    /// The same for every try: the receiver can tell repeats.
    pub id: String,
    /// Seconds since 1970.
    pub sent_at: i64,
    /// JSON; never anything but ids, marks and times.
    pub body: String,
}

/// Why a message was not taken. The text holds no URL: it may hold a secret.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotTaken {
    /// The URL.
    #[error("its URL cannot be used: {0}")]
    Url(&'static str),
    /// An address that is not public.
    #[error(
        "its name leads to an address inside a network; only an endpoint with `private = true` may lie there"
    )]
    Inside,
    /// No connection, or it broke.
    #[error("it does not answer")]
    Unreachable,
    /// It took too long.
    #[error("it did not answer in time")]
    TooSlow,
    /// A redirect.
    #[error("it redirects ({0}); write the final address")]
    Redirects(u16),
    /// 410: it wants no more.
    #[error("it says that it is gone (410)")]
    Gone,
    /// Another status.
    #[error("it answered {0}")]
    Status(u16),
    /// An answer beyond any use.
    #[error("its answer is larger than 256 KiB")]
    TooLarge,
}

/// The private keys that sign, the newest first. During a rotation both sign.
pub struct Signer(Vec<Ed25519KeyPair>);

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer of {} keys", self.0.len())
    }
}

impl Signer {
    /// From seeds, the newest first.
    ///
    /// # Errors
    /// When a seed makes no key.
    pub fn from_seeds(seeds: &[[u8; 32]]) -> Result<Self, NotTaken> {
        let pair = |seed: &[u8; 32]| {
            Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| NotTaken::Url("a broken key"))
        };
        Ok(Self(seeds.iter().map(pair).collect::<Result<_, _>>()?))
    }

    /// The public halves, as receivers want them: `whpk_…`.
    pub fn public(&self) -> Vec<String> {
        let text =
            |pair: &Ed25519KeyPair| format!("whpk_{}", STANDARD.encode(pair.public_key().as_ref()));
        self.0.iter().map(text).collect()
    }

    /// The signatures of a message, separated by spaces.
    pub fn sign(&self, message: &Message, secret: Option<&[u8]>) -> String {
        let signed = format!("{}.{}.{}", message.id, message.sent_at, message.body);
        let own = self
            .0
            .iter()
            .map(|pair| format!("v1a,{}", STANDARD.encode(pair.sign(signed.as_bytes()).as_ref())));
        let shared = secret.map(|secret| {
            let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
            format!("v1,{}", STANDARD.encode(hmac::sign(&key, signed.as_bytes()).as_ref()))
        });
        own.chain(shared).collect::<Vec<_>>().join(" ")
    }
}

/// The text of a shared secret, `whsec_` and 24 to 64 bytes in base64.
pub fn secret(text: &str) -> Option<Vec<u8>> {
    let bytes = STANDARD.decode(text.trim().strip_prefix("whsec_")?).ok()?;
    (24..=64).contains(&bytes.len()).then_some(bytes)
}

/// Sends messages.
#[derive(Debug)]
pub struct Caller {
    signer: Signer,
    timeout: Duration,
}

impl Caller {
    /// With these keys, and so much patience for one message.
    pub fn new(signer: Signer, timeout: Duration) -> Self {
        Self { signer, timeout }
    }

    /// The public keys.
    pub fn public_keys(&self) -> Vec<String> {
        self.signer.public()
    }

    /// Sends one message. Gives the answer, if it was JSON.
    ///
    /// # Errors
    /// Unless it was answered with a 2xx.
    pub async fn send(
        &self,
        endpoint: &Endpoint,
        message: &Message,
    ) -> Result<Option<Value>, NotTaken> {
        let spent = tokio::time::timeout(self.timeout, self.try_to(endpoint, message));
        spent.await.unwrap_or(Err(NotTaken::TooSlow))
    }

    async fn try_to(
        &self,
        endpoint: &Endpoint,
        message: &Message,
    ) -> Result<Option<Value>, NotTaken> {
        let url: Url = endpoint.url.parse().map_err(|_| NotTaken::Url("it is not one"))?;
        let (host, addresses) = addresses(&url, endpoint.network).await?;
        let client = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .resolve_to_addrs(&host, &addresses)
            .build()
            .map_err(|_| NotTaken::Unreachable)?;
        let signature = self.signer.sign(message, endpoint.secret.as_deref());
        let asked = client
            .post(url)
            .header("content-type", "application/json")
            .header("user-agent", concat!("habeas/", env!("CARGO_PKG_VERSION")))
            .header("webhook-id", &message.id)
            .header("webhook-timestamp", message.sent_at)
            .header("webhook-signature", signature)
            .body(message.body.clone());
        let answer = asked.send().await.map_err(|_| NotTaken::Unreachable)?;
        match answer.status().as_u16() {
            200..=299 => read(answer).await,
            410 => Err(NotTaken::Gone),
            status @ 300..=399 => Err(NotTaken::Redirects(status)),
            status => Err(NotTaken::Status(status)),
        }
    }
}

async fn read(mut answer: reqwest::Response) -> Result<Option<Value>, NotTaken> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|_| NotTaken::Unreachable)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > ANSWER_BYTES_MAX {
            return Err(NotTaken::TooLarge);
        }
    }
    Ok(serde_json::from_slice(&bytes).ok())
}

/// Every address of the host, each of them checked.
async fn addresses(url: &Url, network: Network) -> Result<(String, Vec<SocketAddr>), NotTaken> {
    if network == Network::Public && url.scheme() != "https" {
        return Err(NotTaken::Url("it is not https"));
    }
    let host = url.host_str().ok_or(NotTaken::Url("it names no host"))?.to_owned();
    let port = url.port_or_known_default().ok_or(NotTaken::Url("it names no port"))?;
    let bare = host.trim_start_matches('[').trim_end_matches(']').to_owned();
    let found = tokio::net::lookup_host((bare.as_str(), port)).await;
    let found: Vec<SocketAddr> = found.map_err(|_| NotTaken::Unreachable)?.collect();
    if found.is_empty() {
        return Err(NotTaken::Unreachable);
    }
    if network == Network::Public && !found.iter().all(|address| is_public(address.ip())) {
        return Err(NotTaken::Inside);
    }
    if network == Network::Public && !PORTS.contains(&port) {
        return Err(NotTaken::Url("only ports 443 and 8443 are called"));
    }
    Ok((host, found))
}

/// Whether an address belongs to the public internet (IANA's registries of special addresses).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, c, _] = v4.octets();
    let special = v4.is_private()
        || v4.is_loopback()
        || v4.is_link_local()
        || v4.is_documentation()
        || v4.is_multicast()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19));
    !special
}

fn is_public_v6(v6: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = v6.segments();
    let embedded = |high: u16, low: u16| {
        let [w, x] = high.to_be_bytes();
        let [y, z] = low.to_be_bytes();
        is_public_v4(Ipv4Addr::new(w, x, y, z))
    };
    match (a, b, c, d, e, f) {
        // ::ffff:a.b.c.d is an IPv4 address, 64:ff9b::a.b.c.d leads to one, 2002:: too.
        (0, 0, 0, 0, 0, 0xffff) | (0x64, 0xff9b, 0, 0, 0, 0) => embedded(g, h),
        (0x2002, ..) => embedded(b, c),
        (0x2001, 0 | 0xdb8, ..) | (0x3fff, ..) => false,
        // Global unicast is 2000::/3; everything else is special.
        _ => a & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_are_public() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "198.18.0.1",
            "224.0.0.1",
            "192.0.0.8",
            "::",
            "::1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "fec0::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "64:ff9b::1.1.1.1"] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn names_and_shapes_of_loopback_are_seen_through() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let tried = |text: &str| {
            let url: Url = text.parse().unwrap();
            runtime.block_on(addresses(&url, Network::Public)).unwrap_err()
        };
        for trick in [
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0177.0.0.1/",
            "https://127.1/",
            "https://[::1]/",
            "https://[::ffff:7f00:1]/",
            "https://localhost/",
            "https://user:word@127.0.0.1/",
        ] {
            assert_eq!(tried(trick), NotTaken::Inside, "{trick}");
        }
        assert!(matches!(tried("http://1.1.1.1/"), NotTaken::Url(_)));
        assert!(matches!(tried("https://1.1.1.1:22/"), NotTaken::Url(_)));
    }

    #[test]
    fn both_keys_of_a_rotation_sign_and_a_shared_secret_too() {
        let signer = Signer::from_seeds(&[[1; 32], [2; 32]]).unwrap();
        let message = Message { id: "m".into(), sent_at: 7, body: "{}".into() };
        let text = signer.sign(&message, Some(&[3; 24]));
        let parts: Vec<&str> = text.split(' ').collect();
        assert_eq!(parts.len(), 3);
        for (part, key) in parts.iter().zip(signer.public()) {
            let raw = STANDARD.decode(key.strip_prefix("whpk_").unwrap()).unwrap();
            let key =
                aws_lc_rs::signature::UnparsedPublicKey::new(&aws_lc_rs::signature::ED25519, raw);
            let signature = STANDARD.decode(part.strip_prefix("v1a,").unwrap()).unwrap();
            assert!(key.verify(b"m.7.{}", &signature).is_ok());
        }
        assert!(parts[2].starts_with("v1,"));
        assert_eq!(secret("whsec_AAAA"), None, "too short");
    }
}
