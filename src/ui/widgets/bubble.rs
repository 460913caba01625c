//! One line of the talk: the customer's, one's own, or a stage line. Never respaces or cuts the words.

use egui::text::LayoutJob;
use egui::{Align2, Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::marks::{self, Mark};
use crate::ui::theme::{self, Type};

/// Whose line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// On the left, larger type.
    Customer,
    /// On the right.
    Own,
    /// In the middle: what happened without words.
    Stage,
}

/// A line of the talk.
#[derive(Debug, Clone, Copy)]
pub struct Bubble<'a> {
    /// Whose line.
    pub who: Who,
    /// Who says it, for the accessible name; may be empty.
    pub speaker: &'a str,
    /// The words.
    pub text: &'a str,
    /// Underlined words.
    pub marks: &'a [Mark],
    /// How many characters are visible so far; the room for the rest is kept.
    pub shown: Option<usize>,
    /// Whether it can be focused and clicked.
    pub selectable: bool,
}

impl<'a> Bubble<'a> {
    /// A whole line without marks.
    #[must_use]
    pub fn new(who: Who, speaker: &'a str, text: &'a str) -> Self {
        Self { who, speaker, text, marks: &[], shown: None, selectable: false }
    }

    /// With words underlined.
    #[must_use]
    pub fn marked(mut self, marks: &'a [Mark]) -> Self {
        self.marks = marks;
        self
    }

    /// With only the first `chars` characters visible.
    #[must_use]
    pub fn shown(mut self, chars: usize) -> Self {
        self.shown = Some(chars);
        self
    }

    /// Can be focused and clicked.
    #[must_use]
    pub fn selectable(mut self) -> Self {
        self.selectable = true;
        self
    }

    /// Draws it as wide as its words need, 34 Han at most.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let (kind, ink) = match self.who {
            Who::Customer => (Type::Customer, palette.ink),
            Who::Own => (Type::Body, palette.own_ink),
            Who::Stage => (Type::Note, palette.secondary),
        };
        let padding = if self.who == Who::Stage { vec2(12.0, 4.0) } else { vec2(16.0, 10.0) };
        let room = ui.available_width();
        // Lines longer than 34 Han tire the eye; a bubble that spans the panel no longer tells its side.
        let longest =
            (kind.size(ui) * 34.0).min(room * if self.who == Who::Stage { 1.0 } else { 0.86 } - 2.0 * padding.x);
        let galley = ui.painter().layout_job(self.job(ui, kind, ink, longest.max(40.0)));
        let size = galley.size() + 2.0 * padding;
        let sense = if self.selectable { Sense::click() } else { Sense::hover() };
        let (row, _) = ui.allocate_exact_size(vec2(room, size.y), Sense::hover());
        let place = match self.who {
            Who::Customer => Align2::LEFT_TOP,
            Who::Own => Align2::RIGHT_TOP,
            Who::Stage => Align2::CENTER_TOP,
        };
        let rect = place.align_size_within_rect(size, row);
        let id = ui.next_auto_id().with("bubble");
        let response = ui.interact(rect, id, sense);
        self.body(ui, rect, &response);
        let corner = rect.min + padding;
        marks::paint(ui.painter(), corner, &galley, self.text, self.marks);
        ui.painter().galley(corner, galley, ink);
        let role = if self.selectable { Role::Button } else { Role::Label };
        response.widget_info(|| {
            let name =
                if self.speaker.is_empty() { self.text.to_owned() } else { format!("{}: {}", self.speaker, self.text) };
            WidgetInfo::labeled(role, true, name)
        });
        response
    }

    fn job(&self, ui: &Ui, kind: Type, ink: Color32, width: f32) -> LayoutJob {
        let split =
            self.shown.and_then(|chars| self.text.char_indices().nth(chars)).map_or(self.text.len(), |(at, _)| at);
        let (now, later) = self.text.split_at(split);
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        job.append(now, 0.0, kind.format(ui, ink));
        if !later.is_empty() {
            job.append(later, 0.0, kind.format(ui, Color32::TRANSPARENT));
        }
        job
    }

    fn body(&self, ui: &Ui, rect: Rect, response: &Response) {
        let palette = theme::palette(ui);
        let round = theme::CARD_RADIUS;
        let (fill, edge, corners) = match self.who {
            Who::Customer => (palette.card, palette.line, CornerRadius { nw: 4, ..CornerRadius::same(round) }),
            Who::Own => (palette.own_bubble, palette.own_bubble, CornerRadius { ne: 4, ..CornerRadius::same(round) }),
            Who::Stage => (Color32::TRANSPARENT, Color32::TRANSPARENT, CornerRadius::same(round)),
        };
        let edge = if self.selectable && response.hovered() { palette.accent } else { edge };
        ui.painter().rect(rect, corners, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    }
}
