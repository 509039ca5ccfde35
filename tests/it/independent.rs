//! Other implementations agree on roots and proofs: a few lines of Python that know nothing of ours, and pymerkle where it is
//! installed (`tests/run` installs it). ct-merkle is asked in the unit tests.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use habeas::audit::merkle::{Hash, leaf_hash};
use habeas::audit::tiles::{
    TileId, TileSource, append, prove_consistency, prove_inclusion, root_at,
};

const LARGEST: u64 = 1_000_000;

#[derive(Default)]
struct Shelf(HashMap<TileId, Vec<u8>>);

impl TileSource for Shelf {
    type Error = Infallible;
    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.0.get(&id).cloned())
    }
}

// SplitMix64, so that the sizes are the same each time.
fn dice(state: &mut u64, below: u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) % below
}

fn hex(hashes: &[Hash]) -> Vec<String> {
    hashes.iter().map(|h| h.0.iter().map(|byte| format!("{byte:02x}")).collect()).collect()
}

#[test]
fn others_agree_on_every_size_up_to_a_thousand_and_on_two_hundred_up_to_a_million() {
    let mut shelf = Shelf::default();
    let mut size = 0;
    while size < LARGEST {
        let leaves: Vec<Hash> =
            (size..size + 4_000).map(|n| leaf_hash(format!("leaf-{n}").as_bytes())).collect();
        for (id, bytes) in append(&mut shelf, size, &leaves).unwrap() {
            shelf.0.insert(id, bytes);
        }
        size += 4_000;
    }
    let mut state = 20_261_125;
    let mut sizes: Vec<u64> = (0..=1_000).collect();
    sizes.extend((0..200).map(|_| 1 + dice(&mut state, LARGEST)));
    let mut lines = String::new();
    for size in sizes {
        let root = hex(&[root_at(&mut shelf, size).unwrap()]).remove(0);
        let mut places = vec![0, size / 2, size.saturating_sub(1)];
        places.extend((0..3).map(|_| dice(&mut state, size.max(1))));
        let (mut inclusion, mut consistency) = (Vec::new(), Vec::new());
        for place in places.into_iter().filter(|place| *place < size) {
            let proof = prove_inclusion(&mut shelf, size, place).unwrap();
            inclusion.push((place, hex(&proof)));
            let proof = prove_consistency(&mut shelf, place + 1, size).unwrap();
            consistency.push((place + 1, hex(&proof)));
        }
        let line = serde_json::json!({
            "size": size, "root": root, "inclusion": inclusion, "consistency": consistency
        });
        writeln!(lines, "{line}").unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("proofs.jsonl");
    std::fs::write(&file, lines).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guides/merkle.py");
    let output = Command::new("python3").arg(script).arg(&file).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.starts_with("1201 sizes agree"), "{said}");
}
