//! GitHub's own pages, filled in.

use personal_page_editor::store::github::forms;
use personal_page_editor::store::github::repository::Repository;

fn site() -> Repository {
    Repository::on_github("ada/site").expect("a name")
}

#[test]
fn a_new_text_fills_githubs_form() {
    let url = forms::new_file(&site(), "main", "posts/hello.md", "# Hi & bye\n");
    let expected = "https://github.com/ada/site/new/main/posts?filename=hello%2Emd&value=%23%20Hi%20%26%20bye%0A";
    assert_eq!(url.as_deref(), Some(expected));
}

#[test]
fn a_text_that_is_too_long_for_an_address_gets_the_blank_form() {
    let line = "Twenty characters.\n\n";
    assert!(forms::new_file(&site(), "main", "posts/a.md", &line.repeat(200)).is_some());
    assert_eq!(forms::new_file(&site(), "main", "posts/a.md", &line.repeat(400)), None);
    // What counts is the address, in which a letter of Japanese is nine characters.
    assert_eq!(forms::new_file(&site(), "main", "posts/a.md", &"日".repeat(1_000)), None);
    assert_eq!(
        forms::blank(&site(), "main", "posts/a.md"),
        "https://github.com/ada/site/new/main/posts?filename=a%2Emd"
    );
}

#[test]
fn a_text_that_is_there_opens_in_githubs_editor() {
    let folder = Repository { folder: "web/".to_owned(), ..site() };
    let url = forms::edit(&folder, "new/design", "posts/über uns.md");
    assert_eq!(url, "https://github.com/ada/site/edit/new/design/web/posts/%C3%BCber%20uns.md");
}

#[test]
fn the_form_for_a_token_has_the_boxes_ticked_and_names_the_repository() {
    let url = forms::token(&site(), 90);
    assert!(
        url.starts_with("https://github.com/settings/personal-access-tokens/new?name=Writing%20on%20site&"),
        "{url}"
    );
    for part in ["&target_name=ada&", "&expires_in=90&", "&contents=write&", "pull_requests=write", "ada%2Fsite"] {
        assert!(url.contains(part), "{part} in {url}");
    }
}

#[test]
fn what_is_no_name_of_a_repository_is_refused() {
    for name in ["", "ada", "ada/", "/site", "ada/si te", "ada/site/x", "ada/..", "a?b/site", "ada/site#x"] {
        assert!(Repository::on_github(name).is_err(), "{name}");
    }
    assert!(Repository::on_github("ada-b/site_2.github.io").is_ok());
}
