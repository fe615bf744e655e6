/** The filled cells of one row, columns ascending. */
export type Row = readonly (readonly [column: number, weight: number])[];

/** A sparse matrix by rows: row r owns the cells start[r] up to start[r + 1]; 12 bytes a cell. */
export interface Sparse {
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly weight: Float64Array;
}

export function fromRows(rows: Iterable<Row>): Sparse {
  const start = [0];
  const column: number[] = [];
  const weight: number[] = [];
  for (const row of rows) {
    for (const [c, w] of row) {
      column.push(c);
      weight.push(w);
    }
    start.push(column.length);
  }
  return { start: Uint32Array.from(start), column: Uint32Array.from(column), weight: Float64Array.from(weight) };
}

/** The same cells by column: a matrix with `columns` rows, whose columns ascend again. */
export function transpose(matrix: Sparse, columns: number): Sparse {
  const start = new Uint32Array(columns + 1);
  for (const c of matrix.column) start[c + 1] = (start[c + 1] ?? 0) + 1;
  for (let c = 0; c < columns; c++) start[c + 1] = (start[c + 1] ?? 0) + (start[c] ?? 0);

  const next = start.slice();
  const column = new Uint32Array(matrix.column.length);
  const weight = new Float64Array(matrix.column.length);
  for (let r = 0; r + 1 < matrix.start.length; r++) {
    const end = matrix.start[r + 1] ?? 0;
    for (let from = matrix.start[r] ?? 0; from < end; from++) {
      const c = matrix.column[from] ?? 0;
      const to = next[c] ?? 0;
      next[c] = to + 1;
      column[to] = r;
      weight[to] = matrix.weight[from] ?? 0;
    }
  }
  return { start, column, weight };
}

/** The same matrix with other rows, given by position, ascending: what lies between them is copied as it is. */
export function replaceRows(matrix: Sparse, rows: readonly (readonly [position: number, row: Row])[]): Sparse {
  const size = rows.reduce((sum, [at, row]) => sum + row.length - rowLength(matrix, at), matrix.column.length);
  const replaced = { start: matrix.start.slice(), column: new Uint32Array(size), weight: new Float64Array(size) };
  let [read, written, next] = [0, 0, 0];
  const copyTo = (row: number): void => {
    const end = matrix.start[row] ?? 0;
    replaced.column.set(matrix.column.subarray(read, end), written);
    replaced.weight.set(matrix.weight.subarray(read, end), written);
    for (; next <= row; next++) replaced.start[next] = (matrix.start[next] ?? 0) + written - read;
    written += end - read;
    read = end;
  };
  for (const [at, row] of rows) {
    copyTo(at);
    for (const [column, weight] of row) {
      replaced.column[written] = column;
      replaced.weight[written++] = weight;
    }
    read = matrix.start[at + 1] ?? 0;
  }
  copyTo(matrix.start.length - 1);
  return replaced;
}

export function rowLength(matrix: Sparse, row: number): number {
  return (matrix.start[row + 1] ?? 0) - (matrix.start[row] ?? 0);
}

/** The filled columns of one row: a view, not a copy. */
export function columnsOf(matrix: Sparse, row: number): Uint32Array {
  return matrix.column.subarray(matrix.start[row], matrix.start[row + 1]);
}

export function rowOf(matrix: Sparse, row: number): Row {
  const from = matrix.start[row] ?? 0;
  return Array.from(columnsOf(matrix, row), (column, i): Row[number] => [column, matrix.weight[from + i] ?? 0]);
}

/** sum[column] += factor * weight, over the cells of one row. */
export function addRow(sum: Float64Array, matrix: Sparse, row: number, factor: number): void {
  const end = matrix.start[row + 1] ?? 0;
  for (let cell = matrix.start[row] ?? 0; cell < end; cell++) {
    const column = matrix.column[cell] ?? 0;
    sum[column] = (sum[column] ?? 0) + factor * (matrix.weight[cell] ?? 0);
  }
}
