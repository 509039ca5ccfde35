//! What a rule means for somebody who asks for the same thing in a steady rhythm.

use jiff::Span;

use crate::domain::case::Outcome;
use crate::domain::excess::{Asked, Detriment, Sensitivity, Threshold, assess};
use crate::domain::history::{
    Answer, Earlier, Fate, Grounds, Identity, Service, Standing, Timeliness,
};
use crate::domain::id::Reference;
use crate::domain::right::Scope;
use crate::domain::time::{Day, Instant};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
const YEARS: i64 = 2;

/// How often somebody asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rhythm {
    /// Every day.
    Daily,
    /// Every seven days.
    Weekly,
    /// On the first of each month.
    Monthly,
    /// On the first of every third month.
    Quarterly,
}

impl Rhythm {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Daily, Self::Weekly, Self::Monthly, Self::Quarterly];

    /// Its name in machine output.
    pub fn code(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
        }
    }

    /// Days, counted from the first request, on which somebody asks who begins in this month of a year.
    fn days(self, month: i8) -> Vec<i64> {
        let day = |n: i64| -> Option<i64> {
            let first = Day::new(2026, month, 1).ok()?;
            let span = match self {
                Self::Daily => Span::new().try_days(n),
                Self::Weekly => Span::new().try_days(7 * n),
                Self::Monthly => Span::new().try_months(n),
                Self::Quarterly => Span::new().try_months(3 * n),
            };
            let then = first.checked_add(span.ok()?).ok()?;
            Some(then.duration_since(first).as_hours() / 24)
        };
        (0..).map_while(day).take_while(|&day| day <= YEARS * 365).collect()
    }
}

/// The first request that would be looked at within two years, counted from 1; each one is answered completely within
/// the hour. Months differ in length: of the twelve that one can begin in, the one that is worst for the person counts.
pub fn first_looked_at(rule: &Threshold, rhythm: Rhythm) -> Option<u32> {
    let months = match rhythm {
        Rhythm::Daily | Rhythm::Weekly => 1..=1,
        Rhythm::Monthly | Rhythm::Quarterly => 1..=12,
    };
    months.filter_map(|month| first(rule, &rhythm.days(month))).min()
}

fn first(rule: &Threshold, days: &[i64]) -> Option<u32> {
    let scope = Scope::default();
    let mut history: Vec<Earlier> = Vec::new();
    for (n, day) in (1u32..).zip(days) {
        let received_at = Instant(day * DAY_MS);
        let asked = Asked {
            right: rule.right,
            scope: &scope,
            received_at,
            class: rule.class,
            sensitivity: Sensitivity::Ordinary,
            detriment: Detriment::None,
            service: Service::OnRequest,
        };
        if assess(&asked, &history, &[], Some(rule), "").asks_for_review() {
            return Some(n);
        }
        history.retain(|e| received_at.days_since(e.received_at) <= i64::from(rule.window_days));
        history.push(answered(rule, n, received_at));
    }
    None
}

fn answered(rule: &Threshold, n: u32, received_at: Instant) -> Earlier {
    Earlier {
        case: Reference::new(u64::from(n)),
        right: rule.right.right(),
        scope: Scope::default(),
        received_at,
        identity: Identity::Verified,
        fate: Fate::Answered(Answer {
            at: received_at.plus_ms(HOUR_MS),
            outcome: Outcome::Fulfilled,
            timeliness: Timeliness::OnTime,
            grounds: Grounds::None,
            service: Service::OnRequest,
            delivered: None,
            standing: Standing::Undisputed,
        }),
    }
}
