//! Power, energy, their price, and how much of them a hash costs.

use crate::quantity::quantity;
use crate::{Error, Hashrate};

quantity! {
    /// Electrical power, stored in watts: 0 to 1e15 W.
    Power, "power", stored in "W", 0.0..=1e15,
    allowed "0 to 1e15 W", written "a number and W, kW, MW or GW",
    symbols ["W": 1.0 / 1.0, "kW": 1e3 / 1.0, "MW": 1e6 / 1.0, "GW": 1e9 / 1.0]
}

impl Power {
    /// From watts, the stored unit.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_w(w: f64) -> Result<Self, Error> {
        Self::new(w)
    }

    /// From kilowatts.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_kw(kw: f64) -> Result<Self, Error> {
        Self::new(kw * 1e3)
    }

    /// From megawatts.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_mw(mw: f64) -> Result<Self, Error> {
        Self::new(mw * 1e6)
    }

    /// Watts, the stored unit.
    pub fn to_w(self) -> f64 {
        self.get()
    }

    /// Kilowatts.
    pub fn to_kw(self) -> f64 {
        self.get() / 1e3
    }

    /// Megawatts.
    pub fn to_mw(self) -> f64 {
        self.get() / 1e6
    }
}

/// Power over hashrate is efficiency. Fails where the quotient is no [`Efficiency`]: a machine that draws or hashes nothing has none.
impl std::ops::Div<Hashrate> for Power {
    type Output = Result<Efficiency, Error>;

    fn div(self, hashrate: Hashrate) -> Self::Output {
        Efficiency::new(self.get() / hashrate.get())
    }
}

quantity! {
    /// Electrical energy, stored in kilowatt-hours: 0 to 1e18 kWh.
    Energy, "energy", stored in "kWh", 0.0..=1e18,
    allowed "0 to 1e18 kWh", written "a number and Wh, kWh, MWh, GWh or TWh",
    symbols ["Wh": 1.0 / 1e3, "kWh": 1.0 / 1.0, "MWh": 1e3 / 1.0, "GWh": 1e6 / 1.0, "TWh": 1e9 / 1.0]
}

impl Energy {
    /// From kilowatt-hours, the stored unit.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_kwh(kwh: f64) -> Result<Self, Error> {
        Self::new(kwh)
    }

    /// From megawatt-hours.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_mwh(mwh: f64) -> Result<Self, Error> {
        Self::new(mwh * 1e3)
    }

    /// Kilowatt-hours, the stored unit.
    pub fn to_kwh(self) -> f64 {
        self.get()
    }

    /// Megawatt-hours.
    pub fn to_mwh(self) -> f64 {
        self.get() / 1e3
    }
}

quantity! {
    /// Price of electrical energy, stored in USD/kWh: -1000 to 1000. Negative prices are real: some hours pay for consumption.
    EnergyPrice, "energy_price", stored in "USD/kWh", -1000.0..=1000.0,
    allowed "-1000 to 1000 USD/kWh", written "a number and USD/kWh or USD/MWh",
    symbols ["USD/kWh": 1.0 / 1.0, "USD/MWh": 1.0 / 1e3]
}

impl EnergyPrice {
    /// From US dollars per kilowatt-hour, the stored unit.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_usd_per_kwh(price: f64) -> Result<Self, Error> {
        Self::new(price)
    }

    /// From US dollars per megawatt-hour.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_usd_per_mwh(price: f64) -> Result<Self, Error> {
        Self::new(price / 1e3)
    }

    /// US dollars per kilowatt-hour, the stored unit.
    pub fn to_usd_per_kwh(self) -> f64 {
        self.get()
    }

    /// US dollars per megawatt-hour.
    pub fn to_usd_per_mwh(self) -> f64 {
        self.get() * 1e3
    }
}

quantity! {
    /// Energy per unit of hashing work, stored in J/TH (the same number as W per TH/s): above 0, at most 1e15.
    Efficiency, "efficiency", stored in "J/TH", 0.0..=1e15, above 0.0,
    allowed "above 0, at most 1e15 J/TH", written "a number and J/TH or J/GH",
    symbols ["J/TH": 1.0 / 1.0, "J/GH": 1e3 / 1.0, "W/TH": 1.0 / 1.0]
}

impl Efficiency {
    /// From joules per terahash, the stored unit.
    ///
    /// # Errors
    /// [`Error`] outside the range.
    pub fn from_j_per_th(j_per_th: f64) -> Result<Self, Error> {
        Self::new(j_per_th)
    }

    /// Joules per terahash, the stored unit.
    pub fn to_j_per_th(self) -> f64 {
        self.get()
    }
}
