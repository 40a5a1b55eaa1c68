import manifest from "../../package.json" with { type: "json" };

/** The version of dixit. */
export const VERSION: string = manifest.version;
