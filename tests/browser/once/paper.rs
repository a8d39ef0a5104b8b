//! A printed page.

use personal_page::view::Action;
use serde_json::json;

use crate::visit::{Visit, at_root};

impl Visit {
    /// Emulates print media at a width in CSS pixels.
    async fn is_on_paper(&self, width: u32) {
        self.is_wide(width).await;
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    }
}

#[tokio::test]
async fn notes_stand_on_paper_once_however_wide_it_is() {
    at_root(async |visit: Visit| {
        for width in [600, 1100, 1600] {
            visit.open("posts/the-whole-pantry/").await;
            visit.is_on_paper(width).await;
            visit.is("document.querySelector('.footnotes').checkVisibility()", true).await;
            visit.is("[...document.querySelectorAll('.sidenote')].some((note) => note.checkVisibility())", false).await;
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_that_lies_over_a_page_is_printed() {
    at_root(async |visit: Visit| {
        let seen = "[...document.querySelectorAll('dialog, [popover], .resume')].filter((over) => over.checkVisibility()).length";
        for open in [".zoom", Action::Search.selector(), Action::Settings.selector()] {
            visit.open("posts/the-starter/").await;
            visit.press(open).await;
            visit.is(seen, 1).await;
            visit.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            visit.is(seen, 0).await;
            visit.is("getComputedStyle(document.documentElement).overflowY", "visible").await;
            visit.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
        }
    })
    .await;
}
