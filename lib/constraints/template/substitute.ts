const placeholder = /\$\{(!?)([^}]*)\}/g;

/** Replaces the `${name}` placeholders of a Fn::Sub string; `${!name}` is the literal `${name}`. */
export function substitute(template: string, value: (name: string) => string): string {
  return template.replace(placeholder, (_whole, literal: string, name: string) =>
    literal === '!' ? `\${${name}}` : value(name.trim()),
  );
}

/** The names a Fn::Sub string reads. */
export function placeholders(template: string): readonly string[] {
  return [...template.matchAll(placeholder)].flatMap(([, literal, name]) =>
    literal === '!' || name === undefined ? [] : [name.trim()],
  );
}
