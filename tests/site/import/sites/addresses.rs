//! Old addresses that the new site has itself, by its `permalink`.

use super::old::Old;

fn post(title: &str, date: &str, keys: &str) -> String {
    format!("---\ntitle: {title}\ndate: {date}\n{keys}---\nText.\n")
}

/// A blog of Jekyll whose addresses have the day.
fn jekyll(permalink: &str) -> Old {
    Old::new()
        .file("_config.yml", format!("title: Notes\nurl: https://old.example\npermalink: {permalink}\n"))
        .file("_posts/2023-05-06-hello.md", post("Hello", "2023-05-06", ""))
        .file("_posts/2024-07-08-rain.md", post("Rain", "2024-07-08", ""))
        .file("_posts/2024-08-09-sun.md", post("Sun", "2024-08-09", ""))
        .file("_posts/2024-09-10-moved.md", post("Moved", "2024-09-10", "permalink: /elsewhere/moved/\n"))
}

#[test]
fn most_posts_keep_their_address_and_the_others_get_an_alias() {
    let new = jekyll("/:year/:month/:day/:title/").import();
    assert_eq!(new.settings()["permalink"].as_str(), Some("/:year/:month/:day/:slug/"));
    assert!(new.keys("posts/hello.md").get("aliases").is_none());
    let aliases = &new.keys("posts/moved.md")["aliases"];
    assert_eq!(aliases.as_array().map(Vec::len), Some(1));
    assert_eq!(aliases[0].as_str(), Some("/elsewhere/moved/"));
    assert_eq!(new.errors(), Vec::<String>::new());
}

#[test]
fn a_form_that_no_folder_can_have_stays_an_alias() {
    let new = jekyll("/:year/:month/:title.html").import();
    assert!(new.settings().get("permalink").is_none());
    assert_eq!(new.keys("posts/hello.md")["aliases"][0].as_str(), Some("/2023/05/hello.html"));
}

#[test]
fn posts_that_are_there_already_keep_their_address() {
    let own = "+++\ntitle = \"Mine\"\ndate = 2024-01-01\ndescription = \"Mine.\"\n+++\nMine.\n";
    let new = jekyll("/:year/:title/").own("posts/mine.md", own).import();
    assert!(new.settings().get("permalink").is_none());
    assert_eq!(new.keys("posts/hello.md")["aliases"][0].as_str(), Some("/2023/hello/"));
}

#[test]
fn a_form_that_the_owner_chose_is_kept() {
    let own = "title = \"Mine\"\nurl = \"https://old.example\"\npermalink = \"/:slug/\"\n";
    let new = jekyll("/:year/:title/").own("site.toml", own).import();
    assert_eq!(new.settings()["permalink"].as_str(), Some("/:slug/"));
    assert_eq!(new.keys("posts/hello.md")["aliases"][0].as_str(), Some("/2023/hello/"));
}

#[test]
fn posts_of_one_name_in_two_years_keep_both_addresses() {
    let new = jekyll("/:year/:title/").file("_posts/2025-05-06-hello.md", post("Hello", "2025-05-06", "")).import();
    assert_eq!(new.settings()["permalink"].as_str(), Some("/:year/:slug/"));
    let later = new.keys("posts/hello-2025.md");
    assert_eq!(later["slug"].as_str(), Some("hello"), "its file has another name, its address has not");
    assert!(later.get("aliases").is_none());
    assert_eq!(new.errors(), Vec::<String>::new());
}

#[test]
fn headings_have_the_ids_that_the_old_engine_gave_them() {
    assert_eq!(jekyll("pretty").import().settings()["heading_ids"].as_str(), Some("jekyll"));
}
