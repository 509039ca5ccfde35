//! By which way an objection came: kept sealed beside it, for `fairness` alone. The entry of the objection tells a digest, so that
//! none can be changed or taken away unseen.

use serde::{Deserialize, Serialize};

use crate::audit::hex::hex;
use crate::audit::merkle::Hash;
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::columns::objection_ways;
use crate::store::rows::ObjectionWayRow;
use crate::store::vault::{Dek, Place};

use crate::casework::CaseworkError;
use crate::casework::case::labels::{Beside, Came, Labels};
use crate::casework::people::Known;

/// As it lies sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    came: Came,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    labels: Vec<u8>,
}

fn place(epoch: &[u8]) -> Place<'_> {
    Place { table: "objection_ways", column: "sealed", row: epoch }
}

/// Keeps it; gives the digest for the log.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    person: &Known,
    epoch: i64,
    beside: &Beside,
    now: Instant,
) -> Result<String, CaseworkError> {
    let kept = Kept { came: beside.came, labels: beside.labels.hand_on() };
    let plain = objection_ways::sealed.to_json(&kept)?;
    let row = ObjectionWayRow {
        epoch,
        subject_id: person.id.0.to_vec(),
        made_at: now.0,
        sealed: person.key.seal(&place(&epoch.to_be_bytes()), &plain)?,
    };
    tx.insert_objection_way(&row)?;
    Ok(digest(&row))
}

/// What the log is told of a row.
pub(crate) fn digest(row: &ObjectionWayRow) -> String {
    hex(&Hash::of(&[row.made_at.to_be_bytes().as_slice(), &row.sealed].concat()).0)
}

/// Opens it, its labels still unread.
pub(crate) fn open(key: &Dek, row: &ObjectionWayRow) -> Result<Beside, CaseworkError> {
    let plain = key.open(&place(&row.epoch.to_be_bytes()), &row.sealed)?;
    let kept: Kept = objection_ways::sealed.json(plain)?;
    Ok(Beside { came: kept.came, labels: Labels::kept(kept.labels) })
}
