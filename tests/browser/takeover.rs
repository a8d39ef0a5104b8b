//! The program takes the static page over in place.

use crate::host::Manner;
use crate::visit::{Visit, at_both};

/// What a reader may do before the program is there: scroll, and select a sentence. And what would show a change:
/// every node that can be seen, in order, and how far anything moves.
const BEFORE: &str = "
    window.seen = () => {
        const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        return nodes;
    };
    window.before = seen();
    window.before.forEach((node, index) => node.mark = index);
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.moved += entry.value))
        .observe({ type: 'layout-shift' });
    scrollTo(0, 700);
    const [, , from, to] = document.querySelectorAll('.text p');
    getSelection().setBaseAndExtent(from.firstChild, 4, to.firstChild, 20);
    window.selected = getSelection().toString();
";

#[tokio::test]
async fn what_the_reader_sees_and_selected_survives_the_start() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::ProgramLate);
        visit.arrive("posts/a-year-of-loaves/").await;
        visit.client.execute(BEFORE, vec![]).await.expect("the page is there before the program");
        assert_eq!(
            visit.get("document.documentElement.hasAttribute('data-ready')").await,
            false,
            "the program is late"
        );
        assert!(visit.get("before.length").await.as_u64() > Some(100), "there is something to look at");

        visit.started().await;
        visit.still().await;
        visit.is("seen().length === before.length && seen().every((node, i) => node === before[i])", true).await;
        visit.is("seen().every((node, i) => node.mark === i)", true).await;
        visit.is("getSelection().toString() === selected && selected.length > 20", true).await;
        visit.is("scrollY", 700).await;
        assert_eq!(visit.get("moved").await, 0, "nothing moves");

        // Would it have been seen?
        let push = "scrollTo(0, 0); document.querySelector('h1').style.marginTop = '200px'";
        visit.client.execute(push, vec![]).await.expect("a page to push");
        visit.is("moved > 0", true).await;
    })
    .await;
}

#[tokio::test]
async fn a_link_clicked_before_the_start_is_a_plain_link() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::ProgramLate);
        visit.arrive("").await;
        visit.mark().await;
        visit.click("Flour by its ash").await;
        visit.is("document.querySelector('h1')?.textContent", "Flour by its ash").await;
        assert_eq!(visit.get("window.mark === true").await, false, "a document was loaded");
        visit.started().await;
    })
    .await;
}

#[tokio::test]
async fn a_query_in_the_address_changes_nothing() {
    at_both(async |visit: Visit| {
        visit.open("posts/flour-by-its-ash/?utm_source=feed").await;
        visit.reads("Flour by its ash").await;
        visit.mark().await;
        visit.follow("About").await;
        visit.same_document().await;
    })
    .await;
}
