import { cdkFindings } from './check/cdk-findings';
import type { JudgeAnswer, JudgeQuestion } from './local/cdk-judge';

/** Judges each template that the parent sends, and ends with the parent. */
process.on('message', (question: JudgeQuestion) => {
  void answer(question).then((answered) => process.send?.(answered));
});
process.on('disconnect', () => process.exit());

async function answer({ stack, region, template }: JudgeQuestion): Promise<JudgeAnswer> {
  const judged = await cdkFindings([{ environment: 'local', stack, template }], region);
  return judged.ok ? { findings: judged.value } : { issues: judged.issues };
}
