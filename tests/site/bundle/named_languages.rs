//! Texts whose language is stated by the name of their file or folder, and names that only look like that.

use crate::bundle::picture::png;
use crate::bundle::site::{Built, Site};

fn language(built: &Built, address: &str) -> Option<String> {
    built.page(address).language
}

#[test]
fn a_translation_beside_a_text_has_the_language_of_its_name() {
    let built = Site::new().post("bread.md", "Flour.").post("bread.fr.md", "De la farine.").bundle();
    assert!(built.warnings().is_empty(), "{:#?}", built.warnings());
    assert_eq!(language(&built, "posts/bread/"), None);
    assert_eq!(language(&built, "posts/bread-fr/").as_deref(), Some("fr"));
    assert!(built.text("posts/bread-fr/index.html").contains("lang=\"fr\""));
}

#[test]
fn a_name_with_a_language_that_has_texts_needs_no_original() {
    let built = Site::new().post("brot.de.md", "Mehl.").post("pao.pt-BR.md", "Farinha.");
    let built = built.post("pao.pt-PT.md", "Farinha.").bundle();
    assert_eq!(language(&built, "posts/brot-de/").as_deref(), Some("de"));
    assert_eq!(language(&built, "posts/pao-pt-br/").as_deref(), Some("pt-BR"));
    assert_eq!(language(&built, "posts/pao-pt-pt/").as_deref(), Some("pt-PT"));
}

#[test]
fn a_name_that_ends_like_a_language_is_none_by_itself() {
    let built = Site::new()
        .post("socket.io.md", "A library.")
        .post("next.js.md", "Another.")
        .post("version-1.0.md", "A release.")
        .post("version-1.md", "Another.")
        .bundle();
    for address in ["posts/socket-io/", "posts/next-js/", "posts/version-1-0/", "posts/version-1/"] {
        assert_eq!(language(&built, address), None, "{address}");
    }
}

#[test]
fn the_front_matter_decides_before_the_name() {
    let site = Site::new().post("bread.md", "Flour.");
    let keys = "title = \"Bread\"\ndate = 2025-03-01\ndescription = \"On bread.\"\nlang = \"fr-CA\"";
    let built = site.post_with("bread.fr.md", keys, "De la farine.").bundle();
    assert_eq!(language(&built, "posts/bread-fr/").as_deref(), Some("fr-CA"));
}

#[test]
fn an_index_in_another_language_is_a_text_of_its_own_with_the_pictures_of_its_folder() {
    let built = Site::new()
        .post("2025-03-01-bread/index.md", "Flour. [In French](index.fr.md)")
        .post("2025-03-01-bread/index.fr.md", "De la farine. ![Un pain](loaf.png) [In English](index.md)")
        .file("posts/2025-03-01-bread/loaf.png", png(1))
        .post("other.md", "[Bread](2025-03-01-bread/)")
        .bundle();
    assert_eq!(language(&built, "posts/bread-fr/").as_deref(), Some("fr"));
    let french = built.body("posts/bread-fr/");
    assert!(french.contains("De la farine.") && french.contains("loaf.png"), "{french}");
    assert!(french.contains("href=\"/posts/bread/\""), "{french}");
    assert!(built.body("posts/bread/").contains("href=\"/posts/bread-fr/\""));
    assert!(built.body("posts/other/").contains("href=\"/posts/bread/\""));
}

#[test]
fn a_folder_may_have_its_text_in_other_languages_only() {
    let built = Site::new()
        .post("bread/index.fr.md", "De la farine.")
        .post("bread/index.de.md", "Mehl.")
        .post("bread/notes.md", "No post, but a file of the folder.")
        .bundle();
    assert_eq!(language(&built, "posts/bread-de/").as_deref(), Some("de"));
    assert_eq!(language(&built, "posts/bread-fr/").as_deref(), Some("fr"));
    assert!(!built.files().keys().any(|path| path.contains("notes")));
}

#[test]
fn two_folders_of_languages_beside_each_other_state_the_language() {
    let built = Site::new()
        .post("de/brot.md", "Mehl.")
        .post("de/2024/butter.md", "Milch.")
        .post("en/bread.md", "Flour.")
        .post("de/about.md", "Ich.")
        .post("en/about.md", "Me.")
        .bundle();
    assert_eq!(language(&built, "posts/brot/").as_deref(), Some("de"));
    assert_eq!(language(&built, "posts/butter/").as_deref(), Some("de"));
    assert_eq!(language(&built, "posts/bread/").as_deref(), Some("en"));
    assert!(built.body("posts/about/").contains("Ich.") && built.body("posts/about-en/").contains("Me."));
}

#[test]
fn a_folder_alone_or_without_texts_of_its_language_states_none() {
    let built = Site::new()
        .post("de/brot.md", "Mehl.")
        .post("go/router.md", "A table.")
        .post("cs/graph.md", "Nodes.")
        .post("2024/de/butter.md", "Milch.")
        .bundle();
    for address in ["posts/brot/", "posts/router/", "posts/graph/", "posts/butter/"] {
        assert_eq!(language(&built, address), None, "{address}");
    }
}
