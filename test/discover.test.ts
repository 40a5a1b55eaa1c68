import { mkdir, mkdtemp, realpath, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { discoverFiles } from "../src/corpus/discover.ts";
import { UserError } from "../src/diagnostic.ts";

describe("discoverFiles", () => {
  let root: string;
  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), "dixit-discover-")));
  });

  async function write(...names: string[]): Promise<void> {
    for (const name of names) {
      await mkdir(join(root, name, ".."), { recursive: true });
      await writeFile(join(root, name), "");
    }
  }

  async function discover(...names: string[]): Promise<string[]> {
    const files = await discoverFiles(names.map((name) => join(root, name)));
    return files.map(({ path, format }) => `${relative(root, path)} ${format}`);
  }

  it("walks folders in the order of their names", async () => {
    await write(
      "b.yml",
      "a/z.yaml",
      "a/B.JSON",
      "c.ndjson",
      "c.jsonl",
      "notes.md",
      ".hidden.yaml",
      ".git/x.yaml",
      "node_modules/x.yaml",
    );
    const found = ["a/B.JSON json", "a/z.yaml yaml", "b.yml yaml", "c.jsonl jsonl", "c.ndjson jsonl"];
    expect(await discover(".")).toEqual(found);
  });

  it("gives each file once, however it is reached", async () => {
    await write("a/one.yaml", "b/two.yaml");
    await symlink("../a", join(root, "b/link"));
    await symlink("one.yaml", join(root, "a/same.yaml"));
    expect(await discover("b", "a", "a/one.yaml")).toEqual(["b/link/one.yaml yaml", "b/two.yaml yaml"]);
  });

  it("survives links that go round in a circle", async () => {
    await write("a/one.yaml");
    await symlink("..", join(root, "a/up"));
    await symlink("self.yaml", join(root, "a/self.yaml"));
    expect(await discover(".")).toEqual(["a/one.yaml yaml", "a/self.yaml yaml"]);
  });

  it("takes a hidden file that is named, and a link that leads nowhere", async () => {
    await write("x/.one.yaml");
    await symlink("nowhere", join(root, "x/gone.yaml"));
    expect(await discover("x/.one.yaml", "x")).toEqual(["x/.one.yaml yaml", "x/gone.yaml yaml"]);
  });

  it.each([
    ["missing", /^no such file or folder: /],
    ["missing.yaml/x", /^no such file or folder: /],
    ["empty", /^no corpus files in /],
    ["notes.md", /^not a corpus file: /],
    ["self.yaml", /^cannot read .*: its links go round in a circle$/],
  ])("cannot take %s", async (name, message) => {
    await write("notes.md", "empty/readme.txt", "missing.yaml");
    await symlink("self.yaml", join(root, "self.yaml"));
    await expect(discover(name)).rejects.toThrow(UserError);
    await expect(discover(name)).rejects.toThrow(message);
  });

  it("does not wait for a device", async () => {
    await symlink("/dev/zero", join(root, "zero.yaml"));
    await expect(discover("zero.yaml")).rejects.toThrow("not a regular file");
    await expect(discover(".")).rejects.toThrow("no corpus files");
  });
});
