//! A condition of the data map, taken apart and put together again, is the same condition.

#![no_main]

use habeas::domain::matching::{Condition, Identifier, Piece};
use libfuzzer_sys::fuzz_target;

fn name(identifier: Identifier) -> &'static str {
    match identifier {
        Identifier::Account => ":account",
        Identifier::Email => ":email",
    }
}

/// Its pieces without blanks around them, and what is compared in brackets, as it is put together.
fn bare(condition: &Condition, brackets: [&str; 2]) -> Vec<Piece> {
    let [open, close] = brackets;
    let trimmed = condition.pieces().iter().map(|piece| match piece {
        Piece::Sql(sql) => Piece::Sql(sql.trim().to_owned()),
        Piece::Equals { operand, with } => {
            Piece::Equals { operand: format!("{open}{operand}{close}"), with: *with }
        }
    });
    trimmed.filter(|piece| *piece != Piece::Sql(String::new())).collect()
}

fuzz_target!(|text: &str| {
    let Ok(condition) = Condition::parse(text) else { return };
    let mut rest = text;
    let mut whole = String::new();
    for piece in condition.pieces() {
        let written = match piece {
            Piece::Sql(sql) => {
                whole.push_str(sql);
                sql
            }
            Piece::Equals { operand, with } => {
                assert!(condition.needs(*with));
                whole.push_str(&format!(" ({operand}) = {} ", name(*with)));
                operand
            }
        };
        // Nothing is made up, and nothing changes places.
        let at = rest.find(written.as_str()).expect("a piece stands in the text, in its order");
        rest = &rest[at + written.len()..];
    }
    let again = Condition::parse(&whole).expect("what was put together is a condition");
    assert_eq!(bare(&again, ["", ""]), bare(&condition, ["(", ")"]), "{whole}");
});
