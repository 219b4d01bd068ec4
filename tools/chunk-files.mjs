/**
 * Which of a few files each part of the built client goes into. The bundler makes a chunk of every set of parts that some of the
 * lazily imported ones share, since it knows of no order in which they are asked for: a page then takes a hundred requests, and
 * each costs the browser more than what comes with it.
 *
 * @param graph from the id of each part to the ids of those that it imports, but not of those that it imports lazily
 * @param start the ids that the page itself names
 * @param groups what is asked for together, as `{ name, entries, stands }` in the order of need; a group that `stands` is there
 *   by the time that any after it is asked for
 * @returns from the id of each part that does not come with the start to the name of its file: of its group, or of all that need it
 */
export function filesOf(graph, start, groups) {
  const atStart = reached(graph, start);
  const needs = groups.map(({ name, entries, stands }) => ({ name, stands, ids: reached(graph, entries) }));
  const later = [...graph.keys()].filter((id) => !atStart.has(id) && needs.some(({ ids }) => ids.has(id)));
  return new Map(later.map((id) => [id, fileOf(id, needs)]));
}

/** Some parts, and all that they need. */
function reached(graph, ids) {
  const found = new Set();
  const open = [...ids];
  while (open.length > 0) {
    const id = open.pop();
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(graph.get(id) ?? []));
  }
  return found;
}

function fileOf(id, needs) {
  const takers = needs.filter(({ ids }) => ids.has(id));
  const standing = takers.findIndex(({ stands }) => stands);
  const asking = standing === -1 ? takers : takers.slice(0, standing + 1);
  return asking.map(({ name }) => name).join('-and-');
}
