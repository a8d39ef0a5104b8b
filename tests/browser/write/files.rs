//! New texts, their pictures, and files that get another name or go to the trash.

use fantoccini::Locator;

use super::author::{Author, FIELD, HELLO, NOTICE, PREVIEW, STATE, at_hello, at_the_list};

impl Author {
    /// Begins a text with a title, and writes into it.
    async fn begins(&self, title: &str, words: &str) {
        self.does("new").await;
        self.is("document.activeElement.name", "title").await;
        self.presses(&format!("{title}\n")).await;
        self.has_opened().await;
        self.is(&format!("document.activeElement === {FIELD}"), true).await;
        self.presses(words).await;
    }

    /// Waits until a page of the site is there, or is not.
    async fn has_page(&self, path: &str, is_there: bool) {
        self.is(&format!("fetch('/{path}').then((answer) => answer.ok)"), is_there).await;
    }
}

#[tokio::test]
async fn a_new_text_is_a_draft_until_it_is_published() {
    at_the_list(async |author: Author| {
        author.begins("Über Größe & Maß", "The words.").await;
        author.is("decodeURIComponent(location.hash)", "#posts/über-größe-maß.md").await;
        author.says(&format!("{PREVIEW}.textContent"), "The words.").await;
        author.saves().await;
        let path = "posts/über-größe-maß.md";
        let draft = author.file(path);
        assert!(draft.contains("title = \"Über Größe & Maß\"\n") && draft.contains("draft = true\n"), "{draft}");
        assert!(draft.ends_with("The words.") || draft.ends_with("The words.\n"), "{draft}");
        author.does("publish").await;
        author.is("document.querySelector('[data-do=publish]') === null", true).await;
        // Taking the mark away leaves the caret where it is.
        author.is(&format!("{FIELD}.selectionStart === {FIELD}.value.lastIndexOf('The words.') + 10"), true).await;
        author.says(STATE, "Saved in the folder").await;
        assert_eq!(author.file(path), draft.replace("draft = true\n", ""));
        author.has_page("posts/über-größe-maß/", true).await;
    })
    .await;
}

#[tokio::test]
async fn a_picture_is_shown_at_once_kept_in_the_draft_and_saved_with_its_text() {
    at_the_list(async |author: Author| {
        author.begins("A lake", "The lake:").await;
        author.says(STATE, "Kept on this device").await;
        let picture = std::env::current_dir().expect("a folder").join("tests/fixtures/site/posts/the-starter/jar.png");
        let chooser = author.client.find(Locator::Css("#write-pictures")).await.expect("a field for files");
        chooser.send_keys(&picture.display().to_string()).await.expect("a file");
        author.is("document.activeElement.name", "alt").await;
        author.presses("A jar [glass]\n").await;
        let is_seen = format!("{PREVIEW}.querySelector('img')?.naturalWidth > 100");
        author.is(&is_seen, true).await;
        author.says(STATE, "Kept on this device").await;
        author.client.refresh().await.expect("the server answers");
        author.has_opened().await;
        author.is(&is_seen, true).await;
        author.is(&format!("{PREVIEW}.querySelector('img').alt"), "A jar [glass]").await;
        author.saves().await;
        assert!(author.file("posts/a-lake/index.md").contains("The lake:\n\n![A jar \\[glass\\]](./a-lake-1."));
        let files = std::fs::read_dir(author.served.path("posts/a-lake")).expect("a folder").count();
        assert_eq!(files, 2, "the text and its picture");
        // As the site has it, after the browser's copy is gone.
        author.client.refresh().await.expect("the server answers");
        author.has_opened().await;
        author.is(&is_seen, true).await;
        author.says(STATE, "Unchanged").await;
    })
    .await;
}

#[tokio::test]
async fn a_text_with_another_name_is_found_at_its_former_address() {
    at_hello(async |author: Author| {
        let before = author.file(HELLO);
        author.does("details").await;
        author.does("rename").await;
        author.is("document.activeElement.name", "name").await;
        author.runs("document.activeElement.select()").await;
        author.presses("Good morning\n").await;
        author.is("location.hash", "#posts/good-morning.md").await;
        author.has_opened().await;
        let after = author.file("posts/good-morning.md");
        assert!(after.contains("aliases = [\"/posts/hello/\"]\n"), "{after}");
        assert_eq!(after.replace("aliases = [\"/posts/hello/\"]\n", ""), before);
        assert!(!author.served.path(HELLO).exists());
        author.is("fetch('/posts/hello/').then((answer) => answer.text()).then((html) => html.includes('/posts/good-morning/'))", true).await;
        author.says(STATE, "Unchanged").await;
        author.clicks(".write-back").await;
        author.is("document.querySelectorAll('.write-rows a').length", 3).await;
    })
    .await;
}

#[tokio::test]
async fn a_text_that_is_deleted_is_in_the_trash_with_its_folder() {
    at_the_list(async |author: Author| {
        author.served.save("posts/trip/lake.txt", "Water.");
        author.opens("posts/trip/index.md").await;
        let before = author.file("posts/trip/index.md");
        author.does("details").await;
        author.does("delete").await;
        author.clicks("dialog [type=submit]").await;
        author.is("document.querySelectorAll('.write-rows a').length", 2).await;
        author.says(NOTICE, "posts/trip/index.md is deleted").await;
        author.has_page("posts/trip/", false).await;
        assert!(!author.served.path("posts/trip").exists());
        let mut trash = std::fs::read_dir(author.served.path(".trash")).expect("a trash").flatten();
        let day = trash.find(|day| day.path().is_dir()).expect("the trash of today").path();
        assert_eq!(std::fs::read_to_string(day.join("posts/trip/index.md")).expect("the text"), before);
        assert!(day.join("posts/trip/lake.txt").exists());
    })
    .await;
}
