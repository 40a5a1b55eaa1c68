// @ts-check
/**
 * What packages do at each start that dixit has no use for, left out. Figures are of Node 20 on two cores, where the
 * bare runtime takes 60 ms.
 */

/** Loads `node:child_process` when it is called for, and not before: 3 ms that commander and detect-libc never use. */
const LAZY_CHILD_PROCESS = `
  for (const name of ["execFileSync", "exec", "execSync", "spawn"]) {
    exports[name] = (...words) => process.getBuiltinModule("node:child_process")[name](...words);
  }`;

/**
 * The name of libsql's native package for this machine, without the diagnostic report of the whole process (5 ms) that
 * the original asks which C library there is: detect-libc reads that in a file.
 */
const NATIVE_TARGET = `
  const { familySync, MUSL } = require("detect-libc");
  exports.currentTarget = () => {
    const { platform, arch } = process;
    if (platform === "win32") return "win32-" + arch + "-msvc";
    if (platform !== "linux") return platform + "-" + arch;
    if (arch === "arm") return "linux-arm-gnueabihf";
    return "linux-" + arch + (familySync() === MUSL ? "-musl" : "-gnu");
  };`;

/** The width of cells that hold nothing but placeholders, without the 10 ms that a pattern of all emoji takes. */
const PLACEHOLDER_WIDTH = `module.exports = (text) => text.length;`;

const REPLACED = "\0replaced:";

/** @type {Record<string, { importers: RegExp; code: string }>} */
const REPLACEMENTS = {
  "node:child_process": { importers: /[\\/]node_modules[\\/]commander[\\/]/, code: LAZY_CHILD_PROCESS },
  child_process: { importers: /[\\/]node_modules[\\/]detect-libc[\\/]/, code: LAZY_CHILD_PROCESS },
  "string-width": { importers: /[\\/]node_modules[\\/]cli-table3[\\/]/, code: PLACEHOLDER_WIDTH },
  "@neon-rs/load": { importers: /[\\/]node_modules[\\/]libsql[\\/]/, code: NATIVE_TARGET },
};

/** Makes a segmenter of characters when it is asked for one, and not before: 13 ms that words in Latin script never need. */
const LAZY_SEGMENTER = `{
  segment(text) {
    this.made ??= new Intl.Segmenter();
    return this.made.segment(text);
  },
}`;

/** @type {import("rolldown").Plugin} */
export const shortenStartUp = {
  name: "shorten-start-up",
  resolveId: {
    filter: { id: /^((node:)?child_process|string-width|@neon-rs\/load)$/ },
    handler: (id, importer = "") => (REPLACEMENTS[id]?.importers.test(importer) ? `${REPLACED}${id}` : undefined),
  },
  transform: {
    filter: { id: /[\\/]node_modules[\\/](string-width|wrap-ansi)[\\/]index\.js$/ },
    handler: (code) => code.replace("= new Intl.Segmenter()", `= ${LAZY_SEGMENTER}`),
  },
  load: { filter: { id: /^\0replaced:/ }, handler: (id) => REPLACEMENTS[id.slice(REPLACED.length)]?.code },
};
