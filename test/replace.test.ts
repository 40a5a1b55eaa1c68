import { lstat, mkdir, mkdtemp, readFile, readdir, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { replaceFile } from "../src/corpus/replace.ts";

describe("replaceFile", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "dixit-replace-"));
  });

  it("replaces a content and leaves nothing beside it", async () => {
    const path = join(folder, "results.json");
    await replaceFile(path, "[]");
    await replaceFile(path, '["é"]');
    expect(await readFile(path, "utf8")).toBe('["é"]');
    expect(await readdir(folder)).toEqual(["results.json"]);
  });

  it("replaces what a link leads to, and keeps the link", async () => {
    await writeFile(join(folder, "real"), "old");
    await symlink(join(folder, "real"), join(folder, "link"));
    await replaceFile(join(folder, "link"), "new");
    expect(await readFile(join(folder, "real"), "utf8")).toBe("new");
    expect((await lstat(join(folder, "link"))).isSymbolicLink()).toBe(true);
  });

  it("makes what links lead to where there is nothing yet", async () => {
    await mkdir(join(folder, "below"));
    await symlink("below/second", join(folder, "first"));
    await symlink("../real", join(folder, "below/second"));
    await replaceFile(join(folder, "first"), "new");
    expect(await readFile(join(folder, "real"), "utf8")).toBe("new");
    expect((await lstat(join(folder, "first"))).isSymbolicLink()).toBe(true);
    expect((await lstat(join(folder, "below/second"))).isSymbolicLink()).toBe(true);
  });

  it("fails at links that go round in a circle", async () => {
    await symlink("second", join(folder, "first"));
    await symlink("first", join(folder, "second"));
    await expect(replaceFile(join(folder, "first"), "")).rejects.toThrow("ELOOP");
    expect((await readdir(folder)).sort()).toEqual(["first", "second"]);
  });

  it("writes to a device without replacing it", async () => {
    await replaceFile("/dev/null", "gone");
    expect((await lstat("/dev/null")).isCharacterDevice()).toBe(true);
  });

  it("fails when the folder is missing", async () => {
    await expect(replaceFile(join(folder, "missing", "file"), "")).rejects.toThrow("ENOENT");
  });
});
