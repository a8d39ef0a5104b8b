//! The size of what a reader downloads stays within `budget.toml`.

use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use toml::Table;

use crate::host::Host;
use crate::visit::{Visit, at_root};

const BUDGET: &str = include_str!("budget.toml");
/// How the name of the script that starts the program begins.
const START: &str = "personal-page-start-";
/// The same of the script that is loaded at the first use.
const READER: &str = "personal-page-reader-";

/// The limit for each entry of a table.
fn allowed(table: &str) -> Vec<(String, i64)> {
    let budget: Table = BUDGET.parse().expect("the budget is TOML");
    let entries = budget[table].as_table().expect("a table of the budget").iter();
    entries.map(|(name, most)| (name.clone(), most.as_integer().expect("a number"))).collect()
}

/// The compressed size of a file.
fn packed(bytes: &[u8]) -> i64 {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it").len() as i64
}

fn hold(what: &str, is: i64, most: i64) -> Option<String> {
    println!("{what}: {is} of {most}");
    (is > most).then(|| format!("{what} is {is}, and {} more than the budget of {most}", is - most))
}

#[tokio::test]
async fn what_a_reader_is_sent_is_within_the_budget() {
    let host = Host::start("/").await;
    let read = |path: &str| packed(&fs::read(host.out().join(path)).expect("a file of the site"));
    let named = |is_part: &dyn Fn(&str) -> bool| {
        let mut names = fs::read_dir(host.out()).expect("the site").map(|entry| entry.expect("a file").file_name());
        let name = names.find(|name| {
            let name = name.to_string_lossy();
            name.starts_with("personal-page-") && is_part(&name)
        });
        read(&name.expect("a part of the program").to_string_lossy())
    };
    let mut over = Vec::new();
    for (part, most) in allowed("program") {
        let is = match &*part {
            "wasm" => named(&|name| name.ends_with("_bg.wasm")),
            "later" => named(&|name| name.ends_with(".wasm") && !name.ends_with("_bg.wasm")),
            "start" => named(&|name| name.starts_with(START) && name.ends_with(".js")),
            "reader" => named(&|name| name.starts_with(READER)),
            _ => named(&|name| ![START, READER].iter().any(|start| name.starts_with(start)) && name.ends_with(".js")),
        };
        over.extend(hold(&part, is, most));
    }
    for (table, file) in [("html", "index.html"), ("json", "index.json")] {
        for (page, most) in allowed(table) {
            let path = page + file;
            over.extend(hold(&path, read(&path), most));
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}

#[tokio::test]
async fn a_first_visit_asks_for_few_files() {
    at_root(async |visit: Visit| {
        visit.open("posts/how-bread-rises/").await;
        visit.still().await;
        let list = "performance.getEntriesByType('resource').map((entry) => entry.name)
            .filter((name) => !name.endsWith('/index.json'))";
        let files = visit.get(list).await;
        let count = files.as_array().map_or(0, Vec::len) as i64 + 1;
        let (_, most) = allowed("requests").swap_remove(0);
        assert!(count <= most, "{count} requests instead of {most}: {files:#}");
    })
    .await;
}
