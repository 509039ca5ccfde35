//! Every kind of leaf, by its exact text.

/// Two lists become the enums, their texts and their order: `events { Received = "case.received", … } others { … }`.
macro_rules! kinds {
    (
        events { $($event:ident = $event_text:literal,)+ }
        others { $($(#[$doc:meta])+ $other:ident = $other_text:literal,)+ }
    ) => {
        /// The kind of a leaf for what happened to a case: one for each of [`Event`](crate::domain::case::Event). None tells
        /// whether there was a flag at the door.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[expect(missing_docs, reason = "each is named for its event, which says what it is")]
        pub enum EventKind {
            $($event,)+
        }

        /// What a leaf tells of.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum LeafKind {
            /// Something happened to a case.
            Event(EventKind),
            $($(#[$doc])+ $other,)+
        }

        impl LeafKind {
            /// All of them.
            pub const ALL: &[Self] =
                &[$(Self::Event(EventKind::$event),)+ $(Self::$other,)+];

            /// Its text in the log.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::Event(EventKind::$event) => $event_text,)+
                    $(Self::$other => $other_text,)+
                }
            }

            /// Reads its text.
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $($event_text => Some(Self::Event(EventKind::$event)),)+
                    $($other_text => Some(Self::$other),)+
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    events {
        Received = "case.received",
        Registered = "case.registered",
        Merged = "case.merged",
        TakenOver = "case.taken_over",
        IdentityAsked = "case.identity_asked",
        ClarificationAsked = "case.clarification_asked",
        Reminded = "case.reminded",
        Overdue = "case.overdue",
        Identified = "case.identified",
        Started = "case.started",
        Suspended = "case.suspended",
        Resumed = "case.resumed",
        Extended = "case.extended",
        TaskRaised = "case.task_raised",
        TaskDone = "case.task_done",
        ScopeRead = "case.scope_read",
        TakenUp = "case.taken_up",
        ErasureBegun = "case.erasure_begun",
        ErasureSettled = "case.erasure_settled",
        Marked = "case.marked",
        Unmarked = "case.unmarked",
        Answered = "case.answered",
        Refused = "case.refused",
        RefusedInPart = "case.refused_in_part",
        FeeProposed = "case.fee_proposed",
        FeeAccepted = "case.fee_accepted",
        ReviewOpened = "review.opened",
        ReviewAnswered = "review.answered",
        Opined = "review.opinion",
        FlagCleared = "flag.cleared",
        Referred = "flag.referred",
        Reopened = "flag.reopened",
        FlagLapsed = "flag.lapsed",
        FlagOvertaken = "flag.overtaken",
        NoticeMade = "notice.made",
        NoticeTold = "notice.told",
        Balanced = "case.balanced",
        Notified = "case.notified",
        Closed = "case.closed",
        Withdrawn = "case.withdrawn",
        Messaged = "case.messaged",
        Contested = "case.contested",
        Restricted = "case.restricted",
        LiftingAnnounced = "case.lifting_announced",
        RestrictionLifted = "case.restriction_lifted",
    }
    others {
        /// An officer typed a request in.
        RequestEntered = "request.entered",
        /// A claim ticket dated a request; the person's leaf.
        TicketRedeemed = "ticket.redeemed",
        /// The same ticket, told without its person.
        TicketSpent = "ticket.spent",
        /// The words of a message were sealed.
        MessageKept = "message.kept",
        /// A file was sealed.
        AttachmentKept = "attachment.kept",
        /// The archive for the person was sealed.
        PackageKept = "package.kept",
        /// Archives whose time was over are gone.
        PackagesDropped = "packages.dropped",
        /// A digest over everything that hangs on a case.
        CaseRows = "case.rows",
        /// An officer read of a case.
        CaseRead = "case.read",
        /// A person was forgotten.
        OpeningsErased = "openings.erased",
        /// Somebody objected, or took it back; the person's leaf.
        ObjectionRecorded = "objection.recorded",
        /// How a row of the objection list is now.
        ObjectionsChanged = "objections.changed",
        /// A list was brought in.
        ObjectionsImported = "objections.imported",
        /// A later purpose of the same kind took over who objected.
        ObjectionsInherited = "objections.inherited",
        /// The key of a purpose's marks was handed out.
        ObjectionsKey = "objections.key",
        /// A stream was filtered.
        FilterRun = "filter.run",
        /// A system says up to which epoch it obeys.
        RecipientObeys = "recipient.obeys",
        /// A system did not hear or obey, and a human must see to it.
        RecipientTask = "recipient.task",
        /// An API key was made.
        KeyCreated = "key.created",
        /// A policy came into force.
        PolicyActivated = "policy.activated",
        /// A stricter version of the thresholds was announced.
        PolicyAnnounced = "policy.announced",
        /// Somebody approved it.
        PolicyApproved = "policy.approved",
        /// Somebody declared a material change (P8).
        ChangeDeclared = "change.declared",
        /// A task of no case was done.
        TaskDone = "task.done",
        /// An operator tried the data map on somebody.
        DatamapShown = "datamap.shown",
        /// A part of the log was handed out.
        AuditExported = "audit.exported",
        /// The log of flags was handed out.
        ReviewExported = "review.exported",
        /// The log went on after it had been rolled back.
        LogRecovered = "log.recovered",
    }
}

impl LeafKind {
    /// Whether its opening lies with a case. All others belong to a person, or to nobody in particular.
    pub fn is_of_a_case(self) -> bool {
        matches!(
            self,
            Self::Event(_)
                | Self::RequestEntered
                | Self::TicketRedeemed
                | Self::MessageKept
                | Self::AttachmentKept
                | Self::PackageKept
        )
    }
}

impl std::fmt::Display for LeafKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_is_read_back_from_its_text_and_no_two_share_one() {
        for kind in LeafKind::ALL {
            assert_eq!(LeafKind::parse(&kind.to_string()), Some(*kind));
        }
        let texts: BTreeSet<&str> = LeafKind::ALL.iter().map(|kind| kind.text()).collect();
        assert_eq!(texts.len(), LeafKind::ALL.len());
        assert_eq!(LeafKind::parse("case.Received"), None);
    }
}
