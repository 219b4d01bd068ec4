import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

const WORTH_IT = new Set(['.css', '.html', '.js', '.json', '.svg', '.webmanifest']);
/** Below that the headers outweigh what is saved. */
export const LEAST_BYTES = 1_024;
const ENCODINGS = ['br', 'gzip'];

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

interface Kept {
  /** Changes with the file. */
  readonly tag: string;
  readonly body: Promise<Buffer>;
}

/**
 * Sends the files of a folder compressed, to whoever can read that. Each is compressed once, when it is first asked for, and
 * kept for as long as it does not change; there are as many as the build has made.
 */
export class CompressedFiles {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly directory: string) {}

  /** Answers requests for files, and leaves to what comes next whatever is no such file, or is better sent as it is. */
  handler(setHeaders: (response: Response, file: string) => void): RequestHandler {
    return (request, response, next) => {
      const file = this.fileAt(request.path);
      const isAsked = request.method === 'GET' || request.method === 'HEAD';
      if (!isAsked || !file) {
        next();
        return;
      }
      this.send(file, request, response, setHeaders).then((isSent) => isSent || next(), next);
    };
  }

  /** @returns whether the file was sent; false leaves the response untouched */
  async send(
    file: string,
    request: Request,
    response: Response,
    setHeaders: (response: Response, file: string) => void,
  ): Promise<boolean> {
    const encoding = request.headers.range ? false : request.acceptsEncodings(ENCODINGS);
    const facts = await stat(file).catch(() => null);
    if (!encoding || encoding === 'identity' || !facts?.isFile() || facts.size < LEAST_BYTES) return false;
    const { tag, body } = this.compressed(file, encoding, `W/"${facts.size}-${facts.mtimeMs}-${encoding}"`);
    const bytes = await body;
    setHeaders(response, file);
    response.type(extname(file)).vary('Accept-Encoding').setHeader('Content-Encoding', encoding);
    response.setHeader('ETag', tag);
    if (request.fresh) response.removeHeader('Content-Encoding');
    if (request.fresh) response.status(304).end();
    else response.end(request.method === 'HEAD' ? undefined : bytes);
    return true;
  }

  private compressed(file: string, encoding: string, tag: string): Kept {
    const key = `${encoding} ${file}`;
    const before = this.kept.get(key);
    if (before?.tag === tag) return before;
    const now: Kept = { tag, body: compress(file, encoding) };
    this.kept.set(key, now);
    now.body.catch(() => this.kept.delete(key));
    return now;
  }

  /** The file that a path names, where it is one of this folder's and worth compressing. */
  private fileAt(path: string): string | null {
    if (!WORTH_IT.has(extname(path))) return null;
    try {
      const file = normalize(join(this.directory, decodeURIComponent(path)));
      const isInside = file.startsWith(this.directory + sep) && !file.includes(`${sep}.`) && !file.includes('\0');
      return isInside ? file : null;
    } catch {
      return null;
    }
  }
}

async function compress(file: string, encoding: string): Promise<Buffer> {
  const bytes = await readFile(file);
  return encoding === 'br'
    ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    : zip(bytes, { level: 9 });
}
