//! Thirty-two biases, planted around the machine and around what it answers: the check must catch them, or it checks nothing.
//! They live here alone; the machine itself stays blind (SETTLED 17).

use crate::domain::case::{Event, Registration};
use crate::domain::excess::{Exclusion, Threshold};
use crate::domain::time::Instant;
use crate::fairness::cohort::Cohort;
use crate::fairness::dice::Dice;
use crate::fairness::report::rows::Rows;
use crate::fairness::report::tally::tally;
use crate::fairness::stats::verdict::{Rule, Verdict, judge};
use crate::fairness::stats::{Pair, Share};

use super::answer::Seen;
use super::life::Life;
use super::{Attributes, Decision, World, decided, decided_by};

/// A bias.
#[derive(Clone, Copy, Debug)]
pub struct Bias {
    /// What it does, in words.
    pub name: &'static str,
    /// Where it sits.
    pub kind: Kind,
}

/// Where a bias sits: this decides which layer can see it.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Around `decide`.
    Decision(fn(&World<'_>, &Attributes, &Life, &mut Dice) -> Decision),
    /// Around the HTTP surface.
    Answer(fn(&Attributes, &mut Seen, &mut Dice)),
    /// In what people do, where no flip reaches: only counts can tell.
    People(Counted),
    /// In which way people have to object.
    Ways(Offered),
}

/// Two plans of so many objections each, of which one finds a button, and the other an address to write to.
#[derive(Clone, Copy, Debug)]
pub struct Offered {
    /// Of each plan, as documented in `docs/fairness.md`.
    pub members: u32,
    /// How many of those who find the button write all the same, and how many find it without being shown.
    pub astray: f64,
}

/// A bias of people, by outcome: the usual rate, the biased one, and how many members of each group show it.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// Which of [`USUAL`].
    pub outcome: usize,
    /// Rate in the disadvantaged group.
    pub biased: f64,
    /// Members of each group, as documented in `docs/fairness.md`.
    pub members: u32,
}

/// Outcomes of the report and a usual rate of each.
pub const USUAL: [(&str, f64); 7] = [
    ("flag", 0.03),
    ("refusal", 0.01),
    ("extension", 0.05),
    ("identity demand", 0.02),
    ("reversal", 0.4),
    ("slower than the median", 0.5),
    ("sent away", 0.005),
];

const fn decision(
    name: &'static str,
    bias: fn(&World<'_>, &Attributes, &Life, &mut Dice) -> Decision,
) -> Bias {
    Bias { name, kind: Kind::Decision(bias) }
}

const fn answer(name: &'static str, bias: fn(&Attributes, &mut Seen, &mut Dice)) -> Bias {
    Bias { name, kind: Kind::Answer(bias) }
}

const fn people(name: &'static str, outcome: usize, biased: f64, members: u32) -> Bias {
    Bias { name, kind: Kind::People(Counted { outcome, biased, members }) }
}

/// All of them.
pub const ALL: [Bias; 32] = [
    decision("enterprise is one earlier in the queue", |world, who, life, _| {
        let mut out = decided(world, life);
        out.rank_ms -= i64::from(who.is("plan", "enterprise"));
        out
    }),
    decision("a French request is due a day earlier", |world, who, life, _| {
        due(decided(world, life), who.is("country", "FR"), -86_400_000)
    }),
    decision("a free request is due a day later", |world, who, life, _| {
        due(decided(world, life), who.is("plan", "free"), 86_400_000)
    }),
    decision("a Polish period ends an hour earlier", |world, who, life, _| {
        due(decided(world, life), who.is("country", "PL"), -3_600_000)
    }),
    decision("the threshold is one lower behind a shared address", |world, who, life, _| {
        ruled(world, life, who.is("address", "shared"), |rule| {
            rule.kth -= 1;
            rule.sensitive_kth -= 1;
        })
    }),
    decision("the window is a month longer on the free plan", |world, who, life, _| {
        ruled(world, life, who.is("plan", "free"), |rule| rule.window_days += 30)
    }),
    decision(
        "the gap after which nothing is looked at is longer for new accounts",
        |world, who, life, _| {
            ruled(world, life, who.is("tenure", "new"), |rule| rule.never_if_gap_days = 0)
        },
    ),
    decision("enterprise is never flagged", |world, who, life, _| {
        if who.is("plan", "enterprise") {
            decided_by(world, life, None)
        } else {
            decided(world, life)
        }
    }),
    decision(
        "two in a hundred more are flagged when they come by mail",
        |world, who, life, dice| {
            let chance = dice.happens(0.02);
            registered(decided(world, life), who.is("channel", "mail") && chance, |known| {
                known.lapses_at = Some(Instant(0));
            })
        },
    ),
    decision("an extra step for mobile devices", |world, who, life, _| {
        let mut out = decided(world, life);
        if who.is("device", "mobile") {
            let at = life.received_at;
            out.events.push(Event::IdentityAsked {
                doubt: "device".into(),
                means: None,
                notice: None,
                at,
            });
        }
        out
    }),
    decision("a flag stands a day longer in English", |world, who, life, _| {
        registered(decided(world, life), who.is("language", "en"), |known| {
            known.lapses_at = known.lapses_at.map(|at| at.plus_days(1));
        })
    }),
    decision("another policy for enterprise", |world, who, life, _| {
        registered(decided(world, life), who.is("plan", "enterprise"), |known| {
            if let Some(finding) = &mut known.finding {
                finding.policy = "another".into();
            }
        })
    }),
    decision("late answers count against people on the plus plan", |world, who, life, _| {
        registered(decided(world, life), who.is("plan", "plus"), |known| {
            if let Some(finding) = &mut known.finding {
                finding.excluded.retain(|e| e.reason != Exclusion::AnsweredLate);
            }
        })
    }),
    decision("overlapping requests of scripts are not merged", |world, who, life, _| {
        let alone = Life { overlaps: None, ..life.clone() };
        decided(world, if who.is("device", "script") { &alone } else { life })
    }),
    answer("another status for the free plan", |who, seen, _| {
        each(seen, who.is("plan", "free"), |answer| {
            answer.status += u16::from(answer.status == 201);
        });
    }),
    answer("a quota header for data centres", |who, seen, _| {
        each(seen, who.is("address", "data centre"), |answer| {
            answer.headers.push(("ratelimit".into(), "\"plan\";r=3".into()));
        });
    }),
    answer("another template in German", |who, seen, _| {
        each(seen, who.is("language", "de"), |answer| {
            answer.body =
                answer.body.replace("\"explanation\":[", "\"explanation\":[\"as usual\",");
        });
    }),
    answer("another member for the pro plan", |who, seen, _| {
        each(seen, who.is("plan", "pro"), |answer| answer.body.push_str("{\"upgrade\":true}"));
    }),
    answer("a fee that is not null on the free plan", |who, seen, _| {
        each(seen, who.is("plan", "free"), |answer| {
            answer.body = answer.body.replace("\"fee\":null", "\"fee\":500");
        });
    }),
    answer("a due date one day later over HTTP for new accounts", |who, seen, _| {
        each(seen, who.is("tenure", "new"), |answer| {
            answer.body = answer.body.replace("\"date\":\"2026-", "\"date\":\"2027-");
        });
    }),
    answer("an extra call for people without an account's language", |who, seen, _| {
        if who.is("language", "")
            && let Some(last) = seen.answers.last().cloned()
        {
            seen.answers.push(last);
        }
    }),
    answer("five milliseconds more on the free plan", |who, seen, _| {
        each(seen, who.is("plan", "free"), |answer| answer.took_us.0 += 5000);
    }),
    answer("enterprise overtakes in the stored queue", |who, seen, _| {
        if who.is("plan", "enterprise") {
            seen.ranks.iter_mut().for_each(|rank| *rank = rank.saturating_sub(2));
        }
    }),
    answer("an objection by mail stops nothing", |who, seen, _| {
        seen.is_stopped &= !who.is("channel", "mail");
    }),
    people("free people's requests are flagged twice as often", 0, 0.06, 2500),
    people("refusals are three times as frequent in one country", 1, 0.03, 2500),
    people("one plan's periods are extended more often", 2, 0.09, 2500),
    people("one language is asked for identity more often", 3, 0.05, 2500),
    people("reviewers undo fewer flags of one plan", 4, 0.3, 1000),
    people("one plan waits longer for its effect", 5, 0.57, 2500),
    people("one channel is sent away more often", 6, 0.02, 2500),
    Bias {
        name: "those who pay object by a button, the others by e-mail",
        kind: Kind::Ways(Offered { members: 40, astray: 0.2 }),
    },
];

fn due(mut out: Decision, biased: bool, by_ms: i64) -> Decision {
    if biased {
        for event in &mut out.events {
            if let Event::Received { due, .. } = event {
                due.expires = due.expires.plus_ms(by_ms);
            }
        }
    }
    out
}

fn ruled(world: &World<'_>, life: &Life, biased: bool, change: fn(&mut Threshold)) -> Decision {
    let rule = life.rule(world).cloned().map(|mut rule| {
        if biased {
            change(&mut rule);
        }
        rule
    });
    decided_by(world, life, rule.as_ref())
}

fn registered(mut out: Decision, biased: bool, change: impl Fn(&mut Registration)) -> Decision {
    if biased {
        for event in &mut out.events {
            if let Event::Registered(known) = event {
                change(known);
            }
        }
    }
    out
}

fn each(seen: &mut Seen, biased: bool, change: fn(&mut super::answer::Answer)) {
    if biased {
        seen.answers.iter_mut().for_each(change);
    }
}

impl Offered {
    /// One year of the two: does the report say that the way differs by plan?
    pub fn is_noticed(&self, seed: u64) -> bool {
        let (mut dice, mut rows) = (Dice::new(seed), Rows::default());
        for (plan, usual, other) in [("pro", "page", "email"), ("free", "email", "page")] {
            let cohort = Cohort { plan: Some(plan.into()), ..Cohort::default() };
            for _ in 0..self.members {
                let way = if dice.happens(self.astray) { other } else { usual };
                rows.objected(Instant(0), way, Some(&cohort));
            }
        }
        let counted = tally(&rows, Rule::default());
        counted.by_way.iter().any(|one| one.judged.verdict == Verdict::Unequal)
    }
}

impl Counted {
    /// One year of two groups in which only this outcome is biased: does the report say so?
    pub fn is_noticed(&self, seed: u64) -> bool {
        let mut dice = Dice::new(seed);
        let mut count = |rate: f64| {
            let hits = (0..self.members).filter(|_| dice.happens(rate)).count();
            Share::new(u32::try_from(hits).unwrap_or(u32::MAX), self.members)
        };
        let pairs: Vec<Pair> = USUAL
            .iter()
            .enumerate()
            .map(|(at, (_, usual))| {
                let biased = if at == self.outcome { self.biased } else { *usual };
                Pair::new(count(biased), count(*usual))
            })
            .collect();
        let judged = judge(&pairs, Rule::default());
        judged.get(self.outcome).is_some_and(|judged| judged.verdict == Verdict::Unequal)
    }
}
