# English. A key is a topic and a name; `src/words/messages.rs` says what each is given.

## How days, times, numbers and money are written

local-day = { $day } { $month } { $year }
local-weekday_and_day = { $weekday } { $day } { $month } { $year }
local-moment = { $day } at { $hour }:{ $minute } ({ $zone })
local-month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
local-weekday = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
local-thousands = ,
local-decimals = .
local-money = { $currency ->
    [EUR] €{ $amount }
    [GBP] £{ $amount }
   *[other] { $amount } { $currency }
}
local-ordinal = { NUMBER($n, type: "ordinal") ->
    [one] { $n }st
    [two] { $n }nd
    [few] { $n }rd
   *[other] { $n }th
}

## Letters

letters-about = Your request { $reference }, received on { $received }
letters-date = { $day }
letters-to_account = To the holder of the account from which the request was made
letters-other_language = You wrote to us in a language in which we have no letters. This one is in English; ask us if you would like it explained.
letters-greeting = Hello,
letters-closing = Kind regards,
letters-task_necessity = Why the task needs your data: { $text }
letters-free = Your request is free of charge.
letters-questions = Questions, additions, corrections: our data protection officer, { $contact }. Please give the reference { $reference }.
letters-review = Somebody in our office is looking at whether your requests repeat each other in a way that the law calls excessive (Art. 12(5) GDPR). Nothing has been decided. The work on your request goes on, and the date by which we answer does not change.
letters-rule = The rule that led us to look:
letters-counted = Requests that were counted:
letters-counted_line = { $reference }, { $day }
letters-left_out = Requests that were not counted:
letters-left_out_line = { $reference }: { $reason }
letters-lapses = If nobody decides otherwise, this ends in your favour on { $day }.
letters-speak = You can comment, and say which of these should not count. You need not give reasons for asking.
letters-fee = We consider this request manifestly excessive (Art. 12(5) GDPR), and propose to answer it for a reasonable fee of { $amount }.
letters-cost = { $title }: { $quantity } × { $each }
letters-choices = You choose: accept the fee, take the request back, ask for less free of charge, or have this decision looked at again. As long as you say nothing, nothing is charged, and this request is not answered.
letters-refused = We do not act on this request, because we consider it manifestly excessive (Art. 12(5) GDPR).
letters-in_part = We answer your request, except for this part, which we consider manifestly excessive (Art. 12(5) GDPR):
letters-why = Our reasons
letters-objective = Which purpose of the right it does not serve: { $text }
letters-subjective = What shows the intention: { $text }
letters-milder = What we considered instead: { $text }
letters-evidence = What this rests on:
letters-shows_frequency = how often the same was asked
letters-shows_identical_content = the content is the same, and nothing has changed since
letters-shows_data_volunteered = data were supplied without need, to be asked about
letters-shows_aim = what the request is evidently for
letters-shows_time_until_request = how soon after the data were supplied it came
letters-shows_conduct = the conduct towards us
letters-shows_public_pattern = a publicly known pattern that fits with the rest
letters-shows_money_for_silence = money was demanded for withdrawing it
letters-shows_intent_to_disrupt = it was said to be meant to disrupt
letters-again = You can ask us to look at this decision again.
letters-authority = You can complain to a supervisory authority, in particular where you live, where you work, or where the infringement took place (Art. 77 GDPR):
letters-court = You can also go to court, where we are established or where you live (Art. 79 GDPR).
letters-narrow = Your request is answered in full and free of charge, and you need do nothing. Should less be enough for you another time, you could ask for:
letters-lifting = { $purpose }
    You objected to this use of your data, and we stopped it. We have weighed your objection and hold our grounds to be compelling, legitimate and overriding (Art. 21(1) GDPR):
letters-lifting_research = { $purpose }
    You objected to this use of your data, and we stopped it. We have looked at it and hold the use to be necessary for a task carried out for reasons of public interest (Art. 21(6) GDPR):
letters-public_task = The task in the public interest: { $text }
letters-grounds = Our grounds: { $text }
letters-necessity = Why it cannot be done without your data: { $text }
letters-person = What we understood of your situation: { $text }
letters-weighing = Why the one outweighs the other: { $text }
letters-days = The restriction is lifted no sooner than { $days ->
    [one] one day
   *[other] { $days } days
} after this letter reached you (Art. 18(3) GDPR). If you contest it before then, the restriction stays until we have looked again.
letters-kept_objections = Your objections stay in force: { $titles }. To honour them we keep a keyed hash of your account or address, without your name, and nothing else; take them back and it says so.
letters-authority_home_de = the data protection authority of your German state (Bundesland), found by way of the Federal Commissioner
letters-authority_own_de = the data protection authority of our German state (Bundesland), found by way of the Federal Commissioner
letters-authority_unknown = our supervisory authority, found in the list of the European Data Protection Board
letters-authority_gb = You can complain to us, and we acknowledge it within 30 days (section 164A of the Data Protection Act 2018). You can also complain to the Commissioner:
letters-court_gb = You can also go to court.
letters-authority_ch = You can turn to the Federal Data Protection and Information Commissioner (Art. 49 FADP):
letters-court_ch = You can go to a civil court (Art. 32 FADP).
letters-receipt = We have your request. It came on { $came }.
letters-receipt_right = What we understood: { $right }.
letters-receipt_words = What you wrote:
letters-receipt_due = We answer by { $day }. Should it take longer, you hear from us before that day, with the reason.
letters-receipt_stopped = What you say no to has been stopped since your request was entered.
letters-receipt_add = You can add to your request, correct it or take it back at any time.
letters-receipt_privacy = What happens to what you send us: { $address }
letters-completed = This was done:
letters-completed_by_hand = We did what you asked for, by hand. Our message to you says what was done.
letters-done_collected = { $what }: handed over ({ $n ->
    [one] one record
   *[other] { $count } records
})
letters-done_erased = { $what }: erased ({ $n ->
    [one] one record
   *[other] { $count } records
})
letters-done_overwritten = { $what }: made anonymous ({ $n ->
    [one] one record
   *[other] { $count } records
})
letters-done_restricted = { $what }: marked as restricted ({ $n ->
    [one] one record
   *[other] { $count } records
})
letters-done_restriction_lifted = { $what }: restriction mark taken away ({ $n ->
    [one] one record
   *[other] { $count } records
})
letters-done_kept = { $what }: kept. { $because }
letters-done_nothing = { $what }: we looked, and found nothing about you there.
letters-backups = Copies in our backups are gone by { $day } at the latest.
letters-recipients = These had received the data. We tell them what was done, unless that is impossible or takes a disproportionate effort (Art. 19 GDPR):
letters-not_in_full = You have our answer, but not to all that you asked for. This is not in it:
letters-declined = We do not do what you asked for, and this is why:
letters-all_of_it = All of it
letters-not_searched = { $what }: this cannot be searched by machine. Somebody looks there by hand, and you will hear from us.
letters-left_out_because = { $what }: { $ground } { $facts }
letters-unidentifiable = We could not tell which of our data are yours (Art. 11(2) GDPR). What we searched, and what would help:
letters-unidentifiable_help = You need not tell us more. If you do, we search again, free of charge, and use it for nothing else.
letters-extended = Our answer takes longer: it comes by { $day } (Art. 12(3) GDPR).
letters-extended_complexity = The reason is that your request is complex:
letters-extended_number = The reason is the number of your requests:
letters-extended_sooner = Whatever is ready earlier, you will have earlier.
letters-referred = Somebody in our office is looking at whether this request is made for another purpose than the one for which the law provides it (Art. 12(5) GDPR). A colleague asked for that; how often you asked plays no part. Nothing has been decided. The work on your request goes on, and the date by which we answer does not change. This is held against it:
letters-held_evidence = Where the evidence stands: { $text }
letters-referred_speak = You can answer each of these points. You need not give reasons for asking.
letters-identity = Before we answer we must know that it is you who asks (Art. 12(6) GDPR). Why we are in doubt:
letters-enough_sign_in = This is enough, and nothing more: sign in to your account, and confirm the request there.
letters-enough_confirm_address = This is enough, and nothing more: answer us from the e-mail address that we have of you.
letters-enough_customer_number = This is enough, and nothing more: tell us your customer number, or the number of a contract with us.
letters-enough_known_detail = This is enough, and nothing more: tell us one thing that only you and we know, such as the day of your last order.
letters-enough_call_back = This is enough, and nothing more: take our call at the telephone number that we have of you.
letters-enough_letter_code = This is enough, and nothing more: send us the code that comes to you by letter, to the address that we have of you.
letters-identity_otherwise = If you cannot do that, or would rather not, write to us: we find another way with you. We ask for no copy of an identity document.
letters-identity_deleted = We use what you tell us for this alone. We delete it as soon as we have looked at it, and note only how it was settled.
letters-clarification = We hold much about you. So that you find what you look for, we ask:
letters-clarification_optional = You need not answer. If you do not, we answer your request as it is.
letters-period_stands_still = The period for our answer stands still from { $day } until we have your answer.
letters-period_runs_on = The period for our answer runs on meanwhile. It ends on { $day }.
letters-restriction_applied = Your data are restricted from now on (Art. 18 GDPR). We keep them, and do not use them for:
letters-restriction_except = While this lasts, they are used only with your consent, for legal claims, to protect the rights of somebody else, or in an important public interest (Art. 18(2) GDPR). You hear from us before it ends.
letters-restriction_ends = The restriction that you asked for ends (Art. 18(3) GDPR). Your data are then used again for:
letters-restriction_reason = Why it ends: { $text }
letters-restriction_object = You can object to these uses at any time, free of charge.
letters-ground_rights_of_others = a copy would harm the rights of other people (Art. 15(4) GDPR).
letters-ground_accuracy_not_shown = we found nothing that shows it to be wrong (Art. 16 GDPR).
letters-ground_no_case_for_erasure = none of the cases in which data must be erased is given (Art. 17(1) GDPR).
letters-ground_expression = freedom of expression and information (Art. 17(3)(a) GDPR).
letters-ground_legal_obligation = the law obliges us to keep it (Art. 17(3)(b) GDPR).
letters-ground_public_health = public health (Art. 17(3)(c) GDPR).
letters-ground_research = archives in the public interest, research or statistics (Art. 17(3)(d) GDPR).
letters-ground_legal_claims = it is needed for legal claims (Art. 17(3)(e) GDPR).
letters-ground_no_case_for_restriction = none of the cases for a restriction is given (Art. 18(1) GDPR).
letters-ground_not_provided = you did not provide these data yourself (Art. 20(1) GDPR).
letters-ground_not_by_consent_or_contract = we do not use these data because of consent or a contract (Art. 20(1)(a) GDPR).
letters-ground_rights_of_others_too = handing them over would harm the rights of other people (Art. 20(4) GDPR).
letters-ground_no_such_decision = there was no decision by a machine alone, or the law allows it (Art. 22 GDPR).
letters-ground_unidentifiable = we cannot tell which data are yours (Art. 11(2) GDPR).
letters-ground_no_right = data protection law gives no right to it.

## What somebody reads who asks

requests-merged = You asked for the same in { $first }, which is still open. Both are answered together, by { $due }. You lose nothing: this request is recorded, has a receipt of its own, and is counted nowhere.

## How a due date came about

due-received = received on { $day } ({ $zone }); this day is not counted
due-pause_counted = { $cause } was asked for on { $from } and arrived on { $to }; { $days ->
    [one] one day
   *[other] { $days } days
} not counted
due-pause_not_counted = { $cause } was asked for on { $from } and arrived on { $to }, but the clock ran on: { $why }
due-identity = proof of identity
due-clarification = clarification
due-asked_late = asked after { $after_days ->
    [one] one day
   *[other] { $after_days } days
}, not within { $within_days } days
due-regime_runs_on = this regime does not pause for it
due-no_whole_day = it took less than a day
due-already_excluded = these days are not counted already
due-after_the_end = the period had ended before it was asked for
due-months = { $months ->
    [one] one month from { $from } ends
   *[other] { $months } months from { $from } end
} on { $to }
due-days = { $days ->
    [one] one day from { $from } ends on { $to }
   *[other] { $days } days from { $from } end on { $to }
}
due-months_clamped = { $months ->
    [one] one month from { $from } ends
   *[other] { $months } months from { $from } end
} on { $to }, as that month has no { $missing ->
    [31] 31st
   *[other] { $missing }th
}
due-days_already_run = { $days ->
    [one] one day
   *[other] { $days } days
} had run before the pause, which leaves { $last }
due-never_shorter = a pause never shortens the period, so it ends on { $last }
due-days_not_counted = { $days ->
    [one] one day not counted is
   *[other] { $days } days not counted are
} added, which gives { $last }
due-holiday = { $day } is a public holiday, { $name }; the period runs on
due-not_a_working_day = { $day } is not a working day; the period runs on
due-due = due on { $day }, until 24:00 local time
due-extension = if extended, { $months ->
    [one] one month is
   *[other] { $months } months are
} counted in all, and not from the first due date
due-extension_days = if extended, { $days ->
    [one] one day is
   *[other] { $days } days are
} counted in all, and not from the first due date
due-extended_due = if extended, due on { $day }, until 24:00 local time
due-targets = to be safe, answer by { $target }; if extended, by { $extended_target }

## The thresholds, and a finding, in plain words

explain-head = Thresholds `{ $id }`, version { $version }, content hash { $hash }.
explain-not_before = Not in force before { $day }.
explain-owner = Who answers for them: { $owner }.
explain-flag_does = What a flag does: it asks a human to look. It refuses nothing, prices nothing, delays nothing and changes no word of any answer. A flag that nobody reviews in time closes as not excessive.
explain-never_looked_at = What is never looked at: a first request; objections to direct marketing and to AI training; signals of a browser; withdrawn consent; restriction; and every right for which there is no rule.
explain-never_counts = What never counts: requests that were merged, withdrawn, answered late or in part, contested, not yet answered, sent by somebody whom nobody has confirmed, about another right or another scope (purpose, system, category or period), or made before the data or the circumstances changed. Everybody is counted alone, whoever shares their address, their lawyer or their words.
explain-kinder = What makes a rule kinder: sensitive data, by the figures below; processing that can harm the person (training, scoring, blocking) adds one more request and halves the days; where both are there, one after the other.
explain-rule = [{ $id }] { $right } about { $class } is looked at when it is at least the { $nth } of its kind in { $window_days } days{ $gap_days ->
    [0] {""}
   *[other] , unless { $gap_days } days have passed since the last complete answer
}.
explain-sensitive = { $days ->
    [0] For sensitive data it is the { $nth }.
   *[other] For sensitive data it is the { $nth }, and { $days } days.
}
explain-meaning = What it means, when all are answered completely and in time: daily requests: { $daily }; weekly: { $weekly }; monthly: { $monthly }; quarterly: { $quarterly }.
explain-from_nth = { $n ->
    [1] from the first
    [2] from the second
    [3] from the third
    [4] from the fourth
    [5] from the fifth
    [6] from the sixth
    [7] from the seventh
    [8] from the eighth
    [9] from the ninth
    [10] from the tenth
   *[other] from the { $nth }
}
explain-never = never
explain-superseded = [{ $id }] applies to nothing any more: `{ $by }` took its place.
explain-sources = Sources: { $sources }
explain-conclusion = This is the { $seen } request of its kind in { $window_days } days; from the { $nth } on a human looks. The number alone shows nothing: intention would have to be shown.
explain-ordinary_no_rule = Ordinary: there is no rule for this right and these data.
explain-ordinary_self_service = Ordinary: the person can fetch these data alone at any time.
explain-ordinary_few = Ordinary: fewer than the rule's number.
explain-ordinary_spaced = Ordinary: long enough after the last complete answer.
explain-the_rule = The rule: { $rule }
explain-counted = { $case } of { $day } counted.
explain-excluded = { $case } did not count: { $reason }.
explain-not_other_right = it was about another right
explain-not_other_scope = it was about other data
explain-not_outside_window = it lies outside the window
explain-not_unverified = nobody had confirmed who asked
explain-not_merged = it was answered together with an open one
explain-not_withdrawn = it was taken back
explain-not_unanswered = it has no answer yet
explain-not_answered_late = it was answered late
explain-not_incomplete = its answer was not complete
explain-not_unstated = its answer did not say everything that is to be said beside the data, such as who receives them
explain-not_unidentifiable = the person could not be identified
explain-not_disputed = the person contested the answer
explain-not_past_finding = it was refused or charged: a past finding is no input to a new one
explain-not_self_service = the person had fetched it alone
explain-not_before_change = the data or the circumstances have changed since
explain-reset_new_data = On { $day } the data had changed: what was asked before that does not count.
explain-reset_new_purpose = On { $day } there was a new purpose: what was asked before that does not count.
explain-reset_new_recipient = On { $day } there was a new recipient: what was asked before that does not count.
explain-reset_breach = On { $day } there was a breach: what was asked before that does not count.
explain-reset_terms_change = On { $day } the terms changed: what was asked before that does not count.
explain-reset_objection_outcome = On { $day } an objection was decided: what was asked before that does not count.
explain-reset_legal_proceedings = On { $day } proceedings began: what was asked before that does not count.
explain-fewer = With { $fewer ->
    [one] one earlier request
   *[other] { $fewer } earlier requests
} fewer it would have been ordinary.
explain-hint = Hint `{ $id }`: this is the { $seen } in { $window_days } days. It changes nothing; whether there is a legitimate cause is for the reviewer to find out, without asking the person.
explain-right_access = An access request
explain-right_rectification = A request to correct the same thing
explain-right_erasure = A request to erase the same data
explain-right_portability = A request to hand over the same data
explain-right_other_objection = An objection that was overridden with reasons
explain-right_automated_decision_review = A request to review the same decision
explain-class_static = data that no longer change
explain-class_normal = data that change now and then
explain-class_dynamic = data that change often

## The pages behind a link, and the component for a company's own pages

choices-heading = your choice
choices-objected = You object. Your data are not used for this.
choices-not_objected = You have not objected.
choices-object = Object
choices-take_back = Take my objection back
choices-doubt = Somebody objected in your name without signing in. It counts already. Was it you?
choices-confirm = Yes, keep it
choices-disown = No, undo it
choices-promise = It is free of charge, needs no reason, and changes nothing else for you.
choices-then = When you object: { $already_used }
choices-signal = Your browser sends a privacy signal (GPC). It was applied here.
choices-answerable = Answerable: { $controller }.
choices-lost_title = This link does not work
choices-lost = It is not complete, or what it was for does not exist any more. Copy all of it, or write to { $contact }

## The same where a use rests on consent

consents-objected = You have withdrawn your consent. Your data are not used for this.
consents-not_objected = You have not withdrawn your consent here.
consents-object = Withdraw my consent
consents-take_back = Take my withdrawal back
consents-doubt = Somebody withdrew your consent in your name without signing in. It counts already. Was it you?
consents-then = When you withdraw your consent: { $already_used }

## The archive that a person receives

packages-title = Your data at { $controller }
packages-reference = Reference
packages-asked_for = You asked for
packages-right_access = access to your data (GDPR, Art. 15)
packages-right_rectification = correction of your data (GDPR, Art. 16)
packages-right_erasure = erasure of your data (GDPR, Art. 17)
packages-right_restriction = restriction of what is done with your data (GDPR, Art. 18)
packages-right_portability = your data in a form that you can take elsewhere (GDPR, Art. 20)
packages-right_objection = an objection to a use of your data (GDPR, Art. 21)
packages-right_automated_decision_review = review of an automated decision by a human (GDPR, Art. 22)
packages-right_consent_withdrawal = withdrawal of your consent (GDPR, Art. 7)
packages-right_other = another matter
packages-received = We received it
packages-prepared = Prepared
packages-holds = It holds
packages-records = { $count ->
    [one] 1 record
   *[other] { $shown } records
}
packages-contents = What is in it
packages-objections = What you have objected to
packages-objection_since = { $purpose }, since
packages-nothing_here = We looked here and found nothing about you.
packages-caption = { $title }: { $records }, also in
packages-no_value = no value
packages-told_title = How your data are used
packages-told_purposes = What for
packages-told_categories = Kind of data
packages-told_recipients = Who receives them
packages-told_retention = For how long
packages-told_source = Where they come from
packages-told_automated = Decisions without a human
packages-told_transfers = To countries outside the European Economic Area
packages-told_use = { $purpose } ({ $basis })
packages-told_basis = GDPR, Art. 6(1)({ $letter })
packages-told_you = From you: you gave them to us, or they came about when you used our service.
packages-told_nobody = Nobody
packages-told_nowhere = Nowhere: they are not sent there.
packages-told_transfer = { $country }. What protects them there: { $safeguard }
packages-told_no_decisions = None: nothing about you is decided by these data without a human.
packages-told_logic = How it is decided: { $text }
packages-told_significance = What weight it has: { $text }
packages-told_consequences = What follows for you: { $text }
packages-told_not_stated = Not stated. You are owed this information: ask, and a human answers, free of charge.
packages-told_rights_title = Your rights
packages-told_rights = You can have your data corrected (GDPR, Art. 16), have them erased (Art. 17), have what we do with them restricted (Art. 18), and object to a use of them (Art. 21). It is free of charge.
packages-told_complaint = You can complain to a supervisory authority (GDPR, Art. 77), in particular where you live, where you work, or where the infringement took place:
packages-told_only = You asked about the use of your data, and not for the data: they are not in this archive. You can ask for them at any time, free of charge.
packages-kept_title = Your earlier requests
packages-kept_none = We hold no earlier request from you.
packages-restrictions = What we may do with your data only within limits, while an objection is weighed
packages-outcome_open = Not answered yet.
packages-outcome_merged = Answered together with another one.
packages-outcome_withdrawn = You took it back.
packages-outcome_fulfilled = Answered.
packages-outcome_partial = Answered in part.
packages-outcome_declined = Not given; the letter said why.
packages-outcome_refused = Not answered, because we considered it excessive.
packages-outcome_fee_proposed = A fee was proposed, because we considered it excessive.
packages-outcome_unidentifiable = Not answered, because we could not tell which data are yours.
packages-flag_open = It was flagged, to see whether your requests repeat excessively (GDPR, Art. 12(5)); nobody has decided yet.
packages-flag_lapsed = It was flagged, to see whether your requests repeat excessively (GDPR, Art. 12(5)); the flag ended by itself, and it is not excessive.
packages-flag_not_excessive = It was flagged, to see whether your requests repeat excessively (GDPR, Art. 12(5)); a human looked, and it is not excessive.
packages-flag_excessive = It was flagged, to see whether your requests repeat excessively (GDPR, Art. 12(5)); two people decided that it is.
packages-wrong_title = If something is wrong or missing
packages-wrong = Quote { $reference } and say so; it is looked at again, free of charge. You may also complain to a supervisory authority and go to court.
packages-note_period = You asked about a period. This archive holds everything in the categories you named, whatever its date.
packages-note_not_searched = We could not look for you in: { $systems }. We do not know by what you are known there; somebody of us will look, and you can write to us.
packages-note_away = These systems did not answer, and are missing here: { $systems }.
packages-note_not_text = In "{ $table }" some values of { $columns } are no valid text in our database; they are given as base64, byte for byte.
packages-note_nothing = We looked in every system listed here and found no data about you.
packages-readme = This archive holds the data about you. Nothing in it runs or loads anything from a network.
packages-readme_index = open it in a browser: everything, to read and to print
packages-readme_data = everything, for programs; its shape is described below
packages-readme_csv =
    one file for each table, for a spreadsheet: UTF-8, commas, the names of the columns first. Where = + - @
    begin a text, or follow a semicolon, a tab or a line end in one, an apostrophe stands in front, and so
    it does before a text that begins with a tab or a line end: no spreadsheet takes it for a formula.
    data.json has everything as it is
packages-readme_manifest = the SHA-256 and the size of every other file: {"{"}"files": [{"{"}"file", "sha256", "size"{"}"}]{"}"}
packages-readme_format = data.json, format 1. Keys may be added; a key that is there keeps its meaning.
packages-readme_reference = quote it when you write to us
packages-readme_right = what was asked for, such as "access" or "portability"
packages-readme_controller = who answers
packages-readme_received_at = when we received the request (RFC 3339)
packages-readme_prepared_at = when this archive was made (RFC 3339)
packages-readme_language = of the words in it, such as "en"
packages-readme_information = how the data are used, before the data (Art. 15(1) and (2)): {"{"}"asked", "datasets", "rights", "authorities"{"}"};
    null where our data map does not state it
packages-readme_notes = remarks to you: a list of texts
packages-readme_objections = those in force: a list of {"{"}"purpose", "since"{"}"}
packages-readme_restrictions = purposes for which the use of your data is restricted: a list of texts
packages-readme_requests = your earlier requests: a list of {"{"}"reference", "right", "received_at", "outcome", "flag"{"}"}
packages-readme_systems = a list of {"{"}"id", "title", "tables"{"}"}
packages-readme_tables = a list of {"{"}"dataset", "title", "columns", "rows"{"}"}
packages-readme_columns = the names of the columns
packages-readme_rows = a list of rows; a row is a list with one value for each column, null where there is none
packages-readme_wrong = If something is wrong or missing, say so: the answer can be contested, free of charge.

## The portal

portal-own_name = English
portal-skip = Skip to the content
portal-site = { $controller }: your data rights
portal-languages = Languages
portal-free = Free of charge.
portal-contact = Data protection: { $contact }
portal-back = Back to the start
portal-error = Error:
portal-problem = There is a problem
portal-say_no = Say no to a use of your data
portal-no_account = Free of charge. You need no account and no reason.
portal-object = Object
portal-withdraw = Withdraw consent
portal-other = Ask for something else
portal-access = Get a copy of my data
portal-rectification = Correct my data
portal-erasure = Delete my data
portal-restriction = Restrict the use of my data
portal-portability = Take my data with me
portal-automated = Have a decision looked at by a person
portal-consent = Withdraw my consent
portal-unsure = Something else, or I am not sure
portal-access_means = What we hold about you, where it is from, what it is used for and who receives it.
portal-rectification_means = Something we hold about you is wrong or incomplete.
portal-erasure_means = What need not be kept is deleted. What the law makes us keep stays, and we tell you which and until when.
portal-restriction_means = We keep your data but stop using it, for instance while you contest that it is right.
portal-portability_means = What you gave us, in a format that machines read.
portal-automated_means = A machine alone decided something that matters to you.
portal-consent_means = Every consent you gave us, from now on. It is in force at once.
portal-unsure_means = Say it in your own words. Somebody reads it.
portal-due_today = A request sent today is answered by { $due } at the latest.
portal-due_how = How this date is found
portal-ways = Other ways
portal-ways_write = Write to { $contact }, or by post. It counts the same, from the day it reaches us.
portal-object_this = Stop using my data for this
portal-withdraw_this = Withdraw my consent to this
portal-address = Your e-mail address
portal-address_why = The one you use with us. We find you by it and honour your choice by it, and use it for nothing else.
portal-address_find = The one you use with us. We find your data by it, and answer to it. We ask for no identity card.
portal-address_wrong = Write an e-mail address such as name@example.org
portal-situation = Anything about your situation (optional)
portal-situation_why = You need not give reasons. If we want to go on with this use, we weigh it against what you write here.
portal-already = What happens to data already used
portal-recorded = Recorded, and in force now
portal-recorded_now = From now on your data are not used for this. It counts before anybody has confirmed your address.
portal-reference = Your reference:
portal-recorded_keep = Keep it: with it you can ask what has become of this.
portal-recorded_weighed = Somebody of our office looks at it. Should we want to go on with this use, you are told why first, and have time to contest it.
portal-recorded_address = We use your address for this alone: to honour it, and to be able to show that we did.
portal-undo = Undo this
portal-undone_title = Undone
portal-undone = What was entered here is undone. What was in force before stays in force.
portal-others = Other uses of your data
portal-ask = What do you want to ask for?
portal-choose = Choose
portal-own_words = In your own words (optional)
portal-own_words_why = What exactly, from when, or anything that helps to find it.
portal-go_on = Continue
portal-check = Check your answers
portal-check_right = You ask for
portal-check_words = In your own words
portal-check_no_words = Nothing more
portal-check_from = From
portal-check_who = It goes to
portal-check_due = Answered at the latest by
portal-send = Send my request
portal-change = Change it
portal-sent = Your request is sent
portal-sent_due = You have our answer by { $due } at the latest.
portal-next = What happens next
portal-next_confirm = A mail is on its way to you. Follow your request with it, say that it is yours, and the work begins. If no mail comes, somebody of our office makes sure by the simplest means. You can also write to { $contact } with your reference.
portal-next_free = It is free of charge, whatever the answer.
portal-fault = That did not work
portal-fault_unread = Something in what was sent cannot be read. Nothing was changed. Go back and try again, or write to { $contact }.
portal-fault_large = What you sent is too large. Nothing was changed. Send less at once, or write to { $contact }.
portal-fault_busy = We cannot take it at this moment. Nothing was changed. Try again in a few minutes.
portal-fault_ours = The mistake is ours, and nothing you did. If you write to { $contact } about it, name this: { $incident }
portal-nothing = There is nothing here
portal-nothing_why = The address is not complete, or what it led to is over. Start again, or write to { $contact }.
portal-full = We could not take it in just now
portal-full_why = Nothing was stored, and no day is lost: what you send again from this page counts from today.
portal-send_again = Send again
portal-how = How to object
portal-how_choose = Choose the use that you do not want. You need no account and no reason.
portal-how_then = Write your e-mail address and press the button. It is in force at once, free of charge, and you can take it back as easily.
portal-how_other = You can also write to { $contact }, or by post; it counts the same.
portal-thresholds = How we look at repeated requests
portal-thresholds_why = Somebody of our office may look at requests that repeat each other. That never delays a request, never costs anything by itself, and never refuses anything by itself.
portal-privacy = What happens to what you send here
portal-privacy_who = { $controller } answers for these pages. Questions go to { $contact }.
portal-privacy_what = Until you send something, nothing about you is stored and no cookie is set. What you send (your address or your account, your words, the day) is stored sealed, so that we can answer you and show that we did. We need nothing else from you.
portal-privacy_who_gets = It is read by the people of our office who answer you, and by the systems in which we look for your data. It is used for nothing else, and whatever plan you have or none makes no difference.
portal-privacy_rights = You have every right to it that you have to your other data: ask here for a copy, a correction or deletion, free of charge. You can complain to a supervisory authority.
portal-retention = How long we keep what you send
portal-retention_requests = Your requests, our letters and the messages stay as long as we may have to show that we answered you. Who wants them gone sooner writes to { $contact }; what is left then tells nobody who you were.
portal-retention_archive = The archive of your data can be downloaded for { $days ->
    [one] one day
   *[other] { $days } days
}; then it is deleted.
portal-retention_choices = That you said no to a use stays for as long as it counts: without it nobody could obey it. It is kept as a number that only we and the systems that obey it can compare.
portal-retention_session = A link to sign in serves for fifteen minutes. You are signed out after half an hour without use.
portal-accessibility = Accessibility
portal-accessibility_what = These pages are made to meet WCAG 2.2, level AA: they work by keyboard, with a screen reader, enlarged, without colours, without scripts, and printed.
portal-accessibility_how = We check every page by machine with each change, and look at it. No outside body has examined them.
portal-accessibility_help = If something does not work for you, write to { $contact }, or send your request by mail or by post: it counts the same.
portal-complaint = Complain to a supervisory authority
portal-complaint_where = You can complain where you live, where you work, or where you think that the law was broken. It is free of charge, and you need not have asked us before.
portal-complaint_free = The first one is where we are established. A court is open to you too.

## What a page says with an article of the law

cited-basis = We rest this use on Art. 6(1)({ $letter }) GDPR.
cited-basis_otherwise = We rest this use on { $basis }.
cited-privacy_why = The law obliges us to answer you and to be able to prove it (GDPR, Art. 6(1)(c), with Arts. 5(2), 12 and 15 to 22).

## A person's own pages

own-follow = Follow a request
own-sign_in = See your requests
own-sign_in_why = Write the address that you used. We send a link and a code there, which show that it is yours. You need no password.
own-sign_in_send = Send me a link
own-with_account = Or sign in with your account
own-at_issuer = Sign in at { $name }
own-not_in = You are not signed in
own-not_in_why = Signing in with your account did not work. Nothing was changed. Try again, or have a link sent to your address.
own-asked = Look into your mailbox
own-asked_why = A mail is on its way to the address that you wrote. Open its link in this browser, or type its code here. Both serve for fifteen minutes.
own-code = Code from the mail
own-code_hint = Eight letters and digits
own-code_wrong = Type the eight letters and digits of the newest mail
own-enter = Sign in
own-enter_why = One click, and you see your requests and your choices.
own-enter_code = This is not the browser in which the link was asked for. So that nobody else uses it, type the code that stands beside the link.
own-over = This link is over
own-over_why = A link serves once, and only for a short time. Your requests are not affected.
own-again = Send me a new link
own-ended = Please sign in again
own-ended_why = You were signed out, or this page is too old to be sent. Nothing was changed.
own-sign_out = Sign out
own-requests = Your requests
own-requests_none = Nothing has been sent with this address or account.
own-more = Older ones
own-open_it = Open
own-sent_on = Received on { $day }
own-due_on = We answer by { $day } at the latest.
own-is_received = We have it, and it is being worked on. You need do nothing.
own-is_unconfirmed = We have it. Say that it is yours, and the work begins.
own-is_identity = We asked you for something that tells who you are. The letter below says what is enough.
own-is_merged = You asked for the same in { $reference }, which is still open. Both are answered together.
own-is_withdrawn = You took it back. You can ask again at any time, free of charge.
own-is_fulfilled = It is answered.
own-is_partial = It is answered in part. The letter below says what is missing, why, and what you can do.
own-is_declined = We do not give what you asked for. The letter below says why, and what you can do.
own-is_unidentifiable = We could not tell which data are yours. The letter below says what would help.
own-is_fee = We propose a fee of { $amount }. The letter below says why. Nothing is charged unless you accept it; until you choose, this request is not answered.
own-is_overdue = The date has passed without an answer. That is our mistake. You can complain to a supervisory authority now.
own-was_this_you = Did you send this?
own-was_this_you_why = Anybody can write down an address. You have shown that this one is yours, so only you can say it.
own-confirm = Yes, it is mine
own-disown = No, it is not mine
own-steps = What has happened
own-step_received = Received
own-step_work = In work
own-step_extended = More time taken; the letter says why
own-step_answered = Answered
own-step_due = Answer due
own-words = What you wrote
own-parts = What was done
own-part_where = Where
own-part_done = Done
own-part_rows = Records
own-done_collected = copied for you
own-done_erased = deleted
own-done_overwritten = made anonymous
own-done_kept = kept
own-done_restricted = marked as restricted
own-done_restriction_lifted = restriction mark taken away
own-done_not_searched = not looked at yet
own-done_nothing = looked, and nothing about you
own-files = To download
own-package = Your data, as an archive
own-receipt = Receipt, as a file for programs
own-calendar = Date for your calendar
own-letters = Letters
own-letter_of = { $kind }, { $day }
own-letter_review = A person looks at your requests
own-letter_fee = A fee is proposed
own-letter_refused = Not answered, and why
own-letter_narrow = How to ask for less
own-letter_objection = How your objection was weighed
own-letter_partial = What is missing, and why
own-letter_extended = It takes longer
own-letter_identity = Who are you?
own-letter_clarification = What are you looking for?
own-letter_restricted = The restriction is in force
own-letter_restriction_ends = The restriction ends
own-letter_receipt = We have your request
own-letter_completed = What was done
own-messages = Messages
own-from_you = You
own-from_us = We
own-from_nobody = Message
own-write = Write to us about it
own-write_why = Add something, correct something, or ask. It goes to the people who work on it.
own-write_send = Send
own-write_empty = Write something first
own-contest = Have it looked at again
own-contest_why = You need not say why. Somebody looks at the answer again, free of charge. You can complain and go to court all the same.
own-contest_words = What is wrong (optional)
own-withdraw = Take it back
own-withdraw_why = Then we stop working on it. You can ask again at any time, free of charge.
own-review = Your word in the review
own-review_why = Nothing has been decided. Here is what was counted. You can comment, and say what should not count. You need not give reasons for asking.
own-review_counted = Counted: tick what should not count
own-review_left_out = Not counted
own-review_words = Your comment
own-fee = Your choice about the fee
own-fee_accept = Accept the fee
own-fee_less = Ask for less, free of charge
own-done = Done.
own-choices = Your choices
own-choices_why = What your data may not be used for, because you said so. Each choice counts at once.
own-choice_since = You said no, since { $day }.
own-choice_none = You have not said no.
own-choice_doubt = Somebody wrote it with your address. It counts until you say that it was not you.
own-choice_restricted = While your objection is weighed, your data are not used for this.
own-object = Stop this use
own-take_back = Allow it again
own-known_as = You are signed in: we answer to your account or address, and need nothing more.
own-recorded = From now on your data are not used for this.
own-account = Your account with us
own-your_own = Your own pages

## Mails

mails-receipt_subject = Your request was received
mails-receipt = We have received your request { $reference }. You have our answer by { $due } at the latest. It is free of charge.
mails-follow = You can follow it here:
mails-follow_it = Your request has the reference { $reference }. You can follow it here:
mails-stopped_subject = What you asked us to stop is stopped
mails-stopped = What you asked us to stop is recorded, and in force since then. It is free of charge.
mails-stopped_by_you = It counts already, although nobody has shown that it was you who asked. Confirm it here, or undo it:
mails-sign_in_subject = Your link to sign in
mails-way_in = This link signs you in to your requests and your choices. It works once, for fifteen minutes:
mails-code = Where you asked for it, you can type this code instead. In another browser you need both:
mails-not_you = If you did not ask for it, you need not do anything: nobody signs in as you without this message.
mails-letter_subject = There is a letter for you
mails-letter = A letter about your request { $reference } is there for you to read:
mails-answer_subject = Your answer is ready
mails-answer = The answer to your request { $reference } is there for you:
mails-foot = A machine wrote this for { $controller }. Somebody reads what you write to { $contact }.
