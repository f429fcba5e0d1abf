//! Days of cash, runway, sale sizes, dated liabilities and loans.
