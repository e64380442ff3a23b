import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const listen = '0A';

/** The process that listens on a TCP port, as `name (pid N)`; undefined where `/proc` does not exist or may not be read. */
export function portHolder(port: number): string | undefined {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listeningInodes(read(file), port)));
  if (inodes.size === 0) return undefined;
  for (const pid of list('/proc').filter((name) => /^\d+$/.test(name))) {
    const holds = list(`/proc/${pid}/fd`).some((descriptor) =>
      inodes.has(/^socket:\[(\d+)\]$/.exec(link(`/proc/${pid}/fd/${descriptor}`))?.[1] ?? ''),
    );
    if (holds) return `${read(`/proc/${pid}/comm`).trim()} (pid ${pid})`;
  }
  return undefined;
}

function listeningInodes(table: string, port: number): readonly string[] {
  return table
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, local = '', , state = '', , , , , , inode] = line.trim().split(/\s+/);
      const listens = state === listen && Number.parseInt(local.split(':')[1] ?? '', 16) === port;
      return listens && inode !== undefined ? [inode] : [];
    });
}

// A process may end between two reads, or belong to another user: what cannot be read counts as empty.
function list(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
