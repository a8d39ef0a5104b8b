use personal_page::bundle::Severity;
use personal_page::bundle::preview::{Found, Preview};

use super::update;
use crate::page::event::{Effect, Event};
use crate::page::front;
use crate::page::state::{Dialog, Kept, Place, Saving, State};
use crate::page::tested::{TEA, act, base, draft, editor, file, open, opened, page, site, write};
use crate::page::view::view;
use crate::store::{Change, Conflict, Listed, Problem, Save, Saved, StoreError, StoredFile, Version};
use crate::text::selection::Selection;

mod answers;
mod comparing;
mod going;
mod proposing;
mod refused;
mod renaming;
mod tabs;
mod waiting;

const PATH: &str = "posts/tea.md";
const MILK: &str = "posts/milk.md";

fn saves(effects: &[Effect]) -> &Save {
    let save = effects.iter().find_map(|effect| match effect {
        Effect::Save(save, _) => Some(save),
        _ => None,
    });
    save.expect("a save")
}

fn saved_at(path: &str) -> Event {
    Event::Saved(path.to_owned(), Ok(Saved { files: Vec::new(), commit: None, link: None }))
}

fn not_saved(error: StoreError) -> Event {
    Event::Saved(PATH.to_owned(), Err(error))
}

fn saved() -> Event {
    saved_at(PATH)
}

fn sent(state: &mut State, name: &str, fields: &[(&str, &str)]) -> Vec<Effect> {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    update(state, Event::Sent(name.to_owned(), fields))
}

fn html(state: &State) -> String {
    view(state).into_string()
}

#[test]
fn what_is_typed_is_kept_and_prepared() {
    let mut state = opened(PATH, TEA);
    let effects = write(&mut state, "\nAnd milk.\n");
    assert!(effects.contains(&Effect::Keep) && effects.contains(&Effect::Ask));
    assert_eq!(editor(&state).kept, Kept::Waiting);
    assert!(html(&state).contains("Not saved"));
    update(&mut state, Event::Kept(Ok(TEA.to_owned())));
    assert!(html(&state).contains("Not saved"), "an earlier text is kept, and not this one");
    update(&mut state, Event::Kept(Ok(format!("{TEA}\nAnd milk.\n"))));
    assert!(html(&state).contains("Kept on this device"));
}

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
fn a_file_that_is_no_text_is_not_opened() {
    let mut state = site(&[]);
    let mut stored = file(PATH, "");
    stored.bytes = vec![0xff, 0xfe];
    update(&mut state, Event::Went(Some(PATH.to_owned())));
    let event =
        Event::Opened { path: PATH.to_owned(), file: Ok(Some(stored)), draft: None, elsewhere: false, block: None };
    assert_eq!(update(&mut state, event), [Effect::Go(None)]);
    assert!(state.editor.is_none() && html(&state).contains("is not text in UTF-8"));
}

#[test]
fn a_question_that_is_asked_before_everything_is_read_stays() {
    let mut state = site(&[]);
    act(&mut state, "new");
    update(&mut state, Event::Went(None));
    assert!(html(&state).contains("New text") && state.dialog.is_some());
    update(&mut state, Event::Went(Some(PATH.to_owned())));
    assert!(state.dialog.is_none(), "it belongs to the list");
}

#[test]
fn why_a_text_cannot_be_opened_is_told_in_the_list() {
    let mut state = site(&[]);
    assert_eq!(open(&mut state, "posts/nothing.md", None, None), [Effect::Go(None)]);
    update(&mut state, Event::Went(None));
    assert!(html(&state).contains("There is no text posts/nothing.md."));
    open(&mut state, PATH, Some(TEA), None);
    assert!(state.notice.is_none(), "it is about another text");
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

#[test]
fn a_new_text_is_a_draft_with_a_name_of_its_own() {
    let mut state = site(&[("posts/tea.md", TEA), ("posts/milk/index.md", "")]);
    sent(&mut state, "create", &[("title", "  ")]);
    assert!(html(&state).contains("Write a title."));
    assert_eq!(sent(&mut state, "create", &[("title", "Tea")]), [Effect::Go(Some("posts/tea-2.md".to_owned()))]);
    assert_eq!(sent(&mut state, "create", &[("title", "Milk")]), [Effect::Go(Some("posts/milk-2.md".to_owned()))]);
    assert_eq!(
        sent(&mut state, "create", &[("title", "Green Tea")]),
        [Effect::Go(Some("posts/green-tea.md".to_owned()))]
    );
    sent(&mut state, "create", &[("title", &"long ".repeat(60))]);
    assert!(html(&state).contains("Write a shorter title") && state.list.drafts.len() == 3);
    open(&mut state, "posts/tea-2.md", None, None);
    assert!(front::flag(&editor(&state).text, "draft") && editor(&state).is_changed());
    let effects = act(&mut state, "save");
    assert!(matches!(&saves(&effects).changes[0], Change::Write { base: None, .. }));
    assert_eq!(saves(&effects).message, "Draft Tea");
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
fn a_field_of_the_form_changes_its_key_and_nothing_else() {
    let mut state = opened(PATH, TEA);
    let mut set = |key: &str, value: &str| {
        update(&mut state, Event::Input("field".to_owned(), key.to_owned(), value.to_owned()));
        editor(&state).text.clone()
    };
    assert_eq!(set("date", "2027-01-01"), TEA.replace("2026-03-01", "2027-01-01"));
    assert_eq!(set("date", "2026-03-01"), TEA);
    assert!(set("tags", "hot, drinks ,").contains("tags = [\"hot\", \"drinks\"]\n"));
    assert_eq!(set("tags", ""), TEA);
    let mut state = opened(PATH, "+++\ntitle = \n+++\n");
    update(&mut state, Event::Input("field".to_owned(), "date".to_owned(), "2027-01-01".to_owned()));
    assert_eq!(editor(&state).text, "+++\ntitle = \n+++\n");
    assert!(html(&state).contains("the front matter cannot be read"));
}

fn add_picture(state: &mut State) -> Vec<Effect> {
    let media_type = "image/webp".to_owned();
    update(state, Event::Picture { media_type, extension: "webp", size: (800, 600), waiting: 7 })
}

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
    let caret = TEA.find("Then").unwrap();
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
        text.starts_with(&TEA[..TEA.rfind("+++\n").unwrap()]) && text.contains("+++\n\n![](./tea-1.webp)\n"),
        "{text}"
    );
}

#[test]
fn a_change_of_the_front_matter_leaves_the_caret_at_its_words() {
    let text = TEA.replace("+++\n\n", "draft = true\n+++\n\n");
    let mut state = opened(PATH, &text);
    let caret = text.find("Then").unwrap();
    update(&mut state, Event::Selected(Selection { start: caret, end: caret + 4 }));
    act(&mut state, "publish");
    let selected = editor(&state).selection.within(&editor(&state).text);
    assert_eq!(&editor(&state).text[selected], "Then");
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
        .unwrap()
        .push(Listed { path: "posts/milk/index.md".to_owned(), version: Version::of(b"") });
    assert_eq!(sent(&mut state, "rename-to", &[("name", "milk")]), []);
    assert!(
        matches!(&state.dialog, Some(Dialog::Rename { problem: Some(problem) }) if problem.contains("posts/milk.md"))
    );
    assert_eq!(sent(&mut state, "rename-to", &[("name", &"茶".repeat(90))]), []);
    assert!(html(&state).contains("Write a shorter title: it becomes the name of the file."));
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

#[test]
fn titles_complete_links() {
    let mut state = opened(PATH, TEA);
    update(
        &mut state,
        Event::Pages(vec![page("posts/milk.md", "Milk [warm]", "2026-01-01"), page(PATH, "Tea", "2026-03-01")]),
    );
    write(&mut state, "\n[[mi");
    assert_eq!(editor(&state).completion.as_ref().unwrap().choices[0].0, "Milk [warm]");
    act(&mut state, "complete-chosen");
    assert!(editor(&state).text.ends_with("\n[Milk \\[warm\\]](./milk.md)"));
    write(&mut state, " and [it](mil");
    act(&mut state, "complete-chosen");
    assert!(editor(&state).text.ends_with("and [it](./milk.md)"));
    for words in [" [a](https://mi", " [b](./mi", " `x[0]`", " [[no such title"] {
        write(&mut state, words);
        assert_eq!(editor(&state).completion, None, "{words}");
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

#[test]
fn a_token_of_another_form_is_sent_nowhere() {
    let mut state = site(&[]);
    assert_eq!(sent(&mut state, "use-token", &[("token", "hunter2 "), ("passphrase", "")]), []);
    assert!(html(&state).contains("This is not a token"));
    assert!(!html(&state).contains("hunter2"));
}

#[test]
fn storage_that_is_refused_is_told_with_a_download() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "x");
    update(&mut state, Event::Kept(Err("QuotaExceededError: full".to_owned())));
    let drawn = html(&state);
    assert!(drawn.contains("keeps no drafts (QuotaExceededError: full)") && drawn.contains("data-do=\"download\""));
    let text = editor(&state).text.clone();
    update(&mut state, Event::Kept(Ok(text)));
    assert!(!html(&state).contains("keeps no drafts"));
}

#[test]
fn find_and_replace_go_through_the_text() {
    let mut state = opened(PATH, "tea Tea tea\n");
    act(&mut state, "find");
    update(&mut state, Event::Input("find".to_owned(), String::new(), "tea".to_owned()));
    assert_eq!(editor(&state).find.as_ref().unwrap().found, (3, None));
    act(&mut state, "find-next");
    assert_eq!(editor(&state).find.as_ref().unwrap().found, (3, Some(1)));
    update(&mut state, Event::Input("replacement".to_owned(), String::new(), "milk".to_owned()));
    act(&mut state, "replace");
    assert_eq!(editor(&state).text, "milk Tea tea\n");
    act(&mut state, "replace-all");
    assert_eq!(editor(&state).text, "milk milk milk\n");
    act(&mut state, "undo");
    assert_eq!(editor(&state).text, "milk Tea tea\n");
}

#[test]
fn a_change_that_is_discarded_is_forgotten() {
    let mut state = opened(PATH, TEA);
    write(&mut state, "x");
    act(&mut state, "discard");
    assert!(html(&state).contains("Discard your changes?"));
    let effects = sent(&mut state, "discard-now", &[]);
    assert!(effects.contains(&Effect::Forget(PATH.to_owned(), Vec::new())) && effects.contains(&Effect::Go(None)));
}

#[test]
fn a_text_that_is_read_after_the_author_has_gone_on_is_not_shown() {
    let mut state = site(&[]);
    update(&mut state, Event::Went(Some(PATH.to_owned())));
    update(&mut state, Event::Went(None));
    let event = Event::Opened {
        path: PATH.to_owned(),
        file: Ok(Some(file(PATH, TEA))),
        draft: None,
        elsewhere: false,
        block: None,
    };
    assert_eq!(update(&mut state, event), []);
    assert!(state.editor.is_none());
}

#[test]
fn what_was_found_stays_until_the_text_is_checked_again() {
    let mut state = opened(PATH, TEA);
    let found = Found {
        start: 0,
        end: 3,
        severity: Severity::Warning,
        message: "m".to_owned(),
        remedy: "r".to_owned(),
        fix: Some("x".to_owned()),
    };
    let answer = |state: &mut State, findings: Vec<Found>, is_checked| {
        let preview = Box::new(Preview { findings, is_checked, ..Preview::default() });
        let id = editor(state).asked;
        update(state, Event::Answered { id, preview });
    };
    answer(&mut state, vec![found.clone()], true);
    answer(&mut state, Vec::new(), false);
    assert_eq!(editor(&state).report.findings, [found]);
    assert!(editor(&state).report.is_unchecked, "its place may have moved");
    answer(&mut state, Vec::new(), true);
    assert!(editor(&state).report.findings.is_empty() && !editor(&state).report.is_unchecked);
}

#[test]
fn an_address_with_a_block_opens_the_text_there() {
    let mut state = site(&[]);
    let effects = update(&mut state, Event::Went(Some(format!("{PATH}:1"))));
    assert_eq!(effects, [Effect::Open { path: PATH.to_owned(), block: Some(1) }]);
    let event = Event::Opened {
        path: PATH.to_owned(),
        file: Ok(Some(file(PATH, TEA))),
        draft: None,
        elsewhere: false,
        block: Some(1),
    };
    update(&mut state, event);
    let blocks = ["Water", "Then"].map(|words| TEA.find(words).unwrap() as u32).to_vec();
    let preview = Box::new(Preview { blocks, is_checked: true, ..Default::default() });
    let effects = update(&mut state, Event::Answered { id: 0, preview });
    assert!(effects.contains(&Effect::Reveal));
    assert!(TEA[editor(&state).selection.start..].starts_with("Then the leaves."));
}
