//! Parts of a text: folded ones, tabs, and what only lays out the text within it.

use super::alert::strong;
use super::{Call, Rendered};
use crate::bundle::slugify;

/// Tags around a text that only place it.
const WRAPPERS: [&str; 23] = [
    "tabs",
    "tabgroup",
    "tabpane",
    "codetabs",
    "codegroup",
    "steps",
    "widecontainer",
    "forcetextdirection",
    "center",
    "centered",
    "columns",
    "column",
    "row",
    "col",
    "references",
    "rawhtml",
    "fragment",
    "accordiongroup",
    "accordions",
    "html",
    "raw",
    "vpre",
    "lead",
];
const FOLDED: [&str; 11] = [
    "details",
    "detail",
    "expand",
    "collapse",
    "spoiler",
    "fold",
    "folding",
    "hidetoggle",
    "accordion",
    "accordionitem",
    "toggle",
];
const TABS: [&str; 5] = ["tab", "tabitem", "step", "codetab", "tabpanel"];
/// What a page has anyway, or what has no meaning in it.
const DELETED: [&str; 9] =
    ["toc", "tocinline", "tableofcontents", "more", "clear", "excerpt", "endexcerpt", "contents", "tocs"];

/// A part that a reader opens.
pub(in super::super) fn details(summary: &str, open: bool, body: &str) -> String {
    let open = if open { " open" } else { "" };
    let summary = summary.replace('&', "&amp;").replace('<', "&lt;");
    format!("<details{open}>\n<summary>{summary}</summary>\n\n{body}\n\n</details>")
}

/// The id that a heading has without the badge at its end, which is no part of it in VitePress.
fn id_of_heading(call: &Call<'_>) -> String {
    let line = &call.page.text[call.page.line_start(call.start)..call.page.line_end(call.start)];
    let before = &call.page.text[call.page.line_start(call.start)..call.start];
    let is = line.trim_start().starts_with('#') && line.trim_end().ends_with("/>") && line.matches('<').count() == 1;
    slugify(before.trim_start_matches('#')).filter(|_| is).map(|id| format!(" {{#{id}}}")).unwrap_or_default()
}

pub(super) fn render(call: &Call<'_>) -> Option<Rendered> {
    let arguments = call.arguments;
    match call.name {
        name if DELETED.contains(&name) => Some(Rendered::block(String::new(), format!("{} → deleted", call.written))),
        // An inline shortcode of Hugo: its template is its text.
        name if WRAPPERS.contains(&name) || call.written.ends_with(".inline") => {
            Some(Rendered::block(call.body?.to_owned(), format!("{} → its text", call.written)))
        }
        name if FOLDED.contains(&name) => {
            let body = call.body.filter(|body| !body.is_empty()).or_else(|| arguments.first(&["text", "content"]))?;
            let words: Vec<&str> = arguments.words().filter(|word| *word != "open").collect();
            let title = arguments.first(&["summary", "title", "label", "header"]).map(str::to_owned);
            let title = title.unwrap_or_else(|| words.join(" "));
            let title = if title.is_empty() { "Details".to_owned() } else { title };
            let open = arguments
                .get("open")
                .map_or_else(|| arguments.words().any(|word| word == "open"), |open| open != "false");
            Some(Rendered::block(details(&title, open, body), format!("{} → details", call.written)))
        }
        name if TABS.contains(&name) => {
            let title = arguments.named_or(&["label", "title", "name", "header", "value"], 0);
            let body = call.body?;
            let text = title.map_or(body.to_owned(), |title| format!("{}\n\n{body}", strong(title)));
            Some(Rendered::block(text, format!("{} → its text", call.written)))
        }
        "kbd" => {
            let keys = call.body.or_else(|| arguments.at(0))?;
            Some(Rendered::inline(format!("<kbd>{keys}</kbd>"), "kbd → HTML"))
        }
        "badge" => {
            let text = arguments.first(&["text"]).or(call.body).filter(|text| !text.is_empty())?;
            Some(Rendered::inline(format!("*{text}*{}", id_of_heading(call)), format!("{} → emphasis", call.written)))
        }
        "br" => Some(Rendered::inline("<br>", "br → HTML")),
        _ => None,
    }
}
