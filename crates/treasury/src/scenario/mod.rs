//! Paths of price and difficulty: bootstrap, Brownian motion, named stresses.
