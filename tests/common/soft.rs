//! A CPU renderer for `egui_kittest`: the same pixels on every machine, no GPU. Draws only textured triangles, as egui makes them.

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use egui::{Color32, ImageData, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;

/// Holds the textures egui sent.
#[derive(Default)]
pub struct SoftRenderer {
    textures: HashMap<TextureId, Texture>,
}

struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
}

/// Premultiplied colours, 0–1, row by row.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
}

/// Whole pixels to draw in.
#[derive(Clone, Copy)]
struct Clip {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl TestRenderer for SoftRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, patches) in delta.set.drain() {
            for patch in patches {
                let ImageData::Color(image) = &patch.image;
                let [width, height] = image.size;
                let pixels = image.pixels.iter().map(|&colour| unit(colour));
                match patch.pos {
                    None => {
                        self.textures.insert(id, Texture { width, height, pixels: pixels.collect() });
                    }
                    Some([x, y]) => {
                        let texture = self.textures.get_mut(&id).expect("a patch for a texture that was sent");
                        for (index, pixel) in pixels.enumerate() {
                            texture.pixels[(y + index / width) * texture.width + x + index % width] = pixel;
                        }
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut canvas = Canvas { width, height, pixels: vec![[0.0; 4]; width * height] };
        for ClippedPrimitive { clip_rect, primitive } in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = primitive else { continue };
            if let Some(texture) = self.textures.get(&mesh.texture_id) {
                canvas.draw(&mesh, texture, clip(clip_rect, scale, width, height), scale);
            }
        }
        let bytes = canvas.pixels.iter().flatten().map(|value| (value.clamp(0.0, 1.0) * 255.0).round() as u8).collect();
        image::RgbaImage::from_raw(width as u32, height as u32, bytes).ok_or_else(|| "no room for the picture".into())
    }
}

impl Canvas {
    fn draw(&mut self, mesh: &Mesh, texture: &Texture, clip: Clip, scale: f32) {
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [0, 1, 2].map(|k| mesh.vertices[corners[k] as usize]);
            self.triangle(corners, texture, clip, scale);
        }
    }

    fn triangle(&mut self, corners: [Vertex; 3], texture: &Texture, clip: Clip, scale: f32) {
        let at = corners.map(|corner| (corner.pos.x * scale, corner.pos.y * scale));
        let area = (at[1].0 - at[0].0) * (at[2].1 - at[0].1) - (at[2].0 - at[0].0) * (at[1].1 - at[0].1);
        if area == 0.0 || !area.is_finite() {
            return;
        }
        let low = |get: fn(&(f32, f32)) -> f32| at.iter().map(get).fold(f32::MAX, f32::min).floor() as i32;
        let high = |get: fn(&(f32, f32)) -> f32| at.iter().map(get).fold(f32::MIN, f32::max).ceil() as i32;
        // Most of a screen is flat colour, which needs no lookup a pixel.
        let flat = corners.iter().all(|c| c.uv == corners[0].uv && c.color == corners[0].color);
        let flat = flat.then(|| product(texture.sample(corners[0].uv.x, corners[0].uv.y), unit(corners[0].color)));
        let colours = corners.map(|corner| unit(corner.color));
        for y in low(|p| p.1).max(clip.top)..high(|p| p.1).min(clip.bottom) {
            let (left, right) = row(&at, y as f32 + 0.5);
            for x in left.max(clip.left)..right.min(clip.right) {
                let Some(share) = shares(&at, area, x as f32 + 0.5, y as f32 + 0.5) else { continue };
                let mix = |get: &dyn Fn(usize) -> f32| share[0] * get(0) + share[1] * get(1) + share[2] * get(2);
                let source = flat.unwrap_or_else(|| {
                    let texel = texture.sample(mix(&|k| corners[k].uv.x), mix(&|k| corners[k].uv.y));
                    product(texel, [0, 1, 2, 3].map(|channel| mix(&|k| colours[k][channel])))
                });
                let pixel = &mut self.pixels[y as usize * self.width + x as usize];
                for (under, over) in pixel.iter_mut().zip(source) {
                    *under = over + *under * (1.0 - source[3]);
                }
            }
        }
        debug_assert!(clip.bottom as usize <= self.height);
    }
}

impl Texture {
    /// Bilinear, clamped at the edges.
    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let (x, y) = (u * self.width as f32 - 0.5, v * self.height as f32 - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (dx, dy) = (x - left, y - top);
        let at = |x: f32, y: f32| {
            let x = x.clamp(0.0, self.width as f32 - 1.0) as usize;
            let y = y.clamp(0.0, self.height as f32 - 1.0) as usize;
            self.pixels[y * self.width + x]
        };
        let corners = [at(left, top), at(left + 1.0, top), at(left, top + 1.0), at(left + 1.0, top + 1.0)];
        [0, 1, 2, 3].map(|channel| {
            let upper = corners[0][channel] * (1.0 - dx) + corners[1][channel] * dx;
            let lower = corners[2][channel] * (1.0 - dx) + corners[3][channel] * dx;
            upper * (1.0 - dy) + lower * dy
        })
    }
}

/// The pixels of a row that the triangle may touch, so that slivers cost little.
fn row(at: &[(f32, f32); 3], y: f32) -> (i32, i32) {
    let (mut left, mut right) = (f32::MAX, f32::MIN);
    for k in 0..3 {
        let (a, b) = (at[k], at[(k + 1) % 3]);
        if (a.1 - y) * (b.1 - y) <= 0.0 && a.1 != b.1 {
            let x = a.0 + (b.0 - a.0) * (y - a.1) / (b.1 - a.1);
            left = left.min(x);
            right = right.max(x);
        }
    }
    if left > right { (0, 0) } else { (left.floor() as i32 - 1, right.ceil() as i32 + 1) }
}

/// How much each corner counts at a point; `None` outside. A shared edge belongs to one triangle only.
fn shares(at: &[(f32, f32); 3], area: f32, x: f32, y: f32) -> Option<[f32; 3]> {
    let sign = area.signum();
    let mut share = [0.0; 3];
    for (k, value) in share.iter_mut().enumerate() {
        let (a, b) = (at[(k + 1) % 3], at[(k + 2) % 3]);
        let edge = ((b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0)) * sign;
        let (dx, dy) = ((b.0 - a.0) * sign, (b.1 - a.1) * sign);
        let owns = dy < 0.0 || (dy == 0.0 && dx > 0.0);
        // A pixel on a shared edge would be lost to rounding, or drawn twice, if ties had to be exact.
        let tie = edge.abs() < 1e-3;
        if (tie && !owns) || (!tie && edge < 0.0) {
            return None;
        }
        *value = edge / area.abs();
    }
    Some(share)
}

fn clip(rect: Rect, scale: f32, width: usize, height: usize) -> Clip {
    let pixel = |value: f32| (value * scale).round().clamp(0.0, 65535.0) as i32;
    Clip {
        left: pixel(rect.min.x),
        top: pixel(rect.min.y),
        right: pixel(rect.max.x).min(width as i32),
        bottom: pixel(rect.max.y).min(height as i32),
    }
}

fn unit(colour: Color32) -> [f32; 4] {
    colour.to_array().map(|value| f32::from(value) / 255.0)
}

fn product(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0] * b[0], a[1] * b[1], a[2] * b[2], a[3] * b[3]]
}
