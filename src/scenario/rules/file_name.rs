//! `file-name`: the scene's id is its file's name. Scenes without a file are free.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "file-name",
    severity: Severity::Error,
    why: (
        "成绩记录用 id 找情景；名字对不上，老成绩就找不到它了。",
        "Records look the scene up by its id; with two names old results would lose it.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    let id = &scene.document.id;
    let Some(stem) = scene.stem.filter(|stem| *stem != id.as_str()) else { return };
    let word = id.as_str();
    found.add(
        id.span,
        Bilingual::new(
            format!("id 是“{word}”，文件名却是“{stem}”"),
            format!("The id is “{word}” but the file is called “{stem}”"),
        ),
        Bilingual::new(
            format!("把文件改名为 {word}.ron，或者写 id: \"{stem}\""),
            format!("Rename the file to {word}.ron, or write id: \"{stem}\""),
        ),
    );
}
