//! Paths of texts and pictures below the folder of the site, and addresses of texts in the editor.

pub use personal_page::bundle::POSTS;
use personal_page::content::write::TextFolder;

/// The fragment at which a text is edited: its path, percent-encoded where an address requires it.
#[must_use]
pub fn anchor(path: &str) -> String {
    use std::fmt::Write as _;
    let mut anchor = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => anchor.push(char::from(byte)),
            _ => drop(write!(anchor, "%{byte:02X}")),
        }
    }
    anchor
}

/// The path that a fragment of the address names, without `#`. `None` if it names none in a folder of texts.
#[must_use]
pub fn of_anchor(fragment: &str, collections: &[TextFolder]) -> Option<String> {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().filter(|path| is_allowed(path, collections))
}

/// Whether a path is in a folder of texts, and stays there.
#[must_use]
pub fn is_allowed(path: &str, collections: &[TextFolder]) -> bool {
    let top = path.split_once('/').map_or("", |(top, _)| top);
    folders(collections).any(|folder| folder == top)
        && path.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '\0']))
}

/// The names of the folders of texts.
pub fn folders(collections: &[TextFolder]) -> impl Iterator<Item = &str> {
    std::iter::once(POSTS).chain(collections.iter().map(|collection| &*collection.folder))
}

/// The path of a new text: a file, which becomes a folder with the first picture.
#[must_use]
pub fn of_new(folder: &str, slug: &str) -> String {
    format!("{folder}/{slug}.md")
}

/// The folder that a text is in, with a slash at its end.
#[must_use]
pub fn folder(path: &str) -> &str {
    &path[..path.rfind('/').map_or(0, |slash| slash + 1)]
}

/// The name of a text: that of its folder if it has one to itself, otherwise that of its file.
#[must_use]
pub fn name(path: &str) -> &str {
    let file = &path[folder(path).len()..];
    let stem = file.split('.').next().unwrap_or(file);
    if is_own_folder(path) { folder(path).trim_end_matches('/').rsplit('/').next().unwrap_or(stem) } else { stem }
}

/// Whether a text has a folder to itself.
#[must_use]
pub fn is_own_folder(path: &str) -> bool {
    path[folder(path).len()..].starts_with("index.") && folder(path).matches('/').count() > 1
}

/// The path of a text as one in a folder of its own: `posts/hello.md` becomes `posts/hello/index.md`.
#[must_use]
pub fn as_folder(path: &str) -> String {
    if is_own_folder(path) {
        return path.to_owned();
    }
    let file = &path[folder(path).len()..];
    let (stem, rest) = file.split_once('.').unwrap_or((file, "md"));
    format!("{}{stem}/index.{rest}", folder(path))
}

/// The path with another name, in the same folder.
#[must_use]
pub fn renamed(path: &str, name: &str) -> String {
    if is_own_folder(path) {
        let own = folder(path).trim_end_matches('/');
        return format!("{}{name}/{}", folder(own), &path[folder(path).len()..]);
    }
    let file = &path[folder(path).len()..];
    let rest = file.split_once('.').map_or("md", |(_, rest)| rest);
    format!("{}{name}.{rest}", folder(path))
}

/// How a text refers to a file in its folder.
#[must_use]
pub fn reference(text: &str, file: &str) -> String {
    format!("./{}", anchor(file.strip_prefix(folder(text)).unwrap_or(file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_leads_to_the_path_that_it_was_made_from() {
        for path in ["posts/hello.md", "posts/2025/a b.md", "posts/übung/index.md", "posts/日本 100%.md"] {
            assert_eq!(of_anchor(&anchor(path), &[]).as_deref(), Some(path));
        }
    }

    #[test]
    fn a_fragment_that_leaves_the_folder_leads_nowhere() {
        for fragment in [
            "",
            "posts/",
            "site.toml",
            "posts/../site.toml",
            "posts/%2e%2e/site.toml",
            "posts/.env",
            "posts/%f",
            "posts/%ff",
        ] {
            assert_eq!(of_anchor(fragment, &[]), None, "{fragment}");
        }
    }

    #[test]
    fn the_texts_of_a_collection_are_edited_too() {
        let notes = [TextFolder { folder: "notes".to_owned(), name: "Notes".to_owned(), is_stream: true }];
        assert!(is_allowed("notes/a.md", &notes) && is_allowed("posts/a.md", &notes));
        for path in ["notes/a.md", "src/main.rs", "site.toml", "notes"] {
            assert!(!is_allowed(path, &[]), "{path}");
        }
        assert!(!is_allowed("notesbook/a.md", &notes));
        assert!(!is_own_folder("notes/index.md") && is_own_folder("notes/trip/index.md"));
    }

    #[test]
    fn a_text_keeps_its_language_when_it_moves() {
        assert_eq!(as_folder("posts/tea.fr.md"), "posts/tea/index.fr.md");
        assert_eq!(renamed("posts/2025/tea.fr.md", "coffee"), "posts/2025/coffee.fr.md");
        assert_eq!(renamed("posts/tea/index.md", "coffee"), "posts/coffee/index.md");
        assert_eq!(name("posts/tea/index.fr.md"), "tea");
    }
}
