//! A text while it is compared with that of its file.

use super::*;

/// The author and another program have changed the same words.
fn compared() -> State {
    let mut state = site(&[]);
    let [mine, theirs] = ["Cold water", "Boiling water"].map(|words| TEA.replace("Water", words));
    open(&mut state, PATH, Some(&theirs), Some(draft(PATH, &mine, Some(TEA))));
    assert!(editor(&state).is_locked());
    state
}

#[test]
fn a_text_can_only_be_read_while_it_is_compared() {
    let mut state = compared();
    let before = editor(&state).text.clone();
    update(&mut state, Event::Selected(Selection { start: 50, end: 55 }));
    for command in ["bold", "quote", "undo", "save", "publish"] {
        assert_eq!(act(&mut state, command).iter().filter(|effect| **effect != Effect::Focus("write-text")).count(), 0);
    }
    update(&mut state, Event::Input("field".to_owned(), "date".to_owned(), "2027-01-01".to_owned()));
    assert_eq!(editor(&state).text, before);
    update(&mut state, Event::Do("choose-mine".to_owned(), "0".to_owned()));
    act(&mut state, "merge");
    assert!(!editor(&state).is_locked());
    write(&mut state, "x");
    assert_eq!(editor(&state).text, TEA.replace("Water", "Cold water") + "x");
}

#[test]
fn a_picture_that_is_added_while_a_text_is_compared_is_told_to_be_left_out() {
    let mut state = compared();
    assert_eq!(add_picture(&mut state), [Effect::Take(7, None)]);
    assert!(html(&state).contains("The picture is not added: the text can only be read now."));
}

#[test]
fn a_tab_that_may_only_read_leaves_the_merge_to_the_one_that_edits() {
    let mut state = site(&[]);
    let [mine, theirs] = ["Cold water", "Boiling water"].map(|words| TEA.replace("Water", words));
    update(&mut state, Event::Went(Some(PATH.to_owned())));
    let (file, draft) = (Ok(Some(file(PATH, &theirs))), Some(draft(PATH, &mine, Some(TEA))));
    update(&mut state, Event::Opened { path: PATH.to_owned(), file, draft, elsewhere: true, block: None });
    assert!(editor(&state).merge.is_none());
    assert_eq!((editor(&state).text.as_str(), editor(&state).base.clone()), (mine.as_str(), Some(base(TEA))));
}
