//! The built site: returns any of its files, or writes all of them to a folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::address::OutputPath;
use super::build::{Memory, SiteDraft};
use super::cache::{Cache, program};
use super::diagnostics::progress::Progress;
use super::diagnostics::{Diagnostics, failure::Failure};
use super::editor_data;
use super::input::boundary::Boundary;
use super::input::config::Config;
use super::input::config::settings::Settings;
use super::key::Key;
use super::library::Library;
use super::options::{Options, Report};
use super::output::document::editor::is_of_editor;
use super::output::document::shell::Shell;
use super::output::document::start_script::StartScript;
use super::output::document::{self, head, owner_tags};
use super::output::generated::GeneratedFile;
use super::output::paths::{Output, OutputPaths, is_spelling};
use super::output::search::packed::IndexFile;
use super::output::writer::Writer;
use super::output::{copied, offline, pages, search, write};
use super::preview::{self, SiteIndex};
use crate::content::{Page, Route, Site};

/// A site without errors.
pub struct BuiltSite {
    pub(crate) site: Arc<Site>,
    pub(crate) shell: Shell,
    pub(crate) library: Library,
    pub(crate) places: OutputPaths,
    config: Config,
    options: Options,
    cache: Cache,
    /// Where the owner's files have to be to be published.
    boundary: Boundary,
    /// The folders of the app and of the cache, whose files may be copied too.
    engine: [Option<PathBuf>; 2],
    findings: Diagnostics,
}

/// Reads the owner's files, checks them, and writes the site.
///
/// # Errors
/// All mistakes of the author at once, with nothing written to `out`; or a file that cannot be read or written, with
/// `out` possibly incomplete. So callers give a folder of their own, and move it when it is complete.
pub fn bundle(options: &Options) -> Result<Report, Failure> {
    let made = BuiltSite::new(options)?;
    let writer = Writer::new(&options.out, options.former.as_deref());
    // At once: putting the index together keeps one core busy.
    let index = || options.search.then(|| search::files(&made.site, &made.library, &made.cache)).transpose();
    let (pages, index) = rayon::join(|| made.write(&writer), index);
    pages?;
    let index: Vec<_> = index?.into_iter().flatten().map(|(path, file)| (OutputPath::new(path), file)).collect();
    writer.make_folders(index.iter().map(|(path, _)| path))?;
    index.par_iter().try_for_each(|(path, file)| writer.write(path, || file.inputs(), || file.bytes()))?;
    writer.finish();
    Ok(made.report())
}

impl BuiltSite {
    /// Reads the owner's files and checks them.
    ///
    /// # Errors
    /// All mistakes of the author at once.
    pub fn new(options: &Options) -> Result<Self, Failure> {
        Self::of(options, SiteDraft::new(options, &Memory::default()))
    }

    /// The same, for a process that builds the site again and again: a text that did not change is not processed again.
    ///
    /// # Errors
    /// All mistakes of the author at once.
    pub fn renewed(options: &Options, memory: &mut Memory) -> Result<Self, Failure> {
        memory.begin();
        Self::of(options, SiteDraft::new(options, memory))
    }

    fn of(options: &Options, draft: SiteDraft) -> Result<Self, Failure> {
        let SiteDraft { config, site, library, mut places, mut findings, .. } = draft;
        let shell = Shell::read(&options.shell, &site, &library.index, &mut findings);
        if let Some(path) = shell.as_ref().and_then(Shell::style_file) {
            places.put(path, "the style of the pages", Output::Style, &mut findings);
        }
        if let Some(script) = shell.as_ref().and_then(|shell| shell.start_script.as_ref()) {
            places.put(script.path(), "the script that starts the program", Output::Start, &mut findings);
        }
        if let Some(shell) = shell.as_ref().filter(|shell| shell.start_script.is_some()) {
            let path = shell.reader_script.path();
            places.put(path, "the script for readers", Output::Reader, &mut findings);
        }
        if library.index.write.is_some() && shell.as_ref().is_some_and(|shell| shell.editor.is_some()) {
            editor_data::put(&mut places, &mut findings);
        }
        let shell = match shell {
            Some(shell) if !findings.has_errors() => shell,
            _ => return Err(Failure::Mistakes(findings)),
        };
        let owner_tags = owner_tags::tags(&config, options.drafts);
        let head = offline::head(&library) + &copied::links(&options.root, &site.base);
        let owners = places.copies().filter(|(path, _)| path.as_str().ends_with(".css"));
        let owners = owners.filter_map(|(_, file)| std::fs::read_to_string(file).ok()).collect::<String>();
        let shell = shell.with_head(&head, &owner_tags, &owners).with_policy(&library.resolver.policy);
        let boundary = Boundary::of(&options.root);
        let cache = Cache::of(&options.root);
        let engine = [&*options.shell, cache.folder()].map(|folder| folder.canonicalize().ok());
        let options = options.clone();
        Ok(Self { site, shell, library, places, config, options, cache, boundary, engine, findings })
    }

    /// The number of pages, and the warnings.
    #[must_use]
    pub fn report(&self) -> Report {
        Report { pages: self.library.routes().len(), findings: self.findings.clone() }
    }

    /// What the editor prepares texts of this site with.
    #[must_use]
    pub fn site_index(&self) -> SiteIndex {
        SiteIndex::of(Settings { options: &self.options, config: &self.config, site: &self.site }, &self.library)
    }

    /// The content of the file at a path below the base, decoded. A file to copy is read now: `None` if it is gone.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        self.bytes(self.places.at(path)?).ok()
    }

    /// Opens a file to copy. Checks again whether it may be published, because symlinks may have changed since.
    fn open(&self, file: &Path) -> io::Result<File> {
        let engine = |real: &PathBuf| self.engine.iter().flatten().any(|folder| real.starts_with(folder));
        let real = self.boundary.publishable(file).or_else(|| file.canonicalize().ok().filter(engine));
        match real.filter(|real| real.is_file()) {
            Some(real) => File::open(real),
            None => Err(io::Error::other("it does not exist, or is outside the site's folder")),
        }
    }

    /// Whether there are files below a path.
    #[must_use]
    pub fn is_folder(&self, path: &str) -> bool {
        self.places.is_folder(path)
    }

    /// The file of the post or page at a route, relative to the site's folder.
    #[must_use]
    pub fn source(&self, route: &Route) -> Option<&Path> {
        self.library.entry(route).map(|(post, _)| post.source.path.as_path())
    }

    /// The files of the search index, by path. Takes longer than everything else.
    ///
    /// # Errors
    /// Pagefind failed.
    pub fn index(&self) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
        let files = search::files(&self.site, &self.library, &self.cache)?;
        let packed = |(path, file): (String, IndexFile)| {
            let bytes = file.bytes().map_err(Failure::io(Path::new(&path)))?.into_owned();
            Ok((path, bytes))
        };
        files.into_par_iter().map(packed).collect()
    }

    /// The content of an output.
    fn bytes(&self, piece: &Output) -> io::Result<Cow<'_, [u8]>> {
        let Self { site, library, .. } = self;
        Ok(match piece {
            Output::Document(route) => self.document(&pages::page(site, library, route)).into_bytes().into(),
            Output::Data(route) => json(&pages::page(site, library, route)).into(),
            Output::GeneratedFile(side) => side.bytes(site, library)?,
            Output::Offline(part) => {
                let copied = self.places.copied().filter(|path| !is_of_editor(path)).collect();
                part.bytes(&offline::Context { site, shell: &self.shell, library, copied }).into()
            }
            Output::Write(file) => {
                file.bytes(&write::Context { site, shell: &self.shell, library, drafts: self.options.drafts }).into()
            }
            Output::SiteIndex => self.site_index().bytes().into(),
            Output::Grammar(name) => preview::grammar(name).unwrap_or_default().into(),
            Output::Style => self.shell.style.css().as_bytes().into(),
            Output::Start => self.shell.start_script.as_ref().map_or("", StartScript::text).as_bytes().into(),
            Output::Reader => self.shell.reader_script.text().as_bytes().into(),
            Output::Copy(from) => {
                let mut bytes = Vec::new();
                self.open(from)?.read_to_end(&mut bytes)?;
                bytes.into()
            }
        })
    }

    fn document(&self, page: &Page) -> String {
        self.document_with(&head::tags(&self.site, &self.library, page), page)
    }

    fn document_with(&self, tags: &str, page: &Page) -> String {
        document::document(&self.site, &self.shell, tags, page)
    }

    /// Writes everything but the search index, on all cores.
    fn write(&self, writer: &Writer<'_>) -> Result<(), Failure> {
        let all = self.places.all();
        writer.make_folders(all.iter().map(|(path, _)| *path))?;
        let progress = Progress::new("files written", all.len());
        let (spellings, all): (Vec<_>, Vec<_>) = all.into_iter().partition(|(path, piece)| is_spelling(path, piece));
        let of_all = Key::new("documents", &[program(), &self.shell.inputs(), format!("{:?}", self.site).as_bytes()]);
        all.into_par_iter().try_for_each(|(path, piece)| {
            self.write_one(writer, &of_all, path, piece)?;
            progress.step();
            Ok(())
        })?;
        for (path, piece) in spellings {
            // It is there if the file system does not tell it from the page.
            if !writer.has(path) {
                self.write_one(writer, &of_all, path, piece)?;
            }
            progress.step();
        }
        Ok(())
    }

    /// Writes an output. `of_all`: the inputs that all documents share.
    fn write_one(&self, writer: &Writer<'_>, of_all: &Key, path: &OutputPath, piece: &Output) -> Result<(), Failure> {
        match piece {
            Output::Copy(from) => writer.copy(path, from, self.open(from).map_err(Failure::io(from))?),
            Output::Document(route) => {
                let page = pages::page(&self.site, &self.library, route);
                let tags = head::tags(&self.site, &self.library, &page);
                let inputs = || Key::new("document", &[of_all.name().as_bytes(), tags.as_bytes(), &json(&page)]);
                writer.write(path, inputs, || Ok(self.document_with(&tags, &page).into_bytes().into()))
            }
            Output::GeneratedFile(GeneratedFile::Preview(route)) => {
                let previews = &self.library.index.previews;
                writer.write(path, || previews.inputs(route), || Ok(previews.of(route).into()))
            }
            // Only the program determines them, and making them takes longer than all else of a small site.
            Output::Grammar(name) => {
                let inputs = || Key::new("grammar", &[program(), name.as_bytes()]);
                writer.write(path, inputs, || self.bytes(piece))
            }
            piece => {
                let bytes = self.bytes(piece).map_err(Failure::io(Path::new(path.as_str())))?;
                writer.write_bytes(path, &bytes)
            }
        }
    }
}

fn json(page: &Page) -> Vec<u8> {
    serde_json::to_vec(page).expect("strings, numbers and lists always serialise")
}
