//! The blogs and documentations of a site, by its presets and plugins, and their translations.

use crate::import::folder::Folder;
use crate::import::literals::{Literals, Object};
use crate::import::permalink::single_slashes;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Blog,
    Docs,
    Pages,
}

impl Kind {
    /// The end of the plugin's name, which is also the default of its folder and its path.
    fn name(self) -> &'static str {
        match self {
            Self::Blog => "blog",
            Self::Docs => "docs",
            Self::Pages => "pages",
        }
    }
}

/// The texts of a plugin in one language.
#[derive(Debug)]
pub(super) struct Edition {
    pub(super) kind: Kind,
    /// Where they are.
    pub(super) folder: String,
    /// Where the ids of authors and tags are explained: the folder of the default language too.
    pub(super) original: String,
    /// The beginning of their addresses.
    base: String,
    /// `None` for the default language.
    pub(super) language: Option<String>,
}

impl Edition {
    /// The address of a path below its own.
    pub(super) fn address(&self, path: &str) -> String {
        single_slashes(&format!("{}/{path}", self.base))
    }
}

/// A plugin with its options.
struct Instance {
    kind: Kind,
    id: String,
    folder: String,
    base: String,
}

/// All editions of all plugins.
pub(super) fn editions(folder: &Folder, config: &Literals) -> Vec<Edition> {
    let default = config.text(&["i18n.defaultLocale", "defaultLocale"]).unwrap_or_else(|| "en".to_owned());
    let mut locales: Vec<String> = folder
        .below("i18n")
        .filter_map(|path| Some(path.strip_prefix("i18n").ok()?.iter().next()?.to_string_lossy().into_owned()))
        .filter(|locale| *locale != default && !locale.contains('.'))
        .collect();
    locales.dedup();
    let mut editions = Vec::new();
    for Instance { kind, id, folder: original, base } in instances(config) {
        let id = if id == "default" { String::new() } else { format!("-{id}") };
        for locale in &locales {
            let of_locale = |key: &str| config.text(&[&format!("localeConfigs.{locale}.{key}")]);
            let below = if kind == Kind::Docs { "/current" } else { "" };
            let path = of_locale("path").unwrap_or_else(|| locale.clone());
            editions.push(Edition {
                kind,
                folder: format!("i18n/{locale}/docusaurus-plugin-content-{}{id}{below}", kind.name()),
                original: original.clone(),
                base: format!("/{path}/{base}"),
                language: Some(of_locale("htmlLang").unwrap_or_else(|| locale.clone())),
            });
        }
        // The originals come first, so that they keep their slugs.
        let of_default = Edition { kind, folder: original.clone(), original, base: format!("/{base}"), language: None };
        editions.insert(editions.len() - locales.len(), of_default);
    }
    editions
}

/// The plugins of the preset, which are there by default, and those that the configuration adds.
fn instances(config: &Literals) -> Vec<Instance> {
    let mut found: Vec<Instance> = Vec::new();
    let clean = |path: &str| path.trim_start_matches("./").trim_matches('/').to_owned();
    let mut add = |kind: Kind, id: &str, folder: Option<&str>, base: Option<&str>| {
        let folder = clean(folder.unwrap_or(if kind == Kind::Pages { "src/pages" } else { kind.name() }));
        let base = clean(base.unwrap_or(if kind == Kind::Pages { "/" } else { kind.name() }));
        if found.iter().all(|known| known.folder != folder) {
            found.push(Instance { kind, id: id.to_owned(), folder, base });
        }
    };
    for (kind, options) in plugins(&config.objects()) {
        add(kind, options.get("id").unwrap_or("default"), options.get("path"), options.get("routeBasePath"));
    }
    for kind in [Kind::Blog, Kind::Docs, Kind::Pages] {
        let name = kind.name();
        if config.get(name) != Some("false") {
            let (path, base) = (format!("{name}.path"), format!("{name}.routeBasePath"));
            add(kind, "default", config.get(&path), config.get(&base));
        }
    }
    found
}

/// The options of `["@docusaurus/plugin-content-blog", { … }]`.
fn plugins<'o>(objects: &'o [Object<'o>]) -> Vec<(Kind, &'o Object<'o>)> {
    let kind = |list: &Object<'_>| {
        let of = |text: &str| {
            let kinds = [Kind::Blog, Kind::Docs, Kind::Pages];
            kinds.into_iter().find(|kind| text.ends_with(&format!("content-{}", kind.name())))
        };
        list.texts().find_map(of)
    };
    let mut found = Vec::new();
    for list in objects {
        let Some(kind) = kind(list) else { continue };
        found.extend(objects.iter().filter(|options| options.is_in(list)).map(|options| (kind, options)));
    }
    found
}
