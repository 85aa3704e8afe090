//! The only code that touches the browser.
mod address;
mod assets;
mod channel;
mod clipboard;
mod element;
mod event;
mod export;
mod file;
mod frames;
mod history;
mod hosted;
mod link;
mod listen;
mod mechanisms;
mod number;
mod page;
mod part;
mod places;
mod report;
mod screen;
mod search;
mod sight;
mod storage;
mod styles;
mod svg;
mod theme;
mod tree;
mod width;
pub use address::{
    base, encoded, page_path, query, repeated_query, replace_query, replace_run_query,
    strange_query,
};
pub use assets::{NoScenario, also_brought, brought, given_scenario, load_script, scenario};
pub use channel::Channel;
pub use clipboard::{copy, select_all};
pub use element::{
    Bounds, below, bounds, click_in, close_dialog, focus, focus_beside, focus_if_free, focus_in,
    focus_lab_around, focus_one_of, has_focus, hold_height, hold_pointer, keep_in_view,
    open_dialog, put_beside, put_near, scroll_to, show_beside,
};
pub use event::{
    Key, is_for_a_control, is_ticked, is_touch, opens_search, place_of_click, pointer, value_of,
};
pub use export::lab_file;
pub use file::{Chosen, Json, save, save_blob, to_json};
pub use frames::Frames;
pub use history::{
    add_entry, begin_at, entry, first_block, focus_link, focused_link, go_to, mark_entry, reveal,
    scroll_block_to, scroll_by_ourselves, scroll_to_top,
};
pub use hosted::{
    be_hosted, clear_room, give_focus_back, has_many_rows, hosted_site, is_hosted, make_room,
    say_instead, set_theme, watch_height,
};
pub use link::{Link, at, shows_focus};
pub use listen::{Listening, before_document, on_document, on_window, tell_window};
pub use number::number;
pub use page::{Arrived, Fetched, exchange, load, load_again, page, title};
pub use part::{Kept, Part};
pub use places::{
    add, add_sentence, is_away, is_hidden, named, note_of, places, places_in, set_if,
};
pub use report::report_panics;
pub use screen::{clock, open_window, origin, put_at, random_name, today, toggle_full_screen};
pub use search::{FoundPage, FoundPart, search};
pub use sight::Sight;
pub use storage::{
    FULL, guard_for_window, keep, names, read, read_for_window, write, write_for_window,
};
pub use svg::{dots, drawing};
pub use theme::{choose, on_root, points_with_fingers, prefers_reduced_motion};
pub use web_sys::{Element, Event};
pub use width::{HeightWatch, WidthWatch};
