//! VitePress: `.vitepress/config`, texts in folders.

mod layout;

use std::path::Path;

use super::{Engine, scan};
use crate::bundle::input::named_language::stem;
use crate::import::folder::{Folder, slashed};
use crate::import::literals::Literals;
use crate::import::permalink::single_slashes;
use crate::import::site::{OldSite, Settings, Text};
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;
use layout::Layout;

pub(super) struct VitePress;

/// Where the texts may be, and the ends of the configuration's name.
const FOLDERS: [&str; 5] = ["", "docs/", "src/", "blog/", "website/"];
const ENDINGS: [&str; 4] = ["ts", "mts", "js", "mjs"];

impl Engine for VitePress {
    fn name(&self) -> &'static str {
        "VitePress"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        config(folder).map(|(_, config)| format!("{config} is there"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let mut site = OldSite::default();
        let Some((around, path)) = config(folder) else { return site };
        let config = folder.literals(&[&path]);
        site.settings = settings(&config);
        if site.settings.url.is_none()
            && let Some(base) = config.get("base").filter(|base| *base != "/")
        {
            let message = format!("the old site was below {base}, and its configuration does not say on which host");
            let remedy = format!("import again with --url https://…{base}, so that its addresses answer");
            scan::note(&mut site, Path::new(&path), message, remedy);
        }
        let around = around.trim_end_matches('/');
        let below = config.text(&["srcDir"]).map_or_else(
            || around.to_owned(),
            |source| {
                slashed(&Path::new(around).join(source.trim_start_matches("./"))).trim_end_matches("/.").to_owned()
            },
        );
        let layout = Layout::of(&config);
        let patterns = config.all("srcExclude").map(str::to_owned);
        let excluded = scan::left_out(&mut site, &path, "srcExclude", patterns, scan::in_any_folder);
        let reading = Reading { syntax: Syntax::VitePress, zone: None, tags_by_spaces: false, unlisting: &["noindex"] };
        for source in scan::sources(folder, &below, &mut site.open) {
            let path = source.path.strip_prefix(&below).unwrap_or(&source.path).to_owned();
            let layout_of = source.data.text("layout").unwrap_or_default();
            let list = matches!(layout_of.as_str(), "home" | "Home" | "page") && !source.body.contains(". ");
            let is_readme = path.components().count() == 1 && stem(&path).eq_ignore_ascii_case("readme");
            // `[name].md` makes pages by code.
            if list || is_readme || excluded.has(&path) || slashed(&path).contains('[') {
                scan::note_layout(&mut site, &source.path);
                continue;
            }
            let bundle = (stem(&path) == "index").then(|| scan::bundle(&source.path)).flatten();
            let written = layout.rewritten(&slashed(&path));
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.page = text.date.is_none();
                text.folder = bundle.filter(|folder| folder.as_path() != Path::new(&below));
                text.language = text.language.take().or_else(|| layout.language(&written));
                text.addresses.splice(..0, layout.addresses(&written));
            });
        }
        site.files = scan::published(folder, &slashed(&Path::new(&below).join("public")));
        site.roots = vec![below.into()];
        site
    }
}

fn settings(config: &Literals) -> Settings {
    let base = config.text(&["base"]).unwrap_or_default();
    let host = config.text(&["sitemap.hostname", "hostname"]).filter(|host| host.contains("://"));
    let with_base = |host: String| match host.trim_end_matches('/') {
        host if host.ends_with(base.trim_end_matches('/')) => format!("{host}/"),
        host => format!("{host}{}", single_slashes(&format!("{base}/"))),
    };
    Settings {
        title: config.text(&["title"]),
        description: config.text(&["description"]),
        author: config.text(&["author"]),
        url: host.map(with_base),
        language: config.text(&["locales.root.lang", "lang"]),
        time_zone: None,
        links: config.links(&["text", "icon"], &["link"]),
        ..Settings::default()
    }
}

/// The folder of the texts, and the path of the configuration.
fn config(folder: &Folder) -> Option<(&'static str, String)> {
    let paths = FOLDERS.iter().flat_map(|below| {
        let index = ENDINGS.iter().map(move |end| (*below, format!("{below}.vitepress/config/index.{end}")));
        ENDINGS.iter().map(move |end| (*below, format!("{below}.vitepress/config.{end}"))).chain(index)
    });
    paths.into_iter().find(|(_, path)| folder.has(path))
}
