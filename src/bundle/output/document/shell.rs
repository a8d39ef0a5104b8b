//! The shell: the built `index.html` of the app, with placeholders for head and page.

use std::path::Path;

use super::{deferred_program, minify_css};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::escape::escape;
use crate::bundle::input::config::content_security_policy::Policy;
use crate::content::{Site, direction};
use crate::view::contract::attributes::BASE;

const LANG: &str = "<html lang=\"en\"";
const CHARSET: &str = "<meta charset=\"utf-8\">";
const HEAD: &str = "<!-- head -->";
const PAGE: &str = "<!-- page -->";

/// The four parts of the shell that are the same on every page.
pub(crate) struct Shell {
    start: String,
    head: String,
    body: String,
    end: String,
}

impl Shell {
    /// Reads the shell for a site at a base path. `None`, and an error, if it is missing or lacks a placeholder.
    pub(crate) fn read(folder: &Path, base: &str, findings: &mut Diagnostics) -> Option<Self> {
        let path = folder.join("index.html");
        let name = Path::new("index.html");
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                let remedy = "delete the folder target/site/shell, and run this again";
                findings.error(name, 0, format!("{} cannot be read: {error}", path.display()), remedy);
                return None;
            }
        };
        // One `style` element needs one hash in the policy, a dozen would need a dozen.
        let text = minify_css::document(&text.replace("</style>\n<style>", "\n"));
        let shell = Self::split(&deferred_program::after_paint(&text, base));
        if let Err(place) = &shell {
            findings.error(name, 0, format!("has no {place}"), "put it back: the bundler writes there");
        }
        shell.ok()
    }

    fn split(text: &str) -> Result<Self, &'static str> {
        let (start, rest) = text.split_once(LANG).ok_or(LANG)?;
        let (head, rest) = rest.split_once(HEAD).ok_or(HEAD)?;
        let (body, end) = rest.split_once(PAGE).ok_or(PAGE)?;
        if !head.contains(CHARSET) {
            return Err(CHARSET);
        }
        Ok(Self { start: start.to_owned(), head: head.to_owned(), body: body.to_owned(), end: end.to_owned() })
    }

    pub(crate) fn with_head(mut self, tags: &str) -> Self {
        self.body.insert_str(0, tags);
        self
    }

    /// Adds the policy, before anything that it has to apply to.
    pub(crate) fn with_policy(mut self, policy: &Policy) -> Self {
        let html = [self.start.as_str(), &self.head, &self.body, &self.end].concat();
        self.head = self.head.replacen(CHARSET, &(CHARSET.to_owned() + &policy.tags(&html)), 1);
        self
    }

    /// A whole document. The language is that of the frame, which stays while pages change; an article in another one
    /// has its own `lang`.
    pub(crate) fn document(&self, site: &Site, head: &str, page: &str) -> String {
        let (language, dir, base) = (escape(&site.language), direction(&site.language), escape(&site.base));
        let html = format!("<html lang=\"{language}\" dir=\"{dir}\" {BASE}=\"{base}\"");
        [&self.start, &html, &self.head, head, &self.body, page, &self.end].concat()
    }
}
