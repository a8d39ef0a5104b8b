//! Rewrites the destinations of an old text for its new place, and finds the files that have to come with it.

use std::ops::Range;
use std::path::Path;

use percent_encoding::percent_decode_str;

use super::addresses::{below, relative};
use super::destinations;
use super::index::Index;
use super::lists;
use super::missing::Missing;
use super::target::{File, Target, apart, fragment, kind};
use crate::bundle::article::resolve::clean;
use crate::bundle::article::resolve::refused::meant_by;
use crate::import::folder::is_text;
use crate::import::notes::Notes;
use crate::import::site::Text;
use crate::import::translate::references::References;
use crate::markdown::destination::{Destination, Kind};

/// What a text refers to.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// The ranges of the text that change, in order.
    pub(super) edits: Vec<(Range<usize>, Target)>,
    pub(super) files: Vec<File>,
}

/// The references of one text, as a translation asks for them.
pub(super) struct Of<'i> {
    pub(super) index: &'i Index<'i>,
    pub(super) text: &'i Text,
}

impl References for Of<'_> {
    /// The path of the source file that is meant, relative to this one: the rewriting of all links, which follows, makes
    /// that of the new file of it.
    fn post(&self, reference: &str) -> Option<String> {
        self.post_in(reference, None)
    }

    fn post_in(&self, reference: &str, language: Option<&str>) -> Option<String> {
        let reference = reference.trim();
        let path = reference.strip_prefix("@/").unwrap_or(reference);
        if path.is_empty() {
            return None;
        }
        let found = if path.len() < reference.len() {
            self.index.text_at_root(self.text, path, language)
        } else {
            self.index.text_at(self.text, path, language).or_else(|| self.index.text_of_address(path))
        };
        // A path would mean the text in the language of this one: the address means no other.
        if let (Some(index), Some(_)) = (found, language) {
            return self.index.site.texts[index].addresses.first().cloned();
        }
        let source = match found {
            Some(index) => self.index.site.texts[index].source.clone(),
            None => {
                self.index.file_beside(self.text, path).or_else(|| self.index.file_named(path).map(Path::to_owned))?
            }
        };
        Some(relative(self.text.source.parent()?, &source))
    }

    fn file(&self, path: &str) -> Option<String> {
        let below = path.strip_prefix("@/");
        let roots = self.index.site.roots.iter().map(|root| root.join(below.unwrap_or_default()));
        let beside = self.text.source.parent().and_then(|folder| clean(&folder.join(path))).filter(|_| below.is_none());
        let file = beside.into_iter().chain(roots).find(|file| self.index.has(file))?;
        self.index.folder.read(&file).ok()
    }

    fn url(&self, path: &str) -> Option<String> {
        (!path.contains("://")).then(|| format!("/{}", path.trim_start_matches('/')))
    }

    fn setting(&self, name: &str) -> Option<String> {
        self.index.site.values.get(name).cloned()
    }
}

impl Of<'_> {
    /// The changes of a translated text.
    pub(super) fn links(&self, body: &str, notes: &mut Notes) -> Links {
        let mut links = Links::default();
        let mut missing = Missing::default();
        for destination in destinations::find(body) {
            if let Some(target) = self.target(&destination.written, destination.shown, &mut links.files) {
                notes.translated(kind(&target));
                let line = || 1 + body[..destination.span.start].matches('\n').count();
                if let Some((message, remedy)) = told(&target, &destination.written) {
                    notes.open(line(), message, remedy);
                }
                links.edits.push((destination.span, target));
            } else if destination.shown && !self.is_there(&destination.written) {
                missing.file(body, destination.span.start, &destination.written);
            } else if !destination.shown && self.is_elsewhere(&destination.written) {
                missing.page(body, destination.span.start);
            }
        }
        missing.note(notes);
        links
    }

    /// What a destination becomes; `None` if it stays as it is.
    pub(super) fn target(&self, written: &str, shown: bool, files: &mut Vec<File>) -> Option<Target> {
        let destination = Destination::new(written);
        let (path, rest) = apart(&destination.url);
        if let Some(path) = written.strip_prefix("pathname://") {
            // Docusaurus has it for files that are no pages.
            return self.of_root(path, files).or_else(|| Some(Target::Address(path.to_owned())));
        }
        match destination.kind {
            Kind::Web => match below(&destination.url, self.index.origin, self.index.base) {
                Some(path) => self.of_root(&path, files),
                // Browsers load pictures over HTTPS in a page that was, and refuse others.
                None => destination
                    .url
                    .strip_prefix("http://")
                    .filter(|_| shown)
                    .map(|rest| Target::Address(format!("https://{rest}"))),
            },
            Kind::Root => {
                let found = self.of_root(&destination.url, files);
                let list = || lists::of(path, self.index.site).map(|path| Target::Address(path + fragment(rest)));
                found.or_else(list).or_else(|| self.old(path, rest).filter(|_| !shown && !self.is_published(path)))
            }
            Kind::Relative if path.starts_with("@/") && is_text(Path::new(path)) => {
                self.of_content(path.trim_start_matches("@/"), rest)
            }
            Kind::Relative => {
                let decoded = percent_decode_str(path).decode_utf8().ok()?;
                if !shown && path.contains('@') && !path.contains(['/', ':']) {
                    return Some(Target::Address(format!("mailto:{path}")));
                }
                let found = self.of_project(&decoded, rest, files).or_else(|| self.beside(&decoded, rest, files));
                let found = found.or_else(|| self.of_page(&destination.url, files));
                let named = || self.index.file_named(&decoded).filter(|_| shown);
                let found = found.or_else(|| Some(self.take(named()?, files)));
                let text = || self.index.text_at(self.text, &decoded, None).filter(|_| is_text(Path::new(&*decoded)));
                let found = found.or_else(|| Some(Target::Text(text()?, rest.to_owned())));
                found.or_else(|| self.old(&self.joined(&destination.url)?, "").filter(|_| !shown))
            }
            // A browser reads it as the page itself.
            Kind::Empty if !shown => Some(Target::Address("#".to_owned())),
            Kind::Refused => meant_by(&destination).map(Target::Corrected),
            Kind::Empty | Kind::SamePage | Kind::Program => None,
        }
    }

    /// `@/blog/x.md`: a path from the folder of texts, as in Zola. One that is no text is that of a list or another page.
    fn of_content(&self, path: &str, rest: &str) -> Option<Target> {
        if let Some(index) = self.index.text_at_root(self.text, path, None) {
            return Some(Target::Text(index, rest.to_owned()));
        }
        let page = ["_index.md", "index.md", ".md"].iter().find_map(|end| path.strip_suffix(end))?;
        let page = format!("/{}/", page.trim_matches('/'));
        match page.as_str() {
            "//" => Some(Target::Address(format!("/{}", fragment(rest)))),
            _ => lists::of(&page, self.index.site).map(Target::Address).or_else(|| self.old(&page, rest)),
        }
    }

    /// The old address of a page that is not imported, as a full one: the link leads where it led. The home page is here.
    fn old(&self, path: &str, rest: &str) -> Option<Target> {
        let name = path.rsplit('/').next().unwrap_or_default();
        let page = !name.trim_matches('.').contains('.') || name.ends_with(".html");
        let base = self.index.base.trim_end_matches('/');
        let path = path.strip_prefix(base).unwrap_or(path);
        if path.trim_matches('/').is_empty() {
            return Some(Target::Address(format!("/{}", fragment(rest))));
        }
        (page && !self.index.origin.is_empty()).then(|| Target::Old(format!("{}{base}{path}{rest}", self.index.origin)))
    }

    /// Whether what a text shows needs no file, or is published under the same path.
    fn is_there(&self, written: &str) -> bool {
        let destination = Destination::new(written);
        let (path, _) = apart(&destination.url);
        match destination.kind {
            Kind::Root => self.is_published(path),
            Kind::Relative => false,
            _ => true,
        }
    }

    /// Whether a link leads to a page of the old site that is not here, and nobody says where that site is.
    fn is_elsewhere(&self, written: &str) -> bool {
        let destination = Destination::new(written);
        let (path, _) = apart(&destination.url);
        let file = path.rsplit('/').next().unwrap_or_default().contains('.');
        let root = destination.kind == Kind::Root && !path.trim_matches('/').is_empty();
        self.index.origin.is_empty() && root && !file && !self.is_published(path)
    }

    /// Whether a path is that of a file in `public/` already.
    fn is_published(&self, path: &str) -> bool {
        self.index.published_at(path).is_some()
    }
}

/// What has to be said of a target.
fn told(target: &Target, written: &str) -> Option<(String, &'static str)> {
    match target {
        Target::Old(address) => Some((
            format!("{written} is not imported: the link leads to {address}"),
            "see whether the page stays there, or write it in posts/",
        )),
        Target::Corrected(address) => Some((
            format!("{written} has an unknown scheme: {address} is taken"),
            "correct it in the new file if something else is meant",
        )),
        _ => None,
    }
}
