//! Who acts on a case, and whether they may.

use crate::domain::identity::Asker;
use crate::domain::role::Officer;

use crate::casework::case::record::Loaded;
use crate::casework::{CaseworkError, Office, people};

/// Who acts.
#[derive(Clone, Debug)]
pub enum Actor {
    /// The person whose case it is.
    Person(Asker),
    /// A member of staff who may work, and the version of the case that they saw.
    Officer(Officer, i64),
}

// Somebody else's reference looks exactly like one that does not exist.
pub(crate) fn admit(office: &Office, actor: &Actor, case: &Loaded) -> Result<(), CaseworkError> {
    match actor {
        Actor::Person(asker) if people::blind(&office.vault, asker) == case.person.blind => Ok(()),
        Actor::Person(_) => Err(CaseworkError::NoSuchCase),
        Actor::Officer(_, seen) if *seen == case.row.version => Ok(()),
        Actor::Officer(..) => Err(CaseworkError::Stale { now: case.row.version }),
    }
}
