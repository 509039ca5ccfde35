//! The state machine: every stage and every event, as one table; and random lives that never break it.

use std::fmt::Write as _;

use habeas::audit::leaf::{EventKind, LeafKind};
use habeas::domain::asked::{Askable, Means};
use habeas::domain::case::{Due, Event, Outcome, Registration, Stage, State, Writer};
use habeas::domain::deadline::{Calendar, Pause, PauseCause, Regime, derive};
use habeas::domain::decide::{
    Answerable, Answering, Command, Facts, Opening, Reviewing, Working, decide,
};
use habeas::domain::due::{Call, Extension};
use habeas::domain::ground::{Denial, Stated};
use habeas::domain::history::{Answer, Grounds, Identity, Service, Standing, Timeliness};
use habeas::domain::holidays::Country;
use habeas::domain::id::{BalancingId, FlagId, NoticeId, OpinionId, Reference};
use habeas::domain::objection::{Balancing, Weighed};
use habeas::domain::review::{
    Adverse, Checklist, CostLine, Evidence, Grounds as Against, Opened, Reasons, View, enact, hear,
    opine,
};
use habeas::domain::right::{Right, Scope};
use habeas::domain::role::{Officer, Role};
use habeas::domain::time::Instant;
use proptest::prelude::*;

pub(super) const AT: Instant = super::harness::START;

fn calendar() -> Calendar {
    Calendar::new(Country::parse("FR").unwrap(), "Europe/Paris").unwrap()
}

fn due() -> Due {
    let deadline = derive(AT, &calendar(), &Regime::eu(), &[]).unwrap();
    Due { date: deadline.due, expires: deadline.due_expires }
}

fn answered(outcome: Outcome) -> Event {
    Event::Answered {
        answer: Answer {
            at: AT,
            outcome,
            timeliness: Timeliness::OnTime,
            grounds: Grounds::None,
            service: Service::OnRequest,
            delivered: None,
            standing: Standing::Undisputed,
        },
        parts: Vec::new(),
        denied: None,
    }
}

/// What an answer does not give.
fn denial() -> Denial {
    let facts = "the copy would show what others wrote".to_owned();
    let stated = Stated::new(Right::Access, "15(4)", None, facts).unwrap();
    Denial::told(vec![stated], Vec::new(), NoticeId([0; 16])).unwrap()
}

fn extends(facts: &str) -> Command<'static> {
    let notice = NoticeId([0; 16]);
    Command::Extend { why: Extension::Complexity, facts: facts.into(), notice }
}

pub(super) fn events() -> Vec<(String, Event)> {
    let reasons = || Reasons {
        objective: "the copy of last week is asked for again".into(),
        subjective: "he wrote that it goes on until he is paid".into(),
        milder_steps: "we offered what is new since then".into(),
    };
    let dpo = Officer::attested("dana".into(), [Role::Dpo].into());
    let controller = Officer::attested("carl".into(), [Role::Controller].into());
    let opinion = OpinionId([0; 16]);
    let opinion = opine(opinion, &dpo, View::Excessive, reasons(), AT).unwrap();
    let flag = FlagId([0; 16]);
    let letter = NoticeId([0; 16]);
    let opened = Opened { notice: letter, at: AT, told_at: None, is_answered: true };
    let heard = hear(flag, Some(opened), 3, AT, &calendar()).unwrap();
    let enacted = |outcome| {
        let evidence = [Evidence::IdenticalContent].into();
        let grounds = Against { reasons: reasons(), evidence, against_advice: None };
        Box::new(enact(heard, &opinion, &controller, outcome, grounds, letter, AT).unwrap())
    };
    let line = CostLine { item: "handling".into(), quantity: 1, cents_each: 500 };
    let fee = Adverse::Fee { cents: 500, lines: vec![line] };
    let checklist = Checklist {
        purpose_not_served: "a".into(),
        intention: "b".into(),
        reasonable_person: "c".into(),
        milder_step: "d".into(),
        evidence_in_file: "e".into(),
    };
    let record = Balancing {
        grounds: "a".into(),
        necessity: "b".into(),
        person: "c".into(),
        weighing: "d".into(),
        ..Balancing::default()
    };
    let reference = Reference::new(1);
    let registration = Registration {
        reference,
        scope: Scope::default(),
        identity: Identity::Verified,
        deadline: derive(AT, &calendar(), &Regime::eu(), &[]).unwrap(),
        finding: None,
        lapses_at: None,
        known: None,
        worded: false,
    };
    let pause = Pause { from: AT, to: AT, cause: PauseCause::Identity };
    let mut events = vec![
        Event::Received { reference, right: Right::Access, received_at: AT, due: due() },
        Event::Registered(Box::new(registration)),
        Event::Merged { into: reference },
        Event::IdentityAsked {
            doubt: "x".into(),
            means: Some(Means::SignIn),
            notice: Some(letter),
            at: AT,
        },
        Event::ClarificationAsked { question: "x".into(), notice: letter, at: AT },
        Event::Reminded { due: due().date, days: 7, at: AT },
        Event::Overdue { due: due().date, at: AT },
        Event::Identified { how: "x".into(), known: None, at: AT },
        Event::TakenOver { from: reference, at: AT },
        Event::TaskDone {
            system: "x".into(),
            dataset: None,
            how: "x".into(),
            by: "x".into(),
            at: AT,
        },
        Event::ScopeRead { scope: Scope::default(), by: "x".into(), at: AT },
        Event::TakenUp { by: "x".into(), at: AT },
        Event::ErasureBegun { system: "x".into(), parts: Vec::new(), mark: None, at: AT },
        Event::ErasureSettled { system: "x".into(), parts: Vec::new(), at: AT },
        Event::Marked { system: "x".into(), parts: Vec::new(), at: AT },
        Event::Unmarked { system: "x".into(), parts: Vec::new(), at: AT },
        Event::Started { at: AT },
        Event::Suspended { cause: PauseCause::Identity, at: AT },
        Event::Resumed { pause, due: due() },
        Event::Extended {
            reason: "x".into(),
            why: Some(Extension::Complexity),
            notice: Some(letter),
            due: due(),
            at: AT,
        },
        Event::TaskRaised { system: "x".into(), dataset: None, reason: "x".into(), at: AT },
    ];
    let outcomes =
        [Outcome::Fulfilled, Outcome::Partial, Outcome::Declined, Outcome::Unidentifiable];
    events.extend(outcomes.map(answered));
    events.extend([
        Event::Refused { by: enacted(Adverse::Refuse) },
        Event::RefusedInPart { by: enacted(Adverse::Partial { what: "x".into() }) },
        Event::FeeProposed { by: enacted(fee) },
        Event::FeeAccepted { at: AT },
        Event::ReviewOpened { flag, notice: letter, by: "dana".into(), at: AT },
        Event::ReviewAnswered { at: AT },
        Event::Opined {
            flag,
            opinion: opinion.id(),
            view: View::Excessive,
            by: "dana".into(),
            reasons: reasons(),
            at: AT,
        },
        Event::FlagCleared { flag, by: "carl".into(), reasons: reasons(), at: AT },
        Event::Referred { flag, by: "dana".into(), checklist, lapses_at: AT, at: AT },
        Event::Reopened { flag, by: "carl".into(), reason: "x".into(), lapses_at: AT, at: AT },
        Event::NoticeMade { notice: letter, kind: "refused".into(), sha256: None, at: AT },
        Event::NoticeTold { notice: letter, how: "by post".into(), at: AT, from: None },
        Event::Balanced {
            balancing: BalancingId([0; 16]),
            purpose: "p".into(),
            weighed: Weighed::Upheld,
            by: "carl".into(),
            record,
            notice: None,
            at: AT,
        },
        Event::Notified { how: Some("x".into()), at: AT },
        Event::Closed { at: AT },
        Event::Withdrawn { at: AT },
        Event::Messaged { from: Writer::Person, at: AT },
        Event::Contested { at: AT },
        Event::FlagLapsed { flag: FlagId([0; 16]), at: AT },
        Event::FlagOvertaken { flag: FlagId([0; 16]), at: AT },
        Event::Restricted { purpose: "p".into(), notice: None, at: AT },
        Event::LiftingAnnounced { notice: letter, reason: "x".into(), by: "carl".into(), at: AT },
        Event::RestrictionLifted { purpose: "p".into(), told_at: AT, at: AT },
    ]);
    events
        .into_iter()
        .map(|event| {
            let name = match &event {
                Event::Answered { answer, .. } => {
                    format!("case.answered {}", answer.outcome.code())
                }
                other => LeafKind::Event(EventKind::of(other)).to_string(),
            };
            (name, event)
        })
        .collect()
}

fn stages() -> Vec<Stage> {
    let mut stages = vec![Stage::New, Stage::Received, Stage::IdentityPending, Stage::InProgress];
    for wrap in [Stage::Decided, Stage::Notified, Stage::Closed] {
        stages.extend(Outcome::ALL.map(wrap));
    }
    stages.extend([Stage::Merged, Stage::Withdrawn]);
    stages
}

fn shown(stage: Stage) -> String {
    match stage.outcome() {
        Some(outcome) => format!("{} {}", stage.code(), outcome.code()),
        None => stage.code().to_owned(),
    }
}

#[test]
fn the_table_of_every_stage_and_every_event_is_as_it_was_agreed() {
    let mut table = String::new();
    for stage in stages() {
        let _ = writeln!(table, "{}", shown(stage));
        for (name, event) in events() {
            let state = State { stage, ..State::default() };
            let after = match state.after(&event) {
                Ok(next) => shown(next.stage),
                Err(refused) => {
                    assert!(refused.to_string().contains("cannot be"), "{refused}");
                    continue;
                }
            };
            let _ = writeln!(table, "    {name:<30} -> {after}");
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_stage_reads_back_from_its_columns() {
    for stage in stages().into_iter().skip(1) {
        let outcome = stage.outcome().map(Outcome::code);
        assert_eq!(Stage::parse(stage.code(), outcome), Some(stage));
    }
    assert_eq!(Stage::parse("decided", None), None);
}

#[test]
fn authority_cannot_be_read_from_a_file() {
    for (_, event) in events() {
        let text = serde_json::to_string(&event).unwrap();
        let read = serde_json::from_str::<Event>(&text);
        match event {
            Event::Refused { .. } | Event::RefusedInPart { .. } | Event::FeeProposed { .. } => {
                assert!(read.is_err(), "{text}");
            }
            other => assert_eq!(read.unwrap(), other),
        }
    }
}

#[test]
fn suspension_and_extension_follow_the_law() {
    let calendar = calendar();
    let regime = Regime::eu();
    let facts = |now: Instant| Facts {
        now,
        received_at: AT,
        right: Right::Access,
        calendar: &calendar,
        regime: &regime,
    };
    let mut state = State { stage: Stage::InProgress, due: Some(due()), ..State::default() };
    let mut act = |now: Instant, command: Command<'_>| {
        let events = decide(&state, command, &facts(now));
        if let Ok(events) = &events {
            state = events.iter().try_fold(state.clone(), State::after).unwrap();
        }
        (events, state.clone())
    };
    let days = |n: i64| AT.plus_days(n);
    let resume = || Command::Resume { answered_at: None };
    let suspend = || Command::Suspend { cause: PauseCause::Identity };
    assert!(act(days(1), resume()).0.is_err(), "nothing to resume");
    assert!(act(days(2), suspend()).0.is_err(), "nothing was asked");
    act(days(2), asks_who_it_is()).0.unwrap();
    act(days(2), suspend()).0.unwrap();
    let (_, resumed) = act(days(12), resume());
    act(days(12), Command::Identify { how: "x".into(), known: None }).0.unwrap();
    assert_eq!(
        resumed.due.as_ref().unwrap().date.to_string(),
        "2027-01-04",
        "ten days stood still: 2 January is a Saturday"
    );
    let (_, extended) = act(days(13), extends("three archives must be searched"));
    assert!(extended.extended);
    assert!(extended.due.unwrap().date > resumed.due.unwrap().date);
    assert!(act(days(14), extends("three archives must be searched")).0.is_err());
}

fn asks_who_it_is() -> Command<'static> {
    Command::AskIdentity {
        doubt: "the address is not the one that the account has".into(),
        means: Means::ConfirmAddress,
        notice: NoticeId([0; 16]),
        may: Askable::of(Right::Access, &[]).unwrap(),
    }
}

fn commands() -> impl Strategy<Value = Command<'static>> {
    prop_oneof![
        Just(asks_who_it_is()),
        Just(Command::AskClarification {
            question: "which of the four accounts it is about".into(),
            notice: NoticeId([0; 16])
        }),
        Just(Command::Call(Call::Overdue)),
        Just(Command::Call(Call::Remind { days: 40 })),
        Just(Command::Identify { how: "x".into(), known: None }),
        Just(Command::Work(Working::SettleErasure { system: "x".into(), parts: Vec::new() })),
        Just(Command::Work(Working::BeginErasure {
            system: "x".into(),
            parts: Vec::new(),
            mark: None
        })),
        Just(Command::Start),
        Just(Command::RaiseTask { system: "x".into(), dataset: None, reason: "x".into() }),
        prop_oneof![
            Just(Answerable::Fulfilled),
            Just(Answerable::Partial(denial())),
            Just(Answerable::Declined(denial())),
            Just(Answerable::Unidentifiable(denial()))
        ]
        .prop_map(|outcome| Command::Answer(Answering {
            outcome,
            service: Service::OnRequest,
            delivered: None,
            parts: Vec::new()
        })),
        Just(Command::Notify { how: "x".into() }),
        Just(Command::Close),
        Just(Command::Withdraw),
        Just(Command::Message { from: Writer::Person }),
        Just(Command::Contest),
        Just(Command::Suspend { cause: PauseCause::Clarification }),
        Just(Command::Suspend { cause: PauseCause::Identity }),
        Just(Command::Resume { answered_at: None }),
        Just(extends("three archives must be searched")),
        Just(Command::LapseFlag { flag: FlagId([0; 16]) }),
        Just(Command::OvertakeFlag { flag: FlagId([0; 16]) }),
        Just(Command::Restrict { purposes: vec!["p".into()], notice: None }),
        Just(Command::MakeNotice {
            notice: NoticeId([0; 16]),
            kind: "narrow",
            sha256: String::new(),
        }),
        Just(Command::TellNotice { notice: NoticeId([0; 16]), how: "x".into(), from: AT }),
        Just(Command::AcceptFee),
        Just(Command::Review(Reviewing::Answer)),
        Just(Command::Review(Reviewing::Reopen {
            flag: FlagId([0; 16]),
            by: "x".into(),
            reason: "x".into()
        })),
    ]
}

proptest! {
    #[test]
    fn random_lives_never_break_and_retold_they_are_the_same(steps in prop::collection::vec((commands(), 0i64..20), 0..30)) {
        let calendar = calendar();
        let regime = Regime::eu();
        let mut now = AT;
        let facts = |now| Facts { now, received_at: AT, right: Right::Access, calendar: &calendar, regime: &regime };
        let opening = Opening {
            reference: Reference::new(7), scope: Scope::default(), identity: Identity::Verified, known: None,
            worded: false,
            history: &[],
            declared: &[], screening: None, overlaps: None,
        };
        let mut told = decide(&State::default(), Command::Open(opening), &facts(now)).unwrap();
        let mut live = told.iter().try_fold(State::default(), State::after).unwrap();
        for (command, days) in steps {
            now = now.plus_days(days);
            if let Ok(events) = decide(&live, command, &facts(now)) {
                live = events.iter().try_fold(live, State::after).unwrap();
                told.extend(events);
            }
        }
        let retold: Vec<Event> = told.iter().map(|event| serde_json::from_slice(&serde_json::to_vec(event).unwrap()).unwrap()).collect();
        prop_assert_eq!(retold.iter().try_fold(State::default(), State::after).unwrap(), live);
    }
}
