//! Formulas: converted from LaTeX to MathML at build time, so that browsers need no LaTeX parser.

#[cfg(any(not(target_arch = "wasm32"), feature = "costly"))]
pub(crate) mod mathml;

use std::sync::LazyLock;

use crate::bundle::article::costly::{Costly, Mistake};
use crate::bundle::article::within::within;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::LineIndex;
use crate::bundle::input::post::Post;
use crate::bundle::kept::Kept;
use crate::bundle::key::{Key, version_of};
use crate::markdown::{Formula, has_only_words};

/// The MathML elements that a formula may have.
pub(crate) const ELEMENTS: [&str; 25] = [
    "math",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
];

/// Their attributes. No `style`, which the Content-Security-Policy of the page forbids.
pub(crate) const ATTRIBUTES: [&str; 20] = [
    "accent",
    "accentunder",
    "class",
    "columnspan",
    "depth",
    "display",
    "displaystyle",
    "form",
    "height",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "rspace",
    "scriptlevel",
    "stretchy",
    "symmetric",
    "width",
];

/// All formulas of a post as MathML, for [`RenderData::formulas`](crate::content::RenderData::formulas). One that does not parse
/// is an error; with `lenient` it is a warning, and shown as it is written.
pub(crate) fn mathml_of_all(
    post: &Post,
    lines: &LineIndex<'_>,
    lenient: bool,
    costly: &dyn Costly,
    kept: &Kept<'_>,
    findings: &mut Diagnostics,
) -> Vec<String> {
    let (formulas, path) = (&post.anatomy.formulas, &post.source.path);
    let one = |(formula, made): (&Formula, Option<Result<String, Mistake>>)| match made {
        None => String::new(),
        Some(Ok(mathml)) => {
            if has_only_words(&formula.source) {
                let words = formula.source.split_whitespace().collect::<Vec<_>>().join(" ");
                let message = format!("the formula \"{words}\" contains only words");
                let remedy = "write \\$ for a dollar sign, or \\text{…} around words in a formula";
                findings.warning(path, lines.location(&formula.span), message, remedy);
            }
            mathml
        }
        Some(Err(Mistake { message, offset })) => {
            let start = within(&post.body, &formula.source, &formula.span, offset);
            let at = lines.location(&(start..formula.span.end.max(start)));
            let remedy = "correct it, or write \\$ for a dollar sign";
            findings.mistake(lenient, path, at, message, remedy);
            String::new()
        }
    };
    let mut all: Vec<String> = formulas.iter().zip(mathml_of_each(formulas, costly, kept)).map(one).collect();
    while all.last().is_some_and(String::is_empty) {
        all.pop();
    }
    all
}

/// What determines the MathML besides the formula, as a hash for the cache key. Static, because it searches the lock
/// file.
static MAKER: LazyLock<Key> = LazyLock::new(|| {
    let crates = ["pulldown-latex", "ammonia"].map(version_of).concat();
    let edition: &[u8] = if cfg!(target_arch = "wasm32") {
        b""
    } else {
        concat!(include_str!("mod.rs"), include_str!("mathml.rs")).as_bytes()
    };
    Key::new("formulas", &[edition, crates.as_bytes()])
});

/// The formulas of a text as MathML. They are kept: most did not change.
fn mathml_of_each(formulas: &[Formula], costly: &dyn Costly, kept: &Kept<'_>) -> Vec<Option<Result<String, Mistake>>> {
    fn inputs(formula: &Formula) -> [&[u8]; 2] {
        [formula.source.as_bytes(), if formula.display { b"block" } else { b"inline" }]
    }
    kept.all(&MAKER, formulas, inputs, |formula| costly.mathml(&formula.source, formula.display), |_| true)
}
