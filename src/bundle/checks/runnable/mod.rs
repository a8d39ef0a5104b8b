//! Checks published files that a browser would run as a part of the site when a reader opens one. The
//! Content-Security-Policy is a tag of pages, and does not apply to them.
//!
//! A page in `public/` is intended by the owner. A file beside a post, and an SVG anywhere, is meant as a picture or a
//! download, and often came from elsewhere. Not reported are scripts (a browser that opens one shows its text), PDF
//! (its scripts run apart from the site), and web archives (browsers run nothing of theirs).

pub(crate) mod doctype;
pub(crate) mod harm;
pub(crate) mod style;
pub(crate) mod svg;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::bundle::address::OutputPath;
use crate::bundle::article::pictures;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::LineIndex;
use crate::bundle::input::boundary::PUBLIC;
use crate::bundle::library::Library;
use crate::bundle::output::paths::OutputPaths;
use harm::Harm;

/// The maximum number of findings for a file. An SVG with more was made to have them.
const FINDINGS_PER_FILE: usize = 10;

/// How a browser treats a file, by the extension from which a host tells its media type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Page,
    Drawing,
    PackedDrawing,
    Xml,
}

impl Kind {
    fn of(path: &OutputPath) -> Option<Self> {
        let (_, ending) = path.as_str().rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "html" | "htm" | "shtml" | "xhtml" | "xht" => Some(Self::Page),
            "svg" => Some(Self::Drawing),
            "svgz" => Some(Self::PackedDrawing),
            "xml" | "xsl" | "xslt" | "xsd" | "rdf" | "rss" | "atom" | "gpx" | "kml" | "mathml" | "mml" | "xul" => {
                Some(Self::Xml)
            }
            _ => None,
        }
    }
}

/// Checks the files that are copied from the site's folder.
pub(super) fn check(root: &Path, library: &Library, places: &OutputPaths, findings: &mut Diagnostics) {
    let refused: HashSet<&Path> =
        library.entries.iter().flat_map(|(_, prepared)| &prepared.refused).map(PathBuf::as_path).collect();
    let known = |(path, file)| Some((Kind::of(path)?, file));
    let files: Vec<(Kind, &Path)> = places.copies().filter_map(known).collect();
    let checked = |(kind, file): (Kind, &Path)| {
        let mut findings = Diagnostics::default();
        if let Ok(shown) = file.strip_prefix(root) {
            look_into(kind, file, shown, refused.contains(file), &mut findings);
        }
        findings
    };
    for found in files.into_par_iter().map(checked).collect::<Vec<_>>() {
        findings.extend(found);
    }
}

/// `told`: whether it is already reported as a picture that cannot be shown.
fn look_into(kind: Kind, file: &Path, shown: &Path, told: bool, findings: &mut Diagnostics) {
    let public = shown.starts_with(PUBLIC);
    match kind {
        Kind::Page | Kind::Xml if public => {}
        Kind::Page => {
            findings.error(shown, 0, "would be a page of this site, and its scripts would run", to_public(shown))
        }
        Kind::PackedDrawing => {
            let remedy = "save it as .svg: hosts compress it when they send it";
            findings.mistake(public, shown, 0, "is compressed, so its content cannot be checked", remedy);
        }
        Kind::Drawing | Kind::Xml => {
            // A file that cannot be read is reported when it is copied.
            let Ok(bytes) = std::fs::read(file) else { return };
            let text = pictures::svg::text(&bytes);
            let document = text.and_then(|text| Ok((text, pictures::svg::document(text)?)));
            let (text, document) = match document {
                Ok(read) => read,
                Err(_) if told => return,
                Err(error) => {
                    let message = format!("is not valid XML, but browsers open it: {error}");
                    findings.mistake(public, shown, 0, message, "export it from its program again");
                    return;
                }
            };
            let lines = LineIndex::new(text, 1);
            for Harm { span, what, remedy } in svg::harms(text, &document).into_iter().take(FINDINGS_PER_FILE) {
                let remedy = if kind == Kind::Xml { to_public(shown) } else { remedy.to_owned() };
                findings.mistake(public, shown, lines.location(&span), what, remedy);
            }
        }
    }
}

fn to_public(shown: &Path) -> String {
    let name = shown.file_name().unwrap_or_default().to_string_lossy();
    format!("if that is intended, move it to public/{name} and link to /{name}; otherwise remove the link")
}
