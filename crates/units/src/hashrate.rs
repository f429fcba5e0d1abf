//! Hashrate and difficulty.

use crate::Error;
use crate::quantity::quantity;

quantity! {
    /// Hashes per second, stored in TH/s: 0 to 1e24 TH/s, twelve orders of magnitude above today's network.
    Hashrate, "hashrate", stored in "TH/s", 0.0..=1e24,
    allowed "0 to 1e24 TH/s", written "a number and H/s, kH/s, MH/s, GH/s, TH/s, PH/s, EH/s or ZH/s",
    symbols [
        "H/s": 1.0 / 1e12, "kH/s": 1.0 / 1e9, "MH/s": 1.0 / 1e6, "GH/s": 1.0 / 1e3, "TH/s": 1.0 / 1.0,
        "PH/s": 1e3 / 1.0, "EH/s": 1e6 / 1.0, "ZH/s": 1e9 / 1.0,
    ]
}

impl Hashrate {
    /// From hashes per second.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_hs(hs: f64) -> Result<Self, Error> {
        Self::new(hs / 1e12)
    }

    /// From terahash per second, the stored unit.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_ths(ths: f64) -> Result<Self, Error> {
        Self::new(ths)
    }

    /// From petahash per second.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_phs(phs: f64) -> Result<Self, Error> {
        Self::new(phs * 1e3)
    }

    /// From exahash per second.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_ehs(ehs: f64) -> Result<Self, Error> {
        Self::new(ehs * 1e6)
    }

    /// Hashes per second.
    pub fn to_hs(self) -> f64 {
        self.get() * 1e12
    }

    /// Terahash per second, the stored unit.
    pub fn to_ths(self) -> f64 {
        self.get()
    }

    /// Petahash per second.
    pub fn to_phs(self) -> f64 {
        self.get() / 1e3
    }

    /// Exahash per second.
    pub fn to_ehs(self) -> f64 {
        self.get() / 1e6
    }
}

quantity! {
    /// How many times harder than difficulty 1 a block is: 2^-32 (below regtest's) to 2^224 (target 1).
    Difficulty, "difficulty", stored in "", 2.3283064365386963e-10..=2.695994666715064e67,
    allowed "2^-32 to 2^224", written "a number, or a number and k, M, G, T or P",
    symbols ["": 1.0 / 1.0, "k": 1e3 / 1.0, "M": 1e6 / 1.0, "G": 1e9 / 1.0, "T": 1e12 / 1.0, "P": 1e15 / 1.0]
}
