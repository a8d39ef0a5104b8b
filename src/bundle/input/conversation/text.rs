//! Cleans the texts of other people: names, and HTML of which few elements are left.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

/// In bytes of HTML. More is cut off: the whole text is where it was written.
const LONGEST: usize = 4_000;
/// What of a text is read at all, in bytes.
const MOST_READ: usize = 16_000;
/// In characters.
const LONGEST_NAME: usize = 80;

const ELEMENTS: [&str; 13] = ["a", "b", "blockquote", "br", "code", "em", "i", "li", "ol", "p", "pre", "strong", "ul"];
/// What is removed with its content.
const WITH_CONTENT: [&str; 9] = ["iframe", "math", "noscript", "object", "script", "style", "svg", "template", "title"];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from(ELEMENTS))
        .clean_content_tags(HashSet::from(WITH_CONTENT))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow ugc"));
    cleaner
});

/// The text of a reply as safe HTML. Cleaning it again changes nothing.
pub(crate) fn clean(html: &str) -> String {
    let html = CLEANER.clean(&html[..html.floor_char_boundary(MOST_READ)]).to_string();
    let html: String = html.chars().filter(|c| *c == '\n' || is_visible(*c)).collect();
    let html = html.trim();
    if html.len() <= LONGEST {
        return html.to_owned();
    }
    // Cleaning closes the elements that the cut left open, which adds as much again as they have taken.
    let cuts = std::iter::successors(Some(LONGEST - 200), |most| Some(most / 2));
    let mut closed = cuts.map(|most| CLEANER.clean(&(cut(html, most).to_owned() + "…")).to_string());
    closed.find(|html| html.len() <= LONGEST).unwrap_or_default()
}

/// The start of a text, not cut within a tag or a character reference.
fn cut(html: &str, most: usize) -> &str {
    let start = &html[..html.floor_char_boundary(most)];
    let open = start.rfind('<').filter(|open| !start[*open..].contains('>'));
    let start = open.map_or(start, |open| &start[..open]);
    let reference = start.rfind('&').filter(|reference| !start[*reference..].contains(';'));
    reference.map_or(start, |reference| &start[..reference])
}

/// A name or an account on one line, without what would change the direction of the text around it.
pub(crate) fn name(written: &str) -> String {
    let visible: String = written.chars().take(1000).map(|c| if is_visible(c) { c } else { ' ' }).collect();
    let words = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LONGEST_NAME).collect()
}

/// The HTML of a text whose special characters are escaped: paragraphs and line breaks.
pub(crate) fn from_lines(escaped: &str) -> String {
    let paragraphs = escaped.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(|paragraph| format!("<p>{}</p>", paragraph.replace('\n', "<br>"))).collect()
}

/// Control characters and overrides of the writing direction are not.
fn is_visible(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, clean, from_lines, name};

    #[test]
    fn a_text_keeps_what_is_said_and_nothing_that_acts() {
        for (written, kept) in [
            ("<p>Hi <strong>you</strong></p>", "<p>Hi <strong>you</strong></p>"),
            ("<p onclick=x style=y class=z>Hi</p><script>alert(1)</script>", "<p>Hi</p>"),
            ("<img src=x onerror=alert(1)>Hi<iframe src=//x></iframe>", "Hi"),
            ("<a href=\"javascript:alert(1)\">x</a>", "<a rel=\"nofollow ugc\">x</a>"),
            ("<a href=\"/write/\">x</a>", "<a rel=\"nofollow ugc\">x</a>"),
            (
                "<a href=\"https://a.example/\" rel=me target=_top>x</a>",
                "<a href=\"https://a.example/\" rel=\"nofollow ugc\">x</a>",
            ),
            ("a\u{202e}b&#x202e;c\u{7}", "abc"),
            ("</div></section></main>Hi", "Hi"),
            ("<svg><text>Hi</text></svg>", ""),
            // A paragraph ends the drawing (HTML, 13.2.6.5).
            ("<svg><p>Hi</svg>", "<p>Hi</p>"),
        ] {
            assert_eq!(clean(written), kept, "{written}");
            assert_eq!(clean(kept), kept);
        }
    }

    #[test]
    fn a_long_text_is_cut_and_stays_whole_html() {
        for part in ["<p>Größe &amp; more</p>", "<blockquote><em>x", "&lt;", "日本"] {
            let html = clean(&part.repeat(3_000));
            assert!(html.len() <= LONGEST && html.contains('…'), "{part}: {}", html.len());
            assert_eq!(clean(&html).matches('…').count(), 1, "{part}");
        }
    }

    #[test]
    fn a_name_is_one_line_and_changes_no_direction() {
        assert_eq!(name(" Ada\n\u{202e}Lovelace\u{2066}  "), "Ada Lovelace");
        assert_eq!(name(&"x".repeat(5_000)).len(), 80);
    }

    #[test]
    fn lines_become_paragraphs_and_breaks() {
        assert_eq!(from_lines("a &lt; b\nc\n\n\nd"), "<p>a &lt; b<br>c</p><p>d</p>");
    }
}
