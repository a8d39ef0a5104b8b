//! A post with a valid front matter.

use super::beginning::beginning;
use super::checked::{Checked, MAX_SLUG_BYTES, check};
use super::config::Config;
use super::config::collections::Collection;
use super::fields::reader::FieldReader;
use super::fields::syntax::Syntax;
use super::front_matter::locations::Locations;
use super::front_matter::split::{Split, split};
use super::front_matter::{FrontMatter, Named};
use super::limits;
use super::media::Media;
use super::person::Person;
use super::place::Place;
use super::post_kind::PostKind;
use super::slugify::{slugify, slugify_tag};
use super::source::Source;
use super::thread::Thread;
use super::title::take_title;
use crate::bundle::diagnostics::location::{LineIndex, Location};
use crate::bundle::taxonomy::{Taxonomy, Terms};
use crate::bundle::time::moment::Moment;
use crate::content::{Dialect, Route, Slug, Tag};
use crate::markdown::inspect::anatomy;
use crate::markdown::{Inspection, hide_attributes};

/// A post, or a page of its own, with its text.
#[derive(Clone, Debug)]
pub struct Post {
    /// Its files.
    pub source: Source,
    /// The line its text starts at, from 1.
    pub line: usize,
    /// Its text: markdown without the front matter, the attributes of its pictures hidden.
    pub body: String,
    /// The Markdown dialect of its text.
    pub dialect: Dialect,
    /// The elements of its text.
    pub(crate) anatomy: Inspection,
    /// What it shows besides plain pictures.
    pub(crate) media: Media,
    /// The last segment of its address.
    pub slug: Slug,
    /// Whether its author wrote the slug, as a key or as an old address.
    pub(super) has_own_slug: bool,
    /// Its title. That of a text without one is its beginning.
    pub title: String,
    /// Whether it has no title, so that none is shown.
    pub untitled: bool,
    /// The collection it is in; `None` for a post and a page.
    pub collection: Option<Collection>,
    /// Whether it is a post or a page of its own, and its date.
    pub kind: PostKind,
    /// The route of its page.
    pub(super) route: Route,
    /// When it was last changed.
    pub updated: Option<Moment>,
    /// What it is about; may be empty.
    pub description: String,
    /// Its tags and categories in the author's order, each once.
    pub terms: Terms<Tag>,
    /// Who wrote it. Empty if that is the author of the site.
    pub authors: Vec<Person>,
    /// Its authors as its front matter names them.
    pub(super) named: Vec<Named>,
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
    /// The page elsewhere that it is about.
    pub link: Option<String>,
    /// In which state its subject is, such as a project.
    pub state: Option<String>,
    /// Its position in its collection.
    pub order: Option<u32>,
    /// Its picture, as the author wrote the path.
    pub cover: Option<String>,
    /// Its former addresses.
    pub aliases: Vec<String>,
    /// The threads about it on other services.
    pub threads: Vec<Thread>,
    /// The address of its record on the AT Protocol.
    pub at_uri: Option<String>,
    /// Published, but in no list.
    pub unlisted: bool,
    /// The syntax of its front matter, if it has one.
    syntax: Option<Syntax>,
    locations: Locations,
}

/// A text, its elements, and what it shows.
struct Text {
    body: String,
    anatomy: Inspection,
    media: Media,
}

impl Text {
    fn of(written: &str, config: &Config) -> Self {
        let (body, attributes) = hide_attributes(written, config.dialect);
        let mut anatomy = anatomy(&body, config.dialect);
        let media = Media::new(attributes, &mut anatomy, config);
        Self { body: body.into_owned(), anatomy, media }
    }
}

impl Post {
    /// Reads a post from the text of its file. `None`, and errors in the reader, if something is wrong.
    pub(crate) fn of(source: Source, text: &str, config: &Config, reader: &mut FieldReader) -> Option<Self> {
        let dialect = config.dialect;
        let mut split = split(text, reader)?;
        let name = source.name();
        let place = Place::of(source.top(), &name, config);
        (reader.draft, reader.day) = (FrontMatter::says_draft(split.head), place.date.map(|date| date.day));
        let mut front = FrontMatter::read(split.head, split.fence + 1, reader)?;
        if !front.locations.has("title") && !reader.findings.has_errors() {
            front.title = take_title(&mut split, dialect);
        }
        let checked = check(&front, &place, &split, reader);
        let within = limits::hold(split.body, dialect, &LineIndex::new(split.body, split.line), reader);
        let checked = checked.filter(|_| within && !reader.findings.has_errors())?;
        let Checked { slug, has_own_slug, kind, route, terms } = checked;
        let old = front.permalink.filter(|path| path.trim_matches('/') != route.path().trim_end_matches('/'));
        front.aliases.extend(old.filter(|path| !front.aliases.contains(path)));
        let language = front.lang.or_else(|| source.language.clone());
        let Text { body, anatomy, media } = Text::of(split.body, config);
        Some(Self {
            source,
            line: split.line,
            dialect,
            anatomy,
            media,
            slug: slug.clone(),
            has_own_slug,
            untitled: front.title.is_none(),
            title: front.title.or_else(|| beginning(&body, dialect)).unwrap_or_else(|| slug.to_string()),
            body,
            collection: place.collection.cloned(),
            kind,
            route,
            updated: front.updated,
            description: front.description.unwrap_or_default(),
            terms,
            authors: front.authors.iter().map(|named| Person::named(named.words())).collect(),
            named: front.authors,
            draft: front.draft.unwrap_or_default(),
            language,
            series: front.series,
            series_order: front.series_order,
            featured: front.featured.unwrap_or_default(),
            link: front.link,
            state: front.state,
            order: front.order,
            cover: front.cover,
            aliases: front.aliases,
            threads: front.threads,
            at_uri: front.at_uri,
            unlisted: front.unlisted.unwrap_or_default(),
            syntax: (!split.head.is_empty()).then_some(reader.syntax),
            locations: front.locations,
        })
    }

    /// What can be shown of a text with mistakes: its words, with a title and a date as far as they can be read.
    pub(crate) fn of_what_is_right(source: Source, text: &str, config: &Config) -> Option<Self> {
        let mut reader = FieldReader { time_zone: config.timezone.clone(), ..FieldReader::new(&source.path) };
        let split = split(text, &mut reader).unwrap_or(Split { head: "", fence: 0, body: text, line: 1 });
        let front = FrontMatter::read(split.head, split.fence + 1, &mut reader).unwrap_or_default();
        let name = source.name();
        let place = Place::of(source.top(), &name, config);
        let words = front.slug.as_deref().into_iter().chain([place.name, "text"]);
        let slug = words.filter_map(slugify).find(|slug| slug.as_str().len() <= MAX_SLUG_BYTES)?;
        let kind = match front.date.or(place.date) {
            Some(date) if !front.is_page() => PostKind::Post(date),
            date => PostKind::Page(date),
        };
        let is_short = limits::hold(split.body, config.dialect, &LineIndex::new(split.body, split.line), &mut reader);
        let Text { body, anatomy, media } = Text::of(if is_short { split.body } else { "" }, config);
        let mut terms = Terms::default();
        for (taxonomy, name) in front.terms.all() {
            let term = slugify_tag(name).map(|slug| Tag { name: name.clone(), slug });
            terms.of_mut(taxonomy).extend(term);
        }
        Some(Self {
            line: split.line,
            dialect: config.dialect,
            anatomy,
            media,
            route: kind.route(&slug, &place.permalink).or_else(|| Route::article("text"))?,
            slug,
            has_own_slug: false,
            untitled: front.title.is_none() && place.may_be_untitled(),
            title: front
                .title
                .or_else(|| beginning(&body, config.dialect).filter(|_| place.may_be_untitled()))
                .unwrap_or_else(|| place.name.to_owned()),
            body,
            collection: place.collection.cloned(),
            kind,
            updated: front.updated,
            description: front.description.unwrap_or_default(),
            terms,
            authors: front.authors.iter().map(|named| Person::named(named.words())).collect(),
            named: front.authors,
            draft: front.draft.unwrap_or_default(),
            language: front.lang.or_else(|| source.language.clone()),
            series: None,
            series_order: None,
            featured: false,
            link: front.link,
            state: None,
            order: None,
            cover: None,
            aliases: Vec::new(),
            threads: Vec::new(),
            at_uri: None,
            unlisted: false,
            syntax: Some(reader.syntax),
            locations: front.locations,
            source,
        })
    }

    /// Its names in a taxonomy.
    #[must_use]
    pub fn terms(&self, taxonomy: Taxonomy) -> &[Tag] {
        self.terms.of(taxonomy)
    }

    /// Its tags and categories without regard to which they are, each word once.
    pub(crate) fn keywords(&self) -> Vec<&str> {
        let mut words: Vec<&str> = Vec::new();
        for (_, term) in self.terms.all() {
            if !words.contains(&&*term.name) {
                words.push(&term.name);
            }
        }
        words
    }

    /// Whether it is in lists and feeds: those of posts, or those of its collection.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        !self.is_page() && !self.unlisted
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
        self.route.clone()
    }

    /// The same, borrowed.
    pub(crate) fn route_ref(&self) -> &Route {
        &self.route
    }

    /// The lines of the file that the text is on.
    pub(crate) fn lines(&self) -> LineIndex<'_> {
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

    /// How its author writes a key: in the front matter, or as one. The reason for it may follow.
    pub(super) fn how_to_write(&self, key: &str, value: &str) -> String {
        match self.syntax {
            Some(syntax) => format!("write {} ", syntax.line(key, value)),
            None => Syntax::Toml.front_matter(key, value),
        }
    }

    /// Where an item in the list of a key is.
    pub(crate) fn location_of_item(&self, key: &'static str, item: &str) -> Location {
        self.locations.of_item(key, item)
    }
}
