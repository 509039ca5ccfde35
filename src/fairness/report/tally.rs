//! Counting: outcomes by cohort, each group against the largest.

use std::collections::BTreeMap;

use crate::domain::right::Right;
use crate::fairness::cohort::Attribute;
use crate::fairness::stats::sequential::Evidence;
use crate::fairness::stats::strata::cochran_mantel_haenszel;
use crate::fairness::stats::verdict::{Judged, Rule, judge};
use crate::fairness::stats::{Pair, Share};

use super::rows::{Marks, Row, Rows};
use super::ways::{self, ByWay, Ways};

const DAY_MS: i64 = 86_400_000;
/// Groups of one attribute that are compared; the rest is too small to say much.
const GROUPS_MAX: usize = 12;

/// What may differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Outcome {
    /// The threshold asked for a look.
    Flag,
    /// Refused or charged under Art. 12(5).
    Refusal,
    /// Two more months.
    Extension,
    /// We asked who it is.
    IdentityDemand,
    /// A flag that a reviewer undid.
    Reversal,
    /// Answered later than half of all requests for the same right.
    Slower,
    /// No room at the first attempt.
    SentAway,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Flag,
        Self::Refusal,
        Self::Extension,
        Self::IdentityDemand,
        Self::Reversal,
        Self::Slower,
        Self::SentAway,
    ];

    /// The word of the report's files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Refusal => "refusal",
            Self::Extension => "extension",
            Self::IdentityDemand => "identity_demand",
            Self::Reversal => "reversal",
            Self::Slower => "slower_than_median",
            Self::SentAway => "sent_away",
        }
    }

    /// In words.
    pub fn title(self) -> &'static str {
        match self {
            Self::Flag => "Flagged for a look",
            Self::Refusal => "Refused or charged",
            Self::Extension => "Extended by two months",
            Self::IdentityDemand => "Asked for identity",
            Self::Reversal => "Flags that a reviewer undid",
            Self::Slower => "Answered later than half",
            Self::SentAway => "No room at the first attempt",
        }
    }

    /// Whether the row belongs to those to whom it could have happened, and whether it did.
    fn of(self, row: &Row, medians: &BTreeMap<Right, i64>) -> Option<bool> {
        let marks = row.marks;
        let took = row.answered_at.map(|at| at.0 - row.received_at.0);
        let among = |counts: bool, happened: bool| counts.then_some(happened);
        let own = !marks.has(Marks::MERGED);
        match self {
            Self::Flag => among(own && marks.has(Marks::SIGNED), marks.has(Marks::FLAGGED)),
            Self::Refusal => among(own && took.is_some(), marks.has(Marks::REFUSED)),
            Self::Extension => among(own, marks.has(Marks::EXTENDED)),
            Self::IdentityDemand => among(own, marks.has(Marks::IDENTITY_ASKED)),
            Self::Reversal => among(marks.has(Marks::REVIEWED), marks.has(Marks::REVERSED)),
            Self::Slower => took
                .filter(|_| own)
                .map(|took| medians.get(&row.right).is_some_and(|median| took > *median)),
            Self::SentAway => Some(marks.has(Marks::SENT_AWAY)),
        }
    }
}

/// A group of one attribute.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// Its value.
    pub name: String,
    /// Its cases.
    pub cases: u32,
    /// Shares, in the order of [`Outcome::ALL`].
    pub shares: [Share; 7],
    number: u16,
}

/// One attribute.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// Which.
    pub attribute: Attribute,
    /// Its groups, the largest first: the one that the others are compared with.
    pub groups: Vec<Group>,
    /// Cases without a label.
    pub unlabelled: u32,
    /// Values with fewer than ten cases, and how many cases they have together.
    pub small: (u32, u32),
}

/// A group against the largest, for one outcome.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// By what.
    pub attribute: Attribute,
    /// Which outcome.
    pub outcome: Outcome,
    /// The group.
    pub group: String,
    /// The largest.
    pub reference: String,
    /// What can be said.
    pub judged: Judged,
    /// p-value within right and month.
    pub p_stratified: f64,
    /// p-value that holds at every day of looking.
    pub p_always: f64,
}

/// Everything counted.
#[derive(Clone, PartialEq, Debug)]
pub struct Tally {
    /// By attribute.
    pub tables: Vec<Table>,
    /// Every group against the largest.
    pub comparisons: Vec<Comparison>,
    /// By which way people objected, for each plan.
    pub ways: Ways,
    /// Every plan against the largest, for each way.
    pub by_way: Vec<ByWay>,
}

/// Counts.
pub fn tally(rows: &Rows, rule: Rule) -> Tally {
    let medians = medians(rows);
    let tables: Vec<Table> = Attribute::ALL
        .iter()
        .enumerate()
        .map(|(at, attribute)| table(rows, at, *attribute, &medians, rule))
        .collect();
    let mut wanted = Vec::new();
    for (at, table) in tables.iter().enumerate() {
        let Some((reference, others)) = table.groups.split_first() else { continue };
        for (place, group) in others.iter().enumerate() {
            let shares = group.shares.into_iter().zip(reference.shares);
            for (number, (outcome, (one, other))) in
                Outcome::ALL.into_iter().zip(shares).enumerate()
            {
                wanted.push(Wanted {
                    slots: (slot(at, place + 1, number), slot(at, 0, number)),
                    attribute: table.attribute,
                    outcome,
                    group,
                    reference,
                    pair: Pair { one, other },
                });
            }
        }
    }
    let ways = ways::count(rows, rule);
    let of_ways = ways::pairs(&ways);
    let mut pairs: Vec<Pair> = wanted.iter().map(|wanted| wanted.pair).collect();
    pairs.extend(of_ways.iter().map(|(_, _, _, pair)| *pair));
    let strata = Strata::of(rows, &tables, &medians);
    let mut judged = judge(&pairs, rule).into_iter();
    let comparisons = judged
        .by_ref()
        .take(wanted.len())
        .zip(&wanted)
        .map(|(judged, wanted)| Comparison {
            attribute: wanted.attribute,
            outcome: wanted.outcome,
            group: wanted.group.name.clone(),
            reference: wanted.reference.name.clone(),
            judged,
            p_stratified: strata.within(wanted.slots.0, wanted.slots.1),
            p_always: strata.always(wanted.slots.0, wanted.slots.1),
        })
        .collect();
    let by_way = judged
        .zip(&of_ways)
        .map(|(judged, (way, group, reference, _))| ByWay {
            way: *way,
            group: group.name.clone(),
            reference: reference.name.clone(),
            judged,
        })
        .collect();
    Tally { tables, comparisons, ways, by_way }
}

/// A comparison that is about to be judged.
struct Wanted<'t> {
    slots: (usize, usize),
    attribute: Attribute,
    outcome: Outcome,
    group: &'t Group,
    reference: &'t Group,
    pair: Pair,
}

fn medians(rows: &Rows) -> BTreeMap<Right, i64> {
    let mut times: BTreeMap<Right, Vec<i64>> = BTreeMap::new();
    for (row, _) in &rows.cases {
        if let Some(at) = row.answered_at.filter(|_| !row.marks.has(Marks::MERGED)) {
            times.entry(row.right).or_default().push(at.0 - row.received_at.0);
        }
    }
    times
        .into_iter()
        .filter_map(|(right, mut times)| {
            let middle = times.len() / 2;
            (!times.is_empty()).then(|| (right, *times.select_nth_unstable(middle).1))
        })
        .collect()
}

fn table(
    rows: &Rows,
    at: usize,
    attribute: Attribute,
    medians: &BTreeMap<Right, i64>,
    rule: Rule,
) -> Table {
    let mut counted: BTreeMap<u16, (u32, [Share; 7])> = BTreeMap::new();
    for (row, numbers) in &rows.cases {
        let number = numbers.get(at).copied().unwrap_or_default();
        let (cases, shares) = counted.entry(number).or_default();
        *cases += 1;
        for (share, outcome) in shares.iter_mut().zip(Outcome::ALL) {
            if let Some(happened) = outcome.of(row, medians) {
                share.of += 1;
                share.hits += u32::from(happened);
            }
        }
    }
    let unlabelled = counted.remove(&0).map_or(0, |(cases, _)| cases);
    let names = rows.names_of(attribute);
    let mut groups: Vec<Group> = Vec::new();
    let mut small = (0, 0);
    for (number, (cases, shares)) in counted {
        let name = usize::from(number).checked_sub(1).and_then(|at| names.get(at)).cloned();
        match name {
            Some(name) if cases >= rule.members_min => {
                groups.push(Group { name, cases, shares, number });
            }
            Some(_) | None => small = (small.0 + 1, small.1 + cases),
        }
    }
    groups.sort_by(|a, b| (b.cases, &a.name).cmp(&(a.cases, &b.name)));
    for beyond in groups.drain(GROUPS_MAX.min(groups.len())..) {
        small = (small.0 + 1, small.1 + beyond.cases);
    }
    Table { attribute, groups, unlabelled, small }
}

/// Counts within right and month, and by day, of every group that is compared: one flat table each.
struct Strata {
    days: usize,
    months: usize,
    by_day: Vec<Share>,
    by_month: Vec<Share>,
}

const OUTCOMES: usize = Outcome::ALL.len();
const RIGHTS: usize = Right::ALL.len();

/// Where a group's outcome stands in the tables: attribute, group, outcome.
fn slot(attribute: usize, group: usize, outcome: usize) -> usize {
    (attribute * GROUPS_MAX + group) * OUTCOMES + outcome
}

impl Strata {
    fn of(rows: &Rows, tables: &[Table], medians: &BTreeMap<Right, i64>) -> Self {
        let day_of = |row: &Row| row.received_at.0.div_euclid(DAY_MS);
        let first_day = rows.cases.iter().map(|(row, _)| day_of(row)).min().unwrap_or_default();
        let last_day = rows.cases.iter().map(|(row, _)| day_of(row)).max().unwrap_or_default();
        let days = usize::try_from(last_day - first_day).unwrap_or_default() + 1;
        // Thirty days stand for a month: strata only have to be short, and the same for everybody.
        let months = days.div_ceil(30) * RIGHTS;
        let slots = slot(tables.len(), 0, 0);
        let mut strata = Self {
            days,
            months,
            by_day: vec![Share::default(); slots * days],
            by_month: vec![Share::default(); slots * months],
        };
        let places: Vec<BTreeMap<u16, usize>> = tables
            .iter()
            .map(|t| t.groups.iter().enumerate().map(|(at, group)| (group.number, at)).collect())
            .collect();
        for (row, numbers) in &rows.cases {
            let day = usize::try_from(day_of(row) - first_day).unwrap_or_default();
            for (outcome, kind) in Outcome::ALL.into_iter().enumerate() {
                let Some(happened) = kind.of(row, medians) else { continue };
                for (attribute, (number, places)) in numbers.iter().zip(&places).enumerate() {
                    if let Some(group) = places.get(number) {
                        strata.count(slot(attribute, *group, outcome), day, row.right, happened);
                    }
                }
            }
        }
        strata
    }

    fn count(&mut self, slot: usize, day: usize, right: Right, happened: bool) {
        let right = Right::ALL.iter().position(|known| *known == right).unwrap_or_default();
        let cells = [
            self.by_day.get_mut(slot * self.days + day),
            self.by_month.get_mut(slot * self.months + day / 30 * RIGHTS + right),
        ];
        for cell in cells.into_iter().flatten() {
            cell.of += 1;
            cell.hits += u32::from(happened);
        }
    }

    fn within(&self, one: usize, other: usize) -> f64 {
        let pairs: Vec<Pair> = paired(&self.by_month, self.months, one, other).collect();
        cochran_mantel_haenszel(&pairs).p
    }

    fn always(&self, one: usize, other: usize) -> f64 {
        let mut evidence = Evidence::default();
        for pair in paired(&self.by_day, self.days, one, other) {
            evidence.observe(pair);
        }
        evidence.p()
    }
}

fn paired(cells: &[Share], width: usize, one: usize, other: usize) -> impl Iterator<Item = Pair> {
    let of = move |slot: usize| cells.iter().skip(slot * width).take(width).copied();
    of(one).zip(of(other)).map(|(one, other)| Pair { one, other })
}
