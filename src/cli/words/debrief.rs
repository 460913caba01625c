//! The words of a debrief. Decides nothing.

use crate::rubric::PointState;
use crate::session::Standing;
use crate::text::Lang;

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

pub fn heading(lang: Lang, which: Heading) -> String {
    let name = match which {
        Heading::Debrief => say!(lang, "复盘", "Debrief"),
        Heading::Heat => say!(lang, "火气怎么走的", "How the heat moved"),
        Heading::Points => say!(lang, "九项要点", "The nine points"),
        Heading::Promises => say!(lang, "承诺", "Promises"),
        Heading::Facts => say!(lang, "事实", "Facts"),
    };
    format!("\n── {name} ──")
}

/// Parts of a debrief.
#[derive(Debug, Clone, Copy)]
pub enum Heading {
    Debrief,
    Heat,
    Points,
    Promises,
    Facts,
}

pub fn cap(lang: Lang, name: &str, limit: u8, quotes: &[String]) -> String {
    let quotes = quoted(lang, quotes);
    say!(lang, "  {name}：最高 {limit} 分。{quotes}", "  {name}: {limit} at most. {quotes}")
}

pub fn assisted(lang: Lang) -> String {
    say!(lang, "  有提示", "  Assisted")
}

pub fn sealed(lang: Lang) -> String {
    say!(lang, "考核已封存，结果由培训师打开。", "The exam is sealed; your trainer opens the result.")
}

pub fn sealed_short(lang: Lang) -> String {
    say!(lang, "已封存", "sealed")
}

pub fn step(lang: Lang, number: usize, said: &str, heat: (u8, u8), trust: (u8, u8)) -> String {
    let ((h, heat), (t, trust)) = (heat, trust);
    say!(
        lang,
        "  {number}. “{said}”\n     火气 {h}→{heat} · 信任 {t}→{trust}",
        "  {number}. “{said}”\n     heat {h}→{heat} · trust {t}→{trust}"
    )
}

pub fn best(lang: Lang) -> String {
    say!(lang, "最好的一句", "the best line")
}

pub fn turning(lang: Lang) -> String {
    say!(lang, "转折在这里", "the turning point")
}

pub fn again(lang: Lang) -> String {
    say!(lang, "值得再试一次", "worth another try")
}

pub fn ghost(lang: Lang, heats: &[String]) -> String {
    let heats = heats.join(" → ");
    say!(lang, "  一条走得通的路，火气：{heats}", "  One good way, heat: {heats}")
}

pub fn point(lang: Lang, name: &str, state: PointState, credit: Option<f64>) -> String {
    let (mark, state) = match state {
        PointState::Met => ("●", say!(lang, "接住", "met")),
        PointState::Late => ("◐", say!(lang, "晚了", "late")),
        PointState::NotYet => ("○", say!(lang, "还差一步", "not yet")),
        PointState::NotRecognised => ("?", say!(lang, "未识别到", "not recognised")),
        PointState::NeverCameUp => ("—", say!(lang, "没出现", "never came up")),
    };
    let credit = credit.map(|credit| format!(" {:.0}%", credit * 100.0)).unwrap_or_default();
    format!("  {mark} {name} · {state}{credit}")
}

pub fn models(lang: Lang, models: &[String]) -> String {
    let models = quoted(lang, models);
    say!(lang, "       也走得通：{models}", "       These work too: {models}")
}

pub fn promise(lang: Lang, text: &str, standing: Standing, beyond: bool) -> String {
    let standing = match standing {
        Standing::Made => say!(lang, "记着", "given"),
        Standing::Kept => say!(lang, "兑现", "kept"),
        Standing::Broken => say!(lang, "没兑现", "not kept"),
    };
    let beyond = if beyond { say!(lang, "，超出权限", ", beyond your authority") } else { String::new() };
    say!(lang, "  {text}（{standing}{beyond}）", "  {text} ({standing}{beyond})")
}

pub fn fact(lang: Lang, text: &str, found: bool, secret: bool) -> String {
    let mark = if found { "●" } else { "○" };
    let secret = if secret {
        say!(lang, "（只说给肯听的人）", " (told only to somebody who listens)")
    } else {
        String::new()
    };
    format!("  {mark} {text}{secret}")
}

pub fn want(lang: Lang, want: &str) -> String {
    say!(lang, "  对方真正要的：{want}", "  What they really wanted: {want}")
}

fn quoted(lang: Lang, quotes: &[String]) -> String {
    let quotes: Vec<String> = quotes.iter().map(|quote| format!("“{quote}”")).collect();
    quotes.join(match lang {
        Lang::Zh => "",
        Lang::En => " ",
    })
}
