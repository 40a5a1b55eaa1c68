// @ts-check
// `node load-yaml.js FILE`: what a process takes that reads a file of YAML and does nothing with it.
import { readFileSync } from "node:fs";

import { loadPackage } from "./packages.js";

const { load } = await loadPackage("js-yaml");
load(readFileSync(process.argv[2] ?? "", "utf8"));
