//! A generated site with a given number of posts, each with a text and code of its own.

use std::fs;

use personal_page::bundle::{Options, bundle};
use personal_page::content::Date;
use tempfile::TempDir;

const CONFIG: &str =
    "title = \"Field Notes\"\ndescription = \"What I saw.\"\nurl = \"https://me.example\"\nlanguage = \"en\"\n";
const SHELL: &str = "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">\n<!-- head -->\n</head>\n\
                     <body>\n<!-- page -->\n</body>\n</html>\n";
/// Tags, some more frequent than others.
const TAGS: [&str; 7] = ["bread", "rye", "ovens", "flour", "notes", "rust", "sums"];

/// A site in a temporary folder.
pub(crate) struct Site {
    _folder: TempDir,
    options: Options,
}

/// The text of a post: no other post has its words, code or formulas.
pub(crate) fn text(number: usize) -> String {
    include_str!("post.md").replace("{n}", &number.to_string())
}

impl Site {
    /// A site without any build output or cache.
    pub(crate) fn new(posts: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().to_owned();
        let day = Date::new(2026, 1, 1).expect("a day of the calendar");
        // The cache is in the folder of the site, and is deleted with it.
        let options = Options { shell: root.join("shell"), out: root.join("out"), ..Options::new(root, day) };
        let site = Self { _folder: folder, options };
        site.write("site.toml", CONFIG);
        site.write("shell/index.html", SHELL);
        (0..posts).for_each(|number| site.add_line(number, ""));
        site
    }

    /// Writes a post with an additional line.
    pub(crate) fn add_line(&self, number: usize, line: &str) {
        let (year, month, day) = (2010 + number / 336 % 15, 1 + number / 28 % 12, 1 + number % 28);
        let (tag, other) = (TAGS[number % TAGS.len()], TAGS[(number * 3 + 1) % (TAGS.len() - 1)]);
        let other = if tag == other { TAGS[TAGS.len() - 1] } else { other };
        let front = format!(
            "+++\ntitle = \"Loaf {number}\"\ndescription = \"What came of loaf {number}.\"\n\
             date = {year}-{month:02}-{day:02}\ntags = [\"{tag}\", \"{other}\"]\n+++\n"
        );
        self.write(&format!("posts/loaf-{number}.md"), &(front + &text(number) + line));
    }

    /// Bundles the site, and returns it.
    pub(crate) fn bundled(self) -> Self {
        self.bundle();
        self
    }

    /// Bundles the site.
    pub(crate) fn bundle(&self) {
        if let Err(failure) = bundle(&self.options) {
            panic!("{failure}");
        }
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.options.root.join(path);
        fs::create_dir_all(path.parent().expect("files are in folders")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}
