//! Tells which JSON numbers are integers.

/// The integer equal to a number of JavaScript. `None` if it has a fraction, or is so large that others round to it.
pub(super) const fn integer(number: f64) -> Option<i64> {
    /// `Number.MAX_SAFE_INTEGER`
    const MAX: i64 = (1 << 53) - 1;
    let integer = number as i64;
    if integer as f64 == number && -MAX <= integer && integer <= MAX { Some(integer) } else { None }
}

// Tested at compile time: the tests run on the host, where this module is not compiled.
const _: () = {
    assert!(matches!(integer(0.0), Some(0)) && matches!(integer(-7.0), Some(-7)));
    assert!(matches!(integer(9_007_199_254_740_991.0), Some(9_007_199_254_740_991)));
    assert!(integer(9_007_199_254_740_992.0).is_none() && integer(f64::INFINITY).is_none());
    assert!(integer(0.5).is_none() && integer(-0.5).is_none() && integer(f64::NAN).is_none());
};
