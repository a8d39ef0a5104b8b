//! Texts that get another path.

use super::*;

fn renamed() -> Event {
    Event::Moved(PATH.to_owned(), Some(("posts/green-tea.md".to_owned(), TEA.to_owned())))
}

#[test]
fn a_text_that_is_renamed_after_it_was_left_keeps_what_was_typed_since() {
    let mut state = opened(PATH, TEA);
    sent(&mut state, "rename-to", &[("name", "Green Tea")]);
    write(&mut state, "x");
    update(&mut state, Event::Went(None));
    let effects = update(&mut state, renamed());
    assert_eq!(effects, [Effect::ForgetSaved(PATH.to_owned(), TEA.to_owned()), Effect::List]);
}

#[test]
fn a_text_that_is_deleted_after_it_was_left_is_forgotten() {
    let mut state = opened(PATH, TEA);
    update(&mut state, Event::Went(None));
    let effects = update(&mut state, Event::Moved(PATH.to_owned(), None));
    assert_eq!(effects, [Effect::Forget(PATH.to_owned(), Vec::new()), Effect::List]);
}
