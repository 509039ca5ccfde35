//! HTTP: parse, ask the office, render.
//!
//! Start with [`server::routes`], the list of everything, and [`problem::Problem`], the one error.
//!
//! **Invariant:** never the store, never the database. An answer to a person does not differ by a flag or a plan.

mod answer;
pub mod api;
mod body;
pub mod choices;
pub mod demo;
mod entry;
pub mod evidence;
mod head;
mod merged;
pub mod metrics;
pub mod openapi;
mod portal;
pub mod problem;
mod ranges;
pub mod server;
mod session;
mod view;
mod who;

use std::sync::Arc;

use crate::admission::{Door, Guard, Proxies};
use crate::auth::Authority;
use crate::casework::Office;
use crate::casework::intake::desk::Desk;

/// What every handler can reach.
#[derive(Clone)]
pub struct App {
    /// The office.
    pub office: Arc<Office>,
    /// Where requests are opened.
    pub desk: Desk,
    /// Who is trusted.
    pub authority: Arc<Authority>,
    /// The transport guard.
    pub guard: Arc<Guard>,
    /// Ways in that are mailed at the word of one network.
    pub mailed: Arc<Guard>,
    /// Where requests wait for their turn.
    pub door: Door,
    /// Proxies that are believed.
    pub proxies: Arc<Proxies>,
    /// Limits of bodies.
    pub limits: Limits,
    /// What is counted for the metrics.
    pub counters: metrics::Counters,
    /// How plans compare, for the metrics.
    pub parity: evidence::Parity,
    /// Whether everybody may read the rules of the thresholds with their numbers.
    pub publishes_rules: bool,
    /// The desk of the demo; nothing in any other gateway.
    pub demo: Option<Arc<demo::Demo>>,
}

/// Limits of bodies.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of an ordinary body.
    pub body_bytes_max: usize,
    /// Milliseconds for the whole body.
    pub body_timeout_ms: u64,
}
