//! Answers of the place where texts are saved, which may come when another text is open.

use super::*;

/// A text is being saved, and so is another that was opened meanwhile.
fn two_saves() -> State {
    let mut state = opened(PATH, TEA);
    write(&mut state, "\nAnd milk.\n");
    act(&mut state, "save");
    open(&mut state, MILK, Some("Milk.\n"), None);
    write(&mut state, "Warm.\n");
    act(&mut state, "save");
    state
}

#[test]
fn the_answer_to_the_save_of_one_text_says_nothing_of_another() {
    let mut state = two_saves();
    let effects = update(&mut state, saved_at(PATH));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Forget(..))), "{effects:?}");
    assert_eq!(editor(&state).base, Some(base("Milk.\n")));
    assert_eq!(editor(&state).saving, Saving::Sent("Milk.\nWarm.\n".to_owned()));
    let effects = update(&mut state, saved_at(MILK));
    assert!(effects.contains(&Effect::Forget(MILK.to_owned(), Vec::new())), "{effects:?}");
    assert_eq!(editor(&state).base, Some(base("Milk.\nWarm.\n")));
}

#[test]
fn a_proposal_of_one_text_says_nothing_of_another() {
    let mut state = two_saves();
    let proposed = |path: &str| Event::Proposed(path.to_owned(), "Proposed.".to_owned(), "https://x/".to_owned());
    update(&mut state, proposed(PATH));
    assert!(matches!(editor(&state).saving, Saving::Sent(_)));
    assert!(html(&state).contains("Proposed."), "it is told all the same");
    update(&mut state, proposed(MILK));
    assert_eq!(editor(&state).saving, Saving::Done(Some("https://x/".to_owned())));
}

#[test]
fn a_text_that_was_left_and_is_not_saved_is_told_by_its_path() {
    let mut state = two_saves();
    let problem = Problem::new("GitHub does not answer", "save again in a minute");
    update(&mut state, not_saved(StoreError::Unreachable(problem)));
    assert!(html(&state).contains("posts/tea.md is not saved: GitHub does not answer — save again in a minute"));
    assert!(matches!(editor(&state).saving, Saving::Sent(_)), "the other save goes on");
}

#[test]
fn a_text_keeps_its_path_while_it_is_saved() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "x");
    act(&mut state, "save");
    assert_eq!(sent(&mut state, "rename-to", &[("name", "Green Tea")]), []);
    assert!(html(&state).contains("The text is being saved."));

    let mut state = site(&[]);
    sent(&mut state, "create", &[("title", "Tea")]);
    open(&mut state, PATH, None, None);
    act(&mut state, "save");
    add_picture(&mut state);
    assert_eq!(editor(&state).path, PATH);
    assert!(editor(&state).text.contains("![](./tea-1.webp)"));
}

#[test]
fn a_text_that_is_saved_while_it_is_renamed_can_be_saved_again() {
    let mut state = opened(PATH, TEA);
    sent(&mut state, "rename-to", &[("name", "Green Tea")]);
    write(&mut state, "x");
    act(&mut state, "save");
    let moved = Event::Moved(PATH.to_owned(), Some(("posts/green-tea.md".to_owned(), TEA.to_owned())));
    update(&mut state, moved);
    let effects = act(&mut state, "save");
    assert_eq!(saves(&effects).changes[0].path(), "posts/green-tea.md");
}
