//! A second opinion for the tests: ct-merkle's tree, hashing through aws-lc-rs.

use aws_lc_rs::digest::{Context, SHA256};
use ct_merkle::digest::{FixedOutput, HashMarker, Output, OutputSizeUser, Update, consts::U32};
use ct_merkle::mem_backed_tree::MemoryBackedTree;

use super::merkle::Hash;

#[derive(Clone)]
pub(super) struct Sha256(Context);

impl Default for Sha256 {
    fn default() -> Self {
        Self(Context::new(&SHA256))
    }
}

impl OutputSizeUser for Sha256 {
    type OutputSize = U32;
}

impl HashMarker for Sha256 {}

impl Update for Sha256 {
    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }
}

impl FixedOutput for Sha256 {
    fn finalize_into(self, out: &mut Output<Self>) {
        out.copy_from_slice(self.0.finish().as_ref());
    }
}

pub(super) type Tree = MemoryBackedTree<Sha256, Vec<u8>>;

/// The entry every test puts at this index.
pub(super) fn entry(index: u64) -> Vec<u8> {
    format!("entry {index}").into_bytes()
}

/// ct-merkle's trees of every size up to and with `size_max`.
pub(super) fn trees(size_max: u64) -> Vec<Tree> {
    (0..=size_max).map(tree).collect()
}

/// ct-merkle's tree of the first `size` entries.
pub(super) fn tree(size: u64) -> Tree {
    let mut tree = Tree::new();
    (0..size).for_each(|index| tree.push(entry(index)));
    tree
}

pub(super) fn root(tree: &Tree) -> Hash {
    let mut hash = [0; 32];
    hash.copy_from_slice(tree.root().as_bytes());
    Hash(hash)
}

/// ct-merkle's proof that the tree holds the entry at `index`.
pub(super) fn inclusion(tree: &Tree, index: u64) -> Vec<Hash> {
    super::merkle::hashes_in(tree.prove_inclusion(usize::try_from(index).unwrap()).as_bytes())
}

/// ct-merkle's proof that the tree begins with its first `from` entries.
pub(super) fn consistency(tree: &Tree, from: u64) -> Vec<Hash> {
    let added = usize::try_from(tree.len() - from).unwrap();
    super::merkle::hashes_in(tree.prove_consistency(added).as_bytes())
}
