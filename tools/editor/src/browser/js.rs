//! JavaScript values by name.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A property; `undefined` if the object has none.
#[must_use]
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A property of the window or the worker.
#[must_use]
pub fn global(name: &str) -> JsValue {
    get(&js_sys::global(), name)
}

/// A property that is a text, or an empty one.
#[must_use]
pub fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

/// A property that is a number, or 0.
#[must_use]
pub fn number(object: &JsValue, name: &str) -> f64 {
    get(object, name).as_f64().unwrap_or_default()
}

/// Sets a property.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// An object with these properties.
#[must_use]
pub fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new().into();
    for (name, value) in properties {
        set(&object, name, value);
    }
    object
}

/// Calls a method.
///
/// # Errors
/// What the method throws, or that the object has no such method.
pub fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function = get(object, method);
    let function: &Function = function.dyn_ref().ok_or_else(|| js_sys::Error::new(&format!("no method {method}")))?;
    function.apply(object, &arguments.iter().collect::<Array>())
}

/// Calls a method, and waits if the result is a promise.
///
/// # Errors
/// What the method throws, or what the promise is rejected with.
pub async fn call_async(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    settle(call(object, method, arguments)?).await
}

/// Waits for a promise. Other values are returned as they are.
///
/// # Errors
/// What the promise is rejected with.
pub async fn settle(value: JsValue) -> Result<JsValue, JsValue> {
    match value.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(value) => Ok(value),
    }
}

/// The bytes of an `ArrayBuffer` or a `Uint8Array`.
#[must_use]
pub fn bytes(value: &JsValue) -> Vec<u8> {
    Uint8Array::new(value).to_vec()
}

/// What an error says.
#[must_use]
pub fn message(error: &JsValue) -> String {
    let message = text(error, "message");
    if message.is_empty() { error.as_string().unwrap_or_else(|| text(error, "name")) } else { message }
}

/// Waits.
pub async fn sleep(milliseconds: i32) {
    let wait = Promise::new(&mut |resolve, _| {
        let _ = call(&js_sys::global(), "setTimeout", &[resolve.into(), milliseconds.into()]);
    });
    let _ = JsFuture::from(wait).await;
}

/// A function that JavaScript may call at any later time, and which therefore stays for as long as the page.
#[must_use]
pub fn callback(function: impl FnMut(JsValue) + 'static) -> Function {
    Closure::<dyn FnMut(JsValue)>::new(function).into_js_value().unchecked_into()
}
