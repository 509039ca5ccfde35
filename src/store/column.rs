//! A column, and how what it holds is read: whatever does not read says its table and its column, and nothing of itself.

use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A column of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    table: &'static str,
    name: &'static str,
}

/// A column holds what it never should.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a stored record is damaged: `{}.{}` does not hold what belongs there", .0.table, .0.name)]
pub struct Damaged(Column);

/// Reads what the column holds.
///
/// ```ignore
/// let sent: Reference = columns::cases::reference.parsed(&row.reference)?;
/// ```
#[expect(
    clippy::missing_errors_doc,
    reason = "each fails only when the column holds something else"
)]
impl Column {
    /// By the names of the database.
    pub const fn new(table: &'static str, name: &'static str) -> Self {
        Self { table, name }
    }

    /// What somebody read from it.
    pub fn read<T, E>(self, read: Result<T, E>) -> Result<T, Damaged> {
        read.map_err(|_| Damaged(self))
    }

    /// What it must lead to.
    pub fn there<T>(self, found: Option<T>) -> Result<T, Damaged> {
        found.ok_or(Damaged(self))
    }

    /// So many bytes.
    pub fn bytes<const N: usize>(self, bytes: &[u8]) -> Result<[u8; N], Damaged> {
        self.read(bytes.try_into())
    }

    /// A text.
    pub fn text(self, bytes: Vec<u8>) -> Result<String, Damaged> {
        self.read(String::from_utf8(bytes))
    }

    /// A text that means something.
    pub fn parsed<T: FromStr>(self, text: &str) -> Result<T, Damaged> {
        self.read(text.parse())
    }

    /// JSON.
    pub fn json<T: DeserializeOwned>(self, json: impl AsRef<[u8]>) -> Result<T, Damaged> {
        self.read(serde_json::from_slice(json.as_ref()))
    }

    /// The other way round: JSON, as it goes in.
    pub fn to_json(self, value: &(impl Serialize + ?Sized)) -> Result<Vec<u8>, Damaged> {
        self.read(serde_json::to_vec(value))
    }

    /// The same as a text.
    pub fn to_json_text(self, value: &(impl Serialize + ?Sized)) -> Result<String, Damaged> {
        self.read(serde_json::to_string(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCOPE: Column = Column::new("cases", "scope");

    #[test]
    fn what_does_not_read_says_where_it_lies_and_nothing_of_itself() {
        let damaged = SCOPE.json::<u8>("\"ada@example.org\"").unwrap_err();
        let said = "a stored record is damaged: `cases.scope` does not hold what belongs there";
        assert_eq!(damaged.to_string(), said);
        assert_eq!(SCOPE.bytes::<16>(b"short"), Err(damaged));
        assert_eq!(SCOPE.text(vec![0xff]), Err(damaged));
        assert_eq!(SCOPE.parsed::<u8>("three"), Err(damaged));
        assert_eq!(SCOPE.there(None::<u8>), Err(damaged));
    }

    #[test]
    fn what_goes_in_as_json_comes_out_again() {
        let written = SCOPE.to_json(&["a"]).unwrap();
        assert_eq!(SCOPE.json::<Vec<String>>(&written).unwrap(), ["a"]);
        assert_eq!(SCOPE.to_json_text(&["a"]).unwrap().into_bytes(), written);
    }
}
