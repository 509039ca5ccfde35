//! Names that the controller gave in its policy files: of uses, of systems, of their datasets. They are texts, each kind of a
//! type of its own, so that none is taken for another where two stand side by side.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// Makes the types. Each is written, compared and ordered as its text.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// As it stands in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl From<String> for $name {
            fn from(name: String) -> Self {
                Self(name)
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self(name.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl PartialEq<String> for $name {
            fn eq(&self, other: &String) -> bool {
                self.0 == *other
            }
        }

        impl PartialEq<$name> for String {
            fn eq(&self, other: &$name) -> bool {
                *self == other.0
            }
        }
    )*};
}

names! {
    /// One use of personal data, by its id in `purposes.toml`.
    PurposeId;
    /// One system of the data map, by its id.
    SystemId;
    /// One dataset of a system, by its id.
    DatasetId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_compared_and_found_as_its_text() {
        let name = PurposeId::from("ai_training");
        assert_eq!(serde_json::to_string(&name).unwrap(), "\"ai_training\"");
        assert_eq!(serde_json::from_str::<PurposeId>("\"ai_training\"").unwrap(), name);
        assert_eq!(format!("{name}, {name:?}"), "ai_training, \"ai_training\"");
        assert_eq!(name, "ai_training");
        let kept = std::collections::HashMap::from([(name, 1)]);
        assert_eq!(kept.get("ai_training"), Some(&1));
    }
}
