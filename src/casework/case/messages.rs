//! Messages of a case: sealed, and told to the log by digest.

use crate::audit::hex::hex;
use crate::audit::leaf::case::MessageKept;
use crate::audit::merkle::Hash;
use crate::domain::case::Writer;
use crate::domain::identity::Personal;
use crate::store::Tx;
use crate::store::rows::MessageRow;
use crate::store::vault::{Place, random};

use crate::casework::case::record::{Loaded, kept_leaf};
use crate::casework::{CaseworkError, Office};

pub(crate) fn write_message(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    words: &Personal<String>,
    writer: Writer,
) -> Result<(), CaseworkError> {
    let id: [u8; 16] = crate::domain::id::TaskId::new(office.clock.now(), random()).0;
    let place = Place { table: "messages", column: "sealed", row: &id };
    let now = office.clock.now();
    let row = MessageRow {
        id: id.to_vec(),
        case_id: case.row.id.clone(),
        subject_id: case.row.subject_id.clone(),
        written_at: now.0,
        sealed: case.person.key.seal(&place, words.reveal().as_bytes())?,
        writer: Some(writer.code().to_owned()),
    };
    let kept = MessageKept {
        reference: case.reference,
        message: hex(&row.id),
        written_at: row.written_at,
        sha256: hex(&Hash::of(&row.sealed).0),
        writer: Some(writer),
    };
    kept_leaf(tx, now, case, &kept)?;
    tx.insert_message(&row)?;
    Ok(())
}
