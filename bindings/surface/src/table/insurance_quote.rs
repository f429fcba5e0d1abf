//! Covers and their price.

use hashinsight::insurance::cover::{Cover, FrozenTerms, ProductsReport, ProductsRequest, frozen_terms, products};
use hashinsight::insurance::quote::{
    EarlyCloseReport, EarlyCloseRequest, Quote, QuoteBatchParams, QuoteRequest, QuoteRow, QuoteTable,
    VerifyQuoteReport, VerifyQuoteRequest, early_close, quote, quote_batch, verify_quote,
};
use hashinsight::insurance::risk::{RiskIndex, RiskIndexRequest, risk_index};

use crate::operation::operations;

operations! { insurance:
    /// Sample products of an insurer: peril, price or rule, sum, bounds of leverage and period.
    total document products: ProductsRequest => ProductsReport;
    /// What a cover says for good when it is sold: the prices that trigger it, what is lost there and what is paid, margin and leverage.
    ///
    /// Terms that contradict each other, an account that could not stand and a tier table of another contract are refused with their place.
    document frozen_terms: Cover => FrozenTerms;
    /// The price of a cover, or why it is not sold: pure premium, risk loading by a premium principle, expenses, discount, tax, maximum
    /// payout, hit probability and its measure, sensitivities or why there are none, the range over models.
    ///
    /// Geometric Brownian motion in closed form, Kou by transform, Merton and accounts in several coins by simulation with its standard error. The
    /// terms add up to the gross premium exactly. Everything that it was computed from is inside.
    document quote: QuoteRequest => Quote;
    /// A quote computed again from the request inside it: whether every number is the same, to the last bit.
    document verify_quote: VerifyQuoteRequest => VerifyQuoteReport;
    /// What a cover that ends before its time gives back of its premium: by time, by what the rest of it is worth now, or the lesser of both.
    ///
    /// What the sale has cost is spent. The refund is what the fund books, and stands beside what the insurer keeps.
    document early_close: EarlyCloseRequest => EarlyCloseReport;
    /// Premiums of many liquidation covers at once under geometric Brownian motion, in whole minor units, each term to the last digit of
    /// `insurance.quote`.
    by_row columns quote_batch: QuoteBatchParams, QuoteRow => QuoteTable;
    /// The risk index of nine declared factors from 0 to 100, with what each contributes: a scorecard, no probability, no part of a
    /// premium.
    document risk_index: RiskIndexRequest => RiskIndex;
}
