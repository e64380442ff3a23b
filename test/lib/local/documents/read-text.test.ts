import { readDocument } from '../../../../lib/local/documents/read-text';

const read = (name: string, content: string | Buffer, maxBytes = 1000) =>
  readDocument(name, Buffer.from(content), maxBytes);

it.each([
  ['notes.md', '# Title\nText', '# Title\nText'],
  ['NOTES.TXT', ' text \n', 'text'],
  ['page.html', '<h1>Title</h1><p>One &amp; two</p><p>three</p>', 'Title\nOne & two\nthree'],
  ['page.html', '<style>p { color: red }</style><script>let a = "<p>";</script><!-- note --><p>seen</p>', 'seen'],
  ['page.html', '<p>before</p><script>never closed', 'before'],
])('reads %s', (name, content, text) => {
  expect(read(name, content)).toEqual({ text });
});

it.each([
  ['scan.pdf', '%PDF', 'does not read .pdf files'],
  ['archive.zip', 'PK', 'not supported'],
  ['README', 'text', 'without an extension'],
  ['empty.txt', ' \n', 'no text'],
  ['page.html', '<p> </p>', 'no text'],
  ['long.txt', 'a'.repeat(1001), '1001 bytes, at most 1000'],
  ['broken.txt', Buffer.from([0x66, 0xff]), 'not UTF-8'],
])('says why it does not read %s', (name, content, why) => {
  const found = read(name, content);
  expect('problem' in found ? found.problem : '').toContain(why);
});
