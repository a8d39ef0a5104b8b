//! A text as Pagefind indexes it: its title, its sections with their anchors, and its tags to filter by.

use crate::bundle::escape::escape;
use crate::bundle::library::Library;
use crate::content::Site;
use crate::markdown::{self, Render};

pub(super) struct Page {
    /// The path of its file below the base.
    pub(super) path: String,
    /// A whole document.
    pub(super) html: String,
}

/// All that the page of an entry of the library is made from, besides its language and the site's messages.
pub(super) fn inputs(library: &Library, index: usize) -> Vec<u8> {
    let (post, prepared) = &library.entries[index];
    let words = library.index.words_of(post);
    let (tags, route, body) = (&post.tags, post.route().path(), &prepared.article.body);
    let inputs = (words, tags, route, &post.title, &post.description, body);
    serde_json::to_vec(&inputs).expect("strings, numbers and lists always serialise")
}

/// The page of an entry of the library.
pub(super) fn page(site: &Site, library: &Library, index: usize, language: &str) -> Page {
    let (post, prepared) = &library.entries[index];
    let words = library.index.words_in(site, post);
    let render = Render { base: "/", words, html: &[], sidenotes: false };
    let text = markdown::article(&prepared.article.body, render);
    let filter = |name: &String| format!("<meta data-pagefind-filter=\"tag[content]\" content=\"{}\">", escape(name));
    let tags: String = post.tags.iter().map(|tag| filter(&tag.name)).collect();
    // The tags and the authors are in the text too, so that a search finds their names.
    let authors = post.authors.iter().map(|author| &author.name);
    let names: Vec<_> = post.tags.iter().map(|tag| &tag.name).chain(authors).map(|name| escape(name)).collect();
    let html = format!(
        "<!doctype html><html lang=\"{}\"><head></head><body>{tags}<h1>{}</h1><p>{}</p><p>{}</p>{text}</body></html>",
        escape(language),
        escape(&post.title),
        escape(&post.description),
        names.join(", "),
    );
    Page { path: post.route().path() + "index.html", html }
}
