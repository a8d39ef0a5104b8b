//! The cover of a post: the picture that link previews show.

use std::path::PathBuf;

use super::context::Context;
use super::resolve::{Files, Place, bare};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;
use crate::content::{Route, Site};

/// The file name of a generated picture, in the folder of its page.
pub(crate) const NAME: &str = "preview.png";

/// The address of a picture, and its size in pixels if known.
pub(crate) struct Cover {
    /// A full URL, or a path below the base.
    path: String,
    pub(crate) size: Option<(u32, u32)>,
    pub(crate) alt: String,
}

impl Cover {
    /// The generated picture of a page.
    pub(crate) fn beside(route: &Route, size: Option<(u32, u32)>, alt: &str) -> Self {
        Self { path: route.href("") + NAME, size, alt: alt.to_owned() }
    }

    pub(crate) fn url(&self, site: &Site) -> String {
        if self.path.contains("://") {
            self.path.clone()
        } else {
            [&site.origin, &site.base, &self.path].map(String::as_str).concat()
        }
    }
}

/// Finds the cover of a post, as a picture in its text would be found.
pub(crate) fn find(post: &Post, context: &Context<'_>, findings: &mut Diagnostics) -> (Option<Cover>, Files) {
    let Some(written) = post.cover.as_deref() else { return (None, Files::new()) };
    let mut files = Files::new();
    let alt = || post.title.clone();
    let mut found = |file: PathBuf, path: String, copied: bool| {
        let size = match context.pictures.place(&file, bare(&path)) {
            Ok(Some((picture, _))) => (picture.width, picture.height),
            Ok(None) => return Err(no_picture()),
            Err(problem) => return Err((problem.message.clone(), problem.remedy.clone())),
        };
        if copied {
            files.push((file, bare(&path).to_owned()));
        }
        Ok(Cover { path, size: Some(size), alt: alt() })
    };
    let cover = match context.resolver.resolve(post, written) {
        Place::File(file, path) => found(file, path, true),
        Place::Public(file, path) => found(file, path, false),
        Place::Elsewhere if written.starts_with("https://") || written.starts_with("http://") => {
            Ok(Cover { path: written.to_owned(), size: None, alt: alt() })
        }
        Place::Elsewhere | Place::Here(_) => Err(no_picture()),
        Place::Nowhere(nowhere) => Err((nowhere.what.into_owned(), nowhere.remedy)),
    };
    let cover = cover.map_err(|(message, remedy)| {
        let (path, at, message) = (&post.source.path, post.location_of("cover"), format!("\"{written}\" {message}"));
        findings.mistake(context.lenient, path, at, message, remedy);
    });
    (cover.ok(), files)
}

fn no_picture() -> (String, String) {
    ("is not a picture".to_owned(), "write the path of a PNG, JPEG, WebP, GIF, AVIF or SVG".to_owned())
}
