//! `cargo site write`: opens the editor in the author's browser.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use url::form_urlencoded::byte_serialize;

use super::serve::{self, Opens, address};
use crate::cli::args::{Serve, Write};
use crate::cli::distribution::command_name;
use crate::cli::open::open;
use crate::cli::project::Project;
use crate::cli::server::write::text_folders::TextFolders;
use crate::content::write::WRITE;

/// How long a server that starts may take until it listens.
const START_TIMEOUT: Duration = Duration::from_secs(30);

/// Opens the editor on the server that runs for this site. If none does, serves the site, as `serve` does.
pub(crate) fn run(project: &Project, args: &Write) -> Result<ExitCode> {
    let page = match &args.file {
        Some(file) => format!("{WRITE}?file={}", encode(&text(project.root(), file)?)),
        None => WRITE.to_owned(),
    };
    if let Some(lock) = serve::lock(project)? {
        let serve = Serve { port: args.port, base: "/".to_owned(), hosts: Vec::new() };
        return serve::run_locked(project, lock, serve, Some(Opens { page, in_browser: !args.no_open }));
    }
    let address = running(project)? + &page;
    if args.no_open {
        println!("{address}");
    } else {
        open(&address);
    }
    Ok(ExitCode::SUCCESS)
}

/// The address of the homepage on the server that runs.
fn running(project: &Project) -> Result<String> {
    let start = Instant::now();
    loop {
        match address::noted(project) {
            Some(address) => return Ok(address),
            None if start.elapsed() < START_TIMEOUT => sleep(Duration::from_millis(50)),
            None => {
                let serve = format!("{} serve", command_name());
                return None.with_context(|| {
                    format!("`{serve}` runs for this site, and does not listen yet: see its terminal, and try again")
                });
            }
        }
    }
}

/// The path of a text below the site's folder, with slashes. It is given from the current folder, or from that of the site.
fn text(root: &Path, file: &Path) -> Result<String> {
    let below =
        |path: PathBuf| Some(path.canonicalize().ok()?.strip_prefix(root.canonicalize().ok()?).ok()?.to_owned());
    let folders = TextFolders::of(root);
    let is_text = |path: &PathBuf| folders.iter().any(|folder| path.starts_with(folder)) && root.join(path).is_file();
    let given = [file.to_owned(), root.join(file)].into_iter().filter_map(below).find(is_text);
    let names: Option<Vec<String>> =
        given.and_then(|path| path.iter().map(|name| name.to_str().map(str::to_owned)).collect());
    let names = names.with_context(|| {
        let new = format!("{} new \"Title\"", command_name());
        let folders = folders.iter().collect::<Vec<_>>().join("/ or ");
        format!("{}: there is no such file below {folders}/. `{new}` creates one", file.display())
    })?;
    Ok(names.join("/"))
}

fn encode(path: &str) -> String {
    byte_serialize(path.as_bytes()).collect()
}
