//! Everything that holds of the treasury room, a module for each topic.
