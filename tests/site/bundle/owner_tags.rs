//! What the owner adds to every page: tags in the head, counters of visits, a newsletter; and what the policy then allows.

use crate::bundle::site::{Built, Site};

fn built(config: &str) -> Built {
    Site::new().config(config).post("2025-03-01-hello.md", "Hi.").bundle()
}

/// The sources of a directive of the policy.
fn sources(html: &str, directive: &str) -> String {
    let (_, rest) = html.split_once(&format!("{directive} ")).expect("the directive");
    rest.split([';', '"']).next().unwrap_or_default().to_owned()
}

#[test]
fn each_counter_opens_its_own_addresses_only() {
    for (config, script, connect) in [
        (
            "goatcounter = \"https://me.goatcounter.com/count\"",
            "<script async src=\"https://gc.zgo.at/count.js\" data-goatcounter=\"https://me.goatcounter.com/count\">",
            "'self' https://me.goatcounter.com/count",
        ),
        (
            "plausible = \"me.example\"",
            "<script async src=\"https://plausible.io/js/script.js\" data-domain=\"me.example\">",
            "'self' https://plausible.io/api/event",
        ),
        (
            "plausible = { domain = \"me.example\", host = \"https://count.example/\" }",
            "<script async src=\"https://count.example/js/script.js\" data-domain=\"me.example\">",
            "'self' https://count.example/api/event",
        ),
        (
            "umami = { id = \"1-2\", script = \"https://count.example/u/s.js\" }",
            "<script async src=\"https://count.example/u/s.js\" data-website-id=\"1-2\">",
            "'self' https://count.example/u/api/send",
        ),
        ("script = \"https://count.example/s.js\"", "<script async src=\"https://count.example/s.js\">", "'self'"),
    ] {
        let built = built(&format!("[policy]\nimg = [\"https://a.example\"]\n[analytics]\n{config}"));
        for page in ["index.html", "posts/hello/index.html", "404.html"] {
            let html = built.text(page);
            assert!(html.contains(script), "{script} is not in {html}");
            let src = script.split('"').nth(1).expect("an address");
            assert!(sources(&html, "script-src").split(' ').any(|source| source == src), "{html}");
            assert_eq!(sources(&html, "connect-src"), connect);
            assert!(sources(&html, "img-src").starts_with("'self' https://a.example"), "{html}");
        }
    }
}

#[test]
fn the_author_who_looks_at_drafts_is_not_counted() {
    let site = Site::new().config("[analytics]\nplausible = \"me.example\"").post("2025-03-01-hello.md", "Hi.");
    assert!(!site.drafts().bundle().text("index.html").contains("data-domain"));
}

#[test]
fn a_counter_without_an_address_is_an_error_with_the_line_to_write() {
    for (config, remedy) in [
        ("goatcounter = \"me\"", "write goatcounter = \"https://me.goatcounter.com/count\""),
        ("script = \"https://a.example/; script-src *\"", "write script = \"https://counter.example/script.js\""),
        ("umami = { script = \"https://a.example/s.js\" }", "write umami = { id = \"…\" }"),
    ] {
        let mistakes = Site::new().config(&format!("[analytics]\n{config}")).mistakes();
        assert!(mistakes[0].contains(remedy), "{mistakes:?}");
    }
}

#[test]
fn the_owners_tags_are_in_every_head_and_none_can_break_out_of_it() {
    let config = "[head]\nmeta = { \"google-site-verification\" = \"a\\\"><b>\" }
links = [{ rel = \"me\", href = \"https://mastodon.example/@alex\" }]";
    for page in ["index.html", "posts/hello/index.html"] {
        let html = built(config).text(page);
        assert!(html.contains("<meta name=\"google-site-verification\" content=\"a&quot;&gt;&lt;b&gt;\">"), "{html}");
        assert!(html.contains("<link rel=\"me\" href=\"https://mastodon.example/@alex\">"), "{html}");
    }
    let mistakes = Site::new().config("[head]\nlinks = [{ rel = \"stylesheet\", href = \"https://a.example/a.css\" }]");
    assert!(mistakes.mistakes()[0].contains("write your style into public/owner.css"));
}

#[test]
fn readers_subscribe_by_a_form_below_posts_which_alone_may_be_sent() {
    let config = "[newsletter]\nurl = \"https://letters.example/subscribe/me\"";
    let html = built(config).text("posts/hello/index.html");
    assert!(html.contains("<form class=\"newsletter\" action=\"https://letters.example/subscribe/me\""), "{html}");
    assert!(html.contains("name=\"email\""), "{html}");
    assert_eq!(sources(&html, "form-action"), "https://letters.example");
    let html = built("").text("posts/hello/index.html");
    assert_eq!(sources(&html, "form-action"), "'none'");
    assert!(!html.contains("<form"), "{html}");
}

#[test]
fn robots_are_told_what_the_content_may_be_used_for() {
    let robots = |config| built(config).text("robots.txt");
    assert!(
        robots("content_signal = \"search=yes,ai-train=no\"").contains("\nContent-Signal: search=yes, ai-train=no\n")
    );
    assert!(!robots("").contains("Content-Signal"));
    assert!(Site::new().config("content_signal = \"no\"").mistakes()[0].contains("write content_signal = "));
}
