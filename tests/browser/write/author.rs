//! An author at the editor of a site under `cargo site serve`, in a browser.

use std::fs;

use fantoccini::key::Key;
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, Locator};
use serde_json::Value;

use crate::driver::{Scripts, with_browser};
use crate::look::{SOON, becomes};
use crate::served::Served;

/// The text field, in JavaScript.
pub(crate) const FIELD: &str = "document.getElementById('write-text')";
/// What the bar says of the text.
pub(crate) const STATE: &str = "document.querySelector('.write-state')?.textContent ?? ''";
/// The message above the text or the list.
pub(crate) const NOTICE: &str = "document.querySelector('.write-notice')?.textContent ?? ''";
/// The content of `<main>` in the preview.
pub(crate) const PREVIEW: &str = "document.getElementById('write-preview').contentDocument.getElementById('main')";
/// The file that most tests edit.
pub(crate) const HELLO: &str = "posts/hello.md";

/// The author, whose site has the texts `hello.md`, `lake.md` and `trip/index.md`.
pub(super) struct Author {
    pub(super) client: Client,
    pub(super) served: Served,
}

/// Runs a test with the editor's list of texts.
pub(super) async fn at_the_list<F>(test: impl FnOnce(Author) -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    with_browser(Scripts::On, |client| async move {
        let waits = TimeoutConfiguration::new(None, Some(SOON), None);
        client.update_timeouts(waits).await.expect("a browser that waits no longer");
        let author = Author { client, served: Served::start(&[]) };
        author.goes_to("").await;
        author.is("document.querySelectorAll('.write-rows a').length", 3).await;
        test(author).await;
    })
    .await;
}

/// Runs a test with an open text.
pub(super) async fn at_hello<F>(test: impl FnOnce(Author) -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    at_the_list(|author| async move {
        author.opens(HELLO).await;
        test(author).await;
    })
    .await;
}

impl Author {
    /// Goes to the list, or to the text behind a fragment, by its address.
    pub(super) async fn goes_to(&self, fragment: &str) {
        let address = self.served.address(&format!("write/{fragment}"));
        self.client.goto(&address).await.expect("the server answers");
    }

    /// Opens a text, and waits until its preview is there.
    pub(super) async fn opens(&self, path: &str) {
        self.goes_to(&format!("#{path}")).await;
        self.has_opened().await;
    }

    /// Waits until a text and its preview are there.
    pub(super) async fn has_opened(&self) {
        self.is(&format!("{FIELD}?.filled === true && {PREVIEW}?.childElementCount > 0"), true).await;
    }

    /// Waits until an expression in the page has a value.
    pub(super) async fn is(&self, expression: &str, expected: impl Into<Value>) {
        becomes(&self.client, expression, expected).await;
    }

    /// Waits until an expression, which is a text, has these words.
    pub(super) async fn says(&self, expression: &str, words: &str) {
        let found = format!("({expression}).includes({}) || ({expression})", Value::from(words));
        self.is(&found, true).await;
    }

    /// The value of an expression in the page, which is a text.
    pub(super) async fn text(&self, expression: &str) -> String {
        let value = self.client.execute(&format!("return ({expression})"), vec![]).await.expect("a page to ask");
        value.as_str().unwrap_or_else(|| panic!("{expression} is {value}")).to_owned()
    }

    /// Runs a script in the page.
    pub(super) async fn runs(&self, script: &str) {
        self.client.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script}: {error}"));
    }

    /// Puts the caret behind words of the text.
    pub(super) async fn puts_the_caret_behind(&self, words: &str) {
        let words = Value::from(words);
        let place =
            format!("const [field, words] = [{FIELD}, {words}], at = field.value.lastIndexOf(words) + words.length;");
        self.runs(&format!("{place} field.focus(); field.setSelectionRange(at, at)")).await;
    }

    /// Presses keys where the focus is: a line break is Enter.
    pub(super) async fn presses(&self, keys: &str) {
        let focus = self.client.active_element().await.expect("something has the focus");
        focus.send_keys(&keys.replace('\n', &Key::Enter.to_string())).await.expect("it takes keys");
    }

    /// Inserts words at the caret, as a keyboard for any script does: drivers type no emoji.
    pub(super) async fn inserts(&self, words: &str) {
        let insert = "document.execCommand('insertText', false, arguments[0])";
        self.client.execute(insert, vec![words.into()]).await.expect("a field with the focus");
    }

    /// Writes behind words of the text, and waits for the last letter: some drivers type later than they answer.
    pub(super) async fn writes_behind(&self, words: &str, keys: &str) {
        self.puts_the_caret_behind(words).await;
        self.presses(keys).await;
        self.says(&format!("{FIELD}.value"), keys).await;
    }

    /// Presses a key with Control.
    pub(super) async fn presses_control(&self, key: char) {
        self.presses(&format!("{}{key}{}", Key::Control, Key::Null)).await;
    }

    /// Clicks on a command.
    pub(super) async fn does(&self, command: &str) {
        self.clicks(&format!("[data-do='{command}']")).await;
    }

    /// Clicks on the element that a selector matches.
    pub(super) async fn clicks(&self, selector: &str) {
        self.is(&format!("document.querySelector({}) !== null", Value::from(selector)), true).await;
        let element = self.client.find(Locator::Css(selector)).await.expect("it is there");
        element.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Saves, and waits until it is done.
    pub(super) async fn saves(&self) {
        self.presses_control('s').await;
        self.says(STATE, "Saved in the folder").await;
    }

    /// The text of a file on disk.
    pub(super) fn file(&self, path: &str) -> String {
        fs::read_to_string(self.served.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}
