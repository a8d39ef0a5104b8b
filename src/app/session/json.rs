//! Deserialises JSON that the browser has parsed. A general crate adds a parser, all types of numbers and messages for
//! each error: a tenth of the size of the program, without a use for readers.

mod access;
mod integer;

use std::fmt::{self, Display};

use leptos::wasm_bindgen::prelude::*;
use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use access::Parts;
use integer::integer;

#[wasm_bindgen]
extern "C" {
    /// An object, or an array by its indices.
    type Object;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn part(this: &Object, name: &str) -> JsValue;
}

/// Reads JSON. `None` if it is malformed, or of another shape than the type.
pub(crate) fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    read_value(js_sys::JSON::parse(json).ok()?)
}

/// Reads a value of JavaScript. `None` if it is of another shape than the type.
pub(crate) fn read_value<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    T::deserialize(Value(value)).ok()
}

/// A value of JavaScript.
struct Value(JsValue);

/// The error of a value of another shape than its type: the data is of another version. Which value does not matter.
#[derive(Debug)]
struct Mismatch;

impl Display for Mismatch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("another shape")
    }
}

impl std::error::Error for Mismatch {}

impl serde::de::Error for Mismatch {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// Reads integers. The visitor refuses what its type cannot hold.
macro_rules! deserialize_integers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
            visitor.visit_i64(self.0.as_f64().and_then(integer).ok_or(Mismatch)?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Value {
    type Error = Mismatch;

    /// The types that no method below reads, floating-point numbers among them, do not occur in the data of pages.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }

    deserialize_integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_bool(self.0.as_bool().ok_or(Mismatch)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_string(self.0.as_string().ok_or(Mismatch)?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &str, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let array = self.0.dyn_into::<js_sys::Array>().map_err(|_| Mismatch)?;
        visitor.visit_seq(Parts(array.iter()))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_seq(visitor)
    }

    /// Deserialises the sequence of its fields, in the order of their declaration: half the code of a map.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &str,
        fields: &'static [&str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        let object = self.0.dyn_ref::<js_sys::Object>().ok_or(Mismatch)?.unchecked_ref::<Object>();
        visitor.visit_seq(Parts(fields.iter().map(|name| object.part(name))))
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &str, _: &'static [&str], visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char str bytes byte_buf unit unit_struct tuple_struct map ignored_any
    }
}
