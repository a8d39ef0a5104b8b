//! The keys of a post, and their names in other engines, in any case and with or without `_` and `-`.

use super::hiding::plain;

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
    /// The address in another engine. No key of ours: it becomes the slug or an alias.
    Permalink,
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

    /// Their names in other engines, as [`plain`] has them.
    const SYNONYMS: [(&str, Self); 30] = [
        ("alias", Self::Aliases),
        ("categories", Self::Tags),
        ("category", Self::Tags),
        ("coverimage", Self::Cover),
        ("created", Self::Date),
        ("excerpt", Self::Description),
        ("hero", Self::Cover),
        ("heroimage", Self::Cover),
        ("image", Self::Cover),
        ("lastmod", Self::Updated),
        ("lastmodified", Self::Updated),
        ("lastmodifiedat", Self::Updated),
        ("lastupdated", Self::Updated),
        ("moddate", Self::Updated),
        ("moddatetime", Self::Updated),
        ("modified", Self::Updated),
        ("ogimage", Self::Cover),
        ("path", Self::Permalink),
        ("permalink", Self::Permalink),
        ("pubdate", Self::Date),
        ("pubdatetime", Self::Date),
        ("publishdate", Self::Date),
        ("publisheddate", Self::Date),
        ("publishedat", Self::Date),
        ("redirectfrom", Self::Aliases),
        ("subtitle", Self::Description),
        ("summary", Self::Description),
        ("thumbnail", Self::Cover),
        ("updateddate", Self::Updated),
        ("url", Self::Permalink),
    ];

    pub(crate) fn names() -> [&'static str; 15] {
        Self::NAMED.map(|(name, _)| name)
    }

    /// Whether the key is read in a table of Zola's: tags in `taxonomies.`, what a theme shows in `extra.`.
    pub(super) fn may_be_in(self, within: &str) -> bool {
        match within {
            "" => true,
            "taxonomies." => self == Self::Tags,
            _ => matches!(self, Self::Cover | Self::Series),
        }
    }

    /// Its name in a front matter.
    pub(crate) fn name(self) -> &'static str {
        let mut named = Self::NAMED.iter().chain(&Self::SYNONYMS);
        named.find(|(_, key)| *key == self).map_or("", |(name, _)| name)
    }

    /// Whether a name is that of a key, and not another engine's name for it.
    pub(crate) fn is_name(name: &str) -> bool {
        let name = plain(name);
        Self::NAMED.iter().any(|(own, _)| plain(own) == name)
    }

    /// The key that is meant by a name, which may be another engine's.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let name = plain(name);
        let own = Self::NAMED.iter().find(|(own, _)| plain(own) == name);
        own.or_else(|| Self::SYNONYMS.iter().find(|(known, _)| *known == name)).map(|(_, key)| *key)
    }
}
