//! Texts that get another path.

use super::*;

fn renamed() -> Event {
    Event::Moved(PATH.to_owned(), Some(("posts/green-tea.md".to_owned(), TEA.to_owned())))
}

#[test]
fn a_text_that_is_renamed_after_it_was_left_keeps_what_was_typed_since() {
    let mut state = opened(PATH, TEA);
    sent(&mut state, "rename-to", &[("name", "Green Tea")]);
    write(&mut state, "x");
    update(&mut state, Event::Went(None));
    let effects = update(&mut state, renamed());
    assert_eq!(effects, [Effect::ForgetSaved(PATH.to_owned(), TEA.to_owned()), Effect::List]);
}

#[test]
fn a_text_that_is_deleted_after_it_was_left_is_forgotten() {
    let mut state = opened(PATH, TEA);
    update(&mut state, Event::Went(None));
    let effects = update(&mut state, Event::Moved(PATH.to_owned(), None));
    assert_eq!(effects, [Effect::Forget(PATH.to_owned(), Vec::new()), Effect::List]);
}

#[test]
fn a_text_that_is_renamed_keeps_its_address_as_an_alias() {
    let mut state = opened(PATH, TEA);
    update(&mut state, Event::Pages(vec![page(PATH, "Tea", "2026-03-01")]));
    let effects = sent(&mut state, "rename-to", &[("name", "Green Tea")]);
    let [.., Effect::Move { from, to, base, file }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((from.as_str(), to.as_str()), (PATH, "posts/green-tea.md"));
    assert_eq!(*base, Version::of(TEA.as_bytes()), "that which was opened is moved, and no newer one");
    assert!(file.contains("aliases = [\"/posts/tea/\"]"), "{file}");
}

#[test]
fn a_text_whose_address_is_not_known_yet_is_not_renamed() {
    let mut state = opened(PATH, TEA);
    state.list.has_pages = false;
    assert_eq!(sent(&mut state, "rename-to", &[("name", "Green Tea")]), []);
    assert!(html(&state).contains("The addresses of the site’s texts are not loaded yet."), "{}", html(&state));
    update(&mut state, Event::Pages(Vec::new()));
    let effects = sent(&mut state, "rename-to", &[("name", "Green Tea")]);
    assert!(matches!(effects[..], [.., Effect::Move { .. }]), "{effects:?}");
}

#[test]
fn what_is_typed_while_a_text_is_renamed_stays_in_it() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "x");
    let moved = Event::Moved(PATH.to_owned(), Some(("posts/green-tea.md".to_owned(), TEA.to_owned())));
    let effects = update(&mut state, moved);
    assert!(effects.contains(&Effect::Go(Some("posts/green-tea.md".to_owned()))), "{effects:?}");
    assert_eq!(update(&mut state, Event::Went(Some("posts/green-tea.md".to_owned()))), []);
    assert_eq!((editor(&state).text.clone(), editor(&state).base.clone()), (format!("{TEA}x"), Some(base(TEA))));
}

#[test]
fn a_text_that_is_deleted_is_told_with_where_it_can_be_found() {
    let mut state = opened(PATH, TEA);
    let effects = update(&mut state, Event::Moved(PATH.to_owned(), None));
    assert!(effects.contains(&Effect::Forget(PATH.to_owned(), Vec::new())), "{effects:?}");
    update(&mut state, Event::Went(None));
    assert!(html(&state).contains("posts/tea.md is deleted. — It is in the folder .trash of the site."));
}

#[test]
fn a_text_cannot_take_the_name_of_another() {
    let mut state = opened(PATH, TEA);
    state
        .list
        .stored
        .as_mut()
        .expect("it is there")
        .push(Listed { path: "posts/milk/index.md".to_owned(), version: Version::of(b"") });
    assert_eq!(sent(&mut state, "rename-to", &[("name", "milk")]), []);
    assert!(
        matches!(&state.dialog, Some(Dialog::Rename { problem: Some(problem) }) if problem.contains("posts/milk.md"))
    );
    assert_eq!(sent(&mut state, "rename-to", &[("name", &"茶".repeat(90))]), []);
    assert!(html(&state).contains("Write a shorter title: it becomes the name of the file."));
}
