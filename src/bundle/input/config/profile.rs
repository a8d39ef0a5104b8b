//! The author as the home page shows them, and how the home page begins.

use super::site_url;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;
use crate::content::Link;

/// The keys of `[author]` that are read here.
pub(super) const KEYS: [&str; 6] = ["picture", "alt", "role", "place", "pronouns", "key"];

/// What is said of the author besides name, bio and links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The path of a picture, as written, and where it is.
    pub(crate) picture: Option<(String, Location)>,
    /// What the picture shows. `None`: the name of the author.
    pub(crate) alt: Option<String>,
    /// The profession, or the title of the job.
    pub(crate) role: String,
    pub(crate) place: String,
    pub(crate) pronouns: String,
    /// The address of the public key, as in [`Link`].
    pub(crate) key: Option<String>,
}

impl Profile {
    /// Whether there is anything to show.
    pub(crate) fn is_written(&self) -> bool {
        *self != Self::default()
    }

    /// Takes a key of `[author]`. Addresses are also added to `all`, each with its location.
    pub(super) fn take(&mut self, entry: &Entry, all: &mut Vec<(Location, Link)>, reader: &mut FieldReader) {
        match entry.key.as_str() {
            "picture" => self.picture = picture(entry, reader).map(|path| (path, entry.at)),
            "alt" => self.alt = Some(reader.phrase(entry)),
            "role" => self.role = reader.phrase(entry),
            "place" => self.place = reader.phrase(entry),
            "pronouns" => self.pronouns = reader.phrase(entry),
            "key" => {
                let url = entry.value.words().and_then(site_url::link);
                self.key = url.or_else(|| reader.wrong(entry, site_url::WANTED, "\"/key.asc\""));
                all.extend(self.key.clone().map(|url| (entry.at, Link { name: entry.key.clone(), url })));
            }
            _ => {}
        }
    }
}

/// The path of a file: a picture on another host would tell that host of every visitor.
fn picture(entry: &Entry, reader: &mut FieldReader) -> Option<String> {
    let path = entry.value.words().map(str::trim).filter(|path| !path.is_empty() && !path.contains("://"));
    path.map(str::to_owned).or_else(|| reader.wrong(entry, "the path of a picture", "\"public/me.jpg\""))
}

/// What the home page begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Home {
    /// The posts, below a line on the author.
    #[default]
    Writing,
    /// The author. Of the posts it has the newest.
    Person,
    /// The author beside the posts, where the screen is wide.
    Both,
}

impl Home {
    const NAMED: [(&str, Self); 3] = [("writing", Self::Writing), ("person", Self::Person), ("both", Self::Both)];

    /// Reads `home` of `site.toml`.
    pub(super) fn read(entry: &Entry, reader: &mut FieldReader) -> Self {
        let found = entry.value.words().and_then(|name| Self::NAMED.iter().find(|(known, _)| *known == name));
        found.map_or_else(
            || {
                let remedy =
                    format!("write {}", Self::NAMED.map(|(name, _)| format!("home = \"{name}\"")).join(" or "));
                reader.error(entry.at, "\"home\" is not the name of a home page", remedy);
                Self::default()
            },
            |(_, home)| *home,
        )
    }
}
