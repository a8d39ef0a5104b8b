//! A folder of Markdown of any origin.

use super::{Engine, scan};
use crate::bundle::input::named_language::stem;
use crate::import::folder::{Folder, is_text};
use crate::import::permalink::last_of;
use crate::import::site::OldSite;
use crate::import::source::Source;
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;

pub(super) struct Plain;

/// Names of texts that are pages if they have no date.
const PAGES: [&str; 14] = [
    "about",
    "contact",
    "now",
    "uses",
    "projects",
    "imprint",
    "impressum",
    "privacy",
    "datenschutz",
    "links",
    "cv",
    "resume",
    "colophon",
    "portfolio",
];

impl Engine for Plain {
    fn name(&self) -> &'static str {
        "Markdown"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        let texts = folder.files.iter().filter(|path| is_text(path)).count();
        Some(format!("no configuration of an engine is there; files of Markdown: {texts}"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        read(folder, Syntax::Plain, &|_| None)
    }
}

/// Reads every text of a folder as a post. Where they were is not known: only what a text says itself is an old address.
/// `skipped`: why a source is no text of the site.
pub(super) fn read(folder: &Folder, syntax: Syntax, skipped: &dyn Fn(&Source) -> Option<&'static str>) -> OldSite {
    let mut site = OldSite::default();
    let reading = Reading { syntax, zone: None, tags_by_spaces: false, unlisting: &["noindex"] };
    for source in scan::sources(folder, "", &mut site.open) {
        let name = stem(&source.path).to_lowercase();
        let about = ["readme", "license", "licence", "changelog", "contributing"].contains(&name.as_str());
        if source.path.components().count() == 1 && about && source.data.0.is_empty() {
            scan::note(
                &mut site,
                &source.path,
                "it is about the folder, and is not imported",
                "copy it to posts/ if it is a text",
            );
            continue;
        }
        if let Some(reason) = skipped(&source) {
            scan::note(&mut site, &source.path, reason, "copy it to posts/ if it is a text");
            continue;
        }
        let bundle = (name == "index").then(|| scan::bundle(&source.path)).flatten();
        let says = ["permalink", "url", "path"].iter().find_map(|key| source.data.text(key));
        let page = source.data.text("layout").is_some_and(|layout| layout == "page") || PAGES.contains(&name.as_str());
        scan::add(&mut site, &reading, source, |text| {
            text.folder = bundle;
            text.page = page && text.date.is_none();
            // In Obsidian, aliases are other names of a note.
            let is_address = |alias: &String| alias.starts_with('/') || alias.contains("://");
            (text.addresses, text.names) = std::mem::take(&mut text.addresses).into_iter().partition(is_address);
            if let Some(address) = says.filter(|address| address.starts_with('/') && !address.contains('{')) {
                text.slug = text.slug.take().or_else(|| last_of(&address));
                text.addresses.insert(0, address);
            }
        });
    }
    site.roots = vec!["".into(), "public".into(), "static".into()];
    site
}
