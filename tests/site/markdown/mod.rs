//! The dialect, rule by rule: Markdown, and its HTML.

mod autolinks;
mod blocks;
mod cjk;
mod definitions;
mod destinations;
mod disguise;
pub(crate) mod entities;
mod formulas;
mod heading_attributes;
mod notes;
mod outline;
mod pictures;
mod quotes;
mod references;
mod safety;

use personal_page::bundle::english;
use personal_page::content::{RenderData, Target};
use personal_page::markdown::{Render, render};

/// Renders a text of a site under `/repo/` with the post `other` and the picture `cat.png`.
pub(crate) fn html(text: &str) -> String {
    let target = |written: &str, path: &str| (written.to_owned(), Target { path: path.to_owned(), picture: None });
    let targets = vec![
        target("../other.md", "posts/other/"),
        target("../other.md#end", "posts/other/#end"),
        target("./my cat.png", "posts/hello/my%20cat.png"),
    ];
    let ids = ["one", "two", "three"].map(str::to_owned).to_vec();
    render(
        text,
        &RenderData { ids, targets, ..RenderData::default() },
        Render { base: "/repo/", words: &english(), html: &[], sidenotes: false },
    )
}

/// A code block without a title. `language` is already escaped.
fn block(language: &str, inside: &str) -> String {
    let (label, class) = match language {
        "" => ("Code", String::new()),
        language => (language, format!(" class=\"language-{language}\"")),
    };
    format!(
        "<div class=\"code\"><pre tabindex=\"0\" role=\"group\" aria-label=\"{label}\"><code{class}>{inside}</code></pre>\
         <button type=\"button\" class=\"copy\">Copy</button></div>"
    )
}

/// Renders with replacements of raw HTML, each found by its source.
fn replaced(text: &str, with: &[(&str, &str)]) -> String {
    let place = |(written, html): &(&str, &str)| (text.find(written).expect("it is in the text"), (*html).to_owned());
    let html: Vec<_> = with.iter().map(place).collect();
    render(text, &RenderData::default(), Render { base: "/", words: &english(), html: &html, sidenotes: false })
}

/// Checks a table of texts and their HTML, without the final newline.
#[track_caller]
fn check(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(html(text).trim_end(), *expected, "from {text:?}");
    }
}

/// Like `check`, for texts of one paragraph.
#[track_caller]
fn check_line(table: &[(&str, &str)]) {
    for (text, expected) in table {
        let html = html(text);
        let line = html.trim_end().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
        assert_eq!(line, Some(*expected), "from {text:?}");
    }
}
