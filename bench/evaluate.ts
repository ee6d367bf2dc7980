import { evaluateLine } from '@hocba/rules';
import { primaryLines } from '../simulators/sector-database/primary-lines.ts';
import { buildReferenceSchool } from '../simulators/sector-database/reference-school.ts';
import { upperSecondaryLine } from '../simulators/sector-database/upper-secondary-lines.ts';
import { buildUpperSecondarySchool } from '../simulators/sector-database/upper-secondary-school.ts';

/**
 * Lines per second of `hocba evaluate` on one core, without starting the command, beside JSON.parse of the same lines in
 * the same run, in processor time, which other work on the machine hardly touches: `node bench/evaluate.ts`.
 */
const schools = [
  ['TT22/2021, 1,500 pupils of upper secondary', buildUpperSecondarySchool(1).map(upperSecondaryLine)],
  ['TT27/2020, 847 pupils of primary', primaryLines(buildReferenceSchool(1).august)],
] as const;

for (const [name, lines] of schools) {
  const bytes = Buffer.byteLength(lines.join('\n'));

  const parse = secondsALine(lines, (line) => JSON.parse(line));
  const evaluate = secondsALine(lines, (line, index) => evaluateLine(line, index));
  const rate = (seconds: number) => Math.round(1 / seconds).toLocaleString('en');
  console.log(`${name}, ${Math.round(bytes / lines.length)} bytes a line`);
  console.log(`  JSON.parse alone ${rate(parse)} lines a second, ${(1e6 * parse).toFixed(1)} µs a line`);
  console.log(
    `  read, evaluated and answered ${rate(evaluate)} lines a second, ${(1e6 * evaluate).toFixed(1)} µs a line`,
  );
  console.log(`  ${(evaluate / parse).toFixed(1)} times the parsing`);
}

/** Of the best of several runs through all lines: what the code costs when nothing else disturbs it. */
function secondsALine(lines: readonly string[], work: (line: string, index: number) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 15; run += 1) {
    const start = process.cpuUsage();
    for (const [index, line] of lines.entries()) work(line, index);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return best / 1e6 / lines.length;
}
