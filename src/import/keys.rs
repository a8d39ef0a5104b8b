//! The names that other engines give to the keys of a text, as data. Those that the bundler understands, too, are its own.

use super::data::Data;
use crate::bundle::input::fields::value::Value;
use crate::bundle::input::front_matter::keys::Key;
use crate::bundle::taxonomy::Taxonomy;

/// The names of a key, of which the first that is there counts: ours, names that only an import reads, the bundler's names
/// of other engines, and more that only an import reads. A dot leads into a table.
pub(super) struct Names {
    key: Key,
    before: &'static [&'static str],
    more: &'static [&'static str],
}

const fn names(key: Key, before: &'static [&'static str], more: &'static [&'static str]) -> Names {
    Names { key, before, more }
}

impl Names {
    /// The names in their order.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> {
        let (own, foreign): (Vec<_>, Vec<_>) = self.key.all_names().partition(|name| Key::is_name(name));
        own.into_iter().chain(self.before.iter().copied()).chain(foreign).chain(self.more.iter().copied())
    }

    /// The values in a text, in the order of their names.
    pub(super) fn values<'d>(&self, data: &'d Data) -> impl Iterator<Item = &'d Value> {
        self.all().filter_map(|name| data.named(name))
    }
}

/// The title.
pub(super) const TITLE: Names = names(Key::Title, &[], &["frontmatter.title"]);

/// The day of publication.
pub(super) const DATE: Names = names(
    Key::Date,
    &["published", "datePublished", "postDate"],
    &["createdAt", "dateCreated", "date created", "creationDate", "timestamp"],
);

/// The first day on which a text is shown, if it is later than its date.
pub(super) const STARTING: &[&str] = &["publishDate", "scheduled", "scheduledAt", "releaseDate"];

/// The day of the last change.
pub(super) const UPDATED: Names = names(
    Key::Updated,
    &["updatedAt"],
    &["dateModified", "date modified", "last-modified", "last_update.date", "update", "dateUpdated"],
);

/// One sentence about it.
pub(super) const DESCRIPTION: Names = names(
    Key::Description,
    &[],
    &[
        "desc",
        "abstract",
        "lead",
        "intro",
        "extra.description",
        "extra.summary",
        "params.description",
        "params.summary",
        "seo.description",
    ],
);

/// Its tags, all of them.
pub(super) const TAGS: Names = names(Key::Tags, &["tag"], &["keywords", "topics", "taxonomies.tags"]);

/// Its categories, all of them.
pub(super) const CATEGORIES: Names = names(Key::Categories, &[], &["taxonomies.categories"]);

/// Its names in a taxonomy.
pub(super) const fn of_taxonomy(taxonomy: Taxonomy) -> &'static Names {
    match taxonomy {
        Taxonomy::Tags => &TAGS,
        Taxonomy::Categories => &CATEGORIES,
    }
}

/// Its authors.
pub(super) const AUTHORS: Names = names(
    Key::Authors,
    &[],
    &["taxonomies.authors", "extra.author", "extra.authors", "params.author", "params.authors", "creator"],
);

/// The picture of link previews and lists.
pub(super) const COVER: Names = names(
    Key::Cover,
    &[],
    &[
        "socialImage",
        "social_media_card",
        "featured_image",
        "feature_image",
        "banner",
        "banner_img",
        "index_img",
        "images",
        "header.image",
        "header.teaser",
        "extra.cover",
        "extra.image",
        "extra.social_media_card",
        "extra.thumbnail",
        "extra.og_image",
        "params.image",
        "params.cover",
        "params.images",
    ],
);

/// The pictures that a theme shows above the text, as a gallery.
pub(super) const PHOTOS: &[&str] = &["photos", "gallery"];

/// Where the path of a picture is, if it is a table.
pub(super) const IN_COVER: &[&str] = &["image", "src", "path", "url", "relative"];

/// The address that a text without words of its own leads to.
pub(super) const ELSEWHERE: &[&str] = &[
    "externalLink",
    "external_link",
    "externalUrl",
    "external_url",
    "redirect_to",
    "linkUrl",
    "link",
    "extra.link_to",
];

/// The name of its series.
pub(super) const SERIES: Names = names(
    Key::Series,
    &[],
    &["seriesName", "extra.series", "taxonomies.series", "series.name", "series.title", "params.series"],
);

/// Its number in it.
pub(super) const SERIES_ORDER: Names =
    names(Key::SeriesOrder, &[], &["series_weight", "series.order", "series.index", "extra.series_order", "part"]);

/// Its language.
pub(super) const LANGUAGE: Names = names(Key::Lang, &[], &["language", "locale", "languageCode", "extra.lang"]);

/// Addresses that lead to it, all of them.
pub(super) const ALIASES: Names = names(Key::Aliases, &[], &["redirects", "redirect"]);

/// Whether it is shown before others.
pub(super) const FEATURED: Names =
    names(Key::Featured, &[], &["pinned", "pin", "sticky", "top", "extra.featured", "extra.pinned"]);
