//! The service worker: installation, update, removal, and what it leaves alone.

use crate::host::Manner;
use crate::visit::{Visit, at_both, at_root};

const WORKERS: &str = "navigator.serviceWorker.getRegistrations().then((workers) => workers.length)";
const CACHES: &str = "caches.keys().then((names) => names.sort().join(' '))";
const PROGRAM: &str = "document.querySelector('link[as=fetch][type=\"application/wasm\"]').href.split('/').pop()";

impl Visit {
    /// Publishes with a worker, or without, as GitHub Pages does: its former pages stay in the browser's own cache for
    /// ten minutes.
    fn is_readable_offline_from_pages(&self, offline: bool) {
        self.is_readable_offline(offline);
        self.host.answers(Manner::Well);
    }
}

#[tokio::test]
async fn a_site_without_a_worker_asks_for_none() {
    at_both(async |visit: Visit| {
        visit.open("posts/the-starter/").await;
        visit.follow("How bread rises").await;
        assert_eq!(visit.get(WORKERS).await, 0);
        assert_eq!(visit.get(CACHES).await, "");
        assert_eq!(visit.host.asked(&format!("{}sw.js", visit.host.base)).0, 0);
        assert_eq!(visit.get("document.querySelectorAll('.keep').length").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_deploy_is_taken_up_by_the_next_visit_and_nothing_is_mixed() {
    at_both(async |visit: Visit| {
        visit.is_readable_offline_from_pages(true);
        visit.open("posts/the-starter/").await;
        visit.is_kept("posts/the-starter/").await;
        visit.open("about/").await;
        visit.is_kept("about/").await;
        visit.has_files("_bg.wasm", 1).await;
        let former = visit.get(PROGRAM).await;

        visit.host.deploys_another_program();
        visit.open("about/").await;
        let new = visit.get(PROGRAM).await;
        assert_ne!(new, former);
        // The other page was read with the former program, which is kept for it.
        visit.has_files("_bg.wasm", 2).await;
        visit.is(&format!("{CACHES}.then((names) => names.split(':own:').length)"), 2).await;
        visit.host.leaves();
        visit.open("posts/the-starter/").await;
        assert_eq!(visit.get(PROGRAM).await, former);
        visit.open("about/").await;
        assert_eq!(visit.get(PROGRAM).await, new);
    })
    .await;
}

#[tokio::test]
async fn a_program_that_no_page_needs_any_more_is_deleted() {
    at_root(async |visit: Visit| {
        visit.is_readable_offline_from_pages(true);
        visit.open("about/").await;
        visit.is_kept("about/").await;
        visit.has_files("_bg.wasm", 1).await;
        visit.host.deploys_another_program();
        visit.open("about/").await;
        let new = visit.get(PROGRAM).await;
        visit.has_files(new.as_str().expect("a name"), 1).await;
        visit.has_files("_bg.wasm", 1).await;
    })
    .await;
}

#[tokio::test]
async fn a_post_that_the_worker_did_not_know_is_readable_offline_too() {
    at_root(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.dwells_on("about/").await;
        let post = "+++\ntitle = \"Crackers\"\ndate = 2026-04-01\n+++\nThin, and salted.\n";
        visit.host.adds([("crackers.md".to_owned(), post.to_owned())]);
        visit.dwells_on("posts/crackers/").await;
        visit.is("document.querySelector('.keep')?.getAttribute('aria-pressed')", "false").await;
        visit.host.leaves();
        visit.arrive("posts/crackers/").await;
        visit.reads("Crackers").await;
    })
    .await;
}

#[tokio::test]
async fn turned_off_it_leaves_nothing_behind() {
    at_both(async |visit: Visit| {
        visit.is_readable_offline_from_pages(true);
        visit.open("posts/the-starter/").await;
        visit.is_kept("posts/the-starter/").await;
        visit.is_readable_offline_from_pages(false);
        visit.open("posts/the-starter/").await;
        visit.is(WORKERS, 0).await;
        visit.is(CACHES, "").await;
        visit.open("about/").await;
        visit.is("navigator.serviceWorker.controller === null", true).await;
        visit.reads("About").await;
        assert_eq!(visit.get(CACHES).await, "");
    })
    .await;
}

#[tokio::test]
async fn another_project_of_this_host_keeps_to_itself() {
    at_root(async |visit: Visit| {
        visit.host.has_another_site_at("/repo/");
        visit.is_readable_offline(true);
        visit.dwells_on("posts/the-starter/").await;
        for page in ["repo/posts/how-bread-rises/", "calculator/"] {
            visit.arrive(page).await;
            visit.is("document.readyState", "complete").await;
            assert_eq!(visit.get("navigator.serviceWorker.controller !== null").await, true, "it is below the base");
        }
        let others = "caches.open('personal-page:/:files').then((cache) => cache.keys())
            .then((keys) => keys.filter(({ url }) => url.includes('/repo/')).length)";
        visit.is(others, 0).await;
        visit.host.leaves();
        for page in ["repo/posts/flour-by-its-ash/", "calculator/"] {
            // The browser shows its own error page then, which WebKit's driver treats as a page like any other.
            let came = visit.client.goto(&visit.address(page)).await.is_ok();
            assert!(!came || !visit.has("#app").await, "{page} is the browser's");
        }
        visit.host.comes_back().await;

        visit.host.has_another_site_at("/repo/");
        visit.open("repo/posts/the-starter/").await;
        visit.is("caches.has('personal-page:/repo/:read')", true).await;
        visit.is_readable_offline(false);
        visit.open("about/").await;
        visit.is(WORKERS, 1).await;
        visit.is(&format!("{CACHES}.then((names) => names.includes('personal-page:/:'))"), false).await;
        visit.is("caches.has('personal-page:/repo/:read')", true).await;
    })
    .await;
}

#[tokio::test]
async fn a_worker_without_caches_breaks_no_page() {
    at_root(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.host.answers(Manner::CachesRefused);
        visit.open("posts/the-starter/").await;
        visit.is("navigator.serviceWorker.ready.then(({ active }) => active.state)", "activated").await;
        for _ in 0..2 {
            visit.open("posts/the-starter/").await;
            visit.is("document.querySelector('main img').naturalWidth > 0", true).await;
            visit.mark().await;
            visit.follow("How bread rises").await;
            visit.same_document().await;
        }
        assert_eq!(visit.get("navigator.serviceWorker.controller !== null").await, true);
    })
    .await;
}
