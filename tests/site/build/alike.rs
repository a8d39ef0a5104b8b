//! The same files make the same site, on any machine and for any user.

use std::fs;

use crate::build::sample::{Files, Sample, said};

fn built(folder: &str, before: &str, environment: &[(&str, &str)]) -> Files {
    let sample = Sample::new(folder);
    let lake = image::GrayImage::from_fn(900, 300, |x, y| image::Luma([(x * x + 7 * y) as u8]));
    sample.write(
        "posts/lake/index.md",
        "+++\ntitle = \"The lake\"\ndate = 2025-04-01\n+++\n![A lake](lake.png)\n\n```rust\nfn main() {}\n```\n\n$x^2$\n",
    );
    lake.save(sample.root.join("posts/lake/lake.png")).expect("a picture");
    let mut build = sample.command(before, &["build", "--today", "2025-12-31"]);
    build.envs(environment.iter().copied()).env("HOME", sample.root.join("home"));
    said(&mut build, true);
    let named = sample.root.to_string_lossy().into_owned();
    for (path, bytes) in sample.site() {
        assert!(!String::from_utf8_lossy(&bytes).contains(&named), "{} names the folder", path.display());
    }
    assert!(fs::exists(sample.root.join("dist/posts/lake/index.html")).expect("it can be looked for"));
    sample.site()
}

#[test]
fn folder_user_time_zone_locale_and_umask_change_nothing() {
    let here = built("notes", "umask 022;", &[("TZ", "UTC"), ("LC_ALL", "C"), ("USER", "ada")]);
    let there = built(
        "Ein Ordner mit Ümlaut & 'Zeichen'",
        "umask 077;",
        &[
            ("TZ", "Pacific/Kiritimati"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANG", "tr_TR.UTF-8"),
            ("USER", "grace"),
            ("RAYON_NUM_THREADS", "1"),
        ],
    );
    assert!(here.len() > 150);
    assert!(here == there);
}
