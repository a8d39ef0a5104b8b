//! Results that a process keeps from one build of a site to the next, each by the hash of all that it was made from.

use std::collections::HashMap;
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

use super::key::Key;

/// The results of one kind of work.
pub(crate) struct Remembered<T> {
    former: HashMap<Key, Arc<T>>,
    /// Those of the current build; `None` if nothing is remembered.
    current: Option<Mutex<HashMap<Key, Arc<T>>>>,
}

impl<T> Default for Remembered<T> {
    /// Remembers nothing.
    fn default() -> Self {
        Self { former: HashMap::new(), current: None }
    }
}

impl<T: Clone> Remembered<T> {
    /// Begins a build: what the last one did not use is dropped.
    pub(crate) fn begin(&mut self) {
        let current = mem::take(self.current.get_or_insert_default());
        self.former = current.into_inner().unwrap_or_else(PoisonError::into_inner);
    }

    /// What was made from these inputs, now or before. Only what `is_pure` says was made from nothing else is kept.
    pub(crate) fn get_or(&self, inputs: impl FnOnce() -> Key, make: impl FnOnce() -> T, is_pure: fn(&T) -> bool) -> T {
        let Some(current) = &self.current else { return make() };
        let inputs = inputs();
        let keep =
            |inputs: Key, made: Arc<T>| current.lock().unwrap_or_else(PoisonError::into_inner).insert(inputs, made);
        // Shared by both builds, since copying a text takes longer than all else that is done to one that did not change.
        if let Some(known) = self.former.get(&inputs) {
            keep(inputs, Arc::clone(known));
            return T::clone(known);
        }
        let made = make();
        if is_pure(&made) {
            keep(inputs, Arc::new(made.clone()));
        }
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_last_build_used_is_not_made_again() {
        let mut texts = Remembered::default();
        let made = |texts: &Remembered<usize>, name: &str, value| {
            texts.get_or(|| Key::new("text", &[name.as_bytes()]), || value, |value| *value < 9)
        };
        assert_eq!([made(&texts, "a", 1), made(&texts, "a", 2)], [1, 2]);
        texts.begin();
        assert_eq!([made(&texts, "a", 3), made(&texts, "b", 4), made(&texts, "c", 9)], [3, 4, 9]);
        texts.begin();
        assert_eq!([made(&texts, "a", 5), made(&texts, "c", 6)], [3, 6]);
        texts.begin();
        assert_eq!([made(&texts, "a", 7), made(&texts, "b", 8)], [3, 8]);
    }
}
