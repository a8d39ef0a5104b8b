//! How fast the renderer and the bundler are, over posts made for it. `cargo site bench` runs this.

mod site;

use std::sync::atomic::{AtomicUsize, Ordering};

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use personal_page::content::{Messages, RenderData};
use personal_page::markdown::{Render, render};

use site::{Site, text};

/// How many posts a site has: a new one's, a busy one's, and more than anybody writes.
const POSTS: [usize; 3] = [30, 1000, 5000];

fn main() {
    divan::main();
}

/// What a browser does with a post, per byte of markdown.
#[divan::bench]
fn markdown_to_html(bencher: Bencher<'_, '_>) {
    let (text, beside, words) = (text(1), RenderData::default(), Messages::default());
    let options = Render { base: "/", words: &words, html: &[], sidenotes: true };
    bencher.counter(BytesCount::of_str(&text)).bench(|| render(black_box(&text), &beside, options));
}

/// A site for the first time: with nothing kept of it.
#[divan::bench(args = POSTS, sample_count = 5, sample_size = 1)]
fn site_from_nothing(bencher: Bencher<'_, '_>, posts: usize) {
    let fresh = || Site::new(posts);
    bencher.counter(ItemsCount::new(posts)).with_inputs(fresh).bench_values(Site::bundled);
}

/// The same site once more, after its author changed one post.
#[divan::bench(args = POSTS, sample_count = 5, sample_size = 1)]
fn site_after_an_edit(bencher: Bencher<'_, '_>, posts: usize) {
    let site = Site::new(posts).bundled();
    let edits = AtomicUsize::new(0);
    // Another line each time, in the first post: none is ever as it was.
    let edited = || site.add_line(0, &format!("Seen again, {} times.", edits.fetch_add(1, Ordering::Relaxed)));
    bencher.counter(ItemsCount::new(posts)).with_inputs(edited).bench_values(|()| site.bundle());
}
