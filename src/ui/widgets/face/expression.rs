//! What the muscles do at a heat, a trust and a temperament: numbers only. Never draws.

use crate::customer::Temperament;

/// The moment to show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pose {
    /// 0–100.
    pub heat: f32,
    /// 0–100.
    pub trust: f32,
    /// Seconds, for breath, blinks and gaze; with motion off always the same.
    pub time: f32,
    /// Whether the mouth moves.
    pub talking: bool,
    /// Motion off: no breath, no blink.
    pub still: bool,
}

impl Pose {
    /// A pose that doesn't move.
    #[must_use]
    pub fn still(heat: f32, trust: f32) -> Self {
        Self { heat, trust, time: 0.0, talking: false, still: true }
    }
}

/// What each part of the face does, in units of the box.
#[derive(Debug, Clone, Copy)]
pub struct Expression {
    /// Inner ends of the brows, left and right on the screen; down is positive.
    pub brow_inner: [f32; 2],
    /// Outer ends.
    pub brow_outer: [f32; 2],
    /// How open the upper lids are, 1 is wide awake.
    pub lids: [f32; 2],
    /// How tight the lower lids are, 0–1.
    pub tight: f32,
    /// Corners of the mouth: up is positive.
    pub mouth: f32,
    /// One corner against the other.
    pub crooked: f32,
    /// Fullness of the lips: 1 full, 0.4 pressed.
    pub lips: f32,
    /// How far the mouth is open, 0–1.
    pub open: f32,
    /// Teeth set on each other, 0–1.
    pub bared: f32,
    /// Red in the face, 0–0.35.
    pub flush: f32,
    /// Lines between the brows, 0–1.
    pub furrow: f32,
    /// Wet lower rims, 0–1.
    pub wet: f32,
    /// Where the eyes look: −1 to 1 aside, −1 to 1 up and down.
    pub gaze: (f32, f32),
    /// Lean of the head in radians.
    pub lean: f32,
    /// Chin up (positive) or down.
    pub chin: f32,
    /// Head towards you.
    pub forward: f32,
    /// Shoulders raised.
    pub shoulders: f32,
    /// Breath in, −1 to 1.
    pub breath: f32,
    /// The tell's movement, −1 to 1.
    pub tell: f32,
}

/// What the temperament brings to any heat.
struct Bearing {
    sorrow: f32,
    chin: f32,
    lean: f32,
    one_brow: f32,
    lids: f32,
    lips: f32,
    amplitude: f32,
    open: f32,
    crooked: f32,
    flush: f32,
    breath: f32,
}

impl Bearing {
    fn of(temperament: Temperament) -> Self {
        let plain = Self {
            sorrow: 0.0,
            chin: 0.0,
            lean: 0.0,
            one_brow: 0.0,
            lids: 1.0,
            lips: 1.0,
            amplitude: 1.0,
            open: 0.0,
            crooked: 0.0,
            flush: 0.0,
            breath: 1.0,
        };
        match temperament {
            Temperament::Emotional => Self { sorrow: 1.0, lean: 0.07, open: 0.75, breath: 1.2, flush: 0.04, ..plain },
            Temperament::Righteous => Self { chin: 0.8, open: 0.9, breath: 1.3, ..plain },
            Temperament::Stubborn => Self { chin: 0.5, lips: 0.6, amplitude: 0.9, lean: -0.03, ..plain },
            Temperament::Prepared => Self { one_brow: 1.0, amplitude: 0.75, lean: 0.03, lips: 0.85, ..plain },
            Temperament::Influential => Self { lids: 0.66, amplitude: 0.85, chin: 0.35, crooked: 0.4, ..plain },
            Temperament::Problem => Self { lids: 1.12, open: 0.55, lean: -0.05, ..plain },
            Temperament::Picky => Self { lids: 0.84, one_brow: 0.45, crooked: 1.0, lean: -0.06, ..plain },
            Temperament::Wrong => Self { flush: 0.12, lids: 0.78, open: 0.8, lean: 0.09, crooked: -0.4, ..plain },
        }
    }
}

/// Reads the face for one moment. `small` faces exaggerate a little, so that 48 pixels still tell.
#[must_use]
pub fn read(temperament: Temperament, pose: &Pose, small: bool) -> Expression {
    let bearing = Bearing::of(temperament);
    let (h, t) = (pose.heat.clamp(0.0, 100.0) / 100.0, pose.trust.clamp(0.0, 100.0) / 100.0);
    let amplitude = bearing.amplitude * if small { 1.25 } else { 1.0 };
    let fury = ((h - 0.7) / 0.3).clamp(0.0, 1.0);
    // Sorrow is what anger covers: strongest in the middle, still there at the ends.
    let sorrow = bearing.sorrow * (0.25 + 0.75 * h);
    let life = Life::at(temperament, pose, h, t, bearing.breath);
    let anger = 0.05 * h * (1.0 - 0.62 * bearing.sorrow);
    let inner = (anger - 0.034 * sorrow) * amplitude;
    let outer = (-0.006 * h + 0.016 * sorrow) * amplitude;
    let raised = 0.024 * bearing.one_brow * amplitude;
    let upper = ((1.0 - 0.25 * h) * bearing.lids + 0.1 * ((h - 0.85) / 0.15).clamp(0.0, 1.0)) * life.lids;
    let talk = if pose.talking && !pose.still { (life.time * 11.0).sin().abs() * (0.35 + 0.5 * h) } else { 0.0 };
    Expression {
        brow_inner: [inner, inner - raised * 0.5],
        brow_outer: [outer, outer - raised],
        lids: [upper, upper],
        tight: (0.3 * h + 0.35 * fury) * amplitude,
        mouth: ((t - h) * 0.045 - 0.005).clamp(-0.05, 0.04) * amplitude,
        crooked: bearing.crooked,
        lips: (1.0 - 0.6 * h) * bearing.lips + 0.35 * bearing.open * fury,
        open: (bearing.open * fury * 0.75).max(talk),
        bared: fury * if bearing.open < 0.3 { 1.0 } else { 0.55 },
        flush: (0.35 * h * h + bearing.flush) * amplitude.min(1.0),
        furrow: ((h - 0.35) / 0.5).clamp(0.0, 1.0) * (1.0 - 0.35 * bearing.sorrow),
        wet: bearing.sorrow * (h * 1.3).clamp(0.0, 1.0),
        gaze: life.gaze,
        lean: bearing.lean * (0.4 + 0.6 * h) + life.sway,
        chin: bearing.chin * (0.35 + 0.65 * h) - fury * 0.25 * (1.0 - bearing.chin),
        forward: h * h * if bearing.chin > 0.3 { 0.4 } else { 1.0 },
        shoulders: h * 0.022 + fury * 0.012,
        breath: life.breath,
        tell: life.tell,
    }
}

/// What moves by itself.
struct Life {
    time: f32,
    breath: f32,
    lids: f32,
    gaze: (f32, f32),
    sway: f32,
    tell: f32,
}

impl Life {
    fn at(temperament: Temperament, pose: &Pose, h: f32, t: f32, tempo: f32) -> Self {
        // Distrust looks past you, most of all when it isn't boiling.
        let aside = (0.4 - t).max(0.0) / 0.4 * (1.0 - h * 0.75);
        if pose.still {
            return Self { time: 0.0, breath: 0.0, lids: 1.0, gaze: (aside * 0.35, 0.0), sway: 0.0, tell: 0.0 };
        }
        let time = pose.time;
        let influential = temperament == Temperament::Influential;
        let rate = (12.0 + 10.0 * h) * tempo / 60.0;
        let breath = (time * rate * std::f32::consts::TAU).sin();
        let blinks = if influential { 6.0 } else { 10.0 + 14.0 * h };
        let every = 60.0 / blinks;
        // Blinks come a little early or late, so that they don't tick.
        let count = (time / every).floor();
        let since = time - count * every - wobble(count) * every * 0.4;
        let lids = if (0.0..0.16).contains(&since) { ((since - 0.08).abs() / 0.08).clamp(0.05, 1.0) } else { 1.0 };
        let glance = wobble((time / 2.6).floor() + 11.0) < 0.2 + 0.4 * aside && t < 0.4;
        let gaze = if glance { ((wobble((time / 2.6).floor()) - 0.5).signum() * 0.8, 0.1) } else { (0.0, 0.0) };
        let still = if influential { 1.0 - h } else { 1.0 };
        let speed = match temperament {
            Temperament::Emotional => 1.5,
            Temperament::Stubborn => 0.6,
            Temperament::Prepared => 2.2,
            _ => 1.0,
        };
        let sway = (time * 0.9).sin() * 0.012 * still * (0.4 + h);
        Self { time, breath, lids, gaze, sway, tell: (time * speed * 2.0).sin() * still }
    }
}

/// A number of 0–1 that looks random and is always the same for the same count.
fn wobble(count: f32) -> f32 {
    let x = (count * 12.9898).sin() * 43_758.547;
    x - x.floor()
}
