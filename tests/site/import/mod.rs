//! What an import makes of other engines' sites.

mod translate;
