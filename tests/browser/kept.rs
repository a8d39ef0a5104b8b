//! Pages kept for offline reading stay as long as the reader wants.

use crate::console;
use crate::host::Manner;
use crate::visit::{Visit, at_both, at_root};

const PRESSED: &str = "document.querySelector('article .keep')?.getAttribute('aria-pressed')";
const SAID: &str = "document.getElementById('announcer').textContent";

#[tokio::test]
async fn an_article_is_kept_and_released_by_its_button() {
    at_both(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.open("posts/the-whole-pantry/").await;
        visit.is(PRESSED, "false").await;
        assert_eq!(visit.text(".keep").await, "Keep for offline reading");
        visit.press(".keep").await;
        visit.is(PRESSED, "true").await;
        visit.is(SAID, "Kept for offline reading").await;

        visit.follow_to("Previous Rye from nothing: the loaf", "Rye from nothing: the loaf").await;
        visit.is(PRESSED, "false").await;
        visit.back().await;
        visit.reads("The whole pantry").await;
        visit.is(PRESSED, "true").await;
        visit.is("document.querySelectorAll('.page:not([data-staged]) .keep').length", 1).await;

        let errors = console::errors(&visit.client).await;
        assert!(!errors.iter().any(|error| error.contains("Content Security Policy")), "{errors:#?}");
        // All of its pictures are there, also those further down.
        visit.host.leaves();
        visit.open("posts/the-whole-pantry/").await;
        visit.is(PRESSED, "true").await;
        let load = "document.querySelectorAll('.page:not([data-staged]) img').forEach((image) => image.loading = 'eager')";
        visit.client.execute(load, vec![]).await.expect("a page");
        visit
            .is("[...document.querySelectorAll('.page:not([data-staged]) img')].every(({ naturalWidth }) => naturalWidth > 0)", true)
            .await;
        visit.press(".keep").await;
        visit.is(PRESSED, "false").await;
        visit.is(SAID, "No longer kept").await;
        visit.host.comes_back().await;
        visit.open("posts/the-whole-pantry/").await;
        visit.is(PRESSED, "false").await;
    })
    .await;
}

#[tokio::test]
async fn a_kept_post_outlasts_those_that_were_only_read() {
    at_root(async |visit: Visit| {
        visit.is_readable_offline(true);
        let post = |n| (format!("loaf-{n}.md"), format!("+++\ntitle = \"Loaf {n}\"\ndate = 2024-01-01\n+++\nBaked.\n"));
        visit.host.adds((1..=50).map(post));
        visit.open("posts/the-starter/").await;
        visit.is(PRESSED, "false").await;
        visit.press(".keep").await;
        visit.is(PRESSED, "true").await;
        visit.dwells_on("posts/how-bread-rises/").await;
        visit.started().await;
        for n in 1..=50 {
            visit.dwells_on(&format!("posts/loaf-{n}/")).await;
        }
        visit.host.leaves();
        for (path, heading) in [("loaf-1", "Loaf 1"), ("the-starter", "A starter of your own")] {
            visit.arrive(&format!("posts/{path}/")).await;
            visit.reads(heading).await;
        }
        visit.arrive("posts/how-bread-rises/").await;
        visit.reads("You are offline").await;
        visit.is("document.querySelector('#readable a').textContent", "A starter of your own").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_cannot_be_kept_says_so() {
    at_root(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.host.answers(Manner::CachesRefused);
        visit.open("posts/the-starter/").await;
        visit.is(PRESSED, "false").await;
        visit.press(".keep").await;
        visit.is(SAID, "Could not be kept").await;
        visit.is(PRESSED, "false").await;
        assert_eq!(visit.text(".keep").await, "Could not be kept");
    })
    .await;
}
