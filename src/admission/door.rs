//! The door to the intake desk: a caller goes in, waits for their turn, or is told when to come back.

use std::hash::Hash;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::clock::Clock;
use crate::domain::identity::{Asker, Personal};

use super::core::{Caller, Core, Entry, Room, Shed};
use super::turns::Class;

/// What tells one person from another; hashed with a salt of the hour and kept nowhere.
#[derive(Clone, Hash, Debug)]
enum Who {
    Account(String, Personal<String>),
    Address(Personal<String>),
}

type Turn = (Who, oneshot::Sender<Result<Permit, Shed>>);

/// The door.
#[derive(Clone, Debug)]
pub struct Door {
    core: Arc<Mutex<Core<Turn>>>,
    clock: Clock,
    room: Room,
}

/// A place inside; free again when dropped.
#[derive(Debug)]
pub struct Permit(Option<Door>);

impl Door {
    /// An open door.
    pub fn new(room: Room, clock: Clock) -> Self {
        let core = Arc::new(Mutex::new(Core::new(room, clock.now().0)));
        Self { core, clock, room }
    }

    /// Waits for this person's turn. `has_first_ticket`: they hold a ticket that says they had none yet.
    ///
    /// # Errors
    /// [`Shed`], when there is no room even to wait, or it took too long.
    pub async fn enter(&self, asker: &Asker, has_first_ticket: bool) -> Result<Permit, Shed> {
        let (who, class) = match asker {
            Asker::Account { issuer, sub, .. } => {
                (Who::Account(issuer.clone(), sub.clone()), Class::Signed)
            }
            Asker::Confirmed(address) => (Who::Address(address.clone()), Class::Signed),
            Asker::Address(address) => (Who::Address(address.clone()), Class::Unsigned),
        };
        let (sender, mut turn) = oneshot::channel();
        let caller = Caller { who: &who, class, has_first_ticket };
        let entry = self.with(|core, now| core.arrive(&caller, (who.clone(), sender), now));
        match entry {
            Entry::In(_) => return Ok(Permit(Some(self.clone()))),
            Entry::Away(_, shed) => return Err(shed),
            Entry::Displaces((_, displaced), shed) => {
                let _ = displaced.send(Err(shed));
            }
            Entry::Waits => {}
        }
        let patience = Duration::from_millis(self.room.wait_ms_max);
        match tokio::time::timeout(patience, &mut turn).await {
            Ok(Ok(decided)) => decided,
            // The turn may have come in the last moment: what was sent is not thrown away.
            Ok(Err(_)) | Err(_) => match turn.try_recv() {
                Ok(decided) => decided,
                Err(_) => Err(self.with(|core, now| core.give_up(&caller, now))),
            },
        }
    }

    fn leave(&self) {
        loop {
            let next = self.with(|core, now| {
                let next = core.leave(now);
                if let Some((who, _)) = &next {
                    core.goes_in(who, now);
                }
                next
            });
            let Some((_, turn)) = next else { return };
            match turn.send(Ok(Permit(Some(self.clone())))) {
                Ok(()) => return,
                // Gone in the meantime: the place goes on to the next, without counting twice.
                Err(Ok(mut permit)) => permit.0 = None,
                Err(Err(_)) => {}
            }
        }
    }

    fn with<R>(&self, work: impl FnOnce(&mut Core<Turn>, i64) -> R) -> R {
        let now = self.clock.now().0;
        // A thread that panicked in here left counters that are at worst off by one: going on is better than a closed door.
        let mut core = self.core.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        work(&mut core, now)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(door) = self.0.take() {
            door.leave();
        }
    }
}
