//! Nobody comes in with anything but a token that was signed, byte for byte.

#![no_main]

use std::sync::LazyLock;

use habeas::auth::Authority;
use habeas::auth::development::{Mint, Order};
use habeas::domain::time::Instant;
use libfuzzer_sys::fuzz_target;
use tokio::runtime::{Builder, Runtime};

const NOW: Instant = Instant(1_795_503_600_000);

struct Door {
    authority: Authority,
    genuine: Vec<String>,
    runtime: Runtime,
}

static DOOR: LazyLock<Door> = LazyLock::new(|| {
    let mint = Mint::new(&[3; 32]).unwrap();
    let person = Order { sub: "u-1".into(), ttl_seconds: 600, ..Order::default() };
    let officer = Order { sub: "o-1".into(), roles: vec!["dpo".into()], ..person.clone() };
    let genuine = [person, officer].map(|order| mint.token(&order, NOW).unwrap()).to_vec();
    Door {
        authority: Authority::new(mint.issuers(3600).unwrap(), 60),
        genuine,
        runtime: Builder::new_current_thread().build().unwrap(),
    }
});

fn comes_in(text: &str) -> bool {
    DOOR.runtime.block_on(DOOR.authority.identify(text, NOW)).is_ok()
}

fuzz_target!(|input: (&str, bool, Vec<(u16, u8)>)| {
    let (text, is_officer, changes) = input;
    assert!(!comes_in(text), "nobody signed this");
    let genuine = &DOOR.genuine[usize::from(is_officer)];
    assert!(comes_in(genuine));
    let mut bytes = genuine.clone().into_bytes();
    for (at, byte) in changes {
        let at = usize::from(at) % bytes.len();
        bytes[at] = byte;
    }
    // A header that is sound and claims that are not, or the other way round.
    let Ok(changed) = String::from_utf8(bytes) else { return };
    assert_eq!(comes_in(&changed), changed == *genuine, "{changed}");
    let parts: Vec<&str> = genuine.split('.').collect();
    for at in 0..parts.len() {
        let mut parts = parts.clone();
        if parts[at] != text {
            parts[at] = text;
            assert!(!comes_in(&parts.join(".")));
        }
    }
});
