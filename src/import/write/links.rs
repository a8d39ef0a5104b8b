//! Rewrites the destinations of an old text for its new place, and finds the files that have to come with it.

use std::ops::Range;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use url::{Position, Url};

use super::addresses::{below, encoded, relative};
use super::destinations;
use super::index::Index;
use super::lists;
use crate::import::folder::{is_text, slashed};
use crate::import::notes::Notes;
use crate::import::site::Text;
use crate::import::translate::references::References;
use crate::markdown::destination::{Destination, Kind};

/// What a destination becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A text, and a fragment.
    Text(usize, String),
    /// A file below `public/`, and a query or fragment.
    Public(PathBuf, String),
    /// A file in the folder of the text.
    Beside(PathBuf),
    /// Another address.
    Address(String),
    /// The full address of a page of the old site that is not imported.
    Old(String),
}

/// A file to be copied: where it is, relative to the source, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    pub(super) from: PathBuf,
    pub(super) to: Target,
}

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
        let path = reference.trim().trim_start_matches("@/");
        if path.is_empty() {
            return None;
        }
        let found = self.index.text_at(self.text, path, language).or_else(|| self.index.text_of_address(path));
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

    fn url(&self, path: &str) -> Option<String> {
        (!path.contains("://")).then(|| format!("/{}", path.trim_start_matches('/')))
    }
}

impl Of<'_> {
    /// The changes of a translated text.
    pub(super) fn links(&self, body: &str, notes: &mut Notes) -> Links {
        let mut links = Links::default();
        for destination in destinations::find(body) {
            if let Some(target) = self.target(&destination.written, destination.shown, &mut links.files) {
                notes.translated(kind(&target));
                if let Target::Old(address) = &target {
                    let line = 1 + body[..destination.span.start].matches('\n').count();
                    let message = format!("{} is not imported: the link leads to {address}", destination.written);
                    notes.open(line, message, "see whether the page stays there, or write it in posts/");
                }
                links.edits.push((destination.span, target));
            }
        }
        links
    }

    /// What a destination becomes; `None` if it stays as it is.
    pub(super) fn target(&self, written: &str, shown: bool, files: &mut Vec<File>) -> Option<Target> {
        let destination = Destination::new(written);
        let (path, rest) = apart(&destination.url);
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
            Kind::Relative => {
                let decoded = percent_decode_str(path).decode_utf8().ok()?;
                if !shown && path.contains('@') && !path.contains(['/', ':']) {
                    return Some(Target::Address(format!("mailto:{path}")));
                }
                let found = self.beside(&decoded, rest, files).or_else(|| self.of_page(&destination.url, files));
                let named = || self.index.file_named(&decoded).filter(|_| shown);
                let found = found.or_else(|| Some(self.take(named()?, files)));
                let text = || {
                    self.index
                        .text_at(self.text, decoded.trim_start_matches("@/"), None)
                        .filter(|_| is_text(Path::new(&*decoded)))
                };
                let found = found.or_else(|| Some(Target::Text(text()?, rest.to_owned())));
                found.or_else(|| self.old(&self.joined(&destination.url)?, "").filter(|_| !shown))
            }
            // A browser reads it as the page itself.
            Kind::Empty if !shown => Some(Target::Address("#".to_owned())),
            Kind::Empty | Kind::SamePage | Kind::Program | Kind::Refused => None,
        }
    }

    /// The old address of a page that is not imported, as a full one: the link leads where it led.
    fn old(&self, path: &str, rest: &str) -> Option<Target> {
        let page = !path.rsplit('/').next().unwrap_or_default().contains('.') || path.ends_with(".html");
        let base = self.index.base.trim_end_matches('/');
        let path = path.strip_prefix(base).unwrap_or(path);
        (page && !self.index.origin.is_empty()).then(|| Target::Old(format!("{}{base}{path}{rest}", self.index.origin)))
    }

    /// A path from the root of the old site.
    fn of_root(&self, url: &str, files: &mut Vec<File>) -> Option<Target> {
        let (path, rest) = apart(url);
        let numbered = self.index.text_of_query(rest).filter(|_| matches!(path, "/" | "/index.php"));
        if let Some(index) = numbered {
            return Some(Target::Text(index, fragment(rest).to_owned()));
        }
        if let Some(index) = self.index.text_of_address(path) {
            return Some(Target::Text(index, rest.to_owned()));
        }
        let decoded = percent_decode_str(path).decode_utf8().ok()?;
        if is_text(Path::new(&*decoded))
            && let Some(index) = self.index.text_at(self.text, decoded.trim_start_matches('/'), None)
        {
            return Some(Target::Text(index, rest.to_owned()));
        }
        let decoded = if self.index.base == "/" {
            &decoded
        } else {
            decoded.strip_prefix(self.index.base.trim_end_matches('/')).unwrap_or(&decoded)
        };
        if decoded.len() < path.len()
            && let Some(index) = self.index.text_of_address(decoded)
        {
            return Some(Target::Text(index, rest.to_owned()));
        }
        if let Some(public) = self.index.published_at(decoded) {
            let same = slashed(public) == path.trim_start_matches('/');
            return (!same).then(|| Target::Public(public.to_owned(), rest.to_owned()));
        }
        if let Some(file) = self.index.file_of_root(decoded) {
            let to = Target::Public(PathBuf::from(decoded.trim_start_matches('/')), String::new());
            files.push(File { from: file, to: to.clone() });
            return Some(to);
        }
        self.in_folder_of_page(decoded, files)
    }

    /// Whether a path is that of a file in `public/` already.
    fn is_published(&self, path: &str) -> bool {
        self.index.published_at(path).is_some()
    }

    /// A file beside another text, by the address of its page: `/posts/hello/cat.png`.
    fn in_folder_of_page(&self, path: &str, files: &mut Vec<File>) -> Option<Target> {
        let (page, name) = path.rsplit_once('/')?;
        let owner = &self.index.site.texts[self.index.text_of_address(page).filter(|_| !page.is_empty())?];
        let file = owner.folder.as_ref()?.join(name);
        self.index.folder.has(&file).then(|| self.take(&file, files))
    }

    /// A path relative to the file: of another text, or of a file.
    fn beside(&self, path: &str, rest: &str, files: &mut Vec<File>) -> Option<Target> {
        if let Some(file) = self.index.file_beside(self.text, path) {
            return Some(self.take(&file, files));
        }
        if let Some(file) =
            self.text.folder.as_ref().map(|folder| folder.join(path)).filter(|file| self.index.folder.has(file))
        {
            return Some(self.take(&file, files));
        }
        self.index.text_beside(self.text, path).map(|index| Target::Text(index, rest.to_owned()))
    }

    /// A path relative to the old address of the page, as a browser reads it.
    fn of_page(&self, url: &str, files: &mut Vec<File>) -> Option<Target> {
        self.of_root(&self.joined(url)?, files)
    }

    /// A URL relative to the old address of the page, as a path from the root, with query and fragment.
    fn joined(&self, url: &str) -> Option<String> {
        let page = Url::parse("http://x").ok()?.join(self.text.addresses.first()?).ok()?;
        Some(page.join(url).ok()?[Position::BeforePath..].to_owned())
    }

    /// Takes a file over: where it is published anyway, else beside the text.
    pub(super) fn take(&self, file: &Path, files: &mut Vec<File>) -> Target {
        if let Some(public) = self.index.published_file(file) {
            return Target::Public(public.to_owned(), String::new());
        }
        let own = self.text.folder.as_ref().and_then(|folder| file.strip_prefix(folder).ok()).map(Path::to_owned);
        let own = own.filter(|own| !own.as_os_str().is_empty());
        let mut name = own.unwrap_or_else(|| file.file_name().map(PathBuf::from).unwrap_or_default());
        // Another file of this name comes from elsewhere.
        let taken =
            |name: &Path| files.iter().any(|other| other.from != file && other.to == Target::Beside(name.to_owned()));
        if taken(&name) {
            name = PathBuf::from(slashed(file).replace('/', "-"));
        }
        let to = Target::Beside(name);
        let new = File { from: file.to_owned(), to: to.clone() };
        if !files.contains(&new) {
            files.push(new);
        }
        to
    }
}

/// A URL without query and fragment, and those.
fn apart(url: &str) -> (&str, &str) {
    url.split_at(url.find(['?', '#']).unwrap_or(url.len()))
}

/// The fragment of what is behind a path. A query means nothing on a site of files.
fn fragment(rest: &str) -> &str {
    rest.find('#').map_or("", |at| &rest[at..])
}

fn kind(target: &Target) -> &'static str {
    match target {
        Target::Text(..) => "link to an old address or file → link to the new file",
        Target::Public(..) => "path of a file → its path in public/",
        Target::Beside(_) => "path of a file → its path beside the text",
        Target::Address(_) => "address of a list, a picture over http or a mail address → as this site has it",
        Target::Old(_) => "link to a page that is not imported → its full old address",
    }
}

/// Writes a target as the destination of a link in a text.
pub(super) fn written(target: &Target, from: &Path, file_of: &dyn Fn(usize) -> PathBuf) -> String {
    match target {
        Target::Text(index, rest) => {
            let file = file_of(*index);
            let path = relative(from.parent().unwrap_or(Path::new("")), &file);
            let path = if file == from { slashed(Path::new(file.file_name().unwrap_or_default())) } else { path };
            let dot = if path.starts_with("..") { "" } else { "./" };
            format!("{dot}{}{}", encoded(&path), fragment(rest))
        }
        Target::Public(path, rest) => format!("/{}{rest}", encoded(&slashed(path))),
        Target::Beside(path) => format!("./{}", encoded(&slashed(path))),
        Target::Address(address) | Target::Old(address) => address.clone(),
    }
}
