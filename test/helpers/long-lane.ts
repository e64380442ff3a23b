// Ends a test that hangs; see unit-lane.ts. On a machine that does other work a file has taken seven times its processor time.
jest.setTimeout(7_200_000);
