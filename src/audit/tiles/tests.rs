use std::collections::BTreeMap;
use std::convert::Infallible;

use proptest::prelude::*;

use super::super::merkle::{Frontier, leaf_hash, verify_consistency, verify_inclusion};
use super::super::reference;
use super::*;

/// Tiles in memory.
#[derive(Clone, Default)]
pub(in super::super) struct Shelf(pub(in super::super) BTreeMap<TileId, Vec<u8>>);

impl TileSource for Shelf {
    type Error = Infallible;
    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.0.get(&id).cloned())
    }
}

impl Shelf {
    pub(in super::super) fn add(&mut self, size: u64, leaves: &[Hash]) {
        self.0.extend(append(&mut self.clone(), size, leaves).unwrap());
    }
}

fn leaf(index: u64) -> Hash {
    leaf_hash(&reference::entry(index))
}

fn leaves(range: std::ops::Range<u64>) -> Vec<Hash> {
    range.map(leaf).collect()
}

/// A shelf of leaves that cost nothing to make, and the roots at the sizes asked for.
fn cheap(size: u64, sizes: &[u64]) -> (Shelf, BTreeMap<u64, Hash>) {
    let cheap: Vec<Hash> = (0..size).map(cheap_leaf).collect();
    let mut shelf = Shelf::default();
    shelf.add(0, &cheap);
    let (mut frontier, mut roots) = (Frontier::default(), BTreeMap::new());
    for leaf in cheap {
        frontier.push(leaf);
        if sizes.contains(&frontier.size()) {
            roots.insert(frontier.size(), frontier.root());
        }
    }
    (shelf, roots)
}

fn cheap_leaf(index: u64) -> Hash {
    let mut hash = [0; 32];
    hash[..8].copy_from_slice(&index.to_be_bytes());
    Hash(hash)
}

#[test]
fn proofs_for_every_small_size_agree_with_ct_merkle_even_from_a_larger_tree() {
    let trees = reference::trees(130);
    let mut shelf = Shelf::default();
    shelf.add(0, &leaves(0..300));
    for (size, tree) in (0u64..).zip(&trees) {
        assert_eq!(root_at(&mut shelf, size).unwrap(), reference::root(tree));
        for index in 0..size {
            let proof = prove_inclusion(&mut shelf, size, index).unwrap();
            assert_eq!(proof, reference::inclusion(tree, index), "{index} in {size}");
        }
        for from in 1..=size {
            let proof = prove_consistency(&mut shelf, from, size).unwrap();
            assert_eq!(proof, reference::consistency(tree, from), "{from} to {size}");
        }
    }
}

#[test]
fn growing_leaf_by_leaf_leaves_the_same_tiles_as_growing_at_once() {
    let mut slow = Shelf::default();
    for size in 0..600 {
        slow.add(size, &leaves(size..size + 1));
        if [1, 255, 256, 257, 511, 512, 600].contains(&(size + 1)) {
            let mut quick = Shelf::default();
            quick.add(0, &leaves(0..size + 1));
            assert_eq!(slow.0, quick.0, "size {}", size + 1);
        }
    }
}

#[test]
fn only_changed_tiles_are_returned() {
    let mut shelf = Shelf::default();
    shelf.add(0, &leaves(0..500));
    let changed = append(&mut shelf, 500, &leaves(500..520)).unwrap();
    let widths: Vec<_> =
        changed.iter().map(|(id, tile)| (id.level, id.index, tile.len())).collect();
    assert_eq!(widths, [(0, 1, 256 * 32), (0, 2, 8 * 32), (1, 0, 2 * 32)]);
    assert_eq!(append(&mut shelf, 500, &[]).unwrap(), []);
}

#[test]
fn the_example_of_70_000_leaves_has_the_tiles_the_specification_counts() {
    let sizes = [255, 256, 257, 65_535, 65_536, 65_537, 65_792, 70_000];
    let (mut shelf, roots) = cheap(70_000, &sizes);
    let width = |level, index| shelf.0.get(&TileId { level, index }).map(|tile| tile.len() / 32);
    assert_eq!(shelf.0.keys().filter(|id| id.level == 0).count(), 274);
    assert_eq!((width(0, 272), width(0, 273), width(0, 274)), (Some(256), Some(112), None));
    assert_eq!((width(1, 0), width(1, 1), width(1, 2)), (Some(256), Some(17), None));
    assert_eq!((width(2, 0), width(2, 1), width(3, 0)), (Some(1), None, None));

    for size in sizes {
        assert_eq!(root_at(&mut shelf, size).unwrap(), roots[&size]);
        for index in [0, 254, 255, 256, 65_535, 65_536, size - 1] {
            if index < size {
                let proof = prove_inclusion(&mut shelf, size, index).unwrap();
                let outcome =
                    verify_inclusion(roots[&size], size, index, cheap_leaf(index), &proof);
                assert_eq!(outcome, Ok(()), "{index} in {size}");
            }
        }
        for from in sizes.into_iter().filter(|from| *from <= size) {
            let proof = prove_consistency(&mut shelf, from, size).unwrap();
            let outcome = verify_consistency(roots[&from], from, roots[&size], size, &proof);
            assert_eq!(outcome, Ok(()), "{from} to {size}");
        }
    }
}

#[test]
fn missing_and_short_tiles_are_named() {
    let mut shelf = Shelf::default();
    shelf.add(0, &leaves(0..300));
    let last = TileId { level: 0, index: 1 };
    let outcome = prove_inclusion(&mut shelf, 301, 0);
    assert_eq!(outcome, Err(TileError::Short { tile: last, has: 44, needed: 45 }));
    assert_eq!(
        append(&mut shelf, 301, &leaves(0..1)),
        Err(TileError::Short { tile: last, has: 44, needed: 45 })
    );
    shelf.0.remove(&last);
    assert_eq!(root_at(&mut shelf, 300), Err(TileError::Missing { tile: last }));
    assert_eq!(root_at(&mut shelf, 257), Err(TileError::Missing { tile: last }));
    assert!(root_at(&mut shelf, 256).is_ok());
    assert_eq!(
        TileError::<Infallible>::Missing { tile: last }.to_string(),
        "tile `tile/0/001` is missing"
    );
}

#[test]
fn nothing_is_proved_about_what_lies_outside() {
    let mut shelf = Shelf::default();
    shelf.add(0, &leaves(0..10));
    let outside = |asked, size| TileError::Outside { asked, size };
    assert_eq!(prove_inclusion(&mut shelf, 10, 10), Err(outside(10, 10)));
    assert_eq!(prove_inclusion(&mut shelf, 0, 0), Err(outside(0, 0)));
    assert_eq!(prove_consistency(&mut shelf, 8, 7), Err(outside(8, 7)));
    assert!(prove_inclusion(&mut shelf, u64::MAX, 3).is_err());
    assert!(prove_consistency(&mut shelf, 3, u64::MAX).is_err());
    assert!(root_at(&mut shelf, u64::MAX).is_err());
    assert!(root_at(&mut shelf, SIZE_MAX).is_err());
    assert!(append(&mut shelf, SIZE_MAX, &leaves(0..1)).is_err());
    assert_eq!(prove_consistency(&mut shelf, 0, 7), Ok(vec![]));
    assert_eq!(
        prove_consistency(&mut shelf, 7, 7),
        Ok(reference::consistency(&reference::tree(7), 7))
    );
}

#[test]
fn what_lies_beyond_the_size_is_overwritten() {
    let mut shelf = Shelf::default();
    shelf.add(0, &leaves(0..300));
    shelf.add(260, &leaves(400..405));
    let tile = shelf.tile(TileId { level: 0, index: 1 }).unwrap().unwrap();
    assert_eq!(hashes_in(&tile), [leaves(256..260), leaves(400..405)].concat());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_batches_grow_the_tree_of_ct_merkle(
        batches in proptest::collection::vec(0u64..700, 1..7), a: u64, b: u64,
    ) {
        let (mut shelf, mut size) = (Shelf::default(), 0);
        for batch in batches {
            shelf.add(size, &leaves(size..size + batch));
            size += batch;
        }
        let older = a % (size + 1);
        let tree = reference::tree(older);
        prop_assert_eq!(root_at(&mut shelf, older).unwrap(), reference::root(&tree));
        if older > 0 {
            let index = b % older;
            let proof = prove_inclusion(&mut shelf, older, index).unwrap();
            prop_assert_eq!(proof, reference::inclusion(&tree, index));
            let proof = prove_consistency(&mut shelf, index + 1, older).unwrap();
            prop_assert_eq!(proof, reference::consistency(&tree, index + 1));
        }
    }
}
