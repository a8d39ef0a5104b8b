//! Offline reading: pages read before open again, and others show an explanation.

use crate::console;
use crate::engine::Engine;
use crate::host::Manner;
use crate::visit::{Visit, at_both, at_root, ready};

const OFFLINE: &str = "You are offline";

impl Visit {
    /// Publishes the site with a service worker, or without; and disables the browser's own cache, so that pages read
    /// offline come from the worker.
    pub(crate) fn is_readable_offline(&self, offline: bool) {
        self.host.is_readable_offline(offline);
        self.host.answers(Manner::NothingKept);
    }

    /// Opens a page, and waits until the worker has stored it.
    pub(crate) async fn dwells_on(&self, path: &str) {
        self.arrive(path).await;
        self.is_kept(path).await;
    }

    /// Waits until the worker has stored a page and its data.
    pub(crate) async fn is_kept(&self, path: &str) {
        for file in ["", "index.json"] {
            let address = format!("{}{path}{file}", self.host.base);
            self.is(&format!("caches.match('{address}').then((found) => found?.status ?? 0)"), 200).await;
        }
    }

    /// Waits until the worker has stored this many files with this ending.
    pub(crate) async fn has_files(&self, end: &str, count: u64) {
        let cache = format!("caches.open('personal-page:{}:files')", self.host.base);
        let found = format!("keys.filter(({{ url }}) => url.endsWith('{end}')).length");
        self.is(&format!("{cache}.then((cache) => cache.keys()).then((keys) => {found})"), count).await;
    }
}

#[tokio::test]
async fn an_article_that_was_read_opens_again_with_its_program_and_pictures() {
    at_both(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.dwells_on("posts/the-starter/").await;
        visit.dwells_on("").await;
        visit.has_files(".wasm", 2).await;
        visit.host.leaves();
        visit.open("posts/the-starter/").await;
        visit.reads("A starter of your own").await;
        visit.is("document.querySelector('main img').naturalWidth > 0", true).await;
        visit.mark().await;
        visit.follow_to("Crumb", "Crumb").await;
        visit.back().await;
        visit.reads("A starter of your own").await;
        visit.same_document().await;
        for address in ["posts/the-starter/?from=mail", "posts/the-starter/index.html", "posts/the-starter"] {
            visit.arrive(address).await;
            visit.reads("A starter of your own").await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_article_that_was_clicked_opens_again() {
    at_both(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.dwells_on("").await;
        visit.started().await;
        visit.mark().await;
        visit.follow("A year of loaves").await;
        visit.same_document().await;
        visit.is_kept("posts/a-year-of-loaves/").await;
        visit.host.leaves();
        visit.arrive("posts/a-year-of-loaves/").await;
        visit.reads("A year of loaves").await;
    })
    .await;
}

#[tokio::test]
async fn a_reader_who_saves_data_is_sent_no_page_twice() {
    // WebKit does not report data saving, and uses the network even if told to use only its cache.
    if Engine::tested() == Engine::WebKit {
        return;
    }
    at_root(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.host.answers(Manner::DataSaved);
        visit.open("").await;
        visit.is("navigator.serviceWorker.controller !== null", true).await;
        visit.follow("A year of loaves").await;
        let data = "caches.match('/posts/a-year-of-loaves/index.json').then((found) => found?.status ?? 0)";
        visit.is(data, 200).await;
        assert_eq!(visit.host.asked("/posts/a-year-of-loaves/").0, 0, "it was read without its document");
        assert_eq!(visit.host.asked("/posts/a-year-of-loaves/index.json").0, 1);
    })
    .await;
}

#[tokio::test]
async fn without_the_program_an_article_opens_offline_too() {
    at_both(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.host.answers(Manner::ProgramMissing);
        visit.dwells_on("posts/how-bread-rises/").await;
        visit.dwells_on("").await;
        visit.host.leaves();
        visit.arrive("posts/how-bread-rises/").await;
        visit.reads("How bread rises").await;
        visit.follow_to("Crumb", "Crumb").await;
        assert_eq!(visit.get(&ready()).await, false);
        console::thrown(&visit.client).await;
    })
    .await;
}

#[tokio::test]
async fn offline_a_picture_is_shown_at_another_window_width_too() {
    at_root(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.is_wide(390).await;
        visit.dwells_on("posts/the-whole-pantry/").await;
        let show = "document.querySelector('img[srcset]').scrollIntoView()";
        visit.client.execute(show, vec![]).await.expect("a picture");
        let seen = "document.querySelector('img[srcset]').currentSrc";
        visit.is(&format!("{seen} !== ''"), true).await;
        visit.is(&format!("caches.match({seen}).then((found) => found?.status ?? 0)"), 200).await;
        let small = visit.get(seen).await;
        visit.host.leaves();
        visit.is_wide(1440).await;
        visit.arrive("posts/the-whole-pantry/").await;
        visit.client.execute(show, vec![]).await.expect("a picture");
        visit.is("document.querySelector('img[srcset]').naturalWidth > 0", true).await;
        assert_ne!(visit.get(seen).await, small, "the browser chose another copy");
    })
    .await;
}

#[tokio::test]
async fn a_page_that_was_never_read_says_so_and_offers_what_was() {
    at_both(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.dwells_on("posts/the-starter/").await;
        visit.dwells_on("").await;
        visit.host.leaves();
        visit.arrive("posts/rye-the-loaf/").await;
        visit.reads(OFFLINE).await;
        visit.stands_at("posts/rye-the-loaf/").await;
        visit
            .is(
                "[...document.querySelectorAll('#readable a')].map((link) => link.textContent).join('|')",
                "A starter of your own",
            )
            .await;
        visit.follow("A starter of your own").await;

        visit.arrive("posts/rye-the-loaf/").await;
        visit.reads(OFFLINE).await;
        visit.host.comes_back().await;
        visit.click("Try again").await;
        visit.reads("Rye from nothing: the loaf").await;
        visit.stands_at("posts/rye-the-loaf/").await;
    })
    .await;
}

#[tokio::test]
async fn a_network_that_takes_too_long_is_not_waited_for() {
    at_root(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.dwells_on("posts/how-bread-rises/").await;
        visit.host.answers(Manner::PagesNever);
        visit.arrive("posts/how-bread-rises/").await;
        visit.reads("How bread rises").await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_is_no_page_is_not_kept() {
    at_root(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.dwells_on("posts/flour-by-its-ash/").await;
        visit.dwells_on("").await;
        for manner in [Manner::DataIsHtml, Manner::DataFails] {
            visit.host.answers(manner);
            visit.arrive("posts/flour-by-its-ash/").await;
            visit.started().await;
        }
        visit.host.withdraw("posts/a-year-of-loaves");
        visit.arrive("posts/a-year-of-loaves/").await;
        visit.reads("Nothing is here").await;
        visit.host.leaves();
        visit.open("").await;
        visit.follow("Flour by its ash").await;
        visit.arrive("posts/a-year-of-loaves/").await;
        visit.reads(OFFLINE).await;
    })
    .await;
}
