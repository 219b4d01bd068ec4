/** Whether two plain objects hold the same, field by field; null equals null alone. Serves `computed` as `equal`. */
export function sameFields<T extends object>(a: T | null, b: T | null): boolean {
  if (!a || !b) return a === b;
  return (Object.keys(a) as (keyof T)[]).every((field) => a[field] === b[field]);
}
