//! The blogroll: `blogroll.opml`, and its page.

use crate::bundle::site::Site;

const OPML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Feeds</title></head>
  <body>
    <outline text="Bread">
      <outline text="Crumb &amp; Crust" type="rss" xmlUrl="https://crumb.example/feed.xml?a=1&amp;b=2" htmlUrl="https://crumb.example/" description="On &lt;rye&gt;."/>
      <outline text="Only a feed" type="rss" xmlUrl="https://only.example/feed.xml"/>
    </outline>
    <outline text="crumb" title="Alone" htmlUrl="https://alone.example/"/>
  </body>
</opml>
"#;

fn site() -> Site {
    Site::new().post("hello.md", "What [I read](/blogroll/), as [OPML](/blogroll.opml).").file("blogroll.opml", OPML)
}

#[test]
fn a_blogroll_has_a_page_by_group_and_is_published_as_it_is() {
    let built = site().bundle();
    assert_eq!(built.warnings(), [""; 0]);
    let html = built.text("blogroll/index.html");
    for part in [
        "<h2 dir=\"auto\">Bread</h2>",
        "<a class=\"title\" rel=\"external\" href=\"https://crumb.example/\">Crumb &amp; Crust</a>",
        "<a class=\"feed\" rel=\"external\" href=\"https://crumb.example/feed.xml?a=1&amp;b=2\">Feed</a>",
        "<p>On &lt;rye&gt;.</p>",
        "<a class=\"title\" rel=\"external\" href=\"https://only.example/feed.xml\">Only a feed</a>",
        "<a class=\"title\" rel=\"external\" href=\"https://alone.example/\">Alone</a>",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    assert_eq!(html.matches("<h2").count(), 1, "blogs in no group have no heading: {html}");
    assert_eq!(built.text("blogroll.opml"), OPML);
}

#[test]
fn without_the_file_there_is_no_page() {
    let files = Site::new().post("hello.md", "Words.").bundle().files();
    assert!(!files.keys().any(|path| path.starts_with("blogroll")), "{:?}", files.keys());
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let example =
        "<outline text=\"A blog\" htmlUrl=\"https://blog.example/\" xmlUrl=\"https://blog.example/feed.xml\"/>";
    let wrong = "<opml>\n<body>\n<outline text=\"Bad\" htmlUrl=\"javascript:alert(1)\"/>\n<outline text=\"Nothing\"/>\n<outline xmlUrl=\"https://a.example/\"/>\n</body>\n</opml>\n";
    assert_eq!(
        Site::new().file("blogroll.opml", wrong).mistakes(),
        [
            format!("blogroll.opml:1: warning: there is no blog in it — write {example} within <body>"),
            format!(
                "blogroll.opml:3: htmlUrl=\"javascript:alert(1)\" is not a full address — write it as in {example}"
            ),
            format!("blogroll.opml:4: \"Nothing\" has no address — add one, or delete it: {example}"),
            format!("blogroll.opml:5: a blog has no text — name it: {example}"),
        ]
    );
    let broken = Site::new().file("blogroll.opml", "<opml>\n<body>\n</opml>\n").mistakes();
    assert_eq!(
        broken,
        [
            "blogroll.opml:3: this is not XML: expected 'body' tag, not 'opml' — correct the line, or export the file again from your feed reader"
        ]
    );
    let other = Site::new().file("blogroll.opml", "<rss/>").mistakes();
    assert_eq!(
        other,
        ["blogroll.opml:1: this is no OPML, but \"rss\" — export the subscriptions of your feed reader as OPML"]
    );
}
