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
    Categories,
    Slug,
    Lang,
    Page,
    Series,
    SeriesOrder,
    Featured,
    Link,
    State,
    Order,
    Cover,
    Aliases,
    Unlisted,
    Authors,
    Thread,
    AtUri,
    /// The address in another engine. No key of ours: it becomes the slug or an alias.
    Permalink,
}

impl Key {
    /// Every key by its name, in the order in which findings list them.
    const NAMED: [(&str, Self); 23] = [
        ("title", Self::Title),
        ("date", Self::Date),
        ("description", Self::Description),
        ("updated", Self::Updated),
        ("draft", Self::Draft),
        ("tags", Self::Tags),
        ("categories", Self::Categories),
        ("slug", Self::Slug),
        ("lang", Self::Lang),
        ("page", Self::Page),
        ("series", Self::Series),
        ("series_order", Self::SeriesOrder),
        ("featured", Self::Featured),
        ("link", Self::Link),
        ("state", Self::State),
        ("order", Self::Order),
        ("cover", Self::Cover),
        ("aliases", Self::Aliases),
        ("unlisted", Self::Unlisted),
        ("authors", Self::Authors),
        ("author", Self::Authors),
        ("thread", Self::Thread),
        ("at_uri", Self::AtUri),
    ];

    /// Their names in other engines, as [`plain`] has them. Of several in one text, an import takes the first in this
    /// order.
    const SYNONYMS: [(&str, Self); 29] = [
        ("alias", Self::Aliases),
        ("redirectfrom", Self::Aliases),
        ("category", Self::Categories),
        ("pubdatetime", Self::Date),
        ("pubdate", Self::Date),
        ("publishedat", Self::Date),
        ("publishdate", Self::Date),
        ("publisheddate", Self::Date),
        ("created", Self::Date),
        ("summary", Self::Description),
        ("excerpt", Self::Description),
        ("subtitle", Self::Description),
        ("lastmod", Self::Updated),
        ("lastmodifiedat", Self::Updated),
        ("moddatetime", Self::Updated),
        ("moddate", Self::Updated),
        ("updateddate", Self::Updated),
        ("modified", Self::Updated),
        ("lastmodified", Self::Updated),
        ("lastupdated", Self::Updated),
        ("image", Self::Cover),
        ("ogimage", Self::Cover),
        ("thumbnail", Self::Cover),
        ("hero", Self::Cover),
        ("heroimage", Self::Cover),
        ("coverimage", Self::Cover),
        ("permalink", Self::Permalink),
        ("url", Self::Permalink),
        ("path", Self::Permalink),
    ];

    pub(crate) fn names() -> [&'static str; 23] {
        Self::NAMED.map(|(name, _)| name)
    }

    /// Whether the key is read in a table of Zola's: names in `taxonomies.`, what a theme shows in `extra.`.
    pub(super) fn may_be_in(self, within: &str) -> bool {
        match within {
            "" => true,
            "taxonomies." => matches!(self, Self::Tags | Self::Categories | Self::Authors),
            _ => matches!(self, Self::Cover | Self::Series | Self::Authors),
        }
    }

    /// Its name in a front matter.
    pub(crate) fn name(self) -> &'static str {
        self.all_names().next().unwrap_or_default()
    }

    /// Its names, those of other engines last.
    pub(crate) fn all_names(self) -> impl Iterator<Item = &'static str> {
        let named = Self::NAMED.iter().chain(&Self::SYNONYMS);
        named.filter(move |(_, key)| *key == self).map(|(name, _)| *name)
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
