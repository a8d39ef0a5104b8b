//! The words of the interface.

/// Everything the engine itself says to a reader.
pub struct Words {
    pub(crate) skip: &'static str,
    pub(crate) navigation: &'static str,
    pub(crate) posts: &'static str,
    pub(crate) no_posts: &'static str,
    pub(crate) pages: &'static str,
    pub(crate) newer: &'static str,
    pub(crate) older: &'static str,
    pub(crate) archive: &'static str,
    pub(crate) tags: &'static str,
    pub(crate) tagged: &'static str,
    pub(crate) contents: &'static str,
    pub(crate) updated: &'static str,
    pub(crate) draft: &'static str,
    pub(crate) not_found: &'static str,
    pub(crate) not_found_more: &'static str,
    pub(crate) unreachable: &'static str,
    pub(crate) unreachable_more: &'static str,
    pub(crate) retry: &'static str,
    pub(crate) home: &'static str,
    pub(crate) months: [&'static str; 12],
}

/// The English words.
pub const WORDS: Words = Words {
    skip: "Skip to the text",
    navigation: "Site",
    posts: "Posts",
    no_posts: "Nothing is published here yet.",
    pages: "More posts",
    newer: "← Newer",
    older: "Older →",
    archive: "Archive",
    tags: "Tags",
    tagged: "Posts tagged",
    contents: "Contents",
    updated: "updated",
    draft: "draft",
    not_found: "Nothing is here",
    not_found_more: "The address may be mistyped, or the page may have moved.",
    unreachable: "This page did not arrive",
    unreachable_more: "The network or the host did not answer. What you have read so far is still here: go back, or try again.",
    retry: "Try again",
    home: "To the homepage",
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};
