//! `cargo site serve` and `cargo site write` as processes.

use std::fs::{self, File};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use personal_page::view::contract::ids::WRITE;
use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::{Request, Response};

use crate::build::sample::Sample;
use crate::common::folder::CONFIG;
use crate::write::desk::{put, version};

/// The longest time that a test waits for a server.
const PATIENCE: Duration = Duration::from_secs(60);

/// The page that Trunk would build the shell from.
const INDEX: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <link data-trunk rel=\"inline\" type=\"css\" href=\"style/tokens.css\">\n<!-- head -->\n\
    <link data-trunk rel=\"rust\">\n</head>\n<body>\n<!-- page -->\n</body>\n</html>\n";

/// A site and its server, which is ended on drop.
struct Served {
    sample: Sample,
    server: Child,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Served {
    /// Runs a command that serves on a free port, and waits until the page's program is built.
    fn start(command: &[&str]) -> Self {
        let sample = Sample::new("site");
        sample.write("index.html", INDEX);
        sample.write("style/tokens.css", include_str!("../../../style/tokens.css"));
        let said = File::create(sample.root.join("said")).expect("a file for a test");
        let mut command = sample.command("", &[command, &["--port", "0"]].concat());
        command.stdout(said.try_clone().expect("a file can be shared")).stderr(said);
        let server = command.spawn().expect("it can be run");
        let served = Self { sample, server };
        served.waits(|served| served.builds() >= 2);
        served
    }

    fn waits(&self, until: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !until(self) {
            assert!(start.elapsed() < PATIENCE, "{}", self.said());
            sleep(Duration::from_millis(20));
        }
    }

    fn said(&self) -> String {
        fs::read_to_string(self.sample.root.join("said")).unwrap_or_default()
    }

    /// How many times the site was built.
    fn builds(&self) -> usize {
        self.said().matches(" · http://localhost:").count()
    }

    /// The address of the homepage.
    fn address(&self) -> String {
        fs::read_to_string(self.sample.root.join("target/site/serve/address")).expect("an address")
    }

    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Response<String> {
        let request = Request::get(self.address() + path);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        ask(request.body(String::new()).expect("a request"))
    }

    fn secret(&self) -> String {
        let page = self.get("write/", &[]).into_body();
        let (_, secret) = page.split_once("<meta name=\"write-secret\" content=\"").expect("the secret");
        secret.split('"').next().expect("its end").to_owned()
    }

    fn save(&self, changes: Value, headers: &[(&str, &str)]) -> Response<String> {
        let address = self.address();
        let origin = address.split('/').take(3).collect::<Vec<_>>().join("/");
        let request = Request::post(address.clone() + "write/api/save").header("origin", origin);
        let request = request.header("x-write-secret", self.secret()).header("content-type", "application/json");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        ask(request.body(json!({ "changes": changes, "message": "Add a note" }).to_string()).expect("a request"))
    }
}

fn ask(request: Request<String>) -> Response<String> {
    let config = Agent::config_builder().proxy(None).http_status_as_error(false).max_redirects(0);
    let agent: Agent = config.timeout_global(Some(PATIENCE)).build().into();
    agent.run(request).expect("an answer").map(|mut body| body.read_to_string().expect("text"))
}

#[test]
fn a_save_is_one_build_that_other_pages_hear_of_and_the_editor_is_not_reloaded() {
    let served = Served::start(&["serve"]);
    let before = served.builds();
    let new = "+++\ntitle = \"A lake\"\ndate = 2025-03-01\ndescription = \"Water.\"\n+++\n![Water](lake.svg)\n";
    let old = fs::read(served.sample.root.join("posts/note-1.md")).expect("a post");
    let changed = String::from_utf8_lossy(&old).replace("first edition", "edition of the editor");
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>";
    let changes = json!([
        put("posts/2025/lake/index.md", None, new),
        put("posts/2025/lake/lake.svg", None, picture),
        put("posts/note-1.md", Some(&version(&old)), &changed),
    ]);
    let answer = served.save(changes, &[]);
    assert_eq!(answer.status(), 200, "{}", answer.body());
    served.waits(|served| served.builds() > before);
    assert!(served.get("posts/lake/", &[]).body().contains("A lake"));
    assert!(served.get("posts/note-1/", &[]).body().contains("edition of the editor"));
    sleep(Duration::from_millis(700));
    assert_eq!(served.builds(), before + 1, "{}", served.said());
    assert!(served.said().contains("Saved: Add a note"));
    // The script of live reload is in all pages, and leaves the editor alone once it has started.
    for page in ["", "write/"] {
        assert!(served.get(page, &[]).body().contains("/_site/live.js"), "{page}");
    }
    let script =
        ask(Request::get(format!("{}_site/live.js", served.address())).body(String::new()).expect("a request"));
    assert!(script.body().contains(&format!("document.querySelector(\"#{WRITE}:not([hidden])\")")));
    assert_eq!(served.get("write/", &[]).headers()["cache-control"], "no-store");
    assert_eq!(served.get("", &[]).headers()["cache-control"], "no-cache");
    let secret = served.secret();
    for page in ["", "posts/note-1/", "archive/", "404.html", "index.json", "write/index.html", "_site/live.js"] {
        assert!(!served.get(page, &[]).body().contains(&secret), "{page}");
    }
    assert!(!served.said().contains(&secret));
}

#[test]
fn a_name_that_another_site_resolves_to_this_machine_reads_and_saves_nothing() {
    let served = Served::start(&["serve"]);
    let rebound = [("host", "evil.example:8080"), ("origin", "http://evil.example:8080")];
    for path in ["write/", "write/api/list", "_site/edit?page=/posts/note-1/"] {
        assert_eq!(served.get(path, &rebound[..1]).status(), 421, "{path}");
    }
    assert_eq!(served.save(json!([put("posts/new.md", None, "New.")]), &rebound[..1]).status(), 421);
    assert!(!served.sample.root.join("posts/new.md").exists());
}

#[test]
fn a_page_leads_to_its_text_at_the_paragraph_that_is_seen() {
    let served = Served::start(&["serve", "--base", "/repo/"]);
    assert!(served.address().ends_with("/repo/"));
    let root = served.address().replace("/repo/", "/");
    let to = |query: &str| {
        let answer = ask(Request::get(format!("{root}_site/edit?{query}")).body(String::new()).expect("a request"));
        (answer.status().as_u16(), answer.headers().get("location").map(|to| to.to_str().expect("text").to_owned()))
    };
    let found = |to: &str| (303, Some(to.to_owned()));
    assert_eq!(to("page=%2Frepo%2Fposts%2Fnote-1%2F&at=3"), found("/repo/write/?file=posts%2Fnote-1.md&at=3"));
    assert_eq!(to("page=/repo/posts/note-1/"), found("/repo/write/?file=posts%2Fnote-1.md"));
    assert_eq!(to("page=/repo/posts/note-1/&at=//evil.example"), found("/repo/write/?file=posts%2Fnote-1.md"));
    for query in ["page=/repo/", "page=/repo/posts/nothing/", "page=https://evil.example/", ""] {
        assert_eq!(to(query), (404, None), "{query}");
    }
}

#[test]
fn a_page_of_a_collection_leads_to_its_text() {
    let served = Served::start(&["serve"]);
    let before = served.builds();
    let text = "+++\ntitle = \"The mill\"\ndate = 2025-03-01\ndescription = \"Flour.\"\n+++\nStones.\n";
    served.sample.write("projects/mill.md", text);
    served.sample.write("site.toml", &(CONFIG.to_owned() + "[collections.projects]\nname = \"Projects\"\n"));
    served.waits(|served| served.builds() > before && served.get("projects/mill/", &[]).status().is_success());
    let answer = served.get("_site/edit?page=/projects/mill/", &[]);
    assert_eq!(answer.headers().get("location").expect("an address"), "/write/?file=projects%2Fmill.md");
    let page = served.get("write/", &[]);
    assert!(page.body().contains("&quot;folder&quot;:&quot;projects&quot;"), "{}", page.body());
    let answer = served.get("_site/edit?page=/about/", &[]);
    assert_eq!(
        (answer.status().as_u16(), &**answer.body()),
        (404, "This page is not made from a text that the editor opens.\n")
    );
}

#[test]
fn the_command_write_finds_the_server_that_runs_and_opens_a_text() {
    let served = Served::start(&["serve", "--base", "/repo/"]);
    let said = |words: &[&str]| {
        let output = served.sample.command("", words).stdout(Stdio::piped()).output().expect("it can be run");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let address = served.address();
    let open = |page: &str| (Some(0), format!("{address}{page}\n"), String::new());
    assert_eq!(said(&["write", "--no-open"]), open("write/"));
    assert_eq!(said(&["write", "posts/note-1.md", "--no-open"]), open("write/?file=posts%2Fnote-1.md"));
    let full = served.sample.root.join("posts/note-2.md");
    assert_eq!(said(&["write", "--no-open", full.to_str().expect("text")]), open("write/?file=posts%2Fnote-2.md"));
    for wrong in ["posts/nothing.md", "site.toml", "posts"] {
        let (code, _, error) = said(&["write", wrong, "--no-open"]);
        let wanted = format!("{wrong}: there is no such file below posts/. `cargo site new \"Title\"` creates one\n");
        assert_eq!((code, error), (Some(2), wanted));
    }
}

#[test]
fn the_command_write_serves_if_no_server_runs() {
    let served = Served::start(&["write", "posts/note-1.md", "--no-open"]);
    let address = served.address() + "write/?file=posts%2Fnote-1.md";
    assert!(served.said().lines().any(|line| line == address), "{}", served.said());
    assert!(served.get("posts/note-1/", &[]).status().is_success());
}
