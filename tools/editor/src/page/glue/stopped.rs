//! Tells the author when the program of the page has failed: it cannot go on, and no longer keeps what is typed.

use std::panic::{PanicHookInfo, set_hook};

use web_sys::{Element, HtmlElement};

use super::dom;
use crate::browser::js;
use crate::page::stopped;
use crate::page::view::ids;

/// Tells of each panic from now on.
pub(super) fn begin() {
    set_hook(Box::new(|info| {
        let _ = js::call(&js::global("console"), "error", &[info.to_string().into()]);
        tell(&notice(info));
    }));
}

fn notice(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let reason =
        payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let place = info.location().map(|place| (place.file(), place.line()));
    let notice = stopped::notice(reason.unwrap_or("it gives no reason"), place);
    format!("{} — {}", notice.message, notice.remedy)
}

/// Puts a message above the editor. Those that follow from the first say no more.
fn tell(message: &str) {
    let Some(root) = dom::by_id::<HtmlElement>(ids::WRITE) else { return };
    if dom::by_id::<Element>(ids::STOPPED).is_some() {
        return;
    }
    let Ok(told) = dom::document().create_element("div") else { return };
    told.set_id(ids::STOPPED);
    told.set_class_name("write-notice");
    let _ = told.set_attribute("role", "alert");
    told.set_text_content(Some(message));
    // Beside what is drawn, which takes nothing away there.
    let _ = root.before_with_node_1(&told);
    told.scroll_into_view();
}
