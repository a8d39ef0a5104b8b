//! Where the texts of collections are shown.

use std::path::Path;

use super::scan;
use crate::import::folder::{Folder, slashed};
use crate::import::literals::Literals;
use crate::import::permalink::single_slashes;
use crate::import::site::Text;

/// A route that shows the texts of a collection.
struct Route {
    /// Where it is, below the language.
    path: String,
    /// Whether the language comes before it: `[lang]/blog/[...slug].astro`.
    by_language: bool,
    source: String,
}

/// What is known of the addresses of a site.
pub(super) struct Routes {
    routes: Vec<Route>,
    /// Whether each page is a file: `/about.html`.
    files: bool,
    /// The languages whose names may be those of folders.
    languages: Vec<String>,
}

impl Routes {
    pub(super) fn read(folder: &Folder, config: &Literals) -> Self {
        let route = |path: &Path| {
            let whole = slashed(path.strip_prefix("src/pages").ok()?);
            let languages = ["[lang]/", "[locale]/", "[...lang]/", "[...locale]/"];
            let below = languages.iter().find_map(|language| whole.strip_prefix(language));
            let (plain, by_language) = (below.unwrap_or(&whole), below.is_some());
            let end = plain.find('[').filter(|_| plain.ends_with(".astro"))?;
            let number = ["[...page]", "[page]", "[tag]"].iter().any(|list| plain[end..].starts_with(list));
            let source = folder.read(path).unwrap_or_default();
            (!number).then(|| Route { path: plain[..end].to_owned(), by_language, source })
        };
        let languages = config.all("i18n.locales").chain(config.all("i18n.defaultLocale")).map(str::to_owned);
        Self {
            routes: folder.below("src/pages").filter_map(route).collect(),
            files: config.get("build.format") == Some("file"),
            languages: languages.collect(),
        }
    }

    /// Where the texts of a collection are: the route whose source names it, else the one whose folder has its name.
    fn of(&self, collection: &str) -> Option<&Route> {
        let names =
            |source: &str| ["\"", "'", "`"].iter().any(|quote| source.contains(&format!("{quote}{collection}{quote}")));
        let words = ["posts", "blog", "post", "articles"];
        let post = words.contains(&collection) || collection.starts_with("blog");
        let by_name = |route: &&Route| {
            let folder = route.path.trim_matches('/');
            folder == collection || post && words.contains(&folder)
        };
        let named = self.routes.iter().find(|route| names(&route.source) && !route.path.starts_with("tag"));
        named.or_else(|| self.routes.iter().find(by_name))
    }

    /// The address of a text by its path in the collection. Names of folders that begin with `_` are left out, as
    /// AstroPaper has it.
    pub(super) fn address(&self, text: &Text, below: &Path, collection: &str) -> Option<String> {
        let plain = scan::without_extension(below);
        let plain = plain.strip_suffix("/index").unwrap_or(&plain);
        let names: Vec<String> = plain.split('/').filter(|name| !name.starts_with('_')).map(id).collect();
        let own = match (&text.slug, names.split_last()) {
            (Some(slug), Some((_, folders))) if !slug.contains('/') => {
                [folders, std::slice::from_ref(slug)].concat().join("/")
            }
            (Some(slug), _) => slug.clone(),
            (None, _) => names.join("/"),
        };
        let route = self.of(collection)?;
        let (language, own) = match own.split_once('/') {
            Some((language, own)) if route.by_language && self.language(below).is_some() => (language, own),
            _ => ("", own.as_str()),
        };
        Some(self.written(&single_slashes(&format!("/{language}/{}/{own}/", route.path))))
    }

    /// An address in the form that the configuration asks for.
    pub(super) fn written(&self, address: &str) -> String {
        match address.trim_end_matches('/') {
            "" => "/".to_owned(),
            plain if self.files => format!("{plain}.html"),
            _ => address.to_owned(),
        }
    }

    /// The language of the folder that a path begins with.
    pub(super) fn language(&self, below: &Path) -> Option<String> {
        let first = below.iter().next()?.to_string_lossy();
        (below.components().count() > 1)
            .then(|| self.languages.iter().find(|language| **language == first).cloned())
            .flatten()
    }
}

/// The id that Astro gives to a name: letters, digits, `-` and `_`, in lower case.
fn id(name: &str) -> String {
    let plain = |c: char| match c {
        ' ' => Some('-'),
        c => (c.is_alphanumeric() || matches!(c, '-' | '_')).then_some(c),
    };
    name.trim().chars().flat_map(char::to_lowercase).filter_map(plain).collect()
}
