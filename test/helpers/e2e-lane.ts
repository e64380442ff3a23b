// Ends a test that hangs; see unit-lane.ts.
jest.setTimeout(300_000);
