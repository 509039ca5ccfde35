//! `habeas review` and `habeas notice`: the log of flags for scripts, and letters before anybody receives one.

use std::sync::Arc;

use anyhow::bail;

use crate::auth;
use crate::casework::review::flags;
use crate::casework::{CaseworkError, Office};
use crate::clock::Clock;
use crate::domain::case::FlagState;
use crate::domain::language::Language;
use crate::domain::role::Role;
use crate::gateway;
use crate::notices::{Kind, sample};
use crate::policy::explain;

use super::case::wait;
use super::{Context, Exit, note, say};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Lists flags, newest first; nothing personal
    List {
        /// open, lapsed, not_excessive or excessive
        #[arg(long)]
        state: Option<String>,
        /// How many at most
        #[arg(long, default_value_t = 50)]
        limit: u16,
        /// Machine output
        #[arg(long)]
        json: bool,
    },
    /// Shows a flag with its evidence, under the policy that raised it; nothing personal. That it was read is logged
    Show {
        /// The flag's id
        id: String,
    },
}

#[derive(clap::Subcommand)]
pub(super) enum NoticeAction {
    /// Prints a letter of this kind with made-up contents
    Preview {
        /// review_opened, fee_proposed, refused, refused_in_part, narrow or before_lifting
        kind: String,
        /// en, fr or de
        #[arg(long, default_value = "en")]
        lang: String,
    },
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    match action {
        Action::List { state, limit, json } => {
            if state.as_deref().is_some_and(|state| FlagState::parse(state).is_none()) {
                bail!("use one of {}", FlagState::ALL.map(FlagState::code).join(", "));
            }
            let flags = wait(flags::list(&office, state.clone(), None, *limit))??.items;
            for flag in flags {
                let counted = flag.finding.as_ref().map_or(0, |finding| finding.counted.len());
                say(&if *json {
                    serde_json::json!({
                        "id": flag.id, "case": flag.case, "rule": flag.rule, "policy": flag.policy, "state": flag.state,
                        "raised_at": flag.raised_at.rfc3339(), "lapses_at": flag.lapses_at.rfc3339(), "counted": counted,
                        "opinions": flag.opinions.len(), "decisions": flag.decisions.len(),
                    })
                    .to_string()
                } else {
                    format!(
                        "{}  {}  {:<13} {:<24} {counted} counted, lapses {}",
                        flag.id, flag.case, flag.state, flag.rule, flag.lapses_at
                    )
                });
            }
            Ok(Exit::Fine)
        }
        Action::Show { id } => {
            let Ok(flag) = id.parse::<crate::domain::id::FlagId>() else { return Ok(none(id)) };
            // As over the API: who reads a flag with its evidence stands in the log.
            let officer = auth::at_the_command_line(None, Role::Auditor);
            let flag = match wait(flags::one(&office, &officer, flag))? {
                Ok(flag) => flag,
                Err(CaseworkError::NoSuchFlag) => return Ok(none(id)),
                Err(error) => return Err(error.into()),
            };
            show(&office, &flag)?;
            Ok(Exit::Fine)
        }
    }
}

fn show(office: &Arc<Office>, flag: &flags::Flag) -> anyhow::Result<()> {
    say(&format!("case       {}", flag.case));
    say(&format!("state      {}", flag.state));
    say(&format!("rule       {} ({})", flag.rule, flag.policy));
    say(&format!("raised     {}, lapses {}", flag.raised_at, flag.lapses_at));
    if let Some(opened) = &flag.opened {
        say(&format!("told       {}, answered: {}", opened.at, opened.is_answered));
    }
    for opinion in &flag.opinions {
        say(&format!("opinion    {} by {} on {}", opinion.view, opinion.by, opinion.at));
    }
    for decision in &flag.decisions {
        let again = decision.reopened_at.map(|at| format!(", reopened {at}")).unwrap_or_default();
        let evidence = decision.evidence.join(", ");
        say(&format!(
            "decision   {} by {} on {} ({evidence}){again}",
            decision.outcome, decision.by, decision.at
        ));
    }
    if let Some(finding) = &flag.finding {
        let thresholds = wait(flags::thresholds(office, finding.policy.clone()))??;
        for line in thresholds.iter().flat_map(|t| explain::finding(finding, t)) {
            say(&line);
        }
    }
    Ok(())
}

fn none(id: &str) -> Exit {
    note(&format!("there is no flag `{id}`"));
    Exit::NotFound
}

pub(super) fn notice(action: &NoticeAction) -> anyhow::Result<Exit> {
    let NoticeAction::Preview { kind, lang } = action;
    let Some(kind) = Kind::parse(kind) else {
        bail!("there is no letter `{kind}`; use one of {}", Kind::ALL.map(Kind::code).join(", "));
    };
    let Some(language) = Language::parse(lang) else {
        bail!("letters are written in {}", Language::ALL.map(Language::code).join(", "));
    };
    let (head, letter) = sample(kind);
    say(letter.write(&head, language)?.text().trim_end());
    Ok(Exit::Fine)
}
