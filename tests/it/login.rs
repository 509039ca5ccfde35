//! Signing in at the company's own page: OpenID Connect, with a provider that can go wrong in every way.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::harness::{Gateway, Setup};
use super::visitor::Visitor;

/// What the provider does at its token endpoint.
#[derive(Clone, Debug, Default)]
struct Inside {
    /// Members of the token that are not as they should be.
    claims: Value,
    /// Whether it answers.
    is_away: bool,
    challenge: String,
    nonce: String,
    heard: Vec<String>,
}

#[derive(Clone)]
struct Provider {
    port: u16,
    key: Arc<Mutex<[u8; 32]>>,
    inside: Arc<Mutex<Inside>>,
    now: Arc<Mutex<i64>>,
}

impl Provider {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let provider = Self {
            port,
            key: Arc::new(Mutex::new([7; 32])),
            inside: Arc::default(),
            now: Arc::default(),
        };
        let own = provider.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                own.answer(stream.unwrap());
            }
        });
        provider
    }

    fn name(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn pair(&self) -> Ed25519KeyPair {
        Ed25519KeyPair::from_seed_unchecked(&*self.key.lock().unwrap()).unwrap()
    }

    fn answer(&self, mut stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut first = String::new();
        reader.read_line(&mut first).unwrap();
        let (mut length, mut line, mut authorized) = (0, String::new(), String::new());
        while reader.read_line(&mut line).unwrap() > 2 {
            let lower = line.to_ascii_lowercase();
            if let Some(value) = lower.strip_prefix("content-length: ") {
                length = value.trim().parse().unwrap();
            }
            if lower.starts_with("authorization: ") {
                authorized = line[15..].trim().to_owned();
            }
            line.clear();
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let path = first.split(' ').nth(1).unwrap();
        let mut inside = self.inside.lock().unwrap();
        let (status, answer) = match path {
            _ if inside.is_away => (503, json!({})),
            "/.well-known/openid-configuration" => (
                200,
                json!({
                    "issuer": self.name(),
                    "authorization_endpoint": format!("{}/authorize?fixed=1", self.name()),
                    "token_endpoint": format!("{}/token", self.name()),
                    "authorization_response_iss_parameter_supported": true,
                }),
            ),
            "/jwks" => {
                let x = URL_SAFE_NO_PAD.encode(self.pair().public_key().as_ref());
                let kid = format!("key-{}", self.key.lock().unwrap()[0]);
                (
                    200,
                    json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "x": x, "kid": kid, "use": "sig", "alg": "EdDSA" }] }),
                )
            }
            "/token" => {
                let form = String::from_utf8(body).unwrap();
                inside.heard.push(format!("{authorized} {form}"));
                let verifier =
                    form.split("code_verifier=").nth(1).unwrap().split('&').next().unwrap();
                let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()));
                if challenge == inside.challenge && form.contains("code=good") {
                    (200, json!({ "id_token": self.token(&inside) }))
                } else {
                    (400, json!({ "error": "invalid_grant" }))
                }
            }
            _ => (404, json!({})),
        };
        let text = answer.to_string();
        let length = text.len();
        write!(
            stream,
            "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{text}"
        )
        .unwrap();
    }

    fn token(&self, inside: &Inside) -> String {
        let now = *self.now.lock().unwrap();
        let mut claims = json!({
            "iss": self.name(), "aud": "portal", "sub": "p-1", "iat": now, "exp": now + 300, "nonce": inside.nonce,
            "email": "pia@example.org", "email_verified": true, "plan": "free",
        });
        for (name, value) in inside.claims.as_object().into_iter().flatten() {
            claims[name] = value.clone();
        }
        let kid = format!("key-{}", self.key.lock().unwrap()[0]);
        let header = json!({ "alg": "EdDSA", "kid": kid });
        let text = format!(
            "{}.{}",
            URL_SAFE_NO_PAD.encode(header.to_string()),
            URL_SAFE_NO_PAD.encode(claims.to_string())
        );
        let signature = URL_SAFE_NO_PAD.encode(self.pair().sign(text.as_bytes()));
        format!("{text}.{signature}")
    }

    fn gateway(&self) -> Gateway {
        let settings = format!(
            "[[auth.issuer]]\nissuer = \"{0}\"\naudience = \"habeas\"\nalgorithms = [\"EdDSA\"]\nfor = \"subject\"\n\
             jwks_url = \"{0}/jwks\"\nclient_id = \"portal\"\nclient_secret = \"file:client.secret\"\n",
            self.name()
        );
        let policies = Box::new(|dir: &std::path::Path| {
            std::fs::write(dir.parent().unwrap().join("client.secret"), "s3cret&\n").unwrap();
        });
        let gateway = Gateway::start_with(Setup { settings, policies, ..Setup::default() });
        *self.now.lock().unwrap() = gateway.clock.now().0 / 1000;
        gateway
    }

    /// Off to the provider; gives the state that it must send back.
    fn begins(&self, visitor: &Visitor<'_>, to: &str) -> String {
        let answer = visitor.get(&format!("/sign-in/with/0?to={to}&lang=en"));
        assert_eq!(answer.status(), 303, "{}", answer.text().unwrap());
        let location = answer.headers()["location"].to_str().unwrap().to_owned();
        assert!(
            location.starts_with(&format!("{}/authorize?fixed=1&response_type=code&", self.name()))
        );
        let value = |name: &str| {
            let (_, rest) = location.split_once(&format!("&{name}=")).unwrap();
            rest.split('&').next().unwrap().to_owned()
        };
        assert_eq!(value("code_challenge_method"), "S256");
        assert_eq!(value("client_id"), "portal");
        assert!(value("redirect_uri").ends_with("%2Fsign-in%2Fback"));
        let mut inside = self.inside.lock().unwrap();
        (inside.challenge, inside.nonce) = (value("code_challenge"), value("nonce"));
        *self.now.lock().unwrap() = visitor.gateway.clock.now().0 / 1000;
        value("state")
    }

    /// And back.
    fn returns(&self, visitor: &Visitor<'_>, query: &str) -> reqwest::blocking::Response {
        let issuer = self.name().replace(':', "%3A").replace('/', "%2F");
        visitor.get(&format!("/sign-in/back?iss={issuer}&{query}"))
    }
}

#[test]
fn whoever_has_an_account_signs_in_at_the_companys_own_page() {
    let provider = Provider::start();
    let gateway = provider.gateway();
    let visitor = Visitor::to(&gateway);
    assert!(visitor.reads("/sign-in").contains("/sign-in/with/0?"));
    let state = provider.begins(&visitor, "/choices");
    let answer = provider.returns(&visitor, &format!("code=good&state={state}"));
    assert_eq!(answer.status(), 303, "{}", answer.text().unwrap());
    assert_eq!(answer.headers()["location"], "/choices?lang=en");
    assert!(visitor.reads("/choices?lang=en").contains("Your choices"));
    assert!(visitor.holds("habeas-trip").is_none());
    // It showed that it was us, as RFC 6749 has it, and by the verifier.
    let heard = provider.inside.lock().unwrap().heard.clone();
    let basic = base64::engine::general_purpose::STANDARD.encode("portal:s3cret%26");
    assert!(heard[0].starts_with(&format!("Basic {basic} ")), "{heard:?}");
    // The address that the issuer has verified is theirs.
    let other = Visitor::to(&gateway);
    other.is_led_by("/object/ai_training", &[("lang", "en"), ("email", "pia@example.org")]);
    assert!(visitor.reads("/choices?lang=en").contains("You said no"));
    // What was used once is used up: the browser has begun no other trip.
    assert_eq!(provider.returns(&visitor, &format!("code=good&state={state}")).status(), 403);
    let (code, dump, _) = gateway.command(&["config", "dump"]);
    assert_eq!(code, 0);
    assert!(!dump.contains("s3cret"), "{dump}");
}

#[test]
fn another_trip_another_browser_another_issuer_and_a_wrong_token_sign_nobody_in() {
    let provider = Provider::start();
    let gateway = provider.gateway();
    let fails =
        |what: &str,
         status: u16,
         change: &dyn Fn(&Visitor<'_>, String) -> reqwest::blocking::Response| {
            let visitor = Visitor::to(&gateway);
            let state = provider.begins(&visitor, "/requests");
            let answer = change(&visitor, state);
            assert_eq!(answer.status(), status, "{what}");
            assert!(answer.text().unwrap().contains("You are not signed in"), "{what}");
            assert!(visitor.holds("habeas").is_none(), "{what}");
            provider.inside.lock().unwrap().claims = Value::Null;
        };
    fails("another state", 403, &|visitor, _| provider.returns(visitor, "code=good&state=AAAA"));
    fails("no state", 403, &|visitor, _| provider.returns(visitor, "code=good"));
    fails("no code", 403, &|visitor, state| {
        provider.returns(visitor, &format!("error=access_denied&state={state}"))
    });
    fails("another code", 503, &|visitor, state| {
        provider.returns(visitor, &format!("code=bad&state={state}"))
    });
    fails("another browser", 403, &|_, state| {
        let other = Visitor::to(&gateway);
        provider.returns(&other, &format!("code=good&state={state}"))
    });
    fails("another issuer", 403, &|visitor, state| {
        visitor.get(&format!("/sign-in/back?iss=https%3A%2F%2Fevil.test&code=good&state={state}"))
    });
    fails("an issuer that says nothing though it said it would", 403, &|visitor, state| {
        visitor.get(&format!("/sign-in/back?code=good&state={state}"))
    });
    fails("ten minutes later", 403, &|visitor, state| {
        gateway.passes_ms(601_000);
        provider.returns(visitor, &format!("code=good&state={state}"))
    });
    let now = || gateway.clock.now().0 / 1000;
    for (what, claims) in [
        ("nonce", json!({ "nonce": "AAAA" })),
        ("no nonce", json!({ "nonce": null })),
        ("audience", json!({ "aud": "habeas" })),
        ("several audiences", json!({ "aud": ["portal", "other"] })),
        ("somebody else's", json!({ "azp": "other" })),
        ("issuer", json!({ "iss": "https://development.invalid/people" })),
        ("over", json!({ "iat": now() - 600, "exp": now() - 300 })),
        ("too long", json!({ "exp": now() + 400_000 })),
    ] {
        provider.inside.lock().unwrap().claims = claims;
        fails(what, 403, &|visitor, state| {
            provider.returns(visitor, &format!("code=good&state={state}"))
        });
    }
}

#[test]
fn a_provider_that_is_away_or_changes_its_key_is_waited_for() {
    let provider = Provider::start();
    let gateway = provider.gateway();
    provider.inside.lock().unwrap().is_away = true;
    let visitor = Visitor::to(&gateway);
    let answer = visitor.get("/sign-in/with/0?lang=en");
    assert_eq!(answer.status(), 503);
    assert!(answer.text().unwrap().contains("have a link sent to your address"));
    provider.inside.lock().unwrap().is_away = false;
    for key in [7, 8] {
        // Another key is looked for at most every five minutes.
        gateway.passes_ms(301_000);
        *provider.key.lock().unwrap() = [key; 32];
        let visitor = Visitor::to(&gateway);
        let state = provider.begins(&visitor, "/requests");
        let answer = provider.returns(&visitor, &format!("code=good&state={state}"));
        assert_eq!(answer.status(), 303, "{key}");
    }
    assert_eq!(Visitor::to(&gateway).get("/sign-in/with/1").status(), 404);
}
