//! What is written comes into the preview, and what is saved into the file.

use super::author::{Author, FIELD, HELLO, NOTICE, PREVIEW, STATE, at_hello, at_the_list};

/// The content of `<main>` of a published page.
const PUBLISHED: &str = "fetch(location.origin + '/posts/hello/').then((answer) => answer.text())
    .then((html) => new DOMParser().parseFromString(html, 'text/html').getElementById('main').innerHTML)";

#[tokio::test]
async fn the_list_leads_to_a_text_whose_preview_is_the_published_page() {
    at_the_list(async |author: Author| {
        author.clicks(&format!("a[href='#{HELLO}']")).await;
        author.has_opened().await;
        author.is(&format!("{FIELD}.value"), author.file(HELLO)).await;
        author.is(&format!("{PUBLISHED}.then((html) => html === {PREVIEW}.innerHTML)"), true).await;
        author.is(&format!("document.activeElement === {FIELD}"), true).await;
        author.says(STATE, "Unchanged").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_written_is_shown_kept_and_saved_as_it_is() {
    at_hello(async |author: Author| {
        let before = author.file(HELLO);
        author.writes_behind("The first words.", " And *more* of them.").await;
        author.says(&format!("{PREVIEW}.innerHTML"), "The first words. And <em>more</em> of them.").await;
        author.says(STATE, "Kept on this device").await;
        assert_eq!(author.file(HELLO), before, "nothing is saved unasked");
        author.saves().await;
        let after = before.replace("The first words.", "The first words. And *more* of them.");
        assert_eq!(author.file(HELLO), after);
        author.is(&format!("{PUBLISHED}.then((html) => html.includes('And <em>more</em>'))"), true).await;
        // The site has changed, and the editor stays as it is.
        author.is(&format!("{FIELD}.value"), after).await;
        author.is(NOTICE, "").await;
        author.is("document.querySelector('[data-do=save]').disabled", true).await;
    })
    .await;
}

#[tokio::test]
async fn line_endings_of_windows_are_kept() {
    at_the_list(async |author: Author| {
        let text = author.file(HELLO).replace('\n', "\r\n");
        author.served.save(HELLO, &text);
        author.opens(HELLO).await;
        author.writes_behind("The first words.", "\nMore.").await;
        author.saves().await;
        assert_eq!(author.file(HELLO), text.replace("first words.", "first words.\r\nMore."));
    })
    .await;
}

#[tokio::test]
async fn letters_of_all_scripts_are_saved_as_they_are_typed() {
    at_hello(async |author: Author| {
        let words = " שלום עולם مرحبا 👩\u{200d}👩\u{200d}👧 e\u{301} 日本語 🇩🇪";
        author.puts_the_caret_behind("The first words.").await;
        author.inserts(words).await;
        author.says(&format!("{FIELD}.value"), words).await;
        author.saves().await;
        assert!(author.file(HELLO).contains(&format!("The first words.{words}\n")), "{}", author.file(HELLO));
        author.says(&format!("{PREVIEW}.textContent"), words).await;
        assert_eq!(author.text(&format!("{FIELD}.dir")).await, "auto");
    })
    .await;
}
