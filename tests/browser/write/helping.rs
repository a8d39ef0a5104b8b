//! What the editor knows of the site and its texts: findings, links, the place in an article.

use super::author::{Author, FIELD, PREVIEW, at_hello, at_the_list};
use crate::visit::ready;

#[tokio::test]
async fn a_mistake_in_a_link_is_found_and_mended_by_its_button() {
    at_hello(async |author: Author| {
        author.writes_behind("The first words.", " See [the lake](./lakes.md).").await;
        author.is("document.querySelector('.write-foot > [data-do=findings]').textContent", "1 finding").await;
        author.is("document.querySelector('#write-mirror mark')?.textContent ?? ''", "./lakes.md").await;
        author.does("findings").await;
        author.does("fix").await;
        author.says(&format!("{FIELD}.value"), " See [the lake](/posts/lake/).").await;
        author.is("document.querySelector('.write-foot > [data-do=findings]').textContent", "Nothing found").await;
        author.is(&format!("{PREVIEW}.querySelector('.text a, .prose a').getAttribute('href')"), "/posts/lake/").await;
    })
    .await;
}

#[tokio::test]
async fn two_brackets_complete_a_link_by_its_title() {
    at_hello(async |author: Author| {
        author.writes_behind("The first words.", " See [[lak").await;
        author.is("document.querySelector('#write-choices [aria-selected=true]')?.textContent ?? ''", "The lake").await;
        author.presses("\n").await;
        author.says(&format!("{FIELD}.value"), "The first words. See [The lake](./lake.md)\n").await;
        author.presses(" and more").await;
        author.says(&format!("{FIELD}.value"), "(./lake.md) and more\n").await;
        author.says(&format!("{PREVIEW}.innerHTML"), "<a href=\"/posts/lake/\">The lake</a> and more").await;
    })
    .await;
}

#[tokio::test]
async fn the_link_below_an_article_opens_the_paragraph_that_is_read() {
    at_the_list(async |author: Author| {
        let paragraphs: Vec<_> =
            (1..60).map(|number| format!("This is paragraph {number}. {}", "Words. ".repeat(40))).collect();
        author.served.save_post("lake.md", &paragraphs.join("\n\n"));
        author.client.goto(&author.served.address("posts/lake/")).await.expect("the server answers");
        author.is(&ready(), true).await;
        author.is("document.querySelectorAll('.text > p').length", 59).await;
        author.runs("document.querySelectorAll('.text > p')[29].scrollIntoView()").await;
        let click = "document.querySelector('.edit-here a').click()";
        author.runs(&format!("requestAnimationFrame(() => requestAnimationFrame(() => {click}))")).await;
        author.is("location.pathname + location.hash", "/write/#posts/lake.md").await;
        author.has_opened().await;
        let at_caret = format!("{FIELD}.value.slice({FIELD}.selectionStart).slice(0, 20)");
        author.says(&at_caret, "This is paragraph ").await;
        let number: u32 =
            author.text(&format!("{at_caret}.slice(-2)")).await.trim_end_matches('.').parse().expect("a number");
        assert!((29..=31).contains(&number), "{number} was at the top of the window");
        author.is(&format!("{FIELD}.scrollTop > 1000 && document.activeElement === {FIELD}"), true).await;
    })
    .await;
}
