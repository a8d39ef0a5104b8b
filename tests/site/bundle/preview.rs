//! The editor's preview is the page that the bundler writes, and its findings are those of `cargo site check`.

use std::path::Path;
use std::sync::{Arc, RwLock};

use personal_page::bundle::preview::{
    Costly, CostlyWork, NewPicture, Preparer, Preview, SiteIndex, Span, grammar, read_pages,
};
use personal_page::bundle::{BuiltSite, Diagnostics, DiagramFault, Drawing, Mistake, Severity, check};

use crate::bundle::picture::{meadow, png};
use crate::bundle::site::Site;
use crate::common::hostile;

/// A site as the bundler builds it, and a preparer of its index.
struct Both {
    site: Site,
    built: BuiltSite,
    preparer: Preparer,
    work: Arc<Shared>,
}

/// The costly work, done while grammars are added.
struct Shared(RwLock<CostlyWork>);

impl Costly for Shared {
    fn spans(&self, grammar: &str, code: &str) -> Option<Vec<Span>> {
        self.0.read().expect("no panic before").spans(grammar, code)
    }

    fn mathml(&self, formula: &str, display: bool) -> Option<Result<String, Mistake>> {
        self.0.read().expect("no panic before").mathml(formula, display)
    }

    fn diagram(&self, source: &str) -> Option<Result<Drawing, DiagramFault>> {
        self.0.read().expect("no panic before").diagram(source)
    }

    fn sanitise(&self, html: &str) -> Option<String> {
        self.0.read().expect("no panic before").sanitise(html)
    }
}

impl Both {
    #[track_caller]
    fn of(site: Site) -> Self {
        let built = BuiltSite::new(&site.options).unwrap_or_else(|failure| panic!("{failure}"));
        Self::from(site, built)
    }

    fn from(site: Site, built: BuiltSite) -> Self {
        let index = SiteIndex::read(&built.site_index().bytes()).expect("an index of this program");
        let work = Arc::new(Shared(RwLock::new(CostlyWork::new(index.policy().clone()))));
        let mut preparer = Preparer::new(index);
        preparer.set_costly(work.clone());
        Self { preparer, work, site, built }
    }

    fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.site.root().join(path)).expect("the text of a post")
    }

    /// The preview of a text, with all grammars that it needs.
    fn preview(&mut self, path: &str, text: &str) -> Preview {
        let preview = self.preparer.prepare(path, text, &[]);
        for name in &preview.missing_grammars {
            let bytes = grammar(name).expect("a grammar");
            assert!(self.work.0.write().expect("no panic before").add_grammar(name, &bytes), "{name}");
            self.preparer.set_costly(self.work.clone());
        }
        self.preparer.prepare(path, text, &[])
    }

    /// The content of `<main>` in the page of a post.
    fn main(&self, route: &str) -> String {
        let page = self.built.file(&format!("{route}index.html")).expect("the page of a post");
        let page = String::from_utf8_lossy(&page).into_owned();
        let (_, rest) = page.split_once("<main").expect("a page has a main");
        let (_, rest) = rest.split_once('>').expect("the tag ends");
        rest.split_once("</main>").expect("it is closed").0.to_owned()
    }

    /// Compares all previews with the pages of the site.
    #[track_caller]
    fn compare(mut self) -> usize {
        let pages = read_pages(&self.built.site_index().bytes()).expect("an index of this program");
        let pages: Vec<_> = pages.iter().map(|page| (page.source.clone(), page.route.path())).collect();
        for (source, route) in &pages {
            let text = self.text(source);
            let preview = self.preview(source, &text);
            assert_eq!(preview.html, self.main(route), "{source}");
            assert_eq!(preview.missing_grammars, [""; 0], "{source}");
        }
        pages.len()
    }
}

/// The findings of `cargo site check` in a file, as `severity line message remedy`.
fn checked(findings: &Diagnostics, path: &str) -> Vec<String> {
    let own = findings.sorted().into_iter().filter(|finding| finding.path == Path::new(path));
    let line = |line: Option<std::num::NonZeroUsize>| line.map_or(0, usize::from);
    own.map(|it| format!("{:?} {} {} {}", it.severity, line(it.location.line), it.message, it.remedy)).collect()
}

/// The findings of a preview in the same form.
fn found(preview: &Preview, text: &str) -> Vec<String> {
    let line = |at: usize, end: usize| if (at, end) == (0, 0) { 0 } else { 1 + text[..at].matches('\n').count() };
    let one = preview.findings.iter();
    one.map(|it| format!("{:?} {} {} {}", it.severity, line(it.start, it.end), it.message, it.remedy)).collect()
}

/// A site with one post, which has further keys.
fn one(text: &str) -> Site {
    Site::new().file("posts/hello.md", text)
}

#[test]
fn the_preview_of_forms_galleries_and_frames_is_the_page() {
    let frames = "[policy]\nframe = [\"https://www.youtube-nocookie.com\"]\n";
    for (config, html) in [("", ""), ("", "<kbd>K</kbd>"), ("[markdown]\nhtml = true\n", "<b>K</b>")] {
        let text = format!(
            "![A hill](a.png){{dark=b.png .wide}}\n\n![A hill](a.png \"Up\")\n![B](b.png)\n\nA ![B](b.png){{dark=a.png}} {html}\n\n\
             ![A film](https://youtu.be/x1){{poster=a.png}}\n\n![](https://vimeo.com/1) in a line\n\nhttps://youtu.be/x2"
        );
        let site = Site::new().base("/repo/").config(&(frames.to_owned() + config)).post("walk/index.md", &text);
        let mut both = Both::of(site.file("posts/walk/a.png", meadow()).file("posts/walk/b.png", png(70)).lenient());
        let text = both.text("posts/walk/index.md");
        let preview = both.preview("posts/walk/index.md", &text);
        assert_eq!(found(&preview, &text), checked(&check(&both.site.options).findings, "posts/walk/index.md"));
        assert!(preview.html.contains("gallery") && preview.html.contains("class=\"embed\""), "{}", preview.html);
        assert_eq!(both.compare(), 1);
    }
}

#[test]
fn the_preview_of_each_post_is_its_page() {
    for fixture in ["site", "japanese", "arabic"] {
        for drafts in [false, true] {
            for base in ["/", "/repo/"] {
                let site = Site::of_fixture(fixture).base(base);
                let site = if drafts { site.drafts() } else { site }.lenient();
                assert!(Both::of(site).compare() > 1, "{fixture}");
            }
        }
    }
}

#[test]
fn the_preview_of_a_hostile_text_is_its_page() {
    for html in ["", "[markdown]\nhtml = true\n"] {
        let posts = hostile::posts().into_iter();
        let site = posts.fold(Site::new().config(html), |site, (name, text)| site.file(&format!("posts/{name}"), text));
        assert!(Both::of(site.lenient()).compare() > 100);
    }
}

#[test]
fn code_in_every_language_is_highlighted_as_by_the_bundler() {
    let mut both = Both::of(Site::new().post("other.md", "Other."));
    let mut count = 0;
    for (name, text) in languages() {
        let post = format!("---\ntitle: A\ndate: 2025-03-01\ndescription: B\n---\n````{name}\n{text}\n````\n");
        let preview = both.preview("posts/new.md", &post);
        let highlighted = personal_page::bundle::highlight(&name, &(text + "\n")).html;
        assert!(preview.html.contains(&highlighted), "{name}: {highlighted}\n{}", preview.html);
        count += usize::from(!highlighted.is_empty());
    }
    assert!(count > 20, "{count} languages have colours");
}

/// Code in many languages, by their names.
fn languages() -> Vec<(String, String)> {
    let mixed = "<p class=\"a\">/* x */ if (a == 1) { return \"b\"; } # c\nfn f() -> u8 { 1 } // d\n- e: \"f\"\n$g = 'h' %>\n\
                 def i(j): return None\n<style>k { l: m }</style><script>let n = `${o}`</script>\n```js\nlet p = 1\n```";
    let names = personal_page::bundle::preview::grammars();
    names.iter().filter_map(|id| Some((id.rsplit_once('-')?.0.to_owned(), mixed.to_owned()))).collect()
}

#[test]
fn a_finding_is_that_of_the_check() {
    let head = "+++\ntitle = \"Hello\"\ndate = 2025-03-01\ndescription = \"On it.\"\n+++\n";
    let texts = [
        format!("{head}See [this](../gone.md), ![](fox.png) and [that](#nowhere).\n\n## Here\n"),
        format!(
            "{head}# One\n\n#### Four\n\n$\\foo$ and <font>x</font> and {{{{< y >}}}}.\n\n```rsut {{9}}\nfn\n```\n"
        ),
        format!("{head}![a](https://images.example/a.png) [b] [^c] <iframe src=\"https://v.example/\"></iframe>\n"),
        "+++\ntitel = \"Hello\"\ndate = 2025-13-01\nfoo = 1\n+++\nText.\n".to_owned(),
        "---\ntitle: [a\ndate: 2025-03-01\n---\nText.\n".to_owned(),
        "+++\ntitle = \"Hello\"\n".to_owned(),
        "title: Hello\n---\n\nText.\n".to_owned(),
        "No title and no date.\n".to_owned(),
        "+++\ntitle = \"A\"\ndate = 2026-03-01\nupdated = 2025-01-01\ndraft = true\naliases = [\"x\"]\n+++\n[](/)\n"
            .to_owned(),
        "\u{feff}---\r\ntitle: A\r\ndate: 2025-03-01 10:00\r\ntags: [\"!\"]\r\n---\r\n[a](b.md)\r\n".to_owned(),
        format!(
            "{}\nauthors = \"jo\"\ncover = \"no.png\"\n+++\nA.\n",
            head.trim_end().trim_end_matches("+++").trim_end()
        ),
    ];
    let preparer = Both::of(Site::new()).preparer;
    for text in texts {
        let site = one(&text);
        let preview = preparer.prepare("posts/hello.md", &text, &[]);
        let expected = checked(&check(&site.options).findings, "posts/hello.md");
        assert!(!expected.is_empty(), "{text}");
        assert_eq!(found(&preview, &text), expected, "{text}");
    }
}

#[test]
fn a_text_without_mistakes_has_no_findings() {
    let mut both = Both::of(Site::of_fixture("site").lenient());
    let text =
        "---\ntitle: Toast\ndate: 2025-03-01\ndescription: On it.\n---\nSee [rye](rye-the-loaf.md) and [home](/).\n";
    assert_eq!(both.preview("posts/toast.md", text).findings, []);
}

#[test]
fn a_slip_has_a_replacement_for_its_words_alone() {
    let table = [
        ("[a](/posts/hallo/)", "/posts/hallo/", "/posts/hello/"),
        ("[a](#hre)\n\n## Here", "#hre", "#here"),
        ("[a](/posts/hello/#hre)\n\n## Here", "#hre", "#here"),
        ("```pyhton {1}\nfn\n```", "pyhton", "python"),
    ];
    let preparer = Both::of(Site::new()).preparer;
    for (body, words, fix) in table {
        let text = format!("\u{feff}---\r\ntitle: Ä\r\ndate: 2025-03-01\r\ndescription: B\r\n---\r\n{body}\n");
        let preview = preparer.prepare("posts/hello.md", &text, &[]);
        let [found] = &preview.findings[..] else { panic!("{body}: {:?}", preview.findings) };
        assert_eq!((&text[found.start..found.end], found.fix.as_deref()), (words, Some(fix)), "{body}");
    }
    let preview = preparer.prepare("posts/hello.md", "+++\ntitel = \"A\"\ndate = 2025-03-01\n+++\nA.\n", &[]);
    let fixes: Vec<_> = preview.findings.iter().filter_map(|found| found.fix.as_deref()).collect();
    assert_eq!(fixes, ["title"]);
}

#[test]
fn a_remedy_that_is_no_replacement_has_none() {
    let preparer = Both::of(Site::new()).preparer;
    let text = "---\ntitle: A\ndate: 2025-03-01\ndescription: B\n---\n[a](nowhere-at-all.md) ![](b.png)\n";
    let preview = preparer.prepare("posts/hello.md", text, &[]);
    assert_eq!(preview.findings.len(), 3);
    assert!(preview.findings.iter().all(|found| found.fix.is_none()), "{:?}", preview.findings);
}

#[test]
fn a_text_with_errors_is_still_shown() {
    let preparer = Both::of(Site::new()).preparer;
    for text in [
        "+++\ntitle = \n+++\nA *word*.\n",
        "---\ntitle: [\n---\nA *word*.\n",
        "+++\ndate = 2025-13-41\n+++\nA *word*.\n",
    ] {
        let preview = preparer.prepare("posts/hello.md", text, &[]);
        assert!(preview.html.contains("<p>A <em>word</em>.</p>"), "{}", preview.html);
        assert!(preview.findings.iter().any(|found| found.severity == Severity::Error), "{text}");
    }
    for text in ["", "\0", " \n"] {
        assert!(!preparer.prepare("posts/hello.md", text, &[]).findings.is_empty());
    }
}

#[test]
fn a_text_that_is_only_drawn_looks_as_when_it_is_checked() {
    let preparer = Both::of(Site::new()).preparer;
    let text = "---\ntitle: A\ndate: 2025-03-01\n---\nA [link](../nowhere.md).\n";
    let (drawn, checked) = (preparer.draw("posts/a.md", text, &[]), preparer.prepare("posts/a.md", text, &[]));
    assert!(checked.is_checked && !checked.findings.is_empty());
    assert!(!drawn.is_checked && drawn.findings.is_empty());
    assert_eq!(Preview { findings: Vec::new(), is_checked: false, ..checked }, drawn);
}

#[test]
fn without_the_costly_work_a_text_is_shown_as_written() {
    let index = Both::of(Site::new()).built.site_index();
    let head = "---\ntitle: A\ndate: 2025-03-01\ndescription: B\n---\n";
    let preview =
        Preparer::new(index).prepare("posts/a.md", &format!("{head}$x$ and <kbd onclick=\"hit()\">y</kbd>\n"), &[]);
    assert!(preview.needs_costly && !preview.html.contains("<kbd"), "{}", preview.html);
    let index = Both::of(Site::new()).built.site_index();
    assert!(!Preparer::new(index).prepare("posts/a.md", &format!("{head}Words.\n"), &[]).needs_costly);
}

/// The one part of a preview that is not as published.
#[test]
fn where_nothing_draws_a_diagram_is_its_source_with_a_word_that_it_is_drawn_later() {
    let index = Both::of(Site::new()).built.site_index();
    let text =
        "---\ntitle: A\ndate: 2025-03-01\ndescription: B\n---\n```mermaid\nflowchart LR\n A --> B\n```\n\nEnd.\n";
    let preview = Preparer::new(index).prepare("posts/a.md", text, &[]);
    let figure = "<figure class=\"diagram\"><p>The diagram is drawn when the text is published.</p><details open";
    assert!(preview.html.contains(figure) && preview.html.contains("A --&gt; B"), "{}", preview.html);
    assert!(!preview.html.contains("<svg viewBox"), "{}", preview.html);
    assert_eq!((preview.findings.len(), preview.blocks.len(), preview.needs_costly), (0, 2, false));
}

#[test]
fn what_draws_as_the_bundler_does_shows_its_drawings() {
    let text = "---\n{title: Hello, date: 2025-03-01, description: A mill.}\n---\n```mermaid\nflowchart LR\n A --> B\n```\n\n\
                <kbd>x</kbd>\n\n```mermaid\nflowchart LR\n A[ --> B\n```\n";
    for html in ["", "[markdown]\nhtml = true\n"] {
        assert_eq!(Both::of(one(text).config(html)).compare(), 1);
    }
}

#[test]
fn a_new_picture_is_shown_from_where_it_is() {
    let preparer = Both::of(Site::new()).preparer;
    let text = "---\ntitle: A\ndate: 2025-03-01\ndescription: B\n---\n![A fox](fox.png)\n";
    let url = "blob:https://me.example/1-2";
    let fox = NewPicture { path: "posts/hello/fox.png".to_owned(), width: 300, height: 200, url: url.to_owned() };
    let preview = preparer.prepare("posts/hello/index.md", text, &[fox]);
    assert_eq!(preview.findings, []);
    assert!(preview.html.contains(&format!("src=\"{url}\"")), "{}", preview.html);
    assert!(preview.html.contains("width=\"300\"") && preview.html.contains("height=\"200\""), "{}", preview.html);
    let without = preparer.prepare("posts/hello/index.md", text, &[]);
    assert_eq!(without.findings.len(), 1);
}

#[test]
fn each_element_of_a_text_has_its_place_in_the_file() {
    let mut both = Both::of(Site::new().config("[markdown]\nhtml = true\n"));
    let head = "---\r\ntitle: A\r\ndate: 2025-03-01\r\n---\r\n";
    let body = "First.[^a]\n\n## Second\n\n- third\n- x\n\n> fourth\n\n```rust\nfifth\n```\n\n| sixth |\n| --- |\n| x |\n\n\
                <details>\n\nseventh\n\n</details>\n\n## Eighth\n\n$$ninth$$\n\n---\n\nTenth.\n\n[^a]: Note.\n";
    let preview = both.preview("posts/hello.md", &(head.to_owned() + body));
    let text = head.to_owned() + body;
    let words = |at: &u32| text[*at as usize..].split('\n').next().unwrap_or_default().to_owned();
    let places: Vec<String> = preview.blocks.iter().map(words).collect();
    let expected = [
        "First.[^a]",
        "First.[^a]",
        "## Second",
        "- third",
        "> fourth",
        "```rust",
        "| sixth |",
        "<details>",
        "## Eighth",
        "$$ninth$$",
        "---",
        "Tenth.",
        "[^a]: Note.",
    ];
    assert_eq!(places, expected, "{}", preview.html);
}

#[test]
fn the_index_names_no_draft_unless_drafts_are_shown() {
    let site = || {
        let draft = "title = \"Secret\"\ndate = 2025-03-01\ndraft = true\ndescription = \"A.\"";
        Site::new()
            .post_with("secret/index.md", draft, "Secret.")
            .file("posts/secret/plan.pdf", "x")
            .post("hello.md", "A.")
    };
    let index = |site: Site| String::from_utf8(Both::of(site).built.site_index().bytes()).expect("JSON is UTF-8");
    assert!(!index(site()).to_lowercase().contains("secret"));
    assert!(index(site().drafts()).contains("posts/secret/plan.pdf"));
}

#[test]
fn the_index_names_no_unlisted_text_unless_drafts_are_shown() {
    let keys = "title = \"Party\"\ndate = 2025-03-01\nunlisted = true\ndescription = \"A.\"";
    let site = || Site::new().post_with("party.md", keys, "Come.").post("hello.md", "A.");
    let index = |site: Site| String::from_utf8(Both::of(site).built.site_index().bytes()).expect("JSON is UTF-8");
    assert!(!index(site()).contains("posts/party.md"));
    assert!(index(site().drafts()).contains("posts/party.md"));
}

#[test]
fn a_tag_that_the_bundler_refuses_is_an_error_in_the_preview() {
    let keys = |tags: &str| format!("title = \"A\"\ndate = 2025-03-01\ndescription = \"A.\"\ntags = [{tags}]");
    let site = Site::new().post_with("first.md", &keys("\"big data\""), "A.").post_with("hello.md", &keys(""), "A.");
    let mut both = Both::of(site);
    for (tags, severity, message) in [
        (
            "\"big-data\"",
            Severity::Error,
            "the tag \"big-data\" has the address of \"big data\" in posts/first.md, /tags/big-data/",
        ),
        ("\"Big Data\"", Severity::Warning, "the tag \"Big Data\" is shown as \"big data\", as other posts have it"),
        ("\"C\", \"C!\"", Severity::Error, "the tag \"C!\" has the address of \"C\" in posts/hello.md:5, /tags/c/"),
    ] {
        let preview = both.preview("posts/hello.md", &format!("+++\n{}\n+++\nA.", keys(tags)));
        let found = preview.findings.iter().any(|found| found.severity == severity && found.message == message);
        assert!(found, "{message} is not in {:?}", preview.findings);
    }
}

#[test]
fn categories_are_in_the_preview_as_they_will_be_on_the_page() {
    let text = |category: &str| {
        format!("---\ntitle: A\ndate: 2025-03-01\ndescription: \"A.\"\ncategory: {category}\n---\nA.\n")
    };
    let site = |category: &str| Both::of(one(&text(category)).base("/repo/"));
    let before = site("Home baking");
    assert!(before.main("posts/hello/").contains("/repo/categories/home-baking/"));
    assert_eq!(before.compare(), 1);
    let preview = site("Home baking").preview("posts/hello.md", &text("Brewing"));
    assert_eq!(preview.html, site("Brewing").main("posts/hello/"));
}

#[test]
fn what_is_around_a_text_is_in_its_preview() {
    let site = Site::new()
        .config("breadcrumbs = true\n")
        .post("hello.md", "Hello.")
        .post("other.md", "See [hello](hello.md).");
    let both = Both::of(site);
    assert!(both.main("posts/hello/").contains("/posts/other/"), "{}", both.main("posts/hello/"));
    assert_eq!(both.compare(), 2);
}
