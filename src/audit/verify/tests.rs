use super::super::checkpoint::CheckpointError;
use super::super::entry::{BadEntry, Commit};
use super::super::merkle::BadFrontier;
use super::super::note::{NoteError, SigningKey};
use super::super::tiles::tests::Shelf;
use super::*;

const ORIGIN: &str = "dsr.example/habeas";

fn key() -> SigningKey {
    SigningKey::from_seed(ORIGIN, &[3; 32]).unwrap()
}

fn entry(index: u64) -> Vec<u8> {
    let time = 1_764_547_200_000 + i64::try_from(index / 2).unwrap();
    Entry::new("case.received", time, Commit(Hash::of(&index.to_be_bytes()).0)).unwrap().bytes()
}

/// A log as it is stored; tests damage one part of it.
struct Log {
    entries: Vec<(u64, Vec<u8>)>,
    notes: Vec<String>,
    shelf: Shelf,
    head: (u64, Vec<u8>),
}

fn log(size: u64, signed: &[u64]) -> Log {
    let entries: Vec<_> = (0..size).map(|index| (index, entry(index))).collect();
    let (mut frontier, mut notes, mut shelf) = (Frontier::default(), Vec::new(), Shelf::default());
    let mut note = |frontier: &Frontier| {
        if signed.contains(&frontier.size()) {
            notes.push(checkpoint(frontier.size(), frontier.root()));
        }
    };
    note(&frontier);
    let leaves: Vec<Hash> = entries.iter().map(|(_, entry)| leaf_hash(entry)).collect();
    for leaf in &leaves {
        frontier.push(*leaf);
        note(&frontier);
    }
    shelf.add(0, &leaves);
    Log { entries, notes, shelf, head: (size, frontier.to_bytes()) }
}

fn checkpoint(size: u64, root: Hash) -> String {
    Checkpoint { origin: ORIGIN.to_owned(), size, root }.sign(&key()).unwrap()
}

impl Log {
    fn check(&self) -> Report {
        let keys = vec![key().verifier().clone()];
        let mut verifier = Verifier::new(ORIGIN, keys).with_tiles(self.shelf.clone());
        self.notes.iter().for_each(|note| verifier.checkpoint(note));
        self.entries.iter().for_each(|(index, entry)| verifier.leaf(*index, entry));
        verifier.head(self.head.0, &self.head.1);
        verifier.finish()
    }

    fn findings(&self) -> Vec<Finding> {
        self.check().findings
    }
}

#[test]
fn a_sound_log_has_no_findings() {
    for size in [0, 1, 2, 255, 256, 257, 512, 700] {
        let log = log(size, &[0, 1, 100, 256, 700]);
        let report = log.check();
        assert_eq!(report.findings, []);
        let root = Frontier::from_bytes(&log.head.1).unwrap().root();
        assert_eq!((report.leaves, report.root), (size, root));
        assert_eq!(report.checkpoints, log.notes.len() as u64);
    }
}

#[test]
fn a_sound_log_that_fills_a_tile_of_the_first_level_has_no_findings() {
    let report = log(65_792, &[65_536]).check();
    assert_eq!((report.findings, report.checkpoints), (vec![], 1));
}

#[test]
fn checkpoints_may_come_in_any_order_before_their_size_is_passed() {
    let log = log(10, &[3, 7]);
    let mut verifier = Verifier::new(ORIGIN, vec![key().verifier().clone()]);
    verifier.checkpoint(&log.notes[1]);
    for (index, entry) in &log.entries {
        verifier.leaf(*index, entry);
        if *index == 2 {
            verifier.checkpoint(&log.notes[0]);
        }
    }
    verifier.checkpoint(&log.notes[0]);
    let report = verifier.finish();
    assert_eq!(report.checkpoints, 2);
    assert_eq!(report.findings, [Finding::CheckpointTooLate { size: 3 }]);
}

#[test]
fn an_altered_leaf_is_found_by_tiles_checkpoints_and_head() {
    let mut log = log(600, &[200, 300, 600]);
    log.entries[270].1 = entry(271);
    let findings = log.findings();
    let of = |level, index| TileId { level, index };
    let differs = |tile, place, first_leaf| Finding::TileDiffers { tile, place, first_leaf };
    assert!(findings.contains(&differs(of(0, 1), 14, 270)));
    assert!(findings.contains(&differs(of(1, 0), 1, 256)));
    let signed = findings.iter().filter_map(|finding| {
        if let Finding::RootDiffers { size, .. } = finding { Some(*size) } else { None }
    });
    assert_eq!(signed.collect::<Vec<_>>(), [300, 600]);
    assert_eq!(findings.last().unwrap(), &differs(of(1, 0), 1, 256));
    assert!(findings.contains(&Finding::HeadDiffers));
    assert_eq!(findings.len(), 5);
}

#[test]
fn a_leaf_that_is_no_entry_is_named() {
    let mut log = log(4, &[]);
    log.entries[2].1.push(b'\n');
    let finding = Finding::Leaf { index: 2, error: BadEntry::Shape };
    assert_eq!(log.findings()[0], finding);
    assert!(finding.to_string().starts_with("leaf 2 is not an entry: "), "{finding}");
}

#[test]
fn time_does_not_go_back() {
    let mut log = log(9, &[]);
    log.entries.swap(3, 8);
    log.entries[3].0 = 3;
    log.entries[8].0 = 8;
    let findings = log.findings();
    assert_eq!(findings[0], Finding::TimeGoesBack { index: 4 });
    assert_eq!(findings[1], Finding::TimeGoesBack { index: 8 });
}

#[test]
fn a_missing_leaf_and_a_cut_log_are_found() {
    let mut log = log(9, &[9]);
    log.entries.remove(4);
    let findings = log.findings();
    assert_eq!(findings[0], Finding::LeafOutOfPlace { expected: 4, index: 5 });
    assert!(findings.contains(&Finding::LogTooShort { size: 9, leaves: 8 }));
    assert!(findings.contains(&Finding::HeadSize { size: 9, leaves: 8 }));

    let mut log = self::log(300, &[300]);
    log.entries.truncate(256);
    let tile = TileId { level: 0, index: 1 };
    assert_eq!(
        log.findings(),
        [
            Finding::HeadSize { size: 300, leaves: 256 },
            Finding::HeadDiffers,
            Finding::TileWidth { tile, has: 44, needed: 0 },
            Finding::LogTooShort { size: 300, leaves: 256 },
        ]
    );
}

#[test]
fn tiles_of_leaves_that_are_gone_are_found() {
    let [above, first, second] =
        [(1, 0), (0, 0), (0, 1)].map(|(level, index)| TileId { level, index });
    let expected = [(0, vec![first]), (1, vec![first, above]), (256, vec![second])];
    for (left, expected) in expected {
        let mut log = log(300, &[]);
        log.entries.truncate(left);
        let tiles = log.findings().into_iter().filter_map(|finding| {
            if let Finding::TileWidth { tile, .. } = finding { Some(tile) } else { None }
        });
        assert_eq!(tiles.collect::<Vec<_>>(), expected, "{left} leaves are left");
    }
}

#[test]
fn damaged_tiles_are_named() {
    let mut log = log(600, &[]);
    let [first, middle, last] = [0, 1, 2].map(|index| TileId { level: 0, index });
    log.shelf.0.remove(&first);
    log.shelf.0.get_mut(&middle).unwrap()[32 * 7 + 5] ^= 1;
    log.shelf.0.get_mut(&last).unwrap().truncate(32 * 3);
    assert_eq!(
        log.findings(),
        [
            Finding::TileMissing { tile: first },
            Finding::TileDiffers { tile: middle, place: 7, first_leaf: 263 },
            Finding::TileWidth { tile: last, has: 3, needed: 88 },
        ]
    );
}

#[test]
fn checkpoints_that_are_false_forged_or_foreign_are_named() {
    let mut log = log(5, &[5]);
    let root = Hash([1; 32]);
    log.notes.push(checkpoint(3, root));
    log.notes.push(log.notes[0].replace("\n5\n", "\n6\n"));
    log.notes.push("nothing".to_owned());
    let findings = log.findings();
    let bad = NoteError::BadSignature { name: ORIGIN.to_owned() };
    for (number, error) in [(3, bad), (4, NoteError::Shape)] {
        let error = CheckpointError::Note(error);
        assert!(findings.contains(&Finding::Checkpoint { number, error }));
    }
    let Some(Finding::RootDiffers { size: 3, signed, .. }) = findings.last() else {
        panic!("{findings:?}")
    };
    assert_eq!((*signed, findings.len()), (root, 3));

    let other = SigningKey::from_seed("other.example", &[4; 32]).unwrap();
    let foreign = Checkpoint { origin: other.name().to_owned(), size: 0, root };
    let mut verifier = Verifier::new(ORIGIN, vec![other.verifier().clone()]);
    verifier.checkpoint(&foreign.sign(&other).unwrap());
    let origin = other.name().to_owned();
    assert_eq!(verifier.finish().findings, [Finding::OtherOrigin { number: 1, origin }]);
}

#[test]
fn a_damaged_head_is_named() {
    let mut log = log(5, &[]);
    log.head.1.pop();
    let error = BadFrontier::Peaks { size: 5, needed: 64, given: 63 };
    assert_eq!(log.findings(), [Finding::HeadUnreadable { error }]);
    log.head.1.clear();
    log.head.0 = 6;
    let error = BadFrontier::NoSize { bytes: 0 };
    let size = Finding::HeadSize { size: 6, leaves: 5 };
    assert_eq!(log.findings(), [size, Finding::HeadUnreadable { error }]);
}

#[test]
fn findings_beyond_a_limit_are_counted_only() {
    let mut verifier = Verifier::new(ORIGIN, vec![]);
    (0..1_500).for_each(|index| verifier.leaf(index, b"{}"));
    let report = verifier.finish();
    assert_eq!((report.findings.len(), report.findings_count), (FINDINGS_MAX, 1_500));
}

#[test]
fn any_flipped_bit_in_an_entry_is_found() {
    let sound = log(4, &[4]);
    for at in 0..sound.entries[2].1.len() {
        for bit in 0..8 {
            let mut log = log(4, &[4]);
            log.entries[2].1[at] ^= 1 << bit;
            let report = log.check();
            assert_eq!(report.checkpoints, 0);
            assert!(report.findings.iter().any(|f| matches!(f, Finding::RootDiffers { .. })));
        }
    }
}
