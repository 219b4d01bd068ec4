const numbers = (version) => version.split('.').map(Number);

const compare = (a, b) => a.map((part, place) => part - b[place]).find((difference) => difference !== 0) ?? 0;

/** Whether a version fits one alternative: `^1.2.3` stays in its major version, `>=1.2.3` does not. */
function fits(version, alternative) {
  const [, operator, least] = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(alternative.trim());
  const [have, want] = [numbers(version), numbers(least)];
  return compare(have, want) >= 0 && (operator === '>=' || have[0] === want[0]);
}

/** The given version where it lies outside `range` (alternatives of `^x.y.z` and `>=x.y.z`), else null. */
export const mismatch = (version, range) =>
  range.split('||').some((alternative) => fits(version, alternative)) ? null : version;
