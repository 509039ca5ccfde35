//! Which column names people, and how its values are written as ids.

use parquet::basic::{ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, FixedLenByteArray};
use parquet::schema::types::{ColumnDescriptor, SchemaDescriptor, Type};

use crate::objections::filter::{Field, FilterError};
use crate::objections::person::Unclear;

/// A column with one id in a row.
pub(super) struct Key {
    /// Its place among the columns that hold values.
    pub(super) column: usize,
    /// The definition level at which there is a value.
    pub(super) level: i16,
    /// How its values are read.
    pub(super) written: Written,
}

/// How the stored values of a column are written as ids.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Written {
    /// UTF-8.
    Text,
    /// Sixteen bytes: lower-case hex with hyphens.
    Uuid,
    /// A whole number, in its digits.
    Signed,
    /// A whole number that is never negative.
    Unsigned,
}

impl Key {
    /// Finds the column by its name, or inside groups by a pointer such as `/meta/id`.
    pub(super) fn find(schema: &SchemaDescriptor, field: &str) -> Result<Self, FilterError> {
        let wrong = |what: &str| FilterError::Layout(format!("the column `{field}` {what}"));
        let path = Field::parse(field);
        let mut node: &Type = schema.root_schema();
        for name in path.names() {
            let inside = if node.is_group() { node.get_fields() } else { &[] };
            let mut named = inside.iter().filter(|child| child.name() == name);
            node = match (named.next(), named.next()) {
                (Some(child), None) => child,
                (Some(_), Some(_)) => return Err(wrong("stands twice in the file")),
                (None, _) => return Err(wrong("is not in the file; see --key")),
            };
            let info = node.get_basic_info();
            if info.has_repetition() && info.repetition() == Repetition::REPEATED {
                return Err(wrong("holds several values in a row; one row is one person's"));
            }
        }
        if node.is_group() {
            return Err(wrong(
                "is a group or a list; name a column inside it as /a/b, or one with one value",
            ));
        }
        let column = schema.columns().iter().position(|c| c.path().parts() == path.names());
        let column = column.ok_or_else(|| wrong("is not in the file; see --key"))?;
        let descriptor = schema.column(column);
        let written = written(&descriptor).ok_or_else(|| {
            let meant = match (descriptor.logical_type_ref(), descriptor.converted_type()) {
                (Some(meant), _) => format!(" ({meant:?})"),
                (None, ConvertedType::NONE) => String::new(),
                (None, meant) => format!(" ({meant})"),
            };
            let kind = descriptor.physical_type();
            wrong(&format!("is of type {kind}{meant}; ids are text, UUIDs or whole numbers"))
        })?;
        Ok(Self { column, level: descriptor.max_def_level(), written })
    }
}

fn written(column: &ColumnDescriptor) -> Option<Written> {
    use ConvertedType as Old;
    let physical = column.physical_type();
    let whole = matches!(physical, Physical::INT32 | Physical::INT64);
    let bytes = physical == Physical::BYTE_ARRAY;
    let fixed = physical == Physical::FIXED_LEN_BYTE_ARRAY;
    match (column.logical_type_ref(), column.converted_type()) {
        (Some(LogicalType::String | LogicalType::Enum), _) if bytes => Some(Written::Text),
        (Some(LogicalType::Uuid), _) if fixed => Some(Written::Uuid),
        (Some(LogicalType::Integer(kind)), _) if whole => {
            Some(if kind.is_signed { Written::Signed } else { Written::Unsigned })
        }
        (Some(LogicalType::Decimal(kind)), _) if kind.scale == 0 => Some(Written::Signed),
        (Some(_), _) => None,
        // Files from before there were logical types.
        (None, Old::DECIMAL) if column.type_scale() == 0 => Some(Written::Signed),
        (None, Old::NONE | Old::UTF8 | Old::ENUM) if bytes => Some(Written::Text),
        (None, Old::NONE | Old::INT_8 | Old::INT_16 | Old::INT_32 | Old::INT_64) if whole => {
            Some(Written::Signed)
        }
        (None, Old::UINT_8 | Old::UINT_16 | Old::UINT_32 | Old::UINT_64) if whole => {
            Some(Written::Unsigned)
        }
        (None, _) => None,
    }
}

/// A stored value that can be written as an id.
pub(super) trait Id {
    /// As text.
    ///
    /// # Errors
    /// When it cannot be one.
    fn text(&self, written: Written) -> Result<String, Unclear>;
}

impl Id for i32 {
    fn text(&self, written: Written) -> Result<String, Unclear> {
        Ok(if written == Written::Unsigned {
            self.cast_unsigned().to_string()
        } else {
            self.to_string()
        })
    }
}

impl Id for i64 {
    fn text(&self, written: Written) -> Result<String, Unclear> {
        Ok(if written == Written::Unsigned {
            self.cast_unsigned().to_string()
        } else {
            self.to_string()
        })
    }
}

impl Id for ByteArray {
    fn text(&self, written: Written) -> Result<String, Unclear> {
        let bytes = self.data();
        match written {
            Written::Text => {
                std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| Unclear::Encoding)
            }
            Written::Uuid => uuid::Uuid::from_slice(bytes)
                .map(|id| id.hyphenated().to_string())
                .map_err(|_| Unclear::Encoding),
            Written::Signed | Written::Unsigned => whole(bytes).ok_or(Unclear::Large),
        }
    }
}

impl Id for FixedLenByteArray {
    fn text(&self, written: Written) -> Result<String, Unclear> {
        // Within its length it is like any other.
        ByteArray::text(self, written)
    }
}

/// The digits of a big-endian number in two's complement, as decimals are stored.
fn whole(bytes: &[u8]) -> Option<String> {
    let fill = if bytes.first()? & 0x80 == 0 { 0 } else { 0xff };
    let surplus = bytes.len().saturating_sub(16);
    let (ahead, rest) = bytes.split_at_checked(surplus)?;
    let mut number = [fill; 16];
    number.get_mut(16 - rest.len()..)?.copy_from_slice(rest);
    let number = i128::from_be_bytes(number);
    let fits = ahead.iter().all(|byte| *byte == fill) && (number < 0) == (fill == 0xff);
    fits.then(|| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_of_any_length_are_written_by_their_digits() {
        for (bytes, text) in [
            (vec![7], Some("7")),
            (vec![0xff], Some("-1")),
            (vec![0, 0xff], Some("255")),
            ([vec![0; 20], vec![1, 0]].concat(), Some("256")),
            ([vec![0xff; 20], vec![0xfe]].concat(), Some("-2")),
            ([vec![0; 3], vec![0xff; 16]].concat(), None),
            ([vec![1], vec![0; 16]].concat(), None),
            (vec![], None),
        ] {
            assert_eq!(whole(&bytes).as_deref(), text, "{bytes:?}");
        }
    }
}
