//! The mouth: pressed, set, open or smiling. Never a mouth of its own: identity stays, muscles move.

use super::Sitter;
use super::expression::Expression;
use super::pen::{P, Pen};
use crate::ui::theme;

/// Lips, and what is seen between them.
#[expect(clippy::many_single_char_names, reason = "left and right corner, expression, height: geometry")]
pub fn mouth(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    let y = 0.093;
    let half = if who.slight { 0.058 } else { 0.064 } + e.mouth.max(0.0) * 0.25 - e.open * 0.006;
    // An open or set mouth pulls its corners less far down than a closed one.
    let corner = -e.mouth * (1.0 - 0.8 * e.open) * (1.0 - 0.5 * e.bared);
    let (left, right) = (corner + e.crooked * 0.006, corner - e.crooked * 0.006);
    let full = if who.slight { 0.0155 } else { 0.0115 } * e.lips.clamp(0.4, 1.35);
    let gape = 0.062 * e.open;
    let grit = 0.021 * e.bared * (1.0 - e.open);
    let (top, bottom) = (y - gape * 0.35 - grit * 0.5, y + gape * 0.65 + grit * 0.5);
    let lip = theme::mix(
        if who.slight { who.tones.lip } else { theme::mix(who.tones.lip, who.skin, 0.38) },
        who.tones.flush,
        e.flush * 0.3,
    );
    let (l, r) = ((-half, y + left), (half, y + right));
    // Lips are round: half way out they have gone a quarter of the way to the corner.
    let mid = |a: P, share: f32, y: f32| (a.0 * share, egui::lerp(y..=a.1, share.powf(2.2)));
    // Upper and lower lip as one shape each; between them, when open, the dark and the teeth.
    let parted = gape + grit > 0.004;
    if parted {
        pen.blob(
            &[
                l,
                mid(l, 0.6, top),
                (0.0, top),
                mid(r, 0.6, top),
                r,
                mid(r, 0.66, bottom),
                (0.0, bottom),
                mid(l, 0.66, bottom),
            ],
            who.tones.mouth,
        );
        teeth(pen, who, (l, r), (top, bottom), e);
    }
    pen.blob(
        &[
            l,
            mid(l, 0.5, top - full * 0.8),
            (-0.012, top - full),
            (0.0, top - full * 0.72),
            (0.012, top - full),
            mid(r, 0.5, top - full * 0.8),
            r,
            mid(r, 0.5, top + 0.001),
            (0.0, top + 0.002),
            mid(l, 0.5, top + 0.001),
        ],
        lip,
    );
    pen.blob(
        &[
            l,
            mid(l, 0.5, bottom - 0.001),
            (0.0, bottom),
            mid(r, 0.5, bottom - 0.001),
            r,
            mid(r, 0.52, bottom + full * 0.95),
            (0.0, bottom + full * 1.3),
            mid(l, 0.52, bottom + full * 0.95),
        ],
        theme::mix(lip, who.skin, 0.18),
    );
    if !parted {
        let seam = theme::mix(who.tones.mouth, lip, 0.25);
        pen.line(
            &[(l.0 - 0.003, l.1), mid(l, 0.5, y), (0.0, y + 0.0015), mid(r, 0.5, y), (r.0 + 0.003, r.1)],
            0.0085,
            seam,
        );
    }
    if pen.fine() && e.mouth < -0.012 {
        let shade = theme::mix(who.shade, who.tones.outline, 0.1).gamma_multiply((-e.mouth * 26.0).min(0.9));
        pen.line(
            &[
                (-0.02, bottom + full * 1.3 + 0.017),
                (0.0, bottom + full * 1.3 + 0.013),
                (0.02, bottom + full * 1.3 + 0.017),
            ],
            0.006,
            shade,
        );
    }
    if pen.fine() && e.mouth > 0.008 {
        for (corner, way) in [(l, -1.0), (r, 1.0)] {
            let p = (corner.0 + way * 0.008, corner.1);
            pen.line(&[(p.0, p.1 - 0.011), (p.0 + way * 0.004, p.1), (p.0, p.1 + 0.008)], 0.005, who.shade);
        }
    }
}

fn teeth(pen: &Pen<'_>, who: &Sitter<'_>, (l, r): (P, P), (top, bottom): (f32, f32), e: &Expression) {
    let out = 0.74;
    let deep = if e.open > 0.3 { egui::lerp(top..=bottom, 0.36) } else { bottom };
    let (lt, rt) = (egui::lerp(top..=l.1, 0.5), egui::lerp(top..=r.1, 0.5));
    let (lb, rb) = (egui::lerp(deep..=l.1, 0.5), egui::lerp(deep..=r.1, 0.5));
    pen.blob(
        &[
            (l.0 * out, lt.min(lb)),
            (l.0 * 0.4, egui::lerp(top..=lt, 0.25)),
            (r.0 * 0.4, egui::lerp(top..=rt, 0.25)),
            (r.0 * out, rt.min(rb)),
            (r.0 * out * 0.96, rb),
            (r.0 * 0.4, egui::lerp(deep..=rb, 0.2)),
            (l.0 * 0.4, egui::lerp(deep..=lb, 0.2)),
            (l.0 * out * 0.96, lb),
        ],
        who.tones.teeth,
    );
    if pen.fine() && e.open < 0.3 {
        let seam = theme::mix(who.tones.teeth, who.tones.mouth, 0.45);
        let y = f32::midpoint(top, bottom);
        let ends = (egui::lerp(y..=l.1, 0.3), egui::lerp(y..=r.1, 0.3));
        pen.line(&[(l.0 * 0.62, ends.0), (0.0, y), (r.0 * 0.62, ends.1)], 0.004, seam);
    }
}
