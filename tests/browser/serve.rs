//! `cargo site serve` as a process, and its pages in a browser.

use std::fs;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::wd::TimeoutConfiguration;
use tokio::time::sleep;

use crate::driver::{Scripts, with_browser};
use crate::look::{SOON, becomes};
use crate::served::Served;
use crate::visit::ready;

/// Whether the current document is the marked one.
const MARKED: &str = "self.marked === true";

/// Runs a test in a browser with a short page load timeout.
async fn on_served<F>(test: impl FnOnce(Client, Served) -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    with_browser(Scripts::On, |client| async move {
        let waits = TimeoutConfiguration::new(None, Some(SOON), None);
        client.update_timeouts(waits).await.expect("a browser that waits no longer");
        test(client, Served::start(&[])).await;
    })
    .await;
}

#[tokio::test]
async fn pages_are_read_and_edited_before_the_program_is_there_and_take_it_up_then() {
    with_browser(Scripts::On, |client| async move {
        let waits = TimeoutConfiguration::new(None, Some(SOON), None);
        client.update_timeouts(waits).await.expect("a browser that waits no longer");
        let served = Served::start_without_program();
        client.goto(&served.address("posts/hello/")).await.expect("the server answers");
        reads(&client, "The first words.").await;
        let line = "document.querySelector('pre[role=status]')?.textContent ?? null";
        becomes(&client, line, Some("Building the page's program …".to_owned())).await;
        served.save_post("hello.md", "The second words.");
        reads(&client, "The second words.").await;
        becomes(&client, &ready(), false).await;
        served.builds_the_program();
        becomes(&client, &ready(), true).await;
        reads(&client, "The second words.").await;
        becomes(&client, line, None::<String>).await;
    })
    .await;
}

async fn open(client: &Client, address: &str) {
    client.goto(address).await.expect("the server answers");
    becomes(client, &ready(), true).await;
    client.execute("self.marked = true", vec![]).await.expect("a page to mark");
}

/// Waits until the page contains a text.
async fn reads(client: &Client, words: &str) {
    becomes(client, &format!("document.querySelector('main').textContent.includes('{words}')"), true).await;
}

/// Waits until the page has a link to a path, or no longer has one.
async fn links(client: &Client, path: &str, is_there: bool) {
    becomes(client, &format!("document.querySelector('main a[href=\"/{path}\"]') !== null"), is_there).await;
}

/// Waits until the page shows an error, or none.
async fn warns(client: &Client, words: Option<&str>) {
    let panel = "document.querySelector('pre[role=alert]')?.textContent";
    match words {
        Some(words) => becomes(client, &format!("{panel}?.includes('{words}') ?? false"), true).await,
        None => becomes(client, &format!("{panel} ?? null"), None::<String>).await,
    }
}

#[tokio::test]
async fn an_edit_is_seen_in_fifteen_tabs_after_twenty_loads_in_one() {
    on_served(|client, served| async move {
        for path in ["posts/hello/", "", "archive/", "posts/lake/"].iter().cycle().take(20) {
            open(&client, &served.address(path)).await;
        }
        open(&client, &served.address("posts/hello/")).await;
        let mut tabs = vec![client.window().await.expect("a tab")];
        while tabs.len() < 15 {
            let tab = client.new_window(true).await.expect("a new tab").handle;
            client.switch_to_window(tab.clone()).await.expect("the new tab");
            open(&client, &served.address("posts/hello/")).await;
            tabs.push(tab);
        }
        served.save_post("hello.md", "The second words.");
        for tab in tabs {
            client.switch_to_window(tab).await.expect("the tab");
            reads(&client, "The second words.").await;
            becomes(&client, MARKED, true).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_post_that_is_renamed_and_a_folder_that_is_deleted_leave_the_list() {
    on_served(|client, served| async move {
        open(&client, &served.address("")).await;
        links(&client, "posts/hello/", true).await;
        links(&client, "posts/trip/", true).await;
        fs::rename(served.path("posts/hello.md"), served.path("posts/greeting.md")).expect("a post");
        links(&client, "posts/greeting/", true).await;
        links(&client, "posts/hello/", false).await;
        fs::remove_dir_all(served.path("posts/trip")).expect("a folder");
        links(&client, "posts/trip/", false).await;
        fs::remove_dir_all(served.path("posts")).expect("a folder");
        links(&client, "posts/lake/", false).await;
        // A folder that is removed and created again is watched again.
        served.save_post("lake.md", "The words of old.");
        links(&client, "posts/lake/", true).await;
        served.save_post("later.md", "The later words.");
        links(&client, "posts/later/", true).await;
        becomes(&client, MARKED, true).await;
    })
    .await;
}

#[tokio::test]
async fn a_mistake_is_shown_until_it_is_mended() {
    on_served(|client, served| async move {
        open(&client, &served.address("posts/hello/")).await;
        for (wrong, words) in [
            (&b"+++\ntitle = \"Hello\"\ndate = 2025-03-01\n+++\nCaf\xe9\n"[..], "this is not UTF-8"),
            (b"+++\ntitle = \"Hello\n", "posts/hello.md"),
            (b"", "the file is empty"),
        ] {
            served.save("posts/hello.md", wrong);
            warns(&client, Some(words)).await;
            // A page opened now shows the last good state, and the error.
            open(&client, &served.address("posts/lake/")).await;
            warns(&client, Some(words)).await;
            open(&client, &served.address("posts/hello/")).await;
            served.save_post("hello.md", &format!("Words after {}.", words.len()));
            reads(&client, &format!("Words after {}.", words.len())).await;
            warns(&client, None).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_an_editor_leaves_beside_a_post_causes_no_build_and_no_mistake() {
    on_served(|client, served| async move {
        open(&client, &served.address("posts/hello/")).await;
        for name in [".hello.md.swp", "4913", "hello.md~", "#hello.md#", ".#hello.md", "trip/.index.md.swp"] {
            served.save(&format!("posts/{name}"), b"b0VIM 9.1\0\xff\xfe");
        }
        // As vim saves: writes to another name, then renames.
        sleep(Duration::from_millis(300)).await;
        let before = served.builds().len();
        served.save("posts/.hello.md.new", fs::read(served.path("posts/hello.md")).expect("a post"));
        fs::remove_file(served.path("posts/.hello.md.swp")).expect("a file");
        sleep(Duration::from_millis(300)).await;
        assert_eq!((before, served.builds().len()), (2, 2), "{}", served.said());
        served.save_post("hello.md", "The second words.");
        reads(&client, "The second words.").await;
        warns(&client, None).await;
    })
    .await;
}

#[tokio::test]
async fn a_change_of_the_style_loads_pages_anew_with_its_colors() {
    on_served(|client, served| async move {
        open(&client, &served.address("posts/hello/")).await;
        let css = fs::read_to_string(served.path("style/tokens.css")).expect("the tokens");
        served.save(
            "style/tokens.css",
            css.replacen("--paper: light-dark(#fbf8f1, ", "--paper: light-dark(#123456, ", 1),
        );
        becomes(&client, &format!("{} && !({MARKED})", ready()), true).await;
        for file in ["manifest.webmanifest", "feed.css", "posts/hello/"] {
            let has =
                format!("fetch('/{file}').then((answer) => answer.text()).then((text) => text.includes('#123456'))");
            becomes(&client, &has, true).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_opened_later_gets_the_latest_change() {
    on_served(|client, mut served| async move {
        // While the page was in the back/forward cache.
        open(&client, &served.address("posts/hello/")).await;
        client.goto("about:blank").await.expect("an empty page");
        served.save_post("hello.md", "The second words.");
        client.back().await.expect("there is a way back");
        reads(&client, "The second words.").await;
        // While the server was not running.
        served.restarts_after(|served| served.save_post("hello.md", "The third words."));
        reads(&client, "The third words.").await;
        served.save_post("hello.md", "The fourth words.");
        reads(&client, "The fourth words.").await;
    })
    .await;
}

#[test]
fn another_name_than_this_machines_is_refused_on_every_path() {
    let served = Served::start(&["--host", "preview.example", "--host", "notes.test"]);
    for path in ["/", "/posts/hello/", "/_site/events", "/_site/live.js", "/nothing"] {
        for host in ["evil.example", "evil.example:80", "localhost.evil.example", "192.168.0.7"] {
            let answer = served.answer(path, host);
            assert!(answer.starts_with("HTTP/1.1 421 "), "{host}{path}: {answer}");
        }
    }
    for host in ["localhost", "localhost:8080", "127.0.0.1:8080", "[::1]", "preview.example", "notes.test:443"] {
        assert!(served.answer("/posts/hello/", host).starts_with("HTTP/1.1 200 "), "{host}");
    }
}
