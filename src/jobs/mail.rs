//! Who carries mails to where they go.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::casework::Office;
use crate::casework::letters::delivery;
use crate::domain::time::Instant;

use super::report;

/// So often what is kept of old mails is looked through.
const THIN_MS: i64 = 3_600_000;
/// A mail server that does not answer is waited for no longer once everybody stops: the mail goes out after the next start.
const GRACE: Duration = Duration::from_secs(5);

/// Until it is told to stop.
pub(super) fn carry(office: &Arc<Office>, stop: &AtomicBool) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let Ok(runtime) = runtime else {
        tracing::error!("no runtime for mails could be started");
        return;
    };
    let mut thinned_at = Instant(i64::MIN);
    while !stop.load(Ordering::Acquire) {
        let now = office.clock.now();
        if now.0.saturating_sub(thinned_at.0) >= THIN_MS {
            report("mails to thin", delivery::thin(office));
            thinned_at = now;
        }
        let done = runtime.block_on(async {
            tokio::select! {
                done = delivery::turn(office) => done,
                () = stopped(stop) => Ok(false),
            }
        });
        let any = done.unwrap_or_else(|error| {
            report("mails", Err(error));
            false
        });
        if !any && !stop.load(Ordering::Acquire) {
            office.mail.bell.wait(Duration::from_millis(500));
        }
    }
}

async fn stopped(stop: &AtomicBool) {
    const STEP: Duration = Duration::from_millis(50);
    while !stop.load(Ordering::Acquire) {
        tokio::time::sleep(STEP).await;
    }
    tokio::time::sleep(GRACE).await;
}
