//! What the filter promises, on input that tries to trick it.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;

struct Set(HashSet<String>);

impl Judge for Set {
    fn objected(&self, people: &[&str]) -> Result<Vec<bool>, String> {
        Ok(people.iter().map(|person| self.0.contains(*person)).collect())
    }
}

fn run(
    input: &[u8],
    format: Format,
    objecting: &[&str],
    on_error: OnError,
) -> Result<(Vec<u8>, Counts), FilterError> {
    let judge = Set(objecting.iter().map(|id| (*id).to_owned()).collect());
    let mut output = Vec::new();
    let options = Options { on_error, threads: 2, kind: KeyKind::Subject, progress: &|_| {} };
    text(input, &mut output, format, &judge, &options).map(|counts| (output, counts))
}

fn jsonl(input: &str, objecting: &[&str]) -> Result<String, String> {
    run(input.as_bytes(), Format::Jsonl(Field::parse("id")), objecting, OnError::Fail)
        .map(|(out, _)| String::from_utf8(out).unwrap())
        .map_err(|error| error.to_string())
}

fn csv(input: &str, objecting: &[&str]) -> Result<String, String> {
    run(input.as_bytes(), Format::Csv("id".into()), objecting, OnError::Fail)
        .map(|(out, _)| String::from_utf8(out).unwrap())
        .map_err(|error| error.to_string())
}

#[test]
fn an_id_is_found_however_it_is_written_and_lines_are_copied_byte_for_byte() {
    let input = concat!(
        r#"{"id":"a\u0062c","n":1}"#,
        "\n",
        r#"  { "n" : {"id":"zoe"}, "id" : 42 , "x":[{"id":"42"}] }"#,
        "\r\n",
        "\r\n",
        r#"{"\u0069d":"zo\u00eb"}"#,
        "\n",
        "\n",
        r#"{"id":"zoë","text":"\"id\":\"abc\""}"#,
        "\n",
        r#"{"id":-7}"#,
    );
    let lines: Vec<&str> = input.split_inclusive('\n').collect();
    let without = |left_out: &[usize]| -> String {
        let kept = lines.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
        kept.map(|(_, line)| *line).collect()
    };
    assert_eq!(jsonl(input, &[]).unwrap(), input);
    assert_eq!(jsonl(input, &["abc"]).unwrap(), without(&[0]));
    assert_eq!(jsonl(input, &["42"]).unwrap(), without(&[1]));
    assert_eq!(jsonl(input, &["zoë"]).unwrap(), without(&[3, 5]));
    assert_eq!(jsonl(input, &["zoe", "id", "Abc", "042"]).unwrap(), input);
    assert_eq!(jsonl(input, &["-7"]).unwrap(), without(&[6]));
}

#[test]
fn what_could_be_read_in_two_ways_is_an_error_with_its_line() {
    for (line, what) in [
        (r#"{"id":"a","id":"b"}"#, "twice"),
        (r#"{"id":"a","\u0069d":"b"}"#, "twice"),
        (r#"{"ID":"a"}"#, "missing"),
        (r#"{"id":1.0}"#, "whole number"),
        (r#"{"id":1e3}"#, "whole number"),
        (r#"{"id":123456789012345678901}"#, "whole number"),
        (r#"{"id":null}"#, "whole number"),
        (r#"{"id":true}"#, "whole number"),
        (r#"{"id":["a"]}"#, "whole number"),
        (r#"{"id":{"id":"a"}}"#, "whole number"),
        (r#"{"id":""}"#, "empty"),
        (r#"{"id":"a "}"#, "begins or ends"),
        (r#"{"id":"\u200ba"}"#, "begins or ends"),
        (r#"{"id":"\ufeffa"}"#, "begins or ends"),
        (r#"{"id":"a\u0000"}"#, "begins or ends"),
        (r#"{"id":"a\u0000b"}"#, "NUL"),
        (r#"{"id":"42.0"}"#, "a fraction or an exponent"),
        (r#"["id","a"]"#, "not an object"),
        (r#"{"id":"a"} {"id":"b"}"#, "not valid JSON"),
        (r#"{"id":"a""#, "not valid JSON"),
        (r#"{"id":"\ud800"}"#, "not valid JSON"),
        (r#"{"id":"a",}"#, "not valid JSON"),
        ("\u{feff}{\"id\":\"a\"}", "not valid JSON"),
    ] {
        let input = format!("{{\"id\":\"fine\"}}\n\n{line}\n");
        let error = jsonl(&input, &["a", "b"]).unwrap_err();
        assert!(error.starts_with("line 3: ") && error.contains(what), "{line}: {error}");
        let format = Format::Jsonl(Field::parse("id"));
        let (kept, counts) = run(input.as_bytes(), format, &[], OnError::Skip).unwrap();
        assert_eq!(kept, b"{\"id\":\"fine\"}\n\n");
        assert_eq!(counts, Counts { kept: 1, dropped: 0, skipped: 1 });
    }
    let raw = b"{\"id\":\"a\0b\"}";
    assert!(run(raw, Format::Jsonl(Field::parse("id")), &[], OnError::Fail).is_err());
}

#[test]
fn a_line_that_is_not_utf_8_is_an_error_wherever_in_it_the_byte_stands() {
    for line in [b"{\"id\":\"a\xff\"}\n".as_slice(), b"{\"id\":\"a\",\"x\":\"\xff\"}\n"] {
        let input = [b"{\"id\":\"b\"}\n".as_slice(), line].concat();
        let format = || Format::Jsonl(Field::parse("id"));
        let error = run(&input, format(), &[], OnError::Fail).unwrap_err().to_string();
        assert!(error.starts_with("line 2: the line is not UTF-8"), "{error}");
        assert_eq!(run(&input, format(), &[], OnError::Skip).unwrap().1.skipped, 1);
    }
    for line in [b"a\xff,1\n".as_slice(), b"a,\xff\n", b"a,\"b\n\xff\"\n"] {
        let input = [b"id,x\nb,2\n".as_slice(), line].concat();
        let error = run(&input, Format::Csv("id".into()), &[], OnError::Fail).unwrap_err();
        assert!(error.to_string().starts_with("line 3: the line is not UTF-8"), "{error}");
    }
    let header = run(b"id,\xff\n", Format::Csv("id".into()), &[], OnError::Skip).unwrap_err();
    assert_eq!(header.to_string(), "the header: the line is not UTF-8");
}

#[test]
fn an_address_is_found_in_every_spelling_and_what_is_none_is_an_error() {
    let judge = Set(HashSet::from(["zo\u{eb}@xn--bcher-kva.example".to_owned()]));
    let by_address = |input: &str, format: Format| {
        let mut output = Vec::new();
        let options = Options {
            on_error: OnError::Fail,
            threads: 2,
            kind: KeyKind::Email,
            progress: &|_| {},
        };
        text(input.as_bytes(), &mut output, format, &judge, &options)
            .map(|_| String::from_utf8(output).unwrap())
            .map_err(|error| error.to_string())
    };
    let other = "email,n\n\"Ada@Example.org\",0\n";
    let input =
        format!("{other}ZO\u{cb}@B\u{fc}cher.example,1\n\" zoe\u{308}@XN--BCHER-KVA.example\",2\n");
    assert_eq!(by_address(&input, Format::Csv("email".into())).unwrap(), other);
    for wrong in
        ["u-1", "Zo\u{eb} <zo\u{eb}@example.org>", "mailto:ada@example.org", "a@example..org"]
    {
        let input = format!("{{\"m\":\"{wrong}\"}}\n");
        let error = by_address(&input, Format::Jsonl(Field::parse("m"))).unwrap_err();
        assert!(error.starts_with("line 1: the address is not one"), "{error}");
    }
    let error = by_address("{\"m\":42}\n", Format::Jsonl(Field::parse("m"))).unwrap_err();
    assert!(error.starts_with("line 1: the address is not one"), "{error}");
}

#[test]
fn a_nested_field_is_named_by_a_pointer_and_by_nothing_else() {
    let input = "{\"id\":\"top\",\"user\":{\"id\":\"deep\",\"a/b\":\"slash\"}}\n";
    let by = |field: &str, objecting: &str| {
        run(input.as_bytes(), Format::Jsonl(Field::parse(field)), &[objecting], OnError::Fail)
            .map(|(_, counts)| counts.dropped)
            .map_err(|error| error.to_string())
    };
    assert_eq!(by("/user/id", "deep"), Ok(1));
    assert_eq!(by("/user/a~1b", "slash"), Ok(1));
    assert_eq!(by("/user/id", "top"), Ok(0));
    assert!(by("user.id", "deep").unwrap_err().contains("missing"));
    assert!(by("/id/id", "top").unwrap_err().contains("not an object"));
}

#[test]
fn csv_is_read_strictly_and_copied_byte_for_byte() {
    let input = "\u{feff}text,id\r\n\"a \"\"quoted\"\" word, and\r\na break\",u-1\r\n\r\nplain,\"u-2\"\nlast,\"u\"\"3\"";
    assert_eq!(csv(input, &[]).unwrap(), input);
    assert_eq!(csv(input, &["u-2"]).unwrap(), input.replace("plain,\"u-2\"\n", ""));
    assert_eq!(csv(input, &["u\"3"]).unwrap(), input.replace("last,\"u\"\"3\"", ""));
    let first = input.find("u-1\r\n").unwrap() + 5;
    let header = "\u{feff}text,id\r\n".len();
    assert_eq!(csv(input, &["u-1"]).unwrap(), [&input[..header], &input[first..]].concat());
    for (input, what) in [
        ("id,text\n1,\"open\n2,foo\n", "line 2: a quote is never closed"),
        ("id,text\n1,a\"b\n", "line 2: a quote stands inside"),
        ("id,text\n1,\"a\"b\n", "line 2: text stands after"),
        ("id,text\n1,a\rb\n", "line 2: a carriage return"),
        ("id,text\n\n1,\"a\nb\"\n2\n", "line 5: it has more or fewer fields"),
        ("id,text\n,a\n", "line 2: the id is empty"),
        ("id,text\n\"u-1 \",a\n", "line 2: the id begins or ends"),
        ("id,text\n\u{feff}u-1,a\n", "line 2: the id begins or ends"),
        ("id,text\n\"u-1\r\n\",a\n", "line 2: the id begins or ends"),
        ("id,text\n42.0,a\n", "line 2: the id is a number with a fraction"),
        ("id,text\n4.2e1,a\n", "line 2: the id is a number with a fraction"),
        ("id,id\n1,2\n", "names `id` twice"),
        ("name\n1\n", "does not name `id`"),
        ("", "does not name `id`"),
    ] {
        let error = csv(input, &[]).unwrap_err();
        assert!(error.contains(what), "{input:?}: {error}");
    }
    let lost = run(b"id,t\n1,\"a\"b\n2,c\n", Format::Csv("id".into()), &[], OnError::Skip);
    assert!(lost.is_err(), "where a record ends nobody knows: that is never skipped");
}

#[test]
fn a_line_of_a_hundred_megabytes_is_one_record() {
    let long = "x".repeat(100 << 20);
    let input = format!("{{\"id\":\"a\"}}\n{{\"id\":\"b\",\"x\":\"{long}\"}}\n{{\"id\":\"c\"}}\n");
    assert_eq!(jsonl(&input, &["b"]).unwrap(), "{\"id\":\"a\"}\n{\"id\":\"c\"}\n");
    assert_eq!(jsonl(&input, &["a"]).unwrap().len(), input.len() - 11);
}

#[test]
fn a_reader_or_writer_that_breaks_is_an_error_and_a_judge_that_fails_too() {
    struct Breaks;
    impl Read for Breaks {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
    }
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::other("full"))
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    struct Silent;
    impl Judge for Silent {
        fn objected(&self, _: &[&str]) -> Result<Vec<bool>, String> {
            Err("the gateway does not answer".into())
        }
    }
    let options =
        Options { on_error: OnError::Fail, threads: 2, kind: KeyKind::Subject, progress: &|_| {} };
    let format = || Format::Jsonl(Field::parse("id"));
    let many = "{\"id\":\"a\"}\n".repeat(1_000_000);
    let nobody = Set(HashSet::new());
    let broken = (b"{\"id\":\"a\"}\n".as_slice()).chain(Breaks);
    assert!(text(broken, &mut Vec::new(), format(), &nobody, &options).is_err());
    assert!(text(many.as_bytes(), &mut Full, format(), &nobody, &options).is_err());
    assert!(text(many.as_bytes(), &mut Vec::new(), format(), &Silent, &options).is_err());
}

proptest! {
    #[test]
    fn exactly_the_records_of_objecting_people_are_missing(
        records in proptest::collection::vec((0u8..20, ".{0,40}", any::<bool>()), 0..60),
        objecting in proptest::collection::hash_set(0u8..20, 0..10),
    ) {
        let names: Vec<String> = objecting.iter().map(ToString::to_string).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let line = |(id, text, as_number): &(u8, String, bool)| {
            let id = if *as_number { serde_json::json!(id) } else { serde_json::json!(id.to_string()) };
            format!("{}\n", serde_json::json!({ "text": text, "id": id }))
        };
        let all: String = records.iter().map(line).collect();
        let kept: String = records.iter().filter(|r| !objecting.contains(&r.0)).map(line).collect();
        prop_assert_eq!(jsonl(&all, &names).unwrap(), kept);
        let row = |(id, text, _): &(u8, String, bool)| {
            format!("\"{}\",{id}\r\n", text.replace('"', "\"\""))
        };
        let all: String = records.iter().map(row).collect();
        let kept: String = records.iter().filter(|r| !objecting.contains(&r.0)).map(row).collect();
        let header = "text,id\n";
        prop_assert_eq!(csv(&format!("{header}{all}"), &names).unwrap(), format!("{header}{kept}"));
    }
}
