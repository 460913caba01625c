//! Eyes, brows and glasses: where feeling is read first. Never moves a lid by itself; the expression says how far.

use super::Sitter;
use super::expression::Expression;
use super::pen::{P, Pen};
use crate::ui::theme;

/// The middle of an eye from the middle of the face.
const EYE: P = (0.083, -0.062);

/// One eye; the pen is mirrored for the other.
pub fn eye(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression, side: usize) {
    let (x, y) = EYE;
    let half = if who.slight { 0.043 } else { 0.04 };
    let open = e.lids[side].max(0.0);
    let up = 0.0255 * open;
    let down = 0.0145 * (1.0 - 0.62 * e.tight) * open.clamp(0.15, 1.0);
    let tilt = if who.slight { -0.006 } else { -0.002 };
    // From the inner to the outer corner; shares of the height along the lid.
    let lid = |reach: f32, bias: f32| -> Vec<P> {
        (0..=12)
            .map(|step| {
                let s = step as f32 / 12.0 * 2.0 - 1.0;
                let arch = (1.0 - s * s).max(0.0).powf(0.75) * (1.0 + bias * s);
                (x + s * half, y - reach * arch + tilt * s)
            })
            .collect()
    };
    let (upper, lower) = (lid(up, -0.12), lid(-down, 0.12));
    if up + down > 0.006 {
        let mut white = upper.clone();
        white.extend(lower.iter().rev().skip(1).take(11).copied());
        pen.polygon(&white, theme::mix(who.tones.eye_white, who.tones.flush, e.flush * 0.3 + e.wet * 0.06));
        iris(pen, who, e, side, (up, down, half, tilt));
    }
    let lash = theme::mix(who.tones.outline, who.tones.hair.black, 0.6);
    let thick = if who.slight { 0.0115 } else { 0.0085 };
    let mut line = upper;
    if who.slight {
        line.push((x + half + 0.008, y + tilt - 0.007));
    }
    pen.line(&line, thick, lash);
    if pen.fine() {
        pen.line(&lower[3..=11], 0.004, theme::mix(who.shade, who.tones.outline, 0.35 + 0.3 * e.tight));
        let crease: Vec<P> =
            (2..=11).map(|step| (lid(up, -0.12)[step].0, lid(up, -0.12)[step].1 - 0.013 - 0.004 * open)).collect();
        pen.line(&crease, 0.004, who.shade);
        if e.tight > 0.25 {
            let bag: Vec<P> = lower[2..=9].iter().map(|p| (p.0 + 0.003, p.1 + 0.017)).collect();
            pen.line(&bag, 0.005, who.shade.gamma_multiply(((e.tight - 0.25) * 1.6).min(1.0)));
        }
    }
    if e.wet > 0.15 {
        // A wet rim catches light.
        let wet_rim: Vec<P> = lower[2..=10].iter().map(|p| (p.0, p.1 + 0.001)).collect();
        pen.line(&wet_rim, 0.0045, theme::mix(who.skin, who.tones.eye_white, e.wet * 0.9));
        let drop = 0.0085 * e.wet;
        pen.oval((x + 0.024, y + down + 0.016), (drop * 0.8, drop), theme::mix(who.skin, who.tones.eye_white, 0.85));
    }
}

/// The iris is cut by the lids, so that a narrowed eye looks narrowed and not small.
fn iris(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression, side: usize, (up, down, half, tilt): (f32, f32, f32, f32)) {
    let (x, y) = EYE;
    let aside = if side == 0 { -e.gaze.0 } else { e.gaze.0 };
    let centre = (x + aside * 0.017 - 0.002, y - 0.004 + e.gaze.1 * 0.006);
    let disc = |radius: f32| -> Vec<P> {
        (0..22)
            .map(|step| {
                let angle = std::f32::consts::TAU * step as f32 / 22.0;
                let (px, py) = (centre.0 + radius * angle.cos(), centre.1 + radius * angle.sin());
                let s = ((px - x) / half).clamp(-1.0, 1.0);
                let arch = (1.0 - s * s).max(0.0).powf(0.75);
                (
                    px,
                    py.clamp(
                        y - up * arch * (1.0 - 0.12 * s) + tilt * s,
                        y + down * arch * (1.0 + 0.12 * s) + tilt * s,
                    ),
                )
            })
            .collect()
    };
    pen.polygon(&disc(0.0205), who.tones.iris);
    pen.polygon(&disc(0.0105), theme::mix(who.tones.iris, who.tones.hair.black, 0.8));
    if up > 0.011 {
        pen.oval((centre.0 - 0.006, centre.1 - 0.008), (0.0052, 0.0052), who.tones.eye_white);
    }
}

/// One brow.
pub fn brow(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression, side: usize) {
    let tone = match who.face.hair {
        // White brows vanish on skin; brows stay darker than hair.
        _ if who.hair.r() > 140 => theme::mix(who.hair, who.tones.outline, 0.45),
        _ => theme::mix(who.hair, who.tones.outline, 0.12),
    };
    let (inner, outer) = (e.brow_inner[side], e.brow_outer[side]);
    let y = EYE.1 - if who.slight { 0.066 } else { 0.06 };
    let bulk = if who.slight { 0.0105 } else { 0.0145 };
    // Anger draws the brows together as well as down.
    let pinch = (inner.max(0.0)) * 0.32;
    let (ix, iy) = (0.034 - pinch, y + 0.004 + inner);
    let (mx, my) = (0.092, y - 0.014 + inner * 0.32 + outer * 0.4);
    let (ox, oy) = (0.142, y + 0.004 + outer);
    pen.blob(
        &[
            (ix, iy - bulk * 0.55),
            (f32::midpoint(ix, mx), f32::midpoint(iy, my) - bulk * 0.85),
            (mx, my - bulk * 0.7),
            (ox, oy - bulk * 0.1),
            (ox - 0.002, oy + bulk * 0.2),
            (mx, my + bulk * 0.55),
            (f32::midpoint(ix, mx), f32::midpoint(iy, my) + bulk * 0.6),
            (ix + 0.002, iy + bulk * 0.9),
        ],
        tone,
    );
}

/// The lines between the brows.
pub fn furrow(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    if !pen.fine() || e.furrow <= 0.05 {
        return;
    }
    let tone = theme::mix(who.shade, who.tones.outline, 0.4).gamma_multiply(e.furrow);
    let y = EYE.1 - 0.046 + e.brow_inner[0].max(0.0) * 0.62;
    for pen in [pen.clone(), pen.mirrored()] {
        pen.line(&[(0.012, y - 0.024), (0.008, y - 0.01), (0.011, y + 0.006)], 0.0065, tone);
    }
}

/// Glasses lie over brows and lids but under hair that hangs.
pub fn glasses(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    if !who.face.glasses {
        return;
    }
    let pen = &pen.moved((0.0, -0.022 * e.chin));
    let frame = who.tones.glass;
    for pen in [pen.clone(), pen.mirrored()] {
        let rim: Vec<P> = (0..=28)
            .map(|step| {
                let angle = std::f32::consts::TAU * step as f32 / 28.0;
                // A squarish round: between an ellipse and a box.
                let (c, s) = (angle.cos(), angle.sin());
                let soft = |v: f32| v.signum() * v.abs().powf(0.62);
                (0.086 + 0.062 * soft(c), -0.056 + 0.046 * soft(s))
            })
            .collect();
        pen.polygon(&rim, who.tones.eye_white.gamma_multiply(0.12));
        pen.line(&rim, 0.0095, frame);
        pen.line(&[(0.147, -0.07), (0.205, -0.078)], 0.0095, frame);
        if pen.fine() {
            pen.line(&[(0.052, -0.078), (0.07, -0.09)], 0.007, who.tones.eye_white.gamma_multiply(0.55));
        }
    }
    pen.line(&[(-0.026, -0.062), (0.0, -0.072), (0.026, -0.062)], 0.0095, frame);
}
