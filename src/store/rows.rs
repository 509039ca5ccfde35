//! Rows as the tables hold them: bytes, milliseconds and words. What they mean to the domain says `meaning`.

use diesel::prelude::*;

use crate::domain::name::{DatasetId, PurposeId, SystemId};

use super::schema::{
    api_keys, attachments, balancings, cases, cohorts, decisions, flags, holds, jobs,
    log_checkpoints, log_cosignatures, log_leaves, mails, messages, notices, objection_ways,
    objections, openings, opinions, packages, policies, policy_announcements, policy_approvals,
    policy_changes, policy_terms, recipients, restrictions, sessions, sign_ins, subjects, tasks,
    tickets,
};

/// A person, a case of theirs, and its sealed labels.
pub type LabelledCase = (Vec<u8>, Vec<u8>, Vec<u8>);

/// Declares a row type for one table, insertable in one statement for many rows, and names its columns.
macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident in $table:ident { $($field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, serde::Serialize)]
        #[diesel(table_name = $table, treat_none_as_default_value = false)]
        #[expect(missing_docs, reason = "the columns are described in migrations/")]
        pub struct $name { $(pub $field: $kind,)* }
    )*

        /// The columns by name, to read what they hold.
        #[expect(missing_docs, reason = "the columns are described in migrations/")]
        #[expect(non_upper_case_globals, reason = "they are called as in the database")]
        pub mod columns {
            use crate::store::column::Column;
            $(pub mod $table {
                use super::Column;
                $(pub const $field: Column = Column::new(stringify!($table), stringify!($field));)*
            })*
        }
    };
}

rows! {
    /// A person, as long as we may know them.
    SubjectRow in subjects {
        id: Vec<u8>,
        blind: Vec<u8>,
        kind: String,
        key_wrapped: Vec<u8>,
        sealed: Vec<u8>,
        made_at: i64,
    }
    /// A case.
    CaseRow in cases {
        id: Vec<u8>,
        reference: String,
        subject_id: Vec<u8>,
        right_asked: String,
        scope: String,
        stage: String,
        outcome: Option<String>,
        identity: String,
        received_at: i64,
        due_date: String,
        due_expires: i64,
        state: String,
        sealed: Vec<u8>,
        leaf: i64,
        idem_key: Option<Vec<u8>>,
        idem_body: Option<Vec<u8>>,
        version: i64,
        decision_id: Option<Vec<u8>>,
    }
    /// A way in that was offered.
    SignInRow in sign_ins {
        id: Vec<u8>,
        token: Vec<u8>,
        code: Option<Vec<u8>>,
        browser: Option<Vec<u8>>,
        person: Vec<u8>,
        sealed: Vec<u8>,
        tries: i64,
        made_at: i64,
        expires_at: i64,
        spent_at: Option<i64>,
    }
    /// Somebody who is signed in.
    SessionRow in sessions {
        id: Vec<u8>,
        token: Vec<u8>,
        person: Vec<u8>,
        sealed: Vec<u8>,
        made_at: i64,
        seen_at: i64,
        ends_at: i64,
    }
    /// Something that was written in a case.
    MessageRow in messages {
        id: Vec<u8>,
        case_id: Vec<u8>,
        subject_id: Vec<u8>,
        written_at: i64,
        sealed: Vec<u8>,
        writer: Option<String>,
    }
    /// A file that was attached to an answer.
    AttachmentRow in attachments {
        id: Vec<u8>,
        case_id: Vec<u8>,
        subject_id: Vec<u8>,
        made_at: i64,
        size: i64,
        title: Vec<u8>,
        sealed: Vec<u8>,
    }
    /// Sealed cohort labels; only `fairness` opens them.
    CohortRow in cohorts {
        case_id: Vec<u8>,
        sealed: Vec<u8>,
    }
    /// By which way an objection came, and cohort labels; only `fairness` opens them.
    ObjectionWayRow in objection_ways {
        epoch: i64,
        subject_id: Vec<u8>,
        made_at: i64,
        sealed: Vec<u8>,
    }
    /// A claim ticket that was redeemed.
    TicketRow in tickets {
        nonce: Vec<u8>,
        case_id: Vec<u8>,
        expires_at: i64,
    }
    /// What a person can download.
    PackageRow in packages {
        case_id: Vec<u8>,
        subject_id: Vec<u8>,
        sealed: Vec<u8>,
        sha256: Vec<u8>,
        size: i64,
        made_at: i64,
        expires_at: i64,
    }
    /// A finding that asked for review.
    FlagRow in flags {
        id: Vec<u8>,
        case_id: Vec<u8>,
        rule: String,
        policy: String,
        state: String,
        raised_at: i64,
        lapses_at: i64,
        closed_at: Option<i64>,
    }
    /// Something that a case worker has to do.
    TaskRow in tasks {
        id: Vec<u8>,
        case_id: Option<Vec<u8>>,
        system: String,
        reason: String,
        state: String,
        raised_at: i64,
        done_at: Option<i64>,
        dataset: Option<DatasetId>,
    }
    /// One person's objection to one purpose, known only by keyed hash.
    ObjectionRow in objections {
        mark: Vec<u8>,
        purpose: PurposeId,
        standing: String,
        since: i64,
        epoch: i64,
        assurance: String,
        via: Option<Vec<u8>>,
        restricted_at: Option<i64>,
    }
    /// That a person is under a restriction for one purpose, by one case.
    RestrictionRow in restrictions {
        case_id: Vec<u8>,
        mark: Vec<u8>,
        purpose: PurposeId,
        since: i64,
        lifting: Option<Vec<u8>>,
    }
    /// How far one system has been told about objections to one purpose.
    RecipientRow in recipients {
        system: SystemId,
        purpose: PurposeId,
        state: String,
        told_epoch: i64,
        sent_epoch: i64,
        acked_epoch: i64,
        waiting_since: Option<i64>,
        attempts: i64,
        run_at: i64,
        note: Option<String>,
        recheck_at: i64,
        recheck_after: Option<Vec<u8>>,
        recheck_policy: String,
        checked: i64,
        contradictions: i64,
    }
    /// A letter to a person.
    NoticeRow in notices {
        id: Vec<u8>,
        case_id: Vec<u8>,
        subject_id: Vec<u8>,
        kind: String,
        language: String,
        sealed: Vec<u8>,
        made_at: i64,
        told_at: Option<i64>,
        told_how: Option<String>,
    }
    /// That an objection was weighed.
    BalancingRow in balancings {
        id: Vec<u8>,
        case_id: Vec<u8>,
        purpose: PurposeId,
        outcome: String,
        notice_id: Option<Vec<u8>>,
        decided_at: i64,
        lifted_at: Option<i64>,
        closed_at: Option<i64>,
    }
    /// What the DPO advised.
    OpinionRow in opinions {
        id: Vec<u8>,
        flag_id: Vec<u8>,
        view: String,
        by_officer: String,
        given_at: i64,
        sealed: Vec<u8>,
    }
    /// What the controller's decision-maker signed.
    DecisionRow in decisions {
        id: Vec<u8>,
        flag_id: Vec<u8>,
        outcome: String,
        opinion_id: Option<Vec<u8>>,
        opinion_by: Option<String>,
        decided_by: String,
        evidence: String,
        objective: Option<Vec<u8>>,
        subjective: Option<Vec<u8>>,
        milder_steps: Option<Vec<u8>>,
        fee_cents: Option<i64>,
        notice_id: Option<Vec<u8>>,
        decided_at: i64,
        reopened_at: Option<i64>,
    }
    /// Work that must happen.
    JobRow in jobs {
        id: Vec<u8>,
        kind: String,
        case_id: Option<Vec<u8>>,
        state: String,
        run_at: i64,
        attempts: i64,
        note: Option<String>,
        subject_id: Option<Vec<u8>>,
    }
    /// A mail on its way out.
    MailRow in mails {
        id: Vec<u8>,
        kind: String,
        language: String,
        case_id: Option<Vec<u8>>,
        subject_id: Option<Vec<u8>>,
        recipient: Vec<u8>,
        sealed: Vec<u8>,
        made_at: i64,
        ends_at: i64,
        run_at: i64,
        attempts: i64,
        state: String,
        note: Option<String>,
        settled_at: Option<i64>,
    }
    /// A person whose data stay for now.
    HoldRow in holds {
        id: Vec<u8>,
        case_id: Vec<u8>,
        blind: Vec<u8>,
        sealed: Vec<u8>,
        set_by: String,
        set_at: i64,
        lifted_by: Option<String>,
        lifted_at: Option<i64>,
    }
    /// An API key, by its hash.
    KeyRow in api_keys {
        id: Vec<u8>,
        name: String,
        hash: Vec<u8>,
        scopes: String,
        made_at: i64,
        expires_at: Option<i64>,
        revoked_at: Option<i64>,
    }
    /// A policy text that was in force.
    PolicyRow in policies {
        hash: String,
        kind: String,
        text: String,
        activated_at: i64,
    }
    /// Since when a version was in force.
    TermRow in policy_terms {
        seq: i64,
        kind: String,
        hash: String,
        since: i64,
    }
    /// A version that was announced.
    AnnouncementRow in policy_announcements {
        hash: String,
        text: String,
        announced_at: i64,
        announced_by: String,
    }
    /// One person's approval of it.
    ApprovalRow in policy_approvals {
        hash: String,
        role: String,
        officer: String,
        approved_at: i64,
    }
    /// A material change that somebody declared.
    ChangeRow in policy_changes {
        seq: i64,
        subject_id: Option<Vec<u8>>,
        why: String,
        categories: String,
        happened_at: i64,
        declared_at: i64,
        declared_by: String,
        leaf: i64,
    }
    /// An audit leaf.
    LeafRow in log_leaves {
        idx: i64,
        entry: Vec<u8>,
    }
    /// What opens a leaf's commitment.
    OpeningRow in openings {
        idx: i64,
        subject_id: Vec<u8>,
        case_id: Option<Vec<u8>>,
        salt: Vec<u8>,
        payload: Vec<u8>,
    }
    /// A signed head.
    CheckpointRow in log_checkpoints {
        size: i64,
        note: String,
        signed_at: i64,
        seal: Vec<u8>,
    }
    /// What a witness said of a signed head.
    CosignatureRow in log_cosignatures {
        size: i64,
        witness: String,
        line: String,
        seal: Vec<u8>,
    }
}

impl CaseChange {
    /// Names the decision that is about to be enacted, and changes nothing else.
    pub fn only_decision(row: &CaseRow, decision: Vec<u8>) -> Self {
        Self {
            stage: row.stage.clone(),
            outcome: Some(row.outcome.clone()),
            identity: row.identity.clone(),
            due_date: row.due_date.clone(),
            due_expires: row.due_expires,
            state: row.state.clone(),
            version: row.version,
            decision_id: Some(Some(decision)),
        }
    }
}

/// What an event changes in a case.
#[derive(Clone, Debug, AsChangeset)]
#[diesel(table_name = cases)]
#[expect(missing_docs, reason = "the columns are described in migrations/")]
pub struct CaseChange {
    pub stage: String,
    pub outcome: Option<Option<String>>,
    pub identity: String,
    pub due_date: String,
    pub due_expires: i64,
    pub state: String,
    pub version: i64,
    pub decision_id: Option<Option<Vec<u8>>>,
}

/// What a simulation reads of a case.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = cases)]
#[expect(missing_docs, reason = "the columns are described in migrations/")]
pub struct HistoryRow {
    pub reference: String,
    pub subject_id: Vec<u8>,
    pub right_asked: String,
    pub scope: String,
    pub received_at: i64,
    pub state: String,
}
