//! A text that is open in two tabs: one edits it, and the other may only read.

use super::*;
use crate::drafts::draft::Draft;

fn elsewhere(state: &mut State, path: &str, file: Option<StoredFile>, draft: Option<Draft>) {
    update(state, Event::Went(Some(path.to_owned())));
    let event = Event::Opened { path: path.to_owned(), file: Ok(file), draft, elsewhere: true, block: None };
    update(state, event);
}

#[test]
fn a_tab_that_may_only_read_leaves_the_draft_and_the_file_alone() {
    let mut state = site(&[(PATH, TEA)]);
    let changed = format!("{TEA}x");
    elsewhere(&mut state, PATH, Some(file(PATH, TEA)), Some(draft(PATH, &changed, Some(TEA))));
    for (form, fields) in [("rename-to", &[("name", "Green Tea")][..]), ("delete-now", &[]), ("discard-now", &[])] {
        assert_eq!(sent(&mut state, form, fields), [], "{form}");
        assert_eq!(editor(&state).path, PATH, "{form}");
    }
    act(&mut state, "details");
    let drawn = html(&state);
    for command in ["rename", "discard", "delete"] {
        assert!(!drawn.contains(&format!("data-do=\"{command}\"")), "{command}");
    }
    assert!(drawn.contains("data-do=\"download\""), "it can be read");
    // The same in the tab that edits it.
    update(&mut state, Event::TookOver(PATH.to_owned(), Some(draft(PATH, &changed, Some(TEA)))));
    for command in ["rename", "discard", "delete"] {
        assert!(html(&state).contains(&format!("data-do=\"{command}\"")), "{command}");
    }
}

#[test]
fn a_picture_in_a_tab_that_may_only_read_moves_no_new_text() {
    let mut state = site(&[]);
    elsewhere(&mut state, PATH, None, Some(draft(PATH, TEA, None)));
    assert_eq!(add_picture(&mut state), [Effect::Take(7, None)]);
    assert_eq!(editor(&state).path, PATH);
}

#[test]
fn a_save_and_a_renaming_that_end_in_a_tab_that_no_longer_edits_leave_the_draft_alone() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "x");
    act(&mut state, "save");
    update(&mut state, Event::TakenOver(PATH.to_owned()));
    let effects = update(&mut state, saved());
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Forget(..))), "{effects:?}");

    let mut state = opened(PATH, TEA);
    update(&mut state, Event::TakenOver(PATH.to_owned()));
    let moved = Event::Moved(PATH.to_owned(), Some(("posts/green-tea.md".to_owned(), TEA.to_owned())));
    let effects = update(&mut state, moved);
    assert_eq!(effects, [Effect::ForgetSaved(PATH.to_owned(), TEA.to_owned()), Effect::List]);
}

#[test]
fn a_conflict_that_is_told_to_a_tab_that_no_longer_edits_changes_nothing_there() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "x");
    act(&mut state, "save");
    update(&mut state, Event::TakenOver(PATH.to_owned()));
    let theirs = file(PATH, &TEA.replace("Water", "Hot water"));
    let conflict = Conflict { path: PATH.to_owned(), theirs: Some(theirs) };
    update(&mut state, not_saved(StoreError::Conflict(vec![conflict])));
    assert_eq!((editor(&state).text.clone(), editor(&state).base.clone()), (format!("{TEA}x"), Some(base(TEA))));
    assert!(html(&state).contains("Not saved: changed by somebody else since you opened it: posts/tea.md"));
}

#[test]
fn a_text_that_another_tab_takes_over_is_the_one_it_names() {
    let mut state = opened(PATH, TEA);
    open(&mut state, MILK, Some("Milk.\n"), None);
    update(&mut state, Event::TakenOver(PATH.to_owned()));
    assert!(!editor(&state).elsewhere, "the author has gone on to another text");
    update(&mut state, Event::TakenOver(MILK.to_owned()));
    assert!(editor(&state).elsewhere);
}

#[test]
fn a_text_that_is_taken_over_after_the_author_has_gone_on_does_not_take_the_place_of_another() {
    let mut state = site(&[]);
    elsewhere(&mut state, PATH, Some(file(PATH, TEA)), None);
    act(&mut state, "take-over");
    elsewhere(&mut state, MILK, Some(file(MILK, "Milk.\n")), None);
    assert_eq!(update(&mut state, Event::TookOver(PATH.to_owned(), Some(draft(PATH, "x", Some(TEA))))), []);
    let editor = editor(&state);
    assert_eq!((editor.path.as_str(), editor.text.as_str(), editor.elsewhere), (MILK, "Milk.\n", true));
}

#[test]
fn a_text_that_is_taken_over_twice_keeps_what_was_typed_after_the_first_time() {
    let mut state = site(&[]);
    elsewhere(&mut state, PATH, Some(file(PATH, TEA)), None);
    let took_over = || Event::TookOver(PATH.to_owned(), None);
    update(&mut state, took_over());
    write(&mut state, "x");
    assert_eq!(update(&mut state, took_over()), []);
    assert_eq!(editor(&state).text, format!("{TEA}x"));
}

#[test]
fn a_text_of_another_tab_can_only_be_read() {
    let mut state = site(&[]);
    update(&mut state, Event::Went(Some(PATH.to_owned())));
    let event = Event::Opened {
        path: PATH.to_owned(),
        file: Ok(Some(file(PATH, TEA))),
        draft: None,
        elsewhere: true,
        block: None,
    };
    update(&mut state, event);
    update(&mut state, Event::Selected(Selection { start: 50, end: 55 }));
    for command in ["bold", "save", "undo", "quote"] {
        act(&mut state, command);
    }
    assert_eq!(editor(&state).text, TEA);
    assert!(html(&state).contains("open in another tab"));
    assert_eq!(act(&mut state, "take-over"), [Effect::TakeOver(PATH.to_owned())]);
    update(&mut state, Event::TookOver(PATH.to_owned(), Some(draft(PATH, &TEA.replace("first", "last"), Some(TEA)))));
    assert!(!editor(&state).elsewhere && editor(&state).text.contains("last"));
}
