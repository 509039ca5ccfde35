//! The log's vocabulary: leaves are kept for ever, so no text and no byte of what was once written may change.

use std::collections::BTreeSet;

use habeas::audit::canonical;
use habeas::audit::leaf::case::{
    AttachmentKept, CaseRead, CaseRows, MessageKept, OpeningsErased, PackageKept, PackagesDropped,
    RequestEntered, TicketRedeemed, TicketSpent,
};
use habeas::audit::leaf::event::{self, Happened, Told};
use habeas::audit::leaf::objections::{
    FilterRun, KeyHandedOut, ObjectionRecorded, ObjectionsChanged, ObjectionsImported,
    ObjectionsInherited, RecipientObeys, RecipientTask,
};
use habeas::audit::leaf::office::{
    AuditExported, DatamapShown, KeyCreated, LogRecovered, ReviewExported, TaskDone,
};
use habeas::audit::leaf::policy::{ChangeDeclared, PolicyActivated, PolicyStep};
use habeas::audit::leaf::{LeafKind, Payload, read};
use habeas::domain::id::Reference;
use serde::de::DeserializeOwned;

use super::machine;

/// Leaves as gateways wrote them: a kind, a tab, and what it committed to.
const WRITTEN: &str = include_str!("../vectors/leaves.txt");

fn again<T: Payload + DeserializeOwned>(kind: LeafKind, payload: &[u8]) -> Vec<u8> {
    let told: T = read(payload).unwrap();
    assert_eq!(told.kind(), kind);
    told.bytes().unwrap()
}

/// Read and written once more.
fn rewritten(kind: LeafKind, payload: &[u8]) -> Vec<u8> {
    use LeafKind as K;
    match kind {
        K::Event(_) => match event::read(payload).unwrap() {
            (reference, Told::Event(event)) => {
                let told = Happened::to(reference, &event);
                assert_eq!(told.kind(), kind);
                told.bytes().unwrap()
            }
            // Nobody can make a decision from what was read: its bytes are those of the snapshot below.
            (_, Told::Decided(_)) => payload.to_vec(),
        },
        K::RequestEntered => again::<RequestEntered>(kind, payload),
        K::TicketRedeemed => again::<TicketRedeemed>(kind, payload),
        K::TicketSpent => again::<TicketSpent>(kind, payload),
        K::MessageKept => again::<MessageKept>(kind, payload),
        K::AttachmentKept => again::<AttachmentKept>(kind, payload),
        K::PackageKept => again::<PackageKept>(kind, payload),
        K::PackagesDropped => again::<PackagesDropped>(kind, payload),
        K::CaseRows => again::<CaseRows>(kind, payload),
        K::CaseRead => again::<CaseRead>(kind, payload),
        K::OpeningsErased => again::<OpeningsErased>(kind, payload),
        K::ObjectionRecorded => again::<ObjectionRecorded>(kind, payload),
        K::ObjectionsChanged => again::<ObjectionsChanged>(kind, payload),
        K::ObjectionsImported => again::<ObjectionsImported>(kind, payload),
        K::ObjectionsInherited => again::<ObjectionsInherited>(kind, payload),
        K::ObjectionsKey => again::<KeyHandedOut>(kind, payload),
        K::FilterRun => again::<FilterRun>(kind, payload),
        K::RecipientObeys => again::<RecipientObeys>(kind, payload),
        K::RecipientTask => again::<RecipientTask>(kind, payload),
        K::KeyCreated => again::<KeyCreated>(kind, payload),
        K::PolicyActivated => again::<PolicyActivated>(kind, payload),
        K::PolicyAnnounced | K::PolicyApproved => again::<PolicyStep>(kind, payload),
        K::ChangeDeclared => again::<ChangeDeclared>(kind, payload),
        K::TaskDone => again::<TaskDone>(kind, payload),
        K::DatamapShown => again::<DatamapShown>(kind, payload),
        K::AuditExported => again::<AuditExported>(kind, payload),
        K::ReviewExported => again::<ReviewExported>(kind, payload),
        K::LogRecovered => again::<LogRecovered>(kind, payload),
    }
}

#[test]
fn what_was_once_written_is_read_and_would_be_written_in_the_same_bytes() {
    let mut met = BTreeSet::new();
    for line in WRITTEN.lines() {
        let (text, payload) = line.split_once('\t').unwrap();
        let kind = LeafKind::parse(text).expect(text);
        let bytes = rewritten(kind, payload.as_bytes());
        assert_eq!(std::str::from_utf8(&bytes).unwrap(), payload, "{text}");
        assert!(canonical::parse_strict(payload.as_bytes()).is_ok(), "{text}");
        met.insert(kind);
    }
    let all: BTreeSet<LeafKind> = LeafKind::ALL.iter().copied().collect();
    assert_eq!(met, all, "an example of every kind stands in tests/vectors/leaves.txt");
}

#[test]
fn every_event_has_its_kind_and_its_bytes() {
    let reference = Reference::new(1);
    let mut told = String::new();
    let mut met = BTreeSet::new();
    for (_, event) in machine::events() {
        let leaf = Happened::to(reference, &event);
        let (kind, bytes) = (leaf.kind(), leaf.bytes().unwrap());
        told += &format!("{kind} {}\n", String::from_utf8(bytes.clone()).unwrap());
        let (of, read) = event::read(&bytes).unwrap();
        assert_eq!(of, reference, "{kind}");
        match read {
            Told::Event(read) => assert_eq!(read, event),
            Told::Decided(read) => assert_eq!(read.at, machine::AT),
        }
        met.insert(kind);
    }
    let all = LeafKind::ALL.iter().filter(|kind| matches!(kind, LeafKind::Event(_)));
    assert_eq!(met, all.copied().collect(), "the table has an example of every event");
    insta::assert_snapshot!(told);
}
