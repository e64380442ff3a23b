import { breakable, html, page } from '../../../../lib/review/plan-report/markup';

test('values are escaped, markup is not, lists are joined and what is undefined is empty', () => {
  const inner = html`<b>${'a & b'}</b>`;
  expect(html`<p title="${`"quoted" <'x'>`}">${[inner, undefined, 2, 'c']}</p>`.text).toBe(
    '<p title="&quot;quoted&quot; &lt;&#39;x&#39;&gt;"><b>a &amp; b</b>2c</p>',
  );
});

test('a long name breaks after its separators, and its text stays escaped', () => {
  expect(html`${breakable('org/model_name:v1/')}`.text).toBe('org/<wbr />model_<wbr />name:<wbr />v1/');
  expect(html`${breakable('a/<b>')}`.text).toBe('a/&lt;b&gt;');
});

test('a page has its title escaped, its style as it is, and loads nothing from outside', () => {
  const text = page('a < b', 'p > b { color: red }', html`<p>main</p>`);
  expect(text).toContain('<title>a &lt; b</title>');
  expect(text).toContain('p > b { color: red }');
  expect(text).toContain('<main><p>main</p></main>');
  expect(text).toContain("default-src 'none'");
});
