//! Puts the fragment of a page into the base scene: top-level fields replace those of the same name, and a part
//! `(id: "x", …)` changes the fields of the turn of that id, or is added as a turn.

/// `base` with the parts of `fragment` in their places.
pub fn splice(base: &str, fragment: &str) -> String {
    let start = base.find("\n(").map_or(0, |at| at + 1);
    let mut fields = fields(inside(&base[start..]));
    for part in entries(fragment) {
        if part.starts_with('(') {
            let turns = fields.iter_mut().find(|(name, _)| name == "turns").expect("turns");
            turns.1 = with_turn(&turns.1, part);
        } else {
            let (name, value) = field(part);
            put(&mut fields, name, value);
        }
    }
    format!("{}\n", bracketed("(", &fields, ")", "  "))
}

fn with_turn(turns: &str, turn: &str) -> String {
    let changed = fields(inside(turn));
    let id = &changed.iter().find(|(name, _)| name == "id").expect("a turn has an id").1;
    let mut list: Vec<String> = entries(inside(turns)).into_iter().map(str::to_owned).collect();
    let known = list.iter_mut().find(|old| fields(inside(old)).iter().any(|(name, value)| name == "id" && value == id));
    match known {
        Some(old) => {
            let mut merged = fields(inside(old));
            changed.into_iter().for_each(|(name, value)| put(&mut merged, name, value));
            *old = bracketed("(", &merged, ")", "      ");
        }
        None => list.push(turn.to_owned()),
    }
    let list: String = list.iter().map(|turn| format!("    {turn},\n")).collect();
    format!("[\n{list}  ]")
}

fn put(fields: &mut Vec<(String, String)>, name: String, value: String) {
    match fields.iter_mut().find(|(old, _)| *old == name) {
        Some(old) => old.1 = value,
        None => fields.push((name, value)),
    }
}

fn bracketed(open: &str, fields: &[(String, String)], close: &str, indent: &str) -> String {
    let body: String = fields.iter().map(|(name, value)| format!("{indent}{name}: {value},\n")).collect();
    format!("{open}\n{body}{}{close}", &indent[2..])
}

fn fields(text: &str) -> Vec<(String, String)> {
    entries(text).into_iter().map(field).collect()
}

fn field(entry: &str) -> (String, String) {
    let (name, value) = entry.split_once(':').unwrap_or_else(|| panic!("no field: {entry}"));
    (name.trim().to_owned(), value.trim().to_owned())
}

/// What stands between the first bracket and its partner at the end.
fn inside(text: &str) -> &str {
    let text = text.trim();
    &text[1..text.len() - 1]
}

/// The parts between commas, commas inside brackets and quotes left alone.
fn entries(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut depth, mut quoted, mut escaped) = (0, 0, false, false);
    for (at, c) in text.char_indices() {
        if quoted {
            quoted = c != '"' || escaped;
            escaped = c == '\\' && !escaped;
            continue;
        }
        match c {
            '"' => quoted = true,
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                found.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(text[start..].trim());
    found.retain(|entry| !entry.is_empty());
    found
}
