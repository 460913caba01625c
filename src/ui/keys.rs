//! Which keys are the app's and which the input method's. Never moves the focus and never sees the text of a box.

use egui::{Event, ImeEvent, Key};

use super::preferences::TextSize;

/// Seconds after a composition in which a digit still belongs to it: the 2 that chose 你好 must not say reply 2.
const SETTLE: f64 = 0.15;

/// What the keyboard has been doing; fed once a frame.
#[derive(Debug, Clone, Default)]
pub struct KeyWatch {
    composing: bool,
    last_composition: Option<f64>,
}

/// What holds while keys are read.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings {
    /// Seconds, from anywhere.
    pub now: f64,
    /// A text field has the focus.
    pub in_text: bool,
    /// The setting 数字键.
    pub enabled: bool,
}

impl KeyWatch {
    /// Reads a frame's events and returns the digit that acts, 0–9.
    pub fn digit(&mut self, events: &[Event], around: Surroundings) -> Option<u8> {
        // A whole frame with a composition in it is the input method's, whatever the order within.
        for event in events {
            if let Event::Ime(ime) = event {
                self.last_composition = Some(around.now);
                match ime {
                    ImeEvent::Preedit { text, .. } => self.composing = !text.is_empty(),
                    ImeEvent::Commit(_) => self.composing = false,
                    _ => {}
                }
            }
        }
        if around.in_text || !around.enabled || !self.app_has_keys(around.now) {
            return None;
        }
        events.iter().find_map(typed_digit)
    }

    /// Whether Enter, Esc and the like are the app's: no composition is open and the last one is over.
    #[must_use]
    pub fn app_has_keys(&self, now: f64) -> bool {
        !self.composing && self.last_composition.is_none_or(|last| now - last >= SETTLE)
    }

    /// Whether a composition is open, in which the focus must not move.
    #[must_use]
    pub fn composing(&self) -> bool {
        self.composing
    }
}

/// The text size that Ctrl +, Ctrl − or Ctrl 0 asks for this frame; `None` when none was pressed.
#[must_use]
pub fn text_size(events: &[Event], now: TextSize) -> Option<TextSize> {
    events.iter().find_map(|event| match event {
        Event::Key { key, pressed: true, modifiers, .. } if modifiers.command && !modifiers.alt => match key {
            Key::Plus | Key::Equals => Some(now.larger()),
            Key::Minus => Some(now.smaller()),
            Key::Num0 => Some(TextSize::Normal),
            _ => None,
        },
        _ => None,
    })
}

fn typed_digit(event: &Event) -> Option<u8> {
    match event {
        Event::Key { key, pressed: true, repeat: false, modifiers, .. } if modifiers.is_none() => of_key(*key),
        // A full-width digit comes as text only; plain ones come as a key as well and must not count twice.
        Event::Text(text) => {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c @ '０'..='９'), None) => u8::try_from(u32::from(c) - u32::from('０')).ok(),
                _ => None,
            }
        }
        _ => None,
    }
}

fn of_key(key: Key) -> Option<u8> {
    const DIGITS: [Key; 10] =
        [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    DIGITS.iter().position(|digit| *digit == key).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn key(key: Key, repeat: bool, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat, modifiers }
    }

    fn press(digit: Key) -> Event {
        key(digit, false, Modifiers::NONE)
    }

    fn preedit(text: &str) -> Event {
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    }

    fn at(now: f64) -> Surroundings {
        Surroundings { now, in_text: false, enabled: true }
    }

    #[track_caller]
    fn check(frames: &[(f64, &[Event])], wanted: Option<u8>) {
        let mut watch = KeyWatch::default();
        let mut last = None;
        for (now, events) in frames {
            last = watch.digit(events, at(*now));
        }
        assert_eq!(last, wanted);
    }

    #[test]
    fn a_digit_acts_when_nothing_is_typed() {
        check(&[(0.0, &[press(Key::Num3)])], Some(3));
        check(&[(0.0, &[Event::Text("１".to_owned())])], Some(1));
        check(&[(0.0, &[Event::Text("1".to_owned())])], None);
    }

    #[test]
    fn not_in_a_text_field_nor_when_switched_off() {
        let mut watch = KeyWatch::default();
        assert_eq!(watch.digit(&[press(Key::Num3)], Surroundings { in_text: true, ..at(0.0) }), None);
        assert_eq!(watch.digit(&[press(Key::Num3)], Surroundings { enabled: false, ..at(1.0) }), None);
    }

    #[test]
    fn repeats_and_chords_are_no_digits() {
        check(&[(0.0, &[key(Key::Num3, true, Modifiers::NONE)])], None);
        check(&[(0.0, &[key(Key::Num3, false, Modifiers::CTRL)])], None);
        check(&[(0.0, &[key(Key::Num3, false, Modifiers::SHIFT)])], None);
    }

    #[test]
    fn the_digit_that_chose_a_word_says_nothing() {
        let commit = || Event::Ime(ImeEvent::Commit("你好".to_owned()));
        check(&[(0.0, &[preedit("ni hao")]), (0.2, &[press(Key::Num2)])], None);
        check(&[(0.0, &[preedit("ni hao")]), (0.2, &[press(Key::Num2), commit()])], None);
        check(&[(0.0, &[preedit("ni hao")]), (0.2, &[commit()]), (0.3, &[press(Key::Num2)])], None);
        check(&[(0.0, &[preedit("ni hao")]), (0.2, &[commit()]), (0.36, &[press(Key::Num2)])], Some(2));
    }

    #[test]
    fn text_grows_and_shrinks_with_the_command_key_only() {
        let ask = |pressed: Key, modifiers| text_size(&[key(pressed, false, modifiers)], TextSize::Large);
        assert_eq!(ask(Key::Plus, Modifiers::COMMAND), Some(TextSize::Larger));
        assert_eq!(ask(Key::Minus, Modifiers::COMMAND), Some(TextSize::Normal));
        assert_eq!(ask(Key::Num0, Modifiers::COMMAND), Some(TextSize::Normal));
        assert_eq!(ask(Key::Minus, Modifiers::NONE), None);
    }

    #[test]
    fn a_composition_given_up_gives_the_keys_back() {
        let mut watch = KeyWatch::default();
        watch.digit(&[preedit("ni")], at(0.0));
        assert!(watch.composing() && !watch.app_has_keys(9.0));
        watch.digit(&[preedit("")], at(10.0));
        assert!(!watch.composing() && !watch.app_has_keys(10.1) && watch.app_has_keys(10.2));
    }
}
