//! Pictures as a canvas has them: shrunk, and written anew.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::dom;
use crate::browser::js;
use crate::page::picture::{self, Kind};

/// The longer side, in pixels. More is not seen in a text, even on a dense screen.
const MAX_SIDE: u32 = 2000;
/// Of lossy pictures, from 0 to 1.
const QUALITY: f64 = 0.82;

pub(super) async fn decode(url: &str) -> Option<HtmlImageElement> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.ok()?;
    Some(image)
}

/// Draws a picture at a size that fits.
fn drawn(image: &HtmlImageElement, max_side: u32) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let (width, height) = picture::fit((image.natural_width(), image.natural_height()), max_side);
    let canvas: HtmlCanvasElement = dom::document().create_element("canvas").ok()?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    js::set(&context, "imageSmoothingQuality", &"high".into());
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height).ok()?;
    Some((canvas, context))
}

pub(super) fn has_transparency(image: &HtmlImageElement) -> bool {
    // A small copy is enough: each of its pixels is a mean of many.
    let Some((canvas, context)) = drawn(image, 400) else { return false };
    let data = context.get_image_data(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    data.is_ok_and(|data| data.data().chunks(4).any(|pixel| pixel[3] < 255))
}

/// The picture as WebP, or as JPEG where the browser writes none.
pub(super) async fn written_anew(image: &HtmlImageElement) -> Option<(Vec<u8>, Kind, (u32, u32))> {
    let (canvas, _) = drawn(image, MAX_SIDE)?;
    let size = (canvas.width(), canvas.height());
    for kind in [Kind::WebP, Kind::Jpeg] {
        let blob = Promise::new(&mut |resolve, _| {
            let _ = canvas.to_blob_with_type_and_encoder_options(&resolve, kind.media_type(), &QUALITY.into());
        });
        let blob = JsFuture::from(blob).await.ok()?;
        // A browser that cannot write a type writes PNG.
        if js::text(&blob, "type") == kind.media_type() {
            let buffer = js::call_async(&blob, "arrayBuffer", &[]).await.ok()?;
            return Some((js::bytes(&buffer), kind, size));
        }
    }
    None
}
