//! The editor in a shell: its program, which `cli/toolchain/editor.rs` puts there, and its style. Only the document of
//! `/write/` has them.

use std::collections::BTreeSet;
use std::path::Path;

use crate::bundle::address::OutputPath;
use crate::bundle::input::config::content_security_policy::{Policy, Resource};
use crate::bundle::output::crawlers::MANIFEST;

/// The folder of the editor's files, in a shell and on a site.
const FOLDER: &str = "write";
/// Around the style of the editor in `index.html`.
const MARKS: (&str, &str) = ("\n<!-- write -->", "\n<!-- /write -->");
/// What the editor loads besides: texts and their versions from where they are saved, and pictures that are not saved yet.
const SOURCES: [(Resource, &str); 2] = [(Resource::Connect, "https://api.github.com"), (Resource::Img, "blob:")];

/// How the names of the files begin that the document loads. Its script names the others.
const NAME: &str = "write/editor-";
/// And of those that it loads when a text is opened.
const WORKER: &str = "write/prepare-";

/// The files of the editor. Their names have the hash of their content.
pub(crate) struct Editor {
    /// Those that its document loads.
    script: OutputPath,
    program: OutputPath,
    /// All of them.
    pub(crate) files: BTreeSet<OutputPath>,
}

impl Editor {
    /// The editor of a shell. `None` if it is not built.
    pub(crate) fn find(shell: &Path) -> Option<Self> {
        let files: Vec<_> = shell.join(FOLDER).read_dir().ok()?.flatten().map(|entry| entry.path()).collect();
        let files: BTreeSet<_> = files.iter().flat_map(|file| file.strip_prefix(shell)).map(OutputPath::of).collect();
        let named = |end: &str| {
            let is_it = |path: &&OutputPath| Self::is_loaded_at_once(path) && path.as_str().ends_with(end);
            files.iter().find(is_it).cloned()
        };
        Some(Self { script: named(".js")?, program: named(".wasm")?, files })
    }

    /// Whether a file of it is loaded with the page.
    fn is_loaded_at_once(path: &OutputPath) -> bool {
        path.as_str().starts_with(NAME)
    }

    /// Whether every text needs a file of it.
    pub(crate) fn is_always_needed(path: &OutputPath) -> bool {
        Self::is_loaded_at_once(path) || path.as_str().starts_with(WORKER)
    }

    /// The tags that load it, and its manifest. The script fetches the program.
    pub(crate) fn tags(&self, base: &str) -> String {
        let [script, program] = [&self.script, &self.program].map(|path| [base, path.href().as_str()].concat());
        format!(
            "\n<link rel=\"manifest\" href=\"{base}{FOLDER}/{MANIFEST}\">\
             \n<link rel=\"preload\" href=\"{program}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\
             \n<script type=\"module\" src=\"{script}\"></script>"
        )
    }
}

/// Whether a file of a shell is one of the editor's.
pub(crate) fn is_of_editor(path: &OutputPath) -> bool {
    path.as_str().split('/').next() == Some(FOLDER)
}

/// Takes the style of the editor out of a shell: the shell without it, and its element, which is empty if it has none.
pub(crate) fn take_style(shell: &str) -> (String, String) {
    let found = shell.split_once(MARKS.0).and_then(|(before, rest)| Some((before, rest.split_once(MARKS.1)?)));
    match found {
        Some((before, (style, after))) => ([before, after].concat(), style.to_owned()),
        None => (shell.to_owned(), String::new()),
    }
}

/// What loads the file with the whole style.
pub(crate) fn style_link(base: &str, path: &OutputPath) -> String {
    format!("\n<link rel=\"stylesheet\" href=\"{base}{}\">", path.as_str())
}

/// The policy of the document of the editor, from that of the other pages. No script of another host runs beside the
/// author's access to the repository.
pub(crate) fn policy(of_pages: &Policy) -> Policy {
    let mut policy = of_pages.without_programs_of_others();
    SOURCES.into_iter().for_each(|(kind, source)| policy.open(kind, source));
    policy
}
