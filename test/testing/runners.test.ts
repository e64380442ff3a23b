import { matchers } from '../../testing';

/** What `expect.extend` of the runners takes, as far as their types say it. */
type Extend<Context> = (
  extensions: Readonly<Record<string, (this: Context, actual: never, ...given: never[]) => object>>,
) => void;

/** The matcher context of jest, and that of vitest: each has `isNot`, and little else in common with the other. */
interface JestContext {
  readonly isNot: boolean;
  readonly promise: string;
  readonly expand?: boolean;
}
interface VitestContext {
  readonly isNot?: boolean;
  readonly task?: object;
}

test('both runners take the matchers, by their types and as they call them', () => {
  const taken: unknown[] = [];
  const jestExtend: Extend<JestContext> = (extensions) => taken.push(extensions);
  const vitestExtend: Extend<VitestContext> = (extensions) => taken.push(extensions);
  jestExtend(matchers);
  vitestExtend(matchers);
  expect(taken).toEqual([matchers, matchers]);
  expect(matchers.toRetain([]).pass).toBe(true);
});
