//! The engines that the site is read in: how the driver of each is started, and what it is told about the browser.

use std::env;
use std::process::Command;

use serde_json::{Value, json};

use crate::driver::{Scripts, prepared};

/// What draws pages in a browser.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The one that this run is about, which `SITE_ENGINE` names: Chromium if nothing does.
    pub(crate) fn tested() -> Self {
        match env::var("SITE_ENGINE").as_deref() {
            Err(_) | Ok("Chromium") => Self::Chromium,
            Ok("Firefox") => Self::Firefox,
            Ok("WebKit") => Self::WebKit,
            Ok(other) => panic!("SITE_ENGINE is {other}: Chromium, Firefox and WebKit are known"),
        }
    }

    /// The driver, before it is told where to listen.
    pub(crate) fn driver(self) -> Command {
        let (program, arguments): (_, &[&str]) = match self {
            Self::Chromium => ("CHROMEDRIVER", &["--log-level=SEVERE"]),
            Self::Firefox => ("GECKODRIVER", &["--log=error"]),
            Self::WebKit => ("WEBKITDRIVER", &[]),
        };
        let mut command = Command::new(prepared(program));
        command.args(arguments);
        command
    }

    /// Whether it has to be given a screen to draw on.
    pub(crate) fn wants_screen(self) -> bool {
        self == Self::WebKit
    }

    /// What a new browser is like. Tests wait for what they look at, not for the last picture: so loads are `eager`.
    pub(crate) fn capabilities(self, scripts: Scripts) -> Value {
        match self {
            Self::Chromium => chromium(scripts),
            Self::Firefox => firefox(scripts),
            Self::WebKit => webkit(scripts),
        }
    }
}

fn chromium(scripts: Scripts) -> Value {
    let arguments = [
        "--headless=new",
        // Chromium refuses its sandbox to root, which is what a test in a container runs as.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        // Tests go from page to page faster than any reader, and every address counts.
        "--disable-ipc-flooding-protection",
        // Nothing may ask for anything beyond this machine.
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    let javascript = if scripts == Scripts::On { 1 } else { 2 };
    json!({
        "browserName": "chrome",
        "pageLoadStrategy": "eager",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": prepared("CHROMIUM"),
            "args": arguments,
            "prefs": { "profile.managed_default_content_settings.javascript": javascript },
        },
    })
}

fn firefox(scripts: Scripts) -> Value {
    json!({
        "browserName": "firefox",
        "pageLoadStrategy": "eager",
        "moz:firefoxOptions": {
            "binary": prepared("FIREFOX"),
            "args": ["-headless"],
            "prefs": { "javascript.enabled": scripts == Scripts::On },
        },
    })
}

/// Its driver waits for a document to be read even after Back within one, if it is told that loads are `eager`.
fn webkit(scripts: Scripts) -> Value {
    let scripts = format!("--enable-javascript={}", scripts == Scripts::On);
    json!({
        "browserName": "MiniBrowser",
        "pageLoadStrategy": "normal",
        "webkitgtk:browserOptions": { "args": ["--automation", scripts] },
    })
}
