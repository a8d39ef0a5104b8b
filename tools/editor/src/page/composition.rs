//! What waits while an input method composes words: they belong to it until it ends, and writing the field or opening a
//! dialog would delete them.

use std::collections::VecDeque;

use super::event::Event;

/// Whether words are being composed, and what waits for their end.
#[derive(Debug, Default)]
pub struct Composition {
    is_on: bool,
    waiting: VecDeque<Event>,
}

impl Composition {
    /// Whether words are being composed.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// Words are being composed from now on.
    pub fn begin(&mut self) {
        self.is_on = true;
    }

    /// The words are composed. What waits goes on when the field has been read: see [`Composition::resume`].
    pub fn end(&mut self) {
        self.is_on = false;
    }

    /// The event, if it may be handled now. One that interrupts waits, behind those that wait already.
    #[must_use]
    pub fn admit(&mut self, event: Event) -> Option<Event> {
        if event.interrupts() && (self.is_on || !self.waiting.is_empty()) {
            self.waiting.push_back(event);
            return None;
        }
        Some(event)
    }

    /// What has waited, in order. Nothing if words are being composed again.
    #[must_use]
    pub fn resume(&mut self) -> VecDeque<Event> {
        if self.is_on { VecDeque::new() } else { std::mem::take(&mut self.waiting) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::event::Effect;
    use crate::page::tested::{TEA, act, editor, file, opened, write};
    use crate::page::update::update;
    use crate::store::{Conflict, StoreError};

    fn picture() -> Event {
        let media_type = "image/webp".to_owned();
        Event::Picture { media_type, extension: "webp", size: (8, 6), waiting: 7 }
    }

    fn asked() -> Event {
        Event::PictureUrl("posts/tea-1.webp".to_owned(), "blob:1".to_owned())
    }

    #[test]
    fn a_picture_that_is_ready_while_words_are_composed_is_put_behind_them() {
        let (mut state, mut composition) = (opened("posts/tea.md", TEA), Composition::default());
        composition.begin();
        assert!(composition.admit(picture()).is_none() && composition.admit(asked()).is_none());
        composition.end();
        assert!(composition.admit(asked()).is_none(), "the field is not read yet");
        // As the field is read.
        write(&mut state, "日本");
        let waited = composition.resume();
        assert_eq!(waited.len(), 3);
        waited.into_iter().for_each(|event| drop(update(&mut state, event)));
        assert!(editor(&state).text.contains("日本") && editor(&state).text.contains("![](./tea-1.webp)"));
        assert!(composition.admit(picture()).is_some(), "nothing is composed");
    }

    #[test]
    fn what_waits_goes_on_waiting_if_the_next_words_are_begun_at_once() {
        // As with Korean, whose syllables are composed one after another.
        let mut composition = Composition::default();
        composition.begin();
        let _ = composition.admit(picture());
        composition.end();
        composition.begin();
        assert!(composition.resume().is_empty());
        composition.end();
        assert_eq!(composition.resume().len(), 1);
    }

    #[test]
    fn what_writes_the_field_by_itself_waits() {
        let theirs = file("posts/tea.md", &TEA.replace("Water", "Hot water"));
        let conflict = Conflict { path: theirs.path.clone(), theirs: Some(theirs.clone()) };
        let saved = Event::Saved(theirs.path.clone(), Err(StoreError::Conflict(vec![conflict])));
        for (event, is_sent) in [(picture(), false), (Event::Reread(theirs), false), (saved, true)] {
            let mut state = opened("posts/tea.md", TEA);
            if is_sent {
                write(&mut state, "x");
                act(&mut state, "save");
            }
            let interrupts = event.interrupts();
            assert!(update(&mut state, event).contains(&Effect::Show) && interrupts);
        }
    }

    #[test]
    fn what_neither_writes_nor_locks_the_field_does_not_wait() {
        let mut composition = Composition::default();
        composition.begin();
        for event in [
            Event::Kept(Ok(TEA.to_owned())),
            Event::Say("The preview has stopped.".to_owned(), String::new()),
            Event::Went(None),
        ] {
            assert!(composition.admit(event).is_some());
        }
    }
}
