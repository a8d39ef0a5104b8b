//! `site.toml`: filled with what the old site says and the new one does not say yet.

use toml::{Table, Value};

use super::needs::Needs;
use crate::bundle::input::config::site_url::{self, origin_and_base};
use crate::import::site::{Person, Settings};

/// What old links need to lead where they led.
#[derive(Default)]
pub(super) struct OldLinks<'o> {
    /// The form of the addresses of posts.
    pub(super) permalink: Option<&'o str>,
    /// The engine whose ids headings have.
    pub(super) heading_ids: Option<&'o str>,
}

/// The new text of `site.toml`, and what the old site says otherwise: a key, the new value and the old one. `None` if
/// the file is not TOML: it is left as it is.
pub(super) fn fill(
    text: &str,
    old: &Settings,
    links: &OldLinks<'_>,
    authors: &[Person],
    needs: &Needs,
) -> Option<(String, Vec<[String; 3]>)> {
    let table: Table = text.parse().ok()?;
    let mut other = Vec::new();
    let mut top = String::new();
    let url = old.url.clone().filter(|url| origin_and_base(url).is_some());
    let zone = old.time_zone.clone().filter(|name| jiff::tz::TimeZone::get(name).is_ok());
    let keys = [
        (
            "title",
            "The name of the site, at the head of every page and in the browser's tab.",
            old.title.clone(),
            Some("My Personal Page"),
        ),
        (
            "description",
            "One sentence on what the site is, for search engines and link previews.",
            old.description.clone(),
            None,
        ),
        ("url", "The full address the site is published under.", url, Some("https://example.org/")),
        ("language", "The language you write in, as a BCP 47 tag: en, de, pt-BR.", old.language.clone(), None),
        ("timezone", "Your time zone, by its name in the tz database.", zone, None),
        ("permalink", "The form of the addresses of posts.", links.permalink.map(str::to_owned), None),
        (
            "heading_ids",
            "The engine whose ids headings have, so that old links to them hold.",
            links.heading_ids.map(str::to_owned),
            None,
        ),
    ];
    for (key, comment, value, default) in keys {
        match (table.get(key).and_then(Value::as_str), value) {
            (Some(own), Some(value)) if own != value => other.push([key.to_owned(), own.to_owned(), value]),
            (Some(_), _) => {}
            (None, value) => {
                if let Some(value) = value.or(default.map(str::to_owned)) {
                    top.push_str(&format!("# {comment}\n{key} = {}\n\n", string(&value)));
                }
            }
        }
    }
    let mut below = tables(&table, old, !authors.is_empty(), needs);
    for [key, lines, name] in people(&table, authors) {
        // A table in one line cannot be extended.
        let is_open = !table.contains_key("authors") || format!("{text}\n{lines}").parse::<Table>().is_ok();
        if is_open {
            below.push_str(&lines);
        } else {
            other.push([key, String::new(), name]);
        }
    }
    Some((insert(text, &top, &below), other))
}

/// The tables that are missing.
fn tables(table: &Table, old: &Settings, several: bool, needs: &Needs) -> String {
    let mut below = String::new();
    let links: Vec<(String, String)> = old
        .links
        .iter()
        .filter_map(|(name, url)| Some((name.clone(), url_of(url)?)))
        .filter(|(name, _)| !name.trim().is_empty())
        .collect();
    let (profiles, navigation): (Vec<_>, Vec<_>) = links.iter().partition(|(_, url)| !url.starts_with('/'));
    let author = table.get("author").and_then(Value::as_table);
    if author.is_none() && (old.author.is_some() || several || !profiles.is_empty()) {
        let name = old.author.as_ref().or(old.title.as_ref());
        below.push_str("\n[author]\n");
        below.extend(name.map(|name| format!("name = {}\n", string(name))));
        for (name, url) in profiles {
            below.push_str(&format!("\n[[author.links]]\nname = {}\nurl = {}\n", string(name), string(url)));
        }
    }
    if !table.contains_key("navigation") {
        below.push_str(
            "\n# The links at the head of every page, in this order: a name, and a path on this site or a full URL.\n",
        );
        let archive = ("Archive".to_owned(), "/archive/".to_owned());
        let mut seen = std::collections::BTreeSet::new();
        for (name, url) in [&archive].into_iter().chain(navigation).filter(|(_, url)| seen.insert(url.clone())) {
            below.push_str(&format!("[[navigation]]\nname = {}\nurl = {}\n\n", string(name), string(url)));
        }
    }
    if !old.old_lists.is_empty() && !table.contains_key("old_lists") {
        below.push_str("\n# Where the old site had its lists of tags and categories: their addresses there lead to the new ones.\n[old_lists]\n");
        for (taxonomy, folder) in &old.old_lists {
            below.push_str(&format!("{} = {}\n", taxonomy.key(), string(&format!("/{folder}"))));
        }
    }
    if needs.html && !table.contains_key("markdown") {
        below.push_str(
            "\n# The texts have HTML besides the small set that is always allowed.\n[markdown]\nhtml = true\n",
        );
    }
    if !needs.hosts.is_empty() && !table.contains_key("policy") {
        below.push_str("\n# Hosts that the texts load pictures, media and frames from.\n[policy]\n");
        for (kind, hosts) in &needs.hosts {
            let hosts: Vec<String> = hosts.iter().map(|host| string(host)).collect();
            below.push_str(&format!("{kind} = [{}]\n", hosts.join(", ")));
        }
    }
    below
}

/// The authors that have no table yet: the key, the lines and the name of each.
fn people(table: &Table, authors: &[Person]) -> Vec<[String; 3]> {
    let own = table.get("authors").and_then(Value::as_table);
    let is_new = |id: &String| !own.is_some_and(|own| own.contains_key(id));
    let person = |person: &Person| {
        let id = person.id.clone().filter(is_new)?;
        let mut lines = format!("\n[authors.{}]\nname = {}\n", key(&id), string(&person.name));
        let url = person.url.as_deref().and_then(url_of);
        lines.extend(url.map(|url| format!("url = {}\n", string(&url))));
        lines.extend(person.bio.as_ref().map(|bio| format!("bio = {}\n", string(bio))));
        Some([format!("authors.{id}"), lines, person.name.clone()])
    };
    authors.iter().filter_map(person).collect()
}

/// A key: in quotes unless it is bare.
fn key(id: &str) -> String {
    let bare = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    if bare { id.to_owned() } else { string(id) }
}

/// An address of a link as `site.toml` has it; `None` if it is none.
fn url_of(url: &str) -> Option<String> {
    let url = if url.contains(':') || url.starts_with('/') { url.to_owned() } else { format!("/{url}") };
    site_url::link(&url).filter(|_| !url.starts_with("//")).map(|_| url)
}

/// Puts keys before the first table, and tables at the end.
fn insert(text: &str, top: &str, below: &str) -> String {
    let mut at = 0;
    let mut end = text.len();
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('[') {
            end = at;
            break;
        }
        at += line.len();
    }
    // Comments above the first table belong to it.
    let comments: usize =
        text[..end].split_inclusive('\n').rev().take_while(|line| line.starts_with('#')).map(str::len).sum();
    let (before, after) = text.split_at(end - if end < text.len() { comments } else { 0 });
    let gap = if before.is_empty() || before.ends_with('\n') || top.is_empty() { "" } else { "\n" };
    let mut filled = format!("{before}{gap}{top}{after}");
    if !below.is_empty() {
        filled = format!("{}\n{}\n", filled.trim_end(), below.trim_end());
    }
    filled.trim_start_matches('\n').to_owned()
}

fn string(text: &str) -> String {
    Value::String(text.split_whitespace().collect::<Vec<_>>().join(" ")).to_string()
}

#[cfg(test)]
mod tests {
    use super::super::needs::Needs;
    use super::{OldLinks, fill};
    use crate::import::site::Settings;

    fn old() -> Settings {
        Settings {
            title: Some("Old \"notes\"".to_owned()),
            url: Some("https://old.example/blog/".to_owned()),
            author: Some("Ada".to_owned()),
            links: vec![
                ("About".to_owned(), "about/".to_owned()),
                ("GitHub".to_owned(), "https://github.com/ada".to_owned()),
            ],
            ..Settings::default()
        }
    }

    #[test]
    fn an_empty_file_gets_what_the_old_site_says() {
        let (text, _) = fill("", &old(), &OldLinks::default(), &[], &Needs::default()).expect("TOML");
        let table: toml::Table = text.parse().expect("TOML");
        assert_eq!(table["title"].as_str(), Some("Old \"notes\""));
        assert_eq!(table["author"]["links"][0]["url"].as_str(), Some("https://github.com/ada"));
        assert_eq!(table["navigation"][1]["url"].as_str(), Some("/about/"));
        assert_eq!(
            fill(&text, &old(), &OldLinks::default(), &[], &Needs::default()).expect("TOML").0,
            text,
            "nothing is missing any more"
        );
    }

    #[test]
    fn what_a_file_says_already_stays_with_its_comments() {
        let own = "# Mine.\ntitle = \"New\"\n\n# Who I am.\n[author]\nname = \"Bob\"\n";
        let (text, other) = fill(own, &old(), &OldLinks::default(), &[], &Needs::default()).expect("TOML");
        assert!(text.starts_with("# Mine.\ntitle = \"New\"\n"), "{text}");
        assert!(
            text.contains("url = \"https://old.example/blog/\"\n\n# Who I am.\n[author]\nname = \"Bob\"\n"),
            "{text}"
        );
        assert_eq!(other, [["title", "New", "Old \"notes\""].map(str::to_owned)]);
    }
}
