import { annotations, junitReport, sarifReport } from '../../../../lib/review/report';
import { concern, emptyReview, fullReview } from './example-review';

test('annotations: what blocks is an error with file and line, accepted and notes are left out', () => {
  expect(annotations(fullReview)).toMatchInlineSnapshot(`
    [
      "::error title=Stateful resource not retained::prod aws integration/Base: the knowledge base is replaced, and its index is empty until it is filled. keep the embedding model",
      "::error title=Image pull denied::prod aws deployment/Model ExecutionRoleArn: the role may not pull the image. allow the three actions",
      "::warning file=stacks/role.ts,line=40,title=IAM wildcard::prod aws deployment/Role: the role may read every bucket. keep the embedding model",
    ]
  `);
});

test('annotations escape what would end a command', () => {
  const place = { file: 'a,b:c.ts', line: 3 };
  expect(annotations({ ...emptyReview, concerns: [concern({ message: '100 %\n::error::x', place })] })).toEqual([
    expect.stringMatching(
      /^::warning file=a%2Cb%3Ac.ts,line=3,title=[^,:]+::prod aws integration\/Base: 100 %25%0A::error::x/,
    ),
  ]);
});

test('annotations stop at ten of a kind', () => {
  const concerns = Array.from({ length: 30 }, (_unused, i) => concern({ level: i % 2 === 0 ? 'block' : 'warning' }));
  expect(annotations({ ...emptyReview, concerns })).toHaveLength(20);
});

test('JUnit: failures for what blocks and for new errors, skipped for what is accepted or not asked', () => {
  const xml = junitReport(fullReview);
  expect(xml).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="llmops review" tests="7" failures="2">
      <testsuite name="prod aws" tests="5" failures="2" skipped="2">
        <testcase classname="prod aws" name="1 blocking; 2 warnings; 1 replaced, 1 updated; +$3,000 a month"/>
        <testcase classname="prod aws" name="Stateful resource not retained: prod aws integration/Base"><failure type="StatefulNotRetained" message="the knowledge base is replaced, and its index is empty until it is filled. keep the embedding model"/></testcase>
        <testcase classname="prod aws" name="Stateful resource not retained: prod aws integration/Old"><skipped message="accepted by search@example.com until 2027-01-31: the index is rebuilt on purpose"/></testcase>
        <testcase classname="prod aws" name="Image pull denied: prod aws deployment/Model ExecutionRoleArn"><failure type="ImagePullDenied" message="the role may not pull the image. allow the three actions"/></testcase>
        <testcase classname="prod aws" name="the live templates were not asked"><skipped message="not verified"/></testcase>
      </testsuite>
      <testsuite name="prod azure" tests="2" failures="0" skipped="1">
        <testcase classname="prod azure" name="1 created; no change in price, 1 not priced"/>
        <testcase classname="prod azure" name="the live templates were not asked"><skipped message="not verified"/></testcase>
      </testsuite>
    </testsuites>
    "
  `);
  expect(junitReport({ ...emptyReview, concerns: [concern({ level: 'block', message: '<&"\u0000\n' })] })).toContain(
    'message="&lt;&amp;&quot;\uFFFD&#10;. ',
  );
});

test('SARIF: rules, places, stable fingerprints and suppressions', () => {
  const sarif = sarifReport(fullReview, 'llmops.config.ts');
  expect(sarif).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { rules: [{ id: 'IamWildcard' }, { id: 'ImagePullDenied' }, { id: 'StatefulNotRetained' }] } },
        results: [
          { ruleId: 'StatefulNotRetained', ruleIndex: 2, level: 'error' },
          {
            ruleId: 'IamWildcard',
            level: 'warning',
            locations: [
              { physicalLocation: { artifactLocation: { uri: 'stacks/role.ts' }, region: { startLine: 40 } } },
            ],
          },
          { level: 'note' },
          { suppressions: [{ kind: 'external', justification: 'the index is rebuilt on purpose' }] },
          {
            ruleId: 'ImagePullDenied',
            locations: [{ physicalLocation: { artifactLocation: { uri: 'llmops.config.ts' } } }],
          },
        ],
      },
    ],
  });
  const prints = (review: typeof fullReview): unknown =>
    JSON.stringify(sarifReport(review, 'x')).match(/[0-9a-f]{32}/g);
  const reworded = { ...fullReview, concerns: fullReview.concerns.map((one) => ({ ...one, message: 'other words' })) };
  expect(prints(reworded)).toEqual(prints(fullReview));
});
