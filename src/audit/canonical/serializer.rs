//! The [`Writer`] as serde sees it. Nothing is decided here except that floats are refused.

use serde::{Serialize, ser};

use super::error::CanonicalError;
use super::writer::{List, Object, Writer, Written};

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = CanonicalError;
    type SerializeSeq = List<'w>;
    type SerializeTuple = List<'w>;
    type SerializeTupleStruct = List<'w>;
    type SerializeTupleVariant = List<'w>;
    type SerializeMap = Object<'w>;
    type SerializeStruct = Object<'w>;
    type SerializeStructVariant = Object<'w>;

    fn serialize_bool(self, value: bool) -> Written {
        self.raw(if value { "true" } else { "false" })
    }
    fn serialize_i8(self, number: i8) -> Written {
        self.serialize_i64(number.into())
    }
    fn serialize_i16(self, number: i16) -> Written {
        self.serialize_i64(number.into())
    }
    fn serialize_i32(self, number: i32) -> Written {
        self.serialize_i64(number.into())
    }
    fn serialize_i64(self, number: i64) -> Written {
        self.whole(number.unsigned_abs(), if number < 0 { "-" } else { "" })
    }
    fn serialize_i128(self, number: i128) -> Written {
        self.serialize_i64(number.try_into().map_err(|_| CanonicalError::TooLarge)?)
    }
    fn serialize_u8(self, number: u8) -> Written {
        self.whole(number.into(), "")
    }
    fn serialize_u16(self, number: u16) -> Written {
        self.whole(number.into(), "")
    }
    fn serialize_u32(self, number: u32) -> Written {
        self.whole(number.into(), "")
    }
    fn serialize_u64(self, number: u64) -> Written {
        self.whole(number, "")
    }
    fn serialize_u128(self, number: u128) -> Written {
        self.whole(number.try_into().map_err(|_| CanonicalError::TooLarge)?, "")
    }
    fn serialize_f32(self, number: f32) -> Written {
        self.serialize_f64(number.into())
    }
    // Even `1.0` is refused: no payload holds a float, and one that does has a mistake in it.
    fn serialize_f64(self, _: f64) -> Written {
        Err(CanonicalError::Fraction)
    }
    fn serialize_char(self, value: char) -> Written {
        self.string(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, text: &str) -> Written {
        self.string(text)
    }
    fn serialize_bytes(self, bytes: &[u8]) -> Written {
        bytes.serialize(self)
    }
    fn serialize_none(self) -> Written {
        self.raw("null")
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Written {
        self.raw("null")
    }
    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.raw("null")
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.string(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        self.variant(variant)?;
        value.serialize(&mut *self)?;
        self.raw("}")
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<List<'w>, CanonicalError> {
        Ok(self.list("]"))
    }
    fn serialize_tuple(self, _: usize) -> Result<List<'w>, CanonicalError> {
        Ok(self.list("]"))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'w>, CanonicalError> {
        Ok(self.list("]"))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<List<'w>, CanonicalError> {
        self.variant(variant)?;
        Ok(self.list("]}"))
    }
    fn serialize_map(self, members: Option<usize>) -> Result<Object<'w>, CanonicalError> {
        Ok(self.object("}", members.unwrap_or_default()))
    }
    fn serialize_struct(
        self,
        _: &'static str,
        members: usize,
    ) -> Result<Object<'w>, CanonicalError> {
        Ok(self.object("}", members))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        members: usize,
    ) -> Result<Object<'w>, CanonicalError> {
        self.variant(variant)?;
        Ok(self.object("}}", members))
    }
}

/// Each compound kind of serde's is a [`List`] or an [`Object`] under another name.
macro_rules! compound {
    ($($trait:ident: $method:ident;)*) => {$(
        impl ser::$trait for List<'_> {
            type Ok = ();
            type Error = CanonicalError;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
                self.item(value)
            }
            fn end(self) -> Written {
                self.close()
            }
        }
    )*};
    ($($trait:ident),*) => {$(
        impl ser::$trait for Object<'_> {
            type Ok = ();
            type Error = CanonicalError;
            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Written {
                self.key(key)?;
                self.value(value)
            }
            fn end(self) -> Written {
                self.close()
            }
        }
    )*};
}

compound! {
    SerializeSeq: serialize_element;
    SerializeTuple: serialize_element;
    SerializeTupleStruct: serialize_field;
    SerializeTupleVariant: serialize_field;
}
compound!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Object<'_> {
    type Ok = ();
    type Error = CanonicalError;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.key(key)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.value(value)
    }
    fn end(self) -> Written {
        self.close()
    }
}
