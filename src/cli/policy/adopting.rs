//! `habeas policy announce` and `habeas policy approve`.

use std::path::Path;

use crate::casework::policies::announcing::{Announcement, Step, take_now};
use crate::clock::Clock;
use crate::domain::role::Role;
use crate::gateway;
use crate::policy::thresholds::Thresholds;

use super::super::{Context, Exit, say};
use super::{read, refused, report, typed};

pub(super) fn announce(context: &Context, file: &Path, officer: &str) -> anyhow::Result<Exit> {
    let text = read(file)?;
    // Checked here first, so that a mistake is told with the name of the file.
    if let Err(errors) = Thresholds::checked(&file.display().to_string(), &text) {
        return Ok(report(&errors));
    }
    step(context, officer, Step::Announce { text })
}

pub(super) fn approve(
    context: &Context,
    file: &Path,
    officer: &str,
    role: Role,
) -> anyhow::Result<Exit> {
    match Thresholds::checked(&file.display().to_string(), &read(file)?) {
        Ok(thresholds) => step(context, officer, Step::Approve { hash: thresholds.hash, role }),
        Err(errors) => Ok(report(&errors)),
    }
}

fn step(context: &Context, officer: &str, step: Step) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    match take_now(&office, typed(officer)?, step) {
        Ok(announcement) => {
            tell(&announcement);
            Ok(Exit::Fine)
        }
        Err(error) => refused(error),
    }
}

fn tell(announcement: &Announcement) {
    let Announcement { thresholds, announced_at, announced_by, .. } = announcement;
    say(&format!("version    {} ({})", thresholds.version, thresholds.hash));
    say(&format!("announced  {} by {announced_by}", announced_at.rfc3339()));
    for approval in &announcement.approvals {
        say(&format!("approved   as {} by {}", approval.role.code(), approval.officer));
    }
    for line in
        announcement.difference.iter().flat_map(crate::policy::difference::Difference::lines)
    {
        say(&line);
    }
    match (announcement.in_force, announcement.missing.is_empty()) {
        (true, _) => say("it is in force"),
        (false, true) => say("nothing is missing: it comes into force with the next start"),
        (false, false) => {
            for missing in &announcement.missing {
                say(&format!("missing    {missing}"));
            }
        }
    }
}
