// Runs a program that was compiled for wasm32-wasip1 as if it were a program of this machine.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [program, ...words] = process.argv.slice(2);
const preopens = { "/": "/", ".": "." };
const wasi = new WASI({ version: "preview1", args: [program, ...words], preopens });
const module = await WebAssembly.compile(await readFile(program));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
