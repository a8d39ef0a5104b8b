//! Whatever fails, the repository has the whole save or nothing of it, and the author is told which.

use personal_page_editor::store::{Save, Store, StoreError};
use serde_json::{Value, json};

use crate::github::complaints;
use crate::room::{HELLO, OTHER, Room, line, rewrite, write};

const RUNS: u32 = 100;
const REQUESTS: [&str; 4] = ["repository", "createCommitOnBranch", "createCommitOnBranch", "*"];

/// Numbers that are the same in each run of the tests.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn fault(numbers: &mut Numbers, repository: &str) -> Value {
    let mut fault = match numbers.below(9) {
        0 => json!({ "cut": "before" }),
        1 => json!({ "cut": "after" }),
        2 => json!({ "cut": "within" }),
        3 => json!({ "late": 20 * numbers.below(10) }),
        4 => json!({ "status": ([401, 403, 404, 409, 422][numbers.below(5) as usize]) }),
        5 => json!({ "status": ([500, 502, 503][numbers.below(3) as usize]) }),
        6 => json!({ "status": 403, "headers": { "retry-after": "2" } }),
        7 => json!({ "push": { "repository": repository, "path": OTHER.0, "text": format!("{}", numbers.below(99)) } }),
        _ => json!({ "push": { "repository": repository, "path": "posts/sea.jpg", "text": "Theirs." } }),
    };
    fault["on"] = json!(REQUESTS[numbers.below(4) as usize]);
    fault["after"] = json!(numbers.below(6));
    fault["times"] = json!([1, 1, 3, 60][numbers.below(4) as usize]);
    fault
}

fn ours() -> Save {
    let changes = vec![rewrite(HELLO, "![The sea](sea.jpg)\n"), write("posts/sea.jpg", b"Ours.")];
    Save { changes, message: "Add the sea".to_owned() }
}

/// How often the save is in the history.
fn times(room: &Room) -> usize {
    room.github.log().iter().filter(|message| *message == "Add the sea").count()
}

async fn run(seed: u32) -> &'static str {
    let room = Room::new();
    let mut numbers = Numbers(seed.into());
    let faults: Vec<Value> = (0..=numbers.below(3)).map(|_| fault(&mut numbers, &room.github.repository)).collect();
    faults.iter().for_each(|fault| room.github.fail(fault));
    let outcome = room.store().save(&ours()).await;
    if faults.iter().any(|fault| fault.get("late").is_some()) {
        // Commits that GitHub makes late are made by then.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    let (times, told) = (times(&room), format!("{seed}: {faults:?}: {outcome:?}"));
    match &outcome {
        Ok(_) => assert_eq!(times, 1, "{told}"),
        Err(StoreError::Uncertain(_)) => assert!(times <= 1, "{told}"),
        Err(_) => assert_eq!(times, 0, "{told}"),
    }
    // Never one without the other. Others write no text of ours.
    let files = room.github.files();
    let text = files.contains(&line(HELLO.0, b"![The sea](sea.jpg)\n"));
    let picture = files.iter().any(|file| file.starts_with("posts/sea.jpg "));
    assert!(!text || picture, "{told}: {files:?}");
    assert_eq!(text, times == 1, "{told}: {files:?}");
    room.github.heal();
    // The same save, once all is well, ends in one commit, or in a conflict with what others have pushed.
    match room.store().save(&ours()).await {
        Ok(_) => assert_eq!(self::times(&room), 1, "{told}"),
        Err(StoreError::Conflict(_)) => {
            assert!(room.github.log().contains(&"Change posts/sea.jpg".to_owned()), "{told}")
        }
        Err(error) => panic!("{told}: then {error:?}"),
    }
    if outcome.is_ok() {
        "saved"
    } else if matches!(outcome, Err(StoreError::Uncertain(_))) {
        "uncertain"
    } else {
        "not saved"
    }
}

#[tokio::test]
async fn the_repository_has_the_whole_save_or_nothing_of_it() {
    let mut ends = std::collections::BTreeMap::new();
    for seed in 0..RUNS {
        *ends.entry(run(seed).await).or_insert(0) += 1;
    }
    // The failures are such that each end is reached often.
    assert!(ends.len() == 3 && ends.values().all(|times| *times > 2), "{ends:?}");
    assert_eq!(complaints(), Vec::<String>::new(), "requests that GitHub's descriptions do not allow");
}
