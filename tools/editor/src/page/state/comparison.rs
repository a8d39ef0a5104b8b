//! Two texts of one file, while the author compares them.

use crate::drafts::draft::Base;
use crate::text::merge;

/// Two texts of one file, while they are compared.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The file as it is in its place.
    pub theirs: Base,
    /// The text made from both. Where they conflict, it has the author's lines.
    pub text: String,
    /// Where they conflict, in order.
    pub conflicts: Vec<merge::Conflict>,
    /// What the author chose for each conflict.
    pub choices: Vec<Option<Choice>>,
}

impl Comparison {
    /// The text with what was chosen.
    #[must_use]
    pub fn resolved(&self) -> String {
        let (mut text, mut at) = (String::with_capacity(self.text.len()), 0);
        for (conflict, choice) in self.conflicts.iter().zip(&self.choices) {
            text.push_str(&self.text[at..conflict.range.start]);
            if *choice != Some(Choice::Theirs) {
                text.push_str(&conflict.mine);
            }
            if matches!(choice, Some(Choice::Theirs | Choice::Both)) {
                if !text.is_empty() && !text.ends_with('\n') && *choice == Some(Choice::Both) {
                    text.push('\n');
                }
                text.push_str(&conflict.theirs);
            }
            at = conflict.range.end;
        }
        text + &self.text[at..]
    }
}

/// What stays of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The author's lines.
    Mine,
    /// The other lines.
    Theirs,
    /// Both, the author's first.
    Both,
}
