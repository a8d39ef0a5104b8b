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
    update(&mut state, Event::TookOver(Some(draft(PATH, &changed, Some(TEA)))));
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
    update(&mut state, Event::TakenOver);
    let effects = update(&mut state, saved());
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Forget(..))), "{effects:?}");

    let mut state = opened(PATH, TEA);
    update(&mut state, Event::TakenOver);
    let moved = Event::Moved(PATH.to_owned(), Some(("posts/green-tea.md".to_owned(), TEA.to_owned())));
    let effects = update(&mut state, moved);
    assert_eq!(effects, [Effect::ForgetSaved(PATH.to_owned(), TEA.to_owned()), Effect::List]);
}
