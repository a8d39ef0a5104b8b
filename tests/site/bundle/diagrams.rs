//! Diagrams in a built site: in pages, in data, in feeds, and in findings.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;

use flate2::read::GzDecoder;

use super::site::Site;

const MILL: &str = "flowchart LR\n    Grain --> Mill\n    Mill --> Flour\n";

/// The text of a drawing, its lines joined by spaces.
fn text(svg: &str) -> String {
    let texts = svg.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
    texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A site with one post of this text.
fn site(text: &str) -> Site {
    Site::new().post("mill.md", text)
}

#[test]
fn a_fence_becomes_a_figure_with_its_source() {
    let built = site(&format!("Before.\n\n```mermaid title=\"The mill\"\n{MILL}```\n\nAfter.\n")).bundle();
    assert_eq!(built.warnings(), Vec::<String>::new());
    let page = built.text("posts/mill/index.html");
    let (_, figure) = page.split_once("<figure class=\"diagram\">").expect("a figure");
    let (figure, _) = figure.split_once("</figure>").expect("its end");
    assert!(figure.starts_with("<figcaption>The mill</figcaption><div class=\"drawing\" tabindex=\"0\" role=\"img\" aria-label=\"The mill\"><svg"), "{figure}");
    assert!(figure.contains("<summary>Source</summary>") && figure.contains("Grain --&gt; Mill"), "{figure}");
    assert!(!figure.contains("style=") && !figure.contains('\u{1}'), "{figure}");
}

#[test]
fn a_label_is_shown_as_it_is_written() {
    let source = "flowchart LR\n A[\"/posts/{id}/\"] --> B[\"a & b #lt; c\"]\n";
    let body = site(&format!("```mermaid\n{source}```\n")).bundle().body("posts/mill/");
    assert_eq!(text(body.split("<details").next().unwrap_or_default()), "/posts/{id}/ a &amp; b &lt; c");
}

#[test]
fn only_pages_with_a_diagram_have_its_style() {
    let site = super::style::site("").post("mill.md", &format!("```mermaid\n{MILL}```\n")).post("plain.md", "Words.");
    let built = site.bundle();
    let has = |page: &str| built.text(&format!("posts/{page}/index.html")).contains(".drawing");
    assert_eq!((has("mill"), has("plain")), (true, false));
}

#[test]
fn the_style_in_a_page_has_the_colours_of_its_drawings() {
    let pie = "```mermaid\npie\n \"Rye\" : 1\n \"Wheat\" : 2\n```\n";
    let built = super::style::site("").post("pie.md", pie).post("plain.md", "Words of `var(--x)`.").bundle();
    let page = built.text("posts/pie/index.html");
    let used: BTreeSet<&str> = page.split("=\"var(--").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(used.contains("tip"), "{used:?}");
    for token in used {
        assert!(page.contains(&format!("--{token}:")), "{token} has a value before the whole style is loaded");
    }
    assert!(!built.text("posts/plain/index.html").contains("--tip:"));
}

#[test]
fn look_alikes_stay_what_they_are() {
    let text = format!(
        "`mermaid`\n\n```text\n{MILL}```\n\n```mermaids\n{MILL}```\n\n    mermaid\n\n```dot\ndigraph {{ a -> b }}\n```\n"
    );
    let page = site(&text).bundle().body("posts/mill/");
    assert!(!page.contains("<svg") && !page.contains("class=\"diagram\""), "{page}");
}

#[test]
fn a_wrong_diagram_is_found_at_its_place_and_shown_as_code() {
    let text = "Before.\n\n> - ```mermaid\n>   flowchart LR\n>     A[Mill --> B\n>   ```\n";
    let built = site(text).bundle();
    let found = built.warnings();
    let [finding] = &found[..] else { panic!("{found:?}") };
    assert!(finding.contains("posts/mill.md:9:"), "{finding}");
    assert!(
        finding.contains("the diagram is not Mermaid: ")
            && finding.contains("correct it; until then the page shows its source"),
        "{finding}"
    );
    let body = built.body("posts/mill/");
    assert!(body.contains("<code class=\"language-mermaid\">flowchart LR\n  A[Mill --&gt; B"), "{body}");
    assert!(!body.contains("<figure"), "{body}");
}

#[test]
fn links_that_a_drawing_has_not_are_told() {
    let source = "flowchart LR\n A --> B\n click A \"https://example.org\"\n";
    let found = site(&format!("```mermaid\n{source}```\n")).bundle().warnings();
    let [finding] = &found[..] else { panic!("{found:?}") };
    assert!(finding.contains("links in a diagram lead nowhere"), "{finding}");
}

#[test]
fn where_html_is_allowed_drawings_survive_the_sanitiser_and_those_of_authors_do_not() {
    let fence = format!("```mermaid\n{MILL}```\n\n");
    let plain = site(&fence).bundle().body("posts/mill/");
    let own = "<div>HTML</div>\n\n<svg viewBox=\"0 0 1 1\"><text>own</text></svg>\n";
    let mixed = site(&format!("{fence}{own}")).config("[markdown]\nhtml = true\n").bundle();
    let html = mixed.sanitised("posts/mill/");
    let svg = |html: &str| {
        let (_, rest) = html.split_once("<svg").expect("a drawing");
        rest.split_once("</svg>").expect("its end").0.to_owned()
    };
    assert_eq!(svg(&html), svg(&plain));
    assert_eq!(html.matches("<svg").count(), 1, "{html}");
    assert!(html.contains("<summary>Source</summary>") && html.contains("role=\"img\""), "{html}");
}

#[test]
fn two_diagrams_of_one_source_share_no_id() {
    let body =
        site(&format!("```mermaid\n{MILL}```\n\nAgain:\n\n```mermaid\n{MILL}```\n")).bundle().body("posts/mill/");
    let ids: Vec<&str> = body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(ids.len() >= 2, "{body}");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    for reference in body.split("url(#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(ids.contains(&reference), "{reference} in {ids:?}");
    }
}

#[test]
fn a_diagram_without_a_name_is_called_one_in_the_language_of_its_text() {
    let keys = "title = \"Mühle\"\ndate = 2025-03-01\ndescription = \"Mahlen.\"\nlang = \"de\"";
    let built = Site::new().post_with("mill.md", keys, &format!("```mermaid\n{MILL}```")).bundle();
    let body = built.body("posts/mill/");
    assert!(body.contains("role=\"img\" aria-label=\"Diagramm\""), "{body}");
    assert!(body.contains("<summary>Quelltext</summary>"), "{body}");
}

#[test]
fn a_feed_has_the_source_as_code() {
    let feed = site(&format!("```mermaid title=\"The mill\"\n{MILL}```\n")).bundle().text("feed.json");
    assert!(feed.contains("Grain --&gt; Mill") && feed.contains("The mill"), "{feed}");
    for gone in ["<svg", "<summary", "<details", "drawing"] {
        assert!(!feed.contains(gone), "{gone} in {feed}");
    }
}

/// The texts that the search of a site reads.
fn searched(mut site: Site) -> String {
    site.options.search = true;
    let files = site.bundle().files();
    let texts = files.iter().filter(|(name, _)| name.ends_with(".pf_fragment"));
    let unpacked = |(_, file): (&String, &Vec<u8>)| {
        let mut bytes = Vec::new();
        GzDecoder::new(&file[..]).read_to_end(&mut bytes).expect("a packed file");
        String::from_utf8_lossy(&bytes).into_owned()
    };
    texts.map(unpacked).collect()
}

#[test]
fn the_search_reads_the_labels_and_not_the_source() {
    for start in ["", "A <kbd>K</kbd>.\n\n"] {
        let more = "<details><summary>More</summary>\n\nA `flow`.\n\n</details>";
        let text = searched(site(&format!("{start}Grinding.\n\n```mermaid\n{MILL}```\n\n{more}")));
        assert!(text.contains("Grinding. Grain Mill Flour"), "{text}");
        assert!(text.contains("flow") && !text.contains("flowchart") && !text.contains("Source"), "{text}");
    }
}

#[test]
fn the_search_reads_a_footnote_once() {
    for start in ["", "A <kbd>K</kbd>.\n\n"] {
        let text = searched(site(&format!("{start}Grinding.[^1]\n\n[^1]: At night.")));
        assert_eq!((text.matches("Grinding").count(), text.matches("night").count()), (1, 1), "{text}");
    }
}

#[test]
fn a_second_build_draws_nothing_again() {
    let built = site(&format!("```mermaid\n{MILL}```\n")).bundle();
    let cache = built.root().join("target/site/cache/diagrams");
    let entries: Vec<_> =
        fs::read_dir(&cache).expect("the cache").map(|entry| entry.expect("an entry").path()).collect();
    let [entry] = &entries[..] else { panic!("{entries:?}") };
    let kept = fs::read_to_string(entry).expect("an entry");
    fs::write(entry, kept.replace("Flour", "Dust")).expect("it can be written");
    fs::write(built.root().join("posts/other.md"), "---\n{title: Other, date: 2025-03-02}\n---\nMore.\n")
        .expect("a post");
    built.again();
    assert!(built.body("posts/mill/").contains("Dust"), "what is kept is shown");
}

#[test]
fn a_diagram_in_a_footnote_is_drawn_beside_html_too() {
    for start in ["", "A <kbd>K</kbd>. "] {
        for source in [MILL, "pie\n \"Rye\" : 1\n \"Wheat\" : 2\n"] {
            let fence = format!("```mermaid\n{source}```").replace('\n', "\n    ");
            let body = site(&format!("{start}See.[^1]\n\n[^1]: Drawn:\n\n    {fence}\n")).bundle().body("posts/mill/");
            let drawings = body.matches("<div class=\"drawing\"").count();
            assert_eq!((drawings > 0, body.matches("aria-label=\"Diagram\"><svg").count()), (true, drawings), "{body}");
            let ids: Vec<&str> = body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
        }
    }
}
