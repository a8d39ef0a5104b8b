//! Who wrote a post, as readers, search engines and feed readers are told.

use serde_json::Value;

use crate::bundle::site::{Built, Site};

/// A blog of Ada's, with a guest.
const OWN: &str =
    "[author]\nname = \"Ada Lovelace\"\n[[author.links]]\nname = \"Code\"\nurl = \"https://code.example/ada\"
[reply]\nfediverse = \"https://a.example/@ada\"\n";

/// A blog of several, in the order of their ids.
const SEVERAL: &str = "[author]\nname = \"The Engine Room\"\n[authors.ada]\nname = \"Ada Lovelace\"\nurl = \"/about/\"
bio = \"Writes notes.\"\n[authors.grace]\nname = \"Grace <Hopper>\"\nurl = \"https://grace.example/?a=1&b=2\"\n";

fn site(config: &str) -> Site {
    Site::new().config(config).post_with(
        "about.md",
        "title = \"About\"\npage = true\ndescription = \"Who we are.\"",
        "We write.",
    )
}

/// The site with a post whose front matter has these lines.
fn with(config: &str, keys: &str) -> Site {
    let keys = format!("title = \"Hello\"\ndate = 2025-03-01\ndescription = \"Hi.\"\n{keys}");
    site(config).post_with("hello.md", &keys, "Words.")
}

/// The line that names the authors, as HTML.
fn byline(built: &Built) -> Option<String> {
    let html = built.text("posts/hello/index.html");
    Some(html.split_once("<p class=\"byline\">")?.1.split_once("</p>")?.0.to_owned())
}

/// The same without its elements.
fn names(built: &Built) -> Option<String> {
    let html = byline(built)?;
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    Some(pieces.collect())
}

#[track_caller]
fn shows(config: &str, keys: &str, line: Option<&str>) {
    let built = with(config, keys).bundle();
    assert_eq!(built.warnings(), [""; 0], "{keys}");
    assert_eq!(names(&built).as_deref(), line, "{keys}");
}

/// The structured data of the post.
fn posting(built: &Built) -> Value {
    let html = built.text("posts/hello/index.html");
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").expect("structured data");
    let data: Value = serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("JSON");
    data["@graph"][0].clone()
}

#[test]
fn a_post_by_the_author_of_the_site_is_as_it_was() {
    let plain = with(OWN, "").bundle();
    for keys in ["author = \"Ada Lovelace\"", "authors = [\"Ada Lovelace\"]", "author = { name = \"Ada  Lovelace\" }"] {
        let named = with(OWN, keys).bundle();
        for file in ["posts/hello/index.html", "posts/hello/index.json", "feed.xml", "rss.xml", "feed.json"] {
            assert_eq!(named.text(file), plain.text(file), "{file} with {keys}");
        }
    }
    let html = plain.text("posts/hello/index.html");
    for part in ["byline", "p-author", "name=\"author\"", "article:author"] {
        assert!(!html.contains(part), "{part} is in {html}");
    }
    assert!(!plain.text("posts/hello/index.json").contains("byline"));
}

#[test]
fn a_guest_is_named_above_the_text() {
    shows(OWN, "author = \"Grace Hopper\"", Some("By Grace Hopper"));
    shows(OWN, "authors = [\"Grace Hopper\", \"Ada Lovelace\"]", Some("By Grace Hopper and Ada Lovelace"));
    shows(OWN, "authors = [\"A\", \"B\", \"A\", \"C\"]", Some("By A, B and C"));
    shows("", "author = \"Grace Hopper\"", Some("By Grace Hopper"));
    shows("", "", None);
}

#[test]
fn an_id_is_the_author_of_that_table_and_so_is_the_name() {
    let ada = "<a class=\"p-author h-card\" rel=\"author\" dir=\"auto\" href=\"/repo/about/\">Ada Lovelace</a>";
    for keys in ["author = \"ada\"", "authors = [\"ada\"]", "author = \"Ada Lovelace\"", "author = { id = \"ada\" }"] {
        let built = with(SEVERAL, keys).base("/repo/").bundle();
        assert_eq!(byline(&built).as_deref(), Some(format!("By {ada}").as_str()), "{keys}");
    }
    let built = with(SEVERAL, "authors = [\"grace\", \"Alan Turing\"]").bundle();
    let line = "By <a class=\"p-author h-card\" rel=\"author\" dir=\"auto\" \
                href=\"https://grace.example/?a=1&amp;b=2\">Grace &lt;Hopper&gt;</a> and \
                <span class=\"p-author h-card\" dir=\"auto\">Alan Turing</span>";
    assert_eq!(byline(&built).as_deref(), Some(line));
}

#[test]
fn with_several_authors_a_post_that_names_none_is_by_the_author_of_the_site() {
    shows(SEVERAL, "", Some("By The Engine Room"));
    let page = with(SEVERAL, "").bundle().text("about/index.html");
    assert!(!page.contains("byline"), "{page}");
    let only = "[author]\nname = \"Ada\"\n[authors.ada]\nname = \"Ada\"\nurl = \"/about/\"\n";
    shows(only, "", None);
    shows(only, "author = \"ada\"", None);
}

#[test]
fn a_page_is_named_after_its_authors_only_if_it_is_by_others() {
    let config =
        "[author]\nname = \"Ada\"\n[authors.ada]\nname = \"Ada\"\nbio = \"Me.\"\n[authors.bob]\nname = \"Bob\"\n";
    for (author, line) in [("ada", None), ("bob", Some("By Bob"))] {
        let keys = format!("title = \"Now\"\npage = true\ndescription = \"Now.\"\nauthor = \"{author}\"");
        let html = site(config).post_with("now.md", &keys, "Words.").bundle().text("now/index.html");
        assert_eq!(html.contains("byline"), line.is_some(), "{html}");
        assert!(line.is_none() || html.contains("dir=\"auto\" href=\"/authors/bob/\">Bob</a></p>"), "{html}");
    }
}

#[test]
fn authors_are_read_as_other_engines_write_them() {
    for keys in [
        "Author = \"Grace Hopper\"",
        "AUTHORS = [\"Grace Hopper\"]",
        "author = { name = \"Grace Hopper\" }",
        "authors = [{ name = \"Grace Hopper\" }]",
        "[author]\nname = \"Grace Hopper\"",
        "[[author]]\nname = \"Grace Hopper\"",
        "[[authors]]\nname = \"Grace Hopper\"",
        "[extra]\nauthor = \"Grace Hopper\"",
        "[extra]\nauthors = [\"Grace Hopper\"]",
        "[taxonomies]\nauthors = [\"Grace Hopper\"]",
    ] {
        shows(OWN, keys, Some("By Grace Hopper"));
    }
    for keys in [
        "author: Grace Hopper",
        "Authors:\n  - Grace Hopper",
        "author:\n  name: Grace Hopper\n  url:",
        "authors:\n  - name: Grace Hopper\n    url: https://grace.example/",
        "authors:\n  - key: ada\n    name: Grace Hopper",
    ] {
        let text = format!("---\ntitle: Hello\ndate: 2025-03-01\ndescription: Hi.\n{keys}\n---\nWords.\n");
        let built = site(OWN).file("posts/hello.md", text).bundle();
        assert_eq!(names(&built).as_deref(), Some("By Grace Hopper"), "{keys}");
    }
}

#[test]
fn what_is_no_author_stays_what_it_was() {
    for keys in ["author_profile = true", "authorbox = true", "[params]\nauthor = \"X\""] {
        let built = with(OWN, keys).bundle();
        assert_eq!(names(&built), None, "{keys}");
        assert_eq!(built.warnings().len(), 1, "{keys}");
    }
    shows(OWN, "", None);
    let yaml = "---\ntitle: Hello\ndate: 2025-03-01\ndescription: Hi.\nauthor:\n---\nWords.\n";
    assert_eq!(names(&site(OWN).file("posts/hello.md", yaml).bundle()), None);
}

#[test]
fn the_line_is_in_the_language_of_the_post() {
    for (language, line) in
        [("de", "Von A, B und C"), ("ja", "著者：A、B、C"), ("ar", "بقلم A وB وC"), ("en", "By A, B and C")]
    {
        shows(OWN, &format!("authors = [\"A\", \"B\", \"C\"]\nlang = \"{language}\""), Some(line));
    }
}

#[test]
fn an_owner_words_the_line_as_he_likes() {
    let config =
        format!("{OWN}[words]\nbyline = \"Written by {{names}}.\"\nnames = [\"{{a}}; {{b}}\", \"{{a}} & {{b}}\"]\n");
    shows(&config, "authors = [\"A\", \"B\", \"C\"]", Some("Written by A; B & C."));
}

#[test]
fn search_engines_get_each_author() {
    let built = with(SEVERAL, "authors = [\"ada\", \"grace\", \"Alan Turing\"]").base("/repo/").bundle();
    let authors = &posting(&built)["author"];
    let url = "https://me.example/repo/about/";
    assert_eq!(
        *authors,
        serde_json::json!([
            { "@type": "Person", "name": "Ada Lovelace", "url": url, "description": "Writes notes." },
            { "@type": "Person", "name": "Grace <Hopper>", "url": "https://grace.example/?a=1&b=2" },
            { "@type": "Person", "name": "Alan Turing" },
        ])
    );
    let html = built.text("posts/hello/index.html");
    for part in [
        "<meta name=\"author\" content=\"Ada Lovelace\">\n<meta property=\"article:author\" content=\"https://me.example/repo/about/\">",
        "<meta name=\"author\" content=\"Grace &lt;Hopper&gt;\">",
        "<meta property=\"article:author\" content=\"Alan Turing\">",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    let own = with(OWN, "authors = [\"Ada Lovelace\", \"Grace\"]").bundle();
    assert_eq!(posting(&own)["author"][0]["sameAs"][0], "https://code.example/ada");
    assert_eq!(posting(&own)["author"][0]["url"], "https://me.example/");
    assert!(posting(&own)["author"][1].get("sameAs").is_none());
}

#[test]
fn a_guests_post_is_not_credited_to_the_profile_of_the_owner() {
    let creator = "fediverse:creator";
    assert!(!with(OWN, "author = \"Grace\"").bundle().text("posts/hello/index.html").contains(creator));
    for keys in ["", "authors = [\"Grace\", \"Ada Lovelace\"]"] {
        assert!(with(OWN, keys).bundle().text("posts/hello/index.html").contains(creator), "{keys}");
    }
}

#[test]
fn every_feed_names_the_authors_of_a_post() {
    let built = with(SEVERAL, "authors = [\"ada\", \"Alan Turing\"]").post("plain.md", "Words.").bundle();
    for (path, of_plain) in
        [("feed.xml", None), ("rss.xml", Some("The Engine Room")), ("feed.json", Some("The Engine Room"))]
    {
        let feed = feed_rs::parser::parse(built.bytes(path).as_slice()).expect("a feed");
        let find = |end: &str| {
            let entry = feed.entries.iter().find(|entry| entry.links[0].href.ends_with(end)).expect("an entry");
            entry.authors.iter().filter_map(|author| author.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(find("/hello/"), ["Ada Lovelace", "Alan Turing"], "{path}");
        assert_eq!(find("/plain/"), Vec::from_iter(of_plain.map(str::to_owned)), "{path}");
    }
    let json: Value = serde_json::from_str(&built.text("feed.json")).expect("JSON");
    let hello = json["items"].as_array().expect("items").iter().find(|item| item["title"] == "Hello").expect("it");
    assert_eq!(
        hello["authors"],
        serde_json::json!([
            { "name": "Ada Lovelace", "url": "https://me.example/about/" },
            { "name": "Alan Turing" },
        ])
    );
    assert_eq!(json["authors"][0]["name"], "The Engine Room");
}

#[test]
fn an_author_without_a_name_or_that_is_none_is_an_error_with_its_line() {
    let write = "write author = [\"Ada Lovelace\"]";
    for (keys, wrong) in [
        ("author = \"\"", "an author in \"author\" has no name"),
        ("author = \" \"", "an author in \"author\" has no name"),
        ("author = { url = \"https://a.example\" }", "an author in \"author\" has no name"),
        ("author = true", "an author in \"author\" is not a name"),
        ("author = [\"Ada\", [\"Grace\"]]", "an author in \"author\" is not a name"),
    ] {
        assert_eq!(with(OWN, keys).mistakes(), [format!("posts/hello.md:5: {wrong} — {write}")], "{keys}");
    }
    let yaml = "---\ntitle: Hello\ndate: 2025-03-01\nauthors:\n  - Ada\n  -\n---\nWords.\n";
    let mistakes = site(OWN).file("posts/hello.md", yaml).mistakes();
    assert!(
        mistakes[0].contains("an author in \"authors\" has no name — write authors: [\"Ada Lovelace\"]"),
        "{mistakes:?}"
    );
}

#[test]
fn an_address_of_an_author_that_is_none_or_leads_nowhere_is_an_error() {
    let table = |url: &str| format!("author = {{ name = \"Grace\", url = \"{url}\" }}");
    assert_eq!(
        with(OWN, &table("grace.example")).mistakes(),
        ["posts/hello.md:5: \"grace.example\" is not a full address or a path of the site — write \"/about/\""]
    );
    let nowhere = with(OWN, &table("/grace/")).mistakes();
    assert!(nowhere[0].starts_with("posts/hello.md:5: \"/grace/\" leads nowhere — "), "{nowhere:?}");
    let nowhere = with("[authors.ada]\nname = \"Ada\"\nurl = \"/ada/\"\n", "").mistakes();
    assert!(nowhere[0].contains("\"/ada/\" leads nowhere — "), "{nowhere:?}");
    shows(OWN, &table("/about/"), Some("By Grace"));
}

#[test]
fn mistakes_in_the_table_of_an_author_have_their_line() {
    let start = crate::common::folder::CONFIG.lines().count();
    for (config, line, wrong) in [
        (
            "[authors.ada]\nurl = \"/about/\"",
            1,
            "the author \"ada\" has no name — write name = \"Ada Lovelace\" below [authors.ada]",
        ),
        ("[authors.ada]\nname = \"\"", 2, "\"name\" is not a text — write name = \"Some words\""),
        (
            "[authors.ada]\nname = \"Ada\"\nurl = \"ada.example\"",
            3,
            "\"url\" is not a full address or a path of the site — write url = \"/about/\"",
        ),
        (
            "[authors.ada]\nname = \"Ada\"\nnmae = \"Ada\"",
            3,
            "unknown key \"authors.ada.nmae\" — did you mean \"name\"?",
        ),
        (
            "[authors]\nada = \"Ada\"",
            2,
            "\"authors.ada\" is not a table — write [authors.ada] and name = \"Ada Lovelace\" on the line below",
        ),
        (
            "authors = [\"Ada\"]",
            1,
            "\"authors\" has no ids — write [authors.ada] and name = \"Ada Lovelace\" on the line below",
        ),
    ] {
        let wanted = format!("site.toml:{}: {wrong}", start + line);
        assert_eq!(with(&format!("{config}\n"), "").mistakes(), [wanted], "{config}");
    }
}

#[test]
fn a_name_that_is_nearly_an_id_is_a_warning() {
    let built = with(SEVERAL, "authors = [\"grcae\"]").bundle();
    assert_eq!(
        built.warnings(),
        [
            "posts/hello.md:5: warning: there is no author \"grcae\" in site.toml, so it is shown as a name — write \"grace\" \
          if that is meant, else { name = \"grcae\" } or in YAML { name: \"grcae\" }"
        ]
    );
    shows(SEVERAL, "authors = [{ name = \"grcae\" }]", Some("By grcae"));
    shows(SEVERAL, "authors = [\"Alan\"]", Some("By Alan"));
}

#[test]
fn an_author_has_a_page_with_their_posts() {
    let config = SEVERAL.replace("url = \"https://grace.example/?a=1&b=2\"", "bio = \"Finds bugs.\"");
    let built = with(&config, "authors = [\"grace\"]").post("2025-04-01-own.md", "By nobody.").bundle();
    assert_eq!(
        byline(&built).as_deref(),
        Some(
            "By <a class=\"p-author h-card\" rel=\"author\" dir=\"auto\" href=\"/authors/grace/\">Grace &lt;Hopper&gt;</a>"
        )
    );
    let page = built.text("authors/grace/index.html");
    for part in [
        "<h1 class=\"p-name\" dir=\"auto\">Grace &lt;Hopper&gt;</h1>",
        "Finds bugs.",
        "href=\"/posts/hello/\"",
        "\"ProfilePage\"",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(!page.contains("/posts/own/"));
    assert!(built.text("authors/grace/index.json").contains("\"html\""));
    let all = built.text("authors/index.html");
    assert!(all.contains("href=\"/authors/ada/\"") && all.contains("href=\"/authors/grace/\""), "{all}");
    assert!(built.text("sitemap.xml").contains("/authors/grace/</loc>"));
}

#[test]
fn a_site_of_one_author_has_no_pages_of_authors() {
    let built = with(&format!("{OWN}[authors.ada]\nname = \"Ada Lovelace\"\n"), "").bundle();
    assert!(!built.folder.join("authors").exists());
}

#[test]
fn authors_of_one_address_are_an_error() {
    let config = "[authors.ada]\nname = \"Ada\"\n[authors.Ada]\nname = \"Ada King\"\n";
    let errors = with(config, "").mistakes();
    assert!(errors[0].contains("has the address of \"Ada\", /authors/ada/"), "{errors:?}");
}
