use super::boschloo::boschloo;
use super::equivalence::{equivalent, members_needed};
use super::fisher::fisher;
use super::intervals::{newcombe, wilson};
use super::many::{benjamini_hochberg, benjamini_yekutieli};
use super::number::{erfc, normal_quantile_above};
use super::sequential::Evidence;
use super::strata::cochran_mantel_haenszel;
use super::verdict::{Rule, Verdict, bound_after_none, jain, judge, least_to_most};
use super::{Pair, Share};

fn pair(a: u32, n: u32, b: u32, m: u32) -> Pair {
    Pair::new(Share::new(a, n), Share::new(b, m))
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-9 + 1e-6 * b.abs().min(1e-3), "{a} is not {b}");
}

/// Numbers that are the same in the next run.
struct Dice(u64);

impl Dice {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        f64::from(u32::try_from((z ^ (z >> 31)) >> 32).unwrap()) / f64::from(u32::MAX)
    }

    fn hits(&mut self, of: u32, rate: f64) -> Share {
        let hits = (0..of).filter(|_| self.share() < rate).count();
        Share::new(u32::try_from(hits).unwrap(), of)
    }
}

#[test]
fn fisher_agrees_with_published_values_where_other_libraries_go_astray() {
    near(fisher(pair(1, 10, 11, 14)).two_sided, 0.002_759_456_185_220_083_6);
    let large = fisher(pair(721, 901, 58, 320)).two_sided;
    assert!(large < 1e-80, "{large}: a difference beyond doubt is not chance");
    near(fisher(pair(0, 50, 3, 50)).two_sided, 0.242_424_242_424_242_4);
    near(fisher(pair(1, 50, 2, 50)).two_sided, 1.0);
    for nothing in [pair(0, 0, 0, 0), pair(0, 5, 0, 7), pair(5, 5, 7, 7), pair(0, 0, 3, 9)] {
        near(fisher(nothing).two_sided, 1.0);
    }
}

#[test]
fn boschloo_never_exceeds_fisher_and_works_without_hits() {
    let mut dice = Dice(1);
    for _ in 0..300 {
        let (n, m) = (dice.share() * 40.0, dice.share() * 40.0);
        let of = |n: f64| super::number::ceiling(n) + 1;
        let (n, m) = (of(n), of(m));
        let (one, other) = (dice.hits(n, 0.2), dice.hits(m, 0.4));
        let (exact, bound) = (boschloo(Pair { one, other }), fisher(Pair { one, other }));
        let twice = (2.0 * bound.fewer.min(bound.more)).min(1.0);
        assert!(exact.two_sided <= twice + 1e-9, "{one:?} {other:?}: {exact:?} {twice}");
    }
    near(boschloo(pair(0, 10, 0, 10)).two_sided, 1.0);
    near(boschloo(pair(0, 0, 3, 10)).two_sided, 1.0);
}

#[test]
fn the_complementary_error_function_keeps_its_digits_in_the_tail() {
    for (x, known) in [
        (0.5, 0.479_500_122_186_953_5),
        (1.999, 0.004_698_4),
        (3.0, 2.209_049_699_858_544e-5),
        (6.0, 2.151_973_671_249_891e-17),
    ] {
        assert!((erfc(x) / known - 1.0).abs() < 1e-5, "{x}: {}", erfc(x));
    }
    assert!((erfc(3.0) / 2.209_049_699_858_544e-5 - 1.0).abs() < 1e-13);
    near(normal_quantile_above(0.025), 1.959_963_984_540_054);
}

#[test]
fn intervals_and_equivalence_agree_with_the_figures_of_the_design() {
    let wide = newcombe(pair(3, 50, 0, 50), 0.95);
    assert!((wide.low + 0.021).abs() < 0.0005 && (wide.high - 0.162).abs() < 0.0005, "{wide:?}");
    near(wilson(Share::default(), 0.95).high, 1.0);
    for (rate, margin, needed) in
        [(0.03, 0.02, 1575), (0.03, 0.01, 6299), (0.03, 0.005, 25_195), (0.01, 0.01, 2143)]
    {
        assert_eq!(members_needed(rate, margin, 0.05, 0.9), needed);
    }
    assert!(equivalent(pair(30, 1000, 30, 1000), 0.02) < 0.05);
    assert!(equivalent(pair(3, 100, 3, 100), 0.02) > 0.05, "a hundred show nothing yet");
    near(equivalent(pair(0, 0, 3, 10), 0.1), 1.0);
}

#[test]
fn q_values_are_those_of_the_papers() {
    let p = [0.01, 0.04, 0.03, 0.005];
    for (found, known) in benjamini_hochberg(&p).into_iter().zip([0.02, 0.04, 0.04, 0.02]) {
        near(found, known);
    }
    let harmonic = 25.0 / 12.0;
    for (found, known) in benjamini_yekutieli(&p).into_iter().zip([0.02, 0.04, 0.04, 0.02]) {
        near(found, known * harmonic);
    }
    assert!(benjamini_hochberg(&[]).is_empty());
}

#[test]
fn strata_undo_a_mix_that_differs() {
    // Within each stratum the rates are equal; thrown together they seem to differ.
    let strata = [pair(80, 400, 20, 100), pair(5, 100, 20, 400)];
    let together = cochran_mantel_haenszel(&strata);
    assert!(together.p > 0.99, "{together:?}");
    assert!(boschloo(pair(85, 500, 40, 500)).two_sided < 0.001);
    near(cochran_mantel_haenszel(&[pair(1, 1, 0, 0)]).p, 1.0);
}

#[test]
fn verdicts_have_three_values_and_small_groups_are_not_judged() {
    let judged = judge(
        &[
            pair(3, 4000, 300, 4000),
            pair(60, 4000, 60, 4000),
            pair(1, 60, 2, 50),
            pair(9, 9, 0, 5000),
        ],
        Rule::default(),
    );
    let verdicts: Vec<Verdict> = judged.iter().map(|j| j.verdict).collect();
    assert_eq!(verdicts[..2], [Verdict::Unequal, Verdict::Equivalent]);
    assert!(matches!(verdicts[2], Verdict::NotEnough { missing } if missing > 500));
    assert!(matches!(verdicts[3], Verdict::NotEnough { .. }), "nine people are not judged");
}

#[test]
fn a_year_of_daily_looks_alarms_wrongly_in_at_most_one_of_a_hundred() {
    let mut dice = Dice(7);
    let alarms = |dice: &mut Dice, one: f64, other: f64, days: usize| {
        let mut evidence = Evidence::default();
        for _ in 0..days {
            evidence.observe(Pair { one: dice.hits(40, one), other: dice.hits(40, other) });
        }
        evidence.alarms(0.01)
    };
    let wrong = (0..500).filter(|_| alarms(&mut dice, 0.03, 0.03, 365)).count();
    assert!(wrong <= 10, "{wrong} of 500 quiet years; more than ten has a chance under 2 in 100");
    let right = (0..100).filter(|_| alarms(&mut dice, 0.03, 0.06, 90)).count();
    assert!(right >= 90, "only {right} of 100 doubled rates were noticed in 90 days");
}

#[test]
fn at_most_one_in_twenty_discoveries_over_fifty_pairs_is_false() {
    let mut dice = Dice(11);
    let mut with_a_false_one = 0;
    for _ in 0..40 {
        let pairs: Vec<Pair> = (0..50)
            .map(|_| Pair { one: dice.hits(80, 0.05), other: dice.hits(80, 0.05) })
            .collect();
        let judged = judge(&pairs, Rule::default());
        with_a_false_one += usize::from(judged.iter().any(|j| j.verdict == Verdict::Unequal));
    }
    assert!(with_a_false_one <= 6, "{with_a_false_one} of 40 reports on equal treatment");
}

#[test]
fn bounds_and_indices() {
    near(bound_after_none(10_000_000), 2.995_731_8e-7);
    near(bound_after_none(0), 1.0);
    near(jain(&[1.0, 1.0, 1.0]), 1.0);
    near(jain(&[1.0, 0.0, 0.0, 0.0]), 0.25);
    near(least_to_most(&[0.5, 1.0]), 0.5);
}
