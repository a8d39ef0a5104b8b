//! Checks that the fragment of a link, behind its `#`, exists in the page it leads to.

use std::collections::{HashMap, HashSet};

use strsim::damerau_levenshtein;

use crate::bundle::article::resolve::place::Place;
use crate::bundle::article::{Prepared, references};
use crate::bundle::composed;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::library::Library;
use crate::content::{Messages, Route};
use crate::markdown::destination::{Destination, Kind};
use crate::markdown::{self, Render};

/// How many headings a remedy lists.
const NAMED: usize = 5;

/// The ids in the rendered HTML of pages: those of footnotes, and those that authors set in HTML. A page is rendered
/// once, however many links lead to it.
#[derive(Default)]
pub(super) struct Drawn(HashMap<Route, HashSet<String>>);

pub(super) fn check(library: &Library, drawn: &mut Drawn, lenient: bool, findings: &mut Diagnostics) {
    for (post, prepared) in library.entries.iter().filter(|(post, _)| post.body.contains('#')) {
        let lines = post.lines();
        for (written, span) in references::links(post, prepared) {
            let route = match library.resolver.resolve(post, &written) {
                Place::Elsewhere if Destination::new(&written).kind == Kind::SamePage => post.route(),
                Place::Here(address) => address.route(),
                Place::Elsewhere | Place::Folder(_) | Place::File(..) | Place::Public(..) | Place::Nowhere(_) => {
                    continue;
                }
            };
            if let Some(Problem { message, remedy }) = missing(library, drawn, &route, &written) {
                findings.mistake(lenient, &post.source.path, lines.location(&span), message, remedy);
            }
        }
    }
}

/// What is wrong with the fragment of a link, and the remedy. `None` if it exists, or cannot be checked.
pub(super) fn missing(library: &Library, drawn: &mut Drawn, page: &Route, written: &str) -> Option<Problem> {
    let id = composed::id(written)?;
    // Browsers handle `#top` and text fragments (`:~:text=…`) themselves.
    if matches!(id.as_str(), "" | "top") || id.contains(":~:") {
        return None;
    }
    let (_, entry) = library.entry(page)?;
    let message = || format!("\"{written}\" leads to a page that has no id \"{id}\"");
    // Fast path: most fragments are those of headings.
    let is_heading = entry.article.contents.iter().any(|heading| heading.id == id);
    (!is_heading && !drawn.has(page, entry, &id)).then(|| Problem::new(message(), remedy(entry, &id)))
}

impl Drawn {
    fn has(&mut self, page: &Route, entry: &Prepared, id: &str) -> bool {
        if !self.0.contains_key(page) {
            self.0.insert(page.clone(), ids(entry));
        }
        self.0.get(page).is_some_and(|ids| ids.contains(id))
    }
}

fn ids(entry: &Prepared) -> HashSet<String> {
    // No id depends on the messages of the interface.
    let render = Render { base: "/", words: &Messages::default(), html: &[], sidenotes: false };
    let html = markdown::article(&entry.article.body, render);
    let ids = html.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"'));
    ids.map(|(id, _)| id.to_owned()).collect()
}

/// Suggests the heading that was likely meant, or lists those there are.
fn remedy(entry: &Prepared, id: &str) -> String {
    let mut ids: Vec<&str> = entry.article.contents.iter().map(|heading| heading.id.as_str()).collect();
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
