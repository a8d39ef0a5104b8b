//! Resolves references to another post, a page, a file to copy, or nothing.

pub(crate) mod broken_link;
pub(crate) mod page_names;
pub(crate) mod place;
pub(crate) mod refused;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::bundle::address::{Href, OutputPath};
use crate::bundle::composed;
use crate::bundle::input::boundary::PUBLIC;
use crate::bundle::input::config::Config;
use crate::bundle::input::config::content_security_policy::Policy;
use crate::bundle::input::leftover::is_leftover;
use crate::bundle::input::post::Post;
use crate::bundle::input::site_files::SiteFiles;
use crate::bundle::input::source::{self, Source};
use crate::content::{Route, Site};
use crate::markdown::destination::{Destination, Kind};
use broken_link::{empty, is_near, leftover, missing, no_page, not_here, outside};
use page_names::PageNames;
use place::{Aliases, Place};
use refused::refused;

/// The addresses of a site.
pub(crate) struct Addresses {
    /// Those of all pages.
    pub(crate) routes: BTreeSet<Route>,
    /// The generated files.
    pub(crate) made: BTreeSet<OutputPath>,
    /// The pages at former addresses.
    pub(crate) aliases: Aliases,
}

/// Every page and every file that a text may refer to.
pub(crate) struct Resolver {
    files: SiteFiles,
    /// The page of each source file, and of each folder of a post, by path in Unicode NFC.
    sources: HashMap<PathBuf, Route>,
    /// The folder of each post that has one, by its page.
    folders: HashMap<Route, PathBuf>,
    addresses: Addresses,
    names: PageNames,
    /// The first folders of all pages and generated files.
    top_folders: HashSet<String>,
    /// The host and the base of the site, without a trailing slash: for the URL of this build, and for that in
    /// `site.toml`.
    own: Vec<String>,
    /// What pages may load from other hosts.
    pub(crate) policy: Policy,
}

impl Resolver {
    pub(crate) fn new<'p>(
        files: SiteFiles,
        config: &Config,
        site: &Site,
        pages: impl Iterator<Item = (&'p Source, Route)>,
        Addresses { routes, made, aliases }: Addresses,
    ) -> Self {
        let (mut sources, mut folders) = (HashMap::new(), HashMap::new());
        for (source, route) in pages {
            folders.extend(source.folder.as_ref().map(|folder| (route.clone(), composed::path(folder))));
            let paths = [Some(&source.path), source.folder.as_ref()];
            sources.extend(paths.into_iter().flatten().map(|path| (composed::path(path), route.clone())));
        }
        let address = |site: &Site| Some(site.origin.split_once("//")?.1.to_owned() + site.base.trim_end_matches('/'));
        let own = [site, &config.site].into_iter().filter_map(address).collect();
        let paths = aliases.keys().chain(&made).map(|path| path.as_str().to_owned());
        let paths = paths.chain(routes.iter().map(Route::path));
        let top_folders = paths.filter_map(|path| path.split_once('/').map(|(folder, _)| folder.to_owned())).collect();
        Self {
            files,
            top_folders,
            sources,
            folders,
            names: PageNames::new(&routes),
            addresses: Addresses { routes, made, aliases },
            own,
            policy: config.policy.clone(),
        }
    }

    /// All that pages are resolved by, as an input of a key.
    pub(crate) fn inputs(&self) -> String {
        let Self { files, sources, folders: _, addresses, names: _, top_folders: _, own, policy } = self;
        let Addresses { routes, made, aliases } = addresses;
        let sources: BTreeMap<_, _> = sources.iter().collect();
        format!("{:?}", (files.root(), sources, routes, made, aliases, own, policy))
    }

    /// The addresses of the site.
    pub(crate) fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// Resolves a reference as the author wrote it in a post.
    pub(crate) fn resolve(&self, post: &Post, written: &str) -> Place {
        let destination = Destination::new(written);
        match destination.kind {
            Kind::Empty => Place::Nowhere(empty()),
            Kind::Refused => Place::Nowhere(refused(&destination)),
            Kind::Program => Place::Elsewhere,
            // Browsers compare fragments and ids by code points, and ids are in NFC.
            Kind::SamePage => match composed::fragment(&destination.url) {
                Cow::Borrowed(_) => Place::Elsewhere,
                Cow::Owned(rest) => Place::Here(Href::page(&post.route()).then(&rest)),
            },
            Kind::Web => self.resolve_full(&destination.url, written),
            Kind::Root | Kind::Relative => {
                let place = self.find(Some(post), &destination.url);
                place.unwrap_or_else(|| Place::Nowhere(missing(written, &self.names)))
            }
        }
    }

    /// Resolves a full URL. `written` is how the author wrote it, for messages.
    pub(crate) fn resolve_full(&self, url: &str, written: &str) -> Place {
        self.own_path(url).map_or(Place::Elsewhere, |path| match self.find(None, &path) {
            Some(Place::Nowhere(_)) | None if self.is_own(&path) => Place::Nowhere(not_here(written, &self.names)),
            Some(Place::Nowhere(_)) | None => Place::Elsewhere,
            Some(place) => place,
        })
    }

    /// Whether a change of files other than posts can change where a reference leads.
    pub(crate) fn needs_files(&self, written: &str, place: &Place) -> bool {
        match place {
            // An address below this site's is another project's as long as there is no such file.
            Place::Elsewhere => self.own_path(&Destination::new(written).url).is_some(),
            Place::Here(_) => false,
            Place::Folder(_) | Place::File(..) | Place::Public(..) | Place::Nowhere(_) => true,
        }
    }

    /// Resolves a path from the root, with its leading slash.
    pub(crate) fn resolve_from_root(&self, written: &str) -> Place {
        self.find(None, written).unwrap_or_else(|| Place::Nowhere(missing(written, &self.names)))
    }

    /// Resolves the path of a file from the site's folder, or from the root of the site with a leading slash.
    pub(crate) fn resolve_in_site(&self, written: &str) -> Place {
        let file = if written.starts_with('/') {
            self.find(None, written)
        } else {
            self.in_folder(Path::new(""), written, "")
        };
        file.unwrap_or_else(|| Place::Nowhere(missing(written, &self.names)))
    }

    /// The path below the base of a full URL of this site, with a leading slash.
    fn own_path(&self, url: &str) -> Option<String> {
        let (_, address) = url.split_once("//")?;
        self.own.iter().find_map(|own| {
            let (site, path) = address.split_at_checked(own.len())?;
            let ends = path.is_empty() || path.starts_with(['/', '?', '#']);
            (ends && site.eq_ignore_ascii_case(own)).then(|| format!("/{}", path.strip_prefix('/').unwrap_or(path)))
        })
    }

    /// Whether a path cannot be another project's on the same host: it is a file at the root, its first folder is one
    /// of this site's, or it is similar to the path of a page.
    fn is_own(&self, path: &str) -> bool {
        let path = path.trim_start_matches('/');
        let folder = path.split(['/', '?', '#']).next().unwrap_or_default();
        // Other projects are in folders.
        let is_file = !path.contains('/') && path.split(['?', '#']).next().is_some_and(|name| name.contains('.'));
        is_file || self.top_folders.contains(folder) || is_near(path, &self.names)
    }

    fn find(&self, post: Option<&Post>, url: &str) -> Option<Place> {
        let end = url.find(['?', '#']).unwrap_or(url.len());
        let (path, rest) = url.split_at(end);
        let path = percent_decode_str(path).decode_utf8().ok()?;
        match (path.strip_prefix('/'), post) {
            (Some(path), _) => self.absolute(path, rest),
            (None, Some(post)) => self.relative(post, &path, rest),
            (None, None) => None,
        }
    }

    fn absolute(&self, path: &str, rest: &str) -> Option<Place> {
        let path = &composed::text(path);
        let route = Route::parse(path);
        if self.addresses.routes.contains(&route) {
            return Some(page(&route, rest));
        }
        if let Some(route) = self.addresses.aliases.get(&OutputPath::served_at(path)) {
            return Some(page(route, rest));
        }
        if let Some(made) = self.addresses.made.get(path.as_str()) {
            return Some(Place::Here(made.href().then(rest)));
        }
        match clean(Path::new(path)) {
            Some(file) => self.public(&file, rest).or_else(|| self.copied(&file, rest)),
            None => Some(Place::Nowhere(outside())),
        }
    }

    /// Resolves a path in `public/`, which is copied to the root of the site. A folder resolves to its `index.html`.
    fn public(&self, path: &Path, rest: &str) -> Option<Place> {
        let public = Path::new(PUBLIC);
        if let Some(path) = self.files.find(public, path) {
            let source = self.files.root().join(public).join(&path);
            let href = OutputPath::of(&path).href().then(rest);
            return Some(self.refused(&source).unwrap_or(Place::Public(source, href)));
        }
        let index = self.files.find(public, &path.join("index.html"))?;
        Some(Place::Folder(OutputPath::of(index.parent()?).href().then("/").then(rest)))
    }

    /// Resolves a path to a file that is copied beside the page of a post.
    fn copied(&self, path: &Path, rest: &str) -> Option<Place> {
        let beside = |page: &Path| {
            let route = Route::parse(&format!("{}/", OutputPath::of(page).as_str()));
            Some(self.folders.get(&route)?.join(path.strip_prefix(page).ok()?))
        };
        let mut files = path.ancestors().skip(1).filter_map(beside);
        files.find_map(|file| self.files.find(Path::new(""), &file)).map(|file| self.file(file, rest))
    }

    fn relative(&self, post: &Post, path: &str, rest: &str) -> Option<Place> {
        self.in_folder(post.source.path.parent().unwrap_or(Path::new("")), path, rest)
    }

    /// Resolves a path from a folder of the site.
    fn in_folder(&self, folder: &Path, path: &str, rest: &str) -> Option<Place> {
        let Some(file) = clean(&folder.join(path)) else { return Some(Place::Nowhere(outside())) };
        if let Some(route) = self.sources.get(&composed::path(&file)) {
            return Some(page(route, rest));
        }
        if let Ok(path) = file.strip_prefix(PUBLIC) {
            return self.public(path, rest);
        }
        self.files.find(Path::new(""), &file).map(|file| self.file(file, rest))
    }

    /// Resolves a file, given by its path in the site's folder.
    fn file(&self, file: PathBuf, rest: &str) -> Place {
        let source = self.files.root().join(&file);
        if source::is_markdown(&file) {
            return Place::Nowhere(no_page());
        }
        self.refused(&source).unwrap_or_else(|| Place::File(source, self.copy_of(&file).href().then(rest)))
    }

    /// Where a file is copied to: beside the page whose folder it is in, else its path in the site's folder. It
    /// depends on the file alone, so that all texts share one copy, and no two files have one path.
    fn copy_of(&self, file: &Path) -> OutputPath {
        let beside = |folder| {
            let route = self.sources.get(&composed::path(folder))?;
            Some(OutputPath::beside(route, OutputPath::of(file.strip_prefix(folder).ok()?).as_str()))
        };
        file.ancestors().skip(1).find_map(beside).unwrap_or_else(|| OutputPath::of(file))
    }

    /// The address of a file that is published, given by its path in the site's folder.
    pub(crate) fn published_at(&self, file: &Path) -> Href {
        file.strip_prefix(PUBLIC).map_or_else(|_| self.copy_of(file), OutputPath::of).href()
    }

    /// Why an existing file may not be published; `None` if it may.
    fn refused(&self, file: &Path) -> Option<Place> {
        let left = file.file_name().is_some_and(|name| is_leftover(name, false));
        let refused = !self.files.is_publishable(file);
        refused.then(|| Place::Nowhere(if left { leftover() } else { outside() }))
    }
}

/// A page, with the query and fragment of a reference.
fn page(route: &Route, rest: &str) -> Place {
    Place::Here(Href::page(route).then(&composed::fragment(rest)))
}

/// A path without `.` and `..`; `None` if it leads above its beginning.
pub(crate) fn clean(path: &Path) -> Option<PathBuf> {
    let mut clean = PathBuf::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => clean.push(name),
            Component::CurDir => {}
            Component::ParentDir => clean.pop().then_some(())?,
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(clean)
}
