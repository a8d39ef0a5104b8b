//! A tab that is open for days: after a thousand pages it holds no more memory than before.

use crate::visit::{Visit, at_root};

/// Number of clicks per script: a script of a test may run for half a minute.
const STEP: usize = 50;
/// Number of pages until the browser has compiled hot code, and the program's cache of pages is full.
const WARM: usize = 700;
const MORE: usize = 1000;
/// The allowed growth of the program per page, in bytes: its router records every address.
const ADDRESS: f64 = 400.0;
/// The browser's metrics of a tab; the memory of the program itself is measured beside them.
const MEASURES: [&str; 3] = ["Nodes", "JSEventListeners", "JSHeapUsedSize"];
const PROGRAM: &str = "addEventListener('TrunkApplicationStarted', ({ detail }) => window.program = detail.wasm)";

/// Clicks from page to page, each once the previous one is readable.
const WALK: &str = "
    const [first, count, base, done] = arguments;
    (async () => {
        for (let n = first; n < first + count; n++) {
            const link = document.createElement('a');
            link.href = `${base}posts/loaf-${n}/`;
            document.querySelector('main').append(link);
            link.click();
            while (document.querySelector('h1').textContent !== `Loaf ${n}`)
                await new Promise(requestAnimationFrame);
            scrollTo(0, 500);
        }
    })().then(() => done(''), (error) => done(String(error)));
";

fn loaf(n: usize) -> (String, String) {
    let day = format!("A line of the notebook for loaf {n}: flour, water, salt, and how it came out in the end.\n\n");
    let text = format!("+++\ntitle = \"Loaf {n}\"\ndate = 2024-05-01\n+++\n## Day\n\n{}", day.repeat(60));
    (format!("loaf-{n}.md"), text)
}

impl Visit {
    async fn walks(&self, from: usize, to: usize) {
        for first in (from..to).step_by(STEP) {
            let arguments = vec![first.into(), STEP.into(), self.host.base.into()];
            let failed = self.client.execute_async(WALK, arguments).await.expect("a page to click in");
            assert_eq!(failed, "", "from {first} on");
        }
    }

    async fn measures(&self) -> (Vec<f64>, f64) {
        let program = self.get("program.memory.buffer.byteLength").await.as_f64();
        (self.holds(&MEASURES).await, program.expect("a program has a memory"))
    }
}

#[tokio::test]
async fn after_a_thousand_pages_the_tab_uses_no_more_memory() {
    at_root(async |visit: Visit| {
        visit.host.adds((0..WARM + MORE).map(loaf));
        visit.runs_first(PROGRAM);
        visit.open("about/").await;
        visit.mark().await;
        visit.walks(0, WARM).await;
        let (early, small) = visit.measures().await;
        visit.walks(WARM, WARM + MORE).await;
        let (late, large) = visit.measures().await;
        visit.same_document().await;
        println!("{MEASURES:?}: {early:?}, then {late:?}; the program: {small}, then {large}");
        for ((early, late), measure) in early.iter().zip(&late).zip(MEASURES) {
            assert!(*late <= early * 1.1, "{measure}: {early} became {late}");
        }
        assert!(large - small <= ADDRESS * MORE as f64, "the program: {small} became {large}");
    })
    .await;
}
