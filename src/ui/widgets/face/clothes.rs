//! Neck, shoulders and what is worn. Never shows a brand or a rank.

use egui::Color32;

use super::Sitter;
use super::pen::{P, Pen};
use crate::scenario::portrait::Clothes;
use crate::ui::theme;

/// The neck and the shade the chin throws on it.
pub fn neck(pen: &Pen<'_>, who: &Sitter<'_>) {
    let half = if who.slight { 0.066 } else { 0.084 };
    pen.polygon(&[(-half, 0.06), (half, 0.06), (half + 0.012, 0.32), (-half - 0.012, 0.32)], who.skin);
    pen.blob(
        &[
            (-half - 0.002, 0.1),
            (half + 0.002, 0.1),
            (half + 0.004, 0.2),
            (0.03, 0.248),
            (-0.04, 0.246),
            (-half - 0.004, 0.2),
        ],
        who.shade,
    );
}

/// Shoulders and clothes.
pub fn torso(pen: &Pen<'_>, who: &Sitter<'_>) {
    let wide = if who.slight { 0.86 } else { 1.0 };
    let shape: Vec<P> = [
        (0.0, 0.31),
        (0.095, 0.262),
        (0.2, 0.292),
        (0.33, 0.335),
        (0.41, 0.4),
        (0.455, 0.52),
        (0.47, 0.66),
        (0.0, 0.68),
    ]
    .iter()
    .map(|p| (p.0 * wide, p.1))
    .collect();
    pen.both_sides(&shape, who.cloth);
    match who.face.clothes {
        Clothes::Shirt => shirt(pen, who),
        Clothes::Polo => polo(pen, who),
        Clothes::Jacket => jacket(pen, who),
        Clothes::Suit => suit(pen, who, true),
        Clothes::Blazer => suit(pen, who, false),
        Clothes::Jumper => jumper(pen, who),
    }
    if pen.fine() {
        for pen in [pen.clone(), pen.mirrored()] {
            pen.line(&[(0.335 * wide, 0.52), (0.322 * wide, 0.46), (0.335 * wide, 0.41)], 0.007, who.cloth_dark());
        }
    }
}

fn collar(pen: &Pen<'_>, tone: Color32, edge: Color32, spread: f32) {
    for pen in [pen.clone(), pen.mirrored()] {
        pen.polygon(&[(0.078, 0.228), (0.104, 0.268), (0.085 + spread, 0.352), (0.0, 0.31), (0.03, 0.28)], tone);
        if pen.fine() {
            pen.line(&[(0.085 + spread, 0.352), (0.0, 0.312)], 0.006, edge);
        }
    }
}

fn throat(pen: &Pen<'_>, who: &Sitter<'_>, depth: f32) {
    let half = if who.slight { 0.07 } else { 0.082 };
    pen.polygon(&[(-half, 0.25), (half, 0.25), (0.0, depth)], who.skin);
    pen.glow((0.0, 0.245), (0.075, 0.035), who.shade);
}

fn shirt(pen: &Pen<'_>, who: &Sitter<'_>) {
    throat(pen, who, 0.335);
    collar(pen, who.cloth_light(), who.cloth_dark(), 0.01);
    pen.line(&[(0.0, 0.33), (0.0, 0.6)], 0.007, who.cloth_dark());
    if pen.fine() {
        for y in [0.375, 0.44] {
            pen.oval((0.012, y), (0.006, 0.006), who.cloth_dark());
        }
    }
}

fn polo(pen: &Pen<'_>, who: &Sitter<'_>) {
    throat(pen, who, 0.345);
    collar(pen, who.cloth_dark(), who.cloth, 0.0);
    pen.line(&[(0.0, 0.345), (0.0, 0.43)], 0.01, who.cloth_dark());
    pen.oval((0.0, 0.385), (0.006, 0.006), who.cloth_light());
}

fn jumper(pen: &Pen<'_>, who: &Sitter<'_>) {
    pen.both_sides(
        &[(0.0, 0.302), (0.07, 0.278), (0.108, 0.236), (0.122, 0.262), (0.078, 0.32), (0.0, 0.342)],
        who.cloth_dark(),
    );
    if pen.fine() {
        for x in [-0.06, -0.02, 0.02, 0.06_f32] {
            let y = 0.305 - x.abs() * 0.3;
            pen.line(&[(x, y), (x * 1.12, y + 0.025)], 0.004, who.cloth);
        }
    }
}

fn jacket(pen: &Pen<'_>, who: &Sitter<'_>) {
    // A plain tee below an open zip.
    let tee = theme::mix(who.tones.shirt, who.tones.clothes.grey, 0.28);
    pen.both_sides(&[(0.0, 0.262), (0.085, 0.252), (0.1, 0.3), (0.082, 0.68), (0.0, 0.68)], tee);
    pen.both_sides(
        &[(0.0, 0.288), (0.06, 0.268), (0.084, 0.238), (0.09, 0.25), (0.066, 0.296), (0.0, 0.31)],
        theme::mix(tee, who.tones.outline, 0.14),
    );
    for pen in [pen.clone(), pen.mirrored()] {
        pen.blob(&[(0.082, 0.222), (0.118, 0.25), (0.138, 0.345), (0.112, 0.372), (0.092, 0.31)], who.cloth_light());
        pen.line(&[(0.1, 0.34), (0.09, 0.66)], 0.009, who.cloth_dark());
        if pen.fine() {
            pen.line(&[(0.083, 0.36), (0.075, 0.66)], 0.004, who.tones.metal);
        }
    }
}

fn suit(pen: &Pen<'_>, who: &Sitter<'_>, tie: bool) {
    let linen = if tie { who.tones.shirt } else { theme::mix(who.tones.shirt, who.cloth, 0.06) };
    pen.polygon(&[(-0.1, 0.25), (0.1, 0.25), (0.072, 0.36), (0.0, 0.56), (-0.072, 0.36)], linen);
    if tie {
        collar(pen, theme::mix(linen, who.tones.outline, 0.05), theme::mix(linen, who.tones.outline, 0.2), -0.012);
        let silk = theme::mix(who.tones.clothes.wine, who.cloth, 0.25);
        pen.polygon(&[(-0.024, 0.312), (0.024, 0.312), (0.015, 0.35), (-0.015, 0.35)], silk);
        pen.polygon(&[(-0.015, 0.35), (0.015, 0.35), (0.034, 0.53), (0.0, 0.57), (-0.034, 0.53)], silk);
    } else {
        throat(pen, who, 0.4);
        pen.line(&[(-0.074, 0.262), (0.0, 0.4), (0.074, 0.262)], 0.008, theme::mix(linen, who.tones.outline, 0.22));
        // A fine chain: dressed with care.
        pen.line(
            &[(-0.05, 0.262), (-0.028, 0.302), (0.0, 0.319), (0.028, 0.302), (0.05, 0.262)],
            0.005,
            who.tones.tab_one,
        );
        pen.oval((0.0, 0.324), (0.008, 0.009), who.tones.tab_one);
    }
    for pen in [pen.clone(), pen.mirrored()] {
        pen.polygon(
            &[(0.088, 0.232), (0.122, 0.256), (0.19, 0.37), (0.142, 0.39), (0.158, 0.42), (0.012, 0.6), (0.06, 0.39)],
            who.cloth_light(),
        );
        if pen.fine() {
            pen.line(&[(0.19, 0.37), (0.142, 0.39), (0.158, 0.42), (0.012, 0.6)], 0.006, who.cloth_dark());
        }
    }
}
