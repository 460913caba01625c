//! The head: its shape, colour, nose and folds. Never changes who it is: only muscles, colour and posture move.

use egui::Color32;

use super::Sitter;
use super::expression::Expression;
use super::pen::{P, Pen};
use super::{eyes, mouth};
use crate::scenario::portrait::{Age, Hair};
use crate::ui::theme;

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
    mouth::mouth(&front, who, e);
    for side in [0, 1] {
        let pen = if side == 0 { front.mirrored() } else { front.clone() };
        eyes::eye(&pen, who, e, side);
    }
    for side in [0, 1] {
        let pen = if side == 0 { front.mirrored() } else { front.clone() };
        eyes::brow(&pen, who, e, side);
    }
    eyes::furrow(&front, who, e);
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

/// Blood in the cheeks, the nose and the brow.
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
