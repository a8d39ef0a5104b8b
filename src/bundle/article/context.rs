//! What all texts of a site are prepared with.

use super::code::grammars::Grammars;
use super::costly::Costly;
use super::pictures::Pictures;
use super::resolve::Resolver;
use super::sanitise::Rules;
use crate::bundle::input::config::heading_ids::HeadingIds;
use crate::bundle::kept::Kept;

/// What all texts of a site are prepared with.
pub(crate) struct Context<'a> {
    pub(crate) resolver: &'a Resolver,
    pub(crate) pictures: &'a Pictures,
    pub(crate) grammars: &'a Grammars,
    pub(crate) costly: &'a dyn Costly,
    /// Where the results of costly work are kept.
    pub(crate) kept: Kept<'a>,
    /// The engine whose ids headings have.
    pub(crate) heading_ids: HeadingIds,
    /// Which HTML passes.
    pub(crate) rules: Rules<'a>,
    /// The path that the site is published under, with a slash at both ends.
    pub(crate) base: &'a str,
    /// Whether references that lead nowhere are warnings.
    pub(crate) lenient: bool,
}
