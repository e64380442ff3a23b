/**
 * Work in steps. Between two steps others may run, and everything that the work changed is consistent: a process that
 * ends there can go on later. A promise is waited for before the next step.
 */
export type Work<Result = void> = Generator<Promise<void> | undefined, Result, void>;

/** A value that may take time. */
export type Eventual<T> = T | Promise<T>;

/** Waits for a value inside of work; a value that is there already takes no step. @throws what the promise rejects with */
export function* settled<T>(value: Eventual<T>): Work<T> {
  if (!(value instanceof Promise)) return value;
  const ends: (() => T)[] = [];
  yield value.then(
    (result) => {
      ends.push(() => result);
    },
    (error: unknown) => {
      ends.push(() => {
        throw error;
      });
    },
  );
  const [end] = ends;
  if (end === undefined) throw new Error('work went on before its promise was settled');
  return end();
}

/** Does all of the work at once. @throws Error when the work waits for a promise */
export function finish(work: Work): void {
  for (let step = work.next(); step.done !== true; step = work.next())
    if (step.value !== undefined) throw new Error('this work takes time: run it with Operations');
}
