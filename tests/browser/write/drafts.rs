//! Drafts: what is not saved is not lost.

use super::author::{Author, FIELD, HELLO, NOTICE, STATE, at_hello, at_the_list};

#[tokio::test]
async fn a_draft_and_its_undo_are_there_after_a_reload() {
    at_hello(async |author: Author| {
        let before = author.text(&format!("{FIELD}.value")).await;
        author.puts_the_caret_behind("The first words.").await;
        // In one go, so that one undo takes it back: some drivers type more slowly than an author who pauses.
        author.inserts(" Not saved.").await;
        author.says(STATE, "Kept on this device").await;
        author.client.refresh().await.expect("the server answers");
        author.has_opened().await;
        author.is(&format!("{FIELD}.value"), before.replace("words.", "words. Not saved.")).await;
        author.says(STATE, "Kept on this device").await;
        author.presses_control('z').await;
        author.is(&format!("{FIELD}.value"), before).await;
        author.says(STATE, "Unchanged").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_right_before_the_text_is_left_is_kept() {
    at_hello(async |author: Author| {
        author.puts_the_caret_behind("The first words.").await;
        // At once, as no driver is: it takes longer than the time after which a draft is written.
        author
            .runs(&format!(
                "{FIELD}.setRangeText(' Last.', {FIELD}.selectionEnd, {FIELD}.selectionEnd, 'end');
                 {FIELD}.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
                 document.querySelector('.write-back').click()"
            ))
            .await;
        author.says("document.querySelector('#write-open + .write-rows')?.textContent ?? ''", "not saved").await;
        author.clicks(&format!("a[href='#{HELLO}']")).await;
        author.has_opened().await;
        author.says(&format!("{FIELD}.value"), "The first words. Last.").await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_that_is_discarded_is_gone_and_the_file_stays() {
    at_hello(async |author: Author| {
        let before = author.file(HELLO);
        author.writes_behind("The first words.", " Unwanted.").await;
        author.does("details").await;
        author.does("discard").await;
        author.clicks("dialog [type=submit]").await;
        author.is("location.hash", "").await;
        author.is("document.getElementById('write-open') === null", true).await;
        author.opens(HELLO).await;
        author.is(&format!("{FIELD}.value"), before.clone()).await;
        assert_eq!(author.file(HELLO), before);
    })
    .await;
}

#[tokio::test]
async fn a_text_that_is_not_there_is_told_in_the_list() {
    at_the_list(async |author: Author| {
        author.goes_to("#posts/nothing.md").await;
        author.says(NOTICE, "There is no text posts/nothing.md.").await;
        author.is("location.hash", "").await;
        author.is("document.querySelectorAll('.write-rows a').length", 3).await;
    })
    .await;
}

#[tokio::test]
async fn one_tab_edits_a_text_and_another_can_take_it_over() {
    at_hello(async |author: Author| {
        author.writes_behind("The first words.", " By the first tab.").await;
        let first = author.client.window().await.expect("a tab");
        let second = author.client.new_window(true).await.expect("a new tab").handle;
        author.client.switch_to_window(second.clone()).await.expect("the new tab");
        author.opens(HELLO).await;
        author.says(NOTICE, "open in another tab").await;
        author.is(&format!("{FIELD}.readOnly"), true).await;
        author.does("take-over").await;
        author.is(&format!("{FIELD}.readOnly"), false).await;
        author.says(&format!("{FIELD}.value"), " By the first tab.").await;
        author.writes_behind("first tab.", " By the second.").await;
        author.says(STATE, "Kept on this device").await;
        author.client.switch_to_window(first).await.expect("the first tab");
        author.says(NOTICE, "open in another tab").await;
        author.does("take-over").await;
        author.says(&format!("{FIELD}.value"), " By the first tab. By the second.").await;
        author.saves().await;
        assert!(author.file(HELLO).contains("The first words. By the first tab. By the second."));
    })
    .await;
}
