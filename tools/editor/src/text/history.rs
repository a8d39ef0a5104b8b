//! Undo and redo. The history is kept with the draft, so that it survives a reload.

use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::selection::Selection;

/// How long a pause ends what is undone together, in milliseconds.
const PAUSE_MS: u64 = 1_000;
/// What a step counts beside its texts, in bytes.
const STEP_BYTES: usize = 64;

/// Where an edit comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// A key: letters of one word are undone together.
    Typing,
    /// A command, a paste: undone alone.
    Command,
}

/// The edits of a text, in a line: an edit after an undo forgets what was undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    steps: Vec<Step>,
    /// How many of them are done. Those after are undone.
    done: usize,
    /// What the texts of the steps may have together, in bytes.
    max_bytes: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Step {
    at: usize,
    removed: String,
    inserted: String,
    before: Selection,
    after: Selection,
    source: Source,
    /// When it was last added to, in milliseconds of any clock.
    time_ms: u64,
}

impl Step {
    fn bytes(&self) -> usize {
        STEP_BYTES + self.removed.len() + self.inserted.len()
    }
}

impl History {
    /// An empty history.
    #[must_use]
    pub fn new(max_bytes: usize) -> Self {
        Self { steps: Vec::new(), done: 0, max_bytes }
    }

    /// Notes an edit of a text, which has not been made yet. `before` is what was selected.
    pub fn push(&mut self, text: &str, edit: &Edit, before: Selection, source: Source, time_ms: u64) {
        let range = Selection::from(edit.range.clone()).within(text);
        if text[range.clone()] == *edit.replacement {
            return;
        }
        self.steps.truncate(self.done);
        let (removed, inserted) = (text[range.clone()].to_owned(), edit.replacement.clone());
        let step = Step { at: range.start, removed, inserted, before, after: edit.selection_after, source, time_ms };
        if !self.steps.last_mut().is_some_and(|last| join(last, &step)) {
            self.steps.push(step);
        }
        self.done = self.steps.len();
        self.shorten();
    }

    /// The edit that undoes the last step of a text. `None` if there is none.
    pub fn undo(&mut self, text: &str) -> Option<Edit> {
        let step = self.steps.get(self.done.checked_sub(1)?)?;
        let edit = turned(text, step.at, &step.inserted, &step.removed, step.before);
        self.done -= 1;
        self.or_forget(edit)
    }

    /// The edit that makes the last undone step again. `None` if there is none.
    pub fn redo(&mut self, text: &str) -> Option<Edit> {
        let step = self.steps.get(self.done)?;
        let edit = turned(text, step.at, &step.removed, &step.inserted, step.after);
        self.done += 1;
        self.or_forget(edit)
    }

    /// A history that is not that of the text would break it: it is forgotten.
    fn or_forget(&mut self, edit: Option<Edit>) -> Option<Edit> {
        if edit.is_none() {
            self.steps.clear();
            self.done = 0;
        }
        edit
    }

    /// Forgets the oldest steps, until the others have room.
    fn shorten(&mut self) {
        let mut bytes: usize = self.steps.iter().map(Step::bytes).sum();
        let mut dropped = 0;
        while bytes > self.max_bytes {
            bytes -= self.steps[dropped].bytes();
            dropped += 1;
        }
        self.steps.drain(..dropped);
        self.done = self.done.saturating_sub(dropped);
    }
}

/// The edit by which `old` becomes `new`. `None` if `old` is not there.
fn turned(text: &str, at: usize, old: &str, new: &str, selection_after: Selection) -> Option<Edit> {
    let range = at..at + old.len();
    let fits = text.get(range.clone()) == Some(old);
    fits.then(|| Edit { range, replacement: new.to_owned(), selection_after })
}

/// Adds a step to the one before it, if both are undone together: letters of one word, or what is deleted key by key.
fn join(last: &mut Step, step: &Step) -> bool {
    let both_typed = last.source == Source::Typing && step.source == Source::Typing;
    if !both_typed || step.time_ms.saturating_sub(last.time_ms) > PAUSE_MS {
        return false;
    }
    let blank = |c: char| c.is_whitespace();
    let goes_on = step.removed.is_empty() && step.at == last.at + last.inserted.len() && !last.inserted.is_empty();
    let new_word = last.inserted.ends_with(blank) && !step.inserted.starts_with(blank);
    if goes_on && !new_word && !step.inserted.contains('\n') {
        last.inserted.push_str(&step.inserted);
    } else if last.inserted.is_empty() && step.inserted.is_empty() && step.at + step.removed.len() == last.at {
        last.removed.insert_str(0, &step.removed);
        last.at = step.at;
    } else if last.inserted.is_empty() && step.inserted.is_empty() && step.at == last.at {
        last.removed.push_str(&step.removed);
    } else {
        return false;
    }
    (last.after, last.time_ms) = (step.after, step.time_ms);
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tested::{holds, texts};
    use super::*;

    fn type_into(history: &mut History, text: &mut String, letters: &str, time_ms: u64) {
        for (index, letter) in letters.chars().enumerate() {
            let edit = Edit::replace(text.len()..text.len(), letter.to_string());
            history.push(text, &edit, Selection::caret(text.len()), Source::Typing, time_ms + index as u64);
            *text = edit.apply(text);
        }
    }

    fn undo(history: &mut History, text: &mut String) -> bool {
        let edit = history.undo(text);
        *text = edit.as_ref().map_or(text.clone(), |edit| edit.apply(text));
        edit.is_some()
    }

    #[test]
    fn typing_is_undone_word_by_word() {
        let (mut history, mut text) = (History::new(10_000), String::new());
        type_into(&mut history, &mut text, "日本 شمس 👩‍👩‍👧", 0);
        let mut seen = vec![text.clone()];
        while undo(&mut history, &mut text) {
            seen.push(text.clone());
        }
        assert_eq!(seen, ["日本 شمس 👩‍👩‍👧", "日本 شمس ", "日本 ", ""]);
    }

    #[test]
    fn a_pause_and_a_command_are_undone_alone() {
        let (mut history, mut text) = (History::new(10_000), String::new());
        type_into(&mut history, &mut text, "ab", 0);
        type_into(&mut history, &mut text, "cd", 5_000);
        let edit = Edit::replace(0..4, "**abcd**".to_owned());
        history.push(&text, &edit, Selection { start: 0, end: 4 }, Source::Command, 5_001);
        text = edit.apply(&text);
        undo(&mut history, &mut text);
        assert_eq!(text, "abcd");
        undo(&mut history, &mut text);
        assert_eq!(text, "ab");
    }

    #[test]
    fn keys_that_delete_are_undone_together() {
        let (mut history, mut text) = (History::new(10_000), "wörter\r\n".to_owned());
        for _ in 0..3 {
            let start = text.char_indices().next_back().expect("a letter").0;
            let edit = Edit::replace(start..text.len(), String::new());
            history.push(&text, &edit, Selection::caret(text.len()), Source::Typing, 0);
            text = edit.apply(&text);
        }
        assert_eq!(text, "wörte");
        undo(&mut history, &mut text);
        assert_eq!(text, "wörter\r\n");
    }

    #[test]
    fn a_history_survives_a_reload() {
        let (mut history, mut text) = (History::new(10_000), String::new());
        type_into(&mut history, &mut text, "one two", 0);
        undo(&mut history, &mut text);
        let kept = serde_json::to_string(&history).expect("JSON");
        let mut history: History = serde_json::from_str(&kept).expect("JSON");
        text = history.redo(&text).expect("a step").apply(&text);
        assert_eq!(text, "one two");
        assert!(history.redo(&text).is_none() && undo(&mut history, &mut text));
    }

    #[test]
    fn a_history_of_another_text_changes_nothing_and_is_forgotten() {
        let (mut history, mut text) = (History::new(10_000), String::new());
        type_into(&mut history, &mut text, "one", 0);
        assert_eq!(history.undo("日本語"), None);
        assert_eq!(history.undo(&text), None);
    }

    #[test]
    fn an_edit_after_an_undo_forgets_what_was_undone() {
        let (mut history, mut text) = (History::new(10_000), String::new());
        type_into(&mut history, &mut text, "one two", 0);
        undo(&mut history, &mut text);
        type_into(&mut history, &mut text, "x", 9);
        assert_eq!(history.redo(&text), None);
    }

    #[test]
    fn a_history_keeps_to_its_bytes_and_forgets_the_oldest_first() {
        let (mut history, mut text) = (History::new(500), String::new());
        for word in 0..50_u64 {
            type_into(&mut history, &mut text, "word ", word * 5_000);
        }
        assert!(serde_json::to_string(&history).expect("JSON").len() < 2_000);
        undo(&mut history, &mut text);
        assert_eq!(text, "word ".repeat(49));
    }

    #[test]
    fn undoing_everything_gives_the_text_back_and_redoing_everything_the_edited_one() {
        let edits = prop::collection::vec((0..200_usize, 0..9_usize, texts(), any::<bool>()), 0..12);
        holds(300, &(texts(), edits), |(first, edits)| {
            let (mut history, mut text) = (History::new(1_000_000), first.clone());
            for (index, (start, length, new, typed)) in edits.into_iter().enumerate() {
                let range = Selection { start, end: start + length }.within(&text);
                let source = if typed { Source::Typing } else { Source::Command };
                let edit = Edit::replace(range, new.chars().take(3).collect());
                history.push(&text, &edit, Selection::caret(start), source, index as u64 * 300);
                text = edit.apply(&text);
            }
            let last = text.clone();
            while undo(&mut history, &mut text) {}
            prop_assert_eq!(&text, &first);
            while let Some(edit) = history.redo(&text) {
                text = edit.apply(&text);
            }
            prop_assert_eq!(text, last);
            Ok(())
        });
    }
}
