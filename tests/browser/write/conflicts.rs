//! A file that another program changes while it is edited.

use super::author::{Author, FIELD, HELLO, NOTICE, STATE, at_hello};

#[tokio::test]
async fn a_file_that_changes_while_its_text_does_not_is_shown_anew() {
    at_hello(async |author: Author| {
        author.served.save_post("hello.md", "The words of another program.");
        author.says(&format!("{FIELD}.value"), "The words of another program.").await;
        author.says(NOTICE, "posts/hello.md has been changed by another program.").await;
        author.says(STATE, "Unchanged").await;
    })
    .await;
}

#[tokio::test]
async fn changes_at_different_places_become_one_text_that_the_author_sees_before_it_is_saved() {
    at_hello(async |author: Author| {
        author.writes_behind("The first words.", "\n\nThe last words.").await;
        author.says(STATE, "Kept on this device").await;
        let theirs = author.file(HELLO).replace("On the hello.", "On a greeting.");
        author.served.save(HELLO, &theirs);
        author.presses_control('s').await;
        author.says(NOTICE, "Both changes are in the text now.").await;
        assert_eq!(author.file(HELLO), theirs, "nothing is saved before the author has seen it");
        author.saves().await;
        let both = theirs.replace("The first words.", "The first words.\n\nThe last words.");
        assert_eq!(author.file(HELLO), both);
    })
    .await;
}

#[tokio::test]
async fn where_both_changed_the_same_words_the_author_chooses() {
    at_hello(async |author: Author| {
        author.writes_behind("The first words.", " Mine.").await;
        author.says(STATE, "Kept on this device").await;
        let theirs = author.file(HELLO).replace("The first words.", "The first words. Theirs.");
        author.served.save(HELLO, &theirs);
        author.presses_control('s').await;
        author.says(STATE, "Conflict").await;
        author.says("document.querySelector('.write-compare').innerText", "The first words. Theirs.").await;
        assert_eq!(author.file(HELLO), theirs);
        author.is("document.querySelector('[data-do=merge]').disabled", true).await;
        author.does("choose-both").await;
        author.does("merge").await;
        let both = theirs.replace("The first words.", "The first words. Mine.\nThe first words.");
        author.is(&format!("{FIELD}.value"), both.clone()).await;
        author.is(&format!("document.activeElement === {FIELD}"), true).await;
        author.saves().await;
        assert_eq!(author.file(HELLO), both);
    })
    .await;
}
