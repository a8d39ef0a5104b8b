//! Straight quotes become quotation marks, apostrophes, or the primes of feet and inches.

use personal_page::bundle::english;
use personal_page::content::{Dialect, RenderData};
use personal_page::markdown::{Render, render};

use super::check_line;

#[test]
fn after_a_number_a_quote_is_a_prime() {
    check_line(&[
        ("A 27\" monitor", "A 27″ monitor"),
        ("He is 6'2\" tall, and 5' wide.", "He is 6′2″ tall, and 5′ wide."),
        ("48°51'24\" N", "48°51′24″ N"),
        ("27\"x14\", a 27½\" board", "27″x14″, a 27½″ board"),
        ("The 13\" and the 15\" model (a 27\").", "The 13″ and the 15″ model (a 27″)."),
        ("*27*\" and `27`\" and **27\"** wide", "<em>27</em>″ and <code>27</code>″ and <strong>27″</strong> wide"),
    ]);
}

#[test]
fn a_quote_that_ends_in_a_number_is_closed() {
    check_line(&[
        ("Born \"in 1984\" and \"27\".", "Born “in 1984” and “27”."),
        ("Born 'in 1984', he said", "Born ‘in 1984’, he said"),
        ("\"A 27\" monitor\" it said", "“A 27″ monitor” it said"),
        ("as they did in 1984\" he said", "as they did in 1984” he said"),
        ("\"the class of '84\"", "“the class of ’84”"),
    ]);
}

#[test]
fn what_is_left_out_leaves_an_apostrophe() {
    check_line(&[
        ("It's the '90s, the 1980's, the dogs' bone", "It’s the ’90s, the 1980’s, the dogs’ bone"),
        ("'tis 1'000'000 'times'", "’tis 1’000’000 ‘times’"),
        ("get 'em", "get ’em"),
    ]);
}

#[test]
fn quotes_turn_by_what_is_beside_them() {
    check_line(&[
        ("\"'quoted' inside\" and \"inside 'quoted'\"", "“‘quoted’ inside” and “inside ‘quoted’”"),
        ("The mark (\") and \" alone", "The mark (&quot;) and &quot; alone"),
        ("(\"x\") [\"x\"] --\"x\" \"x--\" a/\"b\"", "(“x”) [“x”] –“x” “x–” a/“b”"),
        ("\"Wow,\" \"she said\". \"Really!\" \"...\"", "“Wow,” “she said”. “Really!” “…”"),
        ("\"unclosed", "“unclosed"),
        ("他说\"你好\"。", "他说“你好”。"),
        ("\\\"a\\\" &quot;b&quot;", "&quot;a&quot; &quot;b&quot;"),
    ]);
}

#[test]
fn markup_does_not_part_quotes() {
    check_line(&[
        ("*\"word\"* \"*word*\" **\"a\"** b", "<em>“word”</em> “<em>word</em>” <strong>“a”</strong> b"),
        ("[\"x\"](/u) \"[x](/u)\"", "<a href=\"/repo/u\">“x”</a> “<a href=\"/repo/u\">x</a>”"),
        ("\"`code`\" and \"a `b\"` c\"", "“<code>code</code>” and “a <code>b&quot;</code> c”"),
    ]);
}

#[test]
fn a_quote_is_closed_in_its_own_block() {
    let html = super::html("\"one\n\n- \"two\n- three\" x\n\n|\"a|b\"|\n|-|-|\n");
    for part in ["<p>“one</p>", "<li>“two</li>", "<li>three” x</li>", ">“a</th>", ">b”</th>"] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn smart_punctuation_can_be_off() {
    let dialect = Dialect { smart_punctuation: false, ..Dialect::default() };
    let beside = RenderData { dialect, ..RenderData::default() };
    let options = Render { base: "/", words: &english(), html: &[], sidenotes: false };
    let html = render("Pass --release... It's \"27\"\" $x$", &beside, options);
    assert_eq!(html, "<p>Pass --release... It's &quot;27&quot;&quot; <code class=\"math\">x</code></p>\n");
}
