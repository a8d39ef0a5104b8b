//! Medium: a folder of HTML files.

use personal_page::import::exports::{Export, read, recognise};
use personal_page::import::html::to_markdown;
use personal_page::import::notes::Notes;
use personal_page::import::site::Body;

use crate::common::folder::Folder;

pub(super) const POST: &str = "<!DOCTYPE html><html><head><title>Hello</title></head><body><article class=\"h-entry\">
<header><h1 class=\"p-name\">Hello</h1></header>
<section data-field=\"subtitle\" class=\"p-summary\">A greeting</section>
<section data-field=\"body\" class=\"e-content\"><section class=\"section\"><h3 class=\"graf graf--h3\">Hello</h3><p class=\"graf\">To <strong>all</strong> &lt;you&gt;.</p></section></section>
<footer><p>By <a href=\"https://medium.com/@ada\" class=\"p-author h-card\">Ada</a> on <a href=\"x\"><time class=\"dt-published\" datetime=\"2020-02-03T10:11:12.345Z\">February 3, 2020</time></a>.</p><p><a href=\"https://medium.com/@ada/hello-3f2a9c81b04d\" class=\"p-canonical\">Canonical link</a></p></footer></article></body></html>";

#[test]
fn a_folder_gives_its_posts_and_drafts() {
    let folder = Folder::new();
    folder.write("posts/2020-02-03_Hello-3f2a9c81b04d.html", POST);
    folder.write("posts/draft_Later-aaaaaaaaaaaa.html", POST.replace("dt-published", "x"));
    folder.write("README.html", "<p>Your export</p>");
    let path = folder.path("posts").parent().expect("a folder").to_owned();
    assert_eq!(recognise(&path).map(|(export, _)| export), Some(Export::Medium));
    let mut texts = Vec::new();
    let outcome = read(Export::Medium, &path, &mut |text| texts.push(text));
    assert_eq!(outcome.settings.author.as_deref(), Some("Ada"));
    let post = &texts[0];
    assert_eq!((post.title.as_str(), post.draft), ("Hello", false));
    assert_eq!(post.description.as_deref(), Some("A greeting"));
    assert_eq!(post.slug.as_deref(), Some("hello"));
    assert_eq!(post.addresses, ["/@ada/hello-3f2a9c81b04d"]);
    assert_eq!(post.date.expect("a date").to_string(), "2020-02-03T10:11:12Z");
    let Body::Html(html) = &post.body else { panic!("no HTML") };
    assert_eq!(to_markdown(html, &mut Notes::default()), "To **all** \\<you>.\n");
    assert!(texts[1].draft);
}
