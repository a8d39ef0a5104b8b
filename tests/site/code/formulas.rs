//! Formulas become MathML, or the author gets the reason why not.

use personal_page::bundle::mathml;

use super::nests;

#[test]
fn typical_formulas_become_mathml_without_style() {
    for source in [
        r"e^{i\pi} + 1 = 0",
        r"\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi}",
        r"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}",
        r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}",
        r"\lim_{x \to 0} \frac{\sin x}{x} = 1",
        r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
        r"\begin{aligned} a &= b + c \\[1em] &= d \end{aligned}",
        r"|x| = \begin{cases} x & x \ge 0 \\ -x & \text{otherwise} \end{cases}",
        r"\mathbb{R} \subset \mathbb{C}, \quad \forall \varepsilon > 0 \; \exists \delta",
        r"\vec{x} \cdot \hat{y} = \lVert x \rVert \, \lVert y \rVert \cos\theta",
        r"\binom{n}{k} = \frac{n!}{k!\,(n-k)!}",
        r"\mathcal{O}(n \log n)",
        r"\nabla \times \mathbf{E} = -\frac{\partial \mathbf{B}}{\partial t}",
        r"\left( \frac{1}{2} \right)^{2}",
        r"\left. \frac{df}{dx} \right|_{x=0}",
        r"\overline{AB} \parallel \underline{CD}",
        r"\prod_{p} \frac{1}{1 - p^{-s}} = \zeta(s)",
        r"\sqrt[3]{x} \approx 1.26",
        r"a \equiv b \pmod{n}",
        r"\underbrace{a + b}_{c} \xrightarrow{f} d",
        r"\begin{array}{c|c} a & b \\ \hline c & d \end{array}",
        r"\color{red}{x} + \textcolor{blue}{y} \! z \hspace{-2em}",
        r"\operatorname*{argmin}_\theta L(\theta)",
    ] {
        for display in [false, true] {
            let mathml = mathml(source, display).unwrap_or_else(|mistake| panic!("{source}: {mistake:?}"));
            let start = if display { "<math display=\"block\">" } else { "<math display=\"inline\">" };
            assert!(mathml.starts_with(start) && mathml.ends_with("</math>"), "{mathml}");
            assert!(!mathml.contains("style=") && nests(&mathml), "{mathml}");
        }
    }
}

#[test]
fn what_formulas_are_made_of_is_kept() {
    assert_eq!(
        mathml(r"\sqrt{2} < x'", false).as_deref(),
        Ok("<math display=\"inline\"><msqrt><mrow><mn>2</mn></mrow></msqrt><mo>&lt;</mo><mi>x</mi><mi>′</mi></math>")
    );
    let space = mathml(r"a \! b", false).unwrap_or_default();
    assert!(space.contains("<mspace class=\"back\"></mspace>"), "{space}");
    let sum = mathml(r"\sum_{k=1}^n k", true).unwrap_or_default();
    assert!(sum.contains("<munderover>"), "{sum}");
    let cases = mathml(r"\begin{cases} a & b \end{cases}", true).unwrap_or_default();
    assert!(cases.contains("<mtable class=\"menv-cells-left menv-cases\">"), "{cases}");
}

#[test]
fn a_formula_that_does_not_parse_says_what_is_wrong_and_where() {
    for (source, expected, offset) in [
        (r"\fraq{1}{2}", r"the formula has an unknown command, \fraq", 0),
        ("a +\n\\foo b", r"the formula has an unknown command, \foo", 4),
        (r"\frac{1}{2", "the formula is not LaTeX: unbalanced group found, expected it to be closed with `}`", 0),
        ("a_1_2", "the formula is not LaTeX: trying to add a subscript twice to the same element", 0),
        ("a & b", "the formula is not LaTeX: alignment not allowed in current environment", 0),
    ] {
        let found =
            mathml(source, false).map_or_else(|mistake| (mistake.message, mistake.offset), |_| (String::new(), 0));
        assert_eq!((found.0.as_str(), found.1), (expected, offset), "{source}");
    }
}

#[test]
fn a_formula_carries_nothing_that_runs() {
    for source in [
        r"\operatorname{<script>alert(1)</script>}",
        r"\text{<img src=x onerror=alert(1)>}",
        r"\operatorname{<img src=x onerror=alert(1)>}",
        r"\mathrm{</math><script>}",
        "\\operatorname{\"><style>}",
    ] {
        let mathml = mathml(source, false).unwrap_or_default();
        for bad in ["<script", "<img", "<style"] {
            assert!(!mathml.contains(bad), "{source}: {mathml}");
        }
    }
}

#[test]
fn a_formula_as_deep_as_can_be_takes_no_endless_stack() {
    for open in ["{", r"\sqrt{", r"\sqrt ", r"\hat", r"\left(", "x^{", r"\frac", r"\begin{matrix}"] {
        let _ = mathml(&open.repeat(4_000 / open.len()), true);
        let _ = mathml(&(open.repeat(2_000 / open.len()) + "x" + &"}".repeat(2_000 / open.len())), true);
        assert!(mathml(&open.repeat(4_000), true).is_err());
    }
}
