/** The data of a stream of server-sent events. */
export interface ServerEvents {
  /** Without the last one, which is `[DONE]`. */
  readonly events: readonly string[];
  /** Whether the stream ended without `[DONE]`. */
  readonly broken: boolean;
}

/**
 * Reads a body of the type `text/event-stream`: an event ends with an empty line, and its data may stand on several lines. An event
 * without its end is left out. Source: HTML standard, "Interpreting an event stream" (read 2026-12-01).
 */
export function serverEvents(body: string): ServerEvents {
  const blocks = body.replaceAll(/\r\n?/g, '\n').split('\n\n');
  const datas = blocks.slice(0, -1).flatMap((block) => dataOf(block) ?? []);
  const end = datas.indexOf('[DONE]');
  return { events: end < 0 ? datas : datas.slice(0, end), broken: end < 0 };
}

function dataOf(block: string): string | undefined {
  const lines = block.split('\n').filter((line) => line.startsWith('data:'));
  return lines.length === 0 ? undefined : lines.map((line) => line.slice(5).replace(/^ /, '')).join('\n');
}
