//! The pages of taxonomies, such as categories. Those of tags are drawn by the readers' program, too.

use maud::Markup;

use crate::bundle::library::Library;
use crate::bundle::library::lists::TermList;
use crate::bundle::output::summaries::{counts, summaries};
use crate::bundle::taxonomy::Taxonomy;
use crate::content::Site;
use crate::view;

/// All names, with the number of their posts.
pub(super) fn index(site: &Site, library: &Library, taxonomy: Taxonomy) -> Markup {
    view::terms::index(site, taxonomy.title(), &counts(library, taxonomy), |term| taxonomy.route(&term.slug, 1))
}

/// A page of the texts with a name.
pub(super) fn page(site: &Site, library: &Library, list: &TermList, number: u32) -> Markup {
    let posts = summaries(library, &list.posts, number, library.index.lists.per_page);
    view::terms::term(site, list.taxonomy.above(), &list.term.name, &posts, |n| list.route(n))
}
