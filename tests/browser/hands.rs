//! What a reader takes into the hand: code, the address of a heading, a picture.

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::visit::{Visit, at_both};

/// A clipboard that can be looked into, and may be broken.
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
        visit.is("clipboard === document.querySelector('.code code').textContent && clipboard.length > 10", true).await;
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
        // A second one, to go to.
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
        visit.press(".lightbox [data-act=on]").await;
        visit.is(&format!("{shown}[0].href"), true).await;
        visit.press(".lightbox [data-act=close]").await;
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
