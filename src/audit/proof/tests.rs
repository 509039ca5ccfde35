use proptest::prelude::*;

use super::super::merkle::Frontier;
use super::super::note::{NoteError, SigningKey};
use super::super::tiles::{prove_inclusion, tests::Shelf};
use super::*;

const ORIGIN: &str = "dsr.example/habeas";
const PAYLOAD: &[u8] = br#"{"due":1767139200000,"reference":"7K3-9QF","right":"access"}"#;
const SALT: [u8; 32] = [5; 32];

fn key() -> SigningKey {
    SigningKey::from_seed(ORIGIN, &[3; 32]).unwrap()
}

fn entry() -> Vec<u8> {
    Entry::new("case.received", 1_764_547_200_000, commit(&SALT, PAYLOAD)).unwrap().bytes()
}

/// The proof of `entry` at `index` among `size` leaves.
fn proof(entry: &[u8], index: u64, size: u64) -> Proof {
    let leaf = |place| if place == index { leaf_hash(entry) } else { Hash([9; 32]) };
    let leaves: Vec<Hash> = (0..size).map(leaf).collect();
    let (mut shelf, mut frontier) = (Shelf::default(), Frontier::default());
    shelf.add(0, &leaves);
    leaves.iter().copied().for_each(|leaf| frontier.push(leaf));
    let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size, root: frontier.root() };
    Proof {
        extra: Some(receipt_extra(entry, PAYLOAD, &SALT).unwrap()),
        index,
        hashes: prove_inclusion(&mut shelf, size, index).unwrap(),
        checkpoint: checkpoint.sign(&key()).unwrap(),
    }
}

fn check(proof: &Proof) -> Result<CheckedReceipt, ReceiptError> {
    check_receipt(&proof.to_text(), &[key().verifier().clone()])
}

#[test]
fn a_receipt_says_what_was_logged_and_where() {
    for (index, size) in [(0, 1), (5, 11), (10, 11), (300, 700)] {
        let checked = check(&proof(&entry(), index, size)).unwrap();
        assert_eq!((checked.index, checked.checkpoint.size), (index, size));
        assert_eq!(checked.entry.kind(), "case.received");
        assert_eq!(checked.payload["reference"], "7K3-9QF");
    }
}

#[test]
fn the_file_has_the_form_of_the_specification() {
    let proof = Proof { extra: Some("AAAA".to_owned()), ..proof(&entry(), 1, 3) };
    let text = proof.to_text();
    let expected = format!(
        "c2sp.org/tlog-proof@v1\nextra AAAA\nindex 1\n{}\n{}\n\n{ORIGIN}\n3\n",
        proof.hashes[0], proof.hashes[1]
    );
    assert!(text.starts_with(&expected), "{text}");
    assert_eq!(Proof::parse(&text), Ok(proof));
}

#[test]
fn other_files_are_refused() {
    let mut bare = proof(&entry(), 1, 3);
    bare.extra = None;
    let text = bare.to_text();
    assert_eq!(Proof::parse(&text), Ok(bare.clone()));
    let first = bare.hashes[0].to_string();
    for (from, to, why) in [
        ("@v1", "@v2", BadFile::Head),
        ("@v1\n", "@v1 \n", BadFile::Head),
        ("index", "extra\nindex", BadFile::Extra),
        ("index", "extra !\nindex", BadFile::Extra),
        ("index", "extra AAA\nindex", BadFile::Extra),
        ("index", "extra AAAA\nextra AAAA\nindex", BadFile::Index),
        ("index 1", "index 01", BadFile::Index),
        ("index 1", "index", BadFile::Index),
        ("index 1", "index -1", BadFile::Index),
        ("index 1", "index 18446744073709551616", BadFile::Index),
        ("index 1", "index 1\nindex 1", BadFile::Hash { number: 1 }),
        (&first, "AAAA", BadFile::Hash { number: 1 }),
        (&first, &format!("{first}\n").repeat(64), BadFile::TooManyHashes),
        ("\n\n", "\n", BadFile::Hash { number: 3 }),
    ] {
        let other = text.replacen(from, to, 1);
        assert_eq!(Proof::parse(&other), Err(why), "{other}");
    }
    assert_eq!(Proof::parse("c2sp.org/tlog-proof@v1\nindex 1\n\n"), Err(BadFile::NoCheckpoint));
    assert_eq!(Proof::parse("c2sp.org/tlog-proof@v1\nindex 1\n"), Err(BadFile::NoCheckpoint));
    assert_eq!(Proof::parse(&"x".repeat(3 << 20)), Err(BadFile::TooLong));
}

#[test]
fn a_receipt_that_an_editor_saved_is_not_genuine_and_the_reason_names_the_editor() {
    let text = proof(&entry(), 2, 3).to_text();
    for (other, why) in [
        (text.replace('\n', "\r\n"), BadFile::LineEnds),
        (format!("\u{feff}{text}"), BadFile::ByteOrderMark),
        (format!("\u{feff}{}", text.replace('\n', "\r\n")), BadFile::ByteOrderMark),
    ] {
        let refused = check_receipt(&other, &[key().verifier().clone()]).unwrap_err();
        assert_eq!(refused, ReceiptError::File(why));
        assert!(refused.to_string().contains("editor"), "{refused}");
    }
}

#[test]
fn each_thing_that_does_not_match_is_named() {
    let good = proof(&entry(), 5, 11);
    let extra = |payload: &[u8], salt| receipt_extra(&entry(), payload, salt).ok();
    let with_extra = |extra| check(&Proof { extra, ..good.clone() }).unwrap_err();

    assert_eq!(with_extra(None), ReceiptError::NoExtra);
    assert_eq!(with_extra(Some(String::new())), ReceiptError::Extra);
    assert_eq!(with_extra(Some(STANDARD.encode("{}"))), ReceiptError::Extra);
    assert_eq!(with_extra(extra(b"{}", &SALT)), ReceiptError::Commit);
    assert_eq!(with_extra(extra(PAYLOAD, &[6; 32])), ReceiptError::Commit);
    let other = receipt_extra(b"{}", PAYLOAD, &SALT).ok();
    assert_eq!(with_extra(other), ReceiptError::Entry(BadEntry::Shape));

    // Another moment, with the same commitment.
    let later = Entry::new("case.received", 1_764_547_200_001, commit(&SALT, PAYLOAD)).unwrap();
    let later = receipt_extra(&later.bytes(), PAYLOAD, &SALT).ok();
    assert_eq!(with_extra(later), ReceiptError::Inclusion(BadProof::OtherRoot));

    let elsewhere = Proof { index: 6, ..good.clone() };
    assert_eq!(check(&elsewhere), Err(ReceiptError::Inclusion(BadProof::OtherRoot)));
    let outside = Proof { index: 11, ..good.clone() };
    let why = BadProof::Outside { index: 11, size: 11 };
    assert_eq!(check(&outside), Err(ReceiptError::Inclusion(why)));

    let unsigned = check_receipt(&good.to_text(), &[]);
    let why = CheckpointError::Note(NoteError::NoKnownKey);
    assert_eq!(unsigned, Err(ReceiptError::Checkpoint(why)));
    let forger = SigningKey::from_seed("forger.example", &[8; 32]).unwrap();
    let text = good.checkpoint.split_inclusive('\n').take(3).collect::<String>();
    let other = Proof { checkpoint: forger.sign(&text).unwrap(), ..good };
    let why = CheckpointError::NotItsOwn { origin: ORIGIN.to_owned() };
    let outcome = check_receipt(&other.to_text(), &[forger.verifier().clone()]);
    assert_eq!(outcome, Err(ReceiptError::Checkpoint(why)));
}

#[test]
fn a_payload_that_is_not_canonical_is_refused_although_it_was_logged() {
    let payload = br#"{"b":1, "a":2}"#;
    let entry = Entry::new("case.received", 0, commit(&SALT, payload)).unwrap().bytes();
    let extra = receipt_extra(&entry, payload, &SALT).ok();
    let outcome = check(&Proof { extra, ..proof(&entry, 0, 2) });
    assert_eq!(outcome, Err(ReceiptError::Payload(CanonicalError::NotCanonical)));
    assert_eq!(receipt_extra(b"\xff", payload, &SALT), Err(ReceiptError::Extra));
}

#[test]
fn no_byte_of_a_receipt_can_be_changed() {
    let text = proof(&entry(), 5, 11).to_text();
    let keys = [key().verifier().clone()];
    for at in 0..text.len() {
        for flip in [1, 2, 4, 0x20, 0x40, 0x80] {
            let mut other = text.clone().into_bytes();
            other[at] ^= flip;
            if let Ok(other) = String::from_utf8(other) {
                assert!(check_receipt(&other, &keys).is_err(), "byte {at}: {other}");
            }
        }
        assert!(
            check_receipt(&format!("{}{}", &text[..at.min(22)], &text[at.min(22) + 1..]), &keys)
                .is_err()
        );
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_back(
        extra in proptest::option::of(proptest::collection::vec(any::<u8>(), 0..40)),
        index: u64,
        hashes in proptest::collection::vec(any::<[u8; 32]>(), 0..=HASHES_MAX),
        checkpoint in "[^\r]{1,40}",
    ) {
        let extra = extra.map(|bytes| STANDARD.encode(bytes));
        let hashes = hashes.into_iter().map(Hash).collect();
        let proof = Proof { extra, index, hashes, checkpoint };
        prop_assert_eq!(Proof::parse(&proof.to_text()), Ok(proof));
    }

    #[test]
    fn whatever_is_read_is_written_back(at: usize, byte in 0u8..128) {
        let mut text = proof(&entry(), 2, 3).to_text().into_bytes();
        let at = at % text.len();
        text[at] = byte;
        if let Ok(text) = String::from_utf8(text) && let Ok(proof) = Proof::parse(&text) {
            prop_assert_eq!(proof.to_text(), text);
        }
    }
}
