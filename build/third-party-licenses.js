// @ts-check
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * A rolldown plugin that writes, beside the bundles it is given to, the licence of each package that went into them.
 *
 * @param {string} fileName where to, inside the output folder
 * @returns {import("rolldown").Plugin}
 */
export function collectLicenses(fileName) {
  /** @type {Set<string>} */
  const folders = new Set();
  return {
    name: "third-party-licenses",
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const id of chunk.moduleIds) {
          const folder = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1];
          if (folder !== undefined) folders.add(folder);
        }
      }
      const texts = await Promise.all(Array.from(folders, readLicense));
      this.emitFile({ type: "asset", fileName, source: texts.sort().join(`\n${"-".repeat(80)}\n\n`) });
    },
  };
}

/**
 * @param {string} folder of an installed package
 */
async function readLicense(folder) {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? `License: ${manifest.license}` : await readFile(join(folder, file), "utf8");
  return `${manifest.name} ${manifest.version}\n\n${text.trim()}\n`;
}
