//! A text in its new form, before it is known where all other texts are.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::addresses::below;
use super::front_matter;
use super::index::Index;
use super::links::{Links, Of};
use super::needs::Needs;
use super::target::{File, Target, written};
use crate::import::folder::is_text;
use crate::import::html::to_markdown;
use crate::import::notes::Notes;
use crate::import::site::{Body, Text};
use crate::import::translate::breaks::harden;
use crate::import::translate::syntax::Syntax;
use crate::import::translate::translate;

/// A translated text, and what it needs.
#[derive(Debug)]
pub(super) struct Draft {
    body: String,
    links: Links,
    cover: Option<Target>,
    pub(super) notes: Notes,
    pub(super) needs: Needs,
}

/// The drafts of all texts, on all cores.
pub(super) fn all(index: &Index<'_>, step: &(dyn Fn() + Sync)) -> Vec<Draft> {
    let alone = folders_alone(&index.site.texts);
    let draft = |text: &Text| {
        let draft = Draft::new(index, text, &alone);
        step();
        draft
    };
    index.site.texts.par_iter().map(draft).collect()
}

impl Draft {
    fn new(index: &Index<'_>, text: &Text, alone: &HashMap<&Path, bool>) -> Self {
        let mut notes = Notes::default();
        let of = Of { index, text };
        let body = match &text.body {
            Body::Markdown(body) => translate(body, text.syntax.unwrap_or(Syntax::Plain), &of, &mut notes),
            Body::Html(html) => {
                let markdown = to_markdown(html, &mut notes);
                match text.syntax {
                    Some(syntax) => translate(&markdown, syntax, &of, &mut notes),
                    None => markdown,
                }
            }
        };
        let body = if text.breaks { harden(&body, &mut notes) } else { body };
        let mut links = of.links(&body, &mut notes);
        let cover = cover(text, &of, &mut links.files, &mut notes);
        if let Some(folder) = text.folder.as_deref().filter(|folder| alone.get(folder) == Some(&true)) {
            let files = index.folder.below(&folder.to_string_lossy());
            for file in files.filter(|file| !is_text(file) && !is_page(file)) {
                of.take(file, &mut links.files);
            }
        }
        let needs = Needs::of(&body, &|host| below(host, index.origin, "/").is_some());
        Self { body, links, cover, notes, needs }
    }

    /// Whether it needs a folder of its own.
    pub(super) fn has_files(&self) -> bool {
        self.links.files.iter().any(|file| matches!(file.to, Target::Beside(_)))
    }

    /// The files that come with it: where they are, and where they go in the project.
    pub(super) fn files<'d>(
        &'d self,
        file: &'d Path,
        root: &'d Path,
    ) -> impl Iterator<Item = (PathBuf, PathBuf)> + use<'d> {
        self.links.files.iter().filter_map(move |File { from, to }| {
            let to = match to {
                Target::Beside(name) => file.parent()?.join(name),
                Target::Public(path, _) => Path::new("public").join(path),
                Target::Text(..) | Target::Address(_) | Target::Corrected(_) | Target::Old(_) => return None,
            };
            Some((root.join(from), to))
        })
    }

    /// The whole new file.
    pub(super) fn file(
        &self,
        text: &Text,
        place: &super::plan::Place,
        language: Option<&str>,
        path: &Path,
        file_of: &dyn Fn(usize) -> PathBuf,
    ) -> String {
        let cover = self.cover.as_ref().map(|target| written(target, path, file_of));
        let head = front_matter::write(text, place, cover.as_deref(), language);
        let mut file = head + "\n";
        let mut at = 0;
        let body = self.body.trim_end();
        for (span, target) in &self.links.edits {
            if let (Some(before), true) = (body.get(at..span.start), span.end <= body.len()) {
                file.push_str(before);
                file.push_str(&written(target, path, file_of));
                at = span.end;
            }
        }
        file.push_str(body.get(at..).unwrap_or_default());
        let start = file.len().min(file.find("\n+++\n").map_or(0, |end| end + 5));
        let lines = file[start..].trim_start_matches('\n').to_owned();
        format!("{}\n{}\n", &file[..start], lines.trim_end())
    }
}

/// The cover of a text. One that is not there is left out, with a note.
fn cover(text: &Text, of: &Of<'_>, files: &mut Vec<File>, notes: &mut Notes) -> Option<Target> {
    let cover = text.cover.as_deref()?;
    let found = of.target(cover, true, files);
    let root = Path::new(cover.trim_start_matches('/'));
    let found = found.or_else(|| {
        let published = of.index.published_at(cover).map(Path::to_owned);
        published.map(|path| Target::Public(path, String::new()))
    });
    let found = match found {
        None if cover.starts_with("https://") => Some(Target::Address(cover.to_owned())),
        found => found,
    };
    let picture = |path: &Path| {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        ["png", "jpg", "jpeg", "webp", "gif", "avif", "svg"].contains(&ending.as_str())
    };
    let found = found.filter(|target| match target {
        Target::Public(path, _) | Target::Beside(path) => picture(path),
        Target::Address(_) => true,
        Target::Text(..) | Target::Corrected(_) | Target::Old(_) => false,
    });
    if found.is_none() {
        let message = format!("its picture for link previews is not there: {}", root.display());
        notes.open(1, message, "put the picture beside the new file, and write cover = \"./picture.jpg\"");
    }
    found
}

/// The folders of texts, and whether no text of another folder is in them.
fn folders_alone(texts: &[Text]) -> HashMap<&Path, bool> {
    let (mut inside, mut own) = (HashMap::<&Path, usize>::new(), HashMap::<&Path, usize>::new());
    for text in texts {
        text.source.ancestors().skip(1).for_each(|folder| *inside.entry(folder).or_default() += 1);
        if let Some(folder) = &text.folder {
            *own.entry(folder).or_default() += 1;
        }
    }
    // The file of a text may be beside its folder.
    own.into_iter().map(|(folder, count)| (folder, inside.get(folder).is_none_or(|inside| *inside <= count))).collect()
}

/// A page of HTML, which is no file of a text.
fn is_page(file: &Path) -> bool {
    let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    ["html", "htm", "json", "yml", "yaml", "js", "mjs", "cjs", "ts"].contains(&ending.as_str())
}
