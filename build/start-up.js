// @ts-check
/**
 * What packages do at each start that dixit has no use for, left out. Figures are of Node 20 on two cores, where the
 * bare runtime takes 60 ms.
 */

/** Texts of European letters and signs, each a column wide; as in src/render/width.ts. */
const NARROW = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2013-\u2026\u2500-\u257f]*$/;

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

/**
 * Measuring the width of a text as the packages do, but of European letters and signs by the short way that they have for
 * ASCII, and with what the others need - a segmenter (13 ms) and a pattern of all emoji (20 ms on Node 24) - made when they
 * need it. Each of these is looked for in the packages' code; one that is not there fails the build.
 *
 * @type {Record<string, [string, string][]>}
 */
const WIDTH_PATCHES = {
  "string-width": [
    ["= new Intl.Segmenter()", "= { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };\nlet made"],
    [
      "= /^\\p{RGI_Emoji}$/v",
      "= { test: (text) => (emoji ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text) };\nlet emoji",
    ],
    ["/^[\\u0020-\\u007E]*$/", String(NARROW)],
  ],
  "wrap-ansi": [
    ["= new Intl.Segmenter()", "= { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };\nlet made"],
    ["ASCII_PRINTABLE_REGEX = /^[ -~]*$/", `ASCII_PRINTABLE_REGEX = ${String(NARROW)}`],
  ],
};

/**
 * @param {string} code
 * @param {string} id
 */
function patchWidth(code, id) {
  const name = id.includes("string-width") ? "string-width" : "wrap-ansi";
  for (const [found, replacement] of WIDTH_PATCHES[name] ?? []) {
    if (!code.includes(found)) throw new Error(`${name} no longer has ${found}`);
    code = code.replace(found, () => replacement);
  }
  return code;
}

/** @type {import("rolldown").Plugin} */
export const shortenStartUp = {
  name: "shorten-start-up",
  resolveId: {
    filter: { id: /^((node:)?child_process|string-width|@neon-rs\/load)$/ },
    handler: (id, importer = "") => (REPLACEMENTS[id]?.importers.test(importer) ? `${REPLACED}${id}` : undefined),
  },
  transform: {
    filter: { id: /[\\/]node_modules[\\/](string-width|wrap-ansi)[\\/]index\.js$/ },
    handler: patchWidth,
  },
  load: { filter: { id: /^\0replaced:/ }, handler: (id) => REPLACEMENTS[id.slice(REPLACED.length)]?.code },
};
