//! How what a leaf commits to becomes bytes, and is read from them.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::kind::LeafKind;
use crate::audit::canonical;

/// What a leaf commits to. It knows its kind, so that none is written under the name of another.
pub trait Payload: Serialize {
    /// Under which kind it is told.
    fn kind(&self) -> LeafKind;

    /// The bytes that are committed to: canonical JSON.
    ///
    /// # Errors
    /// When it holds a number that JSON does not keep.
    fn bytes(&self) -> Result<Vec<u8>, canonical::CanonicalError> {
        canonical::to_vec(&self)
    }
}

/// Payloads that are told under one kind: `told_as! { KeyMade: KeyCreated }`.
macro_rules! told_as {
    ($($payload:ty: $kind:ident),+ $(,)?) => {
        $(impl $crate::audit::leaf::Payload for $payload {
            fn kind(&self) -> $crate::audit::leaf::LeafKind {
                $crate::audit::leaf::LeafKind::$kind
            }
        })+
    };
}
pub(super) use told_as;

/// Why bytes are no payload of their kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unreadable {
    /// Another shape. The column says enough; more could quote the payload.
    #[error("the payload is not what this kind holds (column {0})")]
    Shape(usize),
    /// An event without its case.
    #[error("names no case")]
    NoCase,
}

impl From<serde_json::Error> for Unreadable {
    fn from(error: serde_json::Error) -> Self {
        Self::Shape(error.column())
    }
}

/// Reads what a leaf committed to.
///
/// # Errors
/// When the bytes hold something else.
pub fn read<T: Payload + DeserializeOwned>(payload: &[u8]) -> Result<T, Unreadable> {
    Ok(serde_json::from_slice(payload)?)
}
