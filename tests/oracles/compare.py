#!/usr/bin/env python3
"""Compares the statistics of `habeas fairness` with SciPy and statsmodels on seeded tables.

    tests/oracles/compare.py target/release/habeas --tables 100000 [--seed 1]

Agreement means 1e-9 absolutely, and 1e-6 relatively for p-values down to 1e-12. Where a library's own rounding decides
(ties of a two-sided test, the optimiser of its Boschloo test, 1 - cdf), the table is settled with exact fractions or
with the library's own function at our maximum; each of those is counted and shown. Exit 1 on any disagreement.
"""

import argparse
import json
import math
import pathlib
import random
import subprocess
import sys
import warnings
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).parent / "packages"))
import numpy as np  # noqa: E402
from scipy import optimize, stats  # noqa: E402
from statsmodels.stats import contingency_tables, multitest, proportion  # noqa: E402

warnings.filterwarnings("ignore")
ABSOLUTE, RELATIVE, SMALLEST = 1e-9, 1e-6, 1e-12


def agree(ours, theirs):
    if not math.isfinite(theirs) or not math.isfinite(ours):
        return False
    if abs(ours - theirs) > ABSOLUTE:
        return False
    return theirs < SMALLEST or abs(ours - theirs) <= RELATIVE * theirs


def size(dice, largest):
    return int(math.exp(dice.uniform(0, math.log(largest))))


def table(dice, largest):
    """Sizes over all magnitudes; rates that are equal, nearly equal, different, nothing or everything."""
    n, m = size(dice, largest), size(dice, largest)
    kind = dice.random()
    if kind < 0.1:
        return 0, n, min(m, size(dice, 20) - 1), m
    if kind < 0.15:
        return n, n, m - min(m, size(dice, 20) - 1), m
    if kind < 0.2:
        m = n
    rate = dice.choice([0.5, 0.1, 0.01, 0.001]) * dice.uniform(0.2, 1.8)
    other = rate if kind < 0.5 else min(1.0, rate * math.exp(dice.gauss(0, 3 / math.sqrt(1 + min(n, m) * rate))))
    rng = np.random.default_rng(dice.getrandbits(32))
    return int(rng.binomial(n, rate)), n, int(rng.binomial(m, other)), m


def exact_fisher(a, n, b, m, mid):
    """Two-sided p-value in whole numbers: no rounding, so a tie is a tie."""
    k = a + b
    weights = {x: math.comb(n, x) * math.comb(m, k - x) for x in range(max(0, k - m), min(k, n) + 1)}
    own = weights[a]
    less = sum(w for w in weights.values() if w < own)
    ties = sum(w for w in weights.values() if w == own)
    return float(Fraction(2 * less + (ties if mid else 2 * ties), 2 * sum(weights.values())))


def mid_p(a, n, b, m):
    k = a + b
    x = np.arange(max(0, k - m), min(k, n) + 1)
    chances = stats.hypergeom.pmf(x, n + m, k, n)
    own = chances[a - x[0]]
    ties = np.isclose(chances, own, rtol=1e-7, atol=0)
    return float(chances[(chances < own) & ~ties].sum() + chances[ties].sum() / 2)


def boschloo_at(a, n, b, m, rate):
    """SciPy's statistic, its chance at one given rate."""
    x, y = np.arange(n + 1)[:, None], np.arange(m + 1)[None, :]
    best = []
    for alternative in ("less", "greater"):
        if alternative == "less":
            p = stats.hypergeom.cdf(x, n + m, x + y, n)
        else:
            p = stats.hypergeom.sf(x - 1, n + m, x + y, n)
        region = p <= p[a, b] * (1 + 1e-13)
        chance = stats.binom.pmf(x, n, rate) * stats.binom.pmf(y, m, rate)
        best.append(float((chance * region).sum()))
    return [min(1.0, 2 * p) for p in best]


class Run:
    def __init__(self):
        self.compared, self.wrong, self.settled = {}, [], {}

    def see(self, what, counts, ours, theirs, settle=None):
        self.compared[what] = self.compared.get(what, 0) + 1
        if agree(ours, theirs):
            return
        why = settle() if settle else None
        if why:
            self.settled[why] = self.settled.get(why, 0) + 1
        else:
            self.wrong.append((what, counts, ours, theirs))


def cases(dice, count):
    for _ in range(count):
        yield {"table": table(dice, 1_000_000)}
    for _ in range(count // 10):
        counts = table(dice, 100_000)
        yield {"equivalence": [counts, dice.choice([0.002, 0.01, 0.02, 0.1])]}
    for _ in range(count // 20):
        yield {"strata": [table(dice, 10_000) for _ in range(dice.randint(1, 24))]}
    for _ in range(count // 20):
        yield {"many": [dice.random() ** dice.choice([1, 4, 12]) for _ in range(dice.randint(1, 60))]}
    # SciPy's Boschloo test needs a tenth of a second for a hundred members: fewer and smaller.
    for _ in range(max(count // 50, 20)):
        yield {"boschloo": table(dice, 60)}


def main():
    args = argparse.ArgumentParser()
    args.add_argument("habeas")
    args.add_argument("--tables", type=int, default=2000)
    args.add_argument("--seed", type=int, default=1)
    args = args.parse_args()
    dice = random.Random(args.seed)
    asked = list(cases(dice, args.tables))
    text = "\n".join(json.dumps(case) for case in asked) + "\n"
    done = subprocess.run([args.habeas, "fairness", "tables"], input=text, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(asked), (len(answers), len(asked))
    run = Run()
    for at, (case, answer) in enumerate(zip(asked, answers)):
        if sys.stderr.isatty() and at % 500 == 0:
            print(f"\r{at} of {len(asked)}", end="", file=sys.stderr)
        compare(run, case, answer)
    for what, count in sorted(run.compared.items()):
        print(f"{what:12} {count:8} compared")
    for why, count in sorted(run.settled.items()):
        print(f"settled: {count} {why}")
    for wrong in run.wrong[:20]:
        print("DISAGREES:", *wrong)
    print(f"{len(run.wrong)} disagreements")
    sys.exit(1 if run.wrong else 0)


def compare(run, case, answer):
    if "table" in case:
        compare_table(run, case["table"], answer)
    elif "equivalence" in case:
        (a, n, b, m), margin = case["equivalence"]
        theirs = equivalence(a, n, b, m, margin)
        run.see("equivalence", (a, n, b, m, margin), answer["equivalence"], theirs)
    elif "strata" in case:
        tables = [np.array([[a, n - a], [b, m - b]]) for a, n, b, m in case["strata"]]
        tables = [t for t in tables if t.sum() > 1]
        found = contingency_tables.StratifiedTable(tables) if tables else None
        theirs = found.test_null_odds() if found else None
        if theirs is None or not math.isfinite(theirs.statistic):
            return
        scale = max(1.0, theirs.statistic)
        run.see("strata", case["strata"], answer["statistic"] / scale, theirs.statistic / scale)
        # statsmodels takes 1 - cdf, which is nothing below 1e-16; SciPy's tail keeps its digits.
        run.see("strata p", case["strata"], answer["p"], float(stats.chi2.sf(theirs.statistic, 1)))
        if answer["odds_ratio"] is not None:
            ratio = float(found.oddsratio_pooled)
            run.see("odds ratio", case["strata"], answer["odds_ratio"] / max(1, ratio), ratio / max(1, ratio))
    elif "many" in case:
        for name, method in (("bh", "fdr_bh"), ("by", "fdr_by")):
            theirs = multitest.multipletests(case["many"], method=method)[1]
            for ours, other in zip(answer[name], theirs):
                run.see(name, case["many"], ours, float(other))
    else:
        a, n, b, m = case["boschloo"]
        theirs = stats.boschloo_exact([[a, b], [n - a, m - b]], n=64)
        p = 1.0 if math.isnan(theirs.pvalue) else float(theirs.pvalue)
        ours = answer["boschloo"]

        def settle():
            reached = boschloo_at(a, n, b, m, answer["worst_rate"])
            if ours > p - ABSOLUTE and any(agree(ours, at) for at in reached):
                return "Boschloo: SciPy's optimiser stopped below a maximum that its own function reaches at our rate"
            return None

        run.see("boschloo", (a, n, b, m), ours, p, settle)


def likeliest(x, n, y, m, delta):
    """The likeliest rate of the second group when the first one's is `delta` larger, by SciPy's root finder.

    statsmodels 0.15 is no oracle for this: the cubic of its score test has a count (`count0 * diff`) where Miettinen and
    Nurminen have a sample size, and its rate is less likely than ours. With the size in its place the two agree, which
    `cubic` below shows on every table where its arc cosine is defined.
    """

    def slope(base):
        rate = base + delta
        up = (x / rate if x else 0) + (y / base if y else 0)
        return up - ((n - x) / (1 - rate) if n > x else 0) - ((m - y) / (1 - base) if m > y else 0)

    low, high = max(0.0, -delta), min(1.0, 1.0 - delta)
    low, high = low + 1e-300, high - 1e-16
    if slope(np.nextafter(low, 1)) <= 0:
        return max(0.0, -delta)
    if slope(np.nextafter(high, 0)) >= 0:
        return min(1.0, 1.0 - delta)
    return optimize.brentq(slope, np.nextafter(low, 1), np.nextafter(high, 0), xtol=1e-300, rtol=1e-15, maxiter=500)


def cubic(x, n, y, m, delta):
    """statsmodels' closed form, with the sample size where the paper has it."""
    all_, hits = n + m, x + y
    two = (n + 2 * m) * delta - all_ - hits
    one = (m * delta - all_ - 2 * y) * delta + hits
    none = y * delta * (1 - delta)
    q = (two / (3 * all_)) ** 3 - one * two / (6 * all_**2) + none / (2 * all_)
    p = np.sign(q) * np.sqrt((two / (3 * all_)) ** 2 - one / (3 * all_))
    return 2 * p * np.cos((np.pi + np.arccos(q / p**3)) / 3) - two / (3 * all_)


def equivalence(a, n, b, m, margin):
    def score(delta):
        base = likeliest(a, n, b, m, delta)
        other = cubic(a, n, b, m, delta)
        assert not math.isfinite(other) or abs(other - base) < 1e-5, (a, n, b, m, delta, base, other)
        rate = base + delta
        variance = (rate * (1 - rate) / n + base * (1 - base) / m) * (n + m) / (n + m - 1)
        apart = a / n - b / m - delta
        return apart / math.sqrt(variance) if variance > 0 else math.copysign(math.inf, apart) if apart else 0.0

    return float(max(stats.norm.sf(score(-margin)), stats.norm.cdf(score(margin))))


def compare_table(run, counts, answer):
    a, n, b, m = counts
    square = [[a, n - a], [b, m - b]]

    def settle(mid):
        if n + m <= 20_000 and agree(answer["mid" if mid else "fisher"], exact_fisher(a, n, b, m, mid)):
            return "Fisher: a tie that rounding broke in SciPy; whole numbers agree with us"
        return None

    run.see("fisher", counts, answer["fisher"], float(stats.fisher_exact(square)[1]), lambda: settle(False))
    run.see("fewer", counts, answer["fewer"], float(stats.hypergeom.cdf(a, n + m, a + b, n)))
    run.see("more", counts, answer["more"], float(stats.hypergeom.sf(a - 1, n + m, a + b, n)))
    if n + m < 100_000:
        run.see("mid p", counts, answer["mid"], mid_p(a, n, b, m), lambda: settle(True))
    low, high = proportion.proportion_confint(a, n, method="wilson")
    run.see("wilson", counts, answer["wilson"][0], max(0.0, float(low)))
    run.see("wilson", counts, answer["wilson"][1], min(1.0, float(high)))
    low, high = proportion.confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff")
    run.see("newcombe", counts, 1 + answer["newcombe"][0], 1 + float(low))
    run.see("newcombe", counts, 1 + answer["newcombe"][1], 1 + float(high))


if __name__ == "__main__":
    main()
