//! Hair and caps: who it is, at a glance. Never moves with heat.

use super::Sitter;
use super::pen::{P, Pen};
use crate::scenario::portrait::Hair;
use crate::ui::theme;

/// What lies behind the head.
pub fn back(pen: &Pen<'_>, who: &Sitter<'_>) {
    let deep = theme::mix(who.hair, who.tones.hair.black, 0.28);
    match who.face.hair {
        Hair::Bob => pen.both_sides(
            &[
                (0.0, -0.43),
                (0.15, -0.405),
                (0.24, -0.28),
                (0.262, -0.1),
                (0.268, 0.06),
                (0.245, 0.155),
                (0.17, 0.17),
                (0.0, 0.12),
            ],
            deep,
        ),
        Hair::Long => pen.both_sides(
            &[
                (0.0, -0.43),
                (0.15, -0.405),
                (0.235, -0.28),
                (0.255, -0.1),
                (0.268, 0.1),
                (0.292, 0.3),
                (0.27, 0.42),
                (0.14, 0.44),
                (0.0, 0.3),
            ],
            deep,
        ),
        Hair::Bun => {
            pen.oval((0.0, -0.4), (0.088, 0.07), deep);
            pen.oval((-0.01, -0.408), (0.07, 0.052), who.hair);
            pen.both_sides(&[(0.0, -0.41), (0.14, -0.38), (0.222, -0.25), (0.226, -0.1), (0.2, 0.0), (0.0, 0.0)], deep);
        }
        Hair::Cap | Hair::Receding => {
            pen.both_sides(&[(0.0, -0.3), (0.19, -0.25), (0.222, -0.15), (0.212, -0.02), (0.0, 0.02)], deep);
        }
        Hair::Short | Hair::Parted => {
            pen.both_sides(
                &[(0.0, -0.42), (0.14, -0.395), (0.222, -0.28), (0.226, -0.12), (0.208, -0.04), (0.0, 0.0)],
                deep,
            );
        }
    }
}

/// What lies on the forehead and the temples.
pub fn front(pen: &Pen<'_>, who: &Sitter<'_>) {
    let tone = who.hair;
    let shine = theme::mix(tone, who.tones.shirt, 0.13);
    match who.face.hair {
        Hair::Short => short(pen, tone, shine),
        Hair::Parted => parted(pen, tone, shine),
        Hair::Receding => receding(pen, who),
        Hair::Bob => bob(pen, tone, shine),
        Hair::Long => long(pen, tone, shine),
        Hair::Bun => bun(pen, tone, shine),
        Hair::Cap => cap(pen, who),
    }
}

type Tone = egui::Color32;

fn short(pen: &Pen<'_>, tone: Tone, shine: Tone) {
    pen.blob(
        &[
            (-0.212, -0.1),
            (-0.226, -0.2),
            (-0.208, -0.33),
            (-0.13, -0.415),
            (0.02, -0.437),
            (0.15, -0.405),
            (0.214, -0.32),
            (0.226, -0.2),
            (0.212, -0.1),
            (0.198, -0.17),
            (0.172, -0.235),
            (0.1, -0.262),
            (0.0, -0.252),
            (-0.09, -0.268),
            (-0.165, -0.232),
            (-0.198, -0.17),
        ],
        tone,
    );
    streak(pen, &[(-0.1, -0.39), (0.01, -0.408), (0.11, -0.385)], shine);
}

fn parted(pen: &Pen<'_>, tone: Tone, shine: Tone) {
    pen.blob(
        &[
            (-0.212, -0.09),
            (-0.228, -0.2),
            (-0.206, -0.33),
            (-0.11, -0.42),
            (0.05, -0.44),
            (0.17, -0.4),
            (0.222, -0.3),
            (0.23, -0.19),
            (0.213, -0.09),
            (0.2, -0.17),
            (0.172, -0.24),
            (0.07, -0.3),
            (-0.04, -0.319),
            (-0.105, -0.319),
            (-0.155, -0.26),
            (-0.196, -0.19),
        ],
        tone,
    );
    // The fringe is combed to one side from the parting.
    pen.blob(
        &[(-0.11, -0.36), (0.02, -0.35), (0.13, -0.29), (0.19, -0.2), (0.1, -0.236), (0.0, -0.278), (-0.08, -0.305)],
        tone,
    );
    streak(pen, &[(-0.09, -0.352), (0.04, -0.338), (0.14, -0.28)], shine);
    streak(pen, &[(-0.06, -0.4), (0.07, -0.405), (0.16, -0.36)], shine);
}

fn receding(pen: &Pen<'_>, who: &Sitter<'_>) {
    // A thin crown and full sides: the forehead is high.
    let thin = theme::mix(who.hair, who.skin, 0.3);
    pen.blob(
        &[
            (-0.175, -0.27),
            (-0.14, -0.335),
            (-0.08, -0.374),
            (0.0, -0.386),
            (0.08, -0.374),
            (0.14, -0.335),
            (0.175, -0.27),
            (0.125, -0.3),
            (0.06, -0.324),
            (0.0, -0.319),
            (-0.06, -0.324),
            (-0.125, -0.3),
        ],
        thin,
    );
    for pen in [pen.clone(), pen.mirrored()] {
        pen.blob(
            &[
                (0.146, -0.325),
                (0.202, -0.275),
                (0.228, -0.19),
                (0.216, -0.06),
                (0.2, -0.08),
                (0.199, -0.16),
                (0.185, -0.225),
                (0.15, -0.27),
            ],
            who.hair,
        );
    }
}

fn bob(pen: &Pen<'_>, tone: Tone, shine: Tone) {
    // A fringe above the brows and sides to the jaw.
    pen.blob(
        &[
            (-0.2, -0.15),
            (-0.212, -0.27),
            (-0.15, -0.385),
            (0.0, -0.425),
            (0.15, -0.385),
            (0.212, -0.27),
            (0.2, -0.15),
            (0.15, -0.178),
            (0.05, -0.187),
            (-0.05, -0.182),
            (-0.15, -0.175),
        ],
        tone,
    );
    for pen in [pen.clone(), pen.mirrored()] {
        pen.blob(
            &[
                (0.15, -0.33),
                (0.222, -0.25),
                (0.252, -0.08),
                (0.258, 0.06),
                (0.232, 0.14),
                (0.188, 0.13),
                (0.196, 0.02),
                (0.2, -0.1),
                (0.178, -0.19),
            ],
            tone,
        );
    }
    streak(pen, &[(-0.15, -0.32), (-0.02, -0.352), (0.13, -0.325)], shine);
}

fn long(pen: &Pen<'_>, tone: Tone, shine: Tone) {
    // A middle parting; two curtains, and a loose strand.
    for (pen, reach) in [(pen.clone(), 0.0), (pen.mirrored(), 0.012)] {
        pen.blob(
            &[
                (-0.01, -0.425),
                (0.13, -0.4),
                (0.222, -0.29),
                (0.248, -0.1),
                (0.262, 0.1),
                (0.278, 0.26 + reach),
                (0.236, 0.36),
                (0.204, 0.25),
                (0.206, 0.08),
                (0.2, -0.06),
                (0.178, -0.17),
                (0.12, -0.255),
                (0.035, -0.319),
                (-0.008, -0.345),
            ],
            tone,
        );
    }
    streak(pen, &[(0.06, -0.375), (0.15, -0.32), (0.205, -0.2)], shine);
    streak(pen, &[(-0.06, -0.375), (-0.15, -0.32), (-0.205, -0.2)], shine);
    pen.line(&[(-0.16, -0.2), (-0.185, -0.08), (-0.168, 0.06), (-0.186, 0.12)], 0.007, tone);
}

fn bun(pen: &Pen<'_>, tone: Tone, shine: Tone) {
    // Combed back: a clear high forehead.
    pen.blob(
        &[
            (-0.212, -0.07),
            (-0.224, -0.2),
            (-0.19, -0.33),
            (-0.1, -0.4),
            (0.0, -0.415),
            (0.1, -0.4),
            (0.19, -0.33),
            (0.224, -0.2),
            (0.212, -0.07),
            (0.2, -0.15),
            (0.17, -0.235),
            (0.1, -0.292),
            (0.0, -0.31),
            (-0.1, -0.292),
            (-0.17, -0.235),
            (-0.2, -0.15),
        ],
        tone,
    );
    for x in [-0.11, 0.0, 0.11] {
        streak(pen, &[(x * 0.9, -0.315), (x * 0.6, -0.36), (x * 0.25, -0.4)], shine);
    }
}

fn cap(pen: &Pen<'_>, who: &Sitter<'_>) {
    for pen in [pen.clone(), pen.mirrored()] {
        pen.blob(&[(0.19, -0.24), (0.222, -0.2), (0.214, -0.08), (0.202, -0.08), (0.196, -0.16)], who.hair);
    }
    let (cloth, dark) = (who.cloth, who.cloth_dark());
    let crown: &[P] =
        &[(0.0, -0.455), (0.11, -0.438), (0.2, -0.36), (0.226, -0.25), (0.22, -0.215), (0.1, -0.235), (0.0, -0.24)];
    pen.both_sides(crown, cloth);
    pen.both_sides(
        &[
            (0.0, -0.262),
            (0.12, -0.255),
            (0.235, -0.222),
            (0.262, -0.178),
            (0.23, -0.172),
            (0.12, -0.198),
            (0.0, -0.205),
        ],
        dark,
    );
    pen.oval((0.0, -0.456), (0.016, 0.01), dark);
    if pen.fine() {
        let seam = who.cloth_light();
        pen.line(&[(0.0, -0.45), (0.0, -0.27)], 0.005, dark);
        pen.line(&[(0.02, -0.445), (0.1, -0.38), (0.125, -0.26)], 0.005, dark);
        pen.line(&[(-0.02, -0.445), (-0.1, -0.38), (-0.125, -0.26)], 0.005, dark);
        pen.line(&[(-0.2, -0.216), (0.0, -0.238), (0.2, -0.216)], 0.005, seam);
    }
}

fn streak(pen: &Pen<'_>, points: &[P], shine: Tone) {
    if pen.fine() {
        pen.line(points, 0.012, shine);
    }
}
