//! Where the regions of the practice screen lie, by width ÷ text size. Draws nothing.

use egui::{Rect, pos2, vec2};

/// Gap between regions.
pub(super) const GAP: f32 = 16.0;
/// Height of the header.
pub(super) const HEADER: f32 = 56.0;

/// The four forms of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Wide,
    Standard,
    Compact,
    Narrow,
}

/// Large type in a low window: the strip of the person shrinks and the dock leaves more to the talk.
pub(super) fn low(rect: Rect, scale: f32) -> bool {
    form(rect.width(), scale) == Form::Narrow && rect.height() / scale < 560.0
}

/// The form for a window of this width at this text size.
pub(super) fn form(width: f32, scale: f32) -> Form {
    match width / scale {
        w if w >= 1600.0 => Form::Wide,
        w if w >= 1200.0 => Form::Standard,
        w if w >= 960.0 => Form::Compact,
        _ => Form::Narrow,
    }
}

/// Where everything lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    pub form: Form,
    pub header: Rect,
    pub person: Rect,
    pub gate: Option<Rect>,
    pub talk: Rect,
    pub side: Option<Rect>,
    /// Lines to pick; empty where only own words count.
    pub pick: Option<Rect>,
    /// The box and the ways without words.
    pub own: Rect,
}

/// Widths that are known before anything is measured.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub form: Form,
    pub pick: f32,
    pub own: f32,
    person: f32,
    side: f32,
    /// The most of the height that the dock may take.
    share: f32,
}

/// What the measured parts need.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wishes {
    pub gate: f32,
    pub person_strip: f32,
    pub pick: f32,
    pub own: f32,
}

/// The widths of the columns in `rect`.
pub(super) fn columns(rect: Rect, scale: f32, picks: bool) -> Columns {
    let form = form(rect.width(), scale);
    let inside = rect.width() - 2.0 * GAP;
    let (person, side) = match form {
        Form::Wide => (360.0, 360.0),
        Form::Standard => (264.0, 280.0),
        Form::Compact => (200.0, 0.0),
        Form::Narrow => (0.0, 0.0),
    };
    let (person, side) = if scale > 1.0 { (person * scale.min(1.15), side * scale.min(1.15)) } else { (person, side) };
    let dock = if form == Form::Narrow { inside } else { inside - person - GAP };
    let own = match form {
        Form::Wide => (dock * 0.46).min(704.0),
        Form::Standard => (398.0 * scale).min(dock * 0.45),
        Form::Compact => (296.0 * scale).min(dock * 0.42),
        Form::Narrow => dock,
    };
    let (pick, own) = match (form, picks) {
        (Form::Narrow, true) => (dock, dock),
        (_, true) => (dock - GAP - own, own),
        (_, false) => (0.0, dock),
    };
    let share = match (form, low(rect, scale)) {
        (Form::Narrow, true) => 0.42,
        (Form::Narrow, false) => 0.46,
        _ => 0.48,
    };
    Columns { form, pick: pick.floor(), own: own.floor(), person: person.floor(), side: side.floor(), share }
}

/// The regions in `rect`: the dock gets what it wants up to 48 %, the talk the rest.
pub(super) fn places(rect: Rect, columns: Columns, wishes: Wishes) -> Places {
    let Columns { form, pick, own, person, side, share } = columns;
    let header = Rect::from_min_size(rect.min, vec2(rect.width(), HEADER));
    let inner = Rect::from_min_max(
        pos2(rect.left() + GAP, header.bottom() + GAP),
        pos2(rect.right() - GAP, rect.bottom() - GAP),
    );
    let narrow = form == Form::Narrow;
    let wish = match (narrow, pick > 0.0) {
        (true, true) => wishes.pick + 8.0 + wishes.own,
        (false, true) => wishes.pick.max(wishes.own),
        (_, false) => wishes.own,
    };
    let dock = wish.min((rect.height() * share).floor());
    let dock_top = inner.bottom() - dock;
    let (main_left, person_rect, top) = if narrow {
        let strip = Rect::from_min_size(inner.min, vec2(inner.width(), wishes.person_strip));
        (inner.left(), strip, strip.bottom() + 8.0)
    } else {
        let column = Rect::from_min_size(inner.min, vec2(person, inner.height()));
        (column.right() + GAP, column, inner.top())
    };
    let side_rect = (side > 0.0)
        .then(|| Rect::from_min_max(pos2(inner.right() - side, inner.top()), pos2(inner.right(), dock_top - GAP)));
    let main_right = side_rect.map_or(inner.right(), |side| side.left() - GAP);
    let gate = (wishes.gate > 0.0)
        .then(|| Rect::from_min_size(pos2(main_left, top), vec2(main_right - main_left, wishes.gate)));
    let talk_top = gate.map_or(top, |gate| gate.bottom() + 8.0);
    let talk = Rect::from_min_max(
        pos2(main_left, talk_top),
        pos2(main_right, (dock_top - if narrow { 8.0 } else { GAP }).max(talk_top + 40.0)),
    );
    let (pick_rect, own_rect) = if narrow {
        let own_top = inner.bottom() - wishes.own.min(dock);
        let above = Rect::from_min_max(pos2(main_left, dock_top), pos2(inner.right(), own_top - 8.0));
        let own_rect = Rect::from_min_max(pos2(main_left, own_top), inner.right_bottom());
        ((pick > 0.0).then_some(above), own_rect)
    } else {
        let own_rect = Rect::from_min_max(pos2(inner.right() - own, dock_top), inner.right_bottom());
        let pick_rect = Rect::from_min_size(pos2(main_left, dock_top), vec2(pick, dock));
        ((pick > 0.0).then_some(pick_rect), own_rect)
    };
    Places { form, header, person: person_rect, gate, talk, side: side_rect, pick: pick_rect, own: own_rect }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_follow_width_by_text_size() {
        let cases = [
            (1920.0, 1.0, Form::Wide),
            (1366.0, 1.0, Form::Standard),
            (1280.0, 1.0, Form::Standard),
            (1366.0, 1.15, Form::Compact),
            (1024.0, 1.0, Form::Compact),
            (1366.0, 1.5, Form::Narrow),
            (800.0, 1.0, Form::Narrow),
        ];
        for (width, scale, wanted) in cases {
            assert_eq!(form(width, scale), wanted, "{width} at {scale}");
        }
    }

    #[test]
    fn a_small_laptop_keeps_room_for_the_talk() {
        for (width, height, least) in [(1366.0, 688.0, 210.0), (1024.0, 700.0, 210.0), (1280.0, 800.0, 290.0)] {
            let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height));
            let wishes = Wishes { gate: 40.0, person_strip: 96.0, pick: 296.0, own: 288.0 };
            let places = places(rect, columns(rect, 1.0, true), wishes);
            assert!(places.talk.height() >= least, "{width}: {}", places.talk.height());
            assert!(rect.contains_rect(places.own) && rect.contains_rect(places.person));
        }
    }
}
