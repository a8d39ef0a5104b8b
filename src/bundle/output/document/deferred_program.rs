//! What loads the program, kept back until the page was painted: before, it would take the line and the processor from
//! what the reader came for.

use crate::view::PROGRAM;

/// What Trunk writes to load a program: each tag by its beginning and its end.
const TAGS: [(&str, &str); 3] =
    [("<link rel=\"modulepreload\"", ">"), ("<link rel=\"preload\"", ">"), ("<script type=\"module\"", "</script>")];
/// Which of these Chromium does not check, and warns of on every page: a preload that is no script and no style.
/// <https://crbug.com/981419>
const UNCHECKED: &str = "as=\"fetch\"";
const INTEGRITY: (&str, &str) = (" integrity=\"", "\"");
const END: &str = "</head>";
/// A frame's callback runs before the frame is painted, and a task that it asks for after.
const SCRIPT: &str = "<script>addEventListener(\"DOMContentLoaded\", () => requestAnimationFrame(() => setTimeout(() => \
    document.head.append(document.importNode(document.getElementById(\"program\").content, true)))))</script>";

/// The shell with these tags in a template, from where a script takes them when it is time.
pub(crate) fn after_paint(shell: &str) -> String {
    let (mut shell, mut kept) = (shell.to_owned(), String::new());
    for (from, to) in TAGS {
        while let Some((before, rest)) = shell.split_once(from) {
            let Some((tag, after)) = rest.split_once(to) else { break };
            let tag = if tag.contains(UNCHECKED) { without(tag, INTEGRITY) } else { tag.to_owned() };
            kept.extend([from, &tag, to]);
            shell = [before.trim_end(), after].concat();
        }
    }
    if kept.is_empty() {
        return shell;
    }
    shell.replacen(END, &format!("\n<template id=\"{PROGRAM}\">{kept}</template>\n{SCRIPT}\n{END}"), 1)
}

/// A tag without an attribute, which is given by its beginning and its end.
fn without(tag: &str, (from, to): (&str, &str)) -> String {
    let cut = tag.split_once(from).and_then(|(before, rest)| Some((before, rest.split_once(to)?.1)));
    cut.map_or_else(|| tag.to_owned(), |(before, after)| before.to_owned() + after)
}
