//! `habeas token`.

use anyhow::bail;

use crate::auth::development::Order;
use crate::clock::Clock;
use crate::domain::role::Role;
use crate::gateway;

use super::{Context, Exit, say};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Makes a token of the development issuer (`auth.development_issuer = true`)
    Mint(Mint),
}

#[derive(clap::Args)]
pub(super) struct Mint {
    /// For whom
    #[arg(long)]
    sub: String,
    /// Their address
    #[arg(long)]
    email: Option<String>,
    /// A plan label; it changes nothing, and fairness checks show that
    #[arg(long)]
    plan: Option<String>,
    /// A role of staff: dpo, controller, caseworker, auditor; may be given several times
    #[arg(long)]
    role: Vec<String>,
    /// How long it lives, such as 90s, 15m or 1h
    #[arg(long, default_value = "15m")]
    ttl: String,
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    let Action::Mint(order) = action;
    let config = context.settings()?;
    if !config.auth.development_issuer {
        bail!(
            "the development issuer is off; set `auth.development_issuer = true`, and never in production"
        );
    }
    if let Some(role) = order.role.iter().find(|role| Role::parse(role).is_none()) {
        bail!("there is no role `{role}`; use {}", Role::ALL.map(Role::code).join(", "));
    }
    let wanted = Order {
        sub: order.sub.clone(),
        email: order.email.clone(),
        labels: order.plan.iter().map(|plan| ("plan".to_owned(), plan.clone())).collect(),
        roles: order.role.clone(),
        ttl_seconds: seconds(&order.ttl)?,
    };
    say(&gateway::mint(&config)?.token(&wanted, Clock::System.now())?);
    Ok(Exit::Fine)
}

fn seconds(text: &str) -> anyhow::Result<i64> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let factor = match text.get(digits.len()..) {
        Some("s" | "") => 1,
        Some("m") => 60,
        Some("h") => 3600,
        _ => 0,
    };
    match digits.parse::<i64>() {
        Ok(n) if n > 0 && factor > 0 && n <= 1_000_000 => Ok(n * factor),
        _ => bail!("`{text}` is not a time; write 90s, 15m or 1h"),
    }
}
