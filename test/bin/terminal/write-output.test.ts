import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeOutputFolder, writeOutput } from '../../../bin/terminal/write-output';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'llmops-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function output(name: string) {
  return { option: '--out', file: join(folder, name), example: 'graph.json' };
}

test('creates the folders on the way, and replaces a file that is there', () => {
  expect(writeOutput(output('a/b/graph.json'), 'first')).toEqual([]);
  expect(writeOutput(output('a/b/graph.json'), 'second')).toEqual([]);
  expect(readFileSync(join(folder, 'a/b/graph.json'), 'utf8')).toBe('second');
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['graph.json']);
});

test('writes through a symbolic link', () => {
  writeFileSync(join(folder, 'target'), 'before');
  symlinkSync(join(folder, 'target'), join(folder, 'link'));
  expect(writeOutput(output('link'), 'after')).toEqual([]);
  expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('after');
});

test('a device is written to and stays a device', () => {
  expect(writeOutput({ ...output('x'), file: '/dev/null' }, 'gone')).toEqual([]);
  expect(readFileSync('/dev/null', 'utf8')).toBe('');
});

test('a folder in the place of the file is an issue with the name of a file in it', () => {
  mkdirSync(join(folder, 'graph'));
  expect(writeOutput(output('graph'), 'text')).toEqual([
    {
      code: 'OutputUnwritable',
      path: '--out',
      message: 'the output is a folder',
      got: join(folder, 'graph'),
      expected: 'a location that can be written to',
      fix: `name a file in it: ${join(folder, 'graph/graph.json')}`,
    },
  ]);
});

test.each(['plain/graph.json', 'plain/deeper/graph.json'])('a file on the way to %s is an issue and stays', (name) => {
  writeFileSync(join(folder, 'plain'), 'kept');
  expect(writeOutput(output(name), 'text')).toEqual([
    expect.objectContaining({ code: 'OutputUnwritable', message: 'a file is where a folder is needed' }),
  ]);
  expect(makeOutputFolder(output('plain'))).toEqual([
    expect.objectContaining({ code: 'OutputUnwritable', message: 'a file is where a folder is needed' }),
  ]);
  expect(readFileSync(join(folder, 'plain'), 'utf8')).toBe('kept');
  expect(readdirSync(folder)).toEqual(['plain']);
});
