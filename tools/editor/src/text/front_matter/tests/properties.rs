//! What the bundler reads after an edit.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use personal_page::bundle::{Config, Diagnostics, Post, Taxonomy, read_posts, slugify_tag};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config as Runs, RngSeed, TestRunner};

use super::*;
use crate::text::tested::word;

/// What a front matter is written in, and its values.
type Case = (u8, Vec<(u8, bool)>, String, String, Vec<String>, u8);

fn words() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        ":",
        "#",
        "'",
        "\"",
        "\\",
        "- ",
        "true",
        "42",
        "[a]",
        "{",
        ",",
        "!",
        "&x",
        "*",
        "?",
        "|",
        "%",
        "@",
        "`",
        "no",
        "~",
        "null",
        "1.50",
        "2025-01-01",
        "=",
        "é",
    ]);
    let piece = prop_oneof![2 => word(), 1 => sign.prop_map(str::to_owned)];
    prop::collection::vec(piece, 1..5).prop_map(|words| words.join(" "))
}

fn cases() -> impl Strategy<Value = Case> {
    // A tag has a letter.
    let tag = words().prop_map(|words| words + " t");
    let lines = prop::collection::vec((0..9_u8, any::<bool>()), 0..6);
    (0..3_u8, lines, words(), words(), prop::collection::vec(tag, 0..4), 0..5_u8)
}

/// A front matter with some keys in some forms, the ending of its lines among them.
fn front((syntax, lines, ..): &Case) -> String {
    let toml = [
        "description = 'it is' # why",
        "description = \"\"\"\none\ntwo\"\"\"",
        "tags = [\"a\", 'b']",
        "tags = [\n  \"a\", # c\n  \"雨\",\n]",
        "# a comment",
        "",
        "slug = \"own\"",
        "aliases = ['/old/']",
        "lang = \"ja\"",
    ];
    let yaml = [
        "description: it is # why",
        "description: >-\n  one\n  two",
        "tags: [a, 'b']",
        "tags:\n  - a # c\n\n  - 雨",
        "# a comment",
        "",
        "slug: 'own'",
        "aliases:\n- /old/",
        "lang: \"ja\"",
    ];
    let json = [
        "\"description\": \"it is\"",
        "\"description\": \"one \\\"two\\\"\"",
        "\"tags\": [\"a\", \"b\"]",
        "\"tags\": [\n    \"a\",\n    \"雨\"\n  ]",
        "\"series\": \"S\"",
        "\"draft\": false",
        "\"slug\": \"own\"",
        "\"aliases\": [\"/old/\"]",
        "\"lang\": \"ja\"",
    ];
    let mut seen = Vec::new();
    let mut chosen = vec![
        match syntax {
            0 => "title = \"T\"",
            1 => "title: T",
            _ => "\"title\": \"T\"",
        }
        .to_owned(),
    ];
    for (index, _) in lines {
        let kind = if *index < 4 { index / 2 } else { *index };
        if !seen.contains(&kind) {
            seen.push(kind);
            chosen.push([toml, yaml, json][usize::from(*syntax)][usize::from(*index)].to_owned());
        }
    }
    let text = match syntax {
        0 => format!("+++\n{}\n+++\nText", chosen.join("\n")),
        1 => format!("---\n{}\n---\nText", chosen.join("\n")),
        _ => format!("{{\n  {}\n}}\nText", chosen.join(",\n  ")),
    };
    if lines.first().is_some_and(|(_, crlf)| *crlf) { text.replace('\n', "\r\n") } else { text }
}

fn edited(case: &Case, before: &str) -> Option<(String, &'static str)> {
    let (_, _, title, description, tags, key) = case;
    let (key, value) = match key {
        0 => ("title", Value::Text(title.clone())),
        1 => ("description", Value::Text(description.clone())),
        2 => ("tags", Value::List(tags.clone())),
        3 => ("draft", Value::Flag(true)),
        _ => ("date", Value::Date("2025-03-02".to_owned())),
    };
    let edit = set(before, key, &value).unwrap_or_else(|refused| panic!("{refused:?}: {key} {value:?} in {before}"));
    Some((edit?.apply(before), key))
}

/// What of a post an edit of `key` must leave as it is.
fn rest(post: &Post, key: &str) -> String {
    let tags: Vec<&str> = post.terms(Taxonomy::Tags).iter().map(|tag| tag.slug.as_str()).collect();
    let all = [
        ("title", post.title.clone()),
        ("description", post.description.clone()),
        ("tags", tags.join("\n")),
        ("draft", post.draft.to_string()),
        ("slug", post.slug.to_string()),
        ("aliases", post.aliases.join("\n")),
        ("lang", format!("{:?}", post.language)),
        ("series", format!("{:?}", post.series)),
        ("body", post.body.clone()),
    ];
    all.into_iter().filter(|(name, _)| *name != key).map(|(name, value)| format!("{name}={value};")).collect()
}

#[test]
fn the_bundler_reads_the_new_value_and_every_other_key_as_before() {
    let (old, new) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    for site in [&old, &new] {
        fs::create_dir(site.path().join("posts")).expect("a folder");
    }
    let mut runner = TestRunner::new(Runs { rng_seed: RngSeed::Fixed(2025), ..Runs::default() });
    let mut written = Vec::new();
    for number in 0..600 {
        let case = cases().new_tree(&mut runner).expect("a value").current();
        let before = front(&case).replace("own", &format!("own-{number}")).replace("/old/", &format!("/old-{number}/"));
        let Some((after, key)) = edited(&case, &before) else { continue };
        // The name has the day, which a post needs.
        let name = format!("posts/2025-01-02-p{number}.md");
        fs::write(old.path().join(&name), &before).expect("a file");
        fs::write(new.path().join(&name), &after).expect("a file");
        written.push((name, case, before, after, key));
    }
    assert!(written.len() > 500);
    let read = |site: &Path| read_posts(site, &Config::default(), true, &mut Diagnostics::default());
    let (old, new) = (read(old.path()), read(new.path()));
    let find = |posts: &[Post], name: &str| posts.iter().position(|post| post.source.path.ends_with(name));
    for (name, case, before, after, key) in &written {
        let (_, _, title, description, tags, _) = case;
        let post = &new[find(&new, name).unwrap_or_else(|| panic!("not read: {after}"))];
        match *key {
            "title" => assert_eq!(spaced(&post.title), spaced(title), "{after}"),
            "description" => assert_eq!(spaced(&post.description), spaced(description), "{after}"),
            "draft" => assert!(post.draft, "{after}"),
            "tags" => {
                // Of one slug, the site takes one name for all posts.
                let slugs = |names: &mut dyn Iterator<Item = &str>| {
                    names.filter_map(slugify_tag).map(|slug| slug.to_string()).collect::<BTreeSet<_>>()
                };
                let read = slugs(&mut post.terms(Taxonomy::Tags).iter().map(|tag| tag.name.as_str()));
                assert_eq!(read, slugs(&mut tags.iter().map(String::as_str)), "{after}");
            }
            _ => {}
        }
        let before_it = &old[find(&old, name).unwrap_or_else(|| panic!("not read: {before}"))];
        assert_eq!(rest(before_it, key), rest(post, key), "{before}\n{after}");
    }
}

/// The bundler shows a run of spaces as one.
fn spaced(words: &str) -> Vec<&str> {
    words.split_whitespace().collect()
}
