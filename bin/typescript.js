const Module = require('node:module');
const { existsSync } = require('node:fs');
const { dirname, join, sep } = require('node:path');

/*
 * Runs TypeScript through tsx and leaves packages to Node: tsx would first parse every file of node_modules for ES-module
 * syntax, which takes longer than running it (docs/adr/0007).
 */
const folder = `${sep}node_modules${sep}`;
const inPackage = (file) => typeof file === 'string' && file.includes(folder);

const resolve = Module._resolveFilename;
const load = Module._extensions['.js'];
require('tsx/cjs');
const resolveWithTsx = Module._resolveFilename;
const loadWithTsx = Module._extensions['.js'];

/** The TypeScript file that another one of this tree imports; tsx tries ten names for each. */
function nextTo(request, parent) {
  if (!request.startsWith('.') || !parent?.filename?.endsWith('.ts')) return undefined;
  const path = join(dirname(parent.filename), request);
  return [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(file));
}

Module._resolveFilename = (request, parent, ...rest) =>
  inPackage(parent?.filename)
    ? resolve(request, parent, ...rest)
    : (nextTo(request, parent) ?? resolveWithTsx(request, parent, ...rest));
Module._extensions['.js'] = (module, file) => (inPackage(file) ? load : loadWithTsx)(module, file);
