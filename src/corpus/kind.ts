/** The closed sets of the corpus format, apart from the schema because every command line needs them. */

/** The kinds of records. */
export const KINDS = ["quote", "fact"] as const;
/** A kind of record. */
export type Kind = (typeof KINDS)[number];
/** How well a quote may be attested. */
export const QUOTE_STATUSES = ["verified", "reported", "disputed", "misattributed"] as const;
/** How well a quote is attested. */
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];
/** How well a fact may be attested. */
export const FACT_STATUSES = ["reported", "claimed", "confirmed", "disputed", "refuted"] as const;
/** How well a fact is attested. */
export type FactStatus = (typeof FACT_STATUSES)[number];
