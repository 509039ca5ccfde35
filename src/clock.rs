//! The only reader of the time (invariant 12). Everybody else takes `now` as a parameter.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::domain::time::Instant;

/// Where the time comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The system's.
    System,
    /// A hand that tests move.
    Set(Arc<AtomicI64>),
    /// The system's, and so many milliseconds on: the demo's.
    Ahead(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still until it is moved.
    pub fn at(now: Instant) -> Self {
        Self::Set(Arc::new(AtomicI64::new(now.0)))
    }

    /// The system's, until it is moved on.
    pub fn movable() -> Self {
        Self::Ahead(Arc::default())
    }

    /// The time now.
    pub fn now(&self) -> Instant {
        match self {
            Self::Ahead(by) => {
                Instant(Self::System.now().0.saturating_add(by.load(Ordering::Acquire)))
            }
            Self::System => {
                #[expect(
                    clippy::disallowed_methods,
                    reason = "this is the one place that reads the time"
                )]
                let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
                Instant(since.map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX)))
            }
            Self::Set(hand) => Instant(hand.load(Ordering::Acquire)),
        }
    }

    /// A moment for measuring how long something takes; it says nothing about the time of day.
    pub fn ticks() -> std::time::Instant {
        std::time::Instant::now()
    }

    /// Moves it on; the system's clock cannot be moved.
    pub fn pass_ms(&self, ms: i64) {
        match self {
            Self::System => {}
            Self::Set(hand) | Self::Ahead(hand) => {
                hand.fetch_add(ms, Ordering::AcqRel);
            }
        }
    }
}
