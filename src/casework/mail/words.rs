//! What a mail says, in the language of whoever reads it.

use crate::domain::language::Language;
use crate::words::{self, Mails};

use crate::casework::Office;
use crate::casework::mail::Says;

/// The subject, and the text.
pub(crate) fn written(office: &Office, language: Language, says: &Says) -> (String, String) {
    let say = Mails(language);
    let url = |path: &str| format!("{}/{path}", office.signals.public_url.trim_end_matches('/'));
    let request = |reference| url(&format!("requests/{reference}"));
    let (subject, lines) = match says {
        Says::Receipt { reference, due } => {
            let due = words::weekday_and_day(language, *due);
            let about = say.receipt(&reference.to_string(), &due);
            (say.receipt_subject(), vec![about, say.follow(), request(*reference)])
        }
        Says::ObjectionRecorded { reference, choices } => {
            let mut lines = vec![say.stopped()];
            if let Some(reference) = reference {
                lines.extend([say.follow_it(&reference.to_string()), request(*reference)]);
            }
            lines.push(say.stopped_by_you());
            lines.extend(choices.iter().map(|token| url(&format!("o/{token}"))));
            (say.stopped_subject(), lines)
        }
        Says::SignIn { token, code } => {
            let link = url(&format!("sign-in/{token}"));
            let (first, second) = code.split_at_checked(4).unwrap_or((code, ""));
            let code = format!("{first} {second}");
            let lines = vec![say.way_in(), link, say.code(), code, say.not_you()];
            (say.sign_in_subject(), lines)
        }
        Says::LetterWaits { reference } => {
            let about = say.letter(&reference.to_string());
            (say.letter_subject(), vec![about, request(*reference)])
        }
        Says::AnswerReady { reference } => {
            let about = say.answer(&reference.to_string());
            (say.answer_subject(), vec![about, request(*reference)])
        }
    };
    let foot = say.foot(&office.controller, &office.signals.contact);
    let text = format!("{}\n\n{foot}\n", lines.join("\n\n"));
    (subject, text)
}
