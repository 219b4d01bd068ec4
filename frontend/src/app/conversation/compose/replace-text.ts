/** A change of a field's text: what stands from `from` to `to` gives way to `text`; then this is selected. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select?: { readonly start: number; readonly end: number };
}

/** The one way to change a field that the browser can undo; no standard has put another in its place. */
interface UndoableDocument {
  execCommand?(command: 'insertText', showUi: false, text: string): boolean;
}

/** Changes the text of a field as if it had been typed: it can be undone, and `input` is heard. */
export function replaceText(field: HTMLTextAreaElement, { from, to, text, select }: TextChange): void {
  const undoable: UndoableDocument = document;
  field.setSelectionRange(from, to);
  // Only a field that has the focus can be typed into; on a phone that would bring up the keyboard.
  const isTyped = document.activeElement === field && undoable.execCommand?.('insertText', false, text);
  if (!isTyped) {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  if (select) field.setSelectionRange(select.start, select.end);
}
