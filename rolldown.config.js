// @ts-check
import { realpathSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { relative } from "node:path";

import { defineConfig } from "rolldown";

import { shortenStartUp } from "./build/start-up.js";
import { collectLicenses } from "./build/third-party-licenses.js";

/**
 * Writes the JSON Schemas that the package exports.
 *
 * @type {import("rolldown").Plugin}
 */
const writeSchemas = {
  name: "write-schemas",
  async writeBundle() {
    const library = new URL("dist/index.js", import.meta.url).href;
    const { buildCorpusSchema, buildDiagnosticSchema, buildRecordSchema } = await import(library);
    const schemas = { corpus: buildCorpusSchema(), record: buildRecordSchema(), diagnostic: buildDiagnosticSchema() };
    await mkdir("dist/schema", { recursive: true });
    for (const [name, schema] of Object.entries(schemas)) {
      await writeFile(`dist/schema/${name}.json`, `${JSON.stringify(schema, undefined, 2)}\n`);
    }
  },
};

/**
 * What a search in a compiled corpus runs through: with all that they import in one file, since each file costs half a
 * millisecond, and more where two import one another.
 */
const WARM_SEARCH = new Set(
  [
    "src/cli.ts",
    "node_modules/env-paths/index.js",
    "src/commands/search.ts",
    "src/store/cache.ts",
    "src/store/near-terms.ts",
    "src/search/search.ts",
    "src/render/records.ts",
    "src/render/json.ts",
  ].map((file) => realpathSync(file)),
);

/**
 * The name of a chunk: the source file that it stands for, or, of a package, what rolldown makes of it.
 *
 * @param {import("rolldown").PreRenderedChunk} chunk
 */
function nameChunk({ name, facadeModuleId, moduleIds }) {
  const path = relative("src", facadeModuleId ?? moduleIds.at(-1) ?? "").replaceAll("\\", "/");
  return name === "warm-search" || !path.endsWith(".ts") || path.startsWith("..") ? name : path.slice(0, -3);
}

const licenses = collectLicenses("THIRD-PARTY-LICENSES.txt");

export default defineConfig([
  {
    // The program is CommonJS: without the loader of ES modules it starts 6 to 8 ms sooner (Node 20 and 24).
    input: { cli: "src/cli.ts" },
    platform: "node",
    plugins: [shortenStartUp, licenses],
    checks: { ineffectiveDynamicImport: false },
    output: {
      dir: "dist",
      format: "cjs",
      cleanDir: true,
      comments: false,
      dynamicImportInCjs: false,
      entryFileNames: "[name].cjs",
      chunkFileNames: (chunk) => `chunks/${nameChunk(chunk)}.cjs`,
      codeSplitting: { groups: [{ name: "warm-search", test: (id) => WARM_SEARCH.has(id) }] },
    },
  },
  {
    input: { index: "src/index.ts" },
    platform: "node",
    plugins: [shortenStartUp, licenses, writeSchemas],
    checks: { ineffectiveDynamicImport: false },
    output: {
      dir: "dist",
      format: "es",
      comments: false,
      chunkFileNames: (chunk) => `library/${nameChunk(chunk)}.js`,
    },
  },
]);
