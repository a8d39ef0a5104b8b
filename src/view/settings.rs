//! The reader's settings: two buttons in the header, and the panel that one of them opens.

use maud::{Markup, PreEscaped, html};

use super::contract::action::Action;
use super::contract::ids::PANEL;
use super::label::Label;
use crate::content::{Message, Messages};

/// A setting.
pub struct Setting {
    /// The attribute of `<html>` that stores it, without `data-`.
    pub name: &'static str,
    /// Its label.
    pub label: Message,
    /// The value of each choice. The empty one applies while the attribute is absent.
    pub values: &'static [&'static str],
    /// The labels of the choices.
    pub names: Message,
}

/// The theme.
pub static THEME: &Setting = &SETTINGS[0];

/// All settings.
pub static SETTINGS: [Setting; 6] = [
    Setting { name: "theme", label: Message::Theme, values: &["", "light", "dark"], names: Message::Themes },
    Setting { name: "size", label: Message::Size, values: &["small", "", "large", "larger"], names: Message::Sizes },
    Setting { name: "measure", label: Message::Measure, values: &["narrow", "", "wide"], names: Message::Measures },
    Setting { name: "leading", label: Message::Leading, values: &["tight", "", "loose"], names: Message::Leadings },
    Setting { name: "face", label: Message::Face, values: &["", "sans"], names: Message::Faces },
    Setting { name: "previews", label: Message::Previews, values: &["", "on", "off"], names: Message::PreviewsWhen },
];

/// The icons of the themes, each 16 by 16: a half-filled disc, a sun, a moon.
const ICONS: [&str; 3] = [
    r#"<circle cx="8" cy="8" r="6"/><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor"/>"#,
    r#"<circle cx="8" cy="8" r="3"/><path d="M8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1m0-10-1 1m-8 8-1 1"/>"#,
    r#"<path d="M13.5 9.8A6 6 0 1 1 6.2 2.5a4.8 4.8 0 0 0 7.3 7.3z"/>"#,
];

/// The icon of the search: a lens.
const LENS: &str = r#"<circle cx="7" cy="7" r="4.6"/><path d="m10.5 10.5 3.8 3.8"/>"#;

/// The buttons in the header. They contain all three themes, and the style shows the current one, so that it is right
/// from the first paint on.
pub(super) fn buttons(words: &Messages) -> String {
    let themes = THEME.values.iter().zip(ICONS).enumerate();
    let buttons = html! {
        button type="button" data-act=(Action::Search) {
            svg viewBox="0 0 16 16" aria-hidden="true" { (PreEscaped(LENS)) }
            span.unseen { (Label(words, Message::Search)) }
        }
        button type="button" data-act=(Action::NextTheme) {
            @for (index, (value, icon)) in themes {
                @let name = words.form(THEME.names, index);
                span data-is=(value) {
                    svg viewBox="0 0 16 16" aria-hidden="true" { (PreEscaped(icon)) }
                    span.unseen { (words.fill(Message::ThemeNow, &[("name", name)])) }
                }
            }
        }
        button type="button" data-act=(Action::Settings) {
            span aria-hidden="true" { "Aa" }
            span.unseen { (Label(words, Message::Settings)) }
        }
    };
    buttons.into_string()
}

/// The panel of settings, created when first opened.
#[must_use]
pub fn panel(words: &Messages) -> Markup {
    html! {
        div id=(PANEL) popover role="group" aria-label=(Label(words, Message::Settings)) {
            // The owner has left the others out: their labels are empty.
            @for setting in SETTINGS.iter().filter(|setting| !words.get(setting.label).is_empty()) {
                fieldset {
                    legend { (Label(words, setting.label)) }
                    @for (index, value) in setting.values.iter().enumerate() {
                        label { input type="radio" name=(setting.name) value=(value); (words.form(setting.names, index)) }
                    }
                }
            }
            p {
                button type="button" data-act=(Action::ResetSettings) { (Label(words, Message::Reset)) }
                button type="button" data-act=(Action::ForgetProgress) { (Label(words, Message::Forget)) }
            }
            p { (Label(words, Message::KeptHere)) }
        }
    }
}
