//! chromedriver and the browsers it starts: one driver a program, two browsers at a time, and none left behind.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// A test that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(240);
/// How many browsers run at once. More make each other slow, and a slow browser fails tests that are right.
static SEATS: Semaphore = Semaphore::const_new(2);
/// The driver, for as long as a test uses it. Held weakly, because nothing drops a static when the program ends.
static DRIVER: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// What `cargo site test` prepared.
pub(crate) fn prepared(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run cargo site test"))
}

/// Whether the browser runs the scripts of pages.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Scripts {
    On,
    Off,
}

/// Runs a test in a browser of its own, which is closed when the test ends, however it ends.
pub(crate) async fn with_browser<F>(scripts: Scripts, test: impl FnOnce(Client) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let _seat = SEATS.acquire().await.expect("nobody closes the semaphore");
    let driver = Driver::shared();
    let client = driver.browser(scripts).await;
    // A task of its own catches a panic, so that the browser is closed before it goes on.
    let task = tokio::spawn(timeout(PATIENCE, test(client.clone())));
    let ended = task.await;
    let closed = client.close().await;
    match ended {
        Err(panic) => std::panic::resume_unwind(panic.into_panic()),
        Ok(in_time) => assert!(in_time.is_ok(), "the test did not end within {PATIENCE:?}"),
    }
    closed.expect("the browser closes");
}

struct Driver {
    process: Child,
    address: String,
    /// Where the browsers put what they forget to take away.
    _folder: TempDir,
}

impl Driver {
    fn shared() -> Arc<Self> {
        let mut shared = DRIVER.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(Self::start());
            *shared = Arc::downgrade(&driver);
            driver
        })
    }

    fn start() -> Self {
        let program = prepared("CHROMEDRIVER");
        let folder = tempfile::tempdir().expect("a folder for the browsers");
        let mut command = Command::new(&program);
        command.env("TMPDIR", folder.path());
        command.args(["--port=0", "--log-level=SEVERE"]).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut process = command.spawn().unwrap_or_else(|error| panic!("{program}: {error}"));
        let said = process.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(said).lines();
        let port = lines.find_map(|line| {
            let line = line.ok()?;
            let (_, port) = line.split_once("started successfully on port ")?;
            Some(port.trim_end_matches('.').to_owned())
        });
        let port = port.unwrap_or_else(|| panic!("{program} did not start"));
        // What else it says is read and forgotten: a full pipe would stop it.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address: format!("http://127.0.0.1:{port}"), _folder: folder }
    }

    async fn browser(&self, scripts: Scripts) -> Client {
        let Value::Object(capabilities) = capabilities(scripts) else { unreachable!("it is written as an object") };
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let mut builder = ClientBuilder::new(connector);
        builder.capabilities(capabilities).connect(&self.address).await.expect("chromedriver starts Chromium")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn capabilities(scripts: Scripts) -> Value {
    let arguments = [
        "--headless=new",
        "--window-size=1000,640",
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
        // Tests wait for what they look at, not for the last picture.
        "pageLoadStrategy": "eager",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": prepared("CHROMIUM"),
            "args": arguments,
            "prefs": { "profile.managed_default_content_settings.javascript": javascript },
        },
    })
}
