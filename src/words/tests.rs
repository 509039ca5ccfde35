use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use jiff::civil::date;

use super::*;

type Keys = BTreeMap<String, BTreeSet<String>>;

/// The keys of a file, each with the arguments that its message uses.
fn keys(language: Language, source: &'static str) -> Keys {
    let file = fluent_syntax::parser::parse(source)
        .unwrap_or_else(|(_, errors)| panic!("{}.ftl: {errors:?}", language.code()));
    let mut keys = Keys::new();
    for entry in file.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Term(_) | Entry::Junk { .. } => panic!("{}.ftl: {entry:?}", language.code()),
        };
        let mut used = BTreeSet::new();
        collect(message.value.as_ref().unwrap(), &mut used);
        assert!(message.attributes.is_empty(), "{} has attributes", message.id.name);
        let again = keys.insert(message.id.name.to_owned(), used);
        assert!(again.is_none(), "{}.ftl has {} twice", language.code(), message.id.name);
    }
    keys
}

fn collect(pattern: &Pattern<&str>, used: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => inside(inline, used),
            Expression::Select { selector, variants } => {
                inside(selector, used);
                for variant in variants {
                    collect(&variant.value, used);
                }
            }
        }
    }
}

fn inside(inline: &InlineExpression<&str>, used: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            used.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { id, arguments } => {
            assert_eq!(id.name, "NUMBER", "the one function that there is");
            for given in &arguments.positional {
                inside(given, used);
            }
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. }
        | InlineExpression::Placeable { .. } => panic!("{inline:?}"),
    }
}

#[test]
fn every_language_has_every_message_and_uses_what_it_is_given() {
    let given: Keys = messages::KEYS
        .iter()
        .flat_map(|topic| topic.iter())
        .map(|(key, given)| ((*key).to_owned(), given.iter().map(|&g| g.to_owned()).collect()))
        .collect();
    for language in Language::ALL {
        let file = keys(language, source(language));
        let code = language.code();
        let only = |a: &Keys, b: &Keys| -> Vec<String> {
            a.keys().filter(|key| !b.contains_key(*key)).cloned().collect()
        };
        assert_eq!(only(&given, &file), Vec::<String>::new(), "missing in {code}.ftl");
        assert_eq!(only(&file, &given), Vec::<String>::new(), "nobody says these of {code}.ftl");
        for (key, used) in file {
            assert_eq!(used, given[&key], "{code}.ftl: {key} and what it is given");
        }
    }
}

#[test]
fn a_swiss_controller_says_the_same_messages_otherwise_in_every_language() {
    let swiss_keys = |language| keys(language, swiss(language));
    let english: Vec<String> = swiss_keys(Language::En).into_keys().collect();
    for language in Language::ALL {
        let code = language.code();
        let (own, all) = (swiss_keys(language), keys(language, source(language)));
        assert_eq!(own.keys().cloned().collect::<Vec<_>>(), english, "ch.{code}.ftl");
        for (key, used) in own {
            assert_eq!(used, all[&key], "ch.{code}.ftl: {key} and what it is given");
        }
        let (union, _) = regulation(language);
        assert!(!swiss(language).contains(union), "ch.{code}.ftl names the {union}");
        // Whatever else names the regulation is said of it by somebody who is under it.
        for message in source(language).split('\n').filter(|line| line.contains(union)) {
            let key = message.split(" =").next().unwrap_or_default();
            let is_inside = key.starts_with([' ', '}']);
            assert!(is_inside || english.iter().any(|own| own == key), "{code}.ftl: {key}");
        }
    }
}

#[test]
fn nothing_else_stands_in_what_is_said() {
    for language in Language::ALL {
        let said = Letters(language, Law::Union).counted_line("HB-7K3M-92QX", "2026-11-27");
        assert!(!said.contains(['\u{2068}', '\u{2069}']), "marks of direction");
    }
}

/// Numbers that the languages of Europe bend their words for.
#[test]
fn days_numbers_and_money_in_every_language() {
    let mut lines = Vec::new();
    for language in Language::ALL {
        lines.push(format!("-- {}", language.code()));
        lines.extend(
            [date(2026, 11, 27), date(2028, 2, 29), date(2027, 1, 1)].map(|date| {
                format!("{}; {}", day(language, date), weekday_and_day(language, date))
            }),
        );
        lines.push(moment(language, date(2026, 3, 5).at(9, 5, 0, 0), "Europe/Paris"));
        let months: BTreeSet<String> = (1..=12).map(|n| Local(language).month(n)).collect();
        let weekdays: BTreeSet<String> = (1..=7).map(|n| Local(language).weekday(n)).collect();
        assert_eq!((months.len(), weekdays.len()), (12, 7));
        lines.push([0, 999, 1000, 1_234_567].map(|n| number(language, n)).join("; "));
        let amounts = [(5, "EUR"), (800, "EUR"), (123_456, "SEK"), (99, "GBP")];
        lines.push(amounts.map(|(cents, currency)| money(language, cents, currency)).join("; "));
        let ordinals = [1, 2, 3, 4, 11, 12, 13, 21, 101, 111].map(|n| Local(language).ordinal(n));
        lines.push(ordinals.join("; "));
        lines.push([0, 1, 2].map(|n| Explain(language).fewer(n)).join(" "));
        let records = [0, 1, 2, 1200]
            .map(|n| Packages(language, Law::Union).records(n, &number(language, n as u64)));
        lines.push(records.join("; "));
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn due_dates_are_explained_in_every_language() {
    let mut lines = Vec::new();
    for language in Language::ALL {
        let say = Due(language);
        let on = |month, day| weekday_and_day(language, date(2026, month, day));
        lines.push(format!("-- {}", language.code()));
        lines.push(say.received(&on(3, 5), "Europe/Paris"));
        for (cause, days) in [(say.identity(), 1), (say.clarification(), 6)] {
            lines.push(say.pause_counted(&cause, &on(3, 9), &on(3, 15), days));
        }
        for why in [
            say.asked_late(12, 10),
            say.regime_runs_on(),
            say.no_whole_day(),
            say.already_excluded(),
            say.after_the_end(),
        ] {
            lines.push(say.pause_not_counted(&say.identity(), &on(3, 9), &on(3, 15), &why));
        }
        for months in [1, 3] {
            lines.push(say.months(months, &on(3, 5), &on(4, 5)));
            lines.push(say.extension(months));
        }
        lines.push(say.months_clamped(1, &on(5, 31), &on(6, 30), 31));
        lines.push(say.months_clamped(2, &on(12, 30), &on(2, 28), 30));
        for days in [1, 4] {
            lines.push(say.days_already_run(days, &on(4, 9)));
            lines.push(say.days_not_counted(days, &on(4, 9)));
        }
        lines.push(say.never_shorter(&on(4, 7)));
        lines.push(say.holiday(&on(5, 1), "Fête du Travail"));
        lines.push(say.not_a_working_day(&on(4, 5)));
        lines.push(say.due(&on(4, 7)));
        lines.push(say.extended_due(&on(6, 5)));
        lines.push(say.targets(&on(4, 3), &on(6, 3)));
    }
    insta::assert_snapshot!(lines.join("\n"));
}
