// @ts-check
import { buildFts5 } from "../engine.js";

export const engine = buildFts5("SQLite FTS5, bm25, Porter stems", "porter unicode61 remove_diacritics 2");
