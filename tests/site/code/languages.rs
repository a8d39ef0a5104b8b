//! Languages, and the roles of tokens in them.

use std::time::{Duration, Instant};

use personal_page::bundle::ROLES;

use super::{copied, inside, nests, told};

/// The tokens with a role, in the order of the text.
fn roles(html: &str) -> Vec<(&str, &str)> {
    let spans = html.split("<span class=\"").skip(1);
    spans.filter_map(|span| span.split_once("</span>")?.0.split_once("\">")).collect()
}

#[test]
fn more_than_fifty_languages_are_highlighted() {
    let known = "rust ts typescript tsx jsx js javascript toml dockerfile kotlin swift zig nix elm svelte vue graphql \
        terraform hcl c c++ cpp c# csharp go golang sh bash shell zsh fish sql yaml yml json jsonc html xml css scss \
        sass less python py ruby rb java scala haskell ocaml erlang elixir clojure lisp lua perl php r julia dart groovy \
        makefile cmake nginx ini protobuf latex markdown fortran f# fsharp vim objective-c d nim crystal wgsl glsl \
        solidity typst asm http svg jinja2 awk ada pascal matlab verilog vhdl graphviz rst lean coffeescript dotenv \
        rego purescript racket odin jq regex";
    // Comments, strings, numbers and calls of one language or another.
    let text =
        "# one -- two // three\n/* four */ \"five\" 6 'seven'\nlet f = g(8); <a b=\"c\">&amp;</a>\n:key: value\n[x]\n";
    for name in known.split_whitespace() {
        let html = inside(name, text);
        assert!(!html.contains("style"), "{name}");
        assert!(nests(&html), "{name}: {html}");
        for (role, _) in roles(&html) {
            assert!(ROLES.contains(&role), "{name}: {role}");
        }
        assert!(html.is_empty() || copied(&html) == text, "{name}: {html}");
    }
}

#[test]
fn the_words_of_rust_have_their_roles() {
    let html = inside(
        "rust",
        "// Greets.\npub fn greet<'a>(name: &'a str) -> String {\n    format!(\"Hi, {name} {}\", 42)\n}\n",
    );
    assert_eq!(
        roles(&html),
        [
            ("c", "// Greets."),
            ("k", "pub fn"),
            ("f", "greet"),
            ("v", "'a"),
            ("v", "name"),
            ("v", "'a"),
            ("k", "str"),
            ("f", "format!"),
            ("s", "\"Hi,"),
            ("n", "{name} {}"),
            ("s", "\""),
            ("n", "42"),
        ]
    );
}

#[test]
fn a_few_languages_look_right() {
    let role = |language: &str, text: &str, words: &str| {
        let html = inside(language, text);
        let found = roles(&html).into_iter().find(|(_, text)| *text == words).map(|(role, _)| role.to_owned());
        found.unwrap_or_else(|| format!("none in {html}"))
    };
    for (language, text, words, expected) in [
        ("toml", "title = \"A page\"\n", "title", "a"),
        ("toml", "[author]\n", "author", "t"),
        ("yaml", "on: push\nname: build\n", "name", "a"),
        ("json", "{\"name\": true}\n", "\"name\"", "a"),
        ("json", "{\"name\": true}\n", "true", "n"),
        ("bash", "cargo site serve --base /repo/\n", "cargo", "f"),
        ("bash", "echo \"$HOME\"\n", "$HOME", "v"),
        ("html", "<p class=\"lede\">Hi</p>\n", "p", "k"),
        ("html", "<p class=\"lede\">Hi</p>\n", "class", "a"),
        ("css", "a { color: red }\n", "color", "a"),
        ("tsx", "const page = <Page title=\"Home\" />;\n", "const", "k"),
        ("jsx", "return <Page title=\"Home\" />;\n", "title", "a"),
        ("python", "def greet(name):\n    return name is not None\n", "greet", "f"),
        ("python", "def greet(name):\n    return name is not None\n", "is not", "k"),
        ("sql", "SELECT name FROM posts -- all\n", "SELECT", "k"),
        ("dockerfile", "FROM rust:1.95 AS build\n", "FROM", "k"),
        ("ruby", "puts \"a #{b} c\"\n", "\"a", "s"),
    ] {
        assert_eq!(role(language, text, words), expected, "{words} in {language}");
    }
}

#[test]
fn text_is_left_as_it_is() {
    for info in ["", "text", "txt", "plain", "console", "none", "text title=\"notes.txt\"", "TEXT"] {
        assert_eq!(inside(info, "let a = 1;\n"), "", "{info}");
    }
    assert_eq!(inside("rust", ""), "");
}

#[test]
fn names_are_read_without_regard_to_case_and_as_other_engines_write_them() {
    let expected = inside("rust", "let a = 1;\n");
    assert!(expected.starts_with("<span class=\"k\">let</span> a = <span class=\"n\">1</span>;"), "{expected}");
    for info in ["Rust", "rs", "rust,ignore", "rust,no_run", "{.rust}", "rust title=\"a.rs\"", "rust,name=a.rs"] {
        assert_eq!(inside(info, "let a = 1;\n"), expected, "{info}");
    }
}

#[test]
fn an_unknown_language_is_shown_plain_and_names_near_ones() {
    assert_eq!(told("pyton", "a\n"), ["no highlighting for the language \"pyton\" — did you mean \"python\"?"]);
    assert_eq!(
        told("whitespaced-brainstorm", "a\n"),
        [
            "no highlighting for the language \"whitespaced-brainstorm\" — it is shown without colours; write text to ask for that"
        ]
    );
}

#[test]
fn code_of_unclosed_constructs_is_highlighted_in_time() {
    let start = Instant::now();
    for language in ["rust", "tsx", "markdown", "html", "bash", "perl", "latex"] {
        for line in ["(".repeat(1_900), "\"\\".repeat(900), "<a ".repeat(600), "*_".repeat(900), "x".repeat(500_000)] {
            assert!(nests(&inside(language, &line)));
        }
        let data = inside(language, &format!("let a = \"{}\";\n", "x".repeat(3_000)));
        assert_eq!(data, "", "too long a line stays plain");
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn control_characters_never_reach_a_page() {
    let html = inside("rust", "let a = \"\u{1b}[0m\0\u{7f}\";\r\n");
    assert!(!html.contains(|c: char| c.is_control() && c != '\n'), "{html:?}");
}
