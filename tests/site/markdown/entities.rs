//! Named entities, which travel as numeric ones: the browser's parser has no table of their names.

use std::fs;
use std::path::Path;

use personal_page::content::Dialect;
use personal_page::markdown::entities::{KEPT, numeric};
use walkdir::WalkDir;

use super::html;

/// The HTML of a text in a browser: its parser knows no names but the kept ones.
pub(crate) fn drawn(text: &str) -> String {
    let unknown = |text: &str| {
        let name = text.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let is_known = KEPT.contains(&name) || !text[name.len()..].starts_with(';');
        ["&", if is_known { "" } else { "ZZ" }, text].concat()
    };
    let mut parts = text.split('&');
    let first = parts.next().unwrap_or_default().to_owned();
    html(&(first + &parts.map(unknown).collect::<String>())).replace("ZZ", "")
}

/// Checks how texts travel, and that they read the same then.
#[track_caller]
fn travel(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(numeric(text, Dialect::default()), *expected, "from {text:?}");
        assert_eq!(drawn(expected), html(text), "from {text:?}");
    }
}

#[test]
fn they_become_numbers_wherever_they_are_read() {
    travel(&[
        ("&copy; 2024, caf&eacute;s", "&#169; 2024, caf&#233;s"),
        ("two signs: &bne;", "two signs: &#61;&#8421;"),
        ("## Cr&egrave;me\n\n> - *br&ucirc;l&eacute;e*", "## Cr&#232;me\n\n> - *br&#251;l&#233;e*"),
        ("| a&mdash;b |\n| --- |\n| &vert; |", "| a&#8212;b |\n| --- |\n| &#124; |"),
        ("[a](/caf&eacute; \"&Agrave; la\")", "[a](/caf&#233; \"&#192; la\")"),
        ("[a]\n\n[a]: </caf&eacute;> '&Agrave; la'", "[a]\n\n[a]: </caf&#233;> '&#192; la'"),
        ("![&Uuml;ber](a.png)[^1]\n\n[^1]: &Auml;h.", "![&#220;ber](a.png)[^1]\n\n[^1]: &#196;h."),
        ("``` caf&eacute;\n&eacute;\n```", "``` caf&#233;\n&eacute;\n```"),
        ("https://a.example/?a=1&para;=2", "https://a.example/?a=1&#182;=2"),
        ("[&copy;][&copy;]\n\n[&copy;]: /b", "[&#169;][&#169;]\n\n[&#169;]: /b"),
        ("\\\\&copy;", "\\\\&#169;"),
    ]);
}

#[test]
fn what_they_hide_from_the_parser_stays_hidden() {
    travel(&[
        ("&ast;a&ast; &lbrack;b](c)", "&#42;a&#42; &#91;b](c)"),
        ("&grave;a&grave; &dollar;b&dollar;", "&#96;a&#96; &#36;b&#36;"),
        ("&NewLine;&num; a&Tab;b", "&#10;&#35; a&#9;b"),
        ("&AMP;copy; *a&AMP;* &LT;b&GT;", "&#38;copy; *a&#38;* &#60;b&#62;"),
    ]);
}

#[test]
fn they_stay_where_they_are_no_entities() {
    for text in [
        "`&copy;` and ``a &copy;``",
        "    &copy;\n\n```\n&copy;\n```\n\n> ~~~\n> &copy;",
        "$&copy;$\n\n$$\na &copy; b\n$$",
        "<i title=\"&copy;\">a</i>\n\n<div>&copy;</div>",
        "<https://a.example/?b&copy;>",
        "\\&copy; \\\\\\&copy;",
        "&unknown; &copy &;",
        "&amp; &lt;b&gt; &quot;c&quot; 5&nbsp;km",
    ] {
        travel(&[(text, text)]);
    }
}

#[test]
fn the_posts_of_the_fixtures_read_the_same() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let files = WalkDir::new(fixtures).into_iter().map(|entry| entry.expect("a readable folder").into_path());
    let texts = files.filter(|path| path.extension().is_some_and(|end| end == "md"));
    let mut changed = 0;
    for path in texts {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let numeric = numeric(&text, Dialect::default());
        assert_eq!(drawn(&numeric), html(&text), "{}", path.display());
        changed += usize::from(numeric != text);
    }
    assert!(changed > 0, "one of them has entities");
}
