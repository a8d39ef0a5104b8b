//! The dialect, rule by rule: what an author writes, and what a reader gets.

mod autolinks;
mod blocks;
mod cjk;
mod definitions;
mod destinations;
mod disguise;
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

/// Renders a text of a site under `/repo/` that has the post `other` and the picture `cat.png`.
fn html(text: &str) -> String {
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

/// A block of code without a title. The language stands in it escaped.
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

/// Renders with something in the place of raw HTML, by where it begins.
fn replaced(text: &str, with: &[(&str, &str)]) -> String {
    let place = |(written, html): &(&str, &str)| (text.find(written).expect("it is in the text"), (*html).to_owned());
    let html: Vec<_> = with.iter().map(place).collect();
    render(text, &RenderData::default(), Render { base: "/", words: &english(), html: &html, sidenotes: false })
}

/// Checks a table of texts and their HTML, less the newline at the end.
#[track_caller]
fn check(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(html(text).trim_end(), *expected, "from {text:?}");
    }
}

/// As `check`, for what stands in one paragraph.
#[track_caller]
fn check_line(table: &[(&str, &str)]) {
    for (text, expected) in table {
        let html = html(text);
        let line = html.trim_end().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
        assert_eq!(line, Some(*expected), "from {text:?}");
    }
}
