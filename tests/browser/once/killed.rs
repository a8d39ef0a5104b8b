//! The editor's draft when the browser is killed, at any moment.

use std::fs;
use std::time::Duration;

use fantoccini::{Client, Locator};
use serde_json::json;
use tokio::time::sleep;

use crate::driver::{Driver, Scripts};
use crate::engine::Engine;
use crate::look::becomes;
use crate::served::Served;
use crate::write::author::{FIELD, HELLO, PREVIEW, STATE};

/// How often the browser is killed. More on demand, since each takes seconds.
fn kills() -> u32 {
    std::env::var("KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(10)
}

/// Opens the text in a browser with a profile that outlives it.
async fn open(driver: &Driver, profile: &str, address: &str) -> Client {
    let mut capabilities = Engine::Chromium.capabilities(Scripts::On);
    let arguments = capabilities["goog:chromeOptions"]["args"].as_array_mut().expect("arguments");
    arguments.push(json!(format!("--user-data-dir={profile}")));
    let client = driver.browser_with(capabilities).await;
    client.goto(address).await.expect("the server answers");
    becomes(&client, &format!("{FIELD}?.filled === true && {PREVIEW}?.childElementCount > 0"), true).await;
    client
}

/// Kills the browser of a profile and all its processes, without a warning.
fn kill(profile: &str) {
    let argument = format!("--user-data-dir={profile}");
    for process in fs::read_dir("/proc").expect("a list of processes").flatten() {
        let command = fs::read(process.path().join("cmdline")).unwrap_or_default();
        let is_browser = command.split(|byte| *byte == 0).any(|word| word == argument.as_bytes())
            && !String::from_utf8_lossy(&command).contains("chromedriver");
        if is_browser {
            let id = process.file_name().into_string().expect("a number");
            let _ = std::process::Command::new("kill").args(["-KILL", &id]).status();
        }
    }
}

/// What the field has, and whether the bar says that this is kept.
async fn seen(client: &Client) -> (String, bool) {
    // After a frame, in which the program reads the field.
    let script = format!(
        "const done = arguments[0], frame = requestAnimationFrame;
         frame(() => frame(() => done([{FIELD}.value, ({STATE}) === 'Kept on this device'])))"
    );
    let seen = client.execute_async(&script, vec![]).await.expect("a page to ask");
    (seen[0].as_str().unwrap_or_default().to_owned(), seen[1] == true)
}

#[tokio::test]
async fn what_the_editor_says_is_kept_is_there_after_the_browser_was_killed() {
    let served = Served::start(&[]);
    let address = served.address(&format!("write/#{HELLO}"));
    let folder = tempfile::tempdir().expect("a folder for a profile");
    let profile = folder.path().display().to_string();
    let mut kept = String::new();
    let mut lost = 0;
    for round in 0..kills() {
        let driver = Driver::start(Engine::Chromium).await;
        let client = open(&driver, &profile, &address).await;
        let (text, _) = seen(&client).await;
        assert!(text.starts_with(&kept), "round {round}: {kept:?} was kept, and {text:?} is there");
        client.execute(&format!("{FIELD}.setSelectionRange(1e9, 1e9)"), vec![]).await.expect("a field");
        let field = client.find(Locator::Css("#write-text")).await.expect("the field");
        // From a moment before the draft is written to one after it, through all between.
        for word in 0..3 {
            field.send_keys(&format!("{round}-{word} ")).await.expect("it takes keys");
            sleep(Duration::from_millis(u64::from(round * 67 % 400))).await;
        }
        let (text, is_kept) = seen(&client).await;
        kill(&profile);
        if is_kept {
            kept = text;
        } else {
            lost += 1;
        }
    }
    println!("{} kills, {lost} of them before the last word was kept", kills());
}
