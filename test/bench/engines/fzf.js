// @ts-check
import { isRunnable, openProgram, runProgram } from "../engine.js";

/** @type {import("../engine.js").Engine} */
export const engine = {
  name: "fzf --filter",
  isProcess: true,
  isInstalled: () => isRunnable("fzf"),
  open: openProgram((query, file) => runProgram("fzf", ["--delimiter=\t", "--nth=2..", `--filter=${query}`], file)),
};
