//! The names of all posts and pages, for corrections of mistyped references.

use std::collections::{BTreeSet, HashMap};

use strsim::damerau_levenshtein;

use crate::content::Route;

/// The edits that a mistyped name may have.
const MAX_EDITS: usize = 2;
/// In characters. Two edits make another word of a shorter name.
const SHORT: usize = 5;

/// The last segments of the addresses of posts and pages.
#[derive(Default)]
pub(crate) struct PageNames {
    /// The first page of each name.
    routes: HashMap<String, Route>,
    /// Each name with the counts of its letters, in the order of the routes.
    letters: Vec<([u8; 32], String)>,
}

impl PageNames {
    pub(crate) fn new(routes: &BTreeSet<Route>) -> Self {
        let mut names = Self::default();
        for route in routes {
            let Route::Article(path) = route else { continue };
            if !names.routes.contains_key(path.name()) {
                names.routes.insert(path.name().to_owned(), route.clone());
                names.letters.push((letters(path.name()), path.name().to_owned()));
            }
        }
        names
    }

    /// The page of a name.
    pub(crate) fn page(&self, name: &str) -> Option<&Route> {
        self.routes.get(name)
    }

    /// The page whose name is within an edit distance of [`MAX_EDITS`].
    pub(crate) fn nearest(&self, name: &str) -> Option<&Route> {
        if name.chars().count() < SHORT {
            return None;
        }
        // Fast path: an edit changes the counts of at most two letters. The distance takes the square of the length to
        // know, and a blog that was moved can have thousands of such links and of posts.
        let counts = letters(name);
        let may_be = |other: &[u8; 32]| {
            let differences = other.iter().zip(counts).map(|(one, other)| u32::from(one.abs_diff(other)));
            differences.sum::<u32>() <= 2 * MAX_EDITS as u32
        };
        let near = self.letters.iter().filter(|(letters, _)| may_be(letters));
        let near = near.map(|(_, other)| (damerau_levenshtein(other, name), other));
        let (_, nearest) = near.filter(|(distance, _)| *distance <= MAX_EDITS).min()?;
        self.page(nearest)
    }
}

/// How often each letter is in a name. Letters that share a count only make names more alike.
fn letters(name: &str) -> [u8; 32] {
    let mut counts = [0_u8; 32];
    for letter in name.chars() {
        let count = &mut counts[letter as usize % 32];
        *count = count.saturating_add(1);
    }
    counts
}
