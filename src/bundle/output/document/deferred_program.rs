//! Defers loading the app until the page is painted: before, it would compete with the page for the network and the
//! processor.

use crate::view::PROGRAM;

/// What Trunk writes to load an app: the links that fetch its files, and the script that runs it. Each by its beginning
/// and its end.
const LINKS: [(&str, &str); 2] = [("<link rel=\"modulepreload\"", ">"), ("<link rel=\"preload\"", ">")];
const SCRIPT: (&str, &str) = ("<script type=\"module\">", "</script>");
/// A preload that is neither script nor style: Chromium does not check its integrity, and warns on every page.
/// <https://crbug.com/981419>
const UNCHECKED: &str = "as=\"fetch\"";
const INTEGRITY: (&str, &str) = (" integrity=\"", "\"");

/// The parts of a shell.
pub(crate) struct Parts {
    /// The shell without the app.
    pub(crate) shell: String,
    /// The links that fetch the files of the app.
    pub(crate) links: String,
    /// The script that runs the app; empty if the shell has none.
    pub(crate) run: String,
}

/// Takes the app out of a shell. Addresses that Trunk wrote relative to the site's root (`./`) get the base path: pages
/// in folders resolve them too.
pub(crate) fn take_from(shell: &str, base: &str) -> Parts {
    let (mut shell, mut links, mut run) = (shell.to_owned(), String::new(), String::new());
    for (from, to) in LINKS {
        while let Some((link, rest)) = cut(&shell, (from, to)) {
            let link = if link.contains(UNCHECKED) { without(&link, INTEGRITY) } else { link };
            links.extend([from, &rooted(&link, base), to]);
            shell = rest;
        }
    }
    while let Some((script, rest)) = cut(&shell, SCRIPT) {
        run += &rooted(&script, base);
        shell = rest;
    }
    Parts { shell, links, run }
}

/// The links in a template, and the script that takes them out of it after the first paint. `style`: the address of the
/// file with all rules, which is loaded at the place of the template. `start`: the address of the script that runs the
/// app.
pub(crate) fn after_paint(links: &str, style: &str, start: &str) -> String {
    let style = format!("<link rel=\"stylesheet\" href=\"{style}\">");
    let start =
        format!("<link rel=\"modulepreload\" href=\"{start}\"><script type=\"module\" src=\"{start}\"></script>");
    format!("\n<template id=\"{PROGRAM}\">{style}{links}{start}</template>\n{}", script())
}

/// Adds the tags at the place of the template. An animation frame's callback runs before the frame is painted, and a
/// task that it queues after. The program starts once the style is there, because the page has no rules for what the
/// program adds and shows. Without the style, it stays a page without the program.
fn script() -> String {
    format!(
        "<script>addEventListener(\"DOMContentLoaded\", () => requestAnimationFrame(() => setTimeout(() => {{\n\
         const place = document.getElementById(\"{PROGRAM}\"), tags = document.importNode(place.content, true);\n\
         const program = tags.querySelector(\"script\");\n\
         program.remove();\n\
         tags.querySelector(\"[rel=stylesheet]\").onload = () => place.after(program);\n\
         place.before(tags);\n\
         }})))</script>"
    )
}

/// A tag whose relative addresses begin with the base path.
fn rooted(tag: &str, base: &str) -> String {
    ["\"", "'"].iter().fold(tag.to_owned(), |tag, quote| tag.replace(&format!("{quote}./"), &format!("{quote}{base}")))
}

/// What is between a beginning and an end in a text, and the text without all of it.
fn cut(text: &str, (from, to): (&str, &str)) -> Option<(String, String)> {
    let (before, rest) = text.split_once(from)?;
    let (inside, after) = rest.split_once(to)?;
    Some((inside.to_owned(), [before.trim_end(), after].concat()))
}

/// A tag without an attribute, which is given by its beginning and its end.
fn without(tag: &str, (from, to): (&str, &str)) -> String {
    let cut = tag.split_once(from).and_then(|(before, rest)| Some((before, rest.split_once(to)?.1)));
    cut.map_or_else(|| tag.to_owned(), |(before, after)| before.to_owned() + after)
}
