//! What can be said, by topic: each line is a message of the language files, and what it must be given.
//!
//! The key of `free` in [`Letters`] is `letters-free`. What a message says, and so what it is for, stands in `en.ftl`.

use fluent_bundle::FluentValue;

use super::{Language, Law, Voice, said};

/// The key of every message, with the names of what it is given.
pub const KEYS: &[&[(&str, &[&str])]] = &[
    Local::KEYS,
    Letters::KEYS,
    Requests::KEYS,
    Due::KEYS,
    Explain::KEYS,
    Choices::KEYS,
    Consents::KEYS,
    Portal::KEYS,
    Mails::KEYS,
    Own::KEYS,
    Cited::KEYS,
    Packages::KEYS,
];

/// One topic for each block, one method for each line.
macro_rules! messages {
    ($($(#[$doc:meta])* $topic:ident($($of:ident: $set:ty),*) $prefix:literal {
        $($name:ident($($given:ident: $kind:ty),*);)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub struct $topic($(pub $set),*);

        #[expect(missing_docs, reason = "en.ftl says what each says")]
        impl $topic {
            pub(in crate::words) const KEYS: &'static [(&'static str, &'static [&'static str])] =
                &[$((concat!($prefix, "-", stringify!($name)), &[$(stringify!($given)),*])),*];

            fn voice(self) -> Voice {
                let $topic($($of),*) = self;
                ($($of,)*).into()
            }

            $(pub fn $name(self, $($given: $kind),*) -> String {
                let key = concat!($prefix, "-", stringify!($name));
                said(self.voice(), key, [$((stringify!($given), FluentValue::from($given))),*])
            })*
        }
    )*};
}

mod pages;

pub use pages::{Cited, Mails, Own, Portal};

messages! {
    /// How days, times, numbers and money are written.
    Local(language: Language) "local" {
        day(day: i8, month: &str, year: i16);
        weekday_and_day(weekday: &str, day: i8, month: &str, year: i16);
        moment(day: &str, hour: &str, minute: &str, zone: &str);
        month(n: i8);
        weekday(n: i8);
        thousands();
        decimals();
        money(amount: &str, currency: &str);
        ordinal(n: u32);
    }

    /// Letters (LAW 1.6), and what is told beside an answer.
    Letters(language: Language, law: Law) "letters" {
        about(reference: &str, received: &str);
        free();
        date(day: &str);
        to_account();
        other_language();
        greeting();
        closing();
        questions(contact: &str, reference: &str);
        review();
        rule();
        counted();
        counted_line(reference: &str, day: &str);
        left_out();
        left_out_line(reference: &str, reason: &str);
        lapses(day: &str);
        speak();
        fee(amount: &str);
        cost(title: &str, quantity: &str, each: &str);
        choices();
        refused();
        in_part();
        why();
        objective(text: &str);
        subjective(text: &str);
        milder(text: &str);
        evidence();
        shows_frequency();
        shows_identical_content();
        shows_data_volunteered();
        shows_aim();
        shows_time_until_request();
        shows_conduct();
        shows_public_pattern();
        shows_money_for_silence();
        shows_intent_to_disrupt();
        again();
        authority();
        court();
        narrow();
        lifting(purpose: &str);
        grounds(text: &str);
        lifting_research(purpose: &str);
        public_task(text: &str);
        task_necessity(text: &str);
        necessity(text: &str);
        person(text: &str);
        weighing(text: &str);
        days(days: i64);
        kept_objections(titles: &str);
        authority_home_de();
        authority_own_de();
        authority_unknown();
        authority_gb();
        court_gb();
        authority_ch();
        court_ch();
        receipt(came: &str);
        receipt_right(right: &str);
        receipt_words();
        receipt_due(day: &str);
        receipt_stopped();
        receipt_add();
        receipt_privacy(address: &str);
        completed();
        completed_by_hand();
        done_collected(what: &str, n: i64, count: &str);
        done_erased(what: &str, n: i64, count: &str);
        done_overwritten(what: &str, n: i64, count: &str);
        done_restricted(what: &str, n: i64, count: &str);
        done_restriction_lifted(what: &str, n: i64, count: &str);
        done_kept(what: &str, because: &str);
        done_nothing(what: &str);
        backups(day: &str);
        recipients();
        not_in_full();
        declined();
        all_of_it();
        not_searched(what: &str);
        left_out_because(what: &str, ground: &str, facts: &str);
        unidentifiable();
        unidentifiable_help();
        extended(day: &str);
        extended_complexity();
        extended_number();
        extended_sooner();
        referred();
        held_evidence(text: &str);
        referred_speak();
        identity();
        enough_sign_in();
        enough_confirm_address();
        enough_customer_number();
        enough_known_detail();
        enough_call_back();
        enough_letter_code();
        identity_otherwise();
        identity_deleted();
        clarification();
        clarification_optional();
        period_stands_still(day: &str);
        period_runs_on(day: &str);
        restriction_applied();
        restriction_except();
        restriction_ends();
        restriction_reason(text: &str);
        restriction_object();
        ground_rights_of_others();
        ground_accuracy_not_shown();
        ground_no_case_for_erasure();
        ground_expression();
        ground_legal_obligation();
        ground_public_health();
        ground_research();
        ground_legal_claims();
        ground_no_case_for_restriction();
        ground_not_provided();
        ground_not_by_consent_or_contract();
        ground_rights_of_others_too();
        ground_no_such_decision();
        ground_unidentifiable();
        ground_no_right();
    }

    /// What somebody reads who asks.
    Requests(language: Language) "requests" {
        merged(first: &str, due: &str);
    }

    /// How a due date came about.
    Due(language: Language) "due" {
        received(day: &str, zone: &str);
        pause_counted(cause: &str, from: &str, to: &str, days: i64);
        pause_not_counted(cause: &str, from: &str, to: &str, why: &str);
        identity();
        clarification();
        asked_late(after_days: i64, within_days: i64);
        regime_runs_on();
        no_whole_day();
        already_excluded();
        after_the_end();
        months(months: i32, from: &str, to: &str);
        days(days: i64, from: &str, to: &str);
        months_clamped(months: i32, from: &str, to: &str, missing: i8);
        days_already_run(days: i64, last: &str);
        never_shorter(last: &str);
        days_not_counted(days: i64, last: &str);
        holiday(day: &str, name: &str);
        not_a_working_day(day: &str);
        due(day: &str);
        extension(months: i32);
        extension_days(days: i64);
        extended_due(day: &str);
        targets(target: &str, extended_target: &str);
    }

    /// The thresholds, and a finding, in plain words.
    Explain(language: Language) "explain" {
        head(id: &str, version: &str, hash: &str);
        not_before(day: &str);
        owner(owner: &str);
        flag_does();
        never_looked_at();
        never_counts();
        kinder();
        rule(id: &str, right: &str, class: &str, nth: &str, window_days: u32, gap_days: u32);
        sensitive(nth: &str, days: u32);
        meaning(daily: &str, weekly: &str, monthly: &str, quarterly: &str);
        from_nth(n: u32, nth: &str);
        never();
        superseded(id: &str, by: &str);
        sources(sources: &str);
        conclusion(seen: &str, nth: &str, window_days: u32);
        ordinary_no_rule();
        ordinary_self_service();
        ordinary_few();
        ordinary_spaced();
        the_rule(rule: &str);
        counted(case: &str, day: &str);
        excluded(case: &str, reason: &str);
        not_other_right();
        not_other_scope();
        not_outside_window();
        not_unverified();
        not_merged();
        not_withdrawn();
        not_unanswered();
        not_answered_late();
        not_incomplete();
        not_unstated();
        not_unidentifiable();
        not_disputed();
        not_past_finding();
        not_self_service();
        not_before_change();
        reset_new_data(day: &str);
        reset_new_purpose(day: &str);
        reset_new_recipient(day: &str);
        reset_breach(day: &str);
        reset_terms_change(day: &str);
        reset_objection_outcome(day: &str);
        reset_legal_proceedings(day: &str);
        fewer(fewer: u32);
        hint(id: &str, seen: &str, window_days: u32);
        right_access();
        right_rectification();
        right_erasure();
        right_portability();
        right_other_objection();
        right_automated_decision_review();
        class_static();
        class_normal();
        class_dynamic();
    }

    /// The pages behind a link, and the component for a company's own pages.
    Choices(language: Language) "choices" {
        heading();
        objected();
        not_objected();
        object();
        take_back();
        doubt();
        confirm();
        disown();
        promise();
        then(already_used: &str);
        signal();
        answerable(controller: &str);
        lost_title();
        lost(contact: &str);
    }

    /// The same where a use rests on consent.
    Consents(language: Language) "consents" {
        objected();
        not_objected();
        object();
        take_back();
        doubt();
        then(already_used: &str);
    }

    /// The archive that a person receives.
    Packages(language: Language, law: Law) "packages" {
        title(controller: &str);
        reference();
        asked_for();
        right_access();
        right_rectification();
        right_erasure();
        right_restriction();
        right_portability();
        right_objection();
        right_automated_decision_review();
        right_consent_withdrawal();
        right_other();
        received();
        prepared();
        holds();
        records(count: usize, shown: &str);
        contents();
        objections();
        objection_since(purpose: &str);
        nothing_here();
        caption(title: &str, records: &str);
        no_value();
        told_title();
        told_purposes();
        told_categories();
        told_recipients();
        told_retention();
        told_source();
        told_automated();
        told_transfers();
        told_use(purpose: &str, basis: &str);
        told_basis(letter: &str);
        told_you();
        told_nobody();
        told_nowhere();
        told_transfer(country: &str, safeguard: &str);
        told_no_decisions();
        told_logic(text: &str);
        told_significance(text: &str);
        told_consequences(text: &str);
        told_not_stated();
        told_rights_title();
        told_rights();
        told_complaint();
        told_only();
        kept_title();
        kept_none();
        restrictions();
        outcome_open();
        outcome_merged();
        outcome_withdrawn();
        outcome_fulfilled();
        outcome_partial();
        outcome_declined();
        outcome_refused();
        outcome_fee_proposed();
        outcome_unidentifiable();
        flag_open();
        flag_lapsed();
        flag_not_excessive();
        flag_excessive();
        wrong_title();
        wrong(reference: &str);
        note_period();
        note_not_searched(systems: &str);
        note_away(systems: &str);
        note_not_text(table: &str, columns: &str);
        note_nothing();
        readme();
        readme_index();
        readme_data();
        readme_csv();
        readme_manifest();
        readme_format();
        readme_reference();
        readme_right();
        readme_controller();
        readme_received_at();
        readme_prepared_at();
        readme_language();
        readme_information();
        readme_notes();
        readme_objections();
        readme_restrictions();
        readme_requests();
        readme_systems();
        readme_tables();
        readme_columns();
        readme_rows();
        readme_wrong();
    }
}
