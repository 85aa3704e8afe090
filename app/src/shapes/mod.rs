//! How each shape of a node's state is drawn.
