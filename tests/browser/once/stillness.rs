//! No layout shifts: not while a page loads, and not on the way down to its pictures. Measured by Chromium.

use serde_json::{Value, json};

use crate::host::Manner;
use crate::visit::{Visit, at_root};

/// Every layout shift since the page was opened, with the elements that moved.
const SHIFTS: &str = "
    const [done, moved] = [arguments[0], []];
    const of = ({ value, sources }) => [value, ...sources.map(({ node }) => (node?.outerHTML ?? node?.data)?.slice(0, 80))];
    new PerformanceObserver((list) => moved.push(...list.getEntries().map(of))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(moved), 100);
";

/// Scrolls through the page, half a window at a time.
const READ: &str = "
    const done = arguments[0];
    const read = () => {
        const before = scrollY;
        scrollBy({ top: innerHeight / 2, behavior: 'instant' });
        setTimeout(scrollY === before ? done : read, 50);
    };
    read();
";

async fn shifts(visit: &Visit) -> Value {
    visit.client.execute_async(SHIFTS, vec![]).await.expect("a page to ask")
}

#[tokio::test]
async fn nothing_moves_while_a_page_comes_over_a_slow_network() {
    at_root(async |visit: Visit| {
        visit.is_on_a_slow_network().await;
        for width in [390, 1440] {
            visit.is_wide(width).await;
            // Home a second time, when reading progress is stored.
            for page in ["", "posts/the-whole-pantry/", ""] {
                visit.host.answers(Manner::ProgramLate);
                visit.open(page).await;
                visit.is("document.readyState", "complete").await;
                assert_eq!(shifts(&visit).await, json!([]), "/{page} comes, {width} px");
                visit.client.execute_async(READ, vec![]).await.expect("a page to read");
                visit
                    .is("[...document.images].every((picture) => picture.complete && picture.naturalWidth > 0)", true)
                    .await;
                assert_eq!(shifts(&visit).await, json!([]), "/{page} is read, {width} px");
            }
        }

        // Checks that the detection works.
        let push = "scrollTo(0, 0); document.querySelector('h1').style.marginTop = '200px'";
        visit.client.execute(push, vec![]).await.expect("a page to push");
        assert_ne!(shifts(&visit).await, json!([]), "a push is a shift");
    })
    .await;
}
