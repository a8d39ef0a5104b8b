//! Addresses from a sitemap or a feed.

use super::old::Old;

fn folder() -> Old {
    Old::new()
        .file("hello.md", "---\ntitle: Hello you\ndate: 2024-05-01\n---\nText.\n")
        .file("x.md", "---\ntitle: A long story\ndate: 2024-05-02\n---\n[h](/b/2024/hello/) [d](/docs/)\n")
}

#[test]
fn addresses_of_a_sitemap_go_to_the_texts_of_their_names() {
    let new = folder().import_with(Some(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://a.example/b/2024/hello/</loc></url>\
         <url><loc>https://a.example/a-long-story.html</loc></url><url><loc>https://a.example/gone/</loc></url>\
         <url><loc>https://a.example/</loc></url></urlset>",
    ));
    assert_eq!(new.list("posts/hello.md", "aliases"), ["/b/2024/hello/"]);
    assert_eq!(new.list("posts/a-long-story.md", "aliases"), ["/a-long-story.html"]);
    assert!(new.report.contains("- /gone/: no text is there"), "{}", new.report);
    let body = new.body("posts/a-long-story.md");
    assert_eq!(body, "[h](./hello.md) [d](https://a.example/docs/)");
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn addresses_of_a_feed_go_to_the_texts_of_their_titles_and_days() {
    let new = folder().import_with(Some(
        "<rss version=\"2.0\"><channel><item><title>Hello you</title><link>https://a.example/?p=1</link></item>\
         <item><title>Hello you</title><link>https://a.example/p/1</link></item>\
         <item><title>Renamed</title><link>https://a.example/p/2</link><pubDate>Thu, 02 May 2024 10:00:00 GMT</pubDate></item>\
         </channel></rss>",
    ));
    assert_eq!(new.list("posts/1.md", "aliases"), ["/p/1"]);
    assert_eq!(new.list("posts/2.md", "aliases"), ["/p/2"]);
}
