//! A reader who suggests a change to a text.

use fantoccini::key::Key;

use super::author::FIELD;
use super::github::GitHub;
use super::token::on_github;
use crate::visit::{Visit, at_root};

const POST: &str = "posts/counting-loaves.md";

#[tokio::test]
async fn a_reader_suggests_a_change_at_the_words_that_are_selected() {
    at_root(async |visit: Visit| {
        let source = visit.host.source(POST);
        let github = GitHub::with(&[(POST, &source)]);
        visit.host.edit("site.toml", "language = \"en\"\n", "language = \"en\"\nwrite.suggestions = true\n");
        on_github(&visit, &github).await;
        visit.arrive("posts/counting-loaves/").await;
        visit.started().await;
        let block = "[...document.querySelectorAll('.text > p')].at(-1)";
        // The script that names the block comes with the first key.
        visit.presses(Key::Shift).await;
        visit.get(&format!("getSelection().selectAllChildren({block})")).await;
        visit.is("document.querySelector('.passage:popover-open') !== null", true).await;
        let words = visit.get(&format!("{block}.textContent.trim().split(/\\s+/, 2).join(' ')")).await;
        visit.press(".suggest a").await;
        visit.is("location.pathname + location.hash", format!("/write/#{POST}")).await;
        visit.is(&format!("{FIELD}?.value ?? ''"), source).await;
        let at_caret = format!("{FIELD}.value.slice({FIELD}.selectionStart).split(/\\s+/, 2).join(' ')");
        visit.is(&at_caret, words).await;
    })
    .await;
}
