//! The tables, as both databases have them. `tests/it` compares this with what the migrations made.

diesel::table! {
    subjects (id) {
        id -> Binary,
        blind -> Binary,
        kind -> Text,
        key_wrapped -> Binary,
        sealed -> Binary,
        made_at -> BigInt,
    }
}

diesel::table! {
    key_check (id) {
        id -> BigInt,
        value -> Binary,
    }
}

diesel::table! {
    decisions (id) {
        id -> Binary,
        flag_id -> Binary,
        outcome -> Text,
        opinion_id -> Nullable<Binary>,
        opinion_by -> Nullable<Text>,
        decided_by -> Text,
        evidence -> Text,
        objective -> Nullable<Binary>,
        subjective -> Nullable<Binary>,
        milder_steps -> Nullable<Binary>,
        fee_cents -> Nullable<BigInt>,
        notice_id -> Nullable<Binary>,
        decided_at -> BigInt,
        reopened_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    cases (id) {
        id -> Binary,
        reference -> Text,
        subject_id -> Binary,
        right_asked -> Text,
        scope -> Text,
        stage -> Text,
        outcome -> Nullable<Text>,
        identity -> Text,
        received_at -> BigInt,
        due_date -> Text,
        due_expires -> BigInt,
        state -> Text,
        sealed -> Binary,
        leaf -> BigInt,
        idem_key -> Nullable<Binary>,
        idem_body -> Nullable<Binary>,
        version -> BigInt,
        decision_id -> Nullable<Binary>,
    }
}

diesel::table! {
    messages (id) {
        id -> Binary,
        case_id -> Binary,
        subject_id -> Binary,
        written_at -> BigInt,
        sealed -> Binary,
        writer -> Nullable<Text>,
    }
}

diesel::table! {
    attachments (id) {
        id -> Binary,
        case_id -> Binary,
        subject_id -> Binary,
        made_at -> BigInt,
        size -> BigInt,
        title -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    cohorts (case_id) {
        case_id -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    objection_ways (epoch) {
        epoch -> BigInt,
        subject_id -> Binary,
        made_at -> BigInt,
        sealed -> Binary,
    }
}

diesel::table! {
    tickets (nonce) {
        nonce -> Binary,
        case_id -> Binary,
        expires_at -> BigInt,
    }
}

diesel::table! {
    packages (case_id) {
        case_id -> Binary,
        subject_id -> Binary,
        sealed -> Binary,
        sha256 -> Binary,
        size -> BigInt,
        made_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    flags (id) {
        id -> Binary,
        case_id -> Binary,
        rule -> Text,
        policy -> Text,
        state -> Text,
        raised_at -> BigInt,
        lapses_at -> BigInt,
        closed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    tasks (id) {
        id -> Binary,
        case_id -> Nullable<Binary>,
        system -> Text,
        reason -> Text,
        state -> Text,
        raised_at -> BigInt,
        done_at -> Nullable<BigInt>,
        dataset -> Nullable<Text>,
    }
}

diesel::table! {
    objections (mark, purpose) {
        mark -> Binary,
        purpose -> Text,
        standing -> Text,
        since -> BigInt,
        epoch -> BigInt,
        assurance -> Text,
        via -> Nullable<Binary>,
        restricted_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    restrictions (case_id, mark, purpose) {
        case_id -> Binary,
        mark -> Binary,
        purpose -> Text,
        since -> BigInt,
        lifting -> Nullable<Binary>,
    }
}

diesel::table! {
    recipients (system, purpose) {
        system -> Text,
        purpose -> Text,
        state -> Text,
        told_epoch -> BigInt,
        sent_epoch -> BigInt,
        acked_epoch -> BigInt,
        waiting_since -> Nullable<BigInt>,
        attempts -> BigInt,
        run_at -> BigInt,
        note -> Nullable<Text>,
        recheck_at -> BigInt,
        recheck_after -> Nullable<Binary>,
        recheck_policy -> Text,
        checked -> BigInt,
        contradictions -> BigInt,
    }
}

diesel::table! {
    notices (id) {
        id -> Binary,
        case_id -> Binary,
        subject_id -> Binary,
        kind -> Text,
        language -> Text,
        sealed -> Binary,
        made_at -> BigInt,
        told_at -> Nullable<BigInt>,
        told_how -> Nullable<Text>,
    }
}

diesel::table! {
    balancings (id) {
        id -> Binary,
        case_id -> Binary,
        purpose -> Text,
        outcome -> Text,
        notice_id -> Nullable<Binary>,
        decided_at -> BigInt,
        lifted_at -> Nullable<BigInt>,
        closed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    opinions (id) {
        id -> Binary,
        flag_id -> Binary,
        view -> Text,
        by_officer -> Text,
        given_at -> BigInt,
        sealed -> Binary,
    }
}

diesel::table! {
    counters (name) {
        name -> Text,
        value -> BigInt,
    }
}

diesel::table! {
    jobs (id) {
        id -> Binary,
        kind -> Text,
        case_id -> Nullable<Binary>,
        state -> Text,
        run_at -> BigInt,
        attempts -> BigInt,
        note -> Nullable<Text>,
        subject_id -> Nullable<Binary>,
    }
}

diesel::table! {
    holds (id) {
        id -> Binary,
        case_id -> Binary,
        blind -> Binary,
        sealed -> Binary,
        set_by -> Text,
        set_at -> BigInt,
        lifted_by -> Nullable<Text>,
        lifted_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    api_keys (id) {
        id -> Binary,
        name -> Text,
        hash -> Binary,
        scopes -> Text,
        made_at -> BigInt,
        expires_at -> Nullable<BigInt>,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    policies (hash) {
        hash -> Text,
        kind -> Text,
        text -> Text,
        activated_at -> BigInt,
    }
}

diesel::table! {
    log_leaves (idx) {
        idx -> BigInt,
        entry -> Binary,
    }
}

diesel::table! {
    openings (idx) {
        idx -> BigInt,
        subject_id -> Binary,
        case_id -> Nullable<Binary>,
        salt -> Binary,
        payload -> Binary,
    }
}

diesel::table! {
    log_tiles (level, idx) {
        level -> BigInt,
        idx -> BigInt,
        hashes -> Binary,
    }
}

diesel::table! {
    log_head (id) {
        id -> BigInt,
        size -> BigInt,
        last_time -> BigInt,
        peaks -> Binary,
    }
}

diesel::table! {
    log_checkpoints (size) {
        size -> BigInt,
        note -> Text,
        signed_at -> BigInt,
        seal -> Binary,
    }
}

diesel::table! {
    log_cosignatures (witness, size) {
        size -> BigInt,
        witness -> Text,
        line -> Text,
        seal -> Binary,
    }
}

diesel::table! {
    policy_terms (seq) {
        seq -> BigInt,
        kind -> Text,
        hash -> Text,
        since -> BigInt,
    }
}

diesel::table! {
    sign_ins (id) {
        id -> Binary,
        token -> Binary,
        code -> Nullable<Binary>,
        browser -> Nullable<Binary>,
        person -> Binary,
        sealed -> Binary,
        tries -> BigInt,
        made_at -> BigInt,
        expires_at -> BigInt,
        spent_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    sessions (id) {
        id -> Binary,
        token -> Binary,
        person -> Binary,
        sealed -> Binary,
        made_at -> BigInt,
        seen_at -> BigInt,
        ends_at -> BigInt,
    }
}

diesel::table! {
    policy_announcements (hash) {
        hash -> Text,
        text -> Text,
        announced_at -> BigInt,
        announced_by -> Text,
    }
}

diesel::table! {
    policy_approvals (hash, role) {
        hash -> Text,
        role -> Text,
        officer -> Text,
        approved_at -> BigInt,
    }
}

diesel::table! {
    policy_changes (seq) {
        seq -> BigInt,
        subject_id -> Nullable<Binary>,
        why -> Text,
        categories -> Text,
        happened_at -> BigInt,
        declared_at -> BigInt,
        declared_by -> Text,
        leaf -> BigInt,
    }
}

diesel::table! {
    mails (id) {
        id -> Binary,
        kind -> Text,
        language -> Text,
        case_id -> Nullable<Binary>,
        subject_id -> Nullable<Binary>,
        recipient -> Binary,
        sealed -> Binary,
        made_at -> BigInt,
        ends_at -> BigInt,
        run_at -> BigInt,
        attempts -> BigInt,
        state -> Text,
        note -> Nullable<Text>,
        settled_at -> Nullable<BigInt>,
    }
}

diesel::joinable!(balancings -> notices (notice_id));
diesel::allow_tables_to_appear_in_same_query!(balancings, notices);
diesel::joinable!(restrictions -> notices (lifting));
diesel::allow_tables_to_appear_in_same_query!(restrictions, notices);
diesel::allow_tables_to_appear_in_same_query!(notices, cases);
diesel::allow_tables_to_appear_in_same_query!(opinions, flags, cases);
diesel::allow_tables_to_appear_in_same_query!(decisions, flags);
diesel::allow_tables_to_appear_in_same_query!(decisions, cases);
diesel::allow_tables_to_appear_in_same_query!(cases, jobs, tasks);
diesel::allow_tables_to_appear_in_same_query!(cases, cohorts);
