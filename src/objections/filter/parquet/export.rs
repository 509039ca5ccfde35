//! Writes a list of objections as Parquet.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{
    ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType, Int64Type,
};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;

use super::wrong::unwritable;
use crate::objections::Entry;
use crate::objections::filter::FilterError;

const SCHEMA: &str = "
message objections {
    REQUIRED FIXED_LEN_BYTE_ARRAY (16) subject_hash;
    REQUIRED BYTE_ARRAY purpose (STRING);
    REQUIRED BYTE_ARRAY state (STRING);
    REQUIRED INT64 since (TIMESTAMP(MILLIS, true));
    REQUIRED INT64 epoch;
    REQUIRED BYTE_ARRAY assurance (STRING);
}";

/// Rows of one row group.
const GROUP_ROWS: usize = 100_000;

/// Writes everybody who objects to a purpose: `subject_hash` (16 bytes), `purpose`, `state`, `since`, `epoch`, `assurance`.
///
/// # Errors
/// When the output cannot be written.
pub fn export(
    pages: impl Iterator<Item = Result<Vec<Entry>, FilterError>>,
    output: impl Write + Send,
) -> Result<u64, FilterError> {
    let schema = Arc::new(parse_message_type(SCHEMA).map_err(unwritable)?);
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer =
        SerializedFileWriter::new(output, schema, Arc::new(properties)).map_err(unwritable)?;
    let mut count = 0;
    let mut waiting: Vec<Entry> = Vec::new();
    let mut put = |rows: &[Entry]| {
        let mut group = writer.next_row_group()?;
        put_rows(&mut group, rows)?;
        group.close().map(|_| ())
    };
    for page in pages {
        waiting.extend(page?.into_iter().filter(|entry| entry.stop.is_some()));
        if waiting.len() >= GROUP_ROWS {
            put(&waiting).map_err(unwritable)?;
            count += waiting.len() as u64;
            waiting.clear();
        }
    }
    if !waiting.is_empty() {
        put(&waiting).map_err(unwritable)?;
        count += waiting.len() as u64;
    }
    writer.close().map_err(unwritable)?;
    Ok(count)
}

fn put_rows<W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    rows: &[Entry],
) -> Result<(), ParquetError> {
    let hash =
        |entry: &Entry| FixedLenByteArray::from(ByteArray::from(entry.mark.bytes().to_vec()));
    let since = |entry: &Entry| entry.stop.map(|stop| stop.since).unwrap_or_default().0;
    put_column::<FixedLenByteArrayType, _>(group, rows, hash)?;
    put_column::<ByteArrayType, _>(group, rows, |entry| entry.purpose.as_str().into())?;
    put_column::<ByteArrayType, _>(group, rows, |_| "in_force".into())?;
    put_column::<Int64Type, _>(group, rows, since)?;
    put_column::<Int64Type, _>(group, rows, |entry| entry.epoch)?;
    put_column::<ByteArrayType, _>(group, rows, |entry| entry.assurance.code().into())
}

fn put_column<T: DataType, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    rows: &[Entry],
    value: impl Fn(&Entry) -> T::T,
) -> Result<(), ParquetError> {
    let Some(mut column) = group.next_column()? else { return Ok(()) };
    let values: Vec<T::T> = rows.iter().map(value).collect();
    column.typed::<T>().write_batch(&values, None, None)?;
    column.close()
}
