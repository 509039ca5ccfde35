//! Habeas: a gateway for data-subject requests that records durably, answers free of charge, and proves what it did.
//!
//! The layers, in order; `tests/tidy.rs` holds them to it:
//!
//! - [`words`], all that people read, in each language
//! - [`domain`], the law as a machine, pure
//! - [`policy`], the documented thresholds, purposes, data map and regimes
//! - [`audit`], the Merkle log, its proofs and receipts, pure
//! - [`fairness`], whether anybody is treated worse, and how sure that is
//! - [`store`], durable state on SQLite and PostgreSQL
//! - [`objections`], the fast answer for pipelines
//! - [`connectors`], reach the company's systems
//! - [`packaging`], the archive a person receives
//! - [`notices`], letters that we owe somebody
//! - [`casework`], what the office does; the only door to a case
//! - [`jobs`], the durable queue's workers
//! - [`auth`], who speaks
//! - [`admission`], the transport guard
//! - [`web`], the HTTP surface
//! - [`gateway`], a whole gateway, put together from its settings
//! - [`demo`], the sample company and a gateway for it
//! - [`cli`], the command line: one file for each command
//!
//! Beside them lie [`clock`], the only reader of the time; [`config`]; [`telemetry`]; and [`decisions`], which say why.

pub mod admission;
pub mod audit;
pub mod auth;
pub mod casework;
pub mod cli;
pub mod clock;
pub mod config;
pub mod connectors;
pub mod decisions;
pub mod demo;
pub mod domain;
pub mod fairness;
pub mod gateway;
pub mod jobs;
pub mod notices;
pub mod objections;
pub mod packaging;
pub mod policy;
pub mod store;
pub mod telemetry;
pub mod web;
pub mod words;

// Measured: the system's allocator cost the write lane a fifth of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
