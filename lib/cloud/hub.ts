import type { ListedFile } from '../assets/asset-file';
import type { Content, FileSource } from '../assets/ports';
import { CodedError } from '../messages';

/** One revision of a repository of a hub. */
export interface HubRevision {
  /** For example `Qwen/Qwen3-32B`. */
  readonly repository: string;
  /** Commit. */
  readonly revision: string;
  /** Address of the hub, without a final slash. @default - https://huggingface.co */
  readonly address?: string | undefined;
  /** Token of a gated repository. @default - public */
  readonly token?: string | undefined;
}

/**
 * The files of a revision on the Hugging Face hub.
 *
 * Sources, read 2026-11-30: huggingface_hub, `src/huggingface_hub/hf_api.py` (`list_repo_tree`: `/api/models/<id>/tree/<revision>`,
 * pages by the header `Link`; of a file in LFS `lfs.oid` is the SHA-256, of another one `oid` is git's name) and
 * `file_download.py` (`/<id>/resolve/<revision>/<path>`, headers `X-Repo-Commit` and `X-Linked-Etag`).
 */
export class HubSource implements FileSource {
  readonly place: string;
  private readonly address: string;

  constructor(private readonly of: HubRevision) {
    this.address = (of.address ?? 'https://huggingface.co').replace(/\/$/, '');
    this.place = `${this.address}/${of.repository}/tree/${of.revision}`;
  }

  async list(): Promise<readonly ListedFile[]> {
    const { repository, revision } = this.of;
    let next: string | undefined = `${this.address}/api/models/${repository}/tree/${revision}?recursive=true`;
    const files: ListedFile[] = [];
    while (next !== undefined) {
      const answer: Response = await this.get(next);
      const page: unknown = await answer.json();
      if (!Array.isArray(page)) throw this.missing(next, 'the answer is no list of files');
      files.push(...page.flatMap((entry: unknown) => listedFile(entry) ?? []));
      next = nextPage(answer.headers.get('link'), this.address);
    }
    return files;
  }

  read = (path: string): Content => this.content(path);

  private async *content(path: string): Content {
    const { repository, revision } = this.of;
    const parts = path.split('/').map(encodeURIComponent).join('/');
    const answer = await this.get(`${this.address}/${repository}/resolve/${revision}/${parts}`);
    const commit = answer.headers.get('x-repo-commit');
    if (commit !== null && commit !== revision) {
      throw new CodedError('AssetHashDiffers', {
        place: `${this.place}/${path}`,
        message: 'the hub answers with a file of another commit',
        got: commit,
        expected: revision,
      });
    }
    for await (const part of answer.body ?? []) yield part;
  }

  private async get(url: string): Promise<Response> {
    const { token } = this.of;
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await fetch(url, { headers }).catch((error: unknown) => {
      throw this.unreachable(url, error);
    });
    if (answer.ok) return answer;
    throw this.missing(url, `${answer.status} ${whyNot[answer.status] ?? answer.statusText}`);
  }

  private unreachable(url: string, error: unknown): CodedError {
    const why = field(field(error, 'cause'), 'message') ?? field(error, 'message');
    return new CodedError('AssetSourceMissing', {
      place: url,
      message: `the hub cannot be reached: ${String(why)}`,
      expected: 'a hub that this machine reaches, or a folder that has the files',
      fix: 'name the folder with --from FOLDER, or the hub of your company in the config',
    });
  }

  private missing(url: string, message: string): CodedError {
    return new CodedError('AssetSourceMissing', { place: url, message, expected: 'a revision that the hub serves' });
  }
}

/** What an answer of the hub means. */
const whyNot: Readonly<Record<number, string>> = {
  401: 'it is gated or does not exist: set HF_TOKEN',
  403: 'the token may not read it',
  404: 'no such repository, revision or file',
};

function listedFile(entry: unknown): ListedFile | undefined {
  if (field(entry, 'type') === 'directory') return undefined;
  const path = String(field(entry, 'path'));
  const bytes = Number(field(field(entry, 'lfs'), 'size') ?? field(entry, 'size'));
  const sha256 = field(field(entry, 'lfs'), 'oid');
  const gitBlob = field(entry, 'oid');
  if (typeof sha256 === 'string') return { path, bytes, sha256: sha256.replace(/^sha256:/, '') };
  return { path, bytes, ...(typeof gitBlob === 'string' ? { gitBlob } : {}) };
}

function nextPage(link: string | null, address: string): string | undefined {
  const [, url] = /<([^>]+)>;\s*rel="next"/.exec(link ?? '') ?? [];
  // A list is continued on the hub that began it.
  return url?.startsWith(`${address}/`) === true ? url : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
