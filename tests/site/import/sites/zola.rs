//! Sites of Zola.

use super::old::{Old, PICTURE};

fn site() -> Old {
    Old::new()
        .file(
            "config.toml",
            "base_url = \"https://a.example\"\ntitle = \"Notes\"\ndefault_language = \"en\"\ntaxonomies = [{name = \"tags\"}]\n\
             [languages.es]\n[extra]\nmenu = [{ name = \"Code\", url = \"https://code.example\" }]\n",
        )
        .file("content/_index.md", "+++\nsort_by = \"date\"\n+++\n")
        .file("content/blog/_index.md", "+++\ntitle = \"Blog\"\nsort_by = \"date\"\n+++\nAll I wrote.\n")
        .file(
            "content/blog/2024-05-01-first/index.md",
            "+++\ntitle = \"First\"\ndate = 2024-05-01\naliases = [\"old/first\"]\n[taxonomies]\ntags = [\"rust\"]\n\
             [extra]\nsocial_media_card = \"card.png\"\n+++\n![c](card.png) [second](@/blog/second.md#end)\n",
        )
        .file("content/blog/2024-05-01-first/card.png", PICTURE)
        .file("content/blog/second.md", "+++\ntitle = \"Second\"\ndate = 2024-06-01\npath = \"two/parts\"\n+++\n## End\n\nText.\n")
        .file("content/blog/second.es.md", "+++\ntitle = \"Segundo\"\ndate = 2024-06-02\n+++\nTexto.\n")
        .file("content/about.md", "+++\ntitle = \"About\"\n+++\nMe.\n")
        .file("static/img/x.png", PICTURE)
}

#[test]
fn a_text_brings_its_taxonomies_its_card_and_its_address() {
    let new = site().import();
    let path = "posts/first/index.md";
    assert_eq!(new.list(path, "tags"), ["rust"]);
    assert_eq!(new.keys(path)["cover"].as_str(), Some("./card.png"));
    assert_eq!(new.list(path, "aliases"), ["/blog/first/", "/old/first"]);
    assert_eq!(new.list("posts/parts.md", "aliases"), ["/two/parts/"]);
    assert_eq!(new.list("posts/second.md", "aliases"), ["/es/blog/second/"]);
    assert_eq!(new.keys("posts/about.md")["page"].as_bool(), Some(true));
    assert!(new.has("public/img/x.png"));
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn the_text_above_a_list_is_told_of() {
    let report = site().import().report;
    assert!(report.contains("content/blog/_index.md:1: the text above a list has no place here"), "{report}");
    assert!(!report.contains("content/_index.md:1"), "{report}");
}

#[test]
fn films_are_frames_and_pictures_for_dark_pages_come_along() {
    let new = Old::new()
        .file("config.toml", "base_url = \"https://a.example\"\ntitle = \"Notes\"\n")
        .file(
            "content/blog/lake/index.md",
            "+++\ntitle = \"The lake\"\ndate = 2024-05-01\n+++\n{{ youtube(id=\"dQw4w9WgXcQ\") }}\n\n\
             {{ dual_theme_image(light_src=\"map.png\", dark_src=\"map-dark.png\", alt=\"The map\") }}\n",
        )
        .file("content/blog/lake/map.png", PICTURE)
        .file("content/blog/lake/map-dark.png", PICTURE)
        .import();
    let body = new.body("posts/lake/index.md");
    assert!(body.contains("![Video on YouTube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)"), "{body}");
    assert!(body.contains("![The map](./map.png){dark=\"./map-dark.png\"}"), "{body}");
    assert!(new.has("posts/lake/map.png") && new.has("posts/lake/map-dark.png"));
    assert_eq!(new.settings()["policy"]["frame"][0].as_str(), Some("https://www.youtube-nocookie.com"));
    let told =
        "the texts show pages of another host, which learns who opens them: frame of https://www.youtube-nocookie.com";
    assert!(new.report.contains(told), "{}", new.report);
    assert_eq!(new.errors(), [""; 0]);
}
