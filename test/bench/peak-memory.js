// @ts-check
// Loaded before a program (`node --import`), leaves its peak memory in the file that DIXIT_BENCH_MEMORY names.
import { writeFileSync } from "node:fs";

import { readPeakMemory } from "./memory.js";

const file = process.env["DIXIT_BENCH_MEMORY"];
if (file !== undefined) process.on("exit", () => writeFileSync(file, String(readPeakMemory())));
