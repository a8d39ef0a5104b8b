//! A site in another language than English, written from right to left.

use personal_page::view::Action;

use crate::visit::{Visit, at_root_of};

const ROOT: &str = "document.documentElement.lang + ' ' + document.documentElement.dir";
const ARTICLE: &str = "getComputedStyle(document.querySelector('article')).direction";

#[tokio::test]
async fn an_arabic_site_is_taken_over_in_place_and_stays_arabic_from_page_to_page() {
    at_root_of("arabic", async |visit: Visit| {
        visit.arrive("posts/mint-on-the-roof/").await;
        visit.client.execute("window.heading = document.querySelector('h1')", vec![]).await.expect("a page");
        visit.started().await;
        visit.mark().await;
        assert_eq!(visit.get("heading === document.querySelector('h1')").await, true, "no node was replaced");
        assert_eq!(visit.get(ROOT).await, "ar rtl");

        visit.press(".neighbours [rel=next]").await;
        visit.reads("السقي بالأرقام").await;
        assert_eq!(visit.text(".alert-title").await, "ملاحظة");
        assert_eq!(visit.text("time.dt-published").await, "14 مارس 2025");
        assert_eq!(visit.attribute(".contents nav", "aria-label").await, "المحتويات");
        assert_eq!(visit.get("document.querySelector('.copy').textContent").await, "نسخ");
        assert_eq!(visit.get("getComputedStyle(document.querySelector('pre')).direction").await, "ltr");
        assert_eq!(visit.get(ARTICLE).await, "rtl");

        visit.click("الأرشيف").await;
        visit.reads("الأرشيف").await;
        visit.follow("A letter from a reader").await;
        assert_eq!(visit.text(".alert-title").await, "Tip");
        assert_eq!(visit.get(ARTICLE).await, "ltr");
        assert_eq!(visit.get(ROOT).await, "ar rtl");

        visit.acts(Action::Settings).await;
        assert_eq!(visit.text("#reading-panel legend").await, "المظهر");
        visit.same_document().await;
    })
    .await;
}
