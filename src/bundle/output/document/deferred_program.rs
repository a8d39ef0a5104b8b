//! Defers loading the app until the page is painted: before, it would compete with the page for the network and the
//! processor.

use crate::view::PROGRAM;

/// The tags that Trunk writes to load an app: each by its beginning and its end.
const TAGS: [(&str, &str); 3] =
    [("<link rel=\"modulepreload\"", ">"), ("<link rel=\"preload\"", ">"), ("<script type=\"module\"", "</script>")];
/// A preload that is neither script nor style: Chromium does not check its integrity, and warns on every page.
/// <https://crbug.com/981419>
const UNCHECKED: &str = "as=\"fetch\"";
const INTEGRITY: (&str, &str) = (" integrity=\"", "\"");

/// Takes these tags out of the shell. Returns the rest and the tags. Addresses that Trunk wrote relative to the site's
/// root (`./`) get the base path: pages in folders resolve them too.
pub(crate) fn take_from(shell: &str, base: &str) -> (String, String) {
    let (mut shell, mut tags) = (shell.to_owned(), String::new());
    for (from, to) in TAGS {
        while let Some((before, rest)) = shell.split_once(from) {
            let Some((tag, after)) = rest.split_once(to) else { break };
            let tag = if tag.contains(UNCHECKED) { without(tag, INTEGRITY) } else { tag.to_owned() };
            tags.extend([from, &rooted(&tag, base), to]);
            shell = [before.trim_end(), after].concat();
        }
    }
    (shell, tags)
}

/// The tags in a template, and the script that takes them out of it after the first paint. `style`: the address of the
/// file with all rules, which is loaded at the place of the template.
pub(crate) fn after_paint(tags: &str, style: &str) -> String {
    let style = format!("<link rel=\"stylesheet\" href=\"{style}\">");
    format!("\n<template id=\"{PROGRAM}\">{style}{tags}</template>\n{}", script())
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

/// A tag without an attribute, which is given by its beginning and its end.
fn without(tag: &str, (from, to): (&str, &str)) -> String {
    let cut = tag.split_once(from).and_then(|(before, rest)| Some((before, rest.split_once(to)?.1)));
    cut.map_or_else(|| tag.to_owned(), |(before, after)| before.to_owned() + after)
}
