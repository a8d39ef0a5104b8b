//! The style of pages: what is inside, and what is in the file that the program waits for.

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::bundle::site::{Built, Site};

const PROGRAM: &str = "<script type=\"module\">start()</script>";
const CODE: &str = "```rust\nfn main() {}\n```";

/// A site in the shell of the engine: its style, and a program if one is given.
pub(crate) fn site(program: &str) -> Site {
    let site = Site::new();
    let shell: Vec<String> =
        fs::read_to_string("index.html").expect("the shell").lines().map(|line| with(line, program)).collect();
    fs::write(site.options.shell.join("index.html"), shell.join("\n")).expect("a shell that can be written");
    site
}

/// A line of `index.html` as Trunk would write it.
fn with(line: &str, program: &str) -> String {
    match line.split('"').find(|part| part.starts_with("style/")) {
        Some(sheet) => format!("<style>{}</style>", fs::read_to_string(sheet).expect("a sheet")),
        None if line.contains("data-trunk") => program.to_owned(),
        None => line.to_owned(),
    }
}

/// The style inside a page.
fn inside(built: &Built, page: &str) -> String {
    let html = built.text(page);
    let (_, rest) = html.split_once("<style>").expect("a style");
    rest.split_once("</style>").expect("its end").0.to_owned()
}

/// The name of the file with the whole style.
fn file(built: &Built) -> Option<String> {
    built.files().into_keys().find(|path| path.starts_with("personal-page-") && path.ends_with(".css"))
}

/// Without comments, white space and what else a minifier may leave out.
fn bare(css: &str) -> String {
    let parts = css.split("/*").enumerate().map(|(index, part)| match part.split_once("*/") {
        Some((_, rule)) if index > 0 => rule,
        _ => part,
    });
    parts.collect::<String>().split_whitespace().collect::<String>().replace(";}", "}")
}

#[test]
fn a_page_has_the_rules_of_what_is_in_it_and_no_others() {
    let built = site(PROGRAM).post("code.md", CODE).post("plain.md", "Text with $x^2$.").bundle();
    let [code, plain, home] =
        ["posts/code/index.html", "posts/plain/index.html", "index.html"].map(|page| inside(&built, page));
    for (rule, pages) in [
        ("--paper:", [true, true, true]),
        ("@media print{", [true, true, true]),
        (".site-header", [true, true, true]),
        ("[data-size=large]{--scale:1.15}", [true, true, true]),
        (".text pre", [true, false, false]),
        (".code .k", [true, false, false]),
        ("--code-keyword:", [true, false, false]),
        (".copy{", [true, false, false]),
        (".dates", [true, true, false]),
        ("math{", [false, true, false]),
        (".posts li", [false, false, true]),
        (".alert", [false, false, false]),
        (".lightbox", [false, false, false]),
        ("#reading-panel", [false, false, false]),
    ] {
        assert_eq!([&code, &plain, &home].map(|style| style.contains(rule)), pages, "{rule}");
    }
}

#[test]
fn the_file_has_every_rule_in_the_order_of_the_sheets() {
    let built = site(PROGRAM).post("code.md", CODE).bundle();
    let whole = bare(&built.text(&file(&built).expect("a file")));
    let mut rest = whole.as_str();
    for line in fs::read_to_string("index.html").expect("the shell").lines() {
        let Some(sheet) = line.split('"').find(|part| part.starts_with("style/")) else { continue };
        // The editor's is in its own document alone.
        if sheet == "style/write.css" {
            continue;
        }
        let sheet = bare(&fs::read_to_string(sheet).expect("a sheet"));
        rest = rest.strip_prefix(&*sheet).unwrap_or_else(|| panic!("{line}: {sheet}\n is not at the start of\n{rest}"));
    }
    assert_eq!(rest, "");
}

#[test]
fn the_program_waits_for_the_file_which_precedes_the_style_of_the_owner() {
    let owners = ":root { --code-mark: var(--caution) }";
    let built = site(PROGRAM).base("/repo/").post("plain.md", "Text.").file("public/owner.css", owners).bundle();
    let name = file(&built).expect("a file");
    for page in ["index.html", "posts/plain/index.html", "404.html"] {
        let html = built.text(page);
        let tag = format!("</style>\n<template id=\"program\"><link rel=\"stylesheet\" href=\"/repo/{name}\">");
        let (_, after) = html.split_once(&tag).unwrap_or_else(|| panic!("{tag} is not in {html}"));
        assert!(after.contains("owner.css"), "{after}");
        assert!(inside(&built, page).contains("--caution:"), "the owner's style uses it");
    }
}

#[test]
fn a_page_without_a_program_needs_no_file() {
    let built = site("").post("code.md", CODE).bundle();
    assert_eq!(file(&built), None);
    assert!(inside(&built, "posts/code/index.html").contains(".code .k"));
    assert!(!built.text("posts/code/index.html").contains("stylesheet"));
}

#[test]
fn every_page_allows_the_style_that_is_inside() {
    let built = site(PROGRAM).post("code.md", CODE).post("plain.md", "Text.").bundle();
    let pages: Vec<_> = built.files().into_keys().filter(|path| path.ends_with(".html")).collect();
    assert!(pages.len() > 5, "{pages:?}");
    for page in pages {
        let style = inside(&built, &page);
        // The page of the editor has a style of its own besides.
        let end = if page == "write/index.html" { " 'sha256-" } else { ";" };
        let policy = format!("style-src 'self' 'sha256-{}'{end}", STANDARD.encode(Sha256::digest(&style)));
        assert!(built.text(&page).contains(&policy), "{page}: {policy}");
    }
}

#[test]
fn the_name_of_the_file_changes_with_the_style_alone() {
    let [one, two] = ["Text.", CODE].map(|text| file(&site(PROGRAM).post("one.md", text).bundle()));
    assert_eq!(one, two);
    let other = site(PROGRAM).post("one.md", "Text.");
    let shell = other.options.shell.join("index.html");
    let changed = fs::read_to_string(&shell).expect("a shell").replace("--radius: 6px", "--radius: 5px");
    fs::write(&shell, changed).expect("a shell that can be written");
    assert_ne!(file(&other.bundle()), one);
    // The service worker keeps files of this form for as long as a page names them.
    let worker = fs::read_to_string("src/bundle/output/offline/worker/site.js").expect("a script");
    assert!(worker.contains(r"/^personal-page-(start-|reader-)?[0-9a-f]+(_bg)?\.(js|wasm|css)$/"), "{worker}");
    let name = one.expect("a file");
    let hash = name.trim_start_matches("personal-page-").trim_end_matches(".css");
    assert!(hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{name}");
}
