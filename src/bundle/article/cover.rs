//! The cover of a post: the picture that link previews show.

use std::path::PathBuf;

use super::context::Context;
use super::resolve::place::{Files, Place};
use crate::bundle::address::{Href, OutputPath};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::input::post::Post;
use crate::content::{Route, Site};

/// The file name of a generated picture, in the folder of its page.
pub(crate) const NAME: &str = "preview.png";

/// The address of a picture, and its size in pixels if known.
#[derive(Clone)]
pub(crate) struct Cover {
    address: Address,
    pub(crate) size: Option<(u32, u32)>,
    pub(crate) alt: String,
}

/// The address of a picture.
#[derive(Clone)]
enum Address {
    /// On this site.
    Own(Href),
    /// On another: a full URL.
    Other(String),
}

impl Cover {
    /// The generated picture of a page.
    pub(crate) fn beside(route: &Route, size: Option<(u32, u32)>, alt: &str) -> Self {
        Self { address: Address::Own(OutputPath::beside(route, NAME).href()), size, alt: alt.to_owned() }
    }

    pub(crate) fn url(&self, site: &Site) -> String {
        match &self.address {
            Address::Own(href) => [&site.origin, &site.base, href.as_str()].concat(),
            Address::Other(url) => url.clone(),
        }
    }
}

/// Finds the cover of a post, as a picture in its text would be found.
pub(crate) fn find(post: &Post, context: &Context<'_>, findings: &mut Diagnostics) -> (Option<Cover>, Files) {
    let Some(written) = post.cover.as_deref() else { return (None, Files::new()) };
    let mut files = Files::new();
    let alt = || post.title.clone();
    let mut found = |file: PathBuf, href: Href, copied: bool| {
        let size = match context.pictures.place(&file, &href.file()) {
            Ok(Some((picture, _))) => (picture.width, picture.height),
            Ok(None) => return Err(no_picture()),
            Err(broken) => return Err(broken.problem.clone()),
        };
        if copied {
            files.push((file, href.file()));
        }
        Ok(Cover { address: Address::Own(href), size: Some(size), alt: alt() })
    };
    let cover = match context.resolver.resolve(post, written) {
        Place::File(file, href) => found(file, href, true),
        Place::Public(file, href) => found(file, href, false),
        Place::Elsewhere if written.starts_with("https://") || written.starts_with("http://") => {
            Ok(Cover { address: Address::Other(written.to_owned()), size: None, alt: alt() })
        }
        Place::Elsewhere | Place::Here(_) | Place::Folder(_) => Err(no_picture()),
        Place::Nowhere(nowhere) => Err(nowhere.problem),
    };
    let cover = cover.map_err(|Problem { message, remedy }| {
        // Other engines look for it in folders of their own, and themes may use it for something else.
        let foreign = post.is_foreign("cover");
        let effect = if foreign { ", so the post has no cover" } else { "" };
        let message = format!("\"{written}\" {message}{effect}");
        findings.mistake(context.lenient || foreign, &post.source.path, post.location_of("cover"), message, remedy);
    });
    (cover.ok(), files)
}

fn no_picture() -> Problem {
    Problem::new("is not a picture", "write the path of a PNG, JPEG, WebP, GIF, AVIF or SVG")
}
