//! Translates the Markdown of other engines into the dialect of this one. Native only.
//!
//! What a template engine reads before Markdown is translated first, once. Then each family of syntax finds its forms in
//! the prose of the text, and all edits are made at once. This is repeated until nothing is found any more, because forms
//! may be nested. What is left is reported with the remedies of the checks.
//!
//! `edit ← draft ← page ← {scan, arguments, blocks, code} ← render ← pairs ← families`

pub mod breaks;
pub mod references;
pub mod syntax;
pub mod title;

pub(super) mod inline_tags;

mod admonitions;
mod arguments;
mod attributes;
mod blocks;
mod bracket_tags;
mod callouts;
mod code;
mod code_ends;
mod code_marks;
mod component_attributes;
mod components;
mod containers;
mod draft;
mod edit;
mod emoji;
mod fence_info;
mod formulas;
mod headings;
mod includes;
mod inline;
mod left;
mod lines;
mod links;
mod modules;
mod obsidian_links;
mod outputs;
mod page;
mod pairs;
mod render;
mod scan;
mod tags;
mod unset_formulas;
mod verbatim;
mod vue;
mod wiki;

use std::collections::HashMap;

use super::notes::Notes;
use draft::Draft;
use edit::Edit;
use page::Page;
use references::References;
use syntax::Syntax;

/// How deep forms may be nested in one another.
const MAX_ROUNDS: usize = 12;

/// One family of syntax: the edits that it asks for. Where two overlap, the first one is made, and the other one is
/// asked for again in the next round.
type Family = fn(&Page<'_>) -> Vec<Edit>;

/// In the order of precedence.
const FAMILIES: [Family; 16] = [
    tags::edits,
    outputs::edits,
    components::edits,
    modules::edits,
    vue::edits,
    bracket_tags::edits,
    containers::edits,
    admonitions::edits,
    callouts::edits,
    wiki::edits,
    obsidian_links::edits,
    links::edits,
    attributes::edits,
    lines::edits,
    inline::edits,
    formulas::edits,
];

/// Translates a text. What cannot be translated stays as it is, with an open note.
#[must_use]
pub fn translate(text: &str, syntax: Syntax, references: &dyn References, notes: &mut Notes) -> String {
    let mut draft = Draft::new(text);
    let imports = modules::pictures(text, syntax);
    let once = |draft: &mut Draft, family: Family, notes: &mut Notes| {
        let edits = family(&Page::new(draft, syntax, references, &imports));
        draft.apply(edits, notes);
    };
    for _ in 0..includes::MAX_DEPTH {
        once(&mut draft, includes::edits, notes);
    }
    once(&mut draft, verbatim::edits, notes);
    rounds(&mut draft, syntax, references, &imports, notes);
    let last: [_; 6] = [
        inline_tags::edits,
        emoji::edits,
        code_marks::edits,
        fence_info::edits,
        headings::edits,
        unset_formulas::edits,
    ];
    for last in last {
        once(&mut draft, last, notes);
    }
    left::note(&Page::new(&draft, syntax, references, &imports), notes);
    notes.open.sort_by_key(|open| open.line);
    draft.into_text()
}

/// Makes the edits of all families until there are none.
fn rounds(
    draft: &mut Draft,
    syntax: Syntax,
    references: &dyn References,
    imports: &HashMap<String, String>,
    notes: &mut Notes,
) {
    for _ in 0..MAX_ROUNDS {
        let page = Page::new(draft, syntax, references, imports);
        let edits: Vec<Edit> = FAMILIES.iter().flat_map(|family| family(&page)).collect();
        if edits.is_empty() || !draft.apply(edits, notes) {
            return;
        }
    }
}
