//! The program hydrates the static page in place.

use serde_json::Value;

use crate::host::Manner;
use crate::visit::{Visit, at_both, at_root, ready};

/// What a reader may do before hydration: scroll, and select a sentence. Records all visible nodes in order, to detect
/// changes.
const BEFORE: &str = "
    window.seen = () => {
        const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        return nodes;
    };
    window.before = seen();
    window.before.forEach((node, index) => node.mark = index);
    scrollTo(0, 700);
    const [, , from, to] = document.querySelectorAll('.text p');
    getSelection().setBaseAndExtent(from.firstChild, 4, to.firstChild, 20);
    window.selected = getSelection().toString();
";

/// The positions of all elements.
const PLACES: &str = "[...document.querySelectorAll('#app, #app *')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.tagName, x, y + scrollY, width, height].join(' ');
})";

async fn places(visit: &Visit) -> Vec<Value> {
    visit.get(PLACES).await.as_array().cloned().unwrap_or_default()
}

#[tokio::test]
async fn what_the_reader_sees_and_selected_survives_the_start() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::ProgramLate);
        visit.arrive("posts/a-year-of-loaves/").await;
        visit.client.execute(BEFORE, vec![]).await.expect("the page is there before the program");
        assert_eq!(visit.get(&ready()).await, false, "the program is late");
        assert!(visit.get("before.length").await.as_u64() > Some(100), "there is something to look at");

        visit.started().await;
        visit.still().await;
        visit.is("seen().length === before.length && seen().every((node, i) => node === before[i])", true).await;
        visit.is("seen().every((node, i) => node.mark === i)", true).await;
        visit.is("getSelection().toString() === selected && selected.length > 20", true).await;
        visit.is("scrollY", 700).await;
    })
    .await;
}

#[tokio::test]
async fn everything_stays_in_its_place_when_the_program_takes_over() {
    at_root(async |visit: Visit| {
        for width in [390, 1440] {
            visit.is_wide(width).await;
            for page in ["", "posts/the-whole-pantry/"] {
                visit.host.answers(Manner::ProgramMissing);
                visit.arrive(page).await;
                visit.is("document.readyState", "complete").await;
                let before = places(&visit).await;
                visit.host.answers(Manner::Well);
                visit.open(page).await;
                visit.is("document.readyState", "complete").await;
                let after = places(&visit).await;
                let moved: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
                assert!(moved.is_empty() && before.len() == after.len(), "/{page}, {width} px: {moved:#?}");
            }
        }
        visit.misses_only_the_program().await;
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
