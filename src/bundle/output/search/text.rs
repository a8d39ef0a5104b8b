//! A text as Pagefind indexes it: its title, its sections with their anchors, and its tags and categories to filter by.

use serde::Serialize;

use crate::bundle::escape::escape;
use crate::bundle::library::Library;
use crate::content::{Body, Messages};
use crate::markdown::{self, Render};

pub(super) struct Page {
    /// The path of its file below the base.
    pub(super) path: String,
    /// A whole document.
    pub(super) html: String,
}

/// All that the page of a text is made from, besides its language and the site's messages.
#[derive(Serialize)]
pub(super) struct Text<'a> {
    /// The messages in its language, if they are not the site's.
    words: Option<&'a Messages>,
    /// Its categories, too: both filter alike.
    tags: Vec<&'a str>,
    authors: Vec<&'a str>,
    path: String,
    title: &'a str,
    description: &'a str,
    body: &'a Body,
}

impl<'a> Text<'a> {
    /// The text of an entry of the library.
    pub(super) fn of(library: &'a Library, index: usize) -> Self {
        let (post, prepared) = &library.entries[index];
        Self {
            words: library.index.words_of(post),
            tags: post.keywords(),
            authors: post.authors.iter().map(|author| &*author.name).collect(),
            path: post.route().path(),
            title: &post.title,
            description: &post.description,
            body: &prepared.article.body,
        }
    }

    /// The inputs of a key.
    pub(super) fn inputs(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("strings, numbers and lists always serialise")
    }

    /// Its page. `words`: the site's messages.
    pub(super) fn page(&self, words: &Messages, language: &str) -> Page {
        let render = Render { base: "/", words: self.words.unwrap_or(words), html: &[], sidenotes: false };
        let text = with_labels(&markdown::article(self.body, render));
        let filter = |name: &&str| format!("<meta data-pagefind-filter=\"tag[content]\" content=\"{}\">", escape(name));
        let tags: String = self.tags.iter().map(filter).collect();
        // The tags and the authors are in the text too, so that a search finds their names.
        let names: Vec<_> = self.tags.iter().chain(&self.authors).map(|name| escape(name)).collect();
        let html = format!(
            "<!doctype html><html lang=\"{}\"><head></head><body>{tags}<h1>{}</h1><p>{}</p><p>{}</p>{text}</body></html>",
            escape(language),
            escape(self.title),
            escape(self.description),
            names.join(", "),
        );
        Page { path: [&self.path, "index.html"].concat(), html }
    }
}

/// HTML with the labels of drawings in place of them: Pagefind reads no `svg`.
fn with_labels(html: &str) -> String {
    let mut parts = html.split("<svg");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (drawing, rest) = part.split_once("</svg>").unwrap_or((part, ""));
        shown.push(' ');
        shown.extend(drawing.split('>').skip(1).filter_map(|text| text.split('<').next()));
        shown.push(' ');
        shown.push_str(rest);
    }
    shown
}
