//! Going to a text and on to another while it is being read.

use super::*;

fn went(state: &mut State, path: Option<&str>) -> Vec<Effect> {
    update(state, Event::Went(path.map(str::to_owned)))
}

fn read(state: &mut State) -> Vec<Effect> {
    let file = Ok(Some(file(PATH, TEA)));
    update(state, Event::Opened { path: PATH.to_owned(), file, draft: None, elsewhere: false, block: None })
}

#[test]
fn the_lock_of_a_text_that_is_left_while_it_is_being_read_is_freed() {
    let mut state = site(&[]);
    went(&mut state, Some(PATH));
    assert!(went(&mut state, None).contains(&Effect::Release));
    assert!(!went(&mut state, None).contains(&Effect::Release), "there is none");
    went(&mut state, Some(PATH));
    assert!(went(&mut state, Some("posts/milk.md")).contains(&Effect::Release));
}

#[test]
fn a_text_that_is_gone_to_again_while_it_is_being_read_is_read_once() {
    let mut state = site(&[]);
    went(&mut state, Some(PATH));
    assert_eq!(went(&mut state, Some(PATH)), []);
    went(&mut state, None);
    assert_eq!(went(&mut state, Some(PATH)), []);
    read(&mut state);
    assert_eq!(editor(&state).text, TEA);
    went(&mut state, None);
    let opens = Effect::Open { path: PATH.to_owned(), block: None };
    assert_eq!(went(&mut state, Some(PATH)), [opens], "it was left, and is read anew");
}

#[test]
fn a_draft_that_was_saved_since_the_list_was_read_does_not_come_back() {
    let mut state = site(&[(PATH, TEA)]);
    let old = draft(PATH, &format!("{TEA}Milk.\n"), Some(TEA));
    update(&mut state, Event::Drafts(Ok(vec![old.clone()])));
    open(&mut state, PATH, Some(TEA), Some(old.clone()));
    act(&mut state, "save");
    update(&mut state, saved());
    // On to another text, and back, without the list between them.
    open(&mut state, MILK, Some("Milk.\n"), None);
    let newer = format!("{}Sugar.\n", old.text);
    open(&mut state, PATH, Some(&newer), None);
    assert_eq!((editor(&state).text.as_str(), editor(&state).is_changed()), (newer.as_str(), false));
    assert!(state.notice.is_none() && editor(&state).merge.is_none());
}

#[test]
fn a_text_that_was_begun_and_saved_is_opened_as_it_was_saved() {
    let mut state = site(&[]);
    sent(&mut state, "create", &[("title", "Tea")]);
    open(&mut state, PATH, None, None);
    assert!(editor(&state).is_changed(), "it is only begun");
    open(&mut state, MILK, Some("Milk.\n"), None);
    open(&mut state, PATH, Some(TEA), None);
    assert_eq!((editor(&state).text.as_str(), editor(&state).is_changed()), (TEA, false));
}

#[test]
fn a_text_that_is_read_twice_keeps_what_was_typed_after_the_first_time() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "x");
    assert_eq!(read(&mut state), []);
    assert_eq!(editor(&state).text, format!("{TEA}x"));
}
