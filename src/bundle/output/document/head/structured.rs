//! Structured data (schema.org) for search engines.

use serde_json::{Value, json};

use super::resume;
use super::tags::Tags;
use crate::bundle::article::Prepared;
use crate::bundle::article::breadcrumbs;
use crate::bundle::input::person::Person;
use crate::bundle::input::post::Post;
use crate::bundle::library::Library;
use crate::bundle::library::lists::TermList;
use crate::bundle::library::sections::Section;
use crate::bundle::output::credits::{self, Credit};
use crate::bundle::taxonomy::Taxonomy;
use crate::bundle::time::timestamps::rfc3339;
use crate::content::{Head, Page, Route, Site};

pub(super) fn write(tags: &mut Tags, site: &Site, library: &Library, page: &Page, head: &Head) {
    let (entry, section) = (library.entry(&page.route), library.index.sections.get(&page.route));
    let mut graph = Vec::new();
    match (&page.route, entry) {
        (Route::Home(1), _) => graph.push(website(site, library, head)),
        _ if let Some(TermList { taxonomy, .. }) = library.term_at(&page.route) => {
            let all = (site.words.get(taxonomy.title()), taxonomy.index());
            graph.push(trail(site, &[all, (page.title.as_str(), page.route.clone())]));
        }
        (_, Some((post, prepared))) if !post.is_page() => {
            graph.push(posting(site, page, head, post, prepared));
            let list = breadcrumbs::list(site, post).into_iter();
            graph.push(trail(site, &list.chain([(page.title.as_str(), page.route.clone())]).collect::<Vec<_>>()));
        }
        _ => match section {
            Some(Section::Author(author, 1)) => graph.push(profile(site, head, &author.person)),
            Some(Section::Resume(resume)) => graph.push(resume::profile(site, head, resume)),
            _ => return,
        },
    }
    tags.json_ld(&json!({ "@context": "https://schema.org", "@graph": graph }));
}

fn website(site: &Site, library: &Library, head: &Head) -> Value {
    json!({
        "@type": "WebSite",
        "name": site.title,
        "description": site.description,
        "url": head.canonical,
        "inLanguage": site.language,
        "author": owner(site, library),
    })
}

/// The page of an author.
fn profile(site: &Site, head: &Head, author: &Person) -> Value {
    let author = credits::of_person(site, author);
    json!({ "@type": "ProfilePage", "url": head.canonical, "mainEntity": person(&author) })
}

/// The author of the site, with what the home page says of them.
fn owner(site: &Site, library: &Library) -> Value {
    let (profile, mut owner) = (&library.index.profile, person(&credits::of_site(site)));
    if let Some(portrait) = &library.portrait {
        owner["image"] = [&*site.origin, &site.base, portrait.address.as_str()].concat().into();
    }
    if !profile.role.is_empty() {
        owner["jobTitle"] = profile.role.clone().into();
    }
    if !profile.place.is_empty() {
        owner["address"] = json!({ "@type": "PostalAddress", "addressLocality": profile.place });
    }
    owner
}

fn posting(site: &Site, page: &Page, head: &Head, post: &Post, prepared: &Prepared) -> Value {
    let names = |taxonomy| {
        let names: Vec<&str> = post.terms(taxonomy).iter().map(|term| term.name.as_str()).collect();
        (!names.is_empty()).then(|| json!(names))
    };
    let optional = [
        ("datePublished", post.date().map(|date| rfc3339(&date).into())),
        ("dateModified", post.changed().map(|changed| rfc3339(&changed).into())),
        ("image", prepared.cover.as_ref().map(|cover| json!([cover.url(site)]))),
        ("articleSection", names(Taxonomy::Categories)),
        ("keywords", names(Taxonomy::Tags)),
    ];
    let mut posting = json!({
        "@type": "BlogPosting",
        "headline": page.title,
        "description": head.description,
        "url": head.canonical,
        "mainEntityOfPage": head.canonical,
        "inLanguage": page.language(site),
        "author": authors(site, post),
    });
    for (name, value) in optional {
        if let Some(value) = value {
            posting[name] = value;
        }
    }
    posting
}

/// The author of a post, or the list of its authors.
fn authors(site: &Site, post: &Post) -> Value {
    match credits::of_post(site, post).as_slice() {
        [] => person(&credits::of_site(site)),
        [only] => person(only),
        several => several.iter().map(person).collect(),
    }
}

/// An author, with the pages elsewhere that are about the same person.
fn person(author: &Credit<'_>) -> Value {
    let optional = [
        ("url", author.url.as_deref().map(Value::from)),
        ("description", (!author.bio.is_empty()).then(|| author.bio.into())),
        ("sameAs", (!author.same_as.is_empty()).then(|| json!(author.same_as))),
    ];
    let mut person = json!({ "@type": "Person", "name": author.name });
    for (name, value) in optional {
        if let Some(value) = value {
            person[name] = value;
        }
    }
    person
}

/// The breadcrumbs from home to the page.
fn trail(site: &Site, steps: &[(&str, Route)]) -> Value {
    let home = (site.title.as_str(), Route::Home(1));
    let item = |(index, (name, route)): (usize, &(&str, Route))| {
        json!({
            "@type": "ListItem",
            "position": index + 1,
            "name": name,
            "item": site.origin.clone() + &route.href(&site.base),
        })
    };
    let items: Vec<Value> = std::iter::once(&home).chain(steps).enumerate().map(item).collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}
