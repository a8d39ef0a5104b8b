//! Pictures in a text.

use super::*;

#[test]
fn the_first_picture_gives_a_new_text_a_folder_of_its_own() {
    let mut state = site(&[]);
    sent(&mut state, "create", &[("title", "Tea")]);
    open(&mut state, PATH, None, None);
    let effects = add_picture(&mut state);
    assert_eq!(editor(&state).path, "posts/tea/index.md");
    assert!(effects.contains(&Effect::Take(7, Some("posts/tea/tea-1.webp".to_owned()))), "{effects:?}");
    assert!(editor(&state).text.contains("![](./tea-1.webp)"));
    update(&mut state, Event::PictureUrl("posts/tea/tea-1.webp".to_owned(), "blob:1".to_owned()));
    sent(&mut state, "alt", &[("alt", "A cup [hot]")]);
    assert!(editor(&state).text.contains("![A cup \\[hot\\]](./tea-1.webp)"));
    let effects = act(&mut state, "save");
    let pictures = effects.iter().find_map(|effect| match effect {
        Effect::Save(_, pictures) => Some(pictures.len()),
        _ => None,
    });
    assert_eq!(pictures, Some(1));
}

#[test]
fn a_picture_of_a_text_that_is_saved_goes_beside_its_file() {
    let mut state = opened(PATH, TEA);
    let caret = TEA.find("Then").expect("it is there");
    update(&mut state, Event::Selected(Selection::caret(caret)));
    add_picture(&mut state);
    add_picture(&mut state);
    let text = &editor(&state).text;
    assert_eq!(editor(&state).path, PATH);
    assert!(text.contains("Water first.\n\n![](./tea-1.webp)\n\n![](./tea-2.webp)\n\nThen"), "{text}");
}

#[test]
fn a_picture_is_never_put_into_the_front_matter() {
    let mut state = opened(PATH, TEA);
    update(&mut state, Event::Selected(Selection { start: 0, end: 7 }));
    add_picture(&mut state);
    let text = &editor(&state).text;
    assert!(
        text.starts_with(&TEA[..TEA.rfind("+++\n").expect("it is there")])
            && text.contains("+++\n\n![](./tea-1.webp)\n"),
        "{text}"
    );
}

#[test]
fn a_picture_that_is_deleted_from_the_text_is_not_saved() {
    let mut state = opened(PATH, TEA);
    add_picture(&mut state);
    act(&mut state, "undo");
    write(&mut state, "x");
    let effects = act(&mut state, "save");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save(_, pictures) if pictures.is_empty())));
    update(&mut state, saved());
    assert!(html(&state).contains("Saved in the folder"), "a picture that is nowhere is not waited for");
}
