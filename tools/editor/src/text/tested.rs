//! What tests of this folder share.

use std::fmt::Debug;

use proptest::prelude::*;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};

use super::edit::Edit;
use super::selection::Selection;

/// Tests a property on a number of values, the same in each run.
#[track_caller]
pub(super) fn holds<S>(cases: u32, values: &S, property: impl Fn(S::Value) -> TestCaseResult)
where
    S: Strategy,
    S::Value: Debug,
{
    let config = Config {
        cases,
        rng_seed: RngSeed::Fixed(2025),
        failure_persistence: None,
        max_shrink_iters: 4_000,
        ..Config::default()
    };
    if let Err(failure) = TestRunner::new(config).run(values, property) {
        panic!("{failure}");
    }
}

/// Words of several scripts.
const WORDS: [&str; 16] = [
    "sun",
    "rain",
    "Straße",
    "日本語",
    "テスト",
    "شمس",
    "שלום",
    "e\u{301}te\u{301}",
    "👩‍👩‍👧",
    "🇯🇵",
    "1.",
    "a_b",
    "C++",
    "“so”",
    "&amp;",
    "x*y",
];

pub(super) fn word() -> impl Strategy<Value = String> {
    prop::sample::select(&WORDS[..]).prop_map(str::to_owned)
}

/// Texts of words, signs of Markdown, and lines that end in different ways.
pub(super) fn texts() -> impl Strategy<Value = String> {
    let signs = [
        "\n", "\r\n", "\n\n", "\r", "- ", "  ", "1. ", "> ", "**", "*", "`", "```\n", "# ", "[", "](", ")", "|", "~~",
        "\t", "---\n",
    ];
    let piece = prop_oneof![word(), Just(" ".to_owned()), prop::sample::select(signs.to_vec()).prop_map(str::to_owned)];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A text whose selection is between `⟦` and `⟧`, or whose caret is `│`.
pub(super) fn selected(written: &str) -> (String, Selection) {
    if let Some(at) = written.find('│') {
        return (written.replace('│', ""), Selection::caret(at));
    }
    let start = written.find('⟦').expect("a selection");
    let end = written.find('⟧').expect("its end") - '⟦'.len_utf8();
    (written.replace(['⟦', '⟧'], ""), Selection { start, end })
}

/// The text after an edit, its selection written as in [`selected`].
pub(super) fn after(text: &str, edit: &Edit) -> String {
    let mut new = edit.apply(text);
    let Selection { start, end } = edit.selection_after;
    if start == end {
        new.insert(start, '│');
    } else {
        new.insert(end, '⟧');
        new.insert(start, '⟦');
    }
    new
}

/// Tests a command: each case is the text before and after, both with the selection. `""`: the command does nothing.
#[track_caller]
pub(super) fn does(command: impl Fn(&str, Selection) -> Option<Edit>, cases: &[(&str, &str)]) {
    for (before, wanted) in cases {
        let (text, selection) = selected(before);
        let result = command(&text, selection).map_or(String::new(), |edit| after(&text, &edit));
        assert_eq!(&result, wanted, "from {before:?}");
    }
}
