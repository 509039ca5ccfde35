//! The readable page.

use askama::Template;

use super::{Contents, PackagingError, text};

#[derive(Template)]
#[template(path = "packaging/templates/index.html")]
struct Page<'a> {
    contents: &'a Contents,
}

impl Page<'_> {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn shown(&self, value: &serde_json::Value) -> String {
        text(value)
    }

    fn rows(&self) -> usize {
        self.contents
            .systems
            .iter()
            .flat_map(|system| &system.tables)
            .map(|table| table.rows.len())
            .sum()
    }
}

pub(super) fn page(contents: &Contents) -> Result<String, PackagingError> {
    Ok(Page { contents }.render()?)
}
