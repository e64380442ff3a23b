import { didYouMean, listed, nearest, nearestOf, unknownName } from '../../../lib/platform/suggest';

test.each([
  ['a letter apart', 'prces', ['prices', 'instances'], 'prices'],
  ['in other case', 'H200', ['h200', 'h100'], 'h200'],
  ['not written to its end', 'H100', ['A10', 'H100-80GB-SXM', 'H100-80GB-PCIe'], 'H100-80GB-SXM'],
  ['not written to its end', 'carbonUsdPerTonne', ['carbonUsdPerTonneCo2e'], 'carbonUsdPerTonneCo2e'],
  ['a letter apart, though another begins so', 'chat', ['chatt', 'chat-long'], 'chatt'],
  ['two letters apart, though another begins so', 'chat', ['chair', 'chat-long'], 'chat-long'],
  ['too short to be the beginning of anything', 'ml', ['ml.g5.xlarge'], undefined],
  ['of four letters with two wrong', 'dvee', ['dvxx'], 'dvxx'],
  ['of three letters with two wrong', 'dve', ['dxx'], undefined],
  ['of one letter with one wrong', 'a', ['b'], 'b'],
  ['of ten letters with three wrong', 'production', ['produktiom'], 'produktiom'],
  ['of ten letters with four wrong', 'production', ['prokuktxxm'], undefined],
  ['as near to two: the first sorted', 'dav', ['dev', 'day'], 'day'],
  [
    'with letters left out',
    'OpenAI.Datazone.m-5',
    ['OpenAI.Standard.m-4', 'OpenAI.DataZoneStandard.m-5'],
    'OpenAI.DataZoneStandard.m-5',
  ],
  ['with letters left out of two names: the shorter', 'data.m-5', ['dataZones.m-5', 'dataZone.m-5'], 'dataZone.m-5'],
  ['with as many letters left out as written', 'abcd', ['a1b2c3d4'], 'a1b2c3d4'],
  ['with more letters left out than written', 'abcd', ['a1b2c3d45'], undefined],
  ['of three letters with letters left out', 'abc', ['a11b1c'], undefined],
  ['with the first letter left out', 'bcde', ['a1b2c3de'], undefined],
  ['with letters in another order', 'abdc', ['a1b2c3d4'], undefined],
  ['far from everything', 'moon', ['us-east-1', 'eu-west-1'], undefined],
  ['beside an empty list', 'moon', [], undefined],
] as const)('a word %s: %s', (_title, word, candidates, meant) => {
  expect(nearest(word, candidates)).toBe(meant);
});

test('a near name is a question, no near name another fix', () => {
  expect(didYouMean('prces', ['prices'], 'remove it')).toBe(`did you mean 'prices'?`);
  expect(didYouMean('moon', ['prices'], 'remove it')).toBe('remove it');
});

const many = Array.from({ length: 14 }, (_item, index) => `m${String(index).padStart(2, '0')}`);

test.each([
  [[], 'none'],
  [['a'], `'a'`],
  [['b', 'a'], `'a' or 'b'`],
  [['c', 'b', 'a'], `'a', 'b' or 'c'`],
  [many.slice(0, 12), `'m00', 'm01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10' or 'm11'`],
  [
    many.slice(0, 13),
    `'m00', 'm01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11' or one of 1 more`,
  ],
])('lists %j', (candidates, expected) => {
  expect(listed(candidates)).toBe(expected);
});

test('a long list begins with the names near the one that was written', () => {
  expect(listed(['zebra', ...many], 'zebar')).toBe(
    `'m00', 'm01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'zebra' or one of 3 more`,
  );
});

test('an unknown name is an issue with the known names and a fix', () => {
  const name = {
    code: 'UnknownRegion',
    path: 'a.region',
    noun: 'region',
    got: 'eu-wst-1',
    known: ['eu-west-1'],
  } as const;
  expect(unknownName(name)).toEqual({
    code: 'UnknownRegion',
    path: 'a.region',
    message: `unknown region 'eu-wst-1'`,
    got: 'eu-wst-1',
    expected: `region 'eu-west-1'`,
    fix: `did you mean 'eu-west-1'?`,
  });
  expect(unknownName({ ...name, known: ['moon', 'mars'], message: 'no such region' })).toMatchObject({
    message: 'no such region',
    fix: `use 'mars' or 'moon'`,
  });
  expect(unknownName({ ...name, known: [], otherwise: 'remove it' })).toMatchObject({
    expected: 'no region here',
    fix: 'remove it',
  });
  expect(unknownName({ ...name, known: [], expectedOfNone: 'nothing' })).toMatchObject({
    expected: 'nothing',
    fix: `remove '${name.got}'`,
  });
});

test.each([
  [2, ['dev', 'deb']],
  [9, ['dev', 'deb', 'prod']],
])('the %d nearest names, from near to far', (most, expected) => {
  expect(nearestOf('dev', ['prod', 'deb', 'dev'], most)).toEqual(expected);
});
