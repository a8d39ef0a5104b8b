//! Lines that stand for a contents list, which each page has anyway.

use super::edit::Edit;
use super::page::Page;
use crate::bundle::checks::foreign_syntax::kind::Kind;
use crate::bundle::checks::foreign_syntax::lines;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let found = lines::find(page.prose(), page.text).into_iter().filter(|found| found.kind == Kind::Contents);
    found.map(|found| Edit::new(found.span, "", format!("{} → deleted", found.name.to_lowercase()))).collect()
}
