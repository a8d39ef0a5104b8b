//! Names of files: that of a post from its title, those of pictures from their post.

use personal_page::bundle::{MAX_SLUG_BYTES, slugify};

/// The path of a new picture beside a post: the post's name and the first number that is free.
#[must_use]
pub fn picture_path(post: &str, extension: &str, exists: impl Fn(&str) -> bool) -> String {
    let (folder, file) = post.rsplit_once('/').unwrap_or(("", post));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    // A post in a folder of its own has the folder's name.
    let named = if stem.eq_ignore_ascii_case("index") { folder.rsplit('/').next().unwrap_or_default() } else { stem };
    let name = slug(named).unwrap_or_else(|| "picture".to_owned());
    let extension: String =
        extension.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let folder = if folder.is_empty() { String::new() } else { [folder, "/"].concat() };
    let path = |number: u32| format!("{folder}{name}-{number}.{extension}");
    (1..u32::MAX).map(path).find(|path| !exists(path)).unwrap_or_else(|| path(u32::MAX))
}

/// The slug of words, as the bundler makes it.
#[must_use]
pub fn slug(words: &str) -> Option<String> {
    slugify(words).map(|slug| slug.as_str().to_owned())
}

/// Whether a slug is longer than the bundler takes.
#[must_use]
pub fn is_too_long(slug: &str) -> bool {
    slug.len() > MAX_SLUG_BYTES
}

/// What an author does about a name that is too long.
pub const TOO_LONG: &str = "Write a shorter title: it becomes the name of the file.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_the_name_of_a_file() {
        assert_eq!(slug("  Hello,\n World! ").as_deref(), Some("hello-world"));
        assert_eq!(slug("日本語 👩‍👩‍👧 شمس").as_deref(), Some("日本語-شمس"));
        assert_eq!(slug("E\u{301}te\u{301}").as_deref(), Some("été"));
        assert_eq!(slug("👩‍👩‍👧!"), None);
        assert!(is_too_long(&slug(&"long ".repeat(50)).expect("a slug")) && !is_too_long("short"));
    }

    #[test]
    fn a_picture_has_the_name_of_its_post_and_a_free_number() {
        let taken = |path: &str| path == "posts/lake-1.jpg";
        assert_eq!(picture_path("posts/lake.md", "JPG", taken), "posts/lake-2.jpg");
        assert_eq!(picture_path("posts/湖/index.md", "png", taken), "posts/湖/湖-1.png");
        assert_eq!(picture_path("lake.md", "webp", taken), "lake-1.webp");
    }
}
