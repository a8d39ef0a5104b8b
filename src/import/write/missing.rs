//! What a text shows or links to and the source does not have.

use std::collections::BTreeSet;

use crate::import::notes::Notes;

/// The number of names in a note.
const NAMED: usize = 3;

/// The files and pages that one text lacks.
#[derive(Debug, Default)]
pub(super) struct Missing {
    /// The line of the first link to a page.
    page: Option<usize>,
    /// The line of the first file.
    line: Option<usize>,
    /// As the text names them, in its order.
    names: Vec<String>,
    seen: BTreeSet<String>,
}

impl Missing {
    /// Adds the file that a text shows at an offset.
    pub(super) fn file(&mut self, text: &str, at: usize, written: &str) {
        if self.seen.insert(written.to_owned()) {
            self.line.get_or_insert_with(|| line(text, at));
            self.names.push(written.to_owned());
        }
    }

    /// Notes the page that the text links to at an offset.
    pub(super) fn page(&mut self, text: &str, at: usize) {
        self.page.get_or_insert_with(|| line(text, at));
    }

    /// One note for all pages of the text, and one for all files.
    pub(super) fn note(self, notes: &mut Notes) {
        if let Some(line) = self.page {
            let message = "it links to pages of the old site that are not in the source";
            notes.open(
                line,
                message,
                "import again with --url and the address of the old site: the links then lead there",
            );
        }
        let Some(line) = self.line else { return };
        let mut names = self.names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        if self.names.len() > NAMED {
            names.push_str(&format!(" and {} more", self.names.len() - NAMED));
        }
        let (message, them) = match self.names.len() {
            1 => (format!("a file that it shows is not in the source: {names}"), "it"),
            count => (format!("{count} files that it shows are not in the source: {names}"), "them"),
        };
        let remedy = format!(
            "add {them} to the source and import again; or put {them} into public/ if the path begins with /, and beside \
             the new file otherwise"
        );
        notes.open(line, message, remedy);
    }
}

fn line(text: &str, at: usize) -> usize {
    1 + text[..at].matches('\n').count()
}
