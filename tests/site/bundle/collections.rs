//! Collections: folders of texts beside `posts/`, each with a list, a view and a feed of its own.

use crate::bundle::site::{Built, Site};

const PROJECTS: &str = "[collections.projects]\nname = \"What I built\"\nview = \"cards\"\norder = \"order\"\n";
const NOTES: &str = "[collections.notes]\nview = \"stream\"\n";

/// A site with projects and notes beside its posts.
fn site() -> Site {
    let mill =
        "title = \"A stone mill\"\ndate = 2024-05-01\ndescription = \"Flour at home.\"\ntags = [\"rye\"]\norder = 2
link = \"https://www.mill.example/shop?a=1&b=2\"\nstate = \"in use\"\ncover = \"./mill.png\"";
    let oven = "title = \"An oven\"\ndate = 2023-02-01\ndescription = \"Built of clay.\"\norder = 1";
    Site::new()
        .config(&(PROJECTS.to_owned() + NOTES))
        .post_with(
            "hello.md",
            "title = \"Hello\"\ndate = 2025-01-01\ndescription = \"Hi.\"\ntags = [\"rye\"]",
            "To [the mill](../projects/mill/index.md), and to [all](/projects/).",
        )
        .file("projects/mill/index.md", format!("+++\n{mill}\n+++\nStone on stone. [The oven](../oven.md).\n"))
        .file("projects/mill/mill.png", crate::bundle::picture::meadow())
        .file("projects/oven.md", format!("+++\n{oven}\n+++\nClay.\n"))
        .file(
            "notes/2025-03-01-0915.md",
            "The starter *doubled* in four hours.\n\n## Why\n\nIt was warm.[^1]\n\n[^1]: 26 °C.\n",
        )
        .file("notes/2025-03-01-1815.md", "---\ntags: [rye]\n---\nRye again.\n")
}

fn built() -> Built {
    let built = site().bundle();
    assert_eq!(built.warnings(), [""; 0]);
    built
}

#[test]
fn a_text_of_a_collection_is_at_its_own_address_and_in_no_list_of_posts() {
    let built = built();
    assert!(built.text("projects/mill/index.html").contains("<h1 class=\"p-name\">A stone mill</h1>"));
    for list in ["index.html", "archive/index.html", "feed.xml", "rss.xml", "feed.json"] {
        let list = built.text(list);
        assert!(!list.contains("stone mill") && !list.contains("Rye again"), "{list}");
    }
    let hello = built.text("posts/hello/index.html");
    assert!(hello.contains("href=\"/projects/mill/\"") && hello.contains("href=\"/projects/\""), "{hello}");
    assert!(!hello.contains("class=\"neighbours\""), "{hello}");
}

#[test]
fn projects_are_cards_in_their_order_with_picture_state_and_link() {
    let html = built().text("projects/index.html");
    assert!(html.contains("<h1>What I built</h1>"), "{html}");
    let (oven, mill) = (html.find("An oven").expect("the oven"), html.find("A stone mill").expect("the mill"));
    assert!(oven < mill, "the first by order is first: {html}");
    for part in [
        "<img src=\"/projects/mill/mill.png\" srcset=\"/projects/mill/mill-",
        "alt=\"\" width=\"1000\" height=\"200\"",
        "<a class=\"u-url p-name\" href=\"/projects/mill/\">A stone mill</a>",
        "<p class=\"state\">in use</p>",
        "<a rel=\"external\" href=\"https://www.mill.example/shop?a=1&amp;b=2\">mill.example</a>",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    assert_eq!(html.matches("<img").count(), 1, "only a picture that the author chose is shown: {html}");
}

#[test]
fn notes_are_shown_in_full_the_newest_first_and_without_titles() {
    let html = built().text("notes/index.html");
    let (late, early) = (html.find("Rye again.").expect("18:15"), html.find("The starter").expect("09:15"));
    assert!(late < early, "{html}");
    assert!(
        html.contains("<a class=\"u-url\" href=\"/notes/2025-03-01-1815/\"><time class=\"dt-published\""),
        "{html}"
    );
    assert!(html.contains("<em>doubled</em>"), "{html}");
    let main = html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("the page").0;
    assert!(!main.contains("class=\"p-name\""), "{main}");
    // Ids are those of the page of each note: here, two notes could have the same.
    assert!(!main.contains("id=\"why\"") && main.contains("href=\"/notes/2025-03-01-0915/#why\""), "{main}");
    assert!(main.contains("href=\"/notes/2025-03-01-0915/#") && !main.contains("href=\"#fn"), "{main}");
}

#[test]
fn the_page_of_a_note_is_titled_by_its_beginning_and_its_date() {
    let html = built().text("notes/2025-03-01-0915/index.html");
    assert!(html.contains("<title>The starter doubled in four hours. · 1 Mar 2025 · "), "{html}");
    assert!(
        html.contains("<div class=\"untitled\"><p class=\"kicker\"><a href=\"/notes/\">Notes</a></p></div><h1"),
        "{html}"
    );
    assert!(!html.contains("class=\"minutes\""), "{html}");
    assert!(built().text("notes/2025-03-01-1815/index.md").starts_with("Rye again."));
    let mill = built().text("projects/mill/index.html");
    assert!(!mill.contains("untitled"), "a text with a title shows it: {mill}");
}

#[test]
fn each_collection_has_a_feed_and_a_note_in_it_has_no_title() {
    let built = built();
    let feed = built.text("notes/feed.xml");
    assert!(feed.contains("<id>https://"), "{feed}");
    assert_eq!(feed.matches("<entry").count(), 2, "{feed}");
    assert!(built.text("notes/index.html").contains("title=\"Notes · "), "the page names the feed");
    assert!(
        built.text("projects/feed.xml").find("mill").expect("the mill")
            < built.text("projects/feed.xml").find("An oven").expect("the oven")
    );
    let without = Site::new()
        .config("[collections.talks]\nfeed = false\n")
        .file("talks/one.md", "+++\ntitle = \"One\"\ndate = 2025-01-01\ndescription = \"A talk.\"\n+++\nWords.\n")
        .bundle();
    assert!(!without.files().contains_key("talks/feed.xml"));
}

#[test]
fn tags_sitemap_and_texts_for_programs_have_the_texts_of_collections() {
    let built = built();
    let tag = built.text("tags/rye/index.html");
    let places: Vec<_> = ["/notes/2025-03-01-1815/", "/posts/hello/", "/projects/mill/"]
        .iter()
        .map(|href| tag.find(href).expect("a text"))
        .collect();
    assert!(places.is_sorted(), "the newest is first: {tag}");
    let map = built.text("sitemap.xml");
    for path in ["/projects/</loc>", "/projects/oven/</loc>", "/notes/</loc>"] {
        assert!(map.contains(path), "{path} is not in {map}");
    }
    let llms = built.text("llms.txt");
    assert!(llms.contains("\n## What I built\n\n- [An oven]") && llms.contains("\n## Notes\n"), "{llms}");
    let head = built.text("projects/mill/index.html");
    assert!(head.contains("\"name\":\"What I built\"") && !head.contains("/archive/\",\"name\""), "{head}");
}

#[test]
fn a_long_collection_has_several_pages() {
    let text = |n: usize| {
        format!("+++\ntitle = \"Talk {n}\"\ndate = 2025-01-{n:02}\ndescription = \"A talk.\"\n+++\nWords.\n")
    };
    let site = Site::new().config("per_page = 2\n[collections.talks]\norder = \"title\"\n");
    let site = (1..=3).fold(site, |site, n| site.file(&format!("talks/{n}.md"), text(n)));
    let built = site.bundle();
    let (first, second) = (built.text("talks/index.html"), built.text("talks/page/2/index.html"));
    assert!(first.contains("Talk 1") && first.contains("Talk 2") && !first.contains("Talk 3"), "{first}");
    assert!(second.contains("Talk 3") && second.contains("href=\"/talks/\""), "{second}");
    assert!(first.contains("rel=\"next\" href=\"/talks/page/2/\">Next</a>"), "{first}");
}

#[test]
fn a_draft_and_a_text_of_the_future_are_not_in_a_collection() {
    let site =
        || site().file("notes/2025-02-01.md", "---\ndraft: true\n---\nSoon.\n").file("notes/2031-01-01.md", "Later.\n");
    let html = site().bundle().text("notes/index.html");
    assert!(!html.contains("Soon.") && !html.contains("Later."), "{html}");
    let html = site().drafts().bundle().text("notes/index.html");
    assert!(html.contains("Soon.") && html.contains("Later."), "{html}");
}

#[test]
fn a_post_needs_a_title_and_a_text_of_a_collection_a_date() {
    let mistakes = Site::new()
        .config("[collections.talks]\n")
        .file("posts/2025-03-01.md", "Words.\n")
        .file("talks/one.md", "+++\ntitle = \"One\"\n+++\nWords.\n")
        .file("talks/about.md", "+++\ntitle = \"About\"\npage = true\ndate = 2025-01-01\n+++\nWords.\n")
        .mistakes();
    assert_eq!(
        mistakes,
        [
            "posts/2025-03-01.md:1: there is no title — start the text with a line # The title",
            "talks/about.md:3: a text in talks/ is in the list of that collection, and no page of its own — delete the line, or move the file to posts/",
            "talks/one.md:1: there is no date — write date = 2025-03-01, or put it before the name: 2025-03-01-one",
        ]
    );
}

#[test]
fn a_collection_that_cannot_be_is_reported_in_site_toml() {
    let mistakes = Site::new()
        .config("[collections.tags]\n[collections.style]\n[collections.\"My Notes\"]\n[collections.talks]\nview = \"grid\"\norder = \"size\"\nfeeds = true\n")
        .file("talks/2025-01-01-one.md", "+++\ntitle = \"One\"\ndescription = \"A talk.\"\n+++\nWords.\n")
        .mistakes();
    let told = "name the folder and the table otherwise, such as [collections.projects] and view = \"cards\" on the line below";
    let line = crate::common::folder::CONFIG.lines().count();
    assert_eq!(
        mistakes,
        [
            format!(
                "site.toml:{}: the address /tags/ is reserved for the site, so it is no collection — {told}",
                line + 1
            ),
            format!("site.toml:{}: the folder style/ has a use already, so it is no collection — {told}", line + 2),
            format!("site.toml:{}: \"My Notes\" cannot be an address, so it is no collection — {told}", line + 3),
            format!(
                "site.toml:{}: \"view\" is not one of \"cards\", \"stream\", \"list\" — write view = \"cards\"",
                line + 5
            ),
            format!(
                "site.toml:{}: \"order\" is not one of \"date\", \"order\", \"title\" — write order = \"date\"",
                line + 6
            ),
            format!("site.toml:{}: unknown key \"collections.talks.feeds\" — did you mean \"feed\"?", line + 7),
        ]
    );
}

#[test]
fn a_page_at_the_address_of_a_collection_is_reported() {
    let mistakes =
        site().post_with("notes.md", "title = \"Notes\"\npage = true\ndescription = \"Mine.\"", "Words.").mistakes();
    assert_eq!(
        mistakes,
        [
            "posts/notes.md: has the address /notes/, which is that of [collections.notes] in site.toml — give it another slug"
        ]
    );
}

#[test]
fn a_site_without_collections_is_as_it_was() {
    let plain = || Site::new().post("hello.md", "Words.");
    let with = plain().config("[collections.talks]\n").bundle();
    for (path, bytes) in plain().bundle().files() {
        let same = !path.ends_with("sitemap.xml");
        let mut now = with.bytes(&path);
        if path == "write/index.html" {
            // The editor knows the folders of texts.
            let page = String::from_utf8(now).expect("a page");
            let (before, rest) = page.split_once(" data-collections=\"").expect("the folders");
            let (folders, after) = rest.split_once('"').expect("their end");
            assert!(folders.contains("talks"), "{folders}");
            now = [before, after].concat().into_bytes();
        }
        assert!(!same || now == bytes, "{path}");
    }
}
