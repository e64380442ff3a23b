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

function escape(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => escapes[character] ?? character);
}

function isXmlList(value: Xml): value is readonly Xml[] {
  return Array.isArray(value);
}

function content(value: Xml, lists: ListStyle): string {
  if (value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (isXmlList(value)) return value.map((element) => `<${lists}>${content(element, lists)}</${lists}>`).join('');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([tag, child]) => element(tag, child, lists))
      .join('');
  return escape(String(value));
}

function element(tag: string, value: Xml, lists: ListStyle): string {
  if (value === undefined) return '';
  if (lists === 'repeat' && isXmlList(value)) return value.map((item) => element(tag, item, lists)).join('');
  return `<${tag}>${content(value, lists)}</${tag}>`;
}

/** One XML document with a root element in a namespace. */
export function xmlDocument(root: string, namespace: string | undefined, value: Xml, lists: ListStyle): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${content(value, lists)}</${root}>`;
}
