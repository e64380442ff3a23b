import { changeRows, noiseWords } from './change-rows';
import { concernRow, findingRow } from './concern-rows';
import { moneyRows } from './money-rows';
import type { Review } from './review';
import type { Row, Section } from './section';

/** Rows after which a section is folded. */
const mostOpenRows = 12;

/** The parts of a report after its verdict, most important first. Parts that say nothing are left out. */
export function sectionsOf(review: Review): readonly Section[] {
  const { concerns, findings, decisions, unverified, changes } = review;
  const open = concerns.filter(({ accepted }) => accepted === undefined);
  const ofLevel = (wanted: string): readonly Row[] => open.filter(({ level }) => level === wanted).map(concernRow);
  const accepted = concerns.filter((concern) => concern.accepted !== undefined);
  const sections: readonly Section[] = [
    section('blocking', 'Blocks this change', ofLevel('block')),
    section('warnings', 'Look at these', ofLevel('warning')),
    section('findings', 'New findings', findings.added.map(findingRow)),
    { ...section('money', 'Money', moneyRows(review.money)), empty: 'No resource of this change has a price.' },
    {
      ...section('changes', 'What the deployment does', changeRows(changes)),
      empty: 'The deployment changes nothing.',
    },
    section('decisions', 'Decisions of the plan', decisions.map(decisionRow)),
    section('unverified', 'Not verified', unverified.map(plainRow('warn'))),
    folded(section('notes', 'Notes', ofLevel('note'))),
    folded(section('accepted', 'Accepted', accepted.map(concernRow))),
    folded(section('solved', 'Findings that are gone', findings.removed.map(findingRow).map(quiet))),
    folded(section('noise', 'Left out as noise', noiseWords(changes).map(plainRow('quiet')))),
  ];
  return sections.filter(({ rows, empty }) => rows.length > 0 || empty !== undefined);
}

function section(id: string, title: string, rows: readonly Row[]): Section {
  return { id, title, rows, folded: rows.length > mostOpenRows };
}

function folded(part: Section): Section {
  return { ...part, folded: true };
}

function quiet(row: Row): Row {
  return { ...row, tone: 'good' };
}

function plainRow(tone: Row['tone']): (text: string) => Row {
  return (text) => ({ tone, where: '', text, lines: [] });
}

function decisionRow({ environment, cloud, path, before, after, reasons }: Review['decisions'][number]): Row {
  return {
    tone: 'quiet',
    where: `${environment} ${cloud}`,
    text: `${path}: ${before ?? 'not decided'} before, ${after ?? 'not decided'} after`,
    lines: reasons,
  };
}
