import { evaluateYear, secondaryProblemCodes } from '../../src/index.ts';
import { everySecondaryCondition } from '../../src/tt22-2021/conditions.ts';
import { type ConditionCases, conditionCases, type JudgedCase, problemCases } from '../condition-cases.ts';
import { readTables } from '../read-tables.ts';
import { readSecondaryCase } from './read-case.ts';

function judgedCases(): readonly JudgedCase[] {
  return readTables(new URL('./', import.meta.url))
    .filter(({ cells }) => 'Học tập' in cells)
    .map((row) => {
      const { conditions, errors, warnings } = evaluateYear('TT22/2021', readSecondaryCase(row));
      return { code: row.cells['Mã'] ?? '', conditions, problems: [...errors, ...warnings] };
    });
}

export function secondaryConditionCases(): readonly ConditionCases[] {
  return conditionCases(everySecondaryCondition, judgedCases());
}

export function secondaryProblemCases(): readonly ConditionCases[] {
  return problemCases(secondaryProblemCodes, judgedCases());
}
