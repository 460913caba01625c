//! Lines under words: the evidence, told by shape as well as by colour. Never changes the text it marks.

use std::ops::Range;

use egui::epaint::text::Galley;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// The shape of an underline; each says something without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Feeling was met.
    Solid,
    /// The issue was moved on.
    Double,
    /// Harm.
    Wavy,
    /// Taken back by what followed.
    Dashed,
    /// Not read.
    Dotted,
}

/// Words that are underlined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the text.
    pub bytes: Range<usize>,
    /// Colour of the line.
    pub colour: Color32,
    /// Shape of the line.
    pub line: Line,
}

/// Paints `marks` under `text`, laid out as `galley` with its corner at `corner`.
pub fn paint(painter: &Painter, corner: Pos2, galley: &Galley, text: &str, marks: &[Mark]) {
    for mark in marks {
        for rect in rects(galley, text, &mark.bytes) {
            let rect = rect.translate(corner.to_vec2());
            underline(painter, rect, mark.line, mark.colour);
        }
    }
}

/// Where the words stand, one rectangle a row, relative to the galley.
#[must_use]
pub fn rects(galley: &Galley, text: &str, bytes: &Range<usize>) -> Vec<Rect> {
    let mut starts = text.char_indices().map(|(at, _)| at);
    let mut found = Vec::new();
    for row in &galley.rows {
        let mut here: Option<(f32, f32, f32)> = None;
        for glyph in &row.row.glyphs {
            let Some(at) = starts.next() else { break };
            if bytes.contains(&at) {
                let (left, right) = (row.pos.x + glyph.pos.x, row.pos.x + glyph.pos.x + glyph.advance_width);
                // A blank at the end of a row would let the line hang out.
                let right = if glyph.chr == ' ' { here.map_or(right, |h| h.1) } else { right };
                here = Some((here.map_or(left, |h| h.0), right, row.pos.y + glyph.pos.y));
            }
        }
        if row.ends_with_newline {
            starts.next();
        }
        if let Some((left, right, baseline)) = here {
            found.push(Rect::from_min_max(pos2(left, baseline - row.row.size.y * 0.7), pos2(right, baseline)));
        }
    }
    found
}

/// One underline below `rect`, whose bottom is the baseline.
pub fn underline(painter: &Painter, rect: Rect, line: Line, colour: Color32) {
    let y = rect.bottom() + 4.0;
    let (left, right) = (rect.left() + 1.0, rect.right() - 1.0);
    let stroke = Stroke::new(2.0, colour);
    let ends = [pos2(left, y), pos2(right, y)];
    match line {
        Line::Solid => {
            painter.line_segment(ends, stroke);
        }
        Line::Double => {
            let thin = Stroke::new(1.5, colour);
            painter.line_segment([pos2(left, y - 1.0), pos2(right, y - 1.0)], thin);
            painter.line_segment([pos2(left, y + 2.0), pos2(right, y + 2.0)], thin);
        }
        Line::Wavy => {
            let mut points = Vec::new();
            let mut x = left;
            while x < right {
                points.push(pos2(x, y + 0.5 + ((x - left) * std::f32::consts::TAU / 7.0).sin() * 1.8));
                x += 1.0;
            }
            painter.line(points, Stroke::new(1.6, colour));
        }
        Line::Dashed => painter.extend(Shape::dashed_line(&ends, stroke, 6.0, 4.0)),
        Line::Dotted => painter.extend(Shape::dotted_line(&ends, colour, 4.5, 1.2)),
    }
}
