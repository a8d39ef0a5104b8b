//! The keys of a post, and their names in other engines.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Title,
    Date,
    Description,
    Updated,
    Draft,
    Tags,
    Slug,
    Lang,
    Page,
    Series,
    SeriesOrder,
    Featured,
    Cover,
    Aliases,
    Unlisted,
}

impl Key {
    /// Every key by its name, in the order in which findings list them.
    const NAMED: [(&str, Self); 15] = [
        ("title", Self::Title),
        ("date", Self::Date),
        ("description", Self::Description),
        ("updated", Self::Updated),
        ("draft", Self::Draft),
        ("tags", Self::Tags),
        ("slug", Self::Slug),
        ("lang", Self::Lang),
        ("page", Self::Page),
        ("series", Self::Series),
        ("series_order", Self::SeriesOrder),
        ("featured", Self::Featured),
        ("cover", Self::Cover),
        ("aliases", Self::Aliases),
        ("unlisted", Self::Unlisted),
    ];

    /// Their names in Zola, Hugo and Jekyll.
    const SYNONYMS: [(&str, Self); 9] = [
        ("alias", Self::Aliases),
        ("categories", Self::Tags),
        ("category", Self::Tags),
        ("excerpt", Self::Description),
        ("last_modified_at", Self::Updated),
        ("lastmod", Self::Updated),
        ("modified", Self::Updated),
        ("redirect_from", Self::Aliases),
        ("summary", Self::Description),
    ];

    pub(crate) fn names() -> [&'static str; 15] {
        Self::NAMED.map(|(name, _)| name)
    }

    /// Its name in a front matter.
    pub(crate) fn name(self) -> &'static str {
        Self::NAMED.iter().find(|(_, key)| *key == self).map_or("", |(name, _)| name)
    }

    /// Whether a name is that of a key, and not another engine's name for it.
    pub(crate) fn is_name(name: &str) -> bool {
        Self::NAMED.iter().any(|(own, _)| *own == name)
    }

    /// The key that is meant by a name, which may be another engine's.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let mut named = Self::NAMED.iter().chain(&Self::SYNONYMS);
        named.find(|(known, _)| *known == name).map(|(_, key)| *key)
    }
}
