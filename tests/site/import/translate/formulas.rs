//! Formulas in other delimiters.

use personal_page::import::translate::syntax::Syntax::{Hugo, Jekyll, Zola};

use super::{becomes, stays, told};

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

#[test]
fn a_name_in_a_formula_is_its_letters() {
    becomes(Zola, "## $\\KaTeX$\n\nIn $\\LaTeX$.\n", "## KaTeX\n\nIn LaTeX.\n");
    becomes(Zola, "So $x = \\TeX$.\n", "So $x = \\text{TeX}$.\n");
}

#[test]
fn a_formula_that_cannot_be_set_is_code_and_told_of() {
    becomes(
        Zola,
        "Water: $\\ce{H2O}$.\n\n$$\n\\ce{A -> B}\n$$\n",
        "Water: `\\ce{H2O}`.\n\n```latex\n\\ce{A -> B}\n```\n",
    );
    let (_, notes) = told(Zola, "Text.\n\nWater: $\\ce{H2O}$.\n");
    assert_eq!(notes.open[0].line, 3);
    assert_eq!(notes.open[0].message, "the formula has an unknown command, \\ce, and is shown as code");
}

#[test]
fn a_formula_that_can_be_set_and_money_stay() {
    stays(Zola, "$\\frac{a}{b}$, `$\\KaTeX$`, $5 and $10.\n\n```\n$\\ce{x}$\n```\n");
}
