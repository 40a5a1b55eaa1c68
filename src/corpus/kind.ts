/** The closed sets of the corpus format, apart from the schema because every command line needs them. */
export const KINDS = ["quote", "fact"] as const;
export type Kind = (typeof KINDS)[number];
export const QUOTE_STATUSES = ["verified", "reported", "disputed", "misattributed"] as const;
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];
export const FACT_STATUSES = ["reported", "claimed", "confirmed", "disputed", "refuted"] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];
