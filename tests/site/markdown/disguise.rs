//! Characters hidden from the parser are restored, whatever else is in the text.

use std::fmt::Write;
use std::time::{Duration, Instant};

use personal_page::content::Dialect;
use personal_page::markdown::{LintKind, anatomy};

use super::{check, check_line, html};

/// The lints of a text: kind and named words.
fn told(text: &str) -> Vec<(LintKind, String)> {
    anatomy(text, Dialect::default()).lints.into_iter().map(|lint| (lint.kind, lint.words)).collect()
}

#[test]
fn entities_stay_the_characters_they_name() {
    check_line(&[
        ("It was US$20 or US$30, and x&#94;2 &Hat; 5&percnt;.", "It was US$20 or US$30, and x^2 ^ 5%."),
        ("中**「a」**文 &#xe000; &#xe00c; &#x2800;", "中<strong>「a」</strong>文 \u{e000} \u{e00c} \u{2800}"),
    ]);
    check(&[("para\n:) was all\n\nx&#94;2 5&#37;", "<p>para\n:) was all</p>\n<p>x^2 5%</p>")]);
}

#[test]
fn what_the_parser_puts_together_is_put_back_too() {
    check(&[
        (
            "> 中`100%\n> 。**b` US$5 and US$6",
            "<blockquote>\n<p>中<code>100% 。**b</code> US$5 and US$6</p>\n</blockquote>",
        ),
        (
            "US$5 [。**a **b](/。**x\\_y \"100% &amp; t。**\n「*c\") US$6.",
            "<p>US$5 <a href=\"/repo/%E3%80%82**x_y\" title=\"100% &amp; t。**\n「*c\">。**a **b</a> US$6.</p>",
        ),
        (
            "a [b] US$1, US$2\n\n[b]: /u \"t。**\\_「*c\"",
            "<p>a <a href=\"/repo/u\" title=\"t。**_「*c\">b</a> US$1, US$2</p>",
        ),
    ]);
}

#[test]
fn emphasis_stands_beside_any_number_of_different_characters() {
    let ideographs = || ('\u{4e00}'..).step_by(7).take(1000);
    let text: String = ideographs().map(|c| format!("{c}**“a”**{c}。\n\n")).collect();
    let expected: String = ideographs().map(|c| format!("<p>{c}<strong>“a”</strong>{c}。</p>\n")).collect();
    assert_eq!(html(&text), expected);
}

#[test]
fn any_number_of_amounts_in_a_paragraph_are_words() {
    for amounts in [16, 40, 500] {
        let mut text = "Prices: US$0".to_owned();
        (1..amounts).for_each(|amount| write!(text, ", US${amount}").expect("a string takes all"));
        assert_eq!(html(&text), format!("<p>{text}</p>\n"));
    }
}

#[test]
fn broken_references_are_reported_beside_amounts_of_money() {
    let nope = [(LintKind::UndefinedLabel, "nope".to_owned())];
    assert_eq!(told("It was US$5 [see][nope] or US$6."), nope);
    assert_eq!(told("It was US$5 ![p][nope] or US$6."), nope);
    assert_eq!(told("中[see][**「a」** US$1\nb] US$2"), [(LintKind::UndefinedLabel, "**「a」** US$1 b".to_owned())]);
}

#[test]
fn a_label_with_hidden_characters_is_used_where_it_is() {
    for text in [
        "See [**「規約」**を見る][**「規約」**].\n\n[**「規約」**]: /u",
        "See [**「規約」** x\ny] and [。**a][].\n\n[**「規約」** x y]: /u\n[。**a]: /v",
    ] {
        assert_eq!(told(text), []);
    }
    assert_eq!(
        html("[「*a*」] [（*a*）]\n\n[「*a*」]: /u\n[（*a*）]: /v"),
        "<p><a href=\"/repo/u\">「<em>a</em>」</a> <a href=\"/repo/v\">（<em>a</em>）</a></p>\n"
    );
    assert_eq!(told("A.\n\n[**「規約」**]: /u"), [(LintKind::UnusedLabel, "**「規約」**".to_owned())]);
}

#[test]
fn long_texts_are_read_in_time() {
    let braille: String = ('\u{2800}'..='\u{28ff}').collect();
    let letters: String = ('\u{e000}'..='\u{e0ff}').collect();
    let different: String = ('\u{4e00}'..).take(20_000).map(|c| format!("{c}*(")).collect();
    for text in [
        "*。a ".repeat(150_000) + &letters,
        "中*( ".repeat(120_000) + &braille,
        "a$b ".repeat(150_000) + "^%@?/,\u{1}\u{2}\u{3}\u{4}",
        "US$1, ".repeat(100_000),
        different.repeat(4),
    ] {
        let start = Instant::now();
        html(&text);
        let time = start.elapsed();
        let begin: String = text.chars().take(9).collect();
        assert!(time < Duration::from_secs(10), "{time:?} for {begin}");
    }
}
