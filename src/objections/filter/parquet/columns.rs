//! Copies the columns of a row group, value by value and level by level.

use std::io::Write;

use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::column::writer::ColumnWriterImpl;
use parquet::data_type::{
    BoolType, ByteArrayType, DataType, DoubleType, FixedLenByteArrayType, FloatType, Int32Type,
    Int64Type, Int96Type,
};
use parquet::file::reader::RowGroupReader;
use parquet::file::writer::SerializedRowGroupWriter;

use super::wrong::{broken, unreadable, unwritable};
use crate::objections::filter::FilterError;

/// Records that are read before some are written.
pub(super) const TOGETHER: usize = 16 * 1024;

/// Copies the rows that are kept.
pub(super) fn copy<W: Write + Send>(
    group: &dyn RowGroupReader,
    output: &mut SerializedRowGroupWriter<'_, W>,
    kept: &[bool],
) -> Result<(), FilterError> {
    let mut at = 0;
    while let Some(mut writer) = output.next_column().map_err(unwritable)? {
        let descriptor = group.metadata().column(at).column_descr_ptr();
        let levels = Levels {
            definition_max: descriptor.max_def_level(),
            repetition_max: descriptor.max_rep_level(),
        };
        macro_rules! copy {
            ($kind:ty, $column:expr) => {
                copy_column::<$kind>($column, writer.typed(), levels, kept)
            };
        }
        match group.get_column_reader(at).map_err(unreadable)? {
            ColumnReader::BoolColumnReader(column) => copy!(BoolType, column),
            ColumnReader::Int32ColumnReader(column) => copy!(Int32Type, column),
            ColumnReader::Int64ColumnReader(column) => copy!(Int64Type, column),
            ColumnReader::Int96ColumnReader(column) => copy!(Int96Type, column),
            ColumnReader::FloatColumnReader(column) => copy!(FloatType, column),
            ColumnReader::DoubleColumnReader(column) => copy!(DoubleType, column),
            ColumnReader::ByteArrayColumnReader(column) => copy!(ByteArrayType, column),
            ColumnReader::FixedLenByteArrayColumnReader(column) => {
                copy!(FixedLenByteArrayType, column)
            }
        }?;
        writer.close().map_err(unwritable)?;
        at += 1;
    }
    Ok(())
}

/// How deep a column lies. At the first maximum a value is there; above repetition 0 an entry continues the row before.
#[derive(Clone, Copy)]
struct Levels {
    definition_max: i16,
    repetition_max: i16,
}

fn copy_column<T: DataType>(
    mut column: ColumnReaderImpl<T>,
    writer: &mut ColumnWriterImpl<'_, T>,
    levels: Levels,
    kept: &[bool],
) -> Result<(), FilterError> {
    let mut some = Rows { values: Vec::new(), definitions: Vec::new(), repetitions: Vec::new() };
    let mut rest = kept;
    loop {
        some.clear();
        // One more than there should be, so that a column with more rows than its group is noticed.
        let wanted = TOGETHER.min(rest.len() + 1);
        let (definitions, repetitions) = (&mut some.definitions, &mut some.repetitions);
        let (read, _, _) = column
            .read_records(wanted, Some(definitions), Some(repetitions), &mut some.values)
            .map_err(unreadable)?;
        if read == 0 {
            return if rest.is_empty() { Ok(()) } else { Err(broken()) };
        }
        let (these, later) = rest.split_at_checked(read).ok_or_else(broken)?;
        rest = later;
        some.keep(these, levels)?;
        let definitions = (levels.definition_max > 0).then_some(some.definitions.as_slice());
        let repetitions = (levels.repetition_max > 0).then_some(some.repetitions.as_slice());
        if !some.values.is_empty() || !some.definitions.is_empty() {
            writer.write_batch(&some.values, definitions, repetitions).map_err(unwritable)?;
        }
    }
}

/// Some whole rows of a column.
struct Rows<V> {
    values: Vec<V>,
    definitions: Vec<i16>,
    repetitions: Vec<i16>,
}

impl<V> Rows<V> {
    fn clear(&mut self) {
        self.values.clear();
        self.definitions.clear();
        self.repetitions.clear();
    }

    /// Leaves only the rows that are kept.
    fn keep(&mut self, kept: &[bool], levels: Levels) -> Result<(), FilterError> {
        if levels.definition_max == 0 {
            if self.values.len() != kept.len() {
                return Err(broken());
            }
            retain(&mut self.values, kept.iter().copied());
            return Ok(());
        }
        let rows = self.rows(kept, levels)?;
        let has_value = |level: &i16| *level == levels.definition_max;
        let values = self.definitions.iter().zip(&rows).filter(|(level, _)| has_value(level));
        let values: Vec<bool> = values.map(|(_, is_kept)| *is_kept).collect();
        if values.len() != self.values.len() {
            return Err(broken());
        }
        retain(&mut self.values, values.into_iter());
        retain(&mut self.definitions, rows.iter().copied());
        retain(&mut self.repetitions, rows.iter().copied());
        Ok(())
    }

    /// For each entry, whether its row is kept.
    fn rows(&self, kept: &[bool], levels: Levels) -> Result<Vec<bool>, FilterError> {
        if levels.repetition_max == 0 {
            return (self.definitions.len() == kept.len())
                .then(|| kept.to_vec())
                .ok_or_else(broken);
        }
        let mut rows = kept.iter();
        let mut current = None;
        let entries: Option<Vec<bool>> = self
            .repetitions
            .iter()
            .map(|level| {
                if *level == 0 {
                    current = rows.next().copied();
                }
                current
            })
            .collect();
        let is_whole = rows.next().is_none() && self.repetitions.len() == self.definitions.len();
        entries.filter(|_| is_whole).ok_or_else(broken)
    }
}

fn retain<V>(all: &mut Vec<V>, kept: impl Iterator<Item = bool>) {
    let mut kept = kept;
    all.retain(|_| kept.next().unwrap_or(false));
}
