//! Docusaurus: `docusaurus.config.*`, `blog/`, `authors.yml`, pages in `src/pages/`.

use std::path::Path;

use super::{Engine, scan};
use crate::bundle::input::named_language::stem;
use crate::import::authors::places;
use crate::import::folder::{Folder, slashed};
use crate::import::literals::Literals;
use crate::import::permalink::single_slashes;
use crate::import::site::{OldSite, Settings, Text};
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;

pub(super) struct Docusaurus;

const CONFIGS: [&str; 5] = [
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "docusaurus.config.mjs",
    "docusaurus.config.cjs",
    "docusaurus.config.mts",
];

impl Engine for Docusaurus {
    fn name(&self) -> &'static str {
        "Docusaurus"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        folder.first(&CONFIGS).map(|config| format!("{config} is there"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let config = folder.literals(&CONFIGS);
        let mut site = OldSite { settings: settings(&config), ..OldSite::default() };
        let below = config.text(&["blog.path"]).unwrap_or_else(|| "blog".to_owned());
        let below = below.trim_start_matches("./").trim_matches('/').to_owned();
        let base = config.text(&["blog.routeBasePath"]).unwrap_or_else(|| "blog".to_owned());
        site.people = places::at(folder, &format!("{below}/authors"), &mut site.open);
        let reading =
            Reading { syntax: Syntax::Docusaurus, zone: None, tags_by_spaces: false, unlisting: &["noindex"] };
        for source in scan::sources(folder, &below, &mut site.open) {
            let path = source.path.strip_prefix(&below).unwrap_or(&source.path).to_owned();
            let bundle = (stem(&path) == "index").then(|| scan::bundle(&source.path)).flatten();
            let image = source.data.text("image");
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                let (day, own) = address(&path, text.slug.as_deref());
                text.date = text.date.or(day);
                text.folder = bundle;
                text.cover = image.or(text.cover.take());
                text.slug =
                    text.slug.take().and_then(|slug| slug.trim_matches('/').rsplit('/').next().map(str::to_owned));
                text.addresses.insert(0, single_slashes(&format!("/{base}/{own}")));
            });
        }
        pages(folder, &reading, &mut site);
        let docs = folder.below("docs").find(|path| crate::import::folder::is_text(path)).map(Path::to_owned);
        if let Some(first) = docs {
            scan::note(
                &mut site,
                &first,
                "documentation in docs/ is not imported: it is no blog",
                "import the folder docs/ by itself",
            );
        }
        site.files = scan::published(folder, "static");
        site
    }
}

fn pages(folder: &Folder, reading: &Reading<'_>, site: &mut OldSite) {
    for source in scan::sources(folder, "src/pages", &mut site.open) {
        let path = source.path.strip_prefix("src/pages").unwrap_or(&source.path).to_owned();
        scan::add(site, reading, source, |text: &mut Text| {
            text.page = true;
            let plain = scan::without_extension(&path);
            text.addresses.insert(0, single_slashes(&format!("/{}", plain.trim_end_matches("index"))));
        });
    }
}

/// The date that a path has, and the address below that of the blog: `2024-05-01-hello.md`, `2024-05-01-hello/index.md`,
/// `2024/05/01/hello.md` and `2024/05-01-hello.md` are all `2024/05/01/hello`.
fn address(path: &Path, slug: Option<&str>) -> (Option<crate::bundle::Moment>, String) {
    let plain = scan::without_extension(path);
    let plain = plain.strip_suffix("/index").unwrap_or(&plain);
    let dashed = plain.replacen('/', "-", 3);
    let (at, day, rest) = [plain, dashed.as_str()]
        .into_iter()
        .flat_map(|text| text.match_indices(|c: char| c.is_ascii_digit()).map(move |(at, _)| (text, at)))
        .find_map(|(text, at)| {
            let begins = at == 0 || text[..at].ends_with('/');
            let (day, rest) = crate::bundle::input::fields::date::day(&text[at..]).filter(|_| begins)?;
            Some((text[..at].to_owned(), Some(day), rest.trim_start_matches(['-', '/']).to_owned()))
        })
        .unwrap_or_else(|| (String::new(), None, plain.to_owned()));
    let dated = day.map(|day| format!("{}{}/{rest}", at, day.to_string().replace('-', "/")));
    let own = slug.map(|slug| slug.trim_matches('/').to_owned()).or(dated).unwrap_or_else(|| slashed(Path::new(&rest)));
    (day.map(crate::bundle::Moment::of_day), own)
}

fn settings(config: &Literals) -> Settings {
    let url = config.text(&["url"]).filter(|url| url.contains("://"));
    let base = config.text(&["baseUrl"]).unwrap_or_default();
    Settings {
        title: config.text(&["title"]),
        description: config.text(&["tagline", "description"]),
        author: config.text(&["author"]),
        url: url.map(|url| format!("{}/{}", url.trim_end_matches('/'), base.trim_start_matches('/'))),
        language: config.text(&["i18n.defaultLocale", "defaultLocale"]),
        time_zone: None,
        links: config.links(&["label"], &["to", "href"]),
    }
}
