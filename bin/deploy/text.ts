import type { DeployEvent, FailureEvent, KnownCause, LackingAsset, Outcome, UnitOutcome } from '../../lib/deploy';
import { messageOf } from '../../lib/messages';
import type { Terminal } from '../terminal/terminal';

/** One line as something happens. */
export function printDeployEvent(event: DeployEvent, { err, style }: Terminal): void {
  const { id } = event.unit;
  switch (event.kind) {
    case 'starts':
      err(`${style.bold(id)}  ${event.command}`);
      return;
    case 'busy':
      err(`${style.bold(id)}  waits: ${event.why}`);
      return;
    case 'ends':
      if (event.outcome.kind !== 'waiting' && event.outcome.kind !== 'interrupted')
        err(`${style.bold(id)}  ${endText(event.outcome)}`);
  }
}

function endText(outcome: Exclude<Outcome, { readonly kind: 'waiting' | 'interrupted' }>): string {
  switch (outcome.kind) {
    case 'unchanged':
      return 'done before';
    case 'done':
      return outcome.changed ? 'done' : 'done, nothing changed';
    case 'failed':
      return 'failed';
    case 'unverified':
      return `not verified: ${outcome.sentences.join('; ')}`;
    case 'blocked':
      return `stops: ${outcome.lacking.length} missing`;
    case 'stuck':
      return `stops: ${outcome.why}`;
  }
}

/** What came of every unit, then what stopped it and how to go on. */
export function printOutcomes(outcomes: readonly UnitOutcome[], flags: string, terminal: Terminal): void {
  const { out, style } = terminal;
  const width = Math.max(...outcomes.map(({ unit }) => unit.id.length));
  for (const { unit, outcome } of outcomes) out(`${unit.id.padEnd(width)}  ${statusText(outcome)}`);
  for (const { unit, outcome } of outcomes) {
    if (outcome.kind !== 'failed') continue;
    out('');
    out(style.bold(`${unit.id} failed`));
    printFailure(outcome, terminal);
  }
  const lacking = unique(outcomes.flatMap(({ outcome }) => (outcome.kind === 'blocked' ? outcome.lacking : [])));
  if (lacking.length > 0) printLacking(lacking, terminal);
  for (const { unit, outcome } of outcomes) {
    if (outcome.kind !== 'stuck') continue;
    out('');
    out(`${style.bold(unit.id)} ${outcome.why}`);
    out(`  fix       ${outcome.fix}`);
  }
  if (outcomes.some(({ outcome }) => !['unchanged', 'done', 'unverified'].includes(outcome.kind)))
    out(`\nthen continue with: llmops deploy ${flags}`);
}

function statusText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'waiting':
      return outcome.needs.length === 0 ? 'not begun' : `waits for ${outcome.needs.join(', ')}`;
    case 'interrupted':
      return 'interrupted';
    default:
      return endText(outcome);
  }
}

/** The events behind a failed step, its cause and the fix; without events the end of what the program printed. */
export function printFailure(
  {
    events,
    tail,
    cause,
  }: { readonly events: readonly FailureEvent[]; readonly tail: string; readonly cause: KnownCause | undefined },
  { out }: Pick<Terminal, 'out'>,
): void {
  for (const { resource, type, property, reason } of events) {
    out(
      `  ${[resource, type === undefined ? '' : `(${type})`, property ?? ''].filter((part) => part !== '').join(' ')}`,
    );
    out(`    ${reason}`);
  }
  if (events.length === 0) for (const line of tail.split('\n')) out(`  ${line}`);
  if (cause === undefined) return;
  const { title, fix } = messageOf(cause.code);
  out(`  cause     ${title}  [${cause.code}]`);
  out(`  fix       ${cause.fix ?? fix}`);
}

function printLacking(lacking: readonly LackingAsset[], { out, style }: Terminal): void {
  out('');
  out(style.bold(`${lacking.length} ${lacking.length === 1 ? 'asset is' : 'assets are'} missing`));
  for (const { id, kind, destination, why, bytes, broughtBy, repair } of lacking) {
    out(`  ${id}  ${kind}, ${bytes === undefined ? 'size unknown' : sizeText(bytes)}`);
    out(`    where     ${destination}`);
    out(`    found     ${why}`);
    out(`    brought   ${broughtBy}`);
    out(`    fix       ${repair}`);
  }
}

/** Bytes as people read them, in the units of the plan. */
function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power] ?? 'B'}`;
}

function unique(assets: readonly LackingAsset[]): readonly LackingAsset[] {
  return [...new Map(assets.map((asset) => [asset.id, asset])).values()];
}
