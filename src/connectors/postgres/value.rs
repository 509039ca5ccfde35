//! Values on their way to a server, and back.

use serde_json::Value;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{Format, IsNull, ToSql, Type, to_sql_checked};

use crate::connectors::sql;

/// A parameter: a text is sent as it is written, for the server to read as the type the statement expects.
#[derive(Debug)]
pub(super) enum Bound<'a> {
    Text(&'a str),
    Texts(&'a [String]),
    Whole(i64),
}

impl<'a> Bound<'a> {
    pub(super) fn of(value: &'a sql::Value) -> Self {
        match value {
            sql::Value::Text(text) => Self::Text(text),
            sql::Value::Texts(texts) => Self::Texts(texts),
            sql::Value::Whole(number) => Self::Whole(*number),
        }
    }
}

impl ToSql for Bound<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Text(text) => {
                out.extend_from_slice(text.as_bytes());
                Ok(IsNull::No)
            }
            Self::Texts(texts) => texts.to_sql(kind, out),
            Self::Whole(number) => number.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        match self {
            Self::Text(_) => Format::Text,
            Self::Texts(_) | Self::Whole(_) => Format::Binary,
        }
    }

    to_sql_checked!();
}

/// How the values of a column are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// JSON is given as the text that the database holds: `json` may hold what no JSON value can be made of.
    Json,
    /// Everything else as the server makes JSON of it.
    Other,
}

impl Kind {
    pub(super) fn of(kind: &Type) -> Self {
        if kind.name().contains("json") { Self::Json } else { Self::Other }
    }

    pub(super) fn written(self, column: &str) -> String {
        let column = sql::quoted(column);
        match self {
            Self::Json => format!("{column}::text COLLATE \"C\""),
            Self::Other => format!("to_jsonb({column})::text COLLATE \"C\""),
        }
    }

    /// A number that JSON would write in another way stays text.
    pub(super) fn json(self, text: Option<String>) -> Value {
        let Some(text) = text else { return Value::Null };
        if self == Self::Json {
            return text.into();
        }
        match serde_json::from_str(&text) {
            Ok(Value::Number(number)) if number.to_string() != text => text.into(),
            Ok(value) => value,
            Err(_) => text.into(),
        }
    }
}
