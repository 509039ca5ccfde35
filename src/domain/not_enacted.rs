//! Why a decision under Art. 12(5) does not come about.

use jiff::civil::DateTime;

/// Days that the person has to answer before anything but a free answer is decided. The law sets no number.
pub const HEARING_DAYS: i64 = 3;

/// Why nothing was enacted.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotEnacted {
    /// The opinion must come from the DPO.
    #[error("only an officer with the role `dpo` gives an opinion")]
    NotTheDpo,
    /// The decision must come from the controller.
    #[error("only an officer with the role `controller` decides")]
    NotTheController,
    /// Two people, always.
    #[error(
        "the officer who advised cannot decide; another officer with the role `controller` must"
    )]
    SamePerson,
    /// Both elements and the milder steps.
    #[error("say in a sentence of its own what `{0}` is; the person reads it, and a court may")]
    NoReasons(&'static str),
    /// C-526/24: the objective and the subjective element are two, and what milder steps were considered is a third.
    #[error(
        "`{0}` and `{1}` say the same; what the request does not serve, what shows the intention and what was considered instead are three things"
    )]
    SameText(&'static str, &'static str),
    /// C-416/23, para 57.
    #[error(
        "nothing was counted here, so that `{0}` is no evidence; name what is, or answer the request"
    )]
    NothingCounted(&'static str),
    /// P19, C-453/21: whoever refers a request has a view already.
    #[error(
        "whoever referred the request does not advise on it; another officer with the role `dpo` must"
    )]
    ReferredIt,
    /// C-416/23: a number can never decide.
    #[error(
        "the frequency alone is never a reason; name what else shows that the request is excessive, in `evidence`"
    )]
    FrequencyAlone,
    /// No advice was asked.
    #[error("the DPO has not given an opinion on this flag yet; ask for one first")]
    NoOpinion,
    /// The DPO saw it otherwise.
    #[error(
        "the DPO holds it not to be excessive; say in `against_advice` why you decide otherwise"
    )]
    AgainstAdvice,
    /// The person knows nothing of it.
    #[error(
        "open the review first: the person is told and can answer before anything but a free answer is decided"
    )]
    NotOpened,
    /// The person has had no time.
    #[error(
        "the person has not answered, and has {HEARING_DAYS} days from when the letter reached them; this is possible from {} on",
        .0.strftime("%Y-%m-%d %H:%M")
    )]
    NotHeard(DateTime),
    /// A letter that was written, and reached nobody.
    #[error(
        "the person has not answered, and has not read the letter; post it and write that down, and {HEARING_DAYS} days after it counts as delivered this is possible"
    )]
    NotTold,
    /// A fee of nothing, or beyond what the list allows.
    #[error("a fee needs at least one item of the cost list, and stays under its cap")]
    NoFee,
    /// A part without a name.
    #[error("say in `part` which part is refused")]
    NoPart,
}
