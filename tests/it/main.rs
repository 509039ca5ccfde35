//! The whole gateway, tested through its doors, on SQLite or, with `TEST_POSTGRES_URL`, on PostgreSQL. Every test ends by
//! verifying and replaying the audit log and by searching the log lines for personal data: see [`harness::Gateway`].

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::items_after_statements,
    clippy::wildcard_enum_match_arm,
    clippy::unused_self,
    clippy::needless_for_each,
    clippy::assigning_clones,
    clippy::too_many_lines,
    reason = "a test that stops at a surprise has done its work"
)]

mod adoption;
mod blindness;
mod choices;
mod clocks;
mod commands;
mod companies;
mod consent;
mod datamap;
mod document;
mod dossier;
mod entering;
mod erasing;
mod evaluation;
mod exporting;
mod fairness;
mod faults;
mod flags;
mod harness;
mod hearing;
mod help;
mod independent;
mod informing;
mod input;
mod intake;
mod lawful;
mod leaves;
mod letters;
mod limiter;
mod lints;
mod login;
mod machine;
mod mail;
mod objections;
mod office;
mod own;
mod pipelines;
mod portal;
mod postman;
mod problems;
mod proofs;
mod reading;
mod recipients;
mod restricting;
mod reviewing;
mod rollback;
mod schema;
mod secrets;
mod surface;
mod tampering;
mod tokens;
mod visitor;
mod weighing;
mod whose;
mod wire;
mod witnesses;
