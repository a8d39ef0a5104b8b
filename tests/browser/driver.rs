//! A browser and its driver for one test: at most two at a time, and both are ended with the test.

use std::env;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use crate::engine::Engine;
use crate::look::SOON;

/// A test that takes longer is considered hung.
const PATIENCE: Duration = Duration::from_secs(240);
/// The number of concurrent browsers. With more, each is so slow that correct tests fail.
static SEATS: Semaphore = Semaphore::const_new(2);

/// A path that `cargo site test` passes in a variable.
pub(crate) fn prepared(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run cargo site test"))
}

/// Whether the browser runs the scripts of pages.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Scripts {
    On,
    Off,
}

/// Runs a test in a new browser, which is closed however the test ends.
pub(crate) async fn with_browser<F>(scripts: Scripts, test: impl FnOnce(Client) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let _seat = SEATS.acquire().await.expect("nobody closes the semaphore");
    let driver = Driver::start(Engine::tested()).await;
    let client = driver.browser(scripts).await;
    // A separate task catches a panic, so that the browser is closed before the panic resumes.
    let task = tokio::spawn(timeout(PATIENCE, test(client.clone())));
    let ended = task.await;
    let closed = client.close().await;
    match ended {
        Err(panic) => std::panic::resume_unwind(panic.into_panic()),
        Ok(in_time) => assert!(in_time.is_ok(), "the test did not end within {PATIENCE:?}"),
    }
    closed.expect("the browser closes");
}

/// A running driver. Dropping it ends it.
pub(crate) struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    /// Dropped after the driver, and so after the browser.
    _screen: Option<Screen>,
    /// The home folder of the browser, and the output of the driver.
    folder: TempDir,
}

impl Driver {
    pub(crate) async fn start(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a folder for a browser");
        let log = File::create(folder.path().join("log")).expect("a file in a new folder");
        let screen = engine.wants_screen().then(Screen::start);
        let mut command: Command = engine.driver();
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.name);
        }
        // Firefox runs as root only if root owns the home folder, which is not so in every container.
        command.env("TMPDIR", folder.path()).env("HOME", folder.path());
        let port = free_port();
        command.arg(format!("--port={port}")).stdin(Stdio::null());
        command.stdout(log.try_clone().expect("a file can be shared")).stderr(log);
        let process = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let driver = Self { engine, process, port, _screen: screen, folder };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(start.elapsed() < SOON, "{command:?} did not start:\n{}", driver.said());
            sleep(Duration::from_millis(20)).await;
        }
        driver
    }

    async fn browser(&self, scripts: Scripts) -> Client {
        self.browser_with(self.engine.capabilities(scripts)).await
    }

    /// A browser with these capabilities.
    pub(crate) async fn browser_with(&self, capabilities: Value) -> Client {
        let Value::Object(capabilities) = capabilities else { unreachable!("it is written as an object") };
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let mut builder = ClientBuilder::new(connector);
        let client = builder.capabilities(capabilities).connect(&format!("http://127.0.0.1:{}", self.port)).await;
        let client =
            client.unwrap_or_else(|error| panic!("{:?} does not start: {error}\n{}", self.engine, self.said()));
        client.set_window_size(1000, 640).await.expect("a window has a size");
        client
    }

    fn said(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A virtual screen.
struct Screen {
    process: Child,
    /// Its display name.
    name: String,
}

impl Screen {
    fn start() -> Self {
        let mut command = Command::new(prepared("XVFB"));
        // It takes the first free name, and writes it to its output.
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut number = String::new();
        let said = process.stdout.take().expect("its output is piped");
        BufReader::new(said).read_line(&mut number).expect("it says its number");
        Self { process, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that is not in use.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("a listener has an address").port()
}
