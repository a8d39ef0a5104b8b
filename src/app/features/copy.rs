//! Copies to the clipboard: the text of a code block, the address of a heading.

use std::time::Duration;

use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Clipboard, Element};

use crate::app::dom::focus::announce;
use crate::app::dom::{closest, within};
use crate::app::session::Session;
use crate::content::Message;

/// How long a button shows the result.
const RESULT_TIME: Duration = Duration::from_secs(2);

/// Copies the code block that a button belongs to.
pub(crate) fn code(session: Session, button: Element) {
    let code = closest(&button, ".code").and_then(|block| within(&block, "code"));
    let Some(text) = code.and_then(|code| code.text_content()) else { return };
    // With a line break at its end, a shell would run pasted text at once.
    let text = text.trim_end_matches('\n').to_owned();
    // Stored in the button, because on a second click it may still show the result.
    let word = button.get_attribute("value").or_else(|| button.text_content()).unwrap_or_default();
    let _ = button.set_attribute("value", &word);
    copy(session, text, move |said| {
        button.set_text_content(Some(said));
        set_timeout(move || button.set_text_content(Some(&word)), RESULT_TIME);
    });
}

/// Copies the address of a heading.
pub(crate) fn address(session: Session, address: String) {
    copy(session, address, |_| ());
}

fn copy(session: Session, text: String, say: impl FnOnce(&str) + 'static) {
    spawn_local(async move {
        let copied = match write(&text) {
            Some(written) => js_sys::futures::JsFuture::from(written).await.is_ok(),
            None => false,
        };
        let site = session.site();
        let said = site.words.get(if copied { Message::Copied } else { Message::NotCopied });
        say(said);
        announce(said);
    });
}

/// `None` if there is no clipboard: browsers have one only with HTTPS.
fn write(text: &str) -> Option<Promise> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    Some(clipboard.dyn_into::<Clipboard>().ok()?.write_text(text))
}
