//! Descriptions: the line below a title in lists, search engines and link previews.

use std::path::Path;

use crate::bundle::config::FILE;
use crate::bundle::{Config, Diagnostics, Post};

/// Search engines show about as much of it, and previews no more.
const LONGEST: usize = 160;

/// Checks a post. A draft may still be without.
pub(super) fn check(post: &Post, findings: &mut Diagnostics) {
    let path = &post.source.path;
    match post.description.is_empty() {
        true if post.draft => {}
        true => missing(path, post.line_of("title"), findings),
        false => length(path, post.line_of("description"), &post.description, findings),
    }
}

/// Checks that of the site, which pages without one have. Of a `site.toml` that cannot be read, nothing is known.
pub(super) fn of_site(config: &Config, findings: &mut Diagnostics) {
    let path = Path::new(FILE);
    match config.site.description.is_empty() {
        true if !config.is_written() => {}
        true => missing(path, config.line_of("description"), findings),
        false => length(path, config.line_of("description"), &config.site.description, findings),
    }
}

fn missing(path: &Path, line: usize, findings: &mut Diagnostics) {
    let remedy = format!("add one, of {LONGEST} characters at most: search engines and link previews show it");
    findings.warning(path, line, "there is no description", remedy);
}

fn length(path: &Path, line: usize, description: &str, findings: &mut Diagnostics) {
    let length = description.chars().count();
    if length > LONGEST {
        let remedy = format!("make it {LONGEST} at most: search engines and link previews cut off the rest");
        findings.warning(path, line, format!("the description has {length} characters"), remedy);
    }
}
