//! An author at the store of a site on GitHub.

use personal_page_editor::store::github::repository::Repository;
use personal_page_editor::store::github::store::GitHub as Store;
use personal_page_editor::store::github::token::Token;
use personal_page_editor::store::{Change, Save, Version};

use crate::github::GitHub;
use crate::native::{Clock, Native};

/// A text that all sites of these tests have, and its path.
pub(crate) const HELLO: (&str, &str) = ("posts/hello.md", "# Hello\n\nThe first text.\n");
pub(crate) const OTHER: (&str, &str) = ("posts/bread.md", "# Bread\n\nFlour, water, salt.\n");

/// A site with two texts, and its author.
pub(crate) struct Room {
    pub(crate) github: GitHub,
    pub(crate) clock: Clock,
}

impl Room {
    pub(crate) fn new() -> Self {
        Self { github: GitHub::with(&[HELLO, OTHER]), clock: Clock::new() }
    }

    /// The store of the author's own repository.
    pub(crate) fn store(&self) -> Store<Native, &Clock> {
        self.store_of(&self.github.repository)
    }

    /// The store of any repository.
    pub(crate) fn store_of(&self, repository: &str) -> Store<Native, &Clock> {
        let site = Repository { api: GitHub::base(), ..Repository::on_github(repository).expect("a name") };
        self.store_at(site)
    }

    pub(crate) fn store_at(&self, site: Repository) -> Store<Native, &Clock> {
        let token = Token::new(&self.github.token).expect("a token");
        Store::new(site, Some(token), Native::new(), &self.clock)
    }
}

/// A save of one new version of `HELLO`.
pub(crate) fn hello(text: &str) -> Save {
    Save { changes: vec![rewrite(HELLO, text)], message: "Rewrite the first text".to_owned() }
}

/// Writes a file over the one that was read.
pub(crate) fn rewrite((path, before): (&str, &str), text: &str) -> Change {
    let base = Some(Version::of(before.as_bytes()));
    Change::Write { path: path.to_owned(), bytes: text.as_bytes().to_vec(), base }
}

/// Writes a file that is not there.
pub(crate) fn write(path: &str, bytes: &[u8]) -> Change {
    Change::Write { path: path.to_owned(), bytes: bytes.to_vec(), base: None }
}

/// As `GitHub::files` tells of a file.
pub(crate) fn line(path: &str, bytes: &[u8]) -> String {
    format!("{path} {}", Version::of(bytes).as_str())
}
