//! The files that the editor loads: what it prepares texts with, and the grammars of code. Native only.

use super::address::OutputPath;
use super::diagnostics::Diagnostics;
use super::output::paths::{Output, OutputPaths};
use super::preview::grammars;
use crate::view::contract::files::{WRITE_GRAMMARS, WRITE_SITE};

/// Gives each file its path.
pub(crate) fn put(places: &mut OutputPaths, findings: &mut Diagnostics) {
    let by = "the data of the editor";
    places.put(OutputPath::new(WRITE_SITE), by, Output::SiteIndex, findings);
    for name in grammars() {
        let path = OutputPath::new([WRITE_GRAMMARS, &name].concat());
        places.put(path, by, Output::Grammar(name), findings);
    }
}
