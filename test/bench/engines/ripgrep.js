// @ts-check
import { HITS, isRunnable, openProgram, runProgram } from "../engine.js";

/** @type {import("../engine.js").Engine} */
export const engine = {
  name: "ripgrep -iF",
  isProcess: true,
  isInstalled: () => isRunnable("rg"),
  open: openProgram((query, file) => runProgram("rg", ["--no-config", "-iF", "-m", String(HITS), "-e", query, file])),
};
