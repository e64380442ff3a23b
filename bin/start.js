const { existsSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Starts a program of the kit: its TypeScript in a clone, so that no forgotten build runs; what the build made of it in
 * a package, which holds no TypeScript. A platform's config is TypeScript in both.
 */
exports.start = (name) => {
  require('./typescript.js');
  const source = join(__dirname, `${name}.ts`);
  return require(existsSync(source) ? source : join(__dirname, '..', 'dist', 'bin', `${name}.js`));
};
