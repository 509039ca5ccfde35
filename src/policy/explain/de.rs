//! German.

use crate::domain::excess::{
    Because, ChangeClass, Exclusion, Reset, ResetKind, Reviewable, Threshold,
};
use crate::domain::hint::Hint;
use crate::policy::thresholds::{Record, Thresholds};

use super::Tongue;
use super::rhythm::Rhythm;

pub(super) struct German;

impl Tongue for German {
    fn head(&self, thresholds: &Thresholds) -> String {
        let Thresholds { id, version, hash, owner, effective_from, .. } = thresholds;
        let mut head = format!("Schwellen „{id}“, Fassung {version}, Inhaltshash {hash}.");
        if let Some(day) = effective_from {
            head += &format!(" Nicht in Kraft vor dem {day}.");
        }
        if !owner.is_empty() {
            head += &format!(" Verantwortlich: {owner}.");
        }
        head
    }

    fn preamble(&self) -> &'static [&'static str] {
        &[
            "Was eine Markierung bewirkt: Sie bittet einen Menschen, hinzusehen. Sie lehnt nichts ab, kostet nichts, verzögert \
             nichts und ändert kein Wort einer Antwort. Eine Markierung, die niemand rechtzeitig prüft, schließt sich als nicht \
             exzessiv.",
            "Was nie angesehen wird: ein erstes Ersuchen; Widersprüche gegen Direktwerbung und gegen KI-Training; Signale eines \
             Browsers; der Widerruf einer Einwilligung; die Einschränkung; und alles, was keines der Rechte unten ist.",
            "Was nie zählt: Ersuchen, die mit einem anderen verbunden, zurückgenommen, spät oder teilweise beantwortet, \
             beanstandet oder noch nicht beantwortet wurden, die von jemandem kommen, dessen Identität niemand bestätigt hat, die \
             ein anderes Recht oder einen anderen Umfang (Zweck, System, Kategorie oder Zeitraum) betreffen oder die gestellt \
             wurden, bevor sich Daten oder Umstände geändert haben. Jeder Mensch wird für sich gezählt, gleich wer seine Adresse, \
             seine Anwältin oder seine Worte teilt.",
            "Was eine Regel großzügiger macht: sensible Daten, nach den Zahlen unten; eine Verarbeitung, die dem Menschen schaden \
             kann (Training, Bewertung, Sperre), erhöht die Zahl um eins und halbiert die Tage; kommt beides zusammen, eins nach \
             dem anderen.",
        ]
    }

    fn rule(&self, rule: &Threshold) -> String {
        let gap = match rule.never_if_gap_days {
            0 => String::new(),
            days => format!(
                ", es sei denn, seit der letzten vollständigen Antwort sind {days} Tage vergangen"
            ),
        };
        let kinder = match (rule.sensitive_kth > rule.kth, rule.sensitive_gap_days) {
            (false, _) => String::new(),
            (true, 0) => format!(" Bei sensiblen Daten ist es das {}.", rule.sensitive_kth),
            (true, days) => {
                format!(" Bei sensiblen Daten ist es das {}., und {days} Tage.", rule.sensitive_kth)
            }
        };
        format!(
            "[{}] {} zu {} wird angesehen, wenn es mindestens das {}. seiner Art in {} Tagen ist{gap}.{kinder}",
            rule.id,
            self.right(rule.right),
            self.class(rule.class),
            rule.kth,
            rule.window_days,
        )
    }

    fn rhythm(&self, rhythm: Rhythm, first: Option<u32>) -> String {
        let name = match rhythm {
            Rhythm::Daily => "tägliche Ersuchen",
            Rhythm::Weekly => "wöchentliche",
            Rhythm::Monthly => "monatliche",
            Rhythm::Quarterly => "vierteljährliche",
        };
        match first {
            Some(n) => format!("{name}: ab dem {}", in_words(n)),
            None => format!("{name}: nie"),
        }
    }

    fn meaning(&self, rhythms: &str) -> String {
        format!(
            "Was das heißt, wenn alle vollständig und rechtzeitig beantwortet werden: {rhythms}."
        )
    }

    fn superseded(&self, record: &Record, by: &str) -> String {
        format!("[{}] gilt für nichts mehr: „{by}“ ist an ihre Stelle getreten.", record.id)
    }

    fn sources(&self, sources: &str) -> String {
        format!("Quellen: {sources}")
    }

    fn conclusion(&self, seen: u32, kth: u32, window_days: u32) -> String {
        format!(
            "Dies ist das {seen}. Ersuchen seiner Art in {window_days} Tagen; ab dem {kth}. sieht ein Mensch hin. Die Zahl allein beweist nichts: Eine Absicht müsste gezeigt werden."
        )
    }

    fn ordinary(&self, because: Because) -> &'static str {
        match because {
            Because::NoRule => "Gewöhnlich: Für dieses Recht und diese Daten gibt es keine Regel.",
            Because::SelfService => {
                "Gewöhnlich: Der Mensch kann diese Daten jederzeit selbst abrufen."
            }
            Because::Few => "Gewöhnlich: weniger als die Zahl der Regel.",
            Because::Spaced => "Gewöhnlich: lange genug nach der letzten vollständigen Antwort.",
        }
    }

    fn the_rule(&self, rule: &str) -> String {
        format!("Die Regel: {rule}")
    }

    fn counted(&self, case: &str, received_at: &str) -> String {
        format!("{case} vom {received_at} hat gezählt.")
    }

    fn excluded(&self, case: &str, reason: &str) -> String {
        format!("{case} hat nicht gezählt: {reason}.")
    }

    fn reason(&self, exclusion: Exclusion) -> &'static str {
        match exclusion {
            Exclusion::OtherRight => "es betraf ein anderes Recht",
            Exclusion::OtherScope => "es betraf andere Daten",
            Exclusion::OutsideWindow => "es liegt außerhalb des Zeitfensters",
            Exclusion::Unverified => "niemand hatte bestätigt, wer fragt",
            Exclusion::Merged => "es wurde zusammen mit einem offenen beantwortet",
            Exclusion::Withdrawn => "es wurde zurückgenommen",
            Exclusion::Unanswered => "es hat noch keine Antwort",
            Exclusion::AnsweredLate => "es wurde zu spät beantwortet",
            Exclusion::Incomplete => "die Antwort war nicht vollständig",
            Exclusion::Unidentifiable => "der Mensch konnte nicht identifiziert werden",
            Exclusion::Disputed => "der Mensch hat die Antwort beanstandet",
            Exclusion::PastFinding => {
                "es wurde abgelehnt oder kostete etwas: Ein früheres Ergebnis geht in kein neues ein"
            }
            Exclusion::SelfService => "der Mensch hatte es selbst abgerufen",
            Exclusion::BeforeChange => "die Daten oder die Umstände haben sich seitdem geändert",
        }
    }

    fn reset(&self, reset: &Reset) -> String {
        let what = match reset.why {
            ResetKind::NewData => "hatten sich die Daten geändert",
            ResetKind::NewPurpose => "kam ein neuer Zweck hinzu",
            ResetKind::NewRecipient => "kam ein neuer Empfänger hinzu",
            ResetKind::Breach => "gab es eine Datenpanne",
            ResetKind::TermsChange => "änderten sich die Bedingungen",
            ResetKind::ObjectionOutcome => "wurde über einen Widerspruch entschieden",
            ResetKind::LegalProceedings => "begann ein Verfahren",
        };
        format!("Am {} {what}: Was davor verlangt wurde, zählt nicht.", reset.at.rfc3339())
    }

    fn fewer(&self, fewer: u32) -> String {
        let plural = if fewer == 1 { "em früheren" } else { " früheren" };
        let number = if fewer == 1 { "ein".to_owned() } else { fewer.to_string() };
        format!("Mit {number}{plural} Ersuchen weniger wäre es gewöhnlich gewesen.")
    }

    fn hint(&self, hint: &Hint) -> String {
        format!(
            "Hinweis „{}“: Dies ist das {}. in {} Tagen. Er ändert nichts; ob es einen berechtigten Grund gibt, klärt die prüfende Person, ohne den Menschen zu fragen.",
            hint.id, hint.seen, hint.window_days
        )
    }

    fn right(&self, right: Reviewable) -> &'static str {
        match right {
            Reviewable::Access => "Ein Auskunftsersuchen",
            Reviewable::Rectification => "Ein Ersuchen um dieselbe Berichtigung",
            Reviewable::Erasure => "Ein Ersuchen um Löschung derselben Daten",
            Reviewable::Portability => "Ein Ersuchen um Übertragung derselben Daten",
            Reviewable::OtherObjection => "Ein mit Gründen zurückgewiesenes Widerspruchsersuchen",
            Reviewable::AutomatedDecisionReview => "Ein Ersuchen um Prüfung derselben Entscheidung",
        }
    }

    fn class(&self, class: ChangeClass) -> &'static str {
        match class {
            ChangeClass::Static => "Daten, die sich nicht mehr ändern,",
            ChangeClass::Normal => "Daten, die sich ab und zu ändern,",
            ChangeClass::Dynamic => "Daten, die sich oft ändern,",
        }
    }
}

fn in_words(n: u32) -> String {
    let words = [
        "ersten", "zweiten", "dritten", "vierten", "fünften", "sechsten", "siebten", "achten",
        "neunten", "zehnten",
    ];
    let at = usize::try_from(n).unwrap_or_default().checked_sub(1);
    at.and_then(|at| words.get(at)).map_or_else(|| format!("{n}."), |&word| word.to_owned())
}
