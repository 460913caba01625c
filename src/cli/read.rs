//! `read`: what typed replies show, a line of JSON each. Scores nothing and keeps nothing.

use std::io::{BufRead as _, Read as _};

use serde::Deserialize;
use serde_json::{Value, json};

use super::args::{Read, ReadFormat};
use super::out::{Exit, Out};
use super::report::strength;
use super::words;
use crate::reading::{Context, Reader, Reading, read};
use crate::text::Lang;

/// A line longer than this is no reply.
const LONGEST: u64 = 4 << 20;

/// One reply to read, with the moment it was typed in. Other fields are left alone, so that labelled data can be read.
#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    customer: String,
    #[serde(default)]
    authority: Authority,
    reply: String,
}

/// What may be promised: one sentence or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Authority {
    Many(Vec<String>),
    One(String),
    None(()),
}

impl Default for Authority {
    fn default() -> Self {
        Self::None(())
    }
}

/// Reads every line of standard input; a line that makes no sense is named and passed over.
pub(super) fn run(asked: &Read, out: &mut Out) -> Exit {
    let mut stdin = std::io::stdin().lock();
    let mut exit = Exit::Ok;
    let mut bytes = Vec::new();
    for number in 1_usize.. {
        bytes.clear();
        match stdin.by_ref().take(LONGEST).read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) => {}
            Err(why) => {
                out.tell(&words::cannot_read(out.lang, "-", &why.to_string()));
                return Exit::Disk;
            }
        }
        let line = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
        if line.trim_ascii().is_empty() {
            continue;
        }
        match one(line, out.lang) {
            Ok((reply, reading, id)) => show(asked.format, &id, &reply, &reading, out),
            Err(why) => {
                out.tell(&words::bad_line(out.lang, number, &why));
                exit = Exit::Findings;
            }
        }
        if out.is_gone() {
            break;
        }
    }
    exit
}

fn one(line: &[u8], usual: Lang) -> Result<(String, Reading, Value), String> {
    let asked: Asked = serde_json::from_slice(line).map_err(|why| why.to_string())?;
    let lang = match asked.lang.as_deref() {
        None => usual,
        Some(code) => Lang::from_code(code).ok_or_else(|| format!("lang: {code}"))?,
    };
    let authority = match asked.authority {
        Authority::Many(many) => many,
        Authority::One(one) => vec![one],
        Authority::None(()) => Vec::new(),
    };
    let context = Context { lang, customer: &asked.customer, authority: &authority, ..Context::default() };
    let reading = read(Reader::builtin(), &asked.reply, &context);
    Ok((asked.reply, reading, asked.id))
}

fn show(format: ReadFormat, id: &Value, reply: &str, reading: &Reading, out: &mut Out) {
    match format {
        ReadFormat::Jsonl => out.json(&machine(id, reply, reading, out.lang)),
        ReadFormat::Text => {
            let name = id.as_str().map_or_else(|| id.to_string(), ToOwned::to_owned);
            out.line(&format!("{name}: {reply}"));
            for evidence in &reading.moves {
                let shows = evidence.shows.name();
                let quote = evidence.words.of(reply);
                out.line(&words::read_move(out.lang, shows.get(out.lang), evidence.strength, quote, &evidence.rule));
            }
            for miss in &reading.near_misses {
                let quote = miss.words.of(reply);
                out.line(&words::read_near(out.lang, miss.shows.name().get(out.lang), quote, miss.why.get(out.lang)));
            }
            for unread in &reading.unread {
                out.line(&words::read_nothing(out.lang, unread.of(reply)));
            }
        }
    }
}

fn machine(id: &Value, reply: &str, reading: &Reading, lang: Lang) -> Value {
    let moves: Vec<Value> = reading
        .moves
        .iter()
        .map(|evidence| {
            json!({
                "move": evidence.shows.id(),
                "start": evidence.words.start,
                "end": evidence.words.end,
                "text": evidence.words.of(reply),
                "strength": strength(evidence.strength),
                "rule": evidence.rule,
            })
        })
        .collect();
    let near: Vec<Value> = reading
        .near_misses
        .iter()
        .map(|miss| {
            json!({
                "move": miss.shows.id(),
                "start": miss.words.start,
                "end": miss.words.end,
                "text": miss.words.of(reply),
                "scope": miss.scope,
                "rule": miss.rule,
                "why": miss.why.get(lang),
            })
        })
        .collect();
    let unread: Vec<Value> = reading
        .unread
        .iter()
        .map(|words| json!({ "start": words.start, "end": words.end, "text": words.of(reply) }))
        .collect();
    json!({
        "schema": super::SCHEMA,
        "id": id,
        "moves": moves,
        "near_misses": near,
        "unread": unread,
        "engine": reading.engine,
    })
}
