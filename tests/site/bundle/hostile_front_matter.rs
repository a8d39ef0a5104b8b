//! Front matter written to break the bundler: the author gets a message, within bounds of memory and time.

use crate::bundle::confined::mistakes;
use crate::bundle::site::Site;

const TOO_DEEP: &str = "the values are nested too deeply — write a text, or a list of texts";
const POST: &str = "posts/2025-03-01-hello.md";
const TOML: &str = "title = \"Hello\"\ndescription = \"Words.\"\n";
const YAML: &str = "title: Hello\ndescription: Words.\n";

/// A site with one post, which has these lines of TOML from line 4 on.
fn toml(lines: &str) -> Site {
    Site::new().file(POST, format!("+++\n{TOML}{lines}\n+++\nWords.\n"))
}

/// A site with one post, which has these lines of YAML from line 4 on.
fn yaml(lines: &str) -> Site {
    Site::new().file(POST, format!("---\n{YAML}{lines}\n---\nWords.\n"))
}

#[track_caller]
fn check(site: &Site, line: usize, error: &str) {
    assert_eq!(mistakes(site), [format!("{POST}:{line}: {error}")]);
}

/// Ten thousand times `open`, then as often `close`.
fn nested(open: &str, inside: &str, close: &str) -> String {
    open.repeat(10_000) + inside + &close.repeat(10_000)
}

#[test]
fn values_that_repeat_one_another_a_billion_times() {
    let list = |n: usize| format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 10].join(","));
    let laughs = "a0: &a0 [ha]\n".to_owned() + &(1..10).map(list).collect::<String>();
    check(&yaml(&laughs), 10, TOO_DEEP);

    let table = |n: usize| {
        let pairs: Vec<String> = (0..10).map(|key| format!("k{key}: *a{}", n - 1)).collect();
        format!("a{n}: &a{n} {{{}}}\n", pairs.join(", "))
    };
    let laughs = "a0: &a0 {k: ha}\n".to_owned() + &(1..10).map(table).collect::<String>();
    check(&yaml(&laughs), 9, TOO_DEEP);

    let merge = |n: usize| format!("a{n}: &a{n}\n  <<: [*a{0}, *a{0}]\n  k{n}: *a{0}\n", n - 1);
    let laughs = "a0: &a0 {k: ha}\n".to_owned() + &(1..40).map(merge).collect::<String>();
    check(&yaml(&laughs), 30, TOO_DEEP);

    let title = format!("summary: &d {}\ntags: [{}]", "ha ".repeat(10_000), vec!["*d"; 5_000].join(","));
    check(&yaml(&title), 5, TOO_DEEP);
}

#[test]
fn a_value_that_holds_itself() {
    let remedy = "write key: value on a line, and a text with a colon or a quote in quotes: title: \"Rust: a start\"";
    check(&yaml("a: &a [*a]"), 4, &format!("this is not YAML: Recursive reference not allowed here — {remedy}"));
}

#[test]
fn yaml_that_is_nested_ten_thousand_deep() {
    check(&yaml(&format!("a: {}", nested("[", "", "]"))), 4, TOO_DEEP);
    check(&yaml(&format!("a: {}", "[".repeat(50_000))), 4, TOO_DEEP);
    check(&yaml(&format!("a: {}", "{a: ".repeat(10_000) + &"}".repeat(10_000))), 4, TOO_DEEP);
    check(&yaml(&format!("a:\n {}x", "- ".repeat(10_000))), 5, TOO_DEEP);
    check(&yaml(&(0..300).map(|depth| " ".repeat(depth) + "a:\n").collect::<String>()), 68, TOO_DEEP);
}

#[test]
fn toml_that_is_nested_ten_thousand_deep() {
    check(&toml(&format!("a = {}", nested("[", "", "]"))), 4, TOO_DEEP);
    check(&toml(&format!("a = {}", nested("{a=", "1", "}"))), 4, TOO_DEEP);
    // The parser gives no location.
    check(&toml(&format!("{} = 1", vec!["a"; 10_000].join("."))), 2, TOO_DEEP);
    check(&toml(&format!("[{}]\na = 1", vec!["a"; 10_000].join("."))), 2, TOO_DEEP);
}

/// The maximum nesting that the parser allows for keys and values: six thousand levels together.
#[test]
fn toml_of_long_keys_within_one_another_is_not_followed() {
    let key = vec!["a"; 79].join(".");
    let site = toml(&format!("[b.{key}]\n{}{key} = 1{}", format!("{key} = {{").repeat(70), "}".repeat(70)));
    let (lines, written) = crate::bundle::confined::bundle(&site);
    assert_eq!(lines, [format!("{POST}:4: warning: unknown key \"b\" — nothing reads it: delete it")]);
    assert!(written);
}

#[test]
fn front_matter_as_long_as_a_book() {
    let error = "the front matter is longer than 64 kB — write the text below its closing line";
    let keys: String = (0..100_000).map(|n| format!("key{n} = 1\n")).collect();
    check(&toml(&keys[..900_000]), 1, error);
    check(&yaml(&format!("summary: {}", "x ".repeat(400_000))), 1, error);
    check(&toml(&format!("a = \"\"\"{}", "x\n".repeat(100_000))), 1, error);
}

#[test]
fn an_address_longer_than_the_name_of_a_file() {
    let remedy = "shorten it to 200 bytes (a letter has one to four)";
    let long = "x".repeat(5_000);
    check(&toml(&format!("slug = \"{long}\"")), 4, &format!("the address has 5000 bytes — {remedy}"));
    check(&toml(&format!("tags = [\"{long}\"]")), 4, &format!("the address of a tag has 5000 bytes — {remedy}"));
    // The file's name is within the limits of systems, but names derived from it are longer.
    let name = "ß".repeat(110);
    let site = Site::new().post(&format!("{name}.md"), "Words.");
    assert_eq!(mistakes(&site), [format!("posts/{name}.md: the address has 220 bytes — {remedy}")]);
}

#[test]
fn an_alias_that_is_no_place_in_the_site() {
    let long = format!("/{}", "x".repeat(1_500));
    let deep = format!("/{}", "ab/".repeat(400));
    for alias in [
        "/../../etc/x",
        "/%2e%2e/%2E%2E/x",
        "../x",
        "/./x",
        "/a%00b",
        "/c:/x",
        "/..\\\\..\\\\x",
        "//evil.example/x",
        "https://evil.example/x",
        &long,
        &deep,
    ] {
        let shown = alias.replace("\\\\", "\\");
        check(
            &toml(&format!("aliases = [\"{alias}\"]")),
            4,
            &format!(
                "the alias \"{shown}\" is not a path of the site — write the path after the host, such as /old/path/"
            ),
        );
    }
}

#[test]
fn a_slug_that_would_lead_out_of_the_site_is_a_name_in_it() {
    let built = Site::new()
        .post_with("a.md", "title = \"A\"\ndate = 2025-03-01\nslug = \"../../etc/passwd\"\ntags = [\"../x\"]", "Words.")
        .post_with("b.md", "title = \"B\"\ndate = 2025-03-02\nslug = \"/root/\\u0000..%2f.ssh\"", "Words.")
        .bundle();
    for page in ["posts/etc-passwd/index.html", "tags/x/index.html", "posts/root-2f-ssh/index.html"] {
        assert!(built.text(page).contains("<title>"), "{page}");
    }
}

#[test]
fn a_cover_that_is_no_file_of_the_site() {
    let what = |cover: &str| match cover {
        "../../etc/passwd" => "leads out of the site's folder — put a copy of the file beside the post",
        "/etc/passwd" => {
            "leads nowhere — write the path of a file from here (../other.md, ./picture.png), or of a page from the root (/about/)"
        }
        "file:///etc/passwd" => {
            "is on your machine, which readers cannot reach — put a copy of the file beside the post, and write its path: ./file.pdf"
        }
        "javascript:alert(1)" => {
            "is a script, which would run in the page: \"javascript:\" is never allowed in a link — link to a page, or show it as code: `javascript:alert(1)`"
        }
        "data:image/png;base64,AA" => {
            "has a file in its address, which could be a page with scripts: \"data:\" is never allowed in a link — save it as a file beside the post, and write its path: ./picture.png"
        }
        _ => "is not a picture — write the path of a PNG, JPEG, WebP, GIF, AVIF or SVG",
    };
    for cover in [
        "../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:image/png;base64,AA",
        "mailto:me@a.example",
    ] {
        check(&toml(&format!("cover = \"{cover}\"")), 4, &format!("\"{cover}\" {}", what(cover)));
    }
}
