//! The threads about a text on other services: an address, or a list of them.

use super::whole;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;
use crate::bundle::input::thread::{EXAMPLE, Thread};

/// The threads in the value of a key, each once.
pub(super) fn threads(entry: &Entry, reader: &mut FieldReader) -> Vec<Thread> {
    let mut threads: Vec<Thread> = Vec::new();
    for (url, at) in reader.texts(entry, whole) {
        match Thread::parse(&url) {
            Some(thread) if threads.iter().all(|known| known.service != thread.service) => threads.push(thread),
            Some(_) => {}
            None => {
                let line = reader.syntax.line(&entry.key, EXAMPLE);
                let message = format!("\"{url}\" is not the address of a thread");
                let remedy =
                    format!("write {line}, or the address of a post on bsky.app or a discussion on github.com");
                reader.error(at, message, remedy);
            }
        }
    }
    threads
}
