//! `habeas fairness tables`: the statistics of the report for tables from elsewhere. `tests/oracles/compare.py` reads them.

use std::io::BufRead as _;

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::cli::{Exit, say};
use crate::fairness::stats::boschloo::boschloo;
use crate::fairness::stats::equivalence::equivalent;
use crate::fairness::stats::fisher::fisher;
use crate::fairness::stats::intervals::{newcombe, wilson};
use crate::fairness::stats::many::{benjamini_hochberg, benjamini_yekutieli};
use crate::fairness::stats::strata::cochran_mantel_haenszel;
use crate::fairness::stats::{Pair, Share};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum Line {
    /// Hits and size of the one group, hits and size of the other.
    Table([u32; 4]),
    /// The same, for the test that takes longest.
    Boschloo([u32; 4]),
    /// The same, and a margin.
    Equivalence([u32; 4], f64),
    /// Several tables.
    Strata(Vec<[u32; 4]>),
    /// p-values.
    Many(Vec<f64>),
}

pub(super) fn run() -> anyhow::Result<Exit> {
    for (at, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.context("standard input broke off")?;
        let line: Line = serde_json::from_str(&line)
            .with_context(|| format!("line {} is not a table", at + 1))?;
        say(&answer(line).to_string());
    }
    Ok(Exit::Fine)
}

fn pair([hits, of, other_hits, other_of]: [u32; 4]) -> Pair {
    Pair::new(Share::new(hits, of), Share::new(other_hits, other_of))
}

fn answer(line: Line) -> Value {
    match line {
        Line::Table(counts) => {
            let pair = pair(counts);
            let exact = fisher(pair);
            let (rate, apart) = (wilson(pair.one, 0.95), newcombe(pair, 0.95));
            json!({
                "fisher": exact.two_sided, "mid": exact.mid, "fewer": exact.fewer, "more": exact.more,
                "wilson": [rate.low, rate.high], "newcombe": [apart.low, apart.high],
            })
        }
        Line::Boschloo(counts) => {
            let exact = boschloo(pair(counts));
            json!({ "boschloo": exact.two_sided, "worst_rate": exact.worst_rate })
        }
        Line::Equivalence(counts, margin) => {
            json!({ "equivalence": equivalent(pair(counts), margin) })
        }
        Line::Strata(strata) => {
            let strata: Vec<Pair> = strata.into_iter().map(pair).collect();
            let found = cochran_mantel_haenszel(&strata);
            json!({ "statistic": found.statistic, "p": found.p, "odds_ratio": found.odds_ratio })
        }
        Line::Many(p) => {
            json!({ "bh": benjamini_hochberg(&p), "by": benjamini_yekutieli(&p) })
        }
    }
}
