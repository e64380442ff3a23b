/** One line of a log. */
export interface LogEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly message: string;
}

/** One stream of a log group. */
export interface LogStream {
  readonly name: string;
  readonly createdAt: number;
  /** Oldest first. The oldest are dropped when there are too many. */
  readonly events: LogEvent[];
}

/** One log group. */
export interface LogGroup {
  readonly name: string;
  readonly createdAt: number;
  /** Undefined keeps events for ever. */
  retentionInDays: number | undefined;
  readonly streams: Map<string, LogStream>;
}

/** Events that one stream keeps, and characters of one event: the memory of a cloud that runs for days is bounded. */
const keptEvents = 2_000;
const longestMessage = 65_536;

/** The log groups of one account and region. */
export class LogStore {
  readonly groups = new Map<string, LogGroup>();
  #next = 0;

  /** Adds events to a stream, which is made with its group when it is not there. */
  write(group: string, stream: string, now: number, messages: readonly string[]): void {
    this.append(
      this.stream(this.group(group, now), stream, now),
      messages.map((message) => ({ timestamp: now, message })),
    );
  }

  append(stream: LogStream, events: readonly { readonly timestamp: number; readonly message: string }[]): void {
    for (const { timestamp, message } of events) {
      this.#next += 1;
      const id = String(this.#next).padStart(20, '0');
      stream.events.push({ id, timestamp, message: message.slice(0, longestMessage) });
    }
    if (stream.events.length > keptEvents) stream.events.splice(0, stream.events.length - keptEvents);
  }

  /** A group by name, made when it is not there. */
  group(name: string, now: number): LogGroup {
    const found = this.groups.get(name);
    if (found !== undefined) return found;
    const made: LogGroup = { name, createdAt: now, retentionInDays: undefined, streams: new Map() };
    this.groups.set(name, made);
    return made;
  }

  /** A stream by name, made when it is not there. */
  stream(group: LogGroup, name: string, now: number): LogStream {
    const found = group.streams.get(name);
    if (found !== undefined) return found;
    const made: LogStream = { name, createdAt: now, events: [] };
    group.streams.set(name, made);
    return made;
  }
}
