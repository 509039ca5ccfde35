//! Parquet: the same rows in the same order under the same schema, without those of people who object.
//!
//! Start with [`rows`]. One row group is read and written after another: first the column that names people, which says what
//! is kept, then every column. Values are copied as they are stored, with their levels ([`columns`]); nothing is converted,
//! so a time far from 1970, a UUID or a type that is newer than this program means afterwards what it meant before.
//!
//! **Invariant:** no more than one column of one row group is in memory. What cannot be copied truly is refused.

mod columns;
mod export;
mod key;
mod wrong;

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Compression, Type};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::DataType;
use parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::reader::{ChunkReader, FileReader as _, RowGroupReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;

use self::columns::TOGETHER;
use self::key::{Id, Key};
use self::wrong::{broken, unreadable, unwritable};
use super::{Counts, FilterError, Judge, OnError, Options};
use crate::objections::person::Unclear;

pub use self::export::export;

/// Filters one Parquet file. `--on-error skip` leaves out rows that name nobody.
///
/// # Errors
/// See [`FilterError`]; what was written until then is not complete.
pub fn rows<R: ChunkReader + 'static>(
    input: R,
    output: &mut (impl Write + Send),
    field: &str,
    judge: &dyn Judge,
    options: &Options<'_>,
) -> Result<Counts, FilterError> {
    let reader = SerializedFileReader::new(input).map_err(unreadable)?;
    let metadata = reader.metadata();
    let file = metadata.file_metadata();
    let key = Key::find(file.schema_descr(), field)?;
    let properties = Arc::new(properties(metadata)?);
    let schema = file.schema_descr().root_schema_ptr();
    let mut writer = SerializedFileWriter::new(output, schema, properties).map_err(unwritable)?;
    let mut jury = Jury { key, judge, options, counts: Counts::default(), row: 0 };
    for (at, meta) in metadata.row_groups().iter().enumerate() {
        let group = reader.get_row_group(at).map_err(unreadable)?;
        let kept = jury.kept(group.as_ref(), meta)?;
        if kept.contains(&true) {
            let mut copy = writer.next_row_group().map_err(unwritable)?;
            columns::copy(group.as_ref(), &mut copy, &kept)?;
            copy.close().map_err(unwritable)?;
        }
        (options.progress)(meta.compressed_size().try_into().unwrap_or(0));
    }
    writer.close().map_err(unwritable)?;
    Ok(jury.counts)
}

/// The file's own metadata and each column's compression, as they were. Who wrote it stays too: readers decide by it how
/// old times are meant. Pages, dictionaries and statistics are made anew.
fn properties(metadata: &ParquetMetaData) -> Result<WriterProperties, FilterError> {
    let file = metadata.file_metadata();
    let mut properties =
        WriterProperties::builder().set_key_value_metadata(file.key_value_metadata().cloned());
    if let Some(writer) = file.created_by() {
        properties = properties.set_created_by(writer.to_owned());
    }
    let mut orders = metadata.row_groups().iter().map(RowGroupMetaData::sorting_columns);
    let order = orders.next().flatten();
    if orders.all(|other| other == order) {
        properties = properties.set_sorting_columns(order.cloned());
    }
    for column in metadata.row_groups().iter().flat_map(RowGroupMetaData::columns) {
        if let Compression::BROTLI(_) | Compression::LZO = column.compression() {
            return Err(FilterError::Layout(format!(
                "the column `{}` is compressed with {}, which is not built in; write the file with zstd, snappy, gzip, lz4 or uncompressed",
                column.column_path().string(),
                column.compression_codec(),
            )));
        }
    }
    for column in metadata.row_groups().first().map(RowGroupMetaData::columns).into_iter().flatten()
    {
        let path = column.column_path().clone();
        let has_dictionary = column.dictionary_page_offset().is_some();
        properties = properties
            .set_column_compression(path.clone(), column.compression())
            .set_column_dictionary_enabled(path.clone(), has_dictionary);
        if column.column_type() == Type::INT96 {
            // Their order was settled late; older readers take the bounds for something else.
            properties = properties.set_column_statistics_enabled(path, EnabledStatistics::None);
        }
    }
    Ok(properties.build())
}

/// Who decides about rows, and what was decided.
struct Jury<'j> {
    key: Key,
    judge: &'j dyn Judge,
    options: &'j Options<'j>,
    counts: Counts,
    /// Rows that were decided about.
    row: u64,
}

impl Jury<'_> {
    /// Which rows of a group stay.
    fn kept(
        &mut self,
        group: &dyn RowGroupReader,
        meta: &RowGroupMetaData,
    ) -> Result<Vec<bool>, FilterError> {
        let rows = usize::try_from(meta.num_rows()).map_err(|_| broken())?;
        match group.get_column_reader(self.key.column).map_err(unreadable)? {
            ColumnReader::Int32ColumnReader(column) => self.judged(column, rows),
            ColumnReader::Int64ColumnReader(column) => self.judged(column, rows),
            ColumnReader::ByteArrayColumnReader(column) => self.judged(column, rows),
            ColumnReader::FixedLenByteArrayColumnReader(column) => self.judged(column, rows),
            ColumnReader::BoolColumnReader(_)
            | ColumnReader::Int96ColumnReader(_)
            | ColumnReader::FloatColumnReader(_)
            | ColumnReader::DoubleColumnReader(_) => Err(broken()),
        }
    }

    fn judged<T: DataType>(
        &mut self,
        mut column: ColumnReaderImpl<T>,
        rows: usize,
    ) -> Result<Vec<bool>, FilterError>
    where
        T::T: Id,
    {
        let mut kept = Vec::with_capacity(rows);
        let (mut levels, mut values) = (Vec::new(), Vec::new());
        while kept.len() < rows {
            levels.clear();
            values.clear();
            let wanted = TOGETHER.min(rows - kept.len());
            let (read, _, _) = column
                .read_records(wanted, Some(&mut levels), None, &mut values)
                .map_err(unreadable)?;
            if read == 0 {
                return Err(broken());
            }
            let mut named = values.iter().map(|value| value.text(self.key.written));
            let people: Vec<Result<String, Unclear>> = (0..read)
                .map(|at| {
                    let is_null = levels.get(at).is_some_and(|level| *level < self.key.level);
                    let text = if is_null { None } else { named.next() };
                    let text = text.unwrap_or(Err(Unclear::Empty))?;
                    self.options.kind.named(text.into()).map(Into::into)
                })
                .collect();
            self.decide(&people, &mut kept)?;
        }
        Ok(kept)
    }

    fn decide(
        &mut self,
        people: &[Result<String, Unclear>],
        kept: &mut Vec<bool>,
    ) -> Result<(), FilterError> {
        let known: Vec<&str> = people.iter().flatten().map(String::as_str).collect();
        let mut objected = self.judge.objected(&known).map_err(FilterError::Judge)?.into_iter();
        for person in people {
            self.row += 1;
            let objects = match person {
                Ok(_) => objected
                    .next()
                    .ok_or_else(|| FilterError::Judge("an answer is missing".into()))?,
                Err(unclear) if self.options.on_error == OnError::Fail => {
                    return Err(FilterError::Row { row: self.row, what: unclear.words() });
                }
                Err(_) => {
                    self.counts.skipped += 1;
                    kept.push(false);
                    continue;
                }
            };
            if objects {
                self.counts.dropped += 1;
            } else {
                self.counts.kept += 1;
            }
            kept.push(!objects);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
