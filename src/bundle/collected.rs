//! Collects into sets and maps one by one.

/// A set or a map of some items. `collect` sorts them first, and the code for that is compiled for each type anew: 5 kB
/// of the editor's program.
pub(crate) fn collected<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}
