import type { DestroyEvent, PlannedRemoval, RemovalOutcome, RemovedUnit, Stay } from '../../lib/deploy';
import { printFailure } from '../deploy/text';
import type { Terminal } from '../terminal/terminal';

/** What a destroy will do, before it does anything. */
export function printPlannedRemovals(planned: readonly PlannedRemoval[], { err, style }: Terminal): void {
  err(style.bold('deletes, in this order'));
  for (const { unit, state } of planned) {
    const text = state.kind === 'there' || state.kind === 'busy' ? unit.cloudName : removalText(state);
    err(`  ${unit.id}  ${text ?? ''}`);
  }
  const losses = planned.flatMap(({ state, losses: lost }) => (state.kind === 'held' ? [] : lost));
  if (losses.length > 0) {
    err(style.bold('with their data'));
    for (const loss of losses) err(`  ${loss}`);
  }
  printStays(staysOf(planned), 'will stay', err, style);
}

function removalText(
  state: Extract<PlannedRemoval['state'], { readonly kind: 'absent' | 'held' | 'unasked' }>,
): string {
  if (state.kind === 'absent') return 'is not there';
  return state.kind === 'held' ? `stays: ${state.why}` : `could not be asked: ${state.why}`;
}

/** What stays of the units that are deleted. */
export function staysOf(planned: readonly PlannedRemoval[]): readonly Stay[] {
  return planned.flatMap(({ state, stays }) => (state.kind === 'there' || state.kind === 'busy' ? stays : []));
}

function printStays(
  stays: readonly Stay[],
  title: string,
  print: (text: string) => void,
  style: Terminal['style'],
): void {
  if (stays.length === 0) return;
  print(style.bold(title));
  for (const { resource, type, why, command } of stays) {
    print(`  ${resource} (${type})`);
    print(`    ${why}`);
    if (command !== undefined) print(`    ${command}`);
  }
}

/** One line as something happens; on a terminal a wait is one line that moves. */
export function printDestroyEvent(event: DestroyEvent, { err, style }: Terminal, live: (text: string) => void): void {
  const id = style.bold(event.unit.id);
  switch (event.kind) {
    case 'starts':
      err(`${id}  ${event.command}`);
      return;
    case 'busy':
      err(`${id}  waits: ${event.why}`);
      return;
    case 'waits':
      live(
        `${id}  waits for ${event.hold.what}: ${time(event.elapsed)} so far, at most ${time(event.left)} more` +
          (event.hold.sooner === undefined || event.elapsed > 0 ? '' : `; sooner with: ${event.hold.sooner}`),
      );
      return;
    case 'ends':
      if (event.outcome.kind !== 'waiting' && event.outcome.kind !== 'interrupted')
        err(`${id}  ${outcomeText(event.outcome)}`);
  }
}

function time(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function outcomeText(outcome: RemovalOutcome): string {
  switch (outcome.kind) {
    case 'absent':
      return 'was not there';
    case 'deleted':
      return 'deleted';
    case 'held':
      return `stays: ${outcome.why}`;
    case 'failed':
      return 'failed';
    case 'waiting':
      return `waits for ${outcome.needs.join(', ')}`;
    case 'interrupted':
      return 'interrupted';
  }
}

/** What came of every unit, what failed, and the list of what stays, why, and the command that removes it. */
export function printRemoved(
  removed: readonly RemovedUnit[],
  stays: readonly Stay[],
  flags: string,
  terminal: Terminal,
): void {
  const { out, style } = terminal;
  const width = Math.max(...removed.map(({ unit }) => unit.id.length));
  for (const { unit, outcome } of removed) out(`${unit.id.padEnd(width)}  ${outcomeText(outcome)}`);
  for (const { unit, outcome } of removed) {
    if (outcome.kind !== 'failed') continue;
    out('');
    out(style.bold(`${unit.id} failed`));
    printFailure(outcome, terminal);
  }
  const held = removed.flatMap(({ unit, outcome }) =>
    outcome.kind === 'held'
      ? [{ resource: unit.cloudName ?? unit.id, type: unit.kind, why: outcome.why, command: outcome.command }]
      : [],
  );
  if (held.length + stays.length > 0) out('');
  printStays([...held, ...stays], 'stays', out, style);
  if (removed.some(({ outcome }) => outcome.kind !== 'absent' && outcome.kind !== 'deleted'))
    out(`\nthen continue with: llmops destroy ${flags}`);
}
