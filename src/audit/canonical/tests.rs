use std::collections::{BTreeMap, HashMap};

use proptest::prelude::*;
use serde_json::json;

use super::*;

fn text(value: &impl Serialize) -> String {
    String::from_utf8(to_vec(value).unwrap()).unwrap()
}

#[derive(Serialize)]
enum Shape {
    Unit,
    Newtype(u8),
    Tuple(u8, i8),
    Struct { z: u8, a: Option<&'static str> },
}

#[derive(Serialize)]
struct Payload<'a> {
    reference: &'a str,
    due: i64,
    #[serde(flatten)]
    rest: BTreeMap<&'a str, Value>,
}

#[test]
fn only_what_must_be_escaped_is_escaped() {
    let every: String = ('\0'..=' ').chain(['"', '\\', '/', '\u{7f}', '€', '😀']).collect();
    let expected = concat!(
        r#""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#,
        r#"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d"#,
        r#"\u001e\u001f \"\\/"#,
        "\u{7f}€😀\""
    );
    assert_eq!(text(&every), expected);
}

#[test]
fn keys_are_sorted_by_utf_16_code_units() {
    // The keys of the example in RFC 8785, section 3.2.3, in the order it asks for.
    let sorted = ["\r", "1", "\u{80}", "\u{f6}", "\u{20ac}", "\u{1f600}", "\u{fb33}"];
    for turn in 0..sorted.len() {
        let mut keys = sorted;
        keys.rotate_left(turn);
        let object: serde_json::Map<_, _> =
            keys.iter().map(|key| ((*key).to_owned(), json!(0))).collect();
        let expected = sorted.map(|key| format!("{}:0", serde_json::to_string(key).unwrap()));
        assert_eq!(text(&object), format!("{{{}}}", expected.join(",")));
    }
}

#[test]
fn a_key_comes_before_the_keys_it_begins() {
    let map: HashMap<&str, u8> = [("a!", 1), ("a", 2), ("a b", 3), ("aa", 4), ("", 5)].into();
    assert_eq!(text(&map), r#"{"":5,"a":2,"a b":3,"a!":1,"aa":4}"#);
    let map: HashMap<&str, u8> = [("a\"", 1), ("a!", 2), ("a#", 3), ("ä", 4)].into();
    assert_eq!(text(&map), r#"{"a!":2,"a\"":1,"a#":3,"ä":4}"#);
}

#[test]
fn structs_and_variants_are_written_as_serde_json_does_but_sorted() {
    let payload = Payload {
        reference: "case_01",
        due: -5,
        rest: [("kind", json!({"b": [], "a": [null, true, "x"]})), ("a", json!({}))].into(),
    };
    let expected = r#"{"a":{},"due":-5,"kind":{"a":[null,true,"x"],"b":[]},"reference":"case_01"}"#;
    assert_eq!(text(&payload), expected);
    let shapes = [
        Shape::Unit,
        Shape::Newtype(1),
        Shape::Tuple(1, -1),
        Shape::Struct { z: 1, a: Some("y") },
        Shape::Struct { z: 1, a: None },
    ];
    assert_eq!(
        text(&shapes),
        concat!(
            r#"["Unit",{"Newtype":1},{"Tuple":[1,-1]},{"Struct":{"a":"y","z":1}},"#,
            r#"{"Struct":{"a":null,"z":1}}]"#
        )
    );
}

#[test]
fn whole_numbers_are_exact_and_others_refused() {
    let max = i64::try_from(WHOLE_MAX).unwrap();
    assert_eq!(text(&[max, -max, 0, 7]), "[9007199254740992,-9007199254740992,0,7]");
    assert_eq!(to_vec(&(max + 1)), Err(CanonicalError::TooLarge));
    assert_eq!(to_vec(&(-max - 1)), Err(CanonicalError::TooLarge));
    assert_eq!(to_vec(&i64::MIN), Err(CanonicalError::TooLarge));
    assert_eq!(to_vec(&u128::MAX), Err(CanonicalError::TooLarge));
    for float in [1.0, 0.5, f64::NAN, f64::INFINITY] {
        assert_eq!(to_vec(&float), Err(CanonicalError::Fraction));
    }
}

#[test]
fn keys_are_strings_and_occur_once() {
    assert_eq!(to_vec(&HashMap::from([(1, 2)])), Err(CanonicalError::Key));
    assert_eq!(to_vec(&HashMap::from([((1, 2), 2)])), Err(CanonicalError::Key));
    let twice = Payload { reference: "", due: 0, rest: [("due", json!(1))].into() };
    assert_eq!(to_vec(&twice), Err(CanonicalError::DuplicateKey));
}

#[test]
fn other_spellings_are_not_read() {
    assert_eq!(parse_strict(br#"{"a":[1,"\n"]}"#), Ok(json!({"a": [1, "\n"]})));
    for other in [
        r#"{"a":1,"a":1}"#,
        r#"{"b":1,"a":1}"#,
        r#"{"a": 1}"#,
        "1\n",
        r#""\u000a""#,
        r#""\/""#,
        r#""\u0061""#,
        r#""\u001F""#,
        "-0",
    ] {
        let refused = parse_strict(other.as_bytes());
        let expected = [CanonicalError::NotCanonical, CanonicalError::Fraction];
        assert!(expected.contains(&refused.unwrap_err()), "{other}");
    }
    assert_eq!(parse_strict(b"1.0"), Err(CanonicalError::Fraction));
    assert_eq!(parse_strict(b"1e3"), Err(CanonicalError::Fraction));
    assert_eq!(parse_strict(b"9007199254740993"), Err(CanonicalError::TooLarge));
    assert_eq!(parse_strict(b"{\n "), Err(CanonicalError::Json { line: 2, column: 1 }));
    assert!(parse_strict(b"\xff").is_err());
    assert!(parse_strict(br#""\ud800""#).is_err());
    assert!(parse_strict("[".repeat(100_000).as_bytes()).is_err());
}

fn any_json() -> impl Strategy<Value = Value> {
    let max = i64::try_from(WHOLE_MAX).unwrap();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-max..=max).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::hash_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_back(value in any_json()) {
        let bytes = of_value(&value).unwrap();
        prop_assert_eq!(parse_strict(&bytes).unwrap(), value);
    }

    #[test]
    fn no_second_text_is_read_as_the_same_value(value in any_json(), at: usize, byte: u8) {
        let bytes = of_value(&value).unwrap();
        let mut other = bytes.clone();
        let at = at % other.len();
        other[at] = byte;
        if let Ok(read) = parse_strict(&other) {
            prop_assert_eq!(read == value, other == bytes);
        }
    }
}
