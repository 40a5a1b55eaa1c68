#!/usr/bin/env node
// @ts-check
// CommonJS for a faster start, and in words that an old Node can parse, to be told that it is too old.
"use strict";

var version = process.versions.node.split(".");
if (Number(version[0]) < 20 || (Number(version[0]) === 20 && Number(version[1]) < 19)) {
  process.stderr.write("dixit: Node.js 20.19 or later is needed; this is " + process.version + "\n");
  process.exitCode = 2;
} else {
  keepCompiledCode();
  leaveOutSqliteWarning();
  // In a variable, so that the types are the source's, and there before the build.
  var entry = "../dist/cli.cjs";
  /** @type {typeof import("../src/cli.ts")} */
  var cli = require(entry);
  Promise.resolve(cli.createIo(process, require("node:path").join(__dirname, "../data")))
    .then(function (io) {
      return cli.run(process.argv, io);
    })
    .then(
      function (code) {
        process.exitCode = code;
      },
      function (error) {
        console.error(error);
        process.exitCode = 2;
      },
    );
}

/** Has Node (22.8 and later) keep the compiled code in the user's cache folder: a tenth of a warm search's time. */
function keepCompiledCode() {
  /** @type {{ builtinModules: readonly string[]; enableCompileCache?: (folder: string) => unknown }} */
  var module = require("node:module");
  var path = require("node:path");
  var env = process.env;
  var cache = env["XDG_CACHE_HOME"] || env["LOCALAPPDATA"] || path.join(env["HOME"] || "", ".cache");
  if (module.enableCompileCache && path.isAbsolute(cache)) module.enableCompileCache(path.join(cache, "dixit", "v8"));
}

/** Node 22 and 24 warn at each start that their SQLite is experimental, which a user can do nothing about. */
function leaveOutSqliteWarning() {
  process.emitWarning = new Proxy(process.emitWarning, {
    apply: function (emitWarning, self, words) {
      return String(words[0]).startsWith("SQLite is an exp") ? undefined : Reflect.apply(emitWarning, self, words);
    },
  });
}
