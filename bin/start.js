const { existsSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

/**
 * Starts a program of the kit: its TypeScript in a clone, so that no forgotten build runs; what the build made of it in
 * a package, which holds no TypeScript. A platform's config is TypeScript in both, and tsx is loaded when it is read.
 */
exports.start = (name) => {
  // From Node 22 on, what V8 made of packages is kept for the next start, in the folder for temporary files.
  Module.enableCompileCache?.();
  const source = join(__dirname, `${name}.ts`);
  if (!existsSync(source)) {
    typeScriptBy(() => false);
    return require(join(__dirname, '..', 'dist', 'bin', `${name}.js`));
  }
  if (process.env.LLMOPS_COMPILED === 'off') {
    require('./typescript.js');
  } else {
    const { runCompiled } = require('./clone/compiled.js');
    typeScriptBy(runCompiled(name));
  }
  return require(source);
};

const typeScript = ['.ts', '.mts', '.cts'];

/** Runs TypeScript by a function, and by tsx what it returns false for. */
function typeScriptBy(run) {
  for (const extension of typeScript)
    Module._extensions[extension] = (module, file) => {
      if (run(module, file)) return;
      loadTsx(run);
      (Module._extensions[extension] ?? Module._extensions['.js'])(module, file);
    };
}

/** tsx reads other TypeScript as it reads JavaScript, and finds no function in its way. */
function loadTsx(run) {
  for (const extension of typeScript) delete Module._extensions[extension];
  require('./typescript.js');
  const withTsx = Module._extensions['.ts'];
  Module._extensions['.ts'] = (module, file) => {
    if (!run(module, file)) withTsx(module, file);
  };
}
