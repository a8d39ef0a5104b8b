//! A site in a temporary folder, and its build.

use std::collections::BTreeMap;
use std::convert::identity;
use std::fs;
use std::path::{Path, PathBuf};

use personal_page::bundle::{Failure, Options, Report, bundle};
use personal_page::content::{Article, Body, Content, Date, Page};
use walkdir::WalkDir;

use crate::common::folder::{CONFIG, Folder};

const SHELL: &str = "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<!-- head -->
</head>
<body>
<!-- page -->
</body>
</html>
";

/// The files of a site, and how to bundle them.
pub(crate) struct Site {
    folder: Folder,
    pub(crate) options: Options,
}

impl Site {
    /// A site without posts.
    pub(crate) fn new() -> Self {
        let folder = Folder::new();
        let place = |name: &str| folder.path(name);
        let options = Options {
            shell: place("shell"),
            out: place("dist"),
            ..Options::new(place("site"), Date::new(2025, 12, 31).expect("a day"))
        };
        let site = Self { folder, options };
        site.folder.write("shell/index.html", SHELL);
        site.config("")
    }

    /// A site from the fixtures.
    pub(crate) fn of_fixture(name: &str) -> Self {
        let site = Self::new();
        site.folder.copy(name, "site", identity);
        site
    }

    /// Adds lines to `site.toml`.
    pub(crate) fn config(self, lines: &str) -> Self {
        self.file("site.toml", CONFIG.to_owned() + lines)
    }

    /// Adds a file to the site.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.folder.write(self.root().join(path), content);
        self
    }

    /// Adds a post of March 1, 2025, titled by its name; its text begins on line 5.
    pub(crate) fn post(self, name: &str, text: &str) -> Self {
        let title = name.split(['/', '.']).next().unwrap_or_default();
        self.file(
            &format!("posts/{name}"),
            format!("---\n{{title: \"{title}\", date: 2025-03-01,\ndescription: \"On {title}.\"}}\n---\n{text}\n"),
        )
    }

    /// Adds a post with further keys, followed by its text.
    pub(crate) fn post_with(self, name: &str, keys: &str, text: &str) -> Self {
        self.file(&format!("posts/{name}"), format!("+++\n{keys}\n+++\n{text}\n"))
    }

    /// Gives the pages a program, which is run by this script.
    pub(crate) fn program(self, script: &str) -> Self {
        let program = format!("<script type=\"module\">{script}</script>\n</head>");
        self.folder.write("shell/index.html", SHELL.replace("</head>", &program));
        self
    }

    pub(crate) fn base(mut self, base: &str) -> Self {
        self.options.base = Some(base.to_owned());
        self
    }

    pub(crate) fn lenient(mut self) -> Self {
        self.options.lenient = true;
        self
    }

    pub(crate) fn drafts(mut self) -> Self {
        self.options.drafts = true;
        self
    }

    pub(crate) fn root(&self) -> &Path {
        &self.options.root
    }

    /// Bundles a site without mistakes.
    #[track_caller]
    pub(crate) fn bundle(self) -> Built {
        match bundle(&self.options) {
            Ok(report) => Built { folder: self.options.out.clone(), report, site: self },
            Err(failure) => panic!("{failure}"),
        }
    }

    /// The findings of a site with mistakes. Asserts that nothing is written then.
    #[track_caller]
    pub(crate) fn mistakes(self) -> Vec<String> {
        match bundle(&self.options) {
            Ok(_) => panic!("no mistake was found"),
            Err(Failure::Mistakes(findings)) => {
                assert!(!self.options.out.exists(), "something was written");
                findings.sorted().iter().map(ToString::to_string).collect()
            }
            Err(failure) => panic!("{failure}"),
        }
    }
}

/// A site that was built.
pub(crate) struct Built {
    pub(crate) folder: PathBuf,
    pub(crate) report: Report,
    pub(crate) site: Site,
}

impl Built {
    /// Bundles the site again into the same folder.
    #[track_caller]
    pub(crate) fn again(&self) {
        bundle(&self.site.options).expect("no mistake, as before");
    }

    /// The folder with the sources.
    pub(crate) fn root(&self) -> &Path {
        self.site.root()
    }

    /// A file as text.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A file as bytes.
    #[track_caller]
    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The data of a page, by its path: `posts/hello/`.
    #[track_caller]
    pub(crate) fn page(&self, path: &str) -> Page {
        serde_json::from_str(&self.text(&format!("{path}index.json"))).expect("the data of a page")
    }

    /// The article of a page.
    #[track_caller]
    pub(crate) fn article(&self, path: &str) -> Article {
        match self.page(path).content {
            Content::Article(article) => *article,
            other => panic!("{path} is no article: {other:?}"),
        }
    }

    /// The HTML that an article has in place of Markdown.
    #[track_caller]
    pub(crate) fn sanitised(&self, path: &str) -> String {
        match self.article(path).body {
            Body::Html(html) => html,
            Body::Markdown { .. } => panic!("{path} carries markdown"),
        }
    }

    /// The text of an article in its static page.
    #[track_caller]
    pub(crate) fn body(&self, path: &str) -> String {
        let html = self.text(&format!("{path}index.html"));
        let (_, body) = html.split_once("<div class=\"text e-content\">").expect("a text");
        body.split_once("</div></article>").expect("its end").0.trim_end().to_owned()
    }

    /// All files, as bytes.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let files = WalkDir::new(&self.folder).into_iter().map(|entry| entry.expect("an entry"));
        let read = |entry: walkdir::DirEntry| {
            let path = entry.path().strip_prefix(&self.folder).expect("a path in the folder");
            (path.to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file"))
        };
        files.filter(|entry| entry.file_type().is_file()).map(read).collect()
    }

    /// The path of the script that starts the program; `None` if there is none.
    pub(crate) fn start_script(&self) -> Option<String> {
        self.files().into_keys().find(|path| path.starts_with("personal-page-start-") && path.ends_with(".js"))
    }

    /// The findings of a site that was built nevertheless.
    pub(crate) fn warnings(&self) -> Vec<String> {
        self.report.findings.sorted().iter().map(ToString::to_string).collect()
    }
}
