//! Draws smooth filled shapes and lines in the face's own units. Never knows what it draws.

use egui::epaint::PathStroke;
use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// A point in units of the box: 0,0 is the middle, −0.5 the left or top edge.
pub type P = (f32, f32);

/// A painter with its own units, turned and moved with the part of the body it draws.
#[derive(Clone)]
pub struct Pen<'a> {
    painter: &'a Painter,
    centre: Pos2,
    unit: f32,
    /// Turned around this point …
    pivot: P,
    /// … by this angle …
    turn: f32,
    /// … grown by this factor …
    grow: f32,
    /// … then moved by this much.
    shift: P,
    /// Mirrored left to right.
    flip: bool,
}

impl<'a> Pen<'a> {
    /// A pen for `rect`.
    pub fn new(painter: &'a Painter, rect: Rect) -> Self {
        Self {
            painter,
            centre: rect.center(),
            unit: rect.width().min(rect.height()),
            pivot: (0.0, 0.0),
            turn: 0.0,
            grow: 1.0,
            shift: (0.0, 0.0),
            flip: false,
        }
    }

    /// The same pen for a part that is turned around `pivot`, grown and moved.
    pub fn posed(&self, pivot: P, turn: f32, grow: f32, shift: P) -> Self {
        Self { pivot, turn, grow, shift, ..self.clone() }
    }

    /// The same pen moved a little further.
    pub fn moved(&self, by: P) -> Self {
        Self { shift: (self.shift.0 + by.0, self.shift.1 + by.1), ..self.clone() }
    }

    /// The same pen for the mirrored side.
    pub fn mirrored(&self) -> Self {
        Self { flip: !self.flip, ..self.clone() }
    }

    /// Whether there is room for fine lines.
    pub fn fine(&self) -> bool {
        self.unit >= 72.0
    }

    /// Where a point comes to lie.
    pub fn at(&self, p: P) -> Pos2 {
        let x = if self.flip { -p.0 } else { p.0 };
        let (x, y) = (x - self.pivot.0, p.1 - self.pivot.1);
        let (sin, cos) = self.turn.sin_cos();
        let (x, y) = ((x * cos - y * sin) * self.grow, (x * sin + y * cos) * self.grow);
        let (x, y) = (x + self.pivot.0 + self.shift.0, y + self.pivot.1 + self.shift.1);
        pos2(self.centre.x + x * self.unit, self.centre.y + y * self.unit)
    }

    /// A closed smooth shape through `points`.
    pub fn blob(&self, points: &[P], colour: Color32) {
        let curve = self.smooth(points, true);
        self.fill(curve, colour);
    }

    /// A closed shape with straight sides.
    pub fn polygon(&self, points: &[P], colour: Color32) {
        let points = points.iter().map(|p| self.at(*p)).collect();
        self.fill(points, colour);
    }

    /// A shape mirrored to both sides of the middle, given by its right half from top to bottom.
    pub fn both_sides(&self, half: &[P], colour: Color32) {
        let left = half.iter().rev().filter(|p| p.0.abs() > 1e-4).map(|p| (-p.0, p.1));
        let all: Vec<P> = half.iter().copied().chain(left).collect();
        self.blob(&all, colour);
    }

    /// A smooth open line with round ends.
    pub fn line(&self, points: &[P], width: f32, colour: Color32) {
        let curve = self.smooth(points, false);
        let width = (width * self.unit * self.grow).max(0.8);
        if width > 2.0 {
            for end in [curve.first(), curve.last()].into_iter().flatten() {
                self.painter.circle_filled(*end, width / 2.0, colour);
            }
        }
        self.painter.line(curve, PathStroke::new(width, colour));
    }

    /// A finger, an arm, a pen: a thick line with round ends.
    pub fn limb(&self, from: P, to: P, width: f32, colour: Color32) {
        self.line(&[from, to], width, colour);
    }

    /// An ellipse.
    pub fn oval(&self, centre: P, radius: P, colour: Color32) {
        let points: Vec<P> = (0..28)
            .map(|step| {
                let angle = std::f32::consts::TAU * step as f32 / 28.0;
                (centre.0 + radius.0 * angle.cos(), centre.1 + radius.1 * angle.sin())
            })
            .collect();
        self.polygon(&points, colour);
    }

    /// An ellipse that fades to nothing at its edge.
    pub fn glow(&self, centre: P, radius: P, colour: Color32) {
        const STEPS: u32 = 32;
        let mut mesh = Mesh::default();
        mesh.colored_vertex(self.at(centre), colour);
        // A ring half way keeps the middle strong and the fall soft.
        for (reach, strength) in [(0.55, 0.62), (1.0, 0.0)] {
            for step in 0..STEPS {
                let angle = std::f32::consts::TAU * step as f32 / STEPS as f32;
                let p = (centre.0 + reach * radius.0 * angle.cos(), centre.1 + reach * radius.1 * angle.sin());
                mesh.colored_vertex(self.at(p), colour.gamma_multiply(strength));
            }
        }
        for step in 0..STEPS {
            let next = (step + 1) % STEPS;
            let (a, b, c, d) = (1 + step, 1 + next, 1 + STEPS + step, 1 + STEPS + next);
            mesh.add_triangle(0, a, b);
            mesh.add_triangle(a, c, b);
            mesh.add_triangle(b, c, d);
        }
        self.painter.add(Shape::mesh(mesh));
    }

    /// Fills any simple shape, also one with bays, and softens its edge.
    fn fill(&self, points: Vec<Pos2>, colour: Color32) {
        if points.len() < 3 || colour == Color32::TRANSPARENT {
            return;
        }
        let mut mesh = Mesh::default();
        for point in &points {
            mesh.colored_vertex(*point, colour);
        }
        for [a, b, c] in ears(&points) {
            mesh.add_triangle(a, b, c);
        }
        self.painter.add(Shape::mesh(mesh));
        // The mesh has hard edges; a hair line of the same colour gives them egui's soft ones.
        if colour.is_opaque() {
            self.painter.add(Shape::closed_line(points, Stroke::new(0.9, colour)));
        }
    }

    #[expect(clippy::many_single_char_names, reason = "four points and a parameter: the formula's own names")]
    fn smooth(&self, points: &[P], closed: bool) -> Vec<Pos2> {
        let points: Vec<Pos2> = points.iter().map(|p| self.at(*p)).collect();
        let count = points.len();
        if count < 3 {
            return points;
        }
        let steps: usize = match self.unit {
            small if small < 72.0 => 4,
            small if small < 160.0 => 5,
            middle if middle < 300.0 => 7,
            _ => 9,
        };
        // One before, so that the index stays a plain count.
        let pick = |index: usize| -> Pos2 {
            if closed { points[(index + count - 1) % count] } else { points[index.saturating_sub(1).min(count - 1)] }
        };
        let segments = if closed { count } else { count - 1 };
        let mut curve = Vec::with_capacity(segments * steps + 1);
        for segment in 0..segments {
            let [a, b, c, d] = [0, 1, 2, 3].map(|offset| pick(segment + offset).to_vec2());
            for step in 0..steps {
                let t = step as f32 / steps as f32;
                let (t2, t3) = (t * t, t * t * t);
                let at = 0.5
                    * (2.0 * b
                        + (c - a) * t
                        + (2.0 * a - 5.0 * b + 4.0 * c - d) * t2
                        + (3.0 * b - a - 3.0 * c + d) * t3);
                curve.push(at.to_pos2());
            }
        }
        if !closed {
            curve.push(points[count - 1]);
        }
        curve
    }
}

/// Cuts a simple polygon into triangles by clipping ears.
fn ears(points: &[Pos2]) -> Vec<[u32; 3]> {
    let count = points.len();
    let cross = |a: Pos2, b: Pos2, c: Pos2| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let area: f32 =
        (0..count).map(|i| points[i].x * points[(i + 1) % count].y - points[(i + 1) % count].x * points[i].y).sum();
    let sign = if area < 0.0 { -1.0 } else { 1.0 };
    // Only corners that bend inwards can lie in an ear, and clipping makes no new ones: most shapes have few.
    let inward: Vec<usize> = (0..count)
        .filter(|&i| cross(points[(i + count - 1) % count], points[i], points[(i + 1) % count]) * sign <= 0.0)
        .collect();
    let holds = |corner: [usize; 3], p: Pos2| {
        let [a, b, c] = corner.map(|index| points[index]);
        cross(a, b, p) * sign >= 0.0 && cross(b, c, p) * sign >= 0.0 && cross(c, a, p) * sign >= 0.0
    };
    let mut left: Vec<usize> = (0..count).collect();
    let mut triangles = Vec::with_capacity(count);
    let (mut at, mut missed) = (0, 0);
    while left.len() > 3 && missed < left.len() {
        let rest = left.len();
        let corner = [left[(at + rest - 1) % rest], left[at % rest], left[(at + 1) % rest]];
        let [a, b, c] = corner.map(|index| points[index]);
        let ear = cross(a, b, c) * sign > 0.0
            && !inward.iter().any(|other| !corner.contains(other) && holds(corner, points[*other]));
        if ear {
            triangles.push(corner.map(|index| index as u32));
            left.remove(at % rest);
            missed = 0;
        } else {
            at += 1;
            missed += 1;
        }
        if at >= left.len() {
            at = 0;
        }
    }
    if left.len() >= 3 {
        // What is left is a triangle, or touches itself: a fan is close enough.
        for pair in left[1..].windows(2) {
            triangles.push([left[0] as u32, pair[0] as u32, pair[1] as u32]);
        }
    }
    triangles
}

#[cfg(test)]
mod tests {
    use super::ears;
    use egui::{Pos2, pos2};

    #[track_caller]
    fn check_area(points: &[Pos2], wanted: f32) {
        let found: f32 = ears(points)
            .iter()
            .map(|t| {
                let [a, b, c] = t.map(|index| points[index as usize]);
                ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).abs() / 2.0
            })
            .sum();
        assert!((found - wanted).abs() < 1e-3, "{found}, wanted {wanted}");
    }

    #[test]
    fn shapes_with_bays_are_filled_once() {
        let square = [pos2(0.0, 0.0), pos2(2.0, 0.0), pos2(2.0, 2.0), pos2(0.0, 2.0)];
        check_area(&square, 4.0);
        let mut turned = square;
        turned.reverse();
        check_area(&turned, 4.0);
        // A U, whose bay must stay empty.
        let bay = [(0.0, 0.0), (3.0, 0.0), (3.0, 3.0), (2.0, 3.0), (2.0, 1.0), (1.0, 1.0), (1.0, 3.0), (0.0, 3.0)];
        check_area(&bay.map(|(x, y)| pos2(x, y)), 7.0);
    }
}
