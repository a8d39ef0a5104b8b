//! A post with a valid front matter.

use std::path::Path;

use super::fields::date::of_name;
use super::fields::reader::FieldReader;
use super::front_matter::FrontMatter;
use super::front_matter::locations::Locations;
use super::front_matter::split::{Split, split};
use super::limits;
use super::slugify::{slugify, slugify_tag};
use super::source::{self, Source};
use crate::bundle::diagnostics::location::{LineIndex, Location};
use crate::bundle::time::moment::Moment;
use crate::content::{Date, Dialect, Route, Slug, Tag};
use crate::markdown::Inspection;
use crate::markdown::inspect::anatomy;

/// What the file of a post makes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PostKind {
    /// A post of the lists and feeds, and when it was published.
    Post(Moment),
    /// A page of its own, such as About, in no list. It may have a date.
    Page(Option<Moment>),
}

impl PostKind {
    fn route(self, slug: &Slug) -> Route {
        match self {
            Self::Post(_) => Route::Post(slug.clone()),
            Self::Page(_) => Route::Page(slug.clone()),
        }
    }
}

/// A post, or a page of its own, with its text.
#[derive(Clone, Debug)]
pub struct Post {
    /// Its files.
    pub source: Source,
    /// The line its text starts at, from 1.
    pub line: usize,
    /// Its text: markdown without the front matter.
    pub body: String,
    /// The Markdown dialect of its text.
    pub dialect: Dialect,
    /// The elements of its text.
    pub(crate) anatomy: Inspection,
    /// The last segment of its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Whether it is a post or a page of its own, and its date.
    pub kind: PostKind,
    /// When it was last changed.
    pub updated: Option<Moment>,
    /// What it is about; may be empty.
    pub description: String,
    /// Its tags in the author's order, each once.
    pub tags: Vec<Tag>,
    /// Shown only if the options ask for drafts.
    pub draft: bool,
    /// Its language (BCP 47), where it is not the site's.
    pub language: Option<String>,
    /// The series it is a part of.
    pub series: Option<String>,
    /// Its position in the series; `None` for that of its date.
    pub series_order: Option<u32>,
    /// Whether it is shown before others.
    pub featured: bool,
    /// Its picture, as the author wrote the path.
    pub cover: Option<String>,
    /// Its former addresses.
    pub aliases: Vec<String>,
    /// Published, but in no list.
    pub unlisted: bool,
    locations: Locations,
}

impl Post {
    /// Reads a post. `None`, and errors in the reader, if something is wrong.
    pub(crate) fn read(root: &Path, source: Source, dialect: Dialect, reader: &mut FieldReader) -> Option<Self> {
        let text = source::read(root, reader)?;
        let mut split = split(&text, reader)?;
        let name = source.name();
        let (day, rest) = of_name(&name);
        (reader.draft, reader.day) = (FrontMatter::says_draft(split.head), day);
        let mut front = FrontMatter::read(split.head, split.fence + 1, reader)?;
        if !front.locations.has("title") && !reader.findings.has_errors() {
            front.title = take_title(&mut split, dialect);
        }
        let checked = check(&front, day, rest, &split, reader);
        let within = limits::hold(split.body, dialect, &LineIndex::new(split.body, split.line), reader);
        let Checked { slug, kind, tags } = checked.filter(|_| within && !reader.findings.has_errors())?;
        let route = kind.route(&slug);
        let old = front.permalink.filter(|path| path.trim_matches('/') != route.path().trim_end_matches('/'));
        front.aliases.extend(old.filter(|path| !front.aliases.contains(path)));
        Some(Self {
            source,
            line: split.line,
            body: split.body.to_owned(),
            dialect,
            anatomy: anatomy(split.body, dialect),
            slug,
            title: front.title?,
            kind,
            updated: front.updated,
            description: front.description.unwrap_or_default(),
            tags,
            draft: front.draft.unwrap_or_default(),
            language: front.lang,
            series: front.series,
            series_order: front.series_order,
            featured: front.featured.unwrap_or_default(),
            cover: front.cover,
            aliases: front.aliases,
            unlisted: front.unlisted.unwrap_or_default(),
            locations: front.locations,
        })
    }

    /// Whether it is a page of its own, in no list of posts.
    #[must_use]
    pub fn is_page(&self) -> bool {
        matches!(self.kind, PostKind::Page(_))
    }

    /// When it was published; only a page may have no date.
    #[must_use]
    pub fn date(&self) -> Option<Moment> {
        match self.kind {
            PostKind::Post(date) => Some(date),
            PostKind::Page(date) => date,
        }
    }

    /// When it was published or last changed, whichever is later.
    pub(crate) fn changed(&self) -> Option<Moment> {
        [self.date(), self.updated].into_iter().flatten().max_by_key(Moment::instant)
    }

    /// The route of its page.
    #[must_use]
    pub fn route(&self) -> Route {
        self.kind.route(&self.slug)
    }

    /// The lines of the file that the text is on.
    pub(crate) fn lines(&self) -> LineIndex {
        LineIndex::new(&self.body, self.line)
    }

    /// Where the value of a key of its front matter is; the whole file if the key is not written.
    #[must_use]
    pub fn location_of(&self, key: &str) -> Location {
        self.locations.of(key)
    }

    /// Whether a key of its front matter is written in another engine's form, such as `image` for `cover`.
    pub(crate) fn is_foreign(&self, key: &str) -> bool {
        self.locations.is_foreign(key)
    }

    /// Where an item in the list of a key is.
    pub(crate) fn location_of_item(&self, key: &'static str, item: &str) -> Location {
        self.locations.of_item(key, item)
    }
}

/// The values that depend on several keys, or on the name of the file.
struct Checked {
    slug: Slug,
    kind: PostKind,
    tags: Vec<Tag>,
}

/// Checks the keys against each other and against the name of the file: its day, and the `rest`. `None`, and errors, if
/// one is missing or wrong.
fn check(
    front: &FrontMatter,
    day: Option<Date>,
    rest: &str,
    split: &Split<'_>,
    reader: &mut FieldReader,
) -> Option<Checked> {
    let fence = split.fence;
    let old = front.permalink.as_deref().and_then(|path| own_slug(path, front.is_page()));
    let slug = slug(front, old.as_deref().unwrap_or(rest), reader);
    let is_bare = split.head.is_empty();
    if front.title.is_none() && !front.locations.has("title") {
        let remedy = if is_bare {
            "start the text with a line # The title".to_owned()
        } else {
            format!("write {}", reader.syntax.line("title", "\"The title\""))
        };
        reader.error(fence, "there is no title", remedy);
    }
    let date = front.date.or(day.map(Moment::of_day));
    (reader.draft, reader.day) = (front.draft.unwrap_or_default(), date.map(|date| date.day));
    let kind = if front.is_page() { Some(PostKind::Page(date)) } else { date.map(PostKind::Post) };
    if kind.is_none() && !front.locations.has("date") {
        let (line, fence_line) = (reader.syntax.line("date", "2025-03-01"), reader.syntax.fence());
        let remedy = if is_bare {
            format!(
                "start the file with\n{fence_line}\n{line}\n{fence_line}\nor put it before the name: 2025-03-01-{rest}"
            )
        } else {
            format!("write {line}, or put it before the name: 2025-03-01-{rest}")
        };
        reader.error(fence, "there is no date", remedy);
    }
    if let (Some(date), Some(updated)) = (date, front.updated)
        && updated.is_before(&date)
    {
        let message = format!("updated {updated} is before the date {date}");
        reader.warning(front.locations.of("updated"), message, "correct one of them");
    }
    let tags = tags(front, reader);
    Some(Checked { slug: slug?, kind: kind?, tags })
}

/// Takes the heading of the first level that a text begins with, as its title. It is then no part of the text.
fn take_title(split: &mut Split<'_>, dialect: Dialect) -> Option<String> {
    let start = split.body.len() - split.body.trim_start().len();
    // Fast path: only the first paragraph can be such a heading.
    let end = split.body[start..].find("\n\n").map_or(split.body.len(), |at| start + at);
    let first = anatomy(&split.body[..end], dialect).headings.into_iter().next()?;
    let (title, after) = (first.text, first.span.end);
    if first.written != 1 || !split.body[..first.span.start].trim().is_empty() || title.trim().is_empty() {
        return None;
    }
    let rest = &split.body[after..];
    let next = rest.find('\n').map_or(rest.len(), |at| if rest[..at].trim().is_empty() { at + 1 } else { 0 });
    split.line += split.body[..after + next].matches('\n').count();
    split.body = &rest[next..];
    Some(title)
}

/// The maximum length of a slug. File names have at most 255 bytes, and copies of pictures add to theirs.
pub const MAX_SLUG_BYTES: usize = 200;
const TOO_LONG: &str = "shorten it to 200 bytes (a letter has one to four)";

/// The slug from its key, else from the name without its date.
fn slug(front: &FrontMatter, name: &str, reader: &mut FieldReader) -> Option<Slug> {
    let at = front.locations.of("slug");
    let remedy = format!("write {}", reader.syntax.line("slug", "\"an-address\""));
    let words = front.slug.as_deref().unwrap_or(name);
    let Some(slug) = slugify(words) else {
        reader.error(at, format!("\"{words}\" has no letter and no digit for an address"), remedy);
        return None;
    };
    if slug.as_str().len() > MAX_SLUG_BYTES {
        reader.error(at, format!("the address has {} bytes", slug.as_str().len()), TOO_LONG);
    }
    if front.is_page() && Route::RESERVED.contains(&slug.as_str()) {
        reader.error(at, format!("the address /{slug}/ is reserved for the site"), remedy);
    }
    Some(slug)
}

/// The slug in an old address that has the form of ours: `/posts/hello/`, or `/about/` of a page.
fn own_slug(path: &str, is_page: bool) -> Option<String> {
    match Route::parse(path) {
        Route::Post(slug) if !is_page => Some(slug.to_string()),
        Route::Page(slug) if is_page => Some(slug.to_string()),
        _ => None,
    }
}

fn tags(front: &FrontMatter, reader: &mut FieldReader) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    for name in &front.tags {
        match slugify_tag(name) {
            Some(slug) if slug.as_str().len() > MAX_SLUG_BYTES => {
                let message = format!("the address of a tag has {} bytes", slug.as_str().len());
                reader.error(front.locations.of_item("tags", name), message, TOO_LONG);
            }
            Some(slug) => tags.push(Tag { name: name.clone(), slug }),
            None => {
                let message = format!("the tag \"{name}\" has no letter and no digit for an address");
                reader.error(front.locations.of_item("tags", name), message, "write a name with a letter or a digit");
            }
        }
    }
    let mut seen = Vec::new();
    tags.retain(|tag| {
        let new = !seen.contains(&tag.name);
        seen.push(tag.name.clone());
        new
    });
    tags
}
