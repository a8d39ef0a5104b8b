//! The home page: whose it is, with name and face, and what it begins with.

use image::{ImageFormat, RgbImage};
use serde_json::Value;

use crate::bundle::site::{Built, Site};

const ADA: &str = "[author]\nname = \"Ada Lovelace\"\nbio = \"Writes <notes> on engines.\"\nrole = \"Analyst, & poet\"\n\
place = \"London\"\npronouns = \"she/her\"\nkey = \"/ada.asc\"\n[[author.links]]\nname = \"Code\"\n\
url = \"https://code.example/@ada\"\n[[author.links]]\nname = \"Mail\"\nurl = \"mailto:ada@engines.example\"\n";

/// A photograph of this size.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x * 7 % 256) as u8, (y * 3 % 256) as u8, ((x * y) % 251) as u8])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Jpeg).expect("a picture");
    bytes.into_inner()
}

/// A site of Ada's, with lines above `[author]`.
fn ada(lines: &str) -> Site {
    Site::new().config(&format!("{lines}{ADA}")).file("public/ada.asc", "-----BEGIN PGP PUBLIC KEY BLOCK-----")
}

/// The same with a number of posts, one a day.
fn with_posts(lines: &str, posts: usize) -> Site {
    (1..=posts).fold(ada(lines), |site, day| {
        let keys = format!(
            "title = \"Day {day}\"\ndate = 2025-{:02}-{:02}\ndescription = \"On {day}.\"",
            day / 28 + 1,
            day % 28 + 1
        );
        site.post_with(&format!("day-{day}.md"), &keys, "Words.")
    })
}

/// The content of a page.
fn main(built: &Built, page: &str) -> String {
    let html = built.text(page);
    let (_, main) = html.split_once("<div class=\"page\">").expect("the page");
    main.split_once("</main>").expect("its end").0.to_owned()
}

#[track_caller]
fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[track_caller]
fn lacks(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(!html.contains(part), "{part} is in {html}");
    }
}

#[test]
fn a_site_that_says_no_more_of_its_author_has_the_home_page_that_it_had() {
    let config = "[author]\nname = \"Ada\"\nbio = \"Writes.\"\n";
    let plain = Site::new().config(config).post("hello.md", "Words.").bundle();
    let named = Site::new().config(&format!("home = \"writing\"\n{config}")).post("hello.md", "Words.").bundle();
    assert_eq!(plain.files(), named.files());
    has(&main(&plain, "index.html"), &["<div class=\"intro\"><h1>Field Notes</h1><p class=\"bio\">Writes.</p></div>"]);
    has(&plain.text("index.json"), &["\"content\":{\"home\":"]);
    assert!(!plain.files().contains_key("author.vcf"));
}

#[test]
fn the_home_page_says_whose_it_is_with_name_and_face() {
    let built = with_posts("", 1)
        .config(&format!(
            "{}picture = \"me.jpg\"\nalt = \"Ada, \\\"laughing\\\"\"\n",
            ADA.split_once("[[").expect("links").0
        ))
        .file("me.jpg", photo(900, 600))
        .bundle();
    let html = main(&built, "index.html");
    let file = |width: u32| {
        let name = |path: &String| path.starts_with(&format!("me-{width}-")) && path.ends_with(".webp");
        built.files().into_keys().find(name).unwrap_or_else(|| panic!("a copy of {width}"))
    };
    let image = format!(
        "<img class=\"face u-photo\" src=\"/{2}\" srcset=\"/{0} 160w, /{1} 320w, /{2} 480w\" sizes=\"10rem\" width=\"900\" \
         height=\"600\" alt=\"Ada, &quot;laughing&quot;\">",
        file(160),
        file(320),
        file(480)
    );
    has(&html, &[&image, "<h1>Field Notes</h1>", "<p class=\"p-name\">Ada Lovelace</p>"]);
    assert!(!built.files().contains_key("me.jpg"), "the picture itself is for no page");
}

#[test]
fn a_picture_too_small_for_copies_is_shown_itself() {
    for (picture, path, published) in [
        ("me.jpg", "me.jpg", "me.jpg"),
        ("public/me.jpg", "public/me.jpg", "me.jpg"),
        ("/me.jpg", "public/me.jpg", "me.jpg"),
    ] {
        let config = format!("[author]\nname = \"Ada\"\npicture = \"{picture}\"\n");
        let built = Site::new().config(&config).file(path, photo(120, 120)).base("/repo/").bundle();
        let image =
            format!("<img class=\"face u-photo\" src=\"/repo/{published}\" width=\"120\" height=\"120\" alt=\"Ada\">");
        has(&main(&built, "index.html"), &[&image]);
        assert_eq!(built.bytes(published), photo(120, 120), "{picture}");
    }
}

#[test]
fn what_is_said_of_the_author_is_shown_and_is_a_card_for_programs() {
    let built = ada("").base("/repo/").bundle();
    let html = main(&built, "index.html");
    has(
        &html,
        &[
            "<header class=\"profile line h-card\"><data class=\"u-url u-uid\" value=\"https://me.example/repo/\"></data>",
            "<p class=\"p-job-title\">Analyst, &amp; poet</p>",
            "<p class=\"facts\"><span class=\"p-locality\">London</span> · <span class=\"p-pronouns\">she/her</span></p>",
            "<p class=\"bio p-note\">Writes &lt;notes&gt; on engines.</p>",
            "<a class=\"u-url\" rel=\"me\" href=\"https://code.example/@ada\">Code</a>",
            "<a class=\"u-email\" rel=\"me\" href=\"mailto:ada@engines.example\">Mail</a>",
            "<a class=\"u-key\" rel=\"pgpkey\" href=\"/repo/ada.asc\">Public key</a>",
        ],
    );
    lacks(&html, &["<img", "author.vcf"]);
}

#[test]
fn search_engines_are_told_the_same_of_the_author() {
    let built = ada("").file("public/me.jpg", photo(300, 300));
    let config = ADA.replacen("bio", "picture = \"public/me.jpg\"\nbio", 1);
    let html = built.config(&config).bundle().text("index.html");
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").expect("structured data");
    let data: Value = serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("JSON");
    let author = &data["@graph"][0]["author"];
    assert_eq!(author["name"], "Ada Lovelace");
    assert_eq!(author["jobTitle"], "Analyst, & poet");
    assert_eq!(author["address"], serde_json::json!({ "@type": "PostalAddress", "addressLocality": "London" }));
    assert_eq!(author["sameAs"], serde_json::json!(["https://code.example/@ada"]));
    assert!(author["image"].as_str().is_some_and(|url| url.starts_with("https://me.example/me-300-")), "{author}");
}

#[test]
fn an_address_book_gets_the_author_as_a_vcard() {
    let bio = "Writes notes on engines; of brass, of wheels \\ and of cards: for days on end, in winter and in summer. Ünïcödé, too.";
    let config =
        format!("home = \"person\"\n{}", ADA.replace("Writes <notes> on engines.", &bio.replace('\\', "\\\\")));
    let built = ada("").config(&config).base("/repo/").bundle();
    has(
        &main(&built, "index.html"),
        &["<a rel=\"external\" type=\"text/vcard\" download href=\"/repo/author.vcf\">Add to contacts</a>"],
    );
    let card = built.text("author.vcf");
    assert!(card.ends_with("END:VCARD\r\n"));
    for line in card.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let unfolded = card.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.split_terminator("\r\n").collect();
    let expected = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "KIND:individual",
        "UID:https://me.example/repo/",
        "SOURCE:https://me.example/repo/author.vcf",
        "FN:Ada Lovelace",
        "NOTE:Writes notes on engines\\; of brass\\, of wheels \\\\ and of cards: for days on end\\, in winter and in summer. \
         Ünïcödé\\, too.",
        "TITLE:Analyst\\, & poet",
        "ADR:;;;London;;;",
        "PRONOUNS:she/her",
        "URL:https://me.example/repo/",
        "URL:https://code.example/@ada",
        "EMAIL:ada@engines.example",
        "KEY:https://me.example/repo/ada.asc",
        "END:VCARD",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn an_owner_may_have_a_vcard_of_their_own() {
    let built = ada("").file("public/author.vcf", "BEGIN:VCARD").bundle();
    assert_eq!(built.text("author.vcf"), "BEGIN:VCARD");
}

#[test]
fn the_writing_is_first_unless_the_owner_says_otherwise() {
    for lines in ["", "home = \"writing\"\n"] {
        let html = main(&with_posts(lines, 3).bundle(), "index.html");
        has(&html, &["<h1>Field Notes</h1>", "<section class=\"year\">", "Day 3"]);
        lacks(&html, &["author.vcf", "class=\"newest\"", "class=\"beside\""]);
    }
    has(&main(&ada("").bundle(), "index.html"), &["Nothing is published here yet."]);
}

#[test]
fn where_the_person_is_first_home_has_the_newest_posts_and_leads_to_all() {
    let person = "home = \"person\"\n";
    for (posts, shown, more) in [(0, 0, false), (1, 1, false), (5, 5, false), (6, 5, true), (60, 5, true)] {
        let built = with_posts(person, posts).bundle();
        let html = main(&built, "index.html");
        has(&html, &["<p class=\"kicker\">Field Notes</p><h1 class=\"p-name\">Ada Lovelace</h1>"]);
        assert_eq!(html.matches("<li><time").count(), shown, "{posts}: {html}");
        assert_eq!(html.contains("<h2>Newest posts</h2>"), posts > 0, "{posts}");
        assert_eq!(html.contains("<a href=\"/archive/\">All posts</a>"), more, "{posts}: {html}");
        lacks(&html, &["Nothing is published here yet.", "class=\"pager\"", "class=\"year\""]);
        assert!(!built.files().contains_key("page/2/index.html"), "{posts}");
        lacks(&built.text("sitemap.xml"), &["/page/2/"]);
    }
}

#[test]
fn both_are_side_by_side_if_there_is_any_writing() {
    let both = "home = \"both\"\n";
    let built = with_posts(both, 30).bundle();
    let html = main(&built, "index.html");
    has(
        &html,
        &[
            "<div class=\"beside\"><header",
            "Ada Lovelace</h1>",
            "<div class=\"writing\"><section class=\"year\">",
            "class=\"pager\"",
        ],
    );
    assert_eq!(html.matches("<li><time").count(), 10);
    let second = main(&built, "page/2/index.html");
    has(&second, &["<h1>Field Notes</h1>"]);
    lacks(&second, &["h-card"]);
    let html = main(&with_posts(both, 0).bundle(), "index.html");
    has(&html, &["<header class=\"profile first h-card\">"]);
    lacks(&html, &["beside", "Nothing is published here yet."]);
}

#[test]
fn a_pinned_post_is_on_every_home_page() {
    for home in ["writing", "person", "both"] {
        let site = with_posts(&format!("home = \"{home}\"\n"), 2);
        let keys = "title = \"Read this\"\ndate = 2025-01-01\ndescription = \"First.\"\nfeatured = true";
        let html = main(&site.post_with("read.md", keys, "Words.").bundle(), "index.html");
        has(&html, &["<section class=\"pinned\"><h2>", "Read this"]);
    }
}

#[test]
fn a_name_that_is_the_title_is_shown_once() {
    for home in ["writing", "person"] {
        let config = format!("home = \"{home}\"\n[author]\nname = \"Field Notes\"\nrole = \"Gardener\"\n");
        let html = main(&Site::new().config(&config).bundle(), "index.html");
        assert_eq!(html.matches("Field Notes").count(), 1, "{html}");
        has(&html, &["<h1 class=\"p-name\">Field Notes</h1>"]);
    }
}

#[test]
fn a_reader_who_comes_back_to_home_is_shown_the_same_page() {
    for home in ["writing", "person", "both"] {
        let built = with_posts(&format!("home = \"{home}\"\n"), 3).bundle();
        let data: Value = serde_json::from_str(&built.text("index.json")).expect("JSON");
        let html = data["content"]["html"].as_str().expect("HTML");
        assert_eq!(main(&built, "index.html"), format!("{html}</div>"), "{home}");
    }
}

#[test]
fn the_program_of_other_pages_is_told_nothing_of_it() {
    let built = ada("home = \"person\"\n").program("start()").post("hello.md", "Words.").bundle();
    for (path, text) in built.files() {
        if path != "index.html" && path != "index.json" && path != "author.vcf" {
            let text = String::from_utf8_lossy(&text).into_owned();
            assert!(!text.contains("Analyst") && !text.contains("she/her"), "{path}");
        }
    }
}

#[test]
fn a_mistake_in_what_is_said_of_the_author_has_its_line() {
    let picture = |written: &str| format!("[author]\nname = \"Ada\"\npicture = {written}\n");
    let formats = "write the path of a PNG, JPEG, WebP, GIF, AVIF or SVG";
    for (config, wanted) in [
        (picture("\"nobody.jpg\""), "site.toml:6: \"nobody.jpg\" leads nowhere — "),
        (picture("\"/nobody.jpg\""), "site.toml:6: \"/nobody.jpg\" leads nowhere — "),
        (picture("\"site.toml\""), &format!("site.toml:6: \"site.toml\" is not a picture — {formats}")),
        (picture("\"broken.jpg\""), "site.toml:6: \"broken.jpg\" "),
        (
            picture("\"../me.jpg\""),
            "site.toml:6: \"../me.jpg\" leads out of the site's folder — write the path of a picture in the folder of the site, such as ",
        ),
        (
            picture("\"https://faces.example/ada.jpg\""),
            "site.toml:6: \"picture\" is not the path of a picture — write picture = \"public/me.jpg\"",
        ),
        (picture("3.5e0"), "site.toml:6: "),
        (
            "[author]\npiture = \"me.jpg\"\n".to_owned(),
            "site.toml:5: unknown key \"author.piture\" — did you mean \"picture\"?",
        ),
        (
            "[author]\nkey = \"ada.asc\"\n".to_owned(),
            "site.toml:5: \"key\" is not a full address or a path of the site — write key = \"/key.asc\"",
        ),
        ("[author]\nkey = \"/ada.asc\"\n".to_owned(), "site.toml:5: \"/ada.asc\" leads nowhere — "),
        (
            "home = \"me\"\n".to_owned(),
            "site.toml:4: \"home\" is not the name of a home page — write home = \"writing\" or home = \"person\" or home = \"both\"",
        ),
    ] {
        let mistakes = Site::new().config(&config).file("broken.jpg", "no picture").mistakes();
        assert!(mistakes.len() == 1 && mistakes[0].starts_with(wanted), "{config}: {mistakes:?}");
    }
}
