//! Drawing: lines, dots, bars and words in a picture that is read out as well as seen, and that prints in grey.

use super::fixed;

/// Width of every picture.
const WIDTH: f64 = 640.0;

/// A picture.
pub(super) struct Picture {
    height: f64,
    body: String,
}

impl Picture {
    pub(super) fn new(height: f64) -> Self {
        Self { height, body: String::new() }
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), style: &str) {
        self.body.push_str(&format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {style}/>",
            at(from.0),
            at(from.1),
            at(to.0),
            at(to.1)
        ));
    }

    pub(super) fn dot(&mut self, (x, y): (f64, f64)) {
        self.body.push_str(&format!("<circle cx=\"{}\" cy=\"{}\" r=\"5\"/>", at(x), at(y)));
    }

    pub(super) fn bar(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), style: &str) {
        self.body.push_str(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {style}/>",
            at(x),
            at(y),
            at(width),
            at(height)
        ));
    }

    /// A line through points.
    pub(super) fn path(&mut self, points: &[(f64, f64)], style: &str) {
        let points: Vec<String> =
            points.iter().map(|(x, y)| format!("{},{}", at(*x), at(*y))).collect();
        self.body.push_str(&format!(
            "<polyline points=\"{}\" fill=\"none\" {style}/>",
            points.join(" ")
        ));
    }

    pub(super) fn word(&mut self, (x, y): (f64, f64), anchor: &str, text: &str) {
        self.body.push_str(&format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            at(x),
            at(y),
            escaped(text)
        ));
    }

    /// The whole, with what is read out. `id` makes the names of its parts its own.
    pub(super) fn finish(self, id: usize, title: &str, described: &str) -> String {
        format!(
            "<svg role=\"img\" aria-labelledby=\"t{id} d{id}\" viewBox=\"0 0 {WIDTH} {}\" xmlns=\"http://www.w3.org/2000/svg\">\
             <title id=\"t{id}\">{}</title><desc id=\"d{id}\">{}</desc>{}</svg>",
            at(self.height),
            escaped(title),
            escaped(described),
            self.body
        )
    }
}

fn at(x: f64) -> String {
    fixed(x, 1)
}

/// Text that can stand in a page.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
