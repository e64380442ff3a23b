import rooms from './rooms.json' with { type: 'json' };

/*
 * One table (rooms.json) says who may import whom; this turns it into lint rules and test/rooms.test.ts walks the same
 * table over every import of the tree, so a room that escapes its files pattern is still caught.
 */
const anyRoom = Object.keys(rooms.rooms);

/** Import paths that reach a room from anywhere in the tree. */
function roomPattern(room) {
  return `(^|/)${room.replace('/', '\\/')}(\\/|$)`;
}

function patternsFor(name, room) {
  const patterns = [];
  for (const other of anyRoom) {
    if (other === name || room.values.includes(other) || room.values.includes('*')) continue;
    const last = other.split('/').slice(-1)[0];
    const relative =
      other.startsWith('lib/') && name.startsWith('lib/') ? `^\\.\\./${last}(\\/|$)` : roomPattern(other);
    patterns.push({
      regex: relative,
      message: `${name} may not import ${other}: see the import table in lint/rooms.json`,
      allowTypeImports: room.types.includes(other),
    });
  }
  for (const [group, regex] of Object.entries(rooms.packages)) {
    if (room.packages.includes(group)) continue;
    patterns.push({ regex, message: `${name} may not import ${group}: see the import table in lint/rooms.json` });
  }
  return patterns;
}

const impure = [{ name: 'process', message: 'read the environment in bin and pass the value' }];
const impureProperties = [
  { object: 'Date', property: 'now', message: 'the clock is an argument: same input, same bytes' },
  { object: 'Math', property: 'random', message: 'randomness is an argument: same input, same bytes' },
];

export const importRules = Object.entries(rooms.rooms).map(([name, room]) => ({
  files: [`${name}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: patternsFor(name, room) }],
    ...(room.packages.includes('io')
      ? {}
      : { 'no-restricted-globals': ['error', ...impure], 'no-restricted-properties': ['error', ...impureProperties] }),
  },
}));
