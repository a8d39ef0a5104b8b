//! Who wrote each post: the names in its front matter are looked up in `site.toml`.

use std::collections::{BTreeMap, BTreeSet};

use super::config::{Config, FILE, site_url};
use super::fields::unknown_keys::meant;
use super::front_matter::Named;
use super::person::Person;
use super::post::Post;
use crate::bundle::collected::collected;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::Location;
use crate::content::Link;

/// Gives each post its authors, each once: an id of `site.toml` is the person of its table, and so is the name there.
/// A post by the author of the site alone has none.
pub(crate) fn resolve(posts: &mut [Post], config: &Config, lenient: bool, findings: &mut Diagnostics) {
    let names: BTreeMap<&str, &Person> =
        collected(config.authors.values().map(|person| (person.name.as_str(), person)));
    let ids: Vec<&str> = config.authors.keys().map(String::as_str).collect();
    for post in posts.iter_mut().filter(|post| !post.named.is_empty()) {
        let (mut people, mut seen) = (Vec::new(), BTreeSet::new());
        for named in &post.named {
            let by_id = named.id.as_ref().and_then(|id| config.authors.get(id));
            let known = by_id.or_else(|| names.get(named.words()).copied());
            if known.is_none() {
                warn_of_typo(post, named, &ids, findings);
            }
            let mut person = known.cloned().unwrap_or_else(|| Person::named(named.words()));
            person.url = person.url.or_else(|| url(post, named, lenient, findings));
            if seen.insert(person.name.clone()) {
                people.push(person);
            }
        }
        post.authors = if config.is_own(&people) { Vec::new() } else { people };
    }
}

/// The links to authors in the front matter of a post, each with its location.
pub(crate) fn links(post: &Post) -> impl Iterator<Item = (Location, Link)> {
    let written = post.named.iter().filter_map(|named| named.url.as_ref());
    written.filter_map(|(url, at)| Some((*at, Link { name: String::new(), url: site_url::link(url)? })))
}

/// The address of an author that the front matter has.
fn url(post: &Post, named: &Named, lenient: bool, findings: &mut Diagnostics) -> Option<String> {
    let (written, at) = named.url.as_ref()?;
    let url = site_url::link(written);
    if url.is_none() {
        let message = format!("\"{written}\" is not {}", site_url::WANTED);
        findings.mistake(lenient, &post.source.path, *at, message, format!("write {}", site_url::EXAMPLE));
    }
    url
}

/// Warns of a name that was probably meant to be an id.
fn warn_of_typo(post: &Post, named: &Named, ids: &[&str], findings: &mut Diagnostics) {
    let Some(written) = named.id.as_ref().filter(|_| named.name.is_none()) else { return };
    if let Some(id) = meant(written, ids) {
        let message = format!("there is no author \"{written}\" in {FILE}, so it is shown as a name");
        let own = format!("{{ name = \"{written}\" }}");
        let remedy = format!("write \"{id}\" if that is meant, else {own} or in YAML {{ name: \"{written}\" }}");
        findings.warning(&post.source.path, named.at, message, remedy);
    }
}
