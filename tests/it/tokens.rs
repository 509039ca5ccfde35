//! Nothing forged gets in.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use habeas::auth::development::{AUDIENCE, Order, PEOPLE, STAFF};
use serde_json::{Value, json};

use super::harness::{Gateway, START};

fn signed(gateway: &Gateway, header: &Value, claims: &str) -> String {
    use aws_lc_rs::signature::Ed25519KeyPair;
    let seed = std::fs::read_to_string(gateway.dir.join("keys/development.key")).unwrap();
    let seed = base64::engine::general_purpose::STANDARD.decode(seed.trim()).unwrap();
    let pair = Ed25519KeyPair::from_seed_unchecked(&seed).unwrap();
    let text = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(claims)
    );
    let signature = URL_SAFE_NO_PAD.encode(pair.sign(text.as_bytes()));
    format!("{text}.{signature}")
}

fn status(gateway: &Gateway, token: &str) -> u16 {
    gateway.get("/v1/requests", token).status().as_u16()
}

#[test]
fn a_token_that_breaks_the_profile_in_any_way_is_refused() {
    let gateway = Gateway::start();
    let now = START.0 / 1000;
    let header = json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": "development" });
    let claims =
        json!({ "iss": PEOPLE, "aud": AUDIENCE, "sub": "u-0001", "iat": now, "exp": now + 600 });
    assert_eq!(
        status(&gateway, &signed(&gateway, &header, &claims.to_string())),
        200,
        "the honest one passes"
    );
    let with = |base: &Value, name: &str, value: Value| {
        let mut changed = base.clone();
        changed[name] = value;
        changed
    };
    let without = |name: &str| {
        let mut changed = claims.clone();
        changed.as_object_mut().unwrap().remove(name);
        changed
    };
    let headers = [
        with(&header, "alg", json!("none")),
        with(&header, "alg", json!("HS256")),
        with(&header, "alg", json!("ES256")),
        with(&header, "typ", json!("logout+jwt")),
        with(&header, "typ", json!("JWT")),
        json!({ "alg": "EdDSA", "kid": "development" }),
        with(&header, "kid", json!("../../dev/null")),
        with(&header, "kid", json!(5)),
        with(&header, "crit", json!(["exp"])),
        with(&header, "b64", json!(false)),
        with(&header, "jku", json!("https://evil.invalid/jwks")),
        with(&header, "jwk", json!({})),
        with(&header, "x5u", json!("https://evil.invalid")),
        with(&header, "x5c", json!([])),
        with(&header, "zip", json!("DEF")),
    ];
    for header in headers {
        let token = signed(&gateway, &header, &claims.to_string());
        assert_eq!(status(&gateway, &token), 401, "{header}");
    }
    let bodies = [
        without("iss"),
        without("aud"),
        without("sub"),
        without("exp"),
        without("iat"),
        with(&claims, "iss", json!([PEOPLE])),
        with(&claims, "iss", json!(5)),
        with(&claims, "iss", json!("https://elsewhere.invalid")),
        with(&claims, "iss", json!(format!("{PEOPLE}/"))),
        with(&claims, "aud", json!("somebody else")),
        with(&claims, "aud", json!(7)),
        with(&claims, "aud", json!([AUDIENCE, 7])),
        with(&claims, "aud", json!([])),
        with(&claims, "sub", json!("")),
        with(&claims, "sub", json!(5)),
        with(&claims, "sub", json!("u\u{0}1")),
        with(&claims, "sub", json!("x".repeat(256))),
        with(&claims, "exp", json!(now - 31)),
        with(&claims, "exp", json!(now.to_string())),
        with(&claims, "exp", json!(1e30)),
        with(&claims, "exp", json!(now + 36_000)),
        with(&claims, "iat", json!(now + 31)),
        with(&claims, "nbf", json!(now + 31)),
        with(&claims, "nbf", json!("soon")),
    ];
    for body in bodies {
        assert_eq!(status(&gateway, &signed(&gateway, &header, &body.to_string())), 401, "{body}");
    }
    let doubled = claims.to_string().replacen("\"sub\"", "\"sub\":\"u-0002\",\"sub\"", 1);
    assert_eq!(
        status(&gateway, &signed(&gateway, &header, &doubled)),
        401,
        "a name that stands twice"
    );
    let good = signed(&gateway, &header, &claims.to_string());
    let (text, signature) = good.rsplit_once('.').unwrap();
    let forged = format!("{text}.{}", URL_SAFE_NO_PAD.encode([7u8; 64]));
    for token in [
        text.to_owned(),
        format!("{text}."),
        forged,
        format!("{good}.x"),
        format!(
            "{}.{signature}",
            signed(&gateway, &header, &with(&claims, "sub", json!("u-0002")).to_string())
                .rsplit_once('.')
                .unwrap()
                .0
        ),
        "x".repeat(9000),
        "hbk_unknown".into(),
        "hbk_".into(),
        "..".into(),
    ] {
        assert_eq!(status(&gateway, &token), 401, "{}", &token[..token.len().min(40)]);
    }
    let refused = gateway.get("/v1/requests", "nonsense");
    assert!(refused.headers()["www-authenticate"].to_str().unwrap().starts_with("Bearer"));
    let problem: Value = refused.json().unwrap();
    assert!(!problem.to_string().contains("nonsense"), "an error does not quote the credential");
}

#[test]
fn a_token_ends_when_it_says_so_even_if_it_was_seen_before() {
    let gateway = Gateway::start();
    let token = gateway.person("u-0001").token();
    assert_eq!(status(&gateway, &token), 200);
    gateway.passes_ms(900_000 + 29_000);
    assert_eq!(status(&gateway, &token), 200, "clocks may differ by half a minute");
    gateway.passes_ms(2_000);
    assert_eq!(status(&gateway, &token), 401);
}

#[test]
fn a_persons_token_never_becomes_an_officers_whatever_it_claims() {
    let gateway = Gateway::start();
    let now = START.0 / 1000;
    let header = json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": "development" });
    let claims = json!({ "iss": PEOPLE, "aud": AUDIENCE, "sub": "u-0001", "iat": now, "exp": now + 600, "roles": ["dpo", "controller"], "plan": 7 });
    let token = signed(&gateway, &header, &claims.to_string());
    assert_eq!(gateway.get("/v1/review/flags", &token).status(), 403);
    assert_eq!(status(&gateway, &token), 200, "a cohort claim of another type is ignored");
    let staff = json!({ "iss": STAFF, "aud": AUDIENCE, "sub": "s", "iat": now, "exp": now + 600, "roles": "dpo" });
    let token = signed(&gateway, &header, &staff.to_string());
    assert_eq!(gateway.get("/v1/review/flags", &token).status(), 403, "roles are an array");
}

#[test]
fn an_issuer_may_be_trusted_to_leave_the_type_out_and_may_name_its_algorithm_in_full() {
    use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
    let pair = Ed25519KeyPair::from_seed_unchecked(&[5; 32]).unwrap();
    let x = URL_SAFE_NO_PAD.encode(pair.public_key().as_ref());
    let key = json!({ "kty": "OKP", "crv": "Ed25519", "x": x, "kid": "k", "alg": "Ed25519" });
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("jwks.json");
    std::fs::write(&file, format!("\u{feff}{}", json!({ "keys": [key] }))).unwrap();
    let issuer = |name: &str, typ: &str, algorithm: &str| {
        format!(
            "{{ issuer = \"{name}\", audience = \"us\", jwks_file = \"{}\", algorithms = [\"{algorithm}\"], for = \"subject\"{typ} }}",
            file.display()
        )
    };
    let lacking = issuer("https://lacking.invalid", ", typ = [\"at+jwt\", \"\"]", "Ed25519");
    let strict = issuer("https://strict.invalid", "", "EdDSA");
    let gateway = Gateway::start_with(super::harness::Setup {
        settings: format!("[auth]\nissuer = [{lacking}, {strict}]"),
        ..Default::default()
    });
    let sent = |issuer: &str, header: &Value| {
        let now = gateway.clock.now().0 / 1000;
        let claims = json!({ "iss": format!("https://{issuer}.invalid"), "aud": "us", "sub": "a", "iat": now, "exp": now + 600 });
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let text = format!("{}.{}", part(header), part(&claims));
        let signature = URL_SAFE_NO_PAD.encode(pair.sign(text.as_bytes()));
        status(&gateway, &format!("{text}.{signature}"))
    };
    for (header, lacking, strict) in [
        (json!({ "alg": "EdDSA", "kid": "k" }), 200, 401),
        (json!({ "alg": "Ed25519", "kid": "k" }), 200, 401),
        (json!({ "alg": "Ed25519" }), 200, 401),
        (json!({ "alg": "EdDSA", "typ": "at+jwt" }), 200, 200),
        (json!({ "alg": "Ed25519", "typ": "Application/AT+JWT" }), 200, 200),
        (json!({ "alg": "EdDSA", "typ": "JWT" }), 401, 200),
        (json!({ "alg": "EdDSA", "typ": "" }), 401, 401),
        (json!({ "alg": "EdDSA", "typ": "application/" }), 401, 401),
        (json!({ "alg": "EdDSA", "typ": null }), 401, 401),
        (json!({ "alg": "EdDSA", "typ": 5 }), 401, 401),
        (json!({ "alg": "EdDSA", "typ": "logout+jwt" }), 401, 401),
        (json!({ "alg": "Ed448", "typ": "at+jwt" }), 401, 401),
        (json!({ "alg": "ed25519", "typ": "at+jwt" }), 401, 401),
    ] {
        assert_eq!(sent("lacking", &header), lacking, "{header}");
        assert_eq!(sent("strict", &header), strict, "{header}");
    }
    let empty = issuer("https://none.invalid", ", typ = []", "EdDSA");
    let settings = format!("[auth]\nissuer = [{empty}]");
    std::fs::write(folder.path().join("habeas.toml"), settings).unwrap();
    let file = folder.path().join("habeas.toml");
    let refused = habeas::config::Config::load(Some(&file), std::iter::empty(), &[]).unwrap_err();
    assert!(refused.to_string().contains("accepts no `typ`"), "{refused}");
}

#[test]
fn keys_of_an_issuer_come_from_a_file_and_may_change() {
    let keys = |seed: u8, kid: &str| {
        use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
        let pair = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
        let x = URL_SAFE_NO_PAD.encode(pair.public_key().as_ref());
        let set = json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "x": x, "kid": kid }, { "kty": "oct", "k": "c2VjcmV0", "kid": "shared" }] });
        (pair, set)
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("jwks.json");
    let (old, set) = keys(1, "old");
    std::fs::write(&file, set.to_string()).unwrap();
    let gateway = Gateway::start_with(super::harness::Setup {
        settings: format!(
            "[auth]\nissuer = [{{ issuer = \"https://login.invalid\", audience = \"us\", jwks_file = \"{}\", algorithms = [\"EdDSA\"], for = \"subject\" }}]",
            file.display()
        ),
        ..Default::default()
    });
    let token = |pair: &aws_lc_rs::signature::Ed25519KeyPair, kid: &str| {
        let now = gateway.clock.now().0 / 1000;
        let header = json!({ "alg": "EdDSA", "typ": "JWT", "kid": kid });
        let claims = json!({ "iss": "https://login.invalid", "aud": ["us"], "sub": "a", "iat": now, "exp": now + 600 });
        let text = format!(
            "{}.{}",
            URL_SAFE_NO_PAD.encode(header.to_string()),
            URL_SAFE_NO_PAD.encode(claims.to_string())
        );
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(pair.sign(text.as_bytes())))
    };
    assert_eq!(status(&gateway, &token(&old, "old")), 200);
    assert_eq!(status(&gateway, &token(&old, "shared")), 401, "a shared secret signs nothing");
    let (new, set) = keys(2, "new");
    std::fs::write(&file, set.to_string()).unwrap();
    gateway.passes_ms(2_000);
    assert_eq!(
        status(&gateway, &token(&new, "new")),
        200,
        "a new key is fetched when it is first seen"
    );
    assert_eq!(status(&gateway, &token(&old, "old")), 401, "and the old one is gone");
    // Two issuers of people: a check must say which.
    let key = {
        let (code, key, _) =
            gateway.command(&["key", "create", "--name", "x", "--scope", "objections:check"]);
        assert_eq!(code, 0);
        key.trim().to_owned()
    };
    gateway.until("the key made by a command is seen", || {
        gateway.get("/v1/check/ai_training?subject=a", &key).status() != 401
    });
    assert_eq!(gateway.get("/v1/check/ai_training?subject=a", &key).status(), 422);
    assert_eq!(
        gateway.get("/v1/check/ai_training?subject=a&issuer=https://login.invalid", &key).status(),
        200
    );
    let minted = gateway.token(&Order { sub: "b".into(), ttl_seconds: 60, ..Order::default() });
    assert_eq!(status(&gateway, &minted), 200);
}
