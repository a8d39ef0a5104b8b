//! An author's text never becomes markup of the page.

use crate::bundle::site::{Built, Site};

const TITLE: &str = r#"</script><script>alert("1 & 2")</script>"#;
const ESCAPED: &str = "&lt;/script&gt;&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;";

fn site() -> Built {
    Site::new()
        .file("site.toml", format!("title = '{TITLE}'\ndescription = '{TITLE}'\nurl = \"https://me.example\"\n"))
        .post_with("hello.md", &format!("title = '{TITLE}'\ndescription = '{TITLE}'\ndate = 2025-03-01"), "Hi.")
        .bundle()
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
fn the_data_beside_the_page_has_the_words_themselves() {
    assert_eq!(site().page("posts/hello/").title, TITLE);
}
