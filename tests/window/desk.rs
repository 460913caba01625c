//! A desk without a person: a screen of its own (Xvfb), a window manager, a keyboard. Judges nothing it sees.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use image::RgbaImage;

/// What must be installed.
const TOOLS: [&str; 5] = ["Xvfb", "openbox", "xdotool", "import", "xkbcomp"];
/// The window manager has taken over, or will not.
const SETTLED: Duration = Duration::from_millis(700);

/// The tools that are missing here.
pub fn missing() -> Vec<&'static str> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let there = |tool: &&str| std::env::split_paths(&path).any(|folder| folder.join(tool).is_file());
    TOOLS.into_iter().filter(|tool| !there(tool)).collect()
}

/// A screen with a keyboard.
pub struct Desk {
    screen: Child,
    manager: Child,
    display: String,
}

impl Desk {
    /// Sets it up. The keyboard can write `letters` besides its own.
    pub fn set_up(letters: &str) -> Self {
        let mut screen = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-noreset", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        BufReader::new(screen.stdout.take().expect("its output")).read_line(&mut number).expect("a display");
        let display = format!(":{}", number.trim());
        let manager = Command::new("openbox").env("DISPLAY", &display).stderr(Stdio::null()).spawn().expect("openbox");
        let desk = Self { screen, manager, display };
        desk.lay_letters(letters);
        sleep(SETTLED);
        // Out of the way: what lies under the pointer looks different.
        desk.tool("xdotool", &["mousemove", "1439", "899"]);
        desk
    }

    /// Gives each letter a key that has none: a keyboard that changes while one types loses letters.
    fn lay_letters(&self, letters: &str) {
        let map = String::from_utf8(self.tool("xkbcomp", &["-w0", &self.display, "-"]).stdout).expect("a key map");
        let taken: Vec<&str> = map
            .lines()
            .filter_map(|line| line.trim().strip_prefix("key ")?.split(' ').find(|word| word.starts_with('<')))
            .collect();
        let free = map.lines().filter_map(|line| {
            let (name, code) = line.trim().strip_suffix(';')?.split_once(" = ")?;
            let code: u8 = code.parse().ok()?;
            (name.starts_with('<') && code > 92 && !taken.contains(&name)).then_some(name)
        });
        let mut wanted: Vec<char> = Vec::new();
        for letter in letters.chars().filter(|letter| !letter.is_ascii()) {
            if !wanted.contains(&letter) {
                wanted.push(letter);
            }
        }
        let keys: Vec<String> = free
            .zip(&wanted)
            .map(|(name, letter)| format!("key {name} {{ [ U{:04X} ] }};", u32::from(*letter)))
            .collect();
        assert_eq!(keys.len(), wanted.len(), "a free key for each of {} letters", wanted.len());
        let at = map.find("xkb_symbols").and_then(|at| map[at..].find('{').map(|brace| at + brace + 1));
        let (before, after) = map.split_at(at.expect("the symbols of the keys"));
        let mut upload = Command::new("xkbcomp")
            .args(["-w0", "-", &self.display])
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("xkbcomp");
        let text = format!("{before}\n{}\n{after}", keys.join("\n"));
        upload.stdin.take().expect("its input").write_all(text.as_bytes()).expect("a key map is sent");
        assert!(upload.wait().expect("xkbcomp ends").success(), "the keys have their letters");
    }

    /// Runs one of the tools here.
    pub fn tool(&self, name: &str, words: &[&str]) -> Output {
        Command::new(name)
            .args(words)
            .env("DISPLAY", &self.display)
            .output()
            .unwrap_or_else(|why| panic!("{name}: {why}"))
    }

    /// Opens the app over `data`; it is on the screen when this returns. Says how long that took.
    pub fn open(&self, data: &Path) -> (App, Duration) {
        let before = self.look().as_raw().to_vec();
        let begun = Instant::now();
        let process = Command::new(env!("CARGO_BIN_EXE_heartfirst"))
            .args(["--lang", "zh", "--data-dir"])
            .arg(data)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the app starts");
        let mut app = App { process };
        let found = app.wait_until(Duration::from_secs(30), || {
            self.tool("xdotool", &["search", "--onlyvisible", "--class", "heartfirst"]).status.success()
        });
        assert!(found, "a window opens");
        // Mapped is not drawn: something of many colours has to be there.
        let drawn = app.wait_until(Duration::from_secs(30), || {
            let picture = self.look();
            picture.as_raw() != &before && colours(&picture) > 30
        });
        let took = begun.elapsed();
        assert!(drawn, "the first screen is drawn");
        (app, took)
    }

    /// Presses keys one after another, each in a frame of its own, as a person would.
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.tool("xdotool", &["key", key]);
            sleep(Duration::from_millis(300));
        }
    }

    /// Types words.
    pub fn write(&self, words: &str) {
        self.tool("xdotool", &["type", "--delay", "60", words]);
        sleep(Duration::from_millis(300));
    }

    /// What is on the screen.
    pub fn look(&self) -> RgbaImage {
        let shot = self.tool("import", &["-window", "root", "-depth", "8", "png:-"]);
        image::load_from_memory(&shot.stdout).expect("a picture of the screen").into_rgba8()
    }

    /// Keeps what is on the screen under `target/window/`, to be looked at by people.
    pub fn keep(&self, name: &str) -> RgbaImage {
        let picture = self.look();
        let folder = folder();
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        picture.save(folder.join(format!("{name}.png"))).expect("a picture on disk");
        picture
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        for process in [&mut self.manager, &mut self.screen] {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// Where pictures are kept.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/window")
}

/// How many colours a picture has, up to what matters.
pub fn colours(picture: &RgbaImage) -> usize {
    let mut seen = std::collections::BTreeSet::new();
    for pixel in picture.pixels() {
        seen.insert(pixel.0);
        if seen.len() > 2000 {
            break;
        }
    }
    seen.len()
}

/// The running program; it doesn't outlive the test.
pub struct App {
    process: Child,
}

impl App {
    /// Waits for something, for at most `patience`, as long as the program runs; says whether it came.
    pub fn wait_until(&mut self, patience: Duration, mut come: impl FnMut() -> bool) -> bool {
        let end = Instant::now() + patience;
        loop {
            if come() {
                return true;
            }
            let gone = self.process.try_wait().expect("a process");
            assert!(gone.is_none(), "the app ended by itself: {gone:?}");
            if Instant::now() > end {
                return false;
            }
            sleep(Duration::from_millis(30));
        }
    }

    /// No warning, no last words.
    pub fn kill(mut self) {
        self.process.kill().expect("it can be killed");
        self.process.wait().expect("it is gone");
    }

    /// Closed as a person closes it; says whether it ended well.
    pub fn close(mut self, desk: &Desk) -> bool {
        desk.press(&["alt+F4"]);
        let end = Instant::now() + Duration::from_secs(10);
        while Instant::now() < end {
            if let Some(status) = self.process.try_wait().expect("a process") {
                return status.success();
            }
            sleep(Duration::from_millis(50));
        }
        false
    }
}

impl Drop for App {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
