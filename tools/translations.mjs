/** What a text holds beside words: its placeholders, and of its plurals and choices the cases. */
function partsOf(text) {
  const placeholders = text.matchAll(/\{(\$?\w+)\}/gu);
  const branches = text.matchAll(/\{(\w+), (plural|select),/gu);
  const cases = text.matchAll(/(=\d+|\b(?:zero|one|two|few|many|other)) \{/gu);
  return [
    ...[...placeholders].map(([, name]) => `{${name}}`),
    ...[...branches].map(([, name, kind]) => `${kind} of ${name}`),
    ...[...cases].map(([, name]) => `case ${name}`),
  ];
}

const missingIn = (parts, others) => [...new Set(parts)].filter((part) => !others.includes(part));

/** What keeps a text from being shown for another: parts that only one of the two has. */
function differences(text, translation) {
  const [ours, theirs] = [partsOf(text), partsOf(translation)];
  return [
    ...missingIn(ours, theirs).map((part) => `lacks ${part}`),
    ...missingIn(theirs, ours).map((part) => `has ${part}, which the text does not`),
  ];
}

/** What is wrong with the texts themselves: one id, two texts. */
export function faultsOfTexts(messages) {
  const texts = new Map();
  const faults = [];
  for (const { id, text } of messages) {
    const known = texts.get(id) ?? text;
    if (known !== text) faults.push(`${id}: two texts have this id, "${known}" and "${text}"`);
    texts.set(id, known);
  }
  return [...new Set(faults)];
}

/** What is wrong with a language: a text without a translation, a translation without its text, parts that differ. */
export function faultsOfTranslations(texts, translations) {
  const missing = Object.keys(texts).filter((id) => !translations[id]?.trim());
  const stale = Object.keys(translations).filter((id) => !(id in texts));
  const both = Object.keys(texts).filter((id) => !missing.includes(id));
  return [
    ...missing.map((id) => `${id}: not translated, "${texts[id]}"`),
    ...stale.map((id) => `${id}: translates a text that is no more`),
    ...both.flatMap((id) => differences(texts[id], translations[id]).map((fault) => `${id}: ${fault}`)),
  ];
}
