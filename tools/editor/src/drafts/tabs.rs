//! One text is edited in one tab at a time. Browser only.
//!
//! The tab that edits a text holds a lock (Web Locks), which the browser frees when the tab ends, however it ends. A tab
//! that takes a text over first asks the other, through a channel, to write its draft and to let go.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

use crate::browser::js;

/// The lock of a text, while this tab edits it. Dropping it frees the text.
#[derive(Debug)]
pub struct Held {
    /// Settles the promise that the lock is held for. `None` where the browser has no locks.
    release: Option<Function>,
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.release.as_ref().map(|release| release.call0(&JsValue::NULL));
    }
}

/// How a lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ask {
    /// If no other tab holds it.
    IfFree,
    /// From whichever tab holds it.
    Steal,
}

/// Asks for the lock of a text. `None` if another tab holds it. `lost` is called if another tab steals it.
///
/// A browser without locks gives every tab one: it is better to edit than not to.
pub async fn hold(base: &str, path: &str, ask: Ask, lost: impl FnOnce() + 'static) -> Option<Held> {
    let locks = js::get(&js::global("navigator"), "locks");
    if locks.is_undefined() {
        return Some(Held { release: None });
    }
    let release: Rc<RefCell<Option<Function>>> = Rc::default();
    let options = js::object(&[match ask {
        Ask::IfFree => ("ifAvailable", true.into()),
        Ask::Steal => ("steal", true.into()),
    }]);
    let mut lost = Some(lost);
    let answer = Promise::new(&mut |answered, _| {
        let release = Rc::clone(&release);
        // Called with the lock, or with null. The lock is held until the returned promise is settled.
        let granted = Closure::<dyn FnMut(JsValue) -> JsValue>::new(move |lock: JsValue| {
            let _ = answered.call1(&JsValue::NULL, &JsValue::from(!lock.is_null()));
            if lock.is_null() {
                return JsValue::NULL;
            }
            Promise::new(&mut |done, _| *release.borrow_mut() = Some(done)).into()
        });
        let request = js::call(&locks, "request", &[name(base, path), options.clone(), granted.into_js_value()]);
        let mut lost = lost.take();
        let rejected = js::callback(move |_| {
            if let Some(lost) = lost.take() {
                lost()
            }
        });
        let _ = request.and_then(|promise| js::call(&promise, "catch", &[rejected.into()]));
    });
    let granted = js::settle(answer.into()).await.is_ok_and(|granted| granted.is_truthy());
    granted.then(|| Held { release: release.borrow_mut().take() })
}

/// Asks the tab that edits a text to write its draft and to let go.
pub fn ask_to_let_go(base: &str, path: &str) {
    if let Ok(channel) = channel(base) {
        let _ = js::call(&channel, "postMessage", &[path.into()]);
        let _ = js::call(&channel, "close", &[]);
    }
}

/// Calls a function with the path of each text that another tab wants to edit.
pub fn on_asked(base: &str, mut asked: impl FnMut(String) + 'static) {
    if let Ok(channel) = channel(base) {
        let listener = js::callback(move |event| asked(js::text(&event, "data")));
        js::set(&channel, "onmessage", &listener);
        // Open for as long as the page: a channel that nothing refers to may be collected.
        std::mem::forget(channel);
    }
}

fn channel(base: &str) -> Result<JsValue, JsValue> {
    let constructor: Function = js::global("BroadcastChannel").dyn_into()?;
    js_sys::Reflect::construct(&constructor, &js_sys::Array::of1(&format!("personal-page:{base}:write").into()))
}

fn name(base: &str, path: &str) -> JsValue {
    format!("personal-page:{base}:write:{path}").into()
}
