//! Who wrote the texts of a site: one author of all is that of the site, several become `[authors.*]`.

pub(super) mod named;
pub(super) mod places;

use std::collections::{BTreeMap, BTreeSet};

use super::site::{OldSite, Person};
use crate::bundle::slugify;

/// Looks up the authors of all texts. Afterwards the settings have those of texts that are by others than the author of
/// the site, each with an id, and these texts have the ids.
pub(super) fn credit(site: &mut OldSite) {
    let mut known = Known::of(std::mem::take(&mut site.people));
    let of_site = site.settings.author.take();
    site.settings.author = of_site.map(|words| known.person(&words).1.name.clone());
    let mut credited: BTreeSet<String> = BTreeSet::new();
    for text in &mut site.texts {
        let mut seen = BTreeSet::new();
        let names = text.authors.iter().filter(|words| !words.trim().is_empty());
        text.authors = names.map(|words| known.person(words).1.name.clone()).collect();
        text.authors.retain(|name| seen.insert(name.clone()));
        credited.extend(seen);
    }
    if credited.len() == 1 && site.settings.author.is_none() {
        site.settings.author = credited.first().cloned();
    }
    if credited.iter().eq(site.settings.author.as_ref()) {
        credited.clear();
    }
    let ids = known.ids(&credited);
    for text in &mut site.texts {
        text.authors = text.authors.iter().filter_map(|name| ids.get(name).cloned()).collect();
    }
    site.people = credited.iter().map(|name| known.with_id(name, ids.get(name))).collect();
}

/// The people that a site tells of, by their ids and names.
struct Known {
    people: Vec<Person>,
    ids: BTreeMap<String, usize>,
    names: BTreeMap<String, usize>,
}

impl Known {
    /// What is told of a person in several places is put together.
    fn of(people: Vec<Person>) -> Self {
        let mut known = Self { people: Vec::new(), ids: BTreeMap::new(), names: BTreeMap::new() };
        for person in people {
            let words = person.id.clone().filter(|id| known.ids.contains_key(id));
            let (index, own) = known.person(&words.unwrap_or_else(|| person.name.clone()));
            own.url = own.url.take().or(person.url);
            own.bio = own.bio.take().or(person.bio);
            own.id = own.id.take().or_else(|| person.id.clone());
            known.ids.extend(person.id.map(|id| (id, index)));
        }
        known
    }

    /// The person of an id or a name, who is new if nothing is told of them.
    fn person(&mut self, words: &str) -> (usize, &mut Person) {
        let known = self.ids.get(words).or_else(|| self.names.get(words)).copied();
        let index = known.unwrap_or_else(|| {
            self.names.insert(words.to_owned(), self.people.len());
            self.people.push(Person { name: words.to_owned(), ..Person::default() });
            self.people.len() - 1
        });
        (index, &mut self.people[index])
    }

    /// An id of its own for each of some names: that of the old site, else made of the name.
    fn ids(&self, names: &BTreeSet<String>) -> BTreeMap<String, String> {
        let (mut ids, mut taken) = (BTreeMap::new(), BTreeSet::new());
        for name in names {
            let own = self.names.get(name).and_then(|index| self.people[*index].id.clone());
            let made = || slugify(name).map_or_else(|| "author".to_owned(), |slug| slug.to_string());
            let id = own.unwrap_or_else(made);
            let mut numbered = (2..).map(|number| format!("{id}-{number}"));
            let free = if taken.contains(&id) { numbered.find(|id| !taken.contains(id)) } else { None };
            let id = free.unwrap_or(id);
            taken.insert(id.clone());
            ids.insert(name.clone(), id);
        }
        ids
    }

    fn with_id(&self, name: &str, id: Option<&String>) -> Person {
        let told = self.names.get(name).map(|index| self.people[*index].clone());
        Person { id: id.cloned(), name: name.to_owned(), ..told.unwrap_or_default() }
    }
}
