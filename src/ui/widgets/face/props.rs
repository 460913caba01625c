//! Hands and what they hold: the tell. Never a weapon and never a threat.

use egui::Color32;

use super::Sitter;
use super::expression::Expression;
use super::pen::{P, Pen};
use crate::scenario::portrait::{Clothes, Prop};
use crate::ui::theme;

/// What lies between body and head.
pub fn behind(pen: &Pen<'_>, who: &Sitter<'_>, _e: &Expression) {
    if who.face.prop == Prop::Towel {
        let cloth = who.tones.shirt;
        let fold = theme::mix(cloth, who.tones.outline, 0.16);
        for pen in [pen.clone(), pen.mirrored()] {
            pen.blob(
                &[
                    (0.06, 0.205),
                    (0.12, 0.21),
                    (0.178, 0.3),
                    (0.19, 0.45),
                    (0.182, 0.62),
                    (0.086, 0.62),
                    (0.098, 0.42),
                    (0.07, 0.29),
                ],
                cloth,
            );
            pen.line(&[(0.135, 0.28), (0.15, 0.42), (0.142, 0.6)], 0.007, fold);
            pen.line(&[(0.1, 0.47), (0.187, 0.47)], 0.012, theme::mix(cloth, who.tones.tab_two, 0.7));
        }
    }
}

/// What lies in front of everything.
pub fn front(body: &Pen<'_>, head: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    match who.face.prop {
        Prop::None | Prop::Towel => {}
        Prop::Tissue => tissue(body, who, e),
        Prop::CarKey => crossed(body, who, e),
        Prop::Folder => folder(body, who, e),
        Prop::Card => card(body, who, e),
        Prop::OpenHand => open_hand(body, who, e),
        Prop::Phone => phone(head, who),
    }
}

/// A forearm: bare below a polo shirt's sleeve, otherwise in cloth with a cuff.
fn sleeve(pen: &Pen<'_>, who: &Sitter<'_>, from: P, to: P, width: f32) {
    if who.wears(Clothes::Polo) {
        let width = width * 0.82;
        pen.limb(from, to, width + 0.01, who.shade);
        pen.limb(from, to, width, who.skin);
        return;
    }
    pen.limb(from, to, width + 0.014, who.cloth_dark());
    pen.limb(from, to, width, who.cloth);
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = dx.hypot(dy).max(0.01);
    let (across, along) = ((-dy / long, dx / long), (dx / long, dy / long));
    let (cx, cy) = (to.0 + along.0 * width * 0.32, to.1 + along.1 * width * 0.32);
    let reach = width * 0.42;
    pen.limb(
        (cx - across.0 * reach, cy - across.1 * reach),
        (cx + across.0 * reach, cy + across.1 * reach),
        0.016,
        who.cloth_light(),
    );
}

/// A closed hand seen from the back, its fingers towards `way` (−1 or 1).
fn fist(pen: &Pen<'_>, who: &Sitter<'_>, at: P, size: f32, way: f32) {
    let line = theme::mix(who.shade, who.tones.outline, 0.2);
    pen.blob(
        &[
            (at.0 - way * size, at.1 - size * 0.55),
            (at.0 + way * size * 0.35, at.1 - size * 0.8),
            (at.0 + way * size, at.1 - size * 0.35),
            (at.0 + way * size, at.1 + size * 0.45),
            (at.0 + way * size * 0.2, at.1 + size * 0.75),
            (at.0 - way * size, at.1 + size * 0.6),
        ],
        who.skin,
    );
    if pen.fine() {
        for share in [-0.28, 0.04, 0.34_f32] {
            let y = at.1 + size * share;
            pen.line(&[(at.0 + way * size * 0.3, y), (at.0 + way * size * 0.95, y + size * 0.03)], 0.0045, line);
        }
    }
}

fn tissue(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    let twist = e.tell * 0.008;
    sleeve(pen, who, (-0.36, 0.56), (-0.12, 0.44), 0.115);
    sleeve(pen, who, (0.36, 0.56), (0.12, 0.44), 0.115);
    let paper = who.tones.paper;
    let shade = theme::mix(paper, who.tones.outline, 0.18);
    pen.blob(
        &[
            (-0.05, 0.33 + twist),
            (-0.018, 0.352),
            (0.012, 0.319 - twist),
            (0.03, 0.35),
            (0.066, 0.335 + twist),
            (0.052, 0.392),
            (0.07, 0.43),
            (0.0, 0.45),
            (-0.066, 0.425),
            (-0.046, 0.385),
        ],
        paper,
    );
    pen.line(&[(-0.02, 0.352), (-0.006, 0.4)], 0.005, shade);
    pen.line(&[(0.03, 0.35), (0.018, 0.4)], 0.005, shade);
    fist(pen, who, (-0.05 - twist, 0.432), 0.056, 1.0);
    fist(pen, who, (0.05 + twist, 0.436), 0.056, -1.0);
}

fn crossed(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    let grip = e.tell * 0.004;
    // The far arm, then the near one over it; the key looks out of the near fist.
    sleeve(pen, who, (0.345, 0.47), (-0.16, 0.447), 0.112);
    fist(pen, who, (-0.235, 0.44), 0.052, -1.0);
    sleeve(pen, who, (-0.355, 0.51), (0.135, 0.462), 0.116);
    let key = (0.262, 0.405 + grip);
    pen.limb((key.0, key.1 + 0.015), (key.0 + 0.01, key.1 - 0.06), 0.017, who.tones.metal);
    pen.blob(
        &[
            (key.0 - 0.026, key.1 - 0.005),
            (key.0 + 0.026, key.1 - 0.012),
            (key.0 + 0.034, key.1 + 0.055),
            (key.0 - 0.022, key.1 + 0.058),
        ],
        who.tones.glass,
    );
    pen.oval((key.0 + 0.002, key.1 + 0.012), (0.007, 0.007), who.tones.metal);
    fist(pen, who, (0.21, 0.452 + grip), 0.056, 1.0);
}

fn folder(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    let tap = (e.tell.max(0.0)) * 0.014;
    let cover = theme::mix(who.tones.clothes.sand, who.tones.paper, 0.25);
    let edge = theme::mix(cover, who.tones.outline, 0.3);
    pen.polygon(&[(0.44, 0.32), (0.475, 0.326), (0.47, 0.372), (0.435, 0.366)], who.tones.tab_one);
    pen.polygon(&[(0.425, 0.39), (0.462, 0.396), (0.456, 0.442), (0.42, 0.436)], who.tones.tab_two);
    pen.polygon(&[(0.155, 0.278), (0.446, 0.326), (0.402, 0.62), (0.112, 0.57)], who.tones.paper);
    pen.polygon(&[(0.125, 0.29), (0.425, 0.34), (0.382, 0.64), (0.082, 0.6)], edge);
    pen.polygon(&[(0.13, 0.297), (0.419, 0.345), (0.376, 0.64), (0.086, 0.6)], cover);
    if pen.fine() {
        pen.line(&[(0.19, 0.36), (0.34, 0.385)], 0.008, edge);
        pen.line(&[(0.184, 0.39), (0.28, 0.406)], 0.008, edge);
    }
    sleeve(pen, who, (0.41, 0.6), (0.34, 0.55), 0.1);
    fist(pen, who, (0.3, 0.515), 0.052, -1.0);
    sleeve(pen, who, (-0.32, 0.6), (-0.1, 0.52), 0.1);
    pen.limb((-0.045, 0.46 + tap), (0.11, 0.405 + tap * 1.6), 0.016, who.tones.glass);
    pen.limb((0.11, 0.405 + tap * 1.6), (0.128, 0.399 + tap * 1.6), 0.009, who.tones.metal);
    fist(pen, who, (-0.04, 0.485 + tap), 0.052, 1.0);
}

fn card(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    let tilt = e.tell * 0.005;
    sleeve(pen, who, (0.34, 0.62), (0.262, 0.5), 0.105);
    // A watch sits where the cuff ends.
    pen.limb((0.216, 0.478), (0.288, 0.446), 0.028, who.tones.glass);
    pen.oval((0.25, 0.46), (0.021, 0.02), who.tones.tab_one);
    pen.oval((0.25, 0.46), (0.014, 0.013), who.tones.paper);
    let paper = who.tones.paper;
    let line = theme::mix(paper, who.tones.outline, 0.35);
    let (x, y) = (0.168, 0.33 + tilt);
    pen.polygon(&[(x - 0.072, y - 0.02), (x + 0.066, y - 0.056), (x + 0.088, y + 0.03), (x - 0.05, y + 0.066)], line);
    pen.polygon(
        &[(x - 0.068, y - 0.017), (x + 0.063, y - 0.051), (x + 0.083, y + 0.027), (x - 0.047, y + 0.061)],
        paper,
    );
    pen.polygon(
        &[(x - 0.05, y - 0.006), (x - 0.018, y - 0.014), (x - 0.008, y + 0.026), (x - 0.04, y + 0.034)],
        who.tones.tab_two,
    );
    if pen.fine() {
        pen.line(&[(x + 0.004, y - 0.012), (x + 0.054, y - 0.025)], 0.006, line);
        pen.line(&[(x + 0.01, y + 0.01), (x + 0.048, y)], 0.006, line);
    }
    fist(pen, who, (0.212, 0.408 + tilt * 0.5), 0.05, -1.0);
    let finger = theme::mix(who.skin, who.shade, 0.15);
    pen.limb((0.19, 0.402 + tilt), (0.166, 0.362 + tilt), 0.026, finger);
    pen.limb((0.216, 0.392 + tilt), (0.2, 0.352 + tilt), 0.026, who.skin);
}

fn open_hand(pen: &Pen<'_>, who: &Sitter<'_>, e: &Expression) {
    let lift = e.tell * 0.012 - 0.02 * e.forward;
    let wrist = (0.375, 0.34 + lift);
    sleeve(pen, who, (0.33, 0.62), (0.375, 0.45 + lift * 0.5), 0.115);
    pen.limb((0.376, 0.43 + lift * 0.5), wrist, 0.068, who.skin);
    let line = theme::mix(who.skin, who.shade, 0.5);
    let palm = (0.38, 0.27 + lift);
    let fingers: [(P, f32); 4] =
        [((0.33, 0.175), 0.03), ((0.367, 0.152), 0.031), ((0.405, 0.158), 0.03), ((0.438, 0.182), 0.027)];
    for (tip, width) in fingers {
        pen.limb((palm.0 + (tip.0 - palm.0) * 0.35, palm.1 - 0.02), (tip.0, tip.1 + lift), width, who.skin);
    }
    pen.limb((0.345, 0.295 + lift), (0.288, 0.25 + lift), 0.032, who.skin);
    pen.blob(
        &[
            (0.33, 0.24 + lift),
            (0.385, 0.225 + lift),
            (0.435, 0.245 + lift),
            (0.428, 0.31 + lift),
            (0.4, 0.352 + lift),
            (0.352, 0.345 + lift),
            (0.33, 0.3 + lift),
        ],
        who.skin,
    );
    if pen.fine() {
        pen.line(&[(0.345, 0.3 + lift), (0.372, 0.282 + lift), (0.418, 0.28 + lift)], 0.005, line);
        pen.line(&[(0.352, 0.325 + lift), (0.362, 0.285 + lift), (0.352, 0.255 + lift)], 0.005, line);
    }
}

fn phone(pen: &Pen<'_>, who: &Sitter<'_>) {
    let dark: Color32 = who.tones.glass;
    sleeve(pen, who, (0.42, 0.6), (0.315, 0.2), 0.112);
    pen.limb((0.306, 0.175), (0.282, 0.09), 0.068, who.skin);
    pen.blob(&[(0.205, -0.125), (0.24, -0.13), (0.262, 0.075), (0.226, 0.08)], dark);
    for (step, y) in [-0.06, -0.022, 0.016, 0.05].into_iter().enumerate() {
        let reach = if step == 0 { 0.23 } else { 0.22 };
        pen.limb((0.29, y + 0.03), (reach, y), 0.031, who.skin);
        if pen.fine() {
            pen.line(&[(0.282, y + 0.045), (reach + 0.012, y + 0.019)], 0.004, who.shade);
        }
    }
    pen.blob(&[(0.262, -0.03), (0.305, 0.0), (0.319, 0.09), (0.27, 0.12), (0.245, 0.06)], who.skin);
}
