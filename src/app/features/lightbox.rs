//! The lightbox: a picture of the article alone on the screen.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlDialogElement};

use crate::app::dom::{all_in_page, append, closest, find, within};
use crate::app::session::Session;
use crate::view;
use crate::view::contract::attributes;

/// Shows the picture of a link, if it links to one. The browser returns the focus to the link when it closes.
pub(crate) fn open(session: Session, link: &Element) -> bool {
    let Some(index) = pictures().iter().position(|picture| picture == link) else { return false };
    if dialog().is_none() {
        append(&view::lightbox(&session.site().words).into_string());
    }
    let shown = dialog().and_then(|dialog| {
        show(&dialog, index as i32)?;
        dialog.show_modal().ok()
    });
    shown.is_some()
}

/// Shows another picture of the article, if the lightbox is open. The first follows the last.
pub(crate) fn step(by: i32) {
    let Some(dialog) = dialog().filter(HtmlDialogElement::open) else { return };
    let many = pictures().len() as i32;
    let index: i32 = dialog.get_attribute(attributes::INDEX).and_then(|index| index.parse().ok()).unwrap_or_default();
    show(&dialog, (index + by).rem_euclid(many.max(1)));
}

/// Shows the picture to the left or right: in a right-to-left script, the next is on the left.
pub(crate) fn turn(right: i32) {
    step(if find("[dir=rtl] .lightbox").is_some() { -right } else { right });
}

/// The links of the pictures that are shown: of a picture for light and one for dark pages, one is not.
fn pictures() -> Vec<Element> {
    let mut pictures = all_in_page("a.zoom");
    pictures.retain(|picture| picture.client_width() > 0);
    pictures
}

fn dialog() -> Option<HtmlDialogElement> {
    find("dialog.lightbox").map(JsCast::unchecked_into)
}

/// Puts copies of a picture, in its full size, and of its caption into the dialog.
fn show(dialog: &Element, index: i32) -> Option<()> {
    let links = pictures();
    let link = links.get(index as usize)?;
    let picture: Element = within(link, "img")?.clone_node().ok()?.unchecked_into();
    for attribute in ["srcset", "sizes", "loading", "class"] {
        picture.remove_attribute(attribute).ok()?;
    }
    picture.set_attribute("src", &link.get_attribute("href")?).ok()?;
    let figure = within(dialog, "figure")?;
    figure.set_inner_html("");
    figure.append_child(&picture).ok()?;
    if let Some(caption) = closest(link, "figure").and_then(|figure| within(&figure, "figcaption")) {
        figure.append_child(&caption.clone_node_with_deep(true).ok()?).ok()?;
    }
    dialog.set_attribute(attributes::INDEX, &index.to_string()).ok()?;
    dialog.set_attribute(attributes::OF, &(links.len() as i32).to_string()).ok()
}
