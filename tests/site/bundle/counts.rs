//! Counts of the interface, in the words that a language has for the number.

use personal_page::content::Message;

use crate::bundle::site::{Built, Site};

/// A site in a language, whose owner has words of the interface, with a post that others liked and replied to.
fn site(language: &str, likes: u32, more: u32, words: &str) -> Site {
    let stored = format!(
        "{{\"threads\": [{{\"thread\": \"https://mastodon.example/@alex/100\", \"likes\": {likes}, \"reposts\": {likes}, \
         \"more\": {more}, \"replies\": [{{\"kind\": \"mention\", \"author\": {{\"name\": \"Gil\"}}, \
         \"url\": \"https://gil.example/weekly/12\"}}]}}]}}"
    );
    let keys =
        "title = \"Rye\"\ndate = 2025-03-01\ndescription = \"Rye.\"\nthread = \"https://mastodon.example/@alex/100\"";
    Site::new()
        .config(&format!("language = \"{language}\"\n[words]\n{words}\n"))
        .post_with("rye.md", keys, "Words.")
        .file("conversation/posts/rye.json", stored)
}

/// The line with likes and reposts, and that with further replies.
fn counts(built: &Built) -> Vec<String> {
    let html = built.text("posts/rye/index.html");
    let lines = html.split("<p class=\"counts\">").skip(1);
    let text = |line: &str| {
        let line = line.split("</p>").next().unwrap_or_default();
        let texts =
            line.split('<').filter_map(|tag| Some(tag.split_once('>')?.1.trim())).filter(|text| !text.is_empty());
        texts.filter(|text| *text != "mastodon.example").collect::<Vec<_>>().join(", ")
    };
    lines.map(text).collect()
}

#[test]
fn one_like_is_not_said_as_two_are() {
    for (language, number, likes, more) in [
        ("en", 1, "1 like, 1 repost", "1 more reply"),
        ("en", 2, "2 likes, 2 reposts", "2 more replies"),
        ("de", 1, "Gefällt 1 Person, 1 Mal geteilt", "1 weitere Antwort"),
        ("de", 21, "Gefällt 21 Personen, 21 Mal geteilt", "21 weitere Antworten"),
        ("pl", 1, "1 polubienie, 1 podanie dalej", "Jeszcze 1 odpowiedź"),
        ("pl", 3, "3 polubienia, 3 podania dalej", "Jeszcze 3 odpowiedzi"),
        ("pl", 12, "12 polubień, 12 podań dalej", "Jeszcze 12 odpowiedzi"),
        ("pl", 122, "122 polubienia, 122 podania dalej", "Jeszcze 122 odpowiedzi"),
        ("ru", 21, "21 отметка «нравится», 21 репост", "Ещё 21 ответ"),
        ("ru", 111, "111 отметок «нравится», 111 репостов", "Ещё 111 ответов"),
        ("ar", 1, "إعجاب واحد, إعادة نشر واحدة", "رد آخر"),
        ("ar", 2, "إعجابان, إعادتا نشر", "ردان آخران"),
        ("ar", 105, "105 إعجابات, 105 إعادات نشر", "105 ردود أخرى"),
        ("ja", 1, "いいね1件, リポスト1件", "ほかに返信1件"),
        ("fr", 1_000_000, "1000000 de mentions J’aime, 1000000 de partages", "1000000 d’autres réponses"),
    ] {
        let built = site(language, number, number, "").bundle();
        assert_eq!(counts(&built), [likes, more], "{number} in {language}");
    }
}

#[test]
fn an_owner_writes_one_text_for_all_numbers_or_the_forms_of_the_language() {
    let built =
        site("en", 1, 2, "likes = \"Likes: {n}\"\nmore_replies = { one = \"Another\", other = \"{n} others\" }");
    assert_eq!(counts(&built.bundle()), ["Likes: 1, 1 repost", "2 others"]);
    let built = site("en", 2, 1, "[words.more_replies]\none = \"Another\"\nother = \"{n} others\"");
    assert_eq!(counts(&built.bundle()), ["2 likes, 2 reposts", "Another"]);
}

#[test]
fn a_language_of_the_owners_has_its_own_forms() {
    let welsh = "likes = { zero = \"{n} hoffiad\", one = \"{n} hoffiad\", two = \"{n} hoffiad\", few = \"{n} hoffiad\", \
                 many = \"{n} hoffiad\", other = \"{n} o hoffiadau\" }\nhits = \"Canlyniadau: {n}\"\n";
    for (number, likes) in [(6, "6 hoffiad"), (7, "7 o hoffiadau")] {
        let built = site("cy", number, 0, "").file("languages/cy.toml", welsh).bundle();
        assert_eq!(counts(&built), [format!("{likes}, {number} reposts")]);
    }
    // "many" is for fractions: no count has it.
    let czech = "likes = { one = \"{n} líbí se\", few = \"{n} se líbí\", other = \"{n} lidem se líbí\" }\n";
    for (number, likes) in [(3, "3 se líbí"), (23, "23 lidem se líbí")] {
        let built = site("cs", number, 0, "").file("languages/cs.toml", czech).bundle();
        assert_eq!(counts(&built), [format!("{likes}, {number} reposts")]);
        assert!(built.warnings().iter().all(|warning| !warning.contains("has no form")), "{:?}", built.warnings());
    }
}

#[test]
fn a_missing_form_is_reported_where_it_is_missing_and_the_other_form_is_shown() {
    let built = site("pl", 3, 0, "likes = { one = \"{n} raz\", other = \"{n} razy\" }").bundle();
    assert_eq!(
        built.warnings(),
        [
            "site.toml:6: warning: \"likes\" has no form \"few\", which \"pl\" has for 2, 3, 4 — \
             add few = \"{n} razy\", as it is said with these numbers",
            "site.toml:6: warning: \"likes\" has no form \"many\", which \"pl\" has for 0, 5, 6 — \
             add many = \"{n} razy\", as it is said with these numbers",
        ]
    );
    assert_eq!(counts(&built), ["3 razy, 3 podania dalej"]);
}

#[test]
fn a_form_that_the_language_does_not_have_is_reported() {
    let built = site("en", 2, 0, "likes = { one = \"{n} like\", few = \"{n} liken\", other = \"{n} likes\" }").bundle();
    assert_eq!(
        built.warnings(),
        ["site.toml:6: warning: \"likes\" has a form \"few\", but the forms of numbers in \"en\" are: one, other — \
          delete it"]
    );
    assert_eq!(counts(&built), ["2 likes, 2 reposts"]);
    let japanese = site("ja", 2, 0, "likes = { one = \"{n}\", other = \"{n}件\" }").bundle();
    assert_eq!(japanese.warnings().len(), 1, "{:?}", japanese.warnings());
}

#[test]
fn a_mistake_in_a_form_is_an_error_with_its_place() {
    let words = "likes = { one = \"{n} like\" }\nhits = { one = \"A hit\", othr = \"{n} hits\" }\n\
                 reposts = { one = \"{x} repost\", other = \"some\" }\nmore_replies = 3\nminutes = { one = 1, other = [] }";
    assert_eq!(
        site("en", 2, 0, words).mistakes(),
        [
            "site.toml:6: \"likes\" has no form \"other\", which every language needs — \
             add other = \"{n} likes\", in your words",
            "site.toml:7: \"hits\" has no form \"other\", which every language needs — \
             add other = \"{n} hits\", in your words",
            "site.toml:7: \"hits\" has a form \"othr\", but the forms of numbers in \"en\" are: one, other — \
             did you mean \"other\"?",
            "site.toml:8: \"reposts.one\" does not have the values in braces of the English text — \
             write {n} where they belong, as in \"{n} reposts\"",
            "site.toml:8: \"reposts.other\" does not have the values in braces of the English text — \
             write {n} where they belong, as in \"{n} reposts\"",
            "site.toml:9: \"more_replies\" does not have the values in braces of the English text — \
             write {n} where they belong, as in \"{n} more replies\"",
            "site.toml:10: \"other\" is not a text — write other = \"{n} min read\"",
        ]
    );
    let french = "hits = { one = \"{n}\", many = \"Un million\", other = \"{n}\" }";
    assert_eq!(site("fr", 2, 0, french).mistakes().len(), 1);
    // Of 21, too, "one" is said.
    let russian = "likes = { one = \"Одна\", few = \"{n}\", many = \"{n}\", other = \"{n}\" }\nhits = true";
    assert_eq!(
        site("ru", 2, 0, russian).mistakes(),
        [
            "site.toml:6: \"likes.one\" does not have the values in braces of the English text — \
             write {n} where they belong, as in \"{n} likes\"",
            "site.toml:7: \"hits\" is not a text, or a table of its forms for numbers — write hits = { one = \"{n} hit\", \
             few = \"{n} hits\", many = \"{n} hits\", other = \"{n} hits\" }",
        ]
    );
}

#[test]
fn pages_carry_no_forms_of_counts_that_they_do_not_show() {
    let built = site("pl", 2, 2, "").program("run()").bundle();
    let start = built.text(&built.start_script().expect("a script"));
    // The search counts its hits in the browser. Likes are counted by the bundler.
    assert!(start.contains("wyników") && !start.contains("polub"), "{start}");
    assert!(!start.contains("wyniku"), "a form for fractions only");

    let keys = |more: &str| {
        format!("title = \"السطح\"\ndate = 2025-03-01\ndescription = \"عن السطح.\"\nlang = \"ar\"\n{more}")
    };
    let built =
        Site::new().post_with("roof.md", &keys(""), "نص.").post_with("about.md", &keys("page = true"), "نص.").bundle();
    let (roof, about) = (built.page("posts/roof/").words, built.page("about/").words);
    assert_eq!(roof.count(Message::Minutes, 2), "دقيقتان للقراءة");
    assert!([&roof, &about].iter().all(|words| words.get(Message::Hits).is_empty()));
    assert!(!about.are_none() && about.get(Message::Minutes).is_empty());
}
