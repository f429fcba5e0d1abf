//! Events, lots and cost basis, exact to the satoshi and the cent.
