const { createHash } = require('node:crypto');
const { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, relative, resolve, sep } = require('node:path');
const { Script } = require('node:vm');

/*
 * Keeps the TypeScript of this clone as JavaScript in one file, `out/compiled/kit.js`, with what V8 made of it for each
 * program beside it: a start reads one file and compiles nothing, instead of asking tsx about a thousand (docs/adr/0007).
 *
 * Each file is compared with its time and size when it is loaded, and after a change all are made anew. Where the folder
 * cannot be written everything works without it, through tsx. A stack trace names lines of kit.js, where a comment over
 * each file has its path; with LLMOPS_COMPILED=off it names those of the TypeScript.
 */
const root = join(__dirname, '../..');
const folder = join(root, 'out/compiled');
const rooms = ['bin', 'lib', 'constructs', 'stacks', 'testing'].map((room) => join(root, room) + sep);

/**
 * @param program - name of the program, for what V8 made of the code that it runs
 * @returns a function that runs a file of the clone as its module. It returns false for other files, and without a cache
 */
exports.runCompiled = (program) => {
  let kit = read(program);
  let made = false;
  const stamps = new Map();
  const stampNow = (file) => {
    if (!stamps.has(file)) stamps.set(file, stampOf(file));
    return stamps.get(file);
  };
  findInKit((file) => kit?.has(file) === true && stampNow(file) !== undefined);
  return (module, file) => {
    if (!rooms.some((room) => file.startsWith(room))) return false;
    if (!made && kit?.get(file)?.stamp !== stampNow(file)) {
      made = true;
      kit = make(program);
    }
    const code = kit?.get(file)?.code;
    if (code === undefined) return false;
    code(module.exports, Module.createRequire(file), module, file, dirname(file));
    return true;
  };
};

/** Node asks the disk for every name that an import without an extension may mean. */
function findInKit(isFile) {
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = (request, parent, ...rest) => {
    if (request.startsWith('.') && parent?.filename?.endsWith('.ts')) {
      const path = resolve(dirname(parent.filename), request);
      const file = [`${path}.ts`, join(path, 'index.ts')].find(isFile);
      if (file !== undefined) return file;
    }
    return resolveFilename(request, parent, ...rest);
  };
}

/** Changes with the content of a file. Undefined where there is no file. */
function stampOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.mtimeMs}:${found.size}`;
}

/** What was kept, or undefined. */
function read(program) {
  try {
    return run(readFileSync(join(folder, 'kit.js'), 'latin1'), program);
  } catch {
    return undefined;
  }
}

/** Code and stamp of each file by its path. What V8 makes of the code is kept when the program ends. */
function run(text, program) {
  const id = text.slice('// '.length, text.indexOf('\n'));
  // Two versions of Node in turn would refuse and replace each other's.
  const kept = join(folder, `${program}-${process.version}.v8`);
  const cachedData = readKept(kept, id);
  const script = new Script(text, { filename: join(folder, 'kit.js'), cachedData });
  if (cachedData === undefined || script.cachedDataRejected === true)
    process.once('exit', () => {
      write(kept, Buffer.concat([Buffer.from(id), script.createCachedData()]));
    });
  const table = script.runInThisContext();
  return new Map(Object.entries(table).map(([path, [stamp, code]]) => [join(root, path), { stamp, code }]));
}

/** V8 compares the length of a text only, so that an id says whether this is of another one. */
function readKept(file, id) {
  try {
    const kept = readFileSync(file);
    return kept.subarray(0, id.length).toString() === id ? kept.subarray(id.length) : undefined;
  } catch {
    return undefined;
  }
}

/** Makes JavaScript of all files of the clone. Undefined where one of them has an error, which tsx then reports. */
function make(program) {
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(room, name)),
  );
  const stamps = new Map(files.map((file) => [file, stampOf(file)]));
  try {
    const { outputFiles } = require('esbuild').buildSync({
      entryPoints: files,
      outdir: folder,
      outbase: root,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      // A script cannot import on demand; what the kit loads so can be required.
      supported: { 'dynamic-import': false },
      write: false,
      logLevel: 'silent',
    });
    const entries = outputFiles.map(({ path, text }) => {
      const file = relative(folder, path).replace(/\.js$/, '.ts');
      const stamp = JSON.stringify(stamps.get(join(root, file)));
      return `// ${file}\n${JSON.stringify(file)}: [${stamp}, function (exports, require, module, __filename, __dirname) {${text}\n}],\n`;
    });
    const table = `({\n${entries.join('')}})`;
    const text = `// ${createHash('sha1').update(table).digest('hex')}\n${table}`;
    write(join(folder, 'kit.js'), text);
    return run(text, program);
  } catch {
    return undefined;
  }
}

/** Writes a file whole or not at all, beside other programs that write it. Without it the next start is slower. */
function write(file, data) {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, data);
    renameSync(draft, file);
  } catch {
    // The folder cannot be written.
  }
}
