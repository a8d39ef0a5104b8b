//! Footnotes in the margin: every link to one leads to something visible.

use crate::visit::{Visit, at_both, at_root};

const POST: &str = "posts/the-whole-pantry/";
/// Whether a note at the end is visible, and in the window.
const SEEN: &str = "((note) => note.checkVisibility() && note.getBoundingClientRect().top < innerHeight
    && note.getBoundingClientRect().bottom > 0)(document.getElementById('fn-1'))";
const LIST: &str = "document.querySelector('.footnotes').checkVisibility()";
const MARGIN: &str = "[...document.querySelectorAll('.sidenote')].every((note) => note.checkVisibility())";

#[tokio::test]
async fn on_a_wide_screen_every_way_to_a_note_leads_to_it() {
    at_both(async |visit: Visit| {
        visit.is_wide(1440).await;
        visit.open(POST).await;
        visit.is(MARGIN, true).await;
        visit.is(LIST, false).await;
        // The second reference.
        visit.press("#fnref-1-2").await;
        visit.is(SEEN, true).await;
        visit.press("#fn-1 .back").await;
        visit.stands_at(&format!("{POST}#fnref-1")).await;
        visit.is(LIST, false).await;
        // From a feed, or from another page of the site.
        visit.open("about/").await;
        visit.open(&format!("{POST}#fn-1")).await;
        visit.is(SEEN, true).await;
        visit.open("about/").await;
        visit.mark().await;
        visit.adds_link("Note", &format!("{}{POST}#fn-1", visit.host.base)).await;
        visit.click("Note").await;
        visit.reads("The whole pantry").await;
        visit.is(SEEN, true).await;
        visit.same_document().await;
        visit.back().await;
        visit.reads("About").await;
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn notes_that_the_margin_does_not_have_are_at_the_end() {
    at_root(async |visit: Visit| {
        let text = "A loaf[^a] and another.[^b]\n\n[^a]: It refers on.[^b]\n[^b]: The other one.\n";
        let post = format!("+++\ntitle = \"Notes\"\ndate = 2026-04-01\n+++\n{text}");
        visit.host.adds([("notes.md".to_owned(), post)]);
        visit.is_wide(1440).await;
        visit.open("posts/notes/").await;
        visit.is(LIST, true).await;
    })
    .await;
}
