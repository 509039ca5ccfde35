# What a Swiss controller says otherwise: the Federal Act on Data Protection (FADP) and the Data Protection Ordinance (DPO).
# Each message stands in the place of the one in en.ftl.

letters-review = Somebody in our office is looking at whether your requests repeat each other in a way that the law calls querulous (Art. 26(1)(c) FADP). Nothing has been decided. The work on your request goes on, and the date by which we answer does not change.
letters-fee = We consider the effort that this request takes disproportionate (Art. 19 DPO), and propose to answer it for a share of the costs of { $amount }.
letters-refused = We do not act on this request, because we consider it manifestly unfounded or querulous (Art. 26(1)(c) FADP).
letters-in_part = We answer your request, except for this part, which we consider manifestly unfounded or querulous (Art. 26(1)(c) FADP):
letters-authority = You can also complain to a supervisory authority, in particular where you live, where you work, or where the infringement took place:
letters-court = You can also go to court, where we are established or where you live.
letters-lifting = { $purpose }
    You objected to this use of your data, and we stopped it. We have weighed your objection and hold our interests to be overriding (Art. 30(2)(b) and Art. 31 FADP):
letters-lifting_research = { $purpose }
    You objected to this use of your data, and we stopped it. We have looked at it and hold the use to be necessary for a task in the public interest (Art. 31(1) FADP):
letters-days = The restriction is lifted no sooner than { $days ->
    [one] one day
   *[other] { $days } days
} after this letter reached you. If you contest it before then, the restriction stays until we have looked again.
letters-unidentifiable = We could not tell which of our data are yours (Art. 16(5) DPO). What we searched, and what would help:
letters-extended = Our answer takes longer: it comes by { $day } (Art. 18(2) DPO).
letters-referred = Somebody in our office is looking at whether this request is made for another purpose than the one for which the law provides it (Art. 26(1)(c) FADP). A colleague asked for that; how often you asked plays no part. Nothing has been decided. The work on your request goes on, and the date by which we answer does not change. This is held against it:
letters-identity = Before we answer we must know that it is you who asks (Art. 16(5) DPO). Why we are in doubt:
letters-restriction_applied = Your data are restricted from now on (Art. 32(2)(a) FADP). We keep them, and do not use them for:
letters-restriction_except = While this lasts, they are used only with your consent, for legal claims, to protect the rights of somebody else, or in an important public interest. You hear from us before it ends.
letters-restriction_ends = The restriction that you asked for ends. Your data are then used again for:
letters-recipients = These had received the data. We tell them what was done, unless that is impossible or takes a disproportionate effort:
letters-ground_rights_of_others = a copy would harm overriding interests of other people (Art. 26(1)(b) FADP).
letters-ground_accuracy_not_shown = we found nothing that shows it to be wrong (Art. 32(1) FADP).
letters-ground_no_case_for_erasure = none of the cases in which data must be erased is given (Art. 30 and Art. 32(2)(c) FADP).
letters-ground_expression = freedom of expression and information (Art. 31(2)(d) FADP).
letters-ground_legal_obligation = the law obliges us to keep it (Art. 31(1) FADP).
letters-ground_public_health = public health (Art. 31(1) FADP).
letters-ground_research = research, planning or statistics (Art. 31(2)(e) FADP).
letters-ground_legal_claims = it is needed for legal claims (Art. 31(1) FADP).
letters-ground_no_case_for_restriction = none of the cases for a restriction is given (Art. 32(2)(a) FADP).
letters-ground_not_provided = you did not disclose these data to us yourself (Art. 28(1) FADP).
letters-ground_not_by_consent_or_contract = we do not use these data because of consent or a contract (Art. 28(1)(b) FADP).
letters-ground_rights_of_others_too = handing them over would harm overriding interests of other people (Art. 29(1) FADP).
letters-ground_no_such_decision = there was no decision by a machine alone, or the law allows it (Art. 21 FADP).
letters-ground_unidentifiable = we cannot tell which data are yours (Art. 16(5) DPO).
packages-right_access = access to your data (FADP, Art. 25)
packages-right_rectification = correction of your data (FADP, Art. 32(1))
packages-right_erasure = erasure of your data (FADP, Art. 32(2)(c))
packages-right_restriction = restriction of what is done with your data (FADP, Art. 32(2)(a))
packages-right_portability = your data in a form that you can take elsewhere (FADP, Art. 28)
packages-right_objection = an objection to a use of your data (FADP, Art. 30(2)(b))
packages-right_automated_decision_review = review of an automated decision by a human (FADP, Art. 21(2))
packages-right_consent_withdrawal = withdrawal of your consent (FADP, Art. 30(2)(b))
packages-told_basis = { $letter ->
    [a] your consent (FADP, Art. 31(1))
    [b] a contract with you (FADP, Art. 31(2)(a))
    [c] a duty by law (FADP, Art. 31(1))
   *[other] an overriding interest (FADP, Art. 31(1))
}
packages-told_rights = You can have your data corrected (FADP, Art. 32(1)), have them erased or have what we do with them prohibited (Art. 32(2)), and object to a use of them (Art. 30(2)(b)). It is free of charge.
packages-told_complaint = You can turn to the Federal Data Protection and Information Commissioner (FADP, Art. 49) and, where you live or work elsewhere, to the authority there:
packages-flag_open = It was flagged, to see whether your requests are querulous (FADP, Art. 26(1)(c)); nobody has decided yet.
packages-flag_lapsed = It was flagged, to see whether your requests are querulous (FADP, Art. 26(1)(c)); the flag ended by itself, and it is not.
packages-flag_not_excessive = It was flagged, to see whether your requests are querulous (FADP, Art. 26(1)(c)); a human looked, and it is not.
packages-flag_excessive = It was flagged, to see whether your requests are querulous (FADP, Art. 26(1)(c)); two people decided that it is.
cited-basis = { $letter ->
    [a] We rest this use on your consent (Art. 31(1) FADP).
    [b] We rest this use on a contract with you (Art. 31(2)(a) FADP).
    [c] We rest this use on a duty by law (Art. 31(1) FADP).
   *[other] We rest this use on an overriding interest (Art. 31(1) FADP).
}
cited-privacy_why = The law obliges us to answer you, and we must be able to prove that we did (FADP, Arts. 21, 25 to 29 and 32).
