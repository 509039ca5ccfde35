use proptest::prelude::*;

use super::super::reference;
use super::*;

fn frontier(size: u64) -> Frontier {
    let mut frontier = Frontier::default();
    (0..size).for_each(|index| frontier.push(leaf_hash(&reference::entry(index))));
    frontier
}

#[test]
fn the_empty_tree_has_the_hash_of_nothing() {
    let hex = format!("{:02x?}", empty_root().0).replace(['[', ']', ',', ' '], "");
    assert_eq!(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_eq!(Frontier::default().root(), empty_root());
}

#[test]
fn leaves_and_nodes_are_hashed_under_different_prefixes() {
    assert_eq!(leaf_hash(b"x"), Hash::of(b"\0x"));
    assert_eq!(
        node_hash(Hash([1; 32]), Hash([2; 32])),
        Hash::of(&[&[1u8][..], &[1; 32], &[2; 32]].concat())
    );
    for length in [0, 1, 254, 255, 256, 257, 5_000] {
        let entry = vec![b'e'; length];
        assert_eq!(leaf_hash(&entry), Hash::of(&[b"\0", &entry[..]].concat()), "{length}");
    }
}

#[test]
fn roots_and_proofs_agree_with_ct_merkle_for_all_small_sizes() {
    let trees = reference::trees(130);
    for (size, tree) in (0u64..).zip(&trees) {
        let root = frontier(size).root();
        assert_eq!(root, reference::root(tree), "root at {size}");
        for index in 0..size {
            let leaf = leaf_hash(&reference::entry(index));
            let proof = reference::inclusion(tree, index);
            assert_eq!(
                verify_inclusion(root, size, index, leaf, &proof),
                Ok(()),
                "{index} in {size}"
            );
        }
        for from in 1..=size {
            let old = reference::root(&trees[usize::try_from(from).unwrap()]);
            let proof = reference::consistency(tree, from);
            assert_eq!(
                verify_consistency(old, from, root, size, &proof),
                Ok(()),
                "{from} to {size}"
            );
        }
    }
}

#[test]
fn a_proof_holds_for_no_other_index_size_or_root() {
    let (size, index) = (21, 13);
    let tree = reference::tree(size);
    let (root, leaf) = (reference::root(&tree), leaf_hash(&reference::entry(index)));
    let proof = reference::inclusion(&tree, index);
    for other in 0..40 {
        assert_eq!(verify_inclusion(root, size, other, leaf, &proof).is_ok(), other == index);
    }
    assert_eq!(verify_inclusion(empty_root(), size, index, leaf, &proof), Err(BadProof::OtherRoot));
    assert_eq!(
        verify_inclusion(root, size, size, leaf, &proof),
        Err(BadProof::Outside { index: size, size })
    );
    for cut in 0..proof.len() {
        let outcome = verify_inclusion(root, size, index, leaf, &proof[..cut]);
        assert_eq!(outcome, Err(BadProof::WrongLength { given: cut }));
    }
    let longer = [&proof[..], &[root]].concat();
    let outcome = verify_inclusion(root, size, index, leaf, &longer);
    assert_eq!(outcome, Err(BadProof::WrongLength { given: longer.len() }));
}

#[test]
fn a_tree_is_consistent_with_nothing_but_its_own_past() {
    let tree = reference::tree(21);
    let (root, proof) = (reference::root(&tree), reference::consistency(&tree, 13));
    let old = frontier(13).root();
    let other = Hash([9; 32]);
    assert_eq!(verify_consistency(old, 13, root, 21, &proof), Ok(()));
    assert_eq!(verify_consistency(other, 13, root, 21, &proof), Err(BadProof::OtherOldRoot));
    assert_eq!(verify_consistency(old, 13, other, 21, &proof), Err(BadProof::OtherRoot));
    assert_eq!(
        verify_consistency(root, 21, old, 13, &proof),
        Err(BadProof::Shrinks { from: 21, to: 13 })
    );
    for cut in 0..proof.len() {
        assert!(verify_consistency(old, 13, root, 21, &proof[..cut]).is_err());
    }
    let longer = [&proof[..], &[root]].concat();
    assert!(verify_consistency(old, 13, root, 21, &longer).is_err());

    assert_eq!(verify_consistency(empty_root(), 0, root, 21, &[]), Ok(()));
    assert_eq!(verify_consistency(other, 0, root, 21, &[]), Err(BadProof::OtherOldRoot));
    assert_eq!(verify_consistency(root, 21, root, 21, &[]), Ok(()));
    assert_eq!(verify_consistency(other, 21, root, 21, &[]), Err(BadProof::OtherRoot));
    assert!(verify_consistency(empty_root(), 0, root, 21, &proof).is_err());
}

#[test]
fn a_frontier_is_stored_with_as_many_peaks_as_its_size_has_ones() {
    for size in 0..70 {
        let frontier = frontier(size);
        let bytes = frontier.to_bytes();
        assert_eq!(bytes.len(), 8 + 32 * size.count_ones() as usize);
        assert_eq!(Frontier::from_bytes(&bytes).unwrap(), frontier);
        assert!(Frontier::from_bytes(&[&bytes[..], &[0]].concat()).is_err());
        assert!(Frontier::from_bytes(&bytes[..bytes.len() - 1]).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn proofs_of_large_trees_agree_with_ct_merkle(size in 131u64..5_000, a: u64, b: u64) {
        let tree = reference::tree(size);
        let root = frontier(size).root();
        prop_assert_eq!(root, reference::root(&tree));
        let index = a % size;
        let leaf = leaf_hash(&reference::entry(index));
        let proof = reference::inclusion(&tree, index);
        prop_assert_eq!(verify_inclusion(root, size, index, leaf, &proof), Ok(()));
        let from = b % size + 1;
        let proof = reference::consistency(&tree, from);
        let outcome = verify_consistency(frontier(from).root(), from, root, size, &proof);
        prop_assert_eq!(outcome, Ok(()));
    }

    #[test]
    fn a_hash_survives_its_text(bytes: [u8; 32]) {
        prop_assert_eq!(Hash(bytes).to_string().parse(), Ok(Hash(bytes)));
    }

    #[test]
    fn any_proof_is_judged_without_a_panic(
        size: u64, index: u64, hashes in proptest::collection::vec(any::<[u8; 32]>(), 0..70),
    ) {
        let hashes: Vec<Hash> = hashes.into_iter().map(Hash).collect();
        let hash = Hash([1; 32]);
        prop_assert!(verify_inclusion(hash, size, index, hash, &hashes).is_err() || size == 1);
        let judged = verify_consistency(hash, index, hash, size, &hashes);
        prop_assert!(judged.is_err() || index == size);
    }
}
