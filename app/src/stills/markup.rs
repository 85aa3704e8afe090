//! A drawing as text. What is there only for hands is left out: a figure is one image.
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag};

/// What makes a control of a mark. A figure says what it shows in its own description.
const FOR_HANDS: [&str; 8] = [
    "role",
    "tabindex",
    "aria-label",
    "aria-haspopup",
    "data-item",
    "data-host",
    "data-act",
    "pointer-events",
];

/// The text of a drawing. It holds elements and text; drawings have no components in them.
pub(super) fn of(drawing: &VNode) -> String {
    let mut out = String::new();
    write(drawing, &mut out);
    out
}

fn write(node: &VNode, out: &mut String) {
    match node {
        VNode::VTag(tag) => write_tag(tag, out),
        VNode::VText(text) => out.push_str(&escape(&text.text)),
        VNode::VList(list) => list.iter().for_each(|child| write(child, out)),
        _ => (),
    }
}

fn write_tag(tag: &VTag, out: &mut String) {
    let attributes = attributes(tag);
    let grabbed = attributes.iter().any(|(name, value)| (*name, *value) == ("class", "grab"));
    let mut inside = String::new();
    if let Some(children) = tag.children() {
        write(children, &mut inside);
    }
    // A mark's own title is a hint under the pointer; an empty group held what was grabbed.
    if grabbed || tag.tag() == "title" || tag.tag() == "g" && inside.is_empty() {
        return;
    }
    out.push_str(&format!("<{}", tag.tag()));
    for (name, value) in attributes.iter().filter(|(name, _)| !FOR_HANDS.contains(name)) {
        out.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }
    match inside.as_str() {
        "" => out.push_str("/>"),
        inside => out.push_str(&format!(">{inside}</{}>", tag.tag())),
    }
}

/// Names and values, in their order.
fn attributes(tag: &VTag) -> Vec<(&str, &str)> {
    let value = |value| match value {
        &AttributeOrProperty::Static(text) => Some(text),
        AttributeOrProperty::Attribute(text) => Some(text.as_str()),
        AttributeOrProperty::Property(_) => None,
    };
    match &tag.attributes {
        Attributes::Static(all) => {
            all.iter().filter_map(|(name, of)| Some((*name, value(of)?))).collect()
        }
        Attributes::Dynamic { keys, values } => {
            let all = keys.iter().zip(values.iter());
            all.filter_map(|(name, of)| Some((*name, value(of.as_ref()?)?))).collect()
        }
        Attributes::IndexMap(all) => {
            all.iter().filter_map(|(name, of)| Some((name.as_str(), value(of)?))).collect()
        }
    }
}

/// Text as HTML, between tags and between quotes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use yew::prelude::*;

    #[test]
    fn a_drawing_is_written_without_what_is_for_hands() {
        let label = "n1 < \"n2\"".to_owned();
        let drawing = html! {
            <g class="item" role="button" tabindex={Some("0")}>
                <title>{ "a hint" }</title>
                <text x={format!("{}", 7)} class="tx">{ label }</text>
                <rect width="3" class="grab" />
                <g key="k" aria-label="n2"><rect class="grab" /></g>
            </g>
        };
        let wanted =
            "<g class=\"item\"><text x=\"7\" class=\"tx\">n1 &lt; &quot;n2&quot;</text></g>";
        assert_eq!(super::of(&drawing), wanted);
    }
}
