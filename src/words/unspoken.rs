//! What somebody reads first whose language we do not write letters in: that we do not, in that language.

/// The sentence, for a tag such as `sv-SE`. Nothing for a language that even this cannot be said in.
pub fn unspoken(tag: &str) -> Option<&'static str> {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    SENTENCES.iter().find(|(code, _)| *code == primary).map(|(_, sentence)| *sentence)
}

/// The official languages of the Union that we have no letters in, and those of Iceland and Norway.
const SENTENCES: [(&str, &str); 20] = [
    ("bg", "Нямаме това писмо на Вашия език."),
    ("cs", "Tento dopis ve vašem jazyce nemáme."),
    ("da", "Vi har ikke dette brev på dit sprog."),
    ("el", "Δεν έχουμε αυτή την επιστολή στη γλώσσα σας."),
    ("et", "Meil ei ole seda kirja teie keeles."),
    ("fi", "Meillä ei ole tätä kirjettä teidän kielellänne."),
    ("ga", "Níl an litir seo againn i do theanga féin."),
    ("hr", "Ovo pismo nemamo na Vašem jeziku."),
    ("hu", "Ez a levél nem áll rendelkezésre az Ön nyelvén."),
    ("is", "Við eigum þetta bréf ekki á þínu máli."),
    ("lt", "Šio laiško neturime jūsų kalba."),
    ("lv", "Mums nav šīs vēstules jūsu valodā."),
    ("mt", "M'għandniex din l-ittra bil-lingwa tiegħek."),
    ("nb", "Vi har ikke dette brevet på ditt språk."),
    ("nn", "Vi har ikkje dette brevet på språket ditt."),
    ("no", "Vi har ikke dette brevet på ditt språk."),
    ("ro", "Nu avem această scrisoare în limba dumneavoastră."),
    ("sk", "Tento list vo vašom jazyku nemáme."),
    ("sl", "Tega pisma nimamo v vašem jeziku."),
    ("sv", "Vi har inte det här brevet på ditt språk."),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn it_is_said_in_what_was_asked_and_never_of_a_language_that_we_have() {
        assert_eq!(unspoken("sv-FI"), Some("Vi har inte det här brevet på ditt språk."));
        assert_eq!(unspoken("DA_dk"), unspoken("da"));
        assert_eq!(unspoken("tlh"), None);
        assert!(SENTENCES.is_sorted(), "in order, none twice");
        assert!(Language::ALL.iter().all(|ours| unspoken(ours.code()).is_none()));
    }
}
