//! The browsers of the tests, and their WebDriver programs.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::system::{can_install, install, is_ubuntu, on_path};
use super::tools::Tools;
use crate::cli::project::Project;

/// The engines that the tests run in. Chromium is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    #[value(name = "webkit")]
    WebKit,
}

/// Environment variables for the tests in an engine, which name its programs.
pub(crate) type Programs = Vec<(&'static str, PathBuf)>;

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name for messages and `SITE_ENGINE`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// Finds the programs on PATH. On Debian and Ubuntu, missing ones are installed, and geckodriver, which has no
    /// package there, is compiled. `None` if they are missing and cannot be installed here.
    ///
    /// # Errors
    /// An installation fails.
    pub(crate) fn ensure(self, project: &Project, tools: &Tools) -> Result<Option<Programs>> {
        let mut found = self.find();
        if found.is_none() {
            let Some(packages) = self.packages() else { return Ok(None) };
            if !can_install() {
                return Ok(None);
            }
            install(packages)?;
            let found_now = self.find();
            found = Some(found_now.with_context(|| format!("apt-get has finished, but {}", self.missing()))?);
        }
        if let (Self::Firefox, Some(programs)) = (self, &mut found) {
            programs.push(("GECKODRIVER", tools.geckodriver(project)?));
        }
        Ok(found)
    }

    fn find(self) -> Option<Programs> {
        let wanted: &[(_, &[&str])] = match self {
            Self::Chromium => &[
                ("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]),
                ("CHROMEDRIVER", &["chromedriver"]),
            ],
            // On Ubuntu it is a snap, which cannot read the profile that its driver creates.
            Self::Firefox if is_ubuntu() => return None,
            Self::Firefox => &[("FIREFOX", &["firefox-esr", "firefox"])],
            // Its browser has no headless mode: it needs a virtual screen.
            Self::WebKit => &[("WEBKITDRIVER", &["WebKitWebDriver"]), ("XVFB", &["Xvfb"])],
        };
        let find = |(variable, names): &(_, &[&str])| Some((*variable, names.iter().copied().find_map(on_path)?));
        wanted.iter().map(find).collect()
    }

    /// The packages of Debian or Ubuntu, if there are any.
    fn packages(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Chromium if is_ubuntu() => Some(&["chromium-browser", "chromium-chromedriver"]),
            Self::Chromium => Some(&["chromium", "chromium-driver"]),
            Self::Firefox if is_ubuntu() => None,
            Self::Firefox => Some(&["firefox-esr"]),
            Self::WebKit => Some(&["webkit2gtk-driver", "xvfb"]),
        }
    }

    /// The message if it is not available.
    pub(crate) fn missing(self) -> &'static str {
        match self {
            Self::Chromium => {
                "the tests need a browser: install Chromium (or Google Chrome) and the chromedriver of the same version, \
                 so that `chromium` or `google-chrome`, and `chromedriver`, are on PATH"
            }
            Self::Firefox if is_ubuntu() => "Ubuntu's Firefox is a snap, which geckodriver cannot drive",
            Self::Firefox => "`firefox` is not on PATH",
            Self::WebKit => "`WebKitWebDriver` (a part of WebKitGTK) or `Xvfb` is not on PATH",
        }
    }
}
