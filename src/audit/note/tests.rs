use proptest::prelude::*;
use signed_note::{Note, StandardSigner, StandardVerifier, Verifier as _, VerifierList};

use super::*;

/// The example published with the format: text, key and signature.
const TEXT: &str = "If you think cryptography is the answer to your problem,\n\
                    then you don't know what your problem is.\n";
const VKEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const SIGNATURE: &str = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2p\
                         ZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
/// The type byte, 0x01, and the seed.
const PRIVATE: &str = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

fn key(name: &str) -> SigningKey {
    SigningKey::from_seed(name, &Hash::of(name.as_bytes()).0).unwrap()
}

fn list(vkey: &str) -> VerifierList {
    VerifierList::new(vec![Box::new(StandardVerifier::new(vkey).unwrap())])
}

#[test]
fn the_published_example_opens_and_is_reproduced() {
    let note = format!("{TEXT}\n{SIGNATURE}");
    let opened = open(&note, &[VerifierKey::parse(VKEY).unwrap()]).unwrap();
    assert_eq!(opened, Opened { text: TEXT.to_owned(), by: vec!["PeterNeumann".to_owned()] });

    let private = STANDARD.decode(PRIVATE).unwrap();
    let key = SigningKey::from_seed("PeterNeumann", private[1..].try_into().unwrap()).unwrap();
    assert_eq!((key.vkey().as_str(), key.sign(TEXT)), (VKEY, Ok(note)));
}

#[test]
fn signed_note_opens_our_notes() {
    let key = key("dsr.example/habeas");
    let note = Note::from_bytes(key.sign("a\n\nb\n").unwrap().as_bytes()).unwrap();
    let (verified, unverified) = note.verify(&list(&key.vkey())).unwrap();
    assert_eq!((verified.len(), unverified.len(), note.text()), (1, 0, &b"a\n\nb\n"[..]));
}

#[test]
fn we_open_the_notes_of_signed_note_and_agree_on_keys() {
    let key = key("dsr.example/habeas");
    let seed = Hash::of(b"dsr.example/habeas").0;
    let encoded = STANDARD.encode([&[ED25519_TYPE][..], &seed].concat());
    let id = id_text(key.verifier().id);
    let signer =
        StandardSigner::new(&format!("PRIVATE+KEY+{}+{id}+{encoded}", key.name())).unwrap();
    let mut note = Note::new(b"text\n", &[]).unwrap();
    note.add_sigs(&[&signer]).unwrap();
    let note = String::from_utf8(note.to_bytes()).unwrap();
    assert_eq!(note, key.sign("text\n").unwrap());
    assert!(open(&note, &[key.verifier().clone()]).is_ok());

    let public = ed25519(&key);
    assert_eq!(key.vkey(), public);
    assert_eq!(StandardVerifier::new(&key.vkey()).unwrap().name(), key.name());
    assert_eq!(VerifierKey::parse(&key.vkey()), Ok(key.verifier().clone()));
}

/// The vkey as `signed_note`'s own pieces make it.
fn ed25519(key: &SigningKey) -> String {
    let public = [&[ED25519_TYPE][..], &key.verifier().key].concat();
    let id = signed_note::key_id(key.name(), &public);
    format!("{}+{id:08x}+{}", key.name(), STANDARD.encode(public))
}

#[test]
fn the_text_ends_at_the_last_empty_line() {
    let key = key("k");
    for text in ["\n", "a\n", "a\n\n", "\n\na\n\n— k AAAAAAA=\n", "a\n\n\n"] {
        let note = key.sign(text).unwrap();
        assert_eq!(open(&note, &[key.verifier().clone()]).unwrap().text, text);
    }
}

#[test]
fn unknown_keys_are_passed_over_and_known_ones_must_be_right() {
    let (ours, other) = (key("ours"), key("other"));
    let text = "text\n";
    let note = ours.sign(text).unwrap();
    let others_line = other.sign(text).unwrap().split_off(text.len() + 1);
    let both = format!("{note}{others_line}");
    let (ours, other) = (ours.verifier().clone(), other.verifier().clone());

    assert_eq!(open(&both, std::slice::from_ref(&ours)).unwrap().by, ["ours"]);
    assert_eq!(open(&both, &[other.clone(), ours.clone()]).unwrap().by, ["ours", "other"]);
    assert_eq!(open(&note, std::slice::from_ref(&other)), Err(NoteError::NoKnownKey));
    assert_eq!(open(&note, &[]), Err(NoteError::NoKnownKey));

    // The same name under another id, and the other way round, is another key.
    let namesake = SigningKey::from_seed("ours", &[9; 32]).unwrap();
    assert_eq!(open(&note, &[namesake.verifier().clone()]), Err(NoteError::NoKnownKey));

    let altered = both.replacen("text", "test", 1);
    let bad = NoteError::BadSignature { name: "ours".to_owned() };
    assert_eq!(open(&altered, std::slice::from_ref(&ours)), Err(bad));
    let second_is_bad = both.replace(&others_line, &altered_signature(&others_line));
    let bad = NoteError::BadSignature { name: "other".to_owned() };
    assert_eq!(open(&second_is_bad, &[ours.clone(), other]), Err(bad));
    assert!(open(&second_is_bad, &[ours]).is_ok());
}

fn altered_signature(line: &str) -> String {
    let (head, encoded) = line.trim_end().rsplit_once(' ').unwrap();
    let mut bytes = STANDARD.decode(encoded).unwrap();
    bytes[40] ^= 1;
    format!("{head} {}\n", STANDARD.encode(bytes))
}

#[test]
fn sixteen_and_more_signatures_are_read_up_to_a_limit() {
    let ours = key("ours");
    let other = key("other").sign("text\n").unwrap().split_off("text\n\n".len());
    let note = |others| format!("{}{}", ours.sign("text\n").unwrap(), other.repeat(others));
    let keys = [ours.verifier().clone()];
    assert!(open(&note(16), &keys).is_ok());
    assert!(open(&note(SIGNATURES_MAX - 1), &keys).is_ok());
    assert_eq!(open(&note(SIGNATURES_MAX), &keys), Err(NoteError::TooManySignatures));
}

#[test]
fn what_is_not_a_note_is_refused() {
    let key = key("k");
    let keys = [key.verifier().clone()];
    let note = key.sign("text\n").unwrap();
    for (other, why) in [
        (String::new(), NoteError::Shape),
        ("text\n".to_owned(), NoteError::Shape),
        (note.trim_end().to_owned(), NoteError::Shape),
        (format!("{note}\n"), NoteError::Shape),
        ("text\n\n".to_owned(), NoteError::Shape),
        (note.replace("text", "te\txt"), NoteError::ControlCharacter),
        (note.replace('\n', "\r\n"), NoteError::ControlCharacter),
        (note.replace("— k", "- k"), NoteError::SignatureLine { line: 1 }),
        (note.replace("— k", "—  k"), NoteError::SignatureLine { line: 1 }),
        (format!("{note}— k AAAAAA==\n"), NoteError::SignatureLine { line: 2 }),
        (format!("{note}— k+ AAAAAAA=\n"), NoteError::SignatureLine { line: 2 }),
        (format!("{note}— k AAAAAAA\n"), NoteError::SignatureLine { line: 2 }),
        (format!("{}{note}", "t".repeat(NOTE_BYTES_MAX)), NoteError::TooLong),
    ] {
        assert_eq!(open(&other, &keys), Err(why), "{other:.80}");
    }
    assert_eq!(key.sign("text"), Err(NoteError::Shape));
    assert_eq!(key.sign("te\0xt\n"), Err(NoteError::ControlCharacter));
}

#[test]
fn a_verifier_key_has_one_spelling() {
    let vkey = |from: &str, to: &str| VerifierKey::parse(&VKEY.replacen(from, to, 1));
    assert_eq!(VerifierKey::parse(VKEY).unwrap().to_string(), VKEY);
    assert_eq!(vkey("Peter", "Piter"), Err(BadKey::Id));
    assert_eq!(vkey("c74f20a3", "c74f20a4"), Err(BadKey::Id));
    assert_eq!(vkey("c74f20a3", "C74F20A3"), Err(BadKey::Id));
    assert_eq!(vkey("+ARpc", "+BRpc"), Err(BadKey::Type));
    assert_eq!(vkey("10TW", ""), Err(BadKey::Shape));
    assert_eq!(vkey("+c74f20a3", ""), Err(BadKey::Shape));
    assert_eq!(VerifierKey::parse(&VKEY.replace("PeterNeumann", "")), Err(BadKey::Name));
    for name in ["", "a b", "a+b", "a\u{a0}b", "a\nb"] {
        assert_eq!(SigningKey::from_seed(name, &[1; 32]).err(), Some(BadKey::Name), "{name:?}");
    }
}

#[test]
fn a_private_key_does_not_print_itself() {
    assert_eq!(format!("{:?}", key("k")), "SigningKey { name: \"k\", .. }");
}

proptest! {
    #[test]
    fn whatever_is_signed_opens_here_and_in_signed_note(text in "[^\\p{Cc}]{0,20}(\n{0,3}[^\\p{Cc}]{0,20}){0,4}\n") {
        let key = key("k");
        let note = key.sign(&text).unwrap();
        prop_assert_eq!(&open(&note, &[key.verifier().clone()]).unwrap().text, &text);
        let theirs = Note::from_bytes(note.as_bytes()).unwrap();
        prop_assert!(theirs.verify(&list(&key.vkey())).is_ok());
        prop_assert_eq!(theirs.text(), text.as_bytes());
    }

    #[test]
    fn a_note_altered_in_one_byte_is_judged_as_signed_note_judges_it(at: usize, byte in 0u8..128) {
        let note = format!("{TEXT}\n{SIGNATURE}");
        let mut other = note.clone().into_bytes();
        let at = at % other.len();
        other[at] = byte;
        if let Ok(other) = String::from_utf8(other) {
            let ours = open(&other, &[VerifierKey::parse(VKEY).unwrap()]);
            let theirs = Note::from_bytes(other.as_bytes());
            let theirs = theirs.and_then(|note| note.verify(&list(VKEY)));
            prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{}", other);
            prop_assert_eq!(ours.is_ok(), other == note);
        }
    }
}
