//! Texts written to break the site: they are rendered, or reported to their author, within limits.

use crate::bundle::confined::{bundle, mistakes};
use crate::bundle::site::Site;

/// As deep as a hand with a key held down goes.
const DEEP: usize = 10_000;

/// Deeply nested markup.
fn nested(open: &str, close: &str) -> String {
    open.repeat(DEEP) + "x" + &close.repeat(DEEP)
}

/// Many numbered items.
fn numbered(count: usize, write: impl Fn(usize) -> String) -> String {
    (0..count).map(write).collect()
}

/// Bundles all texts as three sites: without HTML, with HTML allowed in every text, and with all HTML. What is easy
/// for one may be too much for another.
#[track_caller]
fn draw(texts: &[(&str, String)]) {
    for (html, end) in [("", "The end"), ("", "The <u>end</u>"), ("[markdown]\nhtml = true\n", "The <b>end</b>")] {
        let mut site = Site::new().config(&format!("[policy]\nimg = [\"https://pictures.example\"]\n{html}"));
        for (name, text) in texts {
            site = site.post(&format!("{name}.md"), &format!("{text}\n\n{end} of it."));
        }
        // There may be findings that some of it is no markup.
        let (lines, written) = bundle(&site);
        assert!(written, "{lines:#?}");
        for (name, _) in texts {
            let page = std::fs::read_to_string(site.options.shell.join(format!("posts/{name}/index.html")));
            let page = page.expect("the page");
            assert!(page.contains(" of it."), "{name} ends before its end");
        }
    }
}

#[test]
fn what_is_nested_ten_thousand_deep_is_drawn() {
    draw(&[
        ("quotes", nested("> ", "")),
        ("lists", nested("- ", "")),
        ("ordered-lists", nested("1. ", "")),
        ("tasks", nested("- [ ] ", "")),
        ("alerts", "> ".repeat(DEEP) + "[!NOTE]"),
        ("indented-lists", numbered(900, |n| "  ".repeat(n) + "- x\n")),
        ("definitions", "a\n".to_owned() + &numbered(900, |n| "  ".repeat(n) + ": a\n")),
        (
            "footnotes-in-footnotes",
            "a[^0]\n\n".to_owned() + &numbered(400, |n| "    ".repeat(n) + &format!("[^{n}]: b\n")),
        ),
    ]);
}

#[test]
fn words_nested_ten_thousand_deep_are_drawn() {
    draw(&[
        ("brackets", nested("[", "]")),
        ("links", nested("[", "](/)")),
        ("pictures", nested("![", "](https://pictures.example/a.png)")),
        ("emphasis", nested("*a ", " c*")),
        ("strong-emphasis", nested("*_", "_*")),
        ("strong", nested("*a **b ", " c** d*")),
        ("struck", "~a~~b".repeat(DEEP)),
        ("parentheses", format!("[x]({})", nested("(", ")"))),
        ("heading", "## ".to_owned() + &nested("*a ", " c*")),
        ("formula", format!("${}$", "{".repeat(1_900) + "x" + &"}".repeat(1_900))),
        ("roots", format!("${}$", "\\sqrt{".repeat(500) + "x" + &"}".repeat(500))),
        ("matrices", format!("$${}$$", "\\begin{matrix}".repeat(130) + "x" + &"\\end{matrix}".repeat(130))),
    ]);
}

#[test]
fn what_is_opened_and_never_closed_is_drawn() {
    draw(&[
        ("brackets", "[".repeat(100_000)),
        ("backticks", numbered(1_300, |n| "`".repeat(n) + " ")),
        ("fences", numbered(900, |n| "`".repeat(n + 1) + "\n")),
        ("dollars", "$".repeat(100_000)),
        ("formulas", "$$a$ ".repeat(30_000)),
        ("braces", "## x ".to_owned() + &"{".repeat(100_000)),
        ("backslashes", "\\".repeat(100_001)),
        ("angles", "<".repeat(5_000)),
        ("tags", "<a ".repeat(5_000)),
        ("instructions", "a <?".repeat(5_000)),
        ("declarations", "a <!A ".repeat(5_000)),
        ("data", "a <![CDATA[".repeat(5_000)),
        ("code", format!("```json\n{}\n```", "[\n".repeat(20_000))),
    ]);
}

#[test]
fn what_is_too_much_for_a_reader_is_drawn() {
    draw(&[
        ("headings", "## x\n\n".repeat(DEEP)),
        ("numbered-headings", numbered(DEEP, |n| format!("## x {}\n\n", n % 5))),
        ("a-long-heading", "## ".to_owned() + &"x ".repeat(200_000)),
        ("a-wide-table", format!("|{}\n|{}\n{}", "a|".repeat(DEEP), "-|".repeat(DEEP), "|a|\n".repeat(2_000))),
        ("a-long-table", "|a|b|\n|-|-|\n".to_owned() + &"|c|d|\n".repeat(50_000)),
        ("one-word", "a".repeat(900_000)),
        ("marks", "a".to_owned() + &"\u{301}".repeat(200_000)),
        ("turned-round", "\u{202e}".repeat(1_000) + "x"),
        ("addresses", "http://a.example/ ' ".repeat(19_000)),
        ("an-address", "www.".repeat(50_000)),
        ("quotation-marks", "\"'".repeat(100_000)),
        ("dots-and-dashes", "...--".repeat(100_000)),
        (
            "lines-to-point-at",
            format!("```rust {{{}}}\n{}```", numbered(20_000, |n| format!("{},", n + 1)), "x\n".repeat(20_000)),
        ),
        ("line-numbers", "```rust linenos=4294967295\na\nb\n```".to_owned()),
        ("definitions", numbered(30_000, |n| format!("[{n}]: /\n"))),
        ("one-definition", format!("[a]: /?{}\n\n{}", "x".repeat(50_000), "[a] ".repeat(19_000))),
    ]);
}

#[test]
fn footnotes_that_name_one_another_are_drawn() {
    draw(&[
        ("itself", "a[^1]\n\n[^1]: b[^1]".to_owned()),
        ("a-ring", "a[^0]\n\n".to_owned() + &numbered(3_000, |n| format!("[^{n}]: b[^{}]\n\n", (n + 1) % 3_000))),
        ("doubling", "a[^0]\n\n".to_owned() + &numbered(60, |n| format!("[^{n}]: b[^{0}] c[^{0}]\n\n", n + 1))),
        ("one-for-all", "a[^1] ".repeat(DEEP) + "\n\n[^1]: b"),
        ("one-each", numbered(5_000, |n| format!("a[^{n}]\n\n")) + &numbered(5_000, |n| format!("[^{n}]: b\n\n"))),
    ]);
}

#[test]
fn a_text_that_is_too_long_says_so() {
    let site = Site::new().post("novel.md", &"A line of words, quite ordinary.\n".repeat(1_600_000));
    assert_eq!(mistakes(&site), ["posts/novel.md: is longer than 1 MB — split it into several files"]);
}

#[test]
fn a_text_with_too_much_of_one_kind_says_which_and_where() {
    let site = Site::new()
        .post("notes.md", &numbered(5_001, |n| format!("[^{n}]: b\n\n")))
        .post("links.md", &"[x](/)\n".repeat(20_001))
        .post("tags.md", &"a <b>\n".repeat(10_001));
    let error = |name: &str, line: usize, most: &str| {
        format!("posts/{name}:{line}: the text has more than {most}, the maximum — split it into several posts")
    };
    let expected = [
        error("links.md", 20_005, "20000 links and pictures"),
        error("notes.md", 10_005, "5000 footnotes"),
        error("tags.md", 10_005, "10000 tags of HTML"),
    ];
    assert_eq!(mistakes(&site), expected);
}

#[test]
fn a_line_number_larger_than_any_block_is_left_out() {
    let text = "```rust linenos=18446744073709551615\na\nb\n```";
    let built = Site::new().post("hello.md", text).bundle();
    assert!(built.body("posts/hello/").contains("data-n=\"1\"") && built.body("posts/hello/").contains("data-n=\"2\""));
}

/// Raw HTML is parsed as by a browser, which reopens elements that were left open.
#[test]
fn html_that_is_never_closed_is_sanitised() {
    let texts = [
        "<div>".repeat(9_000),
        "<table><tr><td>".repeat(3_000),
        "<svg>".repeat(9_000),
        "<math>".repeat(9_000),
        "<template>".repeat(9_000),
        "<select>".repeat(9_000),
        "<a href=/><div>".repeat(3_000),
        "<b><p>".repeat(3_000) + &"</b>".repeat(3_000),
        "> <div>\n".repeat(9_000),
        numbered(1_000, |n| format!("<b id=a{n}>\n")) + &"\n\nx".repeat(1_000),
        format!("<p {}>x</p>", numbered(20_000, |n| format!("a{n}=1 "))),
        format!("<div>\n{}</div>", numbered(4_000, |n| format!("<a href=\"/?{n}\">x</a>\n"))),
    ];
    let mut site = Site::new().config("[markdown]\nhtml = true\n");
    for (n, text) in texts.iter().enumerate() {
        site = site.post(&format!("text-{n}.md"), text);
    }
    // Findings on them are reported once.
    let (findings, written) = bundle(&site);
    assert!(written && findings.len() < 10, "{findings:#?}");
}
