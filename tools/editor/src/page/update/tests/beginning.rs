//! How texts begin: by what other apps share, as notes, and in collections.

use personal_page::content::write::TextFolder;

use super::*;
use crate::page::update::list::of_shared;

fn share(state: &mut State, title: &str, text: &str, url: &str) -> (Option<String>, String) {
    let draft = of_shared(state, title, text, url);
    let effects = update(state, Event::Shared(Box::new(draft)));
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

#[test]
fn a_note_begins_without_a_title_in_its_collection() {
    let mut state = site(&[]);
    let collection =
        |folder: &str, is_stream| TextFolder { folder: folder.to_owned(), name: "Notes".to_owned(), is_stream };
    state.collections = vec![collection("notes", true), collection("projects", false)];
    assert!(
        html(&state).contains("data-do=\"note\" data-arg=\"notes\"") && !html(&state).contains("data-arg=\"projects\"")
    );
    state.minute = 18 * 60 + 15;
    let mut begins = |folder: &str| update(&mut state, Event::Do("note".to_owned(), folder.to_owned()));
    let path = "notes/2026-11-30-1815.md".to_owned();
    assert_eq!(begins("notes"), [Effect::Go(Some(path.clone()))]);
    // A second one of that minute, which a file's name can have once.
    assert_eq!(begins("notes"), [Effect::Go(Some("notes/2026-11-30-1816.md".to_owned()))]);
    assert_eq!(begins("projects"), []);
    assert_eq!(begins("src"), []);
    assert_eq!(state.list.drafts.first().map(|draft| (&draft.path, &*draft.text)), Some((&path, "")));
}

#[test]
fn a_new_text_begins_in_the_collection_that_is_chosen() {
    let mut state = site(&[]);
    state.collections =
        vec![TextFolder { folder: "projects".to_owned(), name: "Projects".to_owned(), is_stream: false }];
    act(&mut state, "new");
    assert!(html(&state).contains("<option value=\"projects\">Projects</option>"));
    let effects = sent(&mut state, "create", &[("title", "The mill"), ("folder", "projects")]);
    assert_eq!(effects, [Effect::Go(Some("projects/the-mill.md".to_owned()))]);
    let effects = sent(&mut state, "create", &[("title", "The oven"), ("folder", "../src")]);
    assert_eq!(effects, [Effect::Go(Some("posts/the-oven.md".to_owned()))]);
}

#[test]
fn a_text_that_was_begun_is_there_when_the_drafts_are_read_meanwhile() {
    let mut state = site(&[]);
    let draft = of_shared(&state, "Rye", "Two loaves.", "");
    let path = draft.path.clone();
    update(&mut state, Event::Shared(Box::new(draft)));
    update(&mut state, Event::Went(Some(path.clone())));
    update(&mut state, Event::Drafts(Ok(Vec::new())));
    let opened = Event::Opened { path: path.clone(), file: Ok(None), draft: None, elsewhere: false, block: None };
    update(&mut state, opened);
    assert!(editor(&state).text.contains("Two loaves."));
}
