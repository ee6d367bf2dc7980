import { evaluateYear, primaryProblemCodes } from '../../src/index.ts';
import { everyPrimaryCondition } from '../../src/tt27-2020/conditions.ts';
import { type ConditionCases, conditionCases, type JudgedCase, problemCases } from '../condition-cases.ts';
import { readTables } from '../read-tables.ts';
import { readPrimaryCase } from './read-case.ts';

function judgedCases(): readonly JudgedCase[] {
  return readTables(new URL('./', import.meta.url))
    .filter(({ cells }) => 'Kết quả' in cells)
    .map((row) => {
      const { conditions, errors, warnings } = evaluateYear('TT27/2020', readPrimaryCase(row));
      return { code: row.cells['Mã'] ?? '', conditions, problems: [...errors, ...warnings] };
    });
}

export function primaryConditionCases(): readonly ConditionCases[] {
  return conditionCases(everyPrimaryCondition, judgedCases());
}

export function primaryProblemCases(): readonly ConditionCases[] {
  return problemCases(primaryProblemCodes, judgedCases());
}
