//! A drawing of the page as a file of its own, and as a picture of dots.
//!
//! What the style sheets make of each part is written into its attributes: such a file needs no
//! sheet, follows no theme, and is read by programs that know no CSS.
use super::{Element, base, places};
use gloo::utils::{document, window};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement, HtmlImageElement, Node,
    Response,
};

/// What is written of the style of each part where it is not as around it.
const INHERITED: [&str; 13] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "letter-spacing",
    "text-anchor",
    "visibility",
];

/// Attributes for hands and sheets.
const LEFT_OUT: [&str; 6] = ["class", "style", "role", "tabindex", "key", "opacity"];

/// Letters of figures: family, weights, file.
const FONTS: [(&str, &str, &str); 4] = [
    ("Book Sans", "400 600", "book-sans"),
    ("Book Mono", "400", "book-mono-400"),
    ("Book Mono", "600", "book-mono-600"),
    ("Book Math", "400", "book-math"),
];

/// A drawing as the text of a file, with the patterns and the letters that it needs; `title` and
/// `about` are for who does not see it.
pub async fn drawing(svg: &Element, title: &str, about: &str) -> String {
    let fonts = fonts().await;
    let [width, height] =
        ["width", "height"].map(|side| svg.get_attribute(side).unwrap_or_default());
    let mut inside = String::new();
    if let Some(patterns) = places("#pL").first().and_then(|one| one.closest("defs").ok().flatten())
    {
        write(&patterns, None, &mut inside);
    }
    let around = style(svg);
    each_inside(svg, |node| write(node, around.as_ref(), &mut inside));
    let own = around.map(|own| attributes(&own, None)).unwrap_or_default();
    let [title, about] = [title, about].map(escaped);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\"{own}>\n<title>{title}</title>\
         <desc>{about}</desc>\n{fonts}{inside}\n</svg>\n"
    )
}

fn style(of: &Element) -> Option<CssStyleDeclaration> {
    window().get_computed_style(of).ok().flatten()
}

fn each_inside(of: &Element, mut does: impl FnMut(&Node)) {
    let children = of.child_nodes();
    (0..children.length()).filter_map(|place| children.get(place)).for_each(|node| does(&node));
}

fn write(node: &Node, around: Option<&CssStyleDeclaration>, out: &mut String) {
    let Some(element) = node.dyn_ref::<Element>() else {
        if node.node_type() == Node::TEXT_NODE {
            out.push_str(&escaped(&node.text_content().unwrap_or_default()));
        }
        return;
    };
    let (tag, Some(own)) = (element.local_name(), style(element)) else { return };
    // A mark's own title is a hint under the pointer.
    let unseen = value(&own, "display") == "none" && tag != "defs";
    if tag == "title" || unseen || element.class_list().contains("grab") {
        return;
    }
    let mut inside = String::new();
    each_inside(element, |node| write(node, Some(&own), &mut inside));
    if tag == "g" && inside.is_empty() {
        return;
    }
    out.push_str(&format!("<{tag}{}{}", geometry(element), attributes(&own, around)));
    if tag == "text" {
        out.push_str(" xml:space=\"preserve\"");
    }
    match inside.as_str() {
        "" => out.push_str("/>"),
        inside => out.push_str(&format!(">{inside}</{tag}>")),
    }
}

/// Attributes that say where something is.
fn geometry(element: &Element) -> String {
    let mut out = String::new();
    for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let for_hands = name.starts_with("aria-") || name.starts_with("data-");
        let styled = INHERITED.contains(&&*name) || LEFT_OUT.contains(&&*name);
        if !for_hands && !styled && name != "pointer-events" {
            let value = element.get_attribute(&name).unwrap_or_default();
            out.push_str(&format!(" {name}=\"{}\"", escaped(&value)));
        }
    }
    out
}

/// Attributes that say how something looks.
fn attributes(own: &CssStyleDeclaration, around: Option<&CssStyleDeclaration>) -> String {
    let mut out = String::new();
    for name in INHERITED {
        let now = value(own, name);
        if !now.is_empty() && around.is_none_or(|around| value(around, name) != now) {
            out.push_str(&format!(" {name}=\"{}\"", escaped(&paint(&now))));
        }
    }
    let opacity = value(own, "opacity");
    if !matches!(&*opacity, "" | "1") {
        out.push_str(&format!(" opacity=\"{opacity}\""));
    }
    out
}

fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// A pattern by its name alone, which browsers put behind the address of the page; and nothing
/// where nothing is to be seen, for programs that know no transparent colour.
fn paint(value: &str) -> String {
    if let Some((_, name)) = value.split_once("url(").and_then(|(_, rest)| rest.split_once('#')) {
        let name = name.split(['"', '\'', ')']).next().unwrap_or_default();
        return format!("url(#{name})");
    }
    if value == "rgba(0, 0, 0, 0)" { "none".into() } else { value.to_owned() }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The letters of the book, inside of the file. Where they cannot be had, other letters are used.
async fn fonts() -> String {
    let mut rules = String::new();
    for (family, weights, file) in FONTS {
        if let Some(bytes) = font(file).await {
            rules.push_str(&format!(
                "@font-face {{ font-family: \"{family}\"; font-weight: {weights}; \
                 src: url(data:font/woff2;base64,{bytes}) format(\"woff2\"); }}\n"
            ));
        }
    }
    if rules.is_empty() { rules } else { format!("<style>\n{rules}</style>\n") }
}

async fn font(file: &str) -> Option<String> {
    let address = format!("{}fonts/{file}.woff2", base());
    let answer = JsFuture::from(window().fetch_with_str(&address)).await.ok()?;
    let answer: Response = answer.dyn_into().ok().filter(Response::ok)?;
    let bytes = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    let bytes = Uint8Array::new(&bytes).to_vec();
    let signs: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    window().btoa(&signs).ok()
}

/// So many dots for each pixel of the drawing: sharp on paper and on a projector.
const DOTS: f64 = 2.0;

/// The file of a drawing as a picture of dots; nothing where the browser cannot draw it.
pub async fn dots(drawing: &str, width: f64, height: f64) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    // A strict policy allows pictures whose text stands in their address.
    let text = js_sys::encode_uri_component(drawing);
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{text}"));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    let (across, down) = ((width * DOTS).round(), (height * DOTS).round());
    canvas.set_width(across as u32);
    canvas.set_height(down as u32);
    let pen = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, across, down).ok()?;
    let made = js_sys::Promise::new(&mut |done, _| {
        let tell = Closure::once_into_js(move |blob: JsValue| {
            // A promise takes whatever it is told.
            let _ = done.call1(&JsValue::NULL, &blob);
        });
        // What cannot be written is told as nothing.
        let _ = canvas.to_blob(tell.unchecked_ref());
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
