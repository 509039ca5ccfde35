//! The whole gateway, tested through its doors, on SQLite or, with `TEST_POSTGRES_URL`, on PostgreSQL. Every test ends by
//! verifying and replaying the audit log and by searching the log lines for personal data: see [`harness::Gateway`].

mod blindness;
mod commands;
mod erasing;
mod faults;
mod flags;
mod harness;
mod input;
mod intake;
mod objections;
mod office;
mod proofs;
mod schema;
mod surface;
mod tokens;
