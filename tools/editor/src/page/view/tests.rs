use crate::page::event::Event;
use crate::page::state::{Dialog, State};
use crate::page::tested::{TEA, act, draft, open, opened, page, site, write};
use crate::page::update::update;
use crate::page::view::view;

/// The editor in each of its forms.
fn all() -> Vec<State> {
    let mut states = vec![site(&[("posts/tea.md", TEA)])];
    let mut list = site(&[]);
    list.place = crate::page::state::Place::ByHand;
    list.has_folders = true;
    list.repository = Some("me/site".to_owned());
    states.push(list);
    for command in ["details", "findings", "find"] {
        let mut state = opened("posts/tea.md", TEA);
        update(&mut state, Event::Pages(vec![page("posts/milk.md", "Milk", "2026-01-01")]));
        act(&mut state, command);
        states.push(state);
    }
    let mut compared = site(&[]);
    let [mine, theirs] = ["Cold", "Hot"].map(|word| TEA.replace("Water", word));
    open(&mut compared, "posts/tea.md", Some(&theirs), Some(draft("posts/tea.md", &mine, Some(TEA))));
    assert!(compared.editor.as_ref().is_some_and(|editor| editor.merge.is_some()));
    states.push(compared);
    let dialogs = [
        Dialog::New { problem: Some("x".to_owned()) },
        Dialog::Rename { problem: None },
        Dialog::Delete,
        Dialog::Discard,
        Dialog::Leave { to: None },
        Dialog::Alt { path: "posts/tea-1.webp".to_owned(), url: "blob:1".to_owned() },
        Dialog::Link { query: String::new() },
        Dialog::Token { problem: None, kept: false },
        Dialog::Token { problem: None, kept: true },
        Dialog::Propose,
        Dialog::ByHand,
        Dialog::Conflict(Vec::new()),
        Dialog::Keys,
    ];
    states.extend(dialogs.map(|dialog| {
        let mut state = opened("posts/tea.md", TEA);
        state.dialog = Some(dialog);
        state
    }));
    states
}

/// The tags of an HTML with these names: where each begins, and its text.
fn tags<'h>(html: &'h str, names: &[&str]) -> Vec<(usize, &'h str)> {
    let starts = html
        .match_indices('<')
        .filter(|(at, _)| names.iter().any(|name| html[at + 1..].starts_with(&format!("{name} "))));
    starts.map(|(at, _)| (at, &html[at..at + html[at..].find('>').unwrap_or_default() + 1])).collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

#[test]
fn every_field_has_a_label() {
    for state in all() {
        let html = view(&state).into_string();
        for (at, tag) in tags(&html, &["input", "textarea"]) {
            let in_label = html[..at].rfind("<label").is_some_and(|open| !html[open..at].contains("</label>"));
            let named = attribute(tag, "id").is_some_and(|id| {
                html.contains(&format!("<label for=\"{id}\"")) || html.contains(&format!("for=\"{id}\">"))
            });
            assert!(in_label || named || tag.contains("aria-label="), "{tag} in {html}");
        }
    }
}

#[test]
fn every_button_has_words_or_a_label() {
    for state in all() {
        let html = view(&state).into_string();
        for (at, tag) in tags(&html, &["button"]) {
            let content = &html[at + tag.len()..at + html[at..].find("</button>").unwrap_or_default()];
            let words = content
                .split('>')
                .any(|part| part.split('<').next().is_some_and(|text| text.chars().any(char::is_alphabetic)));
            assert!(words || tag.contains("aria-label="), "{tag}{content}");
        }
    }
}

#[test]
fn no_id_is_there_twice() {
    for state in all() {
        let html = view(&state).into_string();
        let mut ids: Vec<&str> =
            html.match_indices(" id=\"").filter_map(|(at, found)| html[at + found.len()..].split('"').next()).collect();
        let number = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), number, "{ids:?}");
    }
}

#[test]
fn what_an_author_or_a_file_says_is_text() {
    let hostile = "<img src=x onerror=alert(1)>\"'";
    let mut state = site(&[]);
    state.list.query = hostile.to_owned();
    state.list.drafts = vec![draft("posts/tea.md", &format!("+++\ntitle = '''{hostile}'''\n+++\n"), None)];
    let list = view(&state).into_string();
    state.list.query = String::new();
    let listed = view(&state).into_string();
    let mut state = opened("posts/tea.md", &format!("+++\ntitle = '''{hostile}'''\n+++\n"));
    act(&mut state, "details");
    write(&mut state, hostile);
    for html in [list, listed, view(&state).into_string()] {
        assert!(html.contains("&lt;img") && !html.contains("<img"), "{html}");
    }
}
