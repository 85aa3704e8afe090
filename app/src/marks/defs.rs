//! Patterns and arrow heads, once for the whole document.
use yew::prelude::*;

/// Draws nothing; others refer to it.
pub fn defs() -> Html {
    html! {
        <svg width="0" height="0" class="defs" aria-hidden="true"><defs>
            <pattern id="pD" width="7" height="3.5" patternUnits="userSpaceOnUse">
                <path d="M0 1.75H7" class="pd" />
            </pattern>
            <pattern id="pF" width="4.667" height="4.667" patternUnits="userSpaceOnUse">
                <circle cx="2.333" cy="2.333" r=".95" class="pf" />
            </pattern>
            <pattern id="pR" width="3.5" height="7" patternUnits="userSpaceOnUse">
                <path d="M1.75 0V7" class="pr" />
            </pattern>
            <pattern id="pL" width="5" height="5" patternUnits="userSpaceOnUse"
                patternTransform="rotate(-45)">
                <path d="M0 2.5H5" class="pl" />
            </pattern>
            <marker id="ah" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"
                orient="auto-start-reverse">
                <path d="M1 1L7 4L1 7" class="ahp" />
            </marker>
            <marker id="ahr" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"
                orient="auto-start-reverse">
                <path d="M1 1L7 4L1 7" class="ahr" />
            </marker>
        </defs></svg>
    }
}
