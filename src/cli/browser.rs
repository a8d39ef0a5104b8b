//! The browser of the tests, and the driver that steers it.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::system::{install, is_ubuntu, on_path};

/// A Chromium and the chromedriver that belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Browser {
    pub(super) chromium: PathBuf,
    pub(super) chromedriver: PathBuf,
}

impl Browser {
    /// The ones on PATH. On Debian and Ubuntu they are installed if they are missing.
    pub(super) fn ensure() -> Result<Self> {
        if let Some(browser) = Self::find() {
            return Ok(browser);
        }
        let packages = match is_ubuntu() {
            true => ["chromium-browser", "chromium-chromedriver"],
            false => ["chromium", "chromium-driver"],
        };
        install(
            &packages,
            "the tests need a browser: install Chromium (or Google Chrome) and the chromedriver of the same \
             version, so that `chromium` or `google-chrome`, and `chromedriver`, are on PATH",
        )?;
        Self::find().context("apt-get installed its packages, but `chromium` and `chromedriver` are still not on PATH")
    }

    fn find() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        Some(Self { chromium: names.into_iter().find_map(on_path)?, chromedriver: on_path("chromedriver")? })
    }
}
