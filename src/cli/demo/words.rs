//! Words that the sample company is made of.

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

pub(super) const CITIES: [&str; 6] = ["Lyon", "Gand", "Köln", "Cork", "Namur", "Nantes"];

pub(super) const TITLES: [&str; 8] = [
    "A letter to the landlord",
    "Recettes pour six",
    "Homework on fractions",
    "My back pain",
    "Bewerbung als Gärtner",
    "Names for a boat",
    "Un voyage à Porto",
    "Why is the sky blue",
];

pub(super) const BODIES: [&str; 12] = [
    "Could you make this sound more polite?",
    "Here is a shorter version.",
    "Combien de farine pour douze crêpes ?",
    "It hurts mostly in the morning.",
    "You may want to see a doctor about that.",
    "Ich suche eine Stelle in der Nähe von Bonn.",
    "The children are seven and nine.",
    "Merci, c'est parfait.",
    "Please explain it as to a ten-year-old.",
    "My rent went up by eleven percent.",
    "That is a fine name for a boat.",
    "No, I meant the other train.",
];

pub(super) const HOSTILE: [&str; 7] = [
    "<script>alert('x')</script>",
    "=HYPERLINK(\"https://example.org\";\"click\")",
    "line one\nline two\r\nline three",
    "🦉 said \"hoot\", then 'left'",
    "مرحبا بالعالم",
    "</td></tr></table><h1>gone",
    "-1+1; DROP TABLE users",
];
