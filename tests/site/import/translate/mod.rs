//! The Markdown of other engines, form by form: what it becomes, and what looks like it and stays.

mod alerts;
mod attributes;
mod code;
mod formulas;
mod headings;
mod hexo;
mod hugo;
mod inline;
mod liquid;
mod mdx;
mod notes;
mod obsidian;
mod properties;
mod wordpress;
mod zola;

use personal_page::import::notes::Notes;
use personal_page::import::translate::references::References;
use personal_page::import::translate::syntax::Syntax;
use personal_page::import::translate::translate;

/// A site with the posts "hello" and "second", below `/blog/`.
struct Site;

impl References for Site {
    fn post(&self, reference: &str) -> Option<String> {
        let name = reference.trim_end_matches("/index.md").rsplit('/').next()?;
        let name = name.trim_start_matches("2024-05-01-").split('.').next()?.to_lowercase();
        ["hello", "second"].contains(&name.as_str()).then(|| format!("./{name}.md"))
    }

    fn url(&self, path: &str) -> Option<String> {
        Some(format!("/blog/{}", path.trim_start_matches('/')))
    }

    fn setting(&self, name: &str) -> Option<String> {
        (name == "repository").then(|| "https://code.example".to_owned())
    }
}

/// The translation of a text, and what is said of it.
#[track_caller]
fn told(syntax: Syntax, text: &str) -> (String, Notes) {
    let mut notes = Notes::default();
    let translated = translate(text, syntax, &Site, &mut notes);
    (translated, notes)
}

/// Tests what a text becomes, and that a second translation changes nothing.
#[track_caller]
fn becomes(syntax: Syntax, text: &str, expected: &str) {
    let (translated, notes) = told(syntax, text);
    assert_eq!(translated, expected, "{notes:?}");
    assert_eq!(told(syntax, &translated).0, expected, "the second time");
}

/// Tests that a text stays byte for byte, and that nothing is counted.
#[track_caller]
fn stays(syntax: Syntax, text: &str) {
    let (translated, notes) = told(syntax, text);
    assert_eq!(translated, text);
    assert!(notes.translated.is_empty(), "{notes:?}");
}

/// Tests that a text stays, and that its author is told of a line of it.
#[track_caller]
fn is_left(syntax: Syntax, text: &str, line: usize, message: &str) {
    let (translated, notes) = told(syntax, text);
    assert_eq!(translated, text);
    let is = |open: &personal_page::import::notes::Open| open.line == line && open.message.contains(message);
    assert!(notes.open.iter().any(is), "{notes:?}");
}

const EVERY: [Syntax; 12] = [
    Syntax::Hugo,
    Syntax::Jekyll,
    Syntax::Zola,
    Syntax::Astro,
    Syntax::Eleventy,
    Syntax::Hexo,
    Syntax::Obsidian,
    Syntax::Docusaurus,
    Syntax::VitePress,
    Syntax::Quartz,
    Syntax::WordPress,
    Syntax::Plain,
];
