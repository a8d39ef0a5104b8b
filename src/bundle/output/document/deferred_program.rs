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
const END: &str = "</head>";

/// The shell with these tags in a template, from which a script takes them after the first paint. Addresses that Trunk
/// wrote relative to the site's root (`./`) get the base path: pages in folders resolve them too.
pub(crate) fn after_paint(shell: &str, base: &str) -> String {
    let (mut shell, mut kept) = (shell.to_owned(), String::new());
    for (from, to) in TAGS {
        while let Some((before, rest)) = shell.split_once(from) {
            let Some((tag, after)) = rest.split_once(to) else { break };
            let tag = if tag.contains(UNCHECKED) { without(tag, INTEGRITY) } else { tag.to_owned() };
            kept.extend([from, &rooted(&tag, base), to]);
            shell = [before.trim_end(), after].concat();
        }
    }
    if kept.is_empty() {
        return shell;
    }
    shell.replacen(END, &format!("\n<template id=\"{PROGRAM}\">{kept}</template>\n{}\n{END}", script()), 1)
}

/// Adds the tags to the head. An animation frame's callback runs before the frame is painted, and a
/// task that it queues after.
fn script() -> String {
    format!(
        "<script>addEventListener(\"DOMContentLoaded\", () => requestAnimationFrame(() => setTimeout(() => \
         document.head.append(document.importNode(document.getElementById(\"{PROGRAM}\").content, true)))))</script>"
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
