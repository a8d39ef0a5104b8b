//! The rows of the list: every file of the place where texts are saved, and every draft of this device, once.

use std::collections::BTreeMap;

use super::front;
use super::path::anchor;
use super::state::State;
use crate::drafts::draft::Draft;
use crate::store::Version;

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The path of the file.
    pub path: String,
    /// The title, or the name of the file if the title is not known.
    pub title: String,
    /// The date, as `2026-11-30`.
    pub date: Option<String>,
    /// The language of the title.
    pub language: Option<String>,
    /// What sets it apart: `draft`, `not saved`, `changed there`, `only here`.
    pub marks: Vec<&'static str>,
    /// When the draft was changed last; 0 without one.
    changed: f64,
}

impl Row {
    /// Whether there is something to save.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.changed > 0.0
    }

    /// The fragment of the address at which the text is edited.
    #[must_use]
    pub fn anchor(&self) -> String {
        anchor(&self.path)
    }
}

/// The rows whose titles have the searched words: drafts first, the latest at the top; then by date, the newest first.
#[must_use]
pub fn rows(state: &State) -> Vec<Row> {
    let list = &state.list;
    let mut versions: BTreeMap<&str, Option<&Version>> = BTreeMap::new();
    match &list.stored {
        Some(stored) => {
            let texts = stored.iter().filter(|file| is_text(&file.path));
            versions.extend(texts.map(|file| (file.path.as_str(), Some(&file.version))));
        }
        None => versions.extend(list.pages.keys().filter(|path| is_text(path)).map(|path| (path.as_str(), None))),
    }
    let drafts: BTreeMap<&str, &Draft> = list.drafts.iter().map(|draft| (draft.path.as_str(), draft)).collect();
    versions.extend(
        drafts.keys().filter(|path| !versions.contains_key(**path)).map(|path| (*path, None)).collect::<Vec<_>>(),
    );
    let is_known = list.stored.is_some();
    let mut rows: Vec<Row> = versions
        .iter()
        .map(|(path, version)| row(state, path, *version, drafts.get(path).copied(), is_known))
        .collect();
    let words: Vec<String> = list.query.split_whitespace().map(str::to_lowercase).collect();
    rows.retain(|row| {
        let title = row.title.to_lowercase() + "\n" + &row.path;
        words.iter().all(|word| title.contains(word.as_str()))
    });
    rows.sort_by(|a, b| {
        b.changed.total_cmp(&a.changed).then_with(|| b.date.cmp(&a.date)).then_with(|| a.path.cmp(&b.path))
    });
    rows
}

/// Whether a file is a text, not a picture beside one.
#[must_use]
pub fn is_text(path: &str) -> bool {
    [".md", ".markdown", ".mdx"].iter().any(|end| path.to_ascii_lowercase().ends_with(end))
}

fn row(state: &State, path: &str, version: Option<&Version>, draft: Option<&Draft>, is_known: bool) -> Row {
    let page = state.list.pages.get(path);
    let draft = draft.filter(|draft| draft.is_changed());
    let field = |name: &str| draft.and_then(|draft| front::text(&draft.text, name)).filter(|text| !text.is_empty());
    let title = field("title").or_else(|| page.map(|page| page.title.clone())).filter(|title| !title.is_empty());
    let date = field("date").or_else(|| page.and_then(|page| page.date.as_ref().map(ToString::to_string)));
    let mut marks = Vec::new();
    if let Some(draft) = draft {
        match (&draft.base, version) {
            (None, None) => marks.push("only here"),
            (Some(base), Some(version)) if base.version == *version => marks.push("not saved"),
            (_, Some(_)) => marks.extend(["not saved", "changed there"]),
            (Some(_), None) if is_known => marks.extend(["not saved", "deleted there"]),
            (Some(_), None) => marks.push("not saved"),
        }
    }
    let is_draft = match draft {
        Some(draft) => front::text(&draft.text, "draft").as_deref() == Some("true"),
        None => page.is_some_and(|page| page.draft),
    };
    if is_draft {
        marks.push("draft");
    }
    if date.as_deref().is_some_and(|date| date.get(..10).is_some_and(|day| day > state.today.as_str())) {
        marks.push("scheduled");
    }
    if page.is_some_and(|page| page.unlisted) {
        marks.push("unlisted");
    }
    Row {
        path: path.to_owned(),
        title: title.unwrap_or_else(|| path.trim_start_matches("posts/").to_owned()),
        date,
        language: page.and_then(|page| page.language.clone()),
        marks,
        changed: draft.map_or(0.0, |draft| draft.changed.max(1.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::page::tested::{TEA, draft, page, site};

    #[test]
    fn each_text_is_listed_once_with_what_differs() {
        let newer = TEA.replace("first", "last");
        let mut state =
            site(&[("posts/tea.md", TEA), ("posts/milk.md", &newer), ("posts/old.md", TEA), ("posts/cup.webp", "")]);
        let pages = [
            page("posts/tea.md", "Tea", "2026-03-01"),
            page("posts/milk.md", "Milk", "2027-01-01"),
            page("posts/old.md", "Old", "2020-01-01"),
        ];
        state.list.pages = pages.into_iter().map(|page| (page.source.clone(), page)).collect();
        let changed = |path: &str, from: Option<&str>| draft(path, &TEA.replace("Tea", "Changed"), from);
        state.list.drafts = vec![
            changed("posts/milk.md", Some(TEA)),
            changed("posts/new.md", None),
            draft("posts/old.md", TEA, Some(TEA)),
        ];
        let listed: Vec<_> = rows(&state).into_iter().map(|row| (row.path, row.title, row.marks)).collect();
        let row = |path: &str, title: &str, marks: &[&'static str]| (path.to_owned(), title.to_owned(), marks.to_vec());
        assert_eq!(
            listed,
            [
                row("posts/milk.md", "Changed", &["not saved", "changed there"]),
                row("posts/new.md", "Changed", &["only here"]),
                row("posts/tea.md", "Tea", &[]),
                row("posts/old.md", "Old", &[]),
            ]
        );
        state.list.query = "tea".to_owned();
        assert_eq!(rows(&state).len(), 1);
    }

    #[test]
    fn a_text_with_a_date_in_the_future_is_scheduled() {
        let mut state = site(&[("posts/tea.md", TEA)]);
        state.list.pages = [("posts/tea.md".to_owned(), page("posts/tea.md", "Tea", "2027-01-01"))].into();
        assert_eq!(rows(&state)[0].marks, ["scheduled"]);
    }
}
