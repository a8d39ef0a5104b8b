//! Accessibility: axe-core finds no violations on any kind of page, in each colour scheme and window width.

use std::fs;
use std::path::Path;

use fantoccini::Locator;
use fantoccini::key::Key;
use personal_page::view::Action;
use serde_json::Value;

use crate::driver::prepared;
use crate::host::Manner;
use crate::visit::{Visit, at_root};
use crate::write::author::FIELD;

/// One page of each kind.
const PAGES: [&str; 7] =
    ["", "posts/the-whole-pantry/", "tags/bread/", "tags/", "archive/", "about/", "posts/rye-bread/"];
/// Colour scheme and window width in pixels: with footnotes in the margin, a desktop, the smallest phone.
const LOOKS: [(&str, u32); 3] = [("light", 1440), ("dark", 1000), ("light", 320)];

/// Opens what is folded, so that it is audited too, and returns where each violated rule fails.
const AUDIT: &str = "
    const done = arguments[0];
    document.querySelectorAll('details').forEach((details) => details.open = true);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
    // In the only frame, the editor's preview, no script runs. It shows the article that is audited as a page.
    axe.run({ iframes: false, runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(({ violations, passes }) => {
        const found = violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => [id, html.slice(0, 300), failureSummary].join('\\n')));
        done({ found, kept: passes.length });
    }, (error) => done({ found: [String(error)], kept: 0 }));
";

/// Asserts that the current page has no violations in each look. `what` names it in a failure.
async fn is_without_fault(visit: &Visit, what: &str) {
    let axe = Path::new(&prepared("SITE_NPM")).join("node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&axe).unwrap_or_else(|error| panic!("{}: {error}", axe.display()));
    visit.is("document.readyState", "complete").await;
    visit.client.execute(&axe, vec![]).await.expect("axe-core runs in a page");
    for (scheme, width) in LOOKS {
        visit.prefers(scheme).await;
        visit.is_wide(width).await;
        visit.still().await;
        let result = visit.client.execute_async(AUDIT, vec![]).await.expect("axe-core answers");
        let found = result["found"].as_array().map(Vec::as_slice).unwrap_or_default();
        let found: Vec<_> = found.iter().filter_map(Value::as_str).collect();
        assert!(found.is_empty(), "{what}, {scheme}, {width} px:\n{}", found.join("\n\n"));
        assert!(result["kept"].as_u64() > Some(10), "{what}: axe-core looked at something");
    }
}

#[tokio::test]
async fn axe_finds_nothing_wrong_with_the_static_pages() {
    at_root(async |visit: Visit| {
        visit.host.answers(Manner::ProgramMissing);
        for page in PAGES {
            visit.arrive(page).await;
            is_without_fault(&visit, page).await;
        }
        visit.misses_only_the_program().await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_wrong_once_the_program_runs() {
    at_root(async |visit: Visit| {
        for page in PAGES {
            visit.open(page).await;
            is_without_fault(&visit, page).await;
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_wrong_with_what_the_program_adds() {
    at_root(async |visit: Visit| {
        visit.open("posts/the-whole-pantry/").await;
        visit.press(".zoom").await;
        visit.is("document.querySelector('.lightbox').open", true).await;
        is_without_fault(&visit, "the light box").await;
        visit.acts(Action::Close).await;
        visit.acts(Action::Settings).await;
        visit.is("document.getElementById('reading-panel').matches(':popover-open')", true).await;
        is_without_fault(&visit, "the settings").await;

        visit
            .client
            .execute("scrollTo(0, document.documentElement.scrollHeight / 2)", vec![])
            .await
            .expect("a page to scroll");
        visit.is("localStorage.length", 1).await;
        visit.open("").await;
        visit.is("document.querySelector('.unread') !== null", true).await;
        is_without_fault(&visit, "what is unread").await;
        visit.follow("The whole pantry").await;
        visit.is("document.querySelector('.resume') !== null", true).await;
        is_without_fault(&visit, "the offer to go on").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_wrong_with_reading_offline() {
    at_root(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.open("posts/the-starter/").await;
        visit.is("document.querySelector('.keep')?.getAttribute('aria-pressed')", "false").await;
        is_without_fault(&visit, "a post to keep").await;
        visit.press(".keep").await;
        visit.is("document.querySelector('.keep').getAttribute('aria-pressed')", "true").await;
        is_without_fault(&visit, "a post that is kept").await;
        visit.host.leaves();
        visit.open("posts/how-bread-rises/").await;
        visit.is("document.querySelectorAll('#readable a').length", 1).await;
        is_without_fault(&visit, "the page without a network").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_wrong_with_the_editor() {
    at_root(async |visit: Visit| {
        let acts = async |command: &str| {
            visit.get(&format!("document.querySelector('[data-do={command}]').click()")).await;
            visit.still().await;
        };
        visit.arrive("write/").await;
        visit.is("document.querySelectorAll('.write-rows a').length > 5", true).await;
        is_without_fault(&visit, "the list of texts").await;
        acts("new").await;
        is_without_fault(&visit, "the question for a title").await;
        let title = visit.client.find(Locator::Css("dialog [name=title]")).await.expect("a field");
        title.send_keys("A note\n").await.expect("it takes keys");
        visit.is(&format!("{FIELD}?.filled === true"), true).await;
        let text = visit.client.find(Locator::Css("#write-text")).await.expect("the field");
        text.send_keys("See [it](./flour-by-its-ahs.md).").await.expect("it takes keys");
        visit.is("document.querySelector('#write-mirror mark') !== null", true).await;
        is_without_fault(&visit, "a text that is written").await;
        for (command, what) in [("details", "its front matter"), ("findings", "its findings"), ("find", "the search")] {
            acts(command).await;
            is_without_fault(&visit, what).await;
        }
        for (command, what) in [("keys", "the keys"), ("rename", "another name"), ("save", "the ways to save")] {
            if command == "rename" {
                acts("details").await;
            }
            acts(command).await;
            visit.is("document.querySelector('dialog')?.open ?? false", true).await;
            is_without_fault(&visit, what).await;
            let within = visit.client.active_element().await.expect("the focus");
            within.send_keys(&Key::Escape.to_string()).await.expect("a key");
            visit.is("document.querySelector('dialog') === null", true).await;
        }
    })
    .await;
}
