//! Parquet: the same rows in the same order under the same schema, without those of people who object.

use std::io::Write;
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{
    Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, BooleanArray, RecordBatch};
use arrow_schema::{DataType, Schema};
use bytes::Bytes;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use super::{Counts, FilterError, Judge, OnError, Options};

/// Filters one Parquet file. `--on-error skip` leaves out rows whose field is null or empty.
///
/// # Errors
/// See [`FilterError`]; what was written until then is not complete.
pub fn rows(
    input: Bytes,
    output: &mut (impl Write + Send),
    column: &str,
    judge: &dyn Judge,
    options: &Options<'_>,
) -> Result<Counts, FilterError> {
    let size = input.len() as u64;
    let reader = ParquetRecordBatchReaderBuilder::try_new(input).map_err(|e| unreadable(&e))?;
    let schema = Arc::clone(reader.schema());
    let place = place(&schema, column)?;
    let properties = properties(&reader);
    let reader = reader.with_batch_size(64 * 1024).build().map_err(|e| unreadable(&e))?;
    let mut writer =
        ArrowWriter::try_new(output, schema, Some(properties)).map_err(|e| unwritable(&e))?;
    let (mut counts, mut row) = (Counts::default(), 0);
    for batch in reader {
        let batch =
            batch.map_err(|e| FilterError::Layout(format!("the file cannot be read: {e}")))?;
        let kept = keep(&batch, place, row, judge, options.on_error, &mut counts)?;
        let some = arrow_select::filter::filter_record_batch(&batch, &kept)
            .map_err(|e| FilterError::Layout(format!("the rows cannot be chosen: {e}")))?;
        writer.write(&some).map_err(|e| unwritable(&e))?;
        row += batch.num_rows() as u64;
    }
    writer.close().map_err(|e| unwritable(&e))?;
    (options.progress)(size);
    Ok(counts)
}

fn place(schema: &Schema, column: &str) -> Result<usize, FilterError> {
    let mut places = schema.fields().iter().enumerate().filter(|(_, field)| field.name() == column);
    match (places.next(), places.next()) {
        (Some((place, _)), None) => Ok(place),
        (Some(_), Some(_)) => Err(FilterError::Layout(format!("the file has `{column}` twice"))),
        (None, _) => {
            Err(FilterError::Layout(format!("the file has no column `{column}`; see --key")))
        }
    }
}

// Compressed as it was; what else a writer chooses is no part of the data.
fn properties(reader: &ParquetRecordBatchReaderBuilder<Bytes>) -> WriterProperties {
    let first = reader.metadata().row_groups().first();
    let compression = first
        .and_then(|group| group.columns().first())
        .map(parquet::file::metadata::ColumnChunkMetaData::compression);
    WriterProperties::builder()
        .set_compression(compression.unwrap_or(Compression::UNCOMPRESSED))
        .build()
}

fn keep(
    batch: &RecordBatch,
    place: usize,
    before: u64,
    judge: &dyn Judge,
    on_error: OnError,
    counts: &mut Counts,
) -> Result<BooleanArray, FilterError> {
    let people = people(batch.column(place))?;
    let known: Vec<&str> =
        people.iter().flatten().map(String::as_str).filter(|id| !id.is_empty()).collect();
    let mut objected = judge.objected(&known).map_err(FilterError::Judge)?.into_iter();
    let mut kept = Vec::with_capacity(people.len());
    for (at, person) in people.iter().enumerate() {
        let is_named = person.as_ref().is_some_and(|id| !id.is_empty());
        if !is_named {
            if on_error == OnError::Fail {
                return Err(FilterError::Layout(format!(
                    "row {}: the field is empty; mend it, or leave such rows out with --on-error skip",
                    before + at as u64 + 1
                )));
            }
            counts.skipped += 1;
            kept.push(false);
            continue;
        }
        let objects =
            objected.next().ok_or_else(|| FilterError::Judge("an answer is missing".into()))?;
        if objects {
            counts.dropped += 1;
        } else {
            counts.kept += 1;
        }
        kept.push(!objects);
    }
    Ok(BooleanArray::from(kept))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library's list of types is long")]
fn people(column: &ArrayRef) -> Result<Vec<Option<String>>, FilterError> {
    macro_rules! numbers {
        ($kind:ty) => {
            column.as_primitive::<$kind>().iter().map(|n| n.map(|n| n.to_string())).collect()
        };
    }
    let owned = |text: Option<&str>| text.map(str::to_owned);
    Ok(match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().iter().map(owned).collect(),
        DataType::LargeUtf8 => column.as_string::<i64>().iter().map(owned).collect(),
        DataType::Utf8View => column.as_string_view().iter().map(owned).collect(),
        DataType::Int8 => numbers!(Int8Type),
        DataType::Int16 => numbers!(Int16Type),
        DataType::Int32 => numbers!(Int32Type),
        DataType::Int64 => numbers!(Int64Type),
        DataType::UInt8 => numbers!(UInt8Type),
        DataType::UInt16 => numbers!(UInt16Type),
        DataType::UInt32 => numbers!(UInt32Type),
        DataType::UInt64 => numbers!(UInt64Type),
        DataType::Dictionary(_, values) if **values == DataType::Utf8 => {
            let plain = arrow_cast::cast(column, &DataType::Utf8)
                .map_err(|e| FilterError::Layout(format!("the column cannot be read: {e}")))?;
            plain.as_string::<i32>().iter().map(owned).collect()
        }
        other => {
            return Err(FilterError::Layout(format!(
                "the column is of type {other}; ids are text or whole numbers"
            )));
        }
    })
}

fn unreadable(error: &ParquetError) -> FilterError {
    FilterError::Layout(format!("this is no Parquet file that can be read: {error}"))
}

fn unwritable(error: &ParquetError) -> FilterError {
    FilterError::Write(std::io::Error::other(error.to_string()))
}

/// Writes everybody who objects to a purpose: `subject_hash` (16 bytes), `purpose`, `state`, `since`, `epoch`.
///
/// # Errors
/// When the output cannot be written.
pub fn export(
    pages: impl Iterator<Item = Result<Vec<crate::objections::Entry>, FilterError>>,
    output: impl Write + Send,
) -> Result<u64, FilterError> {
    let schema = Arc::new(export_schema());
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer = ArrowWriter::try_new(output, Arc::clone(&schema), Some(properties))
        .map_err(|e| unwritable(&e))?;
    let mut count = 0;
    for page in pages {
        let page = page?;
        let in_force: Vec<_> = page.iter().filter(|entry| entry.in_force_since.is_some()).collect();
        count += in_force.len() as u64;
        let hashes = arrow_array::FixedSizeBinaryArray::try_from_iter(
            in_force.iter().map(|entry| entry.mark.bytes()),
        );
        // An empty page has no width.
        let Ok(hashes) = hashes else { continue };
        let text = |of: fn(&crate::objections::Entry) -> &str| {
            arrow_array::StringArray::from_iter_values(in_force.iter().map(|entry| of(entry)))
        };
        let since = in_force.iter().map(|e| e.in_force_since.map(|since| since.0));
        let since = since.collect::<arrow_array::TimestampMillisecondArray>().with_timezone("UTC");
        let epochs = arrow_array::Int64Array::from_iter_values(in_force.iter().map(|e| e.epoch));
        let columns: Vec<ArrayRef> = vec![
            Arc::new(hashes),
            Arc::new(text(|entry| entry.purpose.as_str())),
            Arc::new(text(|_| "in_force")),
            Arc::new(since),
            Arc::new(epochs),
            Arc::new(text(|entry| entry.assurance.code())),
        ];
        let batch = RecordBatch::try_new(Arc::clone(&schema), columns)
            .map_err(|e| FilterError::Layout(e.to_string()))?;
        writer.write(&batch).map_err(|e| unwritable(&e))?;
    }
    writer.close().map_err(|e| unwritable(&e))?;
    Ok(count)
}

fn export_schema() -> Schema {
    use arrow_schema::{Field, TimeUnit};
    let utc = DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into()));
    Schema::new(vec![
        Field::new("subject_hash", DataType::FixedSizeBinary(16), false),
        Field::new("purpose", DataType::Utf8, false),
        Field::new("state", DataType::Utf8, false),
        Field::new("since", utc, false),
        Field::new("epoch", DataType::Int64, false),
        Field::new("assurance", DataType::Utf8, false),
    ])
}
