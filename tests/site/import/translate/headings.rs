//! Headings of the first level.

use personal_page::import::translate::syntax::Syntax::Plain;
use personal_page::import::translate::title::without_title;

use super::{becomes, stays};

#[test]
fn all_headings_move_down_if_one_has_the_first_level() {
    becomes(
        Plain,
        "# One\n\nText\n\n### Three #\n\nTitle\n=====\n\nSub *title*\n---\n\n###### Six\n\n> # Quoted\n",
        "## One\n\nText\n\n#### Three #\n\nTitle\n-----\n\n### Sub *title*\n\n###### Six\n\n> ## Quoted\n",
    );
}

#[test]
fn others_stay() {
    stays(Plain, "## Two\n\nSub\n---\n\n    # code\n\n```sh\n# comment\n```\n\n#hashtag\n");
}

#[test]
fn a_first_heading_that_repeats_the_title_is_deleted() {
    assert_eq!(without_title("\n# Hello *world*\n\nText.\n", "Hello World").as_deref(), Some("\n\n\nText.\n"));
    assert_eq!(without_title("Hello\n=====\nText.\n", "Hello").as_deref(), Some("\n\nText.\n"));
    assert_eq!(without_title("# Other\n\nText.\n", "Hello"), None);
    assert_eq!(without_title("Text.\n\n# Hello\n", "Hello"), None);
    assert_eq!(without_title("", ""), None);
}
