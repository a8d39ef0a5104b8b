//! Load and navigation times on an emulated phone: 150 ms round trip, 1.6 Mbit/s, a processor four times slower.
//! Measured alternately with the same pages without the program, so that noise of the machine affects both alike.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;
use walkdir::WalkDir;

use crate::driver::{Scripts, with_browser};
use crate::host::Host;
use crate::visit::Visit;

const ROUNDS: usize = 5;
/// How long to wait until a page makes no more requests.
const IDLE: Duration = Duration::from_secs(3);

/// Records the metrics of a load (W3C Paint Timing, Largest Contentful Paint, Layout Instability, Long Tasks), and the
/// time from a press to the paint of another heading, in this document or the next.
const PROBE: &str = "(() => {
    if (window.felt) return;
    const felt = window.felt = { fcp: 0, lcp: 0, cls: 0, tbt: 0 };
    const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    watch('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') felt.fcp = startTime; });
    watch('largest-contentful-paint', ({ startTime }) => felt.lcp = startTime);
    watch('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) felt.cls += value; });
    watch('longtask', ({ duration }) => felt.tbt += duration - 50);
    const now = () => performance.timeOrigin + performance.now();
    const title = () => document.querySelector('h1')?.textContent;
    window.press = () => { delete sessionStorage.took; sessionStorage.from = title(); sessionStorage.at = now(); };
    addEventListener('pointerdown', press, true);
    const look = () => {
        const { at, from } = sessionStorage;
        if (at && title() && title() !== from) {
            delete sessionStorage.at;
            requestAnimationFrame(() => sessionStorage.took = now() - at);
        }
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})()";

/// The metrics, and the number of decimal places to print.
const MEASURES: [(&str, usize); 10] = [
    ("home: first paint, ms", 0),
    ("home: largest paint, ms", 0),
    ("home: blocked, ms", 0),
    ("home: layout shift", 3),
    ("home: kB until idle", 1),
    ("post: first paint, ms", 0),
    ("home to post by a click, ms", 0),
    ("back, ms", 0),
    ("home to another post, ms", 0),
    ("post: layout shift", 3),
];

#[tokio::test]
#[ignore = "measures, and holds nothing"]
async fn what_a_reader_waits_for() {
    let mut sides = [Vec::new(), Vec::new()];
    for round in 1..=ROUNDS {
        for (side, program) in [(0, true), (1, false)] {
            println!(
                "round {round} of {ROUNDS}, {}",
                if program { "the site" } else { "the same pages without the program" }
            );
            sides[side].push(measured(program).await);
        }
    }
    println!("\n| median of {ROUNDS} | the site | without the program |\n|---|--:|--:|");
    for (index, (name, digits)) in MEASURES.iter().enumerate() {
        let [site, floor] = sides.each_ref().map(|rounds| median(rounds.iter().map(|round| round[index]).collect()));
        println!("| {name} | {site:.digits$} | {floor:.digits$} |");
    }
}

/// One visit with an empty cache: a value for each of [`MEASURES`].
async fn measured(program: bool) -> [f64; MEASURES.len()] {
    let host = Host::start("/").await;
    if !program {
        strip(&host);
    }
    let (tell, told) = tokio::sync::oneshot::channel();
    with_browser(Scripts::On, |client| async move {
        let visit = Visit { client, host };
        visit.is_a_phone().await;
        visit.arrive("").await;
        sleep(IDLE).await;
        let home = visit.felt().await;
        let bytes = "performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize ?? 0), 0) / 1000";
        let bytes = visit.number(bytes).await;
        visit.click("The whole pantry").await;
        let cold = visit.took().await;
        sleep(IDLE).await;
        let shift = visit.number("felt.cls").await;
        visit.get("press()").await;
        visit.back().await;
        let back = visit.took().await;
        sleep(IDLE).await;
        visit.click("A year of loaves").await;
        let second = visit.took().await;
        visit.arrive("posts/how-bread-rises/").await;
        sleep(IDLE).await;
        let post = visit.felt().await;
        let [fcp, lcp, tbt, cls] = home;
        let _ = tell.send([fcp, lcp, tbt, cls, bytes, post[0], cold, back, second, shift]);
    })
    .await;
    told.await.expect("the visit came to its end")
}

/// Removes the program from every page.
fn strip(host: &Host) {
    let files = WalkDir::new(host.out()).into_iter().map(|entry| entry.expect("a file of the site"));
    for page in files.filter(|entry| entry.path().extension().is_some_and(|end| end == "html")) {
        let text = fs::read_to_string(page.path()).expect("a page");
        let text = without(&text, "<script type=\"module\"", "</script>");
        let text = without(&without(&text, "<link rel=\"modulepreload\"", ">"), "<link rel=\"preload\"", ">");
        fs::write(page.path(), text).expect("a page can be written");
    }
}

fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once(to).map_or("", |(_, after)| after))
}

impl Visit {
    async fn is_a_phone(&self) {
        let screen = json!({ "width": 412, "height": 823, "deviceScaleFactor": 1.75, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
        self.devtools("Network.enable", json!({})).await;
        let network =
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
        self.devtools("Network.emulateNetworkConditions", network).await;
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE })).await;
    }

    async fn felt(&self) -> [f64; 4] {
        let felt = self.get("[felt.fcp, felt.lcp, felt.tbt, felt.cls]").await;
        let values = felt.as_array().map(|all| all.iter().filter_map(Value::as_f64).collect::<Vec<_>>());
        values.and_then(|values| values.try_into().ok()).expect("four numbers")
    }

    async fn number(&self, expression: &str) -> f64 {
        self.get(expression).await.as_f64().expect("a number")
    }

    /// The time from the last press to the paint of another page, in milliseconds.
    async fn took(&self) -> f64 {
        self.is("sessionStorage.took > 0", true).await;
        self.number("Number(sessionStorage.took)").await
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
