//! The reader's settings: attributes of `<html>` that the style depends on, stored for the next visit. A script in
//! `index.html` restores them before the first paint.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

use crate::app::dom::focus::announce;
use crate::app::dom::{all, closest, find, storage};
use crate::content::{Message, Site};
use crate::view::contract::storage::SETTINGS as STORED_SETTINGS;
use crate::view::{self, Action, PANEL, SETTINGS, Setting, THEME};

/// Switches to the next theme, and announces it.
pub(crate) fn next_theme(site: &Site) {
    let now = get(THEME.name);
    let index = THEME.values.iter().position(|value| *value == now).unwrap_or_default();
    let next = (index + 1) % THEME.values.len();
    set(&site.base, THEME.name, THEME.values[next]);
    let name = site.words.form(THEME.names, next);
    announce(&site.words.fill(Message::ThemeNow, &[("name", name)]));
}

/// Adds the panel if it is missing, and shows the current choices. The browser opens it, because the button names it;
/// the attribute is set only here, since the element it names must exist.
pub(crate) fn prepare_panel(site: &Site, button: &Element) {
    if document().get_element_by_id(PANEL).is_none() {
        let _ = button.insert_adjacent_html("afterend", &view::panel(&site.words).into_string());
        let _ = button.set_attribute("popovertarget", PANEL);
    }
    show_choices(site);
}

/// Applies a choice made in the panel.
pub(crate) fn choose(base: &str, input: &HtmlInputElement) {
    if closest(input, "[popover]").is_some() {
        set(base, &input.name(), &input.value());
    }
}

/// Resets all settings.
pub(crate) fn reset(site: &Site) {
    for setting in &SETTINGS {
        set(&site.base, setting.name, "");
    }
    show_choices(site);
}

fn show_choices(site: &Site) {
    for input in all("[popover] input") {
        let input: HtmlInputElement = input.unchecked_into();
        input.set_checked(get(&input.name()) == input.value());
    }
    if let Some(button) = find(Action::ForgetProgress.selector()) {
        button.set_text_content(Some(site.words.get(Message::Forget)));
    }
}

fn get(name: &str) -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute(&["data-", name].concat())).unwrap_or_default()
}

fn set(base: &str, name: &str, value: &str) {
    let Some(root) = document().document_element() else { return };
    let attribute = ["data-", name].concat();
    let _ = if value.is_empty() { root.remove_attribute(&attribute) } else { root.set_attribute(&attribute, value) };
    let mut kept = String::new();
    for Setting { name, .. } in &SETTINGS {
        let value = get(name);
        if !value.is_empty() {
            kept.extend([if kept.is_empty() { "" } else { "&" }, name, "=", &value]);
        }
    }
    storage::write(base, STORED_SETTINGS, &kept);
}
