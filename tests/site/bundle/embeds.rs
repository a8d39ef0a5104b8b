//! Pages of other hosts: loaded in a frame when a reader opens it, if the owner allows the host.

use crate::bundle::picture::png;
use crate::bundle::site::{Built, Site};

const ALLOWED: &str = "[policy]\nframe = [\"https://www.youtube-nocookie.com\", \"https://maps.example\"]\n";
const FILM: &str = "![A film of the lake](https://www.youtube.com/watch?v=dQw4w9WgXcQ)";

fn site(text: &str) -> Site {
    Site::new().config(ALLOWED).post("lake/index.md", text).file("posts/lake/still.png", png(64))
}

#[track_caller]
fn body(text: &str) -> String {
    built(text).body("posts/lake/")
}

#[track_caller]
fn built(text: &str) -> Built {
    site(text).bundle()
}

#[test]
fn a_film_is_a_frame_that_is_loaded_when_it_is_opened() {
    let built = built(&format!("Before.\n\n{FILM}\n\nAfter."));
    assert_eq!(built.warnings(), [""; 0]);
    let frame = "<a href=\"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1\" target=\"frame-lake-1\" \
                 rel=\"external\">www.youtube-nocookie.com</a><iframe id=\"frame-lake-1\" \
                 name=\"frame-lake-1\" title=\"A film of the lake\" \
                 sandbox=\"allow-scripts allow-same-origin allow-popups allow-forms allow-presentation\" \
                 allow=\"autoplay; encrypted-media; picture-in-picture\" allowfullscreen=\"\" \
                 referrerpolicy=\"strict-origin-when-cross-origin\"></iframe>";
    let expected = format!(
        "<p>Before.</p>\n<figure class=\"embed\"><details><summary>A film of the lake</summary>{frame}</details>\
         <figcaption><a href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\" rel=\"external\">youtube.com</a></figcaption>\
         </figure>\n<p>After.</p>"
    );
    assert_eq!(built.body("posts/lake/"), expected);
    assert!(
        built
            .text("posts/lake/index.html")
            .contains("frame-src https://www.youtube-nocookie.com https://maps.example;")
    );
}

#[test]
fn a_still_picture_of_the_site_is_shown_until_then() {
    let text = format!("{} \"By *Ada*\"){{poster=\"./still.png\"}}", FILM.trim_end_matches(')'));
    let built = built(&text);
    let body = built.body("posts/lake/");
    let still = "<summary><img src=\"/posts/lake/still.png\" width=\"64\" height=\"1\" alt=\"\" loading=\"lazy\" \
                 decoding=\"async\">A film of the lake</summary>";
    assert!(body.contains(still), "{body}");
    assert!(body.contains("<figcaption>By *Ada* <a href"), "{body}");
    assert_eq!(built.warnings(), [""; 0]);
    built.bytes("posts/lake/still.png");
}

#[test]
fn a_bare_address_alone_is_a_frame_and_within_words_a_link() {
    let address = "https://youtu.be/dQw4w9WgXcQ";
    let built = built(address);
    assert!(built.body("posts/lake/").contains("<summary>YouTube</summary><a href"));
    assert_eq!(
        built.warnings(),
        [
            "posts/lake/index.md:5: warning: the frame of \"https://youtu.be/dQw4w9WgXcQ\" has no title for screen readers \
          — describe what it shows: ![A film of the lake](https://youtu.be/dQw4w9WgXcQ)"
        ]
    );
    for text in [
        format!("See {address}."),
        format!("<{address}>"),
        format!("[The film]({address})"),
        format!("- {address}"),
        format!("`{address}`"),
    ] {
        assert!(!body(&text).contains("<iframe"), "{text}");
    }
}

#[test]
fn a_frame_of_a_host_that_no_setting_can_name_is_told_to_be_written_as_a_link() {
    let text = "Text.\n\n<iframe title=\"Mine\" src=\"https://localhost:3000/x\"></iframe>\n";
    let warnings = Site::new().post("lake.md", text).bundle().warnings().join("\n");
    assert!(
        warnings.contains("[what it shows](https://localhost:3000/x)") && !warnings.contains("frame = "),
        "{warnings}"
    );
    // Followed to the letter, nothing is left to say.
    let followed = Site::new().post("lake.md", "Text.\n\n[what it shows](https://localhost:3000/x)\n").bundle();
    assert_eq!(followed.warnings(), Vec::<String>::new());
}

#[test]
fn without_its_host_in_the_settings_a_film_is_a_link() {
    let built = Site::new().post("lake.md", &format!("Text.\n\n{FILM}")).bundle();
    assert_eq!(
        built.body("posts/lake/"),
        "<p>Text.</p>\n<p><a href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\" rel=\"external\">A film of the lake</a></p>"
    );
    assert_eq!(
        built.warnings(),
        ["posts/lake.md:7: warning: \"https://www.youtube.com/watch?v=dQw4w9WgXcQ\" is a link, because no frame of \
          https://www.youtube-nocookie.com is allowed — allow it in site.toml:\n[policy]\nframe = \
          [\"https://www.youtube-nocookie.com\"]"]
    );
    // The remedy works to the letter.
    let line = "[policy]\nframe = [\"https://www.youtube-nocookie.com\"]\n";
    let built = Site::new().config(line).post("lake.md", FILM).bundle();
    assert!(built.body("posts/lake/").contains("<iframe") && built.warnings().is_empty());
    // Who writes an address may mean a link.
    assert_eq!(Site::new().post("lake.md", "https://youtu.be/dQw4w9WgXcQ").bundle().warnings(), [""; 0]);
}

#[test]
fn several_hosts_are_told_with_one_line_for_all() {
    let text = format!("{FILM}\n\n{FILM}\n\n![A talk](https://vimeo.com/76979871)");
    let warnings = Site::new().post("lake.md", &text).bundle().warnings();
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(warnings[0].contains("(https://www.youtube-nocookie.com is used 2 times in 1 post: posts/lake.md)"));
    let all = "\nor all 2 hosts of this site:\n[policy]\nframe = [\"https://player.vimeo.com\", \
               \"https://www.youtube-nocookie.com\"]";
    assert!(warnings[0].ends_with(all), "{warnings:?}");
}

#[test]
fn any_page_of_an_allowed_host_can_be_shown() {
    let body = body("![The way](https://maps.example/embed?a=1&b=2)");
    assert!(body.contains("<a href=\"https://maps.example/embed?a=1&amp;b=2\" target=\"frame-lake-1\""), "{body}");
    assert!(body.contains(">maps.example</a>"), "{body}");
    // A picture of a host whose pictures are allowed stays one.
    let config = "[policy]\nframe = [\"https://maps.example\"]\nimg = [\"https://maps.example\"]\n";
    let built = Site::new().config(config).post("lake.md", "![The way](https://maps.example/a.png)").bundle();
    assert!(built.body("posts/lake/").contains("<img src=\"https://maps.example/a.png\""));
}

#[test]
fn within_a_line_a_film_is_a_link() {
    let address = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    let built = built(&format!("See {FILM} now.\n\n- {FILM}\n\n[{FILM}](https://a.example)"));
    let body = built.body("posts/lake/");
    assert!(
        body.starts_with(&format!("<p>See <a href=\"{address}\" rel=\"external\">A film of the lake</a> now.</p>"))
    );
    assert!(!body.contains("<iframe") && !body.contains("<img"), "{body}");
    let told = format!(
        "posts/lake/index.md:5: warning: \"{address}\" is a link, because it does not stand alone — write it between two \
         empty lines: {FILM}"
    );
    assert_eq!(built.warnings().first(), Some(&told));
}

#[test]
fn feeds_and_programs_get_the_still_picture_and_the_link() {
    let built = built(&format!("{FILM}{{poster=./still.png}}"));
    for feed in ["feed.xml", "rss.xml", "feed.json"] {
        let feed = built.text(feed);
        assert!(!feed.contains("iframe") && !feed.contains("details"), "{feed}");
        for part in ["https://www.youtube.com/watch?v=dQw4w9WgXcQ", "A film of the lake", "/posts/lake/still.png"] {
            assert!(feed.contains(part), "{part}: {feed}");
        }
    }
    let link = "[A film of the lake](https://www.youtube.com/watch?v=dQw4w9WgXcQ)";
    assert_eq!(built.text("posts/lake/index.md"), format!("# lake\n\n{link}\n"));
}

#[test]
fn a_hostile_address_is_no_frame() {
    for address in [
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com.evil.example/embed/dQw4w9WgXcQ",
        "https://evil.example/https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example#https://maps.example/",
        "https://maps.example.evil.example/",
        "https://maps.example@evil.example/",
        "http://maps.example/",
        "javascript:alert(1)//www.youtube.com/watch?v=dQw4w9WgXcQ",
        "data:text/html,<b>",
        "https://www.youtube.com/watch?v=a%22onload=x",
        "https://www.youtube.com/embed/..%2f..%2fevil",
    ] {
        let built = site(&format!("![A film](<{address}>)")).lenient().bundle();
        assert!(!built.body("posts/lake/").contains("<iframe"), "{address}");
        let told = built.warnings();
        assert!(told.len() == 1 && told[0].starts_with("posts/lake/index.md:5: "), "{address}: {told:?}");
        assert!(!site(address).bundle().body("posts/lake/").contains("<iframe"), "{address}");
    }
}

#[test]
fn words_and_addresses_are_escaped() {
    let text = "![\"><script>x()</script>](<https://maps.example/\"onload=\"x()'> \"'\\\"><img src=x>\")";
    let built = site(text).lenient().bundle();
    let page = built.text("posts/lake/index.html");
    let (_, body) = page.split_once("<figure class=\"embed\">").expect("a frame");
    assert!(!body.contains("<script>x") && !body.contains("<img") && !body.contains("\"onload"), "{body}");
    assert!(body.contains("href=\"https://maps.example/%22onload=%22x()'\" target"), "{body}");
}

#[test]
fn a_frame_is_beside_html_and_is_not_sanitised_away() {
    let config = format!("[markdown]\nhtml = true\n{ALLOWED}");
    for text in [
        format!("A <kbd>K</kbd>.\n\n{FILM}\n\n<div class=\"a\">\n\n{FILM}\n\n</div>\n\n- <b>x\n\n  {FILM}"),
        format!("<details><summary>More</summary>\n\n{FILM}\n\n</details>\n\n{FILM}\n\n> {FILM}"),
    ] {
        let body = Site::new().config(&config).post("lake.md", &text).bundle().body("posts/lake/");
        assert_eq!(body.matches("<figure class=\"embed\"><details><summary>A film").count(), 3, "{body}");
        assert_eq!(body.matches("</iframe></details><figcaption>").count(), 3, "{body}");
        for number in 1..=3 {
            assert_eq!(body.matches(&format!("name=\"frame-lake-{number}\"")).count(), 1, "{body}");
        }
        assert!(!body.contains("media-") && !body.contains("<p></p>"), "{body}");
    }
}

#[test]
fn a_film_in_a_footnote_is_one_card_beside_its_words() {
    for start in ["", "A <kbd>K</kbd>. "] {
        let body = body(&format!("{start}See.[^1] And.[^2]\n\n[^1]: {FILM}\n\n[^2]: Words."));
        assert_eq!(body.matches(" name=\"frame-lake-1\"").count(), 1, "{body}");
        assert_eq!(body.matches("class=\"sidenote\"").count(), 1, "{body}");
        assert!(body.contains("<li id=\"fn-1\"><figure class=\"embed\">"), "{body}");
        assert!(body.contains("</figcaption></figure> <a class=\"back\""), "{body}");
        assert!(!body.contains("media-") && !body.contains("<div><figure"), "{body}");
    }
}

#[test]
fn a_page_of_the_site_is_no_frame() {
    for address in ["https://me.example/@ada/113", "https://me.example/tool/"] {
        let config = "[policy]\nframe = [\"https://me.example\", \"https://you.example\"]\n";
        let site = |text: &str| Site::new().config(config).lenient().post("lake.md", text).bundle();
        for text in [format!("![A tool]({address})"), address.to_owned()] {
            assert!(!site(&text).body("posts/lake/").contains("<iframe"), "{text}");
        }
        let other = address.replace("me.", "you.");
        assert!(site(&format!("![A tool]({other})")).body("posts/lake/").contains("<iframe"), "{other}");
    }
}

#[test]
fn for_a_page_of_another_host_the_line_for_frames_is_told_too() {
    let text = "![The way](https://maps.example/export/embed.html?bbox=1,2)";
    let mistakes = Site::new().post("lake.md", text).mistakes();
    let (picture, frame) =
        mistakes[0].split_once("\nor, for a page that readers open in a frame:\n").expect("two lines");
    assert!(picture.ends_with("allow the host in site.toml:\n[policy]\nimg = [\"https://maps.example\"]"), "{picture}");
    // Both remedies work to the letter.
    let built = Site::new().config(&format!("{frame}\n")).post("lake.md", text).bundle();
    assert!(built.body("posts/lake/").contains("<iframe") && built.warnings().is_empty());
    let (_, line) = picture.split_once("site.toml:\n").expect("a line");
    let built = Site::new().config(&format!("{line}\n")).post("lake.md", text).bundle();
    assert!(built.body("posts/lake/").contains("<img"));
    // What is named as a picture is one, and what HTML loads is no page.
    for text in ["![A cat](https://maps.example/a.PNG?b=1)", "<img src=\"https://maps.example/a\" alt=\"A cat\">"] {
        let mistakes = Site::new().post("lake.md", text).mistakes();
        assert!(mistakes.len() == 1 && !mistakes[0].contains("frame"), "{mistakes:?}");
    }
}

#[test]
fn what_is_told_about_a_frame_works_to_the_letter() {
    for text in [
        "See ![A *film* \\[1\\]](<https://maps.example/a b(c> \"\\\"By\\\" Ada\"){poster=\"./still.png\"} now.",
        "![](<https://maps.example/a(b> \"\\\"By\\\" Ada\"){poster='./still.png'}",
        "![][map]\n\n[map]: https://maps.example/a",
        "https://maps.example/a?b=(c)&d",
    ] {
        let told = built(text).warnings();
        let [told] = &told[..] else { panic!("{text}: {told:?}") };
        let (_, remedy) = told.split_once("![").expect("what to write");
        let definition = text.split_once("\n\n").map_or("", |(_, definition)| definition);
        let again = built(&format!("Before.\n\n![{remedy}\n\n{definition}"));
        assert_eq!(again.warnings(), [""; 0], "{remedy}");
        let body = again.body("posts/lake/");
        assert!(body.contains("<iframe"), "{body}");
        for (written, shown) in
            [("Ada", "<figcaption>&quot;By&quot; Ada <a"), ("still", "<img src=\"/posts/lake/still.png\"")]
        {
            assert_eq!(body.contains(shown), text.contains(written), "{shown}: {body}");
        }
    }
}

#[test]
fn within_a_line_no_line_of_the_settings_is_told() {
    let told = Site::new().post("lake.md", &format!("See {FILM} now.")).bundle().warnings();
    assert!(told.len() == 1 && told[0].contains("does not stand alone"), "{told:?}");
}
