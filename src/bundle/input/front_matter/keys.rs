//! The keys a post knows, what other engines call them, and what becomes of the rest.

/// Our own keys of a post.
pub(crate) const OURS: [&str; 15] = [
    "title",
    "date",
    "description",
    "updated",
    "draft",
    "tags",
    "slug",
    "lang",
    "page",
    "series",
    "series_order",
    "featured",
    "cover",
    "aliases",
    "unlisted",
];

/// What Zola, Hugo and Jekyll call them.
const SYNONYMS: [(&str, &str); 9] = [
    ("alias", "aliases"),
    ("categories", "tags"),
    ("category", "tags"),
    ("excerpt", "description"),
    ("last_modified_at", "updated"),
    ("lastmod", "updated"),
    ("modified", "updated"),
    ("redirect_from", "aliases"),
    ("summary", "description"),
];

/// Our name for a key, if it has one.
pub(crate) fn ours(key: &str) -> Option<&'static str> {
    let synonym = SYNONYMS.iter().find(|(theirs, _)| *theirs == key).map(|(_, ours)| *ours);
    OURS.into_iter().find(|ours| *ours == key).or(synonym)
}
