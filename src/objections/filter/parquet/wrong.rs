//! What a file can have wrong.

use parquet::errors::ParquetError;

use crate::objections::filter::FilterError;

pub(super) fn broken() -> FilterError {
    FilterError::Layout(
        "the file is broken: a column has other rows than its row group says".into(),
    )
}

pub(super) fn unreadable(error: ParquetError) -> FilterError {
    if let ParquetError::External(error) = error {
        return FilterError::Read(std::io::Error::other(error));
    }
    FilterError::Layout(format!("this is no Parquet file that can be read: {error}"))
}

pub(super) fn unwritable(error: ParquetError) -> FilterError {
    if let ParquetError::External(error) = error {
        return FilterError::Write(std::io::Error::other(error));
    }
    FilterError::Layout(format!("the file cannot be written as it was: {error}"))
}
