//! Checks that the fragment of a link, behind its `#`, exists in the page it leads to.

#[cfg(not(target_arch = "wasm32"))]
use std::collections::HashMap;
use std::collections::HashSet;

use strsim::damerau_levenshtein;

use crate::bundle::article::resolve::Resolver;
use crate::bundle::article::resolve::place::Place;
use crate::bundle::article::{Prepared, references};
use crate::bundle::composed;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::input::post::Post;
#[cfg(not(target_arch = "wasm32"))]
use crate::bundle::library::Library;
use crate::content::{Article, Messages, Route};
use crate::markdown::destination::{Destination, Kind};
use crate::markdown::{self, Render};

/// How many headings a remedy lists.
const NAMED: usize = 5;

/// The ids of pages.
pub(crate) trait Ids {
    /// Those of the headings of a page, in order. `None` if it is no post or page.
    fn headings(&self, page: &Route) -> Option<Vec<&str>>;

    /// Whether a page has an id that is not a heading's.
    fn has(&mut self, page: &Route, id: &str) -> bool;
}

/// The ids in the rendered HTML of pages: those of footnotes, and those that authors set in HTML. A page is rendered
/// once, however many links lead to it.
#[cfg(not(target_arch = "wasm32"))]
pub(super) struct Drawn<'a> {
    library: &'a Library,
    ids: HashMap<Route, HashSet<String>>,
}

/// Checks the links of a text.
pub(crate) fn check(
    post: &Post,
    prepared: &Prepared,
    resolver: &Resolver,
    ids: &mut dyn Ids,
    lenient: bool,
    findings: &mut Diagnostics,
) {
    if !post.body.contains('#') {
        return;
    }
    let lines = post.lines();
    // Fast path: most links have no fragment, and resolving them asks for files.
    for (written, span) in references::links(post, prepared).filter(|(written, _)| written.contains('#')) {
        let route = match resolver.resolve(post, &written) {
            Place::Elsewhere if Destination::new(&written).kind == Kind::SamePage => post.route(),
            Place::Here(address) => address.route(),
            Place::Elsewhere | Place::Folder(_) | Place::File(..) | Place::Public(..) | Place::Nowhere(_) => continue,
        };
        if let Some(Problem { message, remedy }) = missing(ids, &route, &written) {
            findings.mistake(lenient, &post.source.path, lines.location(&span), message, remedy);
        }
    }
}

/// What is wrong with the fragment of a link, and the remedy. `None` if it exists, or cannot be checked.
pub(super) fn missing(ids: &mut dyn Ids, page: &Route, written: &str) -> Option<Problem> {
    let id = composed::id(written)?;
    // Browsers handle `#top` and text fragments (`:~:text=…`) themselves.
    if matches!(id.as_str(), "" | "top") || id.contains(":~:") {
        return None;
    }
    // Fast path: most fragments are those of headings.
    if ids.headings(page)?.contains(&id.as_str()) || ids.has(page, &id) {
        return None;
    }
    let message = format!("\"{written}\" leads to a page that has no id \"{id}\"");
    Some(Problem::new(message, remedy(ids.headings(page)?, &id)))
}

#[cfg(not(target_arch = "wasm32"))]
impl<'a> Drawn<'a> {
    pub(super) fn new(library: &'a Library) -> Self {
        Self { library, ids: HashMap::new() }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Ids for Drawn<'_> {
    fn headings(&self, page: &Route) -> Option<Vec<&str>> {
        let (_, entry) = self.library.entry(page)?;
        Some(entry.article.contents.iter().map(|heading| heading.id.as_str()).collect())
    }

    fn has(&mut self, page: &Route, id: &str) -> bool {
        let Some((_, entry)) = self.library.entry(page) else { return false };
        self.ids.entry(page.clone()).or_insert_with(|| drawn(&entry.article)).contains(id)
    }
}

/// The ids in the rendered HTML of an article.
pub(crate) fn drawn(article: &Article) -> HashSet<String> {
    // No id depends on the messages of the interface.
    let render = Render { base: "/", words: &Messages::default(), html: &[], sidenotes: false };
    let html = markdown::article(&article.body, render);
    let ids = html.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"'));
    ids.map(|(id, _)| id.to_owned()).collect()
}

/// Suggests the heading that was likely meant, or lists those there are.
fn remedy(mut ids: Vec<&str>, id: &str) -> String {
    ids.dedup();
    let near = ids.iter().map(|known| (damerau_levenshtein(known, id), known));
    let likely = |distance: usize, known: &str| distance <= 2.max(id.chars().count() / 3) || known.contains(id);
    match near.filter(|(distance, known)| likely(*distance, known)).min() {
        Some((_, meant)) => format!("did you mean \"#{meant}\"?"),
        None if ids.is_empty() => "the page has no headings: delete the # and what follows".to_owned(),
        None => {
            let more = if ids.len() > NAMED { " …" } else { "" };
            let named = ids.iter().take(NAMED).map(|id| format!("#{id}")).collect::<Vec<_>>().join(", ");
            format!("its headings are {named}{more}; or give one of them the id: {{#{id}}}")
        }
    }
}
