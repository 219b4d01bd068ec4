import { rmSync } from 'node:fs';

/** Takes away the database that the journeys filled. */
export default function clearData(): void {
  const dataDir = process.env['E2E_DATA_DIR'];
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
}
