//! The roles of the spans of code.

/// The classes of the roles: keyword, string, comment, number or constant, function, type, attribute or key, variable,
/// inserted, deleted.
pub const ROLES: [&str; 10] = ["k", "s", "c", "n", "f", "t", "a", "v", "i", "d"];
