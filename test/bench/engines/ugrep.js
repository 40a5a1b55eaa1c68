// @ts-check
import { isRunnable, openProgram, runProgram } from "../engine.js";

/** @type {import("../engine.js").Engine} */
export const engine = {
  name: "ugrep -iF -Zbest3",
  isProcess: true,
  isSlow: true,
  isInstalled: () => isRunnable("ugrep"),
  open: openProgram((query, file) => runProgram("ugrep", ["-iFh", "-Zbest3", "-e", query, file])),
};
