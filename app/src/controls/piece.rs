//! Components without what Yew writes out for each of them.
//!
//! For every component there is a copy of how one is mounted, updated and taken away. Those of a
//! lab are drawn by one that has many faces, which makes the program a good deal smaller.
use std::any::Any;
use std::rc::Rc;
use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::html::HtmlResult;
use yew::prelude::*;

/// Draws a component with what it gets, as `html!` would.
pub fn piece<C: FunctionProvider<Properties: 'static>>(props: C::Properties) -> Html {
    let draw = draw::<C>;
    // Where another kind stood, everything is made anew.
    let key = format!("piece {}", draw as *const () as usize);
    let face = Face { draw, same: same::<C::Properties>, props: Rc::new(props) };
    html! { <Piece {key} {face} /> }
}

fn draw<C: FunctionProvider<Properties: 'static>>(
    context: &mut HookContext,
    props: &dyn Any,
) -> HtmlResult {
    match props.downcast_ref() {
        Some(props) => C::run(context, props),
        None => Ok(html! {}),
    }
}

fn same<P: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<P>() == other.downcast_ref::<P>()
}

/// What a piece draws, and what it gets for it.
#[derive(Clone)]
struct Face {
    draw: fn(&mut HookContext, &dyn Any) -> HtmlResult,
    same: fn(&dyn Any, &dyn Any) -> bool,
    props: Rc<dyn Any>,
}

impl PartialEq for Face {
    fn eq(&self, other: &Face) -> bool {
        (self.same)(&*self.props, &*other.props)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PieceProps {
    face: Face,
}

#[component]
fn Piece(props: &PieceProps) -> HtmlResult {
    use_face(&props.face)
}

/// The hooks of a piece are those of what it draws.
fn use_face(face: &Face) -> Facing<'_> {
    Facing(face)
}

struct Facing<'a>(&'a Face);

impl Hook for Facing<'_> {
    type Output = HtmlResult;

    fn run(self, context: &mut HookContext) -> HtmlResult {
        (self.0.draw)(context, &*self.0.props)
    }
}
