//! Quartz: `quartz.config.ts`, notes in `content/`.

use std::path::Path;

use super::{Engine, scan};
use crate::bundle::input::named_language::stem;
use crate::import::folder::{Folder, slashed};
use crate::import::permalink::single_slashes;
use crate::import::site::{OldSite, Settings, Text};
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;

pub(super) struct Quartz;

const CONFIGS: [&str; 2] = ["quartz.config.ts", "quartz.config.js"];

/// What Quartz leaves out by default.
const IGNORED: [&str; 3] = ["private", "templates", ".obsidian"];

impl Engine for Quartz {
    fn name(&self) -> &'static str {
        "Quartz"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        folder.first(&CONFIGS).map(|config| format!("{config} is there"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let config = folder.literals(&CONFIGS);
        let url = config.text(&["baseUrl"]).map(|url| if url.contains("://") { url } else { format!("https://{url}") });
        let settings = Settings {
            title: config.text(&["pageTitle"]),
            url,
            language: config.text(&["locale"]),
            ..Settings::default()
        };
        let mut site = OldSite { settings, roots: vec!["content".into()], ..OldSite::default() };
        let reading = Reading { syntax: Syntax::Quartz, zone: None, tags_by_spaces: false, unlisting: &["noindex"] };
        for source in scan::sources(folder, "content", &mut site.open) {
            let path = source.path.strip_prefix("content").unwrap_or(&source.path).to_owned();
            if path.iter().any(|name| IGNORED.iter().any(|ignored| name == *ignored)) {
                scan::note(
                    &mut site,
                    &source.path,
                    "Quartz did not publish it, and it is not imported",
                    "copy it to posts/ if it is a text",
                );
                continue;
            }
            let permalink = source.data.text("permalink");
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.page = path.components().count() == 1 && stem(&path) == "index";
                let own = address(&path);
                for alias in &mut text.addresses {
                    *alias = single_slashes(&format!("/{}", alias.replace(' ', "-")));
                }
                text.addresses
                    .splice(..0, permalink.map(|own| single_slashes(&format!("/{own}"))).into_iter().chain([own]));
            });
        }
        site
    }
}

/// The address of a note: its path, with `-` for spaces.
fn address(path: &Path) -> String {
    let folder = slashed(path.parent().unwrap_or(Path::new("")));
    let path =
        if stem(path) == "index" { format!("/{folder}/") } else { format!("/{}", scan::without_extension(path)) };
    let clean = path.replace(' ', "-").replace('&', "-and-").replace('%', "-percent").replace(['?', '#'], "");
    single_slashes(&clean)
}
