// Runs a program that was compiled for wasm32-wasip1 as if it were a program of this machine.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [program, ...words] = process.argv.slice(2);
const preopens = { "/": "/", ".": "." };
// When the program says that it ends, so does this one, at once. Node.js 20.20 breaks down (a
// segmentation fault in its own code) in what it does after a long run, if it does anything.
const options = { version: "preview1", returnOnExit: false };
const wasi = new WASI({ ...options, args: [program, ...words], preopens });
const module = await WebAssembly.compile(await readFile(program));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
