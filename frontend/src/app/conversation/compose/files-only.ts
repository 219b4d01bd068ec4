const TEXTS = ['text/plain', 'text/uri-list'];

/** Whether what is pasted or dropped is a picture or a file, and no text: copied out of an office program it is both. */
export function bringsFilesOnly(data: DataTransfer | null): boolean {
  const types = data?.types ?? [];
  return types.includes('Files') && !TEXTS.some((type) => types.includes(type));
}
