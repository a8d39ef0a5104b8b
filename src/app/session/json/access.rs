//! The parts of a value: elements, fields, and the contents of variants.

use leptos::wasm_bindgen::prelude::*;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, SeqAccess, VariantAccess, Visitor};

use super::{Mismatch, Object, Value};

/// The elements of an array, or the fields of an object. A missing one is skipped: the field has a default, or its type
/// makes an error of it.
pub(super) struct Parts<I>(pub(super) I);

impl<'de, I: Iterator<Item = JsValue>> SeqAccess<'de> for Parts<I> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mismatch> {
        let part = self.0.next().filter(|part| !part.is_undefined());
        part.map(|part| seed.deserialize(Value(part))).transpose()
    }
}

/// A variant is its name, or an object with the name as its only key.
impl<'de> EnumAccess<'de> for Value {
    type Error = Mismatch;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), Mismatch> {
        if self.0.is_string() {
            return Ok((seed.deserialize(self)?, Self(JsValue::NULL)));
        }
        let name =
            self.0.dyn_ref::<js_sys::Object>().map(|object| js_sys::Object::keys(object).get(0)).ok_or(Mismatch)?;
        let inside = self.0.unchecked_ref::<Object>().part(&name.as_string().ok_or(Mismatch)?);
        Ok((seed.deserialize(Self(name))?, Self(inside)))
    }
}

impl<'de> VariantAccess<'de> for Value {
    type Error = Mismatch;

    fn unit_variant(self) -> Result<(), Mismatch> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Mismatch> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&str], visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_struct("", fields, visitor)
    }
}
