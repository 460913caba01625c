//! Head, eyes, brows, nose and mouth. Never changes who it is: only muscles, colour and posture move.

use egui::Color32;

use super::Sitter;
use super::expression::Expression;
use super::pen::{P, Pen};
use crate::scenario::portrait::{Age, Hair};
use crate::ui::theme;

/// The middle of an eye from the middle of the face.
const EYE: P = (0.083, -0.062);

/// Everything of the head but hair and glasses.
pub fn head(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    ears(pen, who, e);
    skull(pen, who);
    colour(pen, who, e);
    let front = pen.moved((0.0, -0.022 * e.chin));
    if who.face.stubble {
        stubble(&front, who);
    }
    years(&front, who, e);
    nose(&front, who, e);
    mouth(&front, who, e);
    for side in [0, 1] {
        let pen = if side == 0 { front.mirrored() } else { front.clone() };
        eye(&pen, who, e, side);
    }
    for side in [0, 1] {
        let pen = if side == 0 { front.mirrored() } else { front.clone() };
        brow(&pen, who, e, side);
    }
    furrow(&front, who, e);
}

fn ears(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    if matches!(who.face.hair, Hair::Bob | Hair::Long) {
        return;
    }
    let skin = theme::mix(who.skin, who.tones.flush, e.flush * 0.6);
    for pen in [pen.clone(), pen.mirrored()] {
        pen.blob(&[(0.19, -0.10), (0.222, -0.112), (0.235, -0.075), (0.222, -0.02), (0.195, 0.0)], skin);
        if pen.fine() {
            pen.line(&[(0.205, -0.085), (0.222, -0.07), (0.212, -0.025)], 0.006, who.shade);
        }
    }
}

fn skull(pen: &Pen<'_>, who: &Sitter<'_>) {
    let half: &[P] = if who.slight {
        &[
            (0.0, -0.35),
            (0.13, -0.32),
            (0.196, -0.2),
            (0.2, -0.06),
            (0.176, 0.055),
            (0.118, 0.14),
            (0.05, 0.183),
            (0.0, 0.19),
        ]
    } else {
        &[
            (0.0, -0.35),
            (0.13, -0.32),
            (0.2, -0.2),
            (0.206, -0.06),
            (0.192, 0.06),
            (0.146, 0.148),
            (0.072, 0.196),
            (0.0, 0.203),
        ]
    };
    pen.both_sides(half, who.skin);
}

/// Blood in the cheeks, the nose and the brow; shade at the temples.
fn colour(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    let red = who.tones.flush.gamma_multiply((e.flush * 0.95).min(0.5));
    let calm = who.tones.flush.gamma_multiply(if who.slight { 0.11 } else { 0.05 });
    for x in [-0.118, 0.118] {
        pen.glow((x, 0.022), (0.075, 0.058), calm);
        pen.glow((x, 0.02), (0.088, 0.075), red);
    }
    pen.glow((0.0, 0.0), (0.06, 0.05), red.gamma_multiply(0.55));
    pen.glow((0.0, -0.19), (0.15, 0.08), red.gamma_multiply(0.3));
}

fn eye(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression, side: usize) {
    let (x, y) = EYE;
    let half = if who.slight { 0.043 } else { 0.04 };
    let open = e.lids[side].max(0.0);
    let up = 0.0255 * open;
    let down = 0.0145 * (1.0 - 0.62 * e.tight) * open.min(1.0).max(0.15);
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
    if e.wet > 0.15 {
        // A wet rim catches light.
        let rim: Vec<P> = lower[2..=10].iter().map(|p| (p.0, p.1 + 0.001)).collect();
        pen.line(&rim, 0.007, theme::mix(who.skin, who.tones.eye_white, e.wet * 0.9));
        let size = 0.0072 * e.wet;
        pen.oval((x + 0.024, y + down + 0.007), (size * 0.8, size), theme::mix(who.skin, who.tones.eye_white, 0.85));
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

fn brow(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression, side: usize) {
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
            ((ix + mx) / 2.0, (iy + my) / 2.0 - bulk * 0.85),
            (mx, my - bulk * 0.7),
            (ox, oy - bulk * 0.1),
            (ox - 0.002, oy + bulk * 0.2),
            (mx, my + bulk * 0.55),
            ((ix + mx) / 2.0, (iy + my) / 2.0 + bulk * 0.6),
            (ix + 0.002, iy + bulk * 0.9),
        ],
        tone,
    );
}

fn furrow(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    if !pen.fine() || e.furrow <= 0.05 {
        return;
    }
    let tone = theme::mix(who.shade, who.tones.outline, 0.4).gamma_multiply(e.furrow);
    let y = EYE.1 - 0.046 + e.brow_inner[0].max(0.0) * 0.62;
    for pen in [pen.clone(), pen.mirrored()] {
        pen.line(&[(0.012, y - 0.024), (0.008, y - 0.01), (0.011, y + 0.006)], 0.0065, tone);
    }
}

fn nose(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    let flare = 0.004 * e.furrow + 0.004 * e.bared;
    let tone = theme::mix(who.shade, who.tones.flush, e.flush * 0.3);
    let wide = if who.slight { 0.022 } else { 0.028 } + flare;
    pen.line(&[(0.012, -0.058), (0.016, -0.02), (wide, 0.012)], 0.005, tone.gamma_multiply(0.8));
    pen.line(
        &[(-wide, 0.018), (-wide * 0.72, 0.029), (-0.006, 0.03), (0.004, 0.034), (wide * 0.72, 0.029), (wide, 0.016)],
        0.0085,
        tone,
    );
}

fn mouth(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
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

/// Folds that come with age, deeper with strain.
fn years(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    if !pen.fine() {
        return;
    }
    let age = match who.face.age {
        Age::Young => 0.0,
        Age::Middle => 0.45,
        Age::Old => 1.0,
    };
    let strain = (e.furrow * 0.5 + e.bared * 0.4).min(0.8);
    let fold = (age * 0.8 + strain).min(1.0);
    let tone = |strength: f32| who.shade.gamma_multiply(strength.min(1.0));
    for pen in [pen.clone(), pen.mirrored()] {
        if fold > 0.3 {
            let out = 0.004 * e.bared;
            pen.line(&[(0.044, 0.022), (0.068 + out, 0.05), (0.079 + out, 0.083)], 0.006, tone(fold * 0.9));
        }
        if age > 0.9 {
            pen.line(&[(0.052, -0.024), (0.083, -0.016), (0.112, -0.026)], 0.005, tone(0.85));
            pen.line(&[(0.148, -0.078), (0.166, -0.086)], 0.005, tone(0.8));
            pen.line(&[(0.148, -0.062), (0.168, -0.058)], 0.005, tone(0.8));
            let jaw = if who.slight { 0.82 } else { 1.0 };
            pen.line(&[(0.112 * jaw, 0.115), (0.121 * jaw, 0.136), (0.117 * jaw, 0.154)], 0.006, tone(0.7));
        }
    }
    let lifted = (-e.brow_inner[0] - e.brow_outer[1]).max(0.0) * 18.0;
    let forehead = (age - 0.4).max(0.0) * 1.1 + lifted.min(0.6);
    if forehead > 0.15 && !matches!(who.face.hair, Hair::Bob | Hair::Cap) {
        for (y, wide) in [(-0.213, 0.075), (-0.24, 0.06)] {
            pen.line(&[(-wide, y + 0.004), (0.0, y - 0.003), (wide, y + 0.004)], 0.0055, tone(forehead));
        }
    }
}

fn stubble(pen: &Pen<'_>, who: &Sitter<'_>) {
    let tone = theme::mix(who.hair, who.tones.outline, 0.3);
    let beard = |alpha: f32| -> Color32 { tone.gamma_multiply(alpha) };
    pen.both_sides(
        &[
            (0.0, 0.062),
            (0.06, 0.064),
            (0.11, 0.078),
            (0.158, 0.05),
            (0.19, -0.02),
            (0.2, -0.02),
            (0.191, 0.06),
            (0.146, 0.147),
            (0.072, 0.195),
            (0.0, 0.202),
        ],
        beard(0.12),
    );
    pen.blob(
        &[
            (-0.07, 0.078),
            (-0.03, 0.052),
            (0.0, 0.057),
            (0.03, 0.052),
            (0.07, 0.078),
            (0.03, 0.07),
            (0.0, 0.068),
            (-0.03, 0.07),
        ],
        theme::mix(who.skin, tone, 0.72),
    );
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
