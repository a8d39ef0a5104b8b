//! Reading progress is stored for the reader, and sent to nobody.

use fantoccini::Locator;
use fantoccini::key::Key;
use personal_page::view::Action;
use personal_page::view::contract::storage::PROGRESS;

use crate::visit::{Visit, at_both, stored};

const POST: &str = "posts/a-year-of-loaves/";
const TITLE: &str = "A year of loaves";
const DOTS: &str = "document.querySelectorAll('.unread').length";
const WORDS: &str = "document.querySelectorAll('.unread-word').length";
const OFFER: &str = "document.querySelector('.resume') !== null";

/// Asks the page for the stored progress.
fn progress() -> String {
    format!("({} ?? '')", stored(PROGRESS))
}

impl Visit {
    /// Scrolls to a fraction of the page.
    async fn reads_to(&self, part: f64) {
        let scroll = format!("scrollTo(0, {part} * document.documentElement.scrollHeight)");
        self.client.execute(&scroll, vec![]).await.expect("a page to scroll");
    }
}

#[tokio::test]
async fn a_reader_who_comes_back_sees_what_is_unread() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.still().await;
        assert_eq!(visit.get(DOTS).await, 0, "nobody has been here before");
        visit.follow(TITLE).await;
        visit.reads_to(1.0).await;
        visit.is(&progress(), "a-year-of-loaves 1000").await;
        visit.back().await;

        let unread = "document.querySelectorAll('.posts li').length - document.querySelectorAll('.posts a[href$=\"/a-year-of-loaves/\"]').length";
        visit.is(&format!("{DOTS} > 0 && {DOTS} === {unread} && {DOTS} === {WORDS}"), true).await;
        visit.open("archive/").await;
        visit.is(&format!("{DOTS} > 0 && {DOTS} === {unread} && {DOTS} === {WORDS}"), true).await;

        visit.acts(Action::Settings).await;
        visit.acts(Action::ForgetProgress).await;
        visit.is(&format!("{DOTS} + {WORDS} + localStorage.length"), 0).await;
    })
    .await;
}

#[tokio::test]
async fn a_post_left_half_read_offers_to_go_on_once() {
    at_both(async |visit: Visit| {
        visit.open(POST).await;
        assert_eq!(visit.get(OFFER).await, false, "nothing was read before");
        visit.reads_to(0.4).await;
        visit.is(&format!("{}.startsWith('a-year-of-loaves ')", progress()), true).await;
        let left = visit.get("scrollY").await.as_f64().expect("a height");

        visit.follow("About").await;
        visit.back().await;
        visit.reads(TITLE).await;
        assert_eq!(visit.get(OFFER).await, false, "Back has its own place");

        visit.open("").await;
        visit.follow(TITLE).await;
        visit.is(OFFER, true).await;
        visit.press(".resume").await;
        visit.is_near(left).await;
        visit.is(OFFER, false).await;

        visit.open("").await;
        visit.follow(TITLE).await;
        visit.is(OFFER, true).await;
        let page = visit.client.find(Locator::Css("body")).await.expect("a page");
        page.send_keys(&Key::Escape.to_string()).await.expect("a key");
        visit.is(OFFER, false).await;
        visit.open(&format!("{POST}#the-table")).await;
        visit.still().await;
        assert_eq!(visit.get(OFFER).await, false, "the link says where");
    })
    .await;
}

#[tokio::test]
async fn the_contents_follow_the_reader() {
    at_both(async |visit: Visit| {
        let current = "document.querySelector('.contents [aria-current]')?.hash ?? ''";
        visit.open("").await;
        visit.follow(TITLE).await;
        visit.is(current, "").await;
        for section in ["winter", "what-went-wrong", "spring", "autumn"] {
            let go = format!("document.getElementById('{section}').scrollIntoView()");
            visit.client.execute(&go, vec![]).await.expect("a page to scroll");
            visit.is(current, format!("#{section}")).await;
        }
        visit.reads_to(1.0).await;
        visit.is(current, "#what-comes-next").await;
        visit.is("document.querySelectorAll('.contents [aria-current]').length", 1).await;
    })
    .await;
}

#[tokio::test]
async fn on_a_wide_screen_the_contents_stand_beside_the_text() {
    at_both(async |visit: Visit| {
        visit.is_wide(1440).await;
        let beside = "(([list, text]) => list.right <= text.left || list.left >= text.right)(
            ['.contents nav', '.text > p'].map((part) => document.querySelector(part).getBoundingClientRect()))";
        visit.open("posts/a-year-of-loaves/").await;
        visit.is(beside, true).await;
        visit.open("").await;
        visit.follow(TITLE).await;
        visit.is(beside, true).await;
    })
    .await;
}
