//! The names that other engines give to the keys of a text, as data.

/// The title.
pub(super) const TITLE: &[&str] = &["title", "frontmatter.title"];

/// The day of publication. The first that is there counts.
pub(super) const DATE: &[&str] = &[
    "date",
    "pubDatetime",
    "pubDate",
    "published",
    "publishedAt",
    "published_at",
    "publishDate",
    "publish_date",
    "datePublished",
    "date_published",
    "postDate",
    "created",
    "createdAt",
    "created_at",
    "dateCreated",
    "date_created",
    "date created",
    "creation_date",
    "creationDate",
    "timestamp",
];

/// The first day on which a text is shown, if it is later than its date.
pub(super) const STARTING: &[&str] = &["publishDate", "publish_date", "scheduled", "scheduledAt", "releaseDate"];

/// The day of the last change.
pub(super) const UPDATED: &[&str] = &[
    "updated",
    "lastmod",
    "last_modified_at",
    "modDatetime",
    "modDate",
    "updatedDate",
    "updatedAt",
    "updated_at",
    "modified",
    "dateModified",
    "date modified",
    "lastModified",
    "last_updated",
    "lastUpdated",
    "last_update.date",
    "update",
    "dateUpdated",
];

/// One sentence about it.
pub(super) const DESCRIPTION: &[&str] = &[
    "description",
    "summary",
    "excerpt",
    "subtitle",
    "desc",
    "abstract",
    "lead",
    "intro",
    "extra.description",
    "extra.summary",
    "params.description",
    "params.summary",
    "seo.description",
];

/// Its tags and categories, all of them.
pub(super) const TAGS: &[&str] =
    &["tags", "tag", "categories", "category", "keywords", "topics", "taxonomies.tags", "taxonomies.categories"];

/// The names of its authors.
pub(super) const AUTHORS: &[&str] =
    &["authors", "author", "taxonomies.authors", "extra.author", "extra.authors", "params.author", "creator"];

/// The picture of link previews and lists.
pub(super) const COVER: &[&str] = &[
    "cover",
    "image",
    "ogImage",
    "og_image",
    "socialImage",
    "social_image",
    "social_media_card",
    "thumbnail",
    "hero",
    "heroImage",
    "hero_image",
    "featured_image",
    "featuredImage",
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
];

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
pub(super) const SERIES: &[&str] =
    &["series", "seriesName", "extra.series", "taxonomies.series", "series.name", "series.title", "params.series"];

/// Its number in it.
pub(super) const SERIES_ORDER: &[&str] =
    &["series_order", "seriesOrder", "series_weight", "series.order", "series.index", "extra.series_order", "part"];

/// Its language.
pub(super) const LANGUAGE: &[&str] = &["lang", "language", "locale", "languageCode", "extra.lang"];

/// Addresses that lead to it.
pub(super) const ALIASES: &[&str] = &["aliases", "alias", "redirect_from", "redirects", "redirect"];

/// Whether it is shown before others.
pub(super) const FEATURED: &[&str] = &["featured", "pinned", "pin", "sticky", "top", "extra.featured", "extra.pinned"];
