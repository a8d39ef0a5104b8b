//! The names of a taxonomy in one line of the form: between commas, in double quotes if a name has a comma itself. A quote
//! within quotes is doubled.

/// The names in a line. Quotes that do not enclose a whole name belong to it.
#[must_use]
pub fn read(line: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = Some(line);
    while let Some(text) = rest {
        let (name, after) = enclosed(text).unwrap_or_else(|| match text.split_once(',') {
            Some((name, after)) => (name.trim().to_owned(), Some(after)),
            None => (text.trim().to_owned(), None),
        });
        if !name.is_empty() {
            names.push(name);
        }
        rest = after;
    }
    names
}

/// The line that [`read`] reads as these names.
#[must_use]
pub fn write<T: AsRef<str>>(names: &[T]) -> String {
    let name = |name: &T| {
        let name = name.as_ref();
        let needs_quotes = name.contains(',') || name.starts_with('"') || name.trim() != name;
        if needs_quotes { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
    };
    names.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// A name in quotes at the start of a text, and what is after its comma. `None` if no quote closes it, or it goes on after
/// that.
fn enclosed(text: &str) -> Option<(String, Option<&str>)> {
    let mut rest = text.trim_start().strip_prefix('"')?;
    let mut name = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        name.push_str(part);
        match after.strip_prefix('"') {
            Some(more) => {
                name.push('"');
                rest = more;
            }
            None if after.trim().is_empty() => return Some((name, None)),
            None => return after.trim_start().strip_prefix(',').map(|next| (name, Some(next))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    #[test]
    fn names_are_between_commas() {
        assert_eq!(read("green tea, water,, kettles ,"), ["green tea", "water", "kettles"]);
        assert_eq!(write(&["green tea", "water"]), "green tea, water");
        assert!(read(" , ").is_empty() && write::<&str>(&[]).is_empty());
    }

    #[test]
    fn a_name_with_a_comma_is_in_quotes() {
        assert_eq!(write(&["Washington, D.C.", "tea"]), "\"Washington, D.C.\", tea");
        assert_eq!(read("\"Washington, D.C.\" , tea"), ["Washington, D.C.", "tea"]);
    }

    #[test]
    fn quotes_within_a_name_or_without_an_end_belong_to_it() {
        assert_eq!(read("12\" vinyl, \"Tea\" time, \"open"), ["12\" vinyl", "\"Tea\" time", "\"open"]);
    }

    #[test]
    fn names_survive_the_line() {
        let all =
            ["a, b", ",", "\"", "\"a\", b", "a \"b, c\"", "\"\"", " spaced ", "Grüße, 茶", "12\" vinyl", "a\"\"b"];
        assert_eq!(read(&write(&all)), all);
        for name in all {
            assert_eq!(read(&write(&[name])), [name], "{name}");
        }
    }
}
