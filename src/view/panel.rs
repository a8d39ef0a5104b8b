//! What a reader can set: the two buttons in the header, and the panel that one of them opens.

use maud::{Markup, PreEscaped, html};

use super::words::WORDS;

/// The `id` of the panel.
pub const PANEL: &str = "reading-panel";

/// Something a reader can set.
pub struct Setting {
    /// The attribute of `<html>` that holds it, without its `data-`.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// The value and the name of each choice. The one without a value holds as long as the attribute is absent.
    pub choices: &'static [(&'static str, &'static str)],
}

/// The theme.
pub static THEME: &Setting = &SETTINGS[0];

/// All there is to set.
pub static SETTINGS: [Setting; 5] = [
    Setting {
        name: "theme",
        label: WORDS.theme,
        choices: &[("", WORDS.themes[0]), ("light", WORDS.themes[1]), ("dark", WORDS.themes[2])],
    },
    Setting {
        name: "size",
        label: WORDS.size,
        choices: &[
            ("small", WORDS.sizes[0]),
            ("", WORDS.sizes[1]),
            ("large", WORDS.sizes[2]),
            ("larger", WORDS.sizes[3]),
        ],
    },
    Setting {
        name: "measure",
        label: WORDS.measure,
        choices: &[("narrow", WORDS.measures[0]), ("", WORDS.measures[1]), ("wide", WORDS.measures[2])],
    },
    Setting {
        name: "leading",
        label: WORDS.leading,
        choices: &[("tight", WORDS.leadings[0]), ("", WORDS.leadings[1]), ("loose", WORDS.leadings[2])],
    },
    Setting { name: "face", label: WORDS.face, choices: &[("", WORDS.faces[0]), ("sans", WORDS.faces[1])] },
];

/// The icons of the themes, each in 16 by 16: a disc half lit, a sun, a moon.
const ICONS: [&str; 3] = [
    r#"<circle cx="8" cy="8" r="6"/><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor"/>"#,
    r#"<circle cx="8" cy="8" r="3"/><path d="M8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1m0-10-1 1m-8 8-1 1"/>"#,
    r#"<path d="M13.5 9.8A6 6 0 1 1 6.2 2.5a4.8 4.8 0 0 0 7.3 7.3z"/>"#,
];

/// A lens.
const LENS: &str = r#"<circle cx="7" cy="7" r="4.6"/><path d="m10.5 10.5 3.8 3.8"/>"#;

/// The buttons in the header. All three themes are there, and the style shows the one that holds:
/// so the button is right from the first paint on.
pub(super) fn buttons() -> String {
    let themes = THEME.choices.iter().zip(ICONS);
    let buttons = html! {
        button type="button" data-act="search" {
            svg viewBox="0 0 16 16" aria-hidden="true" { (PreEscaped(LENS)) }
            span.unseen { (WORDS.search) }
        }
        button type="button" data-act="theme" {
            @for ((value, name), icon) in themes {
                span data-is=(value) {
                    svg viewBox="0 0 16 16" aria-hidden="true" { (PreEscaped(icon)) }
                    span.unseen { (THEME.label) ": " (name) }
                }
            }
        }
        button type="button" data-act="settings" {
            span aria-hidden="true" { "Aa" }
            span.unseen { (WORDS.settings) }
        }
    };
    buttons.into_string()
}

/// The panel. It is made when it is first opened.
#[must_use]
pub fn panel() -> Markup {
    html! {
        div id=(PANEL) popover role="group" aria-label=(WORDS.settings) {
            @for setting in &SETTINGS {
                fieldset {
                    legend { (setting.label) }
                    @for (value, name) in setting.choices {
                        label { input type="radio" name=(setting.name) value=(value); (name) }
                    }
                }
            }
            p {
                button type="button" data-act="reset" { (WORDS.reset) }
                button type="button" data-act="forget" { (WORDS.forget) }
            }
            p { (WORDS.kept_here) }
        }
    }
}
