//! No word of a text is lost, whatever surrounds it.

use personal_page::bundle::english;
use personal_page::content::{Dialect, RenderData};
use personal_page::markdown::{Render, render};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof};
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;

use super::holds;
use super::texts::text;

/// Words, and characters with a meaning beside them. Not links, footnotes, code, tables, HTML and attributes: not all
/// of their content is shown.
const PIECES: &[&str] = &[
    "word", "Zwölf", "字", "重要", "한국", "w27", "x^2", "。", "，", "「", "」", "“", "(", ")", "!", ":", ": ", ":) ",
    "\n: ", "\n:", "\n\n:", "{", "}", "{}", "{x}", "{# ", "$", "$$", "*", "**", "***", "_", "__", "~~x", "\"", "'",
    "--", " ", "  ", "\n", "\n\n", "\r\n", "# ", "## ", "\n## ", "> ", "- ", "\n===\n", "\n---\n", "^", "%", "@", "?",
    "/", ",", "\u{1}", "\u{e000}", "\u{2800}",
];

fn pieces() -> impl Strategy<Value = String> {
    let repeated = (select(PIECES), 2..30usize).prop_map(|(piece, times)| piece.repeat(times));
    vec(prop_oneof![20 => select(PIECES).prop_map(str::to_owned), 1 => repeated], 0..40)
        .prop_map(|pieces| pieces.concat())
}

/// The visible text of HTML, without the button of a code block.
fn shown(html: &str) -> String {
    let html = html.replace("Copy</button>", "</button>");
    let texts: String = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    texts.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

pub(super) fn nothing_is_lost(text: &str, math: bool) -> TestCaseResult {
    let dialect = Dialect { math, ..Dialect::default() };
    let options = Render { base: "/", words: &english(), html: &[], sidenotes: false };
    let html = render(text, &RenderData { dialect, ..RenderData::default() }, options);
    let shown = shown(&html);
    let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    prop_assert_eq!(words(&shown), words(text), "{}", &html);
    let count = |text: &str, sign: char| text.matches(sign).count();
    // A colon may be lost only to a definition, a dollar sign only to a formula.
    prop_assert_eq!(count(&shown, ':') + html.matches("<dd>").count(), count(text, ':'), "{}", &html);
    for sign in ['{', '}', '。', '「', '」', '^', '%', '@', '?', '/', ',', '\u{e000}', '\u{2800}'] {
        prop_assert_eq!(count(&shown, sign), count(text, sign), "{} in {}", sign, &html);
    }
    if !math {
        prop_assert_eq!(count(&shown, '$'), count(text, '$'), "{}", &html);
    }
    Ok(())
}

#[test]
fn no_word_and_no_sign_that_means_nothing_is_lost() {
    holds(4_000, &(pieces(), any::<bool>()), |(text, math)| nothing_is_lost(&text, math));
}

#[test]
fn what_stands_in_for_a_character_is_never_seen() {
    let is_stand_in = |c: char| matches!(c, '\u{e000}'..='\u{e0ff}' | '\u{2800}'..='\u{28ff}');
    let clean = text().prop_map(move |text| text.replace(is_stand_in, "") + "。*字**\"");
    holds(1_500, &clean, |text| {
        let options = Render { base: "/", words: &english(), html: &[], sidenotes: true };
        let html = render(&text, &RenderData::default(), options);
        prop_assert!(!html.contains(is_stand_in), "{}", html);
        Ok(())
    });
}
