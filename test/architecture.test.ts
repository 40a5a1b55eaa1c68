import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";

/** Who may import whom, by folder or lone file of src/; everybody may import the lowest. */
const MAY_IMPORT: Record<string, string[]> = {
  "rules.ts": [],
  "diagnostic.ts": [],
  text: [],
  corpus: [],
  store: ["corpus"],
  search: ["corpus", "store"],
  check: ["corpus", "store", "search"],
  render: [],
  cli: ["corpus", "store", "search", "check", "render"],
  commands: ["corpus", "store", "search", "check", "render", "cli"],
  "cli.ts": ["render", "cli"],
  "index.ts": ["corpus", "store", "search", "check", "render"],
};
const LOWEST = ["text", "rules.ts", "diagnostic.ts"];
/** Types alone bind nothing at run time. */
const MAY_IMPORT_TYPES_OF: Record<string, string[]> = { render: ["corpus"] };
const MAY_READ_FILES = new Set(["corpus", "store", "cli", "commands", "cli.ts"]);
/** Packages that two files import, each for a use of its own. */
const SHARED_PACKAGES: Record<string, string[]> = { yaml: ["src/corpus/syntax.ts", "src/render/yaml.ts"] };

interface Import {
  from: string;
  to: string;
  isType: boolean;
  isDynamic: boolean;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ path: join("src", name).replaceAll("\\", "/"), code: readFileSync(join("src", name), "utf8") }));
const imports = files.flatMap(({ path, code }) => findImports(path, code));
const own = imports.filter(({ to }) => to.startsWith("src/"));

function findImports(from: string, code: string): Import[] {
  const fixed = code.matchAll(/^(?:import|export) (type )?[^;"=]* from "([^"]+)"/gm);
  const dynamic = code.matchAll(/\bimport\("([^"]+)"\)/g);
  const resolve = (to = ""): string => (to.startsWith(".") ? posix.join(posix.dirname(from), to) : to);
  return [
    ...Array.from(fixed, ([, type, to]) => ({ from, to: resolve(to), isType: type !== undefined, isDynamic: false })),
    ...Array.from(dynamic, ([, to]) => ({ from, to: resolve(to), isType: false, isDynamic: true })),
  ];
}

/** `src/store/cache.ts` is of `store`, `src/cli.ts` of `cli.ts`. */
function layerOf(path: string): string {
  return path.split("/")[1] ?? path;
}

function describe(found: Import[]): string[] {
  return found.map(({ from, to }) => `${from} must not import ${to}`);
}

test("files are of a layer that is known", () => {
  expect(files.map(({ path }) => path).filter((path) => !(layerOf(path) in MAY_IMPORT))).toEqual([]);
});

test("layers import downwards only", () => {
  const upward = own.filter(({ from, to, isType, isDynamic }) => {
    const [layer, imported] = [layerOf(from), layerOf(to)];
    const allowed = [layer, ...LOWEST, ...(MAY_IMPORT[layer] ?? []), ...((isType && MAY_IMPORT_TYPES_OF[layer]) || [])];
    return !allowed.includes(imported) && !(layer === "cli.ts" && imported === "commands" && isDynamic);
  });
  expect(describe(upward)).toEqual([]);
});

test("commands do not import each other", () => {
  expect(describe(own.filter(({ from, to }) => layerOf(from) === "commands" && layerOf(to) === "commands"))).toEqual(
    [],
  );
});

test("files are read in the layers that read files", () => {
  const readers = imports.filter(({ to, isType }) => /^node:fs\b/.test(to) && !isType);
  expect(describe(readers.filter(({ from }) => !MAY_READ_FILES.has(layerOf(from))))).toEqual([]);
});

test("process is used at the entry alone", () => {
  const users = files.filter(({ code }) => /\bprocess\.|"(node:)?process"/.test(code.replaceAll(/\/\*[^]*?\*\//g, "")));
  expect(users.map(({ path }) => path).filter((path) => path !== "src/cli/process-io.ts")).toEqual([]);
});

test("each package is imported by one file", () => {
  const importers: Record<string, string[]> = {};
  for (const { from, to, isType } of imports) {
    if (isType || to.startsWith("src/") || to.startsWith("node:") || to.endsWith("package.json")) continue;
    const name = to.split("/", to.startsWith("@") ? 2 : 1).join("/");
    importers[name] = [...new Set([...(importers[name] ?? []), from])];
  }
  const shared = Object.entries(importers).filter(([, paths]) => paths.length > 1);
  expect(Object.fromEntries(shared)).toEqual(SHARED_PACKAGES);
});
