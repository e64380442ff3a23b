import { pageStyle } from '../../../../lib/review/plan-report/page-style';
import { reviewPage } from '../../../../lib/review/report';
import { architectureOf } from '../../../../lib/review/report/architecture';
import { concern, emptyReview, fullReview, graphAfter } from './example-review';

test('the page has the verdict, every part, and no script or address', () => {
  const page = reviewPage(fullReview, graphAfter);
  expect(page).toContain('<title>Review: Blocked</title>');
  const parts = [...page.matchAll(/<h2 id="([a-z]+)">|<details class="part" id="([a-z]+)">/g)].map(
    ([, open, folded]) => open ?? folded,
  );
  expect(parts).toEqual([
    'blocking',
    'warnings',
    'architecture',
    'findings',
    'money',
    'changes',
    'decisions',
    'unverified',
    'notes',
    'accepted',
    'noise',
  ]);
  expect(page).not.toMatch(/<script|https?:\/\/|javascript:/);
  expect(reviewPage(fullReview, graphAfter)).toBe(page);
});

test('texts of others stay text', () => {
  const page = reviewPage(
    { ...emptyReview, concerns: [concern({ message: '<img src=x>', before: '</pre><b>', after: '&amp;' })] },
    [],
  );
  expect(page).not.toMatch(/<img|<\/pre><b>/);
  expect(page).toContain('&lt;img src=x&gt;');
});

test('stacks are drawn in the order of their deployment, with what changes in them', () => {
  const boxes = architectureOf(graphAfter, fullReview.changes);
  expect(boxes.map(({ cloud, stack, layer, needs }) => [cloud, stack, layer, needs])).toEqual([
    ['azure', 'deployment', 0, []],
    ['aws', 'foundation', 0, []],
    ['aws', 'integration', 1, ['foundation']],
    ['aws', 'deployment', 2, ['integration']],
  ]);
  expect(boxes.find(({ stack }) => stack === 'integration')?.services).toEqual([
    { service: 'Bedrock', resources: 1, changes: { replace: 1 }, losesData: true },
    { service: 'Lambda', resources: 0, changes: { update: 1 }, losesData: false },
  ]);
});

test('short values are in a line, long ones are compared below; only the first line of a row is unfolded', () => {
  const pair = (before: string, after: string): string =>
    reviewPage({ ...emptyReview, concerns: [concern({ before, after, place: { file: 'app.ts', line: 3 } })] }, []);
  expect(pair('HIGH', 'LOW')).toMatch(/<del>HIGH<\/del>[^]*<ins>LOW<\/ins>/);
  expect(pair('You are kind.\nBe brief.', 'You are kind.')).toMatch(
    /<pre [^]*<span class="del">- Be brief\.\n<\/span>/,
  );
  expect(pair('HIGH', 'LOW')).toMatch(
    /<summary>Fix: keep the embedding model<\/summary>[^]*<li>Declared in app\.ts, line 3/,
  );
});

test('a card names the largest steps of money, and what has no price', () => {
  const page = reviewPage(fullReview, graphAfter);
  expect(page).toMatch(/prod on AWS[^]*\+\$3,000 a month[^]*deployment\/Config \$1,000 → \$4,000/);
  expect(page).toMatch(/prod on Azure[^]*no change in price, 1 not priced/);
});

test('the drawing marks what changes and leaves out noise', () => {
  const noisy = fullReview.changes.map((one) =>
    one.address === 'integration/Code' ? { ...one, noise: 'hash' as const } : one,
  );
  const boxes = architectureOf(graphAfter, noisy);
  expect(boxes.flatMap(({ services }) => services.map(({ service }) => service))).not.toContain('Lambda');
  const page = reviewPage({ ...fullReview, changes: noisy }, graphAfter);
  expect(page).toMatch(/<div class="stack changed harmed">\s*<div class="name">integration/);
  expect(page).toMatch(/<div class="stack\s*">\s*<div class="name">foundation/);
});

test('stacks that need each other are drawn all the same', () => {
  const [first, second] = graphAfter;
  if (first === undefined || second === undefined) throw new Error('the example has resources');
  const circle = [{ ...first, dependsOn: [second.address] }, second];
  expect(architectureOf(circle, [])).toHaveLength(2);
});

/** Relative luminance and contrast by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test.each(['light', 'dark'])('every text of the %s theme has a contrast of 4.5 or more', (theme) => {
  const [light = '', dark = ''] = pageStyle.split('@media (prefers-color-scheme: dark)');
  const colours = new Map(
    [...(theme === 'light' ? light : dark).matchAll(/--(\w+): (#\w{6})/g)].map(([, n = '', c = '']) => [n, c]),
  );
  const weak = ['ink', 'quiet', 'accent', 'good', 'warn', 'bad'].flatMap((ink) =>
    ['ground', 'panel']
      .filter((ground) => contrast(colours.get(ink) ?? '', colours.get(ground) ?? '') < 4.5)
      .map((ground) => `${ink} on ${ground}`),
  );
  expect(colours.size).toBeGreaterThan(8);
  expect(weak).toEqual([]);
});
