//! Formulas in other delimiters.

use personal_page::import::translate::syntax::Syntax::{Hugo, Jekyll};

use super::{becomes, stays};

#[test]
fn delimiters_of_latex_become_dollar_signs() {
    becomes(
        Hugo,
        "With \\\\(x\\\\) and \\(x^2\\).\n\n\\\\[ \\frac{a}{b} \\\\]\n\n\\[\n\\sum_{k} k\n\\]\n",
        "With $x$ and $x^2$.\n\n$$\\frac{a}{b}$$\n\n$$\\sum_{k} k$$\n",
    );
}

#[test]
fn kramdown_has_two_dollar_signs_within_a_line_too() {
    becomes(Jekyll, "So $$x^2$$ is it.\n\n$$\ny\n$$\n", "So $x^2$ is it.\n\n$$\ny\n$$\n");
    stays(Hugo, "So $$x^2$$ is it.\n");
}

#[test]
fn brackets_money_and_code_stay() {
    stays(Hugo, "A \\(sic\\) b \\[1\\], $5 and $10, `\\(x^2\\)`.\n\n```\n\\[ x^2 \\]\n```\n");
}
