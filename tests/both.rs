//! The tests of the running gateway on one database after the other; what follows `cargo both` is the part of a name.

#![expect(clippy::print_stderr, reason = "a test without the usual frame speaks for itself")]

use std::process::{Command, ExitCode};

const SERVER: &str = "TEST_POSTGRES_URL";

fn main() -> ExitCode {
    if std::env::var_os(SERVER).is_none() {
        eprintln!(
            "both: set {SERVER}, as in postgres://habeas@127.0.0.1:5432/postgres?sslmode=disable, to a server where \
             databases may be created; or run tests/run, which starts one of its own"
        );
        return ExitCode::from(2);
    }
    let ran = [true, false].map(|on_sqlite| {
        eprintln!("\n== on {}", if on_sqlite { "SQLite" } else { "PostgreSQL" });
        let mut tests = Command::new(env!("CARGO"));
        tests.args(["test", "--test", "it", "--"]).args(std::env::args_os().skip(1));
        if on_sqlite {
            tests.env_remove(SERVER);
        }
        tests.status().is_ok_and(|status| status.success())
    });
    if ran == [true, true] { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
