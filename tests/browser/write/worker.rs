//! The worker of the editor prepares texts as the bundler does.

use std::fs;
use std::time::Duration;

use serde_json::json;

use super::author::PREVIEW;
use super::document::STARTED;
use super::token::fills;
use crate::host::Host;
use crate::visit::{Visit, at_both, at_root};

/// Asks a worker of its own for a text, and waits until it has all that the text needs. Text and HTML are sent as changes
/// of the last ones, in bytes.
const ASK: &str = "
    const [path, text, done] = arguments;
    const worker = openWorker();
    const bytes = (text) => new TextEncoder().encode(text);
    const change = { range: { start: 0, end: 0 }, replacement: text, selection_after: { start: 0, end: 0 } };
    let html = [];
    const end = (said) => { worker.terminate(); done(said); };
    worker.onerror = ({ message }) => end(`failed: ${message}`);
    worker.onmessage = ({ data }) => {
        const said = JSON.parse(data);
        const { Answer, Trouble } = said;
        if (Trouble) end(`trouble: ${Trouble}`);
        if (said === 'Ready') worker.postMessage(JSON.stringify({ Ask: { id: 1, question: { path, text: change, pictures: [] } } }));
        if (!Answer) return;
        const { range, replacement } = Answer.html;
        html = [...html.slice(0, range.start), ...bytes(replacement), ...html.slice(range.end)];
        const { needs_costly, missing_grammars } = Answer.preview;
        if (!needs_costly && !missing_grammars.length) end(new TextDecoder().decode(new Uint8Array(html)));
    };
";
/// A text is prepared within this time, with a worker that has to start.
const PATIENCE: Duration = Duration::from_secs(30);
/// A text with code, a formula and HTML, and one without.
const COSTLY: &str = "+++\ntitle = \"The rise of a loaf\"\ndate = 2026-02-01\nhtml = true\n+++\n\n\
                      It grows by $e^{kt}$.\n\n```rust\nlet flour = 500;\n```\n\n\
                      <p>Press <kbd>Start</kbd>.</p>\n";
const PLAIN: &str = "+++\ntitle = \"The rise of a loaf\"\ndate = 2026-02-01\n+++\n\nIt *grows*.\n";

impl Visit {
    /// What the worker makes of a text.
    async fn prepared(&self, path: &str, text: &str) -> String {
        let answer = self.client.execute_async(ASK, vec![json!(path), json!(text)]);
        let answer = tokio::time::timeout(PATIENCE, answer).await.expect("an answer in time").expect("a page to ask");
        answer.as_str().expect("HTML").to_owned()
    }
}

/// The names of the two files of a program.
fn files_of(host: &Host, program: &str) -> Vec<String> {
    let files = fs::read_dir(host.out().join("write")).expect("the editor's folder");
    let names = files.map(|file| file.expect("a file").file_name().into_string().expect("UTF-8"));
    let names: Vec<String> = names.filter(|name| name.starts_with(program)).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    names
}

/// How often a host was asked for each of them.
fn asked_for(host: &Host, program: &str) -> Vec<usize> {
    files_of(host, program).iter().map(|name| host.asked(&format!("{}write/{name}", host.base)).0).collect()
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
async fn the_program_that_prepares_texts_is_loaded_when_a_text_is_opened() {
    at_both(async |visit: Visit| {
        // Without what is stored for the time without a network.
        fs::remove_file(visit.host.out().join("write/sw.js")).expect("a service worker to withdraw");
        visit.arrive("write/").await;
        visit.is("document.querySelectorAll('.write-rows a').length > 3", true).await;
        assert_eq!(asked_for(&visit.host, "prepare-"), [0, 0]);
        visit.press("[data-do=new]").await;
        fills(&visit, "dialog [name=title]", "A note").await;
        visit.press("dialog [type=submit]").await;
        visit.is(&format!("{PREVIEW}?.textContent.includes('A note') ?? false"), true).await;
        assert_eq!(asked_for(&visit.host, "prepare-"), [1, 1]);
    })
    .await;
}

#[tokio::test]
async fn only_a_text_with_code_formulas_or_html_loads_the_program_for_them() {
    at_both(async |visit: Visit| {
        const PATH: &str = "posts/the-rise-of-a-loaf.md";
        visit.host.adds([(PATH.trim_start_matches("posts/").to_owned(), COSTLY.to_owned())]);
        visit.arrive("write/").await;
        visit.is(STARTED, true).await;
        let html = visit.prepared(PATH, PLAIN).await;
        assert!(html.contains("It <em>grows</em>."), "{html}");
        assert_eq!(asked_for(&visit.host, "costly-"), [0, 0]);
        let html = visit.prepared(PATH, COSTLY).await;
        for part in ["<math", "<span class=\"k\">let</span>", "<kbd>Start</kbd>"] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        let published = visit.host.out().join("posts/the-rise-of-a-loaf/index.html");
        assert_eq!(html, main_of(&fs::read_to_string(published).expect("a page")));
        assert_eq!(asked_for(&visit.host, "costly-"), [1, 1]);
    })
    .await;
}

#[tokio::test]
async fn a_program_for_code_formulas_and_html_that_is_missing_is_told() {
    at_root(async |visit: Visit| {
        for name in files_of(&visit.host, "costly-") {
            fs::remove_file(visit.host.out().join("write").join(name)).expect("a file to withdraw");
        }
        visit.arrive("write/").await;
        visit.is(STARTED, true).await;
        let told = visit.prepared("posts/the-rise-of-a-loaf.md", COSTLY).await;
        assert!(told.starts_with("trouble: the program that colours code"), "{told}");
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
