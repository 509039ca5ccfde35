//! Letters to a person: written complete, sealed with their key, and told with evidence.

use std::sync::Arc;

use crate::audit::hex::hex;
use crate::audit::leaf::case::What;
use crate::audit::merkle::Hash;
use crate::domain::case::Stage;
use crate::domain::decide::{Command, Refusal};
use crate::domain::id::{NoticeId, Reference};
use crate::domain::identity::Asker;
use crate::domain::language::Language;
use crate::domain::role::Officer;
use crate::domain::time::{Day, Instant};
use crate::domain::told::{self, Handed};
use crate::notices::authority::{of, or_first};
use crate::notices::{Kind, Letter, Remedies};
use crate::store::Tx;
use crate::store::rows::NoticeRow;
use crate::store::vault::{Place, random};

use crate::casework::case::actor::{Actor, admit};
use crate::casework::case::dossier;
use crate::casework::case::notices::{Notice, notice};
use crate::casework::case::private::Private;
use crate::casework::case::reading::{self, Reader};
use crate::casework::case::record::{Loaded, act, load};
use crate::casework::letters::head;
use crate::casework::mail::{self, Fared, Mail, Pace, Says, Whose};
use crate::casework::{CaseworkError, Office, people};

/// What the person told about language and country.
pub(crate) fn private_of(case: &Loaded) -> Result<Private, CaseworkError> {
    crate::casework::case::private::open(&case.person, &case.row)
}

/// The language that the person asked in; the controller's, when it is none of ours or they named none.
pub(crate) fn language(office: &Office, case: &Loaded) -> Result<Language, CaseworkError> {
    Ok(office.spoken(private_of(case)?.language.as_deref()))
}

/// Art. 77: the authority where the person lives, if they told, and the controller's.
pub(crate) fn remedies(office: &Office, case: &Loaded) -> Result<Remedies, CaseworkError> {
    let home = private_of(case)?.country;
    Ok(Remedies { home: home.as_deref().and_then(of), own: or_first(&office.country) })
}

/// Writes a letter into the case, under an id that the caller may have promised already.
pub(crate) fn write(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    id: NoticeId,
    letter: &Letter,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let head = head::of(office, case, now)?;
    let language = language(office, case)?;
    let written = letter.write(&head, language)?;
    let place = Place { table: "notices", column: "sealed", row: &id.0 };
    tx.insert_notice(&NoticeRow {
        id: id.0.to_vec(),
        case_id: case.row.id.clone(),
        subject_id: case.row.subject_id.clone(),
        kind: written.kind().code().into(),
        language: written.language().code().into(),
        sealed: case.person.key.seal(&place, written.text().as_bytes())?,
        made_at: now.0,
        told_at: None,
        told_how: None,
    })?;
    let kind = written.kind().code();
    let sha256 = hex(&Hash::of(written.text().as_bytes()).0);
    act(tx, office, case, now, Command::MakeNotice { notice: id, kind, sha256 })?;
    dossier::tell(tx, office, &case.row.id)?;
    if written.kind() == Kind::Receipt {
        // Intake itself sends its mail.
        return Ok(());
    }
    let reference = case.reference;
    let says = if is_answer(kind) {
        Says::AnswerReady { reference }
    } else {
        Says::LetterWaits { reference }
    };
    announce(tx, office, case, says)
}

/// Lets the person know by mail that there is something to read. It is no evidence that they read it: what counts as told
/// stays what it is.
pub(crate) fn announce(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    says: Says,
) -> Result<(), CaseworkError> {
    let private = private_of(case)?;
    let Some(to) = private.address() else { return Ok(()) };
    // One mail for what is written in one go.
    let waits =
        |mail: &Fared| mail.kind == says.code() && mail.state == "waiting" && mail.tries == 0;
    if mail::of_case(tx, &case.row.id)?.iter().any(waits) {
        return Ok(());
    }
    let of = Some(Whose { person: case.person.clone(), case: Some(case.id) });
    let language = language(office, case)?;
    mail::post(tx, office, Mail { to, language, says, of, pace: Pace::Usual })
}

/// A new id for a letter.
pub(crate) fn new_id(office: &Office) -> NoticeId {
    NoticeId::new(office.clock.now(), random())
}

/// Reads a letter. When its person reads it, it has reached them: that is written down (Art. 18(3) needs the evidence).
///
/// # Errors
/// [`CaseworkError::NoSuchCase`] when there is none, or it is somebody else's.
pub async fn read(
    office: &Arc<Office>,
    reader: Reader,
    reference: Reference,
    id: NoticeId,
) -> Result<(Notice, String), CaseworkError> {
    let inside = Arc::clone(office);
    let open = move |tx: &mut Tx<'_>| {
        let row = reading::find(tx, &inside, &reader, reference)?;
        let letter = tx.notice(&id.0)?.filter(|letter| letter.case_id == row.id);
        let mut letter = letter.ok_or(CaseworkError::NoSuchCase)?;
        let mut case = load(tx, &inside, row)?;
        match &reader {
            Reader::Person(_) if letter.told_at.is_none_or(|at| at > inside.clock.now().0) => {
                let how = "the person read it".to_owned();
                told(tx, &inside, &mut case, id, how, Handed::InHand)?;
                letter = tx.notice(&id.0)?.ok_or(CaseworkError::NoSuchCase)?;
            }
            Reader::Person(_) => {}
            Reader::Officer(officer) => {
                reading::log_reading(tx, &inside, officer.id(), reference, What::Letter)?;
            }
            Reader::Glance => {}
        }
        let place = Place { table: "notices", column: "sealed", row: &id.0 };
        let text = place.column().text(case.person.key.open(&place, &letter.sealed)?)?;
        Ok((notice(letter)?, text))
    };
    office.store.write("read notice", open).await
}

fn told(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    id: NoticeId,
    how: String,
    handed: Handed,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let letter = tx.notice(&id.0)?.ok_or(CaseworkError::NoSuchCase)?;
    let made_at = Instant(letter.made_at);
    let from = told::counts_from(handed, made_at, now, &office.calendar)?;
    if tx.tell_notice(&id.0, from.0, &how)? == 1 {
        act(tx, office, case, now, Command::TellNotice { notice: id, how: how.clone(), from })?;
        dossier::tell(tx, office, &case.row.id)?;
        if from <= now && is_of_the_answer(tx, office, case, &letter)? {
            reached(tx, office, case, how)?;
        }
    }
    Ok(())
}

/// The letter of the answer that stands, and of none before it. An objection that was weighed is answered by as many letters
/// as it was overridden for uses: whoever has all of them has the answer.
fn is_of_the_answer(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    letter: &NoticeRow,
) -> Result<bool, CaseworkError> {
    let Some(answered_at) = case.state.answer.as_ref().map(|answer| answer.at.0) else {
        return Ok(false);
    };
    if Kind::parse(&letter.kind) != Some(Kind::BeforeLifting) {
        return Ok(is_answer(&letter.kind) && letter.made_at >= answered_at);
    }
    let now = office.clock.now().0;
    for weighed in tx.balancings_of(&case.row.id)? {
        let Some(notice) = weighed.notice_id.filter(|_| weighed.closed_at.is_none()) else {
            continue;
        };
        let told_at = tx.notice(&notice)?.and_then(|letter| letter.told_at);
        if told_at.is_none_or(|at| at > now) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Answers whose letter went by post, and counts as delivered by now: their people have them.
///
/// # Errors
/// When the database does not answer. It can be done again.
pub fn come(office: &Arc<Office>) -> Result<(), CaseworkError> {
    const AT_ONCE: i64 = 100;
    let now = office.clock.now();
    let mut after = Vec::new();
    loop {
        let last = after.clone();
        let letters = office.store.read_blocking("letters that have come", move |tx| {
            let kinds = Kind::ALL.map(Kind::code).into_iter().filter(|kind| is_answer(kind));
            let kinds: Vec<&str> = kinds.collect();
            tx.notices_come(&kinds, now.0, &last, AT_ONCE).map_err(CaseworkError::from)
        })?;
        let Some(last) = letters.last() else { return Ok(()) };
        after.clone_from(&last.id);
        for letter in letters {
            let inside = Arc::clone(office);
            office.store.write_blocking("letter has come", move |tx| {
                let Some(row) = tx.case_by_id(&letter.case_id)? else { return Ok(()) };
                let mut case = match load(tx, &inside, row) {
                    Ok(case) => case,
                    Err(CaseworkError::NoSuchCase) => return Ok(()),
                    Err(error) => return Err(error),
                };
                let how = letter.told_how.clone().unwrap_or_default();
                if how.is_empty() || !is_of_the_answer(tx, &inside, &case, &letter)? {
                    return Ok(());
                }
                reached(tx, &inside, &mut case, how)
            })?;
        }
    }
}

/// Letters that say what the answer is.
fn is_answer(kind: &str) -> bool {
    Kind::parse(kind).is_some_and(|kind| match kind {
        Kind::FeeProposed
        | Kind::Refused
        | Kind::RefusedInPart
        | Kind::NotInFull
        | Kind::Declined
        | Kind::BeforeLifting
        | Kind::Completed
        | Kind::Unidentifiable => true,
        Kind::ReviewOpened
        | Kind::Referred
        | Kind::Narrow
        | Kind::RestrictionApplied
        | Kind::RestrictionEnds
        | Kind::Extended
        | Kind::IdentityAsked
        | Kind::ClarificationAsked
        | Kind::Receipt => false,
    })
}

/// The person has the answer: said once, with how we know.
pub(crate) fn reached(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    how: String,
) -> Result<(), CaseworkError> {
    if matches!(case.state.stage, Stage::Decided(_)) {
        act(tx, office, case, office.clock.now(), Command::Notify { how })?;
    }
    Ok(())
}

/// The person fetched what they asked for: a copy that is handed over is the answer.
///
/// # Errors
/// When the database does not answer.
pub async fn fetched(
    office: &Arc<Office>,
    reader: &Reader,
    reference: Reference,
) -> Result<(), CaseworkError> {
    // Reading goes on when nothing can be written.
    if !matches!(reader, Reader::Person(_)) || office.store.is_frozen() {
        return Ok(());
    }
    let (inside, reader) = (Arc::clone(office), reader.clone());
    let is_told = office.store.read("is told", {
        let (inside, reader) = (Arc::clone(office), reader.clone());
        move |tx: &mut Tx<'_>| {
            let row = reading::find(tx, &inside, &reader, reference)?;
            Ok::<_, CaseworkError>(row.stage != "decided")
        }
    });
    if is_told.await? {
        return Ok(());
    }
    let write = move |tx: &mut Tx<'_>| {
        let row = reading::find(tx, &inside, &reader, reference)?;
        let mut case = load(tx, &inside, row)?;
        reached(tx, &inside, &mut case, "the person fetched it".to_owned())
    };
    office.store.write("fetched", write).await
}

/// How a letter went to the person, in an officer's words and as the law counts it.
#[derive(Clone, Debug)]
pub struct Told {
    /// In words: where, to whom, under which number.
    pub how: String,
    /// As the law counts it.
    pub way: Way,
}

/// The ways that there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// The officer knows that the person has it: handed over, read to them, signed for.
    InHand,
    /// Given to the post on this day; without one, today. It counts as told so many days later (LAW 14.5).
    Post {
        /// The day.
        posted: Option<Day>,
    },
}

/// An officer writes down how a letter went to the person.
///
/// # Errors
/// [`CaseworkError::NoSuchCase`], or a stale version.
pub async fn tell(
    office: &Arc<Office>,
    officer: Officer,
    version: i64,
    reference: Reference,
    id: NoticeId,
    told: Told,
) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
        let letter = tx.notice(&id.0)?.filter(|letter| letter.case_id == row.id);
        letter.ok_or(CaseworkError::NoSuchCase)?;
        let mut case = load(tx, &inside, row)?;
        if told.how.trim().is_empty() {
            return Err(Refusal::NoReason.into());
        }
        let how = format!("{} ({})", told.how, officer.id());
        admit(&inside, &Actor::Officer(officer, version), &case)?;
        let today = || inside.calendar.day_of(inside.clock.now());
        let handed = match told.way {
            Way::InHand => Handed::InHand,
            Way::Post { posted } => Handed::ByPost {
                posted: posted.unwrap_or_else(today),
                presumed_days: inside.letterhead.presumed_days,
            },
        };
        self::told(tx, &inside, &mut case, id, how, handed)
    };
    office.store.write("tell notice", write).await
}

/// From when on a letter counts as told, if it does.
///
/// # Errors
/// When the database does not answer.
pub fn counts_from(office: &Office, id: NoticeId) -> Result<Option<Instant>, CaseworkError> {
    let read = move |tx: &mut Tx<'_>| tx.notice(&id.0).map_err(CaseworkError::from);
    let letter = office.store.read_blocking("letter", read)?;
    Ok(letter.and_then(|letter| letter.told_at).map(Instant))
}

/// Whether this asker is the person of the case.
pub(crate) fn is_own(office: &Office, asker: &Asker, case: &Loaded) -> bool {
    people::blind(&office.vault, asker) == case.person.blind
}
