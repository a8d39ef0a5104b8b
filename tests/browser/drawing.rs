//! What draws pages from their data is loaded once the program has taken over.

use std::fs;

use crate::host::Manner;
use crate::visit::{Visit, at_both};

/// The path of the second file of the program.
fn file(visit: &Visit) -> String {
    let files = fs::read_dir(visit.host.out()).expect("the site").flatten();
    let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    let is = |name: &String| name.ends_with(".wasm") && !name.ends_with("_bg.wasm");
    visit.host.base.to_owned() + &names.find(is).expect("a second file")
}

#[tokio::test]
async fn the_program_takes_over_before_it_can_draw_a_page() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::DrawingLate);
        visit.open("").await;
        let file = file(&visit);
        visit.press("[data-act=theme]").await;
        visit.is("document.documentElement.dataset.theme", "light").await;
        visit.mark().await;
        visit.click("A year of loaves").await;
        visit.reads("A year of loaves").await;
        visit.same_document().await;
        assert_eq!(visit.host.asked(&file).0, 1, "it is loaded once");
    })
    .await;
}

#[tokio::test]
async fn if_what_draws_pages_is_gone_or_never_comes_a_click_loads_the_page() {
    at_both(async |visit: Visit| {
        for manner in [Manner::DrawingMissing, Manner::DrawingNever] {
            visit.host.answers(manner);
            visit.loads_a_post_that_is_clicked().await;
            visit.back().await;
            visit.reads("Crumb").await;
        }
    })
    .await;
}
