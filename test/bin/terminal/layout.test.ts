import fc from 'fast-check';
import { columns, hanging, sideBySide, wrap } from '../../../bin/terminal/layout';

const text = fc.string({
  minLength: 0,
  maxLength: 200,
  unit: fc.constantFrom('a', 'b', '%', '1', '-', '/', ' ', '\n'),
});
const width = fc.integer({ min: 1, max: 40 });

test('no wrapped line is longer than its width, and no character but blanks is lost', () => {
  fc.assert(
    fc.property(text, width, (words, columns) => {
      const lines = wrap(words, columns);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(/[ \n]/g, ''));
    }),
  );
});

test('a number stays with its unit when there is room', () => {
  expect(wrap('it costs 19 % more', 12)).toEqual(['it costs', '19 % more']);
  expect(wrap('a first token within 80 ms', 25)).toEqual(['a first token within', '80 ms']);
});

test('a path longer than a line is broken after a separator', () => {
  expect(wrap('s3://bucket/models/qwen', 20)).toEqual(['s3://bucket/models/', 'qwen']);
});

test('a hanging text keeps its indent and its width', () => {
  expect(hanging(' 1. ', 'one two three', 11)).toEqual([' 1. one two', '    three']);
});

test('cells of different height stand side by side in their columns', () => {
  expect(
    sideBySide(
      [
        { lines: ['a'], width: 3 },
        { lines: ['one', 'two'], width: 4 },
        { lines: ['$9'], width: 4, align: 'right' },
      ],
      1,
    ),
  ).toEqual(['a   one    $9', '    two']);
});

test('columns of a table are as wide as their widest cell, and figures end at the same place', () => {
  expect(
    columns([
      ['cloud', 'stack', 'resources'],
      ['azure', 'dev/deployment', '26'],
      ['aws', 'dev/foundation', '9'],
    ]),
  ).toEqual([
    'cloud  stack           resources',
    'azure  dev/deployment         26',
    'aws    dev/foundation          9',
  ]);
});
