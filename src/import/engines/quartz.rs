//! Quartz: `quartz.config.ts`, notes in `content/`.

use std::path::Path;

use super::{Engine, scan};
use crate::bundle::input::named_language::stem;
use crate::import::folder::{Folder, is_text, slashed};
use crate::import::permalink::single_slashes;
use crate::import::site::{OldSite, Settings, Text};
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;

pub(super) struct Quartz;

const CONFIGS: [&str; 2] = ["quartz.config.ts", "quartz.config.js"];

/// What Quartz leaves out by default.
const IGNORED: [&str; 3] = ["private", "templates", ".obsidian"];

/// Where the notes are. The documentation of Quartz is in the other one.
const FOLDERS: [&str; 2] = ["content", "docs"];

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
        let has_notes = |below: &&&str| folder.below(below).any(is_text);
        let below = FOLDERS.iter().find(has_notes).copied().unwrap_or(FOLDERS[0]);
        let mut site = OldSite { settings, roots: vec![below.into()], ..OldSite::default() };
        let patterns: Vec<String> = config.all("ignorePatterns").map(str::to_owned).collect();
        let patterns = if patterns.is_empty() { IGNORED.map(str::to_owned).to_vec() } else { patterns };
        let file = folder.first(&CONFIGS).unwrap_or(CONFIGS[0]);
        let ignored = scan::left_out(&mut site, file, "ignorePatterns", patterns, scan::in_any_folder);
        let explicit = folder.first(&CONFIGS).is_some_and(|path| publishes_explicitly(folder, path));
        let reading = Reading { syntax: Syntax::Quartz, zone: None, tags_by_spaces: false, unlisting: &["noindex"] };
        for source in scan::sources(folder, below, &mut site.open) {
            let path = source.path.strip_prefix(below).unwrap_or(&source.path).to_owned();
            if ignored.has(&path) {
                let message = "Quartz did not publish it, and it is not imported";
                scan::note(&mut site, &source.path, message, "copy it to posts/ if it is a text");
                continue;
            }
            let permalink = source.data.text("permalink");
            let hidden = explicit && source.data.flag("publish") != Some(true);
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.page = path.components().count() == 1 && stem(&path) == "index";
                text.draft |= hidden;
                let own = address(&path);
                text.names.clone_from(&text.addresses);
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

/// Whether only notes with `publish: true` are shown.
fn publishes_explicitly(folder: &Folder, config: &str) -> bool {
    let source = folder.read(Path::new(config)).unwrap_or_default();
    source.lines().any(|line| line.trim_start().starts_with("Plugin.ExplicitPublish("))
}

/// The address of a note: its path, with `-` for spaces.
fn address(path: &Path) -> String {
    let folder = slashed(path.parent().unwrap_or(Path::new("")));
    let path = if matches!(stem(path).as_str(), "index" | "_index") {
        format!("/{folder}/")
    } else {
        format!("/{}", scan::without_extension(path))
    };
    let clean = path.replace(' ', "-").replace('&', "-and-").replace('%', "-percent").replace(['?', '#'], "");
    single_slashes(&clean)
}
