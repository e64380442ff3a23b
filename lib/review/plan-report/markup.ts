/** HTML that can be part of a page without escaping. Only `html` creates it, and `html` escapes its values. */
export class Markup {
  constructor(readonly text: string) {}
}

/** A value of a template. */
export type Content = string | number | undefined | Markup | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text escaped for content or a quoted attribute. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A template whose values are escaped unless they are markup. Lists are joined; undefined is empty. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, i) => `${part}${render(values[i])}`).join(''));
}

function render(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return escape(content);
  return typeof content === 'number' ? String(content) : content.map(render).join('');
}

/** A text that can be broken inside long names, after a separator. */
export function breakable(text: string): readonly Content[] {
  return text.split(/(?<=[_/:])(?=\w)/).map((piece, i) => (i === 0 ? piece : html`<wbr />${piece}`));
}

/**
 * An HTML file without scripts, which needs no network.
 * @param style CSS, without escaping
 */
export function page(title: string, style: string, main: Markup): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${title}</title>
        <style>
          ${new Markup(style)}
        </style>
      </head>
      <body>
        <main>${main}</main>
      </body>
    </html> `.text;
}
