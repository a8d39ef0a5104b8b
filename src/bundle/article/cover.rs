//! The cover of a post: the picture that link previews show.

use std::path::PathBuf;

use super::context::Context;
use super::resolve::place::{Files, Place};
use crate::bundle::address::{Href, OutputPath};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::input::config::collections::View;
use crate::bundle::input::post::Post;
use crate::content::{Picture, Route, Site};

/// The file name of a generated picture, in the folder of its page.
pub(crate) const NAME: &str = "preview.png";

/// The address of a picture, and its size in pixels if known.
#[derive(Clone)]
pub(crate) struct Cover {
    address: Address,
    pub(crate) size: Option<(u32, u32)>,
    pub(crate) alt: String,
    /// How browsers load it, if a list shows it.
    picture: Option<Picture>,
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
        Self { address: Address::Own(OutputPath::beside(route, NAME).href()), size, alt: alt.to_owned(), picture: None }
    }

    /// The address of the picture on a page, and how browsers load it. `None` if no list shows it.
    pub(crate) fn picture(&self, base: &str) -> Option<(String, &Picture)> {
        match &self.address {
            Address::Own(href) => Some(([base, href.as_str()].concat(), self.picture.as_ref()?)),
            Address::Other(_) => None,
        }
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
        let (picture, copies) = match context.pictures.place(&file, &href.file()) {
            Ok(Some(placed)) => placed,
            Ok(None) => return Err(no_picture()),
            Err(broken) => return Err(broken.problem.clone()),
        };
        if copied {
            files.push((file, href.file()));
        }
        let size = Some((picture.width, picture.height));
        let in_list = post.collection.as_ref().is_some_and(|collection| collection.view == View::Cards);
        if in_list {
            files.extend(copies);
        }
        Ok(Cover { address: Address::Own(href), size, alt: alt(), picture: in_list.then_some(picture) })
    };
    let cover = match context.resolver.resolve(post, written) {
        Place::File(file, href) => found(file, href, true),
        Place::Public(file, href) => found(file, href, false),
        Place::Elsewhere if written.starts_with("https://") || written.starts_with("http://") => {
            Ok(Cover { address: Address::Other(written.to_owned()), size: None, alt: alt(), picture: None })
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
