// @ts-check
// `npm run bench -- --help` tells what it does.
import { HELP, parseOptions, PARTS } from "./options.js";
import { installPackages } from "./packages.js";

const options = parseOptions(process.argv.slice(2));
const unknown = options.parts.find((part) => !PARTS.includes(part));
const parts = options.parts.length > 0 ? options.parts : PARTS;

if (options.help || unknown !== undefined) {
  console.log(HELP);
  process.exitCode = options.help ? 0 : 2;
} else {
  installPackages();
  if (parts.includes("search")) await (await import("./search.js")).measureSearch(options);
  if (parts.includes("claims")) await (await import("./claims.js")).measureClaims(options);
  if (parts.includes("names")) await (await import("./names.js")).measureNames(options);
  if (parts.includes("processes")) await (await import("./processes.js")).measureProcesses(options);
}
