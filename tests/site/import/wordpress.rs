//! WordPress: the XML export.

use personal_page::bundle::{Diagnostics, Taxonomy};
use personal_page::import::exports::{Export, Outcome, read, recognise};
use personal_page::import::html::to_markdown;
use personal_page::import::notes::Notes;
use personal_page::import::run::{Import, import};
use personal_page::import::site::{Body, Text};

use crate::common::folder::Folder;

pub(super) fn item(fields: &str, body: &str) -> String {
    format!("<item>\n{fields}\n<content:encoded><![CDATA[{body}]]></content:encoded>\n</item>\n")
}

pub(super) fn export(items: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\">\n<channel>\n\
         <title>Tom &amp; co</title>\n<language>en-US</language>\n<wp:base_blog_url>https://tom.example</wp:base_blog_url>\n\
         <wp:author><wp:author_login>tom</wp:author_login><wp:author_display_name><![CDATA[Tom T.]]></wp:author_display_name></wp:author>\n\
         {items}</channel>\n</rss>\n"
    )
}

pub(super) const FIRST: &str = "<title>Caf&#233; &amp; cake</title>
<link>https://tom.example/2024/05/cafe/</link>
<dc:creator>tom</dc:creator>
<excerpt:encoded><![CDATA[In <b>short</b>]]></excerpt:encoded>
<wp:post_id>7</wp:post_id>
<wp:post_date>2024-05-01 01:30:00</wp:post_date>
<wp:post_date_gmt>2024-04-30 23:30:00</wp:post_date_gmt>
<wp:post_name>cafe</wp:post_name>
<wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
<wp:post_password></wp:post_password>
<category domain=\"category\" nicename=\"x\"><![CDATA[Food &amp; Drink]]></category>
<category domain=\"post_tag\" nicename=\"y\"><![CDATA[cake]]></category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[9]]></wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_approved>1</wp:comment_approved></wp:comment>
<wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_approved>spam</wp:comment_approved></wp:comment>";

pub(super) const PICTURE: &str =
    "<title>c</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
<wp:attachment_url>https://tom.example/files/c.jpg</wp:attachment_url>";

fn of(items: &str) -> (Vec<Text>, Outcome) {
    let folder = Folder::new();
    folder.write("tom.xml", export(items));
    assert_eq!(recognise(&folder.path("tom.xml")).map(|(export, _)| export), Some(Export::WordPress));
    let mut texts = Vec::new();
    let outcome = read(Export::WordPress, &folder.path("tom.xml"), &mut |text| texts.push(text));
    (texts, outcome)
}

fn kind(fields: &str, status: &str, extra: &str) -> String {
    format!("<title>T</title>{fields}<wp:status>{status}</wp:status><wp:post_type>post</wp:post_type>{extra}")
}

#[test]
fn a_post_has_all_that_the_export_says_of_it() {
    let (texts, outcome) = of(&(item(FIRST, "One\ntwo") + &item(PICTURE, "")));
    assert_eq!(outcome.broken, []);
    assert_eq!(outcome.settings.title.as_deref(), Some("Tom & co"));
    assert_eq!(outcome.settings.url.as_deref(), Some("https://tom.example"));
    assert_eq!(outcome.comments, 1);
    let [post] = texts.as_slice() else { panic!("{} texts", texts.len()) };
    assert_eq!(post.title, "Café & cake");
    assert_eq!(post.date.expect("a date").to_string(), "2024-05-01T01:30:00+02:00");
    assert_eq!(post.terms.of(Taxonomy::Tags), ["cake"]);
    assert_eq!(post.terms.of(Taxonomy::Categories), ["Food & Drink"]);
    assert_eq!(post.authors, ["Tom T."]);
    assert_eq!(post.description.as_deref(), Some("In short"));
    assert_eq!(post.slug.as_deref(), Some("cafe"));
    assert_eq!(post.addresses, ["/2024/05/cafe/"]);
    assert_eq!(post.cover.as_deref(), Some("https://tom.example/files/c.jpg"));
    assert_eq!(post.line, 25);
    assert!(!post.draft && !post.page);
    let Body::Html(html) = &post.body else { panic!("no HTML") };
    assert_eq!(to_markdown(html, &mut Notes::default()), "One\\\ntwo\n");
}

#[test]
fn what_was_not_published_is_a_draft_or_left_out() {
    let states = ["draft", "pending", "private", "future", "trash", "auto-draft"];
    let items: String = states.iter().map(|state| item(&kind("", state, ""), "x")).collect();
    let secret = item(&kind("", "publish", "<wp:post_password>secret</wp:post_password>"), "x");
    let (texts, outcome) = of(&(items + &secret));
    assert_eq!(texts.len(), 5);
    assert!(texts.iter().all(|text| text.draft));
    let told: Vec<&str> = outcome.translated.keys().map(String::as_str).collect();
    assert_eq!(
        told,
        [
            "post in auto-draft → left out",
            "post in trash → left out",
            "post that is draft → draft",
            "post that is future → draft",
            "post that is pending → draft",
            "post that is private → draft",
            "post that is protected by a password → draft",
        ]
    );
}

#[test]
fn a_gallery_shows_the_pictures_it_names() {
    let (texts, _) = of(&(item(&kind("", "publish", ""), "[gallery ids=\"9\"]") + &item(PICTURE, "")));
    let Body::Html(html) = &texts[0].body else { panic!("no HTML") };
    assert_eq!(to_markdown(html, &mut Notes::default()), "![](https://tom.example/files/c.jpg)\n");
}

#[test]
fn further_pages_of_a_post_keep_their_addresses() {
    let (texts, _) = of(&item(FIRST, "One<!--nextpage-->Two"));
    assert_eq!(texts[0].addresses, ["/2024/05/cafe/", "/2024/05/cafe/2/"]);
}

#[test]
fn an_address_that_is_a_query_is_told_of_and_links_to_it_lead_to_the_text() {
    let plain = FIRST.replace("https://tom.example/2024/05/cafe/", "https://tom.example/?p=7");
    let other = kind(
        "<wp:post_id>8</wp:post_id><wp:post_name>tea</wp:post_name><link>https://tom.example/tea/</link><wp:post_date>2024-06-01 10:00:00</wp:post_date>",
        "publish",
        "",
    );
    let body = "<a href=\"https://tom.example/?p=7\">a</a> <a href=\"/?page_id=7#b\">b</a> <a href=\"https://tom.example/?p=99\">c</a>";
    let folder = Folder::new();
    folder.write("tom.xml", export(&(item(&plain, "One") + &item(&other, body))));
    let order = Import { what: folder.path("tom.xml"), into: folder.path("new"), url: None, sitemap: None };
    let report = import(&order, &|_| {}).expect("an import").whole(&Diagnostics::default());
    assert!(report.contains("/?p=7: hosts of files answer an address whatever its query is"), "{report}");
    assert!(!report.contains("leads to another text now"), "{report}");
    let tea = std::fs::read_to_string(folder.path("new/posts/tea.md")).expect("a post");
    assert!(tea.contains("[a](./cafe.md) [b](./cafe.md#b) [c](https://tom.example/?p=99)"), "{tea}");
}

#[test]
fn a_file_that_ends_early_gives_what_is_before() {
    let whole = export(&(item(FIRST, "One") + &item(FIRST, "Two")));
    let folder = Folder::new();
    folder.write("tom.xml", &whole[..whole.rfind("Two").expect("a second post") + 1]);
    let mut texts = Vec::new();
    let outcome = read(Export::WordPress, &folder.path("tom.xml"), &mut |text| texts.push(text));
    assert_eq!(texts.len(), 1);
    assert_eq!(outcome.broken[0].line, 44);
}

#[test]
fn categories_stay_categories_and_their_old_addresses_answer() {
    let folder = Folder::new();
    folder.write("tom.xml", export(&item(FIRST, "<p>Text.</p>")));
    let order = Import { what: folder.path("tom.xml"), into: folder.path("new"), url: None, sitemap: None };
    import(&order, &|_| {}).expect("an import");
    let read = |path: &str| std::fs::read_to_string(folder.path("new").join(path)).expect("a file");
    let post = read("posts/cafe.md");
    assert!(post.contains("tags = [\"cake\"]\ncategories = [\"Food & Drink\"]\n"), "{post}");
    let settings = read("site.toml");
    assert!(settings.contains("[old_lists]\ntags = \"/tag/\"\ncategories = \"/category/\"\n"), "{settings}");
}
