//! The interface in the site's language, and posts in other languages.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;

use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use personal_page::bundle::SHIPPED;
use personal_page::content::direction;

use crate::bundle::site::{Built, Site};

/// The texts of a page for readers and screen readers, without its code and content in another language.
fn said(html: &str) -> Vec<String> {
    let others = element!("head, script, pre, [aria-hidden], body [lang]", |element| {
        element.remove();
        Ok(())
    });
    let clean = rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(others)).expect("HTML");
    let (said, line) = (RefCell::new(Vec::new()), RefCell::new(String::new()));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(text!("body *", |chunk| {
            line.borrow_mut().push_str(chunk.as_str());
            if chunk.last_in_text_node() {
                said.borrow_mut().push(line.take());
            }
            Ok(())
        }))
        .append_element_content_handler(element!("[aria-label], [title], [alt]", |element| {
            let values = ["aria-label", "title", "alt"].map(|name| element.get_attribute(name));
            said.borrow_mut().extend(values.into_iter().flatten());
            Ok(())
        }));
    rewrite_str(&clean, settings).expect("HTML");
    said.into_inner()
}

/// The runs of Latin letters in a text.
fn latin(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1)
}

/// The Latin words in the texts and the `site.toml` of a fixture.
fn written(built: &Built) -> BTreeSet<String> {
    let texts = fs::read_dir(built.root().join("posts")).expect("posts").map(|entry| {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("a post");
        text.rsplit("+++").next().unwrap_or_default().to_owned()
    });
    let words = texts.flat_map(|text| latin(&text).map(str::to_owned).collect::<Vec<_>>());
    words.chain(["Fediverse".to_owned()]).collect()
}

fn pages(built: &Built) -> Vec<(String, String)> {
    let files = built.files().into_iter().filter(|(path, _)| path.ends_with(".html"));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("text"))).collect()
}

#[test]
fn a_page_in_arabic_or_japanese_has_no_english_word_of_the_interface() {
    for fixture in ["arabic", "japanese"] {
        let built = Site::of_fixture(fixture).bundle();
        let written = written(&built);
        assert_eq!(built.warnings(), [""; 0]);
        let pages = pages(&built);
        assert!(pages.len() > 10, "{fixture} has pages of every kind");
        for (path, html) in pages {
            let said = said(&html);
            assert!(said.len() > 12, "{fixture}/{path} says little: {said:?}");
            for word in said.iter().flat_map(|text| latin(text)) {
                assert!(written.contains(word), "{fixture}/{path} says {word:?}");
            }
        }
    }
}

#[test]
fn every_page_says_its_language_and_direction() {
    for (fixture, root) in [("arabic", "<html lang=\"ar\" dir=\"rtl\""), ("japanese", "<html lang=\"ja\" dir=\"ltr\"")]
    {
        for (path, html) in pages(&Site::of_fixture(fixture).bundle()) {
            assert!(html.contains(root), "{fixture}/{path}");
        }
    }
}

#[test]
fn days_are_written_as_the_language_writes_them() {
    for (fixture, post, day, short, year) in [
        ("arabic", "watering-by-numbers", "14 مارس 2025", "14 مارس", "<h2>2025</h2>"),
        ("japanese", "the-right-grind", "2025年6月21日", "6月21日", "<h2>2025年</h2>"),
    ] {
        let built = Site::of_fixture(fixture).bundle();
        let article = built.text(&format!("posts/{post}/index.html"));
        assert!(article.contains(&format!("\">{day}</time>")), "{article}");
        let archive = built.text("archive/index.html");
        assert!(archive.contains(&format!("\">{short}</time>")) && archive.contains(year), "{archive}");
    }
}

#[test]
fn numbers_and_names_stand_where_the_language_puts_them() {
    let arabic = Site::of_fixture("arabic").bundle().text("posts/watering-by-numbers/index.html");
    for part in ["سلسلة: <strong>سنة على السطح</strong>", "2 من 2", "دقيقة واحدة للقراءة", "آخر تحديث: <time"]
    {
        assert!(arabic.contains(part), "{part} is not in {arabic}");
    }
    let japanese = Site::of_fixture("japanese").bundle().text("posts/the-right-grind/index.html");
    for part in ["1分で読めます", "2025年7月3日</time>更新", "aria-label=\"「記録」へのリンク\"", ">警告</p>"]
    {
        assert!(japanese.contains(part), "{part} is not in {japanese}");
    }
}

#[test]
fn a_post_in_another_language_has_its_labels_and_is_named_in_it_where_others_are() {
    let built = Site::of_fixture("arabic").bundle();
    let post = built.text("posts/a-letter-from-a-reader/index.html");
    for part in ["<article class=\"h-entry\" lang=\"en\" dir=\"ltr\">", ">Tip</p>", ">5 Oct 2025</time>", "1 min read"]
    {
        assert!(post.contains(part), "{part} is not in {post}");
    }
    let title = "<bdi lang=\"en\" dir=\"ltr\">A letter from a reader</bdi>";
    let home = built.text("index.html");
    assert!(
        home.contains(
            "<div lang=\"en\" dir=\"ltr\"><a href=\"/posts/a-letter-from-a-reader/\">A letter from a reader</a>"
        ),
        "{home}"
    );
    let neighbour = built.text("posts/seeds-in-winter/index.html");
    assert!(neighbour.contains(title), "{neighbour}");
}

#[test]
fn a_post_in_a_language_without_words_has_the_labels_of_the_site() {
    let keys = "title = \"Helo\"\ndate = 2025-03-01\ndescription = \"Helo.\"\nlang = \"cy\"";
    let built = Site::new().post_with("bonjour.md", keys, "> [!NOTE]\n> Helo.").bundle();
    assert!(built.body("posts/bonjour/").contains(">Note</p>"));
    assert_eq!(built.warnings(), [""; 0]);
}

#[test]
fn pages_carry_the_words_that_pages_need() {
    let built = Site::of_fixture("japanese").program("run()").bundle();
    let start = built.text(&built.start_script().expect("a script"));
    assert!(start.contains("もう一度試す"));
    assert!(!start.contains("これはフィードです"), "what only a feed says is not for pages");
    assert!(!built.page("posts/a-letter-from-cairo/").words.are_none());
    assert!(built.page("posts/the-right-grind/").words.are_none());
    assert!(built.text("feed.css").contains("content: \"これはフィードです。"));
    assert!(built.text("llms.txt").contains("## 記事"));
}

#[test]
fn every_language_shipped_has_every_word() {
    for (language, _) in SHIPPED {
        let built = Site::new().config(&format!("language = \"{language}\"\n")).bundle();
        assert_eq!(built.warnings(), [""; 0], "{language}");
    }
}

#[test]
fn a_variant_of_a_language_has_the_words_of_the_language() {
    let built = Site::new().config("language = \"de-AT\"\n").bundle();
    assert!(built.text("index.html").contains("<html lang=\"de-AT\""));
    assert!(built.text("index.html").contains("Hier ist noch nichts veröffentlicht."));
}

#[test]
fn a_language_without_words_is_a_warning_that_says_how_to_add_them() {
    let built = Site::new().config("language = \"cs-CZ\"\n").bundle();
    assert_eq!(
        built.warnings(),
        ["site.toml:4: warning: there are no texts in \"cs-CZ\", so the interface is in English — \
          copy languages/en.toml to languages/cs-cz.toml, and translate it"]
    );
}

#[test]
fn an_owner_adds_a_language_and_missing_texts_are_reported() {
    let (_, english) = SHIPPED[2];
    let words = english.replace("\"Archive\"", "\"Arkiv\"").replace("home = \"To the homepage\"", "");
    let site = |language: &str| Site::new().config(&format!("language = \"{language}\"\n"));
    let built = site("sv-SE").file("languages/sv.toml", &words).bundle();
    assert_eq!(
        built.warnings(),
        ["languages/sv.toml: warning: these texts are missing, and are shown in English: home — \
          translate them from languages/en.toml"]
    );
    assert!(built.text("archive/index.html").contains("<h1>Arkiv</h1>"));
    assert!(built.text("404.html").contains("To the homepage"));
}

#[test]
fn an_owner_replaces_a_text_of_the_interface() {
    let built = Site::new()
        .config("[words]\narchive = \"Everything\"\nminutes = \"{n} minutes\"\n")
        .post("hello.md", "Hi.")
        .bundle();
    assert!(built.text("archive/index.html").contains("<h1>Everything</h1>"));
    assert!(built.text("posts/hello/index.html").contains(">1 minutes</span>"));
}

#[test]
fn a_mistake_among_the_words_is_reported_with_its_line() {
    let words = "[words]\narchiv = \"All\"\nminutes = \"a while\"\nhome = \"{n} home\"\nnext = 3.5\nthemes = [\"one\"]\ntip = [\"a\"]\n";
    assert_eq!(
        Site::new().config(words).mistakes(),
        [
            "site.toml:5: unknown key \"words.archiv\" — did you mean \"archive\"?",
            "site.toml:6: \"minutes\" does not have the values in braces of the English text — \
             write {n} where they belong, as in \"{n} min read\"",
            "site.toml:7: \"home\" does not have the values in braces of the English text — delete the braces",
            "site.toml:9: \"themes\" is not a list of 3 texts — write themes = [\"system\", \"light\", \"dark\"]",
            "site.toml:10: \"tip\" is not a text — write tip = \"Tip\"",
        ]
    );
    let broken = Site::new().config("language = \"pt\"\n").file("languages/pt.toml", "archive = Arquivo\n").mistakes();
    assert!(broken[0].starts_with("languages/pt.toml:1: this is not TOML"), "{broken:?}");
}

#[test]
fn the_direction_follows_from_language_and_script() {
    for language in ["ar", "ar-EG", "he", "fa-IR", "ur", "az-Arab", "AR", "ks-arab-IN", "ar-u-nu-latn"] {
        assert_eq!(direction(language), "rtl", "{language}");
    }
    for language in ["en", "ja", "pt-BR", "ku-Latn", "ur-Latn", "zh-Hant-TW", "de-1996", ""] {
        assert_eq!(direction(language), "ltr", "{language}");
    }
}
