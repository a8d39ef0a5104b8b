//! What surrounds a text: the pages, files and pictures that it may refer to.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::index::SiteIndex;
use crate::bundle::address::OutputPath;
use crate::bundle::article::pictures::{Made, Pictures};
use crate::bundle::article::resolve::{Addresses, Resolver};
use crate::bundle::collected::collected;
use crate::bundle::input::post::Post;
use crate::bundle::input::site_files::SiteFiles;
use crate::bundle::input::source::Source;
use crate::content::Route;

/// A picture that is not on the site yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPicture {
    /// The path that its file will have below the site's folder: `posts/hello/fox.jpg`.
    pub path: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// The address that the preview loads it from.
    pub url: String,
}

/// Made again only if the address of the text or its new pictures change.
pub(super) struct Surroundings {
    source: Source,
    route: Route,
    new: Vec<NewPicture>,
    pub(super) resolver: Resolver,
    pub(super) pictures: Pictures,
}

impl Surroundings {
    /// Those of a post.
    pub(super) fn of(index: &SiteIndex, post: &Post, new: &[NewPicture]) -> Self {
        let (source, route) = (post.source.clone(), post.route());
        let others = || index.pages.iter().filter(|page| Path::new(&page.source) != source.path);
        let pages: Vec<(Source, Route)> = others().map(|page| (page.files(), page.route.clone())).collect();
        let pages = pages.iter().map(|(source, route)| (source, route.clone())).chain([(&source, route.clone())]);
        let paths = index.files.iter().map(String::as_str).chain(new.iter().map(|picture| &*picture.path));
        let own = std::iter::once(route.clone());
        let addresses = Addresses {
            routes: collected(index.lists.iter().cloned().chain(others().map(|page| page.route.clone())).chain(own)),
            made: collected(index.generated.iter().map(OutputPath::new)),
            aliases: collected(index.aliases.iter().map(|(path, route)| (OutputPath::new(path), route.clone()))),
        };
        let known = index.pictures.iter().map(|(path, made)| (PathBuf::from(path), made.clone()));
        let made = |new: &NewPicture| (PathBuf::from(&new.path), Made::alone(new.width, new.height, 0));
        Self {
            resolver: Resolver::new(SiteFiles::listed(paths), &index.config, &index.site, pages, addresses),
            pictures: Pictures::known(known.chain(new.iter().map(made))),
            new: new.to_owned(),
            source,
            route,
        }
    }

    /// Whether they are those of a post.
    pub(super) fn are_of(&self, post: &Post, new: &[NewPicture]) -> bool {
        self.source == post.source && self.route == post.route() && self.new == new
    }
}
