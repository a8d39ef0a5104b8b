//! Pictures that wait to be saved.

use super::*;
use crate::drafts::draft::Picture;

fn cup(path: &str) -> Picture {
    Picture { path: path.to_owned(), media_type: "image/webp".to_owned(), width: 8, height: 6 }
}

#[test]
fn a_picture_that_is_not_saved_is_kept_when_the_text_is_that_of_its_file() {
    // As after the text alone was committed by GitHub's form.
    let text = format!("{TEA}\n![A cup](./cup.webp)\n");
    let mut draft = draft(PATH, &text, Some(TEA));
    draft.pictures = vec![cup("posts/cup.webp")];
    let mut state = site(&[]);
    open(&mut state, PATH, Some(&text), Some(draft.clone()));
    assert_eq!(editor(&state).base, Some(base(&text)));
    assert!(editor(&state).is_changed() && editor(&state).draft(0.0).is_changed());
    let effects = act(&mut state, "save");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save(_, pictures) if *pictures == draft.pictures)));
    // The text is saved, and the picture is not.
    let effects = update(&mut state, saved());
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Forget(..))), "{effects:?}");
    act(&mut state, "save");
    let files = vec![("posts/cup.webp".to_owned(), Some(Version::of(b"")))];
    let effects = update(&mut state, Event::Saved(PATH.to_owned(), Ok(Saved { files, commit: None, link: None })));
    assert!(effects.contains(&Effect::Forget(PATH.to_owned(), draft.pictures)), "{effects:?}");
    assert!(!editor(&state).is_changed());
}

#[test]
fn a_draft_with_a_picture_is_opened_though_its_text_is_that_of_its_file() {
    let mut draft = draft(PATH, TEA, Some(TEA));
    draft.pictures = vec![cup("posts/cup.webp")];
    let mut state = site(&[]);
    open(&mut state, PATH, Some(TEA), Some(draft));
    assert_eq!(editor(&state).pictures.len(), 1, "undo may bring it back into the text");
    assert!(!editor(&state).is_changed(), "it is not in the text");
}

#[test]
fn a_picture_beside_a_text_that_is_renamed_in_its_folder_stays() {
    let mut draft = draft(PATH, &format!("{TEA}\n![](./cup.webp)\n"), None);
    draft.pictures = vec![cup("posts/cup.webp")];
    let mut state = site(&[]);
    open(&mut state, PATH, None, Some(draft));
    let effects = sent(&mut state, "rename-to", &[("name", "Green Tea")]);
    assert!(effects.contains(&Effect::Forget(PATH.to_owned(), Vec::new())), "{effects:?}");

    let mut draft = tested_folder();
    draft.pictures = vec![cup("posts/tea/cup.webp")];
    let old = draft.pictures.clone();
    open(&mut state, "posts/tea/index.md", None, Some(draft));
    let effects = sent(&mut state, "rename-to", &[("name", "Black Tea")]);
    assert!(effects.contains(&Effect::Forget("posts/tea/index.md".to_owned(), old)), "{effects:?}");
}

fn tested_folder() -> crate::drafts::draft::Draft {
    draft("posts/tea/index.md", &format!("{TEA}\n![](./cup.webp)\n"), None)
}
