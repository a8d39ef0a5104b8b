//! The engines that the tests run in: how each one's driver is started, and its capabilities.

use std::env;
use std::process::Command;

use serde_json::{Value, json};

use crate::driver::{Scripts, prepared};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The engine of this run, from `SITE_ENGINE`; Chromium by default.
    pub(crate) fn tested() -> Self {
        match env::var("SITE_ENGINE").as_deref() {
            Err(_) | Ok("Chromium") => Self::Chromium,
            Ok("Firefox") => Self::Firefox,
            Ok("WebKit") => Self::WebKit,
            Ok(other) => panic!("SITE_ENGINE is {other}: Chromium, Firefox and WebKit are known"),
        }
    }

    /// The driver, without its port.
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

    /// Whether it needs a virtual screen.
    pub(crate) fn wants_screen(self) -> bool {
        self == Self::WebKit
    }

    /// Its capabilities. The load strategy is `eager`: tests wait for what they look at, not for the last picture.
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
        // Chromium refuses to run its sandbox as root, the user of tests in a container.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        // Tests navigate faster than a reader, and every address has to be recorded.
        "--disable-ipc-flooding-protection",
        // No request may leave this machine.
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

/// With `eager`, its driver waits for a document to load even after Back within a document.
fn webkit(scripts: Scripts) -> Value {
    let scripts = format!("--enable-javascript={}", scripts == Scripts::On);
    json!({
        "browserName": "MiniBrowser",
        "pageLoadStrategy": "normal",
        "webkitgtk:browserOptions": { "args": ["--automation", scripts] },
    })
}
