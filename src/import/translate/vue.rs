//! Blocks of Vue's single-file components in a text: `<script setup>` and `<style>`, which do nothing here.

use super::edit::Edit;
use super::page::Page;
use super::syntax::Syntax;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    if page.syntax != Syntax::VitePress {
        return Vec::new();
    }
    let block = |name: &'static str| {
        page.prose().html.iter().filter_map(move |span| {
            let start = span.start;
            let begins = page.text[start..].strip_prefix('<')?.strip_prefix(name)?.starts_with(['>', ' ', '\n']);
            let close = format!("</{name}>");
            let end = start + page.text[start..].find(&close)? + close.len();
            let edit = || {
                let kind = format!("<{name}> → deleted");
                let message = format!("<{name}> is code of Vue, which does nothing here, and was left out");
                Edit::new(start..end, "", kind).lost(message, "write into the text what it showed")
            };
            (begins && start == page.line_start(start)).then(edit)
        })
    };
    ["script", "style"].into_iter().flat_map(block).collect()
}
