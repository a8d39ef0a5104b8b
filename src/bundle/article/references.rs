//! Follows the references of a text: what each leads to, and the files that have to come along.

use std::collections::HashSet;
use std::ops::Range;
use std::path::PathBuf;

use super::Prepared;
use super::broken_link::{elsewhere, no_picture};
use super::pictures::{self, Pictures};
use super::resolve::{Files, Place, Resolver, bare};
use super::sanitise::Address;
use crate::bundle::diagnostics::location::{LineIndex, Location};
use crate::bundle::diagnostics::{Diagnostics, Severity};
use crate::bundle::input::post::Post;
use crate::content::Target;
use crate::markdown::Reference;
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
}

/// Follows each reference of a text and its HTML.
pub(crate) fn follow(
    post: &Post,
    lines: &LineIndex,
    resolver: &Resolver,
    pictures: &Pictures,
    in_html: &[Address],
    lenient: bool,
    findings: &mut Diagnostics,
) -> Followed {
    let mut followed = Followed::default();
    let Followed { targets, files, refused } = &mut followed;
    let mut known: HashSet<String> = HashSet::new();
    let in_markdown = post.anatomy.references.iter().map(|reference| {
        if reference.image && reference.alt.trim().is_empty() {
            let remedy = format!("![A red fox]({})", reference.written);
            without_alt(post, lines.location(&reference.span), &reference.written, &remedy, findings);
        }
        (reference.written.clone(), destination(post, reference), if reference.image { "img" } else { "" })
    });
    let mut all: Vec<_> = in_markdown.collect();
    for Address { written, span, kind, without_alt: is_unknown } in in_html {
        if *is_unknown {
            without_alt(post, lines.location(span), written, "alt=\"A red fox\"", findings);
        }
        all.push((written.clone(), span.clone(), kind));
    }
    for (written, span, kind) in all {
        if known.contains(&written) {
            continue;
        }
        let place = match resolver.resolve(post, &written) {
            Place::Elsewhere if !kind.is_empty() => match Destination::new(&written) {
                Destination { kind: Kind::Web, url } if !resolver.shows(kind, &url) => {
                    Place::Nowhere(elsewhere(kind, &url, &resolver.policy))
                }
                Destination { kind: Kind::Program, .. } => Place::Nowhere(no_picture()),
                _ => Place::Elsewhere,
            },
            place => place,
        };
        let (path, shown) = match place {
            Place::Elsewhere => continue,
            Place::Here(path) => (path, None),
            Place::Public(file, path) => (path, Some(file)),
            Place::File(file, path) => {
                files.push((file.clone(), bare(&path).to_owned()));
                (path, Some(file))
            }
            Place::Nowhere(nowhere) => {
                let severity = Severity::of_mistake(nowhere.is_warning(lenient));
                let message = nowhere.message(&written);
                findings.add(severity, nowhere.kind, &post.source.path, lines.location(&span), message, nowhere.remedy);
                continue;
            }
        };
        let picture = match shown.as_ref().map(|file| pictures.place(file, bare(&path))) {
            None | Some(Ok(None)) => None,
            Some(Ok(Some((picture, copies)))) => {
                if let Some(problem) = shown.and_then(|file| pictures::too_heavy(&file, &copies)) {
                    let message = format!("\"{written}\" {}", problem.message);
                    findings.add(
                        Severity::Warning,
                        problem.kind,
                        &post.source.path,
                        lines.location(&span),
                        message,
                        problem.remedy,
                    );
                }
                files.extend(copies);
                Some(picture)
            }
            Some(Err(problem)) => {
                refused.extend(shown);
                let message = format!("\"{written}\" {}", problem.message);
                findings.add(
                    Severity::Error,
                    problem.kind,
                    &post.source.path,
                    lines.location(&span),
                    message,
                    &problem.remedy,
                );
                None
            }
        };
        known.insert(written.clone());
        targets.push((written, Target { path, picture }));
    }
    followed
}

/// The links of a text and of its HTML: where each leads as it is written, and where it is, in bytes.
pub(crate) fn links(post: &Post, prepared: &Prepared) -> impl Iterator<Item = (String, Range<usize>)> {
    let links = post.anatomy.references.iter().filter(|reference| !reference.image);
    let in_html = prepared.addresses.iter().filter(|address| address.kind.is_empty());
    links
        .map(|link| (link.written.clone(), destination(post, link)))
        .chain(in_html.map(|address| (address.written.clone(), address.span.clone())))
}

/// Where the destination of a reference is, in bytes; all of the reference where it is written elsewhere, or with escapes.
fn destination(post: &Post, reference: &Reference) -> Range<usize> {
    let Range { start, end } = reference.span;
    // The last: the words of a link may be its destination as well.
    let found = post.body[start..end].rfind(&reference.written).filter(|_| !reference.written.is_empty());
    found.map_or(start..end, |at| start + at..start + at + reference.written.len())
}

fn without_alt(post: &Post, at: Location, written: &str, remedy: &str, findings: &mut Diagnostics) {
    let message = format!("the picture \"{written}\" has no alt text");
    findings.warning(&post.source.path, at, message, format!("say what it shows: {remedy}"));
}
