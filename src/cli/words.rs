//! Everything the commands say, in both languages. Decides nothing.

use crate::rubric::PointState;
use crate::text::Lang;

/// Picks the wording of a language; both may name the variables at hand.
macro_rules! say {
    ($lang:expr, $zh:literal, $en:literal) => {
        match $lang {
            Lang::Zh => format!($zh),
            Lang::En => format!($en),
        }
    };
}

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
        "剧本写完了，谈话还没结束：分数只算到这里。",
        "The script ends before the talk does: the score is as it stands here."
    )
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

pub fn title(lang: Lang, title: &str, seed: u64) -> String {
    say!(lang, "《{title}》 种子 {seed}", "{title} · seed {seed}")
}

pub fn stage(name: &str) -> String {
    format!("\n── {name} ──")
}

pub fn aside(text: &str) -> String {
    format!("  ({text})")
}

pub fn you(lang: Lang, spoken: &str) -> String {
    say!(lang, "你：{spoken}", "You: {spoken}")
}

pub fn says(lang: Lang, who: &str, does: Option<&str>, spoken: &str) -> String {
    let does = does.map(|does| match lang {
        Lang::Zh => does.to_owned(),
        Lang::En => format!("{does} "),
    });
    let does = does.unwrap_or_default();
    say!(lang, "{who}：{does}{spoken}", "{who}: {does}{spoken}")
}

pub fn shows(lang: Lang, name: &str, specific: bool, quote: &str) -> String {
    match (lang, specific) {
        (Lang::Zh, true) => format!("{name}（具体）“{quote}”"),
        (Lang::Zh, false) => format!("{name}“{quote}”"),
        (Lang::En, true) => format!("{name} (specific) “{quote}”"),
        (Lang::En, false) => format!("{name} “{quote}”"),
    }
}

pub fn judged(lang: Lang, shown: &[String], feel: u8, order: Option<u8>, unread: bool) -> String {
    let shown = if shown.is_empty() { say!(lang, "没看出什么", "nothing recognised") } else { shown.join(" · ") };
    let order = order.map(|order| say!(lang, " · 先后 {order}%", " · order {order}%")).unwrap_or_default();
    let unread = if unread { say!(lang, " · 有话没读懂", " · some words unread") } else { String::new() };
    say!(lang, "看出：{shown} · 感受 {feel}/4{order}{unread}", "shows: {shown} · feel {feel}/4{order}{unread}")
}

pub fn bounced(lang: Lang) -> String {
    say!(lang, "没听进去：办法来早了。", "It didn't land: the fix came too soon.")
}

pub fn shifted(
    lang: Lang,
    (heat, heat_now): (u8, u8),
    heat_word: &str,
    (trust, trust_now): (u8, u8),
    trust_word: &str,
    causes: &[String],
) -> String {
    let causes = causes.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    });
    say!(
        lang,
        "火气 {heat}→{heat_now}（{heat_word}） 信任 {trust}→{trust_now}（{trust_word}）：{causes}",
        "heat {heat}→{heat_now} ({heat_word}), trust {trust}→{trust_now} ({trust_word}): {causes}"
    )
}

pub fn cause(lang: Lang, why: &str, heat: i32, trust: i32) -> String {
    let heat = if heat == 0 { String::new() } else { say!(lang, " 火气{heat:+}", " heat {heat:+}") };
    let trust = if trust == 0 { String::new() } else { say!(lang, " 信任{trust:+}", " trust {trust:+}") };
    format!("{why}{heat}{trust}")
}

pub fn because_said(lang: Lang, quote: &str, name: &str) -> String {
    say!(lang, "“{quote}”（{name}）", "“{quote}” ({name})")
}

pub fn because_bounced(lang: Lang, quote: &str) -> String {
    say!(lang, "“{quote}”来早了", "“{quote}” came too soon")
}

pub fn because_soothed(lang: Lang) -> String {
    say!(lang, "安慰太久，事情没动", "comfort went on and nothing moved")
}

pub fn because_silence(lang: Lang) -> String {
    say!(lang, "一直没人应声", "nobody answered")
}

pub fn because_noted(lang: Lang) -> String {
    say!(lang, "你动笔记下来了", "you wrote it down")
}

pub fn because_scene(lang: Lang) -> String {
    say!(lang, "情景里的变化", "what happened in the scene")
}

pub fn because_kept(lang: Lang) -> String {
    say!(lang, "承诺兑现", "a promise kept")
}

pub fn because_broken(lang: Lang) -> String {
    say!(lang, "承诺落空", "a promise broken")
}

pub fn now_feels(lang: Lang, word: &str) -> String {
    say!(lang, "对方现在：{word}", "They are now: {word}")
}

pub fn gate_opened(lang: Lang) -> String {
    say!(lang, "心门开了：听得进办法了。", "The gate opens: a solution can land now.")
}

pub fn gate_shut(lang: Lang) -> String {
    say!(lang, "心门关着：先让对方觉得被听见。", "The gate is shut: let them feel heard first.")
}

pub fn learned(lang: Lang, id: &str, fact: &str) -> String {
    say!(lang, "知道了 [{id}]：{fact}", "Learned [{id}]: {fact}")
}

pub fn noted(lang: Lang, fact: &str) -> String {
    say!(lang, "记下：{fact}", "noted: {fact}")
}

pub fn nothing_to_see(lang: Lang) -> String {
    say!(lang, "没看到新的。", "Nothing new to see.")
}

pub fn breathed(lang: Lang) -> String {
    say!(lang, "你缓了口气。", "you take a breath")
}

pub fn silence(lang: Lang) -> String {
    say!(lang, "对方等了又等，没等到一句话。", "they waited and heard nothing")
}

pub fn agreed(lang: Lang, agreement: &str) -> String {
    say!(lang, "谈妥：{agreement}", "Agreed: {agreement}")
}

pub fn promised(lang: Lang, promise: &str, beyond: bool) -> String {
    let beyond = if beyond { say!(lang, "（超出权限）", " (beyond your authority)") } else { String::new() };
    say!(lang, "承诺：{promise}{beyond}", "Promised: {promise}{beyond}")
}

pub fn kept(lang: Lang, promise: &str) -> String {
    say!(lang, "兑现：{promise}", "Kept: {promise}")
}

pub fn broken(lang: Lang, promise: &str) -> String {
    say!(lang, "没兑现：{promise}", "Not kept: {promise}")
}

pub fn warned(lang: Lang, warning: &str) -> String {
    say!(lang, "！{warning} 再选一次才算数。", "! {warning} Choose it again to go through with it.")
}

pub fn hint(lang: Lang, hint: Option<&str>) -> String {
    match hint {
        Some(hint) => say!(lang, "提示：{hint}", "Hint: {hint}"),
        None => say!(lang, "这一轮没有提示。", "No hint for this turn."),
    }
}

pub fn score(lang: Lang, score: Option<f64>, range: Option<(f64, f64)>, passes: bool) -> String {
    let Some(score) = score else {
        return say!(lang, "机会不够，不给总分。", "Too few chances for a total.");
    };
    let range = match range {
        Some((low, high)) if (high - low).abs() > f64::EPSILON => {
            say!(lang, "（{low}–{high}，有话没读懂）", " ({low}–{high}: some words unread)")
        }
        _ => String::new(),
    };
    let passes =
        if passes { say!(lang, "，通过", ", passed") } else { say!(lang, "，还没通过", ", not passed yet") };
    say!(lang, "总分 {score}{range}{passes}", "Score {score}{range}{passes}")
}

pub fn parts(lang: Lang, e: Option<f64>, k: Option<f64>, r: Option<f64>) -> String {
    let [e, k, r] = [e, k, r].map(|part| part.map_or("—".to_owned(), |part| part.to_string()));
    say!(lang, "  先情绪后事情 {e} · 九项要点 {k} · 挽回 {r}", "  emotions first {e} · key points {k} · recovery {r}")
}

pub fn outcome(lang: Lang, name: &str) -> String {
    say!(lang, "  结局：{name}", "  Outcome: {name}")
}

pub fn point(lang: Lang, name: &str, state: PointState, credit: Option<f64>, quote: Option<&str>) -> String {
    let (mark, state) = match state {
        PointState::Met => ("●", say!(lang, "接住", "met")),
        PointState::Late => ("◐", say!(lang, "晚了", "late")),
        PointState::NotYet => ("○", say!(lang, "还差一步", "not yet")),
        PointState::NotRecognised => ("?", say!(lang, "未识别到", "not recognised")),
        PointState::NeverCameUp => ("—", say!(lang, "没出现", "never came up")),
    };
    let credit = credit.map(|credit| format!(" {:.0}%", credit * 100.0)).unwrap_or_default();
    let quote = quote.map(|quote| say!(lang, "：“{quote}”", ": “{quote}”")).unwrap_or_default();
    say!(lang, "  {mark} {name} · {state}{credit}{quote}", "  {mark} {name} · {state}{credit}{quote}")
}
