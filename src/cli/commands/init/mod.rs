//! `personal-page init`: begins a site in a folder, with what the packaged engine needs and nothing else.

mod answers;
pub(crate) mod workflow;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::cli::args::Init;
use crate::cli::engine::{Engine, Package};
use crate::cli::today::local_today;
use answers::Answers;
use workflow::{Pin, WORKFLOW};

/// The files of a new site, each with its path. In braces stand the answers of the owner.
const FILES: [(&str, &str); 6] = [
    ("site.toml", include_str!("files/site.toml")),
    ("posts/hello.md", include_str!("files/hello.md")),
    ("posts/about.md", include_str!("files/about.md")),
    ("public/favicon.svg", include_str!("files/favicon.svg")),
    ("README.md", include_str!("files/README.md")),
    (".gitignore", include_str!("files/gitignore")),
];

/// Asks for what the options leave out, and writes the files. Overwrites nothing: if one is there, none is written.
pub(crate) fn run(engine: Engine, args: Init) -> Result<ExitCode> {
    let Engine::Packaged(package) = engine else { bail!("`init` is a command of the packaged program") };
    let folder = args.folder.clone();
    let mut files: Vec<(&str, String)> = FILES.map(|(path, text)| (path, text.to_owned())).into();
    refuse_existing(&folder, files.iter().map(|(path, _)| *path).chain([WORKFLOW]))?;
    let releases = args.releases.clone();
    let answers = Answers::ask(args)?;
    let date = local_today().to_string();
    for (path, text) in &mut files {
        *text = answers.fill(path, text).replace("{date}", &date);
    }
    let pin = pin(package, releases.as_deref());
    if let Ok(pin) = &pin {
        files.push((WORKFLOW, pin.workflow()));
    }
    for (path, text) in &files {
        write_new(&folder.join(path), text)?;
        println!("{}", folder.join(path).display());
    }
    if let Err(reason) = pin {
        eprintln!("{WORKFLOW} is not written, which would publish the site on GitHub Pages: {reason}");
    }
    println!("\nNext: cd {} && personal-page serve", folder.display());
    Ok(ExitCode::SUCCESS)
}

/// What the workflow fetches.
fn pin(package: Package, releases: Option<&str>) -> Result<Pin, &'static str> {
    let releases = releases.or(package.releases).ok_or(
        "this program is of no release; if yours are somewhere, name the address with --releases, such as \
         https://github.com/you/personal-page/releases/download",
    )?;
    Pin::of(package, releases)
}

/// Refuses to begin a site where one of its files is.
fn refuse_existing<'a>(folder: &Path, paths: impl Iterator<Item = &'a str>) -> Result<()> {
    let existing: Vec<PathBuf> = paths.map(|path| folder.join(path)).filter(|path| path.exists()).collect();
    let Some(first) = existing.first() else { return Ok(()) };
    bail!("{} is there already: begin the site in a new folder; nothing was written", first.display())
}

/// Writes a new file. Fails if it exists.
fn write_new(path: &Path, text: &str) -> Result<()> {
    let written = path.parent().map_or(Ok(()), fs::create_dir_all);
    let written = written.and_then(|()| File::create_new(path)?.write_all(text.as_bytes()));
    written.with_context(|| format!("{}: cannot be written", path.display()))
}
