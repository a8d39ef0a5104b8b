//! What other apps share.

use super::*;

fn share(state: &mut State, title: &str, text: &str, url: &str) -> (Option<String>, String) {
    let shared = Event::Shared { title: title.to_owned(), text: text.to_owned(), url: url.to_owned() };
    let effects = update(state, shared);
    let [Effect::Go(Some(path))] = effects.as_slice() else { panic!("{effects:?}") };
    let draft = state.list.drafts.iter().find(|draft| draft.path == *path).expect("a draft");
    let (_, words) = draft.text.split_once("+++\n\n").expect("a front matter");
    (front::text(&draft.text, "title"), words.to_owned())
}

fn titled(title: &str, words: &str) -> (Option<String>, String) {
    (Some(title.to_owned()), words.to_owned())
}

#[test]
fn a_page_that_is_shared_becomes_a_draft_with_its_title_and_address() {
    let mut state = site(&[]);
    let address = "https://bread.example/rye";
    assert_eq!(share(&mut state, "Rye", "", address), titled("Rye", "<https://bread.example/rye>\n"));
    assert_eq!(state.list.drafts[0].path, "posts/rye.md");
    // Some apps put the address into the words.
    let words = "Look: https://bread.example/rye";
    assert_eq!(share(&mut state, "Rye", words, address), titled("Rye", "Look: https://bread.example/rye\n"));
    assert_eq!(state.list.drafts[1].path, "posts/rye-2.md", "no other draft is replaced");
}

#[test]
fn words_without_a_title_have_their_first_line_as_one() {
    let mut state = site(&[]);
    let words = "A note.\nWith more.";
    assert_eq!(share(&mut state, "", words, ""), titled("A note.", "A note.\nWith more.\n"));
    assert_eq!(share(&mut state, "", "Milk", ""), titled("Milk", "\n"));
}

#[test]
fn whatever_is_shared_becomes_a_draft() {
    let mut state = site(&[]);
    assert_eq!(share(&mut state, "", "", ""), titled("Shared", "\n"), "pictures alone");
    let long = "長い題".repeat(200);
    let (title, words) = share(&mut state, "", &long, "");
    assert_eq!((title.map(|title| title.chars().count()), words), (Some(80), long + "\n"));
    share(&mut state, "🍞", "", "");
    assert!(state.list.drafts.iter().all(|draft| draft.path.len() < 150), "{:?}", state.list.drafts);
}
