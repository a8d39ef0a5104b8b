//! What a reader copies or enlarges: code, the address of a heading, a picture.

use fantoccini::Locator;
use fantoccini::key::Key;
use personal_page::view::Action;

use crate::visit::{Visit, at_both, at_root};

/// A clipboard that the test can read, and that may be broken.
const CLIPBOARD: &str = "Clipboard.prototype.writeText = (text) =>
    window.broken ? Promise.reject(new Error('no')) : (window.clipboard = text, Promise.resolve())";
const SAID: &str = "document.getElementById('announcer').textContent";
const BUTTON: &str = "document.querySelector('.copy').textContent";
const OPEN: &str = "document.querySelector('.lightbox')?.open ?? false";

#[tokio::test]
async fn code_is_copied_and_the_button_says_so() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.follow("Counting loaves in C++ and Rust").await;
        visit.client.execute(CLIPBOARD, vec![]).await.expect("a clipboard");
        let button = visit.client.find(Locator::Css(".copy")).await.expect("a button");
        button.send_keys(&Key::Enter.to_string()).await.expect("a key");
        visit.is(BUTTON, "Copied").await;
        visit.is(SAID, "Copied").await;
        visit
            .is(
                "clipboard === document.querySelector('.code code').textContent.trimEnd() && clipboard.length > 10",
                true,
            )
            .await;
        visit.is(BUTTON, "Copy").await;

        visit.client.execute("window.broken = true", vec![]).await.expect("a page");
        visit.press(".copy").await;
        visit.is(BUTTON, "Could not copy").await;
        visit.is(SAID, "Could not copy").await;
    })
    .await;
}

#[tokio::test]
async fn the_anchor_of_a_heading_goes_there_and_copies_its_address() {
    at_both(async |visit: Visit| {
        visit.open("posts/how-bread-rises/").await;
        visit.client.execute(CLIPBOARD, vec![]).await.expect("a clipboard");
        let anchor = visit.client.find(Locator::Css("#gas .anchor")).await.expect("an anchor");
        anchor.send_keys(&Key::Enter.to_string()).await.expect("a key");
        visit.stands_at("posts/how-bread-rises/#gas").await;
        visit.is("clipboard", visit.address("posts/how-bread-rises/#gas")).await;
        visit.is(SAID, "Copied").await;
    })
    .await;
}

#[tokio::test]
async fn a_picture_opens_large_and_closes() {
    at_both(async |visit: Visit| {
        visit.open("archive/").await;
        visit.follow("A starter of your own").await;
        // A second picture.
        let add = "const picture = document.querySelector('.zoom').cloneNode(true);
            picture.href += '?second'; document.querySelector('.text').append(picture)";
        visit.client.execute(add, vec![]).await.expect("a picture");
        let address = visit.get("location.href").await;
        let shown = "document.querySelector('.lightbox img').src === document.querySelectorAll('.zoom')";
        let picture = visit.client.find(Locator::Css(".zoom")).await.expect("a picture");
        picture.send_keys(&Key::Enter.to_string()).await.expect("a key");
        visit.is(OPEN, true).await;
        visit.is(&format!("{shown}[0].href"), true).await;
        let dialog = visit.client.active_element().await.expect("the focus");
        dialog.send_keys(&Key::Right.to_string()).await.expect("a key");
        visit.is(&format!("{shown}[1].href"), true).await;
        visit.press(&format!(".lightbox {}", Action::NextPicture.selector())).await;
        visit.is(&format!("{shown}[0].href"), true).await;
        visit.press(&format!(".lightbox {}", Action::Close.selector())).await;
        visit.is(OPEN, false).await;
        visit.is("document.activeElement === document.querySelector('.zoom')", true).await;

        visit.press(".zoom").await;
        visit.is(OPEN, true).await;
        let dialog = visit.client.active_element().await.expect("the focus");
        dialog.send_keys(&Key::Escape.to_string()).await.expect("a key");
        visit.is(OPEN, false).await;
        assert_eq!(visit.get("location.href").await, address, "nobody went anywhere");

        visit.press(".zoom").await;
        visit.is(OPEN, true).await;
        visit.back().await;
        visit.is(OPEN, false).await;
    })
    .await;
}

#[tokio::test]
async fn no_code_that_is_copied_ends_in_a_line_break() {
    at_root(async |visit: Visit| {
        let blocks = "```\n$ ls -la\n```\n\n```sh title=\"twice\"\ncd\nls\n\n```\n\n    indented\n\n```rust {1}\nfn main() {}\n```\n";
        visit.host.adds([post("shell.md", blocks)]);
        visit.open("posts/shell/").await;
        visit.client.execute(CLIPBOARD, vec![]).await.expect("a clipboard");
        for (index, code) in ["$ ls -la", "cd\nls", "indented", "fn main() {}"].iter().enumerate() {
            visit.get(&format!("document.querySelectorAll('.copy')[{index}].click()")).await;
            visit.is("clipboard", *code).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_selected_has_no_sign_of_the_pages_own() {
    at_both(async |visit: Visit| {
        visit.open("posts/the-whole-pantry/").await;
        let text = "(() => {
            getSelection().selectAllChildren(document.querySelector('.text'));
            return String(getSelection()).split('\\n').map((line) => line.trim());
        })()";
        let text = visit.get(text).await;
        let lines: Vec<&str> = text.as_array().expect("lines").iter().filter_map(|line| line.as_str()).collect();
        assert!(lines.contains(&"Warnings, by weight"), "{lines:#?}");
        for sign in ["#", "Copy", "↩"] {
            let found: Vec<_> = lines.iter().filter(|line| line.ends_with(sign)).collect();
            assert!(found.is_empty(), "{sign}: {found:?}");
        }
    })
    .await;
}

/// The buttons that cover a line of code.
const COVERED: &str = "[...document.querySelectorAll('.code')].filter((block) => {
    const button = block.querySelector('.copy').getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(block.querySelector('code'));
    return [...range.getClientRects()].some((line) => line.width > 0 && line.right > button.left && line.left < button.right
        && line.bottom > button.top && line.top < button.bottom);
}).map((block) => block.textContent)";

#[tokio::test]
async fn the_button_covers_no_code() {
    at_root(async |visit: Visit| {
        let long = "a line that is longer than any screen ".repeat(8);
        let blocks = format!("```\n{long}\n```\n\n- One\n\n  ```sh\n  {long}\n  ```\n\n> ```rust title=\"main.rs\" {{1}}\n> {long}\n> ```\n");
        visit.host.adds([post("long.md", &blocks)]);
        for width in [390, 1440] {
            visit.is_wide(width).await;
            for page in ["posts/long/", "posts/the-whole-pantry/", "posts/counting-loaves/"] {
                visit.open(page).await;
                let covered = visit.get(COVERED).await;
                assert_eq!(covered.as_array().map(Vec::len), Some(0), "{page} at {width} px: {covered:#}");
            }
        }
    })
    .await;
}

/// A post with a file name.
fn post(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), format!("+++\ntitle = \"Shell\"\ndate = 2026-04-01\n+++\n{text}"))
}
