import { describe, expect, it } from '@jest/globals';
import { addRow, columnsOf, fromRows, rowLength, rowOf, transpose, type Row } from './sparse.js';

const rows: Row[] = [[[0, 1], [2, 0.5]], [], [[2, 0.25]]];
const matrix = fromRows(rows);

describe('a sparse matrix', () => {
  it('gives its rows back', () => {
    expect(rows.map((_, r) => rowOf(matrix, r))).toEqual(rows);
    expect(rows.map((_, r) => rowLength(matrix, r))).toEqual([2, 0, 1]);
    expect([...columnsOf(matrix, 0)]).toEqual([0, 2]);
  });

  it('turns rows into columns and back', () => {
    const turned = transpose(matrix, 4);
    expect([0, 1, 2, 3].map((c) => rowOf(turned, c))).toEqual([[[0, 1]], [], [[0, 0.5], [2, 0.25]], []]);
    expect(transpose(turned, 3)).toEqual(matrix);
  });

  it('adds a row times a factor', () => {
    const sum = new Float64Array([1, 1, 1]);
    addRow(sum, matrix, 0, 2);
    expect([...sum]).toEqual([3, 1, 2]);
  });
});
