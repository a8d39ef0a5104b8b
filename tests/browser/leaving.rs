//! Links that are not to pages of this site are left to the browser.

use crate::visit::{Visit, at_both};

/// Asserts that on a click, the browser requests a path below the base, and the program requests nothing.
async fn leads_out(visit: &Visit, page: &str, words: &str, path: &str) {
    visit.open(page).await;
    visit.mark().await;
    visit.click(words).await;
    visit.is_asked_for(path).await;
    let data = visit.host.asked(&format!("{path}index.json")).0 + visit.host.asked(&format!("{path}/index.json")).0;
    assert_eq!(data, 0, "{path} is not taken for a page");
}

#[tokio::test]
async fn links_to_feeds_files_and_pictures_are_left_to_the_browser() {
    at_both(async |visit: Visit| {
        let below = |path: &str| format!("{}{path}", visit.host.base);
        leads_out(&visit, "posts/how-bread-rises/", "The feed", &below("feed.xml")).await;
        leads_out(&visit, "posts/how-bread-rises/", "The recipes on one sheet", &below("recipes.pdf")).await;
        leads_out(&visit, "posts/the-starter/", "large", &below("posts/the-starter/jar.png")).await;
        visit.is("document.contentType", "image/png").await;
        visit.back().await;
        visit.started().await;
        visit.reads("A starter of your own").await;
    })
    .await;
}

#[tokio::test]
async fn another_project_of_this_host_is_another_site() {
    at_both(async |visit: Visit| {
        visit.open("posts/how-bread-rises/").await;
        visit.click("The baker’s calculator").await;
        visit.is("document.title", "Calculator").await;
        visit.back().await;
        visit.started().await;
        visit.reads("How bread rises").await;

        // Not marked as external: at `/` it could be a page, and only the host knows.
        visit.adds_link("To the calculator", "/calculator/").await;
        visit.click("To the calculator").await;
        visit.is("document.title", "Calculator").await;
        visit.is("location.pathname", "/calculator/").await;
        visit.back().await;
        visit.started().await;
        visit.reads("How bread rises").await;
    })
    .await;
}

#[tokio::test]
async fn a_base_is_not_the_beginning_of_another_name() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        visit.adds_link("The old blog", "/repo-old/feed.xml").await;
        visit.click("The old blog").await;
        visit.is_asked_for("/repo-old/feed.xml").await;
        visit.is("window.mark === undefined", true).await;
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_address_the_browser_refuses_is_loaded_by_it() {
    at_both(async |visit: Visit| {
        visit.runs_first(
            "History.prototype.pushState = () => { throw new DOMException('too many', 'SecurityError'); };",
        );
        visit.open("").await;
        visit.follow("A year of loaves").await;
        visit.comes_to("posts/a-year-of-loaves/").await;
    })
    .await;
}
