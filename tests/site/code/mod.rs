//! Code, formulas and diagrams as the bundler prepares them: roles, lines, MathML, drawings, and findings.

mod diagrams;
mod fences;
mod formulas;
mod languages;
mod palette;
mod site;

use personal_page::bundle::{Problem, highlight};

/// The HTML inside a code block. Asserts that there are no findings on its info string.
#[track_caller]
fn inside(info: &str, text: &str) -> String {
    let highlighted = highlight(info, text);
    assert_eq!(highlighted.problems, [], "{info}");
    highlighted.html
}

/// The findings on an info string.
fn told(info: &str, text: &str) -> Vec<String> {
    let problems = highlight(info, text).problems.into_iter();
    problems.map(|Problem { message, remedy }| format!("{message} — {remedy}")).collect()
}

/// The text of some HTML, as copied from a browser.
fn copied(html: &str) -> String {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.collect::<String>().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Whether every element ends in its parent.
fn nests(html: &str) -> bool {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|part| part.split('>').next()) {
        match tag.strip_prefix('/') {
            Some(name) if open.pop() == Some(name) => {}
            Some(_) => return false,
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap_or_default()),
        }
    }
    open.is_empty()
}
