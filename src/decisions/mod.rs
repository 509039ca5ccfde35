//! Why it is so: one decision a file, with what would change our mind.

#[doc = include_str!("0001-one-write-lane.md")]
pub mod one_write_lane {}

#[doc = include_str!("0002-two-leaves-a-request.md")]
pub mod two_leaves_a_request {}

#[doc = include_str!("0003-tiles-in-the-database.md")]
pub mod tiles_in_the_database {}

#[doc = include_str!("0004-rolled-back-reads.md")]
pub mod rolled_back_reads {}

#[doc = include_str!("0005-openapi-by-hand.md")]
pub mod openapi_by_hand {}

#[doc = include_str!("0006-new-data-by-digest.md")]
pub mod new_data_by_digest {}

#[doc = include_str!("0007-wal-copier.md")]
pub mod wal_copier {}

#[doc = include_str!("0008-marks.md")]
pub mod marks {}

#[doc = include_str!("0009-two-layer-index.md")]
pub mod two_layer_index {}

#[doc = include_str!("0010-recipients-by-epoch.md")]
pub mod recipients_by_epoch {}

#[doc = include_str!("0011-decisions-beside-the-work.md")]
pub mod decisions_beside_the_work {}

#[doc = include_str!("0020-broken-policies.md")]
pub mod broken_policies {}

#[doc = include_str!("0021-stricter-versions-wait.md")]
pub mod stricter_versions_wait {}

#[doc = include_str!("0022-declared-changes-by-number.md")]
pub mod declared_changes_by_number {}

#[doc = include_str!("0023-simulation-reads-cases.md")]
pub mod simulation_reads_cases {}

#[doc = include_str!("0024-maps-without-secrets.md")]
pub mod maps_without_secrets {}

#[doc = include_str!("0030-recovery-under-a-new-name.md")]
pub mod recovery_under_a_new_name {}

#[doc = include_str!("0031-rows-by-digest.md")]
pub mod rows_by_digest {}

#[doc = include_str!("0032-erasures-by-count.md")]
pub mod erasures_by_count {}

#[doc = include_str!("0033-witnesses-are-asked.md")]
pub mod witnesses_are_asked {}

#[doc = include_str!("0040-turns-not-quotas.md")]
pub mod turns_not_quotas {}

#[doc = include_str!("0041-claim-tickets.md")]
pub mod claim_tickets {}

#[doc = include_str!("0042-boschloo-up-to-a-size.md")]
pub mod boschloo_up_to_a_size {}

#[doc = include_str!("0043-ways-beside-objections.md")]
pub mod ways_beside_objections {}

#[doc = include_str!("0050-identifiers-belong-to-the-case.md")]
pub mod identifiers_belong_to_the_case {}

#[doc = include_str!("0051-text-against-text.md")]
pub mod text_against_text {}

#[doc = include_str!("0052-an-erasure-is-told-before-it-commits.md")]
pub mod an_erasure_is_told_before_it_commits {}

#[doc = include_str!("0053-partial-at-once.md")]
pub mod partial_at_once {}

#[doc = include_str!("0060-words-in-fluent.md")]
pub mod words_in_fluent {}

#[doc = include_str!("0061-denials-carry-their-letter.md")]
pub mod denials_carry_their_letter {}

#[doc = include_str!("0062-entered-by-the-office.md")]
pub mod entered_by_the_office {}

#[doc = include_str!("0063-told-by-post.md")]
pub mod told_by_post {}

#[doc = include_str!("0064-whose-law-a-letter-cites.md")]
pub mod whose_law_a_letter_cites {}

#[doc = include_str!("0070-restrictions-beside-objections.md")]
pub mod restrictions_beside_objections {}

#[doc = include_str!("0071-marks-of-a-restriction.md")]
pub mod marks_of_a_restriction {}

#[doc = include_str!("0080-ways-in-and-sessions.md")]
pub mod ways_in_and_sessions {}

#[doc = include_str!("0160-mails-say-that-something-is-there.md")]
pub mod mails_say_that_something_is_there {}
