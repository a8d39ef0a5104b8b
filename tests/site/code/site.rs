//! Code and formulas in a built site: in pages, in data, and in findings.

use std::fs;
use std::path::Path;

use personal_page::bundle::{Failure, Options, Report, bundle};
use personal_page::content::Date;

use crate::common::folder::{CONFIG, Folder};

/// Builds a site with one post, whose text begins on line 5.
fn build(text: &str, html: bool, lenient: bool) -> (Folder, Result<Report, Failure>) {
    let site = Folder::new();
    site.write("site.toml", format!("{CONFIG}[markdown]\nhtml = {html}\n"));
    let front = "---\n{title: Sums, date: 2025-03-01,\ndescription: Of numbers.}\n---\n";
    site.write("posts/sums.md", front.to_owned() + text);
    site.write(
        "shell/index.html",
        "<html lang=\"en\"><head><meta charset=\"utf-8\"><!-- head --></head><body><!-- page --></body></html>",
    );
    let built = bundle(&options(site.root(), lenient));
    (site, built)
}

fn options(root: &Path, lenient: bool) -> Options {
    Options {
        shell: root.join("shell"),
        out: root.join("out"),
        lenient,
        ..Options::new(root.to_owned(), "2025-03-02".parse::<Date>().expect("a date"))
    }
}

fn page(site: &Folder, name: &str) -> String {
    let path = Path::new("out/posts/sums").join(name);
    fs::read_to_string(site.path(path)).expect("the page of the post")
}

const TEXT: &str = "A block:\n\n```rust title=\"a.rs\" linenos {1}\nlet a = \"<b>\";\n```\n\n\
    Of $x_1$, in `code`, and plain:\n\n    let a = 1;\n\n$$\n\\sum_{k=1}^n k\n$$\n";

#[test]
fn code_and_formulas_stand_in_the_page_and_travel_beside_the_markdown() {
    let (site, built) = build(TEXT, false, false);
    assert!(built.is_ok_and(|report| report.findings.sorted().is_empty()));
    let (html, json) = (page(&site, "index.html"), page(&site, "index.json"));
    let line = "<span class=\"line hl\" data-n=\"1\"><span class=\"k\">let</span> a = \
                <span class=\"s\">\"&lt;b&gt;\"</span>;\n</span>";
    for part in ["<figcaption>a.rs</figcaption>", line, "<code>let a = 1;\n</code>", "<msub>", "<munderover>"] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("style="), "{html}");
    assert!(json.contains("\"code\":[\"<span class=\\\"line hl") && json.contains("\"formulas\":[\"<math"), "{json}");
}

#[test]
fn where_html_is_allowed_code_and_formulas_survive_the_sanitiser() {
    let (plain, _) = build(TEXT, false, false);
    let (site, built) = build(&format!("{TEXT}\n<div>HTML</div>\n"), true, false);
    assert!(built.is_ok_and(|report| report.findings.sorted().is_empty()));
    let part = |html: &str| {
        let start = html.find("<figure").expect("a block of code");
        let end = html.rfind("</math>").expect("a formula");
        html[start..end].replace("&quot;", "\"")
    };
    assert_eq!(part(&page(&site, "index.html")), part(&page(&plain, "index.html")));
}

#[test]
fn a_formula_that_does_not_parse_is_an_error_with_its_line() {
    let text = "Fine: $x$.\n\n> $$\n> a +\n> \\foo\n> $$\n";
    let message =
        "posts/sums.md:9: the formula has an unknown command, \\foo — correct it, or write \\$ for a dollar sign";
    let (_site, built) = build(text, false, false);
    assert_eq!(built.map_or_else(|failure| failure.to_string(), |_| String::new()), message);
    let (site, built) = build(text, false, true);
    let findings = built.map_or_else(|failure| failure.to_string(), |report| report.findings.to_string());
    assert_eq!(findings, message.replacen(": the", ": warning: the", 1));
    let html = page(&site, "index.html");
    assert!(html.contains("<math display=\"inline\"><mi>x</mi></math>"), "{html}");
    assert!(html.contains("<code class=\"math\">\na +\n\\foo\n</code>"), "{html}");
}

#[test]
fn an_unknown_language_is_a_warning_with_its_line() {
    let (site, built) = build("First.\n\n```pyton\nprint(1)\n```\n", false, false);
    let findings = built.map_or_else(|failure| failure.to_string(), |report| report.findings.to_string());
    assert_eq!(
        findings,
        "posts/sums.md:7: warning: no highlighting for the language \"pyton\" — did you mean \"python\"?"
    );
    assert!(page(&site, "index.html").contains("<code class=\"language-pyton\">print(1)\n</code>"));
}

#[test]
fn unchanged_code_and_formulas_come_from_the_cache() {
    let (site, _) = build(TEXT, false, false);
    let again = |text: &str| {
        let post = format!("---\n{{title: Sums, date: 2025-03-01,\ndescription: Of numbers.}}\n---\n{text}");
        site.write("posts/sums.md", post);
        bundle(&options(site.root(), false)).expect("no mistake");
        page(&site, "index.html")
    };
    // A mark that only the cached result has distinguishes it from a new one.
    let cache = site.path("target/site/cache");
    for (kind, from, to) in [("code", "class=\\\"k\\\"", "class=\\\"t\\\""), ("formulas", "<msub>", "<msup>")] {
        let kept =
            fs::read_dir(cache.join(kind)).expect("a kind of the cache").map(|file| file.expect("a file").path());
        for file in kept {
            let text = fs::read_to_string(&file).expect("a kept part");
            assert!(text.contains(from), "{text}");
            fs::write(file, text.replace(from, to)).expect("a kept part");
        }
    }
    let html = again(&TEXT.replace("A block", "The block"));
    assert!(html.contains("<span class=\"t\">let</span>") && html.contains("<msup>"), "kept: {html}");
    let html = again(&TEXT.replace("x_1", "y_1").replace("let a", "let b"));
    assert!(html.contains("<span class=\"k\">let</span>") && html.contains("<msub>"), "made anew: {html}");
}
