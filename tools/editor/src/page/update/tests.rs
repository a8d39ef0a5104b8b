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
mod beginning;
mod comparing;
mod going;
mod merging;
mod pictures;
mod proposing;
mod refused;
mod renaming;
mod saving;
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
    assert!(set("categories", "Drinks").contains("categories = [\"Drinks\"]\n"));
    assert_eq!(set("categories", ""), TEA);
    let mut state = opened(PATH, "+++\ntitle = \n+++\n");
    update(&mut state, Event::Input("field".to_owned(), "date".to_owned(), "2027-01-01".to_owned()));
    assert_eq!(editor(&state).text, "+++\ntitle = \n+++\n");
    assert!(html(&state).contains("the front matter cannot be read"));
}

#[test]
fn a_tag_with_a_comma_stays_one_tag_when_another_is_added() {
    let mut state = opened(PATH, "+++\ntitle = \"Tea\"\ntags = [\"Washington, D.C.\", \"tea\"]\n+++\n");
    act(&mut state, "details");
    assert!(html(&state).contains("value=\"&quot;Washington, D.C.&quot;, tea\""), "{}", html(&state));
    let line = "\"Washington, D.C.\", tea, water".to_owned();
    update(&mut state, Event::Input("field".to_owned(), "tags".to_owned(), line));
    let text = &editor(&state).text;
    assert!(text.contains("tags = [\"Washington, D.C.\", \"tea\", \"water\"]\n"), "{text}");
}

#[test]
fn a_category_of_another_engine_is_changed_where_it_is_written() {
    let mut state = opened(PATH, "---\ntitle: Tea\ndate: 2026-03-01\ncategory: Hot drinks\n---\nText.\n");
    act(&mut state, "details");
    assert!(html(&state).contains("value=\"Hot drinks\""));
    update(&mut state, Event::Input("field".to_owned(), "categories".to_owned(), "Cold drinks, Tea".to_owned()));
    let text = &editor(&state).text;
    assert_eq!(front::list(text, "category"), ["Cold drinks", "Tea"], "{text}");
    assert!(!text.contains("categories"), "{text}");
}

#[test]
fn a_category_of_another_text_is_added_by_a_click_and_a_tag_to_the_tags() {
    let mut state = opened(PATH, TEA);
    update(&mut state, Event::Do("add-to-categories".to_owned(), "Drinks".to_owned()));
    update(&mut state, Event::Do("add-to-tags".to_owned(), "green".to_owned()));
    let text = &editor(&state).text;
    assert!(text.contains("categories = [\"Drinks\"]\n") && text.contains("tags = [\"green\"]\n"), "{text}");
}

fn add_picture(state: &mut State) -> Vec<Effect> {
    let media_type = "image/webp".to_owned();
    update(state, Event::Picture { media_type, extension: "webp", size: (800, 600), waiting: 7 })
}

#[test]
fn a_change_of_the_front_matter_leaves_the_caret_at_its_words() {
    let text = TEA.replace("+++\n\n", "draft = true\n+++\n\n");
    let mut state = opened(PATH, &text);
    let caret = text.find("Then").expect("it is there");
    update(&mut state, Event::Selected(Selection { start: caret, end: caret + 4 }));
    act(&mut state, "publish");
    let selected = editor(&state).selection.within(&editor(&state).text);
    assert_eq!(&editor(&state).text[selected], "Then");
}

#[test]
fn titles_complete_links() {
    let mut state = opened(PATH, TEA);
    update(
        &mut state,
        Event::Pages(vec![page("posts/milk.md", "Milk [warm]", "2026-01-01"), page(PATH, "Tea", "2026-03-01")]),
    );
    write(&mut state, "\n[[mi");
    assert_eq!(editor(&state).completion.as_ref().expect("it is there").choices[0].0, "Milk [warm]");
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
fn a_token_of_another_form_is_sent_nowhere() {
    let mut state = site(&[]);
    assert_eq!(sent(&mut state, "use-token", &[("token", "hunter2 "), ("passphrase", "")]), []);
    assert!(html(&state).contains("This is not a token"));
    assert!(!html(&state).contains("hunter2"));
}

#[test]
fn find_and_replace_go_through_the_text() {
    let mut state = opened(PATH, "tea Tea tea\n");
    act(&mut state, "find");
    update(&mut state, Event::Input("find".to_owned(), String::new(), "tea".to_owned()));
    assert_eq!(editor(&state).find.as_ref().expect("it is there").found, (3, None));
    act(&mut state, "find-next");
    assert_eq!(editor(&state).find.as_ref().expect("it is there").found, (3, Some(1)));
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
