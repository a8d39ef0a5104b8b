//! Whether dollar signs enclose a formula or mean money.

use personal_page::bundle::english;
use personal_page::content::{Dialect, RenderData};
use personal_page::markdown::{Render, has_only_words, render};

use super::{check_line, html};

#[test]
fn amounts_of_money_are_words_with_their_markup() {
    for text in [
        "$20 (in US$)",
        "$14 … 5$ here",
        "$14 on one day and 5$ on the next",
        "$20 million in A$, or $30 or 40$",
        "$5/month or 50$/year",
        "US$5 and CA$6, US$ 5$ and A$7",
        "$10k-$20k, $10–$20, $AAPL/$MSFT",
        "$HOME/bin:$PATH, $i/$n, ${A}/${B}, ${A}/x:$B",
        "$$5 and $$10",
        "x$y$z",
        "It costs $50+ per month (in US$).",
        "Budget: $1,000+ up front, then 500$ a month.",
        "It is $5 <10$ and $20=20€, 30$ then.",
        "$1_000 and 2_000$",
        "Kafka costs $0.10/GB (<$1 a day) or $5+ (US$).",
        "It was $50+ (A$), or $5 + tax or 6$, or $50+ CAD$.",
    ] {
        assert_eq!(html(text), format!("<p>{}</p>\n", text.replace('<', "&lt;")));
    }
    check_line(&[(
        "$20 *in* [US](/u)$ and `$5` (A$)",
        "$20 <em>in</em> <a href=\"/repo/u\">US</a>$ and <code>$5</code> (A$)",
    )]);
}

#[test]
fn formulas_stand_beside_signs_and_words() {
    for (text, formulas) in [
        ("$x$", &["x"][..]),
        ("($a+b$), \"$c$\", $k$-means, $n$th, -$d$", &["a+b", "c", "k", "n", "d"]),
        ("H$_2$O and m$^2$", &["_2", "^2"]),
        ("设$x$为", &["x"]),
        ("$2^{10}$ $2 + 2$ $5 - 3$ $1, 2, 3$ $2 x$ $22$", &["2^{10}", "2 + 2", "5 - 3", "1, 2, 3", "2 x", "22"]),
        ("It costs $5, and $x^2$ is a square.", &["x^2"]),
        ("$f(x)$s, $x_1$s", &["f(x)", "x_1"]),
        (
            "$a_1 + b^2$ $x + 10$ $2 + 2 = 4$ $f(x)=\\text{two words}$ $10^3$ $3ab + 5cd = 0$ $2 AB = CD$",
            &["a_1 + b^2", "x + 10", "2 + 2 = 4", "f(x)=\\text{two words}", "10^3", "3ab + 5cd = 0", "2 AB = CD"],
        ),
        ("$2 \\le x_1$ $2 x_1 + 3 ab$ $5 = |x|$ $2 + AB$", &["2 \\le x_1", "2 x_1 + 3 ab", "5 = |x|", "2 + AB"]),
        ("US$5 and $x+1$ or US$6: $x < 10$, $x <10$", &["x+1", "x &lt; 10", "x &lt;10"]),
    ] {
        let html = html(text);
        let found: Vec<&str> = html
            .split("<code class=\"math\">")
            .skip(1)
            .filter_map(|rest| rest.split_once("</code>").map(|(formula, _)| formula))
            .collect();
        assert_eq!(found, formulas, "from {text}");
    }
}

#[test]
fn a_formula_of_words_is_known_as_such() {
    for words in ["and then", "words", "a few of them", "5 or so, the max", "a lot + taxes = too much"] {
        assert!(has_only_words(words), "{words}");
    }
    for formula in ["x", "ab", "ABCD", "dx dy = 1", "\\text{and then}", "1, 2", "a b", "sin x", "f(x)", "E=mc^2"] {
        assert!(!has_only_words(formula), "{formula}");
    }
}

#[test]
fn formulas_can_be_off() {
    let dialect = Dialect { math: false, ..Dialect::default() };
    let beside = RenderData { dialect, ..RenderData::default() };
    let options = Render { base: "/", words: &english(), html: &[], sidenotes: false };
    let html = render("So $a *b* c$ and $$d$$ \"e\"", &beside, options);
    assert_eq!(html, "<p>So $a <em>b</em> c$ and $$d$$ “e”</p>\n");
}
