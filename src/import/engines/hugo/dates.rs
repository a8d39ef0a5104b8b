//! `[frontmatter]` of the configuration: which keys have the date of a page, and whether its file name has it.

use std::path::Path;

use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::import::data::Data;
use crate::import::text;

/// Gives a page its date by the keys of the configuration, and its slug if the date is that of the file's name.
pub(super) fn apply(data: &mut Data, path: &Path, config: &Data) {
    for key in config.texts("frontmatter.date") {
        let found = match key.as_str() {
            ":filename" => of_name(data, path),
            ":default" | ":git" | ":fileModTime" => return,
            key => data.text(key),
        };
        if let Some(date) = found {
            let at = Location::default();
            drop(data.take("date"));
            data.0.push(Entry { key: "date".to_owned(), key_at: at, value: Value::Text(date), at });
            return;
        }
    }
}

fn of_name(data: &mut Data, path: &Path) -> Option<String> {
    let (day, rest) = text::name(path);
    let day = day?;
    let at = Location::default();
    let slug = Entry { key: "slug".to_owned(), key_at: at, value: Value::Text(rest), at };
    data.fill(Data(vec![slug]));
    Some(day.to_string())
}
