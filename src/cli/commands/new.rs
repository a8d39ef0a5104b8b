//! `cargo site new`: creates the file of a post, with its front matter.

use std::env;
use std::io::{ErrorKind, IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};

use crate::bundle::input::slugify::slugify;
use crate::bundle::{Config, Diagnostics, MAX_SLUG_BYTES, POSTS, View, owner, read_config};
use crate::cli::args::New;
use crate::cli::new_file::write_new;
use crate::cli::process::command;
use crate::cli::project::Project;
use crate::cli::today::local_today;
use crate::content::{Date, Route, Slug};

/// Writes the file, prints its path, and opens it if standard output is a terminal.
pub(crate) fn run(project: &Project, args: &New) -> Result<ExitCode> {
    let title = args.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let today = args.today.unwrap_or_else(local_today);
    let config = read_config(project.root(), &mut Diagnostics::default()).unwrap_or_default();
    let folder = folder(&config, args)?;
    // A text without a title is named by its day and its first words.
    let untitled = config.collections.get(folder).is_some_and(|collection| collection.view == View::Stream);
    let slug = slug(&if untitled { beginning(&title) } else { title.clone() }, args)?;
    let slug = if untitled { slugify(&format!("{today}-{slug}")).unwrap_or(slug) } else { slug };
    let route = if args.page { Route::article(slug.as_str()) } else { config.permalink_in(folder).route(&slug, today) };
    let route = route.with_context(|| format!("the address /{slug}/ is reserved for the site: {OTHERWISE}"))?;
    if let Some(path) = owner(project.root(), &route) {
        bail!("{} has the address /{} already: {OTHERWISE}", path.display(), route.path());
    }
    let path = place(folder, &slug, args.folder);
    let text = if untitled { format!("+++\ndraft = true\n+++\n\n{title}\n") } else { front(&title, today, args.page) };
    write_new(&project.root().join(&path), &text).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => anyhow!("{} exists already: {OTHERWISE}", path.display()),
        _ => anyhow!("{}: cannot be written: {error}", path.display()),
    })?;
    println!("{}", path.display());
    if stdout().is_terminal() {
        open(&project.root().join(&path))?;
    }
    Ok(ExitCode::SUCCESS)
}

const OTHERWISE: &str = "choose another title, or another address: --slug another-address";

fn slug(title: &str, args: &New) -> Result<Slug> {
    let words = args.slug.as_deref().unwrap_or(title);
    let slug = slugify(words);
    let slug =
        slug.with_context(|| format!("\"{words}\" has no letter and no digit for an address: add --slug hello"))?;
    let bytes = slug.as_str().len();
    if bytes > MAX_SLUG_BYTES {
        let (address, remedy) = match args.slug {
            None => ("the address made from this title", "give a short one: --slug short-name"),
            Some(_) => ("this address", "give a shorter one: --slug short-name"),
        };
        bail!(
            "{address} is too long for a file name: it has {bytes} bytes, and the maximum is {MAX_SLUG_BYTES}; {remedy}"
        );
    }
    Ok(slug)
}

/// How many words of a text are in the name of its file.
const NAMED_WORDS: usize = 6;

fn beginning(text: &str) -> String {
    text.split(' ').take(NAMED_WORDS).collect::<Vec<_>>().join(" ")
}

/// The folder that the file belongs in: that of posts, or of a collection in `site.toml`.
fn folder<'a>(config: &Config, args: &'a New) -> Result<&'a str> {
    let Some(folder) = args.collection.as_deref() else { return Ok(POSTS) };
    let folder = folder.trim_end_matches('/');
    if !config.collections.contains_key(folder) {
        let known: Vec<&str> = config.collections.keys().map(String::as_str).collect();
        let known = if known.is_empty() { "it has none".to_owned() } else { format!("it has {}", known.join(", ")) };
        bail!("site.toml has no collection \"{folder}\" ({known}): add a line [collections.{folder}]");
    }
    Ok(folder)
}

fn place(top: &str, slug: &Slug, folder: bool) -> PathBuf {
    let top = Path::new(top);
    if folder { top.join(slug.as_str()).join("index.md") } else { top.join(format!("{slug}.md")) }
}

/// The front matter of a draft. What is missing is reported once it is no longer a draft.
fn front(title: &str, date: Date, page: bool) -> String {
    let title = toml::Value::String(title.to_owned());
    let kind = if page { "page = true".to_owned() } else { format!("date = {date}\ntags = []") };
    format!(
        "+++\ntitle = {title}\n{kind}\n# description = \"One line, for lists, search engines and link previews.\"\n\
         draft = true\n+++\n\n"
    )
}

/// Opens a file in the author's editor, if one is set. Its command may have arguments, as in `code --wait`.
fn open(path: &Path) -> Result<()> {
    let editor = ["VISUAL", "EDITOR"].iter().filter_map(|name| env::var(name).ok()).find(|it| !it.trim().is_empty());
    let Some(editor) = editor else { return Ok(()) };
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    let status = command(program).args(words).arg(path).status();
    status.with_context(|| format!("{} is written, but \"{editor}\" cannot be run", path.display()))?;
    Ok(())
}
