//! `verify`: plays a record again and compares. Changes neither the record nor its scene.

use std::path::Path;
use std::sync::Arc;

use serde_json::json;

use super::args::{Format, Options, Verify};
use super::out::{Exit, Out};
use super::{keep, scenes, words};
use crate::learning::{Attempt, Difference};
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::store::attempts::{self, Bad, Kept};
use crate::store::disk::{Disk as _, RealDisk};
use crate::store::{Folders, Notice, place};

/// Verifies one record.
pub(super) fn run(asked: &Verify, options: &Options, out: &mut Out) -> Exit {
    let path = Path::new(&asked.record);
    let is_file = RealDisk.length(path).is_ok();
    let read = if is_file { attempts::load(&RealDisk, path) } else { keep::open(options).attempt(&asked.record) };
    let Kept { attempt, intact } = match read {
        Ok(kept) => kept,
        Err(why) => {
            out.tell(unreadable(&asked.record, why).message().get(out.lang));
            return Exit::Disk;
        }
    };
    let rubric = Arc::new(Rubric::builtin());
    let Some(scenario) = scene(asked, options, &attempt, &rubric) else {
        let header = &attempt.journal.header;
        out.tell(&words::scene_gone(out.lang, &header.scenario, &header.fingerprint));
        return Exit::Disk;
    };
    let mut differences = attempt.verify(&scenario, &rubric);
    if rubric.version != attempt.journal.header.rubric {
        let (kept, now) = (attempt.journal.header.rubric.clone(), rubric.version.clone());
        differences.insert(0, Difference::Figure("rubric", kept, now));
    }
    let sound = differences.is_empty() && intact;
    match asked.format {
        Format::Json => out.json(&json!({
            "schema": super::SCHEMA,
            "record": asked.record,
            "id": attempt.id(),
            "scene": scenario.id,
            "verified": sound,
            "intact": intact,
            "score": attempt.result.score,
            "differences": differences.iter().map(|one| difference(one, out)).collect::<Vec<_>>(),
        })),
        Format::Text => {
            for one in &differences {
                out.line(one.message().get(out.lang));
            }
            if !intact {
                out.line(Notice::Altered(asked.record.clone()).message().get(out.lang));
            }
            if sound {
                out.line(&words::verified(out.lang, &scenario.id, attempt.result.score));
            }
        }
    }
    if sound { Exit::Ok } else { Exit::Findings }
}

fn unreadable(record: &str, why: Bad) -> Notice {
    match why {
        Bad::Garbled(why) => Notice::Unreadable(record.to_owned(), why),
        Bad::Closed(why) => Notice::Unreadable(record.to_owned(), crate::text::Bilingual::new(why.clone(), why)),
        Bad::Newer(format) => Notice::Newer(record.to_owned(), format),
    }
}

/// The scene it was played with: the one named, one here, the library's, or the copy kept beside the record.
fn scene(asked: &Verify, options: &Options, attempt: &Attempt, rubric: &Arc<Rubric>) -> Option<Arc<Scenario>> {
    let header = &attempt.journal.header;
    if let Some(called) = &asked.scene {
        return scenes::find(called, options, rubric).ok()?.loaded.scenario;
    }
    let beside = Path::new(&asked.record).parent().and_then(Path::parent).map(Folders::at);
    let folders = [beside, Some(place::folders(options.data_dir.clone()))];
    let copies = folders.iter().flatten().filter_map(|folders| scenes::copy(header, folders, rubric));
    let called = || scenes::find(&header.scenario, options, rubric).ok();
    let mut all = copies.chain(std::iter::once_with(called).flatten()).filter_map(|found| found.loaded.scenario);
    all.find(|scenario| scenario.fingerprint == header.fingerprint)
}

fn difference(one: &Difference, out: &Out) -> serde_json::Value {
    let message = one.message();
    match one {
        Difference::Figure(name, kept, now) => {
            json!({ "figure": name, "record": kept, "replay": now, "message": message.get(out.lang) })
        }
        Difference::Replay(_) => {
            json!({ "figure": null, "record": null, "replay": null, "message": message.get(out.lang) })
        }
    }
}
