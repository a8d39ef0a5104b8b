//! An author's text never becomes markup of the page.

use personal_page::content::HydrationData;

use crate::bundle::site::{Built, Site};

const TITLE: &str = r#"</script><script>alert("1 & 2")</script>"#;
const ESCAPED: &str = "&lt;/script&gt;&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;";

fn site() -> Built {
    Site::new()
        .file("site.toml", format!("title = '{TITLE}'\ndescription = '{TITLE}'\nurl = \"https://me.example\"\n"))
        .post_with("hello.md", &format!("title = '{TITLE}'\ndescription = '{TITLE}'\ndate = 2025-03-01"), "Hi.")
        .bundle()
}

fn inline(html: &str) -> &str {
    let (_, start) = html.split_once("<script type=\"application/json\" id=\"start\">").expect("the data");
    start.split_once("</script>").expect("its end").0
}

#[test]
fn a_title_that_looks_like_markup_is_words() {
    let built = site();
    for path in ["index.html", "posts/hello/index.html", "archive/index.html", "404.html"] {
        let html = built.text(path);
        assert!(!html.contains("<script>"), "{html}");
        assert_eq!(html.matches("</script").count(), html.matches("<script type=\"application/").count(), "{html}");
    }
    let html = built.text("posts/hello/index.html");
    assert!(html.contains(&format!("<title>{ESCAPED} · {ESCAPED}</title>")), "{html}");
    assert!(html.contains(&format!("<meta name=\"description\" content=\"{ESCAPED}\">")), "{html}");
}

#[test]
fn the_inline_data_reads_back_as_it_was() {
    let built = site();
    let html = built.text("posts/hello/index.html");
    let data: HydrationData = serde_json::from_str(inline(&html)).expect("the data");
    assert_eq!(data.site.title, TITLE);
    assert_eq!(data.route.path(), "posts/hello/");
    assert!(!inline(&html).contains('<'));
}

#[test]
fn the_data_beside_the_page_has_the_words_themselves() {
    assert_eq!(site().page("posts/hello/").title, TITLE);
}
