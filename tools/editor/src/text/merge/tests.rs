use proptest::prelude::*;

use super::super::tested::{holds, word};
use super::*;

fn clean(base: &str, mine: &str, theirs: &str) -> String {
    match merge(base, mine, theirs) {
        Merged::Clean(text) => text,
        conflicts => panic!("{conflicts:?}"),
    }
}

#[test]
fn changes_of_other_lines_are_both_taken_over() {
    assert_eq!(clean("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\nd\n"), "A\nb\nC\nd\n");
    assert_eq!(clean("雨\n\n雪\n", "雨\n\n雪\n👩‍👩‍👧\n", "شمس\n\n雪\n"), "شمس\n\n雪\n👩‍👩‍👧\n");
    assert_eq!(clean("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n"), "a\nc\nd\n");
}

#[test]
fn other_words_of_one_line_are_both_taken_over() {
    let base = "The sun is warm and the rain is cold.\n";
    let mine = "The sun is hot and the rain is cold.\n";
    let theirs = "The sun is warm and the snow is cold.\n";
    assert_eq!(clean(base, mine, theirs), "The sun is hot and the snow is cold.\n");
    assert_eq!(
        clean("今日は雨が降っています。", "今日は雪が降っています。", "今日は雨が降っていました。"),
        "今日は雪が降っていました。"
    );
}

#[test]
fn the_same_change_on_both_sides_is_made_once() {
    assert_eq!(clean("a\nb\n", "a\nx\n", "a\nx\n"), "a\nx\n");
}

#[test]
fn the_same_word_changed_by_both_is_a_conflict_with_both_sides() {
    let merged = merge("top\nIt is warm.\nend\n", "top\nIt is hot.\nend\n", "top\nIt is cold.\nmore\nend\n");
    let Merged::Conflicts { text, conflicts } = merged else { panic!("{merged:?}") };
    assert_eq!(text, "top\nIt is hot.\nend\n");
    let [conflict] = &conflicts[..] else { panic!("{conflicts:?}") };
    assert_eq!(&text[conflict.range.clone()], "It is hot.\n");
    assert_eq!(
        (&*conflict.mine, &*conflict.theirs, &*conflict.base),
        ("It is hot.\n", "It is cold.\nmore\n", "It is warm.\n")
    );
}

#[test]
fn two_texts_added_at_one_place_are_a_conflict_and_not_woven_together() {
    assert!(matches!(merge("a\n", "a\nmine\n", "a\ntheirs\n"), Merged::Conflicts { .. }));
    assert!(matches!(merge("", "mine", "theirs"), Merged::Conflicts { .. }));
    assert!(matches!(
        merge("one sentence\n", "quite another text of mine\n", "what they have written here\n"),
        Merged::Conflicts { .. }
    ));
}

#[test]
fn a_line_that_one_deletes_and_the_other_changes_is_a_conflict() {
    assert!(matches!(merge("a\nb\nc\n", "a\nc\n", "a\nB!\nc\n"), Merged::Conflicts { .. }));
}

#[test]
fn lines_keep_crlf_and_take_it_where_their_side_lost_it() {
    assert_eq!(clean("a\r\nb\r\nc\r\n", "A\r\nb\r\nc\r\n", "a\r\nb\r\nC\r\n"), "A\r\nb\r\nC\r\n");
    assert_eq!(clean("a\r\nb\r\nc\r\n", "A\r\nb\r\nc\r\n", "a\nb\nC\n"), "A\r\nb\r\nC\r\n");
    // Mixed endings are left as they are.
    assert_eq!(clean("a\r\nb\nc\n", "a\r\nb\nc\nd\n", "x\r\nb\nc\n"), "x\r\nb\nc\nd\n");
}

#[test]
fn a_missing_last_line_ending_stays_missing() {
    assert_eq!(clean("a\nb\nc", "A\nb\nc", "a\nb\nc d"), "A\nb\nc d");
}

/// A text of some lines, and versions of it.
fn versions() -> impl Strategy<Value = (String, String, String)> {
    let line = || prop::collection::vec(word(), 0..6).prop_map(|words| words.join(" "));
    let ending = prop::sample::select(vec!["\n", "\r\n"]);
    let changes = || prop::collection::vec((0..12_usize, 0..4_u8, line()), 0..4);
    (prop::collection::vec(line(), 0..12), changes(), changes(), ending).prop_map(|(lines, mine, theirs, ending)| {
        let text = |lines: &[String]| lines.iter().map(|line| [line.as_str(), ending].concat()).collect::<String>();
        let changed = |changes: &[(usize, u8, String)]| {
            let mut lines = lines.clone();
            for (at, kind, line) in changes {
                match kind {
                    0 if *at < lines.len() => drop(lines.remove(*at)),
                    1 if *at < lines.len() => lines[*at] = line.clone(),
                    2 if *at < lines.len() => lines[*at].push_str(&[" ", line].concat()),
                    _ => lines.insert((*at).min(lines.len()), line.clone()),
                }
            }
            text(&lines)
        };
        (text(&lines), changed(&mine), changed(&theirs))
    })
}

fn count<'t>(text: &'t str, word: &str) -> usize {
    let words: Vec<&'t str> = text.split_whitespace().collect();
    words.iter().filter(|one| **one == word).count()
}

#[test]
fn no_word_that_either_side_added_is_ever_lost() {
    holds(2000, &versions(), |(base, mine, theirs)| {
        let all = match merge(&base, &mine, &theirs) {
            Merged::Clean(text) => text,
            Merged::Conflicts { text, conflicts } => {
                for conflict in &conflicts {
                    prop_assert_eq!(&text[conflict.range.clone()], &conflict.mine);
                }
                conflicts.iter().fold(text, |text, conflict| [&text, "\n", &conflict.theirs].concat())
            }
        };
        for side in [&mine, &theirs] {
            for word in side.split_whitespace().filter(|word| count(side, word) > count(&base, word)) {
                prop_assert!(all.contains(word), "{} is lost in {:?}", word, all);
            }
        }
        Ok(())
    });
}

#[test]
fn a_side_without_changes_gives_the_other_side() {
    holds(500, &versions(), |(base, mine, _)| {
        prop_assert_eq!(clean(&base, &mine, &base), mine.clone());
        prop_assert_eq!(clean(&base, &base, &mine), mine.clone());
        prop_assert_eq!(clean(&base, &mine, &mine), mine);
        Ok(())
    });
}

#[test]
fn the_texts_that_are_conflicts_or_merged_are_never_shorter_than_the_lines_that_both_kept() {
    holds(500, &versions(), |(base, mine, theirs)| {
        let text = match merge(&base, &mine, &theirs) {
            Merged::Clean(text) | Merged::Conflicts { text, .. } => text,
        };
        for line in base.lines().filter(|line| !line.is_empty() && base.matches(line).count() == 1) {
            if mine.lines().any(|one| one == line) && theirs.lines().any(|one| one == line) {
                prop_assert!(text.contains(line), "{:?} is lost in {:?}", line, text);
            }
        }
        Ok(())
    });
}
