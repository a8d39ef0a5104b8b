//! Info strings of code blocks, and the lines they select.

use super::{copied, inside, nests, told};

const MAIN: &str = "fn main() {\n    let text = \"one\n      two\";\n\n    print(text);\n}\n";

/// The classes of each line, and its number.
fn lines(html: &str) -> Vec<&str> {
    let starts = html.split("<span class=\"line").skip(1);
    starts.filter_map(|line| line.split_once('>').map(|(tag, _)| tag.trim().trim_end_matches('"'))).collect()
}

#[test]
fn a_block_that_asks_for_nothing_has_no_lines() {
    let html = inside("rust", MAIN);
    assert!(!html.contains("line") && html.contains("<span class=\"s\">\"one\n      two\"</span>"), "{html}");
}

#[test]
fn highlighted_lines_are_pointed_at() {
    for info in [
        "rust {2,4-6}",
        "rust title=\"main.rs\" {2,4-6}",
        "rust,hl_lines=2 4-6",
        "rust, hl_lines=02 04-06",
        "rust hl_lines=2,4-6",
        "rust {hl_lines=[2,\"4-6\"]}",
    ] {
        assert_eq!(lines(&inside(info, MAIN)), ["", "hl", "", "hl", "hl", "hl"], "{info}");
    }
    assert_eq!(lines(&inside("{1}", "a\nb\n")), ["hl", ""]);
    assert_eq!(inside("text {2}", "a\nb"), "<span class=\"line\">a\n</span><span class=\"line hl\">b</span>");
}

#[test]
fn lines_are_numbered_from_one_or_from_where_the_author_says() {
    for (info, expected) in [
        ("linenos", [1, 2]),
        ("linenos=true", [1, 2]),
        ("linenos=table", [1, 2]),
        ("linenos=10", [10, 11]),
        ("linenos,linenostart=99", [99, 100]),
    ] {
        let numbers = expected.map(|n| format!("\" data-n=\"{n}"));
        assert_eq!(lines(&inside(&format!("text {info}"), "a\nb\n")), numbers, "{info}");
    }
    assert_eq!(lines(&inside("rust=", "a\n")), ["\" data-n=\"1"]);
    assert_eq!(inside("text linenos=false", "a\n"), "");
}

#[test]
fn lines_nest_and_copy_as_they_were_written() {
    for info in ["rust linenos {1,3}", "rust {3}", "text linenos", "rust linenos=7"] {
        let html = inside(info, MAIN);
        assert!(nests(&html), "{html}");
        assert_eq!(copied(&html), MAIN);
        assert_eq!(lines(&html).len(), 6);
        assert!(!html.contains("style"));
    }
    // A string over two lines becomes a span in each.
    let html = inside("rust linenos", MAIN);
    assert!(html.contains("<span class=\"s\">\"one</span>\n</span><span class=\"line\" data-n=\"3\">"), "{html}");
}

#[test]
fn a_diff_marks_inserted_and_deleted_lines() {
    let patch = "--- a/site.toml\n+++ b/site.toml\n@@ -1,2 +1,2 @@\n [author]\n-name = \"Alex Doe\"\n+name = \"Ada\"\n";
    let html = inside("diff", patch);
    assert_eq!(lines(&html), ["head", "head", "head", "", "del", "ins"]);
    assert_eq!(copied(&html), patch);
    assert!(html.contains("<span class=\"line ins\">+name = \"Ada\"\n</span>"), "{html}");
    // Three hyphens alone are a removed line of two hyphens.
    assert_eq!(lines(&inside("diff", "--- all\n+-- some\n")), ["del", "ins"]);
}

#[test]
fn code_of_a_language_can_be_marked_too() {
    let patch = " let a = 1;\n-let b = 2;\n+let b = 3;\n";
    let html = inside("rust diff linenos {1}", patch);
    assert_eq!(lines(&html), ["hl\" data-n=\"1", "del\" data-n=\"2", "ins\" data-n=\"3"]);
    assert!(html.contains(">-<span class=\"k\">let</span> b = <span class=\"n\">2</span>;\n</span>"), "{html}");
    assert_eq!(copied(&html), patch);
}

#[test]
fn words_that_mean_nothing_here_are_passed_over() {
    assert!(inside("rust,should_panic,edition2021", "let a = 1;\n").starts_with("<span class=\"k\">"));
    assert_eq!(inside("text playground editable theme=dark", "a\n"), "");
}

#[test]
fn a_misspelt_attribute_of_a_code_block_is_reported() {
    for (info, expected) in [
        (
            "text {3}",
            "there is no line 3 to highlight: the block ends at line 2 — count from the first line below the fence",
        ),
        (
            "text {0}",
            "there is no line 0 to highlight: the block ends at line 2 — count from the first line below the fence",
        ),
        (
            "text {2-1}",
            "there is no line 2-1 to highlight: the block ends at line 2 — count from the first line below the fence",
        ),
        ("text {1-x}", "\"1-x\" is not a list of lines — write {2,4-6}"),
        ("text hl_lines=all", "\"all\" is not a list of lines — write {2,4-6}"),
        ("text tilte=\"a\"", "unknown attribute \"tilte\" of a code block — did you mean \"title\"?"),
        ("text linenumbers lineno", "unknown attribute \"lineno\" of a code block — did you mean \"linenos\"?"),
    ] {
        assert_eq!(told(info, "a\nb\n"), [expected], "{info}");
    }
}
