//! The shell: the built `index.html` of the app, with placeholders for head and page.

use std::path::Path;

use super::deferred_program::Parts;
use super::editor::Editor;
use super::reader_script::ReaderScript;
use super::start_script::StartScript;
use super::style::Style;
use super::{deferred_program, editor, minify};
use crate::bundle::address::OutputPath;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::escape::escape;
use crate::bundle::input::config::content_security_policy::Policy;
use crate::bundle::library::index::Index;
use crate::bundle::output::face;
use crate::content::{Site, direction};
use crate::view::contract::attributes::BASE;

const LANG: &str = "<html lang=\"en\"";
const CHARSET: &str = "<meta charset=\"utf-8\">";
const HEAD: &str = "<!-- head -->";
const PAGE: &str = "<!-- page -->";

/// The parts of the shell: all but the style inside are the same on every page.
pub(crate) struct Shell {
    start: String,
    /// From the root element to the charset.
    charset: String,
    head: String,
    pub(crate) style: Style,
    /// `None` if the shell has no program.
    pub(crate) start_script: Option<StartScript>,
    /// What the program's pages load at the first use.
    pub(crate) reader_script: ReaderScript,
    /// What loads the program; empty if there is none.
    program: String,
    /// The tags of the engine in the head of every page.
    tags: String,
    /// The tags of the owner, which the page of the editor has not.
    owner_tags: String,
    body: String,
    end: String,
    policy: Policy,
    /// `None` if the shell has no editor.
    pub(crate) editor: Option<Editor>,
    /// The style of the editor, which no other page has.
    editor_style: String,
}

impl Shell {
    /// Reads the shell for a site, in the look of its index. `None`, and an error, if it is missing or lacks a placeholder.
    pub(crate) fn read(folder: &Path, site: &Site, index: &Index, findings: &mut Diagnostics) -> Option<Self> {
        let path = folder.join("index.html");
        let name = Path::new("index.html");
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                let remedy = "delete the folder target/site/shell, and run this again";
                findings.error(name, 0, format!("{} cannot be read: {error}", path.display()), remedy);
                return None;
            }
        };
        let shell = Self::parse(&text, site, index);
        if let Err(place) = &shell {
            findings.error(name, 0, format!("has no {place}"), "put it back: the bundler writes there");
        }
        shell.ok().map(|shell| Self { editor: Editor::find(folder), ..shell })
    }

    fn parse(text: &str, site: &Site, index: &Index) -> Result<Self, &'static str> {
        // Trunk writes a `style` element for each sheet.
        let text = minify::document(&text.replace("</style>\n<style>", "\n"));
        let (text, editor_style) = editor::take_style(&text);
        let Parts { shell: text, links, run } = deferred_program::take_from(&text, &site.base);
        let (start, rest) = text.split_once(LANG).ok_or(LANG)?;
        let (head, rest) = rest.split_once(HEAD).ok_or(HEAD)?;
        let (body, end) = rest.split_once(PAGE).ok_or(PAGE)?;
        let (root, head) = head.split_once(CHARSET).ok_or(CHARSET)?;
        let face = if index.face { face::rules(&site.base) } else { String::new() };
        let (head, style) = Style::take_from(head.trim_end(), index.colors.look(), &face);
        let reader_script = ReaderScript::new(site, index);
        let start_script = (!run.is_empty()).then(|| StartScript::new(site, index, &reader_script, &run));
        let address = |path: OutputPath| [&site.base, path.as_str()].concat();
        let program = start_script
            .as_ref()
            .map(|script| deferred_program::after_paint(&links, &address(style.path()), &address(script.path())));
        Ok(Self {
            start: start.to_owned(),
            charset: root.to_owned() + CHARSET,
            head,
            style,
            start_script,
            reader_script,
            program: program.unwrap_or_default(),
            tags: String::new(),
            owner_tags: String::new(),
            body: body.to_owned(),
            end: end.to_owned(),
            policy: Policy::default(),
            editor: None,
            editor_style,
        })
    }

    /// The path of the file with the whole style. A page without a program needs no more than it has inside.
    pub(crate) fn style_file(&self) -> Option<OutputPath> {
        self.start_script.as_ref().map(|_| self.style.path())
    }

    /// Adds tags to the head of every page. `owner_tags`: those of the owner. `sheets`: those of the owner, which the tags
    /// load.
    pub(crate) fn with_head(mut self, tags: &str, owner_tags: &str, sheets: &str) -> Self {
        for css in [tags, owner_tags, sheets] {
            self.style.keep_named_in(css);
        }
        (self.tags, self.owner_tags) = (tags.to_owned(), owner_tags.to_owned());
        self
    }

    pub(crate) fn with_policy(mut self, policy: &Policy) -> Self {
        self.policy = policy.clone();
        self
    }

    /// All that documents have of it, as an input of a key.
    pub(crate) fn inputs(&self) -> Vec<u8> {
        // Of the script that starts the program, documents have the address, which is in `program`. The editor is in a
        // document of its own.
        let Self { start, charset, head, style, program, tags, owner_tags, body, end, policy, .. } = self;
        format!("{:?}", (start, charset, head, style.inputs(), program, tags, owner_tags, body, end, policy))
            .into_bytes()
    }

    /// A whole document. The language is that of the frame, which stays while pages change; an article in another one
    /// has its own `lang`.
    pub(crate) fn document(&self, site: &Site, head: &str, page: &str) -> String {
        self.document_with(site, head, page, &self.program, &self.owner_tags, &self.policy)
    }

    /// The document of the editor: with its program in place of the readers', with the whole style and its own, because
    /// it shows any page, without the tags of the owner, which may run scripts, and with a policy of its own.
    pub(crate) fn editor_document(&self, site: &Site, head: &str, page: &str) -> String {
        let style = self.style_file().map(|path| editor::style_link(&site.base, &path)).unwrap_or_default();
        let program = self.editor.as_ref().map(|editor| editor.tags(&site.base)).unwrap_or_default();
        let program = [style, self.editor_style.clone(), program].concat();
        self.document_with(site, head, page, &program, "", &editor::policy(&self.policy))
    }

    /// A whole document. `program`: what loads its program.
    fn document_with(
        &self,
        site: &Site,
        head: &str,
        page: &str,
        program: &str,
        owner_tags: &str,
        policy: &Policy,
    ) -> String {
        let (language, dir, base) = (escape(&site.language), direction(&site.language), escape(&site.base));
        let html = format!("<html lang=\"{language}\" dir=\"{dir}\" {BASE}=\"{base}\"");
        let style = self.style.element(page, &site.language);
        let inside: [&str; 4] = [&self.head, &style, program, "\n"];
        let before = inside.concat();
        let body = [&*self.tags, owner_tags, &self.body];
        // Before anything that it has to apply to.
        let policy = policy.tags(&[&*before, &body.concat(), &self.end].concat());
        let after = [&*body.concat(), page, &self.end].concat();
        [&*self.start, &html, &self.charset, &policy, &before, head, &after].concat()
    }
}
