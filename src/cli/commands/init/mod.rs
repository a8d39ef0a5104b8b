//! `personal-page init`: begins a site in a folder, with what the packaged engine needs and nothing else.

mod answers;
mod template;
pub(crate) mod workflow;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::cli::args::Init;
use crate::cli::distribution::{Distribution, Package};
use crate::cli::new_file::write_new;
use crate::cli::today::today_and_zone;
use crate::content::Date;
use answers::{Answers, is_address};
use template::fill;
use workflow::{Pin, WORKFLOW};

/// The files of a new site, each with its path. In braces are the names of values.
const FILES: [(&str, &str); 6] = [
    ("site.toml", include_str!("files/site.toml")),
    ("posts/hello.md", include_str!("files/hello.md")),
    ("posts/about.md", include_str!("files/about.md")),
    ("public/favicon.svg", include_str!("files/favicon.svg")),
    ("README.md", include_str!("files/README.md")),
    (".gitignore", include_str!("files/gitignore")),
];
/// What a new repository may have already. It is kept.
const KEPT: [&str; 3] = ["README.md", ".gitignore", "public/favicon.svg"];

/// Asks for what the options leave out, and writes the files. Overwrites nothing: if the folder has a site, no file is
/// written.
pub(crate) fn run(distribution: Distribution, args: &Init) -> Result<ExitCode> {
    let Distribution::Packaged(package) = distribution else {
        bail!("only the packaged engine has the command `init`")
    };
    let folder = &args.folder;
    refuse_site(folder)?;
    let pin = pin(package, args.releases.as_deref())?;
    let answers = Answers::ask(args)?;
    let today = today_and_zone();
    let mut files: Vec<(&str, String)> =
        FILES.iter().map(|(path, text)| (*path, filled(path, text, &answers, &today))).collect();
    if let Ok(pin) = &pin {
        files.push((WORKFLOW, pin.workflow()));
    }
    for (path, text) in &files {
        let file = folder.join(path);
        if KEPT.contains(path) && file.symlink_metadata().is_ok() {
            println!("{} exists already, and is kept", file.display());
            continue;
        }
        write_new(&file, text).with_context(|| format!("{}: cannot be written", file.display()))?;
        println!("{}", file.display());
    }
    if let Err(reason) = pin {
        eprintln!("{WORKFLOW}, which would publish the site on GitHub Pages, is not written: {reason}");
    }
    println!("\nNext:\n  cd {}\n  personal-page serve", quoted(folder));
    Ok(ExitCode::SUCCESS)
}

/// A file with its values: as TOML strings in TOML, as they are in anything else.
fn filled(path: &str, text: &str, answers: &Answers, (date, zone): &(Date, Option<String>)) -> String {
    let is_toml = path.ends_with(".toml");
    let value =
        |value: &str| if is_toml { toml::Value::String(value.to_owned()).to_string() } else { value.to_owned() };
    let zone = match zone {
        Some(zone) => format!("timezone = \"{zone}\""),
        None => "# timezone = \"Europe/Berlin\"".to_owned(),
    };
    let Answers { name, title, url } = answers;
    let values = [
        ("name", value(name)),
        ("title", value(title)),
        ("description", value(&format!("Notes by {name}."))),
        ("url", value(url)),
        ("date", date.to_string()),
        ("timezone", zone),
    ];
    fill(text, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// What the workflow fetches, or why that is not known.
fn pin(package: Package, releases: Option<&str>) -> Result<Result<Pin, &'static str>> {
    if let Some(releases) = releases
        && let Err(reason) = is_address(releases)
    {
        bail!("--releases \"{releases}\": {reason}");
    }
    let Some(releases) = releases.or(package.releases) else {
        return Ok(Err(
            "this program is not from a release; if there are releases of it, name their address with --releases, such as \
             https://github.com/you/personal-page/releases/download",
        ));
    };
    Ok(Pin::of(package, releases))
}

/// Refuses a folder that has a site, or files where a site has folders.
fn refuse_site(folder: &Path) -> Result<()> {
    for path in ["site.toml", "posts", WORKFLOW] {
        let path = folder.join(path);
        if path.symlink_metadata().is_ok() {
            bail!("{} exists already: choose another folder; nothing was written", path.display());
        }
    }
    for path in ["", "public", ".github", ".github/workflows"] {
        let path = folder.join(path);
        if path.symlink_metadata().is_ok() && !path.is_dir() {
            bail!("{} is not a folder: choose another folder for the site; nothing was written", path.display());
        }
    }
    Ok(())
}

/// A path for a shell, in quotes if it has anything but letters, digits and a few signs.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    if path.chars().all(|c| c.is_alphanumeric() || "/\\.-_~:".contains(c)) {
        return path;
    }
    format!("'{}'", path.replace('\'', "'\\''"))
}
