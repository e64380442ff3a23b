/** A value of an XML answer; undefined elements are left out. */
export type Xml = string | number | boolean | Date | undefined | readonly Xml[] | { readonly [tag: string]: Xml };

/** How lists look: the query services wrap each element in `member`, EC2 in `item`, S3 repeats the element itself. */
export type ListStyle = 'member' | 'item' | 'repeat';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

const special = /[&<>"\r]/;

function escape(text: string): string {
  return special.test(text) ? text.replace(/[&<>"\r]/g, (character) => escapes[character] ?? character) : text;
}

function isXmlList(value: Xml): value is readonly Xml[] {
  return Array.isArray(value);
}

/** Texts are put together by concatenation: lists of parts would be most of what an answer costs. */
function content(value: Xml, lists: ListStyle): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escape(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  let text = '';
  if (isXmlList(value)) {
    for (const element of value) text += `<${lists}>${content(element, lists)}</${lists}>`;
    return text;
  }
  for (const tag of Object.keys(value)) text += element(tag, value[tag], lists);
  return text;
}

function element(tag: string, value: Xml, lists: ListStyle): string {
  if (value === undefined) return '';
  if (lists !== 'repeat' || !isXmlList(value)) return `<${tag}>${content(value, lists)}</${tag}>`;
  let text = '';
  for (const item of value) text += element(tag, item, lists);
  return text;
}

/** One XML document with a root element in a namespace. */
export function xmlDocument(root: string, namespace: string | undefined, value: Xml, lists: ListStyle): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${content(value, lists)}</${root}>`;
}
