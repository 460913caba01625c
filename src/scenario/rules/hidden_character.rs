//! `hidden-character`: no text hides invisible or direction-turning characters behind escapes. Typed ones are found earlier.

use super::walk;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::scenario::precheck::hidden_name;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "hidden-character",
    severity: Severity::Error,
    why: (
        "这类字符会让屏幕上看到的字和文件里写的不一样。",
        "Such characters make what the screen shows differ from what the file says.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for text in walk::texts(scene.document) {
        let hidden = text.as_str().chars().filter(|c| *c != '\n').find_map(|c| Some((c, hidden_name(c)?)));
        if let Some((c, name)) = hidden {
            let code = u32::from(c);
            found.add(
                text.span.or(scene.place()),
                Bilingual::new(
                    format!("文字里有一个看不见的字符 U+{code:04X}（{name}）"),
                    format!("The text holds an invisible character: U+{code:04X} ({name})"),
                ),
                Bilingual::new(
                    "删掉它，把这几个字重新打一遍；要空格就打一个普通空格",
                    "Delete it and type the words again; where a space is meant, type an ordinary space",
                ),
            );
        }
    }
}
