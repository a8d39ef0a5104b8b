//! Proposals of an author who may not push.

use super::*;

fn base_of(effects: &[Effect]) -> Option<Version> {
    let [Change::Write { base, .. }] = saves(effects).changes.as_slice() else { panic!("one write") };
    base.clone()
}

fn proposed() -> Event {
    Event::Proposed(PATH.to_owned(), "Proposed: a pull request is open.".to_owned(), "https://x/pull/1".to_owned())
}

/// A text that has been proposed with a line of milk.
fn with_milk() -> State {
    let mut state = opened(PATH, TEA);
    update(&mut state, Event::Pushes(false));
    write(&mut state, "Milk.\n");
    let effects = act(&mut state, "save");
    assert_eq!(base_of(&effects), Some(Version::of(TEA.as_bytes())));
    update(&mut state, proposed());
    state
}

#[test]
fn a_text_that_a_protected_branch_refuses_can_be_proposed() {
    let mut state = opened(PATH, TEA);
    state.place = Place::GitHub;
    write(&mut state, "Milk.\n");
    act(&mut state, "save");
    let problem = Problem::new("the branch is protected", "propose the change");
    update(&mut state, not_saved(StoreError::Protected(problem)));
    assert!(html(&state).contains("Propose the change?"));
    let effects = sent(&mut state, "propose", &[]);
    assert_eq!(saves(&effects).changes[0].path(), PATH);
    assert!(state.proposes && state.dialog.is_none());
    update(&mut state, proposed());
    assert!(
        html(&state).contains(">Proposed</p>") && html(&state).contains("data-do=\"save\" disabled>Propose</button>")
    );
    write(&mut state, "Sugar.\n");
    assert!(html(&state).contains("data-do=\"save\">Propose</button>"), "what is saved next is proposed, too");
    assert_eq!(base_of(&act(&mut state, "save")), Some(milk()));
}

#[test]
fn a_protected_branch_is_told_and_no_more_if_the_author_does_not_propose() {
    let mut state = opened(PATH, TEA);
    state.place = Place::GitHub;
    write(&mut state, "Milk.\n");
    act(&mut state, "save");
    let problem = Problem::new("the branch is protected", "propose the change");
    update(&mut state, not_saved(StoreError::Protected(problem)));
    act(&mut state, "close");
    assert!(!state.proposes && html(&state).contains("Not saved: the branch is protected"));
}

fn milk() -> Version {
    Version::of(format!("{TEA}Milk.\n").as_bytes())
}

#[test]
fn a_second_proposal_replaces_the_text_of_the_first() {
    let mut state = with_milk();
    write(&mut state, "Sugar.\n");
    let effects = act(&mut state, "save");
    assert_eq!(base_of(&effects), Some(milk()));
    update(&mut state, proposed());
    write(&mut state, "Lemon.\n");
    let effects = act(&mut state, "save");
    assert_eq!(base_of(&effects), Some(Version::of(format!("{TEA}Milk.\nSugar.\n").as_bytes())));
}

#[test]
fn a_proposal_is_remembered_with_the_draft() {
    let state = with_milk();
    let draft = editor(&state).draft(1000.0);
    let mut state = site(&[]);
    update(&mut state, Event::Pushes(false));
    open(&mut state, PATH, Some(TEA), Some(draft));
    write(&mut state, "Sugar.\n");
    assert_eq!(base_of(&act(&mut state, "save")), Some(milk()));
}

#[test]
fn a_text_that_is_saved_after_it_was_proposed_replaces_its_file() {
    let mut state = with_milk();
    update(&mut state, Event::Pushes(true));
    write(&mut state, "Sugar.\n");
    assert_eq!(base_of(&act(&mut state, "save")), Some(Version::of(TEA.as_bytes())));
}

#[test]
fn after_a_proposal_was_closed_the_next_one_is_made_from_the_file() {
    let mut state = with_milk();
    write(&mut state, "Sugar.\n");
    let text = editor(&state).text.clone();
    act(&mut state, "save");
    let conflict = Conflict { path: PATH.to_owned(), theirs: Some(file(PATH, TEA)) };
    update(&mut state, not_saved(StoreError::Conflict(vec![conflict])));
    assert_eq!(editor(&state).text, text, "nothing of it is lost");
    assert_eq!(base_of(&act(&mut state, "save")), Some(Version::of(TEA.as_bytes())));
}
