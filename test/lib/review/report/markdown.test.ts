import fc from 'fast-check';
import { commentMarker, markdownReport } from '../../../../lib/review/report';
import { codeBlock, inlineCode, plainText } from '../../../../lib/review/report/markdown-text';
import { change, concern, emptyReview, fullReview } from './example-review';

test('the verdict comes first, what blocks next, and noise is counted', () => {
  const lines = markdownReport(fullReview).split('\n');
  expect(lines[0]).toBe(commentMarker);
  expect(lines[1]).toBe('## Blocked: infrastructure review');
  expect(lines.filter((line) => /^#|<summary>/.test(line))).toMatchInlineSnapshot(`
    [
      "## Blocked: infrastructure review",
      "### Blocks this change",
      "### Look at these",
      "### New findings",
      "### Money",
      "### What the deployment does",
      "### Decisions of the plan",
      "### Not verified",
      "<details><summary><strong>Notes</strong> (1)</summary>",
      "<details><summary><strong>Accepted</strong> (1)</summary>",
      "<details><summary><strong>Left out as noise</strong> (1)</summary>",
    ]
  `);
  expect(lines.join('\n')).toContain('1 property with another hash of content and nothing else');
  expect(lines.join('\n')).not.toContain('b.zip');
});

test('texts side by side are compared line by line', () => {
  const text = markdownReport({
    ...emptyReview,
    concerns: [
      concern({ before: 'You are kind.\nAnswer in English.', after: 'You are kind.\nAnswer in ```French```.' }),
    ],
  });
  expect(text).toContain(
    ['  ````diff', '   You are kind.', '  -Answer in English.', '  +Answer in ```French```.', '  ````'].join('\n'),
  );
});

test.each([1, 50, 2000])(
  'a review of %d large concerns has at most 60,000 characters and says what is left out',
  (count) => {
    const concerns = Array.from({ length: count }, (_unused, i) =>
      concern({ address: `stack/R${i}`, before: 'x'.repeat(9000), after: 'y\n'.repeat(300) }),
    );
    const text = markdownReport({ ...emptyReview, concerns });
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.includes('Left out for size')).toBe(count > 1);
  },
);

test('hundreds of environments do not pass the limit', () => {
  const changes = Array.from({ length: 1500 }, (_unused, i) => change({ environment: `environment-${i}` }));
  const text = markdownReport({ ...emptyReview, changes });
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(text).toContain('And 1400 more environments.');
});

test('nothing of a name or text becomes markup or calls a person', () => {
  const text = markdownReport({
    ...emptyReview,
    concerns: [concern({ message: '@someone <script>alert(1)</script> [x](http://example.com) | a', address: 'a`b' })],
  });
  expect(text).not.toMatch(/@someone|<script|\]\(http/);
  expect(text).toContain('``prod aws a`b``');
});

test('code and text survive any input', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(plainText(text)).not.toMatch(/[<>|`\n]/);
      const fence = /^`+/.exec(inlineCode(text))?.[0] ?? '';
      expect(text.split(/[^`]/)).not.toContain(fence);
      const [open = '', ...rest] = codeBlock(text);
      expect(rest.slice(0, -1)).not.toContain(open);
    }),
    { seed: 20261201 },
  );
});
