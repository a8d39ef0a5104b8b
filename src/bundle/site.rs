//! The site as it will be published: any file of it can be had, and all can be written to a folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::build::SiteDraft;
use super::cache::Cache;
use super::diagnostics::progress::Progress;
use super::diagnostics::{Diagnostics, failure::Failure};
use super::input::own_files::Boundary;
use super::library::Library;
use super::options::{Options, Report};
use super::output::document::shell::Shell;
use super::output::document::{self, head};
use super::output::paths::{Output, OutputPaths};
use super::output::{copied, offline, pages, search};
use crate::content::{Page, Site};

/// A site without mistakes.
pub struct BuiltSite {
    pub(crate) site: Arc<Site>,
    pub(crate) shell: Shell,
    pub(crate) library: Library,
    pub(crate) places: OutputPaths,
    /// Where the owner's files have to lie to be published.
    boundary: Boundary,
    /// The folders of the program and of what was worked out of the owner's files.
    engine: [Option<PathBuf>; 2],
    findings: Diagnostics,
}

/// Reads the owner's files, checks them, and writes the site.
///
/// # Errors
/// All mistakes of the author at once; or a folder that cannot be read or written. Then nothing was written
/// to `out`, or, if it was the disk that failed, a part: callers give a folder of their own, and move it when it is whole.
pub fn bundle(options: &Options) -> Result<Report, Failure> {
    let made = BuiltSite::new(options)?;
    made.write(&options.out)?;
    if options.search {
        let files = made.index()?;
        files.par_iter().try_for_each(|(path, bytes)| write(&options.out, path, bytes))?;
    }
    Ok(made.report())
}

impl BuiltSite {
    /// Reads the owner's files and checks them.
    ///
    /// # Errors
    /// All mistakes of the author at once.
    pub fn new(options: &Options) -> Result<Self, Failure> {
        let SiteDraft { site, library, places, mut findings, .. } = SiteDraft::new(options);
        let shell = Shell::read(&options.shell, &mut findings);
        let Some(shell) = shell.filter(|_| !findings.has_errors()) else { return Err(Failure::Mistakes(findings)) };
        let head = offline::head(&library) + &copied::links(&options.root, &site.base);
        let shell = shell.with_head(&head).with_policy(&library.resolver.policy);
        let boundary = Boundary::of(&options.root);
        let engine = [&*options.shell, Cache::of(&options.root).folder()].map(|folder| folder.canonicalize().ok());
        Ok(Self { site, shell, library, places, boundary, engine, findings })
    }

    /// How many pages there are, and what deserves a look.
    #[must_use]
    pub fn report(&self) -> Report {
        Report { pages: self.library.routes().len(), findings: self.findings.clone() }
    }

    /// The file at a path below the base, decoded. A copy is as its file is now: `None` if that is gone.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        self.bytes(self.places.at(path)?).ok()
    }

    /// Opens a file to copy. Links may have changed since the site was checked, so what may be published is asked again.
    fn open(&self, file: &Path) -> io::Result<File> {
        let engine = |real: &PathBuf| self.engine.iter().flatten().any(|folder| real.starts_with(folder));
        let real = self.boundary.publishable(file).or_else(|| file.canonicalize().ok().filter(engine));
        match real.filter(|real| real.is_file()) {
            Some(real) => File::open(real),
            None => Err(io::Error::other("it is not there, or leads out of the site's folder")),
        }
    }

    /// Whether files are below a path.
    #[must_use]
    pub fn is_folder(&self, path: &str) -> bool {
        self.places.is_folder(path)
    }

    /// The files of the search index, by their paths. They take longer than all the rest.
    ///
    /// # Errors
    /// There is no place for temporary files.
    pub fn index(&self) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
        search::files(&self.site, &self.library)
    }

    /// What is at a path.
    fn bytes(&self, piece: &Output) -> io::Result<Cow<'_, [u8]>> {
        let Self { site, library, .. } = self;
        Ok(match piece {
            Output::Document(route) => self.document(&pages::page(site, library, route)).into_bytes().into(),
            Output::Data(route) => {
                let page = pages::page(site, library, route);
                serde_json::to_vec(&page).expect("strings, numbers and lists always serialise").into()
            }
            Output::GeneratedFile(side) => side.bytes(site, library),
            Output::Offline(part) => {
                let copied = self.places.copied().collect();
                part.bytes(&offline::Context { site, shell: &self.shell, library, copied }).into()
            }
            Output::Copy(from) => {
                let mut bytes = Vec::new();
                self.open(from)?.read_to_end(&mut bytes)?;
                bytes.into()
            }
        })
    }

    fn document(&self, page: &Page) -> String {
        document::document(&self.site, &self.shell, &head::tags(&self.site, &self.library, page), page)
    }

    /// Writes everything but the search index, on all cores.
    fn write(&self, folder: &Path) -> Result<(), Failure> {
        let all = self.places.all();
        let progress = Progress::new("files written", all.len());
        all.into_par_iter().try_for_each(|(path, piece)| {
            match piece {
                Output::Copy(from) => copy(folder, path, self.open(from).map_err(Failure::io(from))?),
                piece => write(folder, path, &self.bytes(piece).map_err(Failure::io(Path::new(path)))?),
            }?;
            progress.step();
            Ok(())
        })
    }
}

fn write(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = place(folder, path)?;
    std::fs::write(&path, bytes).map_err(Failure::io(&path))
}

/// A film may be longer than the memory: it goes through in pieces.
fn copy(folder: &Path, path: &str, mut source: File) -> Result<(), Failure> {
    let path = place(folder, path)?;
    let mut copy = File::create(&path).map_err(Failure::io(&path))?;
    io::copy(&mut source, &mut copy).map(drop).map_err(Failure::io(&path))
}

/// Where a path is in the folder, which is made ready for it.
fn place(folder: &Path, path: &str) -> Result<PathBuf, Failure> {
    let path = folder.join(path);
    let folder = path.parent().unwrap_or(folder);
    std::fs::create_dir_all(folder).map_err(Failure::io(folder))?;
    Ok(path)
}
