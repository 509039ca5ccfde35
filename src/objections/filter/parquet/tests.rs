//! Files that a copy could change: deep levels, old times, types of every age, metadata.

use std::collections::HashSet;

use bytes::Bytes;
use parquet::basic::{GzipLevel, ZstdLevel};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DoubleType, FixedLenByteArray, FixedLenByteArrayType,
    Int32Type, Int64Type, Int96, Int96Type,
};
use parquet::file::metadata::{KeyValue, SortingColumn};
use parquet::file::properties::{WriterPropertiesBuilder, WriterVersion};
use parquet::file::writer::SerializedRowGroupWriter;
use parquet::record::Row;
use parquet::schema::parser::parse_message_type;

use super::*;
use crate::objections::person::KeyKind;

struct Set(HashSet<String>);

impl Judge for Set {
    fn objected(&self, people: &[&str]) -> Result<Vec<bool>, String> {
        Ok(people.iter().map(|person| self.0.contains(*person)).collect())
    }
}

type Group<'g, 'w> = &'g mut SerializedRowGroupWriter<'w, Vec<u8>>;

type Fill<'f> = &'f dyn Fn(Group<'_, '_>);

fn file(schema: &str, properties: WriterPropertiesBuilder, groups: &[Fill<'_>]) -> Bytes {
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut writer =
        SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties.build())).unwrap();
    for fill in groups {
        let mut group = writer.next_row_group().unwrap();
        fill(&mut group);
        group.close().unwrap();
    }
    writer.into_inner().unwrap().into()
}

fn put<T: DataType>(
    group: Group<'_, '_>,
    values: &[T::T],
    definitions: Option<&[i16]>,
    repetitions: Option<&[i16]>,
) {
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<T>().write_batch(values, definitions, repetitions).unwrap();
    column.close().unwrap();
}

fn texts(values: &[&str]) -> Vec<ByteArray> {
    values.iter().map(|value| ByteArray::from(*value)).collect()
}

fn filtered(
    input: &Bytes,
    field: &str,
    objecting: &[&str],
    on_error: OnError,
) -> Result<(Bytes, Counts), String> {
    let judge = Set(objecting.iter().map(|id| (*id).to_owned()).collect());
    let options = Options { on_error, threads: 1, kind: KeyKind::Subject, progress: &|_| {} };
    let mut output = Vec::new();
    rows(input.clone(), &mut output, field, &judge, &options)
        .map(|counts| (output.into(), counts))
        .map_err(|error| error.to_string())
}

fn without(input: &Bytes, field: &str, objecting: &[&str]) -> Bytes {
    filtered(input, field, objecting, OnError::Fail).unwrap().0
}

fn read(input: &Bytes) -> Vec<Row> {
    let reader = SerializedFileReader::new(input.clone()).unwrap();
    let rows = reader.get_row_iter(None).unwrap();
    rows.map(Result::unwrap).collect()
}

fn metadata(input: &Bytes) -> ParquetMetaData {
    SerializedFileReader::new(input.clone()).unwrap().metadata().clone()
}

/// How many of the two rows, `u-1` and another, stay when `u-1` objects.
fn kept(input: &Bytes, objecting: &str) -> Result<u64, String> {
    filtered(input, "id", &[objecting], OnError::Fail).map(|(_, counts)| counts.kept)
}

const NESTED: &str = "
message people {
    REQUIRED GROUP meta { OPTIONAL BYTE_ARRAY id (STRING); }
    OPTIONAL GROUP tags (LIST) { REPEATED GROUP list { OPTIONAL BYTE_ARRAY element (STRING); } }
    OPTIONAL GROUP deep (LIST) { REPEATED GROUP list { OPTIONAL GROUP element (LIST) {
        REPEATED GROUP list { REQUIRED INT32 element; } } } }
    REQUIRED BOOLEAN flag;
}";

/// Four people; tags [a, null], null, [], [b]; deep [[1, 2], []], [[3], [4]], null, [null, [5]].
fn nested() -> Bytes {
    file(
        NESTED,
        WriterProperties::builder(),
        &[&|group| {
            put::<ByteArrayType>(group, &texts(&["u-1", "u-2", "u-3", "u-4"]), Some(&[1; 4]), None);
            let levels = ([3, 2, 0, 1, 3], [0, 1, 0, 0, 0]);
            put::<ByteArrayType>(group, &texts(&["a", "b"]), Some(&levels.0), Some(&levels.1));
            let levels = ([4, 4, 3, 4, 4, 0, 2, 4], [0, 2, 1, 0, 1, 0, 0, 1]);
            put::<Int32Type>(group, &[1, 2, 3, 4, 5], Some(&levels.0), Some(&levels.1));
            put::<BoolType>(group, &[true, false, true, false], None, None);
        }],
    )
}

#[test]
fn lists_in_lists_keep_their_rows_whoever_is_left_out() {
    let input = nested();
    let all = read(&input);
    for mask in 0u32..16 {
        let objects = |at: usize| mask & (1 << at) != 0;
        let objecting: Vec<String> =
            (0..4).filter(|at| objects(*at)).map(|at| format!("u-{}", at + 1)).collect();
        let objecting: Vec<&str> = objecting.iter().map(String::as_str).collect();
        let expected: Vec<&Row> =
            all.iter().enumerate().filter(|(at, _)| !objects(*at)).map(|(_, row)| row).collect();
        let output = without(&input, "/meta/id", &objecting);
        assert_eq!(read(&output).iter().collect::<Vec<_>>(), expected, "{objecting:?}");
    }
}

#[test]
fn many_rows_in_several_groups_keep_their_order_and_empty_groups_vanish() {
    let group = |from: i64| {
        move |group: Group<'_, '_>| {
            let ids: Vec<i64> = (from..from + 40_000).collect();
            put::<Int64Type>(group, &ids, None, None);
            // Of every three rows one has no entry, one has one, one has two.
            let entries = ids.iter().flat_map(|n| match n % 3 {
                0 => vec![(None, 0)],
                1 => vec![(Some(*n), 0)],
                _ => vec![(Some(*n), 0), (Some(-n), 1)],
            });
            let entries: Vec<(Option<i64>, i16)> = entries.collect();
            let values: Vec<i64> = entries.iter().filter_map(|(value, _)| *value).collect();
            let definitions: Vec<i16> = entries.iter().map(|e| e.0.is_some().into()).collect();
            let repetitions: Vec<i16> = entries.iter().map(|e| e.1).collect();
            put::<Int64Type>(group, &values, Some(&definitions), Some(&repetitions));
        }
    };
    let schema = "message m { REQUIRED INT64 id; REPEATED INT64 n; }";
    let (first, second, third) = (group(0), group(40_000), group(80_000));
    let input = file(schema, WriterProperties::builder(), &[&first, &second, &third]);
    let objects = |n: i64| (40_000..80_000).contains(&n) || n % 7 == 0;
    let objecting: Vec<String> =
        (0..120_000).filter(|n| objects(*n)).map(|n| n.to_string()).collect();
    let objecting: Vec<&str> = objecting.iter().map(String::as_str).collect();
    let output = without(&input, "id", &objecting);
    let expected: Vec<Row> =
        (0..).zip(read(&input)).filter(|(n, _)| !objects(*n)).map(|r| r.1).collect();
    assert_eq!(read(&output), expected);
    assert_eq!(metadata(&output).num_row_groups(), 2);
    let everybody: Vec<String> = (0..120_000).map(|n| n.to_string()).collect();
    let everybody: Vec<&str> = everybody.iter().map(String::as_str).collect();
    assert_eq!(read(&without(&input, "id", &everybody)), Vec::<Row>::new());
}

#[test]
fn what_a_file_says_about_itself_and_its_columns_stays() {
    let schema = "
    message odd {
        REQUIRED BYTE_ARRAY id (STRING) = 7;
        OPTIONAL INT96 at;
        REQUIRED FIXED_LEN_BYTE_ARRAY (16) uuid (UUID);
        REQUIRED FIXED_LEN_BYTE_ARRAY (12) span (INTERVAL);
        REQUIRED FIXED_LEN_BYTE_ARRAY (2) half (FLOAT16);
        REQUIRED BYTE_ARRAY doc (JSON);
        REQUIRED INT64 ns (TIMESTAMP(NANOS, false));
        REQUIRED DOUBLE score;
    }";
    let far = |days: u32| {
        let mut time = Int96::new();
        time.set_data(u32::MAX, 7, days);
        time
    };
    let bytes = |length: usize| {
        let some = |first: u8| FixedLenByteArray::from(ByteArray::from(vec![first; length]));
        [some(1), some(2)]
    };
    let nan = f64::from_bits(0x7ff8_0000_dead_beef);
    let sorted = vec![SortingColumn { column_idx: 0, descending: false, nulls_first: true }];
    let about = vec![
        KeyValue::new("ARROW:schema".into(), "whatever it is".to_owned()),
        KeyValue::new("org.apache.spark.legacyDateTime".into(), None),
    ];
    let properties = WriterProperties::builder()
        .set_created_by("parquet-mr version 1.10.1 (build abc)".into())
        .set_key_value_metadata(Some(about.clone()))
        .set_sorting_columns(Some(sorted.clone()));
    let input = file(
        schema,
        properties,
        &[&|group| {
            put::<ByteArrayType>(group, &texts(&["u-1", "u-2"]), None, None);
            put::<Int96Type>(group, &[far(u32::MAX), far(0)], Some(&[1, 1]), None);
            put::<FixedLenByteArrayType>(group, &bytes(16), None, None);
            put::<FixedLenByteArrayType>(group, &bytes(12), None, None);
            put::<FixedLenByteArrayType>(group, &bytes(2), None, None);
            put::<ByteArrayType>(group, &texts(&["{}", "not JSON"]), None, None);
            put::<Int64Type>(group, &[i64::MIN, i64::MAX], None, None);
            put::<DoubleType>(group, &[nan, -0.0], None, None);
        }],
    );
    let output = without(&input, "id", &[]);
    let (before, after) = (metadata(&input), metadata(&output));
    let (before, after) = (before.file_metadata().clone(), (after.file_metadata().clone(), after));
    assert_eq!(after.0.schema_descr().root_schema(), before.schema_descr().root_schema());
    assert_eq!(after.0.key_value_metadata(), Some(&about));
    assert_eq!(after.0.created_by(), before.created_by());
    assert_eq!(after.1.row_group(0).sorting_columns(), Some(&sorted));
    let column = |input: &Bytes, at: usize| {
        let reader = SerializedFileReader::new(input.clone()).unwrap();
        reader.get_row_group(0).unwrap().get_column_reader(at).unwrap()
    };
    let times = |input: &Bytes| {
        let mut values = Vec::new();
        let mut reader = Int96Type::get_column_reader(column(input, 1)).unwrap();
        reader.read_records(9, Some(&mut Vec::new()), None, &mut values).unwrap();
        values
    };
    assert_eq!(times(&output), [far(u32::MAX), far(0)]);
    let scores = |input: &Bytes| -> Vec<u64> {
        let mut values = Vec::new();
        let mut reader = DoubleType::get_column_reader(column(input, 7)).unwrap();
        reader.read_records(9, None, None, &mut values).unwrap();
        values.iter().map(|value: &f64| value.to_bits()).collect()
    };
    assert_eq!(scores(&output), [nan.to_bits(), (-0.0f64).to_bits()]);
}

#[test]
fn ids_are_text_uuids_and_whole_numbers_of_every_age_and_nothing_else() {
    let one = |kind: &str, fill: Fill<'_>| {
        file(&format!("message m {{ REQUIRED {kind}; }}"), WriterProperties::builder(), &[fill])
    };
    let text =
        |group: Group<'_, '_>| put::<ByteArrayType>(group, &texts(&["u-1", "u-2"]), None, None);
    for kind in
        ["BYTE_ARRAY id (STRING)", "BYTE_ARRAY id (UTF8)", "BYTE_ARRAY id (ENUM)", "BYTE_ARRAY id"]
    {
        assert_eq!(kept(&one(kind, &text), "u-1"), Ok(1), "{kind}");
    }
    let small = |group: Group<'_, '_>| put::<Int32Type>(group, &[7, -1], None, None);
    for (kind, minus) in [
        ("INT32 id", "-1"),
        ("INT32 id (INTEGER(8,true))", "-1"),
        ("INT32 id (DECIMAL(9,0))", "-1"),
        ("INT32 id (INTEGER(32,false))", "4294967295"),
        ("INT32 id (UINT_32)", "4294967295"),
    ] {
        assert_eq!(kept(&one(kind, &small), "7"), Ok(1), "{kind}");
        assert_eq!(kept(&one(kind, &small), minus), Ok(1), "{kind}");
    }
    let large = |group: Group<'_, '_>| put::<Int64Type>(group, &[7, -1], None, None);
    for (kind, minus) in [
        ("INT64 id", "-1"),
        ("INT64 id (DECIMAL(18,0))", "-1"),
        ("INT64 id (INTEGER(64,false))", "18446744073709551615"),
    ] {
        assert_eq!(kept(&one(kind, &large), "7"), Ok(1), "{kind}");
        assert_eq!(kept(&one(kind, &large), minus), Ok(1), "{kind}");
    }
    let fixed = |values: [Vec<u8>; 2]| {
        move |group: Group<'_, '_>| {
            let values =
                values.clone().map(|value| FixedLenByteArray::from(ByteArray::from(value)));
            put::<FixedLenByteArrayType>(group, &values, None, None);
        }
    };
    let ids = [vec![0xab; 16], vec![0; 16]];
    let uuids = one("FIXED_LEN_BYTE_ARRAY (16) id (UUID)", &fixed(ids.clone()));
    assert_eq!(kept(&uuids, "abababab-abab-abab-abab-abababababab"), Ok(1));
    assert_eq!(kept(&uuids, "ABABABAB-ABAB-ABAB-ABAB-ABABABABABAB"), Ok(2));
    let decimals =
        one("FIXED_LEN_BYTE_ARRAY (3) id (DECIMAL(6,0))", &fixed([vec![0, 1, 0], vec![0xff; 3]]));
    assert_eq!(kept(&decimals, "256"), Ok(1));
    assert_eq!(kept(&decimals, "-1"), Ok(1));
    let double = |group: Group<'_, '_>| put::<DoubleType>(group, &[7.0, 8.0], None, None);
    let bool = |group: Group<'_, '_>| put::<BoolType>(group, &[true, false], None, None);
    let old =
        |group: Group<'_, '_>| put::<Int96Type>(group, &[Int96::new(), Int96::new()], None, None);
    let plain = fixed(ids);
    let refused: [(&str, Fill<'_>); 9] = [
        ("DOUBLE id", &double),
        ("BOOLEAN id", &bool),
        ("INT96 id", &old),
        ("INT32 id (DATE)", &small),
        ("INT32 id (DECIMAL(9,2))", &small),
        ("INT64 id (TIMESTAMP(MILLIS,true))", &large),
        ("BYTE_ARRAY id (JSON)", &text),
        ("BYTE_ARRAY id (BSON)", &text),
        ("FIXED_LEN_BYTE_ARRAY (16) id", &plain),
    ];
    for (kind, fill) in refused {
        let error = kept(&one(kind, fill), "7").unwrap_err();
        assert!(error.contains("ids are text, UUIDs or whole numbers"), "{kind}: {error}");
    }
}

#[test]
fn a_key_is_one_value_in_a_row_and_its_way_is_told_apart_from_others() {
    let input = nested();
    let wrong = |field: &str| filtered(&input, field, &[], OnError::Fail).unwrap_err();
    assert!(wrong("id").contains("`id` is not in the file"));
    assert!(wrong("meta").contains("is a group or a list"));
    assert!(wrong("tags").contains("is a group or a list"));
    assert!(wrong("/tags/list/element").contains("several values in a row"));
    assert!(wrong("/meta/id/more").contains("is not in the file"));
    assert!(wrong("meta.id").contains("is not in the file"));
    assert!(wrong("flag").contains("BOOLEAN"));
    let twice = file(
        "message m { REQUIRED INT32 id; REQUIRED INT32 id; }",
        WriterProperties::builder(),
        &[],
    );
    assert!(filtered(&twice, "id", &[], OnError::Fail).unwrap_err().contains("stands twice"));
}

#[test]
fn a_row_that_names_nobody_is_an_error_with_its_number_or_left_out() {
    let values = ["u-1", "", "u-1 ", "42.0", "u-2"].map(ByteArray::from);
    let values =
        [values.as_slice(), &[ByteArray::from(vec![0xff]), ByteArray::from("u-3")]].concat();
    let input = file(
        "message m { OPTIONAL BYTE_ARRAY id; }",
        WriterProperties::builder(),
        &[&|group| {
            put::<ByteArrayType>(group, &values, Some(&[1, 1, 1, 1, 1, 0, 1, 1]), None);
        }],
    );
    let (output, counts) = filtered(&input, "id", &["u-1"], OnError::Skip).unwrap();
    assert_eq!(counts, Counts { kept: 2, dropped: 1, skipped: 5 });
    assert_eq!(read(&output).len(), 2);
    for (at, what) in
        [(2, "empty"), (3, "begins or ends"), (4, "fraction"), (6, "empty"), (7, "UTF-8")]
    {
        let only = file(
            "message m { OPTIONAL BYTE_ARRAY id; }",
            WriterProperties::builder(),
            &[
                &|group| put::<ByteArrayType>(group, &texts(&["u-4", "u-5"]), Some(&[1, 1]), None),
                &|group| {
                    let levels = [1, 1, 1, 1, 1, 0, 1, 1];
                    let level = levels[at - 1];
                    let value = values[if at == 7 { 5 } else { at.min(5) - 1 }].clone();
                    let value = if level == 0 { vec![] } else { vec![value] };
                    put::<ByteArrayType>(group, &value, Some(&[level]), None);
                },
            ],
        );
        let error = filtered(&only, "id", &[], OnError::Fail).unwrap_err();
        assert!(error.starts_with("row 3: ") && error.contains(what), "{error}");
    }
}

#[test]
fn every_codec_that_is_built_in_and_both_page_versions_are_copied() {
    let schema = "message m { REQUIRED BYTE_ARRAY id (STRING); OPTIONAL INT32 n; }";
    let ids: Vec<String> = (0..5_000).map(|n| format!("u-{n}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    for codec in [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::GZIP(GzipLevel::default()),
        Compression::ZSTD(ZstdLevel::default()),
        Compression::LZ4,
        Compression::LZ4_RAW,
    ] {
        for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
            let properties = WriterProperties::builder()
                .set_compression(codec)
                .set_writer_version(version)
                .set_dictionary_enabled(version == WriterVersion::PARQUET_1_0);
            let input = file(
                schema,
                properties,
                &[&|group| {
                    put::<ByteArrayType>(group, &texts(&ids), None, None);
                    let definitions: Vec<i16> = (0..5_000).map(|n| n % 2).collect();
                    let values: Vec<i32> = (0..2_500).collect();
                    put::<Int32Type>(group, &values, Some(&definitions), None);
                }],
            );
            let output = without(&input, "id", &["u-1", "u-4999"]);
            let mut expected = read(&input);
            expected.remove(4_999);
            expected.remove(1);
            assert_eq!(read(&output), expected, "{codec:?} {version:?}");
            let column = metadata(&output).row_group(0).column(1).compression_codec();
            assert_eq!(column, metadata(&input).row_group(0).column(1).compression_codec());
        }
    }
}

#[test]
fn what_is_no_parquet_file_or_is_cut_is_refused() {
    let input = nested();
    for broken in [
        Bytes::new(),
        Bytes::from_static(b"hello"),
        input.slice(..input.len() - 5),
        input.slice(9..),
    ] {
        assert!(filtered(&broken, "/meta/id", &[], OnError::Skip).is_err());
    }
}

#[test]
fn a_list_of_objections_can_be_read_by_its_columns() {
    use crate::domain::objection::Assurance;
    use crate::domain::time::Instant;
    use crate::objections::{Entry, Mark};
    let entry = |mark: u128, since: Option<i64>| Entry {
        mark: Mark(mark),
        purpose: "p".into(),
        stop: since
            .map(|since| crate::objections::Stop { since: Instant(since), is_restricted: false }),
        epoch: 3,
        assurance: Assurance::Imported,
    };
    let pages = [vec![entry(1, Some(5)), entry(2, None)], vec![], vec![entry(3, Some(6))]];
    let mut output = Vec::new();
    assert_eq!(export(pages.into_iter().map(Ok), &mut output).unwrap(), 2);
    let rows = read(&output.into());
    let names: Vec<&String> = rows[0].get_column_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["subject_hash", "purpose", "state", "since", "epoch", "assurance"]);
    let text = rows[1].to_string();
    assert!(text.contains("1970-01-01 00:00:00.006") && text.contains("imported"), "{text}");
}
