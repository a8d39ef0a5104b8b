//! Resolves the references of a post: the target of each, the files to copy, and findings for those that are broken.

use std::collections::HashSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::context::Context;
use super::pictures::BrokenPicture;
use super::references::destination;
use super::resolve::broken_link::no_picture;
use super::resolve::place::{Files, Place};
use super::sanitise::{Address, UrlKind};
use crate::bundle::address::Href;
use crate::bundle::diagnostics::location::{LineIndex, Location};
use crate::bundle::diagnostics::{Diagnostics, Severity};
use crate::bundle::input::config::content_security_policy::Resource;
use crate::bundle::input::post::Post;
use crate::content::{Picture, Target};
use crate::markdown::destination::{Destination, Kind};

/// What the references of a text lead to.
#[derive(Default)]
pub(crate) struct Followed {
    /// The target of each, as the text has it and its HTML.
    pub(crate) targets: Vec<(String, Target)>,
    /// The files to copy.
    pub(crate) files: Files,
    /// The pictures that cannot be shown, of which the author is told where they are.
    pub(crate) refused: Vec<PathBuf>,
    /// What pages may not load.
    pub(crate) blocked: Vec<Blocked>,
    /// Whether a change of files other than posts can change any of this.
    pub(crate) needs_files: bool,
}

/// What is on another host, from which the policy does not allow it to be loaded.
#[derive(Clone)]
pub(crate) struct Blocked {
    pub(crate) resource: Resource,
    /// Its full address.
    pub(crate) url: String,
    /// How the author wrote it.
    pub(crate) written: String,
    /// Where the text has it, in bytes.
    pub(crate) span: Range<usize>,
}

/// Follows each reference of a text and its HTML.
pub(crate) fn follow(
    post: &Post,
    lines: &LineIndex<'_>,
    context: &Context<'_>,
    in_html: &[Address],
    findings: &mut Diagnostics,
) -> Followed {
    let mut follower = Follower { post, lines, context, findings, followed: Followed::default() };
    let mut all = Vec::new();
    for reference in &post.anatomy.references {
        if reference.image && reference.alt.trim().is_empty() {
            let remedy = format!("![A red fox]({})", reference.written);
            follower.without_alt(&reference.span, &reference.written, &remedy);
        }
        let kind = if reference.image { UrlKind::Load(Resource::Img) } else { UrlKind::Link };
        all.push((reference.written.clone(), destination(post, reference), kind));
    }
    for Address { written, span, kind, without_alt } in in_html {
        if *without_alt {
            follower.without_alt(span, written, "alt=\"A red fox\"");
        }
        all.push((written.clone(), span.clone(), *kind));
    }
    let mut known = HashSet::new();
    for (written, span, kind) in all {
        if !known.contains(&written) && follower.follow(&written, &span, kind).is_some() {
            known.insert(written);
        }
    }
    follower.block_frames();
    follower.followed
}

struct Follower<'a> {
    post: &'a Post,
    lines: &'a LineIndex<'a>,
    context: &'a Context<'a>,
    findings: &'a mut Diagnostics,
    followed: Followed,
}

impl Follower<'_> {
    /// Adds the target of a reference. `None` if it has none on this site.
    fn follow(&mut self, written: &str, span: &Range<usize>, kind: UrlKind) -> Option<()> {
        let place = self.place(written, kind);
        self.followed.needs_files |= self.context.resolver.needs_files(written, &place);
        let (path, shown) = match place {
            Place::Elsewhere => {
                self.block(written, span, kind);
                return None;
            }
            Place::Here(path) | Place::Folder(path) => (path, None),
            Place::Public(file, path) => (path, Some(file)),
            Place::File(file, path) => {
                self.followed.files.push((file.clone(), path.file()));
                (path, Some(file))
            }
            Place::Nowhere(nowhere) => {
                let severity = Severity::of_mistake(nowhere.is_warning(self.context.lenient));
                let (at, message) = (self.at(span), nowhere.message(written));
                self.findings.add(severity, nowhere.kind, &self.post.source.path, at, message, nowhere.problem.remedy);
                return None;
            }
        };
        let picture = shown.and_then(|file| self.picture(&file, &path, written, span));
        self.followed.targets.push((written.to_owned(), Target { path: path.into(), picture }));
        Some(())
    }

    /// Where a reference leads. What no page can load leads nowhere.
    fn place(&self, written: &str, kind: UrlKind) -> Place {
        let is_program = || Destination::new(written).kind == Kind::Program;
        match (self.context.resolver.resolve(self.post, written), kind) {
            (Place::Elsewhere, UrlKind::Load(_)) if is_program() => Place::Nowhere(no_picture()),
            (place, _) => place,
        }
    }

    /// Notes what a page may not load from another host. It is reported once for all posts.
    fn block(&mut self, written: &str, span: &Range<usize>, kind: UrlKind) {
        let (UrlKind::Load(resource), Destination { kind: Kind::Web, url }) = (kind, Destination::new(written)) else {
            return;
        };
        if !self.context.resolver.policy.allows(resource, &url) {
            let (written, span) = (written.to_owned(), span.clone());
            self.followed.blocked.push(Blocked { resource, url, written, span });
        }
    }

    /// Notes the frames that a page may not load. Within a line there is none, whatever is allowed.
    fn block_frames(&mut self) {
        for embed in self.post.media.embeds.iter().filter(|embed| !embed.allowed && embed.paragraph.is_some()) {
            let (written, span) = (embed.written.clone(), embed.span.clone());
            let url = embed.frame.address.clone();
            self.followed.blocked.push(Blocked { resource: Resource::Frame, url, written, span });
        }
    }

    /// The picture that a file is. `None` if it is not a picture, or cannot be shown, of which the author is told.
    fn picture(&mut self, file: &Path, path: &Href, written: &str, span: &Range<usize>) -> Option<Picture> {
        let (severity, broken, picture) = match self.context.pictures.place(file, &path.file()) {
            Ok(None) => return None,
            Ok(Some((picture, copies))) => {
                let heavy = self.context.pictures.too_heavy(file);
                self.followed.files.extend(copies);
                let Some(heavy) = heavy else { return Some(picture) };
                (Severity::Warning, heavy, Some(picture))
            }
            Err(broken) => {
                self.followed.refused.push(file.to_owned());
                (Severity::Error, broken.clone(), None)
            }
        };
        let BrokenPicture { problem, kind } = broken;
        let (at, message) = (self.at(span), format!("\"{written}\" {}", problem.message));
        self.findings.add(severity, kind, &self.post.source.path, at, message, problem.remedy);
        picture
    }

    fn without_alt(&mut self, span: &Range<usize>, written: &str, remedy: &str) {
        let (at, message) = (self.at(span), format!("the picture \"{written}\" has no alt text"));
        self.findings.warning(&self.post.source.path, at, message, format!("describe what it shows: {remedy}"));
    }

    fn at(&self, span: &Range<usize>) -> Location {
        self.lines.location(span)
    }
}
