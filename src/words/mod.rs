//! All that people read, in one file for each language: `en.ftl`, `fr.ftl`, `de.ftl`, compiled in.
//!
//! Start with [`messages`]: a topic has a method for each message, so that a message that does not exist does not compile.
//! The tests hold each file to the same keys and the same arguments. Days, times, numbers and money are written as the
//! language does by [`day`], [`moment`], [`number`] and [`money`].
//!
//! **Invariant:** pure; imports nothing of ours. Log lines, problem details and the command line are English, and not here.

pub mod language;
mod law;
pub mod messages;
mod unspoken;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::{Date, DateTime};

pub use language::Language;
pub use law::Law;
pub use messages::{
    Choices, Cited, Consents, Due, Explain, Letters, Local, Mails, Own, Packages, Portal, Requests,
};
pub use unspoken::unspoken;

/// In whose words, and by whose law.
#[derive(Clone, Copy)]
struct Voice(Language, Law);

impl From<(Language,)> for Voice {
    fn from((language,): (Language,)) -> Self {
        Self(language, Law::Union)
    }
}

impl From<(Language, Law)> for Voice {
    fn from((language, law): (Language, Law)) -> Self {
        Self(language, law)
    }
}

/// A language under each law, read when somebody first speaks it.
struct Shelf {
    language: Language,
    union: OnceLock<Bundle>,
    united_kingdom: OnceLock<Bundle>,
    switzerland: OnceLock<Bundle>,
}

impl Shelf {
    const fn new(language: Language) -> Self {
        Self {
            language,
            union: OnceLock::new(),
            united_kingdom: OnceLock::new(),
            switzerland: OnceLock::new(),
        }
    }

    fn under(&self, law: Law) -> &Bundle {
        let kept = match law {
            Law::Union | Law::Other => &self.union,
            Law::UnitedKingdom => &self.united_kingdom,
            Law::Switzerland => &self.switzerland,
        };
        kept.get_or_init(|| bundle(Voice(self.language, law)))
    }
}

/// One language, with the names of months and days at hand: they are written at every intake.
struct Bundle {
    words: FluentBundle<FluentResource>,
    months: Vec<String>,
    weekdays: Vec<String>,
}

const fn source(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("en.ftl"),
        Language::Fr => include_str!("fr.ftl"),
        Language::De => include_str!("de.ftl"),
        Language::Es => include_str!("es.ftl"),
        Language::It => include_str!("it.ftl"),
        Language::Nl => include_str!("nl.ftl"),
        Language::Pl => include_str!("pl.ftl"),
        Language::Pt => include_str!("pt.ftl"),
    }
}

/// What is said otherwise by a Swiss controller (LAW 14.1).
const fn swiss(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("ch.en.ftl"),
        Language::Fr => include_str!("ch.fr.ftl"),
        Language::De => include_str!("ch.de.ftl"),
        Language::Es => include_str!("ch.es.ftl"),
        Language::It => include_str!("ch.it.ftl"),
        Language::Nl => include_str!("ch.nl.ftl"),
        Language::Pl => include_str!("ch.pl.ftl"),
        Language::Pt => include_str!("ch.pt.ftl"),
    }
}

/// The regulation as its people call it, and the one of the United Kingdom: its articles have the same numbers.
pub const fn regulation(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::En => ("GDPR", "UK GDPR"),
        Language::Fr => ("RGPD", "RGPD britannique"),
        Language::De => ("DSGVO", "UK-DSGVO"),
        Language::Es => ("RGPD", "RGPD británico"),
        Language::It => ("GDPR", "GDPR britannico"),
        Language::Nl => ("AVG", "Britse AVG"),
        Language::Pl => ("RODO", "brytyjskiego RODO"),
        Language::Pt => ("RGPD", "RGPD britânico"),
    }
}

fn bundle(Voice(language, law): Voice) -> Bundle {
    let mut words = FluentBundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
    // Marks of direction around what is put in would stand in letters, in files and in what is searched.
    words.set_use_isolating(false);
    let own = match law {
        Law::UnitedKingdom => {
            let (union, united_kingdom) = regulation(language);
            source(language).replace(union, united_kingdom)
        }
        Law::Union | Law::Switzerland | Law::Other => source(language).to_owned(),
    };
    words.add_resource_overriding(resource(own));
    if law == Law::Switzerland {
        words.add_resource_overriding(resource(swiss(language).to_owned()));
    }
    let _ = words.add_builtins();
    let each = |key: &str, count: i8| -> Vec<String> {
        (1..=count)
            .map(|n| found(&words, key, &[("n", FluentValue::from(n))].into_iter().collect()))
            .collect()
    };
    let (months, weekdays) = (each("local-month", 12), each("local-weekday", 7));
    Bundle { words, months, weekdays }
}

/// What of a file cannot be read is left out here, and fails a test.
fn resource(file: String) -> FluentResource {
    let (Ok(read) | Err((read, _))) = FluentResource::try_new(file);
    read
}

fn of(Voice(language, law): Voice) -> &'static Bundle {
    static EN: Shelf = Shelf::new(Language::En);
    static FR: Shelf = Shelf::new(Language::Fr);
    static DE: Shelf = Shelf::new(Language::De);
    static ES: Shelf = Shelf::new(Language::Es);
    static IT: Shelf = Shelf::new(Language::It);
    static NL: Shelf = Shelf::new(Language::Nl);
    static PL: Shelf = Shelf::new(Language::Pl);
    static PT: Shelf = Shelf::new(Language::Pt);
    let shelf = match language {
        Language::En => &EN,
        Language::Fr => &FR,
        Language::De => &DE,
        Language::Es => &ES,
        Language::It => &IT,
        Language::Nl => &NL,
        Language::Pl => &PL,
        Language::Pt => &PT,
    };
    shelf.under(law)
}

fn found(words: &FluentBundle<FluentResource>, key: &str, given: &FluentArgs<'_>) -> String {
    let Some(pattern) = words.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    words.format_pattern(pattern, Some(given), &mut Vec::new()).into_owned()
}

fn said<const N: usize>(voice: Voice, key: &str, given: [(&str, FluentValue<'_>); N]) -> String {
    found(&of(voice).words, key, &given.into_iter().collect())
}

fn named(names: &[String], n: i8) -> &str {
    let at = usize::try_from(n).unwrap_or_default().saturating_sub(1);
    names.get(at).map_or("", String::as_str)
}

/// `27 November 2026`.
pub fn day(language: Language, day: Date) -> String {
    let month = named(&of((language,).into()).months, day.month());
    Local(language).day(day.day(), month, day.year())
}

/// `Friday 27 November 2026`.
pub fn weekday_and_day(language: Language, date: Date) -> String {
    let Bundle { months, weekdays, .. } = of((language,).into());
    let weekday = named(weekdays, date.weekday().to_monday_one_offset());
    Local(language).weekday_and_day(weekday, date.day(), named(months, date.month()), date.year())
}

/// A day and a time in the zone where they were looked at: `27 November 2026, 14:05 (Europe/Paris)`.
pub fn moment(language: Language, at: DateTime, zone: &str) -> String {
    let (hour, minute) = (format!("{:02}", at.hour()), format!("{:02}", at.minute()));
    Local(language).moment(&day(language, at.date()), &hour, &minute, zone)
}

/// `12,000`.
pub fn number(language: Language, number: u64) -> String {
    let digits = number.to_string();
    let mark = Local(language).thousands();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(&mark);
        }
        out.push(digit);
    }
    out
}

/// An amount in hundredths of a currency.
pub fn money(language: Language, cents: u64, currency: &str) -> String {
    let words = Local(language);
    let amount = format!("{}{}{:02}", number(language, cents / 100), words.decimals(), cents % 100);
    words.money(&amount, currency)
}

#[cfg(test)]
mod tests;
