//! The links to other sites.

use std::path::{Path, PathBuf};

use crate::bundle::config::FILE;
use crate::bundle::library::Library;
use crate::bundle::{Config, references};
use crate::content::Body;

/// A link to another site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct External {
    /// The full address, without what stands behind `#`.
    pub url: String,
    /// The file it is in, relative to the site's folder.
    pub path: PathBuf,
    /// Its line.
    pub line: usize,
}

/// All of them, of `site.toml` and of what is published, in the order of files and lines, each line once.
pub(in crate::bundle) fn external(config: &Config, library: &Library) -> Vec<External> {
    let own = config.links.iter().filter_map(|(line, link)| to_others(&link.url, Path::new(FILE), *line));
    let in_texts = library.entries.iter().flat_map(|(post, prepared)| {
        let links = references::links(post, matches!(prepared.article.body, Body::Html(_)));
        let lines = post.lines();
        links.filter_map(move |(written, span)| to_others(&written, &post.source.path, lines.line(span.start)))
    });
    let mut all: Vec<External> = own.chain(in_texts).collect();
    all.sort_by(|a, b| (&a.path, a.line, &a.url).cmp(&(&b.path, b.line, &b.url)));
    all.dedup();
    all
}

fn to_others(url: &str, path: &Path, line: usize) -> Option<External> {
    let url = url.split('#').next()?;
    let full = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    full.then(|| External { url: url.to_owned(), path: path.to_owned(), line })
}
