//! Front matter and `site.toml` as authors write them, and the findings on them.

use std::num::NonZeroUsize;
use std::path::Path;

use personal_page::bundle::{Config, Diagnostics, Post, Taxonomy, read_config, read_posts, slugify, slugify_tag};

use crate::common::folder::Folder;

/// A site in a temporary folder.
struct Sample {
    folder: Folder,
    lenient: bool,
}

impl Sample {
    fn new() -> Self {
        Self { folder: Folder::new(), lenient: false }
    }

    fn lenient(mut self) -> Self {
        self.lenient = true;
        self
    }

    fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.folder.write(path, content);
        self
    }

    fn root(&self) -> &Path {
        self.folder.root()
    }

    fn read(&self) -> (Vec<Post>, Vec<String>) {
        let mut findings = Diagnostics::default();
        let posts = read_posts(self.root(), &Config::default(), self.lenient, &mut findings);
        (posts, printed(&findings))
    }

    fn config(&self) -> (Option<Config>, Vec<String>) {
        let mut findings = Diagnostics::default();
        let config = read_config(self.root(), &mut findings);
        (config, printed(&findings))
    }
}

fn printed(findings: &Diagnostics) -> Vec<String> {
    findings.sorted().iter().map(ToString::to_string).collect()
}

/// The only post of a site, `posts/<name>`. Asserts that there are no findings.
fn right(name: &str, text: &str) -> Post {
    let (mut posts, findings) = Sample::new().file(&format!("posts/{name}"), text).read();
    assert!(findings.is_empty(), "{findings:#?}");
    posts.remove(0)
}

/// The findings of a site whose only post is `posts/hello.md`.
fn findings(text: impl AsRef<[u8]>) -> Vec<String> {
    Sample::new().file("posts/hello.md", text).read().1
}

fn toml(keys: &str) -> String {
    format!("+++\ntitle = \"Hello\"\ndate = 2025-03-01\n{keys}\n+++\nWords.\n")
}

fn yaml(keys: &str) -> String {
    format!("---\ntitle: Hello\ndate: 2025-03-01\n{keys}\n---\nWords.\n")
}

fn tags(post: &Post) -> Vec<(&str, &str)> {
    terms(post, Taxonomy::Tags)
}

fn categories(post: &Post) -> Vec<(&str, &str)> {
    terms(post, Taxonomy::Categories)
}

fn terms(post: &Post, taxonomy: Taxonomy) -> Vec<(&str, &str)> {
    post.terms(taxonomy).iter().map(|term| (term.name.as_str(), term.slug.as_str())).collect()
}

fn date(post: &Post) -> String {
    post.date().map(|date| date.day.to_string()).unwrap_or_default()
}

#[test]
fn every_key_of_a_post_is_read_in_toml() {
    let post = right(
        "queues.md",
        r#"+++
title = "Queues, and why they fill"
date = 2025-03-01
description = "A short story of back pressure."
updated = 2025-04-02
tags = ["Rust", "C++"]
draft = true
slug = "On Queues"
lang = "pt-BR"
series = "Running things"
series_order = 2
featured = true
cover = "queue.jpg"
aliases = ["/old/queues/"]
unlisted = true
+++
A queue is a promise.
"#,
    );
    assert_eq!(post.title, "Queues, and why they fill");
    assert_eq!(date(&post), "2025-03-01");
    assert_eq!(post.description, "A short story of back pressure.");
    assert_eq!(post.updated.map(|updated| updated.day.to_string()).as_deref(), Some("2025-04-02"));
    assert_eq!(tags(&post), [("Rust", "rust"), ("C++", "cpp")]);
    assert_eq!(post.slug.as_str(), "on-queues");
    assert_eq!(post.language.as_deref(), Some("pt-BR"));
    assert_eq!((post.series.as_deref(), post.series_order), (Some("Running things"), Some(2)));
    assert_eq!(post.cover.as_deref(), Some("queue.jpg"));
    assert_eq!(post.aliases, ["/old/queues/"]);
    assert!(post.draft && post.featured && post.unlisted && !post.is_page());
    assert_eq!(post.body, "A queue is a promise.\n");
    assert_eq!(post.line, 17);
    assert_eq!(post.location_of("cover").line.map(NonZeroUsize::get), Some(13));
}

#[test]
fn every_key_of_a_post_is_read_in_yaml() {
    let post = right(
        "queues.md",
        "---
title: Queues, and why they fill
date: 2025-03-01
description: >
  A short story
  of back pressure.
updated: 2025-04-02
tags:
  - Rust
  - C#
draft: yes
lang: no
series: [Running things]
featured: true
---
A queue is a promise.
",
    );
    assert_eq!(post.title, "Queues, and why they fill");
    assert_eq!(post.description, "A short story of back pressure.");
    assert_eq!(tags(&post), [("Rust", "rust"), ("C#", "csharp")]);
    assert_eq!(post.language.as_deref(), Some("no"));
    assert_eq!(post.series.as_deref(), Some("Running things"));
    assert!(post.draft && post.featured);
    assert_eq!(post.line, 16);
    assert_eq!(post.location_of("draft").line.map(NonZeroUsize::get), Some(11));
}

#[test]
fn a_number_for_a_title_stays_as_it_is_written() {
    assert_eq!(right("a.md", "---\ntitle: 4.10\ndate: 2025-03-01\n---\n").title, "4.10");
    assert_eq!(right("a.md", "+++\ntitle = 4.10\ndate = 2025-03-01\n+++\n").title, "4.10");
    assert_eq!(right("a.md", "---\ntitle: No\ndate: 2025-03-01\n---\n").title, "No");
}

#[test]
fn a_date_keeps_its_day_whatever_its_time_and_zone() {
    for written in [
        "2025-01-29",
        "2025/01/29",
        "2025-01-29 18:15:32 +0530",
        "2025-01-29 23:59:59 -1100",
        "2025-01-29T00:00:01+14:00",
        "2025-01-29T18:15:32Z",
        "2025-01-29 18:15",
        "2025-01-29 18:15 -0800",
        "2025-01-29 18:15 -08:00",
        "2025-01-29T18:15+05:30",
        "2025-01-29T18:15-08",
    ] {
        let yaml = format!("---\ntitle: Hello\ndate: {written}\n---\n");
        assert_eq!(date(&right("a.md", &yaml)), "2025-01-29", "{written}");
        let toml = format!("+++\ntitle = \"Hello\"\ndate = \"{written}\"\n+++\n");
        assert_eq!(date(&right("a.md", &toml)), "2025-01-29", "{written}");
    }
    assert_eq!(date(&right("a.md", "+++\ntitle = \"A\"\ndate = 2025-01-29T23:59:59-11:00\n+++\n")), "2025-01-29");
}

#[test]
fn a_date_that_is_none_says_what_to_write() {
    assert_eq!(
        findings("---\ntitle: Hello\ndate: 32 March\n---\n"),
        ["posts/hello.md:3: \"date\" is not a day of the calendar: 32 March — write date: 2025-03-01"]
    );
    assert_eq!(
        findings("+++\ntitle = \"Hello\"\ndate = \"2025-02-30\"\n+++\n"),
        ["posts/hello.md:3: \"date\" is not a day of the calendar: 2025-02-30 — write date = 2025-03-01"]
    );
    let unquoted = findings("+++\ntitle = \"Hello\"\ndate = 2025-02-30\n+++\n");
    assert_eq!(unquoted.len(), 1, "{unquoted:#?}");
    assert!(unquoted[0].starts_with("posts/hello.md:3: this is not TOML: "), "{unquoted:#?}");
    assert!(unquoted[0].ends_with(" — write date = 2025-03-01"), "{unquoted:#?}");
}

#[test]
fn a_time_that_cannot_be_read_says_what_to_write() {
    for (time, meant) in [
        (" 25:00", ""),
        (" 18", ""),
        (" 18:61", ""),
        ("T18:15:32 PST", "T18:15:32-08:00, with the intended offset from UTC"),
        (" 18:15 CEST", "T18:15:00+01:00, with the intended offset from UTC"),
        (" 6:15 PM", "T18:15:00"),
        (" 18:15 +99:00", "T18:15:00"),
        (" 18:15:32 -08000", "T18:15:32"),
        ("T18:15:32+25:00", "T18:15:32"),
        ("T18:15:32-16:00", "T18:15:32"),
        (" 18:15 +2400", "T18:15:00"),
        (" 18:30:22 2025 -0800", "T18:30:22-08:00"),
        (" 18:30:22 +0545 (Nepal)", "T18:30:22+05:45"),
        (" noon", ""),
    ] {
        assert_eq!(
            findings(format!("---\ntitle: Hello\ndate: 2025-01-29{time}\n---\n")),
            [format!(
                "posts/hello.md:3: \"date\" has a time that cannot be read: 2025-01-29{time} \
                 — write date: 2025-01-29{meant}"
            )]
        );
        let time = meant.split(',').next().expect("a time");
        right("a.md", &format!("---\ntitle: Hello\ndate: 2025-01-29{time}\n---\n"));
        right("a.md", &format!("+++\ntitle = \"Hello\"\ndate = 2025-01-29{time}\n+++\n"));
    }
    let written = "posts/hello.md:4: \"updated\" has a time that cannot be read: 2025-03-02 soon";
    assert_eq!(findings(toml("updated = \"2025-03-02 soon\"")), [format!("{written} — write updated = 2025-03-02")]);
    for (time, meant) in [("18:15:00 -0800", "T18:15:00-08:00"), ("18:15 UTC # here", "T18:15:00+00:00")] {
        let unquoted = findings(format!("+++\ntitle = \"Hello\"\ndate = 2020-01-02 {time}\n+++\n"));
        assert!(unquoted[0].starts_with("posts/hello.md:3: this is not TOML: "), "{unquoted:#?}");
        assert!(unquoted[0].ends_with(&format!(" — write date = 2020-01-02{meant}")), "{unquoted:#?}");
    }
    // The largest offsets of any place in history.
    for offset in ["+14:00", "-12:00", "+15:13:42", "-15:56"] {
        right("a.md", &format!("---\ntitle: Hello\ndate: 2025-03-01T18:15:00{offset}\n---\n"));
    }
    for offset in ["+25:00", "+23:00"] {
        let far = findings(format!("+++\ntitle = \"Hello\"\ndate = 2025-03-01T18:15:00{offset}\n+++\n"));
        assert!(far.len() == 1 && far[0].starts_with("posts/hello.md:3: "), "{far:#?}");
        assert!(far[0].ends_with(" — write date = 2025-03-01T18:15:00"), "{far:#?}");
    }
    right("a.md", "---\ntitle: Hello\ndate: 2025-03-01T18:15:00+01:00\n---\n");
    right("a.md", "+++\ntitle = \"Hello\"\ndate = 2025-03-01T18:15:00+01:00\n+++\n");
}

#[test]
fn the_first_and_last_days_of_the_calendar_are_dates() {
    for written in ["9999-12-31 23:59", "9999-12-31T00:00:00+14:00", "0000-01-01 00:00", "2025-01-29 24:00"] {
        assert_eq!(date(&right("a.md", &format!("---\ntitle: A\ndate: {written}\n---\n"))), written[..10]);
    }
    assert_eq!(findings("---\ntitle: A\ndate: 9999-12-31T23:59:59-12:00\n---\n").len(), 1);
}

#[test]
fn a_date_may_come_from_the_name_and_then_leaves_the_address() {
    let post = right("2025-03-01-hello-world.md", "---\ntitle: Hello\n---\n");
    assert_eq!((date(&post).as_str(), post.slug.as_str()), ("2025-03-01", "hello-world"));
    let post = right("2025-03-01-hello/index.md", "---\ntitle: Hello\ndate: 2025-03-02\n---\n");
    assert_eq!((date(&post).as_str(), post.slug.as_str()), ("2025-03-02", "hello"));
    let post = right("2025-03-01.md", "---\ntitle: Hello\n---\n");
    assert_eq!(post.slug.as_str(), "2025-03-01");
}

#[test]
fn a_post_without_a_title_or_a_date_says_so() {
    assert_eq!(
        findings("+++\ndraft = true\n+++\nWords.\n"),
        [
            "posts/hello.md:1: there is no date — write date = 2025-03-01, or put it before the name: 2025-03-01-hello",
            "posts/hello.md:1: there is no title — write title = \"The title\"",
        ]
    );
    assert_eq!(right("about.md", "+++\ntitle = \"About\"\npage = true\n+++\n").date(), None);
}

#[test]
fn a_text_without_front_matter_has_its_title_from_a_heading_and_its_date_from_its_name() {
    for text in ["\n# Notes on *Rust*\n\nWords.\n", "Notes on Rust\n=============\n\nWords.\n"] {
        let post = right("2025-03-01-notes.md", text);
        assert_eq!((post.title.as_str(), date(&post).as_str()), ("Notes on Rust", "2025-03-01"));
        assert_eq!(post.body.trim(), "Words.");
        let line = 1 + text.lines().position(|line| line == "Words.").expect("the words");
        assert_eq!(post.line + post.body.find("Words").expect("the words"), line);
    }
    let obsidian = right("a.md", "---\ndate: 2025-03-01\n---\n# Hello\nWords.\n");
    assert_eq!((obsidian.title.as_str(), obsidian.body.as_str(), obsidian.line), ("Hello", "Words.\n", 5));
    let written = right("a.md", &toml("").replace("Words.", "# Another heading"));
    assert_eq!((written.title.as_str(), written.body.as_str()), ("Hello", "# Another heading\n"));
    // Only what a text begins with is its title.
    for text in ["Words.\n\n# Later\n", "## Two\n", "```sh\n# a comment\n```\n", "    # code\n", "Just words.\n"] {
        let (_, found) = Sample::new().file("posts/2025-03-01-a.md", text).read();
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert!(found[0].contains("there is no title"), "{text}: {found:#?}");
    }
    assert_eq!(
        findings("\n# Hello\n"),
        ["posts/hello.md:2: there is no date — start the file with\n+++\ndate = 2025-03-01\n+++\n\
          or put it before the name: 2025-03-01-hello"]
    );
    assert_eq!(
        findings("Words.\n"),
        [
            "posts/hello.md:1: there is no date — start the file with\n+++\ndate = 2025-03-01\n+++\n\
          or put it before the name: 2025-03-01-hello",
            "posts/hello.md:1: there is no title — start the text with a line # The title"
        ]
    );
}

#[test]
fn front_matter_may_be_json() {
    let text = "{\n\t\"title\": \"Braces } in \\\"quotes\\\"\",\n\t\"date\": \"2025-03-01\",\n\t\"tags\": [\"a\", \"b\"],\n\
                \t\"cover\": { \"image\": \"lake.png\" }\n}\n\nWords.\n";
    let post = right("a.md", text);
    assert_eq!((post.title.as_str(), date(&post).as_str()), ("Braces } in \"quotes\"", "2025-03-01"));
    assert_eq!(tags(&post), [("a", "a"), ("b", "b")]);
    assert_eq!(post.cover.as_deref(), Some("lake.png"));
    assert_eq!((post.body.as_str(), post.line), ("\nWords.\n", 7));
    assert_eq!(
        findings("{\n  \"title\": \"A\",\n  \"date\": \"soon\"\n}\n"),
        ["posts/hello.md:3: \"date\" is not a day of the calendar: soon — write \"date\": \"2025-03-01\""]
    );
    // A shortcode is no front matter.
    let (_, found) = Sample::new().file("posts/2025-03-01-a.md", "{{< figure >}}\n").read();
    assert!(found[0].contains("there is no title"), "{found:#?}");
}

#[test]
fn a_date_may_be_written_as_people_write_it() {
    for written in [
        "2025-3-1",
        "2025/3/01",
        "March 1, 2025",
        "Mar 1 2025",
        "1 March 2025",
        "1st of nothing",
        "Sat, 01 Mar 2025 10:00:00 +0200",
        "Saturday, March 1st, 2025",
        "2025/03/01 10:00 +0200",
        "1 Sept. 2025",
    ] {
        let (posts, found) =
            Sample::new().file("posts/a.md", format!("---\ntitle: A\ndate: \"{written}\"\n---\n")).read();
        match written {
            "1st of nothing" => assert_eq!(found.len(), 1),
            "1 Sept. 2025" => assert_eq!(date(&posts[0]), "2025-09-01"),
            _ => assert_eq!(posts.first().map(date).as_deref(), Some("2025-03-01"), "{written}: {found:#?}"),
        }
    }
    for two in ["03/01/2025", "01.03.2025", "2025-03", "25-03-01", "March 2025", "1 Ma 2025", "20250-03-01"] {
        assert_eq!(findings(format!("---\ntitle: A\ndate: \"{two}\"\n---\n")).len(), 1, "{two}");
    }
}

#[test]
fn front_matter_that_is_closed_alone_says_what_it_lacks() {
    for (text, fence) in [
        ("title: 日本語テスト\ndate: 2013-12-24 23:29:53\ntags:\n- Foo\n---\n\nWords.\n", "---"),
        ("title = \"Hello\"\r\ndate = 2025-03-01\r\n+++\r\nWords.\n", "+++"),
    ] {
        let remedy = format!("write a line with {fence} alone above this one");
        assert_eq!(findings(text), [format!("posts/hello.md:1: there is no front matter — {remedy}")]);
        assert_eq!(findings(format!("{fence}\n{text}")), [""; 0]);
    }
    for text in ["A heading: words\n---\n", "title: Hello\n\n---\n", "title: Hello\n+++\n"] {
        assert!(findings(text)[0].contains("start the file with"), "{text}");
    }
}

#[test]
fn unclosed_front_matter_says_so() {
    assert_eq!(
        findings("---\ntitle: Hello\n\nWords.\n"),
        ["posts/hello.md:1: the front matter opens with --- and never closes \
          — write a line with --- alone after its last key"]
    );
}

#[test]
fn a_slip_in_the_syntax_has_its_line_in_the_file() {
    let toml = findings("\n+++\ntitle = \"Hello\"\ndescription = Words without quotes\ndate = 2025-03-01\n+++\n");
    assert_eq!(toml.len(), 1, "{toml:#?}");
    assert!(toml[0].starts_with("posts/hello.md:4: this is not TOML: "), "{toml:#?}");
    let yaml_twice = "---\ntitle: Hello\ndate: 2025-03-01\ntitle: Hello again\n---\n";
    let toml_twice = "+++\ntitle = \"Hello\"\ndate = 2025-03-01\ntitle = \"Hello again\"\n+++\n";
    let yaml = findings("---\ndate: 2025-03-01\ntitle: Rust: a start\n---\n");
    assert_eq!(yaml.len(), 1, "{yaml:#?}");
    assert!(yaml[0].starts_with("posts/hello.md:3: this is not YAML: "), "{yaml:#?}");
    assert!(yaml[0].ends_with("a quote in quotes: title: \"Rust: a start\""), "{yaml:#?}");
    assert!(!yaml[0].contains("at line"), "{yaml:#?}");
    for twice in [findings(yaml_twice), findings(toml_twice)] {
        assert_eq!(twice.len(), 1, "{twice:#?}");
        assert!(twice[0].starts_with("posts/hello.md:4: "), "{twice:#?}");
        assert!(twice[0].ends_with(" — keep one of them"), "{twice:#?}");
    }
}

#[test]
fn a_misspelt_key_is_an_error_that_names_the_right_one() {
    assert_eq!(findings(toml("tag = [\"rust\"]")), ["posts/hello.md:4: unknown key \"tag\" — did you mean \"tags\"?"]);
    assert_eq!(
        findings(yaml("discription: A story.")),
        ["posts/hello.md:4: unknown key \"discription\" — did you mean \"description\"?"]
    );
}

#[test]
fn a_key_may_be_in_any_case() {
    let post = right(
        "a.md",
        "---\nTitle: Hello\nDATE: 2025-03-01\nseriesOrder: 2\nseries-: x\nTags: [a]\n---\n"
            .replace("series-: x\n", "Series: S\n")
            .as_str(),
    );
    assert_eq!((post.title.as_str(), date(&post).as_str()), ("Hello", "2025-03-01"));
    assert_eq!((post.series.as_deref(), post.series_order), (Some("S"), Some(2)));
    assert_eq!(tags(&post), [("a", "a")]);
}

#[test]
fn an_unknown_key_is_one_warning_for_all_files() {
    let (posts, findings) = Sample::new()
        .file("posts/a.md", yaml("layout: post\ntype: post\ndata: a\nslides: b"))
        .file("posts/b.md", yaml("layout: wide"))
        .file("posts/c.md", toml("[extra]\ntoc = true"))
        .read();
    assert_eq!(posts.len(), 3);
    assert_eq!(
        findings,
        [
            "posts/a.md:4: warning: unknown key \"layout\" in 2 files, of which this is the first \
             — nothing reads them: delete them",
            "posts/a.md:5: warning: unknown key \"type\" — nothing reads it: delete it",
            "posts/a.md:6: warning: unknown key \"data\" — nothing reads it: delete it",
            "posts/a.md:7: warning: unknown key \"slides\" — nothing reads it: delete it",
            "posts/c.md:5: warning: unknown key \"extra.toc\" — nothing reads it: delete it",
        ]
    );
}

#[test]
fn the_keys_of_other_engines_are_understood() {
    let zola = right("a.md", &toml("[taxonomies]\ntags = [\"showcase\", \"FAQ\"]\ncategories = [\"How to\"]"));
    assert_eq!(tags(&zola), [("showcase", "showcase"), ("FAQ", "faq")]);
    assert_eq!(categories(&zola), [("How to", "how-to")]);
    let words = right("a.md", &yaml("categories: release notes"));
    assert_eq!(categories(&words), [("release", "release"), ("notes", "notes")]);
    let one = right("a.md", &yaml("category: release notes"));
    assert_eq!((categories(&one), tags(&one)), (vec![("release notes", "release-notes")], Vec::new()));
    assert_eq!(tags(&right("a.md", &yaml("tags: big data, rust"))), [("big data", "big-data"), ("rust", "rust")]);
    let jekyll = right(
        "a.md",
        &yaml("published: false\nredirect_from: /old/\nlast_modified_at: 2025-04-01\nexcerpt: A story.\ntags:"),
    );
    assert!(jekyll.draft && tags(&jekyll).is_empty());
    assert_eq!(jekyll.aliases, ["/old/"]);
    assert_eq!(jekyll.updated.map(|updated| updated.day.to_string()).as_deref(), Some("2025-04-01"));
    assert_eq!(jekyll.description, "A story.");
    let hugo = right("a.md", &toml("summary = \"Theirs.\"\ndescription = \"Ours.\"\nlastmod = 2025-04-01"));
    assert_eq!(hugo.description, "Ours.");
}

#[test]
fn the_dates_pictures_and_descriptions_of_other_engines_are_understood() {
    let day = |keys: &str| date(&right("a.md", &format!("---\ntitle: A\n{keys}\n---\n")));
    for key in ["pubDate", "pubDatetime", "publishDate", "published", "created"] {
        assert_eq!(day(&format!("{key}: 2025-03-01")), "2025-03-01", "{key}");
    }
    let updated = right("a.md", &yaml("modDatetime: 2025-04-02T10:00:00Z"));
    assert_eq!(updated.updated.map(|updated| updated.day.to_string()).as_deref(), Some("2025-04-02"));
    assert_eq!(right("a.md", &yaml("modDatetime:")).updated, None);
    for cover in [
        "image: lake.png",
        "ogImage: lake.png",
        "hero: lake.png",
        "thumbnail: lake.png",
        "cover: {image: lake.png, alt: A lake}",
        "image: {url: lake.png}",
        "extra: {image: lake.png}",
    ] {
        assert_eq!(right("a.md", &yaml(cover)).cover.as_deref(), Some("lake.png"), "{cover}");
    }
    for key in ["subtitle", "excerpt", "summary"] {
        assert_eq!(right("a.md", &yaml(&format!("{key}: A story."))).description, "A story.", "{key}");
    }
    let both = right("a.md", &yaml("tags: [a]\ncategories: [b]"));
    assert_eq!((tags(&both), categories(&both)), (vec![("a", "a")], vec![("b", "b")]));
}

#[test]
fn an_old_address_becomes_the_slug_or_an_alias() {
    let of = |name: &str, key: &str| {
        let post = right(name, &yaml(key));
        (post.slug.to_string(), post.aliases)
    };
    let alias = |alias: &str| ("a".to_owned(), vec![alias.to_owned()]);
    assert_eq!(of("a.md", "permalink: /2024/05/old.html"), alias("/2024/05/old.html"));
    assert_eq!(of("a.md", "url: 2024/old/"), alias("/2024/old/"));
    assert_eq!(of("a.md", "path: /old/\naliases: [older]"), ("a".to_owned(), vec!["/older".into(), "/old/".into()]));
    assert_eq!(of("a.md", "permalink: /posts/hello/"), ("hello".to_owned(), vec![]));
    assert_eq!(of("a.md", "page: true\nurl: /hello/"), ("hello".to_owned(), vec![]));
    assert_eq!(of("a.md", "slug: b\npermalink: /posts/hello/"), ("b".to_owned(), vec!["/posts/hello/".into()]));
    for pattern in ["permalink: /:year/:title/", "permalink: '/{{ slug }}/'", "url: https://other.example/"] {
        let (posts, found) = Sample::new().file("posts/a.md", yaml(pattern)).read();
        assert!(posts[0].aliases.is_empty() && found[0].contains("warning: unknown key"), "{pattern}: {found:#?}");
    }
}

#[test]
fn what_says_clearly_that_a_text_is_a_draft_hides_it() {
    for line in
        ["isDraft: true", "is_draft: yes", "hidden: true", "private: true", "status: draft", "extra: {hidden: true}"]
    {
        assert!(right("a.md", &yaml(line)).draft, "{line}");
        assert!(right("a.md", &yaml(&format!("draft: false\n{line}").replace("draft: false\nDraft", "Draft"))).draft);
    }
}

#[test]
fn what_may_mean_that_a_text_is_not_shown_is_an_error() {
    for line in [
        "private: 1",
        "hidden: maybe",
        "draft: false\nvisibility: hidden",
        "visibility: hidden",
        "state: unpublished",
        "publish: false",
        "is-visible: off",
        "published: later",
        "permalink: false",
        "eleventyExcludeFromCollections: true",
        "password: hunter2",
        "expiryDate: 2024-01-01",
        "extra: {secret: true}",
        "build: {render: never}",
        "build: {render: link}",
        "dont_publish: true",
        "dg-publish: false",
        "encrypted: true",
        "access: members",
    ] {
        let found = findings(yaml(line));
        let [error] = &found[..] else { panic!("{line}: {found:#?}") };
        let at = if line.contains('\n') { 5 } else { 4 };
        assert!(error.starts_with(&format!("posts/hello.md:{at}: \"")), "{line}: {error}");
        let remedy = "\" may be meant to hide this text, but is not a key here — write draft: true instead to \
                      leave it unpublished, unlisted: true to keep it out of all lists, or delete the key";
        assert!(error.ends_with(remedy), "{line}: {error}");
    }
    let toml = findings(toml("secret = true"));
    assert!(toml[0].contains("write draft = true instead"), "{toml:#?}");
    assert!(right("a.md", &yaml("draft: true")).draft && right("a.md", &yaml("unlisted: true")).unlisted);
}

#[test]
fn what_says_that_a_text_is_shown_hides_nothing() {
    for line in [
        "hidden: false",
        "status: publish",
        "visibility: public",
        "hide: [toc]",
        "dont_publish: false",
        "type: link",
        "access: public",
        "notes: true",
        "permalink: /a/",
        "private:",
        "type: post",
    ] {
        let (posts, found) = Sample::new().file("posts/a.md", yaml(line)).read();
        assert!(posts.len() == 1 && !posts[0].draft, "{line}: {found:#?}");
        assert!(found.iter().all(|found| found.contains(": warning: unknown key")), "{line}: {found:#?}");
    }
}

#[test]
fn one_of_two_keys_that_says_draft_is_enough() {
    for lines in ["draft: false\npublished: no", "published: false\ndraft: false", "draft: true\npublished: true"] {
        assert!(right("a.md", &yaml(lines)).draft, "{lines}");
    }
    assert!(!right("a.md", &yaml("published: yes")).draft);
    let (posts, found) = Sample::new().file("posts/a.md", yaml("hidden: true\npublished: false")).read();
    assert!(posts[0].draft && found.iter().all(|found| found.contains("warning")), "{found:#?}");
}

#[test]
fn a_value_of_the_wrong_kind_says_what_to_write() {
    assert_eq!(
        findings(toml("tags = 3.0\ndraft = \"maybe\"\ndescription = [\"a\"]\nseries_order = 0\nlang = \"en_GB\"")),
        [
            "posts/hello.md:5: \"draft\" is not true or false — write draft = true",
            "posts/hello.md:6: \"description\" is not a text — write description = \"Some words\"",
            "posts/hello.md:7: \"series_order\" is not a whole number from 1 — write series_order = 1",
            "posts/hello.md:8: \"lang\" is not a language tag such as en or pt-BR — write lang = \"en\"",
        ]
    );
    assert_eq!(
        findings(yaml("tags: {a: b}")),
        ["posts/hello.md:4: \"tags\" is not a list of texts — write tags: [\"one\", \"two\"]"]
    );
}

#[test]
fn an_update_before_the_date_is_a_warning() {
    assert_eq!(
        findings(toml("updated = 2024-01-01")),
        ["posts/hello.md:4: warning: updated 2024-01-01 is before the date 2025-03-01 — correct one of them"]
    );
    let dated = |date: &str, updated: &str| format!("---\ntitle: A\ndate: {date}\nupdated: {updated}\n---\n");
    for (date, updated) in [
        ("2025-03-01 09:00", "2025-03-01"),
        ("2025-03-01", "2025-03-01 09:00"),
        ("2025-03-01 09:00", "2025-03-01 09:00"),
        ("2025-03-01T23:00:00-08:00", "2025-03-02T08:00:00+01:00"),
        // Only one of them has an offset.
        ("2025-03-01 09:00", "2025-03-01T08:00:00+01:00"),
    ] {
        assert_eq!(findings(dated(date, updated)), [""; 0], "{date}, {updated}");
    }
    for (date, updated) in
        [("2025-03-01T09:00:00", "2025-03-01T08:59:59"), ("2025-03-01T23:00:00-08:00", "2025-03-02T07:59:00+01:00")]
    {
        let message = format!("updated {updated} is before the date {date}");
        assert_eq!(
            findings(dated(date, updated)),
            [format!("posts/hello.md:4: warning: {message} — correct one of them")]
        );
    }
}

#[test]
fn a_file_that_is_not_utf_8_has_its_line() {
    assert_eq!(
        findings(b"---\ntitle: Hello\nd\xe9but: 1\n---\n"),
        ["posts/hello.md:3: this is not UTF-8 — save the file as UTF-8"]
    );
    assert_eq!(
        findings(b"---\n\0\n---\n"),
        ["posts/hello.md:2: there is a NUL character — delete it, or save the file as plain text"]
    );
    assert_eq!(findings(" \n"), ["posts/hello.md: the file is empty — write something, or delete it"]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_not_matter() {
    let post = right("a.md", "\u{feff}---\r\ntitle: Hello\r\ndate: 2025-03-01\r\n---\r\nOne.\r\nTwo.\r\n");
    assert_eq!((post.body.as_str(), post.line), ("One.\nTwo.\n", 5));
}

#[test]
fn posts_are_files_or_folders_with_their_pictures() {
    let (posts, findings) = Sample::new()
        .file("posts/a.markdown", toml(""))
        .file("posts/b/index.md", toml(""))
        .file("posts/b/picture.png", "")
        .file("posts/b/demo.html", "")
        .file("posts/b/notes/draft.md", "not a post")
        .file("posts/.hidden.md", "not a post")
        .file("posts/.git/index.md", "not a post")
        .read();
    assert!(findings.is_empty(), "{findings:#?}");
    let sources: Vec<_> = posts.iter().map(|post| (&post.source.path, &post.source.folder)).collect();
    assert_eq!(sources, [(&"posts/a.markdown".into(), &None), (&"posts/b/index.md".into(), &Some("posts/b".into()))]);
}

#[test]
fn posts_may_be_in_folders_by_year_and_month() {
    let (posts, findings) = Sample::new()
        .file("posts/2025/hello.md", toml(""))
        .file("posts/2025/03/spring/index.md", toml(""))
        .file("posts/2025/03/spring/lake.png", "")
        .read();
    assert!(findings.is_empty(), "{findings:#?}");
    let read: Vec<_> = posts.iter().map(|post| (post.slug.as_str(), &post.source.folder)).collect();
    assert_eq!(read, [("spring", &Some("posts/2025/03/spring".into())), ("hello", &None)]);
}

#[test]
fn files_that_are_not_read_are_one_warning_a_kind() {
    let (posts, findings) = Sample::new()
        .file("posts/_index.md", "+++\ntitle = \"Blog\"\n+++\n")
        .file("posts/2024/_index.md", "+++\n+++\n")
        .file("posts/2024/README.md", "# How to write\n")
        .file("posts/2024/counter.mdx", "words")
        .file("posts/old.html", "<p>words")
        .file("posts/2024/a.md", toml(""))
        .read();
    assert_eq!(posts.len(), 1);
    assert_eq!(
        findings,
        [
            "posts/2024/README.md: warning: is passed over, because it is about a folder, as are 2 more of its kind \
             — delete it, or rename it if it is a post",
            "posts/2024/counter.mdx: warning: is not read, because posts are Markdown, as is 1 more of its kind \
             — turn it into Markdown with the ending .md, or move it out of posts/",
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_an_error() {
    let elsewhere = Sample::new().file("secret.md", toml(""));
    let sample = Sample::new().file("posts/a.md", toml(""));
    let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, sample.root().join(name)).expect("a link");
    link(&elsewhere.root().join("secret.md"), "posts/b.md");
    link(elsewhere.root(), "posts/c");
    let (posts, findings) = sample.read();
    assert_eq!(posts.len(), 1);
    assert_eq!(
        findings,
        [
            "posts/b.md: this symbolic link points outside the site's folder — replace it by a copy of the file",
            "posts/c: this symbolic link points outside the site's folder — replace it by a copy of the file",
        ]
    );
}

#[test]
fn posts_come_newest_first_and_pages_last() {
    let dated = |date: &str| format!("+++\ntitle = \"A\"\ndate = {date}\n+++\n");
    let (posts, _) = Sample::new()
        .file("posts/about.md", "+++\ntitle = \"About\"\npage = true\n+++\n")
        .file("posts/b.md", dated("2025-01-01"))
        .file("posts/a.md", dated("2025-01-01"))
        .file("posts/c.md", dated("2025-02-01"))
        .read();
    let slugs: Vec<_> = posts.iter().map(|post| post.slug.as_str()).collect();
    assert_eq!(slugs, ["c", "a", "b", "about"]);
}

#[test]
fn two_posts_that_write_one_slug_are_an_error_that_names_both() {
    let site = || Sample::new().file("posts/a.md", toml("slug = \"c\"")).file("posts/b.md", toml("slug = \"C\""));
    let (_, findings) = site().read();
    let error = "posts/a.md has the address /posts/c/ already — give one of them another slug";
    assert_eq!(findings, [format!("posts/b.md:4: {error}")]);
    let (posts, findings) = site().lenient().read();
    assert_eq!(findings, [format!("posts/b.md:4: warning: left out: {error}")]);
    assert_eq!(posts.iter().map(|post| post.source.path.as_path()).collect::<Vec<_>>(), [Path::new("posts/a.md")]);
}

#[test]
fn a_page_cannot_take_an_address_of_the_engine() {
    let (_, findings) = Sample::new().file("posts/tags.md", "+++\ntitle = \"Tags\"\npage = true\n+++\n").read();
    assert_eq!(findings, ["posts/tags.md: the address /tags/ is reserved for the site — write slug = \"an-address\""]);
}

#[test]
fn tags_that_differ_in_case_are_shown_as_most_posts_have_them() {
    let (posts, findings) = Sample::new()
        .file("posts/a.md", toml("tags = [\"rust\", \"API\"]"))
        .file("posts/b.md", toml("tags = [\"Rust\", \"Api\"]"))
        .file("posts/c.md", toml("tags = [\"Rust\", \"RUST\"]"))
        .file("posts/d.md", toml("tags = [\"rUST\"]").replace("rUST", "RUST"))
        .file("posts/e.md", toml("tags = [\"Rust\"]"))
        .read();
    assert_eq!(
        findings,
        [
            "posts/a.md:4: warning: the tag \"rust\" is shown as \"Rust\", as other posts have it \
             — write \"Rust\" in all posts",
            "posts/b.md:4: warning: the tag \"Api\" is shown as \"API\", as other posts have it \
             — write \"API\" in all posts",
            "posts/c.md:4: warning: the tag \"RUST\" is shown as \"Rust\", as other posts have it \
             — write \"Rust\" in all posts",
        ]
    );
    assert_eq!(tags(&posts[0]), [("Rust", "rust"), ("API", "api")]);
    assert_eq!(tags(&posts[2]), [("Rust", "rust")]);
}

#[test]
fn tags_that_share_an_address_are_an_error_and_leniently_one_tag() {
    let site = || {
        Sample::new()
            .file("posts/a.md", toml("tags = [\"big data\", \"C\", \"C++\"]"))
            .file("posts/b.md", toml("tags = [\"big-data\", \"C!\"]"))
    };
    assert_eq!(
        site().read().1,
        [
            "posts/b.md:4: the tag \"big-data\" has the address of \"big data\" in posts/a.md:4, /tags/big-data/ \
             — write \"big data\" in both, or rename one of them",
            "posts/b.md:4: the tag \"C!\" has the address of \"C\" in posts/a.md:4, /tags/c/ \
             — write \"C\" in both, or rename one of them",
        ]
    );
    let (posts, findings) = site().lenient().read();
    assert!(findings.iter().all(|finding| finding.contains(": warning: ")), "{findings:#?}");
    assert_eq!(tags(&posts[1]), [("big data", "big-data"), ("C", "c")]);
}

#[test]
fn tags_and_series_that_look_the_same_are_one() {
    let (posts, findings) = Sample::new()
        .file("posts/a.md", toml("tags = [\"caf\u{e9}\", \"cafe\u{301}\"]\nseries = \"Re\u{301}cits\""))
        .file("posts/b.md", toml("tags = [\"cafe\u{301}\"]\nseries = \"R\u{e9}cits\""))
        .read();
    assert_eq!(findings, [""; 0]);
    for post in &posts {
        assert_eq!(tags(post), [("caf\u{e9}", "caf\u{e9}")]);
        assert_eq!(post.series.as_deref(), Some("R\u{e9}cits"));
    }
}

#[test]
fn a_table_in_a_list_of_texts_is_reported_where_it_is() {
    let remedy = "write only texts: tags: [\"one\", \"two\"]";
    for (line, written) in
        [("tags: [a: b]", "a: b"), ("tags: [{a: b}]", "{a: b}"), ("tags:\n  - a: b\n    c: d", "a: b")]
    {
        let (_, found) = Sample::new().file("posts/hello.md", yaml(line)).read();
        let line = if line.contains('\n') { 5 } else { 4 };
        assert_eq!(found, [format!("posts/hello.md:{line}: \"{written}\" in \"tags\" is not a text — {remedy}")]);
    }
    let mut findings = Diagnostics::default();
    let sample = Sample::new().file("posts/hello.md", yaml("tags: [a: b]"));
    drop(read_posts(sample.root(), &Config::default(), false, &mut findings));
    assert_eq!(findings.sorted()[0].location.columns, Some((7, 11)));
}

#[test]
fn slugs_keep_the_letters_of_every_script() {
    for (words, slug) in [
        ("Hello, World!", "hello-world"),
        ("Über Größe", "über-größe"),
        ("cafe\u{301}", "café"),
        ("हिन्दी में", "हिन्दी-में"),
        ("日本語 テスト", "日本語-テスト"),
        ("mio v0.7-alpha.1", "mio-v0-7-alpha-1"),
        ("--a__b--", "a-b"),
    ] {
        assert_eq!(slugify(words).map(|slug| slug.to_string()).as_deref(), Some(slug));
    }
    assert_eq!(slugify("🎉 !"), None);
    assert_eq!(slugify_tag(".NET").map(|slug| slug.to_string()).as_deref(), Some("dotnet"));
    assert_eq!(findings(toml("slug = \"?!\"")).len(), 1);
}

/// The findings on a `site.toml` with this value of `timezone`, on line 3.
fn findings_of_zone(value: &str) -> Vec<String> {
    let text = format!("title = \"A\"\nurl = \"https://a.example\"\ntimezone = {value}\n");
    Sample::new().file("site.toml", text).config().1
}

#[test]
fn a_time_zone_has_its_name_in_the_database() {
    for name in ["Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Calcutta", "UTC", "Etc/GMT-2", "Japan"] {
        let text = format!("title = \"A\"\nurl = \"https://a.example\"\ntimezone = \"{name}\"\n");
        let (config, findings) = Sample::new().file("site.toml", text).config();
        let zone = config.and_then(|config| config.timezone);
        assert_eq!(zone.as_ref().and_then(|zone| zone.iana_name()), Some(name));
        assert_eq!(findings, [""; 0]);
    }
}

#[test]
fn a_name_near_that_of_a_time_zone_says_which_was_meant() {
    for (name, meant) in [
        ("Europe/Berln", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("Europe/Berlin ", "Europe/Berlin"),
        ("AMERICA/NEW_YORK", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("New York", "America/New_York"),
        ("Berlin", "Europe/Berlin"),
        ("Germany/Berlin", "Europe/Berlin"),
        ("Europe/Kyev", "Europe/Kyiv"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Asia/Kolkatta", "Asia/Kolkata"),
        ("America/Port_au_Prince", "America/Port-au-Prince"),
        ("utc", "UTC"),
    ] {
        let found = findings_of_zone(&format!("\"{name}\""));
        if name.trim() == meant {
            assert_eq!(found, [""; 0]);
            continue;
        }
        assert_eq!(found, [format!("site.toml:3: there is no time zone \"{name}\" — did you mean \"{meant}\"?")]);
        assert_eq!(findings_of_zone(&format!("\"{meant}\"")), [""; 0]);
    }
}

#[test]
fn an_abbreviation_says_which_time_zones_it_may_mean() {
    for (name, meant) in [
        ("CET", "timezone = \"Europe/Berlin\" or timezone = \"Europe/Paris\""),
        ("PST", "timezone = \"America/Los_Angeles\" or timezone = \"Asia/Manila\""),
        // In the database, it is a zone without summer time.
        ("EST", "timezone = \"America/New_York\""),
        ("jst", "timezone = \"Asia/Tokyo\""),
    ] {
        assert_eq!(
            findings_of_zone(&format!("\"{name}\"")),
            [format!(
                "site.toml:3: \"{name}\" is an abbreviation and names no time zone \
                 — write the name of the intended one: {meant}"
            )]
        );
    }
}

#[test]
fn an_invalid_time_zone_shows_an_example() {
    for name in ["UTC+2", "GMT+15", "+02:00", "Middle-earth/Shire", "W. Europe Standard Time"] {
        assert_eq!(
            findings_of_zone(&format!("\"{name}\"")),
            [format!(
                "site.toml:3: there is no time zone \"{name}\" \
                 — write a region and a city of the tz database, such as timezone = \"Europe/Berlin\""
            )]
        );
    }
    for value in ["\"\"", "true", "[\"Europe/Berlin\"]"] {
        assert_eq!(
            findings_of_zone(value),
            ["site.toml:3: \"timezone\" is not the name of a time zone — write timezone = \"Europe/Berlin\""]
        );
    }
    let misspelt = "title = \"A\"\nurl = \"https://a.example\"\ntime_zone = \"Europe/Berlin\"\n";
    assert_eq!(
        Sample::new().file("site.toml", misspelt).config().1,
        ["site.toml:3: unknown key \"time_zone\" — did you mean \"timezone\"?"]
    );
}

#[test]
fn site_toml_is_read() {
    let (config, findings) = Sample::new()
        .file(
            "site.toml",
            r#"title = "My Personal Page"
description = "Notes on building things."
url = "https://ana.github.io/blog"
language = "en"
per_page = 5
navigation = [{ name = "About", url = "/about/" }, { name = "Home", url = "/" }]

[author]
name = "Ana"
bio = "Builds things."
links = [{ name = "Mail", url = "mailto:ana@example.org" }]

[markdown]
html = true
"#,
        )
        .config();
    assert!(findings.is_empty(), "{findings:#?}");
    let config = config.expect("a right site.toml");
    assert_eq!((config.site.origin.as_str(), config.site.base.as_str()), ("https://ana.github.io", "/blog/"));
    assert_eq!((config.allow_html, config.per_page), (true, 5));
    let urls: Vec<_> = config.site.navigation.iter().map(|link| config.site.href(link)).collect();
    assert_eq!(urls, ["/blog/about/", "/blog/"]);
    assert_eq!(config.site.author.links[0].url, "mailto:ana@example.org");
}

#[test]
fn a_missing_site_toml_says_what_to_write() {
    assert_eq!(
        Sample::new().config().1,
        ["site.toml: there is no site.toml — write one:\n\
          title = \"My Personal Page\"\nurl = \"https://example.org\""]
    );
}

#[test]
fn mistakes_in_site_toml_come_all_at_once() {
    let (config, findings) = Sample::new()
        .file(
            "site.toml",
            r#"titel = "My Personal Page"
url = "example.org"
theme = "dark"
navigation = [{ name = "About", url = "about" }, { name = "Nowhere" }]

[author]
nmae = "Ana"
"#,
        )
        .config();
    assert!(config.is_none());
    assert_eq!(
        findings,
        [
            "site.toml: there is no title — write title = \"My Personal Page\" above the first [table]",
            "site.toml:1: unknown key \"titel\" — did you mean \"title\"?",
            "site.toml:2: \"url\" is not the full address of the site — write url = \"https://example.org\"",
            "site.toml:3: warning: unknown key \"theme\" — nothing reads it: delete it",
            "site.toml:4: \"url\" is not a full address or a path of the site — write url = \"/about/\"",
            "site.toml:4: a link of \"navigation\" has no url — write [{ name = \"About\", url = \"/about/\" }]",
            "site.toml:7: unknown key \"author.nmae\" — did you mean \"name\"?",
        ]
    );
}
