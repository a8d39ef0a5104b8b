//! Reads all posts of a site, and checks them against each other.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rayon::prelude::*;

use super::addresses::one_address_each;
use super::authors;
use super::config::{Config, FILE};
use super::fields::reader::FieldReader;
use super::fields::unknown_keys::Ignored;
use super::git_dates;
use super::post::Post;
use super::source::{POSTS, Source, find};
use super::term_names::{one_case_a_name, one_name_an_address};
use super::text_file;
use crate::bundle::cache::state_of;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::key::Key;
use crate::bundle::options::Options;
use crate::bundle::remembered::Remembered;
use crate::bundle::taxonomy::Taxonomy;
use crate::content::Date;

/// The posts of the site in `root`, newest first and ties in the order of paths, then the pages.
/// A post that has an error is left out, and all errors are among the findings. With `lenient`, these are warnings, as are
/// tags or categories that share an address; they then have the name that was read first.
#[must_use]
pub fn read_posts(root: &Path, config: &Config, lenient: bool, findings: &mut Diagnostics) -> Vec<Post> {
    compare(files(root, config, None, lenient, &Remembered::default(), findings), config, lenient, findings)
}

/// The posts that `options` show, in the order of [`read_posts`], and the files of all drafts: those that say so, and
/// those whose date is in the future.
pub(crate) fn read_shown(
    options: &Options,
    config: &Config,
    known: &Remembered<Read>,
    findings: &mut Diagnostics,
) -> (Vec<Post>, BTreeSet<PathBuf>) {
    let files = files(&options.root, config, Some(options.today), options.lenient, known, findings);
    let (mut drafts, mut shown): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|(_, reader)| reader.is_draft(options.today));
    let paths = drafts.iter().map(|(_, reader)| reader.path.clone()).collect();
    for post in drafts.iter_mut().filter_map(|(post, _)| post.as_mut()) {
        post.draft = true;
    }
    // Drafts come last, so that the tags and categories of a published post have its names.
    if options.drafts {
        shown.extend(drafts);
    }
    let mut posts = compare(shown, config, options.lenient, findings);
    authors::resolve(&mut posts, config, options.lenient, findings);
    git_dates::set_updated(&options.root, config, &mut posts, findings);
    (posts, paths)
}

/// The result of reading a file.
pub(crate) type Read = (Option<Post>, FieldReader);

/// The files of posts, in the order of their paths.
fn files(
    root: &Path,
    config: &Config,
    today: Option<Date>,
    lenient: bool,
    known: &Remembered<Read>,
    findings: &mut Diagnostics,
) -> Vec<Read> {
    // Hashed once: it is longer than most texts.
    let settings = LazyLock::new(|| Key::new("settings", &[format!("{config:?} {today:?}").as_bytes()]));
    let read = |source: Source| {
        let (file, from) = (root.join(&source.path), format!("{source:?}"));
        // Instead of its text: a process that builds the site again and again reads what has changed.
        let state = || fs::metadata(&file).map_or_else(|error| error.to_string(), |file| state_of(&file));
        let inputs = || Key::new("post", &[settings.name().as_bytes(), from.as_bytes(), state().as_bytes()]);
        let read = || {
            let mut reader =
                FieldReader { time_zone: config.timezone.clone(), today, ..FieldReader::new(&source.path) };
            let text = text_file::read(root, &mut reader);
            (text.and_then(|text| Post::of(source, &text, config, &mut reader)), reader)
        };
        known.get_or(inputs, read, |_| true)
    };
    let mut unread = Diagnostics::default();
    let sources = sources(root, config, &mut unread);
    findings.extend(if lenient { unread.of_left_out() } else { unread });
    sources.into_par_iter().map(read).collect()
}

/// The files of all texts: of posts and pages, then those of each collection. A collection without its folder is
/// reported.
pub(super) fn sources(root: &Path, config: &Config, findings: &mut Diagnostics) -> Vec<Source> {
    for folder in config.collections.keys().filter(|folder| !root.join(folder).is_dir()) {
        let remedy = format!("put its first text there, or delete [collections.{folder}]");
        findings.warning(
            Path::new(FILE),
            config.location_of(&format!("collections.{folder}")),
            format!("there is no folder {folder}/"),
            remedy,
        );
    }
    let folders = [POSTS].into_iter().chain(config.collections.keys().map(String::as_str));
    folders.flat_map(|folder| find(root, folder, findings)).collect()
}

/// Sorts the posts, and reports conflicts between them.
fn compare(files: Vec<Read>, config: &Config, lenient: bool, findings: &mut Diagnostics) -> Vec<Post> {
    let mut posts = Vec::new();
    let mut ignored = Ignored::default();
    for (post, reader) in files {
        let left_out = lenient && post.is_none();
        findings.extend(if left_out { reader.findings.of_left_out() } else { reader.findings });
        posts.extend(post);
        ignored.extend(reader.ignored);
    }
    ignored.report(findings);
    for taxonomy in Taxonomy::ALL {
        one_case_a_name(&mut posts, taxonomy, findings);
        one_name_an_address(&mut posts, taxonomy, lenient, findings);
    }
    one_address_each(&mut posts, config, lenient, findings);
    posts.sort_by(|a, b| {
        let order = |post: &Post| (post.is_page(), Reverse(post.date().map(|date| date.order())));
        order(a).cmp(&order(b)).then_with(|| a.source.cmp(&b.source))
    });
    posts
}
