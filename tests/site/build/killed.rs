//! A build killed at any moment leaves the former site or the new one, complete.

use std::os::unix::process::CommandExt;
use std::process::Command;
use std::thread::sleep;
use std::time::Instant;

use crate::build::sample::Sample;

#[test]
fn killed_at_fifty_moments_it_leaves_a_whole_site() {
    let sample = Sample::new("notes");
    let first = sample.built();
    sample.edition("second");
    let start = Instant::now();
    let second = sample.built();
    let whole = start.elapsed();
    assert!(first.len() > 150 && first != second);

    let (mut random, mut interrupted) = (2025_u64, 0);
    for n in 0..50 {
        sample.edition(if n % 2 == 0 { "first" } else { "second" });
        let mut build = sample.build().process_group(0).spawn().expect("it can be run");
        // Knuth's generator: the same moments in each run, as far as the system's timing allows.
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        sleep(whole.mul_f64((random >> 33) as f64 / f64::from(1_u32 << 31)));
        // The build and its child processes, at once.
        let killed = Command::new("kill").args(["-9", "--", &format!("-{}", build.id())]).status();
        assert!(killed.is_ok());
        let status = build.wait().expect("its end");
        interrupted += usize::from(!status.success());

        let site = sample.site();
        assert!(site == first || site == second, "{} files after kill {n}, of {}", site.len(), first.len());
    }
    assert!(interrupted > 10, "only {interrupted} of the kills came before the end");
    sample.edition("first");
    assert!(sample.built() == first, "what was left behind does no harm");
}
