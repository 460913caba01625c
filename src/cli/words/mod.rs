//! Everything the commands say, in both languages. Decides nothing.

/// Picks the wording of a language; both may name the variables at hand.
macro_rules! say {
    ($lang:expr, $zh:literal, $en:literal) => {
        match $lang {
            crate::text::Lang::Zh => format!($zh),
            crate::text::Lang::En => format!($en),
        }
    };
}

pub mod debrief;
pub mod talk;
pub mod terminal;

use crate::rubric::Strength;
use crate::text::Lang;

pub fn cannot_read(lang: Lang, path: &str, why: &str) -> String {
    say!(lang, "读不了 {path}：{why}", "Can't read {path}: {why}")
}

pub fn no_scenes_in(lang: Lang, path: &str) -> String {
    say!(lang, "{path} 里没有情景文件（*.ron）。", "There are no scene files (*.ron) in {path}.")
}

pub fn no_such_scene(lang: Lang, name: &str) -> String {
    say!(
        lang,
        "找不到情景“{name}”：没有这个文件，scenarios/ 和自带的情景里也没有这个名字。",
        "No scene \"{name}\": there is no such file, and none of that name in scenarios/ or among the built-in ones."
    )
}

pub fn checked(lang: Lang, files: usize, errors: usize, warnings: usize) -> String {
    let (s, e, w) = (plural(files), plural(errors), plural(warnings));
    match (errors, warnings) {
        (0, 0) => say!(lang, "{files} 个情景，没有错误，没有警告。", "{files} scene{s}: no errors, no warnings."),
        (0, _) => {
            say!(
                lang,
                "{files} 个情景，没有错误，{warnings} 条警告。",
                "{files} scene{s}: no errors, {warnings} warning{w}."
            )
        }
        (_, 0) => {
            say!(
                lang,
                "{files} 个情景，{errors} 处错误，没有警告。",
                "{files} scene{s}: {errors} error{e}, no warnings."
            )
        }
        _ => say!(
            lang,
            "{files} 个情景，{errors} 处错误，{warnings} 条警告。",
            "{files} scene{s}: {errors} error{e}, {warnings} warning{w}."
        ),
    }
}

pub fn golden_score(lang: Lang, name: &str, score: Option<f64>, passes: bool) -> String {
    let score = figure(lang, score);
    if passes {
        say!(lang, "{name} {score} 通过", "{name} {score} passes")
    } else {
        say!(lang, "{name} {score}", "{name} {score}")
    }
}

pub fn scene_has_errors(lang: Lang, file: &str) -> String {
    say!(lang, "{file} 有错误，改好之前不能练。", "{file} has errors and can't be played until they are mended.")
}

pub fn no_such_golden(lang: Lang, name: &str, known: &[&str]) -> String {
    let known = list(lang, known);
    say!(lang, "这个情景没有样板“{name}”。有的是：{known}", "The scene has no golden \"{name}\". It has: {known}")
}

pub fn offered_here(lang: Lang, turn: &str, ids: &[&str]) -> String {
    let ids = list(lang, ids);
    say!(lang, "这一轮是“{turn}”，可选：{ids}", "The turn is \"{turn}\"; it offers: {ids}")
}

pub fn script_ended_early(lang: Lang) -> String {
    say!(
        lang,
        "剧本写完了，谈话还没结束：当作在这里离开。",
        "The script ends before the talk does: the talk is left here."
    )
}

pub fn bad_line(lang: Lang, number: usize, why: &str) -> String {
    say!(lang, "第 {number} 行读不懂：{why}", "Line {number} makes no sense: {why}")
}

pub fn read_move(lang: Lang, name: &str, strength: Strength, quote: &str, rule: &str) -> String {
    let strength = match strength {
        Strength::Specific => say!(lang, "（具体）", " (specific)"),
        Strength::General => String::new(),
    };
    say!(lang, "  {name}{strength}：“{quote}” [{rule}]", "  {name}{strength}: “{quote}” [{rule}]")
}

pub fn read_near(lang: Lang, name: &str, quote: &str, why: &str) -> String {
    say!(lang, "  不算{name}：“{quote}”，{why}", "  not {name}: “{quote}”, {why}")
}

pub fn read_nothing(lang: Lang, quote: &str) -> String {
    say!(lang, "  没读懂：“{quote}”", "  not recognised: “{quote}”")
}

pub fn kept_in(lang: Lang, record: &str) -> String {
    say!(lang, "记录在 {record}", "The record is in {record}")
}

pub fn verified(lang: Lang, scene: &str, score: Option<f64>) -> String {
    let score = figure(lang, score);
    say!(lang, "对得上：{scene}，{score}", "Verified: {scene}, {score}")
}

pub fn scene_gone(lang: Lang, scene: &str, print: &str) -> String {
    let print = print.get(..16).unwrap_or(print);
    say!(
        lang,
        "找不到当时练的情景“{scene}”（{print}…）。写 --scene 路径 指给我。",
        "The scene it was played with, \"{scene}\" ({print}…), isn't here. Name it with --scene PATH."
    )
}

pub fn no_attempts(lang: Lang) -> String {
    say!(lang, "还没有练过。", "Nothing practised yet.")
}

pub fn figure(lang: Lang, score: Option<f64>) -> String {
    score.map_or_else(|| say!(lang, "不给总分", "no total"), |score| score.to_string())
}

fn list(lang: Lang, ids: &[&str]) -> String {
    if ids.is_empty() {
        return say!(lang, "（没有）", "(none)");
    }
    ids.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
