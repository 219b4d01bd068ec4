import { bringsFilesOnly } from './files-only';

const brings = (...types: string[]): boolean => bringsFilesOnly({ types } as unknown as DataTransfer);

describe('what is pasted or dropped', () => {
  it('is refused where it is a picture or a file', () => {
    expect(brings('Files')).toBe(true);
    expect(brings('text/html', 'Files')).toBe(true);
  });

  it('is taken where it is text, whatever comes with it', () => {
    expect(brings('text/plain')).toBe(false);
    expect(brings('text/plain', 'text/html', 'Files')).toBe(false);
    expect(brings('text/uri-list', 'Files')).toBe(false);
    expect(bringsFilesOnly(null)).toBe(false);
  });
});
