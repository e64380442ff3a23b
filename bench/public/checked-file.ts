import { exceptUnknown, ruleContext } from '../../bin/check/rule-context';
import { templateFindings } from '../../bin/check/template-findings';
import { readAnyFile } from '../../bin/project/any-file';
import type { Result } from '../../lib/platform';
import { success } from '../../lib/platform';
import type { Finding, Pack } from '../../lib/review';
import { check, rulesOf } from '../../lib/review';

/** What `llmops check FILE --pack PACK` finds, in one process. Issues: the file is refused, with the reasons. */
export function checkedFile(file: string, pack: Pack): Result<readonly Finding[]> {
  const read = readAnyFile(file);
  if (!read.ok) return read;
  const { graph, unknown, templates } = read.value;
  const context = exceptUnknown(
    ruleContext(() => undefined),
    graph,
    unknown,
  );
  const found = check(graph, rulesOf(pack), { ...context, newAccount: false });
  return success([...templates.flatMap((template) => templateFindings(template)), ...found.findings]);
}
