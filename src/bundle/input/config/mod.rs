//! Reads `site.toml`, the owner's settings.

pub(crate) mod analytics;
pub(crate) mod around;
mod authors;
pub(crate) mod collections;
pub(crate) mod content_security_policy;
pub(crate) mod conversation;
pub(crate) mod head_tags;
pub(crate) mod heading_ids;
pub(crate) mod keys;
pub(crate) mod languages;
pub(crate) mod links;
mod message_text;
pub(crate) mod newsletter;
pub(crate) mod old_lists;
#[cfg(not(target_arch = "wasm32"))]
mod own_words;
pub(crate) mod permalink;
#[cfg(not(target_arch = "wasm32"))]
mod plural_forms;
#[cfg(not(target_arch = "wasm32"))]
mod plurals;
pub(crate) mod profile;
pub(crate) mod settings;
pub(crate) mod site_url;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod texts;
pub(crate) mod time_zone;
pub(crate) mod write;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::at_uri::Record;
use super::fields::from_toml::entries as toml_entries;
use super::fields::reader::FieldReader;
use super::person::Person;
use super::text_file;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::look::Look;
use crate::bundle::options::Options;
use crate::content::{Dialect, Link, Site};
use analytics::Counter;
use around::Around;
use collections::Collection;
use content_security_policy::Policy;
use conversation::Conversation;
use head_tags::HeadTags;
use heading_ids::HeadingIds;
use newsletter::Newsletter;
use old_lists::OldLists;
use permalink::Permalink;
use profile::{Home, Profile};
use write::Write;

pub(crate) const FILE: &str = "site.toml";
const START: &str = "write one:\ntitle = \"My Personal Page\"\nurl = \"https://example.org\"";

/// The settings of a site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Config {
    /// The site. Its base is the path of its URL.
    pub site: Site,
    /// The time zone of the site, in which days begin and end, and of times that are written without an offset.
    #[serde(skip)]
    pub timezone: Option<TimeZone>,
    /// Whether raw HTML in a text is allowed. The bundler sanitises it.
    pub allow_html: bool,
    /// The Markdown dialect of the texts.
    pub dialect: Dialect,
    /// The engine whose ids headings have.
    pub heading_ids: HeadingIds,
    /// The form of the addresses of posts.
    pub permalink: Permalink,
    /// The collections, by the names of their folders.
    pub collections: BTreeMap<String, Collection>,
    /// Where another engine had the lists of tags and categories.
    #[serde(skip)]
    pub(crate) old_lists: OldLists,
    /// How many posts a page of a list has.
    pub per_page: usize,
    /// What is said of the author besides name, bio and links.
    #[serde(skip)]
    pub profile: Profile,
    /// What the home page begins with.
    #[serde(skip)]
    pub home: Home,
    /// The look of the site.
    #[serde(skip)]
    pub look: Look,
    /// Whether texts have a typeface of the site's own, in place of the system's.
    #[serde(skip)]
    pub face: bool,
    /// Whether links to pages of the site, and to notes, have previews.
    #[serde(skip)]
    pub link_previews: bool,
    /// Whether pictures for link previews are made.
    pub previews: bool,
    /// Whether pages that were read stay readable offline.
    pub offline: bool,
    /// The address of the repository the sources are kept in, without a slash at its end.
    pub repository: Option<String>,
    /// The branch that is published from.
    pub branch: String,
    /// Whether texts without `updated` get it from the repository.
    pub git_dates: bool,
    /// The scripts that count visits.
    #[serde(skip)]
    pub counters: Vec<Counter>,
    /// What the content may be used for, as `robots.txt` says it.
    pub content_signal: Option<String>,
    /// The address of the record of the site on the AT Protocol.
    pub publication: Option<String>,
    /// The owner's own tags in the head of every page.
    #[serde(skip)]
    pub head: HeadTags,
    /// The form by which readers subscribe.
    #[serde(skip)]
    pub newsletter: Option<Newsletter>,
    /// What is shown around a text.
    pub around: Around,
    /// The replies that are shown below texts.
    #[serde(skip)]
    pub conversation: Conversation,
    /// The authors of a site with several, by their ids.
    pub authors: BTreeMap<String, Person>,
    /// The links of `site.toml`, each with its location.
    #[serde(skip)]
    pub links: Vec<(Location, Link)>,
    /// The location of the value of each top-level key.
    #[serde(skip)]
    locations: BTreeMap<String, Location>,
    /// What pages may load from other hosts.
    pub policy: Policy,
    /// The editor at `/write/`.
    pub write: Write,
}

impl Default for Config {
    fn default() -> Self {
        let site = Site { language: "en".to_owned(), base: "/".to_owned(), ..Site::default() };
        Self {
            site,
            timezone: None,
            allow_html: false,
            dialect: Dialect::default(),
            heading_ids: HeadingIds::default(),
            permalink: Permalink::default(),
            old_lists: OldLists::new(),
            collections: BTreeMap::new(),
            per_page: 10,
            profile: Profile::default(),
            home: Home::default(),
            look: Look::default(),
            face: false,
            link_previews: true,
            previews: true,
            offline: false,
            repository: None,
            branch: "main".to_owned(),
            policy: Policy::default(),
            git_dates: false,
            counters: Vec::new(),
            content_signal: None,
            publication: None,
            head: HeadTags::default(),
            newsletter: None,
            conversation: Conversation::default(),
            around: Around::default(),
            write: Write::default(),
            authors: BTreeMap::new(),
            links: Vec::new(),
            locations: BTreeMap::new(),
        }
    }
}

impl Config {
    /// The site at the URL of this build. An invalid URL is an error.
    #[must_use]
    pub fn site(&self, options: &Options, findings: &mut Diagnostics) -> Site {
        let mut site = self.site.clone();
        if let Some(url) = &options.url {
            match site_url::origin_and_base(url) {
                Some((origin, base)) => (site.origin, site.base) = (origin, base),
                None => {
                    let message = format!("\"{url}\" is not the full address of a site");
                    findings.error(Path::new("--url"), 0, message, "write --url https://example.org");
                }
            }
        }
        if let Some(base) = &options.base {
            site.base = site_url::base(base);
        }
        site
    }

    /// The form of the addresses of the texts in a folder of the site.
    pub(crate) fn permalink_in(&self, folder: &str) -> Cow<'_, Permalink> {
        let own = self.collections.get(folder).map(|collection| Cow::Owned(collection.permalink()));
        own.unwrap_or(Cow::Borrowed(&self.permalink))
    }

    /// Whether posts of several authors are expected: of others than the author of the site.
    pub(crate) fn has_several_authors(&self) -> bool {
        self.authors.values().any(|person| person.name != self.site.author.name)
    }

    /// Whether the author of the site is the only one of some, and no more is said of them.
    pub(crate) fn is_own(&self, people: &[Person]) -> bool {
        matches!(people, [only] if only.name == self.site.author.name && only.url.is_none() && only.bio.is_empty())
    }

    /// The author of the site, with the address in `[authors]` if one of that name is there.
    pub(crate) fn own_author(&self) -> Person {
        let name = &self.site.author.name;
        self.authors.values().find(|person| person.name == *name).cloned().unwrap_or_else(|| Person::named(name))
    }

    /// Whether `site.toml` has any key that can be read.
    pub(crate) fn is_written(&self) -> bool {
        !self.locations.is_empty()
    }

    /// The location of the value of a top-level key; the whole file if the key is missing.
    pub(crate) fn location_of(&self, key: &str) -> Location {
        self.locations.get(key).copied().unwrap_or_default()
    }
}

/// Reads `site.toml` in `root`. `None` if it has an error; the findings say which.
#[must_use]
pub fn read_config(root: &Path, findings: &mut Diagnostics) -> Option<Config> {
    let mut own = Diagnostics::default();
    let config = read_what_is_right(root, &mut own);
    let right = !own.has_errors();
    findings.extend(own);
    right.then_some(config)
}

/// The time zone that `site.toml` in `root` names, even if the file has other errors.
#[must_use]
pub fn read_time_zone(root: &Path) -> Option<TimeZone> {
    read_what_is_right(root, &mut Diagnostics::default()).timezone
}

/// Reads `site.toml` in `root` as far as it is valid, so that the mistakes in other files are found in the same run.
pub(crate) fn read_what_is_right(root: &Path, findings: &mut Diagnostics) -> Config {
    if !root.join(FILE).exists() {
        findings.error(Path::new(FILE), 0, "there is no site.toml", START);
        return Config::default();
    }
    let mut reader = FieldReader::new(Path::new(FILE));
    let config = read(root, &mut reader);
    findings.extend(reader.findings);
    reader.ignored.report(findings);
    config.unwrap_or_default()
}

fn read(root: &Path, reader: &mut FieldReader) -> Option<Config> {
    let text = text_file::read(root, reader)?;
    let entries = toml_entries(&text, 1, reader)?;
    let mut config = Config::default();
    for entry in &entries {
        config.locations.insert(entry.key.clone(), entry.at);
        for table in entry.value.table() {
            config.locations.insert(format!("{}.{}", entry.key, table.key), table.key_at);
        }
        keys::take(&mut config, entry, reader);
    }
    let tables = entries.iter().filter(|entry| entry.key == "authors").flat_map(|entry| entry.value.table());
    authors::name_pages(&mut config, tables, reader);
    #[cfg(not(target_arch = "wasm32"))]
    {
        config.site.words = own_words::own_words(root, &config, &entries, reader);
    }
    for (key, example) in [("title", "\"My Personal Page\""), ("url", "\"https://example.org\"")] {
        if !entries.iter().any(|entry| entry.key == key) {
            reader.error(0, format!("there is no {key}"), format!("write {key} = {example} above the first [table]"));
        }
    }
    if config.around.history && config.repository.is_none() {
        let remedy = "write repository = \"https://github.com/me/site\" above the first [table], or delete history";
        reader.warning(config.location_of("history"), "\"history\" needs the repository of the sources", remedy);
    }
    write::check_suggestions(&mut config, reader);
    if let (Some(uri), base) = (&config.publication, config.site.base.trim_matches('/'))
        && !base.is_empty()
    {
        let message = "apps look for the record of the site at the root of its host, which this site is not";
        let file = format!("public/.well-known/{}/{base}", Record::Publication.name());
        let remedy = format!("write {uri} into the file {file} of the site at the root, or delete publication");
        reader.warning(config.location_of("publication"), message, remedy);
    }
    Some(config)
}
