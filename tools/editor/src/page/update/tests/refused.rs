//! A browser that keeps no drafts, as in some private windows.

use super::*;

/// A text with words that are kept nowhere.
fn refused() -> State {
    let mut state = opened(PATH, TEA);
    update(&mut state, Event::Drafts(Err("SecurityError: denied".to_owned())));
    assert!(!state.would_lose(), "nothing is changed");
    write(&mut state, "x");
    assert!(state.would_lose());
    state
}

#[test]
fn a_text_that_is_kept_nowhere_is_left_only_if_its_author_says_so() {
    for to in [None, Some("posts/milk.md".to_owned())] {
        let mut state = refused();
        let effects = update(&mut state, Event::Went(to.clone()));
        assert_eq!(effects, [Effect::Go(Some(PATH.to_owned()))], "the address names the text again");
        assert_eq!(update(&mut state, Event::Went(Some(PATH.to_owned()))), []);
        assert!(html(&state).contains("Leave this text without saving it?"));
        assert_eq!(sent(&mut state, "leave-now", &[]), [Effect::Release, Effect::Go(to.clone())]);
        update(&mut state, Event::Went(to));
        assert!(state.editor.is_none() && state.dialog.is_none());
    }
}

#[test]
fn a_text_that_its_author_does_not_leave_stays_as_it_is() {
    let mut state = refused();
    update(&mut state, Event::Went(None));
    assert_eq!(act(&mut state, "download"), [Effect::Download]);
    act(&mut state, "close");
    assert_eq!(editor(&state).text, format!("{TEA}x"));
    write(&mut state, "y");
    act(&mut state, "save");
    update(&mut state, saved());
    assert!(!state.would_lose());
    assert!(update(&mut state, Event::Went(None)).contains(&Effect::Release), "it is saved");
}

#[test]
fn a_text_that_this_device_keeps_is_left_without_a_question() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "x");
    assert!(!state.would_lose(), "it is written soon, and when the text is left");
    assert!(update(&mut state, Event::Went(None)).contains(&Effect::Release));
}

#[test]
fn a_draft_that_could_not_be_written_after_its_text_was_left_is_told() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "x");
    update(&mut state, Event::Went(None));
    update(&mut state, Event::Kept(Err("QuotaExceededError: full".to_owned())));
    assert!(html(&state).contains("keeps no drafts (QuotaExceededError: full)"));
}

#[test]
fn storage_that_is_refused_is_told_with_a_download() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "x");
    update(&mut state, Event::Kept(Err("QuotaExceededError: full".to_owned())));
    let drawn = html(&state);
    assert!(drawn.contains("keeps no drafts (QuotaExceededError: full)") && drawn.contains("data-do=\"download\""));
    let text = editor(&state).text.clone();
    update(&mut state, Event::Kept(Ok(text)));
    assert!(!html(&state).contains("keeps no drafts"));
}
