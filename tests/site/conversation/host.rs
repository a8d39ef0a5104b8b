//! The services on this machine: a mirror that has each host as a folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use image::{ImageFormat, RgbImage};
use serde_json::Value;

use crate::tools::project::{Project, Said};

pub(crate) const MASTODON: &str = "/mastodon.example/api/v1/statuses/100";
pub(crate) const BLUESKY: &str = "/public.api.bsky.app/xrpc/app.bsky.feed.getPostThread";
pub(crate) const WEBMENTION: &str = "/webmention.io/api/mentions.jf2";
pub(crate) const GITHUB: &str = "/api.github.com/graphql";

/// The front matter of a post with threads on three services.
pub(crate) const THREADS: &str = "thread = [\"https://mastodon.example/@alex/100\", \
     \"https://bsky.app/profile/alex.example/post/3ka\", \"https://github.com/alex/site/discussions/4\"]\n";

/// An answer: its status with further headers, and its body.
type Answer = (String, Vec<u8>);

/// What the services answer, by path. Of several answers the last is given again and again.
#[derive(Clone)]
pub(crate) struct Mirror {
    url: String,
    answers: Arc<Mutex<BTreeMap<String, Vec<Answer>>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Mirror {
    /// A mirror that has nothing.
    pub(crate) fn empty() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let mirror = Self { url, answers: Arc::default(), asked: Arc::default() };
        let shared = mirror.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let mirror = shared.clone();
                thread::spawn(move || mirror.answer(&stream));
            }
        });
        mirror
    }

    /// A mirror with the recorded answers.
    pub(crate) fn recorded() -> Self {
        Self::empty()
            .with(MASTODON, recorded("mastodon-status.json"))
            .with(&format!("{MASTODON}/context"), recorded("mastodon-context.json"))
            .with(BLUESKY, recorded("bluesky.json"))
            .with(WEBMENTION, recorded("webmention.json"))
            .with(GITHUB, recorded("discussion.json"))
    }

    /// Answers a path with a body.
    pub(crate) fn with(self, path: &str, body: impl Into<Vec<u8>>) -> Self {
        self.answering(path, &[("200 OK", body.into())])
    }

    /// Answers a path with these statuses and bodies, one after another.
    pub(crate) fn answering(self, path: &str, answers: &[(&str, Vec<u8>)]) -> Self {
        let answers = answers.iter().map(|(status, body)| ((*status).to_owned(), body.clone())).collect();
        self.answers.lock().expect("no panic elsewhere").insert(path.to_owned(), answers);
        self
    }

    /// The requests, each with its head and its body.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no panic elsewhere").clone()
    }

    /// Runs `cargo site fetch` with this mirror.
    pub(crate) fn fetch(&self, project: &Project) -> Said {
        project.site(&["fetch", "--mirror", &self.url])
    }

    /// The same, with a token of GitHub.
    pub(crate) fn fetch_with_token(&self, project: &Project) -> Said {
        project.site_with_token("a-token", &["fetch", "--mirror", &self.url])
    }

    fn answer(&self, stream: &TcpStream) {
        let mut reader = BufReader::new(stream);
        let (mut head, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).is_err() || line.trim().is_empty() {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or_default();
            }
            head += &line;
        }
        let mut body = vec![0; length];
        let _ = reader.read_exact(&mut body);
        let path = head.split([' ', '?']).nth(1).unwrap_or_default().to_owned();
        self.asked.lock().expect("no panic elsewhere").push(head + &String::from_utf8_lossy(&body));
        let answer = {
            let mut all = self.answers.lock().expect("no panic elsewhere");
            match all.get_mut(&path) {
                Some(answers) if answers.len() > 1 => Some(answers.remove(0)),
                answers => answers.and_then(|answers| answers.first().cloned()),
            }
        };
        let (status, body) = answer.unwrap_or(("404 Not Found".to_owned(), Vec::new()));
        let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
        // The client may have closed the connection.
        let _ = (&mut &*stream).write_all(head.as_bytes());
        let _ = (&mut &*stream).write_all(&body);
    }
}

/// A picture of somebody, as a service has it.
pub(crate) fn face() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let pixel = |x: u32, y: u32| image::Rgb([x as u8, y as u8, (x * y) as u8]);
    RgbImage::from_fn(400, 300, pixel).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

/// A recorded answer.
pub(crate) fn recorded(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/conversation").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A recorded answer that is changed.
pub(crate) fn changed(name: &str, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut value = serde_json::from_slice(&recorded(name)).expect("JSON");
    change(&mut value);
    value.to_string().into_bytes()
}

/// A site with one post, whose front matter has these lines.
pub(crate) fn project(keys: &str, config: &str) -> Project {
    let front = format!("+++\ntitle = \"Hello\"\ndate = 2026-03-01\ndescription = \"Hi.\"\n{keys}\n+++\nWords.\n");
    Project::new().file("site.toml", crate::common::folder::CONFIG.to_owned() + config).file("posts/hello.md", front)
}

/// What is stored about the post.
pub(crate) fn stored(project: &Project) -> Value {
    serde_json::from_str(&project.text("conversation/posts/hello.json")).expect("JSON")
}

/// The replies of a thread that is stored: kind, account and text of each.
pub(crate) fn replies(project: &Project, thread: usize) -> Vec<[String; 3]> {
    let stored = stored(project);
    let replies = stored["threads"][thread]["replies"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    replies.iter().map(|it| [text(&it["kind"]), text(&it["author"]["handle"]), text(&it["html"])]).collect()
}
