import { startLocalAws } from '../../lib/local/aws';

/* The local cloud as a process of its own, to be killed: prints its address as soon as it answers. */
startLocalAws({ state: process.argv[2] ?? '', foreignAccount: '111111111111' }).then(
  ({ url }) => {
    console.log(url);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
