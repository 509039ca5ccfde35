//! By which way people objected, for each plan: a button for those who pay and an e-mail for the rest must show.

use std::collections::BTreeMap;

use crate::domain::time::Instant;
use crate::fairness::cohort::{Attribute, Cohort};
use crate::fairness::stats::verdict::{Judged, Rule};
use crate::fairness::stats::{Pair, Share};

use super::rows::{Objected, Rows};

/// Groups that are compared, as in the rest of the report.
const GROUPS_MAX: usize = 12;

/// The ways: the word of the files, and in words.
pub const WAYS: [(&str, &str); 6] = [
    ("page", "on a page of the portal"),
    ("link", "by a link of their own"),
    ("program", "by a program, signed in"),
    ("signal", "by their browser's signal"),
    ("email", "by e-mail, entered by the office"),
    ("office", "by letter, by phone or over the counter"),
];

const MANY: usize = WAYS.len();

/// A plan, and by which way its people objected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The plan.
    pub name: String,
    /// Objections.
    pub of: u32,
    /// By each way, in the order of [`WAYS`].
    pub by: [u32; MANY],
}

/// All of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ways {
    /// Plans, the largest first: the one that the others are compared with.
    pub groups: Vec<Group>,
    /// Objections of people of whom no plan was told.
    pub unlabelled: u32,
    /// Objections that came with a list: nobody knows whose plan it was.
    pub imported: u32,
    /// Plans with fewer than ten objections, or beyond the largest.
    pub small: u32,
}

/// A plan against the largest, for one way.
#[derive(Clone, PartialEq, Debug)]
pub struct ByWay {
    /// Of [`WAYS`].
    pub way: usize,
    /// The plan.
    pub group: String,
    /// The largest.
    pub reference: String,
    /// What can be said.
    pub judged: Judged,
}

impl Rows {
    /// Adds an objection; `way` is a word of [`WAYS`]. `cohort` is nothing when no label is known.
    pub fn objected(&mut self, at: Instant, way: &str, cohort: Option<&Cohort>) {
        let Some(way) = WAYS.iter().position(|(code, _)| *code == way) else { return };
        let plan = self.plan(cohort.and_then(|cohort| cohort.plan.as_deref()));
        self.objections.push(Objected { at, way, plan });
    }

    /// Adds objections that came with a list.
    pub fn imported(&mut self, many: u32) {
        self.imported += many;
    }
}

impl Group {
    /// Counts as they may be shown: none from one to nine, and none that what is shown would tell, alone or together.
    pub fn shown(&self, members_min: u32) -> [Option<u32>; MANY] {
        let mut shown = self.by.map(|count| (count == 0 || count >= members_min).then_some(count));
        let hidden: u32 =
            self.by.iter().zip(shown).filter(|(_, s)| s.is_none()).map(|(n, _)| n).sum();
        if (1..members_min).contains(&hidden) {
            let counted = shown.iter_mut().filter(|count| count.is_some_and(|n| n > 0));
            if let Some(smallest) = counted.min_by_key(|count| **count) {
                *smallest = None;
            }
        }
        shown
    }
}

pub(super) fn count(rows: &Rows, rule: Rule) -> Ways {
    let mut counted: BTreeMap<u16, [u32; MANY]> = BTreeMap::new();
    for objected in &rows.objections {
        let by = counted.entry(objected.plan).or_default();
        if let Some(count) = by.get_mut(objected.way) {
            *count += 1;
        }
    }
    let unlabelled = counted.remove(&0).map_or(0, |by| by.iter().sum());
    let names = rows.names_of(Attribute::Plan);
    let (mut groups, mut small) = (Vec::new(), 0);
    for (number, by) in counted {
        let name = usize::from(number).checked_sub(1).and_then(|at| names.get(at)).cloned();
        let of: u32 = by.iter().sum();
        match name {
            Some(name) if of >= rule.members_min => groups.push(Group { name, of, by }),
            Some(_) | None => small += 1,
        }
    }
    groups.sort_by(|a, b| (b.of, &a.name).cmp(&(a.of, &b.name)));
    small += u32::try_from(groups.len().saturating_sub(GROUPS_MAX)).unwrap_or_default();
    groups.truncate(GROUPS_MAX);
    Ways { groups, unlabelled, imported: rows.imported, small }
}

/// Each plan against the largest, for every way that either of them used.
pub(super) fn pairs(ways: &Ways) -> Vec<(usize, &Group, &Group, Pair)> {
    let Some((reference, others)) = ways.groups.split_first() else { return Vec::new() };
    let mut pairs = Vec::new();
    for group in others {
        for (way, (one, other)) in group.by.into_iter().zip(reference.by).enumerate() {
            if one + other > 0 {
                let pair = Pair::new(Share::new(one, group.of), Share::new(other, reference.of));
                pairs.push((way, group, reference, pair));
            }
        }
    }
    pairs
}

/// Whether both counts of a comparison may be shown.
pub(super) fn is_shown(ways: &Ways, compared: &ByWay, members_min: u32) -> bool {
    [&compared.group, &compared.reference].into_iter().all(|name| {
        let group = ways.groups.iter().find(|group| group.name == *name);
        let count = group.and_then(|group| group.shown(members_min).get(compared.way).copied());
        count.flatten().is_some()
            && group.is_some_and(|group| {
                let rest = group.by.get(compared.way).map_or(0, |count| group.of - count);
                rest == 0 || rest >= members_min
            })
    })
}

/// What the way is called in the files, and in words.
pub(super) fn way_of(compared: &ByWay) -> (String, &'static str) {
    let (code, words) = WAYS.get(compared.way).copied().unwrap_or_default();
    (format!("objected_by_{code}"), words)
}

#[cfg(test)]
mod tests {
    use super::super::rows::Rows;
    use super::super::tally::tally;
    use super::*;
    use crate::fairness::stats::verdict::Verdict;

    fn cohort(plan: &str) -> Cohort {
        Cohort { plan: Some(plan.into()), country: None, language: None }
    }

    fn rows(counts: &[(&str, [u32; MANY])]) -> Rows {
        let mut rows = Rows::default();
        for (plan, by) in counts {
            for (way, count) in WAYS.iter().zip(by) {
                (0..*count).for_each(|_| rows.objected(Instant(0), way.0, Some(&cohort(plan))));
            }
        }
        rows
    }

    #[test]
    fn a_button_for_those_who_pay_and_an_e_mail_for_the_rest_is_unequal() {
        let rows = rows(&[("free", [0, 0, 0, 0, 30, 0]), ("pro", [25, 0, 0, 0, 0, 0])]);
        let counted = tally(&rows, Rule::default());
        let unequal: Vec<_> = counted
            .by_way
            .iter()
            .filter(|one| one.judged.verdict == Verdict::Unequal)
            .map(|one| (way_of(one).0, one.group.as_str(), one.reference.as_str()))
            .collect();
        assert_eq!(
            unequal,
            [
                ("objected_by_page".to_owned(), "pro", "free"),
                ("objected_by_email".to_owned(), "pro", "free"),
            ]
        );
        let same =
            super::tests::rows(&[("free", [400, 0, 9, 0, 20, 0]), ("pro", [380, 0, 8, 0, 21, 0])]);
        let counted = tally(&same, Rule::default());
        assert!(counted.by_way.iter().all(|one| one.judged.verdict != Verdict::Unequal));
    }

    #[test]
    fn what_is_under_ten_cannot_be_worked_out_from_what_is_shown() {
        let shown = |by: [u32; MANY]| {
            let of = by.iter().sum();
            Group { name: "free".into(), of, by }.shown(10)
        };
        assert_eq!(
            shown([40, 0, 0, 0, 12, 0]),
            [Some(40), Some(0), Some(0), Some(0), Some(12), Some(0)]
        );
        // One hidden count would be the total without the others.
        assert_eq!(shown([40, 0, 3, 0, 12, 0]), [Some(40), Some(0), None, Some(0), None, Some(0)]);
        assert_eq!(shown([40, 0, 7, 0, 8, 0]), [Some(40), Some(0), None, Some(0), None, Some(0)]);
        assert_eq!(shown([4, 0, 3, 0, 5, 0]), [None, Some(0), None, Some(0), None, Some(0)]);
    }

    #[test]
    fn who_has_no_plan_or_came_with_a_list_is_counted_as_that() {
        let mut rows = rows(&[("free", [12, 0, 0, 0, 0, 0]), ("alone", [1, 0, 0, 0, 0, 0])]);
        rows.objected(Instant(0), "link", None);
        rows.objected(Instant(0), "by magic", None);
        rows.imported(70);
        let counted = tally(&rows, Rule::default()).ways;
        assert_eq!((counted.unlabelled, counted.imported, counted.small), (1, 70, 1));
        assert_eq!(counted.groups.len(), 1);
    }
}
