//! The data of the page that each route shows.

use crate::bundle::article;
use crate::bundle::input::post_kind::PostKind;
use crate::bundle::library::Library;
use crate::bundle::library::lists::{ARCHIVE, pages_of};
use crate::content::{Content, List, Message, Messages, Page, Route, SCHEMA, Site, Summary, Tag, TagCount};

/// The data of a page. That of an unknown route is [`Content::NotFound`].
pub(crate) fn page(site: &Site, library: &Library, route: &Route) -> Page {
    if let Some((post, prepared)) = library.entry(route) {
        return article::page(post, prepared.article.clone(), library.index.words_of(post));
    }
    let (title, content) = list(site, library, route).unwrap_or((site.words.get(Message::NotFound), Content::NotFound));
    Page {
        schema: SCHEMA,
        route: route.clone(),
        title: title.to_owned(),
        description: site.description.clone(),
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
            let pinned = pinned.iter().filter_map(|index| summary(library, *index)).collect();
            (&site.title, Content::Home(pinned, part(library, &lists.unpinned, *n, per_page)))
        }
        Route::Archive(n) => {
            (site.words.get(Message::Archive), Content::Archive(part(library, &lists.listed, *n, ARCHIVE)))
        }
        Route::Tags => (site.words.get(Message::Tags), Content::Tags(counts(library))),
        Route::Tag(slug, n) => {
            let (tag, posts) = library.tag(slug)?;
            (&tag.name, Content::Tag(tag.clone(), part(library, posts, *n, per_page)))
        }
        Route::Article(_) | Route::Write | Route::NotFound => return None,
    })
}

fn part(library: &Library, posts: &[usize], page: u32, per_page: usize) -> List {
    let skip = (page as usize - 1) * per_page;
    let shown = posts.iter().skip(skip).take(per_page).filter_map(|index| summary(library, *index)).collect();
    List { posts: shown, page, pages: pages_of(posts.len(), per_page) }
}

fn counts(library: &Library) -> Vec<TagCount> {
    let count = |(tag, posts): &(Tag, Vec<usize>)| TagCount { tag: tag.clone(), count: posts.len() as u32 };
    library.tags().map(count).collect()
}

/// The summary of a post; `None` for a page of its own, which is in no list.
fn summary(library: &Library, index: usize) -> Option<Summary> {
    let post = &library.entries[index].0;
    let PostKind::Post(date) = post.kind else { return None };
    Some(Summary {
        route: post.route(),
        title: post.title.clone(),
        language: post.language.clone(),
        date: date.day,
        description: post.description.clone(),
        draft: post.draft,
    })
}
