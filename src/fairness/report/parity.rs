//! Parity metrics (R-PAR-9): what an operator alerts on. The evidence is the report; these are its latest figures.

use crate::fairness::cohort::Attribute;
use crate::fairness::stats::verdict::Verdict;

use super::charts::quantile_days;
use super::rows::Rows;
use super::tally::{Outcome, Tally};
use super::{fixed, is_shown};

pub(super) fn lines(tally: &Tally, rows: &Rows) -> String {
    let mut out = String::from(
        "# HELP habeas_parity_rate Share of requests with this outcome, by plan.\n# TYPE habeas_parity_rate gauge\n",
    );
    let plans = tally.tables.iter().filter(|table| table.attribute == Attribute::Plan);
    for group in plans.clone().flat_map(|table| &table.groups) {
        for (outcome, share) in Outcome::ALL.into_iter().zip(group.shares) {
            if let Some(rate) = share.rate().filter(|_| is_shown(share, 10)) {
                out.push_str(&format!(
                    "habeas_parity_rate{{plan=\"{}\",outcome=\"{}\"}} {}\n",
                    group.name,
                    outcome.code(),
                    fixed(rate, 6)
                ));
            }
        }
    }
    out.push_str("# HELP habeas_parity_days_to_answer Days from receipt to answer, by plan.\n# TYPE habeas_parity_days_to_answer gauge\n");
    for group in plans.flat_map(|table| &table.groups) {
        for (quantile, days) in quantile_days(rows, Attribute::Plan, &group.name, &[0.5, 0.95]) {
            out.push_str(&format!(
                "habeas_parity_days_to_answer{{plan=\"{}\",quantile=\"{quantile}\"}} {}\n",
                group.name,
                fixed(days, 3)
            ));
        }
    }
    out.push_str("# HELP habeas_parity_unequal Comparisons with a difference that chance does not explain.\n# TYPE habeas_parity_unequal gauge\n");
    let judged = tally.comparisons.iter().map(|one| &one.judged);
    let judged = judged.chain(tally.by_way.iter().map(|one| &one.judged));
    let unequal = judged.filter(|judged| judged.verdict == Verdict::Unequal).count();
    out.push_str(&format!("habeas_parity_unequal {unequal}\n"));
    out
}
