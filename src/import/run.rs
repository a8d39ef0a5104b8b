//! One import, from a folder or a file to the report.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::engines::ENGINES;
use super::exports::{self, Broken, Export};
use super::folder::Folder;
use super::notes::Open;
use super::report::Report;
use super::site::{Body, OldSite};
use super::translate::syntax::Syntax;
use super::{archive, authors, between, gaps, sitemap, write};
use crate::bundle::input::config::heading_ids::HeadingIds;

/// What to import, and where to.
#[derive(Clone, Debug)]
pub struct Import {
    /// The folder of the old site, or its export file.
    pub what: PathBuf,
    /// The folder of the new site.
    pub into: PathBuf,
    /// The address of the old site, if the source does not say it.
    pub url: Option<String>,
    /// A sitemap or a feed of the old site.
    pub sitemap: Option<PathBuf>,
}

/// Imports a site. The source is only read, and nobody's file is overwritten.
///
/// # Errors
/// The source cannot be read, or the project cannot be written.
pub fn import(import: &Import, say: &dyn Fn(&str)) -> Result<Report> {
    let Import { what, into, url, sitemap } = import;
    let named = what.display().to_string();
    hold_apart(what, into)?;
    let entries = sitemap.as_deref().map(sitemap::read).transpose()?;
    let unpacked = archive::unpack(what)?;
    let what = unpacked.as_ref().map_or(what.as_path(), |unpacked| &unpacked.path);
    let (folder, mut site, mut engine) = match exports::recognise(what) {
        Some((kind, reason)) => export(what, kind, reason),
        None => of_folder(what, &named)?,
    };
    if site.settings.url.is_none() {
        site.settings.url.clone_from(url);
    }
    if site.texts.iter().all(|text| text.syntax == Some(Syntax::Plain))
        && let Some((pattern, count)) = between::apply(&mut site)
    {
        let found = "; old addresses are taken to be like those in links between the texts";
        engine.1.push_str(&format!("{found}, {pattern} ({count} texts are linked to)"));
    }
    say(&format!("{}: {}", engine.0, engine.1));
    leave_out_empty(&mut site);
    if site.texts.is_empty() {
        bail!(nothing(&named, &site));
    }
    say(&format!("Texts: {}", site.texts.len()));
    gaps::fill(&mut site);
    authors::credit(&mut site);
    let strangers = entries.map(|entries| sitemap::apply(&mut site, entries)).unwrap_or_default();
    gaps::note_addresses(&mut site);
    let outcome = write::write(&folder, site, into)?;
    Ok(Report { what: named, engine, outcome, strangers })
}

/// Why nothing is imported: what could not be read, if that is known.
fn nothing(named: &str, site: &OldSite) -> String {
    let first = site.open.first().map(|(path, Open { line, message, remedy })| {
        format!("{named}: no post or page could be read: {}:{line}: {message} — {remedy}", path.display())
    });
    first.unwrap_or_else(|| format!("{named}: no post or page is there: give the folder of the whole old site"))
}

/// Makes sure that nothing is written into the folder to import.
///
/// # Errors
/// The new site is in that folder, or a path cannot be read.
pub fn hold_apart(what: &Path, into: &Path) -> Result<()> {
    if !what.is_dir() {
        return Ok(());
    }
    let root = what.canonicalize().with_context(|| format!("{}: cannot be read", what.display()))?;
    // The folder may not exist yet: then the nearest one around it that does.
    let into = std::path::absolute(into).with_context(|| format!("{}: cannot be read", into.display()))?;
    if into.ancestors().find_map(|folder| folder.canonicalize().ok()).is_some_and(|folder| folder.starts_with(&root)) {
        bail!("{}: is in the folder to import: give another folder with --into", into.display());
    }
    Ok(())
}

/// Leaves out pages without a text, which engines need for their lists.
fn leave_out_empty(site: &mut OldSite) {
    let open = &mut site.open;
    site.texts.retain(|text| {
        let (Body::Markdown(body) | Body::Html(body)) = &text.body;
        let empty = text.page && body.trim().is_empty();
        if empty {
            let message = "it is a page without a text, and is not imported".to_owned();
            let remedy = "nothing has to be done, if it was a list or a form of the old site".to_owned();
            open.push((text.source.clone(), Open { line: 1, message, remedy }));
        }
        !empty
    });
}

/// A site, the folder that its files are in, and the engine with the reason why it is that one.
type Read = (Folder, OldSite, (String, String));

/// `named`: the path as it was given, which may be that of an archive.
fn of_folder(what: &Path, named: &str) -> Result<Read> {
    if !what.exists() {
        bail!("{named}: there is no such folder or file");
    }
    if !what.is_dir() {
        bail!(
            "{named}: this is no export that is known: give the XML file of WordPress, the JSON file of Ghost, the zip \
             file of Medium, or the folder of a site; the addresses of a sitemap are read with --sitemap, besides the \
             folder"
        );
    }
    let root = what.canonicalize().with_context(|| format!("{named}: cannot be read"))?;
    let folder = Folder::new(&root);
    let found = ENGINES.iter().find_map(|engine| Some((engine, engine.recognise(&folder)?)));
    let (engine, reason) = found.with_context(|| format!("{named}: is no site"))?;
    let mut site = engine.read(&folder);
    let name = engine.name().to_lowercase();
    site.heading_ids = HeadingIds::named(&name).map(|_| name);
    site.people.extend(authors::places::people(&folder, &mut site.open));
    Ok((folder, site, (engine.name().to_owned(), reason)))
}

/// Where the uploads of an export are, if they were unpacked beside it.
const UPLOADS: [&str; 2] = ["wp-content/uploads", "content"];

fn export(path: &Path, kind: Export, reason: String) -> Read {
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) };
    // A backup of Ghost is its folder `content`, by whose name the addresses of pictures begin.
    let whole = kind == Export::Ghost && folder.ends_with("content");
    let root = folder.parent().filter(|_| whole).unwrap_or(folder);
    let below_root = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_owned();
    let mut site = OldSite::default();
    let outcome = exports::read(kind, path, &mut |mut text| {
        let source = if text.source.as_os_str().is_empty() { path } else { &text.source };
        text.source = below_root(source);
        site.texts.push(text);
    });
    site.settings = outcome.settings;
    site.people = outcome.people;
    site.passed = outcome.translated;
    site.open = outcome.open.into_iter().map(|(path, open)| (below_root(&path), open)).collect();
    for Broken { path, line, column, message, remedy } in outcome.broken {
        let message = format!("in column {column}, {message}");
        site.open.push((below_root(&path), Open { line, message, remedy }));
    }
    if outcome.comments > 0 {
        let message = format!("its {} comments are not imported", outcome.comments);
        let remedy = "keep the export if you need them: this site has links to reply, and no comments".to_owned();
        site.open.push((below_root(path), Open { line: 1, message, remedy }));
    }
    site.roots = vec![PathBuf::new()];
    (Folder::of_parts(root, &UPLOADS), site, (format!("{kind:?}"), reason))
}
