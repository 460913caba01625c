//! The words of the window, typed, in both languages. Never holds what customers or handbook pages say.
//!
//! To add a group: one `words!` block here, one field in [`Strings`], one block in each of `assets/text/{zh,en}.ron`.
//! A missing, empty or unknown entry fails the tests, so a screen can't be half translated.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::scenario::portrait::Prop;
use crate::text::Lang;

/// Declares one group of words; every field is an entry of the RON files.
macro_rules! words {
    ($(#[$about:meta])* $group:ident { $($field:ident),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(missing_docs, reason = "the entry in assets/text says it")]
        pub struct $group { $(pub $field: String),* }
    };
}

/// All words, by screen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the groups say it")]
pub struct Strings {
    pub common: Common,
    pub emotion: EmotionWords,
    pub tells: Tells,
    pub rail: Rail,
    pub first_run: FirstRun,
    pub settings: SettingsWords,
    pub debrief: DebriefWords,
    pub library: LibraryWords,
    pub today: TodayWords,
    pub progress: ProgressWords,
    pub handbook: HandbookWords,
    pub what_if: WhatIfWords,
    pub notice: NoticeWords,
    pub practice: PracticeWords,
    pub briefing: BriefingWords,
}

words! {
    /// Words that many screens use.
    Common {
        app, back, cancel, close, undo, redo, search, clear, on, off, yes, no, reply_of, turn, read_only, disk_full,
        exam_band, unavailable, no_clip,
    }
}

words! {
    /// Words for heat and trust and the door.
    EmotionWords {
        heat, trust, calm, uneasy, upset, angry, furious, feeling, issue, door_open, door_shut, feel_first, value_of,
        trust_low, trust_some, trust_good,
    }
}

words! {
    /// What the hands do, for the face's name.
    Tells { none, tissue, car_key, folder, card, open_hand, phone, towel, face_name, tears, arms_crossed }
}

words! {
    /// The rail.
    Rail { label, today, scenes, progress, handbook, workbench, class, settings }
}

words! {
    /// The first sixty seconds.
    FirstRun {
        customer, line, question, fix_first, feel_first, bounce, soften, fix, fix_shut, fix_open, try_other, once_fixed,
        once_felt, same_fix, you, about, lesson, practise, look_around, skip, language, text_size, motion, motion_on, motion_off, show_all,
        door_shut, door_open, caption_shut, caption_open,
    }
}

words! {
    /// The settings screen.
    SettingsWords {
        title, sections, look, motion_and_reading, answering, records, language, text_size, theme, theme_system,
        theme_light, theme_dark, motion, motion_full, motion_reduced, reveal, reveal_phrases, reveal_once, number_keys,
        number_keys_about, enter_key, enter_says, enter_breaks, take_back, take_back_off, take_back_short,
        take_back_long, take_back_confirm, pressure, pressure_about, hints, hints_about, code_name, code_name_about,
        data_folder, choose_folder, use_folder, cancel_folder, folder_next, folder_locked, trainer_tools, trainer_tools_about, export, export_about,
        delete, delete_about, delete_type, delete_do, reset, reset_about, preview, preview_line, preview_reply,
        preview_note, open_folder,
    }
}

words! {
    /// The debrief.
    DebriefWords {
        title, feel_question, feel_fine, feel_stuck, feel_angry, feel_skip, feel_kept, script, main, curve, curve_step,
        curve_start, table, chart, column_step, column_said, best, turning, not_yet, more, they_said, you_said,
        they_did, works, replay, why_label, causes, cause, way, hide_way, show_way, points, point_spoken, met, late,
        missed, unrecognised, never, promises, promise_made, promise_kept, promise_broken, beyond, no_promises, facts,
        fact_found, fact_unheard, fact_secret, want, score, score_of, score_exact, no_total, unread_note, aim, pass, no_pass, parts, part_e,
        part_k, part_r, caps, cap, outcome, assisted, meaning, figures, another, done, sealed, select_hint, nothing_said,
    }
}

words! {
    /// The library.
    LibraryWords {
        title, find, none, practise, draft, resume, discard, broken, see, tried, tried_exactly, tried_unscored, not_tried, facts,
        opens, hotel, car, coach, bank, computer, shop, telecom, health, property, other,
    }
}

words! {
    /// Today.
    TodayWords { title, left_open, not_now, nothing, look, last, look_again }
}

words! {
    /// Progress.
    ProgressWords {
        title, nothing, points, legend, caught, few, picked, typed, mixed, history, scored, unscored, open,
    }
}

words! {
    /// The handbook.
    HandbookWords { title, contents, find, none, cue, weak, strong, practise }
}

words! {
    /// What-if.
    WhatIfWords { title, then, now, again, back, unchanged, heat_after, compared, changed_scene }
}

words! {
    /// What the app tells in passing.
    NoticeWords { first_save, code_name, keep, exported, deleted, copied, gone, unsaved, crash, folder_next, to_debrief }
}

words! {
    /// The practice screen.
    PracticeWords {
        leave, hint, assisted, settled, not_landed, ready_again, wants_title, want_respect, want_heard,
        want_compensation, want_ownership, want_fast, want_looked_into, bearing, facts, promises, clues, own_note,
        own_note_hint, note, noted, row_round, nothing_yet, beyond, kept, broken, notes_button, own,
        listen, look, change, breathe, way_of, box_hint, say, count, nothing_to_change, show_all, take_back, take_back_key, say_it,
        change_title, where_to, with_whom, when, you, saw_line, nothing_to_see, noted_line, breathed, silence,
        agreed_line, promised_line, kept_line, broken_line, hint_line, hint_general, warned, over, to_debrief,
        leave_title, leave_about, leave_do, stay, end_here,
    }
}

words! {
    /// The briefing before a talk.
    BriefingWords {
        role, may_promise, cannot, instead, about, mode, coached, alone, exam, coached_about, alone_about, exam_about,
        ways, both, typed, start, minutes, level,
    }
}

static ZH: LazyLock<Strings> = LazyLock::new(|| read("zh.ron", include_str!("../../assets/text/zh.ron")));
static EN: LazyLock<Strings> = LazyLock::new(|| read("en.ron", include_str!("../../assets/text/en.ron")));

impl Strings {
    /// The words in `lang`.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }

    /// The accessible name of a face: who, the word for the heat, what the hands do.
    #[must_use]
    pub fn face_name(&self, name: &str, heat: f32, prop: Prop) -> String {
        let tells = &self.tells;
        let tell = match prop {
            Prop::None => &tells.none,
            Prop::Tissue => &tells.tissue,
            Prop::CarKey => &tells.car_key,
            Prop::Folder => &tells.folder,
            Prop::Card => &tells.card,
            Prop::OpenHand => &tells.open_hand,
            Prop::Phone => &tells.phone,
            Prop::Towel => &tells.towel,
        };
        fill(&tells.face_name, &[("name", name), ("heat", self.heat_word(heat)), ("tell", tell)])
    }

    /// The word for a heat of 0–100.
    #[must_use]
    pub fn heat_word(&self, heat: f32) -> &str {
        let words = &self.emotion;
        match super::theme::heat_step(heat) {
            0 => &words.calm,
            1 => &words.uneasy,
            2 => &words.upset,
            3 => &words.angry,
            _ => &words.furious,
        }
    }
}

/// The files are part of the program and read by a test, so one that doesn't parse can't be shipped.
fn read(name: &str, text: &str) -> Strings {
    ron::from_str(text).unwrap_or_else(|error| panic!("assets/text/{name}: {error}"))
}

/// Puts values in the places `{name}` of an entry.
#[must_use]
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, tail)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = tail.split_once('}') else {
            text.push('{');
            rest = tail;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            text.push_str(value);
        } else {
            text.push('{');
            text.push_str(name);
            text.push('}');
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_once_and_unknown_ones_stay() {
        assert_eq!(fill("{n} of {of}: {text}", &[("n", "2"), ("of", "4"), ("text", "{n}")]), "2 of 4: {n}");
        assert_eq!(fill("{who} {", &[]), "{who} {");
    }
}
