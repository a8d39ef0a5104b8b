//! The front matter as the form has it: a text for each key.

use personal_page::bundle::Taxonomy;

use crate::text::edit::Edit;
use crate::text::front_matter::{self, Value};

/// The key of other engines for a category, whose name may have spaces.
const CATEGORY: &str = "category";

/// The words of a key, as they are in a form. `None` if the text has no such key, or cannot be read.
#[must_use]
pub fn text(file: &str, key: &str) -> Option<String> {
    match value(file, key)? {
        Value::Text(words) | Value::Date(words) | Value::Number(words) | Value::Other(words) => Some(words),
        Value::Flag(flag) => Some(flag.to_string()),
        Value::List(texts) => Some(texts.join(", ")),
        Value::Empty => None,
    }
}

/// The texts of a key that has a list, or a single text, as the bundler reads them.
#[must_use]
pub fn list(file: &str, key: &str) -> Vec<String> {
    match value(file, key) {
        Some(Value::List(texts)) => texts,
        Some(Value::Text(one) | Value::Number(one) | Value::Date(one)) if is_split(key) => apart(&one, key != CATEGORY),
        Some(Value::Text(one) | Value::Number(one) | Value::Date(one)) => vec![one],
        _ => Vec::new(),
    }
}

/// The key by which a text has names of a taxonomy: that of other engines if only that is there.
#[must_use]
pub fn written(file: &str, taxonomy: Taxonomy) -> &'static str {
    let others = match taxonomy {
        Taxonomy::Categories => Some(CATEGORY),
        Taxonomy::Tags => None,
    };
    let key = taxonomy.key();
    others.filter(|other| value(file, key).is_none() && value(file, other).is_some()).unwrap_or(key)
}

/// Whether a single text of a key is several names.
fn is_split(key: &str) -> bool {
    key == CATEGORY || Taxonomy::ALL.iter().any(|taxonomy| taxonomy.key() == key)
}

/// The names of a taxonomy in a single text: between commas if it has any, else, in most keys, between spaces.
fn apart(text: &str, by_spaces: bool) -> Vec<String> {
    if by_spaces && !text.contains(',') {
        return text.split_whitespace().map(str::to_owned).collect();
    }
    between_commas(text)
}

/// The names between the commas of a text.
fn between_commas(text: &str) -> Vec<String> {
    text.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// Whether a key is set to yes.
#[must_use]
pub fn flag(file: &str, key: &str) -> bool {
    value(file, key) == Some(Value::Flag(true))
}

/// The edit that sets a key, or takes it away. `Ok(None)` if nothing is to be changed.
///
/// # Errors
/// Why it cannot be done. A list does not replace what [`list`] cannot read.
pub fn set(file: &str, key: &str, new: Option<&Value>) -> Result<Option<Edit>, &'static str> {
    let edit = match new {
        Some(Value::List(_)) if matches!(value(file, key), Some(Value::Other(_) | Value::Flag(_))) => {
            Err(front_matter::Refused::Unsupported)
        }
        Some(new) => front_matter::set(file, key, new),
        None => front_matter::remove(file, key),
    };
    edit.map_err(front_matter::Refused::message)
}

/// A new draft.
#[must_use]
pub fn new_text(title: &str, date: &str, is_page: bool) -> String {
    let mut text = "+++\n+++\n\n".to_owned();
    let flag = Value::Flag(true);
    let keys = [
        ("title", Some(Value::Text(title.to_owned()))),
        ("date", (!is_page).then(|| Value::Date(date.to_owned()))),
        ("page", is_page.then(|| flag.clone())),
        ("draft", Some(flag)),
    ];
    for (key, value) in keys {
        if let Some(Ok(Some(edit))) = value.map(|value| front_matter::set(&text, key, &value)) {
            text = edit.apply(&text);
        }
    }
    text
}

fn value(file: &str, key: &str) -> Option<Value> {
    let fields = front_matter::fields(file)?;
    fields.into_iter().find(|field| front_matter::is_same_key(&field.key, key)).map(|field| field.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_text_is_a_draft_of_today() {
        let text = new_text("Tea \"and\" water", "2026-11-30", false);
        assert_eq!(text, "+++\ntitle = \"Tea \\\"and\\\" water\"\ndate = 2026-11-30\ndraft = true\n+++\n\n");
        assert_eq!((super::text(&text, "title").as_deref(), flag(&text, "draft")), (Some("Tea \"and\" water"), true));
        let page = new_text("About", "2026-11-30", true);
        assert_eq!((super::text(&page, "date"), flag(&page, "page")), (None, true));
    }

    #[test]
    fn tags_in_one_text_are_those_that_the_site_has() {
        let tags = |value: &str| list(&format!("---\ntags: {value}\n---\n"), "tags");
        assert_eq!(tags("green tea, water"), ["green tea", "water"]);
        assert_eq!(tags("tea water"), ["tea", "water"]);
        assert_eq!(tags("2024"), ["2024"]);
        assert_eq!(list("---\nTags: [a, b]\n---\n", "tags"), ["a", "b"]);
        assert_eq!(list("---\ncategory: Home baking\n---\n", "category"), ["Home baking"]);
        assert_eq!(list("---\naliases: /a, b/\n---\n", "aliases"), ["/a, b/"]);
    }

    #[test]
    fn a_list_replaces_nothing_that_is_no_list_of_texts() {
        let new = Value::List(vec!["new".to_owned()]);
        for value in ["[[a], b]", "{a: b}", "[a, true]", "true"] {
            let refused = set(&format!("---\ntags: {value}\n---\n"), "tags", Some(&new));
            assert_eq!(refused, Err("this value can only be changed in the text"), "{value}");
        }
        assert!(set("---\ntags:\n---\n", "tags", Some(&new)).is_ok());
    }
}
