/** A client of the local cloud without an SDK: nothing is retried, so what was answered is known exactly. */
export class PlainClient {
  constructor(private readonly url: string) {}

  /** A CloudFormation action. @returns the XML of the answer. @throws Error when it is refused */
  async cloudFormation(action: string, parameters: Readonly<Record<string, string>>): Promise<string> {
    const body = new URLSearchParams({ Action: action, Version: '2010-05-15', ...parameters });
    return this.#send('cloudformation', '/', { method: 'POST', body });
  }

  /** An SSM action. */
  async ssm(action: string, input: object): Promise<Readonly<Record<string, unknown>>> {
    const headers = { 'x-amz-target': `AmazonSSM.${action}`, 'content-type': 'application/x-amz-json-1.1' };
    const text = await this.#send('ssm', '/', { method: 'POST', headers, body: JSON.stringify(input) });
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  }

  /** An S3 request. */
  async s3(method: 'GET' | 'PUT', path: string, body?: string): Promise<string> {
    return this.#send('s3', path, { method, ...(body === undefined ? {} : { body }) });
  }

  async #send(service: string, path: string, init: RequestInit): Promise<string> {
    const authorization = `AWS4-HMAC-SHA256 Credential=AKIALOCAL111111111111/20261130/eu-central-1/${service}/aws4_request, SignedHeaders=host, Signature=00`;
    const headers = new Headers(init.headers);
    headers.set('authorization', authorization);
    const response = await fetch(this.url + path, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Refused(response.status, text);
    return text;
  }
}

/** An answer that refuses. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    text: string,
  ) {
    super(`${status}: ${text.slice(0, 300)}`);
    this.name = 'Refused';
  }
}
