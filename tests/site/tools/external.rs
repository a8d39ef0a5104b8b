//! External links, checked against a host on this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::tools::project::Project;

/// A host that answers by the first segment of a path, and records its requests.
#[derive(Default)]
struct Host {
    asked: Mutex<Vec<String>>,
    at_once: AtomicUsize,
    most: AtomicUsize,
}

impl Host {
    /// Its URL.
    fn open() -> (String, Arc<Self>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let host = Arc::new(Self::default());
        let shared = Arc::clone(&host);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let host = Arc::clone(&shared);
                thread::spawn(move || host.answer(stream));
            }
        });
        (address, host)
    }

    fn answer(&self, stream: TcpStream) {
        let mut head = Vec::new();
        let mut reader = BufReader::new(&stream);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).is_err() || line.trim().is_empty() {
                break;
            }
            head.push(line.trim().to_owned());
        }
        let Some(request) = head.first().cloned() else { return };
        let now = self.at_once.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        // Long enough for concurrent requests to arrive, if there are any.
        thread::sleep(Duration::from_millis(20));
        let name = head.iter().map(|line| line.to_ascii_lowercase()).find(|line| line.starts_with("user-agent:"));
        let asked = format!("{request} · {}", name.unwrap_or_default());
        self.asked.lock().expect("no panic in another thread").push(asked);
        let status = match request.split(['/', ' ', '?']).nth(2).unwrap_or_default() {
            "gone" => "404 Not Found",
            "removed" => "410 Gone",
            "moved" => "301 Moved Permanently\r\nLocation: /here",
            "no-head" if request.starts_with("HEAD") => "405 Method Not Allowed",
            "no-head-404" if request.starts_with("HEAD") => "404 Not Found",
            "members" => "403 Forbidden",
            "busy" => "503 Service Unavailable",
            "often" => "429 Too Many Requests",
            _ => "200 OK",
        };
        let hangs_up = request.contains("/hangs-up");
        self.at_once.fetch_sub(1, Ordering::SeqCst);
        if !hangs_up {
            let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            // The client may have closed the connection.
            let _ = (&stream).write_all(answer.as_bytes());
        }
    }

    fn asked(&self) -> Vec<String> {
        let mut asked = self.asked.lock().expect("no panic in another thread").clone();
        asked.sort();
        asked
    }
}

#[test]
fn what_is_gone_is_an_error_and_what_may_be_there_a_warning() {
    let (address, _) = Host::open();
    let links = ["here", "gone", "removed", "moved", "no-head", "no-head-404", "members", "busy", "often", "hangs-up"];
    let text: Vec<String> = links.iter().map(|path| format!("[x]({address}/{path}#part)")).collect();
    let project = Project::new().post("hello", &text.join("\n")).post("other", &format!("Once more: {address}/gone"));
    let said = project.check(&["--external"]);
    assert_eq!(said.code, 1);
    let told = |level: &str, path: &str, line: usize, why: &str| {
        let start = format!("{level}: \"{address}/{path}\" {why}");
        let file = if line == 0 { "posts/other.md:6:" } else { &format!("posts/hello.md:{line}:") };
        let found = said.err.split("\n\n").any(|drawn| drawn.trim_start().starts_with(&start) && drawn.contains(file));
        assert!(found, "{start} in {}", said.err);
    };
    told("error", "gone", 7, "is gone: its host answers 404");
    told("error", "gone", 0, "is gone: its host answers 404");
    told("error", "removed", 8, "is gone: its host answers 410");
    told("warning", "members", 12, "could not be checked: its host answers 403");
    told("warning", "busy", 13, "could not be checked: its host answers 503");
    told("warning", "often", 14, "could not be checked: its host answers 429");
    told("warning", "hangs-up", 15, "could not be checked: ");
    assert!(said.err.ends_with("\n3 errors, 4 warnings\n"), "{}", said.err);
}

#[test]
fn the_links_of_a_resume_and_a_blogroll_are_checked() {
    let (address, _) = Host::open();
    let resume = format!(
        "[basics]\nname = \"Ada\"\nurl = \"{address}/here\"\n\n[[work]]\nname = \"Mill\"\nurl = \"{address}/gone\"\n"
    );
    let blog = format!("<outline text=\"Rye\" htmlUrl=\"{address}/here\" xmlUrl=\"{address}/removed\"/>");
    let opml = format!("<?xml version=\"1.0\"?>\n<opml version=\"2.0\">\n<head/>\n<body>\n{blog}\n</body>\n</opml>\n");
    let project = Project::new().post("hello", "Hi.").file("resume.toml", &resume).file("blogroll.opml", &opml);
    let said = project.check(&["--external"]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.err.contains("resume.toml:7:") && said.err.contains("/gone\" is gone"), "{}", said.err);
    assert!(said.err.contains("blogroll.opml:5") && said.err.contains("/removed\" is gone"), "{}", said.err);
    assert!(!said.err.contains("/here\" is"), "{}", said.err);
}

#[test]
fn a_host_that_does_not_exist_is_an_error() {
    let said = Project::new().post("hello", "[x](http://nowhere.invalid/)").check(&["--external"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("error: \"http://nowhere.invalid/\" is on a host that does not exist"), "{}", said.err);
}

#[test]
fn each_address_is_requested_once_with_a_user_agent() {
    let (address, host) = Host::open();
    let links: Vec<String> = (1..=12).map(|page| format!("{address}/page/{page}")).collect();
    let project = Project::new().post("hello", &links.join("\n\n")).post("again", &links.join("\n\n"));
    assert_eq!(project.check(&["--external", "--deny-warnings"]).code, 0);
    let asked = host.asked();
    assert_eq!(asked.len(), 12, "each address once: {asked:#?}");
    assert!(
        asked.iter().all(|it| it.starts_with("HEAD ") && it.contains("· user-agent: personal-page/")),
        "{asked:#?}"
    );
    assert!(host.most.load(Ordering::SeqCst) <= 2, "two at once are enough for one host");
}

#[test]
fn without_the_option_no_other_site_is_requested() {
    let (address, host) = Host::open();
    let said = Project::new().post("hello", &format!("[x]({address}/gone)")).check(&[]);
    assert_eq!((said.code, said.out.as_str()), (0, "No mistakes.\n"));
    assert_eq!(host.asked(), [""; 0]);
}

#[test]
fn the_site_is_not_asked_for_what_is_its_own() {
    let (address, host) = Host::open();
    let site = |more: &str| format!("title = \"Notes\"\ndescription = \"D.\"\nurl = \"{address}/blog/\"\n{more}");
    let own =
        format!("[a]({address}/blog/posts/other/) [b]({address}/blog/about/#none) [c]({address}/blog/posts/othr/)");
    let project = Project::new()
        .file("site.toml", site(&format!("[[navigation]]\nname = \"Archive\"\nurl = \"{address}/blog/archive/\"\n")))
        .post("hello", &format!("{own} [d]({address}/else/)"))
        .post("other", "Rain.")
        .file("posts/about.md", "+++\ntitle = \"About\"\npage = true\ndescription = \"Me.\"\n+++\nI.\n");
    let said = project.check(&["--external"]);
    let asked = host.asked();
    assert!(asked.len() == 1 && asked[0].starts_with("HEAD /else/ "), "{asked:#?}");
    assert!(said.err.contains("/about/#none\" leads to a page that has no id \"none\""), "{}", said.err);
    assert!(said.err.contains("/posts/othr/\" leads nowhere on this site"), "{}", said.err);
    let links = format!("[[navigation]]\nname = \"Archive\"\nurl = \"{address}/blog/posts/othr/\"\n");
    let said = project.file("site.toml", site(&links)).check(&[]).err;
    assert!(said.contains("/posts/othr/\" leads nowhere on this site\n --> site.toml:6:"), "{said}");
}

#[test]
fn links_of_drafts_are_asked_too_and_marked() {
    let (address, _) = Host::open();
    let draft = format!("+++\ntitle = \"Soon\"\ndate = 2025-03-01\ndraft = true\n+++\n[x]({address}/busy)\n");
    let project = Project::new().post("hello", &format!("[x]({address}/here)")).file("posts/soon.md", draft);
    let said = project.check(&["--external", "--deny-warnings"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let start = format!(
        "warning in a draft: \"{address}/busy\" could not be checked: its host answers 503\n --> posts/soon.md:6:5\n"
    );
    assert!(said.err.starts_with(&start), "{}", said.err);
    assert!(said.err.ends_with("\n1 warning (1 in drafts)\n"), "{}", said.err);
}
