import { parseXml, XmlElement as ParsedElement } from '@rgrove/parse-xml';
import { ServiceError } from '../../errors';

/** An element of a request body. */
export class XmlElement {
  readonly #element: ParsedElement;

  constructor(element: ParsedElement) {
    this.#element = element;
  }

  /** The children with a name, in order. */
  children(name: string): readonly XmlElement[] {
    return this.#element.children.flatMap((child) =>
      child instanceof ParsedElement && child.name === name ? [new XmlElement(child)] : [],
    );
  }

  /** The text of the only child with a name; undefined when there is none. @throws ServiceError (MalformedXML) for several */
  text(name: string): string | undefined {
    const [child, ...others] = this.children(name);
    if (others.length > 0) throw malformed();
    return child?.content();
  }

  private content(): string {
    return this.#element.text;
  }
}

/** The root element of a request body. @throws ServiceError (MalformedXML) for another root, or for what is no XML */
export function xmlBody(body: Buffer, root: string): XmlElement {
  const element = parsedRoot(body.toString('utf8'));
  if (element?.name !== root) throw malformed();
  return new XmlElement(element);
}

function parsedRoot(text: string): ParsedElement | undefined {
  try {
    return parseXml(text).root ?? undefined;
  } catch {
    throw malformed();
  }
}

/** The error of a body that does not have the shape that the operation publishes. */
export function malformed(): ServiceError {
  return new ServiceError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}
