//! `habeas case enter`.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::ensure;
use serde_json::json;

use crate::audit::canonical;
use crate::audit::merkle::Hash;
use crate::auth;
use crate::casework::case::entry::{Capacity, Representative, Way};
use crate::casework::intake::entering::{self, Entering, Someone};
use crate::casework::{CaseworkError, Office};
use crate::cli::{Exit, say};
use crate::domain::arrival::Arrival;
use crate::domain::country::normal_country;
use crate::domain::identity::Personal;
use crate::domain::language::normal_tag;
use crate::domain::right::{Right, Scope};
use crate::domain::role::Role;

use super::acting::{arrival, file, found};
use super::wait;

#[derive(clap::Args)]
pub(in crate::cli) struct Enter {
    /// Who you are; it stands in the log
    #[arg(long, value_name = "NAME")]
    officer: String,
    /// access, rectification, erasure, restriction, portability, objection, automated_decision_review, consent_withdrawal or other
    #[arg(long, value_parser = right)]
    right: Right,
    /// The day it reached you, or the moment; the clock starts there
    #[arg(long, value_name = "DATE", value_parser = arrival)]
    received: Arrival,
    /// letter, phone, counter, email or other
    #[arg(long, value_name = "WAY", value_parser = way)]
    came_by: Way,
    /// The person's name
    #[arg(long)]
    name: Option<String>,
    /// Where a letter reaches them
    #[arg(long, value_name = "ADDRESS", requires = "name")]
    postal: Option<String>,
    /// An e-mail address that they gave
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// An account that is theirs
    #[arg(long, requires = "how")]
    subject: Option<String>,
    /// Whose account it is, where there are several issuers
    #[arg(long, requires = "subject")]
    issuer: Option<String>,
    /// How it is known that the account is theirs
    #[arg(long, value_name = "TEXT", requires = "subject")]
    how: Option<String>,
    /// What they wrote or said
    #[arg(long, value_name = "TEXT")]
    message: Option<String>,
    /// The language of the answer, such as fr
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The country where they live, such as FR
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// A data category; may be repeated
    #[arg(long = "category", value_name = "CATEGORY")]
    categories: Vec<String>,
    /// A system; may be repeated
    #[arg(long = "system", value_name = "SYSTEM")]
    systems: Vec<String>,
    /// A purpose, for an objection or a withdrawn consent; may be repeated
    #[arg(long = "purpose", value_name = "PURPOSE")]
    purposes: Vec<String>,
    /// What they sent, scanned; may be repeated, at most 10
    #[arg(long = "attach", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// A key of yours: the same again opens nothing, and prints the same
    #[arg(long, value_name = "KEY", value_parser = key)]
    idempotency_key: Option<String>,
    #[command(flatten)]
    representative: ActsForThem,
}

#[derive(clap::Args)]
struct ActsForThem {
    /// Who acts for the person; each person whom they act for is entered alone
    #[arg(long = "representative", value_name = "NAME", requires = "kind")]
    who: Option<String>,
    /// lawyer, parent, guardian, organisation or other
    #[arg(long = "representative-kind", value_name = "KIND", value_parser = capacity, requires = "who")]
    kind: Option<Capacity>,
    /// How they are reached
    #[arg(long = "representative-contact", value_name = "TEXT", requires = "who")]
    contact: Option<String>,
    /// What shows that they may act
    #[arg(long, value_name = "TEXT", requires = "who")]
    mandate: Option<String>,
}

fn key(text: &str) -> Result<String, String> {
    let fits = (1..=255).contains(&text.len()) && !text.trim().is_empty();
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if fits && is_plain {
        return Ok(text.to_owned());
    }
    Err("use 1 to 255 visible characters, such as a UUID".into())
}

fn right(text: &str) -> Result<Right, String> {
    Right::parse(text)
        .ok_or_else(|| format!("use one of {}", Right::ALL.map(Right::code).join(", ")))
}

fn way(text: &str) -> Result<Way, String> {
    Way::parse(text).ok_or_else(|| format!("use one of {}", Way::ALL.map(Way::code).join(", ")))
}

fn capacity(text: &str) -> Result<Capacity, String> {
    let known = || format!("use one of {}", Capacity::ALL.map(Capacity::code).join(", "));
    Capacity::parse(text).ok_or_else(known)
}

const FILES_MAX: usize = 10;

pub(super) fn run(office: &Arc<Office>, order: &Enter) -> anyhow::Result<Exit> {
    let name = order.officer.trim();
    ensure!(!name.is_empty(), "`--officer` is empty; write who you are");
    ensure!(order.files.len() <= FILES_MAX, "attach at most {FILES_MAX} files");
    let mut files = Vec::new();
    for path in &order.files {
        match file(path)? {
            Ok(file) => files.push(file),
            Err(wrong) => return Ok(found(&wrong.to_string())),
        }
    }
    let personal = |text: &Option<String>| text.clone().map(Personal::new);
    let ActsForThem { who, kind, contact, mandate } = &order.representative;
    let representative = who.clone().zip(*kind).map(|(name, kind)| {
        let (contact, mandate) = (contact.clone(), mandate.clone());
        Personal::new(Representative { kind, name, contact, mandate })
    });
    let scope = Scope {
        categories: order.categories.iter().cloned().collect(),
        systems: order.systems.iter().map(|id| id.as_str().into()).collect(),
        purposes: order.purposes.iter().map(|id| id.as_str().into()).collect(),
        ..Scope::default()
    };
    let account = order.subject.clone().map(|sub| (order.issuer.clone(), Personal::new(sub)));
    let someone = Someone {
        name: personal(&order.name),
        postal: personal(&order.postal),
        email: personal(&order.email),
        account,
        how: order.how.clone(),
        files,
    };
    let entering = Entering {
        received: order.received,
        came_by: order.came_by,
        right: order.right,
        scope,
        message: personal(&order.message),
        language: order.language.as_deref().map(normal_tag).transpose()?.flatten(),
        country: order.country.as_deref().map(normal_country).transpose()?.flatten(),
        representative,
        people: vec![someone],
        idempotency: match &order.idempotency_key {
            Some(key) => Some((Personal::new(key.clone()), digest(order)?)),
            None => None,
        },
    };
    let officer = auth::at_the_command_line(Some(name), Role::Caseworker);
    match wait(entering::enter(office, &officer, entering))? {
        Ok(opened) => {
            for one in opened {
                let (state, received) = (one.stage.code(), one.received_at);
                say(&format!(
                    "{}  {state}, received {received}, due {}",
                    one.reference, one.due.date
                ));
                one.explanation.iter().for_each(|line| say(&format!("  {line}")));
                say(&format!("  receipt: habeas audit prove {}", one.reference));
            }
            Ok(Exit::Fine)
        }
        Err(error) if is_about_the_order(&error) => Ok(found(&error.to_string())),
        Err(error) => Err(error.into()),
    }
}

/// Of everything that was ordered, files included.
fn digest(order: &Enter) -> anyhow::Result<[u8; 32]> {
    let files = order.files.iter().map(|path| Ok(Hash::of(&std::fs::read(path)?).to_string()));
    let files = files.collect::<anyhow::Result<Vec<_>>>()?;
    let ActsForThem { who, kind, contact, mandate } = &order.representative;
    let received = match order.received {
        Arrival::On(day) => day.to_string(),
        Arrival::At(moment) => moment.rfc3339(),
    };
    let told = json!({
        "right": order.right.code(), "received": received, "came_by": order.came_by.code(),
        "name": order.name, "postal": order.postal, "email": order.email, "subject": order.subject,
        "issuer": order.issuer, "how": order.how, "message": order.message, "language": order.language,
        "country": order.country, "categories": order.categories, "systems": order.systems,
        "purposes": order.purposes, "files": files, "representative": who,
        "kind": kind.map(Capacity::code), "contact": contact, "mandate": mandate,
    });
    Ok(Hash::of(&canonical::of_value(&told)?).0)
}

fn is_about_the_order(error: &CaseworkError) -> bool {
    use CaseworkError as E;
    matches!(
        error,
        E::Unfit(_)
            | E::OtherBody
            | E::NoSuchCategory(_)
            | E::NoSuchSystem(_)
            | E::NoSuchPurpose(_)
            | E::Refused(_)
    )
}
