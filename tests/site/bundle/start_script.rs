//! The script that starts the program has what pages need only with it, once for all of them.

use personal_page::content::HydrationData;

use crate::bundle::site::{Built, Site};

const RUN: &str =
    "import init from './personal-page-1.js';\nawait init({ module_or_path: './personal-page-1_bg.wasm' });";
const TITLE: &str = r#"</script><script>alert("1 & 2")"#;

fn text(built: &Built) -> String {
    built.text(&built.start_script().expect("a script"))
}

fn data(built: &Built) -> HydrationData {
    let text = text(built);
    let line = text.lines().find_map(|line| line.strip_prefix("self.siteData = ")?.strip_suffix(';'));
    serde_json::from_str(line.expect("the data")).expect("data as the program reads it")
}

#[test]
fn every_page_loads_one_script_that_runs_the_program() {
    let built = Site::new().program(RUN).base("/repo/").post("hello.md", "Text.").bundle();
    let tag = format!("<script type=\"module\" src=\"/repo/{}\"></script>", built.start_script().expect("a script"));
    for page in ["index.html", "posts/hello/index.html", "404.html"] {
        let html = built.text(page);
        assert_eq!(html.matches(&tag).count(), 1, "{html}");
        for part in ["init", "wasm-function", "Forgotten"] {
            assert!(!html.contains(part), "{part} is in {page}");
        }
    }
    let text = text(&built);
    for part in
        ["import init from '/repo/personal-page-1.js'", "'/repo/personal-page-1_bg.wasm'", "wasm-function", "Forgotten"]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(!text.contains("// "), "without comments: {text}");
}

#[test]
fn the_data_of_the_site_reads_back_as_it_was() {
    let config = format!("title = '{TITLE}'\ndescription = '{TITLE}'\nurl = \"https://me.example\"\n");
    let data = data(&Site::new().program(RUN).file("site.toml", config).bundle());
    assert_eq!([data.site.title, data.site.description], [TITLE, TITLE]);
}

#[test]
fn a_page_says_which_page_it_is() {
    let built =
        Site::new().program(RUN).base("/repo/").post("hello.md", "Text.").post("\u{e9}t\u{e9}.md", "Text.").bundle();
    for (page, route) in [
        ("index.html", ""),
        ("archive/index.html", "archive/"),
        ("posts/hello/index.html", "posts/hello/"),
        ("404.html", "404.html"),
    ] {
        let html = built.text(page);
        assert!(html.contains(&format!("<div id=\"app\" data-route=\"{route}\">")), "{html}");
    }
}

#[test]
fn its_name_changes_with_the_site_alone() {
    let site = |config: &str, text: &str| {
        Site::new().config(config).program(RUN).post("hello.md", text).bundle().start_script()
    };
    let name = site("", "Text.");
    assert!(name.is_some());
    assert_eq!(name, site("", "Another text."));
    assert_ne!(name, site("[author]\nname = \"Alex\"\n", "Text."));
    assert_ne!(name, site("language = \"de\"\n", "Text."));
}

#[test]
fn a_site_without_a_program_has_none() {
    let built = Site::new().post("hello.md", "Text.").bundle();
    assert_eq!(built.start_script(), None);
    assert!(!built.text("posts/hello/index.html").contains("<script type=\"module\""));
}

#[test]
fn only_a_site_that_allows_frames_has_what_stops_them_when_their_cards_are_closed() {
    let stops = |config: &str| text(&Site::new().config(config).program(RUN).bundle()).contains(".embed > details");
    assert!(stops("[policy]\nframe = [\"https://films.example\"]\n"));
    assert!(!stops("[policy]\nimg = [\"https://images.example\"]\n"));
    assert!(!stops(""));
}
