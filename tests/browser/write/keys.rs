//! The keyboard alone.

use fantoccini::key::Key;

use crate::engine::Engine;

use super::author::{Author, FIELD, HELLO, STATE, at_the_list};

/// Where the focus is: a command, a link, or an id.
const FOCUS: &str = "((at) => at.dataset.do ?? at.getAttribute('href') ?? at.id)(document.activeElement)";

impl Author {
    /// Presses Tab until the focus is there.
    async fn tabs_to(&self, place: &str) {
        let mut seen = Vec::new();
        for _ in 0..60 {
            let now = self.text(FOCUS).await;
            if now == place {
                return;
            }
            seen.push(now);
            self.presses(&Key::Tab.to_string()).await;
        }
        panic!("Tab does not lead to {place}: {seen:?}");
    }
}

#[tokio::test]
async fn a_text_is_opened_written_looked_up_and_saved_by_keys_alone() {
    at_the_list(async |author: Author| {
        author.tabs_to(&format!("#{HELLO}")).await;
        author.presses("\n").await;
        author.has_opened().await;
        author.is(&format!("document.activeElement === {FIELD}"), true).await;
        author.presses(&format!("{}{}{}", Key::Control, Key::End, Key::Null)).await;
        author.presses("- One\nTwo").await;
        author.says(&format!("{FIELD}.value"), "- One\n- Two").await;
        // In a list, Tab indents; behind Escape it leads on, as elsewhere.
        author.presses(&Key::Tab.to_string()).await;
        author.says(&format!("{FIELD}.value"), "- One\n  - Two").await;
        author.presses(&Key::Escape.to_string()).await;
        author.presses(&Key::Tab.to_string()).await;
        author.is(&format!("document.activeElement === {FIELD}"), false).await;
        if Engine::tested() == Engine::WebKit {
            // It tells no event in the preview, a frame without scripts, not even to this page: keys do nothing there.
            author.runs(&format!("{FIELD}.focus()")).await;
        }
        author.presses_control('f').await;
        author.is(FOCUS, "write-find-what").await;
        author.presses("first").await;
        author.says("document.querySelector('.write-find').innerText", "1").await;
        author.presses(&Key::Escape.to_string()).await;
        author.is(&format!("document.activeElement === {FIELD}"), true).await;
        author.saves().await;
        assert!(author.file(HELLO).ends_with("- One\n  - Two"), "{}", author.file(HELLO));
    })
    .await;
}

#[tokio::test]
async fn a_dialog_keeps_the_focus_and_gives_it_back() {
    at_the_list(async |author: Author| {
        author.tabs_to("new").await;
        author.presses(" ").await;
        author.is("document.activeElement.name", "title").await;
        for _ in 0..8 {
            author.presses(&Key::Tab.to_string()).await;
            let within =
                "document.activeElement === document.body || document.activeElement.closest('dialog') !== null";
            author.is(within, true).await;
        }
        author.runs("document.querySelector('dialog input').focus()").await;
        author.presses(&Key::Escape.to_string()).await;
        author.is("document.querySelector('dialog') === null", true).await;
        author.is(FOCUS, "new").await;
    })
    .await;
}

#[tokio::test]
async fn commands_mark_words_and_are_undone() {
    at_the_list(async |author: Author| {
        author.opens(HELLO).await;
        let before = author.text(&format!("{FIELD}.value")).await;
        author
            .runs(&format!(
                "const field = {FIELD}, at = field.value.indexOf('first'); field.setSelectionRange(at, at + 5)"
            ))
            .await;
        author.presses_control('b').await;
        author.is(&format!("{FIELD}.value"), before.replace("first", "**first**")).await;
        author.presses_control('i').await;
        author.is(&format!("{FIELD}.value"), before.replace("first", "***first***")).await;
        author.presses_control('z').await;
        author.presses_control('z').await;
        author.is(&format!("{FIELD}.value"), before).await;
        author.says(STATE, "Unchanged").await;
    })
    .await;
}
