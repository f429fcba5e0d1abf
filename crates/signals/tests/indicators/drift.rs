//! No drift: what has left a window is in none of its numbers.
