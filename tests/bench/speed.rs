//! Benchmarks of the renderer and the bundler, on generated posts. `cargo site bench` runs them.

mod site;

use std::sync::atomic::{AtomicUsize, Ordering};

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use personal_page::content::{Messages, RenderData};
use personal_page::markdown::{Render, render};

use site::{Site, text};

/// Numbers of posts: a new site, a busy one, and more than anybody writes.
const POSTS: [usize; 3] = [30, 1000, 5000];

fn main() {
    divan::main();
}

/// Rendering a post as in the browser, per byte of Markdown.
#[divan::bench]
fn markdown_to_html(bencher: Bencher<'_, '_>) {
    let (text, beside, words) = (text(1), RenderData::default(), Messages::default());
    let options = Render { base: "/", words: &words, html: &[], sidenotes: true };
    bencher.counter(BytesCount::of_str(&text)).bench(|| render(black_box(&text), &beside, options));
}

/// Bundling a site for the first time, without a cache.
#[divan::bench(args = POSTS, sample_count = 5, sample_size = 1)]
fn site_from_nothing(bencher: Bencher<'_, '_>, posts: usize) {
    let fresh = || Site::new(posts);
    bencher.counter(ItemsCount::new(posts)).with_inputs(fresh).bench_values(Site::bundled);
}

/// Bundling the same site again, after one post has changed.
#[divan::bench(args = POSTS, sample_count = 5, sample_size = 1)]
fn site_after_an_edit(bencher: Bencher<'_, '_>, posts: usize) {
    let site = Site::new(posts).bundled();
    let edits = AtomicUsize::new(0);
    // A different line each time, in the first post, so that its content is always new.
    let edited = || site.add_line(0, &format!("Seen again, {} times.", edits.fetch_add(1, Ordering::Relaxed)));
    bencher.counter(ItemsCount::new(posts)).with_inputs(edited).bench_values(|()| site.bundle());
}
