//! The values of a post that depend on several keys, or on the name of its file.

use super::config::collections::Collection;
use super::config::permalink::Permalink;
use super::fields::reader::FieldReader;
use super::front_matter::FrontMatter;
use super::front_matter::split::Split;
use super::place::Place;
use super::post_kind::PostKind;
use super::slugify::{slugify, slugify_tag};
use crate::bundle::taxonomy::{Taxonomy, Terms};
use crate::content::{Route, Slug, Tag};

/// The maximum length of a slug. File names have at most 255 bytes, and copies of pictures add to theirs.
pub const MAX_SLUG_BYTES: usize = 200;
const TOO_LONG: &str = "shorten it to 200 bytes (a letter has one to four)";

/// The values that depend on several keys, or on the name of the file.
pub(super) struct Checked {
    pub(super) slug: Slug,
    /// Whether it is written, as a key or as an old address.
    pub(super) has_own_slug: bool,
    pub(super) kind: PostKind,
    pub(super) route: Route,
    pub(super) terms: Terms<Tag>,
}

/// Checks the keys against each other, and against the place of the file. `None`, and errors, if one is missing or wrong.
pub(super) fn check(
    front: &FrontMatter,
    place: &Place<'_>,
    split: &Split<'_>,
    reader: &mut FieldReader,
) -> Option<Checked> {
    let (fence, rest, permalink) = (split.fence, place.name, &*place.permalink);
    let old = front.permalink.as_deref().and_then(|path| own_slug(path, front.is_page(), permalink));
    let slug = slug(front, old.as_deref().unwrap_or(rest), reader);
    let is_bare = split.head.is_empty();
    if let Some(collection) = place.collection.filter(|_| front.is_page()) {
        no_page(front, collection, reader);
    }
    if front.title.is_none() && !front.locations.has("title") && !place.may_be_untitled() {
        let remedy = if is_bare {
            "start the text with a line # The title".to_owned()
        } else {
            format!("write {}", reader.syntax.line("title", "\"The title\""))
        };
        reader.error(fence, "there is no title", remedy);
    }
    let date = front.date.or(place.date);
    (reader.draft, reader.day) = (front.draft.unwrap_or_default(), date.map(|date| date.day));
    let kind = if front.is_page() { Some(PostKind::Page(date)) } else { date.map(PostKind::Post) };
    if kind.is_none() && !front.locations.has("date") {
        let remedy = if is_bare {
            format!("{}or put it before the name: 2025-03-01-{rest}", reader.syntax.front_matter("date", "2025-03-01"))
        } else {
            let line = reader.syntax.line("date", "2025-03-01");
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
    let mut terms = Terms::default();
    for taxonomy in Taxonomy::ALL {
        *terms.of_mut(taxonomy) = checked_terms(taxonomy, front, reader);
    }
    let has_own_slug = front.slug.is_some() || old.is_some();
    let (slug, kind) = (slug?, kind?);
    let route = route(&slug, kind, permalink, front, reader)?;
    Some(Checked { slug, has_own_slug, kind, route, terms })
}

/// Reports a page of its own in a collection, whose texts all are in its list.
fn no_page(front: &FrontMatter, collection: &Collection, reader: &mut FieldReader) {
    let message = format!("a text in {}/ is in the list of that collection, and no page of its own", collection.folder);
    reader.error(front.locations.of("page"), message, "delete the line, or move the file to posts/");
}

/// The slug from its key, else from the name without its date.
fn slug(front: &FrontMatter, name: &str, reader: &mut FieldReader) -> Option<Slug> {
    let at = front.locations.of("slug");
    let words = front.slug.as_deref().unwrap_or(name);
    let Some(slug) = slugify(words) else {
        let message = format!("\"{words}\" has no letter and no digit for an address");
        reader.error(at, message, other_slug(reader));
        return None;
    };
    if slug.as_str().len() > MAX_SLUG_BYTES {
        reader.error(at, format!("the address has {} bytes", slug.as_str().len()), TOO_LONG);
    }
    Some(slug)
}

/// The address of a slug. `None`, and an error, if it is one of the site's own.
fn route(
    slug: &Slug,
    kind: PostKind,
    permalink: &Permalink,
    front: &FrontMatter,
    reader: &mut FieldReader,
) -> Option<Route> {
    let route = kind.route(slug, permalink);
    if route.is_none() {
        let message = format!("the address /{slug}/ is reserved for the site");
        reader.error(front.locations.of("slug"), message, other_slug(reader));
    }
    route
}

fn other_slug(reader: &FieldReader) -> String {
    format!("write {}", reader.syntax.line("slug", "\"an-address\""))
}

/// The slug in an old address that has the form of ours: `/posts/hello/`, or `/about/` of a page.
fn own_slug(path: &str, is_page: bool, permalink: &Permalink) -> Option<String> {
    let Route::Article(path) = Route::parse(path) else { return None };
    let slug =
        if is_page { Some(path.as_str()).filter(|path| !path.contains('/')) } else { permalink.slug_in(path.as_str()) };
    slug.map(str::to_owned)
}

fn checked_terms(taxonomy: Taxonomy, front: &FrontMatter, reader: &mut FieldReader) -> Vec<Tag> {
    let (mut terms, key, kind): (Vec<Tag>, _, _) = (Vec::new(), taxonomy.key(), taxonomy.name());
    for name in front.terms.of(taxonomy) {
        match slugify_tag(name) {
            Some(slug) if slug.as_str().len() > MAX_SLUG_BYTES => {
                let message = format!("the address of a {kind} has {} bytes", slug.as_str().len());
                reader.error(front.locations.of_item(key, name), message, TOO_LONG);
            }
            Some(slug) => terms.push(Tag { name: name.clone(), slug }),
            None => {
                let message = format!("the {kind} \"{name}\" has no letter and no digit for an address");
                reader.error(front.locations.of_item(key, name), message, "write a name with a letter or a digit");
            }
        }
    }
    let mut seen = Vec::new();
    terms.retain(|term| {
        let new = !seen.contains(&term.name);
        seen.push(term.name.clone());
        new
    });
    terms
}
