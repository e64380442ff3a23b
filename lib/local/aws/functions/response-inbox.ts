/** What waits for the answer to one request of a custom resource. */
interface Expected {
  readonly signature: string;
  readonly receive: (body: string) => void;
}

/** The answers that functions send to CloudFormation, each to a URL that is signed for one request. */
export class ResponseInbox {
  readonly #expected = new Map<string, Expected>();

  /**
   * Waits for an answer.
   * @param key the path of its URL, which names one request
   */
  expect(key: string, signature: string): { readonly answer: Promise<string>; readonly forget: () => void } {
    const answer = new Promise<string>((receive) => this.#expected.set(key, { signature, receive }));
    return { answer, forget: () => this.#expected.delete(key) };
  }

  /** Takes an answer. @returns false when nothing waits for it, or its URL is signed for something else */
  receive(key: string, signature: string | null, body: string): boolean {
    const expected = this.#expected.get(key);
    if (expected === undefined || expected.signature !== signature) return false;
    // As with S3, a second answer overwrites the first; CloudFormation has read it by then.
    expected.receive(body);
    return true;
  }
}
