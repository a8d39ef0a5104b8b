//! The Content-Security-Policy of pages: what they may load and run.

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::bundle::site::{Built, Site};

const SHELL: &str = "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<style>a { color: red }</style>
<style>p { color: blue }</style>
<!-- head -->
<script>first()</script>
<script type=\"module\">
second()
</script>
<script src=\"/third.js\"></script>
<link rel=\"modulepreload\" href=\"/fourth.js\" integrity=\"sha384-4\">
<link rel=\"preload\" href=\"/fifth.wasm\" integrity=\"sha384-5\" as=\"fetch\" type=\"application/wasm\">
</head>
<body>
<!-- page -->
</body>
</html>
";

/// A site in a shell with scripts and styles.
fn site() -> Site {
    let site = Site::new();
    fs::create_dir_all(&site.options.shell)
        .and_then(|()| fs::write(site.options.shell.join("index.html"), SHELL))
        .expect("a shell");
    site
}

fn policy(built: &Built, page: &str) -> String {
    let html = built.text(page);
    let (before, policy) =
        html.split_once("<meta http-equiv=\"content-security-policy\" content=\"").expect("a policy");
    for element in ["<script", "<style", "<link", "<title"] {
        assert!(!before.contains(element), "{element} stands before the policy of {page}");
    }
    policy.split_once("\">").expect("its end").0.to_owned()
}

/// The sources of a directive.
fn sources(policy: &str, directive: &str) -> Vec<String> {
    let named = policy.split("; ").find_map(|part| part.strip_prefix(directive)?.strip_prefix(' '));
    named.unwrap_or_else(|| panic!("{directive} is not in {policy}")).split(' ').map(str::to_owned).collect()
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[test]
fn every_page_names_what_it_may_load_and_run() {
    let built =
        site().post_with("hello.md", "title = \"Hello\"\ndate = 2025-03-01\naliases = [\"/old/\"]", "Hi.").bundle();
    for page in ["index.html", "posts/hello/index.html", "tags/index.html", "404.html", "old/index.html"] {
        let policy = policy(&built, page);
        for directive in ["default-src", "frame-src", "object-src", "base-uri", "form-action"] {
            assert_eq!(sources(&policy, directive), ["'none'"], "{page}");
        }
        for directive in ["connect-src", "font-src", "img-src", "manifest-src", "media-src", "worker-src"] {
            assert_eq!(sources(&policy, directive), ["'self'"], "{page}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        assert!(built.text(page).contains("<meta name=\"referrer\" content=\"strict-origin-when-cross-origin\">"));
    }
}

#[test]
fn inline_scripts_and_styles_are_known_by_their_bytes() {
    let built = site().post("hello.md", "Hi.").bundle();
    let policy = policy(&built, "posts/hello/index.html");
    let html = built.text("posts/hello/index.html");
    // The bundler's script takes the program out of its template.
    let (_, takes) = html.split_once("</template>\n<script>").expect("a script");
    let (takes, _) = takes.split_once("</script>").expect("its end");
    let [takes, first] = [takes, "first()"].map(hash);
    // The script that runs the program is a file.
    assert_eq!(sources(&policy, "script-src"), ["'self'", "'wasm-unsafe-eval'", &takes, &first]);
    let (_, style) = html.split_once("<style>").expect("a style");
    let (style, rest) = style.split_once("</style>").expect("its end");
    assert!(style.contains("red") && style.contains("blue") && !rest.contains("<style>"), "{html}");
    assert_eq!(sources(&policy, "style-src"), ["'self'", &hash(style)]);
}

#[test]
fn the_script_of_an_old_address_is_known_by_its_bytes_too() {
    let built =
        site().post_with("hello.md", "title = \"Hello\"\ndate = 2025-03-01\naliases = [\"/old/\"]", "Hi.").bundle();
    let html = built.text("old/index.html");
    let (_, script) = html.split_once("<script>").expect("a script");
    let script = hash(script.split_once("</script>").expect("its end").0);
    assert!(sources(&policy(&built, "old/index.html"), "script-src").contains(&script));
}

#[test]
fn the_owner_can_allow_other_hosts() {
    let policy = policy(
        &site().config("[policy]\nimg = [\"https://images.example\", \"https://*.tiles.example\"]\nframe = [\"https://talk.example:8443\"]\n").post("hello.md", "Hi.").bundle(),
        "index.html",
    );
    assert_eq!(sources(&policy, "img-src"), ["'self'", "https://images.example", "https://*.tiles.example"]);
    assert_eq!(sources(&policy, "frame-src"), ["https://talk.example:8443"]);
    assert_eq!(sources(&policy, "media-src"), ["'self'"]);
}

#[test]
fn an_invalid_host_is_an_error() {
    for host in [
        "http://images.example",
        "images.example",
        "*",
        "https://*",
        "https://localhost",
        "https://images.example/cats",
        "https://images.example; script-src *",
        "https://images.example 'unsafe-inline'",
        "'unsafe-inline'",
        "data:",
        "https:",
        "https://images.example:port",
        "https://images..example",
    ] {
        let mistakes = site().config(&format!("[policy]\nimg = [\"https://a.example\", \"{host}\"]\n")).mistakes();
        let wrong = format!(
            "site.toml:5: \"{host}\" in \"policy.img\" is not the https address of a host — write img = [\"https://host.example\"]"
        );
        assert_eq!(mistakes, [wrong]);
    }
    let mistakes = site().config("[policy]\nimgs = [\"https://a.example\"]\n").mistakes();
    assert_eq!(mistakes, ["site.toml:5: unknown key \"policy.imgs\" — did you mean \"img\"?"]);
}

#[test]
fn a_picture_that_no_reader_would_see_is_a_mistake() {
    for (line, address) in [
        ("![A cat](https://images.example/cat.png)", "https://images.example/cat.png"),
        ("![A cat](//images.example/cat.png)", "//images.example/cat.png"),
        ("<img src=\"https://images.example/cat.png\" alt=\"A cat\">", "https://images.example/cat.png"),
        ("![A cat](https://images.example.net/cat.png)", "https://images.example.net/cat.png"),
    ] {
        let site = || site().post("hello.md", &format!("[Cats](https://cats.example)\n\n{line}"));
        let html = "[markdown]\nhtml = true\n";
        let mistakes = site().config(html).mistakes();
        let host = if address.contains(".net") { "https://images.example.net" } else { "https://images.example" };
        let wrong = format!(
            "posts/hello.md:7: \"{address}\" is on another host, which would learn who reads the post — put a copy beside \
             the post, or allow the host in site.toml:\n[policy]\nimg = [\"{host}\"]"
        );
        assert_eq!(mistakes, [wrong]);
        if !address.contains(".net") {
            site().config(&format!("{html}[policy]\nimg = [\"https://images.example\"]\n")).bundle();
        }
    }
    let below = "[policy]\nimg = [\"https://*.images.example\"]\n";
    site().config(below).post("hello.md", "![A cat](https://a.images.example/cat.png)").bundle();
    assert_eq!(site().config(below).post("hello.md", "![A cat](https://images.example/cat.png)").mistakes().len(), 1);
}

#[test]
fn what_loads_the_program_waits_in_a_template_until_the_page_was_painted() {
    let built = site().post("one.md", "Text.").bundle();
    for page in ["index.html", "posts/one/index.html", "404.html"] {
        let html = built.text(page);
        let (before, rest) = html.split_once("<template id=\"program\">").expect("a template");
        let (kept, after) = rest.split_once("</template>").expect("its end");
        assert!(kept.contains("<script type=\"module\" src=\"/personal-page-start-"), "{kept}");
        // A browser checks the integrity of the one, and warns that it ignores the other's.
        assert!(kept.contains("<link rel=\"modulepreload\" href=\"/fourth.js\" integrity=\"sha384-4\">"), "{kept}");
        let fetched = "<link rel=\"preload\" href=\"/fifth.wasm\" as=\"fetch\" type=\"application/wasm\">";
        assert!(kept.contains(fetched), "{kept}");
        assert!(!before.contains("type=\"module\"") && !after.contains("type=\"module\""), "{page}");
        assert!(after.contains("getElementById(\"program\")"), "{page} has what takes it out");
    }
}

/// A post a line, with pictures of these addresses.
fn with_pictures(posts: &[&[&str]], config: &str) -> Site {
    posts.iter().enumerate().fold(site().config(config), |site, (index, addresses)| {
        let text: Vec<String> = addresses.iter().map(|address| format!("![A cat]({address})")).collect();
        site.post(&format!("post-{index}.md"), &text.join("\n\n"))
    })
}

#[test]
fn a_host_is_one_mistake_however_many_pictures_it_has() {
    let posts: [&[&str]; 3] = [
        &["https://b.example/1.png", "https://a.example/1.png", "https://b.example/1.png"],
        &["https://b.example/2.png", "//B.example/3.png"],
        &["https://b.example/4.png"],
    ];
    let mistakes = with_pictures(&posts, "").mistakes();
    let b = "posts/post-0.md:5: \"https://b.example/1.png\" is on another host, which would learn who reads the post \
             (https://b.example is used 5 times in 3 posts: posts/post-0.md, posts/post-1.md, posts/post-2.md) — put copies \
             beside the posts, or allow the host in site.toml:\n[policy]\nimg = [\"https://b.example\"]\n\
             or all 2 hosts of this site:\n[policy]\nimg = [\"https://a.example\", \"https://b.example\"]";
    let a = "posts/post-0.md:7: \"https://a.example/1.png\" is on another host, which would learn who reads the post — put \
             a copy beside the post, or allow the host in site.toml:\n[policy]\nimg = [\"https://a.example\"]";
    assert_eq!(mistakes, [b, a]);
}

#[test]
fn the_lines_that_allow_hosts_work_as_they_are() {
    let posts: [&[&str]; 2] = [
        &["https://b.example:8443/1.png", "https://A.example/1.png?size=2"],
        &["https://b.example:8443/2.png", "https://a.example#x"],
    ];
    let mistakes = with_pictures(&posts, "").mistakes();
    let (one, all) = mistakes[0].split_once("\nor all 2 hosts of this site:\n").expect("both remedies");
    with_pictures(&posts, &format!("{all}\n")).bundle();
    let (_, one) = one.split_once("site.toml:\n").expect("a line for one");
    let rest = with_pictures(&posts, &format!("{one}\n")).mistakes();
    assert_eq!(rest.len(), 1, "{rest:?}");
    let (_, lines) = rest[0].split_once("site.toml:\n").expect("a line for the other");
    with_pictures(&posts, &format!("{lines}\n")).bundle();
}

#[test]
fn a_host_that_cannot_be_allowed_has_another_remedy() {
    for (address, remedy) in [
        ("http://localhost:8000/1.png", "put a copy beside the post"),
        ("https://me@a.example/1.png", "put a copy beside the post"),
        ("http://allowed.example/1.png", "put a copy beside the post, or write https:"),
        (
            "HTTP://a.example/1.png",
            "put a copy beside the post, or write https:, and allow the host in site.toml:\n[policy]\n\
             img = [\"https://allowed.example\", \"https://a.example\"]",
        ),
    ] {
        let mistakes = with_pictures(&[&[address]], "[policy]\nimg = [\"https://allowed.example\"]\n").mistakes();
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        assert!(mistakes[0].ends_with(&format!("the post — {remedy}")), "{mistakes:?}");
    }
}

#[test]
fn with_lenient_a_site_with_pictures_of_other_hosts_is_built_with_a_warning_a_host() {
    let posts: [&[&str]; 2] = [&["https://b.example/1.png"], &["https://b.example/2.png"]];
    let warnings = with_pictures(&posts, "").lenient().bundle().warnings();
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].contains("posts/post-0.md:5: warning: \"https://b.example/1.png\""), "{warnings:?}");
}
