//! The data of the page that each route shows.

use super::home;
use super::link_posts::lead_elsewhere;
use super::sections::SectionPage;
use super::summaries::{counts, summaries, summary};
use crate::bundle::article;
use crate::bundle::library::Library;
use crate::bundle::library::lists::{ARCHIVE, TermList};
use crate::bundle::taxonomy::Taxonomy;
use crate::content::{Content, List, Message, Messages, Page, Route, SCHEMA, Site, Summary};

/// The data of a page. That of an unknown route is [`Content::NotFound`].
pub(crate) fn page(site: &Site, library: &Library, route: &Route) -> Page {
    if let Some((post, prepared)) = library.entry(route) {
        return article::page(site, post, prepared.article.clone(), library.index.words_of(post));
    }
    if let Some(section) = library.index.sections.get(route) {
        let SectionPage { title, description, html } = section.page(site, library);
        let description = if description.is_empty() { site.description.clone() } else { description };
        return lead_elsewhere(site, library, listing(route, title, description, Content::Html(html)));
    }
    let (title, content) = list(site, library, route).unwrap_or((site.words.get(Message::NotFound), Content::NotFound));
    lead_elsewhere(site, library, listing(route, title.to_owned(), site.description.clone(), content))
}

/// A page in the language of the site.
fn listing(route: &Route, title: String, description: String, content: Content) -> Page {
    Page {
        schema: SCHEMA,
        route: route.clone(),
        title,
        description,
        language: None,
        words: Messages::default(),
        content,
    }
}

/// The title and the content of a list.
fn list<'a>(site: &'a Site, library: &'a Library, route: &Route) -> Option<(&'a str, Content)> {
    let lists = &library.index.lists;
    let per_page = lists.per_page;
    Some(match route {
        Route::Home(n) => {
            let pinned = if *n == 1 { &lists.pinned[..] } else { &[] };
            let pinned: Vec<_> = pinned.iter().filter_map(|index| summary(library, *index)).collect();
            (&site.title, home(site, library, pinned, summaries(library, &lists.unpinned, *n, per_page)))
        }
        Route::Archive(n) => {
            (site.words.get(Message::Archive), Content::Archive(summaries(library, &lists.listed, *n, ARCHIVE)))
        }
        Route::Tags => (site.words.get(Message::Tags), Content::Tags(counts(library, Taxonomy::Tags))),
        Route::Tag(slug, n) => {
            let TermList { term, posts, .. } = library.term(Taxonomy::Tags, slug)?;
            (&term.name, Content::Tag(term.clone(), summaries(library, posts, *n, per_page)))
        }
        Route::Article(_) | Route::Write | Route::NotFound => return None,
    })
}

/// The content of home. Its first page may show the author.
fn home(site: &Site, library: &Library, pinned: Vec<Summary>, posts: List) -> Content {
    let html = if posts.page == 1 { home::page(site, library, &pinned, &posts) } else { None };
    html.map_or_else(|| Content::Home(pinned, posts), Content::Html)
}
