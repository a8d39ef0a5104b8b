//! The browser of the tests, and the driver that steers it.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

/// A Chromium and the chromedriver that belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Browser {
    pub(super) chromium: PathBuf,
    pub(super) chromedriver: PathBuf,
}

impl Browser {
    /// The ones on PATH. On Debian and Ubuntu they are installed if they are missing: the only thing that any
    /// command does outside the project.
    pub(super) fn ensure() -> Result<Self> {
        if let Some(browser) = Self::find() {
            return Ok(browser);
        }
        let apt = apt_lines().context(
            "the tests need a browser: install Chromium (or Google Chrome) and the chromedriver of the same \
             version, so that `chromium` or `google-chrome`, and `chromedriver`, are on PATH",
        )?;
        for line in apt {
            println!("$ {}", line.join(" "));
            let mut command = Command::new(&line[0]);
            command.args(&line[1..]).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::inherit());
            let status = command.status().with_context(|| format!("{} cannot be run", line[0]))?;
            ensure!(status.success(), "the browser could not be installed: apt-get says why above");
        }
        match Self::find() {
            Some(browser) => Ok(browser),
            None => bail!("apt-get installed its packages, but `chromium` and `chromedriver` are still not on PATH"),
        }
    }

    fn find() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        Some(Self { chromium: names.into_iter().find_map(on_path)?, chromedriver: on_path("chromedriver")? })
    }
}

/// The commands that install both, if this is a system with apt and there is a way to be allowed to.
fn apt_lines() -> Option<[Vec<String>; 2]> {
    on_path("apt-get")?;
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    let sudo = if root { None } else { Some(on_path("sudo")?.display().to_string()) };
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let packages = if system.lines().any(|line| line == "ID=ubuntu") {
        ["chromium-browser", "chromium-chromedriver"]
    } else {
        ["chromium", "chromium-driver"]
    };
    let line = |words: &[&str]| {
        // sudo forgets the environment, so the setting is one of its own words.
        let sudo = sudo.iter().flat_map(|sudo| [sudo.as_str(), "DEBIAN_FRONTEND=noninteractive"]);
        sudo.chain(["apt-get"]).chain(words.iter().copied()).map(str::to_owned).collect()
    };
    Some([line(&["update"]), line(&["install", "-y", "--no-install-recommends", packages[0], packages[1]])])
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}
