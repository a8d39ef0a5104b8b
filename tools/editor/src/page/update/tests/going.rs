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
fn the_caret_of_an_author_who_writes_before_the_text_is_prepared_does_not_jump_to_a_block() {
    let mut state = site(&[]);
    went(&mut state, Some(&format!("{PATH}:1")));
    let file = Ok(Some(file(PATH, TEA)));
    let event = Event::Opened { path: PATH.to_owned(), file, draft: None, elsewhere: false, block: Some(1) };
    update(&mut state, event);
    write(&mut state, "x");
    let preview = Box::new(Preview { blocks: vec![0, 50], is_checked: true, ..Default::default() });
    let effects = update(&mut state, Event::Answered { id: 0, preview });
    assert!(!effects.contains(&Effect::Reveal));
    assert_eq!(editor(&state).selection, Selection::caret(TEA.len() + 1));
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

#[test]
fn a_file_that_is_no_text_is_not_opened() {
    let mut state = site(&[]);
    let mut stored = file(PATH, "");
    stored.bytes = vec![0xff, 0xfe];
    update(&mut state, Event::Went(Some(PATH.to_owned())));
    let event =
        Event::Opened { path: PATH.to_owned(), file: Ok(Some(stored)), draft: None, elsewhere: false, block: None };
    assert_eq!(update(&mut state, event), [Effect::Go(None)]);
    assert!(state.editor.is_none() && html(&state).contains("is not text in UTF-8"));
}

#[test]
fn a_question_that_is_asked_before_everything_is_read_stays() {
    let mut state = site(&[]);
    act(&mut state, "new");
    update(&mut state, Event::Went(None));
    assert!(html(&state).contains("New text") && state.dialog.is_some());
    update(&mut state, Event::Went(Some(PATH.to_owned())));
    assert!(state.dialog.is_none(), "it belongs to the list");
}

#[test]
fn why_a_text_cannot_be_opened_is_told_in_the_list() {
    let mut state = site(&[]);
    assert_eq!(open(&mut state, "posts/nothing.md", None, None), [Effect::Go(None)]);
    update(&mut state, Event::Went(None));
    assert!(html(&state).contains("There is no text posts/nothing.md."));
    open(&mut state, PATH, Some(TEA), None);
    assert!(state.notice.is_none(), "it is about another text");
}

#[test]
fn a_text_that_is_read_after_the_author_has_gone_on_is_not_shown() {
    let mut state = site(&[]);
    update(&mut state, Event::Went(Some(PATH.to_owned())));
    update(&mut state, Event::Went(None));
    let event = Event::Opened {
        path: PATH.to_owned(),
        file: Ok(Some(file(PATH, TEA))),
        draft: None,
        elsewhere: false,
        block: None,
    };
    assert_eq!(update(&mut state, event), []);
    assert!(state.editor.is_none());
}

#[test]
fn an_address_with_a_block_opens_the_text_there() {
    let mut state = site(&[]);
    let effects = update(&mut state, Event::Went(Some(format!("{PATH}:1"))));
    assert_eq!(effects, [Effect::Open { path: PATH.to_owned(), block: Some(1) }]);
    let event = Event::Opened {
        path: PATH.to_owned(),
        file: Ok(Some(file(PATH, TEA))),
        draft: None,
        elsewhere: false,
        block: Some(1),
    };
    update(&mut state, event);
    let blocks = ["Water", "Then"].map(|words| TEA.find(words).expect("it is there") as u32).to_vec();
    let preview = Box::new(Preview { blocks, is_checked: true, ..Default::default() });
    let effects = update(&mut state, Event::Answered { id: 0, preview });
    assert!(effects.contains(&Effect::Reveal));
    assert!(TEA[editor(&state).selection.start..].starts_with("Then the leaves."));
}
