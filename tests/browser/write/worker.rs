//! The worker of the editor prepares texts as the bundler does.

use std::fs;
use std::time::Duration;

use serde_json::json;

use super::document::STARTED;
use crate::visit::{Visit, at_both};

/// Asks a worker of its own for a text, and waits until it has all grammars.
const ASK: &str = "
    const [path, text, done] = arguments;
    const worker = openWorker();
    const end = (said) => { worker.terminate(); done(said); };
    worker.onerror = ({ message }) => end(`failed: ${message}`);
    worker.onmessage = ({ data }) => {
        const { Ready, Answer, Trouble } = JSON.parse(data);
        if (Trouble) end(`trouble: ${Trouble}`);
        if (Ready) worker.postMessage(JSON.stringify({ Ask: { id: 1, question: { path, text, pictures: [] } } }));
        if (Answer && !Answer.preview.missing_grammars.length) end(Answer.preview.html);
    };
";
/// A text is prepared within this time, with a worker that has to start.
const PATIENCE: Duration = Duration::from_secs(30);

impl Visit {
    /// What the worker makes of a text.
    async fn prepared(&self, path: &str, text: &str) -> String {
        let answer = self.client.execute_async(ASK, vec![json!(path), json!(text)]);
        let answer = tokio::time::timeout(PATIENCE, answer).await.expect("an answer in time").expect("a page to ask");
        answer.as_str().expect("HTML").to_owned()
    }
}

/// The content of `<main>` in a document.
fn main_of(document: &str) -> &str {
    let (_, main) = document.split_once("<main id=\"main\" tabindex=\"-1\">").expect("a main element");
    main.split_once("</main>").expect("its end").0
}

#[tokio::test]
async fn the_worker_draws_the_page_that_is_published() {
    at_both(async |visit: Visit| {
        visit.arrive("write/").await;
        visit.is(STARTED, true).await;
        for (path, page) in [
            ("posts/a-year-of-loaves.md", "posts/a-year-of-loaves/"),
            ("posts/counting-loaves.md", "posts/counting-loaves/"),
            ("posts/how-bread-rises.md", "posts/how-bread-rises/"),
            ("posts/the-whole-pantry/index.md", "posts/the-whole-pantry/"),
            ("posts/about.md", "about/"),
        ] {
            let text = visit.host.source(path);
            let published = fs::read_to_string(visit.host.out().join(page).join("index.html")).expect("a page");
            assert_eq!(visit.prepared(path, &text).await, main_of(&published), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_worker_draws_what_is_written_and_not_what_is_published() {
    at_both(async |visit: Visit| {
        visit.arrive("write/").await;
        visit.is(STARTED, true).await;
        let text = visit.host.source("posts/a-year-of-loaves.md").replace("I baked one loaf", "I *burnt* one loaf");
        let html = visit.prepared("posts/a-year-of-loaves.md", &text).await;
        assert!(html.contains("I <em>burnt</em> one loaf"), "{html}");
    })
    .await;
}
