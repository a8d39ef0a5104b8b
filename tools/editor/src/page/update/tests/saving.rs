//! Saving and publishing.

use super::*;

#[test]
fn a_save_replaces_only_the_file_that_was_opened() {
    let mut state = opened(PATH, TEA);
    assert_eq!(act(&mut state, "save"), [], "nothing is changed");
    write(&mut state, "\nAnd milk.\n");
    let effects = act(&mut state, "save");
    let [Change::Write { path, bytes, base }] = saves(&effects).changes.as_slice() else { panic!("one write") };
    assert_eq!((path.as_str(), base.clone()), (PATH, Some(Version::of(TEA.as_bytes()))));
    assert_eq!(bytes, format!("{TEA}\nAnd milk.\n").as_bytes());
    assert_eq!(saves(&effects).message, "Edit Tea");
}

#[test]
fn what_is_typed_during_a_save_is_not_taken_for_saved() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "\nAnd milk.\n");
    act(&mut state, "save");
    write(&mut state, "\nAnd sugar.\n");
    let effects = update(&mut state, saved());
    assert!(editor(&state).is_changed() && effects.contains(&Effect::KeepNow));
    assert_eq!(editor(&state).base, Some(base(&format!("{TEA}\nAnd milk.\n"))));
    let effects = act(&mut state, "save");
    assert!(matches!(&saves(&effects).changes[0], Change::Write { base: Some(_), .. }));
    let effects = update(&mut state, saved());
    assert!(effects.contains(&Effect::Forget(PATH.to_owned(), Vec::new())), "{effects:?}");
    assert!(html(&state).contains("Saved in the folder"));
}

#[test]
fn a_save_that_fails_says_why_and_what_to_do_and_the_draft_stays() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "\nAnd milk.\n");
    act(&mut state, "save");
    let problem = Problem::new("the local server does not answer", "start cargo site serve again");
    let effects = update(&mut state, not_saved(StoreError::Unreachable(problem)));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Forget(..))));
    assert!(html(&state).contains("Not saved: the local server does not answer — start cargo site serve again"));
    assert!(editor(&state).is_changed());
    assert!(!saves(&act(&mut state, "save")).changes.is_empty(), "it can be saved again");
}

#[test]
fn publishing_takes_the_mark_of_a_draft_away_and_saves() {
    let text = TEA.replace("+++\n\n", "draft = true\n+++\n\n");
    let mut state = opened(PATH, &text);
    assert!(html(&state).contains("Publish"));
    let effects = act(&mut state, "publish");
    assert_eq!(saves(&effects).message, "Publish Tea");
    assert!(matches!(&saves(&effects).changes[0], Change::Write { bytes, .. } if bytes == TEA.as_bytes()));
}

#[test]
fn a_text_whose_mark_of_a_draft_cannot_be_taken_away_is_not_published() {
    for text in ["+++\ntitle = \ndraft = true\n+++\n", "---\n{title: Tea, draft: true}\n---\n"] {
        let mut state = opened(PATH, text);
        write(&mut state, "x");
        let effects = act(&mut state, "publish");
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::Save(..))), "{effects:?}");
        assert!(html(&state).contains("correct the front matter in the text first"), "{text}");
        assert_eq!(editor(&state).text, format!("{text}x"));
    }
}

#[test]
fn without_a_place_to_save_the_author_is_told_the_ways() {
    let mut state = opened(PATH, TEA);
    state.place = Place::ByHand;
    state.repository = Some("me/site".to_owned());
    write(&mut state, "x");
    act(&mut state, "save");
    let drawn = html(&state);
    assert!(
        drawn.contains("Download the file") && drawn.contains("Open GitHub’s form") && drawn.contains("Give a token")
    );
    assert_eq!(editor(&state).saving, Saving::Idle);
    assert_eq!(act(&mut state, "download"), [Effect::Download]);
}
