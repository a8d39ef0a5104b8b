//! Files that others change.

use super::*;

#[test]
fn a_file_that_changed_elsewhere_is_merged_and_not_saved_before_the_author_has_seen_it() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "\nAnd milk.\n");
    act(&mut state, "save");
    let theirs = TEA.replace("Water first.", "Boiling water first.");
    let conflict = Conflict { path: PATH.to_owned(), theirs: Some(file(PATH, &theirs)) };
    let effects = update(&mut state, not_saved(StoreError::Conflict(vec![conflict])));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Save(..))));
    assert_eq!(editor(&state).text, format!("{theirs}\nAnd milk.\n"));
    assert!(html(&state).contains("Both changes are in the text now."));
    let effects = act(&mut state, "save");
    let Change::Write { base, .. } = &saves(&effects).changes[0] else { panic!("a write") };
    assert_eq!(*base, Some(Version::of(theirs.as_bytes())));
    // One undo gives the author's own text.
    update(&mut state, saved());
    act(&mut state, "undo");
    assert_eq!(editor(&state).text, format!("{TEA}\nAnd milk.\n"));
}

#[test]
fn where_both_changed_the_same_words_the_author_chooses() {
    let mine = TEA.replace("Water first.", "Cold water first.");
    let theirs = TEA.replace("Water first.", "Boiling water first, always.");
    for (choice, line) in [
        ("choose-mine", "Cold water first.\n"),
        ("choose-theirs", "Boiling water first, always.\n"),
        ("choose-both", "Cold water first.\nBoiling water first, always.\n"),
    ] {
        let mut state = site(&[]);
        open(&mut state, PATH, Some(&theirs), Some(draft(PATH, &mine, Some(TEA))));
        let drawn = html(&state);
        assert!(drawn.contains("Cold water first.") && drawn.contains("Boiling water first, always."), "{drawn}");
        assert_eq!(editor(&state).text, mine, "nothing is replaced before");
        act(&mut state, "merge");
        assert!(editor(&state).merge.is_some(), "each place has to be chosen");
        assert_eq!(act(&mut state, "save"), []);
        update(&mut state, Event::Do(choice.to_owned(), "0".to_owned()));
        act(&mut state, "merge");
        assert_eq!(editor(&state).text, TEA.replace("Water first.\n", line), "{choice}");
        assert_eq!(editor(&state).base, Some(base(&theirs)));
    }
}

#[test]
fn a_draft_over_the_file_it_was_made_from_is_shown_as_it_is() {
    let mut state = site(&[]);
    let mine = TEA.replace("first", "second");
    open(&mut state, PATH, Some(TEA), Some(draft(PATH, &mine, Some(TEA))));
    assert_eq!((editor(&state).text.as_str(), state.notice.is_none()), (mine.as_str(), true));
}

#[test]
fn a_text_that_was_deleted_elsewhere_is_not_lost() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "\nAnd milk.\n");
    act(&mut state, "save");
    let conflict = Conflict { path: PATH.to_owned(), theirs: None };
    update(&mut state, not_saved(StoreError::Conflict(vec![conflict])));
    assert!(html(&state).contains("The file has been deleted since you opened it."));
    let effects = act(&mut state, "save");
    assert!(matches!(&saves(&effects).changes[0], Change::Write { base: None, .. }));
}

#[test]
fn a_file_that_another_program_changes_is_shown_unless_its_text_has_been_changed_here() {
    let theirs = TEA.replace("Water first.", "Boiling water first.");
    let list = || Event::Listed(Ok(vec![Listed { path: PATH.to_owned(), version: Version::of(theirs.as_bytes()) }]));
    let mut state = opened(PATH, TEA);
    assert_eq!(update(&mut state, list()), [Effect::Reread(PATH.to_owned())]);
    update(&mut state, Event::Reread(file(PATH, &theirs)));
    assert_eq!((editor(&state).text.as_str(), editor(&state).is_changed()), (theirs.as_str(), false));
    assert!(html(&state).contains("posts/tea.md has been changed by another program."));
    assert_eq!(update(&mut state, list()), [], "it is known");

    let mut state = opened(PATH, TEA);
    write(&mut state, "\nAnd milk.\n");
    assert_eq!(update(&mut state, list()), [], "nothing moves under the author's hands");
    update(&mut state, Event::Reread(file(PATH, &theirs)));
    assert_eq!(editor(&state).text, format!("{TEA}\nAnd milk.\n"));
}
