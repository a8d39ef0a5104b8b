//! The report of an import: printed in short, and written whole.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::folder::slashed;
use super::notes::Open;
use super::write::manifest::Fate;
use super::write::{self, Outcome};
use crate::bundle::{Diagnostics, printable};

/// What an import did.
#[derive(Debug)]
pub struct Report {
    /// What was imported, as it was named.
    pub(super) what: String,
    /// The engine, and why it is that one.
    pub(super) engine: (String, String),
    pub(super) outcome: Outcome,
    /// Addresses of the sitemap that no text has.
    pub(super) strangers: Vec<String>,
}

/// The name of the file.
const FILE: &str = "import-report.md";

/// The head of the list of files that the source does not have any more.
const GONE: &str = "Texts of earlier imports that are not in this one";

/// The lines of each list that are printed; the file has all.
const PRINTED: usize = 10;

impl Report {
    /// The short report, for a terminal.
    #[must_use]
    pub fn short(&self) -> String {
        let mut text = format!("{}\n", self.summary());
        let open = self.open_by_kind();
        list(&mut text, "To do by hand", &open);
        let lost = self.lost();
        list(&mut text, "Old addresses that do not answer", &lost);
        let left = self.left();
        list(&mut text, "Files that were left as they are", &left);
        list(&mut text, GONE, &self.gone());
        text
    }

    /// The whole report in Markdown, with the findings of a check of the new site.
    #[must_use]
    pub fn whole(&self, checked: &Diagnostics) -> String {
        let mut text = format!("# Import of {}\n\n{}\n", self.what, self.summary());
        let kinds = &self.outcome.translated;
        if !kinds.is_empty() {
            text.push_str("\n## Translated\n\n| What | Times |\n| --- | --- |\n");
            for (kind, count) in kinds {
                let _ = writeln!(text, "| {} | {count} |", kind.replace('|', "\\|"));
            }
        }
        let keys = self.outcome.keys.iter().map(|(key, times)| format!("`{}`: {times}", one_line(key)));
        section(&mut text, "Front matter that is left out, by the number of texts", &keys.collect::<Vec<_>>());
        section(&mut text, "To do by hand", &self.open());
        section(&mut text, "Old addresses that do not answer", &self.lost());
        section(&mut text, "Files that were left as they are", &self.left());
        section(&mut text, GONE, &self.gone());
        let settings = self.outcome.settings.iter();
        let settings: Vec<String> = settings
            .map(|[key, new, old]| format!("`{key}` in site.toml stays \"{new}\". The old site had \"{old}\"."))
            .collect();
        section(&mut text, "Settings that were left as they are", &settings);
        let (errors, warnings) = checked.counts();
        let _ = write!(text, "\n## Check\n\n{errors} errors, {warnings} warnings.\n");
        if errors + warnings > 0 {
            text.push('\n');
            for finding in checked.sorted() {
                let _ = writeln!(text, "- {}", one_line(&finding.to_string()));
            }
        }
        text
    }

    fn summary(&self) -> String {
        let Outcome { posts, pages, drafts, files, answering, .. } = &self.outcome;
        let (engine, reason) = &self.engine;
        let translated: usize = self.outcome.translated.values().sum();
        format!(
            "{engine}: {reason}.\n\nPosts: {posts}, pages: {pages}, drafts: {drafts}, files: {files}. Translations: \
             {translated}. Old addresses that answer: {answering}."
        )
    }

    fn open(&self) -> Vec<String> {
        let mut open: Vec<_> = self.outcome.open.iter().collect();
        open.sort_by_key(|(path, open)| (path, open.line));
        let line = |(path, open): &(PathBuf, Open)| {
            one_line(&format!("{}:{}: {} — {}", slashed(path), open.line, open.message, open.remedy))
        };
        let mut lines: Vec<String> = open.into_iter().map(line).collect();
        lines.dedup();
        lines
    }

    /// The first place of each thing that is to be done, and in how many other places it is.
    fn open_by_kind(&self) -> Vec<String> {
        let mut open: Vec<_> = self.outcome.open.iter().collect();
        open.sort_by_key(|(path, open)| (path, open.line));
        let mut kinds: Vec<(&PathBuf, &Open, usize)> = Vec::new();
        let mut seen: HashMap<(&str, &str), usize> = HashMap::new();
        for (path, open) in open {
            let kind = *seen.entry((&open.message, &open.remedy)).or_insert(kinds.len());
            match kinds.get_mut(kind) {
                Some((.., times)) => *times += 1,
                None => kinds.push((path, open, 1)),
            }
        }
        let line = |(path, open, times): (&PathBuf, &Open, usize)| {
            let more = if times > 1 { format!(" ({times} times)") } else { String::new() };
            one_line(&format!("{}:{}: {}{more} — {}", slashed(path), open.line, open.message, open.remedy))
        };
        kinds.into_iter().map(line).collect()
    }

    fn lost(&self) -> Vec<String> {
        let own = self.outcome.lost.iter().map(|(address, reason)| format!("{address}: {reason}"));
        let remedy = "no text is there: add it to aliases of the text that it was of";
        let mut lines: Vec<String> = own
            .chain(self.strangers.iter().map(|address| format!("{address}: {remedy}")))
            .map(|line| one_line(&line))
            .collect();
        lines.sort();
        lines.dedup();
        lines
    }

    fn left(&self) -> Vec<String> {
        let reason = |fate: &Fate| match fate {
            Fate::Foreign => "a file that is not from an import is there: rename it, and import again",
            Fate::Edited => {
                "it was edited since it was imported: to import it again, delete it and its line in .import.toml"
            }
            Fate::Deleted => "it was deleted since it was imported: delete its line in .import.toml to import it again",
            Fate::Written => "it is as it was",
        };
        self.outcome.left.iter().map(|(path, fate)| format!("{}: {}", slashed(path), reason(fate))).collect()
    }

    fn gone(&self) -> Vec<String> {
        let remedy = "its source is gone or has another name, or it is of another site: delete it if it is not to stay";
        self.outcome.gone.iter().map(|path| format!("{}: {remedy}", slashed(path))).collect()
    }

    /// Writes the whole report into the project, unless somebody has edited the last one.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn save(&self, into: &Path, checked: &Diagnostics) -> anyhow::Result<()> {
        write::keep(into, Path::new(FILE), self.whole(checked))
    }

    /// The name of the file of the report.
    #[must_use]
    pub fn file(into: &Path) -> PathBuf {
        into.join(FILE)
    }
}

fn section(text: &mut String, title: &str, lines: &[String]) {
    if !lines.is_empty() {
        let _ = write!(text, "\n## {title}\n\n");
        for line in lines {
            let _ = writeln!(text, "- {line}");
        }
    }
}

fn list(text: &mut String, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{title} ({}):", lines.len());
    for line in lines.iter().take(PRINTED) {
        let _ = writeln!(text, "  {line}");
    }
    if lines.len() > PRINTED {
        let _ = writeln!(text, "  and {} more", lines.len() - PRINTED);
    }
}

/// A text on one line, without control characters.
fn one_line(text: &str) -> String {
    printable(&text.replace('\n', " ")).into_owned()
}
