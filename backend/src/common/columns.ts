/** The same rows by columns, as PostgreSQL's `unnest` takes them. */
export const columns = <Row>(rows: readonly Row[], names: readonly (keyof Row)[]): Row[keyof Row][][] =>
  names.map((name) => rows.map((row) => row[name]));
