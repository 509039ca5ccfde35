//! The command line: one file per command.
//!
//! Start with [`run`]. Exit codes are an interface: 0 fine, 1 a check found something, 2 could not run, 3 not found; and
//! 10 and 11 for `objections check --exit-code`.
//!
//! **Invariant:** answers go to standard output, everything else to standard error; errors say what to do next.

mod audit;
mod case;
mod checking;
mod configure;
mod database;
mod datamap;
mod deadline;
mod demo;
mod export;
mod fairness;
mod key;
mod mail;
mod objections;
mod policy;
mod recover;
mod review;
mod serve;
mod token;
mod webhook;
mod whole;
mod witness;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::config::Config;

const EXAMPLES: &str = "\
Examples:
  habeas demo                                  everything at once, on this machine
  habeas init . && habeas serve                a gateway of your own
  habeas audit verify                          is the log as it was written?
  habeas deadline 2026-11-25T10:00:00Z --country GB --json

Exit codes: 0 fine; 1 a check found something; 2 could not run; 3 not found.";

/// A self-hosted gateway for GDPR data-subject requests.
#[derive(Parser)]
#[command(name = "habeas", version, about, after_help = EXAMPLES)]
struct Arguments {
    /// The configuration file [default: habeas.toml, if it exists]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The database, instead of the configured one
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Starts a gateway and a sample company on this machine, and prints a tour
    Demo(demo::Options),
    /// Serves
    Serve(serve::Options),
    /// Writes habeas.toml, keys and policies into a folder; never overwrites
    Init(configure::InitOptions),
    /// Looks at the configuration
    #[command(subcommand)]
    Config(configure::Action),
    /// Migrates the database, or tells how far it is
    #[command(subcommand)]
    Db(database::Action),
    /// API keys of pipelines
    #[command(subcommand)]
    Key(key::Action),
    /// Tokens of the development issuer
    #[command(subcommand)]
    Token(token::Action),
    /// When a request is due, and why
    Deadline(deadline::Options),
    /// Checks, explains, compares and tries policies, and brings them into force
    #[command(subcommand)]
    Policy(policy::Action),
    /// Checks the data map against the systems, and tries it on a person
    #[command(subcommand)]
    Datamap(datamap::Action),
    /// Reads cases, and acts on them
    #[command(subcommand)]
    Case(case::Action),
    /// Reads the log of flags
    #[command(subcommand)]
    Review(review::Action),
    /// Letters
    #[command(subcommand)]
    Notice(review::NoticeAction),
    /// Checks the audit log; works beside the server and without one
    #[command(subcommand)]
    Audit(audit::Action),
    /// Fairness: is anybody treated worse, and how sure is that?
    #[command(subcommand)]
    Fairness(fairness::Action),
    /// Systems that are told of objections, and the keys that sign what they are told
    #[command(subcommand)]
    Webhook(webhook::Action),
    /// Objections
    #[command(subcommand)]
    Objections(objections::Action),
    /// What people are told by mail
    #[command(subcommand)]
    Mail(mail::Action),
    /// Asks a running gateway whether it is ready
    Healthcheck(serve::HealthOptions),
    /// Writes a completion script
    Completion {
        /// For which shell
        shell: clap_complete::Shell,
    },
}

/// How a command ended.
pub(crate) enum Exit {
    /// As it should.
    Fine,
    /// A check found something.
    Found,
    /// There is no such thing.
    NotFound,
    /// Another code of the interface.
    Code(u8),
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Found => 1,
            Exit::NotFound => 3,
            Exit::Code(code) => code,
        })
    }
}

/// What every command gets.
pub(crate) struct Context {
    config: Option<PathBuf>,
    database: Option<String>,
}

impl Context {
    /// The settings: the named file, or `habeas.toml` if there is one, or the defaults.
    fn settings(&self) -> anyhow::Result<Config> {
        let usual = PathBuf::from("habeas.toml");
        let file = self.config.clone().or_else(|| usual.exists().then_some(usual));
        let flags: Vec<(&str, toml::Value)> =
            self.database.iter().map(|url| ("database.url", url.clone().into())).collect();
        // A variable that is no text names no setting and holds no secret of ours.
        let environment = std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        });
        Ok(Config::load(file.as_deref(), environment, &flags)?)
    }
}

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let context = Context { config: arguments.config, database: arguments.database };
    let done = match arguments.command {
        Command::Demo(options) => demo::run(&options),
        Command::Serve(options) => serve::run(&context, &options),
        Command::Init(options) => configure::init(&options),
        Command::Config(action) => configure::run(&context, &action),
        Command::Db(action) => database::run(&context, &action),
        Command::Key(action) => key::run(&context, &action),
        Command::Token(action) => token::run(&context, &action),
        Command::Deadline(options) => deadline::run(&options),
        Command::Policy(action) => policy::run(&context, &action),
        Command::Datamap(action) => datamap::run(&context, &action),
        Command::Review(action) => review::run(&context, &action),
        Command::Notice(action) => review::notice(&action),
        Command::Case(action) => case::run(&context, &action),
        Command::Audit(action) => audit::run(&context, &action),
        Command::Fairness(action) => fairness::run(&context, &action),
        Command::Webhook(action) => webhook::run(&context, &action),
        Command::Objections(action) => objections::run(&context, &action),
        Command::Mail(action) => mail::run(&context, &action),
        Command::Healthcheck(options) => serve::health(&context, &options),
        Command::Completion { shell } => {
            clap_complete::generate(
                shell,
                &mut Arguments::command(),
                "habeas",
                &mut std::io::stdout(),
            );
            Ok(Exit::Fine)
        }
    };
    match done {
        Ok(exit) => exit.into(),
        Err(error) => {
            note(&format!("habeas: {error:#}"));
            ExitCode::from(2)
        }
    }
}

/// An answer, on standard output. A reader that went away wants no more.
pub(crate) fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// A remark, on standard error.
pub(crate) fn note(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}
